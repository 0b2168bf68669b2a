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
def test_what_dates_nothing_by_itself_is_the_night(row: dict[str, str]) -> None:
    assert (int(row["from"]), int(row["to"])) == almanac.NIGHT


@pytest.mark.parametrize(
    ("kind", "trigger", "first", "last"),
    [
        ("begun", "killed", "2019-01-01", "2024-03-06"),
        ("told", "killed", "2019-03-08", "2024-03-06"),
        ("stock", "fuel", "2024-03-06", "2024-03-15"),
        ("until", "truce", "2024-03-06", "2024-03-26"),
    ],
)
def test_what_lasts_dates_its_example(
    claim: One, kind: str, trigger: str, first: str, last: str
) -> None:
    (row,) = (row for row in rows("times", "lasting.csv") if row["kind"] == kind)
    when = claim(f"{row['example']}.", trigger).when
    assert (when.start, when.end) == (first, last)


@pytest.mark.parametrize("row", list(rows("times", "feasts.csv")), ids=lambda row: row["feast"])
def test_a_feast_is_the_next_one_to_come(claim: One, row: dict[str, str]) -> None:
    found = claim(f"{row['example']}.", "truce")
    feast = almanac.next_feast(row["feast"], date(2024, 3, 6))
    assert feast is not None
    assert (found.when.start, found.when.end) == ("2024-03-06", feast.isoformat())
    days = row["days"].split()
    assert days == sorted(days)
    assert {len(day) for day in days} in ({len("12-25")}, {len("2024-12-25")})


def test_no_feast_is_known_beyond_the_almanac() -> None:
    assert almanac.next_feast("Ramadan", date(2090, 1, 1)) is None
    assert almanac.next_feast("Christmas", date(2090, 12, 25)) == date(2091, 12, 25)


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        ("Rebels will take Homs before Ramadan.", "take", "2024-03-06", "2024-03-10"),
        ("There will be no attack on Homs before Easter.", "attack", "2024-03-06", "2024-03-30"),
        ("The army will hold Hama for at least another week.", "hold", "2024-03-06", "2024-03-13"),
        ("Rebels took Homs before Ramadan.", "took", "2024-03-06", "2024-03-06"),
        ("The army attacked the Christmas market in Homs.", "attacked", "2024-03-06", "2024-03-06"),
    ],
)
def test_a_feast_bounds_only_what_is_to_come(
    claim: One, text: str, trigger: str, first: str, last: str
) -> None:
    when = claim(text, trigger).when
    assert (when.start, when.end) == (first, last)
