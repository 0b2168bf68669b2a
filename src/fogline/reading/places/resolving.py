"""Which of the places that bear one name a document means, how surely, and who else it may be.

Every candidate is weighed by how many live there, by the countries that the document speaks of and
by what lies beside it. The weights are powers of ten of likelihood, so that the shares of all
candidates say how surely the best of them is meant; below an even chance none is.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fogline.model.quick import quick
from fogline.reading.gazetteer import Site, gazetteer, least_alike, name_key, sound_key, unlikeness
from fogline.reading.grammar.names import text_of
from fogline.reading.places.bearings import kilometres
from fogline.reading.places.sites import COUNTRY, own_in, own_places, peoples_and_capitals
from fogline.reading.tables import either, rows

if TYPE_CHECKING:
    from fogline.reading.language import Doc

PRECISION: Final = {r["feature"]: r["precision"] for r in rows("place-words", "features.csv")}
AMBIGUOUS: Final = frozenset(r["word"] for r in rows("place-words", "ordinary.csv"))
SURE: Final = 0.5

_STANDS_IN: Final = 3.0
_NAMED: Final = 2.0
_PEOPLED: Final = 0.5
_SHARE: Final = 2.5
_OWN: Final = 4.0
_NEAR: Final = 0.8
_BESIDE: Final = 200.0
_ASTRAY: Final = 2.5
_MOSTLY: Final = 0.6
_SETTLED: Final = 3
_LARGE: Final = 100_000
_EVEN: Final = 3.6
_EVEN_FAR: Final = 4.7
_EVEN_SECOND: Final = 5.7
_IMPORTED: Final = 300
_LEAST_SOUNDS: Final = 3
_SAME_KM: Final = 30.0
_ALIKE: Final = 0.34
_ALIKE_BESIDE: Final = 0.45
_UNLIKE_WORD: Final = 0.6


def precision_of(feature: str | None) -> str:
    """Return how exactly one point stands for a place with a GeoNames feature code."""
    return PRECISION.get(feature or "", "settlement")


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What a document as a whole says of where it is: each country's share of the evidence, 0-1.

    `spoken` are the countries of which more tells than the name of a single place in it, `settled`
    those of which it names three towns.
    """

    shares: tuple[tuple[str, float], ...] = ()
    placed: tuple[tuple[float, float], ...] = field(default=(), repr=False)
    spoken: frozenset[str] = frozenset()
    settled: frozenset[str] = frozenset()

    @classmethod
    def of(cls, docs: Iterable[Doc]) -> PlaceContext:
        """Gather the evidence of all parts: countries and own places named, peoples, capitals."""
        return cls.of_texts(text_of(doc) for doc in docs)

    @classmethod
    def of_texts(cls, texts: Iterable[str]) -> PlaceContext:
        """Gather the evidence of texts."""
        found: dict[str, float] = defaultdict(float)
        placed: list[tuple[float, float]] = []
        names: dict[str, set[str]] = defaultdict(set)
        towns: dict[str, set[str]] = defaultdict(set)
        spoken: set[str] = set()
        for text in texts:
            for site in _telling(text):
                country = site.country or ""
                found[country] += _NAMED if site.feature == COUNTRY else _STANDS_IN
                names[country].add(site.id)
                if site.feature == COUNTRY:
                    spoken.add(country)
                if precision_of(site.feature) not in {"country", "region"}:
                    placed.append((site.lat, site.lon))
                    towns[country].add(site.id)
            for people in peoples_and_capitals().find(text):
                found[people.items[0]] += _PEOPLED
                spoken.add(people.items[0])
        total = sum(found.values())
        shares = tuple((k, found[k] / total) for k in sorted(found, key=lambda k: (-found[k], k)))
        spoken |= {country for country, ids in names.items() if len(ids) > 1}
        settled = frozenset(country for country, ids in towns.items() if len(ids) >= _SETTLED)
        return cls(shares, tuple(dict.fromkeys(placed))[:40], frozenset(spoken), settled)

    @property
    def country(self) -> str | None:
        """The country that the document is mostly about (ISO 3166-1 alpha-2), None when unclear."""
        if not self.shares or self.shares[0][1] < 0.3:
            return None
        return self.shares[0][0]

    def is_strange(self, country: str | None) -> bool:
        """Whether a document that is mostly about one country, and several towns there, speaks of
        another by no more than the name of one place in it. One that tells what a state does abroad
        names few of its own towns.
        """
        if country in {None, self.country, *self.spoken} or not self.is_at_home:
            return False
        return self.shares[0][1] >= _MOSTLY

    @property
    def is_at_home(self) -> bool:
        """Whether what a document tells happens in the country that it is mostly about."""
        return self.country in self.settled

    def share(self, country: str | None) -> float:
        """Return the part of the document's evidence that speaks for a country."""
        return next((s for iso, s in self.shares if iso == country), 0.0)


def _telling(text: str) -> Iterator[Site]:
    """Yield the own places that tell which country a text is about: those of one country only."""
    for hit in own_in(text):
        site = hit.items[0]
        said = text[hit.start : hit.end]
        if len(hit.items) > 1 or not site.country or said.lower() in AMBIGUOUS:
            continue
        if site.feature == COUNTRY or not _has_namesake(said, site.country):
            yield site


@lru_cache(maxsize=4096)
def _has_namesake(name: str, country: str) -> bool:
    """Whether a large town of another country bears a name."""
    return any(s.country != country and s.population >= _LARGE for s in gazetteer().exact(name))


@quick
@dataclass(frozen=True, slots=True)
class PlaceName:
    """A stretch that may name a place; `cued` where the words around it say so."""

    start: int
    end: int
    text: str
    cued: bool = False
    recognised: bool = False
    head: str | None = None
    within: str | None = None


@quick
@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its weight and what the weight is made of, in powers of ten."""

    site: Site
    weight: float
    parts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The place that a name most likely means, 0-1 how surely, and all candidates, best first.

    `site` is None where `confidence` is below an even chance: the place stays named, not placed.
    """

    site: Site | None
    confidence: float
    candidates: tuple[Weighed, ...] = ()


def resolve(name: PlaceName, context: PlaceContext) -> Resolution:
    """Return which place a name means in a document."""
    sites = _bearing(name)
    likely = any(s.own or _evidence(s, name.text, context) >= SURE for s in sites)
    near = () if likely else _alike(name, context)
    if not near or any(_is_named_so(s, name) and s.population > near[0].population for s in sites):
        return among(sites, name, context)
    found = among(near, name, context)
    sure = found.confidence * (1 - unlikeness(name.text, near[0].name))
    return replace(found, site=found.site if sure >= SURE else None, confidence=sure)


def _is_named_so(site: Site, name: PlaceName) -> bool:
    """Tell whether a place bears a name itself: "Kotli", where another is only called Kotla."""
    return name_key(site.name) == name_key(name.text)


def among(sites: tuple[Site, ...], name: PlaceName, context: PlaceContext) -> Resolution:
    """Return which of some places a name means: its share of the weight, as far as there is any."""
    inside = within(sites, name)
    weighed = tuple(sorted((weigh(s, context) for s in inside), key=lambda w: -w.weight))
    if not weighed:
        return Resolution(None, 0.0)
    best = weighed[0]
    rivals = (w for w in weighed if kilometres(w.site, best.site) > _SAME_KM)
    share = 1 / (1 + sum(10 ** (w.weight - best.weight) for w in rivals))
    told = inside != sites or best.site.own
    confidence = share * (1.0 if told else _evidence(best.site, name.text, context))
    return Resolution(best.site if confidence >= SURE else None, confidence, weighed)


def weigh(site: Site, context: PlaceContext) -> Weighed:
    """Weigh a place by its people and the document's countries; an own one as a large town."""
    people = site.population or (_IMPORTED if site.source else 0)
    near = _NEAR if any(_beside(site, place) for place in context.placed) else 0.0
    parts = (
        ("people", math.log10(people + 10)),
        ("lexicon", _OWN if site.own else 0.0),
        ("neighbours", near),
        ("country", _SHARE * math.sqrt(context.share(site.country))),
    )
    return Weighed(site, sum(part for _, part in parts), parts)


def _evidence(site: Site, said: str, context: PlaceContext) -> float:
    """Return how likely it is that a document speaks of a place at all, 0-1.

    A village counts only in the countries that the document speaks of; elsewhere a second name
    ("Basic" for a town called otherwise) counts only for a large city.
    """
    size = math.log10(site.population + 10)
    if context.share(site.country) > 0:
        over = weigh(site, context).weight - _EVEN - _ASTRAY * _is_astray(site, context)
    elif context.country is None:
        over = size - _EVEN
    else:
        over = size - (_EVEN_FAR if name_key(site.name) == name_key(said) else _EVEN_SECOND)
    return 1 / (1 + 10 ** (-4 * over)) if over > -5 else 0.0


def _is_astray(site: Site, context: PlaceContext) -> bool:
    """Whether a small place lies far from everything that the document names."""
    settled = len(context.placed) >= _SETTLED and site.population < _LARGE
    return settled and not any(_beside(site, place) for place in context.placed)


def _bearing(name: PlaceName) -> tuple[Site, ...]:
    """Return the places of a name, else of the name without its word of kind or compass."""
    bare = _HEADED.sub("", name.text)
    asked = (own_places().get, gazetteer().exact)
    return next((s for said in (name.text, bare) for ask in asked if (s := ask(said))), ())


_HEADED: Final = re.compile(
    rf" {either('place-words/beside.csv', 'of its name')}$"
    r"|^(?:[Nn]orth(?:ern)?|[Ss]outh(?:ern)?|[Ee]ast(?:ern)?|[Ww]est(?:ern)?|[Cc]entral|Greater"
    r"|City of|Province of) "
)


def _alike(name: PlaceName, context: PlaceContext) -> tuple[Site, ...]:
    """Return the place whose name sounds alike in the countries that the document speaks of.

    The less alike it is, the more has to speak for it: another place of the document beside it.
    """
    told = name.cued or name.recognised
    if not told or len(name.text) < 5 or len(sound_key(name.text)) < _LEAST_SOUNDS:
        return ()
    for country, share in context.shares[:3]:
        if share < 0.15:
            continue
        for site in gazetteer().similar(name.text, country):
            beside = any(_beside(site, place) for place in context.placed)
            if least_alike(name.text, site.name) > _UNLIKE_WORD:
                continue
            if unlikeness(name.text, site.name) <= (_ALIKE_BESIDE if beside else _ALIKE):
                return (site,)
    return ()


def within(sites: tuple[Site, ...], name: PlaceName) -> tuple[Site, ...]:
    """Return those places that lie where the words behind the name say, all where none does."""
    holder = _holder(name)
    if holder is None:
        return sites
    if holder.feature == COUNTRY or holder.admin:
        told = f"{holder.country}-{holder.admin}" if holder.admin else holder.country
        return tuple(s for s in sites if told in (s.country, f"{s.country}-{s.admin}")) or sites
    reach = (holder.radius or 0.0) * 1.15
    held = (s for s in sites if s.country == holder.country and kilometres(s, holder) <= reach)
    return tuple(held) or tuple(s for s in sites if s.country == holder.country) or sites


def _holder(name: PlaceName) -> Site | None:
    """Return what the words behind the name say it lies in: a country, a state or a province."""
    hits = own_places().get(name.within.rstrip(".'’")) if name.within else ()
    wide = (s for s in hits if not s.feature.startswith("PP"))
    return next(wide, hits[0] if hits else None)


def _beside(site: Site, place: tuple[float, float]) -> bool:
    """Whether a place lies within about 200 km of a point (flat earth, which does for that)."""
    north = 111.2 * (site.lat - place[0])
    east = 111.2 * math.cos(math.radians(place[0])) * (site.lon - place[1])
    return north * north + east * east < _BESIDE * _BESIDE
