"""Names of places that readings left open: how often they stand, in which words, what they may
mean.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from shlex import quote

from fogline.model import Document, Entity, Place, Reading
from fogline.reading.gazetteer import name_key
from fogline.reading.places.candidates import Candidate, offered
from fogline.reading.places.resolving import PlaceContext
from fogline.reading.places.rulings import Ruling, concerned, country_scope

SAYINGS = 6  # sentences shown of a name
HEARD = 3  # documents whose words say which place may be meant


@dataclass(frozen=True, slots=True)
class Said:
    """Where an open name stands; `claim` is None where only the text names it, in no claim."""

    document: str
    publisher: str | None
    claim: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name without a place: how many claims and documents, and some of their words.

    `decided` are the judgements on it that the documents have not been read again with.
    """

    name: str
    claims: int
    documents: tuple[str, ...]
    said: tuple[Said, ...]
    decided: tuple[Ruling, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A place that an open name may mean, why it is offered, and the command that decides so."""

    id: str
    name: str
    country: str | None
    within: str
    kind: str
    precision: str
    radius_km: float
    lat: float
    lon: float
    why: str
    source: str
    command: str


def unresolved(readings: Iterable[Reading], ruled: Iterable[Ruling] = ()) -> tuple[Unresolved, ...]:
    """Return the open names, those of most claims first."""
    groups: dict[str, list[tuple[str, Said]]] = defaultdict(list)
    for reading in readings:
        for name, said in _open(reading):
            groups[name_key(name)].append((name, said))
    decided: dict[str, list[Ruling]] = defaultdict(list)
    for ruling in ruled:
        decided[name_key(ruling.name)].append(ruling)
    found = (_one(group, decided[key]) for key, group in groups.items())
    return tuple(sorted(found, key=lambda u: (-u.claims, -len(u.documents), u.name)))


def _one(group: list[tuple[str, Said]], decided: list[Ruling]) -> Unresolved:
    said = [s for _, s in group]
    claims = {s.claim for s in said if s.claim}
    shown = sorted(said, key=lambda s: (s.claim is None, s.document))
    once = {(s.document, s.words): s for s in reversed(shown)}
    return Unresolved(
        name=group[0][0],
        claims=len(claims),
        documents=tuple(dict.fromkeys(s.document for s in said)),
        said=tuple(reversed(once.values()))[:SAYINGS],
        decided=tuple(decided),
    )


def _open(reading: Reading) -> Iterator[tuple[str, Said]]:
    """Yield the open names of claims, then those that stand outside their sentences."""
    document, told = reading.document, set()
    for claim in reading.claims:
        words = " ".join(claim.sentence.text.split())
        for place in claim.places:
            if _is_open(place) and (name := _name(place)):
                told.add((name_key(name), claim.sentence.start, claim.sentence.end))
                yield name, Said(document.id, document.publisher, claim.id, words)
    for entity in document.entities:
        if entity.kind == "place" and _is_open(entity):
            name = entity.name or entity.text
            key = name_key(name)
            if not any(k == key and a <= entity.start < b for k, a, b in told):
                words = _around(document, entity.start, entity.end)
                yield name, Said(document.id, document.publisher, None, words)


def _is_open(place: Place | Entity) -> bool:
    return place.lat is None and place.country is None


def _name(place: Place) -> str | None:
    """Return the name that a place stands under; none for a description ("the front")."""
    return place.name or (place.text if _NAMED.fullmatch(place.text) else None)


_NAMED = re.compile(r"[A-ZÀ-Þ][\w’'-]*(?: (?:[A-ZÀ-Þ][\w’'-]*|al|el|de|of))*")


def _around(document: Document, start: int, end: int) -> str:
    """Return the line around a stretch, cut to what a reader needs."""
    first = document.text.rfind("\n", 0, start) + 1
    last = document.text.find("\n", end)
    first, last = max(first, start - 120), min(last if last >= 0 else end + 120, end + 120)
    return " ".join(document.text[first:last].split())


def choices(name: str, documents: Iterable[Document]) -> tuple[Choice, ...]:
    """Return what a name may mean in the documents that leave it open, the likeliest first."""
    held = [d for d, _ in zip(documents, range(HEARD), strict=False)]
    text = "\n".join(d.text for d in held)
    about = {PlaceContext.of_texts([d.text]).country for d in held}
    return tuple(_choice(name, c, held, about) for c in offered(name, text))


def _choice(
    name: str, candidate: Candidate, held: list[Document], about: set[str | None]
) -> Choice:
    site = candidate.site
    return Choice(
        id=site.id,
        name=site.name,
        country=site.country,
        within=site.parent,
        kind=site.feature,
        precision=candidate.precision,
        radius_km=candidate.radius,
        lat=site.lat,
        lon=site.lon,
        why=candidate.how,
        source=site.source or ("lexicon" if site.own else "GeoNames"),
        command=command(name, site.id, _scope(site.country, held, about)),
    )


def _scope(country: str | None, held: list[Document], about: set[str | None]) -> str:
    """Return where to decide it: in the documents about a country where they are, else in one."""
    if country and about == {country}:
        return country_scope(country)
    return held[0].id if held else country_scope(country or "")


def command(name: str, place: str, scope: str) -> str:
    """Return the command line that decides what a name means in a scope."""
    kind, _, code = scope.partition(":")
    where = f"--country {code}" if kind == "country" else f"--document {scope}"
    # Quoted so that a shell takes them literally: names come from strangers' texts.
    said = f"fogline places resolve {quote(name)} {quote(place)} {where}"
    return f'{said} --by "YOUR NAME" --reason "WHY"'


def reached(ruling: Ruling, readings: Iterable[Reading]) -> tuple[str, ...]:
    """Return the documents that name what a ruling is on and that it applies to."""
    key = name_key(ruling.name)
    naming = (r.document for r in readings if key in name_key(r.document.text))
    return tuple(d.id for d in naming if concerned(ruling, d))
