"""Dates as metadata gives them -> days in UTC; what cannot be read is nothing, never a guess."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from fogline.model import Published

# Ways in which comment headers and bylines write an instant; an example stands beside each.
FORMATS = (
    "%B %d, %Y at %I:%M %p",  # November 12, 2016 at 3:14 pm
    "%B %d, %Y %I:%M %p",  # November 12, 2016 3:14 pm
    "%B %d, %Y, %I:%M %p",  # November 12, 2016, 3:14 PM
    "%B %d, %Y at %H:%M",  # November 12, 2016 at 15:14
    "%a %b %d, %Y %I:%M %p",  # Sat Nov 12, 2016 3:14 pm
    "%d %B %Y at %H:%M",  # 12 November 2016 at 15:14
    "%d %B %Y, %H:%M",  # 12 November 2016, 15:14
    "%d %B %Y %H:%M",  # 12 November 2016 15:14
    "%a, %d %b %Y %H:%M",  # Sat, 12 Nov 2016 15:14
    "%A, %B %d, %Y",  # Saturday, November 12, 2016
    "%A, %d %B %Y",  # Saturday, 12 November 2016
    "%B %d, %Y",  # November 12, 2016
    "%b %d, %Y",  # Nov 12, 2016
    "%d %B %Y",  # 12 November 2016
    "%d %b %Y",  # 12 Nov 2016
    "%d.%m.%Y um %H:%M",  # 12.11.2016 um 15:14
    "%d.%m.%Y, %H:%M",  # 12.11.2016, 15:14
    "%d.%m.%Y",  # 12.11.2016
    "%Y/%m/%d",  # 2016/11/12
    "%Y-%m-%d %H:%M",  # 2016-11-12 15:14
)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?$")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}.*)?$")
_NAMES = "|".join(n for n in (*calendar.month_abbr, *calendar.day_abbr) if n)
_UNITS = "seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?"
_CALENDAR = re.compile(
    rf"(?i)(?:\d[\w:./-]*|(?:{_NAMES})[a-z]*\.?|{_UNITS}|today|yesterday|ago|a|an|at|um|of|the"
    r"|[ap]\.?m\.?|utc|gmt|[a-z]{1,3}t|[-–—@|])"
)
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")


def published(value: Any, basis: str) -> Published | None:
    """Return the days that `value` names; None where it is no date.

    Reads ISO 8601 days, months, years and instants, RFC 5322 dates, and an object with `earliest`
    and `latest`. An instant with a zone counts as its day in UTC; one without, as it stands.
    """
    if isinstance(value, dict):
        ends = [_days(value.get(k)) for k in ("earliest", "latest")]
        if ends[0] is None or ends[1] is None or ends[0][0] > ends[1][1]:
            return None
        return Published(ends[0][0], ends[1][1], basis)
    days = _days(value)
    return Published(*days, basis) if days else None


def posted(words: str | None) -> str | None:
    """Return the ISO 8601 day or instant (UTC where a zone is named) of a comment; None if none."""
    if words is None or not (words := " ".join(words.split())):
        return None
    instant = _instant(words) or _written(words)
    if instant is None:
        return None
    if instant.tzinfo is not None:
        return instant.isoformat(timespec="seconds")
    midnight = instant.hour == instant.minute == 0 and not re.search(r"\d:\d", words)
    return instant.date().isoformat() if midnight else instant.isoformat(timespec="minutes")


def is_calendrical(words: str) -> bool:
    """Tell whether nothing but a calendar's and a clock's words stand here, read or not: "Nov 12 at
    3:14 pm", "3 days ago".
    """
    return all(_CALENDAR.fullmatch(w.strip(",()")) for w in words.split())


def _days(value: Any) -> tuple[str, str] | None:
    if not isinstance(value, str):
        return None
    value = value.strip()
    if partial := _PARTIAL.match(value):
        return _stretch(int(partial[1]), int(partial[2]) if partial[2] else None)
    instant = _instant(value) or _written(value)
    if instant is None:
        return None
    day = instant.date().isoformat()
    return day, day


def _stretch(year: int, month: int | None) -> tuple[str, str] | None:
    if not 1 <= year <= 9999 or not (month is None or 1 <= month <= 12):
        return None
    first, last = month or 1, month or 12
    end = date(year, last, calendar.monthrange(year, last)[1])
    return date(year, first, 1).isoformat(), end.isoformat()


def _instant(value: str) -> datetime | None:
    """Return an ISO 8601 or RFC 5322 instant, in UTC where it names a zone."""
    try:
        if _ISO.match(value):
            instant = datetime.fromisoformat(value)
        elif ":" in value and "," in value[:5]:
            instant = parsedate_to_datetime(value)
        else:
            return None
        return instant.astimezone(UTC) if instant.tzinfo else instant
    except (ValueError, OverflowError, IndexError):
        return None


def _written(value: str) -> datetime | None:
    words = _ORDINAL.sub("", value).replace(" am", " AM").replace(" pm", " PM").rstrip(".")
    if len(words) > 40 or not any(c.isdigit() for c in words):
        return None
    for form in FORMATS:
        try:
            return datetime.strptime(words, form)
        except ValueError:
            continue
    return None
