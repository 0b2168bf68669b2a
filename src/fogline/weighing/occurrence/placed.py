"""Whether two claims tell of one place, as evidence: by name or distance, and by where their texts
were.
"""

from __future__ import annotations

from functools import cache, lru_cache

from fogline.weighing.measures.distance import FINE, Spot, contains, is_stretch, kilometres
from fogline.weighing.measures.extents import other_things
from fogline.weighing.measures.wording import content
from fogline.weighing.occurrence.evidence import OUT, Evidence
from fogline.weighing.occurrence.roles import left_and_held
from fogline.weighing.views.views import View

FAR_KM = 15.0  # beyond both places' radii
UNPLACED = -0.15
ELSEWHERE = -0.5  # no place named, and the texts were last at others
SETTING = 0.6  # what the place counts for where it stands in the sentences before alone
ABOUT = 0.3  # what it counts for where only the whole texts have it in common
OTHER_NAME = (-0.3, "places of other names")
ON_THE_WAY = (0.0, "one place may lie on the way")
PART = 0.7  # a place, and what lies in it or near it, told of as one
SAME_KM = 2.0
OTHER_THING = (-0.6, "two things in one place")
OTHER_HELD = -0.6  # who holds a place says nothing of who holds the next
SAME_PLACE = {"country": 0.3, "region": 0.6}  # what sharing it says, by precision; else 1


def place(a: View, b: View) -> Evidence | None:
    """Places by name or distance, each with the radius of its precision."""
    whole = a.claim.event == b.claim.event == "CONTROL" or left_and_held(a, b) is not None
    one, other = a.located, b.located
    if one and other:
        near = _nearest(one, other, whole=whole)
        return Evidence(*OTHER_THING) if whole and near.value > 0 and _other_things(a, b) else near
    if not one and not other and not (a.setting and b.setting):
        return None
    ones, others = one or a.setting, other or b.setting
    if not ones or not others:
        return Evidence(UNPLACED, "only one of them names a place")
    near = _nearest(ones, others, whole=whole)
    if near.value > 0:
        return Evidence(SETTING * near.value, f"told in texts about one place: {near.reason}")
    if a.document.id == b.document.id:
        # Its own place is among those that the text names; what counts is where the text was.
        value = ELSEWHERE if near.value == OUT else min(SETTING * near.value, UNPLACED)
        return Evidence(value, "the text was last at another place")
    about = _nearest(one or a.around, other or b.around, whole=whole)
    if about.value > 0:
        return Evidence(ABOUT * about.value, f"told in texts that name one place: {about.reason}")
    value = ELSEWHERE if about.value == OUT else UNPLACED
    return Evidence(value, "told in texts about other places")


def _other_things(a: View, b: View) -> bool:
    """Say whether each claim is of a thing in a place, and none of one of the other's."""
    pairs = [(one, other) for one in a.things for other in b.things]
    return bool(pairs) and all(other_things(one, other) for one, other in pairs)


@cache
def _stems(name: str) -> frozenset[str]:
    return content(name)


@lru_cache(maxsize=1 << 16)
def _nearest(ones: tuple[Spot, ...], others: tuple[Spot, ...], *, whole: bool) -> Evidence:
    found = [_places(one, other, whole=whole) for one in ones for other in others]
    return max(found, key=lambda e: (e.value, e.reason))


def _places(one: Spot, other: Spot, *, whole: bool) -> Evidence:
    """Compare two places; `whole` where holding one says nothing of what lies in it."""
    if one.key == other.key and one.radius != other.radius:
        loose = "approximate" in {one.precision, other.precision}
        settled = "settlement" in {one.precision, other.precision}
        return Evidence(0.0 if whole and loose and settled else PART, f"in or near {one.name}")
    if one.key == other.key:
        value = SAME_PLACE.get(one.precision or "", 1.0)
        return Evidence(value, f"same place ({one.name})")
    gap = kilometres(one, other)
    if gap is None:  # who is on no map may well be on a road between two others
        other_name = ON_THE_WAY if is_stretch(one) or is_stretch(other) else OTHER_NAME
        alike = _stems(one.name) & _stems(other.name)
        return Evidence(0.4, "places alike in name") if alike else Evidence(*other_name)
    if gap > one.radius + other.radius + FAR_KM:
        return Evidence(OUT, f"{gap:.0f} km apart")
    if one.wide or other.wide:
        return Evidence(0.1, "one place may lie in the other")
    if whole and gap > SAME_KM and (_holds(one, other) or _holds(other, one)):
        return Evidence(0.0, "one place may lie in the other, which says nothing of who holds it")
    both = FINE.issuperset({one.precision, other.precision})
    if (both or (whole and one.fine and other.fine)) and gap > SAME_KM:
        within = "exact" in {one.precision, other.precision} and gap <= max(
            one.radius, other.radius
        )
        value = OTHER_HELD if whole else 0.2 if within else -0.3
    else:
        value = 0.5 if gap <= max(one.radius, other.radius) else -0.2
    return Evidence(value, f"places {gap:.0f} km apart")


def _holds(one: Spot, other: Spot) -> bool:
    """Say whether a place may hold another; what is near a quarter holds no other quarter."""
    return contains(one, other) and not (one.precision == "approximate" and one.fine)
