"""Who acts and who speaks: names found in text and what they are linked to.

The dictionary stands in lexicon/actors/*.csv (see README.md there). A name that belongs to several
bodies is told apart by country, by date and by what else the text names (choosing.py); what cannot
be told apart stays unlinked, with its candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from fogline.model import Candidate, Entity, Mention
from fogline.reading.actors import authority, belonging, bodies, longer, namesakes, shortened
from fogline.reading.actors.authority import Actor, everyone
from fogline.reading.actors.choosing import ANYBODY, Bearer, Circumstances, choose, is_told_apart
from fogline.reading.actors.introductions import is_introduced, meant
from fogline.reading.actors.persons import (
    full_start,
    is_recalled,
    outdo,
    recalled,
    surnames,
    titles,
)
from fogline.reading.gazetteer import gazetteer
from fogline.reading.grammar.names import recognised, text_of
from fogline.reading.places.sites import own_places
from fogline.reading.tables import rows
from fogline.reading.words.dictionary import Dictionary, Hit, apart
from fogline.reading.words.stretches import Stretches

if TYPE_CHECKING:
    from fogline.reading.language import Doc

__all__ = ["Actor", "Name", "everyone", "find", "forget", "link", "names", "state_or_armed_body"]

ENTITY_KINDS: Final = {
    "official": "actor",
    "armed-group": "actor",
    "organisation": "organisation",
    "media": "organisation",
    "named-person": "person",
}


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch that names an actor, with who may bear that name."""

    start: int
    end: int
    kind: str
    bearers: tuple[Bearer, ...] = ()


def find(doc: Doc, *, country: str | None = None, day: str | None = None) -> tuple[Entity, ...]:
    """Return the actors, organisations and persons named in a text, in text order.

    Dictionary names come first; where they leave room, persons by their titles or by the parse's
    names, and bodies by the word that heads their name ("... Brigade", "Ministry of ...").
    Plain names of countries are places and are not returned.
    """
    text, found = text_of(doc), names(doc)
    named = _surely(found)
    filed = belonging.filed(text)
    where = Circumstances(country, day, named, _abroad(doc, found, country), filed)
    return tuple(_entity(text, name, where) for name in _owned(found, doc, where))


@lru_cache(maxsize=256)  # the parts of a batch: asked for its places, then for its actors
def names(doc: Doc) -> tuple[Name, ...]:
    """Return the stretches that name actors, in text order; inside them nothing else is named."""
    text = text_of(doc)
    titled, headed, parsed = [*_titled(text)], [*_headed(text)], [*_recognised(doc, text)]
    full = [(s, e) for s, e, kind in (*titled, *parsed) if kind == "person" and " " in text[s:e]]
    hits = [h for h in _plain_hits(text) if not longer.is_other(h, doc)]
    if hits and (full or headed):
        hits = outdo(hits, full, [(s, e) for s, e, _ in headed], text)
    found = [Name(h.start, h.end, ENTITY_KINDS[h.items[0].actor.kind], h.items) for h in hits]
    taken = Stretches((f.start, f.end) for f in found)
    for start, end, kind in chain(titled, (_beside(h, found, text) for h in headed), parsed):
        if taken.free(start, end):
            taken.add(start, end)
            found.append(Name(start, end, kind))
    if full:
        found = _with_surnames(found, full, text)
    found.sort(key=lambda f: f.start)
    found = _with_introductions(found, text) if "(" in text else found
    return tuple(shortened.as_named(found, text))


Stretch = tuple[int, int, str]


def _beside(headed: Stretch, found: Iterable[Name], text: str) -> Stretch:
    """Return a body's name without a name that it only follows: "Adam Novak of the 4th Brigade"."""
    start, end, kind = headed
    before = max((f.end for f in found if start < f.end < end), default=None)
    lead = _LINKED.match(text, before) if before is not None else None
    return (lead.end(), end, kind) if lead and " " in text[lead.end() : end] else headed


_LINKED: Final = re.compile(r" (?:of|for|from|and)(?: the)? ")


def _is_free(start: int, end: int, found: Iterable[Name]) -> bool:
    return all(end <= f.start or f.end <= start for f in found)


def _plain_hits(text: str) -> list[Hit[Bearer]]:
    """Return the dictionary's names without those that other words show to be something else's."""
    kept = []
    for hit in _hits(text):
        span = hit.start, hit.end
        if _opposed(text, hit.start) or namesakes.is_other(text, *span):
            continue
        if _is_elsewhere(text, hit) or namesakes.is_joint(text, *span):
            continue
        if iso := namesakes.foreign(text, *span):
            own = tuple(b for b in hit.items if b.actor.is_at_home(iso))
            hit = Hit(hit.start, hit.end, own) if own else hit
            if not own:
                continue
        kept.append(hit)
    return kept


def _is_elsewhere(text: str, hit: Hit[Bearer]) -> bool:
    """Whether a name that others bear too, or an outlet's, stands where places stand."""
    span = hit.start, hit.end
    if all(b.shared for b in hit.items):
        return namesakes.is_where(text, *span) or namesakes.is_in_place(text, *span)
    outlet = all(b.actor.kind == "media" for b in hit.items)
    return outlet and namesakes.is_beyond(text, hit.start)


def _opposed(text: str, start: int) -> bool:
    """Whether the name only says whom something is directed at ("anti-ISIL")."""
    return bool(_AGAINST.search(text, max(0, start - 9), start))


_AGAINST: Final = re.compile(r"\b(?:anti|counter)[- ]$", re.IGNORECASE)


def _with_surnames(found: list[Name], full: list[tuple[int, int]], text: str) -> list[Name]:
    """Return the names with bare surnames given to the persons named in full before them."""
    own = {(n.start, n.end) for n in found if n.bearers and n.kind == "person"}
    known = surnames((p for p in full if p not in own), text)
    listed = surnames(own, text)
    names = [
        Name(n.start, n.end, "person")
        if n.bearers and is_recalled(text[n.start : n.end], n.start, known, listed)
        else n
        for n in found
    ]
    for start, end in recalled(text, known):
        if _is_free(start, end, names):
            names.append(Name(start, end, "person"))
    return names


def _with_introductions(found: list[Name], text: str) -> list[Name]:
    """Return the names with abbreviations given to whom the text introduces them for."""
    told: dict[str, tuple[Bearer, ...]] = {}
    for before, name in zip([None, *found], found, strict=False):
        if name.bearers and is_introduced(text, name.start, name.end):
            beside = before is not None and before.end >= name.start - 2
            full = before.bearers if before is not None and beside else ()
            short = text[name.start : name.end]
            bearers = meant(text, name.start, short, name.bearers, full)
            if bearers is not None:
                told[short] = bearers
    return (
        [
            replace(n, bearers=told[said]) if (said := text[n.start : n.end]) in told else n
            for n in found
        ]
        if told
        else found
    )


def _surely(found: Iterable[Name]) -> frozenset[str]:
    """Return the actors that a text names by names of their own."""
    return frozenset(
        n.bearers[0].actor.id for n in found if len(n.bearers) == 1 and not n.bearers[0].shared
    )


def _abroad(doc: Doc, found: Iterable[Name], country: str | None) -> frozenset[str]:
    """Return the other countries whose capital, bodies or their units a text names, by names that
    others may bear too ("the Kuznetsov"), and those that act in it.
    """
    text = text_of(doc)
    known = [n.bearers[0].actor for n in found if len(n.bearers) == 1]
    bodies_of = {a.country for a in known if bodies.is_office(a) or _serves_a_state(a)}
    capitals = {hit.items[0] for hit in bodies.capitals().find(text)}
    acting = {hit.items[0] for hit in bodies.lands().find(text) if _acts(hit, doc)}
    return frozenset(iso for iso in bodies_of | capitals | acting if iso and iso != country)


def _acts(land: Hit[str], doc: Doc) -> bool:
    span = doc.char_span(land.start, land.end)
    return span is not None and span.root.dep_ == "nsubj" and span.root.head.pos_ == "VERB"


def _serves_a_state(actor: Actor) -> bool:
    parent = bodies.of_id(actor.parent) if actor.parent else None
    return parent is not None and bodies.is_office(parent)


def _owned(found: Iterable[Name], doc: Doc, where: Circumstances) -> Iterator[Name]:
    """Yield the names, "the army" as that of the state whose it is by the words around it; it stays
    that where the text names no other.
    """
    last: dict[str, str] = {}
    for name in found:
        kind = name.bearers[0].everywhere if name.bearers else None
        if kind is None:
            yield name
            continue
        span = doc.char_span(name.start, name.end, alignment_mode="expand")
        whose = belonging.state(span.root, kind, partial(_state, doc)) if span else None
        if whose is not None:
            last[kind] = whose
        elif f"{where.country}-{kind}".lower() not in where.named:
            whose = last.get(kind)
        actor = bodies.body(whose, kind) if whose else None
        yield replace(name, bearers=(Bearer(actor, by_office=True),)) if actor else name


def _state(doc: Doc, start: int, end: int) -> str | None:
    """Return the country of what a stretch names: a body or person of one, a land, a people."""
    inside = (n for n in names(doc) if start <= n.start and n.end <= end)
    bearing = ({b.actor.country for b in n.bearers} for n in inside)
    told = (whose.pop() for whose in bearing if len(whose) == 1)
    said = text_of(doc)[start:end]
    lists = (bodies.whose(), bodies.lands(), bodies.capitals())
    hits = (hit.items[0] for listed in lists for hit in listed.find(said))
    return next((iso for iso in chain(told, hits) if iso), None)


def _entity(text: str, name: Name, where: Circumstances) -> Entity:
    said = text[name.start : name.end]
    left = choose(name.bearers, where)
    if not is_told_apart(left, where):
        return Entity(name.start, name.end, said, name.kind, candidates=_candidates(left))
    actor = left[0].actor
    return Entity(
        name.start, name.end, said, name.kind, actor.name, actor.id, country=actor.country
    )


def _candidates(left: tuple[Bearer, ...]) -> tuple[Candidate, ...]:
    """Return who may be meant, where they are few enough to be worth saying."""
    few = left if len(left) <= _FEW else ()
    return tuple(Candidate(b.actor.id, b.actor.name, b.actor.country) for b in few)


_FEW: Final = 6


@lru_cache(maxsize=16_384)
def link(text: str, *, country: str | None = None, day: str | None = None) -> Actor | None:
    """Return whom a mention names, None when unknown or not to be told apart.

    `country` (ISO 3166-1 alpha-2) and `day` (ISO 8601) settle names that several bodies bear
    ("SDF", "the regime", "Nusra Front"). Articles, possessives and nouns behind the name ("Houthi
    drones") are passed over; names of countries and capitals link to their governments.
    """
    where = Circumstances(country, day)
    left = choose(bearers(text), where)
    return left[0].actor if is_told_apart(left, where) else None


def state_or_armed_body(name: str) -> Mention | None:
    """Return the body of a state or under arms that a whole name is that of: "Selwen Guard", not
    "Selwen Guard Herald"; None for others.
    """
    actor, whole = link(name), (0, len(name))
    known = any((hit.start, hit.end) == whole for hit in _hits(name))
    if known and actor and actor.kind in {"armed-group", "official"}:
        return Mention(name, name=actor.name, id=actor.id)
    return None if known or (*whole, "actor") not in _headed(name) else Mention(name)


def called(name: str) -> tuple[Bearer, ...]:
    """Return who bears a name, word for word; empty when it is unknown."""
    return _dictionary().get(name)


def bearers(text: str) -> tuple[Bearer, ...]:
    """Return who bears the name that a mention gives; empty when it is unknown."""
    plain = _ARTICLE.sub("", text.strip())
    items = _dictionary().get(text.strip()) or _dictionary().get(plain) or _countries().get(plain)
    if not items and (hits := _hits(plain) or _countries().find(plain)):
        items = hits[0].items if hits[0].start == 0 else hits[-1].items
    return items


_ARTICLE: Final = re.compile(r"^(?:the|an?)\s+|['’]s?$|\s+(?:itself|themselves)$", re.IGNORECASE)


@cache
def _dictionary() -> Dictionary[Bearer]:
    return Dictionary([*_listed(), *_bare(), *_seats()])


def _listed() -> Iterator[tuple[str, Bearer]]:
    for alias, actor in authority.names():
        yield alias.text, Bearer(actor, alias.shared, alias.since, alias.until)


def _bare() -> Iterator[tuple[str, Bearer]]:
    for name, kind in bodies.bare():
        yield name, Bearer(ANYBODY, shared=True, everywhere=kind)


def _seats() -> Iterator[tuple[str, Bearer]]:
    for name, actor in bodies.seats():
        yield name, Bearer(actor, by_office=True)


@cache
def _countries() -> Dictionary[Bearer]:
    """Return countries, capitals and demonyms, which stand for governments where they act."""
    return Dictionary((name, Bearer(actor, by_office=True)) for name, actor in bodies.governments())


def _hits(text: str) -> list[Hit[Bearer]]:
    composed = (Hit(s, e, (Bearer(a, by_office=True),)) for s, e, a in bodies.composed(text))
    return apart([*_dictionary().find(text), *composed])


def forget() -> None:
    """Read the dictionary anew at the next question: an import changed it."""
    authority.forget()
    bodies.forget()
    for kept in (_dictionary, _countries, names, link):
        kept.cache_clear()


# --- names outside the dictionary ----------------------------------------------------------------
_NAME: Final = r"(?:(?:al|el|as|ash|bin|ibn|abu|ould|de|van|von|der)[- ])?[A-Z][\w'’-]+"
_TITLES: Final = "|".join(
    sorted((re.escape(r["title"]) for r in rows("people", "titles.csv")), key=len, reverse=True)
)
_OPENING: Final = "".join(sorted({title[0] for title in titles()}))
_TITLED: Final = re.compile(
    rf"(?<!\w)(?=[{_OPENING}])(?:{_TITLES})\.? "
    rf"(?P<name>{_NAME}(?: (?:[A-Z]\.|[“\"][A-Z.]+[”\"])| {_NAME}){{0,3}})"
)
_HEADS: Final = {r["head"]: r["kind"] for r in rows("people", "heads.csv")}
_HEAD: Final = "|".join(sorted(_HEADS, key=len, reverse=True))
_WORD: Final = r"[A-Z][\w'’&-]*|\d+(?:st|nd|rd|th)|al-[A-Z][\w'’-]*"
# The look ahead spares the words that no name begins with: most of a text.
_HEADED: Final = re.compile(
    rf"(?<!\w)(?=[A-Z\d]|al-)(?:(?:{_WORD})[ -](?:(?:{_WORD}|of|for|and|the)[ -]){{0,4}})?"
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
        if name.kind == "place":
            if _is_called_like_a_country(said, name.end, doc):
                yield name.start, name.end, "person"
        elif (
            said.rstrip(".") not in _no_names()
            and not _is_place(said, name.kind)
            and not namesakes.is_realm(text, name.start, name.end)
            and not namesakes.is_other(text, name.start, name.end)
        ):
            start = name.start
            if name.kind == "person":
                if said.islower() and not text.islower():
                    continue
                start = full_start(start, name.end, text)
            yield start, name.end, name.kind


@cache
def _no_names() -> frozenset[str]:
    return titles() | _HEADS.keys()


def _is_called_like_a_country(said: str, end: int, doc: Doc) -> bool:
    """Whether a name is a first name that a country bears too, and a surname: "Chad Example"."""
    first, _, rest = said.partition(" ")
    if not rest or not namesakes.is_given(first) or own_places().get(said):
        return False
    last = doc.char_span(end - 1, end, alignment_mode="expand")
    return last is not None and last.root.dep_ == "flat" and not gazetteer().exact(said)


def _is_place(said: str, kind: str) -> bool:
    """Whether a name is a known place, or, for a body, places run together ("X Y Z")."""
    if own_places().get(said) or (said[-1:] == "s" and own_places().get(said[:-1])):
        return True
    words = said.split()
    strung = kind == "organisation" or len(words) >= _STRUNG
    return strung and not any(w in _HEADS for w in words) and bool(own_places().find(said))


_STRUNG: Final = 4
