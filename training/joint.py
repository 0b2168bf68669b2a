"""Train the claim heads together with the parser, on one pass over the words.

`python -m training.joint --start CHECKPOINT` begins with a parser of `training.train`, or with an
earlier run of its own (`training.shipped` makes a checkpoint of what ships). It takes turns between
the treebanks and the corpus of claims, where the network is held to the coded claims and, so that
it forgets nothing, to what the shipped parser decides. Goes on at its last checkpoint,
../train/RUN/last.pt.
"""

from __future__ import annotations

import argparse
import dataclasses
import logging
import pickle
import random
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final, cast

import numpy as np
import torch
from torch import Tensor

from training.claims.batches import Batch, batches
from training.claims.examples import WORK, Example
from training.claims.labels import Labels as ClaimLabels
from training.claims.losses import WEIGHTS, check, is_kept
from training.claims.losses import losses as claim_losses
from training.claims.network import Heads, Shape
from training.convert import training_documents
from training.examples import Labels, Maker, Pieces, Settings
from training.network import Network, base_weights
from training.train import (
    Run,
    begun,
    epochs,
    held_batches,
    log,
    losses,
    report,
    seeded,
    settings_of,
    train,
)

PARSED: Final = 0.5  # weight of the shipped parser's decisions on the corpus of claims


class Joint:
    """The parser's network and the claim heads on what it makes of each word."""

    def __init__(self, network: Network, heads: Heads, weights: dict[str, float]) -> None:
        self.network, self.heads, self.weights = network, heads, weights

    def scores(self, batch: Batch) -> dict[str, Tensor]:
        """Scores of the parse and of the claims."""
        found: dict[str, Tensor] = self.network(batch["pieces"], batch["shapes"], batch["first"])
        return found | self.heads(found["heard"], batch["hints"], batch["rules"])

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """Each loss times its weight; a batch of the treebanks has no claims."""
        if "hints" not in batch:
            scores = self.network(batch["pieces"], batch["shapes"], batch["first"])
            return self._parse(scores, batch)
        scores = self.scores(batch)
        found = {kind: PARSED * loss for kind, loss in self._parse(scores, batch).items()}
        for kind, loss in claim_losses(scores, batch).items():
            found[f"claims {kind}"] = WEIGHTS.get(kind, 1.0) * loss
        return found

    def _parse(self, scores: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
        found = losses(self.network, scores, batch)
        return {kind: self.weights[kind] * loss for kind, loss in found.items()}


def started(checkpoint: Path, settings: Settings, claims: ClaimLabels) -> tuple[Joint, Labels]:
    """The network of a checkpoint with its heads; a parser alone gets new ones.

    Of such a parser the share `base` is mixed back from the model that it came from, whose layers
    still tell what words mean: .3 costs the parse three points, which it soon has again.
    """
    state: dict[str, Any] = torch.load(checkpoint, weights_only=False)
    labels = Labels(**{kind: tuple(found) for kind, found in state["labels"].items()})
    network, heads = begun(settings, labels), Heads(Shape(len(claims.hints)), claims)
    base = {name: p.detach().clone() for name, p in network.encoder.named_parameters()}
    network.load_state_dict(state["network"], strict="heads" in state)
    if "heads" in state:
        heads.load_state_dict(fitted(state["heads"], state["claims"], claims))
    else:
        mix(network, base, settings["claims"]["base"])
    return Joint(network, heads, settings["loss"]), labels


@torch.no_grad()
def mix(network: Network, base: dict[str, Tensor], share: float) -> None:
    """Move the encoder's weights that much of the way to the base model's."""
    for name, weight in network.encoder.named_parameters():
        if name != "shapes.weight":  # the base has none
            weight.lerp_(base[name], share)


def fitted(
    weights: dict[str, Tensor], before: ClaimLabels, labels: ClaimLabels
) -> dict[str, Tensor]:
    """An earlier run's heads; what they were told by names that are no more is forgotten."""
    was = weights["hints.weight"]
    told = torch.zeros(len(was), len(labels.hints))
    for column, name in enumerate(labels.hints):
        if name in before.hints:
            told[:, column] = was[:, before.hints.index(name)]
    return {**weights, "hints.weight": told}


def by_base(examples: list[Example], model: Path, base: Path) -> None:
    """Number the pieces as the base does, not as the shipped vocabulary, which is shorter."""
    shipped = (model / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
    numbers = {p: n for n, p in enumerate((base / "vocab.txt").read_text("utf-8").splitlines())}
    table = np.array([numbers[piece] for piece in shipped], dtype=np.int32)
    for example in examples:
        example.pieces = table[example.pieces]


def unseen(examples: list[Example], share: float, folder: Path, start: Path) -> set[str]:
    """The documents that are left out, to measure thresholds on; listed in `unseen.txt`.

    What the run that it starts from has not used stays unused.
    """
    names = sorted({e.document for e in examples if not is_kept(e)})
    found = random.sample(names, round(share * len(names)))
    before = start.with_name("unseen.txt")
    if before.exists():
        found = before.read_text(encoding="utf-8").splitlines()
    (folder / "unseen.txt").write_text("\n".join(sorted(found)), encoding="utf-8")
    return set(found)


def claims_of(data: list[Example], words: int, labels: ClaimLabels) -> Iterator[Batch]:
    """Yield the batches of the corpus of claims again and again, without end."""
    while True:
        yield from batches(data, words, labels.hints, shuffle=True)


def tell(joint: Joint, kept: list[Example], labels: ClaimLabels) -> None:
    """Log how the heads do on the documents that are kept apart."""
    joint.heads.eval()
    joint.network.eval()
    found = check(joint.scores, kept, labels)
    joint.heads.train()
    joint.network.train()
    log.info("kept %s", " ".join(f"{kind} {100 * value:.1f}" for kind, value in found.items()))


def main() -> None:
    """Read what there is, train, save."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    asked.add_argument("--run", default="joint", help="name of the folder for checkpoints")
    asked.add_argument("--start", type=Path, required=True)
    chosen = asked.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    settings = settings_of(chosen.config)
    plan = settings["schedule"] | settings["claims"]
    seeded(plan)
    folder = Path(settings["paths"]["work"]) / chosen.run
    folder.mkdir(parents=True, exist_ok=True)
    with (WORK / "features.pickle").open("rb") as file:
        known, every = cast("tuple[ClaimLabels, list[Example]]", pickle.load(file))
    joint, labels = started(chosen.start, settings, known)
    base = base_weights(settings["encoder"]["package"])
    by_base(every, Path(settings["paths"]["model"]), base)
    left = unseen(every, plan["unseen"], folder, chosen.start)
    kept = [e for e in every if is_kept(e)]
    data = [e for e in every if not is_kept(e) and e.document not in left]
    told = {
        "labels": dataclasses.asdict(labels), "claims": known, "shape": joint.heads.shape,
        "settings": settings,
    }  # fmt: skip
    run = Run({"network": joint.network, "heads": joint.heads}, plan, folder, told)
    run.resume()
    trees = Path(settings["paths"]["data"])
    maker = Maker(Pieces(base / "tokenizer.json"), labels, settings)
    dev = held_batches(maker, trees)

    def tell_all() -> None:
        report(run, dev)
        tell(joint, kept, known)

    pairs = zip(
        epochs(maker, training_documents(trees)),
        claims_of(data, plan["words"], known),
        strict=True,
    )
    train(run, chain.from_iterable(pairs), joint.losses, tell_all)


if __name__ == "__main__":
    main()
