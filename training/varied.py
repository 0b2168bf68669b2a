"""Other words in the same place: pieces exchanged for near ones, so that a pupil can ask its
teacher about more texts than there are.

"A patient and consistent teacher" (Beyer et al., CVPR 2022): both are shown the same varied text,
and the pupil learns for long from what the teacher makes of it, whether or not it makes sense.
"""

from __future__ import annotations

import random
from typing import Final

import torch
from torch import Tensor
from torch.nn import functional as F

NEAR: Final = 12
PLAIN: Final = 0.35  # share of the batches that stay as they are
RATES: Final = (0.05, 0.4)  # share of the pieces that are exchanged in the others
_AT_ONCE: Final = 4096


def neighbours(words: Tensor, pieces: list[str]) -> Tensor:
    """For each piece [pieces, NEAR] those that lie nearest in an embedding [pieces, width]: a
    beginning for a beginning, a continuation for a continuation; what is no word stays itself.
    """
    flat = F.normalize(words.float(), dim=1)
    begins = torch.tensor([not p.startswith("##") for p in pieces], device=words.device)
    spelt = torch.tensor([p.strip("#").isalpha() for p in pieces], device=words.device)
    near = torch.arange(len(flat), device=words.device)[:, None].repeat(1, NEAR)
    for kind in (begins & spelt, ~begins & spelt):
        numbers = kind.nonzero()[:, 0]
        for some in numbers.split(_AT_ONCE):
            found = (flat[some] @ flat[numbers].T).topk(NEAR + 1, dim=1).indices[:, 1:]
            near[some] = numbers[found]
    return near


def rate() -> float:
    """How many pieces of the next batch are exchanged."""
    return 0.0 if random.random() < PLAIN else random.uniform(*RATES)


def varied(pieces: Tensor, near: Tensor, share: float) -> Tensor:
    """The pieces with a share of them exchanged."""
    chosen = torch.rand(pieces.shape, device=pieces.device) < share
    other = near[pieces, torch.randint(near.shape[1], pieces.shape, device=pieces.device)]
    return torch.where(chosen, other, pieces)
