"""Train the claim heads alone, on what the shipped network makes of the words.

`python -m training.claims.train --start CHECKPOINT` (of `training.shipped` or `training.joint`)
takes minutes, where training them with the network takes hours, and leaves the parse as it is: for
when the rules tell the heads more than they did. They are trained on the coded claims and, so that
what several runs had learned is kept, on what the heads of CHECKPOINT say themselves. Writes
../train/RUN/final.pt.
"""

from __future__ import annotations

import argparse
import copy
import logging
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, cast

import torch
from torch import Tensor
from torch.nn import functional as F
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.claims.batches import Batch, batches
from training.claims.examples import WORK, Example
from training.claims.labels import IGNORE
from training.claims.labels import Labels as ClaimLabels
from training.claims.losses import WEIGHTS, check, is_kept, losses
from training.claims.network import Heads, Shape
from training.joint import fitted, unseen
from training.train import seeded, settings_of

TAUGHT: Final = {"event": 4.0, "roles": 1.0, **WEIGHTS}
log = logging.getLogger("training")


def begun(state: dict[str, Any], labels: ClaimLabels, dropout: float) -> Heads:
    """The heads of a checkpoint, with room for what the rules have since learned to tell."""
    heads = Heads(Shape(len(labels.hints), dropout=dropout), labels)
    heads.load_state_dict(fitted(state["heads"], state["claims"], labels))
    return heads


def says(heads: Heads) -> Callable[[Batch], dict[str, Tensor]]:
    """What heads say of a batch."""
    return lambda batch: cast(
        "dict[str, Tensor]", heads(batch["heard"], batch["hints"], batch["rules"])
    )


def apart(said: dict[str, Tensor], told: dict[str, Tensor], batch: Batch) -> Tensor:
    """How far answers are from a teacher's, wherever a label counts, each kind by its weight."""
    row, word = batch["at"].T
    counted = batch["trigger"] != IGNORE
    total = TAUGHT["event"] * _distance(said["event"][counted], told["event"][counted])
    if not len(row):
        return total
    for kind in WEIGHTS:
        total = total + WEIGHTS[kind] * _distance(said[kind][row, word], told[kind][row, word])
    wanted = batch["roles"] != IGNORE
    odds, teacher = (of["roles"][row, :, word] for of in (said, told))
    bits = F.binary_cross_entropy_with_logits(odds, teacher.sigmoid(), reduction="none")
    return total + TAUGHT["roles"] * (bits * wanted).sum() / len(row) / 2


def _distance(said: Tensor, told: Tensor) -> Tensor:
    return F.cross_entropy(said, told.softmax(-1))


def trained(heads: Heads, data: list[Example], labels: ClaimLabels, plan: dict[str, Any]) -> Heads:
    """The running mean of the heads' weights after the planned epochs; rates fall to nothing."""
    teacher = copy.deepcopy(heads).eval()
    mean = AveragedModel(heads, multi_avg_fn=get_ema_multi_avg_fn(plan["mean"]))
    optimiser = torch.optim.AdamW(heads.parameters(), plan["lr"], weight_decay=plan["decay"])
    left = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.01, plan["epochs"])
    for epoch in range(plan["epochs"]):
        heads.train()
        for batch in batches(data, plan["words"], labels.hints, shuffle=True, heard=True):
            said = says(heads)(batch)
            coded = sum(losses_of(said, batch).values(), torch.zeros(()))
            with torch.no_grad():
                told = says(teacher)(batch)
            loss = plan["coded"] * coded + (1 - plan["coded"]) * apart(said, told, batch)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(heads.parameters(), 2.0)
            optimiser.step()
            mean.update_parameters(heads)
        left.step()
        log.info("epoch %d of %d: loss %.3f", epoch + 1, plan["epochs"], float(loss.detach()))
    return cast("Heads", mean.module).eval()


def losses_of(said: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    """The losses by the coded labels, each by its weight."""
    return {kind: WEIGHTS.get(kind, 1.0) * loss for kind, loss in losses(said, batch).items()}


def tell(heads: Heads, examples: list[Example], labels: ClaimLabels, what: str) -> None:
    """Log how heads do on documents that they are not trained on."""
    found = check(says(heads.eval()), examples, labels, heard=True)
    log.info("%s: %s", what, " ".join(f"{kind} {100 * v:.1f}" for kind, v in found.items()))


def main() -> None:
    """Read what there is, train, save."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--config", type=Path, default=Path("training/config.toml"))
    asked.add_argument("--run", default="heads", help="name of the folder for the checkpoint")
    asked.add_argument("--start", type=Path, required=True)
    chosen = asked.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    settings = settings_of(chosen.config)
    plan = settings["schedule"] | settings["heads_alone"]
    seeded(plan)
    folder = Path(settings["paths"]["work"]) / chosen.run
    folder.mkdir(parents=True, exist_ok=True)
    with (WORK / "features.pickle").open("rb") as file:
        labels, every = cast("tuple[ClaimLabels, list[Example]]", pickle.load(file))
    state: dict[str, Any] = torch.load(chosen.start, weights_only=False)
    heads = begun(state, labels, plan["dropout"])
    apart_ = unseen(every, settings["claims"]["unseen"], folder, chosen.start)
    sets = {
        "unseen": [e for e in every if e.document in apart_],
        "kept": [e for e in every if is_kept(e)],
    }
    for name, examples in sets.items():
        tell(heads, examples, labels, f"before, {name}")
    data = [e for e in every if not is_kept(e) and e.document not in apart_]
    heads = trained(heads, data, labels, plan)
    for name, examples in sets.items():
        tell(heads, examples, labels, f"after, {name}")
    known = {"claims": labels, "shape": heads.shape, "heads": heads.state_dict()}
    torch.save({**state, **known}, folder / "final.pt")


if __name__ == "__main__":
    main()
