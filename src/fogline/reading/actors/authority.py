"""The actor authority: who there is, under which names and when, and what became of them.

The rows stand in lexicon/actors/*.csv (see README.md there) and, where the user imported some, in
the user's data folder; both have the same columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from fogline.reading.actors import actor_imports
from fogline.reading.tables import folder

CONTINUED: Final = frozenset({"renamed", "merged"})
REPLACED: Final = CONTINUED | {"replaced"}
SUCCESSIONS: Final = REPLACED | {"split"}


@dataclass(frozen=True, slots=True)
class Actor:
    """A party that acts or speaks; `kind` is one of the codebook's source kinds.

    `since` and `until` are the first and last year or month (ISO 8601) in which the body bore this
    name, None where open; `loaded` are the names for it that take a side, in small letters;
    `parent` is the body it belongs to; `homes` are the countries in which its shared names mean
    it. `predecessors` pair a body with how this one came from it, `allegiances` a body with the
    years ("2013/2016") in which it was followed; `source` is what an imported row came from.
    """

    id: str
    name: str = field(hash=False)
    kind: str = field(hash=False)
    country: str | None = field(default=None, hash=False)
    parent: str | None = field(default=None, hash=False)
    since: str | None = field(default=None, hash=False)
    until: str | None = field(default=None, hash=False)
    loaded: frozenset[str] = field(default=frozenset(), hash=False)
    homes: tuple[str, ...] = field(default=(), hash=False)
    predecessors: tuple[tuple[str, str], ...] = field(default=(), hash=False)
    allegiances: tuple[tuple[str, str], ...] = field(default=(), hash=False)
    ucdp: str | None = field(default=None, hash=False)
    wikidata: str | None = field(default=None, hash=False)
    source: str | None = field(default=None, hash=False)

    def stands(self, day: str) -> bool:
        """Whether the body bore this name on a day (ISO 8601)."""
        return not (self.since and day < self.since) and not self.ended(day)

    def ended(self, day: str) -> bool:
        """Whether the body had given up this name by a day (ISO 8601)."""
        return has_passed(self.until, day)

    def is_at_home(self, country: str | None) -> bool:
        """Whether its shared names mean it in a country (ISO 3166-1 alpha-2)."""
        return country is not None and (country == self.country or country in self.homes)


def has_passed(until: str | None, day: str) -> bool:
    """Whether a last year or month (ISO 8601, None: never) lies before a day."""
    return bool(until) and day[: len(until or "")] > (until or "")


@dataclass(frozen=True, slots=True)
class Alias:
    """A name as a row writes it; `shared` where many bodies bear it, years as in the row."""

    text: str
    shared: bool = False
    since: str | None = None
    until: str | None = None


@cache
def everyone() -> tuple[Actor, ...]:
    """Return every actor of the lexicon, then those that the user imported."""
    found: dict[str, Actor] = {}
    for row in _rows():
        if row["id"] not in found:
            found[row["id"]] = _actor(row)
    return tuple(found.values())


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return (*folder("actors"), *actor_imports.kept())


@cache
def by_id() -> dict[str, Actor]:
    """Return the actors by their ids."""
    return {actor.id: actor for actor in everyone()}


def names() -> Iterator[tuple[Alias, Actor]]:
    """Yield every name with its actor; an imported row of a listed actor adds names to it."""
    known = by_id()
    for row in _rows():
        for alias in aliases_of(row):
            yield alias, known[row["id"]]


def aliases_of(row: dict[str, str]) -> Iterator[Alias]:
    """Yield the names of a row: its neutral one, its aliases and the loaded ones."""
    for cell in (row["name"], *split(row["aliases"]), *split(row["loaded"])):
        name, _, years = cell.partition("@")
        since, _, until = years.partition("/")
        shared = name.endswith("*") or name.islower()
        yield Alias(name.rstrip("*"), shared, since or None, until or None)


def split(cell: str) -> list[str]:
    """Return the parts of a cell that holds several."""
    return [part.strip() for part in cell.split("|")] if cell else []


def _actor(row: dict[str, str]) -> Actor:
    homes = tuple(split(row["country"]))
    return Actor(
        row["id"],
        row["name"],
        row["kind"],
        homes[0] if len(homes) == 1 else None,
        row["parent"] or None,
        row["from"] or None,
        row["to"] or None,
        frozenset(a.partition("@")[0].rstrip("*").lower() for a in split(row["loaded"])),
        homes,
        tuple(_pairs(row["predecessor"])),
        tuple(_pairs(row["allegiance"])),
        row["ucdp"] or None,
        row["wikidata"] or None,
        row.get("source") or None,
    )


def _pairs(cell: str) -> Iterator[tuple[str, str]]:
    for part in split(cell):
        other, _, what = part.partition(":")
        yield other, what


@cache
def _successors() -> dict[str, list[tuple[Actor, str]]]:
    found: dict[str, list[tuple[Actor, str]]] = defaultdict(list)
    for actor in everyone():
        for earlier, how in actor.predecessors:
            found[earlier].append((actor, how))
    return found


def successors(actor: str) -> tuple[tuple[Actor, str], ...]:
    """Return who came from a body, each with how: renamed, merged, replaced or split."""
    return tuple(_successors().get(actor, ()))


def on_day(actor: Actor, day: str | None, *, ways: Iterable[str] = CONTINUED) -> Actor:
    """Return what the body was called on a day, following it through successions of some `ways`."""
    while day and actor.ended(day):
        onward = (a for a, how in successors(actor.id) if how in ways)
        later = next((a for a in onward if a.stands(day) or a.ended(day)), None)
        if later is None:
            return actor
        actor = later
    return actor


def forget() -> None:
    """Read everything anew at the next question: an import changed what there is."""
    for kept in (_rows, everyone, by_id, _successors, actor_imports.kept):
        kept.cache_clear()
