"""How alike two parties are, by what they are linked to or by the words that name them."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.weighing.parties.sides import surely_two
from fogline.weighing.views.party import Party, telling

SAME_STATE = 0.7  # a state and its forces, or two of them
DIFFERENT = (0.3, 0.6, 1.0)  # by how many of two parties are known beyond their words
ANYBODY = 0.2  # what sharing "civilians" says


def all_apart(ones: Sequence[Party], others: Sequence[Party]) -> bool:
    """Say whether no party of one claim can be one of the other's."""
    return all(are_apart(x, y) and not likeness(x, y) for x in ones for y in others)


def known(one: Party, other: Party) -> float:
    """Return how sure two names are to mean two parties: bare descriptions are not."""
    return DIFFERENT[(one.linked or bool(one.state)) + (other.linked or bool(other.state))]


def are_apart(one: Party, other: Party) -> bool:
    """Say whether two parties that share no name cannot be one; "rebels" are no state's."""
    if one.anybody or other.anybody:
        return False
    return bool(one.state or other.state) if one.loose or other.loose else True


def likeness(one: Party, other: Party) -> float:
    """Return how much two names speak for one party, from 0 to 1."""
    if one.key == other.key and not one.anybody:
        return 1.0
    if one.anybody or other.anybody:
        return ANYBODY if one.stems & other.stems else 0.0
    if one.state and one.state == other.state:
        return SAME_STATE
    shared, every = one.stems & other.stems, one.stems | other.stems
    if not shared or surely_two(one, other):
        return 0.0
    if one.stems <= other.stems or other.stems <= one.stems:
        return 0.7
    return 0.5 if 2 * len(shared) >= len(every) and telling(one) & telling(other) else 0.0
