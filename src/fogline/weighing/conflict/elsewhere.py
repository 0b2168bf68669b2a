"""Whether two claims tell one deed of two places that exclude each other.

Most places of one event exclude nothing: a town's name stands for its province, a sum is of several
places, another town only locates the one that is meant, and who holds two places holds both.
"""

from __future__ import annotations

from collections.abc import Iterator

from fogline.model import Place
from fogline.weighing.conflict.provinces import may_hold
from fogline.weighing.measures.distance import Spot, kilometres
from fogline.weighing.measures.wording import tokens
from fogline.weighing.views.unlike import both_counted
from fogline.weighing.views.views import View

# What is done to a place, or is so for a while: at another place it is another such deed.
OF_A_PLACE = frozenset({"CONTROL", "RETREAT", "CONDITION", "MOBILIZE"})
MANY = 3  # people harmed, from which on one number in two texts is hardly by chance
Located = tuple[Place, Spot]


def elsewhere(a: View, b: View) -> str | None:
    """Return how far apart two claims put one deed, in words; None where they may mean one."""
    if not _of_one_deed(a, b) or _names(a, b) or _names(b, a):
        return None
    gaps = list(_gaps(a, b))
    if not gaps or min(gaps)[0] <= 0:
        return None
    _, distance, one, other = min(gaps)
    return f"{one} and {other} are {distance:.0f} km apart"


def tells_where(v: View) -> bool:
    """Say whether a claim tells in its text where a deed was done that is over."""
    over = v.claim.status != "ongoing" and v.claim.event not in OF_A_PLACE
    return over and not (v.heads or v.denied)


def _of_one_deed(a: View, b: View) -> bool:
    """Say whether a number or a target by name is in common, and no number differs."""
    counted = both_counted(a, b)
    if any(one.below(other) or other.below(one) for _, one, other in counted):
        return False
    numbered = any(one == other and (one.min or one.max or 0) >= MANY for _, one, other in counted)
    return numbered or bool(_targets(a) & _targets(b))


def _targets(v: View) -> set[str]:
    """Return who or what was hit, by what name: "the Harrow clinic", not "a clinic"."""
    return {p.key for p in v.recipients if not p.anybody and (p.linked or not p.name.islower())}


def _names(one: View, other: View) -> bool:
    """Say whether a claim's sentence names the other's place too: it may only say where that is."""
    if (one.document.id, one.claim.sentence) == (other.document.id, other.claim.sentence):
        return False
    said = set(tokens(one.claim.sentence.text))
    return any(_called(place, spot) <= said for place, spot in _located(other))


def _called(place: Place, spot: Spot) -> set[str]:
    """Return the words of a place's name, as its text spells it where it does."""
    own = " ".join(word for word in place.text.split() if word[:1].isupper())
    return set(tokens(own or spot.name))


def _located(v: View) -> list[Located]:
    return list(zip(v.places, v.spots, strict=True))


def _gaps(a: View, b: View) -> Iterator[tuple[float, float, str, str]]:
    """Yield how many kilometres of distance no radius leaves open, and all of them, by places."""
    for one in _located(a):
        for other in _located(b):
            distance = kilometres(one[1], other[1])
            names = one[1].name, other[1].name
            if distance is None or _may_meet(one, other):
                yield 0.0, 0.0, *names
            else:
                yield max(0.0, distance - one[1].radius - other[1].radius), distance, *names


def _may_meet(one: Located, other: Located) -> bool:
    """Say whether two places may be one, or one of them may lie in the other."""
    (here, near), (there, far) = one, other
    wide = near.wide or far.wide or near.key == far.key
    return wide or may_hold(here, near, far) or may_hold(there, far, near)
