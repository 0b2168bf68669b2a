"""From inputs to the ledger in one page: intake, reading, ledger, and then weighing.

Every stage is a generator. What it can do nothing with it passes on, so that each input comes out
at the end once: added, known or skipped with a reason. Each document is committed by itself, so
an interrupted run keeps what it acknowledged and the next one goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from fogline.errors import SkipItem
from fogline.export import lines
from fogline.intake import captures, document
from fogline.model import (
    Capture,
    ClaimOrigin,
    Document,
    Event,
    Forecast,
    Judgement,
    Origin,
    Reading,
    Record,
    Timeline,
)
from fogline.weighing.events import events as events_of
from fogline.weighing.forecasts import entries
from fogline.weighing.moments import Moment
from fogline.weighing.origins import origins as origins_of
from fogline.weighing.standing import Contents, Standing, standing_at, standing_now
from fogline.weighing.voices import claim_origins

if TYPE_CHECKING:
    from fogline.ledger import Ledger
    from fogline.reading.reader import Reader
    from fogline.settings import Settings

BATCH = 16  # documents that the reader gets at once


@dataclass(frozen=True, slots=True)
class Known:
    """A capture whose bytes are in the ledger already."""

    capture: Capture


@dataclass(frozen=True, slots=True)
class Parsed:
    """A capture with the document that intake made of it."""

    capture: Capture
    document: Document


@dataclass(frozen=True, slots=True)
class Read:
    """A capture with its reading."""

    capture: Capture
    reading: Reading


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of the inputs; `dropped` counts by reason, `claims` those of new documents."""

    came_in: int = 0
    new: int = 0
    already_there: int = 0
    claims: int = 0
    dropped: dict[str, int] = field(default_factory=dict)

    def after(self, outcome: Outcome) -> Summary:
        """Return the summary with one more input counted."""
        seen = replace(self, came_in=self.came_in + 1)
        if isinstance(outcome, Known):
            return replace(seen, already_there=self.already_there + 1)
        if isinstance(outcome, SkipItem):
            count = self.dropped.get(outcome.reason, 0) + 1
            return replace(seen, dropped=self.dropped | {outcome.reason: count})
        return replace(seen, new=self.new + 1, claims=self.claims + len(outcome.claims))


Passed = Known | SkipItem
Outcome = Reading | Passed
Progress = Callable[[Outcome, Summary], None]


def add(  # noqa: PLR0913 (the stages' own needs, and two options)
    inputs: Iterable[str],
    ledger: Ledger,
    reader: Reader,
    settings: Settings,
    *,
    published: str | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Add inputs to the ledger and count what became of each; `weigh` comes after.

    `progress` is called with each outcome and the summary so far, a Reading once it is on the
    disk. Raises StopRun when the ledger cannot go on.
    """
    summary = Summary()
    fresh = _fresh(captures(inputs, settings, published=published), ledger)
    for outcome in _added(_read(_parsed(fresh, settings), reader), ledger):
        summary = summary.after(outcome)
        if progress:
            progress(outcome, summary)
    return summary


def read(
    inputs: Iterable[str], reader: Reader, settings: Settings, *, published: str | None = None
) -> Iterator[Reading | SkipItem]:
    """Yield the readings of inputs, in their order, and keep nothing."""
    found = captures(inputs, settings, published=published)
    for item in _read(_parsed(found, settings), reader):
        if isinstance(item, Read):
            yield item.reading
        elif isinstance(item, SkipItem):
            yield item


def weigh(ledger: Ledger) -> None:
    """Derive origins, events and each claim's origin anew from every reading in the ledger.

    Claims about the future that the log of forecasts lacks are appended to it: those of a ledger
    that is older than the log.
    """
    readings = tuple(ledger.readings())
    ledger.record_forecasts(entry for reading in readings for entry in entries(reading))
    origins = origins_of(readings)
    voices = claim_origins(readings, origins)
    ledger.replace_weighing(origins, events_of(readings, origins, voices), voices)


@dataclass(frozen=True)
class Still:
    """A ledger at one moment with all that weighing concludes of it; what exports are drawn from.

    Its ledger must stay open, and for one thread, while captures are asked for.
    """

    ledger: Ledger
    standing: Standing

    def captures(self) -> Iterator[Capture]:
        """Yield the captures of the documents that stood then."""
        stood = {reading.document.id for reading in self.standing.readings}
        return (capture for capture in self.ledger.captures() if capture.id in stood)

    def readings(self) -> tuple[Reading, ...]:
        """Return the readings that stood then, by their documents' ids."""
        return self.standing.readings

    def origins(self) -> tuple[Origin, ...]:
        """Return every origin."""
        return self.standing.origins

    def events(self) -> tuple[Event, ...]:
        """Return every event."""
        return self.standing.events

    def claim_origins(self) -> Mapping[str, ClaimOrigin]:
        """Return the origin behind every claim, by the claim's id."""
        return self.standing.voices

    def judgements(self) -> tuple[Judgement, ...]:
        """Return the judgements: all of them, or those in force at the moment asked for."""
        return self.standing.judgements

    def forecasts(self) -> tuple[Forecast, ...]:
        """Return the forecasts with their outcomes."""
        return self.standing.forecasts

    def control(self) -> tuple[Timeline, ...]:
        """Return the claimed holders of places in time."""
        return self.standing.control

    def records(self) -> tuple[Record, ...]:
        """Return the record of every source."""
        return self.standing.records


def still(ledger: Ledger, at: Moment | None = None) -> Still:
    """Return a ledger as it stood at a moment, or as it stands; hand in a snapshot of it."""
    held = Contents(
        tuple(ledger.readings()), ledger.recorded(), ledger.forecast_log(), ledger.judgements()
    )
    if at is not None:
        return Still(ledger, standing_at(held, at))
    weighed = (ledger.origins(), ledger.events(), ledger.claim_origins())
    return Still(ledger, standing_now(held, *weighed))


def export(ledger: Ledger, kind: str, format: str, at: Moment | None = None) -> Iterator[str]:
    """Yield an export's text from the ledger as it stands, or stood at a moment; see `lines`."""
    with ledger.snapshot() as held:
        yield from lines(still(held, at), kind, format)


def _fresh(items: Iterable[Capture | SkipItem], ledger: Ledger) -> Iterator[Capture | Passed]:
    for item in items:
        if isinstance(item, Capture) and ledger.has(item.id):
            yield Known(item)
        else:
            yield item


def _parsed(items: Iterable[Capture | Passed], settings: Settings) -> Iterator[Parsed | Passed]:
    for item in items:
        yield _parse(item, settings) if isinstance(item, Capture) else item


def _parse(capture: Capture, settings: Settings) -> Parsed | SkipItem:
    try:
        return Parsed(capture, document(capture, settings))
    except SkipItem as skipped:
        return skipped


def _read(items: Iterable[Parsed | Passed], reader: Reader) -> Iterator[Read | Passed]:
    """Read in batches; what needs no reading does not wait for one to fill."""
    batch: list[Parsed] = []
    for item in items:
        if not isinstance(item, Parsed):
            yield item
            continue
        batch.append(item)
        if len(batch) == BATCH:
            yield from _read_batch(batch, reader)
            batch = []
    yield from _read_batch(batch, reader)


def _read_batch(batch: list[Parsed], reader: Reader) -> Iterator[Read | SkipItem]:
    """Read a batch at once, or one by one where a document in it cannot be read."""
    try:
        readings = list(reader.pipe(item.document for item in batch))
    except SkipItem:
        yield from (_read_one(item, reader) for item in batch)
        return
    for item, reading in zip(batch, readings, strict=True):
        yield Read(item.capture, reading)


def _read_one(item: Parsed, reader: Reader) -> Read | SkipItem:
    try:
        return Read(item.capture, reader.read(item.document))
    except SkipItem as skipped:
        return skipped


def _added(items: Iterable[Read | Passed], ledger: Ledger) -> Iterator[Outcome]:
    for item in items:
        yield _record(item, ledger) if isinstance(item, Read) else item


def _record(item: Read, ledger: Ledger) -> Outcome:
    """Add a reading; twice the same bytes in one batch are found out only here."""
    try:
        added = ledger.add(item.capture, item.reading, entries(item.reading))
    except SkipItem as skipped:
        return skipped
    return item.reading if added else Known(item.capture)
