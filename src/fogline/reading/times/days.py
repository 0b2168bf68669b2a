"""Calendar arithmetic behind expressions of time: a match and the day it counts from, to days.

Every rule takes the words that an expression's pattern named, its arguments and the day that it
counts from, and returns an interval of days, both ends inclusive, or None where the words give no
day. Rules marked absolute need no day to count from once a year is named.
"""

# ruff: noqa: ARG001 - every rule has one shape, whether or not it needs all that it is given

from __future__ import annotations

import math
import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from fogline.reading.quantities.numerals import value
from fogline.reading.tables import rows
from fogline.reading.times.almanac import (
    MONTH_PARTS,
    SEASONS,
    WEEK_PARTS,
    YEAR_PARTS,
    month_of,
    next_feast,
    weekday_of,
)

Days = tuple[date, date]
Words = Mapping[str, str | None]

_UNITS: Final = {r["unit"]: r for r in rows("times", "units.csv")}
_ORDINALS: Final = {r["word"]: int(r["value"]) for r in rows("times", "ordinals.csv")}
_SOON: Final = 45
_VAGUE: Final = re.compile(r"few|several|some|many|couple", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A calendar rule; `absolute` where a named year makes the day it counts from needless."""

    read: Callable[[Words, Mapping[str, Any], date], Days | None]
    absolute: bool = False


def after(day: date, days: int) -> date:
    """Return the day so many days on; clamped to the calendar."""
    return date.fromordinal(max(1, min(date.max.toordinal(), day.toordinal() + days)))


def valid(year: int, month: int, day: int) -> date | None:
    """Return the date, None when the calendar has none such."""
    fits = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return date(year, month, day) if fits else None


def nearest(
    month: int, day: int, today: date, weekday: int | None = None, toward: str | None = None
) -> date | None:
    """Return the date without a year that lies nearest to a day; a weekday must fit.

    Where `toward` is "past", it lies before that day, give or take some weeks, and after it where
    that is "coming".
    """
    reach = range(-6, 7) if weekday is not None else range(-1, 2)
    years = (today.year + y for y in reach if 1 <= today.year + y <= date.max.year)
    found = [d for y in years if (d := valid(y, month, day))]
    if weekday is not None:
        found = [d for d in found if d.weekday() == weekday] or found
    else:
        found = [d for d in found if _lies(toward, d, today)] or found
    return min(found, key=lambda d: abs((d - today).days), default=None)


def _side(words: Words) -> str | None:
    """Return on which side of a day a date without a year must lie."""
    return words.get("coming") or words.get("toward")


def _lies(toward: str | None, day: date, today: date) -> bool:
    days = (day - today).days
    return {"past": days <= _SOON, "coming": days >= -_SOON}.get(toward or "", True)


def month_days(year: int, month: int) -> Days:
    """Return a month's first and last day."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _number(word: str | None) -> int:
    return int(re.sub(r"\D", "", word or "") or 0)


def _offset(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    first, last = arguments["offset"]
    return after(today, first), after(today, last)


def _clock(words: Words, arguments: Mapping[str, Any], today: date) -> None:
    return None


def _numeric(words: Words, arguments: Mapping[str, Any], today: date) -> Days | None:
    """Read 30-06-2016: the day first, unless only the other order is a date."""
    year, month, day = (_number(words[k]) for k in ("year", "month", "day"))
    found = valid(year, month, day) or valid(year, day, month)
    return (found, found) if found else None


def _date(words: Words, arguments: Mapping[str, Any], today: date) -> Days | None:
    found = _day(words, "", today)
    return (found, found) if found else None


def _day(words: Words, which: str, today: date) -> date | None:
    month = month_of(words.get(f"month{which}") or words["month"] or "")
    day = _number(words[f"day{which}"])
    year = words.get(f"year{which}") or words.get("year") or words.get("year2")
    if year:
        return valid(int(year), month, day)
    return nearest(month, day, today, weekday_of(words.get("weekday")), _side(words))


def _first_of(words: Words, arguments: Mapping[str, Any], today: date) -> Days | None:
    return _date({**words, "day": "1"}, arguments, today)


def _of_month(words: Words, arguments: Mapping[str, Any], today: date) -> Days | None:
    """Read "the 18th and 25th" as days of the month that puts the last one nearest."""
    first = _number(words["day"])
    last = _number(words.get("day2")) or first
    if words.get("which"):
        month = _period("month", today, _SHIFT[(words["which"] or "").lower()])[0]
        ends = valid(month.year, month.month, last)
    else:
        months = (_period("month", today, shift)[0] for shift in (-1, 0, 1))
        found = [d for m in months if (d := valid(m.year, m.month, last))]
        side = words.get("toward") or "past"
        found = [d for d in found if (d <= today if side == "past" else d >= today)]
        ends = min(found, key=lambda d: abs((d - today).days), default=None)
    starts = ends and valid(ends.year, ends.month, first)
    return (starts, ends) if starts and ends and starts <= ends else None


def _dates(words: Words, arguments: Mapping[str, Any], today: date) -> Days | None:
    first, last = _day(words, "", today), _day(words, "2", today)
    if first is None or last is None:
        return None
    if first > last and not words.get("year"):
        first = valid(first.year - 1, first.month, first.day) or first
    return (first, last) if first <= last else None


_MONTH_KEYS: Final = (
    "month", "month_of", "month_since", "month_by", "month_until", "month_before", "month_through",
    "month_to",
)  # fmt: skip

_WHICH: Final = {
    "month_since": "last",
    "month_by": "next",
    "month_until": "next",
    "month_to": "next",
}


def _month(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    key = next(k for k in _MONTH_KEYS if words.get(k))
    lasts = key == "month_through" and words.get("toward") == "ahead"
    which = "next" if lasts else _WHICH.get(key)
    year = _month_year(words, words.get("which") or which, month_of(words[key] or ""), today)
    return month_days(year, month_of(words[key] or ""))


def _month_year(words: Words, which: str | None, month: int, today: date) -> int:
    if words.get("year"):
        return int(words["year"] or 0)
    if words.get("of"):
        return today.year + _SHIFT[(words["of"] or "").lower()]
    if which == "last":
        return today.year - (month >= today.month)
    if which == "next":
        return today.year + (month < today.month)
    middle = nearest(month, 15, today, toward=_side(words))
    return middle.year if middle else today.year


def _month_third(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    first, last = _month(words, arguments, today)
    part = (words["third"] or "").lower().removesuffix(" of").removesuffix(" in")
    start, end = MONTH_PARTS[part]
    return first.replace(day=start), last.replace(day=min(end, last.day))


def _years(words: Words, arguments: Mapping[str, Any], today: date) -> Days | None:
    first, last = date(int(words["year"] or 0), 1, 1), date(int(words["year2"] or 0), 12, 31)
    return (first, last) if first <= last else None


def _month_span(words: Words, arguments: Mapping[str, Any], today: date) -> Days | None:
    """Read "between May and July", "from June 2022 to March 2023"."""
    first, last = month_of(words["month"] or ""), month_of(words["month2"] or "")
    named = {"year": words.get("year2") or words.get("year"), "toward": words.get("toward")}
    ends = _month_year(named, None, last, today)
    starts = int(words.get("year") or ends - (first > last))
    days = month_days(starts, first)[0], month_days(ends, last)[1]
    return days if days[0] <= days[1] else None


def _year(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    year = int(words["year"] or 0)
    return date(year, 1, 1), date(year, 12, 31)


def _year_part(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    """Read "mid-2012", "the first half of last year" by the months that they mean."""
    of = (words.get("of") or "this").lower()
    year = int(words["year"] or today.year + _SHIFT[of])
    first, last = YEAR_PARTS[(words["part"] or "").lower()]
    return date(year, first, 1), month_days(year, last)[1]


_JUST: Final = 3  # days after which "this Sunday" of the past is no longer said


def _weekday(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    """Read a weekday as the last one up to the day counted from, unless the words say otherwise."""
    back = (today.weekday() - (weekday_of(words["weekday"]) or 0)) % 7
    which = (words.get("which") or "").lower()
    if which == "next":
        found = after(today, 7 - back)
    elif which == "this" and words.get("toward") == "past" and back <= _JUST:
        found = after(today, -back)
    elif which in {"this", "coming", "this coming"}:
        found = after(today, -back % 7)
    elif which:
        # Whoever means yesterday says so: "last Tuesday" on a Wednesday is the week before.
        found = after(today, -(back + 7 if back <= 1 else back))
    else:
        found = after(today, -back % 7 if words.get("toward") == "ahead" else -back)
    return found, found


def _weekdays(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    if words.get("toward") == "ahead":
        first = _weekday({"weekday": words["weekday"], "toward": "ahead"}, arguments, today)[0]
        last = _weekday({"weekday": words["weekday2"], "toward": "ahead"}, arguments, first)[0]
        return first, last
    last = _weekday({"weekday": words["weekday2"]}, arguments, today)[0]
    first = _weekday({"weekday": words["weekday"]}, arguments, last)[0]
    return first, last


def _distance(words: Words) -> tuple[float, float]:
    """Return the least and most days that "three weeks" or "several days" mean."""
    unit = _UNITS[(words["unit"] or "").lower().rstrip("s")]
    count = words.get("n")
    if not count or _VAGUE.search(count):
        return float(unit["few_from"]), float(unit["few_to"])
    number = value(count)
    days = (number.value if number else 1) * float(unit["days"])
    return days - float(unit["slack"]), days + float(unit["slack"])


def span(words: Words) -> tuple[int, int]:
    """Return the least and most whole days that "three weeks" or "several days" mean."""
    near, far = _distance(words)
    return math.floor(near + 0.01), math.floor(far + 0.01)


def _ago(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    near, far = span(words)
    return after(today, -far), after(today, -near)


def _span(words: Words) -> int:
    """Return the whole days that a stretch of time covers, at least one."""
    near, far = _distance(words)
    count = words.get("n")
    exact = count is not None and not _VAGUE.search(count)
    return max(1, math.ceil((near + far) / 2 - 0.01 if exact else far))


def _later(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    near, far = span(words)
    return after(today, near), after(today, far)


def _past(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    return after(today, -_span({"n": arguments.get("n"), **words})), today


def _stretch(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    """Read "in 24 hours" as the day before, or as the day to come where the words look ahead."""
    return (_ahead if words.get("toward") == "ahead" else _past)(words, arguments, today)


def _within(words: Words, arguments: Mapping[str, Any], today: date) -> Days | None:
    """Read "within hours" as ahead; of what has happened it says no day. "Within the next week" is
    one week from now, not the next of the calendar.
    """
    return None if words.get("toward") == "past" else _ahead(words, arguments, today)


def _nth(word: str) -> int:
    """Return the number of "third", "23rd" or "twenty-third"."""
    tens, _, unit = word.rpartition("-")
    more = value(tens) if tens else None
    return (more.value if more else 0) + (_ORDINALS.get(unit) or _number(unit) or 1)


def _running(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    """Read "for a third day" as that day and the two before it."""
    count = _nth((words["nth"] or "").lower())
    days = float(_UNITS[(words["unit"] or "").lower().rstrip("s")]["days"])
    back = count - 1 if days <= 1 else math.ceil((count - 1) * days)
    return after(today, -back), today


def _ahead(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    return today, after(today, _span({"n": arguments.get("n"), **words}))


def _weekend(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    """Read a weekend as the last one that has begun, unless it is the next or coming one."""
    back = (today.weekday() - 5) % 7
    ahead = re.search("next|coming", words["which"] or "", re.IGNORECASE)
    saturday = after(today, 7 - back if ahead else -back)
    return saturday, after(saturday, 1)


def _period(unit: str, today: date, shift: int) -> Days:
    """Return the calendar week (from Monday), month or year so many away from a day's own."""
    if unit == "week":
        monday = after(today, 7 * shift - today.weekday())
        return monday, after(monday, 6)
    if unit == "month":
        months = today.year * 12 + today.month - 1 + shift
        return month_days(months // 12, months % 12 + 1)
    return date(today.year + shift, 1, 1), date(today.year + shift, 12, 31)


_SHIFT: Final = {
    "this": 0,
    "the": 0,
    "last": -1,
    "next": 1,
    "the previous": -1,
    "the following": 1,
    "the coming": 1,
}


def _calendar(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    shift = _SHIFT[(words["which"] or "").lower()]
    unit = (words["unit"] or "").lower()
    if (words["which"] or "").lower() == "the coming":
        return _ahead({"n": "one", "unit": unit}, arguments, today)
    first, last = _period(unit, today, shift)
    half = (words.get("half") or "").lower()
    if shift == 0:
        ahead = half in {"later", "late"} or words.get("toward") == "ahead"
        return (today, last) if ahead else (_begun(unit, first, today), today)
    middle = after(first, (last - first).days // 2)
    return {"early": (first, middle), "late": (middle, last)}.get(half, (first, last))


def _begun(unit: str, first: date, today: date) -> date:
    """Return a period's start; who tells on its first day what it brought means the last one."""
    return after(first, -7) if unit == "week" and first == today else first


def _part_of(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    """Read "the beginning of the month" as its first ten days, "the end of last year" as its last
    month, "the middle of the week" as that day.
    """
    which = (words.get("which") or "this").lower().replace("the", "this")
    unit, part = (words["unit"] or "").lower(), (words["part"] or "").lower()
    first, last = _period(unit, today, _SHIFT[which])
    if part == "first":
        return first, first
    if unit == "year":
        return _months(first.year, YEAR_PARTS[part])
    start, end = MONTH_PARTS[part] if unit == "month" else WEEK_PARTS[part]
    return after(first, start - 1), min(after(first, end - 1), last)


def _season(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    """Read a season by its months, of a named year, or as the last or next one (northern)."""
    months = SEASONS[(words["season"] or "").lower()]
    if words.get("year"):
        return _months(int(words["year"] or 0), months)
    which, toward = (words.get("which") or "").lower(), words.get("toward")
    starts = [_months(today.year + y, months) for y in (-1, 0, 1)]
    if which == "next" or (toward == "ahead" and which != "last"):
        return next(s for s in starts if s[1 if which != "next" else 0] >= today)
    ended = [s for s in starts if (s[1] if which == "last" else s[0]) <= today]
    return ended[-1] if ended else _months(today.year - 2, months)


def _months(year: int, months: tuple[int, int]) -> Days:
    """Return the days from one month to another; a winter ends in the next year."""
    first, last = months
    return date(year, first, 1), month_days(year + (last < first), last)[1]


def _night(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    """Read "overnight" as the night before, or as the one to come where the words look ahead."""
    return (today, after(today, 1)) if words.get("toward") == "ahead" else (after(today, -1), today)


def _by_hour(words: Words, arguments: Mapping[str, Any], today: date) -> Days | None:
    """Read "by nightfall" as ahead; of what has happened it says no day."""
    return None if words.get("toward") == "past" else _offset(words, arguments, today)


def _end_of(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    unit, shift = (
        (words.get("unit") or "year").lower(),
        _SHIFT[(words.get("which") or "this").lower()],
    )
    return today, today if unit == "day" else _period(unit, today, shift)[1]


def _before_season(words: Words, arguments: Mapping[str, Any], today: date) -> Days:
    """Read "before winter" as up to the eve of the next one (meteorological, northern)."""
    month, _ = SEASONS[(words["season"] or "").lower()]
    start = date(today.year + (today.month >= month), month, 1)
    return today, after(start, -1)


def _feast(words: Words, arguments: Mapping[str, Any], today: date) -> Days | None:
    """Read "before Christmas" as up to its eve, "until Christmas" up to its day; of what has
    happened it says no day.
    """
    if words.get("toward") == "past":
        return None
    come = next_feast(words["feast"] or "", today)
    before = (words["until"] or "").lower() == "before"
    return (today, after(come, -before)) if come else None


RULES: Final[Mapping[str, Rule]] = {
    "offset": Rule(_offset),
    "clock": Rule(_clock),
    "numeric": Rule(_numeric, absolute=True),
    "date": Rule(_date, absolute=True),
    "dates": Rule(_dates, absolute=True),
    "month": Rule(_month, absolute=True),
    "month_third": Rule(_month_third, absolute=True),
    "first_of": Rule(_first_of, absolute=True),
    "years": Rule(_years, absolute=True),
    "season": Rule(_season),
    "season_of": Rule(_season, absolute=True),
    "of_month": Rule(_of_month),
    "part_of": Rule(_part_of),
    "months": Rule(_month_span, absolute=True),
    "running": Rule(_running),
    "stretch": Rule(_stretch),
    "within": Rule(_within),
    "later": Rule(_later),
    "year": Rule(_year, absolute=True),
    "year_part": Rule(_year_part, absolute=True),
    "weekday": Rule(_weekday),
    "weekdays": Rule(_weekdays),
    "ago": Rule(_ago),
    "past": Rule(_past),
    "ahead": Rule(_ahead),
    "weekend": Rule(_weekend),
    "calendar": Rule(_calendar),
    "end_of": Rule(_end_of),
    "night": Rule(_night),
    "by_hour": Rule(_by_hour),
    "before_season": Rule(_before_season),
    "feast": Rule(_feast),
}
"""The calendar rules by the name under which expressions.toml calls them."""


def since(days: Days, today: date) -> Days:
    """Return the days from an interval's start up to today, or to its end where that is later."""
    return days[0], max(days[1] if days[0] > today else today, days[0])


def until(days: Days, today: date) -> Days:
    """Return the days from today to an interval's end; where that has passed, the interval."""
    return (today, days[1]) if days[1] >= today else days


def between(a: date, b: date) -> int:
    """Return the days from `a` to `b`, negative when `b` is earlier."""
    return (b - a) // timedelta(days=1)
