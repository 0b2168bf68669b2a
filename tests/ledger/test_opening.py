"""Opening: what is no ledger is named as such and left as it was; many may read while one adds."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import fogline.ledger
from fogline.errors import StopRun
from fogline.ledger import Ledger
from fogline.ledger.connection import SCHEMA, open_engine
from fogline.ledger.schema import METADATA
from tests.ledger.invented import pair

MIGRATIONS = Path(fogline.ledger.__file__).parent / "migrations"


def execute(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(statement).fetchall()


def test_a_ledger_to_read_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(StopRun, match=r"no\.sqlite: there is no such file .*fogline add"):
        Ledger.open(tmp_path / "no.sqlite", read_only=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize(
    "content", [b"%PDF-1.7 no database" * 99, b"SQLite format 3\0" + b"x" * 99]
)
def test_another_file_is_no_ledger(tmp_path: Path, content: bytes, read_only: bool) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(content)
    with pytest.raises(StopRun, match=r"page\.pdf: (this is not a ledger|its file is damaged)"):
        Ledger.open(path, read_only=read_only)
    assert path.read_bytes() == content


@pytest.mark.parametrize("read_only", [True, False])
def test_another_database_is_no_ledger(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "photos.sqlite"
    execute(path, "CREATE TABLE photos (id)")
    before = path.read_bytes()
    with pytest.raises(StopRun, match="this is not a ledger"):
        Ledger.open(path, read_only=read_only)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_ledger_only_to_write(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    path.touch()
    with pytest.raises(StopRun, match="this is not a ledger"):
        Ledger.open(path, read_only=True)
    with Ledger.open(path) as ledger:
        assert ledger.add(*pair())


@pytest.mark.parametrize("read_only", [True, False])
def test_a_newer_ledger_is_left_alone(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "l.sqlite"
    Ledger.open(path).close()
    execute(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StopRun, match=r"schema 9999 is newer .*install a newer fogline"):
        Ledger.open(path, read_only=read_only)


def test_an_older_ledger_is_not_read_before_it_is_renewed(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    Ledger.open(path).close()
    execute(path, "UPDATE alembic_version SET version_num = '0000'")
    with pytest.raises(StopRun, match=r"schema 0000 is older .*renews it"):
        Ledger.open(path, read_only=True)


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(StopRun, match="cannot be opened"):
        Ledger.open(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(StopRun, match="folder cannot be made"):
        Ledger.open(tmp_path / "file" / "l.sqlite")


def test_read_only_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    Ledger.open(path).close()
    with (
        Ledger.open(path, read_only=True) as ledger,
        pytest.raises(StopRun, match="may not be written to"),
    ):
        ledger.add(*pair())


def test_every_commit_reaches_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    Ledger.open(path).close()
    engine = open_engine(path, read_only=False)
    with engine.connect() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    engine.dispose()
    assert asked == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_full_disk_stops_the_run_and_keeps_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    with Ledger.open(path) as ledger:
        ledger.add(*pair(0))
        with ledger._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 4}")
        with pytest.raises(StopRun, match=r"the disk is full \(free some space"):
            for n in range(1, 99):
                ledger.add(*pair(n))
        kept = list(ledger.captures())
        assert kept
        assert [ledger.reading(c.id) is not None for c in kept] == [True] * len(kept)
    with Ledger.open(path) as ledger:
        assert ledger.add(*pair(99))


def test_a_damaged_ledger_is_named(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    with Ledger.open(path) as ledger:
        for n in range(20):
            ledger.add(*pair(n))
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))
    with pytest.raises(StopRun, match=r"damaged .*restore it"), Ledger.open(path) as ledger:
        list(ledger.readings())


def test_many_read_while_one_adds(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    with Ledger.open(path) as writer, Ledger.open(path, read_only=True) as reader:

        def seen(_: int) -> bool:
            readings = list(reader.readings())
            return all(len(r.claims) == 1 for r in readings) and len(readings) <= 30

        with ThreadPoolExecutor(8) as threads:
            looks = threads.map(seen, range(40))
            for n in range(30):
                assert writer.add(*pair(n))
            assert all(looks)
        assert reader.counts()["documents"] == 30


OPENING = """
import sys
from fogline.ledger import Ledger
from tests.ledger.invented import pair
with Ledger.open(sys.argv[1]) as ledger:
    print(sum(ledger.add(*pair(n)) for n in range(5)))
"""


def test_two_processes_make_one_ledger(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    started = [
        subprocess.Popen(
            [sys.executable, "-c", OPENING, str(path)],
            stdout=subprocess.PIPE,
            text=True,
            env={"PYTHONPATH": "src:."},
            cwd=Path(__file__).parents[2],
        )
        for _ in range(2)
    ]
    assert sum(int(process.communicate(timeout=60)[0]) for process in started) == 5


def test_making_a_ledger_waits_for_who_writes_its_file(tmp_path: Path) -> None:
    """Setting the write-ahead log needs the file alone, and SQLite itself does not wait for it."""
    path = tmp_path / "l.sqlite"
    path.touch()
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        release = threading.Timer(0.3, other.execute, ["ROLLBACK"])
        release.start()
        with Ledger.open(path) as ledger:
            assert ledger.add(*pair())
        release.join()


def test_migrations_make_the_schema() -> None:
    engine = open_engine(":memory:", read_only=False)
    with engine.connect() as connection:
        searched = "_search"
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or searched not in name},
        )
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_the_newest_migration_is_the_schema() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [SCHEMA]
