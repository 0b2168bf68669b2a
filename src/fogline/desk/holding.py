"""The snapshot that requests share: read once, and again when the ledger's files have changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request

from fogline.desk.snapshot import Snapshot, snapshot
from fogline.ledger import Ledger


class Holding:
    """A ledger's snapshot, kept while the ledger's files stay as they are."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._seen: tuple[tuple[int, int], ...] | None = None
        self._snapshot: Snapshot | None = None

    def current(self) -> Snapshot:
        """Return the ledger as it stands now."""
        with self._lock:
            if self._snapshot is None or self._seen != self._stamp():
                with self.opened() as ledger:
                    self._snapshot = snapshot(ledger)
                self._seen = self._stamp()
            return self._snapshot

    @contextmanager
    def opened(self) -> Iterator[Ledger]:
        """Give the ledger as it stands at this moment, to read from one thread."""
        with Ledger.open(self.path, read_only=True) as ledger, ledger.snapshot() as still:
            yield still

    def _stamp(self) -> tuple[tuple[int, int], ...]:
        files = (self.path, self.path.with_name(self.path.name + "-wal"))
        return tuple((s.st_mtime_ns, s.st_size) for f in files if f.exists() and (s := f.stat()))


def holding(request: Request) -> Holding:
    """Return the app's one holding."""
    found: Holding = request.app.state.holding
    return found


def current(request: Request) -> Snapshot:
    """Return the ledger as it stands for this request."""
    return holding(request).current()


Current = Annotated[Snapshot, Depends(current)]
Held = Annotated[Holding, Depends(holding)]
