"""Notes of many claims side by side, to be looked at as columns; the oldest are let go."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from fogline.weighing.occurrence import notes as N

NONE = -1
MOST = 1 << 16  # notes that are kept: those of the claims of some weeks, 40 MB
Row = tuple[int, str, bytes, bytes]  # a claim's key, and its note: kind, numbers, words

_codes: dict[str, int] = {}  # a number for every kind that was met


@dataclass(frozen=True, slots=True)
class Noted:
    """The notes of some claims, side by side; kinds are numbers of `kinds_met`."""

    kinds: NDArray[np.int64]
    numbers: NDArray[np.void]
    _places: NDArray[np.int32]
    _words: Sequence[bytes]

    def words(self, places: NDArray[np.int64]) -> tuple[NDArray[np.uint16], NDArray[np.int64]]:
        """Return the words of claims, one after the other's, and where those of each end."""
        found = [self._words[place] for place in self._places[places].tolist()]
        ends = np.cumsum([len(words) // 2 for words in found], dtype=np.int64)
        return np.frombuffer(b"".join(found), "<u2"), ends


def kinds_met() -> list[str]:
    """Return all kinds, each in the place of its number."""
    return list(_codes)


@dataclass(slots=True)
class Notebook:
    """Notes by the keys of claims, in the order in which they came; `_at` is the place of each."""

    most: int = MOST
    _at: NDArray[np.int32] = field(default_factory=lambda: np.full(1, NONE, np.int32))
    _claims: array[int] = field(default_factory=lambda: array("q"))
    _kinds: array[int] = field(default_factory=lambda: array("q"))
    _numbers: bytearray = field(default_factory=bytearray)
    _words: list[bytes] = field(default_factory=list)

    def lacking(self, claims: NDArray[np.int64]) -> list[int]:
        """Return the claims of which there is no note; the oldest notes are let go before."""
        self._shorten()
        self._make_room(claims.max(initial=0))
        lacking: list[int] = claims[self._at[claims] == NONE].tolist()
        return lacking

    def keep(self, rows: Sequence[Row]) -> None:
        """Keep notes of claims of which there was none."""
        claims = [row[0] for row in rows]
        self._make_room(max(claims, default=0))
        self._at[claims] = np.arange(len(self._claims), len(self._claims) + len(rows))
        self._claims.extend(claims)
        self._kinds.extend([_codes.setdefault(row[1], len(_codes)) for row in rows])
        self._numbers += b"".join([row[2] for row in rows])
        self._words += [row[3] for row in rows]

    def of(self, claims: NDArray[np.int64]) -> Noted:
        """Return the notes of claims that are kept, in their order."""
        places = self._at[claims]
        kinds, numbers = np.frombuffer(self._kinds, "q"), np.frombuffer(self._numbers, N.NOTE)
        # `take` copies rows as they are; indexing would do so field by field.
        return Noted(kinds.take(places), numbers.take(places), places, self._words)

    def _make_room(self, last: int) -> None:
        """Let there be a place for all claims up to one: four bytes for each of the ledger."""
        if last >= len(self._at):
            more = np.full(2 * last - len(self._at) + 1, NONE, np.int32)
            self._at = np.concatenate((self._at, more))

    def _shorten(self) -> None:
        """Let go of the oldest of too many, a quarter at once."""
        if (gone := len(self._claims) - self.most * 3 // 4) > self.most // 4:
            self._at[self._claims[:gone]] = NONE
            del self._claims[:gone], self._kinds[:gone], self._words[:gone]
            del self._numbers[: gone * N.NOTE.itemsize]
            self._at[self._claims] = np.arange(len(self._claims))
