"""Expressions of time and the days that they mean, counted from publication.

The expressions stand in lexicon/times/expressions.toml, each with an example; the calendar rules
that they call in days.py. Without a publication day, relative expressions still say how many days
from it (`offset_days`), and a month and day without a year say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import Final

from fogline.model import Entity, Published, When
from fogline.reading.times.datelines import bound, bounds, dateline
from fogline.reading.times.days import (
    RULES,
    Days,
    after,
    between,
    since,
    span,
    until,
)
from fogline.reading.times.expressions import Expression, at, filled, matches
from fogline.reading.times.stamps import Stamp, told_on

__all__ = [
    "Sense",
    "bound",
    "bounds",
    "dateline",
    "days_of",
    "distance",
    "find",
    "named",
    "sense",
    "shifted",
]


Found = tuple[Expression, re.Match[str], str]
_TO_COME: Final = frozenset({"until", "till", "til", "by", "ahead of", "no later than"})
_BEFORE: Final = frozenset({"before", "prior to"})
_WEEK: Final = frozenset({"weekday", "weekdays", "weekend"})
_COMES_ROUND: Final = frozenset({"of_month"})
_FROM: Final = frozenset({"as early as", "as soon as", "as from", "starting"})
_NOWHERE: Final = frozenset({"clock"})
_MEASURES: Final = frozenset({"stretch", "within"})
_COUNTED_FROM_SAYING: Final = frozenset({"within", "ahead"})
_OPENING: Final = 300
# A sample of days to count from when publication is unknown: every weekday in every part of months.
_SAMPLE: Final = tuple(date(2024, 1, 1 + d) for d in range(31))


def find(text: str, published: Published, stamped: tuple[Stamp, ...] = ()) -> tuple[Entity, ...]:
    """Return the expressions of time in a text, each with the days that it means; those below a
    stamp count from its day.

    Days are ISO 8601, both ends inclusive; `offset_days` counts from publication and is given
    whenever it is known. Clock times say no day: their `when` has basis "none".
    """
    known = days_of(published)
    found = tuple(matches(text))
    years = _years(found) if known is None else ()
    if stamped:
        told = (days_of(told_on(each[1].start(), stamped, published)) for each in found)
        return tuple(_entity(text, *each, years) for each in zip(found, told, strict=True))
    return tuple(_entity(text, each, known, years) for each in found)


@dataclass(frozen=True, slots=True)
class Sense:
    """What an expression means in its place: its days, and how it may date what happens.

    `clock`: it says a time of day only; `lasting`: it dates only what goes on or has gone on;
    `relative`: it counts from a day; `measure`: it is a stretch that need not reach to one;
    `of`: it measures what the words behind it name.
    """

    when: When
    clock: bool = False
    lasting: bool = False
    relative: bool = False
    measure: bool = False
    of: bool = False


def sense(  # noqa: PLR0913 (what an expression may count from)
    text: str,
    start: int,
    published: Published,
    *,
    toward: str | None,
    coming: bool = False,
    told: When | None,
    spoken: When | None = None,
) -> Sense | None:
    """Return the sense of the expression at an offset, None where none stands there.

    `toward` says whether it dates what is past or lies ahead ("past", "ahead"), `coming` that a
    month or a date of it must be yet to come, `told` is the time
    that the text has told of last, which "the next day" counts from, `spoken` when it was said,
    which "within two days" does.
    """
    found = at(text, start)
    if found is None:
        return None
    expression, match, prefix = found
    known, base = days_of(published), _counted_from(expression, told, spoken)
    come = ("coming", "coming" if coming else None)
    words = (*match.groupdict().items(), ("toward", toward), come)
    when = (
        _from_told(expression, words, base, prefix, known)
        if base
        else _when(expression, words, prefix, known, ())
    )
    said = text[_start(text, match, prefix) : match.end()]
    lasting = bool(expression.arguments.get("lasting"))
    relative = not RULES[expression.reads].absolute
    clock, measure = expression.reads in _NOWHERE, expression.reads in _MEASURES
    of = bool(expression.arguments.get("of"))
    return Sense(_worded(when, said), clock, lasting, relative, measure, of)


def named(text: str, start: int, published: Published) -> When | None:
    """Return the past days of the expression at an offset without the word before it: "July" of
    "since July"; None where it names none.
    """
    found = at(text, start)
    if found is None or found[0].reads in _NOWHERE:
        return None
    expression, match, _ = found
    words = (*match.groupdict().items(), ("toward", "past"))
    when = _when(expression, words, "", days_of(published), ())
    return None if when.basis == "none" else replace(when, text=match.group())


def distance(text: str) -> tuple[int, int] | None:
    """Return the days that a text ends with, least and most: "... three days"."""
    found = _distance().search(text[-40:])
    return span(found.groupdict()) if found else None


@cache
def _distance() -> re.Pattern[str]:
    return re.compile(rf"{filled('(?P<n>{n}) (?P<unit>{unit})')}\s*$")


def shifted(when: When, days: tuple[int, int]) -> When | None:
    """Return a time so many days away, at least and at most; None where it says no day."""
    first, last = days
    offsets = when.offset_days and (when.offset_days[0] + first, when.offset_days[1] + last)
    if when.start is None or when.end is None:
        return When(None, None, None, offsets, "relative") if offsets else None
    start = after(date.fromisoformat(when.start), first)
    end = after(date.fromisoformat(when.end), last)
    return When(None, start.isoformat(), end.isoformat(), offsets, "relative")


def _counted_from(expression: Expression, told: When | None, spoken: When | None) -> Days | None:
    """Return the days from which an expression counts, where not from the day of publication."""
    if expression.arguments.get("told"):
        return _told_days(told)
    return _told_days(spoken) if expression.reads in _COUNTED_FROM_SAYING else None


def _told_days(told: When | None) -> Days | None:
    if told is None or told.start is None or told.end is None:
        return None
    return date.fromisoformat(told.start), date.fromisoformat(told.end)


def _from_told(
    expression: Expression,
    words: tuple[tuple[str, str | None], ...],
    base: Days,
    prefix: str,
    known: Days | None,
) -> When:
    """Return the days counted from an event's own, with the distance to publication where known."""
    when = _when(expression, words, "", base, ())
    if when.start is None or when.end is None:
        return When()
    first, last = date.fromisoformat(when.start), date.fromisoformat(when.end)
    first = base[0] if expression.arguments.get("told") == "begin" else first
    lasts = prefix == "since" or expression.arguments.get("lasts")
    if lasts and known and known[1] >= last:
        last = known[1]
    offsets = (between(known[1], first), between(known[0], last)) if known else None
    return When(None, first.isoformat(), last.isoformat(), offsets, "relative")


def _years(found: tuple[Found, ...]) -> tuple[int, ...]:
    """Return the years of the dates of a text without its own, where it opens with one."""
    dated = (
        (match.start(), int(year))
        for expression, match, _ in found
        if RULES[expression.reads].absolute and match.groupdict().get("month")
        if (year := match.groupdict().get("year") or match.groupdict().get("year2"))
    )
    named = tuple(dated)
    opens = any(at < _OPENING for at, _ in named)
    return tuple({year for _, year in named}) if opens else ()


def days_of(published: Published) -> Days | None:
    """Return the first and last day on which a document may have appeared, None without any."""
    first, last = published.earliest, published.latest
    if first is None or last is None:
        return None
    return date.fromisoformat(first[:10]), date.fromisoformat(last[:10])


def _entity(text: str, found: Found, known: Days | None, years: tuple[int, ...]) -> Entity:
    expression, match, prefix = found
    start, end = _start(text, match, prefix), match.end()
    told = expression.arguments.get("told") == "only"
    when = When() if told else _when(expression, _words(match), prefix, known, years)
    said = text[start:end]
    return Entity(start, end, said, "time", when=_worded(when, said))


def _worded(when: When, said: str) -> When:
    """Return a time with the words that tell it."""
    return When(said, when.start, when.end, when.offset_days, when.basis)


def _start(text: str, match: re.Match[str], prefix: str) -> int:
    start = match.start()
    before = max(0, start - 28)
    return before + text[before:start].lower().rfind(prefix) if prefix else start


def _words(match: re.Match[str]) -> tuple[tuple[str, str | None], ...]:
    return tuple(match.groupdict().items())


@lru_cache(maxsize=4096)
def _when(
    expression: Expression,
    words: tuple[tuple[str, str | None], ...],
    prefix: str,
    known: Days | None,
    years: tuple[int, ...],
) -> When:
    """Return the days that an expression means, None everywhere where it says no day.

    `years` are those that a text without a date of its own names elsewhere: where there is one
    only, months and days without a year lie in it.
    """
    said = dict(words)
    absolute = RULES[expression.reads].absolute
    dated = absolute and any(said.get(k) for k in ("year", "year2"))
    if known is None and dated:
        return _dated(_read(expression, said, prefix, date(2000, 1, 1)), prefix)
    if known is None and absolute:
        return _within_year(expression, said, prefix, years)
    if known is None:
        return _undated(expression, said, prefix)
    return _counted(expression, said, prefix, known)


def _within_year(
    expression: Expression, words: Mapping[str, str | None], prefix: str, years: tuple[int, ...]
) -> When:
    if len(years) != 1 or words.get("which") or words.get("of"):
        return When()
    year = {"year": str(years[0])}
    return _dated(_read(expression, {**words, **year}, prefix, date(years[0], 7, 1)), prefix)


def _read(
    expression: Expression, words: Mapping[str, str | None], prefix: str, today: date
) -> Days | None:
    if prefix in _TO_COME or prefix in _BEFORE:
        ahead = words.get("toward") == "ahead"
        kept = expression.reads in _WEEK or (expression.reads in _COMES_ROUND and ahead)
        words = words if kept else {**words, "toward": None}
    if prefix == "since":
        words = {**words, "toward": "past"}
    days = RULES[expression.reads].read(words, expression.arguments, today)
    if days is None or not prefix:
        return days
    if prefix == "since":
        return since(days, today)
    if prefix in _FROM:
        return _upcoming(expression, words, days, today)
    if prefix in _TO_COME and words.get("toward") == "past":
        return days
    if prefix in _TO_COME:
        return until(_upcoming(expression, words, days, today), today)
    if prefix == "through":
        return until(days, today) if words.get("toward") == "ahead" else days
    return _before(expression, words, days, today) if prefix in _BEFORE else days


def _before(
    expression: Expression, words: Mapping[str, str | None], days: Days, today: date
) -> Days:
    """Return the days up to what an expression means that lies ahead."""
    if words.get("toward") != "past":
        days = _upcoming(expression, words, days, today)
    return (today, _eve(expression, words, days)) if days[0] > today else days


def _eve(expression: Expression, words: Mapping[str, str | None], days: Days) -> date:
    """Return the last day "before" what an expression means: the eve of a month, and the last day
    of it "before the end of October"; a day to come stands for itself.
    """
    if expression.reads == "month":
        return after(days[0], -1)
    ends = (words.get("third") or "").lower().startswith(("end", "late", "last"))
    return days[1] if ends else days[0]


def _upcoming(
    expression: Expression, words: Mapping[str, str | None], days: Days, today: date
) -> Days:
    """Return the weekday to come where only the word before it ("by Friday") looks ahead."""
    named = (words.get("which") or "the").lower() not in {"the", "this"}
    if expression.reads not in {"weekday", "weekend"} or named or days[0] >= today:
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
