"""Expressions of time and the days that they mean, counted from publication.

The expressions stand in lexicon/times/expressions.toml, each with an example; the calendar rules
that they call in days.py. Without a publication day, relative expressions still say how many days
from it (`offset_days`), and a month and day without a year say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

from fogline.model import Entity, Published, When
from fogline.reading.datelines import bound, dateline
from fogline.reading.days import (
    RULES,
    Days,
    after,
    between,
    since,
    until,
)
from fogline.reading.expressions import Expression, matches

__all__ = ["bound", "dateline", "find"]


_TO_COME: Final = frozenset({"until", "till", "by", "ahead of", "no later than"})
# A sample of days to count from when publication is unknown: every weekday in every part of months.
_SAMPLE: Final = tuple(date(2024, 1, 1 + d) for d in range(31))


def find(text: str, published: Published) -> tuple[Entity, ...]:
    """Return the expressions of time in a text, each with the days that it means.

    Days are ISO 8601, both ends inclusive; `offset_days` counts from publication and is given
    whenever it is known. Clock times say no day: their `when` has basis "none".
    """
    known = _days_of(published)
    return tuple(_entity(text, *found, known) for found in matches(text))


def _days_of(published: Published) -> Days | None:
    first, last = published.earliest or published.latest, published.latest or published.earliest
    if first is None or last is None:
        return None
    return date.fromisoformat(first[:10]), date.fromisoformat(last[:10])


def _entity(
    text: str, expression: Expression, match: re.Match[str], prefix: str, known: Days | None
) -> Entity:
    start, end = match.span()
    if prefix:
        start = text.lower().rfind(prefix, max(0, start - 28), start)
    when = _when(expression, _words(match), prefix, known)
    said = text[start:end]
    return Entity(start, end, said, "time", when=replace(when, text=said))


def _words(match: re.Match[str]) -> tuple[tuple[str, str | None], ...]:
    return tuple(match.groupdict().items())


@lru_cache(maxsize=4096)
def _when(
    expression: Expression,
    words: tuple[tuple[str, str | None], ...],
    prefix: str,
    known: Days | None,
) -> When:
    """Return the days that an expression means, None everywhere where it says no day."""
    said = dict(words)
    absolute = RULES[expression.reads].absolute
    dated = absolute and any(said.get(k) for k in ("year", "year2"))
    if known is None and dated:
        return _dated(_read(expression, said, prefix, date(2000, 1, 1)), prefix)
    if known is None and absolute:
        return When()
    if known is None:
        return _undated(expression, said, prefix)
    return _counted(expression, said, prefix, known)


def _read(
    expression: Expression, words: Mapping[str, str | None], prefix: str, today: date
) -> Days | None:
    days = RULES[expression.reads].read(words, expression.arguments, today)
    if days is None or not prefix:
        return days
    if prefix == "since":
        return since(days, today)
    if prefix in _TO_COME:
        return until(_upcoming(expression, words, days, today), today)
    if prefix in {"before", "prior to"} and days[0] > today:
        return today, days[0]
    return days


def _upcoming(
    expression: Expression, words: Mapping[str, str | None], days: Days, today: date
) -> Days:
    """Return the weekday to come where only the word before it ("by Friday") looks ahead."""
    if expression.reads != "weekday" or words.get("which") or days[0] == today:
        return days
    return after(days[0], 7), after(days[1], 7)


def _dated(days: Days | None, prefix: str) -> When:
    """Return the days of a date with its year in a text without one of its own."""
    if days is None or prefix:
        return When()
    return When(start=days[0].isoformat(), end=days[1].isoformat(), basis="absolute")


def _undated(expression: Expression, words: Mapping[str, str | None], prefix: str) -> When:
    found = [(t, d) for t in _SAMPLE if (d := _read(expression, words, prefix, t))]
    if not found:
        return When()
    first = min(between(t, d[0]) for t, d in found)
    last = max(between(t, d[1]) for t, d in found)
    return When(offset_days=(first, last), basis="relative")


def _counted(
    expression: Expression, words: Mapping[str, str | None], prefix: str, known: Days
) -> When:
    early, late = (_read(expression, words, prefix, day) for day in known)
    if early is None or late is None:
        return When()
    first, last = min(early[0], late[0]), max(early[1], late[1])
    if RULES[expression.reads].absolute:
        offsets = (between(known[1], first), between(known[0], last))
    else:
        both = ((known[0], early), (known[1], late))
        offsets = (min(between(t, d[0]) for t, d in both), max(between(t, d[1]) for t, d in both))
    basis = "absolute" if RULES[expression.reads].absolute else "relative"
    return When(start=first.isoformat(), end=last.isoformat(), offset_days=offsets, basis=basis)
