"""What whoever adds a capture states of it stands with the capture, sealed like the rest of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from fogline.errors import StopRun
from fogline.ledger import Ledger
from fogline.ledger.connection import SCHEMA
from fogline.ledger.copies import backup, restore
from fogline.ledger.verification import verify
from fogline.model import Capture, Quarantined, Stated
from tests.ledger.invented import capture, pair, reading

STATED = Stated(publisher="Zebulon Gazette", title="Shelling at Orvelo")
BEFORE = "0007"  # the last schema in which nothing could be stated
SINCE = (
    ("captures", "stated"),
    ("quarantine", "stated"),
    ("judgements", "revoked_by"),
    ("judgements", "revoked_reason"),
    ("crowded_signs", "number"),
)
DAY = "2031-03-05T10:00:00+00:00"


def told(text: str = "The mill was shelled.", **fields: object) -> Capture:
    return capture(text, **{"stated": STATED} | fields)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


def altered(path: Path, statement: str) -> list[str]:
    """Change a capture past its triggers; return what verification then says."""
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TRIGGER captures_no_update")
        raw.execute(statement)
    return [f"{fault.kind}: {fault.reason}" for fault in verify(path).faults]


def of_before(path: Path) -> None:
    """Make a ledger into what the version before left: without the columns that came since."""
    with closing(sqlite3.connect(path)) as raw, raw:
        for table, column in SINCE:
            raw.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        raw.execute("UPDATE alembic_version SET version_num = ?", (BEFORE,))


def test_it_comes_back_with_its_capture(path: Path) -> None:
    bare, partly = (
        pair(1)[0],
        told("Another mill was shelled.", stated=Stated(url="https://quay.example/1")),
    )
    with Ledger.open(path) as ledger:
        for item in (told(), partly, bare):
            assert ledger.add(item, reading(item))
        kept = {item.id: item for item in ledger.captures()}
    assert kept == {item.id: item for item in (told(), partly, bare)}
    assert verify(path).faults == ()


@pytest.mark.parametrize(
    "change",
    [
        """stated = '{"publisher": "Another Gazette"}'""",
        "stated = NULL",
        "stated = ''",
    ],
)
def test_who_changes_it_is_found_out(path: Path, change: str) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(told(), reading(told()))
    assert altered(path, f"UPDATE captures SET {change}") == [
        "capture: it is not what was recorded"
    ]


def test_nor_can_anything_be_stated_afterwards(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(*pair())
    change = """UPDATE captures SET stated = '{"publisher": "Another Gazette"}'"""
    with (
        closing(sqlite3.connect(path)) as raw,
        pytest.raises(sqlite3.IntegrityError, match="captures are never edited"),
    ):
        raw.execute(change)
    assert altered(path, change) == ["capture: it is not what was recorded"]


def test_a_ledger_from_before_keeps_its_log_and_takes_what_is_stated(path: Path) -> None:
    with Ledger.open(path) as ledger:
        for n in range(3):
            ledger.add(*pair(n))
        ledger.take_down(pair(0)[0].id, "desk officer", "a court's order")
        before = list(ledger.entries())
    of_before(path)
    assert verify(path).faults == ()  # as it is, without being brought up to date
    with pytest.raises(StopRun, match=f"its schema {BEFORE} is older than {SCHEMA}"):
        Ledger.open(path, read_only=True)
    with Ledger.open(path) as ledger:
        assert list(ledger.entries()) == before
        assert {item.stated for item in ledger.captures()} == {None}
        assert ledger.add(told(), reading(told()))
    assert verify(path).faults == ()


def test_a_takedown_leaves_nothing_of_it(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(told(), reading(told()))
        failed = Quarantined("a.txt", "encoding", "", "", DAY, DAY, 1, "0", None, told())
        ledger.quarantine().keep(failed)
    with Ledger.open(path) as ledger:
        ledger.take_down(told().id, "desk officer", "a court's order")
        files = path.parent.glob(f"{path.name}*")
        assert not [p for p in files if b"zebulon" in p.read_bytes().lower()]
    assert verify(path).faults == ()


def test_a_backup_holds_it(path: Path, tmp_path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(told(), reading(told()))
        backup(path, tmp_path / "copy.sqlite")
    restore(tmp_path / "copy.sqlite", tmp_path / "again.sqlite")
    with Ledger.open(tmp_path / "again.sqlite") as again:
        assert list(again.captures()) == [told()]


def test_quarantine_keeps_it_for_the_next_try(path: Path) -> None:
    held = told(name="a.txt")
    failed = Quarantined("a.txt", "encoding", "", "", DAY, DAY, 1, "0", None, held)
    other = replace(failed, item="b.txt", capture=capture("No more.", "b.txt"))
    with Ledger.open(path) as ledger:
        for item in (failed, other):
            ledger.quarantine().keep(item)
            assert ledger.quarantine().capture(item.item) == item.capture


def test_a_log_that_is_lost_is_written_anew_with_it(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(told(), reading(told()))
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TRIGGER log_no_delete")
        raw.execute("DELETE FROM log")
    with Ledger.open(path) as ledger:
        assert ledger.adopt() == 2
    assert verify(path).faults == ()
