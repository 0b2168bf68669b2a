"""The words that hedge, and the certainty that each leaves (data: hedges.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.reading.tables import rows

if TYPE_CHECKING:
    from fogline.reading.language import Token


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge of the lexicon: the certainty that it leaves and its probability band."""

    certainty: str
    low: float
    high: float


def _load() -> dict[str, dict[str, Hedge]]:
    table: dict[str, dict[str, Hedge]] = {}
    for row in rows("hedges.csv"):
        if row["kind"] == "confidence":
            continue
        hedge = Hedge(row["certainty"], float(row["low"]), float(row["high"]))
        for word in row["hedge"].split("|"):
            table.setdefault(row["kind"], {}).setdefault(word, hedge)
    return table


TABLE: Final = _load()


LAST: Final = {
    kind: frozenset(phrase.rpartition(" ")[2] for phrase in found) for kind, found in TABLE.items()
}


_LONGEST: Final = 3


def hit(kind: str, word: str, token: Token) -> tuple[tuple[Hedge, Token], ...]:
    """Return the hedge of a kind that a word is, if any; with the words before it where they are
    listed.
    """
    if word not in LAST[kind]:
        return ()
    before = token.doc[max(token.i - _LONGEST + 1, 0) : token.i]
    for size in range(len(before), -1, -1):
        phrase = " ".join([*(t.lower_ for t in before[len(before) - size :]), word])
        hedge = TABLE[kind].get(phrase)
        if hedge is not None:
            return ((hedge, token),)
    return ()
