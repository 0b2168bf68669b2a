"""The database itself keeps the record: no edit, no deletion, no replacement, by anyone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from fogline.errors import StopRun
from fogline.ledger import Ledger
from fogline.ledger.verification import verify
from tests.ledger.invented import judgement, pair


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path) as ledger:
        ledger.add(*pair())
        ledger.judge(judgement())
    return path


@pytest.fixture
def shell(path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection, as anybody's database shell would open it."""
    with closing(sqlite3.connect(path)) as connection:
        yield connection


RECORDED = {
    "captures": "name",
    "documents": "text",
    "parts": "role",
    "claims": "status",
    "judgements": "reason",
}


@pytest.mark.parametrize("table", RECORDED)
@pytest.mark.parametrize(
    "form",
    [
        "UPDATE {0} SET {1} = 'x'",
        "UPDATE OR REPLACE {0} SET {1} = 'x'",
        "DELETE FROM {0}",
        "INSERT OR REPLACE INTO {0} SELECT * FROM {0}",
    ],
)
def test_nothing_recorded_changes(shell: sqlite3.Connection, table: str, form: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"never|only ever revoked"):
        shell.execute(form.format(table, RECORDED[table]))


def test_a_judgement_is_revoked_once_and_else_never_edited(path: Path) -> None:
    with Ledger.open(path) as ledger:
        assert ledger.judgements() == (judgement(),)
        assert not ledger.judge(judgement())
        assert ledger.revoke("j1", "2031-04-01T00:00:00+00:00")
        assert not ledger.revoke("j1", "2031-05-01T00:00:00+00:00")
        assert ledger.judgements() == (judgement(revoked_at="2031-04-01T00:00:00+00:00"),)


def test_who_revoked_it_and_why_is_sealed(path: Path) -> None:
    at = "2031-04-01T00:00:00+00:00"
    with Ledger.open(path) as ledger:
        ledger.revoke("j1", at, "another desk", "a newer map")
        revoked = judgement(revoked_at=at, revoked_by="another desk", revoked_reason="a newer map")
        assert ledger.judgements() == (revoked,)
    assert verify(path).faults == ()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TRIGGER judgements_only_revoked")
        raw.execute("UPDATE judgements SET revoked_by = 'somebody else'")
    assert [fault.kind for fault in verify(path).faults] == ["judgement"]


def test_a_revoked_judgement_stays_revoked(path: Path, shell: sqlite3.Connection) -> None:
    with Ledger.open(path) as ledger:
        ledger.revoke("j1", "2031-04-01T00:00:00+00:00")
    with pytest.raises(sqlite3.IntegrityError, match="only ever revoked"):
        shell.execute("UPDATE judgements SET revoked_at = NULL")


def test_another_judgement_under_the_same_id_is_refused(path: Path) -> None:
    with (
        Ledger.open(path) as ledger,
        pytest.raises(StopRun, match=r"j1: another one .*revoke it"),
    ):
        ledger.judge(replace(judgement(), reason="on second thoughts"))


def test_an_unknown_judgement_cannot_be_revoked(path: Path) -> None:
    with Ledger.open(path) as ledger, pytest.raises(StopRun, match="j9: not in ledger"):
        ledger.revoke("j9", "2031-04-01T00:00:00+00:00")


def test_a_recorded_capture_knows_when_it_came_in(shell: sqlite3.Connection) -> None:
    (recorded_at,) = shell.execute("SELECT recorded_at FROM captures").fetchone()
    assert recorded_at.endswith("+00:00")
