"""Cutting a text's words into the windows that the network reads, at likely sentence ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

ROOM = 124
MOST_ROOM = 320
NARROW, WIDE = 50, 90
MARKED = re.compile(r"\s*(?:[-–—•‣◦▪●*·>#|]|\(?\d{1,3}[.)]|[a-z][.)])(?=\s)")
ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Window:
    """Words `start` to `stop` (exclusive) of one text."""

    start: int
    stop: int


def hard_wrapped(text: str) -> bool:
    """Whether line breaks in the text fall within sentences, as in mail and old plain text.

    True where lines are of one narrow width and mostly neither end nor begin a sentence.
    """
    lines = text.split("\n", 400)[:400]
    pairs = [
        (one, two)
        for one, two in pairwise(lines)
        if one.strip() and two.strip() and not MARKED.match(two)
    ]
    full = [(one, two) for one, two in pairs if NARROW <= len(one.rstrip()) <= WIDE]
    if len(full) < 3 or len(full) < 0.7 * len(pairs):
        return False
    running = sum(not ENDED.search(one) and two.lstrip()[:1].islower() for one, two in full)
    return running >= 0.4 * len(full)


def breaks_sentence(gap: str, after: str, *, wrapped: bool) -> bool:
    """Whether the white space `gap` before the text `after` always ends a sentence."""
    lines = gap.count("\n")
    if not lines:
        return False
    return lines > 1 or not wrapped or bool(MARKED.match(after))


def cut(sizes: Ints, forced: Flags, likely: Flags) -> list[Window]:
    """Windows of at most ROOM pieces where a boundary allows it, else up to MOST_ROOM.

    `sizes` holds the pieces of each word; `forced` and `likely` flag words that begin a sentence
    for certain, or by the look of it. Every word is in one window.
    """
    ends = np.cumsum(sizes)
    places = np.flatnonzero(forced | likely)
    windows: list[Window] = []
    start, total = 0, len(sizes)
    while start < total:
        stop = _stop(ends, places, start)
        windows.append(Window(start, stop))
        start = stop
    return windows


def _stop(ends: Ints, places: Sequence[int] | Ints, start: int) -> int:
    """Where the window that begins at `start` ends: the last boundary that fits, or a hard cut."""
    before = int(ends[start - 1]) if start else 0
    fits = int(np.searchsorted(ends, before + ROOM, side="right"))
    if fits >= len(ends):
        return len(ends)
    last = int(np.searchsorted(places, fits, side="right")) - 1
    if last >= 0 and places[last] > start:
        return int(places[last])
    most = max(start + 1, int(np.searchsorted(ends, before + MOST_ROOM, side="right")))
    if last + 1 < len(places) and places[last + 1] <= most:
        return int(places[last + 1])
    return min(most, len(ends))
