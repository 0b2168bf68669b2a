"""The bundled corpus as the real reader reads it, weighed; claims are found by their words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fogline import demo
from fogline.intake import captures, document
from fogline.model import Capture, Claim, ClaimOrigin, Event, Origin, Reading
from fogline.reading import load
from fogline.settings import Settings
from fogline.weighing.events import events
from fogline.weighing.origin.independence import independent
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins

Place = tuple[str, str]  # a document's name in the manifest, words in it
PAIRS = Path(__file__).parent / "pairs.toml"


@dataclass(frozen=True)
class Weighed:
    """Readings by the name of their document in the manifest, with all that weighing derives."""

    readings: Mapping[str, Reading]

    @cached_property
    def origins(self) -> tuple[Origin, ...]:
        return origins(tuple(self.readings.values()))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        return events(tuple(self.readings.values()), self.origins)

    @cached_property
    def voices(self) -> Mapping[str, ClaimOrigin]:
        return claim_origins(tuple(self.readings.values()), self.origins)

    @cached_property
    def event_of(self) -> Mapping[str, Event]:
        return {claim: event for event in self.events for claim in event.claims}

    def until(self, day: str) -> Weighed:
        """Return what stood at the end of a day (ISO 8601): the documents published by then."""
        return Weighed(
            {
                name: reading
                for name, reading in self.readings.items()
                if (reading.document.published.latest or "9999") <= day
            }
        )

    def claims(self, name: str, words: str) -> list[Claim]:
        """Return the claims whose trigger stands within the words, wherever these stand."""
        reading = self.readings[name]
        pattern = r"\s+".join(map(re.escape, words.split()))
        spans = [m.span() for m in re.finditer(pattern, reading.document.text)]
        assert spans, f"{name} does not hold {words!r}"
        return [
            claim
            for claim in reading.claims
            if any(a <= claim.trigger.start and claim.trigger.end <= b for a, b in spans)
        ]

    def events_at(self, name: str, words: str) -> set[str]:
        return {self.event_of[claim.id].id for claim in self.claims(name, words)}

    def event(self, name: str, words: str, category: str) -> Event:
        """Return the event of the one claim of a category that stands there."""
        found = [c for c in self.claims(name, words) if c.event == category]
        assert found, f"{name}: no {category} is read from {words!r}"
        return self.event_of[found[0].id]

    def names(self, event: Event) -> set[str]:
        """Return the documents on which an event stands."""
        return {n for n, r in self.readings.items() if {c.id for c in r.claims} & {*event.claims}}

    def keys(self, event: Event) -> tuple[str, ...]:
        """Return on whose word an event stands."""
        return independent(event.claims, self.voices)


@dataclass(frozen=True)
class Pair:
    """Two claims, and whether a person found that they tell one occurrence."""

    a: Place
    b: Place
    same: bool


def pairs() -> list[Pair]:
    table = tomllib.loads(PAIRS.read_text("utf-8"))["pair"]
    return [Pair(tuple(p["a"]), tuple(p["b"]), p["same"]) for p in table]


def met(pair: Pair, weighed: Weighed) -> bool | None:
    """Say whether weighing put a pair into one event; None where reading has not both claims."""
    one, other = weighed.events_at(*pair.a), weighed.events_at(*pair.b)
    return bool(one & other) if one and other else None


def read() -> Weighed:
    """Read the bundled corpus."""
    settings = Settings()
    found = [c for c in captures([str(demo.corpus())], settings) if isinstance(c, Capture)]
    documents = [document(capture, settings) for capture in found]
    readings = load(settings).pipe(documents)
    return Weighed(dict(zip(_names(found, documents), readings, strict=True)))


def _names(found: Iterable[Capture], documents: Iterable[object]) -> Iterable[str]:
    for capture, parsed in zip(found, documents, strict=True):
        yield getattr(parsed, "input_id", None) or Path(capture.name).stem
