"""Expressions of time and the days that they mean, counted from publication.

The expressions stand in lexicon/times/expressions.toml, each with an example; the calendar rules
that they call in days.py. Without a publication day, relative expressions still say how many days
from it (`offset_days`), and a month and day without a year say nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from fogline.model import Entity, Published, When
from fogline.reading.days import (
    RULES,
    Days,
    after,
    between,
    month_of,
    since,
    until,
    valid,
    weekday_of,
)
from fogline.reading.numerals import NUMERAL
from fogline.reading.tables import rows

__all__ = ["bound", "dateline", "find"]


@dataclass(frozen=True, slots=True, eq=False)
class _Expression:
    pattern: re.Pattern[str]
    reads: str
    anchor: bool
    arguments: Mapping[str, Any]


_PREFIX: Final = re.compile(
    r"\b(?P<word>since|until|till|by|before|as of|as at|ahead of|prior to|no later than)"
    r"(?: (?:at least|about|around|early|late|the|on|last|early on|late on))*\s+$",
    re.IGNORECASE,
)
_TO_COME: Final = frozenset({"until", "till", "by", "ahead of", "no later than"})
_HINT: Final = re.compile(
    r"(?i:hour|day|night|week|month|year|winter|spring|summer|autumn|weekend|tomorrow|morning"
    r"|evening|afternoon|any m)|January|February|March|April|May|Ju[nl]|August|September|October"
    r"|November|December|(?<![a-z])(?:JAN|FEB|MAR|APR|MAY|AUG|SEP|OCT|NOV|DEC|Jan|Feb|Mar|Apr|Aug|Sep"
    r"|Oct|Nov|Dec|Tues|Thu|Wed|Mon|Tue|Fri|Sat|Sun)|\b(?:19[5-9]|20\d)\d|\d[:./]\d\d"
    r"|\d ?[apAP]\.?[mM]\b"
)
_REACH: Final = 45
# A sample of days to count from when publication is unknown: every weekday in every part of months.
_SAMPLE: Final = tuple(date(2024, 1, 1 + d) for d in range(31))


@cache
def _expressions() -> tuple[_Expression, ...]:
    source = files(__package__).joinpath("lexicon", "times", "expressions.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    words = {"numeral": NUMERAL}
    for name, pattern in data["words"].items():
        words[name] = f"(?:{_filled(pattern, words)})"
    return tuple(
        _Expression(
            re.compile(rf"(?<![\w$€£.]){_filled(e['pattern'], words)}(?!\w)"),
            e["reads"],
            e.get("anchor", False),
            e,
        )
        for e in data["expression"]
    )


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z]\w*)\}", lambda m: words[m[1]], pattern)


@cache
def _any() -> re.Pattern[str]:
    """Return one pattern that matches wherever an expression may start; cheap to search with."""
    inner = (re.sub(r"\(\?P<\w+>", "(?:", e.pattern.pattern) for e in _expressions())
    inner = (re.sub(r"\(\?P=\w+\)", "[./-]", p) for p in inner)
    return re.compile("|".join(f"(?P<e{i}>{p})" for i, p in enumerate(inner)))


def find(text: str, published: Published) -> tuple[Entity, ...]:
    """Return the expressions of time in a text, each with the days that it means.

    Days are ISO 8601, both ends inclusive; `offset_days` counts from publication and is given
    whenever it is known. Clock times say no day: their `when` has basis "none".
    """
    known = _days_of(published)
    return tuple(_entity(text, *found, known) for found in _matches(text))


def _days_of(published: Published) -> Days | None:
    first, last = published.earliest or published.latest, published.latest or published.earliest
    if first is None or last is None:
        return None
    return date.fromisoformat(first[:10]), date.fromisoformat(last[:10])


def _matches(text: str) -> Iterator[tuple[_Expression, re.Match[str], str]]:
    """Yield expression, match and the anchoring word before it ("since"), left to right."""
    for start, end in _windows(text):
        yield from _matches_within(text, start, end)


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches around words that every expression has one of; the rest is not searched.

    Trying every expression at every word would cost four times as much as all other reading.
    """
    start = end = 0
    for hint in _HINT.finditer(text):
        if hint.start() - _REACH > end:
            if end:
                yield start, end
            start = hint.start() - _REACH
        end = hint.end() + _REACH
    if end:
        yield max(start, 0), end


def _matches_within(
    text: str, start: int, end: int
) -> Iterator[tuple[_Expression, re.Match[str], str]]:
    for found in _any().finditer(text, start, end):
        expression = _expressions()[int((found.lastgroup or "e0")[1:])]
        match = expression.pattern.match(text, found.start())
        if match:
            prefix = _PREFIX.search(text, max(0, match.start() - 28), match.start())
            yield expression, match, prefix["word"].lower() if prefix and expression.anchor else ""


def _entity(
    text: str, expression: _Expression, match: re.Match[str], prefix: str, known: Days | None
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
    expression: _Expression,
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
    expression: _Expression, words: Mapping[str, str | None], prefix: str, today: date
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
    expression: _Expression, words: Mapping[str, str | None], days: Days, today: date
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


def _undated(expression: _Expression, words: Mapping[str, str | None], prefix: str) -> When:
    found = [(t, d) for t in _SAMPLE if (d := _read(expression, words, prefix, t))]
    if not found:
        return When()
    first = min(between(t, d[0]) for t, d in found)
    last = max(between(t, d[1]) for t, d in found)
    return When(offset_days=(first, last), basis="relative")


def _counted(
    expression: _Expression, words: Mapping[str, str | None], prefix: str, known: Days
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


# --- the document's own date ---------------------------------------------------------------------

_LABEL: Final = re.compile(
    r"(?:^|\b)(?:date of publication|published(?: on| at)?|posted(?: on)?|updated(?: on)?"
    r"|last updated|date):?\s*$",
    re.IGNORECASE,
)
_HEAD: Final = 600


def dateline(text: str, near: str | None = None) -> str | None:
    """Return the day that a document gives as its own date near its start, None without one.

    A date counts when a line starts with it ("7 December 2014 ..."), ends with it ("Update No. 4 |
    30 July 2025") or a label names it ("Published October 4 2016"). A date without a year counts
    only with `near`, a day to choose the year by.
    """
    for expression, match, prefix in _matches(text[:_HEAD]):
        if expression.reads in {"date", "numeric"} and not prefix and _stands_alone(text, match):
            return _own_day(expression, match, near)
    return None


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()].rpartition("\n")[2]
    line_end = text.find("\n", match.end())
    behind = text[match.end() : line_end if line_end >= 0 else len(text)]
    ends_line = not behind.strip() and bool(re.search(r"[|,:–—-]\s*$", before))
    return not before.strip() or ends_line or bool(_LABEL.search(before))


def _own_day(expression: _Expression, match: re.Match[str], near: str | None) -> str | None:
    words = match.groupdict()
    if not words.get("year") and near is None:
        return None
    today = date.fromisoformat(near[:10]) if near else date(2000, 1, 1)
    days = RULES[expression.reads].read(words, expression.arguments, today)
    return days[0].isoformat() if days else None


# --- pages without a date ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Anchor:
    pattern: re.Pattern[str]
    requires: re.Pattern[str]
    days: Days


@cache
def _anchors() -> tuple[_Anchor, ...]:
    return tuple(
        _Anchor(
            re.compile(row["pattern"]),
            re.compile(row["requires"]),
            (date.fromisoformat(row["from"]), date.fromisoformat(row["to"])),
        )
        for row in rows("times", "anchors.csv")
    )


def bound(text: str) -> Published:
    """Return the days between which an undated text must have appeared, as far as it tells.

    An event of known date that the text counts back to ("the vote took place several days ago")
    gives days on both sides, basis "inferred"; names that stand only for some years narrow the
    days in which a date without a year can lie, and a weekday then settles it, basis "text".
    """
    anchors = [a for a in _anchors() if a.pattern.search(text) and a.requires.search(text)]
    if not anchors:
        return Published()
    return _counted_back(text, anchors) or _weekday_dated(text, anchors) or Published()


def _counted_back(text: str, anchors: list[_Anchor]) -> Published | None:
    moments = [a for a in anchors if between(*a.days) < _MOMENT]
    for sentence in _SENTENCES.split(text) if moments else ():
        anchor = next((a for a in moments if a.pattern.search(sentence)), None)
        ago = _AGO.search(sentence) if anchor else None
        if anchor and ago:
            (said,) = find(ago.group(), Published())[:1] or (None,)
            if said and said.when and said.when.offset_days:
                far, near = (round(-d) for d in said.when.offset_days)
                first, last = after(anchor.days[0], near), after(anchor.days[1], far)
                return Published(first.isoformat(), last.isoformat(), "inferred")
    return None


_MOMENT: Final = 3
_SENTENCES: Final = re.compile(r"(?<=[.!?])\s+|\n+")
_AGO: Final = re.compile(
    rf"(?:(?:{NUMERAL}|an?|few|several|a few) )?(?:day|week)s? ago", re.IGNORECASE
)


def _weekday_dated(text: str, anchors: list[_Anchor]) -> Published | None:
    """Date a text by a weekday with day and month that fits one year only of those it can lie in."""
    spans = [a.days for a in anchors if between(*a.days) >= _MOMENT]
    if not spans:
        return None
    first, last = max(s[0] for s in spans), min(s[1] for s in spans)
    for expression, match, _ in _matches(text):
        words = match.groupdict()
        if expression.reads == "date" and words.get("weekday") and not words.get("year"):
            fits = _fitting(words, first, last)
            if len(fits) == 1:
                return Published(fits[0].isoformat(), after(fits[0], 7).isoformat(), "inferred")
    return None


def _fitting(words: Mapping[str, str | None], first: date, last: date) -> list[date]:
    month, day = month_of(words["month"] or ""), int(re.sub(r"\D", "", words["day"] or ""))
    found = (valid(year, month, day) for year in range(first.year, last.year + 1))
    weekday = weekday_of(words["weekday"])
    return [d for d in found if d and first <= d <= last and d.weekday() == weekday]
