"""What a ledger says at one moment: all that weighing concludes of it, exports, evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fogline.chain import Takedown
from fogline.errors import StopRun
from fogline.export import lines
from fogline.export.case import Case
from fogline.export.evidence import files as evidence_files
from fogline.model import (
    Capture,
    Claim,
    ClaimOrigin,
    Displaced,
    Event,
    Forecast,
    Judgement,
    Origin,
    Reading,
    Record,
    Timeline,
)
from fogline.weighing.moments import Moment
from fogline.weighing.standing import Contents, Standing, standing_at, standing_now

if TYPE_CHECKING:
    from fogline.ledger import Ledger


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

    def carried(self) -> Mapping[str, str | None]:
        """Return the claims that take up judgements over claims read no more."""
        return self.standing.carried

    def takedowns(self) -> tuple[Takedown, ...]:
        """Return every tombstone."""
        return self.ledger.takedowns()

    def forecasts(self) -> tuple[Forecast, ...]:
        """Return the forecasts with their outcomes."""
        return self.standing.forecasts

    def displaced(self) -> tuple[Displaced, ...]:
        """Return the conflicts of place and time between events."""
        return self.standing.displaced

    def control(self) -> tuple[Timeline, ...]:
        """Return the claimed holders of places in time."""
        return self.standing.control

    def records(self) -> tuple[Record, ...]:
        """Return the record of every source."""
        return self.standing.records


def still(ledger: Ledger, at: Moment | None = None) -> Still:
    """Return a ledger as it stood at a moment, or as it stands; hand in a snapshot of it."""
    held = Contents(
        tuple(ledger.readings()),
        ledger.recorded_at(),
        ledger.forecast_log(),
        ledger.judgements(),
        ledger.carried(),
    )
    if at is not None:
        return Still(ledger, standing_at(held, at))
    weighed = (ledger.origins(), ledger.events(), ledger.claim_origins())
    return Still(ledger, standing_now(held, *weighed))


def export(ledger: Ledger, kind: str, format: str, at: Moment | None = None) -> Iterator[str]:
    """Yield an export's text from the ledger as it stands, or stood at a moment; see `lines`."""
    with ledger.snapshot() as held:
        yield from lines(still(held, at), kind, format)


def evidence(ledger: Ledger, wanted: str, line: Callable[[Claim], str]) -> dict[str, bytes]:
    """Return the files of a claim's evidence by name, from the ledger as it stands at one moment.

    `line` puts a claim into one neutral line. Raises StopRun where there is no such claim.
    """
    with ledger.snapshot() as held:
        return evidence_files(_case(held, wanted, line))


def _case(held: Ledger, wanted: str, line: Callable[[Claim], str]) -> Case:
    found = held.claim(wanted)
    capture = held.capture(found[0]) if found else None
    reading = held.reading(found[0]) if found else None
    if found is None or capture is None or reading is None:
        raise StopRun(f"{wanted}: no such claim in {held.path} (`fogline export claims` has all)")
    subjects = {wanted, found[0], *(old for old, new in held.carried().items() if new == wanted)}
    first = held.entries_of(capture.id)[0].seq
    return Case(
        claim=found[1],
        line=line(found[1]),
        capture=capture,
        reading=reading,
        judgements=tuple(j for j in held.judgements() if subjects & set(j.subjects)),
        recorded=held.recorded(capture.id),
        chain=tuple(held.entries(first - 1)),
        head=held.head(),
    )
