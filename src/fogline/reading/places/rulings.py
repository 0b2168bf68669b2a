"""What people decided that a place's name means, and the reading that follows it.

A ruling is a judgement of kind `place-is`. Its subjects are `name:NAME`, `place:ID` (an id of the
gazetteer) and where it applies: a document's id, or `country:CODE` (ISO 3166-1 alpha-2) for every
document that is mainly about that country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from fogline.model import Document, Entity, Judgement, judgement
from fogline.reading.gazetteer import Site, gazetteer, name_key
from fogline.reading.places.resolving import PlaceContext

KIND: Final = "place-is"
_NAME, _PLACE, _COUNTRY = "name:", "place:", "country:"


@dataclass(frozen=True, slots=True)
class Ruling:
    """That a name means a place in a `scope`; of two for one name the narrower, then later holds.

    `scope` is a document's id or `country:CODE`; `judgement` the judgement that says so, `at` its
    instant (ISO 8601, UTC).
    """

    name: str
    place: str
    scope: str
    judgement: str = field(default="", compare=False)
    by: str = field(default="", compare=False)
    at: str = field(default="", compare=False)

    def holds_in(self, document: str, country: str | None) -> bool:
        """Whether it applies to a document that is mainly about a country."""
        return self.scope in (document, f"{_COUNTRY}{country}")

    @property
    def is_narrow(self) -> bool:
        """Whether it is about one document."""
        return not self.scope.startswith(_COUNTRY)


def country_scope(code: str) -> str:
    """Return the scope of every document that is mainly about a country."""
    return f"{_COUNTRY}{code.upper()}"


def judged(ruling: Ruling, by: str, at: str, reason: str) -> Judgement:
    """Return a ruling as the judgement that records it."""
    subjects = (f"{_NAME}{ruling.name}", f"{_PLACE}{ruling.place}", ruling.scope)
    return judgement(KIND, subjects, by, at, reason)


def rulings(judgements: Iterable[Judgement]) -> tuple[Ruling, ...]:
    """Return the rulings in force, those that hold over others last."""
    return made(j for j in judgements if j.revoked_at is None)


def made(judgements: Iterable[Judgement]) -> tuple[Ruling, ...]:
    """Return every ruling, those that were revoked too; those that hold over others last."""
    found = (_ruling(j) for j in judgements if j.kind == KIND)
    sound = (ruling for ruling in found if ruling)
    return tuple(sorted(sound, key=lambda r: (r.is_narrow, r.at, r.judgement)))


def _ruling(made: Judgement) -> Ruling | None:
    """Return what a judgement rules; None where it lacks a name, a place or a scope."""
    names = [s.removeprefix(_NAME) for s in made.subjects if s.startswith(_NAME)]
    places = [s.removeprefix(_PLACE) for s in made.subjects if s.startswith(_PLACE)]
    scopes = [s for s in made.subjects if not s.startswith((_NAME, _PLACE))]
    if not (names and places and scopes):
        return None
    return Ruling(names[0], places[0], scopes[0], made.id, made.by, made.at)


def concerned(ruling: Ruling, document: Document) -> bool:
    """Whether a document is one that a ruling applies to."""
    texts = (document.text[p.start : p.end] for p in document.parts)
    return ruling.holds_in(document.id, PlaceContext.of_texts(texts).country)


def meant(
    found: Sequence[Ruling], document: str, country: str | None
) -> tuple[tuple[str, Site], ...]:
    """Return the names that are ruled on in a document, each with the place that it means.

    A ruling on a place that the gazetteer lacks (an import that was removed) says nothing.
    """
    holding = {name_key(r.name): r for r in found if r.holds_in(document, country)}
    sites = ((r.name, gazetteer().called(r.place)) for r in holding.values())
    return tuple((name, site) for name, site in sites if site)


def heeded(
    found: tuple[Entity, ...], text: str, names: Iterable[tuple[str, Site]]
) -> tuple[Entity, ...]:
    """Return a text's entities with the names that are ruled on taken for their places."""
    for name, site in names:
        found = _taken_for(found, text, name, site)
    return found


def _taken_for(found: tuple[Entity, ...], text: str, name: str, site: Site) -> tuple[Entity, ...]:
    key = name_key(name)
    spans = {(e.start, e.end) for e in found if e.kind == "place" and name_key(e.text) == key}
    for match in _standing_alone(name).finditer(text):
        start, end = match.span()
        across = (e for e in found if e.start < end and start < e.end)
        if all(_gives_way(e, start, end) for e in across):
            spans.add((start, end))
    kept = (e for e in found if (e.start, e.end) not in spans)
    placed = (_place(start, end, text, site) for start, end in spans)
    return tuple(sorted((*kept, *placed), key=lambda e: (e.start, e.end, e.kind)))


def _standing_alone(name: str) -> re.Pattern[str]:
    """Match a name that is no part of a longer one: "Ostvik", not "Ostvik Brigade"."""
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])(?! [A-Z])")


def _gives_way(entity: Entity, start: int, end: int) -> bool:
    """Whether an entity is the same stretch, and nobody that is known."""
    known = entity.id is not None or entity.candidates
    return (entity.start, entity.end) == (start, end) and not known and entity.when is None


def _place(start: int, end: int, text: str, site: Site) -> Entity:
    return Entity(
        start, end, text[start:end], "place", site.name, site.id, site.lat, site.lon,
        site.country, site.feature,
    )  # fmt: skip
