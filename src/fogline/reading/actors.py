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
from fogline.reading.dictionary import Dictionary, Hit
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

    `years` is the first and last year in which the body bore this name, None where open; `loaded`
    are the names for it that take a side, in small letters; `parent` is the body it belongs to or
    grew out of.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    parent: str | None = None
    years: tuple[int | None, int | None] = (None, None)
    loaded: frozenset[str] = field(default=frozenset(), hash=False)

    def stands(self, year: int) -> bool:
        """Whether the body bore this name in a year."""
        first, last = self.years
        return (first is None or first <= year) and (last is None or year <= last)


def find(doc: Doc, *, country: str | None = None, day: str | None = None) -> tuple[Entity, ...]:
    """Return the actors, organisations and persons named in a text, in text order.

    Dictionary names come first; where they leave room, persons by their titles or by the parse's
    names, and bodies by the word that heads their name ("... Brigade", "Ministry of ...").
    Plain names of countries are places and are not returned.
    """
    hits = [h for h in _dictionary().find(doc.text) if not _opposed(doc.text, h.start)]
    found = [_entity(doc.text, h, country, day) for h in hits]
    for start, end, kind in (*_titled(doc.text), *_headed(doc.text), *_recognised(doc)):
        if all(end <= f.start or f.end <= start for f in found):
            found.append(Entity(start, end, doc.text[start:end], kind))
    return tuple(sorted(found, key=lambda f: f.start))


def _opposed(text: str, start: int) -> bool:
    """Whether the name only says whom something is directed at ("anti-ISIL")."""
    return bool(_AGAINST.search(text, max(0, start - 9), start))


_AGAINST: Final = re.compile(r"\b(?:anti|counter)[- ]$", re.IGNORECASE)


def _entity(text: str, hit: Hit[Actor], country: str | None, day: str | None) -> Entity:
    kind = ENTITY_KINDS[hit.items[0].kind]
    said = text[hit.start : hit.end]
    actor = _choose(hit.items, country, day)
    if actor is None:
        return Entity(hit.start, hit.end, said, kind)
    return Entity(
        hit.start, hit.end, said, kind, name=actor.name, id=actor.id, country=actor.country
    )


@lru_cache(maxsize=16_384)
def link(text: str, *, country: str | None = None, day: str | None = None) -> Actor | None:
    """Return whom a mention names, None when unknown or not to be told apart.

    `country` (ISO 3166-1 alpha-2) and `day` (ISO 8601) settle names that several bodies bear
    ("SDF", "the regime", "Nusra Front"). Articles, possessives and nouns behind the name ("Houthi
    drones") are passed over; names of countries and capitals link to their governments.
    """
    plain = _ARTICLE.sub("", text.strip())
    items = _dictionary().get(plain) or _countries().get(plain)
    if not items and (hits := _dictionary().find(plain) or _countries().find(plain)):
        items = hits[0].items if hits[0].start == 0 else hits[-1].items
    return _choose(items, country, day) if items else None


_ARTICLE: Final = re.compile(r"^(?:the|an?)\s+|['’]s?$|\s+(?:itself|themselves)$", re.IGNORECASE)


def _choose(items: tuple[Actor, ...], country: str | None, day: str | None) -> Actor | None:
    year = int(day[:4]) if day else None
    at_home = [a for a in items if a.country == country] if country else []
    left = list({_dated(a, year) for a in at_home or items})
    if len(left) > 1 and year:
        left = [a for a in left if a.stands(year)]
    if len(left) > 1 and not country:
        left = [a for a in left if a.country is None]
    return left[0] if len(left) == 1 else None


def _dated(actor: Actor, year: int | None) -> Actor:
    """Return what the body was called in a year, following it through its renamings."""
    while year is not None and actor.years[1] is not None and year > actor.years[1]:
        later = next((a for a in _successors(actor.id) if (a.years[0] or 0) >= actor.years[1]), None)
        if later is None:
            return actor
        actor = later
    return actor


@cache
def everyone() -> tuple[Actor, ...]:
    """Return every actor of the dictionary."""
    return tuple(_actor(row) for row in folder("actors"))


def _actor(row: dict[str, str]) -> Actor:
    years = tuple(int(row[k]) if row[k] else None for k in ("from", "to"))
    loaded = frozenset(a.lower() for a in _split(row["loaded"]))
    return Actor(
        row["id"],
        row["name"],
        row["kind"],
        row["country"] or None,
        row["parent"] or None,
        (years[0], years[1]),
        loaded,
    )


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


@cache
def _successors(actor: str) -> tuple[Actor, ...]:
    return tuple(a for a in everyone() if a.parent == actor and a.years[0])


@cache
def _dictionary() -> Dictionary[Actor]:
    return Dictionary([*_listed(), *_composed()])


def _listed() -> Iterator[tuple[str, Actor]]:
    known = {a.id: a for a in everyone()}
    for row in folder("actors"):
        if row["id"] in known:
            names = (row["name"], *_split(row["aliases"]), *_split(row["loaded"]))
            yield from ((name, known[row["id"]]) for name in names)


def _composed() -> Iterator[tuple[str, Actor]]:
    """Yield "Syrian army", "Russian foreign ministry" ...: every demonym with every state body."""
    listed = {a.id: a for a in everyone()}
    bodies = list(rows("states", "bodies.csv"))
    for row in rows("states", "countries.csv"):
        for body in bodies:
            state = _state_body(row, body)
            yield from _spellings(row, body, listed.get(state.id, state))


def _state_body(country: dict[str, str], body: dict[str, str]) -> Actor:
    name = body["name"].replace("{country}", country["name"])
    key = f"{country['iso'].lower()}-{body['id']}"
    return Actor(key, name, "official", country["iso"], f"{country['iso'].lower()}-government")


def _spellings(
    country: dict[str, str], body: dict[str, str], actor: Actor
) -> Iterator[tuple[str, Actor]]:
    heads = _split(body["heads"])
    for whose in (*_split(country["demonyms"]), f"{country['name']}'s"):
        yield from ((f"{whose} {head}", actor) for head in heads)


@cache
def _countries() -> Dictionary[Actor]:
    """Return countries, capitals and demonyms, which stand for governments where they act."""
    return Dictionary(_governments())


def _governments() -> Iterator[tuple[str, Actor]]:
    listed = {a.id: a for a in everyone()}
    for row in rows("states", "countries.csv"):
        key = f"{row['iso'].lower()}-government"
        actor = listed.get(key) or Actor(
            key, f"Government of {row['name']}", "official", row["iso"]
        )
        names: Iterable[str] = (row["name"], row["capital"], *_split(row["demonyms"]))
        yield from ((name, actor) for name in (*names, *_split(row["aliases"])) if name)


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
    rf"(?<![a-z] )(?P<head>{_HEAD})\b(?: (?:of|for)(?: the)?(?: [A-Z][\w'’-]+){{1,3}}| \d+\b)?"
)
_LOWER: Final = re.compile(r"^(?:(?:of|for|and|the|The|A|An|In|On|At|But|And) )+")
_RECOGNISED: Final = {"PER": "person", "PERSON": "person", "ORG": "organisation"}


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


def _recognised(doc: Doc) -> Iterator[tuple[int, int, str]]:
    for name in doc.ents:
        if kind := _RECOGNISED.get(name.label_):
            yield name.start_char, name.end_char, kind
