"""Decisions from the command line to what the desk's exports say, over a real ledger."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
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
    undone = ("--by", "another editor", "--reason", "no satire")
    assert fogline("judge", "revoke", made, *undone, "--ledger", ledger).status == 0
    assert rows(fogline, "events", ledger) == before
    assert made not in fogline("judge", "list", "--ledger", ledger).out
    for every in ("--all", "--revoked"):
        listed = fogline("judge", "list", every, "--ledger", ledger).out
        assert "revoked by another editor on" in " ".join(listed.split())
    (row,) = rows(fogline, "judgements", ledger)
    assert (row["revoked_by"], row["revoked_reason"]) == ("another editor", "no satire")
    again = fogline("judge", "revoke", made, *undone, "--ledger", ledger)
    assert (again.status, "was revoked by another editor on" in again.err) == (1, True)
    assert fogline("verify", "--ledger", ledger).status == 0


@pytest.mark.parametrize("left", ["--by", "--reason"])
def test_who_revokes_is_asked_and_why(fogline: Run, ledger: Path, left: str) -> None:
    # It was kept that a decision was revoked, and by nobody.
    told = dict(zip(WHO[::2], WHO[1::2], strict=True))
    del told[left]
    words = [word for option in told.items() for word in option]
    ran = fogline("judge", "revoke", "rejected:x", *words, "--ledger", ledger)
    assert (ran.status, left in ran.err) == (2, True)


def test_decisions_are_listed_by_the_words_they_are_about(fogline: Run, ledger: Path) -> None:
    # Ids alone stood there.
    one, other = (by_word(fogline, ledger, word) for word in ("a market", "bridge"))
    fogline("judge", "same-event", one["id"], other["id"], *WHO, "--ledger", ledger)
    documents = [row["id"] for row in rows(fogline, "documents", ledger)][:2]
    fogline("judge", "same-origin", *documents, *WHO, "--ledger", ledger)
    listed = " ".join(fogline("judge", "list", "--ledger", ledger).out.split())
    assert "“bombed” in “A bridge was bombed in Palmyra on 9 May 2015" in listed
    assert "“shelled” in “Rebels shelled a market in Idlib" in listed
    assert "no publisher · 2015-05-10 · sha256:" in listed
    assert "by a desk editor: satire" in listed
    pair, origin = fogline("judge", "list", "--format", "json", "--ledger", ledger).objects()
    assert pair["subjects"] == [row["id"] for row in pair["about"]] == [one["id"], other["id"]]
    assert [row["trigger"] for row in pair["about"]] == ["shelled", "bombed"]
    assert pair["about"][1]["document"] == other["document"]
    assert [row["kind"] for row in origin["about"]] == ["document", "document"]


def named(fogline: Run, ledger: Path) -> dict[str, Any]:
    """Add a document under a publisher's name that is written wrong; return it as exported."""
    page = ledger.parent / "named.txt"
    page.write_text("The army shelled the village of Brask on Sunday.\n", encoding="utf-8")
    fogline("add", page, "--publisher", "Marhs Wire", "--date", "2015-05-10", "--ledger", ledger)
    return next(d for d in rows(fogline, "documents", ledger) if d["publisher"])


def outlets(fogline: Run, ledger: Path) -> set[str]:
    return {s["id"] for s in rows(fogline, "sources", ledger) if s["id"].startswith("outlet:")}


def test_a_publisher_that_was_stated_wrong_is_set_right(fogline: Run, ledger: Path) -> None:
    # "Add it to another ledger" was all that was said.
    document = named(fogline, ledger)["id"]
    right = ("correct", document, "--publisher", "Marsh Wire", *WHO, "--ledger", ledger)
    assert "Read again: 1 document, 1 claim" in fogline(*right).out
    now = next(d for d in rows(fogline, "documents", ledger) if d["id"] == document)
    assert (now["publisher"], now["stated"], now["corrected"]) == ("Marsh Wire", [], ["publisher"])
    assert "“Marhs Wire” was set right as “Marsh Wire” by a desk editor" in now["warnings"][0]
    assert outlets(fogline, ledger) == {"outlet:marsh wire"}
    again = fogline(*right)
    assert (again.status, "its publisher is “Marsh Wire” already" in again.err) == (1, True)
    assert fogline("rebuild", "--ledger", ledger).out.startswith(
        "4 captures read again: 0 read oth"
    )
    page = ledger.parent / "named.txt"
    known = fogline("add", page, "--publisher", "Marsh Wire", "--ledger", ledger)
    assert "was not taken" not in known.err
    (made,) = rows(fogline, "judgements", ledger)
    assert made["subjects"] == [document, "publisher:Marsh Wire"]
    fogline("judge", "revoke", made["id"], *WHO, "--ledger", ledger)
    before = next(d for d in rows(fogline, "documents", ledger) if d["id"] == document)
    assert (before["publisher"], before["stated"]) == ("Marhs Wire", ["publisher"])
    assert (before["corrected"], before["warnings"]) == ([], [])
    assert outlets(fogline, ledger) == {"outlet:marhs wire"}
    assert fogline("verify", "--ledger", ledger).status == 0


def test_evidence_holds_who_set_it_right(fogline: Run, ledger: Path) -> None:
    document = named(fogline, ledger)["id"]
    fogline("correct", document, "--title", "Brask", *WHO, "--ledger", ledger)
    claim = by_word(fogline, ledger, "Brask")["id"]
    (made,) = rows(fogline, "judgements", ledger)
    fogline("evidence", claim, "--out", ledger.parent / "case", "--ledger", ledger)
    kept = json.loads((ledger.parent / "case/judgements.json").read_text(encoding="utf-8"))
    assert [j["id"] for j in kept] == [made["id"]]


@pytest.mark.parametrize(
    ("told", "status", "words"),
    [
        (("sha256:none", "--publisher", "A"), 1, "no such document or forecast"),
        (("sha256:none", "--publisher", " "), 2, "the publisher is empty"),
        (("sha256:a", "sha256:b", "--title", "A"), 2, "--title is for one document"),
        (("sha256:a", "--title", "A", "--until", "2031-01-01"), 2, "are for documents"),
        (("forecast:a", "forecast:b", "--until", "2031-01-01"), 2, "one forecast at a time"),
        (("forecast:a",), 2, "say what is to be corrected"),
    ],
)
def test_what_cannot_be_set_right_is_named(
    fogline: Run, ledger: Path, told: tuple[str, ...], status: int, words: str
) -> None:
    ran = fogline("correct", *told, *WHO, "--ledger", ledger)
    assert (ran.status, words in ran.err) == (status, True)


@pytest.mark.parametrize(
    "told",
    [
        ("judge", "reject", "CLAIM", *WHO),
        ("judge", "list"),
        ("places", "decided"),
        ("takedown", "DOCUMENT", *WHO, "--yes"),
        ("correct", "DOCUMENT", "--publisher", "A", *WHO),
        ("rebuild",),
    ],
)
def test_a_ledger_of_an_older_schema_is_renewed_at_once(
    fogline: Run, ledger: Path, told: tuple[str, ...]
) -> None:
    # They asked for `fogline add`, which asks for something to add.
    claim = by_word(fogline, ledger, "bridge")
    with closing(sqlite3.connect(ledger)) as raw, raw:
        for table, column in (("judgements", "revoked_by"), ("judgements", "revoked_reason")):
            raw.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        raw.execute("ALTER TABLE crowded_signs DROP COLUMN number")
        raw.execute("UPDATE alembic_version SET version_num = '0008'")
    ids = {"CLAIM": claim["id"], "DOCUMENT": claim["document"]}
    assert fogline(*(ids.get(word, word) for word in told), "--ledger", ledger).status == 0
    assert fogline("verify", "--ledger", ledger).status == 0


@pytest.mark.parametrize("content", [b"", b"no database at all"])
def test_another_file_is_left_as_it_is(fogline: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    for told in (("judge", "list"), ("judge", "reject", "claim:x", *WHO)):
        ran = fogline(*told, "--ledger", tmp_path / "a.txt")
        assert (ran.status, "a.txt: this is not a ledger" in ran.err) == (1, True)
    assert (tmp_path / "a.txt").read_bytes() == content


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
