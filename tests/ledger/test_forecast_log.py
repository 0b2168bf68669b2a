"""The log of forecasts: appended in order, frozen by the database itself, read back as it was."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from fogline.ledger import Ledger
from fogline.model import ForecastEntry, Reading, Window
from fogline.weighing.forecast.forecasts import correction, entries
from tests.ledger.invented import capture, claim, reading

TEXT = "The governor's office said that armed men will have shelled the mill by Monday."


def forecast(n: int = 1) -> tuple[Reading, ForecastEntry]:
    of = capture(f"{TEXT} Note {n}.")
    read = reading(of, claim(of.id, of.body.decode(), status="forecast"))
    return read, entries(read)[0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path) as ledger:
        for n in (1, 2):
            read, entry = forecast(n)
            ledger.add(capture(f"{TEXT} Note {n}."), read, [entry])
    return path


@pytest.fixture
def shell(path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection, as anybody's database shell would open it."""
    with closing(sqlite3.connect(path)) as connection:
        yield connection


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log SET content = '{}' WHERE kind = 'forecast'",
        "UPDATE log SET seq = seq + 10 WHERE kind = 'forecast'",
        "UPDATE OR REPLACE log SET at = '2001-01-01T00:00:00+00:00' WHERE kind = 'forecast'",
        "DELETE FROM log WHERE kind = 'forecast'",
        "INSERT OR REPLACE INTO log SELECT * FROM log WHERE kind = 'forecast'",
    ],
)
def test_the_database_refuses_every_change(
    path: Path, shell: sqlite3.Connection, statement: str
) -> None:
    query = "SELECT * FROM log WHERE kind = 'forecast'"
    before = shell.execute(query).fetchall()
    with pytest.raises(sqlite3.IntegrityError, match=r"never|only ever"):
        shell.execute(statement)
    shell.rollback()
    assert shell.execute(query).fetchall() == before
    assert len(before) == 2


def test_an_entry_comes_back_as_it_was_frozen(path: Path) -> None:
    with Ledger.open(path) as ledger:
        log = ledger.forecast_log()
    assert [entry.seq for entry in log] == [1, 2]
    assert all(entry.recorded_at and entry.recorded_at.endswith("+00:00") for entry in log)
    assert [replace(e, seq=None, recorded_at=None) for e in log] == [forecast(n)[1] for n in (1, 2)]


def test_each_line_is_the_one_text_of_its_entry(path: Path, shell: sqlite3.Connection) -> None:
    """What a chain of hashes is taken over: the stored bytes, with number and time inside."""
    with Ledger.open(path) as ledger:
        lines, log = ledger.forecast_lines(), ledger.forecast_log()
    assert [json.loads(line)["seq"] for line in lines] == [1, 2]
    for line, entry in zip(lines, log, strict=True):
        parsed = json.loads(line)
        assert line == json.dumps(parsed, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        assert parsed["recorded_at"] == entry.recorded_at
        assert parsed["words"] == entry.words


def test_what_is_in_the_log_is_not_recorded_again(path: Path) -> None:
    with Ledger.open(path) as ledger:
        before = ledger.forecast_lines()
        assert ledger.record_forecasts([forecast(1)[1]]) == 0
        assert ledger.record_forecasts([forecast(3)[1], forecast(3)[1]]) == 1
        assert ledger.forecast_lines()[:2] == before


def test_a_correction_is_appended_and_the_entry_stays(path: Path) -> None:
    with Ledger.open(path) as ledger:
        before = ledger.forecast_lines()
        first = ledger.forecast_log()[0]
        better = correction(
            first, "desk officer", "the text says Tuesday", window=Window(), rule=first.rule
        )
        assert ledger.record_forecasts([better]) == 1
        *old, new = ledger.forecast_log()
    assert tuple(before) == ledger_lines(path)[:2]
    assert (new.corrects, new.by, new.seq) == (first.id, "desk officer", 3)
    assert old[0] == first


def test_a_document_known_already_adds_no_entry(path: Path) -> None:
    with Ledger.open(path) as ledger:
        read, entry = forecast(1)
        assert not ledger.add(capture(f"{TEXT} Note 1."), read, [replace(entry, id="forecast:x")])
        assert len(ledger.forecast_log()) == 2


def ledger_lines(path: Path) -> tuple[str, ...]:
    with Ledger.open(path, read_only=True) as ledger:
        return ledger.forecast_lines()
