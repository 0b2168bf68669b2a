"""Train the claim heads together with the parser, on one pass over the words.

`python -m training.joint --start CHECKPOINT` begins with a parser of `training.train`, or with an
earlier run of its own (`training.shipped` makes a checkpoint of what ships). It takes turns between
the treebanks and the corpus of claims, where the network is held to the coded claims and, so that
it forgets nothing, to what the shipped parser decides; with `--taught-by`, to the mean of what
earlier runs say as well, and with `--varied` to what they say of the same texts in other words.
`--base FOLDER` trains a network of base size instead (`training.teacher`), to teach another. Goes
on at its last checkpoint, ../train/RUN/last.pt.
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
from torch import Tensor, nn
from torch.nn import functional as F

from training import teacher, varied
from training.claims.batches import Batch, batches
from training.claims.examples import WORK, Example
from training.claims.labels import IGNORE
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
    masked_arcs,
    moved,
    report,
    rows_of,
    seeded,
    settings_of,
    sizes_of,
    train,
)

PARSED: Final = 0.5  # weight of the shipped parser's decisions on the corpus of claims
CLAIMED: Final = {"event": 4.0, "roles": 1.0, **WEIGHTS}  # as in training.claims.losses
WHOLE: Final = frozenset({"event", "roles"})


class Joint:
    """The parser's network and the claim heads on what it makes of each word.

    Under `teachers` only the share `coded` of what it is trained by is the corpora's labels, none
    where pieces are exchanged for `near` ones; and it learns to tell their last and middle layers
    from its own.
    """

    def __init__(self, network: Network, heads: Heads, weights: dict[str, float]) -> None:
        self.network, self.heads, self.weights = network, heads, weights
        self.teachers: list[Joint] = []
        self.coded = 1.0
        self.near: Tensor | None = None
        self.likeness = nn.ModuleDict()

    def taught_by(self, teachers: list[Joint], coded: float) -> None:
        """Learn from these, which stay as they are."""
        self.teachers, self.coded = teachers, coded
        wide = teachers[0].network.sizes.width
        self.likeness = nn.ModuleDict(
            {layer: nn.Linear(self.network.sizes.width, wide) for layer in ("last", "middle")}
        )

    @property
    def parts(self) -> dict[str, nn.Module]:
        """What is trained."""
        parts: dict[str, nn.Module] = {"network": self.network, "heads": self.heads}
        return parts | ({"likeness": self.likeness} if self.teachers else {})

    def scores(self, batch: Batch) -> dict[str, Tensor]:
        """Scores of the parse and, if the batch has any, of the claims."""
        found: dict[str, Tensor] = self.network(batch["pieces"], batch["shapes"], batch["first"])
        if "hints" not in batch:
            return found
        return found | self.heads(found["heard"], batch["hints"], batch["rules"])

    def told(self, batch: Batch) -> dict[str, Tensor]:
        """Scores of a batch from elsewhere, brought back to where that is."""
        found = self.scores(moved(batch, self.network))
        return {kind: scores.to(batch["at"].device) for kind, scores in found.items()}

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """Each loss times its weight; a batch of the treebanks has no claims."""
        batch, coded = self._varied(moved(batch, self.network))
        scores = self.scores(batch)
        found = self._parse(scores, batch)
        if "hints" in batch:
            found = {kind: PARSED * loss for kind, loss in found.items()}
            for kind, loss in claim_losses(scores, batch).items():
                found[f"claims {kind}"] = WEIGHTS.get(kind, 1.0) * loss
        if not self.teachers:
            return found
        found = {kind: coded * loss for kind, loss in found.items()}
        with torch.no_grad():
            said = [t.scores(batch) for t in self.teachers]
            told = [t.answers(s, batch) for t, s in zip(self.teachers, said, strict=True)]
        taught = (1 - coded) * self._taught(scores, batch, told)
        return found | {"taught": taught, "alike": self._alike(scores, said[0], batch)}

    def _varied(self, batch: Batch) -> tuple[Batch, float]:
        """The batch, often in other words, and the share that its labels count."""
        share = 0.0 if self.near is None else varied.rate()
        if share and self.near is not None:
            batch = {**batch, "pieces": varied.varied(batch["pieces"], self.near, share)}
        return batch, 0.0 if share or "uncoded" in batch else self.coded

    def _alike(self, scores: dict[str, Tensor], said: dict[str, Tensor], batch: Batch) -> Tensor:
        """How well the teacher's layers can be told from its own, a mean square."""
        real = batch["low"] < batch["high"]
        total = scores["last"].new_zeros(())
        for layer, likeness in self.likeness.items():
            wanted = F.layer_norm(said[layer].float(), said[layer].shape[-1:])
            total = total + F.mse_loss(likeness(scores[layer]).float()[real], wanted[real])
        return total / len(self.likeness)

    def _taught(
        self, scores: dict[str, Tensor], batch: Batch, told: list[dict[str, Tensor]]
    ) -> Tensor:
        """How far its answers are from the mean of the teachers', each answer by its weight."""
        parsed = PARSED if "hints" in batch else 1.0
        total = scores["heard"].new_zeros(())
        for kind, said in self.answers(scores, batch).items():
            wanted = torch.stack([t[kind].softmax(-1) for t in told]).mean(0)
            apart = -(wanted * said.log_softmax(-1)).sum()
            of = 2 * len(batch["at"]) if kind == "roles" else len(said)
            weight = parsed * self.weights[kind] if kind in self.weights else CLAIMED[kind]
            total = total + weight * apart / max(1, of)
        return total

    def answers(self, scores: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
        """Scores [answers, labels] by kind, wherever a label counts."""
        parsed = batch["head"] >= 0
        head = scores["head"][rows_of(parsed), batch["head"][parsed]]
        found = {
            kind: scores[kind][batch[kind] != IGNORE] for kind in ("upos", "xpos", "names")
        } | {
            "arc": masked_arcs(scores["arc"], batch)[parsed],
            "label": self.network.labels(scores["word"][parsed], head),
            "start": yes_or_no(scores["start"][batch["start"] != IGNORE]),
        }
        if "hints" in batch:
            row, word = batch["at"].T
            found["event"] = scores["event"][batch["trigger"] != IGNORE]
            found |= {kind: scores[kind][row, word] for kind in CLAIMED if kind not in WHOLE}
            roles = scores["roles"][row, :, word]
            found["roles"] = yes_or_no(roles[batch["roles"] != IGNORE])
        return {kind: answers.float() for kind, answers in found.items()}

    def _parse(self, scores: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
        found = losses(self.network, scores, batch)
        return {kind: self.weights[kind] * loss for kind, loss in found.items()}


def yes_or_no(odds: Tensor) -> Tensor:
    """Log-odds as the scores of two labels."""
    return torch.stack([odds, torch.zeros_like(odds)], -1)


def started(
    checkpoint: Path, settings: Settings, claims: ClaimLabels, base: Path | None = None
) -> tuple[Joint, Labels]:
    """The network of a checkpoint with its heads; a parser alone gets new ones. With a `base` only
    its labels are taken, and all else is new.

    Of such a parser the share `base` is mixed back from the model that it came from, whose layers
    still tell what words mean: .3 costs the parse three points, which it soon has again.
    """
    state: dict[str, Any] = torch.load(checkpoint, weights_only=False)
    labels = Labels(**{kind: tuple(found) for kind, found in state["labels"].items()})
    if base:
        network = teacher.begun(sizes_of(settings, labels), base, pieces_of(settings))
        return with_heads(network, claims, settings), labels
    network = Network(state["sizes"]) if "sizes" in state else begun(settings, labels)
    before = {name: p.detach().clone() for name, p in network.encoder.named_parameters()}
    network.load_state_dict(state["network"], strict="heads" in state)
    joint = with_heads(network, claims, settings)
    if "heads" in state:
        joint.heads.load_state_dict(fitted(state["heads"], state["claims"], claims))
    else:
        mix(network, before, settings["claims"]["base"])
    return joint, labels


def with_heads(network: Network, claims: ClaimLabels, settings: Settings) -> Joint:
    """The network with new heads of its width."""
    shape = Shape(len(claims.hints), width=network.sizes.width)
    return Joint(network, Heads(shape, claims), settings["loss"])


def pieces_of(settings: Settings) -> list[str]:
    """The base's vocabulary, by whose numbers batches are read."""
    base = base_weights(settings["encoder"]["package"])
    return (base / "vocab.txt").read_text("utf-8").rstrip("\n").split("\n")


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


def by_base(examples: list[Example], model: Path, base: list[str]) -> None:
    """Number the pieces as the base does, not as the shipped vocabulary, which is shorter."""
    shipped = (model / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
    numbers = {piece: n for n, piece in enumerate(base)}
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


def claims_of(
    data: list[Example], uncoded: list[Example], words: int, labels: ClaimLabels
) -> Iterator[Batch]:
    """Yield the batches of the corpus of claims, and of texts that nobody coded, without end."""
    while True:
        both = list(batches(data, words, labels.hints, shuffle=True))
        if uncoded:
            marked = batches(uncoded, words, labels.hints, shuffle=True)
            both += [{**batch, "uncoded": torch.ones(1)} for batch in marked]
        random.shuffle(both)
        yield from both


def tell(joint: Joint, kept: list[Example], labels: ClaimLabels) -> None:
    """Log how the heads do on the documents that are kept apart."""
    joint.heads.eval()
    joint.network.eval()
    found = check(joint.told, kept, labels)
    joint.heads.train()
    joint.network.train()
    log.info("kept %s", " ".join(f"{kind} {100 * value:.1f}" for kind, value in found.items()))


def options() -> argparse.Namespace:
    """What is asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    asked.add_argument("--run", default="joint", help="name of the folder for checkpoints")
    asked.add_argument("--start", type=Path, required=True)
    asked.add_argument("--base", type=Path, help="train a teacher: folder of all-mpnet-base-v2")
    asked.add_argument("--taught-by", type=Path, nargs="*", default=[], help="checkpoints")
    asked.add_argument("--varied", action="store_true", help="ask teachers of other words too")
    asked.add_argument(
        "--uncoded", type=Path, nargs="*", default=[], help="training.claims.uncoded"
    )
    asked.add_argument("--device", default="cpu")
    asked.add_argument("--seed", type=int)
    return asked.parse_args()


def pupil(
    chosen: argparse.Namespace, settings: Settings, known: ClaimLabels, pieces: list[str]
) -> tuple[Joint, Labels]:
    """The network to train with its teachers, if any, on the device."""
    joint, labels = started(chosen.start, settings, known, chosen.base)
    if chosen.taught_by:
        teachers = [started(path, settings, known)[0] for path in chosen.taught_by]
        joint.taught_by(teachers, settings["claims"]["coded"])
    for each in (joint, *joint.teachers):
        for part in each.parts.values():
            part.to(chosen.device).train(each is joint)
    if chosen.varied:
        joint.near = varied.neighbours(joint.teachers[0].network.encoder.words.weight, pieces)
    return joint, labels


def main() -> None:
    """Read what there is, train, save."""
    chosen = options()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    settings = settings_of(chosen.config)
    plan = settings["schedule"] | settings["claims"]
    plan["seed"] = plan["seed"] if chosen.seed is None else chosen.seed
    seeded(plan)
    folder = Path(settings["paths"]["work"]) / chosen.run
    folder.mkdir(parents=True, exist_ok=True)
    with (WORK / "features.pickle").open("rb") as file:
        known, every = cast("tuple[ClaimLabels, list[Example]]", pickle.load(file))
    uncoded = [e for path in chosen.uncoded for e in pickle.loads(path.read_bytes())]
    pieces = pieces_of(settings)
    joint, labels = pupil(chosen, settings, known, pieces)
    by_base([*every, *uncoded], Path(settings["paths"]["model"]), pieces)
    left = unseen(every, plan["unseen"], folder, chosen.start)
    kept = [e for e in every if is_kept(e)]
    data = [e for e in every if not is_kept(e) and e.document not in left]
    told = {
        "labels": dataclasses.asdict(labels), "claims": known, "shape": joint.heads.shape,
        "settings": settings,
    }  # fmt: skip
    if chosen.base:
        told["sizes"] = joint.network.sizes
    run = Run(joint.parts, plan, folder, told)
    run.resume()
    trees = Path(settings["paths"]["data"])
    tokenizer = base_weights(settings["encoder"]["package"]) / "tokenizer.json"
    maker = Maker(Pieces(tokenizer), labels, settings)
    dev = held_batches(maker, trees)

    def tell_all() -> None:
        report(run, dev)
        tell(joint, kept, known)

    pairs = zip(
        epochs(maker, training_documents(trees)),
        claims_of(data, uncoded, plan["words"], known),
        strict=True,
    )
    train(run, chain.from_iterable(pairs), joint.losses, tell_all)


if __name__ == "__main__":
    main()
