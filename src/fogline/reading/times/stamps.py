"""Days that posts, diary entries and items of a list stand under: "13 Feb, 21:15" above a post,
"[14.02.25 10:05] ...", "March 7: ...", "Thursday".

A text with two such stamps or more is read stretch by stretch: what a stretch tells counts from
its own day. One date alone is the document's own (see datelines.py).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from fogline.model import Document, Part, Published
from fogline.reading.times.almanac import MONTHS, NIGHT, WEEKDAYS
from fogline.reading.times.days import RULES, after, nearest, valid
from fogline.reading.times.expressions import at

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOCK: Final = r"(?:[01]?\d|2[0-3])[:h][0-5]\d(?::[0-5]\d)?(?: ?[ap]\.?m\b\.?)?"
_NAMES: Final = "|".join(name.begins for name in (*MONTHS, *WEEKDAYS))
_LINE: Final = re.compile(
    rf"^(?P<bracket>[^\w\n\"“”'’(]*)(?:(?:day|update) \d+\W+)?(?:(?P<clock>{_CLOCK})[\s,|–—-]+)?"
    rf"(?=\d|{_NAMES})",
    re.IGNORECASE | re.MULTILINE,
)
_SHORT: Final = re.compile(
    r"(?P<day>\d{1,2})(?P<sep>[./])(?P<month>\d{1,2})(?:(?P=sep)(?P<year>\d{4}|\d\d))?(?![\d./])"
)
_TAIL: Final = re.compile(
    rf"[\s,@|–—-]*(?:at )?(?P<clock>{_CLOCK})?(?: ?(?:utc|gmt|hrs?|local time)\b)?", re.IGNORECASE
)
_ITEM: Final = re.compile(r"\s*(?::(?!\d)|[-–—|](?=\s|$))")
_HOUR: Final = re.compile(rf"^[^\w\n\"“”'’(]*(?P<clock>{_CLOCK})(?![\w:.]\w)", re.MULTILINE)
_TOLD: Final = frozenset({"headline", "body", "byline"})  # a post's hour can look like a byline
_DATED: Final = frozenset({"date", "numeric"})
_CENTURY: Final = 2000
_EVENING, _MORNING = NIGHT


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp's place, where its stretch of the text ends, and its day."""

    start: int
    end: int
    reach: int
    day: str

    @property
    def published(self) -> Published:
        """The day as the publication of what the stretch tells."""
        return Published(self.day, self.day, "text")


def told_on(offset: int, found: tuple[Stamp, ...], whole: Published) -> Published:
    """Return the day that an offset is told on: that of its stamp, else the whole document's."""
    n = bisect_right(found, offset, key=lambda s: s.start) - 1
    return found[n].published if n >= 0 and offset < found[n].reach else whole


def of_document(document: Document) -> tuple[Stamp, ...]:
    """Return the stamps of a document's own text, headline and body, by their place in it."""
    told = [p for p in document.parts if p.role in _TOLD and p.posted is None]
    text, end = [], 0
    for part in told:
        text += ["\n" * (part.start - end), document.text[part.start : part.end]]
        end = part.end
    return stamps("".join(text), document.published.earliest)


def within(found: tuple[Stamp, ...], part: Part) -> tuple[Stamp, ...]:
    """Return the stamps that a part's text stands under, counted from its start."""
    if part.role not in _TOLD or part.posted is not None:
        return ()
    by = part.start
    return tuple(Stamp(s.start - by, s.end - by, s.reach - by, s.day) for s in found)


@lru_cache(maxsize=256)
def stamps(text: str, near: str | None) -> tuple[Stamp, ...]:
    """Return the stamps of a text in order; none unless there are two days. `near` is the day of
    publication: years are chosen by it, and what is dated later is an announcement.
    """
    today = date.fromisoformat(near[:10]) if near else None
    dated = [*_dates(text, today)]
    if today and any(day > today for _, _, day, _ in dated):
        return ()
    marks = _with_hours(text, dated, today)
    if len(marks) < 2:
        return ()
    ends = [*(start for start, *_ in marks[1:]), len(text)]
    return tuple(
        Stamp(start, end, _line_end(text, end) if item else reach, day.isoformat())
        for (start, end, day, item), reach in zip(marks, ends, strict=True)
    )


_Mark = tuple[int, int, date, bool]  # where it starts and ends, its day, whether only for its line


def _dates(text: str, today: date | None) -> Iterator[_Mark]:
    last = today
    for line in _LINE.finditer(text):
        found = _date_at(text, line.end(), last, today)
        if found is None:
            continue
        end, day = found
        tail = _TAIL.match(text, end)
        clock = line["clock"] or (tail and tail["clock"])
        behind = text[tail.end() if tail else end : _line_end(text, end)]
        alone = not re.search(r"\w", behind)
        item = _ITEM.match(text, end)
        if not (alone or clock or item):
            continue
        last = day
        yield line.start(), tail.end() if tail and clock else end, day, not (alone or clock)


def _date_at(
    text: str, start: int, near: date | None, today: date | None
) -> tuple[int, date] | None:
    """Return where a date at an offset ends, and its day, where a year is known; a weekday is the
    last one up to `today`.
    """
    if (short := _SHORT.match(text, start)) is not None:
        day = _short_day(short, near)
        return (short.end(), day) if day else None
    found = at(text, start)
    if found is None or found[2]:
        return None
    expression, match, _ = found
    words = match.groupdict()
    weekday = expression.reads == "weekday" and not words.get("which")
    base = today if weekday else near
    if not (weekday or expression.reads in _DATED) or not (base or words.get("year")):
        return None
    days = RULES[expression.reads].read(words, expression.arguments, base or date.min)
    return (match.end(), days[0]) if days else None


def _short_day(match: re.Match[str], near: date | None) -> date | None:
    """Return the day of "14/02" or "14.02.25": the day first, unless only the other is a date."""
    day, month, year = int(match["day"]), int(match["month"]), match["year"]
    if year:
        whole = int(year) + (_CENTURY if len(year) == 2 else 0)
        return valid(whole, month, day) or valid(whole, day, month)
    if near is None:
        return None
    first, second = (month, day) if valid(_CENTURY, month, day) else (day, month), None
    return nearest(*first, near) if valid(_CENTURY, *first) else second


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _with_hours(text: str, dated: list[_Mark], today: date | None) -> list[_Mark]:
    """Return the dated stamps with those below them that give an hour alone: past midnight it is
    the next day.
    """
    lines = [m for m in _HOUR.finditer(text) if not any(s <= m.start() < e for s, e, *_ in dated)]
    if not dated:
        return _of_hours(lines, today)
    marks: list[_Mark] = []
    day, above = dated[0][2], ""
    hours = ((m.start(), m.end(), date.min, False) for m in lines if m.start() > dated[0][0])
    for start, end, own, item in sorted([*dated, *hours]):
        if not item:
            said = text[start:end]
            day = own if own > date.min else after(day, _wraps([above, said]))
            above = said
        marks.append((start, end, own if item else day, item))
    return marks


def _of_hours(lines: list[re.Match[str]], today: date | None) -> list[_Mark]:
    """Return posts that only their hours tell apart: those before midnight on the day before."""
    times = [line["clock"] for line in lines]
    if today is None or _wraps(times) != 1:
        return []
    wraps = [_wraps(times[: n + 1]) for n in range(len(times))]
    return [
        (line.start(), line.end(), after(today, n - 1), False)
        for line, n in zip(lines, wraps, strict=True)
    ]


def _wraps(times: list[str]) -> int:
    """Return how often a row of times passes midnight."""
    hours = [h for t in times if (h := _hour(t)) is not None]
    return sum(before >= _EVENING and then < _MORNING for before, then in pairwise(hours))


def _hour(said: str) -> int | None:
    found = re.search(_CLOCK, said, re.IGNORECASE)
    if found is None:
        return None
    hour = int(re.split(r"\D", found.group())[0])
    late = re.search(r"p\.?m", found.group(), re.IGNORECASE)
    return hour % 12 + 12 if late else hour
