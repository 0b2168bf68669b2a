"""Of which days a text tells where a claim stands, by more than the claim's own words.

A text about one attack tells of earlier ones too. Where a sentence names no day, it is of the time
of the one before, if it points back to that: "sarin was used there in 2013. That attack ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fogline.weighing.conflict.pointing import points_to_deed
from fogline.weighing.measures.days import Days, appeared, ordinal, union
from fogline.weighing.occurrence.features import SPOKEN
from fogline.weighing.views.views import View

NEXT = 3  # characters between two sentences that follow one another
AGO = 60  # days: years that a sentence names tell of another time if they ended before these
BACK = 2  # sentences over which words point back
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_THAT = re.compile(r"^(?:that|those)\b|\b(?:that|those)(?: \w+){1,2}$", re.IGNORECASE)


def beside(v: View, page: Sequence[View]) -> Iterator[View]:
    """Yield the other claims of a claim's sentence."""
    start = v.claim.sentence.start
    return (o for o in page if o is not v and o.claim.sentence.start == start)


def follows(v: View, other: View) -> bool:
    """Say whether a claim's sentence is the next after another's, in one text."""
    if v.document.id != other.document.id:
        return False
    return 0 <= v.claim.sentence.start - other.claim.sentence.end <= NEXT


def era(v: View, page: Sequence[View], back: int = BACK) -> Days | None:
    """Return the days of which a claim's text tells where it stands, None where it names none.

    The day of a denial that is a claim of its own is that of speaking.
    """
    if v.named_day and v.claim.event not in SPOKEN:
        return v.days
    named = [o.days for o in beside(v, page) if o.named_day and o.claim.event not in SPOKEN]
    if named:
        return union(named)
    if years := _long_ago(v):
        return years
    if back and not v.named_day and _points_back(v):
        return _before(v, page, back)
    return None


def _before(v: View, page: Sequence[View], back: int) -> Days | None:
    """Return the days of the sentence before."""
    told = (o for o in page if follows(v, o) and o.claim.event not in SPOKEN)
    found = [days for o in told if (days := era(o, page, back - 1))]
    return union(found) if found else None


def _long_ago(v: View) -> Days | None:
    """Return the years that a claim's sentence names, if all lie long before its publication."""
    out = appeared(v.document).start
    years = sorted(int(year) for year in _YEAR.findall(v.claim.sentence.text))
    if not years or out is None:
        return None
    first, last = ordinal(f"{years[0]}-01-01"), ordinal(f"{years[-1]}-12-31")
    return Days(first, last) if last is not None and last < out - AGO else None


def _points_back(v: View) -> bool:
    sentence, trigger = v.claim.sentence, v.claim.trigger
    at = trigger.start - sentence.start
    if v.claim.event in SPOKEN or v.denied:
        return points_to_deed(sentence.text[at:])
    return bool(_THAT.search(sentence.text[: at + len(trigger.text)]))
