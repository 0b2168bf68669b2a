"""A network of base size under the same heads, to teach the one that ships: all-mpnet-base-v2
(Apache-2.0; 12 layers, 768 wide). It is trained by `training.joint --base FOLDER`.

It reads the pieces by the numbers of the shipped network's base, whose vocabulary is the same but
for a few marks, so that both can read one batch.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file
from torch import Tensor

from training.network import Encoder, Network, Sizes

WIDE: Final = {
    "width": 768, "inner": 3072, "layers": 12, "middle": 8, "distances": 32, "eps": 1e-5,
}  # fmt: skip
MARKS: Final = {"[PAD]": "<pad>", "[UNK]": "[UNK]", "[CLS]": "<s>", "[SEP]": "</s>"}
PLACES: Final = slice(2, 514)  # its first two places are for padding
NAMES: Final = {
    "out": "attention.attn.o",
    "norm_attention": "attention.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm_out": "output.LayerNorm",
}


def begun(sizes: Sizes, folder: Path, pieces: list[str]) -> Network:
    """The base model in `folder` with new heads; `pieces` by the numbers that batches have.

    Its embeddings, of pieces and of distances, stay as they are.
    """
    network = Network(dataclasses.replace(sizes, **WIDE))
    encoder = network.encoder
    weights = {
        k.removeprefix("mpnet."): v for k, v in load_file(folder / "model.safetensors").items()
    }
    load(encoder, weights, rows(folder / "vocab.txt", pieces))
    assert encoder.distance is not None  # WIDE has distances
    for table in (encoder.words, encoder.distance):
        table.weight.requires_grad_(False)
    return network


def rows(vocabulary: Path, pieces: list[str]) -> list[int]:
    """The row of each piece in the base model's own table."""
    known = {p: n for n, p in enumerate(vocabulary.read_text("utf-8").rstrip("\n").split("\n"))}
    return [known.get(MARKS.get(piece, piece), known["[UNK]"]) for piece in pieces]


def load(encoder: Encoder, base: dict[str, Tensor], rows: list[int]) -> None:
    """Copy the base model's weights; the shape embedding stays new. Raises ValueError where they
    do not fit.
    """
    embeddings = "embeddings."
    take = {
        "words.weight": base[f"{embeddings}word_embeddings.weight"][rows],
        "places.weight": base[f"{embeddings}position_embeddings.weight"][PLACES],
        "distance.weight": base["encoder.relative_attention_bias.weight"],
    }
    for kind in ("weight", "bias"):
        take[f"norm.{kind}"] = base[f"{embeddings}LayerNorm.{kind}"]
        for number in range(len(encoder.layers)):
            old, new = f"encoder.layer.{number}.", f"layers.{number}."
            parts = [base[f"{old}attention.attn.{part}.{kind}"] for part in "qkv"]
            take[f"{new}qkv.{kind}"] = torch.cat(parts)
            for ours, theirs in NAMES.items():
                take[f"{new}{ours}.{kind}"] = base[f"{old}{theirs}.{kind}"]
    missing, unexpected = encoder.load_state_dict(take, strict=False)
    if missing != ["shapes.weight"] or unexpected:
        raise ValueError(f"base weights do not fit: {missing} {unexpected}")
