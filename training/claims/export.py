"""Write the claim heads that ship: `python -m training.claims.export CHECKPOINT` reads a checkpoint
of `training.joint`.

Writes `claims.onnx` (int8) and `claims.json` into the package.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from torch import Tensor, nn

from fogline.reading import language
from training.claims.labels import ROLES, Labels
from training.claims.network import Heads
from training.export import export, quantised

INPUTS = ("heard", "hints")
PAIRED = ("roles", "of_trigger", "of_word")
WIDE = ("/trigger/", "/word/", "/hints/")  # the widest scorers: int8 moved no figure of the gold
TAGS = ("event", "code", "status", "polarity", "certainty")


class Shipped(nn.Module):
    """The heads as they ship: probabilities, not scores, where no rule adds to them."""

    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, heard: Tensor, hints: Tensor) -> tuple[Tensor, ...]:
        """heard and hints -> probabilities by head; of roles log-odds, and what rules add."""
        scores = self.heads.scored(heard, hints)
        return (*(scores[tag].softmax(-1) for tag in TAGS), *(scores[of] for of in PAIRED))


def write_onnx(heads: Heads, path: Path) -> None:
    """Export with free windows and words."""
    inputs = (torch.randn(2, 4, heads.shape.width), torch.zeros(2, 4, heads.shape.hints))
    axes = {key: {0: "windows", 1: "words"} for key in (*INPUTS, *TAGS, *PAIRED)}
    axes["roles"] = {0: "windows", 2: "words", 3: "words"}
    export(Shipped(heads).eval(), inputs, (INPUTS, (*TAGS, *PAIRED)), axes, path)


def main() -> None:
    """Write the files of the claim heads."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("checkpoint", type=Path)
    asked.add_argument("--to", type=Path, default=language.MODEL)
    options = asked.parse_args()
    stored = torch.load(options.checkpoint, weights_only=False)
    labels: Labels = stored["claims"]
    heads = Heads(stored["shape"], labels)
    heads.load_state_dict(stored["heads"])
    draft = options.checkpoint.with_suffix(".heads.onnx")
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
