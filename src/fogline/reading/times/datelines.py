"""When a document appeared, as its own text tells: its date line, or events of known date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from fogline.model import Published
from fogline.reading.tables import rows
from fogline.reading.times.almanac import month_of, weekday_of
from fogline.reading.times.days import (
    RULES,
    Days,
    after,
    between,
    span,
    valid,
)
from fogline.reading.times.expressions import Expression, matches

_DAY: Final = frozenset({"date", "numeric"})
_LABEL: Final = re.compile(
    # "Published on", at the line's start or as a heading, not "footage published on".
    r"(?:^\s*|\b(?=[A-Z]))(?i:date of publication|published(?: on| at)?|posted(?: on)?"
    r"|updated(?: on| at)?|last updated(?: at)?|date):?\s*$"
)
_HEAD: Final = 600
_PLACE: Final = re.compile(
    r"\s*(?:[A-Z][\w'’.-]*|\([A-Z]+\)|[/,-]|(?:de|al|el|of|and|the)\b)"
    r"(?:[\s,/]+(?:[A-Z][\w'’.-]*|\([A-Z]+\)|-|(?:de|al|el)\b)){0,6},?\s*$"
)
_BEHIND: Final = re.compile(r"\.?:?\s*(?:[-–—:(]|$)|\.\s")
_AGENCY: Final = re.compile(r"(?:^|[a-z0-9] )[A-Z][\w.]+(?: [A-Z][\w.]+)? $")
_STATED: Final = re.compile(r"\b(?:On|In|Since|By|From|Until|Before|After|The|Late|Early|Of) $")


def dateline(text: str, near: str | None = None) -> str | None:
    """Return the day that a document gives as its own date near its start, None without one.

    A date counts when a line starts with it ("7 December 2014 ..."), ends with it ("Update No. 4 |
    30 July 2025"), a label names it ("Published October 4 2016"), or a place or an agency stands
    before it ("GOMA, 27 February 2024 -", "AFP Tuesday 23 Sep 2014"). A date without a year counts
    only with `near`, a day to choose the year by, and where nothing else stands in its line. A day
    that only ends a title ("The raid on Goma, 2 March") yields to `near` where that stands below
    it, and without a year to a later full one.
    """
    standing = [
        (expression, match)
        for expression, match, prefix in matches(text[:_HEAD], _DAY)
        if not prefix and _stands_alone(text, match)
    ]
    days = [_own_day(expression, match, near) for expression, match in standing]
    if len(days) <= 1 or not _ends_title(text, standing[0][1]):
        return days[0] if days else None
    if near is not None and near[:10] in days:
        return near[:10]
    if _is_full(standing[0][1]):
        return days[0]
    full = (d for d, (_, m) in zip(days, standing, strict=True) if d and _is_full(m))
    return next((d for d in full if d >= (days[0] or "")), days[0])


def _is_full(match: re.Match[str]) -> bool:
    return bool(match.groupdict().get("year"))


def _ends_title(text: str, match: re.Match[str]) -> bool:
    """Tell whether a date stands behind other words of its line, which are no label of it."""
    before = text[: match.start()].rpartition("\n")[2]
    return bool(before.strip()) and not _LABEL.search(before)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()].rpartition("\n")[2]
    line_end = text.find("\n", match.end())
    behind = text[match.end() : line_end if line_end >= 0 else len(text)]
    ends_line = not behind.strip() and bool(re.search(r"[|,:–—-]\s*$", before))
    words = match.groupdict()
    if not words.get("year"):
        alone = not behind.strip() or behind.startswith((" -", " –", " —", ":"))
        return ends_line or bool(_LABEL.search(before)) or (not before.strip() and alone)
    if not before.strip() or ends_line or _LABEL.search(before):
        return True
    if _STATED.search(before):
        return False
    if words.get("weekday") and _AGENCY.search(before) and re.match(r" [A-Z]", behind):
        return True
    placed = bool(_PLACE.fullmatch(before))
    return placed and bool(_BEHIND.match(behind) or re.match(r" [A-Z][\w-]*", behind))


def _own_day(expression: Expression, match: re.Match[str], near: str | None) -> str | None:
    words = match.groupdict()
    if not words.get("year") and near is None:
        return None
    today = date.fromisoformat(near[:10]) if near else date(2000, 1, 1)
    days = RULES[expression.reads].read(words, expression.arguments, today)
    return days[0].isoformat() if days else None


# --- pages without a date ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bound:
    """Days between which a text must have appeared, None where open, and the words for them."""

    first: date | None
    last: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Anchor:
    pattern: re.Pattern[str]
    requires: re.Pattern[str]
    days: Days


@cache
def _anchors(file: str, names: str) -> tuple[_Anchor, ...]:
    return tuple(
        _Anchor(
            re.compile(row[names]),
            re.compile(row["requires"]),
            (date.fromisoformat(row["from"]), date.fromisoformat(row["to"])),
        )
        for row in rows("times", file)
    )


def bound(text: str) -> Published:
    """Return the days between which an undated text must have appeared, as far as it tells.

    Both ends are known where it counts from an event of known date ("the vote took place several
    days ago") or gives a weekday with its date; else only the first: no text is older than what it
    tells of. Basis "inferred".
    """
    found = bounds(text)
    firsts = [b.first for b in found if b.first]
    lasts = [b.last for b in found if b.last]
    first, last = max(firsts, default=None), min(lasts, default=None)
    if first is None:
        return Published()
    if last is None or last < first:
        return Published(first.isoformat(), None, "inferred")
    return Published(first.isoformat(), last.isoformat(), "inferred")


def bounds(text: str) -> tuple[Bound, ...]:
    """Return all that bounds the day on which an undated text appeared, with the words for each.

    Offsets point into the text. What it tells of as still to come bounds nothing.
    """
    events = [a for a in _anchors("calendar.csv", "names") if _is_told(a, text)]
    dated = [*_of_events(text, events), *_of_dates(text)]
    spans = [a for a in _anchors("spans.csv", "pattern") if _is_told(a, text)]
    weekday = _of_weekday(text, [a.days for a in spans])
    dated += [weekday] if weekday else []
    return (*dated, *_of_days(text, dated))


def _is_told(anchor: _Anchor, text: str) -> bool:
    return bool(anchor.pattern.search(text) and anchor.requires.search(text))


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence with its offset."""
    start = 0
    for gap in _GAPS.finditer(text):
        yield start, text[start : gap.start()]
        start = gap.end()
    yield start, text[start:]


_GAPS: Final = re.compile(r"(?<=[.!?])\s+|\n+")


def _of_events(text: str, events: list[_Anchor]) -> Iterator[Bound]:
    """Yield what events of known date tell: those counted from bound both ends."""
    for start, sentence in _sentences(text) if events else ():
        for event in events:
            named = event.pattern.search(sentence)
            if named is None:
                continue
            counted = _counted(sentence, event)
            if counted:
                yield Bound(*counted, start, start + len(sentence))
            elif not _TO_COME.search(sentence):
                yield Bound(event.days[0], None, start + named.start(), start + named.end())


def _counted(sentence: str, event: _Anchor) -> Days | None:
    """Return when a text appeared that tells beside an event's name how long ago it was."""
    for expression, match, _ in matches(sentence, _AGO):
        if expression.arguments.get("told"):
            continue
        named = (m for m in event.pattern.finditer(sentence) if _is_near(m, match, sentence))
        if next(named, None):
            near, far = span(match.groupdict())
            return after(event.days[0], near), after(event.days[1], far)
    return None


def _is_near(name: re.Match[str], counted: re.Match[str], sentence: str) -> bool:
    between_them = sentence[min(name.end(), counted.end()) : max(name.start(), counted.start())]
    return len(between_them) <= _NEAR and ";" not in between_them


_NEAR: Final = 60
_AGO: Final = frozenset({"ago"})


_TO_COME: Final = re.compile(
    r"\b(?:will|would|shall|should|may|might|could|[Uu]ntil|till|[Aa]head of|upcoming|next|coming"
    r"|forthcoming|plan\w*|schedul\w*|expect\w*|due|deadline|eve of|prior to|[Ii]f|unless|valid)\b"
)
_AHEAD: Final = frozenset(
    {"until", "till", "by", "before", "ahead of", "prior to", "no later than"}
)


def _of_dates(text: str) -> Iterator[Bound]:
    """Yield the full dates of what a text tells as past: it cannot be older."""
    for start, sentence in _sentences(text):
        if not _YEAR.search(sentence) or _TO_COME.search(sentence):
            continue
        for expression, match, prefix in matches(sentence, _FULL):
            words = match.groupdict()
            dated = words.get("year") or words.get("year2")
            if not dated or prefix in _AHEAD:
                continue
            days = RULES[expression.reads].read(words, expression.arguments, date(2000, 1, 1))
            if days and days[0].year >= _OLDEST:
                yield Bound(days[1], None, start + match.start(), start + match.end())


_FULL: Final = frozenset({"date", "dates", "numeric"})
_YEAR: Final = re.compile(r"\d{4}")
_OLDEST: Final = 1990


def _of_weekday(text: str, spans: list[Days]) -> Bound | None:
    """Date a text by a weekday, day and month that fit only one year of those it can lie in."""
    if not spans:
        return None
    first, last = max(s[0] for s in spans), min(s[1] for s in spans)
    for _, match, _ in matches(text, _DATE):
        words = match.groupdict()
        if words.get("weekday") and not words.get("year"):
            fits = _fitting(words, first, last)
            if len(fits) == 1:
                return Bound(fits[0], after(fits[0], 7), *match.span())
    return None


def _fitting(words: Mapping[str, str | None], first: date, last: date) -> list[date]:
    month, day = month_of(words["month"] or ""), int(re.sub(r"\D", "", words["day"] or ""))
    found = (valid(year, month, day) for year in range(first.year, last.year + 1))
    weekday = weekday_of(words["weekday"])
    return [d for d in found if d and first <= d <= last and d.weekday() == weekday]


def _of_days(text: str, dated: list[Bound]) -> Iterator[Bound]:
    """Yield dates without a year in the month before a day on which a text is known to lie."""
    firsts, lasts = [b.first for b in dated if b.first], [b.last for b in dated if b.last]
    if not firsts or not lasts or min(lasts) < max(firsts):
        return
    today = min(lasts)
    for start, sentence in _sentences(text):
        if _TO_COME.search(sentence):
            continue
        for expression, match, prefix in matches(sentence, _DATE):
            words = match.groupdict()
            if words.get("year") or prefix:
                continue
            days = RULES["date"].read(words, expression.arguments, today)
            if days and 0 <= between(days[0], today) <= _MONTH:
                yield Bound(days[0], None, start + match.start(), start + match.end())


_MONTH: Final = 31
_DATE: Final = frozenset({"date"})
