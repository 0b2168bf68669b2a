"""Whether two claims that name two doers tell of one deed, and not of a deed of each.

Of one event are an attack and the counter-attack, and what two air forces did over the same days.
Only one deed can be laid to two who did not both do it.
"""

from __future__ import annotations

from collections.abc import Sequence

from fogline.weighing.parties.holders import apart, doers
from fogline.weighing.views.party import Party, bears_arms
from fogline.weighing.views.truces import is_breach
from fogline.weighing.views.unlike import both_counted
from fogline.weighing.views.views import View

MANY = 3  # people harmed, from which on one number in two texts is hardly by chance
A_DAY = 1  # by how much the stretches of two deeds may differ, in days


def of_one_deed(a: View, b: View) -> bool:
    """Say whether a sentence, a number, a target or a word and a place in common make them one,
    or that both tell how a truce was broken.
    """
    if hit_each_other(a, b):
        return False
    if is_breach(a.claim) and is_breach(b.claim):
        return True
    one_sentence = (a.document.id, a.claim.sentence) == (b.document.id, b.claim.sentence)
    if one_sentence or _one_number(a, b):
        return True
    if _other_numbers(a, b) or not _as_long(a, b):
        return False
    return _hit_alike(a, b) or bool(a.trigger & b.trigger and _one_place(a, b))


def hit_each_other(a: View, b: View) -> bool:
    """Say whether who does it by one claim is hit by the other: two sides' deeds, not one."""
    return any(_meet(doers(x), y.recipients) for x, y in ((a, b), (b, a)))


def _meet(doing: Sequence[Party], hit: Sequence[Party]) -> bool:
    pairs = ((d, h) for d in doing for h in hit if not (d.anybody or h.anybody))
    return any(not apart(d, h) for d, h in pairs)


def _one_number(a: View, b: View) -> bool:
    counted = both_counted(a, b)
    return any(one == other and (one.min or one.max or 0) >= MANY for _, one, other in counted)


def _other_numbers(a: View, b: View) -> bool:
    """Say whether one counts more than twice the people whom the other does: others, that is."""
    return any(
        2 * (few.max or few.min or 0) < (many.min or 0)
        for _, one, other in both_counted(a, b)
        for few, many in ((one, other), (other, one))
    )


def _as_long(a: View, b: View) -> bool:
    """Say whether two deeds took about as long: raids over two days are no raid of one."""
    return abs((a.days.length or 0) - (b.days.length or 0)) <= A_DAY


def _hit_alike(a: View, b: View) -> bool:
    """Say whether two claims name somebody or something hit in common, beyond "people".

    A side of the fighting is hit by many and many times.
    """
    ones, others = ({s for p in v.recipients if _is_target(p) for s in p.stems} for v in (a, b))
    return bool(ones & others)


def _is_target(hit: Party) -> bool:
    return not (hit.anybody or hit.loose or hit.state or bears_arms(hit))


def _one_place(a: View, b: View) -> bool:
    """Say whether both name one place that is no region."""
    here, there = ({s.key for s in v.located if not s.wide} for v in (a, b))
    return bool(here & there)
