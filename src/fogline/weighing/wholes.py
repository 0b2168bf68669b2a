"""Whether people whom one claim counts are some of those whom another counts, as texts count them.

A text that tells of nine killed in one place and four in another, and of 13 in all, counts the
whole and its parts; so does one that counts 12 over three towns, and five in one of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations

from fogline.model import Range
from fogline.weighing.amounts import is_number, numbers
from fogline.weighing.days import apart
from fogline.weighing.distance import Spot, contains
from fogline.weighing.reprinted import reprinted
from fogline.weighing.views import View
from fogline.weighing.whereabouts import one_name
from fogline.weighing.wording import matter, tokens

COUNTS = ("killed", "injured", "missing", "displaced")
ROUND = 0.1  # share by which a number may be told as a round one
Pages = Mapping[str, Sequence[View]]
_OTHERS = re.compile(
    r"\b(?:another|an additional|a further) ([\w,]+)|\b([\w,]+) (?:others?|more)\b(?! than)",
    re.IGNORECASE,
)


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
    over = [spot for spot in few.located if not spot.wide]
    towns = all(a.point and b.point and not a.part and not b.part for a, b in combinations(over, 2))
    return _in_some_of(few, many) or (towns and _in_some_of(many, few))


def _in_some_of(one: View, whole: View) -> bool:
    """Say whether a claim names some of another one's places and no more, which lie apart."""
    over, here = [spot for spot in whole.located if not spot.wide], one.located
    inside = all(any(_lies_in(spot, place) for place in over) for spot in here)
    met = {place.key for place in over for spot in here if _lies_in(spot, place)}
    within = any(_may_hold(a, b) or _may_hold(b, a) for a, b in combinations(over, 2))
    return bool(here) and inside and len(met) < len(over) and not within


def _may_hold(town: Spot, other: Spot) -> bool:
    """Say whether a place may lie in another: of one that has no coordinates nobody knows."""
    unknown = other.point is None and town.point is not None and not town.part
    return unknown or _lies_in(other, town)


def _lies_in(one: Spot, whole: Spot) -> bool:
    return one.key == whole.key or contains(whole, one) or one_name(one.name, whole.name)


def _in_sum(few: View, many: View, name: str) -> bool:
    """Say whether one number sums up people of kinds, of whom the other counts one: "31 rebels"."""
    parts, counted = _counted(many), _counted(few)
    summed = len(parts) > 1 and sum(n for n, _ in parts) == stated(many, name)
    kinds = frozenset().union(*(kind for _, kind in counted))
    return summed and any(n == stated(few, name) and kind & kinds for n, kind in parts)


def _with_others(few: View, many: View, name: str) -> bool:
    """Say whether with others in its own sentence those of one claim are as many as the other's.

    "31 were villagers, and of 16 others nobody could tell": 47 in all.
    """
    one, whole = stated(few, name), stated(many, name)
    besides = {n for n, _ in _counted(few)} - {one}
    for words in _OTHERS.findall(few.claim.sentence.text):
        besides |= numbers(" ".join(words))
    harm = {stated(few, other) for other in COUNTS if other != name}
    return any(abs(one + n - whole) <= ROUND * whole for n in besides - harm)


def _counted(v: View) -> list[tuple[float, frozenset[str]]]:
    """Return how many of which people the words for those harmed name, each by its stems."""
    told = ((numbers(m.text), m.text) for m in v.claim.recipients)
    return [(min(found), _kind(words)) for found, words in told if len(found) == 1]


def _kind(words: str) -> frozenset[str]:
    return matter(word for word in tokens(words) if not is_number(word))


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


def one_count(a: View, b: View, name: str) -> bool:
    """Say whether two claims count as many, in one place or in one sentence, and of one day."""
    as_many = stated(a, name) == stated(b, name) and not (a.denied or a.comment)
    return a.claim.id == b.claim.id or (as_many and _may_be_one(a, b))


def _may_be_one(a: View, b: View) -> bool:
    ones, others = ({s.key for s in v.located or v.setting} for v in (a, b))
    return apart(a.days, b.days) == 0 and (bool(ones & others) or reprinted(a.words, b.words))


def _besides(one: View, other: View, name: str) -> bool:
    """Say whether two numbers in a text are of other people; a number that comes twice may not be."""
    if one.claim.id == other.claim.id or apart(one.days, other.days) != 0:
        return False
    ones, others = ({spot.key for spot in v.located} for v in (one, other))
    return stated(one, name) != stated(other, name) or (bool(ones and others) and not ones & others)


def stated(v: View, name: str) -> int:
    """Return the number that a claim states of a harm, whatever bounds it; 0 for none."""
    count: Range | None = getattr(v.toll, name)
    return (count.min or count.max or 0) if count else 0
