"""add, export, board and search over one ledger."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from fogline.ledger import Ledger
from tests.cli.conftest import Run
from tests.ledger.filling import replace_weighing


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "desk" / "ledger.sqlite"


def test_adding_twice_adds_nothing(fogline: Run, page: Path, note: Path, ledger: Path) -> None:
    first = fogline("add", "--ledger", ledger, page, note)
    rows = fogline("export", "claims", "--ledger", ledger).out
    again = fogline("add", "--ledger", ledger, page, note)
    assert first.status == again.status == 0
    assert "2 documents in: 2 new, 0 already there, 0 dropped" in first.out
    assert "2 documents in: 0 new, 2 already there, 0 dropped; 0 claims out" in again.out
    assert fogline("export", "claims", "--ledger", ledger).out == rows != ""


def test_what_a_cut_off_run_left_unweighed_is_weighed(
    fogline: Run, page: Path, ledger: Path
) -> None:
    fogline("add", "--ledger", ledger, page)
    events = fogline("export", "events", "--ledger", ledger).out
    with Ledger.open(ledger) as opened:
        replace_weighing(opened, (), ())
    fogline("add", "--ledger", ledger, page)
    assert fogline("export", "events", "--ledger", ledger).out == events != ""


def test_what_another_reader_read_is_told_of(
    fogline: Run, page: Path, note: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "another version" not in fogline("add", "--ledger", ledger, page).err
    monkeypatch.setattr("fogline.cli.filling.version", lambda: "a later reader")
    told = "1 document read by another version of the reader: `fogline rebuild` reads them anew"
    assert told in fogline("add", "--ledger", ledger, page).err


def test_a_drop_is_counted_under_its_reason(fogline: Run, corpus: Path, ledger: Path) -> None:
    ran = fogline("add", "--ledger", ledger, corpus)
    assert ran.status == 1
    assert "3 documents in: 2 new, 0 already there, 1 dropped" in ran.out
    assert "Dropped: 1 bad-json" in ran.out
    assert len(ran.err.splitlines()) == 1


def test_the_environment_names_the_ledger(
    fogline: Run, page: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOGLINE_LEDGER", str(ledger))
    assert str(ledger) in fogline("add", page).out
    assert ledger.exists()


def test_export_in_both_formats(fogline: Run, page: Path, ledger: Path) -> None:
    fogline("add", "--ledger", ledger, page)
    for kind in ("documents", "claims", "origins", "events"):
        lines = fogline("export", kind, "--format", "jsonl", "--ledger", ledger).objects()
        table = fogline("export", kind, "--format", "csv", "--ledger", ledger).out
        rows = list(csv.DictReader(io.StringIO(table)))
        assert [row["id"] for row in rows] == [line["id"] for line in lines] != []


def test_an_unknown_kind_names_the_known_ones(fogline: Run, page: Path, ledger: Path) -> None:
    fogline("add", "--ledger", ledger, page)
    ran = fogline("export", "rumours", "--ledger", ledger)
    assert ran.status == 1
    assert "claims" in ran.err


@pytest.mark.parametrize("command", [["export", "claims"], ["board"], ["search", "x"], ["serve"]])
def test_a_missing_ledger_is_named_and_not_made(
    fogline: Run, ledger: Path, command: list[str]
) -> None:
    ran = fogline(*command, "--ledger", ledger)
    assert ran.status == 1
    assert str(ledger) in ran.err
    assert len(ran.err.splitlines()) == 1
    assert not ledger.exists()


def test_the_board_shows_three_counts(fogline: Run, page: Path, ledger: Path) -> None:
    fogline("add", "--ledger", ledger, page)
    ran = fogline("board", "--ledger", ledger)
    assert ran.status == 0
    assert "Conflict zones, latest" in ran.out
    assert "1 documents" not in ran.out
    assert "1 document" in ran.out
    assert "1 independent origin" in ran.out


def test_a_zone_that_is_not_on_the_board(fogline: Run, page: Path, ledger: Path) -> None:
    fogline("add", "--ledger", ledger, page)
    ran = fogline("board", "--zone", "atlantis", "--ledger", ledger)
    assert ran.status == 1
    assert "atlantis" in ran.err


def test_search_finds_all_words(fogline: Run, page: Path, note: Path, ledger: Path) -> None:
    fogline("add", "--ledger", ledger, page, note)
    assert "Brask" in fogline("search", "spokesman", "shelled", "--ledger", ledger).out
    assert fogline("search", "zeppelin", "--ledger", ledger).status == 1
