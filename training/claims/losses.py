"""What the claim heads are trained by, and how they do on documents that are kept apart."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Final

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from training.claims.batches import Batch, batches
from training.claims.corpus import KEPT
from training.claims.examples import Example
from training.claims.labels import IGNORE, ROLES, Labels

SMOOTHING: Final = 0.1  # so that a probability of one means something
WEIGHTS: Final = {"code": 0.5, "status": 0.5, "polarity": 0.4, "certainty": 0.5}


def is_kept(example: Example) -> bool:
    """Tell whether a window comes from a document that is kept apart."""
    return zlib.crc32(example.document.encode()) % KEPT == 0


def losses(scores: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    """One mean loss a head."""
    event = F.cross_entropy(
        scores["event"].float().flatten(0, 1),
        batch["trigger"].flatten(),
        ignore_index=IGNORE,
        label_smoothing=SMOOTHING / 2,
    )
    out = {"event": event * 4}
    if not len(batch["at"]):
        return out
    row, word = batch["at"].T
    for kind in ("code", "status", "polarity", "certainty"):
        if (batch[kind] != IGNORE).any():
            out[kind] = F.cross_entropy(
                scores[kind][row, word].float(),
                batch[kind],
                ignore_index=IGNORE,
                label_smoothing=SMOOTHING,
            )
    found, wanted = scores["roles"][row, :, word].float(), batch["roles"]
    counted = wanted != IGNORE
    soft = wanted.clamp(min=0).float() * (1 - SMOOTHING)
    bits = F.binary_cross_entropy_with_logits(found, soft, reduction="none")
    out["roles"] = (bits * counted).sum() / len(row) / 2
    return out


@torch.no_grad()
def check(
    model: Callable[[Batch], dict[str, Tensor]],
    examples: list[Example],
    labels: Labels,
    *,
    heard: bool = False,
) -> dict[str, float]:
    """Return how the heads do: trigger F1, slots right at the coded triggers, roles' F1.

    `heard` as in batches.
    """
    n: dict[str, float] = dict.fromkeys(("gold", "said", "hit", "claims"), 0)
    right = dict.fromkeys(("code", "status", "polarity", "certainty"), 0)
    roles = np.zeros((len(ROLES), 3))
    for batch in batches(examples, 2000, labels.hints, shuffle=False, heard=heard):
        scores = model(batch)
        said, wanted = scores["event"].argmax(-1), batch["trigger"]
        counted = wanted != IGNORE
        n["gold"] += int(((wanted > 0) & counted).sum())
        n["said"] += int(((said > 0) & counted).sum())
        n["hit"] += int(((said == wanted) & (wanted > 0)).sum())
        row, word = batch["at"].T
        n["claims"] += len(row)
        for kind in right:
            right[kind] += int((scores[kind][row, word].argmax(-1) == batch[kind]).sum())
        told, gold = scores["roles"][row, :, word] > 0, batch["roles"]
        for r in range(len(ROLES)):
            keep = gold[:, r] != IGNORE
            yes, true = told[:, r][keep], gold[:, r][keep] == 1
            roles[r] += [int(yes.sum()), int(true.sum()), int((yes & true).sum())]
    found = {"trigger": 2 * n["hit"] / max(1, n["gold"] + n["said"])}
    found |= {kind: value / max(1, n["claims"]) for kind, value in right.items()}
    f1 = {r: 2 * roles[i][2] / max(1, roles[i][0] + roles[i][1]) for i, r in enumerate(ROLES)}
    return found | f1
