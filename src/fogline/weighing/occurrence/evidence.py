"""What one feature of two claims says of whether they tell one occurrence."""

from __future__ import annotations

from typing import NamedTuple

OUT = float("-inf")


class Evidence(NamedTuple):
    """How much a feature speaks for one occurrence (-1 to 1; OUT rules it out), and why."""

    value: float
    reason: str
