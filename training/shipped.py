"""The weights that ship, read back as a checkpoint: `python -m training.shipped FILE`.

The checkpoints of a run are large and stay outside; its products, 7-bit with one scale a column,
come back here to within half a step.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from training.claims.labels import Labels as ClaimLabels
from training.claims.network import Heads, Shape
from training.examples import Labels
from training.train import begun, settings_of

_SPARE = "_quantized"


def checkpoint(folder: Path, settings: dict[str, Any]) -> dict[str, Any]:
    """What `training.joint` would have saved. Raises RuntimeError where weights do not fit."""
    sets = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    labels = Labels(**{kind: tuple(names) for kind, names in sets.items()})
    network = begun(settings, labels)  # the word embeddings are the base's, frozen
    words = {"encoder.words.weight": network.encoder.words.weight}
    table = weights(folder / "relations.onnx", "")["table"]
    side = settings["heads"]["label"] + 1
    found = words | weights(folder / "network.onnx", "network.")
    network.load_state_dict(found | {"label": table.reshape(side, -1, side)})
    sets = json.loads((folder / "claims.json").read_text(encoding="utf-8"))
    claims = ClaimLabels(**{kind: tuple(names) for kind, names in sets.items() if kind != "roles"})
    heads = Heads(Shape(len(claims.hints)), claims)
    heads.load_state_dict(weights(folder / "claims.onnx", "heads."))
    return {
        "network": network.state_dict(), "heads": heads.state_dict(), "claims": claims,
        "labels": dataclasses.asdict(labels), "shape": heads.shape, "settings": settings,
    }  # fmt: skip


def weights(file: Path, prefix: str) -> dict[str, Tensor]:
    """Every weight of a shipped network by its name in training, but for its word embeddings."""
    graph = onnx.load(file).graph
    stored = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    named = {n: a for n, a in stored.items() if n.startswith(prefix) and "::" not in n}
    named = {n: a for n, a in named.items() if ".words." not in n and "onnx" not in n}
    found = {name.removeprefix(prefix): array for name, array in named.items()}
    for node in graph.node:
        table = next((n for n in node.input if n in stored and "::" in n), None)
        if node.op_type in ("MatMul", "MatMulInteger") and table:
            found[f"{_name(node.name)}.weight"] = _product(stored, table).T
    return {name: torch.tensor(np.array(array, np.float32)) for name, array in found.items()}


def _name(node: str) -> str:
    """A module by the path of its product: "/encoder/layers.0/qkv/MatMul" is
    "encoder.layers.0.qkv", "/trigger/trigger.0/MatMul" is "trigger.0".
    """
    path = node.strip("/").split("/")[:-1]
    if path[0] == "encoder":
        return ".".join(path)
    tag = path[-1] not in _ALONE and "." not in path[-1]
    return f"tags.{path[-1]}" if tag else path[-1]


_ALONE = frozenset({"claims", "hints", "ruled_trigger", "ruled_word"})


def _product(stored: Mapping[str, NDArray[Any]], table: str) -> NDArray[np.float32]:
    """The float numbers of a matrix, [in, out]."""
    array = stored[table].astype(np.float32)
    if not table.endswith(_SPARE):
        return array
    return array * stored[table.removesuffix(_SPARE) + "_scale"].astype(np.float32)


def main() -> None:
    """Write the checkpoint."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("file", type=Path)
    asked.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    chosen = asked.parse_args()
    settings = settings_of(chosen.config)
    chosen.file.parent.mkdir(parents=True, exist_ok=True)
    torch.save(checkpoint(Path(settings["paths"]["model"]), settings), chosen.file)


if __name__ == "__main__":
    main()
