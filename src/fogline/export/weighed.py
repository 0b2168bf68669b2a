"""Rows of what weighing concludes of claims: forecasts, control of places, sources, conflicts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any, Protocol

from fogline.model import (
    Contradiction,
    Displaced,
    Event,
    Forecast,
    ForecastEntry,
    Record,
    Tenure,
    Timeline,
    to_dict,
)

Row = dict[str, Any]

FORECASTS = (
    "id", "claim", "repeats", "origins", "origin", "source", "status", "words", "hedges",
    "certainty", "probability", "likelihood", "confidence", "said", "window", "rule",
    "recorded_at", "outcome", "outcome_claims", "differs_in", "reason", "document", "comment",
    "recorded", "corrections",
)  # fmt: skip
CONTROL = ("id", "place", "intervals")
SOURCES = (
    "id", "name", "kind", "documents", "as_origin", "as_copy", "forecasts", "carried", "brier",
    "calibration", "firm", "reliability",
)  # fmt: skip
CONTRADICTIONS = (
    "id", "event", "type", "state", "claims", "reason", "history", "places", "when", "events",
)  # fmt: skip


class Weighed(Protocol):
    """What these rows are drawn from."""

    def events(self) -> Iterable[Event]: ...
    def displaced(self) -> Iterable[Displaced]: ...
    def forecasts(self) -> Iterable[Forecast]: ...
    def control(self) -> Iterable[Timeline]: ...
    def records(self) -> Iterable[Record]: ...


def forecasts(held: Weighed) -> Iterator[Row]:
    """Yield the forecasts, each with its repeats and what became of it.

    `window` and `rule` are those in force: of the last of its `corrections`, where it has any;
    `recorded` has those with which it was frozen.
    """
    for found in sorted(held.forecasts(), key=lambda f: f.entry.id):
        entry = to_dict(found.entry)
        for name in ("seq", "corrects", "by", "note"):
            del entry[name]
        yield entry | {
            "repeats": list(found.repeats),
            "origins": found.origins,
            "origin": found.origin,
            "likelihood": found.likelihood,
            "outcome": found.outcome.kind,
            "outcome_claims": list(found.outcome.claims),
            "differs_in": list(found.outcome.differs_in),
            "reason": found.outcome.reason,
            "recorded": _judged_by(found.recorded or found.entry),
            "corrections": [_correction(entry) for entry in found.corrections],
        }


def _judged_by(entry: ForecastEntry) -> Row:
    return {"window": to_dict(entry.window), "rule": to_dict(entry.rule)}


def _correction(entry: ForecastEntry) -> Row:
    who = {"id": entry.id, "by": entry.by, "note": entry.note, "recorded_at": entry.recorded_at}
    return who | _judged_by(entry)


def control(held: Weighed) -> Iterator[Row]:
    """Yield the places with their claimed holders in time."""
    for line in sorted(held.control(), key=attrgetter("id")):
        intervals = [_interval(tenure) for tenure in line.tenures]
        yield {"id": line.id, "place": to_dict(line.place), "intervals": intervals}


def sources(held: Weighed) -> Iterator[Row]:
    """Yield the sources with their records."""
    for record in sorted(held.records(), key=attrgetter("id")):
        row = to_dict(record)
        yield row | {"forecasts": dict(record.forecasts), "carried": dict(record.carried)}


def contradictions(held: Weighed) -> Iterator[Row]:
    """Yield every conflict by itself, with the event that it is part of, or the two between which.

    Of a conflict between two events `event` is the first; `places` and `when` are those of both.
    """
    known = {event.id: event for event in held.events()}
    rows = [_conflict(c, [event]) for event in known.values() for c in event.contradictions]
    rows += [_conflict(d.contradiction, [known[e] for e in d.events]) for d in held.displaced()]
    yield from sorted(rows, key=lambda row: row["id"])


def _conflict(conflict: Contradiction, events: Sequence[Event]) -> Row:
    ids = [event.id for event in events]
    starts = [event.when.start for event in events if event.when.start]
    ends = [event.when.end for event in events if event.when.end]
    when = to_dict(events[0].when) | {"start": min(starts, default=None)}
    return {
        "id": conflict_id(conflict, events),
        "event": ids[0],
        **to_dict(conflict),
        "places": [place for event in events for place in to_dict(event.places)],
        "when": when | {"end": max(ends, default=None)},
        "events": ids,
    }


def _interval(tenure: Tenure) -> Row:
    return dict(to_dict(tenure))


def conflict_id(conflict: Contradiction, events: Sequence[Event]) -> str:
    """Return the id of a conflict of one event, or of two, by these and its type.

    The second of one type in an event has its number in it, so that no two conflicts share an id.
    """
    named = ["/".join(event.id for event in events), conflict.type]
    twins = [c for c in events[0].contradictions if c.type == conflict.type]
    if len(events) == 1 and (number := twins.index(conflict)):
        named.append(str(number + 1))
    return f"contradiction:{hashlib.sha256('/'.join(named).encode()).hexdigest()[:24]}"
