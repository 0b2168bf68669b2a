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
from fogline.weighing.unlike import DEEDS
from fogline.weighing.views import Order, View

Pages = Mapping[str, Sequence[View]]
NEXT = 3  # characters between two sentences that follow one another
AGO = 60  # days: who denies a thing does not mean what lies further back, where he does not say so
SLACK = 3  # days by which two claims of one time may differ
LONG = 60  # days: what goes on for longer is no single deed
BACK = 2  # sentences over which words point back
GAS = "unconventional"
DENIES = "REJECT"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MEANS = re.compile(r"\b(?:gas\w*|chemical|chlorine|sarin|toxic|nerve|mustard|poison\w*)\b", re.I)
_ARMS = re.compile(
    r"\b(?:air ?(?:strikes?|raids?)|aircraft|war ?planes?|jets?|helicopters?|drones?|rockets?"
    r"|missiles?|artillery|mortars?|shell(?:s|ed|ing)?|tanks?|guns?|gunfire|rifles?|clash\w*)\b",
    re.IGNORECASE,
)
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
    said, words = _denied(denial, pages), _words_of(denial, pages)
    if leaves_open(denial.claim) or any(is_former(v.claim) for v in words):
        return False
    if any(_other_means(v, told) for v in said) or _only_denied(told, pages):
        return False
    if not _of_one_time(denial, told, pages):
        return False
    if is_general(told):
        here = told.document.id == denial.document.id
        return (here and bool(told.actors)) or _just_told(denial, told)
    return _just_told(denial, told) or not _of_habit(denial, said, words, pages)


def _words_of(denial: View, pages: Pages) -> list[View]:
    """Return by which claims somebody denies what a denial is of: itself, or those beside it."""
    if denial.claim.event == DENIES:
        return [denial]
    beside = _beside(denial, pages.get(denial.document.id, ()))
    return [v for v in beside if v.claim.event == DENIES]


def _only_denied(told: View, pages: Pages) -> bool:
    """Say whether who does it by a claim is taken from words in which he denies something.

    "The navy denied it. Hours later shells hit the school": nobody lays that to the navy.
    """
    named = [m.start for m in told.claim.actors if m.start is not None]
    own = told.claim.sentence
    if not named or any(own.start <= at < own.end for at in named):
        return False
    denials = [o for o in pages.get(told.document.id, ()) if o.claim.event == DENIES]
    return all(any(_is_in(at, o) for o in denials if _meet(o, told)) for at in named)


def _is_in(at: int, v: View) -> bool:
    return v.claim.sentence.start <= at < v.claim.sentence.end


def _meet(denial: View, told: View) -> bool:
    return bool({p.key for p in denial.actors} & {p.key for p in told.actors})


def _denied(denial: View, pages: Pages) -> list[View]:
    """Return what is denied, as far as it could be read: behind another denial it is of that."""
    if denial.claim.event != DENIES:
        return [denial]
    beside = list(_beside(denial, pages.get(denial.document.id, ())))
    others = [o.order for o in beside if o.claim.event == DENIES]
    return [
        o for o in beside if o.denied and _last_before(o, (denial.order, *others)) == denial.order
    ]


def _last_before(v: View, denials: Sequence[Order]) -> Order:
    """Return the denial that stands last before a claim, or the first where none does."""
    return max((at for at in denials if at < v.order), default=min(denials))


def _other_means(denial: View, told: View) -> bool:
    """Say whether one is of gas and the like, and the other of other arms alone."""
    modes = [v.claim.mode for v in (denial, told)]
    if modes.count(GAS) != 1 or None in modes:
        return False
    of_gas, other = (denial, told) if denial.claim.mode == GAS else (told, denial)
    by_gas, by_other = (v.claim.sentence.text for v in (of_gas, other))
    named = _MEANS.search(by_gas) and _ARMS.search(by_other)
    return bool(named) and not _MEANS.search(by_other)


def is_general(told: View) -> bool:
    """Say whether a claim tells of deeds of a kind, and of none in particular."""
    counted = told.toll.killed or told.toll.injured
    here = any(not spot.wide for spot in told.located)
    single = here or told.recipients or counted or (told.named_day and not lasts(told))
    plural = told.claim.trigger.text.endswith("s") or is_habit(told.claim)
    return plural and not single


def lasts(told: View) -> bool:
    """Say whether what a claim tells goes on for longer than a single deed."""
    return (told.days.length or 1) > LONG


def _of_habit(denial: View, said: Sequence[View], words: Sequence[View], pages: Pages) -> bool:
    """Say whether a denial is of a habit, and of no deed told just before."""
    dated = any(v.named_day for v in words)
    bare = bool(said) and not dated and all(map(_is_bare, said))
    if not bare and not any(is_standing(v.claim) for v in words):
        return False
    page = pages.get(denial.document.id, ())
    return not any(_just_told(denial, o) and _lays(o) for o in page)


def _lays(told: View) -> bool:
    """Say whether a claim lays one deed to somebody."""
    violent = told.claim.event in DEEDS and not told.denied
    return violent and bool(told.actors) and not is_general(told)


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
