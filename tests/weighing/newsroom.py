"""Readings made by hand for the tests: invented outlets, invented sentences."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from fogline.model import (
    Casualties,
    Claim,
    Document,
    Mention,
    Part,
    Place,
    Published,
    Range,
    Reading,
    Source,
    Span,
    When,
    claim_id,
)


def _place(name: str, lat: float, lon: float, precision: str = "settlement") -> Place:
    return Place(name, name=name, id=name, lat=lat, lon=lon, country="SY", precision=precision)


PLACES = {
    place.text: place
    for place in (
        _place("Orlin", 36.20, 37.10),
        _place("Vessa", 36.50, 37.40),
        _place("Karsk", 34.70, 36.70),
        _place("Nord", 36.10, 37.00, "region"),
        Place("Tarnow Ford"),
    )
}


def document(text: str, publisher: str = "", day: str | None = None, **fields: Any) -> Document:
    """Return a document of one body part, its id a hash of text and publisher."""
    known = Published(day, day, "given") if day else Published()
    parts = fields.pop("parts", (Part("body-1", "body", 0, len(text)),))
    key = hashlib.sha256(f"{publisher}|{day}|{text}".encode()).hexdigest()
    given = {"id": f"sha256:{key}", "published": known, "publisher": publisher or None, **fields}
    return Document(text=text, parts=parts, **given)


def reading(text: str, publisher: str = "", day: str | None = None, **fields: Any) -> Reading:
    """Return a reading without claims."""
    return Reading(document(text, publisher, day, **fields), (), "by hand")


def told(page: Reading, *claims: dict[str, Any]) -> Reading:
    """Return a reading with claims: `sentence`, `trigger` and the slots that are not as usual."""
    return replace(page, claims=tuple(_claim(page.document, **slots) for slots in claims))


def source(text: str, kind: str = "official", **fields: Any) -> Source:
    """Return one link of a chain."""
    return Source(text, kind, **fields)


def _claim(page: Document, sentence: str, trigger: str, **slots: Any) -> Claim:
    at = page.text.index(sentence)
    start = page.text.index(trigger, at)
    day = slots.pop("day", None) or page.published.earliest
    basis = slots.pop("basis", "absolute")
    chain = (Source(page.publisher or "page", "author"), *slots.pop("by", ()))
    killed = slots.pop("killed", None)
    claim = Claim(
        id="",
        part=slots.pop("part", page.parts[0].id),
        sentence=Span(at, at + len(sentence), sentence),
        trigger=Span(start, start + len(trigger), trigger),
        event=slots.pop("event", "ASSAULT"),
        mode=slots.pop("mode", "heavy-weapons"),
        actors=_mentions(slots.pop("actors", ())),
        recipients=_mentions(slots.pop("recipients", ())),
        places=tuple(PLACES[name] for name in slots.pop("places", ())),
        when=_when(day, basis) if day else When(),
        attribution=chain,
        status=slots.pop("status", "occurred"),
        polarity=slots.pop("polarity", "positive"),
        certainty=slots.pop("certainty", "certain"),
        casualties=Casualties(killed=Range(*killed)) if killed else Casualties(),
        **slots,
    )
    return replace(claim, id=claim_id(page.id, claim))


def _when(day: str, basis: str) -> When:
    """Return a day; of basis "spoken" that of speaking."""
    spoken = basis == "spoken"
    return When(day, day, day, None, "absolute" if spoken else basis, spoken or None)


def _mentions(names: tuple[str | Mention, ...]) -> tuple[Mention, ...]:
    return tuple(Mention(name) if isinstance(name, str) else name for name in names)
