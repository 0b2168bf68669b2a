"""From name scores to the best legal sequence of tags: an I- only goes on a name of its type."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
ILLEGAL = np.float32(-1e4)


def transitions(labels: Sequence[str]) -> Floats:
    """[tag before, tag]: 0 where the pair may stand side by side, else ILLEGAL."""
    table = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for after, tag in enumerate(labels):
        if tag.startswith("I-"):
            going_on = [before[2:] == tag[2:] for before in labels]
            table[:, after] = np.where(going_on, 0, ILLEGAL)
    return table


def best_tags(scores: Floats, begins: NDArray[np.bool_], legal: Floats) -> Ints:
    """Best tags [windows, words] by Viterbi over scores [windows, words, tags].

    `begins` [windows, words] flags words that begin a sentence: no name runs across one.
    """
    windows, words, tags = scores.shape
    first = np.flatnonzero(legal.min(axis=0) < 0)
    scores = scores.copy()
    scores[..., first] += np.where(begins, ILLEGAL, np.float32(0))[..., None]
    back = np.zeros((words, windows, tags), dtype=np.int64)
    best = scores[:, 0]
    for place in range(1, words):
        ways = best[:, :, None] + legal
        back[place] = ways.argmax(axis=1)
        best = ways.max(axis=1) + scores[:, place]
    out = np.zeros((windows, words), dtype=np.int64)
    rows = np.arange(windows)
    out[:, -1] = best.argmax(axis=1)
    for place in range(words - 1, 0, -1):
        out[:, place - 1] = back[place, rows, out[:, place]]
    return out
