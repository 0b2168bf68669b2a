"""The calendar's names: months, weekdays, seasons, feasts, and parts of a year, a month, a week
and a day (data: lexicon/times).
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from fogline.reading.tables import rows

_YEARLY: Final = 5
_TELLING: Final = 3  # letters that tell one name from every other


class Name(NamedTuple):
    """A month's or a weekday's name, its short forms, the longest first, and its number from 1."""

    name: str
    short: tuple[str, ...]
    number: int

    @property
    def begins(self) -> str:
        """How it begins in all its forms: "Sep"."""
        return self.name[:_TELLING]

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its short forms."""
        return (self.name, *self.short)


def _names(file: str) -> tuple[Name, ...]:
    return tuple(
        Name(row["name"], tuple(filter(None, row["short"].split("|"))), int(row["number"]))
        for row in rows("times", file)
    )


MONTHS: Final = _names("months.csv")
WEEKDAYS: Final = _names("weekdays.csv")
_NUMBERS: Final = {n.begins.lower(): n.number for n in (*MONTHS, *WEEKDAYS)}
_PARTS: Final[dict[str, dict[str, tuple[int, int]]]] = {}
for _row in rows("times", "parts.csv"):
    _bounds = (int(_row["from"] or 0), int(_row["to"] or 0))
    _PARTS.setdefault(_row["kind"], {})[_row["word"]] = _bounds

SEASONS: Final = _PARTS["season"]
"""The first and last month of each season (meteorological, northern)."""
_FEASTS: Final = {row["feast"]: row["days"].split() for row in rows("times", "feasts.csv")}
FEASTS: Final = frozenset(_FEASTS)
YEAR_PARTS: Final = _PARTS["year"]
"""The first and last month that "early" and its like mean of a year."""
MONTH_PARTS: Final = _PARTS["month"]
"""The first and last day that "early" and its like mean of a month, of the longest of them."""
WEEK_PARTS: Final = _PARTS["week"]
"""The first and last day, from Monday, that "middle" and its like mean of a week."""
NIGHT: Final = _PARTS["day"]["night"]
"""The hours at which a night begins and ends."""


def month_of(word: str) -> int:
    """Return 1-12 for a month's name or abbreviation."""
    return _NUMBERS[word[:_TELLING].lower()]


def next_feast(feast: str, day: date) -> date | None:
    """Return the first day of a feast that comes after a day, None where the almanac ends."""
    told = _FEASTS[feast]
    yearly = len(told[0]) == _YEARLY  # "12-25"
    each = [f"{day.year + more}-{d}" for d in told for more in (0, 1)] if yearly else told
    return min((found for d in each if (found := date.fromisoformat(d)) > day), default=None)


def weekday_of(word: str | None) -> int | None:
    """Return 0 (Monday) to 6 for a weekday's name or abbreviation."""
    return _NUMBERS[word[:_TELLING].lower()] - 1 if word else None


def short(names: tuple[Name, ...]) -> list[str]:
    """Return the short forms of some names, in their order."""
    return [form for name in names for form in name.short]
