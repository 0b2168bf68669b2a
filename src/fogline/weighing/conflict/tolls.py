"""Whether two numbers of people harmed are counts of the same people, so that they may conflict.

Most numbers of one event are not: a text counts the whole and its parts, one side's dead and the
other's, a day and a month. Only counts of the same people over the same days contradict each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from fogline.model import Range
from fogline.weighing.conflict.occasions import of_another_deed, of_another_order, one_stretch
from fogline.weighing.conflict.toll_words import (
    are_besides,
    are_of_them,
    counts_among,
    is_of_the_harmed,
    says,
)
from fogline.weighing.conflict.whereabouts import elsewhere
from fogline.weighing.conflict.wholes import (
    Voices,
    are_others,
    is_part,
    no_place_in_common,
    other_harm,
    tells_both,
)
from fogline.weighing.measures.amounts import numbers as numbered
from fogline.weighing.measures.distance import contains, inside
from fogline.weighing.views.party import Party, bears_arms, is_civil
from fogline.weighing.views.unlike import alike, calling, counts_a_part, unlike_people
from fogline.weighing.views.views import Pages, View


def numbers(name: str, pages: Pages, voices: Voices) -> Callable[[View, View], str | None]:
    """Return what tells of two claims whether their counts of a harm conflict, in words.

    `pages` are all claims of their documents, `voices` on whose word each of them is.
    """

    def conflict(a: View, b: View) -> str | None:
        one, other = _count(a, name), _count(b, name)
        if not one or not other or not (one.below(other) or other.below(one)):
            return None
        few, many = (a, b) if one.below(other) else (b, a)
        if not one_stretch(a, b, pages) or not _of_the_same(few, many, name):
            return None
        if is_part(few, many, name, pages) or of_another_order(few, many, name):
            return None
        if tells_both(a, b, name, pages, voices) or tells_both(b, a, name, pages, voices):
            return None
        return f"{one.told()} {name} against {other.told()}"

    return conflict


def _count(v: View, name: str) -> Range | None:
    """Return how many a claim counts; of bodies that somebody saw there are at least so many."""
    count: Range | None = getattr(v.toll, name)
    if count is None:
        return None
    seen = says(v.claim.sentence.text, "bodies") and says(v.claim.sentence.text, "seen")
    return replace(count, max=None) if seen else count


def _of_the_same(few: View, many: View, name: str) -> bool:
    """Say whether two claims may count the same people, of whom one says that they were fewer."""
    if _of_one_text(few, many) or any(_counts_more(v, name) for v in (few, many)):
        return False
    if elsewhere(few, many) or of_another_deed(few, many) or _nobody_of(few, many):
        return False
    return not (some_of(few, many, name) or _of_a_place_in(few, many) or _of_other_sides(few, many))


def _counts_more(v: View, name: str) -> bool:
    """Say whether the people counted come on top of others, or are told among more of them."""
    besides = any(are_besides(party.name) for party in v.recipients)
    among = counts_among(v.claim.sentence.text) or _is_of_the_harmed(v)
    return besides or among or are_others(v, name)


def _is_of_the_harmed(v: View) -> bool:
    """Say whether a claim is of some of the harmed: "five of the dead were", "the dead include"."""
    at = max(0, v.claim.trigger.start - v.claim.sentence.start)
    return is_of_the_harmed(v.claim.sentence.text, at, at + len(v.claim.trigger.text))


def _of_one_text(a: View, b: View) -> bool:
    """Say whether one text counts twice, the whole and some of it: in its own voice, or apart."""
    own = any(v.heading or not v.claim.attribution[1:] for v in (a, b))
    one_place = {spot.key for spot in a.located} & {spot.key for spot in b.located}
    twice = (own and not one_place) or no_place_in_common(a, b)
    return a.document.id == b.document.id and twice


def _nobody_of(few: View, many: View) -> bool:
    """Say whether one tells that none of some people were harmed, and the other of anybody."""
    counts = (few.toll.killed, few.toll.injured)
    none = all(count is None or count.max == 0 for count in counts)
    of_some = [p for p in few.recipients if p.state or p.loose or calling(p)]
    return none and bool(of_some) and not alike(of_some, many)


def some_of(few: View, many: View, name: str) -> bool:
    """Say whether those whom one claim counts are some of those whom the other does.

    "nine of its staff", "two of the dead", "three children", "Mayor A. Name" are some of all the
    harmed, and so are soldiers of people.
    """
    if len(few.recipients) == 1 and _one_by_name(few.recipients[0]):
        return True
    some = [p for p in few.recipients if counts_a_part(p) or are_of_them(p.name)]
    if some and not _counts_besides(few, some, name):
        return not alike(some, many)
    people = bool(many.recipients) and all(p.anybody for p in many.recipients)
    return people and any(map(calling, few.recipients)) and not any(map(calling, many.recipients))


def _counts_besides(v: View, some: Sequence[Party], name: str) -> bool:
    """Say whether a claim counts others of the same harm than some of those whom it names."""
    found = {n for p in v.recipients if p not in some for n in numbered(p.name)}
    return bool(found - other_harm(v, name))


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
    if unlike_people(few, many) or _of_other_callings(few, many):
        return True
    either = ((few, many), (many, few))
    return any((_civil(x) and _armed(y)) or _lost_by_doer(x, y) for x, y in either)


def _of_other_callings(few: View, many: View) -> bool:
    """Say whether both count people by what they are, and none of one kind: soldiers, rebels."""
    ones, others = ([calling(p) for p in v.recipients if _is_people(p)] for v in (few, many))
    if not ones or not others or not all((*ones, *others)):
        return False
    return not frozenset().union(*ones) & frozenset().union(*others)


def _is_people(party: Party) -> bool:
    return bool(party.anybody or party.loose or party.state or calling(party))


def _lost_by_doer(v: View, other: View) -> bool:
    """Say whether a claim counts the dead of those whose deed the other is: "it also lost 15"."""
    doers = {stem for party in v.actors for stem in party.stems}
    lost, theirs = (says(x.claim.sentence.text, "lost") for x in (v, other))
    return lost and not theirs and any(party.stems & doers for party in other.actors)


def _civil(v: View) -> bool:
    people = [p for p in v.recipients if not p.anybody or bears_arms(p)]
    return any(map(is_civil, v.recipients)) and all(map(is_civil, people))


def _armed(v: View) -> bool:
    people = filter(_is_people, v.recipients)
    return bool(v.recipients) and all(map(bears_arms, people)) and any(map(calling, v.recipients))
