"""Where: the places that a text names, each set on the map by the document as a whole.

Names come from the lexicon's own places, from the parse's names where there are any, and from
capitalised words that stand where places stand. Which of several places of one name is meant is
settled by what the text says beside it ("Tripoli, Lebanon"), by the countries that the document
speaks of, and by population; what stays doubtful is named and not placed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fogline.model import Entity
from fogline.reading.actors import actors
from fogline.reading.gazetteer import Site, gazetteer, name_key
from fogline.reading.grammar.names import recognised, text_of
from fogline.reading.places import regions, runs, told
from fogline.reading.places.resolving import (
    AMBIGUOUS,
    PlaceContext,
    PlaceName,
    precision_of,
    resolve,
    weigh,
    within,
)
from fogline.reading.places.sites import COUNTRY, capitals, own_in, own_places, peoples, radius_of
from fogline.reading.tables import either, rows, words
from fogline.reading.words import wordwise
from fogline.reading.words.stretches import Stretches

if TYPE_CHECKING:
    from fogline.reading.language import Doc

__all__ = [
    "PlaceContext", "find", "is_capital_or_country", "precision", "precision_of", "radius",
    "site_of",
]  # fmt: skip

_BESIDE: Final = words("place-words/beside.csv", "word")
_HEADS: Final = {r["word"]: r["feature"] for r in rows("place-words", "heads.csv")}

_PROVINCES: Final = tuple(word for word, feature in _HEADS.items() if feature == "ADM1")
_LARGE: Final = 100_000
_GREAT: Final = 500_000
_SMALL: Final = frozenset({"settlement", "district", "exact"})


def find(doc: Doc, context: PlaceContext) -> tuple[Entity, ...]:
    """Return the places named in a text, in text order; not those inside actors' names.

    Where the place is not known or not to be told apart, the entity has its name alone.
    """
    text = text_of(doc)
    taken = _taken(doc)
    found = list(_run_on(text, context, Stretches((a.start, a.end) for a in _known_actors(doc))))
    taken.extend((f.start, f.end) for f in found)
    found += _own(text, context, taken)
    taken.extend((f.start, f.end) for f in found)
    for name in _names(doc, taken):
        found.append(_entity(name, resolve(name, context).site))
    found.sort(key=lambda f: f.start)
    pinned = list(told.unpinned(found, text, context))
    return tuple(regions.as_regions(pinned, text, province))


def _run_on(text: str, context: PlaceContext, taken: Stretches) -> Iterator[Entity]:
    """Yield the places of lists that lost their commas; a new name there is that of a town."""
    for names in runs.lost(text, context):
        for start, end in names:
            if taken.free(start, end):
                name = replace(_described(text, start, end), cued=True)
                entity = _entity(name, resolve(name, context).site)
                yield entity if entity.feature else replace(entity, feature="PPL")


def site_of(entity: Entity) -> Site | None:
    """Return the known place that an entity was taken for, None where it has none."""
    if entity.lat is None or entity.lon is None:
        return None
    known = _entry_of(entity.name or entity.text, entity.text, entity.id)
    feature = entity.feature or "PPL"
    if known is None:
        return Site(
            entity.id or "", entity.name or entity.text, entity.lat, entity.lon, entity.country,
            feature, own=(entity.id or "").startswith("fogline"),
        )  # fmt: skip
    name = entity.name or known.name
    if known.feature == feature and known.name == name:
        return known
    # A town whose name stands for its province reaches as far as a province.
    reach = known.radius if known.feature == feature else radius_of(feature)
    return replace(known, name=name, feature=feature, radius=reach)


@lru_cache(maxsize=4096)
def _entry_of(name: str, text: str, number: str | None) -> Site | None:
    """Return the gazetteer's entry with an id that a place is called by one of two names."""
    for said in dict.fromkeys((name, text)):
        for ask in (own_places().get, gazetteer().exact):
            for site in ask(said):
                if site.id == number:
                    return site
    return None


def precision(entity: Entity) -> str | None:
    """Return how exactly a place's coordinates stand for it; None where it has none."""
    return None if entity.lat is None else precision_of(entity.feature)


def radius(entity: Entity) -> float | None:
    """Return within how many kilometres of its point a place lies; None where it has no point."""
    site = site_of(entity)
    return None if site is None else site.radius or radius_of(site.feature)


def province(entity: Entity) -> Site | None:
    """Return the province that has a town's name ("Idlib"), None where no province has it."""
    called = (own_places().get(f"{entity.text} {noun}") for noun in _PROVINCES)
    found = (s for sites in called for s in sites if s.feature == "ADM1")
    return next((s for s in found if s.country == entity.country), None)


def is_state_capital(entity: Entity) -> bool:
    """Whether a town is the capital of the country that it lies in."""
    return capitals().get(entity.country or "", "") in (entity.name, entity.text)


def is_capital_or_country(entity: Entity) -> bool:
    """Whether a name may stand for a government ("Moscow said")."""
    if entity.feature == COUNTRY:
        return True
    actor = actors.link(entity.text)
    return actor is not None and actor.id.endswith("-government")


# --- own places ----------------------------------------------------------------------------------


def _taken(doc: Doc) -> Stretches:
    """Return the stretches that name actors or persons; places inside them are no places."""
    return Stretches((a.start, a.end) for a in actors.names(doc))


def _known_actors(doc: Doc) -> Iterator[actors.Name]:
    """Yield the actors that a list names; what only looks like a person may be places' names."""
    return (a for a in actors.names(doc) if a.bearers or a.kind == "organisation")


def _outdoes(start: int, end: int, taken: Stretches) -> bool:
    """Whether every name that a stretch overlaps lies within it and is shorter."""
    return all(start <= a and b <= end and b - a < end - start for a, b in taken.across(start, end))


def _own(text: str, context: PlaceContext, taken: Stretches) -> Iterator[Entity]:
    for hit in own_in(text):
        if not _outdoes(hit.start, hit.end, taken) or _qualifies(text, hit.start, hit.end):
            continue
        if entity := _own_entity(text, hit.start, hit.end, hit.items, context):
            yield entity


def _qualifies(text: str, start: int, end: int) -> bool:
    """Whether a name only says whose or what kind something is: "US drones", "Turkey-backed"."""
    if _BACKED.match(text, end) or _names_no_place(text, start, end):
        return True
    adjective = text[start:end] in _ADJECTIVES
    return adjective and not (
        _ALONE.match(text, end) or _CUE.search(text, max(0, start - 12), start)
    )


def _names_no_place(text: str, start: int, end: int) -> bool:
    """Whether a name stands in a body's ("the Idlib Military Council") or is somebody's own."""
    if _BODY.match(text, end):
        return True
    return text[start:end] in _GIVEN and bool(_SPEAKS_OF_SELF.match(text, end))


_BODIES: Final = "|".join(r["word"] for r in rows("place-words", "bodies.csv"))
_BODY: Final = re.compile(rf" (?:[A-Z][\w’'-]+ ){{0,2}}(?:{_BODIES})\b(?! of [A-Z])")
_GIVEN: Final = frozenset(r["word"] for r in rows("place-words", "given-names.csv"))
_SPEAKS_OF_SELF: Final = re.compile(
    rf",? {either('cues.csv', 'of oneself', 'cue')}"
    r"(?: \w+){0,3} (?:he|she|his|her|my|I)\b"
)
_ADJECTIVES: Final = frozenset({"US", "U.S.", "UK", "U.K.", "UAE"})
_ALONE: Final = re.compile(
    r"\s*(?:[.,;:)!?]|$|(?:and|in|on|to|has|is|was|were|will|for|with|from|by|over|at|after|before|as"
    r"|have|had|or|are|would|could|should|also|did|does|must|can"
    r"|state|states|city|mainland|territory|capital|border|coast)\b)"
)
_BACKED: Final = re.compile(rf"[-–]{either('place-words/beside.csv', 'backed')}\b")


def _own_entity(
    text: str, start: int, end: int, sites: tuple[Site, ...], context: PlaceContext
) -> Entity | None:
    """Return an own place; None for a shaky name that nothing else says is a place."""
    longer = _LONGER.match(text, end)
    if longer and gazetteer().exact(text[start : longer.end()]):
        return None
    name = _described(text, start, end)
    at_home = any(context.share(s.country) >= _AT_HOME or not s.country for s in sites)
    if _is_shaky(text, start, end) and not (name.cued and at_home):
        return None
    if name.within or (_has_rivals(sites, context) and not name.head):
        sites = within((*sites, *_rivals(sites, name.text, context)), name)
    best = max(sites, key=lambda s: (s.feature == name.head, weigh(s, context).weight))
    alone = len({s.country for s in sites}) == 1 or best.own or context.share(best.country) > 0
    known = alone and not _is_namesake(best, context)
    return _entity(name, best if known else None)


def _is_namesake(site: Site, context: PlaceContext) -> bool:
    """Whether a small place lies in a country of which the document does not speak otherwise, and
    is a quarter of some city or sounds like a place at home, which is meant.
    """
    small = site.own and precision_of(site.feature) in _SMALL
    if not small or not context.is_strange(site.country):
        return False
    peers = gazetteer().exact(site.name)
    if any(s.country == site.country and s.population >= _LARGE for s in peers):
        return False
    return site.feature == "PPLX" or bool(gazetteer().similar(site.name, context.country or ""))


def _rivals(sites: tuple[Site, ...], said: str, context: PlaceContext) -> Iterator[Site]:
    """Yield the gazetteer's places of a name but for those that the own ones already stand for.

    A second name ("Virginia" for Virginia Beach) makes no rival, nor, to a province, a town of a
    country that the document does not speak of.
    """
    towns = {s.country for s in sites if not s.feature.startswith("ADM")}
    named = (s for s in gazetteer().exact(said) if name_key(s.name) == name_key(said))
    for site in named:
        heard = context.share(site.country) > 0 or site.population >= _GREAT
        if site.country not in towns and (heard or towns):
            yield site


def _has_rivals(sites: tuple[Site, ...], context: PlaceContext) -> bool:
    """Whether a town elsewhere may be meant: the document is about another country."""
    if any(s.feature.startswith("ADM") for s in sites):
        return True
    homes = {s.country for s in sites if s.feature != COUNTRY}
    return bool(homes) and context.country is not None and context.country not in homes


def _is_shaky(text: str, start: int, end: int) -> bool:
    """Whether a place's name is an ordinary word or a person's name too ("Ann", "Muse")."""
    return text[start:end].lower() in AMBIGUOUS


_AT_HOME: Final = 0.1
_LONGER: Final = re.compile(r" (?:City|Island|Islands|Springs|Beach|Falls|Heights)\b")


def _entity(name: PlaceName, site: Site | None) -> Entity:
    if site is None:
        return Entity(name.start, name.end, name.text, "place", name=name.text, feature=name.head)
    feature = name.head if name.head in {"ADM1", "ADM2"} and site.feature[:2] == "PP" else None
    return Entity(
        name.start, name.end, name.text, "place", site.name, site.id, site.lat, site.lon,
        site.country, feature or site.feature,
    )  # fmt: skip


# --- names that may be places --------------------------------------------------------------------

_ARTICLE: Final = (
    r"(?:[Aa]l|[Ee]l|[Aa][drnstz]|[Ee][drsz]|[Aa]sh|[Ee]sh|[Bb]ani|[Uu]m|[Uu]mm)[- ’']"
)
_WORD: Final = rf"(?:{_ARTICLE})?[A-ZÀ-ÖØ-Þ][\w’'ʻ]*(?:-(?:{_ARTICLE})?\w[\w’']*)*"
_LINK: Final = r"(?:de|del|du|des|da|do|di|la|le|el|al|los|las|am|an der|upon|sur|of the|of)"
_RUN: Final = re.compile(rf"{_WORD}\.?(?: (?:{_LINK} )?{_WORD})*")
_TOKEN: Final = re.compile(r"\S+")
_BEFORE: Final = sorted(_BESIDE["before"])
_BETWEEN: Final = sorted(_BESIDE["between"])
_ENDS: Final = (*_BEFORE, *_BETWEEN, "of")  # a cue's last word; few names follow one
_OF: Final = sorted(_BESIDE["of"])
_OPENS: Final = wordwise.opening((*_BEFORE, *_OF))
_CUE: Final = re.compile(
    rf"\b(?:{'|'.join(_BEFORE)}|(?:{'|'.join(_OF)}) of)"
    rf"(?: (?:{'|'.join(_BETWEEN)}|(?:town|city|village|district|province|region|suburb) of))*\s+$",
    re.IGNORECASE,
)
_LIST: Final = re.compile(r"^(?:,| and|, and| or)\s+(?:in |near |the )?$")
_BEHIND: Final = re.compile(r"['’]?s? (?P<head>[a-z]+|[A-Z][a-z]+)\b")
_WITHIN: Final = re.compile(r",? (?:in )?(?P<within>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})")
_SENTENCE: Final = re.compile(r"(?:^|[.!?:\n•]|[\"“”‘])\s*$")


def _names(doc: Doc, taken: Stretches) -> Iterator[PlaceName]:
    """Yield free stretches that may name places: the parse's first, then capitalised words."""
    text = text_of(doc)
    for ent in recognised(doc):
        if ent.kind == "place" and taken.free(ent.start, ent.end):
            start, end = _whole(text, ent.start, ent.end)
            titled = text[ent.start : ent.start + 4] == "The " and ent.start > 0
            named = _looks_named(text[start:end]) and not _names_no_place(text, start, end)
            if named and not titled and not _BACKED.match(text, end):
                taken.add(start, end)
                yield _described(text, start, end, recognised=True)
    others = [(e.start, e.end) for e in recognised(doc) if e.kind != "place"]
    yield from _capitalised(text, taken, others)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a recognised name without its article, and to the end of its hyphenated words."""
    rest = _HYPHENED.match(text, end)
    return start + 4 * (text[start : start + 4].lower() == "the "), rest.end() if rest else end


_HYPHENED: Final = re.compile(r"(?:-(?:[A-Z]|[a-z]{2,3}-)[\w’']*)+")


def _looks_named(said: str) -> bool:
    """Whether what the parse took for a place can be a name: no ordinary word, no people's name."""
    capital = any(c.isupper() for c in said[:4]) and len(said) > 2 and "$" not in said
    told = any(
        word.lower() not in AMBIGUOUS and word.lower() not in _HEADS for word in said.split()
    )
    return capital and told and not peoples().get(said.rpartition("-")[2])


def _capitalised(text: str, taken: Stretches, others: list[tuple[int, int]]) -> Iterator[PlaceName]:
    last = -1
    for run in _RUN.finditer(text):
        at = run.start()
        for start, end in _parts(text, run.start(), run.end()):
            if start < at or not _known(text[start:end]) or not taken.free(start, end):
                continue
            if _names_no_place(text, start, end):
                continue
            name = _described(text, start, end)
            if last >= 0 and _LIST.match(text[last:start]):
                name = replace(name, cued=True)
            if _plausible(text, name, others):
                at = last = end
                yield name


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of up to four words of a run, longest first from each word."""
    words = [(m.start() + start, m.end() + start) for m in _TOKEN.finditer(text[start:end])]
    for i, (first, _) in enumerate(words):
        for j in range(min(i + 4, len(words)), i, -1):
            said = text[first : words[j - 1][1]].rstrip(".,;:'’")
            if said and (said[0].isupper() or "-" in said or " " in said):
                yield first, first + len(said)


def _known(said: str) -> bool:
    """Whether only the gazetteer knows a name; what the lexicon knows was looked at before."""
    if len(said) < 3 or said.lower() in AMBIGUOUS or not gazetteer().exact(said):
        return False
    return not own_places().get(said)


def _described(text: str, start: int, end: int, *, recognised: bool = False) -> PlaceName:
    from_ = max(0, start - 60)
    ends = text[from_:start].rstrip().lower().endswith(_ENDS)
    cued = ends and _is_cued(text, from_, start)
    head = _head_behind(text, end)
    holder = _WITHIN.match(text, end)
    return PlaceName(
        start, end, text[start:end], cued or head is not None, recognised, head,
        holder["within"] if holder else None,
    )  # fmt: skip


def _is_cued(text: str, from_: int, start: int) -> bool:
    """Whether words like "in" or "the town of" lead to a name, sought where one of them begins."""
    cues = wordwise.found(_CUE, _OPENS, text, range(from_, start), start)
    return next(cues, None) is not None


def _head_behind(text: str, end: int) -> str | None:
    """Return the feature that a word behind the name gives it ("Idlib province")."""
    behind = _BEHIND.match(text, end)
    return _HEADS.get(behind["head"].lower()) if behind else None


def _plausible(text: str, name: PlaceName, others: list[tuple[int, int]]) -> bool:
    """Whether a known name that the parse did not take for a place may be one all the same."""
    large = gazetteer().exact(name.text)[0].population >= _LARGE
    first = bool(_SENTENCE.search(text, max(0, name.start - 4), name.start))
    if name.cued:
        return large or " " in name.text or not first
    return large and not first and not others
