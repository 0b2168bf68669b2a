"""Stretches of a text that are taken, found by where they stand however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

_WIDTH: Final = 64


class Stretches:
    """Character ranges, start to end (exclusive), that may overlap."""

    def __init__(self, ranges: Iterable[tuple[int, int]] = ()) -> None:
        self._by_block: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self.extend(ranges)

    def add(self, start: int, end: int) -> None:
        """Take one more."""
        for block in range(start // _WIDTH, end // _WIDTH + 1):
            self._by_block[block].append((start, end))

    def extend(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Take some more."""
        for start, end in ranges:
            self.add(start, end)

    def across(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield those that share a character with a range; some more than once."""
        for block in range(start // _WIDTH, end // _WIDTH + 1):
            for one in self._by_block.get(block, ()):
                if one[0] < end and start < one[1]:
                    yield one

    def free(self, start: int, end: int) -> bool:
        """Whether a range shares no character with any."""
        return next(self.across(start, end), None) is None
