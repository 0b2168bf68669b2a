"""In which of the desk's zones a claim or document lies: by box, else country, else name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from fogline.model import Entity, Place, Reading, Zone
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import stretches

NAMED = 2  # times that a part of a country must be named to be a document's zone

RIVERS = frozenset({"STM", "CNL"})  # they run through several zones: their middle lies in one
# Of no one country, and the middle of the Red Sea is nearer to Sudan than to Yemen.
SHARED = frozenset({"SEA", "GULF", "STRT", "LK", "RGN", "CONT"})
LEADING = frozenset({"origin", "destination"})


@cache
def zones() -> tuple[Zone, ...]:
    """Return the zones of `zones.toml`, of two that overlap the more specific first."""
    return tuple(_zone(entry) for entry in table(__package__, "zones.toml")["zone"])


def zone_of(places: Iterable[Place], text: str = "") -> str | None:
    """Return the id of the zone where most of the places lie, else of the one the text names.

    A river chooses none, and what no one country has (a sea, a continent) the zone that names it. A
    place with coordinates falls in the least box that holds it and whose countries are not others
    than its own; one known by its country alone in that country's rest. Where something is goes
    before where it leads or comes from: a ship bound for a port is not there.
    """
    told = list(places)
    return _most(_told_at([p for p in told if _is_there(p)]) or _told_at(told)) or _named(text)


def document_zone(reading: Reading) -> str | None:
    """Return the zone where most of a document's claims, else its mentions of places, lie.

    Where that is the rest of a country, a part of the same country that the document's own words
    name (the title counts twice) is the zone: a report on Goma that speaks of "the country".
    """
    document = reading.document
    claimed = [p for claim in reading.claims for p in claim.places if _is_there(p)]
    mentioned = map(_of_site, document.entities)
    told = " ".join(document.text[start:end] for start, end in stretches(document))
    named = _votes(f"{document.title or ''}. {document.title or ''}. {told}")
    found = _most(_told_at(claimed)) or _most(Counter(filter(None, mentioned)))
    return _narrowed(found, named) if found else _most(named)


def _told_at(places: Iterable[Place]) -> Counter[str]:
    return Counter(filter(None, map(_of_place, places)))


def _is_there(place: Place) -> bool:
    return place.role not in LEADING


def _narrowed(zone: str, named: Counter[str]) -> str:
    held = {z.id: z for z in zones()}
    wide = held[zone]
    parts = Counter(
        {
            z.id: named[z.id]
            for z in held.values()
            if z.countries[0] == wide.countries[0] and _extent(z) < _extent(wide)
        }
    )
    part = _most(+parts)
    rest = _of_country(wide.countries[0]) == zone
    return part if rest and part and parts[part] >= NAMED else zone


def _zone(entry: dict[str, object]) -> Zone:
    countries, names, box = entry["countries"], entry["names"], entry.get("box")
    assert isinstance(countries, list)
    assert isinstance(names, list)
    held = tuple(float(side) for side in box) if isinstance(box, list) else None
    return Zone(
        str(entry["id"]),
        str(entry["name"]),
        tuple(countries),
        (held[0], held[1], held[2], held[3]) if held else None,
        tuple(names),
    )


def _of_place(place: Place) -> str | None:
    if place.feature in RIVERS:
        return None
    if place.precision == "country":
        return _of_country(place.country)
    return _of_site(place) or _named(place.name or place.text)


def _of_site(site: Place | Entity) -> str | None:
    if site.feature in RIVERS:
        return None
    if site.feature in SHARED and site.country is None:
        return _named(site.name or site.text)
    return _of_point(site.lat, site.lon, site.country)


def _of_point(lat: float | None, lon: float | None, country: str | None) -> str | None:
    if lat is None or lon is None:
        return _of_country(country)
    holding = [zone for zone in zones() if _holds(zone, lat, lon)]
    own = [z for z in holding if country is None or country in z.countries]
    return min(own, key=_extent).id if own else _of_country(country)


def _of_country(country: str | None) -> str | None:
    """Return the widest of a country's zones: what is not placed nearer lies in the rest of it."""
    own = [zone for zone in zones() if country and zone.countries[0] == country]
    own = own or [zone for zone in zones() if country in zone.countries]
    return max(own, key=_extent).id if own else None


def _named(text: str) -> str | None:
    return _most(_votes(text))


def _votes(text: str) -> Counter[str]:
    names, owners = _names()
    return Counter(owners[name] for name in names.findall(text))


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the names as they are written ("Sake" is a town, "sake" is not), the longest first."""
    owners = {name: zone.id for zone in reversed(zones()) for name in zone.names}
    longest = sorted(owners, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"), owners


def _most(votes: Counter[str]) -> str | None:
    """Return the zone with most votes, of equals the first in the table."""
    order = [zone.id for zone in zones()]
    return max(votes, key=lambda z: (votes[z], -order.index(z)), default=None)


def _holds(zone: Zone, lat: float, lon: float) -> bool:
    if zone.box is None:
        return False
    south, west, north, east = zone.box
    return south <= lat <= north and west <= lon <= east


def _extent(zone: Zone) -> float:
    if zone.box is None:
        return float("inf")
    south, west, north, east = zone.box
    return (north - south) * (east - west)
