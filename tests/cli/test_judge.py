"""Decisions from the command line to what the desk's exports say, over a real ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

WHO = ("--by", "a desk editor", "--reason", "satire")
PAGES = {
    "marsh": "Rebels shelled the market of Idlib on 3 March 2015, killing nine people.\n",
    "river": "Rebels shelled a market in Idlib on 3 March 2015 and killed nine people.\n",
    "dale": "A bridge was bombed in Palmyra on 9 May 2015, the Syrian army said.\n",
}


@pytest.fixture
def ledger(fogline: Run, tmp_path: Path) -> Path:
    for name, words in PAGES.items():
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
        page = tmp_path / f"{name}.txt"
        ran = fogline("add", page, "--date", "2015-05-10", "--ledger", tmp_path / "l.sqlite")
        assert ran.status == 0
    return tmp_path / "l.sqlite"


def rows(fogline: Run, kind: str, ledger: Path) -> list[dict[str, Any]]:
    return fogline("export", kind, "--format", "jsonl", "--ledger", ledger).objects()


def by_word(fogline: Run, ledger: Path, word: str) -> dict[str, Any]:
    return next(c for c in rows(fogline, "claims", ledger) if word in c["sentence"]["text"])


def test_a_claim_is_rejected_listed_and_revoked(fogline: Run, ledger: Path) -> None:
    claim = by_word(fogline, ledger, "bridge")
    before = rows(fogline, "events", ledger)
    ran = fogline("judge", "reject", claim["id"], *WHO, "--ledger", ledger)
    assert ran.status == 0
    assert f"rejected {claim['id']}, by a desk editor" in ran.out
    now = by_word(fogline, ledger, "bridge")
    assert now["event_id"] is None
    assert [j["reason"] for j in now["judgements"]] == ["satire"]
    assert claim["id"] not in {c for e in rows(fogline, "events", ledger) for c in e["claims"]}
    again = fogline("judge", "reject", claim["id"], *WHO, "--ledger", ledger)
    assert (again.status, "decided this before" in again.err) == (1, True)
    made = ran.out.split(": rejected")[0]
    assert made in fogline("judge", "list", "--ledger", ledger).out
    assert fogline("judge", "revoke", made, "--ledger", ledger).status == 0
    assert rows(fogline, "events", ledger) == before
    assert made not in fogline("judge", "list", "--ledger", ledger).out
    assert "; revoked on" in fogline("judge", "list", "--revoked", "--ledger", ledger).out
    assert fogline("judge", "revoke", made, "--ledger", ledger).status == 1
    assert fogline("verify", "--ledger", ledger).status == 0


def test_events_are_put_together_and_claims_split_off(fogline: Run, ledger: Path) -> None:
    one, other = (by_word(fogline, ledger, word) for word in ("a market", "bridge"))
    assert one["event_id"] != other["event_id"]
    ids = (one["event_id"], other["event_id"])
    assert fogline("judge", "same-event", *ids, *WHO, "--ledger", ledger).status == 0
    (event,) = rows(fogline, "events", ledger)
    assert "put together by a desk editor: satire" in event["reason"]
    split = ("judge", "not-same-event", other["id"], "--from", event["id"])
    assert fogline(*split, *WHO, "--ledger", ledger).status == 0
    found = {tuple(sorted(e["claims"])) for e in rows(fogline, "events", ledger)}
    assert (other["id"],) in found
    assert len(found) == 2


def test_documents_go_back_to_one_origin_or_to_two(fogline: Run, ledger: Path) -> None:
    documents = [row["id"] for row in rows(fogline, "documents", ledger)]
    before = rows(fogline, "origins", ledger)
    assert fogline("judge", "same-origin", *documents, *WHO, "--ledger", ledger).status == 0
    (origin,) = rows(fogline, "origins", ledger)
    assert {m["relation"] for m in origin["documents"]} == {"root", "decided"}
    split = ("judge", "not-same-origin", documents[0], "--from", origin["id"])
    ran = fogline(*split, "--by", "another", "--reason", "own words", "--ledger", ledger)
    assert ran.status == 0
    assert len(before) >= 2


def test_a_source_is_graded_by_a_person(fogline: Run, ledger: Path) -> None:
    (source,) = (s["id"] for s in rows(fogline, "sources", ledger))
    ran = fogline("judge", "reliability", source, "C", *WHO, "--ledger", ledger)
    assert ran.status == 0
    (graded,) = rows(fogline, "sources", ledger)
    assert (graded["reliability"]["grade"], graded["reliability"]["basis"]) == ("C", "person")
    ran = fogline("judge", "reliability", "outlet:none", "C", *WHO, "--ledger", ledger)
    assert (ran.status, "no such source" in ran.err) == (1, True)
    assert fogline("judge", "reliability", "outlet:none", "G", *WHO).status == 2


@pytest.mark.parametrize(
    ("told", "status", "words"),
    [
        (("reject", "claim:none"), 1, "no such claim or event"),
        (("same-origin", "sha256:none", "sha256:no"), 1, "no such document or origin"),
    ],
)
def test_what_is_not_there_is_named(
    fogline: Run, ledger: Path, told: tuple[str, ...], status: int, words: str
) -> None:
    ran = fogline("judge", *told, *WHO, "--ledger", ledger)
    assert (ran.status, words in ran.err) == (status, True)
    assert rows(fogline, "judgements", ledger) == []


@pytest.mark.parametrize("blank", ["--by", "--reason"])
def test_a_decision_is_somebody_s_and_has_a_reason(fogline: Run, ledger: Path, blank: str) -> None:
    # A blank was kept as who decided, or why, for good.
    told = dict(zip(WHO[::2], WHO[1::2], strict=True)) | {blank: " "}
    claim = by_word(fogline, ledger, "bridge")["id"]
    words = [word for option in told.items() for word in option]
    ran = fogline("judge", "reject", claim, *words, "--ledger", ledger)
    assert (ran.status, "it is blank" in ran.err) == (2, True)
    assert rows(fogline, "judgements", ledger) == []


@pytest.mark.parametrize("kind", ["events", "origins", "sources"])
def test_a_table_has_the_ids_that_a_decision_needs(fogline: Run, ledger: Path, kind: str) -> None:
    # The help sends there for them, and the tables of origins and sources had none.
    table = fogline(kind, "--ledger", ledger).out
    assert all(row["id"] in table for row in rows(fogline, kind, ledger))


def test_a_table_says_whether_later_decisions_count(fogline: Run, ledger: Path) -> None:
    # "as of 2015-05-10" stood above both, and what was rejected was in the one alone.
    claim = by_word(fogline, ledger, "bridge")["id"]
    fogline("judge", "reject", claim, *WHO, "--ledger", ledger)
    for kind in ("events", "contradictions"):
        now = fogline(kind, "--ledger", ledger).out
        then = fogline(kind, "--as-of", "2015-05-10", "--ledger", ledger).out
        assert "(publication), with 1 decision made since" in " ".join(now.split())
        assert "(publication), without 1 decision made since" in " ".join(then.split())


def test_one_is_not_put_together_with_itself(fogline: Run, ledger: Path) -> None:
    claim = by_word(fogline, ledger, "bridge")["id"]
    assert fogline("judge", "same-event", claim, *WHO, "--ledger", ledger).status == 2
    apart = ("judge", "not-same-event", claim, "--from", claim)
    assert fogline(*apart, *WHO, "--ledger", ledger).status == 2
