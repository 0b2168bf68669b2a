"""One window of the corpus as the claim heads see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

WORK: Final = Path("../train/claims")


@dataclass
class Example:
    """One window: what the network and the rules make of it, and the targets.

    `pieces`, `shapes` [pieces] as the network reads them, by the shipped vocabulary; `first`
    [words] each word's first piece; `parse` by kind [words] what the shipped parser decides, as
    targets; `heard` [words, width] what its pass gives the heads (the upper halves of floats);
    `hints` [words] numbers, `rules` (role, trigger, word) triples; `trigger` [words] holds
    categories (0 none, IGNORE unscored); each row of `claims` is a trigger's word with its labels,
    `roles` [claims, roles, words] 0, 1 or IGNORE.
    """

    document: str
    pieces: NDArray[np.int32]
    shapes: NDArray[np.int32]
    first: NDArray[np.int32]
    parse: dict[str, NDArray[np.int32]]
    heard: NDArray[np.uint16]
    hints: list[tuple[int, ...]]
    rules: list[tuple[int, int, int]]
    trigger: NDArray[np.int64]
    claims: list[dict[str, int]] = field(default_factory=list)
    roles: list[NDArray[np.int64]] = field(default_factory=list)
