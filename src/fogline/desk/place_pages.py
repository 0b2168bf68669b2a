"""The page of one place: what it is, how texts name it, what is claimed of it and who held it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Any

from fogline.desk.places import SHAPES, Site, has_extent, sites_of
from fogline.desk.profiles import Line, Met, lines, met, stretches
from fogline.desk.snapshot import Counts, Snapshot, Told, told_counts
from fogline.export import KINDS
from fogline.model import Entity, Place
from fogline.reading.gazetteer import Site as Known
from fogline.reading.gazetteer import gazetteer, index_path
from fogline.reading.places.resolving import precision_of
from fogline.reading.places.rulings import Ruling, rulings
from fogline.reading.places.sites import radius_of
from fogline.reading.tables import rows


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A place with its claims in time order; `radius_km` is within how far of its point it lies.

    `sites` are its marks on a map, `control` its rows of the export, `ruled` the judgements by
    which a name was taken for it.
    """

    id: str
    name: str
    kind: str | None
    country: str | None
    country_name: str | None
    within: str | None
    precision: str | None
    radius_km: float | None
    source: str | None
    names: tuple[Met, ...]
    counts: Counts
    sites: tuple[Site, ...]
    control: tuple[dict[str, Any], ...]
    claims: tuple[Line, ...]
    ruled: tuple[Ruling, ...]


def place_page(view: Snapshot, wanted: str) -> PlacePage | None:
    """Return a place's page; None where no text of the ledger names it."""
    found = list(_told_at(view, wanted))
    stands = stretches(view, wanted)
    if not (found or stands):
        return None
    known = _known(wanted) or _as_told(view, wanted)
    precision = precision_of(known.feature) if known.feature else _usual(found)
    radius = _radius_km(known, precision)
    reported = [(place, told) for place, told in found if not told.is_comment]
    shown = sites_of(view, ((p, t) for p, t in reported if has_extent(p)))
    return PlacePage(
        id=wanted,
        name=known.name,
        kind=_meaning().get(known.feature),
        country=known.country,
        country_name=country_name(known.country),
        within=known.parent or None,
        precision=precision,
        radius_km=radius,
        source=known.source or None,
        names=met(stands),
        counts=told_counts(view, [told for _, told in found]),
        sites=tuple(_drawn(site, precision, radius) for site in shown),
        control=tuple(r for r in KINDS["control"].rows(view.still) if r["place"]["id"] == wanted),
        claims=lines((told, (place.role,)) for place, told in found),
        ruled=tuple(r for r in rulings(view.still.judgements()) if r.place == wanted),
    )


def _told_at(view: Snapshot, wanted: str) -> Iterator[tuple[Place, Told]]:
    """Yield each claim that names the place, with the place as it names it."""
    for told in view.told.values():
        place = next((p for p in told.claim.places if p.id == wanted), None)
        if place is not None:
            yield place, told


def _known(wanted: str) -> Known | None:
    """Return what the gazetteer knows of a place; a page does not wait for its index."""
    return gazetteer().called(wanted) if index_path().exists() else None


def _as_told(view: Snapshot, wanted: str) -> Known:
    """Return a place as readings have it, where the gazetteer lacks it."""
    told = (p for t in view.told.values() for p in t.claim.places if p.id == wanted)
    named = (e for r in view.readings.values() for e in r.document.entities if e.id == wanted)
    everything: Iterator[Place | Entity] = chain(told, named)
    first = next(everything)
    return Known(
        wanted, first.name or first.text, first.lat or 0.0, first.lon or 0.0, first.country,
        first.feature or "",
    )  # fmt: skip


def _radius_km(known: Known, precision: str | None) -> float | None:
    if precision is None or precision == "country":
        return None
    nominal = SHAPES[precision][1] or 0
    return known.radius or (radius_of(known.feature) if known.feature else nominal / 1000)


def _usual(found: list[tuple[Place, Told]]) -> str | None:
    """Return how exactly most claims that name the place itself say where it is."""
    said = Counter(p.precision for p, _ in found if p.precision and p.precision != "approximate")
    return said.most_common(1)[0][0] if said else None


def _drawn(site: Site, precision: str | None, radius: float | None) -> Site:
    """Return a mark with the place's own radius, where it stands for the place itself."""
    if site.precision != precision or radius is None or SHAPES[site.precision][1] is None:
        return site
    return replace(site, radius_m=round(1000 * radius))


def country_name(code: str | None) -> str | None:
    """Return the name of a country by its ISO 3166-1 code."""
    return _countries().get(code or "")


@cache
def _meaning() -> dict[str, str]:
    return {row["feature"]: row["meaning"] for row in rows("place-words", "features.csv")}


@cache
def _countries() -> dict[str, str]:
    return {row["iso"]: row["name"] for row in rows("states", "countries.csv")}
