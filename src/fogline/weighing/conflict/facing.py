"""Whether a denial is of the deed that a claim tells: of its time, its means, and of no habit.

"Has long denied using gas" is of no deed in particular, unless one was told just before. Whoever
denies that gas was used says nothing of a shelling, and a denial of this week nothing of last year.
"""

from __future__ import annotations

from collections.abc import Sequence

from fogline.weighing.conflict.denying import (
    is_former,
    is_habit,
    is_standing,
    leaves_open,
    names_arms,
    names_gas,
)
from fogline.weighing.conflict.eras import beside, era, follows
from fogline.weighing.measures.days import apart
from fogline.weighing.measures.wording import matter, tokens
from fogline.weighing.occurrence.features import SPOKEN
from fogline.weighing.parties.parties import likeness
from fogline.weighing.views.unlike import VIOLENT
from fogline.weighing.views.views import Order, Pages, View

AGO = 60  # days: who denies a thing does not mean what lies further back, where he does not say so
SLACK = 3  # days by which two claims of one time may differ
LONG = 60  # days: what goes on for longer is no single deed
OBJECT = 3  # words behind "using" that say what
HAPPENED = "happened"
GAS = "unconventional"
DESTROY = "destroy"
DENIES = "REJECT"


def faces(denial: View, told: View, pages: Pages) -> bool:
    """Say whether a denial may be of what a claim tells, by what its text says of both."""
    page, there = pages.get(denial.document.id, ()), pages.get(told.document.id, ())
    words = _words_of(denial, page)
    if leaves_open(denial.claim) or any(is_former(v.claim) for v in words):
        return False
    if not _of_one_time(denial, told, page, there) or _only_denied(told, there):
        return False
    said = _denied(denial, page)
    if any(_other_means(v, told) or _other_use(v, told) or _other_thing(v, told) for v in said):
        return False
    return _just_told(denial, told) or _answers(denial, told, _of_habit(denial, said, words, page))


def _answers(denial: View, told: View, habit: bool) -> bool:
    """Say whether a denial may be of a deed told elsewhere, or of deeds of a kind in its own text.

    "Both deny using gas. The envoys say that the army is behind several gas attacks."
    """
    if not is_general(told):
        return not habit
    here = told.document.id == denial.document.id and bool(told.actors)
    return here and (follows(told, denial) or not habit)


def is_general(told: View) -> bool:
    """Say whether a claim tells of deeds of a kind, and of none in particular."""
    here = any(not spot.wide for spot in told.located)
    counted = told.toll.killed or told.toll.injured
    single = here or told.recipients or counted or (told.named_day and not lasts(told))
    plural = told.claim.trigger.text.endswith("s") or is_habit(told.claim)
    return plural and not single


def lasts(told: View) -> bool:
    """Say whether what a claim tells goes on for longer than a single deed."""
    return (told.days.length or 1) > LONG


def _words_of(denial: View, page: Sequence[View]) -> list[View]:
    """Return by which claims somebody denies what a denial is of: itself, or those beside it."""
    if denial.claim.event == DENIES:
        return [denial]
    return [v for v in beside(denial, page) if v.claim.event == DENIES]


def _denied(denial: View, page: Sequence[View]) -> list[View]:
    """Return what is denied, as far as it could be read: behind another denial it is of that."""
    if denial.claim.event != DENIES:
        return [denial]
    others = list(beside(denial, page))
    denials = [denial.order, *(o.order for o in others if o.claim.event == DENIES)]
    return [o for o in others if o.denied and _last_before(o, denials) == denial.order]


def _last_before(v: View, denials: Sequence[Order]) -> Order:
    """Return the denial that stands last before a claim, or the first where none does."""
    return max((at for at in denials if at < v.order), default=min(denials))


def _of_one_time(denial: View, told: View, page: Sequence[View], there: Sequence[View]) -> bool:
    """Say whether a denial and a deed may be of one time, as their texts tell it.

    Nobody denies what is told of a day after he spoke.
    """
    if told.named_day and told.days.start and denial.said and told.days.start > denial.said:
        return denial.standing != HAPPENED
    of_deed, of_told = era(denial, page), era(told, there) or told.days
    if of_deed is not None:
        return (apart(of_deed, of_told) or 0) <= max(SLACK, told.back)
    return (apart(denial.days, of_told) or 0) <= AGO


def _only_denied(told: View, page: Sequence[View]) -> bool:
    """Say whether who does it by a claim is taken from words in which he denies something.

    "The navy denied it. Hours later shells hit the school": nobody lays that to the navy.
    """
    named = [m.start for m in told.claim.actors if m.start is not None]
    own, keys = told.claim.sentence, {p.key for p in told.actors}
    if not named or any(own.start <= at < own.end for at in named):
        return False
    denials = [o for o in page if o.claim.event == DENIES and keys & {p.key for p in o.actors}]
    stretches = [(o.claim.sentence.start, o.claim.sentence.end) for o in denials]
    return all(any(start <= at < end for start, end in stretches) for at in named)


def _other_means(denied: View, told: View) -> bool:
    """Say whether one is of gas and the like, and the other of other arms alone."""
    modes = [v.claim.mode for v in (denied, told)]
    if modes.count(GAS) != 1 or None in modes:
        return False
    of_gas, other = (denied, told) if denied.claim.mode == GAS else (told, denied)
    by_gas, by_other = (v.claim.sentence.text for v in (of_gas, other))
    return names_gas(by_gas) and names_arms(by_other) and not names_gas(by_other)


def _other_thing(denied: View, told: View) -> bool:
    """Say whether it is denied of a thing that it was destroyed, and a claim tells of no such: who
    saw "no vehicle destroyed" denies no strike.
    """
    modes = [v.claim.mode for v in (denied, told)]
    if modes[0] != DESTROY or modes[1] == DESTROY or denied.actors or not denied.recipients:
        return False
    return not any(likeness(x, y) for x in denied.recipients for y in told.recipients)


def _other_use(denied: View, told: View) -> bool:
    """Say whether what is denied is the use of a thing of which a claim does not tell."""
    mode = denied.claim.mode
    if not is_habit(denied.claim) or is_habit(told.claim) or (mode and mode == told.claim.mode):
        return False
    sentence, trigger = denied.claim.sentence, denied.claim.trigger
    behind = sentence.text[trigger.start - sentence.start + len(trigger.text) :]
    used = matter(tokens(behind)[:OBJECT])
    return bool(used) and not used & told.words


def _of_habit(
    denial: View, said: Sequence[View], words: Sequence[View], page: Sequence[View]
) -> bool:
    """Say whether a denial is of a habit, and of no deed told just before."""
    dated = any(v.named_day for v in words)
    bare = bool(said) and not dated and all(map(_is_bare, said))
    if not page or not (bare or any(is_standing(v.claim) for v in words)):
        return False
    return not any(_just_told(denial, o) and _lays(o) for o in page)


def _is_bare(v: View) -> bool:
    return is_habit(v.claim) and not (v.named_day or v.located or v.recipients)


def _lays(told: View) -> bool:
    """Say whether a claim lays one deed to somebody."""
    violent = told.claim.event in VIOLENT and not told.denied
    return violent and bool(told.actors) and not is_general(told)


def _just_told(denial: View, told: View) -> bool:
    """Say whether a claim stands in a denial's sentence before it, or in the sentence before."""
    if told.document.id != denial.document.id or told.claim.event in SPOKEN:
        return False
    if told.claim.sentence == denial.claim.sentence:
        return told.order < denial.order
    return follows(denial, told)
