"""The ledger: the one place that keeps what was read, and the only one with SQL."""

from fogline.ledger.claims import Wanted
from fogline.ledger.ledger import Ledger

__all__ = ["Ledger", "Wanted"]
