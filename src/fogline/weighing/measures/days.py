"""Days as ordinals: when a document appeared and when a claim's event was, as far as known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from fogline.model import Claim, Document, Published, When
from fogline.model.quick import quick
from fogline.weighing.lately import lately

DATELINE = 40  # characters before the day of a dateline
_REPORT = re.compile(r"\s*(?:\([^)\n]*\)\s*)?[-–—]\s")


@quick
@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of calendar days, both ends inclusive; an end that is not known is None."""

    start: int | None
    end: int | None

    @property
    def length(self) -> int | None:
        """The number of days, None where an end is unknown."""
        if self.start is None or self.end is None:
            return None
        return self.end - self.start + 1


@lru_cache(maxsize=1 << 16)
def ordinal(day: str | None) -> int | None:
    """Return the ordinal of an ISO 8601 day or instant, None for None."""
    return date.fromisoformat(day[:10]).toordinal() if day else None


@lately
def appeared(document: Document) -> Days:
    """Return the days between which the document was published."""
    return appeared_days(document.published)


def appeared_days(published: Published) -> Days:
    """Return the days between which something was published."""
    return Days(ordinal(published.earliest), ordinal(published.latest))


def happened(when: When, document: Document) -> Days:
    """Return the days of a claim's event; days counted from publication where only those stand."""
    if when.start or when.end:
        return Days(ordinal(when.start), ordinal(when.end))
    if when.offset_days is None:
        return Days(None, None)
    out, (first, last) = appeared(document), when.offset_days
    return Days(
        None if out.start is None else out.start + int(first),
        None if out.end is None else out.end + int(last),
    )


def of_dateline(claim: Claim) -> bool:
    """Say whether a claim's day is only that of the report: "DAMASCUS, November 9 - The army"."""
    sentence, day = claim.sentence.text, claim.when.text
    at = sentence.find(day) if day else -1
    while day and at >= 0:
        before = sentence[:at].lstrip()
        if len(before) > DATELINE:
            break
        if not {".", "\n"} & set(before) and _REPORT.match(sentence, at + len(day)):
            return True
        at = sentence.find(day, at + 1)
    return False


def apart(a: Days, b: Days) -> int | None:
    """Return the days between two stretches, 0 where they meet, None where an end is unknown."""
    one = None if a.end is None or b.start is None else b.start - a.end
    other = None if b.end is None or a.start is None else a.start - b.end
    if one is None or other is None:
        some = one if other is None else other
        return some if some is not None and some > 0 else None
    return max(one, other, 0)


def before(a: Days, b: Days) -> bool:
    """Say whether a certainly lies before b."""
    return a.end is not None and b.start is not None and a.end < b.start


def union(stretches: Sequence[Days]) -> Days:
    """Return the days from the first known start to the last known end."""
    starts = [d.start for d in stretches if d.start is not None]
    ends = [d.end for d in stretches if d.end is not None]
    return Days(min(starts, default=None), max(ends, default=None))


def iso(day: int | None) -> str | None:
    """Return an ordinal as an ISO 8601 day."""
    return None if day is None else date.fromordinal(day).isoformat()
