"""The calendar's names and what lasts: the lexicon's examples are read as their rows say."""

from __future__ import annotations

from datetime import date

import pytest

from fogline.model import Published
from fogline.reading.tables import rows
from fogline.reading.times import almanac, times
from tests.reading.sentences import One

MAY = Published("2016-05-18", "2016-05-18", "given")
KINDS = {"season", "year", "month", "week"}
DATED = [row for row in rows("times", "parts.csv") if row["kind"] in KINDS]
UNDATED = [row for row in rows("times", "parts.csv") if row not in DATED]


def read(text: str) -> tuple[date, date]:
    """Return the first and last day of the one expression in a text."""
    (found,) = times.find(text, MAY)
    assert found.when is not None
    return date.fromisoformat(found.when.start or ""), date.fromisoformat(found.when.end or "")


@pytest.mark.parametrize("row", list(rows("times", "months.csv")), ids=lambda row: row["name"])
def test_a_month_is_read_in_each_of_its_forms(row: dict[str, str]) -> None:
    for form in filter(None, (row["name"], *row["short"].split("|"))):
        first, _ = read(f"It fell {row['example'].replace(row['name'], form)}.")
        assert (first.month, first.day) == (int(row["number"]), 3)


@pytest.mark.parametrize("row", list(rows("times", "weekdays.csv")), ids=lambda row: row["name"])
def test_a_weekday_is_known_in_each_of_its_forms(row: dict[str, str]) -> None:
    first, _ = read(f"It fell {row['example']}.")
    assert first.isoweekday() == int(row["number"])
    for form in row["short"].split("|"):
        assert almanac.weekday_of(form) == first.weekday()


@pytest.mark.parametrize("row", DATED, ids=lambda row: row["example"])
def test_a_part_of_a_year_month_or_week_is_read_by_its_bounds(row: dict[str, str]) -> None:
    first, last = read(f"It fell {row['example']}.")
    numbers = {"month": lambda day: day.day, "week": date.isoweekday}
    number = numbers.get(row["kind"], lambda day: day.month)
    assert (number(first), number(last)) == (int(row["from"]), int(row["to"]))


@pytest.mark.parametrize("row", UNDATED, ids=lambda row: row["word"])
def test_what_dates_nothing_by_itself_is_a_feast_or_the_night(row: dict[str, str]) -> None:
    assert row["word"] in almanac.FEASTS or (int(row["from"]), int(row["to"])) == almanac.NIGHT


@pytest.mark.parametrize(
    ("kind", "trigger", "first", "last"),
    [
        ("begun", "killed", "2019-01-01", "2024-03-06"),
        ("told", "killed", "2019-03-08", "2024-03-06"),
        ("stock", "fuel", "2024-03-06", "2024-03-15"),
    ],
)
def test_what_lasts_dates_its_example(
    claim: One, kind: str, trigger: str, first: str, last: str
) -> None:
    (row,) = (row for row in rows("times", "lasting.csv") if row["kind"] == kind)
    when = claim(f"{row['example']}.", trigger).when
    assert (when.start, when.end) == (first, last)
