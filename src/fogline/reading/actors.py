"""Who acts and who speaks: names found in text and what they are linked to.

The dictionary stands in lexicon/actors/*.csv (see README.md there). A name that belongs to several
bodies is told apart by country and by date; what cannot be told apart stays unlinked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from fogline.model import Entity
from fogline.reading.dictionary import Dictionary, Hit, apart
from fogline.reading.names import recognised, text_of
from fogline.reading.sites import own_places
from fogline.reading.stretches import Stretches
from fogline.reading.tables import folder, rows

if TYPE_CHECKING:
    from fogline.reading.language import Doc

ENTITY_KINDS: Final = {
    "official": "actor",
    "armed-group": "actor",
    "organisation": "organisation",
    "media": "organisation",
    "named-person": "person",
}


@dataclass(frozen=True, slots=True)
class Actor:
    """A party that acts or speaks; `kind` is one of the codebook's source kinds.

    `since` and `until` are the first and last year or month (ISO 8601) in which the body bore this
    name, None where open; `loaded` are the names for it that take a side, in small letters;
    `parent` is the body it belongs to or grew out of; `homes` are the countries in which its
    shared names mean it.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    parent: str | None = None
    since: str | None = None
    until: str | None = None
    loaded: frozenset[str] = field(default=frozenset(), hash=False)
    homes: tuple[str, ...] = ()

    def stands(self, day: str) -> bool:
        """Whether the body bore this name on a day (ISO 8601)."""
        return not (self.since and day < self.since) and not self.ended(day)

    def ended(self, day: str) -> bool:
        """Whether the body had given up this name by a day (ISO 8601)."""
        return bool(self.until) and day[: len(self.until or "")] > (self.until or "")


@dataclass(frozen=True, slots=True)
class _Bearer:
    """An actor as one of its names gives it; `shared` where many bodies bear that name."""

    actor: Actor
    shared: bool = False


def find(doc: Doc, *, country: str | None = None, day: str | None = None) -> tuple[Entity, ...]:
    """Return the actors, organisations and persons named in a text, in text order.

    Dictionary names come first; where they leave room, persons by their titles or by the parse's
    names, and bodies by the word that heads their name ("... Brigade", "Ministry of ...").
    Plain names of countries are places and are not returned.
    """
    text = text_of(doc)
    return tuple(_entity(text, name, country, day) for name in names(doc))


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch that names an actor, with who may bear that name."""

    start: int
    end: int
    kind: str
    bearers: tuple[_Bearer, ...] = ()


@lru_cache(maxsize=32)
def names(doc: Doc) -> tuple[Name, ...]:
    """Return the stretches that name actors, in text order; inside them nothing else is named."""
    text = text_of(doc)
    hits = (h for h in _hits(text) if not _opposed(text, h.start))
    found = [Name(h.start, h.end, ENTITY_KINDS[h.items[0].actor.kind], h.items) for h in hits]
    taken = Stretches((f.start, f.end) for f in found)
    for start, end, kind in (*_titled(text), *_headed(text), *_recognised(doc, text)):
        if taken.free(start, end):
            taken.add(start, end)
            found.append(Name(start, end, kind))
    return tuple(sorted(found, key=lambda f: f.start))


def _opposed(text: str, start: int) -> bool:
    """Whether the name only says whom something is directed at ("anti-ISIL")."""
    return bool(_AGAINST.search(text, max(0, start - 9), start))


_AGAINST: Final = re.compile(r"\b(?:anti|counter)[- ]$", re.IGNORECASE)


def _entity(text: str, name: Name, country: str | None, day: str | None) -> Entity:
    said = text[name.start : name.end]
    actor = _choose(name.bearers, country, day)
    if actor is None:
        return Entity(name.start, name.end, said, name.kind)
    return Entity(
        name.start, name.end, said, name.kind, actor.name, actor.id, country=actor.country
    )


@lru_cache(maxsize=16_384)
def link(text: str, *, country: str | None = None, day: str | None = None) -> Actor | None:
    """Return whom a mention names, None when unknown or not to be told apart.

    `country` (ISO 3166-1 alpha-2) and `day` (ISO 8601) settle names that several bodies bear
    ("SDF", "the regime", "Nusra Front"). Articles, possessives and nouns behind the name ("Houthi
    drones") are passed over; names of countries and capitals link to their governments.
    """
    plain = _ARTICLE.sub("", text.strip())
    items = _dictionary().get(text.strip()) or _dictionary().get(plain) or _countries().get(plain)
    if not items and (hits := _hits(plain) or _countries().find(plain)):
        items = hits[0].items if hits[0].start == 0 else hits[-1].items
    return _choose(items, country, day) if items else None


_ARTICLE: Final = re.compile(r"^(?:the|an?)\s+|['’]s?$|\s+(?:itself|themselves)$", re.IGNORECASE)


def _choose(bearers: tuple[_Bearer, ...], country: str | None, day: str | None) -> Actor | None:
    at_home = [b for b in bearers if country and country in (b.actor.country, *b.actor.homes)]
    able = at_home or [b for b in bearers if not b.shared]
    left = list({_dated(b.actor, day): None for b in able})
    if len(left) > 1 and day:
        left = [a for a in left if a.stands(day)]
    if len(left) > 1 and not at_home:
        left = [a for a in left if a.country is None]
    return left[0] if len(left) == 1 else None


def _dated(actor: Actor, day: str | None) -> Actor:
    """Return what the body was called on a day, following it through its renamings."""
    while day and actor.ended(day):
        later = next((a for a in _successors(actor.id) if a.stands(day) or a.ended(day)), None)
        if later is None:
            return actor
        actor = later
    return actor


@cache
def everyone() -> tuple[Actor, ...]:
    """Return every actor of the dictionary."""
    return tuple(_actor(row) for row in folder("actors"))


def _actor(row: dict[str, str]) -> Actor:
    homes = tuple(_split(row["country"]))
    loaded = frozenset(a.rstrip("*").lower() for a in _split(row["loaded"]))
    return Actor(
        row["id"],
        row["name"],
        row["kind"],
        homes[0] if len(homes) == 1 else None,
        row["parent"] or None,
        row["from"] or None,
        row["to"] or None,
        loaded,
        homes,
    )


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


@cache
def _successors(actor: str) -> tuple[Actor, ...]:
    known = next(a for a in everyone() if a.id == actor)
    return tuple(
        a for a in everyone() if a.parent == actor and a.since and a.since >= (known.until or "")
    )


@cache
def _dictionary() -> Dictionary[_Bearer]:
    return Dictionary([*_listed(), *_bare()])


def _listed() -> Iterator[tuple[str, _Bearer]]:
    known = {a.id: a for a in everyone()}
    for row in folder("actors"):
        for name in (row["name"], *_split(row["aliases"]), *_split(row["loaded"])):
            shared = name.endswith("*") or name == name.lower()
            yield name.rstrip("*"), _Bearer(known[row["id"]], shared)


def _bare() -> Iterator[tuple[str, _Bearer]]:
    """Yield "the army", "government forces" ... for the countries whose actors are listed."""
    at_war = {a.country for a in everyone()}
    for row in rows("states", "countries.csv"):
        for body in rows("states", "bodies.csv") if row["iso"] in at_war else ():
            actor = _body(row["iso"], row["name"], body["id"])
            yield from ((head, _Bearer(actor, shared=True)) for head in _split(body["bare"]))


# --- bodies of states, by whose they are and what they are ("Syrian" + "army") --------------------


@cache
def _demonyms() -> Dictionary[tuple[str, str]]:
    """Return demonyms and possessives ("Syrian", "Syria's"), each with country code and name."""
    return Dictionary(
        (whose, (row["iso"], row["name"]))
        for row in rows("states", "countries.csv")
        for whose in (*_split(row["demonyms"]), f"{row['name']}'s")
    )


@cache
def _heads() -> tuple[re.Pattern[str], dict[str, str]]:
    heads = {
        h.lower(): row["id"] for row in rows("states", "bodies.csv") for h in _split(row["heads"])
    }
    words = "|".join(sorted(map(re.escape, heads), key=len, reverse=True))
    return re.compile(rf" ({words})\b", re.IGNORECASE), heads


def _bodies(text: str) -> Iterator[Hit[_Bearer]]:
    pattern, heads = _heads()
    for whose in _demonyms().find(text):
        at = whose.end + (text[whose.end : whose.end + 1] == "s")
        if head := pattern.match(text, at):
            iso, country = whose.items[0]
            bearer = _Bearer(_body(iso, country, heads[head[1].lower()]))
            yield Hit(whose.start, head.end(), (bearer,))


@lru_cache(maxsize=2048)
def _body(iso: str, country: str, body: str) -> Actor:
    """Return a body of a state: the listed one, else one named by the general pattern."""
    key = f"{iso.lower()}-{body}"
    name = next(r["name"] for r in rows("states", "bodies.csv") if r["id"] == body)
    general = Actor(
        key, name.replace("{country}", country), "official", iso, f"{iso.lower()}-government"
    )
    return next((a for a in everyone() if a.id == key), general)


def _hits(text: str) -> list[Hit[_Bearer]]:
    return apart([*_dictionary().find(text), *_bodies(text)])


@cache
def _countries() -> Dictionary[_Bearer]:
    """Return countries, capitals and demonyms, which stand for governments where they act."""
    return Dictionary(_governments())


def _governments() -> Iterator[tuple[str, _Bearer]]:
    listed = {a.id: a for a in everyone()}
    for row in rows("states", "countries.csv"):
        key = f"{row['iso'].lower()}-government"
        actor = listed.get(key) or Actor(
            key, f"Government of {row['name']}", "official", row["iso"]
        )
        names: Iterable[str] = (row["name"], row["capital"], *_split(row["demonyms"]))
        yield from ((name, _Bearer(actor)) for name in (*names, *_split(row["aliases"])) if name)


# --- names outside the dictionary ----------------------------------------------------------------

_NAME: Final = r"(?:(?:al|el|as|ash|bin|ibn|abu|ould|de|van|von|der)[- ])?[A-Z][\w'’-]+"
_TITLES: Final = "|".join(
    sorted((re.escape(r["title"]) for r in rows("people", "titles.csv")), key=len, reverse=True)
)
_TITLED: Final = re.compile(
    rf"\b(?:{_TITLES})\.? (?P<name>{_NAME}(?: (?:[A-Z]\.|[“\"][A-Z.]+[”\"])| {_NAME}){{0,3}})"
)
_HEADS: Final = {r["head"]: r["kind"] for r in rows("people", "heads.csv")}
_HEAD: Final = "|".join(sorted(_HEADS, key=len, reverse=True))
_HEADED: Final = re.compile(
    rf"\b(?:(?:[A-Z][\w'’&-]*|\d+(?:st|nd|rd|th)|al-[A-Z][\w'’-]*|of|for|and|the)[ -]){{0,5}}"
    rf"(?P<head>{_HEAD})\b(?: (?:of|for)(?: the)?(?: [A-Z][\w'’-]+){{1,3}}| \d+\b)?"
)
_LOWER: Final = re.compile(r"^(?:(?:of|for|and|the|The|A|An|In|On|At|But|And) )+")


def _titled(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield persons named behind a title: "Col. Adam Novak"."""
    for match in _TITLED.finditer(text):
        yield (*match.span("name"), "person")


def _headed(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield bodies by the word that heads the name: "15th Motorised Rifle Brigade"."""
    for match in _HEADED.finditer(text):
        lead = _LOWER.match(match.group())
        start = match.start() + (lead.end() if lead else 0)
        if " " in text[start : match.end()].strip():
            yield start, match.end(), _HEADS[match["head"]]


def _recognised(doc: Doc, text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what the parse took for persons and bodies, but no titles and no known places."""
    for name in recognised(doc):
        said = text[name.start : name.end]
        if (
            name.kind != "place"
            and said.rstrip(".") not in _TITLE_WORDS
            and not _is_place(said, name.kind)
        ):
            yield name.start, name.end, name.kind


_TITLE_WORDS: Final = frozenset(r["title"] for r in rows("people", "titles.csv")) | _HEADS.keys()


def _is_place(said: str, kind: str) -> bool:
    """Whether a name is a known place, or, for a body, places run together ("X Y Z")."""
    if own_places().get(said) or (said[-1:] == "s" and own_places().get(said[:-1])):
        return True
    words = said.split()
    strung = kind == "organisation" or len(words) >= _STRUNG
    return strung and not any(w in _HEADS for w in words) and bool(own_places().find(said))


_STRUNG: Final = 4
