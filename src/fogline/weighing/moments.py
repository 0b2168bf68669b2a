"""The ledger as it stood at a moment: what had been published, or recorded, by then.

What is known of a document's day only as a day had surely appeared when that day was over. A
document without any date had surely appeared when it was recorded, by either clock. A later version
of a page bears the page's date, but nobody knows it to be older than its capture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from fogline.model import Document, ForecastEntry, Judgement, Published, Reading
from fogline.weighing.views.versions import Version, versions

CLOCKS = ("publication", "recording")
LAST = timedelta(days=1) - timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant in UTC, and the clock by which things had happened before it."""

    at: datetime
    clock: str = "publication"

    @property
    def day(self) -> int:
        """The ordinal of its day, UTC."""
        return self.at.date().toordinal()


def moment(text: str, clock: str = "publication") -> Moment:
    """Return the moment of an ISO 8601 day (its end) or instant (UTC unless it says otherwise).

    Raises ValueError where the text is neither, or there is no such clock.
    """
    if clock not in CLOCKS:
        raise ValueError(f"{clock!r} is no clock: there are {', '.join(CLOCKS)}")
    return Moment(instant(text), clock)


def instant(text: str) -> datetime:
    """Return the last instant, UTC, that an ISO 8601 day or instant may mean."""
    if len(text) == len("2016-11-09"):
        return datetime.combine(date.fromisoformat(text), time(), UTC) + LAST
    found = datetime.fromisoformat(text)
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def latest(readings: Iterable[Reading]) -> Moment | None:
    """Return the end of the last day on which any document appeared; None where none has a day."""
    days = [r.document.published.latest for r in readings if r.document.published.latest]
    return Moment(max(map(instant, days))) if days else None


def stood(
    readings: Iterable[Reading], recorded: Mapping[str, str], at: Moment
) -> tuple[Reading, ...]:
    """Return the readings whose documents had appeared, or been recorded, by a moment."""
    held = tuple(readings)
    known = versions(reading.document for reading in held)
    return tuple(r for r in held if _stood(r.document, known[r.document.id], recorded, at))


def _stood(document: Document, version: Version, recorded: Mapping[str, str], at: Moment) -> bool:
    """Say whether a document stood; a later version of a page had surely appeared when captured."""
    seen = recorded.get(document.id)
    if version.since and at.clock == "publication" and document.captured_at:
        out = document.published.latest
        return max(instant(document.captured_at), instant(out) if out else at.at) <= at.at
    return _by(document.published, seen, at)


def logged(log: Iterable[ForecastEntry], at: Moment) -> tuple[ForecastEntry, ...]:
    """Return the entries of the log of forecasts that stood at a moment.

    A correction stands from when it was recorded, by either clock: nobody could know it before.
    """
    return tuple(
        entry
        for entry in log
        if (
            _before(entry.recorded_at, at)
            if entry.corrects
            else _by(entry.said, entry.recorded_at, at)
        )
    )


def judged(judgements: Iterable[Judgement], at: Moment) -> tuple[Judgement, ...]:
    """Return the judgements that had been made and not yet revoked at a moment, as they stood."""
    return tuple(
        replace(judgement, revoked_at=None, revoked_by=None, revoked_reason=None)
        for judgement in judgements
        if _before(judgement.at, at)
        and not (judgement.revoked_at and _before(judgement.revoked_at, at))
    )


def _by(published: Published, recorded: str | None, at: Moment) -> bool:
    if at.clock == "publication" and published.latest:
        return instant(published.latest) <= at.at
    return _before(recorded, at)


def _before(recorded: str | None, at: Moment) -> bool:
    return recorded is not None and instant(recorded) <= at.at
