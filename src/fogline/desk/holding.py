"""The snapshots that requests share: read once, and again when the ledger's files have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Annotated

from fastapi import Depends, HTTPException, Query, Request

from fogline.desk.snapshot import Snapshot, snapshot
from fogline.ledger import Ledger
from fogline.weighing.moments import Moment, moment

EARLIER = 2  # moments of which the ledger as it stood is kept: it is weighed anew for each
Stamp = tuple[tuple[int, int], ...]
AsOf = Annotated[str | None, Query(max_length=40, description="ISO 8601 day or instant")]
Clock = Annotated[str, Query(description="publication or recording")]


class _Kept:
    """The last `most` snapshots of a ledger, while its files stay as they were."""

    def __init__(self, most: int) -> None:
        self.lock = Lock()
        self._most = most
        self._seen: Stamp | None = None
        self._found: dict[Moment | None, Snapshot] = {}

    def get(
        self, at: Moment | None, stamp: Callable[[], Stamp], read: Callable[[], Snapshot]
    ) -> Snapshot:
        """Return the snapshot of a moment, read where it is not kept."""
        if self._seen != stamp():
            self._found.clear()
        if at not in self._found:
            self._make_room()
            self._found[at] = read()
            self._seen = stamp()  # reading itself may open a log beside the ledger
        return self._found[at]

    def _make_room(self) -> None:
        while len(self._found) >= self._most:
            del self._found[next(iter(self._found))]


class Holding:
    """A ledger's snapshots, kept while the ledger's files stay as they are.

    An earlier moment is weighed anew, which takes long: who asks for now does not wait for it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._now, self._earlier = _Kept(1), _Kept(EARLIER)

    def current(self) -> Snapshot:
        """Return the ledger as it stands now."""
        return self.at(None)

    def at(self, at: Moment | None) -> Snapshot:
        """Return the ledger as it stood at a moment; None is now."""
        kept = self._now if at is None else self._earlier
        with kept.lock:
            return kept.get(at, self._stamp, partial(self._read, at))

    def _read(self, at: Moment | None) -> Snapshot:
        with self.opened() as ledger:
            return snapshot(ledger, at)

    @contextmanager
    def opened(self) -> Iterator[Ledger]:
        """Give the ledger as it stands at this moment, to read from one thread."""
        with Ledger.open(self.path, read_only=True) as ledger, ledger.snapshot() as still:
            yield still

    def _stamp(self) -> Stamp:
        files = (self.path, self.path.with_name(self.path.name + "-wal"))
        return tuple((s.st_mtime_ns, s.st_size) for f in files if f.exists() and (s := f.stat()))


def holding(request: Request) -> Holding:
    """Return the app's one holding."""
    found: Holding = request.app.state.holding
    return found


def current(request: Request) -> Snapshot:
    """Return the ledger as it stands for this request."""
    return holding(request).current()


def asked_moment(as_of: str | None, clock: str) -> Moment | None:
    """Return the moment that an address asks for; one that cannot be read is refused."""
    try:
        return moment(as_of, clock) if as_of else None
    except ValueError as error:
        raise HTTPException(422, f"as_of or clock cannot be read: {error}") from None


def standing(request: Request, as_of: AsOf = None, clock: Clock = "publication") -> Snapshot:
    """Return the ledger as it stands, or as it stood when the request asks for that."""
    return holding(request).at(asked_moment(as_of, clock))


Current = Annotated[Snapshot, Depends(current)]
Stood = Annotated[Snapshot, Depends(standing)]
Held = Annotated[Holding, Depends(holding)]
