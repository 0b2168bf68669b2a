"""Where: the places that a text names, each set on the map by the document as a whole.

Names come from the lexicon's own places, from the parse's names where there are any, and from
capitalised words that stand where places stand. Which of several places of one name is meant is
settled by what the text says beside it ("Tripoli, Lebanon"), by the countries that the document
speaks of, and by population; what stays doubtful is named and not placed.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fogline.model import Entity
from fogline.reading import actors
from fogline.reading.gazetteer import Site, gazetteer, name_key
from fogline.reading.names import recognised, text_of
from fogline.reading.sites import COUNTRY, own_places, peoples, peoples_and_capitals
from fogline.reading.stretches import Stretches
from fogline.reading.tables import rows

if TYPE_CHECKING:
    from fogline.reading.language import Doc

_PRECISION: Final = {r["feature"]: r["precision"] for r in rows("place-words", "features.csv")}
_HEADS: Final = {r["word"]: r["feature"] for r in rows("place-words", "heads.csv")}
_AMBIGUOUS: Final = frozenset(r["word"] for r in rows("place-words", "ordinary.csv"))

_STANDS_IN: Final = 3.0
_NAMED: Final = 2.0
_PEOPLED: Final = 0.5
_SHARE: Final = 2.5
_OWN: Final = 4.0
_NEAR: Final = 0.8
_BESIDE: Final = 200.0
_LARGE: Final = 100_000
_SURE: Final = 3.6


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What a document as a whole says of where it is: each country's share of the evidence, 0-1."""

    shares: tuple[tuple[str, float], ...] = ()
    placed: tuple[tuple[float, float], ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, docs: Iterable[Doc]) -> PlaceContext:
        """Gather the evidence of all parts: countries and own places named, peoples, capitals."""
        return cls.of_texts(text_of(doc) for doc in docs)

    @classmethod
    def of_texts(cls, texts: Iterable[str]) -> PlaceContext:
        """Gather the evidence of texts."""
        found: dict[str, float] = defaultdict(float)
        placed: list[tuple[float, float]] = []
        for text in texts:
            for site in _telling(text):
                found[site.country or ""] += _NAMED if site.feature == COUNTRY else _STANDS_IN
                if precision_of(site.feature) not in {"country", "region"}:
                    placed.append((site.lat, site.lon))
            for people in peoples_and_capitals().find(text):
                found[people.items[0]] += _PEOPLED
        total = sum(found.values())
        shares = tuple((k, found[k] / total) for k in sorted(found, key=lambda k: (-found[k], k)))
        return cls(shares, tuple(dict.fromkeys(placed))[:40])

    @property
    def country(self) -> str | None:
        """The country that the document is mostly about (ISO 3166-1 alpha-2), None when unclear."""
        if not self.shares or self.shares[0][1] < 0.3:
            return None
        return self.shares[0][0]

    def share(self, country: str | None) -> float:
        """Return the part of the document's evidence that speaks for a country."""
        return next((s for iso, s in self.shares if iso == country), 0.0)


def _telling(text: str) -> Iterator[Site]:
    """Yield the own places that tell which country a text is about: those of one country only."""
    for hit in own_places().find(text):
        site = hit.items[0]
        said = text[hit.start : hit.end]
        if len(hit.items) > 1 or not site.country or said.lower() in _AMBIGUOUS:
            continue
        if site.feature == COUNTRY or not _has_namesake(said, site.country):
            yield site


@lru_cache(maxsize=4096)
def _has_namesake(name: str, country: str) -> bool:
    """Whether a large town of another country bears a name."""
    return any(s.country != country and s.population >= _LARGE for s in gazetteer().exact(name))


@dataclass(frozen=True, slots=True)
class _Name:
    """A stretch that may name a place; `cued` where the words around it say so."""

    start: int
    end: int
    text: str
    cued: bool = False
    recognised: bool = False
    head: str | None = None
    within: str | None = None


def find(doc: Doc, context: PlaceContext) -> tuple[Entity, ...]:
    """Return the places named in a text, in text order; not those inside actors' names.

    Where the place is not known or not to be told apart, the entity has its name alone.
    """
    text = text_of(doc)
    taken = _taken(doc)
    found = list(_own(text, context, taken))
    taken.extend((f.start, f.end) for f in found)
    for name in _names(doc, taken):
        found.append(_entity(name, _resolve(name, context)))
    return tuple(sorted(found, key=lambda f: f.start))


def precision(entity: Entity) -> str | None:
    """Return how exactly a place's coordinates stand for it; None where it has none."""
    return None if entity.lat is None else precision_of(entity.feature)


def precision_of(feature: str | None) -> str:
    """Return how exactly one point stands for a place with a GeoNames feature code."""
    return _PRECISION.get(feature or "", "settlement")


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


def _outdoes(start: int, end: int, taken: Stretches) -> bool:
    """Whether every name that a stretch overlaps lies within it and is shorter."""
    return all(start <= a and b <= end and b - a < end - start for a, b in taken.across(start, end))


def _own(text: str, context: PlaceContext, taken: Stretches) -> Iterator[Entity]:
    for hit in own_places().find(text):
        if not _outdoes(hit.start, hit.end, taken) or _qualifies(text, hit.start, hit.end):
            continue
        if entity := _own_entity(text, hit.start, hit.end, hit.items, context):
            yield entity


def _qualifies(text: str, start: int, end: int) -> bool:
    """Whether a name only says whose or what kind something is: "US drones", "Turkey-backed"."""
    if _BACKED.match(text, end):
        return True
    adjective = text[start:end] in _ADJECTIVES
    return adjective and not (
        _ALONE.match(text, end) or _CUE.search(text, max(0, start - 12), start)
    )


_ADJECTIVES: Final = frozenset({"US", "U.S.", "UK", "U.K.", "UAE"})
_ALONE: Final = re.compile(
    r"\s*(?:[.,;:)!?]|$|(?:and|in|on|to|has|is|was|were|will|for|with|from|by|over|at|after|before|as"
    r"|have|had|or|are|would|could|should|also|did|does|must|can"
    r"|state|states|city|mainland|territory|capital|border|coast)\b)"
)
_BACKED: Final = re.compile(r"[-–](?:backed|led|linked|based|funded|sponsored|aligned|brokered)\b")


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
        sites = _within((*sites, *_rivals(sites, name.text)), name)
    best = max(sites, key=lambda s: (s.feature == name.head, _score(s, context)))
    alone = len({s.country for s in sites}) == 1 or best.own or context.share(best.country) > 0
    return _entity(name, best if alone else None)


def _rivals(sites: tuple[Site, ...], said: str) -> Iterator[Site]:
    """Yield the gazetteer's places of a name but for those that the own ones already stand for."""
    towns = {s.country for s in sites if not s.feature.startswith("ADM")}
    yield from (s for s in gazetteer().exact(said) if s.country not in towns)


def _has_rivals(sites: tuple[Site, ...], context: PlaceContext) -> bool:
    """Whether a town elsewhere may be meant: the document is about another country."""
    if any(s.feature.startswith("ADM") for s in sites):
        return True
    homes = {s.country for s in sites if s.feature != COUNTRY}
    return bool(homes) and context.country is not None and context.country not in homes


def _is_shaky(text: str, start: int, end: int) -> bool:
    """Whether a place's name is an ordinary word or a person's name too ("Ann", "Muse")."""
    return text[start:end].lower() in _AMBIGUOUS


_AT_HOME: Final = 0.1
_LONGER: Final = re.compile(r" (?:City|Island|Islands|Springs|Beach|Falls|Heights)\b")


def _entity(name: _Name, site: Site | None) -> Entity:
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
_CUE: Final = re.compile(
    r"\b(?:in|near|at|from|to|towards?|into|around|outside|inside|across|between|over|through|via"
    r"|toward|leaving|entered|captured|seized|besieged|besieging|recaptured|retook|shelled|bombed"
    r"|north|south|east|west|northeast|northwest|southeast|southwest|outskirts|suburbs?|off"
    r"|(?:town|city|village|district|province|region|governorate|neighbou?rhood|suburb|port|state"
    r"|county|oblast|area|camp|island|capital|countryside|outskirts|part|parts|west|east|north|south"
    r"|coast|streets?|kilomet(?:er|re)s|km|miles) of)"
    r"(?: (?:the|central|northern|southern|eastern|western|north|south|east|west|nearby|rural"
    r"|downtown|greater|(?:town|city|village|district|province|region|suburb) of))*\s+$",
    re.IGNORECASE,
)
_LIST: Final = re.compile(r"^(?:,| and|, and| or)\s+(?:in |near |the )?$")
_BEHIND: Final = re.compile(r"['’]?s? (?P<head>[a-z]+|[A-Z][a-z]+)\b")
_WITHIN: Final = re.compile(r",? (?:in )?(?P<within>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})")
_SENTENCE: Final = re.compile(r"(?:^|[.!?:\n•]|[\"“”‘])\s*$")


def _names(doc: Doc, taken: Stretches) -> Iterator[_Name]:
    """Yield free stretches that may name places: the parse's first, then capitalised words."""
    text = text_of(doc)
    for ent in recognised(doc):
        if ent.kind == "place" and taken.free(ent.start, ent.end):
            start, end = _whole(text, ent.start, ent.end)
            titled = text[ent.start : ent.start + 4] == "The " and ent.start > 0
            if _looks_named(text[start:end]) and not titled and not _BACKED.match(text, end):
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
        word.lower() not in _AMBIGUOUS and word.lower() not in _HEADS for word in said.split()
    )
    return capital and told and not peoples().get(said.rpartition("-")[2])


def _capitalised(text: str, taken: Stretches, others: list[tuple[int, int]]) -> Iterator[_Name]:
    last = -1
    for run in _RUN.finditer(text):
        at = run.start()
        for start, end in _parts(text, run.start(), run.end()):
            if start < at or not _known(text[start:end]) or not taken.free(start, end):
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
    if len(said) < 3 or said.lower() in _AMBIGUOUS or own_places().get(said):
        return False
    return bool(gazetteer().exact(said))


def _described(text: str, start: int, end: int, *, recognised: bool = False) -> _Name:
    cued = bool(_CUE.search(text, max(0, start - 60), start))
    head = _head_behind(text, end)
    within = _WITHIN.match(text, end)
    return _Name(
        start, end, text[start:end], cued or head is not None, recognised, head,
        within["within"] if within else None,
    )  # fmt: skip


def _head_behind(text: str, end: int) -> str | None:
    """Return the feature that a word behind the name gives it ("Idlib province")."""
    behind = _BEHIND.match(text, end)
    return _HEADS.get(behind["head"].lower()) if behind else None


def _plausible(text: str, name: _Name, others: list[tuple[int, int]]) -> bool:
    """Whether a known name that the parse did not take for a place may be one all the same."""
    large = gazetteer().exact(name.text)[0].population >= _LARGE
    first = bool(_SENTENCE.search(text, max(0, name.start - 4), name.start))
    if name.cued:
        return large or " " in name.text or not first
    return large and not first and not others


# --- which of the places of one name -------------------------------------------------------------


def _resolve(name: _Name, context: PlaceContext) -> Site | None:
    """Return the likeliest place of a name, None where none is likely enough."""
    bare = _HEADED.sub("", name.text)
    sites = own_places().get(name.text) or gazetteer().exact(name.text)
    sites = sites or own_places().get(bare) or gazetteer().exact(bare)
    if not sites or not any(s.own or _is_sure(s, name.text, context) for s in sites):
        sites = _alike(name, context) or sites
    if not sites:
        return None
    inside = _within(sites, name)
    best = max(inside, key=lambda s: _score(s, context))
    return best if inside != sites or best.own or _is_sure(best, name.text, context) else None


def _within(sites: tuple[Site, ...], name: _Name) -> tuple[Site, ...]:
    """Return those places that lie where the words behind the name say, all where none does."""
    within = _country_within(name)
    return tuple(s for s in sites if within in (s.country, f"{s.country}-{s.admin}")) or sites


def _is_sure(site: Site, said: str, context: PlaceContext) -> bool:
    """Whether a place is likely: small ones only in countries that the document speaks of.

    Elsewhere a second name ("Basic" for a town called otherwise) counts only for a large city.
    """
    if context.share(site.country) > 0:
        return _score(site, context) >= _SURE
    size = math.log10(site.population + 10)
    if context.country is None:
        return size >= _SURE
    return size >= (_SURE_FAR if name_key(site.name) == name_key(said) else _SURE_SECOND)


_SURE_FAR: Final = 4.7
_SURE_SECOND: Final = 5.7


_HEADED: Final = re.compile(
    r" (?:City|County|Province|Governorate|District|Oblast|Region|State|Township|Territory|Village"
    r"|Town|Airport|Airbase|Air Base|Camp|Valley|Island|River|Port|Dam|Bridge|Prefecture"
    r"|city|county|province|governorate|district|oblast|region|village|town|airport|airbase|camp)$"
    r"|^(?:[Nn]orth(?:ern)?|[Ss]outh(?:ern)?|[Ee]ast(?:ern)?|[Ww]est(?:ern)?|[Cc]entral|Greater"
    r"|City of|Province of) "
)


def _alike(name: _Name, context: PlaceContext) -> tuple[Site, ...]:
    """Return places whose names sound alike in the countries that the document speaks of."""
    if len(name.text) < 5 or not (name.cued or name.recognised):
        return ()
    for country, share in context.shares[:3]:
        if share >= 0.15 and (near := gazetteer().similar(name.text, country)):
            return near[:1]
    return ()


def _country_within(name: _Name) -> str | None:
    """Return what the words behind the name say it lies in: a country, or a state of the US."""
    if name.within is None:
        return None
    hits = own_places().get(name.within.rstrip(".'’"))
    if not hits:
        return None
    site = hits[0]
    return f"{site.country}-{site.admin}" if site.admin else site.country


def _score(site: Site, context: PlaceContext) -> float:
    """Score by population and by the document's country; an own place counts as a large town."""
    size = math.log10(site.population + 10) + (_OWN if site.own else 0.0)
    near = _NEAR if any(_beside(site, place) for place in context.placed) else 0.0
    return size + near + _SHARE * math.sqrt(context.share(site.country))


def _beside(site: Site, place: tuple[float, float]) -> bool:
    """Whether a place lies within about 200 km of a point (flat earth, which does for that)."""
    north = 111.2 * (site.lat - place[0])
    east = 111.2 * math.cos(math.radians(place[0])) * (site.lon - place[1])
    return north * north + east * east < _BESIDE * _BESIDE
