"""From arc scores to trees: greedy heads where they form a tree, Chu-Liu/Edmonds where not."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

NEVER = np.float32(-1e9)


def within_sentences(arc: Floats, sentence: Ints) -> Floats:
    """Arc scores with all but the root and the other words of the same sentence ruled out.

    arc [windows, words, 1 + words]; sentence [windows, words], -1 for padding. Changes `arc`.
    """
    same = sentence[:, :, None] == sentence[:, None, :]
    same &= ~np.eye(sentence.shape[1], dtype=bool)
    np.copyto(arc[:, :, 1:], NEVER, where=~same)
    return arc


def heads_of(arc: Floats, sentence: Ints) -> Ints:
    """Head of each word, [windows, words]: 0 is the root, else 1 + the head's place in the window.

    Takes scores that `within_sentences` has masked; every sentence gets one root and no cycle.
    """
    heads: Ints = arc.argmax(-1)
    for row, number in broken(heads, sentence):
        places = np.flatnonzero(sentence[row] == number)
        columns = np.concatenate([[0], places + 1])
        local = arborescence(arc[row][np.ix_(places, columns)].astype(np.float64))
        heads[row, places] = np.where(local == 0, 0, columns[local])
    return heads


def broken(heads: Ints, sentence: Ints) -> list[tuple[int, int]]:
    """(window, sentence number) of sentences whose heads are not a tree with exactly one root."""
    windows, words = heads.shape
    real = sentence >= 0
    up = np.concatenate([np.zeros((windows, 1), dtype=np.int64), np.where(real, heads, 0)], axis=1)
    for _ in range(max(1, words).bit_length()):
        up = np.take_along_axis(up, up, axis=1)
    wrong = real & (up[:, 1:] != 0)
    rows, places = np.nonzero(real & (heads == 0))
    roots = np.zeros((windows, words + 1), dtype=np.int64)
    np.add.at(roots, (rows, sentence[rows, places]), 1)
    wrong |= real & (np.take_along_axis(roots, np.maximum(sentence, 0), axis=1) != 1)
    rows, places = np.nonzero(wrong)
    return sorted(set(zip(rows.tolist(), sentence[rows, places].tolist(), strict=True)))


def arborescence(scores: NDArray[np.float64]) -> Ints:
    """Best tree with one root: scores [words, 1 + words] -> heads [words], 0 for the root.

    Where the best tree has several roots, each of them is tried as the only one.
    """
    size = scores.shape[0] + 1
    square = np.full((size, size), -np.inf)
    square[1:] = scores - scores.max(axis=1, keepdims=True)
    np.fill_diagonal(square, -np.inf)
    free = _edmonds(square)[1:]
    roots = np.flatnonzero(free == 0)
    if len(roots) == 1:
        return free
    trees = [_edmonds(_only_root(square, int(root) + 1))[1:] for root in roots]
    words = np.arange(1, size)
    return max(trees, key=lambda heads: float(square[words, heads].sum()))


def _only_root(square: NDArray[np.float64], root: int) -> NDArray[np.float64]:
    """The scores with every root arc but that of `root` ruled out."""
    one = square.copy()
    one[:, 0] = -np.inf
    one[root, 0] = square[root, 0]
    return one


def _edmonds(scores: NDArray[np.float64]) -> Ints:
    """Chu-Liu/Edmonds: scores [dependent, head], place 0 the root; heads with heads[0] = 0."""
    heads: Ints = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    rest = np.array([i for i in range(len(heads)) if i not in set(cycle)])
    ring = np.array(cycle)
    kept = scores[ring, heads[ring]]
    entering = scores[np.ix_(ring, rest)] - kept[:, None]
    leaving = scores[np.ix_(rest, ring)]
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = entering.max(axis=0)
    small[:-1, -1] = leaving.max(axis=1)
    return _expand(_edmonds(small), heads, rest, ring, (entering, leaving))


def _expand(
    small: Ints, heads: Ints, rest: Ints, ring: Ints, arcs: tuple[NDArray[np.float64], ...]
) -> Ints:
    """Undo the contraction of `ring`: heads of the whole graph out of those of the small one."""
    entering, leaving = arcs
    out = heads.copy()
    for place, node in enumerate(rest):
        if small[place] < len(rest):
            out[node] = rest[small[place]]
        else:
            out[node] = ring[leaving[place].argmax()]
    opened = entering[:, small[-1]].argmax()
    out[ring[opened]] = rest[small[-1]]
    out[0] = 0
    return out


def _cycle(heads: Ints) -> list[int] | None:
    """The places of one cycle, or None."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        node, path = start, []
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return None
