"""Windows in padded batches."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor

from training.claims.examples import Example
from training.claims.labels import IGNORE, ROLES

UNTOLD: Final = 0.1
Batch = dict[str, Tensor]


def batches(
    examples: list[Example], words: int, hints: Sequence[str], *, shuffle: bool
) -> Iterator[Batch]:
    """Yield padded batches of windows of like length, of about `words` words.

    Where they are shuffled, to train on, one window in ten is told nothing of what the rules say.
    """
    order = sorted(examples, key=lambda e: len(e.trigger) + (random.random() * 4 if shuffle else 0))
    groups: list[list[Example]] = [[]]
    for example in order:
        if groups[-1] and len(example.trigger) * (len(groups[-1]) + 1) > words:
            groups.append([])
        groups[-1].append(example)
    if shuffle:
        random.shuffle(groups)
    for group in groups:
        yield collate(group, hints, untold=UNTOLD if shuffle else 0.0)


def collate(group: list[Example], hints: Sequence[str], untold: float = 0.0) -> Batch:
    """One padded batch: the windows, and the claims of all of them in flat rows."""
    of_rules = np.array([name.startswith("rule:") for name in hints])
    longest = max(len(e.trigger) for e in group)
    pieces = max(len(e.embedded) for e in group)
    width = group[0].embedded.shape[1]
    found: dict[str, Any] = {
        "embedded": np.zeros((len(group), pieces, width), dtype=np.float32),
        "used": np.zeros((len(group), pieces), dtype=np.bool_),
        "parsed": np.zeros((len(group), longest, width), dtype=np.float32),
        "first": np.zeros((len(group), longest), dtype=np.int64),
        "hints": np.zeros((len(group), longest, len(hints)), dtype=np.float32),
        "rules": np.zeros((len(group), len(ROLES), longest, longest), dtype=np.float32),
        "trigger": np.full((len(group), longest), IGNORE, dtype=np.int64),
    }
    at: list[tuple[int, int]] = []
    labels: dict[str, list[int]] = {k: [] for k in ("code", "status", "polarity", "certainty")}
    roles = []
    for row, example in enumerate(group):
        count, used = len(example.trigger), len(example.embedded)
        found["embedded"][row, :used], found["used"][row, :used] = example.embedded, True
        found["parsed"][row, :count] = example.parsed
        found["first"][row, :count] = example.first + row * pieces
        found["trigger"][row, :count] = example.trigger
        for word, numbers in enumerate(example.hints):
            found["hints"][row, word, list(numbers)] = 1
        if random.random() < untold:
            found["hints"][row][:, of_rules] = 0
        else:
            for role, trigger, word in example.rules:
                found["rules"][row, role, trigger, word] = 1
        for claim, target in zip(example.claims, example.roles, strict=True):
            at.append((row, claim["word"]))
            for kind, values in labels.items():
                values.append(claim[kind])
            padded = np.full((len(ROLES), longest), IGNORE, dtype=np.int64)
            padded[:, :count] = target
            roles.append(padded)
    found["at"] = np.array(at, dtype=np.int64).reshape(-1, 2)
    found["roles"] = np.array(roles, dtype=np.int64).reshape(-1, len(ROLES), longest)
    found |= {kind: np.array(values, dtype=np.int64) for kind, values in labels.items()}
    return {key: torch.from_numpy(value) for key, value in found.items()}
