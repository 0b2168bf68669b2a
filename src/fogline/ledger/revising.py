"""One transaction in which weighing looks at what a ledger holds and changes what it derived."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from fogline.ledger import derived
from fogline.ledger.derived import Revision
from fogline.ledger.shelves import Shelves
from fogline.model import ClaimOrigin, Event, Origin


class Revising:
    """What is derived, to be read and changed, all at once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.shelves = Shelves(connection)

    def unweighed(self) -> tuple[str, ...]:
        """Return the documents that came after the last that was weighed, as they came."""
        return self.shelves.unshelved()

    def events_of(self, claims: Iterable[str]) -> tuple[Event, ...]:
        """Return the events that hold one of the claims."""
        return derived.events_of(self._connection, claims)

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
