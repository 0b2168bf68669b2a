"""What a name or a phrase of place may mean: all candidates, and why they rank so."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Final

from fogline.reading.gazetteer import Site, gazetteer, unlikeness
from fogline.reading.places import whereabouts
from fogline.reading.places.areas import derived
from fogline.reading.places.circles import Area, Named
from fogline.reading.places.resolving import (
    SURE,
    PlaceContext,
    PlaceName,
    Resolution,
    among,
    precision_of,
)
from fogline.reading.places.sites import own_places, radius_of
from fogline.reading.places.wordings import Piece, pieces
from fogline.reading.tables import rows

_FEW: Final = 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean: its weight in powers of ten, of which parts, how it was found.

    `radius` is in kilometres.
    """

    site: Site
    how: str
    weight: float
    parts: tuple[tuple[str, float], ...]

    @property
    def precision(self) -> str:
        """How exactly the point stands for the place."""
        return precision_of(self.site.feature)

    @property
    def radius(self) -> float:
        """Within how many kilometres of the point the place lies."""
        return self.site.radius or radius_of(self.site.feature)


@dataclass(frozen=True, slots=True)
class Answer:
    """Which place is meant (None below an even chance), 0-1 how surely, and all candidates.

    `areas` are what the asked phrase derives from the chosen place.
    """

    asked: str
    chosen: Site | None
    confidence: float
    candidates: tuple[Candidate, ...]
    areas: tuple[Area, ...] = ()

    def as_object(self) -> dict[str, Any]:
        """Return the answer as JSON's types."""
        return {
            "asked": self.asked,
            "chosen": self.chosen.id if self.chosen else None,
            "confidence": round(self.confidence, 3),
            "candidates": [_object(c) for c in self.candidates],
            "areas": [asdict(a) for a in self.areas],
        }


def _object(candidate: Candidate) -> dict[str, Any]:
    site = asdict(candidate.site)
    weights = {name: round(part, 2) for name, part in candidate.parts}
    return site | {
        "radius": candidate.radius, "precision": candidate.precision, "how": candidate.how,
        "weight": round(candidate.weight, 2), "parts": weights,
    }  # fmt: skip


def ask(phrase: str, text: str = "", country: str | None = None) -> Answer:
    """Return what a phrase means in a text, all candidates of a country where one is told."""
    context = PlaceContext.of_texts([text])
    if country:
        context = PlaceContext(((country, 1.0),), context.placed)
        if where := whereabouts.described(phrase, country):
            return _described(phrase, where, context)
    piece, sites, how = _found(phrase, context)
    if country:
        sites = tuple(s for s in sites if s.country == country)
    found = among(sites, PlaceName(0, len(phrase), piece.text, cued=True), context)
    named = [Named(piece.start, piece.end, found.site)] if found.site else []
    sure = found.confidence
    if how != _HOW["_by_name"] and found.site:
        sure *= 1 - unlikeness(piece.text, found.site.name)
    return Answer(phrase, found.site, sure, _candidates(found, how), derived(phrase, named))


def offered(name: str, text: str = "") -> tuple[Candidate, ...]:
    """Return what a name that a text leaves open may mean, by name, sound and spelling.

    The likeliest first; by sound and spelling only in the countries that the text speaks of.
    """
    context = PlaceContext.of_texts([text])
    piece, asked = Piece(0, len(name), name, name), PlaceName(0, len(name), name, cued=True)
    matches = (_by_name, _by_sound, _by_spelling) if context.shares else (_by_name,)
    found: dict[str, Candidate] = {}
    for match in matches:
        resolved = among(match(piece, context), asked, context)
        for candidate in _candidates(resolved, _HOW[match.__name__]):
            found.setdefault(candidate.site.id, candidate)
    return tuple(sorted(found.values(), key=lambda c: -c.weight))[:_FEW]


def _found(phrase: str, context: PlaceContext) -> tuple[Piece, tuple[Site, ...], str]:
    """Return the first name of a phrase that is one, with its places and how they were found."""
    asked = [*pieces(phrase), Piece(0, len(phrase), phrase, phrase)]
    for match in (_by_name, _by_sound, _by_spelling):
        for piece in asked:
            if sites := match(piece, context):
                return piece, sites, _HOW[match.__name__]
    return asked[0], (), ""


_HOW: Final = {
    "_by_name": "by its name",
    "_by_sound": "by how it sounds",
    "_by_spelling": "by how it is spelt",
}


def _described(phrase: str, where: whereabouts.Where, context: PlaceContext) -> Answer:
    name = PlaceName(0, len(phrase), where.text, cued=True)
    found = among((where.site, *where.others), name, context)
    ranked = sorted(_candidates(found, where.reason), key=lambda c: c.site.id != where.site.id)
    areas = (where.area,) if where.area else ()
    return Answer(phrase, where.site, where.confidence, tuple(ranked), areas)


def _by_name(piece: Piece, _: PlaceContext) -> tuple[Site, ...]:
    own = own_places().get(piece.whole) or own_places().get(piece.text)
    return (*own, *(s for s in gazetteer().exact(piece.text) if s.id not in {o.id for o in own}))


def _by_sound(piece: Piece, context: PlaceContext) -> tuple[Site, ...]:
    found = [s for c in _countries(context) for s in gazetteer().similar(piece.text, c)]
    return tuple(sorted(found, key=lambda s: unlikeness(piece.text, s.name)))[:_FEW]


def _by_spelling(piece: Piece, context: PlaceContext) -> tuple[Site, ...]:
    spoken_of = [country for country, _ in context.shares[:3]]
    return tuple(s for c in spoken_of for s, _ in gazetteer().near(piece.text, c))


def _countries(context: PlaceContext) -> tuple[str, ...]:
    """Return the countries that the text speaks of; all where it speaks of none."""
    spoken_of = tuple(country for country, _ in context.shares[:3] if country)
    return spoken_of or tuple(row["iso"] for row in rows("states", "countries.csv"))


def _candidates(found: Resolution, how: str) -> tuple[Candidate, ...]:
    return tuple(Candidate(w.site, how, w.weight, w.parts) for w in found.candidates[:_FEW])


__all__ = ["SURE", "Answer", "Candidate", "ask", "offered"]
