"""Whether two who are said to hold a place are of one side: known, known not to be, or not known.

A party stands with what it belongs to or follows (the actor authority's `parent` and `allegiance`),
with the state whose body it is, with whom its own name says ("forces loyal to ..."), and with whom
`sides.toml` lists it in that war and those years. Which side it is plays no part: only whether two
are of the same one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Literal

from fogline.weighing.measures.days import iso
from fogline.weighing.measures.tables import finds, table
from fogline.weighing.measures.wording import tokens
from fogline.weighing.sources.authorities import country
from fogline.weighing.sources.bodies import bodies, body_of
from fogline.weighing.views.party import ARTICLES, Party, organs

TABLE = "sides.toml"
Relation = Literal["one", "apart", "unknown"]
_ORGAN = re.compile(r"[a-z]{2}-[a-z-]+")


@dataclass(frozen=True, slots=True)
class Scene:
    """When and in which country (ISO 3166-1, None where not known) two parties are compared."""

    day: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class War:
    """Its sides by the ids of their bodies, where and from when until when they stood so."""

    countries: frozenset[str]
    since: str
    until: str
    sides: tuple[frozenset[str], ...]

    def holds(self, scene: Scene) -> bool:
        """Say whether the sides stood so on a day in a country; a day not known is in no war."""
        there = scene.country is None or scene.country in self.countries
        return there and within(scene.day, self.since, self.until)


def scene(day: int | None, land: str | None = None) -> Scene:
    """Return the scene of an ordinal day."""
    return Scene(iso(day), land)


def at_home(who: Party, land: str | None) -> Party:
    """Return a state's body of no country by name ("the regime") as that of a place's country."""
    if land is None or not of_a_state(who):
        return who
    return replace(who, state=land, anybody=False, loose=False)


def of_a_state(who: Party) -> bool:
    """Say whether a party is a state's body by its words alone, of whichever state."""
    words = {word for word in tokens(who.name) if word not in ARTICLES}
    named = who.linked or bool(who.state)
    return not named and words <= _of_state() and bool(words - frozenset(_table()["any"]))


def says_whose(who: Party) -> bool:
    """Say whether a name says only whose forces are meant: "forces loyal to the government"."""
    loyal = finds(__package__, TABLE, r"\b{loyal}\s+loyal\s+to\b")
    return not who.linked and bool(loyal.search(who.name))


def relation(one: Party, other: Party, at: Scene) -> Relation:
    """Return whether two parties are of one side at a place and time."""
    one, other = at_home(one, at.country), at_home(other, at.country)
    mine, theirs = standing_with(one, at), standing_with(other, at)
    if mine & theirs:
        return "one"
    # Rebels are known to be against the state in whose country they are, and no other.
    apart = any(a.loose and b.state and b.state == at.country for a, b in _both(one, other))
    for war in _wars():
        if war.holds(at):
            ours = {n for n, side in enumerate(war.sides) if side & mine}
            others = {n for n, side in enumerate(war.sides) if side & theirs}
            if ours & others:
                return "one"
            apart = apart or bool(ours and others)
    return "apart" if apart else "unknown"


@lru_cache(maxsize=1 << 14)
def surely_two(one: Party, other: Party) -> bool:
    """Say whether it is known of both who they are, and neither is the other or part of it.

    Then they are two however much their names have in common.
    """
    mine, theirs = _named(one), _named(other)
    above, beyond = standing_with(one, Scene()), standing_with(other, Scene())
    return bool(mine and theirs) and not (mine & beyond or theirs & above)


def known(who: Party) -> bool:
    """Say whether it is known who a party is, by its link, its state or its own name."""
    return bool(_named(who))


def is_armed(body: str) -> bool:
    """Say whether an id is that of an armed group: a side of its own."""
    return body in bodies().armed


def is_medium(body: str) -> bool:
    """Say whether an id is that of an outlet or an agency, which only tells."""
    return body in bodies().media


def _both(one: Party, other: Party) -> tuple[tuple[Party, Party], ...]:
    return (one, other), (other, one)


@lru_cache(maxsize=4096)
def standing_with(who: Party, at: Scene) -> frozenset[str]:
    """Return the ids of all bodies that a party is, is part of or follows on a day."""
    found: set[str] = set()
    ahead = _named(who)
    while ahead:
        found |= ahead
        ahead = {up for body in ahead for up in _above(body, at)} - found
    return frozenset(found)


def _named(who: Party) -> set[str]:
    """Return the ids that a party's link, its state and its own name give."""
    found = {who.key} if who.linked else set()
    if who.of:
        found.add(who.of)
    if who.state:
        found.add(f"{who.state.lower()}-government")
    if (whom := _tied(who.name)) and (leader := bodies().names.get(whom.casefold())):
        found.add(leader)
    elif whom and (state := _state(whom)):
        found.add(f"{state.lower()}-government")
    elif not found and (leader := _leader(who.name)):
        found.add(leader)
    return found


def _leader(name: str) -> str | None:
    """Return whose state or forces a name means, where it is one's alone: "Haftar's forces"."""
    words = [word for word in tokens(name) if word not in ARTICLES]
    rest = [word for word in words if word not in _of_state()]
    if not 0 < len(rest) < len(words):
        return None
    whose = " ".join(rest)  # "haftars", as words are folded
    return body_of(whose) or body_of(whose.removesuffix("s"))


def _state(name: str) -> str:
    """Return of which one country a name gives the state or its forces: "Syrian government"."""
    words = tokens(name)
    countries = {found for word in words if (found := country(word))}
    rest = [word for word in words if not country(word)]
    if len(countries) != 1 or not _of_state().issuperset(rest):
        return ""
    return next(iter(countries))


def _tied(name: str) -> str | None:
    """Return on whose side a name says that its bearers are: "forces loyal to X", "X-backed"."""
    found = next((match for tie in _ties() if (match := tie.search(name))), None)
    return found["whom"].strip() if found else None


def _above(body: str, at: Scene) -> Iterator[str]:
    known = bodies()
    yield from known.parents.get(body, ())
    for leader, since, until in known.leaders.get(body, ()):
        if within(at.day, since, until):
            yield leader
    state, _, organ = body.partition("-")
    if _ORGAN.fullmatch(body) and organ in organs():
        yield f"{state}-government"


def within(day: str | None, since: str, until: str) -> bool:
    """Say whether a day lies in a stretch of years or months, either end open where empty."""
    if day is None:
        return not since and not until
    return day[: len(since)] >= since and (not until or day[: len(until)] <= until)


@cache
def _ties() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of names that say on whose side their bearers are."""
    words: dict[str, list[str]] = {"behind": [], "joined": [], "before": []}
    for tie in _table()["tie"]:
        for where in words.keys() & tie.keys():
            words[where] += tie[where]
    any_of = {where: "|".join(map(re.escape, found)) for where, found in words.items()}
    return (
        re.compile(rf"\b(?:{any_of['behind']})\s+(?:the\s+)?(?P<whom>.+)$", re.IGNORECASE),
        re.compile(rf"\b(?P<whom>\w+)-(?:{any_of['joined']})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{any_of['before']})-(?P<whom>\w+)", re.IGNORECASE),
    )


@cache
def _wars() -> tuple[War, ...]:
    return tuple(
        War(
            countries=frozenset(war["countries"]),
            since=war["from"],
            until=war["to"],
            sides=tuple(map(frozenset, war["sides"])),
        )
        for war in _table()["war"]
    )


@cache
def _of_state() -> frozenset[str]:
    return frozenset(_table()["state"])


@cache
def _table() -> Mapping[str, Any]:
    return table(__package__, TABLE)
