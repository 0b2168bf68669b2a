"""The ledger: what was captured and read, what people decided, what was derived from both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar, Unpack

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, Table

from fogline.errors import StopRun, Unreadable
from fogline.ledger import claims, derived, documents, forecasts, judgements, search
from fogline.ledger.claims import Wanted
from fogline.ledger.connection import WRITING, faults, open_engine
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
    capture_id,
)

T = TypeVar("T")
Connect = Callable[[], AbstractContextManager[Connection]]

COUNTED = (DOCUMENTS, CLAIMS, ORIGINS, EVENTS, JUDGEMENTS)
PAGE = 128


class Ledger:
    """An open ledger; made by `Ledger.open` and used as a context manager.

    Any method raises StopRun, with the way out, when the file or the disk fails it. Everything
    that yields or returns several items gives them in the order of their ids.
    """

    def __init__(self, path: Path | str, engine: Engine, connect: Connect | None = None) -> None:
        self.path = path
        self._engine = engine
        self._connect = connect or self._transaction

    @classmethod
    def open(cls, path: Path | str, *, read_only: bool = False) -> Self:
        """Open a ledger, making it where there is none; `read_only`, it must be there.

        `:memory:` is a ledger for one thread that ends with it. Raises StopRun where there is no
        ledger to read, the file is none, or it is newer than this version of Fogline.
        """
        return cls(path, open_engine(path, read_only=read_only))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def snapshot(self) -> Iterator[Ledger]:
        """Give the ledger as it stands now, whatever is added meanwhile; to read, in one thread."""
        with self._transaction() as connection:

            @contextmanager
            def same() -> Iterator[Connection]:
                with faults(self.path):
                    yield connection

            yield Ledger(self.path, self._engine, same)

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
            if _holds(connection, capture.id):
                return False
            now = datetime.now(UTC).isoformat(timespec="seconds")
            with _storable(capture):
                documents.insert_capture(connection, capture, now)
                documents.insert_document(connection, reading)
                claims.insert_claims(connection, reading)
                forecasts.append(connection, entries, now)
        return True

    def has(self, capture: str) -> bool:
        """Say whether a capture of this id is recorded."""
        with self._connect() as connection:
            return _holds(connection, capture)

    def capture(self, wanted: str) -> Capture | None:
        """Return one capture with its bytes."""
        with self._connect() as connection:
            return next(iter(documents.captures(connection, [wanted])), None)

    def captures(self) -> Iterator[Capture]:
        """Yield every capture with its bytes."""
        return self._paged(CAPTURES, documents.captures)

    def documents(self) -> Iterator[Document]:
        """Yield every document."""
        return (document for document, _ in self._paged(DOCUMENTS, documents.documents))

    def reading(self, document: str) -> Reading | None:
        """Return one document with its claims in the order in which they were read."""
        with self._connect() as connection:
            return next(iter(_readings(connection, [document])), None)

    def readings(self) -> Iterator[Reading]:
        """Yield every document with its claims."""
        return self._paged(DOCUMENTS, _readings)

    def claims(self, **wanted: Unpack[Wanted]) -> tuple[tuple[str, Claim], ...]:
        """Return (document id, claim) for the claims that meet every condition in `Wanted`."""
        with self._connect() as connection:
            return tuple(claims.claims(connection, wanted))

    def replace_weighing(
        self,
        origins: Iterable[Origin],
        events: Iterable[Event],
        claim_origins: Mapping[str, ClaimOrigin] | None = None,
    ) -> None:
        """Put new origins, events and origins by claim id in the place of the old, all at once."""
        with self._write() as connection:
            derived.replace(connection, origins, events, claim_origins or {})

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
            now = datetime.now(UTC).isoformat(timespec="seconds")
            return forecasts.append(connection, entries, now)

    def forecast_log(self) -> tuple[ForecastEntry, ...]:
        """Return the log of forecasts, in the order in which it was recorded."""
        with self._connect() as connection:
            return forecasts.every(connection)

    def forecast_lines(self) -> tuple[str, ...]:
        """Return each entry of that log as canonical JSON, in order: what a hash is taken of."""
        with self._connect() as connection:
            return tuple(forecasts.lines(connection))

    def recorded(self) -> dict[str, str]:
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

    def revoke(self, judgement: str, at: str) -> bool:
        """Note that a judgement holds no longer, from an ISO 8601 instant on, UTC.

        False where it was revoked before, which stays as it was. Raises StopRun where there is
        no such judgement.
        """
        with self._write() as connection:
            found = judgements.find(connection, judgement)
            if found is None:
                raise StopRun(f"judgement {judgement}: not in ledger {self.path} (see its export)")
            if found.revoked_at is None:
                judgements.revoke(connection, judgement, at)
        return found.revoked_at is None

    def judgements(self) -> tuple[Judgement, ...]:
        """Return every judgement, the revoked ones too."""
        with self._connect() as connection:
            return tuple(judgements.every(connection))

    def search(self, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Return the documents that hold every word or "quoted phrase", the best first."""
        with self._connect() as connection:
            return search.search(connection, words, limit)

    def counts(self) -> dict[str, int]:
        """Return how many documents, claims, origins, events and judgements there are."""
        with self._connect() as connection:
            return {table.name: _count(connection, table) for table in COUNTED}

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with faults(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        writing = self._engine.execution_options(**WRITING)
        with faults(self.path), writing.begin() as connection:
            yield connection

    def _paged(self, table: Table, load: Callable[[Connection, list[str]], list[T]]) -> Iterator[T]:
        """Yield a table's items page by page, so that no transaction outlasts a page."""
        last = ""
        while True:
            with self._connect() as connection:
                after = sa.select(table.c.id).where(table.c.id > last).order_by(table.c.id)
                ids = list(connection.execute(after.limit(PAGE)).scalars())
                items = load(connection, ids)
            yield from items
            if len(ids) < PAGE:
                return
            last = ids[-1]


def _belong(capture: Capture, reading: Reading) -> None:
    if capture.id != capture_id(capture.body):
        raise ValueError(f"{capture.name}: its bytes do not hash to {capture.id}")
    if reading.document.id != capture.id:
        raise ValueError(f"{capture.name}: the reading is of {reading.document.id}")


@contextmanager
def _storable(capture: Capture) -> Iterator[None]:
    try:
        yield
    except UnicodeEncodeError as error:
        # Half a surrogate pair is no character: no encoding can write it.
        detail = f"its name, metadata or text holds {error.object[error.start]!a}, no character"
        raise Unreadable(capture.name, "not-unicode", detail) from error


def _holds(connection: Connection, capture: str) -> bool:
    query = sa.select(sa.exists().where(CAPTURES.c.id == capture))
    return bool(connection.execute(query).scalar_one())


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())


def _readings(connection: Connection, ids: list[str]) -> list[Reading]:
    found = claims.claims_of(connection, ids)
    return [
        Reading(document, tuple(found.get(document.id, ())), reader)
        for document, reader in documents.documents(connection, ids)
    ]
