"""Whether two names may mean one doer: one is part of the other, sends it, or names it narrowly.

"Belgium" and "the coalition" are no two doers of one raid, nor are "suicide bombers" and the group
that sent them, nor "Moscow" and "Russian allies".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial

from fogline.model import Mention
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import tokens
from fogline.weighing.parties.sides import Scene, known, surely_two, within
from fogline.weighing.sources.authorities import country
from fogline.weighing.sources.bodies import owner
from fogline.weighing.views.party import Party, is_loose, is_sent, party

_table = partial(table, __package__, "alliances.toml")


@dataclass(frozen=True, slots=True)
class Alliance:
    """An alliance by its id, its members' countries, and from when until when they were in it."""

    body: str
    members: frozenset[str]
    since: str
    until: str

    def holds(self, one: Party, other: Party, at: Scene) -> bool:
        """Say whether one is the alliance and the other a member on that day."""
        in_time = at.day is None or within(at.day, self.since, self.until)
        return in_time and one.key == self.body and bool(_lands(other) & self.members)


def may_be_part(one: Party, other: Party, at: Scene) -> bool:
    """Say whether one may be the other, part of it or sent by it, for all that their names say."""
    pairs = ((one, other), (other, one))
    if is_sent(one) or is_sent(other) or any(_of_its_land(a, b) for a, b in pairs):
        return True
    if of_one_body(one, other):
        return True
    return any(alliance.holds(a, b, at) for a, b in pairs for alliance in _alliances())


def of_one_body(one: Party, other: Party) -> bool:
    """Say whether it is known of both who they are, and one is the other or part of it."""
    return known(one) and known(other) and not surely_two(one, other)


def is_of(thing: Party, side: Party) -> bool:
    """Say whether something is named as a side's: "Orlin's posts", "a jet of the Orlin navy"."""
    _, whose = owner(thing.name)
    if whose and (side.key == whose or of_one_body(party(Mention(whose, id=whose)), side)):
        return True
    return not thing.linked and bool(side.state) and side.state in _lands(thing)


def _of_its_land(whoever: Party, state: Party) -> bool:
    """Say whether words that are nobody's name speak of a state's land: "its Russian allies"."""
    nameless = not (whoever.linked or whoever.state)
    return nameless and bool(state.state) and state.state in _lands(whoever)


def _lands(who: Party) -> set[str]:
    """Return the countries of which a party's state or words speak; rebels of a land are not its
    state's.
    """
    spoken = {word: country(word) or _called().get(word, "") for word in tokens(who.name)}
    if is_loose({word for word, land in spoken.items() if not land}):
        return set()
    return {who.state, *spoken.values()} - {""}


@cache
def _alliances() -> tuple[Alliance, ...]:
    return tuple(
        Alliance(row["alliance"], frozenset(row["members"]), row["from"], row["to"])
        for row in _table()["alliance"]
    )


@cache
def _called() -> dict[str, str]:
    return {word: land for land, words in _table()["called"].items() for word in words}
