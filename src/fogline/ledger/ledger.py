"""The ledger: what was captured and read, what people decided, what was derived from both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Unpack

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from fogline.errors import StopRun
from fogline.ledger import claims, derived, documents, forecasts, judgements, log, readings, search
from fogline.ledger.claims import Wanted
from fogline.ledger.custody import Custody, holds, storable
from fogline.ledger.following import Following
from fogline.ledger.quarantine import Quarantine
from fogline.ledger.revising import Revising
from fogline.ledger.schema import CAPTURES, CLAIMS, DOCUMENTS, EVENTS, JUDGEMENTS, ORIGINS
from fogline.model import (
    Capture,
    Claim,
    ClaimOrigin,
    Document,
    Event,
    ForecastEntry,
    Hit,
    Judgement,
    Origin,
    Reading,
    Revoked,
    capture_id,
)

COUNTED = (DOCUMENTS, CLAIMS, ORIGINS, EVENTS, JUDGEMENTS)


class Ledger(Custody):
    """An open ledger; made by `Ledger.open` and used as a context manager.

    Any method raises StopRun, with the way out, when the file or the disk fails it. Everything
    that yields or returns several items gives them in the order of their ids.
    """

    def add(
        self, capture: Capture, reading: Reading, entries: Iterable[ForecastEntry] = ()
    ) -> bool:
        """Record a capture with its reading, in whole; on return it is on the disk.

        `entries` are appended to the log of forecasts in the same breath. Return False, and change
        nothing, where these bytes are there already. Raises Unreadable where the text cannot be
        stored, ValueError where capture and reading do not belong.
        """
        _belong(capture, reading)
        with self._write() as connection:
            if holds(connection, capture.id):
                return False
            with storable(capture.name):
                documents.insert_capture(connection, capture, log.now())
                readings.record(connection, reading)
                forecasts.append(connection, entries)
        return True

    def has(self, capture: str) -> bool:
        """Say whether a capture of this id is recorded."""
        with self._connect() as connection:
            return holds(connection, capture)

    def capture(self, wanted: str) -> Capture | None:
        """Return one capture with its bytes; None also where it was taken down."""
        with self._connect() as connection:
            return next(iter(documents.captures(connection, [wanted])), None)

    def document(self, wanted: str) -> Document | None:
        """Return one document, without its entities."""
        with self._connect() as connection:
            found = documents.documents(connection, [wanted], entities=False)
        return found[0][0] if found else None

    def captures(self) -> Iterator[Capture]:
        """Yield every capture with its bytes, but those taken down."""
        return self._paged(CAPTURES, documents.captures)

    def documents(self) -> Iterator[Document]:
        """Yield every document."""
        return (document for document, _ in self._paged(DOCUMENTS, documents.documents))

    def versions(self, url: str) -> tuple[tuple[str, Document], ...]:
        """Return (instant of capture, document) for each version of a page, the oldest first."""
        with self._connect() as connection:
            found = documents.versions(connection, url)
            read = {d.id: d for d, _ in documents.documents(connection, (i for i, _ in found))}
        return tuple((at, read[document]) for document, at in found)

    def latest(self, url: str | None) -> Document | None:
        """Return the version of a page that was recorded last."""
        with self._connect() as connection:
            return documents.latest(connection, url) if url else None

    def reading(self, document: str) -> Reading | None:
        """Return one document with its claims in the order in which they were read."""
        with self._connect() as connection:
            return next(iter(readings.readings(connection, [document])), None)

    def readings(self) -> Iterator[Reading]:
        """Yield every document with its claims."""
        return self._paged(DOCUMENTS, readings.readings)

    def claims(self, **wanted: Unpack[Wanted]) -> tuple[tuple[str, Claim], ...]:
        """Return (document id, claim) for the claims that meet every condition in `Wanted`."""
        with self._connect() as connection:
            return tuple(claims.claims(connection, wanted))

    def claim(self, wanted: str) -> tuple[str, Claim] | None:
        """Return one claim with its document's id."""
        with self._connect() as connection:
            return next(claims.claims(connection, {"id": wanted}), None)

    @contextmanager
    def revising(self) -> Iterator[Revising]:
        """Give what weighing derived, and its shelves, to read and to change, all at once."""
        with self._write() as connection:
            yield Revising(connection)

    def unweighed(self) -> tuple[str, ...]:
        """Return the documents that came after the last that was weighed, as they came."""
        with self._connect() as connection:
            return Revising(connection).unweighed()

    def origins(self) -> tuple[Origin, ...]:
        """Return every origin."""
        with self._connect() as connection:
            return derived.origins(connection)

    def claim_origins(self) -> dict[str, ClaimOrigin]:
        """Return the origin behind every weighed claim, by the claim's id."""
        with self._connect() as connection:
            return derived.claim_origins(connection)

    def events(self) -> tuple[Event, ...]:
        """Return every event."""
        with self._connect() as connection:
            return derived.events(connection)

    def event(self, wanted: str) -> Event | None:
        """Return one event."""
        with self._connect() as connection:
            return derived.event(connection, wanted)

    def record_forecasts(self, entries: Iterable[ForecastEntry]) -> int:
        """Append entries to the log of forecasts, but for those whose ids it holds; say how many.

        An entry is frozen from then on: a correction is appended as an entry of its own.
        """
        with self._write() as connection:
            return forecasts.append(connection, entries)

    def forecast_log(self) -> tuple[ForecastEntry, ...]:
        """Return the log of forecasts, in the order in which it was recorded."""
        with self._connect() as connection:
            return forecasts.every(connection)

    def forecast_lines(self) -> tuple[str, ...]:
        """Return each entry of that log as canonical JSON, in order: what a hash is taken of."""
        with self._connect() as connection:
            return tuple(forecasts.lines(connection))

    def recorded_at(self) -> dict[str, str]:
        """Return when each capture was taken in, an ISO 8601 instant in UTC, by its id."""
        with self._connect() as connection:
            rows = connection.execute(sa.select(CAPTURES.c.id, CAPTURES.c.recorded_at))
            return {row.id: row.recorded_at for row in rows}

    def judge(self, judgement: Judgement) -> bool:
        """Record a judgement; False where it is there already.

        Raises StopRun where its id is taken by another: a judgement is never edited.
        """
        with self._write() as connection:
            found = judgements.find(connection, judgement.id)
            if found is None:
                judgements.insert(connection, judgement)
            elif found != judgement:
                raise StopRun(
                    f"judgement {judgement.id}: another one is recorded under this id "
                    "(judgements are never edited: revoke it and record a new one)"
                )
        return found is None

    def revoke(
        self, judgement: str, at: str, by: str | None = None, reason: str | None = None
    ) -> bool:
        """Note that a judgement holds no longer, from an ISO 8601 instant on, UTC, by whom and why.

        False where it was revoked before, which stays as it was. Raises StopRun where there is
        no such judgement.
        """
        with self._write() as connection:
            found = judgements.find(connection, judgement)
            if found is None:
                raise StopRun(f"judgement {judgement}: not in ledger {self.path} (see its export)")
            if found.revoked_at is None:
                judgements.revoke(connection, judgement, Revoked(at, by, reason))
        return found.revoked_at is None

    def judgements(self) -> tuple[Judgement, ...]:
        """Return every judgement, the revoked ones too."""
        with self._connect() as connection:
            return tuple(judgements.every(connection))

    def search(self, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Return the documents that hold every word or "quoted phrase", the best first."""
        with self._connect() as connection:
            return search.search(connection, words, limit)

    def following(self) -> Following:
        """Return what is followed: feeds, their health, and the pages that they named."""
        return Following(self._connect, self._write)

    def quarantine(self) -> Quarantine:
        """Return what failed and is kept to be tried again."""
        return Quarantine(self._connect, self._write)

    def counts(self) -> dict[str, int]:
        """Return how many documents, claims, origins, events and judgements there are."""
        with self._connect() as connection:
            return {table.name: _count(connection, table) for table in COUNTED}

    def read_otherwise(self, reader: str) -> int:
        """Return how many documents another version of the reader than this one has read."""
        with self._connect() as connection:
            others = sa.select(sa.func.count()).where(DOCUMENTS.c.reader != reader)
            return int(connection.execute(others).scalar_one())


def _belong(capture: Capture, reading: Reading) -> None:
    if capture.id != capture_id(capture.body):
        raise ValueError(f"{capture.name}: its bytes do not hash to {capture.id}")
    if reading.document.id != capture.id:
        raise ValueError(f"{capture.name}: the reading is of {reading.document.id}")


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())
