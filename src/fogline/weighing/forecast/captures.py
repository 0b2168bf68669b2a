"""Whether what is told of a place is the capture that a forecast without a doer is of.

That somebody holds a place is no capture, but where another side held it when it was forecast. Who
held it then does not take it. Where the forecast's own word takes a side ("liberated") it means
some doer, and does not say whom.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fogline.weighing.occurrence.slots import Slots, Verdict, may_be_one
from fogline.weighing.parties.sides import at_home, relation, scene
from fogline.weighing.views.party import Party
from fogline.weighing.views.views import View

TAKEN, HELD = ("CONTROL", "gain"), ("CONTROL", "hold")


@dataclass(frozen=True, slots=True)
class Holding:
    """That somebody is said to have taken or to hold a place, from a day on (an ordinal)."""

    since: int
    holders: tuple[Party, ...]


Holdings = Mapping[str, Sequence[Holding]]  # by the key of the place


def holdings(told: Iterable[View]) -> Holdings:
    """Return who is firmly said to have taken or held each place."""
    found: defaultdict[str, list[Holding]] = defaultdict(list)
    for v in told:
        kind = (v.claim.event, v.claim.mode)
        said = v.firm and v.standing == "happened" and not (v.denied or v.retold)
        if said and kind in (TAKEN, HELD) and v.days.end is not None:
            for spot in v.located or v.setting:
                found[spot.key].append(Holding(v.days.end, v.actors))
    return found


def is_open(asked: Slots) -> bool:
    """Say whether a forecast is of a capture, and does not say by whom: "troops" are anybody's."""
    return (asked.event, asked.mode) == TAKEN and not asked.who


@dataclass(frozen=True, slots=True)
class Held:
    """Who held a place on the day on which its capture was forecast, as far as it is told."""

    holders: tuple[Party, ...]
    day: int | None
    country: str | None

    def captured(self, told: Slots) -> Verdict | None:
        """Return whether what is told is a capture from whoever held the place; None if it is not.

        A capture told without a doer is one, and one by "troops" may be; that "troops" hold a place
        does not tell.
        """
        met = {self._met(party) for party in told.actors}
        if "one" in met:
            return None
        if (told.event, told.mode) == TAKEN:
            return "unsaid" if "either" in met else "same"
        return "same" if met == {"apart"} else "unsaid"

    def _met(self, party: Party) -> str:
        """Say whether somebody is of the side that held it, or of another; "either" where both are
        said to have held it, "unknown" where it is not told.
        """
        home = at_home(party, self.country)
        held = [h for h in self.holders if not at_home(h, self.country).anybody]
        found = set() if home.anybody else {self._stands(home, h) for h in held}
        if found >= {"one", "apart"}:
            return "either"
        return next((how for how in ("one", "apart") if how in found), "unknown")

    def _stands(self, one: Party, other: Party) -> str:
        other = at_home(other, self.country)
        same = may_be_one(one, other)
        return "one" if same else relation(one, other, scene(self.day, self.country))


def held_then(asked: Slots, day: int | None, known: Holdings) -> Held:
    """Return who held a forecast's place by the last that is told of until its day (an ordinal).

    Who is forecast to lose it holds it.
    """
    country = next((p.country for p in asked.places if p.country), None)
    if losers := tuple(p for p in asked.recipients if not p.anybody):
        return Held(losers, day, country)
    told = [h for spot in asked.spots for h in known.get(spot.key, ())]
    until = [h for h in told if h.holders and (day is None or h.since <= day)]
    last = max((h.since for h in until), default=None)
    return Held(tuple(p for h in until if h.since == last for p in h.holders), day, country)
