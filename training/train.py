"""Train the language model: `python -m training.train`; goes on at its last checkpoint."""

from __future__ import annotations

import argparse
import dataclasses
import logging
import random
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.convert import IGNORE, Document, held_out, training_documents
from training.examples import Batch, Labels, Maker, Pieces, Settings, batches, label_sets
from training.network import Network, Sizes, base_weights, load_base

TorchBatch = dict[str, Tensor]

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
    place = torch.arange(arc.shape[2], device=arc.device) - 1
    low, high = batch["low"][..., None], batch["high"][..., None]
    inside = (place >= low) & (place < high) & (place != place[1:, None])
    return arc.masked_fill(~(inside | (place == -1)), -1e4)


def rows_of(chosen: Tensor) -> Tensor:
    """The row of each chosen place."""
    return chosen.nonzero()[:, 0]


def losses(
    network: Network, scores: dict[str, Tensor], batch: dict[str, Tensor]
) -> dict[str, Tensor]:
    """One mean loss a head; words without the target do not count."""
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
        label = network.labels(scores["word"][parsed], scores["head"][rows_of(parsed), head])
        out["label"] = F.cross_entropy(label.float(), batch["deprel"][parsed], ignore_index=IGNORE)
    return out


def tensors(batch: Batch) -> dict[str, Tensor]:
    """The batch as tensors."""
    return {key: torch.from_numpy(value) for key, value in batch.items()}


def moved(batch: dict[str, Tensor], module: nn.Module) -> dict[str, Tensor]:
    """The batch, where the module's weights are."""
    device = next(module.parameters()).device
    return {key: value.to(device) for key, value in batch.items()}


@torch.no_grad()
def quick_check(network: Network, dev: list[Batch]) -> dict[str, float]:
    """Share right on batches of gold sentences: upos, xpos, uas, las (greedy), start F, names."""
    network.eval()
    kinds = ("upos", "xpos", "uas", "las", "hit", "said", "true")
    right: dict[str, float] = dict.fromkeys(kinds, 0)
    words = 0
    for raw in dev:
        batch = moved(tensors(raw), network)
        scores = network(batch["pieces"], batch["shapes"], batch["first"])
        parsed = batch["head"] >= 0
        words += int(parsed.sum())
        head = masked_arcs(scores["arc"], batch)[parsed].argmax(-1)
        heads = scores["head"][rows_of(parsed), head]
        label = network.labels(scores["word"][parsed], heads).argmax(-1)
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
    """One training run: what is trained, its optimiser and clock, saved together.

    `parts` are modules by name, "network" among them; `told` is what a checkpoint holds beside
    them.
    """

    def __init__(
        self, parts: dict[str, nn.Module], plan: dict[str, Any], folder: Path, told: dict[str, Any]
    ) -> None:
        self.parts, self.plan, self.folder, self.told = parts, plan, folder, told
        self.seconds, self.steps = 0.0, 0
        of_encoder = {id(p) for p in cast("Network", parts["network"]).encoder.parameters()}
        every = [p for part in parts.values() for p in part.parameters() if p.requires_grad]
        encoder = [p for p in every if id(p) in of_encoder]
        heads = [p for p in every if id(p) not in of_encoder]
        self.optimiser = torch.optim.AdamW(
            [{"params": encoder}, {"params": heads}], weight_decay=plan["weight_decay"]
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

    def step(self, losses: Callable[[], dict[str, Tensor]]) -> dict[str, float]:
        """One update on the sum of the losses; returns them."""
        began = time.monotonic()
        self.set_rates()
        device = next(self.parts["network"].parameters()).device
        with torch.autocast(device.type, torch.bfloat16, enabled=self.plan["bfloat16"]):
            parts = losses()
        self.optimiser.zero_grad(set_to_none=True)
        sum(parts.values(), torch.zeros((), device=device)).backward()
        for part in self.parts.values():
            torch.nn.utils.clip_grad_norm_(part.parameters(), 2.0)
        self.optimiser.step()
        self.steps += 1
        self.seconds += time.monotonic() - began
        return {kind: loss.item() for kind, loss in parts.items()}

    def tell(self, found: dict[str, float]) -> None:
        """Log where the run stands."""
        shown = " ".join(f"{kind} {value:.3f}" for kind, value in found.items())
        log.info("step %d, %.1f min: %s", self.steps, self.seconds / 60, shown)

    def save(self, name: str = "last") -> None:
        """Write the checkpoint whole or not at all."""
        state: dict[str, Any] = {"clock": (self.seconds, self.steps), **self.told}
        state |= {part: module.state_dict() for part, module in self.parts.items()}
        if name == "last":
            state["optimiser"] = self.optimiser.state_dict()
        draft = self.folder / f"{name}.draft"
        torch.save(state, draft)
        draft.rename(self.folder / f"{name}.pt")

    def resume(self) -> None:
        """Take up the last checkpoint, if there is one."""
        path = self.folder / "last.pt"
        if path.exists():
            state: dict[str, Any] = torch.load(path, weights_only=False)
            for part, module in self.parts.items():
                module.load_state_dict(state[part])
            self.optimiser.load_state_dict(state["optimiser"])
            self.seconds, self.steps = state["clock"]


def train(
    run: Run,
    stream: Iterable[TorchBatch],
    losses: Callable[[TorchBatch], dict[str, Tensor]],
    report: Callable[[], None],
) -> None:
    """Steps until the planned time is used up; a report and a checkpoint every few minutes."""
    saved = run.seconds
    for batch in stream:
        found = run.step(partial(losses, batch))
        if run.steps % 50 == 0:
            run.tell(found)
        if run.progress >= 1:
            break
        if run.seconds - saved > 60 * run.plan["checkpoint_minutes"]:
            saved = run.seconds
            run.save()
            report()
    run.save("final")
    report()


def epochs(maker: Maker, documents: list[Document]) -> Iterator[TorchBatch]:
    """Yield the batches of one epoch after another, without end."""
    words = maker.settings["batches"]["words"]
    while True:
        yield from map(tensors, batches(maker.epoch(documents, train=True), words, shuffle=True))


def held_batches(maker: Maker, data: Path) -> dict[str, list[Batch]]:
    """A third of each development set."""
    return {
        name: batches(maker.epoch(held, train=False)[::3], 1200, shuffle=False)
        for name, held in held_out(data, "dev").items()
    }


def report(run: Run, dev: dict[str, list[Batch]]) -> None:
    """Log the quick check of each held-out set."""
    for name, found in dev.items():
        scores = quick_check(cast("Network", run.parts["network"]), found)
        shown = {kind: round(100 * value, 2) for kind, value in scores.items()}
        log.info("dev %s after %d steps, %.1f min: %s", name, run.steps, run.seconds / 60, shown)


def seeded(plan: dict[str, Any]) -> None:
    """Set torch's threads, and every source of chance."""
    torch.set_num_threads(plan["threads"])
    torch.manual_seed(plan["seed"])
    np.random.seed(plan["seed"])
    random.seed(plan["seed"])


def begun(settings: Settings, labels: Labels) -> Network:
    """The base model with new heads."""
    network = Network(sizes_of(settings, labels))
    load_base(network.encoder, base_weights(settings["encoder"]["package"]))
    frozen = settings["encoder"]["freeze_embeddings"]
    network.encoder.words.weight.requires_grad_(not frozen)
    return network


def main() -> None:
    """Read the settings, build the examples, train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    parser.add_argument("--run", default="run", help="name of the folder for checkpoints")
    chosen = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    settings = settings_of(chosen.config)
    seeded(settings["schedule"])
    data = Path(settings["paths"]["data"])
    folder = Path(settings["paths"]["work"]) / chosen.run
    folder.mkdir(parents=True, exist_ok=True)
    documents = training_documents(data)
    labels = label_sets(documents)
    network = begun(settings, labels)
    told = {"labels": dataclasses.asdict(labels), "settings": settings}
    run = Run({"network": network}, settings["schedule"], folder, told)
    run.resume()
    base = base_weights(settings["encoder"]["package"])
    maker = Maker(Pieces(base / "tokenizer.json"), labels, settings)
    dev = held_batches(maker, data)

    def parse_losses(batch: TorchBatch) -> dict[str, Tensor]:
        scores = network(batch["pieces"], batch["shapes"], batch["first"])
        found = losses(network, scores, batch)
        return {kind: settings["loss"][kind] * loss for kind, loss in found.items()}

    train(run, epochs(maker, documents), parse_losses, lambda: report(run, dev))


if __name__ == "__main__":
    main()
