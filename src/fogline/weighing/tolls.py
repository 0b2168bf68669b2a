"""Whether two numbers of people harmed are counts of the same people, so that they may conflict.

Most numbers of one event are not: a text counts the whole and its parts, one side's dead and the
other's, a day and a month. Only counts of the same people over the same days contradict each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from fogline.weighing.days import Days
from fogline.weighing.distance import contains, inside
from fogline.weighing.unlike import alike, calling, counts_a_part, unlike_people
from fogline.weighing.views import Party, View, bears_arms, is_civil

DAYS_COUNTED = 1  # days by which the stretches of two tolls may differ
LONG = 14  # days of a stretch from which on it is still counted: another day's number is another
_OF_THEM = re.compile(
    r"\bof (?:its|their|his|her|our|them|those"
    r"|the (?:dead|killed|slain|victims|wounded|injured))\b",
    re.IGNORECASE,
)
_BESIDES = re.compile(r"\b(?:more(?! than)|another|others?|further|additional)\b", re.IGNORECASE)
_AMONG = re.compile(r"\bamong (?:the )?(?:at least |more than |some )?\d", re.IGNORECASE)


def numbers(name: str) -> Callable[[View, View], str | None]:
    """Return what tells of two claims whether their counts of a harm conflict, in words."""

    def conflict(a: View, b: View) -> str | None:
        one, other = getattr(a.toll, name), getattr(b.toll, name)
        if not one or not other or not (one.below(other) or other.below(one)):
            return None
        few, many = (a, b) if one.below(other) else (b, a)
        if not _same_stretch(a.days, b.days) or not _of_the_same(few, many):
            return None
        return f"{one.told()} {name} against {other.told()}"

    return conflict


def _of_the_same(few: View, many: View) -> bool:
    """Say whether two claims may count the same people, of whom one says that they were fewer."""
    if _counts_more(few) or _counts_more(many) or _of_one_text(few, many):
        return False
    return not (some_of(few, many) or _of_a_place_in(few, many) or _of_other_sides(few, many))


def _same_stretch(a: Days, b: Days) -> bool:
    """Say whether two numbers are counted over as many days: a week's toll is no day's.

    Those of a long stretch go on being counted, so that they must end on one day.
    """
    if abs((a.length or 0) - (b.length or 0)) > DAYS_COUNTED:
        return False
    return min(a.length or 0, b.length or 0) <= LONG or a.end == b.end


def _counts_more(v: View) -> bool:
    """Say whether the people counted come on top of others, or are told among more of them."""
    besides = any(_BESIDES.search(party.name) for party in v.recipients)
    return besides or bool(_AMONG.search(v.claim.sentence.text))


def _of_one_text(a: View, b: View) -> bool:
    """Say whether one text counts twice, once in its own voice: the whole, and some of it."""
    own = any(v.heading or not v.claim.attribution[1:] for v in (a, b))
    one_place = {spot.key for spot in a.located} & {spot.key for spot in b.located}
    return a.document.id == b.document.id and own and not one_place


def some_of(few: View, many: View) -> bool:
    """Say whether those whom one claim counts are some of those whom the other does.

    "nine of its staff", "two of the dead", "three children", "Mayor A. Name" are some of all the
    harmed, and so are soldiers of people.
    """
    if len(few.recipients) == 1 and _one_by_name(few.recipients[0]):
        return True
    if any(counts_a_part(p) or _OF_THEM.search(p.name) for p in few.recipients):
        return not alike(few, many)
    people = bool(many.recipients) and all(p.anybody for p in many.recipients)
    return people and any(map(calling, few.recipients)) and not any(map(calling, many.recipients))


def _one_by_name(party: Party) -> bool:
    named = party.name[:1].isupper() and not (party.anybody or party.loose or party.state)
    return named and not party.linked


def _of_a_place_in(few: View, many: View) -> bool:
    """Say whether one text counts in a place, and more in a larger one around it."""
    pairs = ((one, other) for one in few.located for other in many.located)
    within = any(contains(whole, part) or inside(part, whole) for part, whole in pairs)
    return few.document.id == many.document.id and within


def _of_other_sides(few: View, many: View) -> bool:
    """Say whether one counts people who do not fight and the other people who do, or attackers."""
    if unlike_people(few, many):
        return True
    return any(_civil(x) and _armed(y) for x, y in ((few, many), (many, few)))


def _civil(v: View) -> bool:
    return bool(v.recipients) and all(is_civil(party) for party in v.recipients)


def _armed(v: View) -> bool:
    people = (p for p in v.recipients if p.anybody or p.loose or p.state or calling(p))
    return bool(v.recipients) and all(map(bears_arms, people)) and any(map(calling, v.recipients))
