"""How long to wait: between two looks, after failures, and where a server says so; how long is too
long.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from random import Random
from typing import Literal

from fogline.errors import SkipItem
from fogline.model import Followed

Health = Literal["good", "failing", "stale", "new", "left"]

LONGEST = 1440.0  # minutes between two looks at a feed that fails
GONE = 10080.0  # minutes: a server that says "410 Gone" is asked once a week
JITTER = 0.1  # share by which a pause varies, so that feeds do not fall into step
UNNAMED = 600.0  # seconds to leave a host alone that asks for it and names no time
STALE = 4  # times its usual pause without a good answer, after which a feed is stale
MOST = 86400.0  # seconds for which a server's word is taken


def after_success(feed: Followed, now: datetime, dice: Random) -> Followed:
    """Return the state of a feed that answered as it should."""
    at = now.isoformat(timespec="seconds")
    due = _later(now, feed.minutes, dice)
    good = replace(feed, last_tried=at, last_good=at, next_due=due, failures=0)
    return replace(good, reason=None, detail=None)


def after_failure(feed: Followed, skip: SkipItem, now: datetime, dice: Random) -> Followed:
    """Return the state of a feed that failed: each time in a row doubles the pause, up to a day."""
    failures = feed.failures + 1
    minutes = min(feed.minutes * 2 ** min(failures, 12), max(LONGEST, feed.minutes))
    if skip.reason == "http-status" and " 410 " in f"{skip.detail} ":
        minutes = GONE
    return replace(
        feed,
        last_tried=now.isoformat(timespec="seconds"),
        next_due=_later(now, minutes, dice),
        failures=failures,
        reason=skip.reason,
        detail=skip.detail,
    )


def health(feed: Followed, now: datetime) -> Health:
    """Return good, failing, stale (no good answer for long), new, or left (off the list)."""
    if not feed.wanted:
        return "left"
    if feed.failures:
        return "failing"
    if feed.last_good is None:
        return "new"
    silent = (now - datetime.fromisoformat(feed.last_good)).total_seconds() / 60
    return "stale" if silent > STALE * feed.minutes else "good"


def retry_after(said: str | None, now: datetime) -> float:
    """Return the seconds that a Retry-After header asks for, as a number or a date."""
    if not said:
        return UNNAMED
    if said.strip().isdecimal():
        return min(float(said.strip()[:9]), MOST)
    try:
        seconds = (parsedate_to_datetime(said) - now).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return UNNAMED
    return min(max(seconds, 0.0), MOST)


def _later(now: datetime, minutes: float, dice: Random) -> str:
    seconds = minutes * 60 * dice.uniform(1 - JITTER, 1 + JITTER)
    return (now + timedelta(seconds=seconds)).isoformat(timespec="seconds")
