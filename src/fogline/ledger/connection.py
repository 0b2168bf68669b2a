"""How a ledger's database is opened, made or migrated, and what its faults are called.

A SQLite file in WAL mode: one process writes, many threads and processes read. FULL
synchronisation makes a commit mean that the bytes have reached the disk.
"""

from __future__ import annotations

import json
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from fogline.errors import StopRun
from fogline.ledger.adoption import adopt

IN_MEMORY = ":memory:"
SCHEMA = "0009"
APPLICATION_ID = 0x464F474C  # "FOGL": what tells a ledger from any other SQLite file
WAIT_SECONDS = 30.0
RETRY_SECONDS = 0.01
WRITING = {"begin": "IMMEDIATE"}  # take the write lock at once: no deadlock between two writers

PRAGMAS = {
    True: ("PRAGMA query_only = ON",),  # read-only
    False: (
        "PRAGMA foreign_keys = ON",
        "PRAGMA recursive_triggers = ON",
        "PRAGMA synchronous = FULL",
        "PRAGMA cache_size = -65536",  # KiB: what a document stands under lies all over the file
        "PRAGMA wal_autocheckpoint = 16000",  # pages: what many documents change goes in once
    ),
}

NO_FILE = ("there is no such file", "make one with `fogline add`, or name another")
NOT_A_LEDGER = ("this is not a ledger", "name another file with --ledger or FOGLINE_LEDGER")
RENEWS = "`fogline add` renews it, and so does `fogline rebuild`"
GO_ON = "free some space and run the same command again: what was acknowledged is kept"
CANNOT_GROW = ("it could not be written: the disk is full, or a file has reached its limit", GO_ON)
FAULTS = {
    sqlite3.SQLITE_FULL: ("the disk is full", GO_ON),
    sqlite3.SQLITE_IOERR_WRITE: CANNOT_GROW,
    sqlite3.SQLITE_IOERR_FSYNC: CANNOT_GROW,
    sqlite3.SQLITE_IOERR_SHMSIZE: CANNOT_GROW,
    sqlite3.SQLITE_IOERR: (
        "the disk could not be read or written",
        "check the disk, then run the same command again: what was acknowledged is kept",
    ),
    sqlite3.SQLITE_BUSY: (
        f"another process has been writing to it for {WAIT_SECONDS:.0f} seconds",
        "wait until that has ended and run the same command again",
    ),
    sqlite3.SQLITE_READONLY: ("it may not be written to", "check the rights of file and folder"),
    sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", "check the path and its rights"),
    sqlite3.SQLITE_PERM: ("it may not be opened", "check the rights of file and folder"),
    sqlite3.SQLITE_CORRUPT: (
        "its file is damaged",
        "restore it from a copy, or add the same inputs to a new ledger",
    ),
    sqlite3.SQLITE_NOTADB: NOT_A_LEDGER,
}


def stop(path: Path | str, reason: str, remedy: str) -> StopRun:
    """Return the one-line error that names the ledger, the reason and the way out."""
    return StopRun(f"ledger {path}: {reason} ({remedy})")


def open_engine(path: Path | str, *, read_only: bool, there: bool = False) -> Engine:
    """Return an engine on a ledger; unless `read_only` or `there`, one that is not there is made.

    Raises StopRun where there is no ledger, or a newer one than this version knows.
    """
    if (read_only or there) and not Path(path).is_file():
        raise stop(path, *NO_FILE)
    if not read_only and str(path) != IN_MEMORY:
        _make_folder(Path(path))
    engine = _engine(path, read_only=read_only)
    try:
        with faults(path), engine.connect() as connection:
            found = _found(connection, path)
            if found is None and (read_only or there):
                raise stop(path, *NOT_A_LEDGER)
            _check(found, path) if read_only else _bring_up(connection, path, found)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def faults(path: Path | str) -> Iterator[None]:
    """Turn the database's faults into StopRun with a remedy; programming errors pass."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        code = getattr(cause, "sqlite_errorcode", None)
        if code is None or code & 0xFF not in FAULTS:
            raise
        raise stop(path, *FAULTS.get(code, FAULTS[code & 0xFF])) from error


@contextmanager
def autocommitting(engine: Engine) -> Iterator[sqlite3.Connection]:
    """Give a connection of the driver, for the statements that stand in no transaction."""
    connection = engine.raw_connection()
    try:
        yield cast(sqlite3.Connection, connection.driver_connection)
    finally:
        connection.close()


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"its folder cannot be made: {error.strerror}"
        raise stop(path, reason, "name another with --ledger or FOGLINE_LEDGER") from error


def _engine(path: Path | str, *, read_only: bool) -> Engine:
    engine = sa.create_engine(
        "sqlite://",
        creator=_connector(path, read_only=read_only),
        json_serializer=partial(json.dumps, ensure_ascii=False),
        poolclass=sa.StaticPool if str(path) == IN_MEMORY else sa.QueuePool,
    )
    sa.event.listen(engine, "begin", _begin)
    return engine


def _connector(path: Path | str, *, read_only: bool) -> Callable[[], sqlite3.Connection]:
    mode = "?mode=ro" if read_only else ""
    name = IN_MEMORY if str(path) == IN_MEMORY else Path(path).absolute().as_uri() + mode

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            name, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False, uri=True
        )
        for pragma in PRAGMAS[read_only]:
            connection.execute(pragma)
        return connection

    return connect


def _begin(connection: Connection) -> None:
    """Begin as WRITING asks; left alone, the driver would begin late and commit before DDL."""
    kind = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {kind}")


def _found(connection: Connection, path: Path | str) -> str | None:
    with connection.begin():
        return _schema(connection, path)


def _check(found: str | None, path: Path | str) -> None:
    if _number(found or "") < _number(SCHEMA):
        raise stop(path, f"its schema {found} is older than {SCHEMA}", RENEWS)


def _bring_up(connection: Connection, path: Path | str, found: str | None) -> None:
    """Bring the schema up to this version's, in one transaction."""
    if found == SCHEMA:
        return
    _use_write_ahead_log(connection)
    with connection.execution_options(**WRITING).begin():
        if _schema(connection, path) != SCHEMA:  # another process may have been first
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            _upgrade(connection)
            adopt(connection)


def _schema(connection: Connection, path: Path | str) -> str | None:
    """Return the schema's number, None for an empty file; raise StopRun if it is none of ours."""
    if not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
        return None
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
        raise stop(path, *NOT_A_LEDGER)
    found = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    if _number(found) > _number(SCHEMA):
        reason = f"its schema {found} is newer than {SCHEMA}, the newest that this version knows"
        raise stop(path, reason, "install a newer fogline")
    return found


def _number(revision: str) -> int:
    """Return the number in a revision's name, by which schemas follow one another."""
    return int("".join(re.findall(r"\d+", revision)[:1]) or 0)


def _use_write_ahead_log(connection: Connection) -> None:
    """Set WAL, which the file keeps; SQLite refuses that inside a transaction.

    Changing the mode needs the file alone, and SQLite does not wait for that: of two processes
    that make one ledger the other would fail. So the wait is ours.
    """
    driver: Any = connection.connection.driver_connection
    deadline = time.monotonic() + WAIT_SECONDS
    while not _write_ahead_log_is_set(driver, last_try=time.monotonic() > deadline):
        time.sleep(RETRY_SECONDS)


def _write_ahead_log_is_set(driver: sqlite3.Connection, *, last_try: bool) -> bool:
    try:
        driver.execute("PRAGMA journal_mode = WAL").fetchall()
    except sqlite3.OperationalError as error:
        if last_try or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def _upgrade(connection: Connection) -> None:
    # Here, for alembic is slow to import and wanted only when a ledger is made or renewed.
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    folder = str(Path(__file__).parent / "migrations").replace("%", "%%")
    config.set_main_option("script_location", folder)
    command.upgrade(config, "head")
