"""When a document appeared, as its own text tells: its date line, or events of known date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from fogline.model import Published
from fogline.reading.days import RULES, Days, after, between, month_of, valid, weekday_of
from fogline.reading.expressions import Expression, matches
from fogline.reading.tables import rows

_LABEL: Final = re.compile(
    r"(?:^|\b)(?:date of publication|published(?: on| at)?|posted(?: on)?|updated(?: on| at)?"
    r"|last updated(?: at)?|date):?\s*$",
    re.IGNORECASE,
)
_HEAD: Final = 600
_PLACE: Final = re.compile(
    r"\s*(?:[A-Z][\w'’.-]*|\([A-Z]+\)|[/,-]|(?:de|al|el|of|and|the)\b|\d+(?= Jumada| [A-Z]\w+ \d{4}))"
    r"(?:[\s,/]+(?:[A-Z][\w'’.-]*|\([A-Z]+\)|-|(?:de|al|el)\b)){0,6},?\s*$"
)
_BEHIND: Final = re.compile(r"\.?:?\s*(?:[-–—:(]|$)|\.\s")
_AGENCY: Final = re.compile(r"(?:^|[a-z] )[A-Z][\w.]+(?: [A-Z][\w.]+)? $")
_STATED: Final = re.compile(r"\b(?:On|In|Since|By|From|Until|Before|After|The|Late|Early|Of) $")


def dateline(text: str, near: str | None = None) -> str | None:
    """Return the day that a document gives as its own date near its start, None without one.

    A date counts when a line starts with it ("7 December 2014 ..."), ends with it ("Update No. 4 |
    30 July 2025"), a label names it ("Published October 4 2016"), or a place or an agency stands
    before it ("GOMA, 27 February 2024 -", "AFP Tuesday 23 Sep 2014"). A date without a year counts
    only with `near`, a day to choose the year by, and where nothing else stands in its line.
    """
    for expression, match, prefix in matches(text[:_HEAD]):
        if expression.reads in {"date", "numeric"} and not prefix and _stands_alone(text, match):
            return _own_day(expression, match, near)
    return None


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
        days = _ago(sentence, anchor.days[0]) if anchor else None
        if anchor and days:
            # What lay so many days back from publication lies as many days before it.
            first = after(anchor.days[0], between(days[1], anchor.days[0]))
            last = after(anchor.days[1], between(days[0], anchor.days[0]))
            return Published(first.isoformat(), last.isoformat(), "inferred")
    return None


def _ago(sentence: str, day: date) -> Days | None:
    for expression, match, _ in matches(sentence):
        if expression.reads == "ago":
            return RULES["ago"].read(match.groupdict(), expression.arguments, day)
    return None


_MOMENT: Final = 3
_SENTENCES: Final = re.compile(r"(?<=[.!?])\s+|\n+")


def _weekday_dated(text: str, anchors: list[_Anchor]) -> Published | None:
    """Date a text by a weekday, day and month that fit only one year of those it can lie in."""
    spans = [a.days for a in anchors if between(*a.days) >= _MOMENT]
    if not spans:
        return None
    first, last = max(s[0] for s in spans), min(s[1] for s in spans)
    for expression, match, _ in matches(text):
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
