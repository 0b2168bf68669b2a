"""Windows in padded batches."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.claims.examples import Example
from training.claims.labels import IGNORE, ROLES

UNTOLD: Final = 0.1
Batch = dict[str, Tensor]


def batches(
    examples: list[Example], words: int, hints: Sequence[str], *, shuffle: bool, heard: bool = False
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
        yield collate(group, hints, UNTOLD if shuffle else 0.0, heard=heard)


def collate(
    group: list[Example], hints: Sequence[str], untold: float = 0.0, *, heard: bool = False
) -> Batch:
    """One padded batch: the windows, and the claims of all of them in flat rows; if asked, what
    the shipped network `heard`.
    """
    longest = max(len(e.trigger) for e in group)
    found = _read(group) | _parse(group) | _told(group, hints, untold) | _claims(group, longest)
    batch = {key: torch.from_numpy(value) for key, value in found.items()}
    return batch | {"heard": vectors(group)} if heard else batch


def _read(group: list[Example]) -> dict[str, Any]:
    """What the network reads."""
    return {of: _padded([getattr(e, of) for e in group]) for of in ("pieces", "shapes", "first")}


def vectors(group: list[Example]) -> Tensor:
    """What the shipped network's pass gives the heads, padded [windows, words, width]."""
    upper = np.zeros((len(group), max(len(e.heard) for e in group), group[0].heard.shape[1]), "u4")
    for place, example in zip(upper, group, strict=True):
        place[: len(example.heard)] = example.heard
    return torch.from_numpy((upper << 16).view(np.float32))


def _padded(rows: Sequence[NDArray[Any]], fill: int = 0) -> NDArray[np.int64]:
    """Rows of any length as one array, filled up to the longest."""
    found = np.full((len(rows), max(map(len, rows))), fill, dtype=np.int64)
    for place, row in zip(found, rows, strict=True):
        place[: len(row)] = row
    return found


def _parse(group: list[Example]) -> dict[str, Any]:
    """What the shipped parser decided, padded as `training.examples` does."""
    bounds = ("low", "high")
    return {
        kind: _padded([e.parse[kind] for e in group], fill=0 if kind in bounds else IGNORE)
        for kind in group[0].parse
    }


def _told(group: list[Example], hints: Sequence[str], untold: float) -> dict[str, Any]:
    """The hints and what the rules say of roles; some windows are not told of rules."""
    of_rules = np.array([name.startswith("rule:") for name in hints])
    longest = max(len(e.trigger) for e in group)
    told = np.zeros((len(group), longest, len(hints)), dtype=np.float32)
    rules = np.zeros((len(group), len(ROLES), longest, longest), dtype=np.float32)
    for row, example in enumerate(group):
        for word, numbers in enumerate(example.hints):
            told[row, word, list(numbers)] = 1
        if random.random() < untold:
            told[row][:, of_rules] = 0
        else:
            for role, trigger, word in example.rules:
                rules[row, role, trigger, word] = 1
    return {"hints": told, "rules": rules}


def _claims(group: list[Example], longest: int) -> dict[str, Any]:
    """Each word's category; and a row a claim: where it stands, its labels, its roles."""
    claims = [
        (n, e, *pair) for n, e in enumerate(group) for pair in zip(e.claims, e.roles, strict=True)
    ]
    roles = np.full((len(claims), len(ROLES), longest), IGNORE, dtype=np.int64)
    for place, (_, example, _, target) in zip(roles, claims, strict=True):
        place[:, : len(example.trigger)] = target
    at = np.array([(n, claim["word"]) for n, _, claim, _ in claims], dtype=np.int64)
    labels = ("code", "status", "polarity", "certainty")
    return {
        "trigger": _padded([e.trigger for e in group], fill=IGNORE),
        "at": at.reshape(-1, 2),
        "roles": roles,
        **{k: np.array([c[k] for _, _, c, _ in claims], dtype=np.int64) for k in labels},
    }
