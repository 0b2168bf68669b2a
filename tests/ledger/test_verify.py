"""Verification names the first bad entry, whatever was changed, taken out or cut off."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from bench.tampering import RECORDED, Flip, every_value, flipped, flips, shell, told_of
from fogline.chain import Fault, Head, digest
from fogline.errors import StopRun
from fogline.ledger import Ledger, log
from fogline.ledger.image import BUSY, FARED, compared, image, settle
from fogline.ledger.verification import verify
from fogline.model import Followed
from tests.ledger.filling import filled, weigh
from tests.ledger.invented import pair


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.sqlite"
    filled(path)
    return path


def first(path: Path, *heads: Head) -> int | None:
    """Return the number of the first bad entry."""
    return verify(path, heads).faults[0].seq


def test_what_nobody_touched_is_whole(path: Path) -> None:
    found = verify(path)
    assert found.faults == ()
    with Ledger.open(path) as ledger:
        entries = list(ledger.entries())
        assert found.head == ledger.head() == Head(len(entries), entries[-1].hash)
        kinds = {entry.kind for entry in entries}
    assert kinds == {"capture", "document", "judgement", "forecast", "weighing", "takedown"}
    assert verify(path, [found.head, Head(3, entries[2].hash)]).faults == ()


def test_an_empty_ledger_is_whole(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "l.sqlite").close()
    assert verify(tmp_path / "l.sqlite").faults == ()


def test_every_flipped_byte_is_named(path: Path) -> None:
    """In a sample over every byte of every value that is recorded; bench/durability.py has more."""
    with shell(path) as connection:
        for what in flips(connection, 1000, seed=7):
            expected = told_of(connection, what)
            with suppress(sqlite3.IntegrityError), flipped(connection, what):
                assert first(path) in expected, what
    assert verify(path).faults == ()


def test_a_flip_anywhere_in_the_file_is_named_or_changed_nothing(path: Path) -> None:
    with Ledger.open(path) as ledger:
        weigh(ledger)
    settle(path)
    whole, body, sealed = every_value(path), path.read_bytes(), image(path)
    assert sealed is not None and compared(path, sealed) is None
    drawn = random.Random(11)
    other = path.with_name("other.sqlite")
    silent = 0
    for _ in range(150):
        changed = bytearray(body)
        changed[drawn.randrange(len(body))] ^= 1 << drawn.randrange(8)
        other.write_bytes(changed)
        if not verify(other).faults:
            silent += 1
            assert every_value(other) == whole
            assert compared(other, sealed) is not None
    assert silent < 150


def reason(fault: Fault | None) -> str:
    return fault.reason if fault else ""


def test_a_sealed_file_is_the_same_until_something_is_written(path: Path) -> None:
    settle(path)
    sealed = image(path)
    assert sealed is not None
    assert verify(path).faults == () and compared(path, sealed) is None  # reading changes nothing
    with Ledger.open(path) as ledger:
        ledger.following().follow([Followed("https://quay.example/feed")])
        assert reason(compared(path, sealed)) == BUSY
    assert reason(compared(path, sealed)) == FARED


def test_most_flips_in_the_search_index_are_named(path: Path) -> None:
    """By the search's own check, which is no digest."""
    query = "SELECT id, block FROM documents_search_data ORDER BY length(block) DESC LIMIT 1"
    change = "UPDATE documents_search_data SET block = ? WHERE id = ?"
    with shell(path) as connection:
        number, block = connection.execute(query).fetchone()
        named = 0
        for at in range(0, len(block), 10):
            changed = bytearray(block)
            changed[at] ^= 1
            connection.execute(change, (bytes(changed), number))
            named += any(f.subject == "documents_search" for f in verify(path).faults)
        connection.execute(change, (block, number))
    assert named > 0.75 * len(block) / 10
    assert verify(path).faults == ()


@pytest.mark.parametrize("column", ["kind", "subject", "content", "previous"])
@pytest.mark.parametrize("value", [b"\xff\x00", 7, None])
def test_a_value_of_another_type_is_named(path: Path, column: str, value: object) -> None:
    with shell(path) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '')")
    with shell(path) as connection:
        (seq,) = connection.execute("SELECT seq FROM log WHERE kind = 'forecast'").fetchone()
        connection.execute(f"UPDATE log SET {column} = ? WHERE seq = ?", (value, seq))
    assert first(path) == seq


@pytest.mark.parametrize("table", RECORDED)
def test_a_missing_row_is_named(path: Path, table: str) -> None:
    with shell(path) as connection:
        (rowid,) = connection.execute(f"SELECT min(rowid) FROM {table}").fetchone()
        expected = told_of(connection, Flip(table, rowid, RECORDED[table][0], 0, 0))
        connection.execute(f"DELETE FROM {table} WHERE rowid = {rowid}")
    assert first(path) in expected


@pytest.mark.parametrize("table", ["captures", "documents", "judgements", "takedowns"])
def test_a_row_that_came_past_the_log_is_named(path: Path, table: str) -> None:
    names = ", ".join(f'"{c}"' for c in RECORDED[table][1:])
    with shell(path) as connection:
        connection.execute(
            f"INSERT INTO {table} ({RECORDED[table][0]}, {names})"
            f" SELECT 'sha256:new', {names} FROM {table} LIMIT 1"
        )
    (fault,) = (f for f in verify(path).faults if f.subject == "sha256:new")
    assert (fault.seq, fault.reason) == (None, "no entry of the log tells of it")


def test_a_cut_tail_is_named_against_a_sealed_head(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.append("forecast", "forecast:2", {"words": "expected"})
        ledger.append("forecast", "forecast:3", {"words": "expected"})
        head = ledger.head()
    with shell(path) as connection:
        connection.execute("DELETE FROM log WHERE subject IN ('forecast:2', 'forecast:3')")
    assert verify(path).faults == ()
    (fault,) = verify(path, [head]).faults
    assert fault.seq == head.entries - 1
    assert f"{head.entries} entries were sealed" in fault.reason


def test_a_log_written_anew_is_named_against_a_sealed_head(path: Path) -> None:
    """A chain that holds in itself and tells another story."""
    with Ledger.open(path) as ledger:
        heads = [Head(entry.seq, entry.hash) for entry in ledger.entries()]
    with shell(path) as connection:
        rows = connection.execute("SELECT * FROM log").fetchall()
        connection.execute("DELETE FROM log")
    with Ledger.open(path) as ledger, ledger._write() as raw:
        for row in rows:
            kind, subject, document, digested, content = (
                value.decode() if value else None for value in (*row[1:4], *row[5:7])
            )
            content = '{"words":"never said"}' if kind == "forecast" else content
            digested = digest(content.encode()) if content else digested
            log._append(raw, (kind, subject, document, digested, content))  # type: ignore[arg-type]
    assert verify(path).faults == ()
    forged = next(n for n, row in enumerate(rows) if row[1] == b"forecast")
    # The times differ too, unless all of it happened within one second.
    assert first(path, heads[forged - 1], heads[-1]) in {forged, len(heads)}


def test_a_later_head_and_an_earlier_one_narrow_it_down(path: Path) -> None:
    with Ledger.open(path) as ledger:
        whole = ledger.head()
    assert first(path, Head(4, "0" * 64), whole) == 4


def test_a_ledger_from_before_the_log_is_told_so(path: Path) -> None:
    with shell(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    with pytest.raises(StopRun, match="from before the log"):
        verify(path)
    with pytest.raises(StopRun, match="no such file"):
        verify(path.with_name("none.sqlite"))


@pytest.mark.parametrize("content", [b"", b"no database at all" * 99])
def test_what_is_no_ledger_is_faulty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.sqlite"
    path.write_bytes(content)
    assert verify(path).faults


@pytest.mark.parametrize(
    "form",
    [
        "UPDATE log SET at = 'x'",
        "UPDATE log SET content = NULL WHERE kind = 'takedown'",
        "UPDATE log SET content = NULL WHERE content IS NOT NULL",
        "DELETE FROM log WHERE seq = (SELECT max(seq) FROM log)",
        "INSERT OR REPLACE INTO log SELECT * FROM log",
        "INSERT INTO log SELECT seq + 99, kind, subject, document, at, digest, content, previous,"
        " hash FROM log WHERE seq = 1",
        "UPDATE former_readings SET digest = 'x'",
        "DELETE FROM former_readings",
        "INSERT OR REPLACE INTO former_readings SELECT * FROM former_readings",
        "UPDATE takedowns SET reason = 'x'",
        "DELETE FROM takedowns",
        "INSERT OR REPLACE INTO takedowns SELECT * FROM takedowns",
    ],
)
def test_the_database_itself_keeps_the_log(tmp_path: Path, form: str) -> None:
    path = tmp_path / "l.sqlite"
    filled(path)
    with Ledger.open(path) as ledger:
        ledger.append("forecast", "forecast:9", {"words": "expected"}, document=pair(0)[0].id)
    with (
        closing(sqlite3.connect(path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match=r"never|only ever"),
    ):
        connection.execute(form)
