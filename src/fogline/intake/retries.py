"""When a failed item is tried again: the rules of `retries.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib import resources

from fogline.errors import SkipItem


@dataclass(frozen=True, slots=True)
class Rule:
    """What becomes of items that failed for a reason."""

    reason: str
    detail: str = ""
    minutes: tuple[float, ...] = ()
    kept: bool = True


def next_try(skipped: SkipItem, tries: int, now: datetime) -> str | None:
    """Return the ISO 8601 instant of the next try after `tries`; None where there is none."""
    rule = _rule(skipped.reason, skipped.detail)
    if rule is None or tries > len(rule.minutes):
        return None
    return (now + timedelta(minutes=rule.minutes[tries - 1])).isoformat(timespec="seconds")


def is_kept(reason: str) -> bool:
    """Tell whether items that failed for this reason are kept at all."""
    return all(rule.kept for rule in rules() if rule.reason == reason)


def _rule(reason: str, detail: str) -> Rule | None:
    fits = (r for r in rules() if r.reason == reason and re.search(r.detail, detail))
    return next(fits, None)


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the file's order."""
    source = resources.files(__package__).joinpath("retries.toml").read_text("utf-8")
    rows = tomllib.loads(source)["rule"]
    return tuple(Rule(**row | {"minutes": tuple(row.get("minutes", ()))}) for row in rows)
