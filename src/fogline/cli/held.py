"""A ledger that must be there to be written to, and the instant at which that is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogline.ledger import Ledger


def held(path: Path) -> Ledger:
    """Open a ledger to write to, one of an older schema renewed; StopRun where there is none, so
    that a slip makes no empty one.
    """
    from fogline.ledger import Ledger

    return Ledger.open(path, there=True)


def now() -> str:
    """Return the instant, ISO 8601 in UTC, so fine that it says which of two decisions is later."""
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="microseconds")
