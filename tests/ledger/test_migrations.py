"""A ledger of every released schema is brought up to date, and loses nothing on the way.

`released/NUMBER.sql` is what that version wrote, `NUMBER.json` what it exported of it. A release
with a new schema adds the two, made by itself.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

import fogline.ledger
from fogline.export import lines
from fogline.ledger import Ledger
from fogline.ledger.connection import APPLICATION_ID, SCHEMA
from fogline.ledger.verification import verify
from fogline.model import to_dict
from tests.ledger.invented import capture, claim, pair, reading

RELEASED = Path(__file__).parent / "released"
NUMBERS = sorted(path.stem for path in RELEASED.glob("*.sql"))


def made(path: Path, number: str) -> Path:
    """Make a ledger as a released version left it."""
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option(
            "script_location", str(Path(fogline.ledger.__file__).parent / "migrations")
        )
        command.upgrade(config, number)
        connection.commit()
    engine.dispose()
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript((RELEASED / f"{number}.sql").read_text(encoding="utf-8"))
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.execute("PRAGMA journal_mode = WAL")
    return path


@pytest.fixture(params=NUMBERS)
def number(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _of(found: Any, was: Any) -> Any:
    """Return what is found of the fields that there were: later releases only add."""
    if isinstance(was, dict):
        return {name: _of(found[name], value) for name, value in was.items()}
    if isinstance(was, list) and len(found) == len(was):
        return [_of(one, other) for one, other in zip(found, was, strict=True)]
    return found


def test_there_is_something_released() -> None:
    assert NUMBERS[0] == "0001"


def test_what_a_release_exported_is_exported_still(tmp_path: Path, number: str) -> None:
    path = made(tmp_path / "l.sqlite", number)
    before = json.loads((RELEASED / f"{number}.json").read_text(encoding="utf-8"))
    with Ledger.open(path) as ledger:
        for kind, expected in before.items():
            found = [json.loads(line) for line in lines(ledger, kind, "jsonl")]
            assert _of(found, expected) == expected
        assert len(ledger.search("mill")) == 2
        assert ledger.add(*pair(99))
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [(SCHEMA,)]
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []


def test_everything_of_a_release_gets_its_entry(tmp_path: Path, number: str) -> None:
    path = made(tmp_path / "l.sqlite", number)
    with Ledger.open(path) as ledger:
        kinds = [entry.kind for entry in ledger.entries()]
    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        "capture": 3,
        "document": 3,
        "judgement": 2,
        "weighing": 1,
    }
    assert verify(path).faults == ()
    Ledger.open(path).close()
    assert verify(path).head.entries == len(kinds)


def test_a_judgement_of_a_release_finds_its_words(tmp_path: Path, number: str) -> None:
    with Ledger.open(made(tmp_path / "l.sqlite", number)) as ledger:
        (judged,) = (j for j in ledger.judgements() if j.id == "j1")
        (old,) = (c for _, c in ledger.claims() if c.id == judged.subjects[0])
        (read,) = (r for r in ledger.readings() if old in r.claims)
        of = ledger.capture(read.document.id)
        assert of is not None
        assert capture(of.body.decode()).id == of.id
        newer = claim(of.id, read.document.text, old.trigger.text, certainty="probable")
        ledger.renew(reading(of, newer))
        assert ledger.carried() == {old.id: newer.id}
        assert to_dict(judged) == to_dict(next(j for j in ledger.judgements() if j.id == "j1"))
    assert verify(tmp_path / "l.sqlite").faults == ()
