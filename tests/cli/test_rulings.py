"""An open name from the tray to a decision, and the reading that follows it, over real ledgers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fogline.reading.gazetteer import gazetteer
from tests.cli.conftest import Run

REPORT = "Rebels captured the village of {} near Damascus on Sunday, the Syrian army said.\n"
HAMLETS = "id,name,lat,lon,country\n7,Kafr Zubda,35.1,36.9,SY\n"
WHO = ("--by", "a desk editor", "--reason", "the district's map")


@pytest.fixture
def ledger(fogline: Run, tmp_path: Path) -> Iterator[Path]:
    """A ledger of one report that names a village which no gazetteer has, and one imported."""
    hamlets = tmp_path / "hamlets.csv"
    hamlets.write_text(HAMLETS, encoding="utf-8")
    assert fogline("places", "import", hamlets).status == 0
    gazetteer.cache_clear()  # as a process of its own would open it
    yield added(fogline, tmp_path / "ledger.sqlite", "Ostvik")
    gazetteer.cache_clear()


def added(fogline: Run, ledger: Path, village: str, words: str = REPORT) -> Path:
    report = ledger.parent / f"{village}-{len(words)}.txt"
    report.write_text(words.format(village), encoding="utf-8")
    assert fogline("add", report, "--ledger", ledger).status == 0
    return ledger


def placed(fogline: Run, ledger: Path) -> dict[str, Any]:
    rows = fogline("export", "claims", "--format", "jsonl", "--ledger", ledger).objects()
    return {p["text"]: p["id"] for row in rows for p in row["places"]}


def left_open(fogline: Run, ledger: Path) -> list[dict[str, Any]]:
    return fogline("places", "unresolved", "--format", "json", "--ledger", ledger).objects()


def test_a_decision_is_read_by_rebuild_and_by_add(fogline: Run, ledger: Path) -> None:
    (name,) = left_open(fogline, ledger)
    assert (name["name"], name["claims"], len(name["documents"])) == ("Ostvik", 1, 1)
    assert "Ostvik" in fogline("places", "unresolved", "--ledger", ledger).out
    ran = fogline("places", "resolve", "Ostvik", "hamlets:7", *WHO, "--ledger", ledger)
    assert ran.status == 0
    assert "Ostvik is Kafr Zubda, SY (hamlets:7) in country:SY" in ran.out
    assert "Applies to 1 document of this ledger: read again with `fogline rebuild`" in ran.out
    assert "hamlets:7" not in placed(fogline, ledger).values()
    fogline("rebuild", "--ledger", ledger)
    assert "hamlets:7" in placed(fogline, ledger).values()
    assert left_open(fogline, ledger) == []
    before = len(fogline("export", "claims", "--format", "jsonl", "--ledger", ledger).objects())
    added(fogline, ledger, "Ostvik", "Warplanes bombed {} in Syria on Tuesday, the army said.\n")
    assert set(placed(fogline, ledger).values()) >= {"hamlets:7"}
    rows = fogline("export", "claims", "--format", "jsonl", "--ledger", ledger).objects()
    fresh = [p["id"] for row in rows for p in row["places"] if "bombed" in row["trigger"]["text"]]
    assert len(rows) > before
    assert fresh[0] == "hamlets:7"


def test_what_is_revoked_is_read_no_more(fogline: Run, ledger: Path) -> None:
    fogline("places", "resolve", "Ostvik", "hamlets:7", *WHO, "--ledger", ledger)
    (held,) = fogline("places", "decided", "--format", "json", "--ledger", ledger).objects()
    fogline("rebuild", "--ledger", ledger)
    told = ("--by", "another editor", "--reason", "a newer map")
    revoke = ("places", "revoke", held["judgement"], *told, "--ledger", ledger)
    assert fogline(*revoke).status == 0
    again = fogline(*revoke)
    assert (again.status, "was revoked before" in again.err) == (1, True)
    assert fogline("places", "decided", "--ledger", ledger).out == "nothing decided\n"
    every = fogline("places", "decided", "--all", "--ledger", ledger).out
    assert "the district's map; revoked by another editor on" in every
    (row,) = fogline("places", "decided", "--all", "--format", "json", "--ledger", ledger).objects()
    assert (row["revoked_by"], row["revoked_reason"]) == ("another editor", "a newer map")
    fogline("rebuild", "--ledger", ledger)
    assert [n["name"] for n in left_open(fogline, ledger)] == ["Ostvik"]
    (kept,) = fogline("export", "judgements", "--format", "jsonl", "--ledger", ledger).objects()
    assert (kept["kind"], kept["by"]) == ("place-is", "a desk editor")
    assert kept["revoked_at"]


def test_two_rebuilds_give_the_same_and_the_log_holds(fogline: Run, ledger: Path) -> None:
    fogline("places", "resolve", "Ostvik", "hamlets:7", *WHO, "--ledger", ledger)
    fogline("rebuild", "--ledger", ledger)
    once = fogline("export", "claims", "--ledger", ledger).out
    fogline("rebuild", "--ledger", ledger)
    assert fogline("export", "claims", "--ledger", ledger).out == once
    assert fogline("verify", "--ledger", ledger).status == 0


def test_one_document_alone(fogline: Run, ledger: Path) -> None:
    added(fogline, ledger, "Ostvik", "Shells hit the village of {} near Damascus on Monday.\n")
    (name,) = left_open(fogline, ledger)
    document = name["documents"][0]
    where = ("--document", document, "--ledger", ledger)
    assert fogline("places", "resolve", "Ostvik", "hamlets:7", *WHO, *where).status == 0
    fogline("rebuild", "--ledger", ledger)
    (name,) = left_open(fogline, ledger)
    assert document not in name["documents"]


def test_what_cannot_be_decided_is_refused_and_nothing_is_kept(fogline: Run, ledger: Path) -> None:
    def refused(*arguments: str) -> tuple[int, str]:
        ran = fogline("places", "resolve", "Ostvik", *arguments, "--ledger", ledger)
        return ran.status, ran.err

    status, said = refused("hamlets:99", "--country", "SY", *WHO)
    assert (status, "no place has this id" in said) == (1, True)
    assert refused("hamlets:7", "--document", "sha256:none", *WHO)[0] == 1
    assert refused("hamlets:7", "--document", "sha256:none", "--country", "SY", *WHO)[0] == 2
    assert refused("hamlets:7", "--country", "Syria", *WHO)[0] == 2
    assert refused("hamlets:7", "--by", "x")[0] == 2
    kept = fogline("export", "judgements", "--format", "json", "--ledger", ledger).out
    assert json.loads(kept) == []


def test_there_must_be_a_ledger(fogline: Run, tmp_path: Path) -> None:
    nowhere = tmp_path / "none.sqlite"
    for command in (
        ("unresolved",),
        ("decided",),
        ("revoke", "x", *WHO),
        ("resolve", "a", "b", *WHO),
    ):
        ran = fogline("places", *command, "--ledger", nowhere)
        assert ran.status == 1, command
        assert not nowhere.exists()
