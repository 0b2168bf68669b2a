"""Whether a denial is of the deed that a claim tells: of its time, its means, and no habit.

A text about one attack tells of earlier ones too, and a denial that stands in it is of the one it
is about. Where a sentence names no day, it is of the time of the one before that it points back to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from fogline.weighing.days import Days, apart, appeared, ordinal, union
from fogline.weighing.denying import is_former, is_habit, is_standing, leaves_open
from fogline.weighing.features import SPOKEN
from fogline.weighing.views import View

Pages = Mapping[str, Sequence[View]]
NEXT = 3  # characters between two sentences that follow one another
AGO = 60  # days: who denies a thing does not mean what lies further back, where he does not say so
SLACK = 3  # days by which two claims of one time may differ
LONG = 60  # days: what goes on for longer is no single deed
BACK = 2  # sentences over which words point back
GAS = "unconventional"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MEANS = re.compile(r"\b(?:gas\w*|chemical|chlorine|sarin|toxic|nerve|mustard|poison\w*)\b", re.I)
_THAT = re.compile(r"^(?:that|those)\b|\b(?:that|those) \w+$|\b(?:that|those) \w+ \w+$", re.I)
_IT = re.compile(
    r"\b(?:it|this|that|those|the(?: \w+){0,2} (?:attacks?|strikes?|raids?|incidents?|blasts?)"
    r"|responsibility|involvement|any (?:role|part|hand))\b",
    re.IGNORECASE,
)


def pages_of(seen: Iterable[View]) -> Pages:
    """Return claims by their document, in the order of their places."""
    pages: dict[str, list[View]] = {}
    for v in sorted(seen, key=lambda v: v.order):
        pages.setdefault(v.document.id, []).append(v)
    return pages


def faces(denial: View, told: View, pages: Pages) -> bool:
    """Say whether a denial may be of what a claim tells, by what its text says of both."""
    if leaves_open(denial.claim) or is_former(denial.claim):
        return False
    if any(_other_means(v, told) for v in _denied(denial, pages)) or not _of_one_time(
        denial, told, pages
    ):
        return False
    return not _of_habit(denial, pages) or _just_told(denial, told) or is_general(told)


def _denied(denial: View, pages: Pages) -> list[View]:
    """Return what is denied, as far as it could be read."""
    if denial.claim.event not in SPOKEN:
        return [denial]
    return [o for o in _beside(denial, pages.get(denial.document.id, ())) if o.denied]


def _other_means(denial: View, told: View) -> bool:
    """Say whether one is of gas and the like, and the other of other arms alone."""
    modes = [v.claim.mode for v in (denial, told)]
    if modes.count(GAS) != 1 or None in modes:
        return False
    of_gas, other = (denial, told) if denial.claim.mode == GAS else (told, denial)
    said = [bool(_MEANS.search(v.claim.sentence.text)) for v in (of_gas, other)]
    return said == [True, False]


def is_general(told: View) -> bool:
    """Say whether a claim tells of deeds of a kind, and of none in particular."""
    counted = told.toll.killed or told.toll.injured
    single = told.located or told.recipients or counted or (told.named_day and not lasts(told))
    plural = told.claim.trigger.text.endswith("s") or is_habit(told.claim)
    return plural and not single


def lasts(told: View) -> bool:
    """Say whether what a claim tells goes on for longer than a single deed."""
    return (told.days.length or 1) > LONG


def _of_habit(denial: View, pages: Pages) -> bool:
    """Say whether a denial is of a habit, and of no deed told just before."""
    page, said = pages.get(denial.document.id, ()), _denied(denial, pages)
    speaking = [v for v in (denial, *_beside(denial, page)) if v.claim.event in SPOKEN]
    standing = is_standing(denial.claim) or (
        said == [denial] and any(is_standing(v.claim) for v in speaking)
    )
    bare = bool(said) and all(map(_is_bare, said)) and not any(v.named_day for v in speaking)
    if not (standing or bare):
        return False
    return not any(_just_told(denial, o) and not is_general(o) and not o.denied for o in page)


def _is_bare(v: View) -> bool:
    return is_habit(v.claim) and not (v.named_day or v.located or v.recipients)


def _just_told(denial: View, told: View) -> bool:
    """Say whether a claim stands in a denial's sentence before it, or in the sentence before."""
    if told.document.id != denial.document.id or told.claim.event in SPOKEN:
        return False
    if told.claim.sentence == denial.claim.sentence:
        return told.claim.trigger.start < denial.claim.trigger.start
    return _follows(denial, told)


def _follows(v: View, other: View) -> bool:
    return 0 <= v.claim.sentence.start - other.claim.sentence.end <= NEXT


def _of_one_time(denial: View, told: View, pages: Pages) -> bool:
    """Say whether a denial and a deed may be of one time, as their texts tell it."""
    of_deed, of_told = (era(v, pages.get(v.document.id, ())) for v in (denial, told))
    if of_deed is not None:
        return (apart(of_deed, of_told or told.days) or 0) <= max(SLACK, told.back)
    gap = apart(denial.days, of_told or told.days)
    return (gap or 0) <= AGO


def era(v: View, page: Sequence[View], back: int = BACK) -> Days | None:
    """Return the days of which a claim's text tells where it stands, None where it names none.

    The day of a denial that is a claim of its own is that of speaking.
    """
    if v.named_day and v.claim.event not in SPOKEN:
        return v.days
    named = [o.days for o in _beside(v, page) if o.named_day and o.claim.event not in SPOKEN]
    if named:
        return union(named)
    if years := _long_ago(v.claim.sentence.text, v):
        return years
    if back and not v.named_day and _points_back(v):
        return _before(v, page, back)
    return None


def _before(v: View, page: Sequence[View], back: int) -> Days | None:
    """Return the days of the sentence before."""
    told = (o for o in page if _follows(v, o) and o.claim.event not in SPOKEN)
    found = [days for o in told if (days := era(o, page, back - 1))]
    return union(found) if found else None


def _beside(v: View, page: Sequence[View]) -> Iterator[View]:
    return (o for o in page if o is not v and o.claim.sentence == v.claim.sentence)


def _long_ago(text: str, v: View) -> Days | None:
    """Return the years that a sentence names, if all lie before that of its publication."""
    out = appeared(v.document).start
    years = sorted(int(year) for year in _YEAR.findall(text))
    if not years or out is None:
        return None
    first, last = ordinal(f"{years[0]}-01-01"), ordinal(f"{years[-1]}-12-31")
    return Days(first, last) if last is not None and last < out - AGO else None


def _points_back(v: View) -> bool:
    sentence, trigger = v.claim.sentence, v.claim.trigger
    at = trigger.start - sentence.start
    if v.claim.event in SPOKEN or v.denied:
        return bool(_IT.search(sentence.text[at:]))
    return bool(_THAT.search(sentence.text[: at + len(trigger.text)]))
