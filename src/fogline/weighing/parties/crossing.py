"""Whether two claims tell of two deeds, one of each side: who does it by one is hit by the other.

"The navy sank two boats" and "a frigate of the navy was hit" are no one deed, however alike in day
and place. Of people who do not fight this says nothing: each side may lay their death to the other.
"""

from __future__ import annotations

from fogline.weighing.parties.belonging import is_of
from fogline.weighing.parties.parties import ANYBODY, likeness
from fogline.weighing.views.party import Party, is_armed, is_side
from fogline.weighing.views.unlike import VIOLENT
from fogline.weighing.views.views import View

MUTUAL = frozenset({"clash"})  # each side is doer and hit: who had no part in one was not there
SURELY = 0.7  # likeness from which one side is meant


def hit_each_other(a: View, b: View) -> bool:
    """Say whether a side does by one claim what is done to those who fight for it by the other.

    Whoever did it by both may have hit his own.
    """
    if a.denied != b.denied or not (_is_blow(a) and _is_blow(b)):
        return False
    if any(likeness(x, y) > ANYBODY for x in a.actors for y in b.actors):
        return False
    there, back = _hits(a, b), _hits(b, a)
    return any(map(is_armed, (*there, *back))) or bool(there and back)


def _is_blow(v: View) -> bool:
    return v.claim.event in VIOLENT and v.claim.mode not in MUTUAL


def _hits(told: View, other: View) -> list[Party]:
    """Return who is hit by one claim and does it by the other, but for people who do not fight."""
    hit = (party for party in told.recipients if is_side(party))
    return [party for party in hit if any(_is_his(party, doer) for doer in other.actors)]


def _is_his(hit: Party, doer: Party) -> bool:
    return not doer.anybody and (likeness(hit, doer) >= SURELY or is_of(hit, doer))
