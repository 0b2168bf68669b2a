"""Which independent origins bear an event out: of those that nobody can place, only one.

What several tell of "air strikes" in a country, on no day that any of them names, may be of several
raids. Of pairs of such origins, coded by hand, one in six was right (`bench/results.md`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fogline.model import ClaimOrigin
from fogline.weighing.occurrence.features import SPOKEN
from fogline.weighing.origin.independence import behind
from fogline.weighing.views.views import View


def corroborating(
    told: Sequence[View], voices: Mapping[str, ClaimOrigin]
) -> dict[str, tuple[str, ...]]:
    """Return the independent origins of one event's claims, each with those that it counts for."""
    found = behind([v.claim.id for v in told], voices)
    if len(found) < 2 or not is_vague(told):
        return found
    order = {v.claim.id: v.order for v in told}
    first = min(found, key=lambda key: min(order[claim] for claim in found[key]))
    return {first: found[first]}


def is_vague(told: Sequence[View]) -> bool:
    """Say whether no claim tells where, finer than a region, nor on which day.

    What is done by saying so ("condemned") has its speaker, and needs no place.
    """
    return not any(v.claim.event in SPOKEN or v.named_day or _is_placed(v) for v in told)


def _is_placed(v: View) -> bool:
    return any(not spot.wide for spot in v.located)
