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
    """One window: what the encoder and the rules make of it, and the targets.

    `embedded` [pieces, width], `parsed` [words, width], `first` [words] each word's first piece,
    `hints` [words] numbers, `rules` (role, trigger, word) triples; `trigger` [words] holds
    categories (0 none, IGNORE unscored); each row of `claims` is a trigger's word with its labels,
    `roles` [claims, roles, words] 0, 1 or IGNORE.
    """

    document: str
    embedded: NDArray[np.float16]
    parsed: NDArray[np.float16]
    first: NDArray[np.int64]
    hints: list[tuple[int, ...]]
    rules: list[tuple[int, int, int]]
    trigger: NDArray[np.int64]
    claims: list[dict[str, int]] = field(default_factory=list)
    roles: list[NDArray[np.int64]] = field(default_factory=list)
