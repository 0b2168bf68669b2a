"""Backups are whole or not there; what was damaged is not restored."""

from __future__ import annotations

import json
import random
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from fogline.errors import StopRun
from fogline.ledger import Ledger
from fogline.ledger.copies import backup, restore
from fogline.ledger.verification import verify
from tests.ledger.filling import filled
from tests.ledger.invented import pair


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.sqlite"
    filled(path)
    return path


@pytest.fixture
def copy(path: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "elsewhere" / "backup.sqlite"
    backup(path, copy)
    return copy


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def held(path: Path) -> list[object]:
    with Ledger.open(path, read_only=True) as ledger:
        every = (ledger.captures(), ledger.readings(), ledger.entries())
        return [*map(list, every), ledger.judgements(), ledger.events(), ledger.takedowns()]  # type: ignore[arg-type]


def test_there_and_back_again(path: Path, copy: Path, tmp_path: Path) -> None:
    assert names(copy.parent) == {"backup.sqlite", "backup.sqlite.json"}
    note = json.loads(copy.with_name("backup.sqlite.json").read_text(encoding="utf-8"))
    other = tmp_path / "new" / "other.sqlite"
    head = restore(copy, other)
    assert (note["entries"], note["hash"]) == (head.entries, head.hash)
    assert held(other) == held(path)
    with Ledger.open(other) as ledger:
        assert ledger.add(*pair(77))
    with closing(sqlite3.connect(other)) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert verify(other).faults == ()


def test_a_backup_of_a_ledger_that_is_being_written(path: Path, tmp_path: Path) -> None:
    with Ledger.open(path) as ledger, ledger._write() as raw:
        raw.exec_driver_sql("INSERT INTO takedowns SELECT id, 'x', 'x', 'x' FROM captures LIMIT 1")
        head = backup(path, tmp_path / "b.sqlite")
    assert verify(tmp_path / "b.sqlite", [head]).head == head


def test_a_backup_can_be_read_where_nothing_can_be_written(copy: Path) -> None:
    copy.chmod(stat.S_IRUSR)
    assert verify(copy).faults == ()
    assert held(copy)


def test_any_flipped_byte_of_a_backup_is_found(copy: Path, tmp_path: Path) -> None:
    body, drawn = copy.read_bytes(), random.Random(2)
    for _ in range(40):
        changed = bytearray(body)
        changed[drawn.randrange(len(body))] ^= 1 << drawn.randrange(8)
        copy.write_bytes(changed)
        with pytest.raises(StopRun, match="its bytes are not those"):
            restore(copy, tmp_path / "other.sqlite")
    assert not (tmp_path / "other.sqlite").exists()


def test_without_its_note_a_backup_is_held_against_its_log(copy: Path, tmp_path: Path) -> None:
    copy.with_name("backup.sqlite.json").unlink()
    with closing(sqlite3.connect(copy)) as raw, raw:
        raw.execute("DROP TRIGGER claims_no_update")
        raw.execute("UPDATE claims SET certainty = 'certain', status = 'forged'")
    with pytest.raises(StopRun, match=r"entry \d+: it is not what was recorded \(restore another"):
        restore(copy, tmp_path / "other.sqlite")
    assert not (tmp_path / "other.sqlite").exists()


def test_a_damaged_ledger_is_not_backed_up(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TRIGGER claims_no_update")
        raw.execute("UPDATE claims SET status = 'forged'")
    with pytest.raises(StopRun, match="fogline verify"):
        backup(path, tmp_path / "b.sqlite")
    assert not list(tmp_path.glob("*b.sqlite*"))


def test_nothing_is_overwritten(path: Path, copy: Path) -> None:
    with pytest.raises(StopRun, match="is there already"):
        backup(path, copy)
    with pytest.raises(StopRun, match=r"is there already \(--replace"):
        restore(copy, path)
    with Ledger.open(path) as ledger:
        ledger.add(*pair(88))
    before = held(path)
    restore(copy, path, replace=True)
    restore(copy, path, replace=True)
    assert held(path) != before
    assert held(path.with_name("ledger.sqlite.replaced-1")) == before
    assert path.with_name("ledger.sqlite.replaced-2").exists()


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(StopRun, match="no such file"):
        backup(tmp_path / "none.sqlite", tmp_path / "b.sqlite")
    with pytest.raises(StopRun, match="no such file"):
        restore(tmp_path / "none.sqlite", tmp_path / "l.sqlite")
    (tmp_path / "b.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(StopRun, match="restore another backup"):
        restore(tmp_path / "b.sqlite", tmp_path / "l.sqlite")
