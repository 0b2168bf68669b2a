"""The mean of some runs' weights: `python -m training.mean TARGET CHECKPOINT ...` writes one, of
equal shares or of those asked for (`--shares .6 .4`).

Runs that began with the same weights lie close enough for that, and their mean is often better than
each of them; a run and the weights that it began with, too (Wortsman et al., CVPR 2022).
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch

from training.joint import fitted

PARTS = ("network", "heads")


def mean(states: list[dict[str, Any]], shares: list[float]) -> dict[str, Any]:
    """The first checkpoint with the mean of all weights.

    What an earlier one's heads were told by names that are no more is forgotten.
    """
    found = {key: value for key, value in states[0].items() if key != "optimiser"}
    for state in states:
        state["heads"] = fitted(state["heads"], state["claims"], found["claims"])
    for part in PARTS:
        found[part] = {
            name: sum(
                share * state[part][name] for share, state in zip(shares, states, strict=True)
            )
            for name in states[0][part]
        }
    return found


def main() -> None:
    """Read, write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("target", type=Path)
    asked.add_argument("checkpoints", type=Path, nargs="+")
    asked.add_argument("--shares", type=float, nargs="*", help="of each checkpoint; sum to 1")
    chosen = asked.parse_args()
    states = [torch.load(p, weights_only=False, map_location="cpu") for p in chosen.checkpoints]
    shares = chosen.shares or [1 / len(states)] * len(states)
    torch.save(mean(states, shares), chosen.target)


if __name__ == "__main__":
    main()
