"""Whether what two pages have from one authority is one statement, or what it said on two days.

An army speaks every day, and much in the same words. Who tells on another day of other days, other
places or other numbers tells of another statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import TypeVar

from fogline.model import HARMS, Claim, Range, Reading
from fogline.weighing.measures.amounts import Amount, amounts
from fogline.weighing.measures.days import Days, apart, appeared, happened
from fogline.weighing.measures.distance import Spot, contains, spot
from fogline.weighing.views.views import NAMED

T = TypeVar("T")
Harmed = tuple[str, Range]


def is_other_statement(
    one: Reading, other: Reading, ones: Sequence[Claim], others: Sequence[Claim]
) -> bool:
    """Say whether two pages of different days tell of two statements; their claims are those that
    rest on the authority.
    """
    if not apart(appeared(one.document), appeared(other.document)):
        return False
    return (
        _none_meet(_days(one, ones), _days(other, others), _same_days)
        or _none_meet(_spots(ones), _spots(others), _same_place)
        or _none_meet(_harmed(ones), _harmed(others), _same_toll)
        or _none_meet(_counted(ones), _counted(others), _same_number)
    )


def _none_meet(ones: Iterable[T], others: Iterable[T], meet: Callable[[T, T], bool | None]) -> bool:
    """Say whether some of two can be compared, and none of those meets another."""
    found = [met for a, b in product(list(ones), list(others)) if (met := meet(a, b)) is not None]
    return bool(found) and not any(found)


def _days(reading: Reading, claims: Iterable[Claim]) -> Iterator[Days]:
    named = (c for c in claims if c.when.basis in NAMED and not c.when.spoken)
    yield from (happened(c.when, reading.document) for c in named)


def _same_days(a: Days, b: Days) -> bool | None:
    gap = apart(a, b)
    return None if gap is None else gap == 0


def _spots(claims: Iterable[Claim]) -> Iterator[Spot]:
    found = (spot(place) for claim in claims for place in claim.places)
    yield from (s for s in found if not (s.wide or s.described))


def _same_place(a: Spot, b: Spot) -> bool | None:
    return a.key == b.key or contains(a, b) or contains(b, a)


def _harmed(claims: Iterable[Claim]) -> Iterator[Harmed]:
    for claim in claims:
        toll = claim.casualties
        yield from ((name, n) for name in HARMS if (n := getattr(toll, name)))


def _same_toll(a: Harmed, b: Harmed) -> bool | None:
    return None if a[0] != b[0] else not (a[1].below(b[1]) or b[1].below(a[1]))


def _counted(claims: Iterable[Claim]) -> Iterator[Amount]:
    for claim in claims:
        yield from amounts((*claim.actors, *claim.recipients), claim.sentence.text)


def _same_number(a: Amount, b: Amount) -> bool | None:
    """Say whether two count as many of one thing; None where they count other things."""
    if a.of != b.of:
        return None
    below = a.high is not None and b.low is not None and a.high < b.low
    return not (below or (b.high is not None and a.low is not None and b.high < a.low))
