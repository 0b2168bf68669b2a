"""Which one place a phrase of place describes ("in the village of X, Y district"), and how surely.

A dataset's place field or a caption is all place: every name in it may be one, however it is
spelt, where in running text only what stands as a place may. Whatever else the phrase names holds
a candidate to its neighbourhood, and what cannot be told apart stays without a place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from fogline.reading.gazetteer import Site, gazetteer, sound_key, unlikeness
from fogline.reading.places.areas import derived
from fogline.reading.places.bearings import kilometres
from fogline.reading.places.circles import Area, Named
from fogline.reading.places.places import precision_of
from fogline.reading.places.sites import COUNTRY, own_places, radius_of
from fogline.reading.places.wordings import Piece, mended, parts_of, pieces

SURE: Final = 0.5
_EXACT: Final = 0.95
_INSIDE: Final = 0.85
_OUTSIDE: Final = 0.45
_SPELT: Final = 0.9
_REGIONS: Final = frozenset({"ADM1", "ADM2", "ADM3", "RGN", "ISL"})
_LEAST_SOUNDS: Final = 3
_FEW: Final = 500
_LARGE_OWN: Final = 100_000
_LARGE: Final = 100_000
_SAME_KM: Final = 15.0
_TOWN_KM: Final = 45.0
_QUARTER_KM: Final = 20.0


@dataclass(frozen=True, slots=True)
class Where:
    """A phrase's place: its words, the site, 0-1 how surely, how it was come by, who else was near.

    `others` are the runners-up, likeliest first; `area` is what the phrase derives from the site.
    """

    piece: Piece
    site: Site
    confidence: float
    reason: str
    others: tuple[Site, ...] = ()
    area: Area | None = None

    @property
    def text(self) -> str:
        """The words that name the place."""
        return self.piece.text

    @property
    def lat(self) -> float:
        """Degrees north, of the derived area where there is one."""
        return self.area.lat if self.area else self.site.lat

    @property
    def lon(self) -> float:
        """Degrees east, of the derived area where there is one."""
        return self.area.lon if self.area else self.site.lon

    @property
    def feature(self) -> str:
        """The GeoNames feature: a town named as a province or district stands for that."""
        town = self.site.feature.startswith("PP")
        return self.piece.head if town and self.piece.head in _REGIONS else self.site.feature

    @property
    def precision(self) -> str:
        """How exactly the point stands for the place."""
        return self.area.precision if self.area else precision_of(self.feature)

    @property
    def radius(self) -> float:
        """Within how many kilometres of the point the place lies."""
        if self.area:
            return self.area.radius
        own = self.site.radius or 0.0
        return (
            max(own, radius_of(self.feature))
            if self.feature in _REGIONS
            else (own or radius_of(self.feature))
        )


@dataclass(frozen=True, slots=True)
class _Match:
    """A place that a piece may name, with how sure the spelling is and by what it was found."""

    site: Site
    sure: float
    how: str


Asked = tuple[Piece, tuple[_Match, ...]]


def described(phrase: str, country: str) -> Where | None:
    """Return the finest place of a country that a phrase names, None where none is sure enough.

    A place that only holds others of the phrase ("X in Y district") is taken where no finer one is
    known; a country never is.
    """
    sure = [w for w in read(phrase, country) if w.confidence >= SURE]
    return min(sure, key=_fineness, default=None)


def read(phrase: str, country: str) -> list[Where]:
    """Return what each piece of a phrase most likely names in a country, sure or not."""
    phrase = mended(phrase)
    asked = [a for piece in pieces(phrase) for a in _asked(piece, country)]
    found = [_chosen(one, [a for a in asked if a[0] != one[0]]) for one in asked if one[1]]
    named = [Named(w.piece.start, w.piece.end, w.site) for w in found if w.confidence >= SURE]
    areas = derived(phrase, named)
    return [_with_area(w, areas) for w in found]


def _fineness(where: Where) -> tuple[int, float, bool, bool, int]:
    """Rank a place by how fine it is, how sure, and by the order of a phrase: the finer first.

    "X: Y" names the finer place last.
    """
    rank = int(where.precision == "region")
    doubted = where.confidence < _INSIDE
    return rank, where.radius if rank else 0.0, where.piece.heads, doubted, where.piece.start


def _with_area(where: Where, areas: tuple[Area, ...]) -> Where:
    """Return a place with what the phrase derives from it, but for a mere "near X"."""
    start = where.piece.start
    for area in areas:
        if area.kind in {"bearing", "part"} and area.start <= start < area.end:
            return replace(where, area=area, reason=f"{where.reason}; {area.derivation}")
    return where


# --- what a piece may name -----------------------------------------------------------------------


def _asked(piece: Piece, country: str) -> list[Asked]:
    """Return a piece with what it may name; where that is nothing, the known names in it."""
    if matches := _matches(piece, country):
        return [(piece, matches)]
    return next(([(p, m)] for p in parts_of(piece) if (m := _well_known(p, country))), [])


def _well_known(part: Piece, country: str) -> tuple[_Match, ...]:
    """Return what part of a piece names: only a place of the lexicon's or a large town."""
    found = () if part.head == "PPLX" else _by_name(part, country)
    return tuple(m for m in found if m.site.own or m.site.population >= _LARGE)


def _matches(piece: Piece, country: str) -> tuple[_Match, ...]:
    """Return the country's places of a piece: by its letters, else by its sound, else nearly."""
    for match in (_by_name, _by_sound, _by_spelling):
        if found := match(piece, country):
            return found
    return ()


def _by_name(piece: Piece, country: str) -> tuple[_Match, ...]:
    whole = _inside(own_places().get(piece.whole), country)
    named = (*own_places().get(piece.text), *gazetteer().exact(piece.text))
    sites = whole or _inside(named, country)
    return tuple(_Match(s, _EXACT, "by its name") for s in sites)


def _inside(sites: tuple[Site, ...], country: str) -> list[Site]:
    return [s for s in sites if s.country == country and s.feature != COUNTRY]


def _by_sound(piece: Piece, country: str) -> tuple[_Match, ...]:
    if len(sound_key(piece.text)) < _LEAST_SOUNDS:
        return ()
    quarter = piece.head == "PPLX"
    near = [
        s
        for s in gazetteer().similar(piece.text, country)
        if s.feature != COUNTRY and (s.feature == "PPLX" or not quarter)
    ]
    alike = [(s, 1 - min(unlikeness(piece.text, s.name), _OUTSIDE)) for s in near[:6]]
    return tuple(_Match(s, _SPELT * a, "by how it sounds") for s, a in alike)


def _by_spelling(piece: Piece, country: str) -> tuple[_Match, ...]:
    if piece.head == "PPLX":
        return ()
    near = gazetteer().near(piece.text, country)[:6]
    alike = [(s, a) for s, a in near if s.feature != COUNTRY]
    return tuple(_Match(s, _SPELT * (2 * a - 1), "by how it is spelt") for s, a in alike)


# --- which of them -------------------------------------------------------------------------------


def _chosen(one: Asked, others: list[Asked]) -> Where:
    """Choose by what the phrase names besides, by the kind it says, and by how many live there.

    Confidence: how sure the spelling is, times the part of the candidates' people who live there.
    Beside another place of the phrase it is 0.85 for a name and a good half for a likeness; away
    from all of those that hold or neighbour it, too little to count.
    """
    piece, matches = one
    kept = _apart(matches)
    anchors = [m.site for p, ms in others for m in ms if _holds(p, m)]
    ranked = sorted(kept, key=lambda m: _rank(m, piece, anchors))
    best = ranked[0]
    share = _people(best.site) / sum(_people(m.site) for m in ranked)
    confidence, reason = best.sure * share, best.how
    if _is_beside(best.site, anchors, piece):
        confidence = min(_INSIDE, 0.25 + best.sure * 0.75)
        reason = f"{reason}, beside what else is named"
    elif piece.head == "PPLX" and best.site.feature not in {"PPLX", "BLDG", "SQR"}:
        confidence = min(confidence, _OUTSIDE)
    elif anchors and piece.head not in _REGIONS:
        confidence *= 0.6 if best.how == "by its name" else 0.4
    return Where(piece, best.site, confidence, reason, tuple(m.site for m in ranked[1:]))


def _rank(match: _Match, piece: Piece, anchors: list[Site]) -> tuple[bool, bool, float, str]:
    kind = precision_of(match.site.feature) == precision_of(piece.head or "PPL")
    beside = _is_beside(match.site, anchors, piece)
    return not beside, not kind, -_people(match.site) * match.sure, match.site.id


def _holds(piece: Piece, match: _Match) -> bool:
    """Whether a named place is known well enough to hold others to its neighbourhood."""
    return match.how == "by its name" and (
        piece.head in _REGIONS or match.site.own or match.site.population > 20_000
    )


def _people(site: Site) -> float:
    return site.population + _FEW + (_LARGE_OWN if site.own else 0)


def _apart(matches: tuple[_Match, ...]) -> list[_Match]:
    """Return the matches but for those that only repeat another one within some 15 km."""
    kept: list[_Match] = []
    for found in sorted(matches, key=lambda m: (not m.site.own, -m.sure, -m.site.population)):
        if all(kilometres(found.site, other.site) > _SAME_KM for other in kept):
            kept.append(found)
    return kept


def _is_beside(site: Site, anchors: list[Site], piece: Piece) -> bool:
    """Whether a place lies within reach of another that the phrase names."""
    reach = _QUARTER_KM if piece.head == "PPLX" else _TOWN_KM
    return any(a.id != site.id and kilometres(site, a) <= _reach(a, reach) for a in anchors)


def _reach(anchor: Site, least: float) -> float:
    return max(least, (anchor.radius or 0.0) * 1.15)
