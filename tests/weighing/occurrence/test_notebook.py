"""Notes side by side are those that were kept, and the oldest are let go first."""

from __future__ import annotations

import numpy as np

from fogline.weighing.occurrence.notebook import Notebook, Row, kinds_met
from fogline.weighing.occurrence.notes import NOTE


def row(claim: int) -> Row:
    numbers = claim.to_bytes(NOTE.itemsize, "little")
    return claim, f"KIND/{claim % 3}", numbers, claim.to_bytes(2, "little") * (claim % 4)


def test_notes_come_back_in_the_order_that_is_asked_for() -> None:
    held = Notebook()
    held.keep([row(claim) for claim in (5, 3, 9, 4)])
    found = held.of(np.array([9, 5, 3]))
    assert [kinds_met()[kind] for kind in found.kinds] == ["KIND/0", "KIND/2", "KIND/0"]
    assert [note.tobytes() for note in found.numbers] == [row(claim)[2] for claim in (9, 5, 3)]
    words, ends = found.words(np.array([2, 0]))
    assert (words.tolist(), ends.tolist()) == ([3, 3, 3, 9], [3, 4])


def test_the_oldest_go_first() -> None:
    held = Notebook(most=4)
    held.keep([row(claim) for claim in range(4)])
    assert held.lacking(np.arange(4)) == []
    held.keep([row(4)])
    assert held.of(np.array([0, 4])).numbers["flags"].tolist() == [0, 4]
    assert held.lacking(np.arange(5)) == [0, 1]
    assert held.of(np.array([2, 3, 4])).numbers["flags"].tolist() == [2, 3, 4]
    held.keep([row(claim) for claim in (0, 1)])
    assert held.of(np.array([1, 0, 4])).numbers["flags"].tolist() == [1, 0, 4]
