"""The label sets of the claim heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from training.annotations import MODES, Annotated, Coded

IGNORE: Final = -100
LEAST: Final = 3
ROLES: Final = ("actor", "recipient", "place", "source", "time")
STATUS: Final = ("occurred", "ongoing", "forecast", "threatened", "hypothetical")
CERTAINTY: Final = ("certain", "probable", "possible", "unknown")


def code_of(claim: Coded) -> str:
    """A claim's category and mode as one label: "ASSAULT/aerial"."""
    return f"{claim.event}/{claim.mode or ''}"


@dataclass(frozen=True)
class Labels:
    """The labels in the order of the heads' outputs; `events[0]` is no claim."""

    events: tuple[str, ...]
    codes: tuple[str, ...]
    hints: tuple[str, ...]
    status: tuple[str, ...] = STATUS
    certainty: tuple[str, ...] = CERTAINTY

    @classmethod
    def of(cls, documents: Iterable[Annotated], hints: tuple[str, ...]) -> Labels:
        """Every category, and the codes that occur often enough to be learned."""
        counts = Counter(code_of(c) for d in documents for c in d.claims)
        codes = tuple(sorted(code for code, n in counts.items() if n >= LEAST))
        return cls(("", *MODES), codes, hints)
