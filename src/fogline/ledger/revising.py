"""One transaction in which weighing looks at what a ledger holds and changes what it derived."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from fogline.ledger import anchors, derived, documents, judgements, readings
from fogline.ledger.derived import Revision
from fogline.ledger.postings import Postings
from fogline.ledger.shelves import Shelves
from fogline.model import ClaimOrigin, Document, Event, Judgement, Origin, Reading, Revoked


class Revising:
    """What is derived, to be read and changed, all at once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.shelves = Shelves(connection)
        self.postings = Postings(connection)

    def unweighed(self) -> tuple[str, ...]:
        """Return the documents that came after the last that was weighed, as they came."""
        return self.shelves.unshelved()

    def number(self) -> int:
        """Return how many documents there are, from the key of the last: none is ever taken out
        but to be put in anew.
        """
        return self.shelves.last()

    def readings(self, ids: Iterable[str]) -> list[Reading]:
        """Return documents, without their entities, with their claims, by id."""
        return readings.bare(self._connection, ids)

    def documents(self, ids: Iterable[str]) -> list[Document]:
        """Return documents, without their entities, by id."""
        found = documents.documents(self._connection, ids, entities=False)
        return [document for document, _ in found]

    def origins_of(self, ids: Iterable[str]) -> tuple[Origin, ...]:
        """Return the origins of the given ids."""
        return derived.origins_of(self._connection, ids)

    def claim_origins_of(self, ids: Iterable[str]) -> dict[str, ClaimOrigin]:
        """Return the origin behind claims, by their ids."""
        return derived.claim_origins_of(self._connection, ids)

    def events_of(self, claims: Iterable[str]) -> tuple[Event, ...]:
        """Return the events that hold one of the claims."""
        return derived.events_of(self._connection, claims)

    def judgements(self) -> list[Judgement]:
        """Return every judgement, the revoked ones too."""
        return judgements.every(self._connection)

    def carried(self) -> dict[str, str | None]:
        """Return, for judged claims that are read no more, the claim that says what they said."""
        return anchors.carried(self._connection)

    def judge(self, judgement: Judgement) -> None:
        """Record a judgement whose id is new."""
        judgements.insert(self._connection, judgement)

    def revoke(self, judgement: str, revoked: Revoked) -> None:
        """Note from when on a judgement no longer holds, by whom and why."""
        judgements.revoke(self._connection, judgement, revoked)

    def revise(self, change: Revision) -> None:
        """Take away what goes, and put in its place what comes; all else is left as it is."""
        derived.revise(self._connection, change)

    def replace(
        self,
        origins: Iterable[Origin],
        events: Iterable[Event],
        claim_origins: Mapping[str, ClaimOrigin],
    ) -> None:
        """Put new origins, events and origins by claim id in the place of all old ones."""
        derived.replace(self._connection, origins, events, claim_origins)
