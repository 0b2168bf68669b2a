"""The mean of some runs' weights: `python -m training.mean TARGET CHECKPOINT ...` writes one.

Runs that began with the same weights lie close enough for that, and their mean is often better than
each of them.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch

PARTS = ("network", "heads")


def mean(states: list[dict[str, Any]]) -> dict[str, Any]:
    """The first checkpoint with the mean of all weights."""
    found = {key: value for key, value in states[0].items() if key != "optimiser"}
    for part in PARTS:
        found[part] = {
            name: torch.stack([state[part][name] for state in states]).mean(0)
            for name in states[0][part]
        }
    return found


def main() -> None:
    """Read, write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("target", type=Path)
    asked.add_argument("checkpoints", type=Path, nargs="+")
    chosen = asked.parse_args()
    states = [torch.load(p, weights_only=False, map_location="cpu") for p in chosen.checkpoints]
    torch.save(mean(states), chosen.target)


if __name__ == "__main__":
    main()
