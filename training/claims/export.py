"""Write the claim heads that ship: `python -m training.claims.export RUN` reads
../train/claims/RUN.pt.

Writes `claims.onnx` (int8) and `claims.json` into the package.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from torch import Tensor, nn

from fogline.reading import language
from training.claims.examples import WORK
from training.claims.labels import ROLES, Labels
from training.claims.network import Heads
from training.export import export, quantised

INPUTS = ("embedded", "used", "parsed", "first", "hints", "rules")
WIDE = ("/parsed/", "/trigger/", "/word/")  # the widest scorers: int8 moved no figure of the gold
TAGS = ("event", "code", "status", "polarity", "certainty")


class Shipped(nn.Module):
    """The heads as they ship: probabilities, not scores."""

    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """The inputs of Heads.forward -> probabilities by head, and of each role."""
        scores = self.heads(*inputs)
        return (*(scores[tag].softmax(-1) for tag in TAGS), scores["roles"].sigmoid())


def write_onnx(heads: Heads, path: Path) -> None:
    """Export with free windows, pieces and words."""
    width, hints = heads.shape.width, heads.shape.hints
    inputs = (
        torch.randn(2, 9, width), torch.ones(2, 9, dtype=torch.bool), torch.randn(2, 4, width),
        torch.tensor([[1, 2, 4, 5], [10, 12, 13, 14]]), torch.zeros(2, 4, hints),
        torch.zeros(2, len(ROLES), 4, 4),
    )  # fmt: skip
    axes = {key: {0: "windows", 1: "pieces"} for key in ("embedded", "used")}
    axes |= {key: {0: "windows", 1: "words"} for key in (*INPUTS[2:5], *TAGS)}
    axes["rules"] = axes["roles"] = {0: "windows", 2: "words", 3: "words"}
    export(Shipped(heads).eval(), inputs, (INPUTS, (*TAGS, "roles")), axes, path)


def main() -> None:
    """Write the files of the claim heads."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("run")
    asked.add_argument("--to", type=Path, default=language.MODEL)
    options = asked.parse_args()
    stored = torch.load(WORK / f"{options.run}.pt", weights_only=False)
    labels: Labels = stored["labels"]
    heads = Heads(stored["shape"], labels)
    heads.load_state_dict(stored["heads"])
    draft = WORK / f"{options.run}.onnx"
    write_onnx(heads.eval(), draft)
    quantised(draft, options.to / "claims.onnx", heads=False, also=WIDE)
    sets = {
        "events": labels.events, "codes": labels.codes, "status": labels.status,
        "certainty": labels.certainty, "roles": ROLES, "hints": labels.hints,
    }  # fmt: skip
    (options.to / "claims.json").write_text(json.dumps(sets, indent=1) + "\n", encoding="utf-8")
    for name in ("claims.onnx", "claims.json"):
        print(f"{(options.to / name).stat().st_size:>12,} {name}")


if __name__ == "__main__":
    main()
