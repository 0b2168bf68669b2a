"""Train the language model: `python -m training.train`; goes on at its last checkpoint."""

from __future__ import annotations

import argparse
import dataclasses
import logging
import random
import time
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from training.convert import IGNORE, Document, held_out, training_documents
from training.examples import Batch, Labels, Maker, Pieces, Settings, batches, label_sets
from training.network import Network, Sizes, base_weights, load_base

log = logging.getLogger("training")


def settings_of(path: Path) -> Settings:
    """The run's settings, as in config.toml."""
    with path.open("rb") as file:
        return tomllib.load(file)


def sizes_of(settings: Settings, labels: Labels) -> Sizes:
    """Network sizes out of the settings and the label sets."""
    heads = settings["heads"]
    return Sizes(
        *(len(getattr(labels, kind)) for kind in ("upos", "xpos", "deprel", "names")),
        arc=heads["arc"],
        label=heads["label"],
        layers=settings["encoder"]["layers"],
        dropout_hidden=heads["dropout_hidden"],
        dropout_pooled=heads["dropout_pooled"],
        dropout_mlp=heads["dropout_mlp"],
    )


def masked_arcs(arc: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Arc scores with heads outside the word's own sentence, and the word itself, ruled out."""
    place = torch.arange(arc.shape[2]) - 1
    low, high = batch["low"][..., None], batch["high"][..., None]
    inside = (place >= low) & (place < high) & (place != torch.arange(arc.shape[1])[:, None])
    return arc.masked_fill(~(inside | (place == -1)), -1e4)


def losses(network: Network, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """One mean loss a head; words without the target do not count."""
    scores = network(batch["pieces"], batch["shapes"], batch["first"])
    out = {
        kind: F.cross_entropy(scores[kind].float().mT, batch[kind], ignore_index=IGNORE)
        for kind in ("upos", "xpos", "names")
        if (batch[kind] != IGNORE).any()
    }
    real = batch["start"] != IGNORE
    out["start"] = F.binary_cross_entropy_with_logits(
        scores["start"].float()[real], batch["start"][real].float()
    )
    parsed = batch["head"] >= 0
    if parsed.any():
        arc = masked_arcs(scores["arc"].float(), batch)[parsed]
        head = batch["head"][parsed]
        out["arc"] = F.cross_entropy(arc, head)
        row = torch.arange(parsed.shape[0])[:, None].expand_as(parsed)[parsed]
        label = network.labels(scores["word"][parsed], scores["head"][row, head])
        out["label"] = F.cross_entropy(label.float(), batch["deprel"][parsed], ignore_index=IGNORE)
    return out


def tensors(batch: Batch) -> dict[str, Tensor]:
    """The batch as tensors."""
    return {key: torch.from_numpy(value) for key, value in batch.items()}


@torch.no_grad()
def quick_check(network: Network, dev: list[Batch]) -> dict[str, float]:
    """Share right on batches of gold sentences: upos, xpos, uas, las (greedy), start F, names."""
    network.eval()
    kinds = ("upos", "xpos", "uas", "las", "hit", "said", "true")
    right: dict[str, float] = dict.fromkeys(kinds, 0)
    words = 0
    for raw in dev:
        batch = tensors(raw)
        scores = network(batch["pieces"], batch["shapes"], batch["first"])
        parsed = batch["head"] >= 0
        words += int(parsed.sum())
        head = masked_arcs(scores["arc"], batch)[parsed].argmax(-1)
        row = torch.arange(parsed.shape[0])[:, None].expand_as(parsed)[parsed]
        label = network.labels(scores["word"][parsed], scores["head"][row, head]).argmax(-1)
        good = head == batch["head"][parsed]
        right["uas"] += int(good.sum())
        right["las"] += int((good & (label == batch["deprel"][parsed])).sum())
        for kind in ("upos", "xpos"):
            right[kind] += int((scores[kind].argmax(-1) == batch[kind])[parsed].sum())
        said, true = (scores["start"] > 0)[parsed], (batch["start"] == 1)[parsed]
        right["hit"] += int((said & true).sum())
        right["said"] += int(said.sum())
        right["true"] += int(true.sum())
    network.train()
    found = {kind: right[kind] / words for kind in ("upos", "xpos", "uas", "las")}
    return found | {"start_f": 2 * right["hit"] / (right["said"] + right["true"])}


class Run:
    """One training run: network, optimiser and clock, saved together."""

    def __init__(self, settings: Settings, labels: Labels, folder: Path) -> None:
        self.settings, self.labels, self.folder = settings, labels, folder
        self.plan = settings["schedule"]
        self.network = Network(sizes_of(settings, labels))
        self.seconds, self.steps, self.epoch = 0.0, 0, 0
        frozen = settings["encoder"]["freeze_embeddings"]
        self.network.encoder.words.weight.requires_grad_(not frozen)
        encoder = [p for p in self.network.encoder.parameters() if p.requires_grad]
        ids = {id(p) for p in self.network.encoder.parameters()}
        heads = [p for p in self.network.parameters() if id(p) not in ids]
        self.optimiser = torch.optim.AdamW(
            [{"params": encoder}, {"params": heads}], weight_decay=self.plan["weight_decay"]
        )

    @property
    def progress(self) -> float:
        """Share of the planned time that is used up, 0 to 1."""
        return min(1.0, self.seconds / 60 / self.plan["minutes"])

    def set_rates(self) -> None:
        """Linear warm-up, then linear decay to a hundredth, by the clock."""
        up = min(1.0, self.progress / self.plan["warm_up"])
        rate = up * max(0.01, (1 - self.progress) / (1 - self.plan["warm_up"]))
        names = ("lr_encoder", "lr_heads")
        for group, name in zip(self.optimiser.param_groups, names, strict=True):
            group["lr"] = self.plan[name] * min(1.0, rate)

    def step(self, raw: Batch) -> dict[str, float]:
        """One update; returns the losses."""
        began = time.monotonic()
        self.set_rates()
        with torch.autocast("cpu", torch.bfloat16, enabled=self.plan["bfloat16"]):
            parts = losses(self.network, tensors(raw))
        total = sum(self.settings["loss"][kind] * loss for kind, loss in parts.items())
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        self.optimiser.step()
        self.steps += 1
        self.seconds += time.monotonic() - began
        return {kind: loss.item() for kind, loss in parts.items()}

    def tell(self, found: dict[str, float]) -> None:
        """Log where the run stands."""
        shown = " ".join(f"{kind} {value:.3f}" for kind, value in found.items())
        minutes = self.seconds / 60
        log.info("step %d, %.1f min, epoch %d: %s", self.steps, minutes, self.epoch, shown)

    def save(self, name: str = "last") -> None:
        """Write the checkpoint whole or not at all."""
        state = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "clock": (self.seconds, self.steps, self.epoch),
            "labels": dataclasses.asdict(self.labels),
            "settings": self.settings,
        }
        if name != "last":
            del state["optimiser"]
        draft = self.folder / f"{name}.draft"
        torch.save(state, draft)
        draft.rename(self.folder / f"{name}.pt")

    def resume(self) -> bool:
        """Take up the last checkpoint, if there is one."""
        path = self.folder / "last.pt"
        if not path.exists():
            return False
        state: dict[str, Any] = torch.load(path, weights_only=False)
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.seconds, self.steps, self.epoch = state["clock"]
        return True


def train(run: Run, maker: Maker, documents: list[Document], dev: dict[str, list[Batch]]) -> None:
    """Epochs until the planned time is used up; a check and a checkpoint every few minutes."""
    saved = run.seconds
    words = run.settings["batches"]["words"]
    while run.progress < 1:
        random.seed(run.plan["seed"] * 1000 + run.epoch)
        for raw in batches(maker.epoch(documents, train=True), words, shuffle=True):
            found = run.step(raw)
            if run.steps % 50 == 0:
                run.tell(found)
            if run.progress >= 1:
                break
            if run.seconds - saved > 60 * run.plan["checkpoint_minutes"]:
                saved = run.seconds
                run.save()
                report(run, dev)
        run.epoch += 1
        run.save()
        run.save(f"epoch-{run.epoch}")
    run.save("final")
    report(run, dev)


def report(run: Run, dev: dict[str, list[Batch]]) -> None:
    """Log the quick check of each held-out set."""
    for name, found in dev.items():
        scores = quick_check(run.network, found)
        shown = {kind: round(100 * value, 2) for kind, value in scores.items()}
        log.info("dev %s after %d steps, %.1f min: %s", name, run.steps, run.seconds / 60, shown)


def main() -> None:
    """Read the settings, build the examples, train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    parser.add_argument("--run", default="run", help="name of the folder for checkpoints")
    chosen = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    settings = settings_of(chosen.config)
    torch.set_num_threads(settings["schedule"]["threads"])
    torch.manual_seed(settings["schedule"]["seed"])
    np.random.seed(settings["schedule"]["seed"])
    data = Path(settings["paths"]["data"])
    folder = Path(settings["paths"]["work"]) / chosen.run
    folder.mkdir(parents=True, exist_ok=True)
    documents = training_documents(data)
    labels = label_sets(documents)
    base = base_weights(settings["encoder"]["package"])
    maker = Maker(Pieces(base / "tokenizer.json"), labels, settings)
    run = Run(settings, labels, folder)
    if not run.resume():
        load_base(run.network.encoder, base)
    dev = {
        name: batches(maker.epoch(held, train=False)[::3], 1200, shuffle=False)
        for name, held in held_out(data, "dev").items()
    }
    train(run, maker, documents, dev)


if __name__ == "__main__":
    main()
