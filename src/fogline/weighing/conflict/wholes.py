"""Whether people whom one claim counts are some of those whom another counts, as texts count them.

A text that tells of nine killed in one place and four in another, and of 13 in all, counts the
whole and its parts; so does one that counts 12 over three towns, and five in one of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from fogline.model import HARMS, ClaimOrigin, Range
from fogline.weighing.conflict.toll_words import others, says
from fogline.weighing.conflict.whereabouts import one_name
from fogline.weighing.measures.amounts import numbers
from fogline.weighing.measures.days import apart
from fogline.weighing.measures.distance import Spot, contains
from fogline.weighing.origin.reprinted import reprinted
from fogline.weighing.views.party import party
from fogline.weighing.views.unlike import counts_a_part
from fogline.weighing.views.views import Pages, View

ROUND = 0.1  # share by which a number may be told as a round one
Voices = Mapping[str, ClaimOrigin]


def is_part(few: View, many: View, name: str, pages: Pages) -> bool:
    """Say whether those whom one claim counts are some of those of another, who are more.

    `pages` are the claims of their documents.
    """
    if in_one_of_several(few, many) or _in_sum(few, many, name) or _with_others(few, many, name):
        return True
    return any(_adds_up(few, many, name, pages[v.document.id]) for v in (few, many))


def in_one_of_several(few: View, many: View) -> bool:
    """Say whether a claim counts over several places, and the other in some of them alone.

    More are counted over three quarters than in one of them; what is counted over two towns is of
    no one deed in one of them, be it more or fewer.
    """
    over = _listed(few)
    towns = all(spot.point and not spot.part for spot in over)
    return _in_some_of(few, many) or (towns and _in_some_of(many, few))


def _in_some_of(one: View, whole: View) -> bool:
    """Say whether a claim names some of another one's places and no more, which lie apart."""
    over, here = _listed(whole), one.located
    inside = all(any(_lies_in(spot, place) for place in over) for spot in here)
    met = {place.key for place in over for spot in here if _lies_in(spot, place)}
    within = any(_may_hold(a, b) or _may_hold(b, a) for a, b in combinations(over, 2))
    return bool(here) and inside and len(met) < len(over) and not within


def _listed(v: View) -> list[Spot]:
    """Return the places that a claim names; beside a town not what may be a quarter of it."""
    over = [spot for spot in v.located if not spot.wide]
    return [s for s in over if s.point or not any(o.point and not o.part for o in over)]


def no_place_in_common(a: View, b: View) -> bool:
    """Say whether claims of one text are of places none of which can lie in another."""
    ones, others = ([s for s in v.located or v.setting if not s.wide] for v in (a, b))
    pairs = [(one, other) for one in ones for other in others]
    return bool(pairs) and not any(_may_hold(x, y) or _may_hold(y, x) for x, y in pairs)


def _may_hold(town: Spot, other: Spot) -> bool:
    """Say whether a place may lie in another: of one that has no coordinates nobody knows."""
    unknown = other.point is None and town.point is not None and not town.part
    return unknown or _lies_in(other, town)


def _lies_in(one: Spot, whole: Spot) -> bool:
    return one.key == whole.key or contains(whole, one) or one_name(one.name, whole.name)


def _in_sum(few: View, many: View, name: str) -> bool:
    """Say whether a sentence counts those of another claim, and others, as what makes its number.

    "31 rebels and eight villagers were killed", "nine, five of them in a house and four in a car".
    """
    one, whole = stated(few, name), stated(many, name)
    told = numbers(many.claim.sentence.text) - other_harm(many, name)
    return one != whole - one and {one, whole - one} <= told


def _with_others(few: View, many: View, name: str) -> bool:
    """Say whether with others in its own sentence those of one claim are as many as the other's.

    "31 were villagers, and of 16 others nobody could tell": 47 in all.
    """
    rest = stated(many, name) - stated(few, name)
    more, harm = others(few.claim.sentence.text), other_harm(few, name)
    about = any(abs(n - rest) <= ROUND * stated(many, name) for n in more - harm)
    return about or rest in _named(few) - harm - {stated(few, name)}


def _named(v: View) -> set[float]:
    """Return how many the words for those harmed name, without those who are some of others."""
    told = (m.text for m in v.claim.recipients if not counts_a_part(party(m)))
    return {n for words in told for n in numbers(words)}


def are_others(v: View, name: str) -> bool:
    """Say whether those whom a claim counts come on top of others: "and 21 others died"."""
    alone = not any(other_harm(v, name))  # "two were wounded and five others killed" counts all
    return alone and stated(v, name) in others(v.claim.sentence.text)


def other_harm(v: View, name: str) -> set[float]:
    """Return what numbers a claim states of other harms."""
    return {stated(v, other) for other in HARMS if other != name}


def _adds_up(few: View, many: View, name: str, page: Sequence[View]) -> bool:
    """Say whether a text counts as many as both claims do, and as many as are between of others."""
    told = [v for v in page if getattr(v.toll, name) and not (v.denied or v.comment)]
    parts = [v for v in told if one_count(v, few, name)]
    wholes = {stated(v, name) for v in told if _fits(v, many, name)} - {stated(few, name)}
    others = [v for v in told if stated(v, name) + stated(few, name) in wholes]
    return any(_besides(part, other, name) for part in parts for other in others)


def _fits(v: View, other: View, name: str) -> bool:
    """Say whether a claim's number fits that of another one of the same place and day."""
    one, count = getattr(v.toll, name), getattr(other.toll, name)
    return not (one.below(count) or count.below(one)) and _may_be_one(v, other)


def tells_both(v: View, other: View, name: str, pages: Pages, voices: Voices) -> bool:
    """Say whether the text of one claim counts the people of the other too, as others.

    Who tells of five killed at the ford and of three at the mill does not deny the three.
    """
    if v.document.id == other.document.id or says(v.claim.sentence.text, "updated"):
        return False
    page = pages[v.document.id]
    return any(one_count(w, other, name) and _counted_apart(v, w, voices) for w in page)


def _counted_apart(v: View, w: View, voices: Voices) -> bool:
    """Say whether two numbers in a text are of other places, or by one voice of other phrases."""
    one, other = voices.get(v.claim.id), voices.get(w.claim.id)
    one_voice = one is not None and other is not None and one.key == other.key
    apart = no_place_in_common(v, w) or (one_voice and not _in_one_place(v, w))
    return apart and not says(w.claim.sentence.text, "updated")


def _in_one_place(a: View, b: View) -> bool:
    ones, others = ({s.key for s in v.located or v.setting} for v in (a, b))
    named = all(one_name(p.text, q.text) for p in a.places for q in b.places)
    return bool(ones & others) and named


def one_count(a: View, b: View, name: str) -> bool:
    """Say whether two claims count as many, in one place or in one sentence, and of one day."""
    as_many = stated(a, name) == stated(b, name) and not (a.denied or a.comment)
    return a.claim.id == b.claim.id or (as_many and _may_be_one(a, b))


def _may_be_one(a: View, b: View) -> bool:
    ones, others = ({s.key for s in v.located or v.setting} for v in (a, b))
    return apart(a.days, b.days) in (0, 1) and (bool(ones & others) or reprinted(a.words, b.words))


def _besides(one: View, other: View, name: str) -> bool:
    """Say whether two numbers in a text are of other people; one that comes twice may not be."""
    if one.claim.id == other.claim.id or apart(one.days, other.days) != 0:
        return False
    ones, others = ({spot.key for spot in v.located} for v in (one, other))
    return stated(one, name) != stated(other, name) or (bool(ones and others) and not ones & others)


def stated(v: View, name: str) -> int:
    """Return the number that a claim states of a harm, whatever bounds it; 0 for none."""
    count: Range | None = getattr(v.toll, name)
    return (count.min or count.max or 0) if count else 0
