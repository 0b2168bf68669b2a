"""The network: one MiniLM encoder with many heads, written out so that it exports cleanly."""

from __future__ import annotations

import importlib.util
import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

SHAPES = 16
MIDDLE = 4  # where words still mean more than their place in a tree


@dataclass(frozen=True)
class Sizes:
    """Widths of the network; `upos`, `xpos`, `deprel`, `names` count the labels of each head."""

    upos: int
    xpos: int
    deprel: int
    names: int
    arc: int = 128
    label: int = 64
    vocabulary: int = 30522
    width: int = 384
    inner: int = 1536
    heads: int = 12
    layers: int = 6
    positions: int = 512
    middle: int = MIDDLE
    distances: int = 0  # classes of how far apart two pieces stand, where attention is told that
    eps: float = 1e-12
    dropout_hidden: float = 0.1
    dropout_pooled: float = 0.2
    dropout_mlp: float = 0.25


class Layer(nn.Module):
    """One transformer layer (post-norm, as BERT); query, key and value share one matrix product."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.heads = sizes.heads
        self.qkv = nn.Linear(sizes.width, 3 * sizes.width)
        self.out = nn.Linear(sizes.width, sizes.width)
        self.norm_attention = nn.LayerNorm(sizes.width, eps=sizes.eps)
        self.up = nn.Linear(sizes.width, sizes.inner)
        self.down = nn.Linear(sizes.inner, sizes.width)
        self.norm_out = nn.LayerNorm(sizes.width, eps=sizes.eps)
        self.dropout = nn.Dropout(sizes.dropout_hidden)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x [batch, pieces, width], mask [batch, 1, 1, pieces] added to the scores."""
        batch, pieces, width = x.shape
        qkv = self.qkv(x).view(batch, pieces, 3, self.heads, width // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(batch, pieces, width)
        x = self.norm_attention(x + self.dropout(self.out(seen)))
        return self.norm_out(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces and their shapes -> one vector a piece."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.middle = sizes.middle
        self.distance = nn.Embedding(sizes.distances, sizes.heads) if sizes.distances else None
        self.words = nn.Embedding(sizes.vocabulary, sizes.width, padding_idx=0)
        self.places = nn.Embedding(sizes.positions, sizes.width)
        self.shapes = nn.Embedding(SHAPES, sizes.width)
        self.norm = nn.LayerNorm(sizes.width, eps=sizes.eps)
        self.dropout = nn.Dropout(sizes.dropout_hidden)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        nn.init.normal_(self.shapes.weight, std=0.01)

    def forward(self, pieces: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        """pieces and shapes [batch, pieces] (0 pads) -> twice [batch, pieces, width]."""
        return self.read(self.embed(pieces, shapes), pieces)

    def embed(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        """What goes into the first layer."""
        x = self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.shapes(shapes)
        return self.norm(x)

    def read(self, embedded: Tensor, pieces: Tensor) -> tuple[Tensor, Tensor]:
        """What comes out of the last layer, and out of the one in the middle."""
        x = middle = self.dropout(embedded)
        mask = ((pieces == 0).to(x.dtype) * -1e4)[:, None, None, :]
        if self.distance is not None:
            apart = distances(pieces.shape[1], self.distance.num_embeddings).to(x.device)
            mask = mask + self.distance(apart).permute(2, 0, 1)
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, mask)
            middle = x if number == self.middle else middle
        return x, middle


def distances(pieces: int, classes: int) -> Tensor:
    """Class of each pair of places [pieces, pieces]: half of them before and half after, near ones
    each for itself, far ones by the logarithm up to 128 (T5, Raffel et al. 2020; MPNet).
    """
    away = torch.arange(pieces)[:, None] - torch.arange(pieces)
    half = classes // 2
    exact, far = half // 2, away.abs()
    log = exact + (torch.log(far.clamp(min=1) / exact) / math.log(128 / exact) * exact).long()
    return (away < 0) * half + torch.where(far < exact, far, log.clamp(max=half - 1))


def mlp(sizes: Sizes, out: int) -> nn.Sequential:
    """One projection of a word vector for the biaffine scorers."""
    return nn.Sequential(nn.Linear(sizes.width, out), nn.GELU(), nn.Dropout(sizes.dropout_mlp))


class Network(nn.Module):
    """Encoder with heads for tags, sentence starts, names and dependencies.

    Place 0 of the head axis is the root; places 1.. are the words of the window.
    """

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes)
        self.dropout = nn.Dropout(sizes.dropout_pooled)
        self.tags = nn.ModuleDict(
            {
                "upos": nn.Linear(sizes.width, sizes.upos),
                "xpos": nn.Linear(sizes.width, sizes.xpos),
                "names": nn.Linear(sizes.width, sizes.names),
                "start": nn.Linear(sizes.width, 1),
            }
        )
        self.root = nn.Parameter(torch.zeros(sizes.width))
        self.arc_word, self.arc_head = mlp(sizes, sizes.arc), mlp(sizes, sizes.arc)
        self.label_word, self.label_head = mlp(sizes, sizes.label), mlp(sizes, sizes.label)
        self.arc = nn.Parameter(torch.zeros(sizes.arc + 1, sizes.arc))
        self.label = nn.Parameter(torch.zeros(sizes.label + 1, sizes.deprel, sizes.label + 1))
        self.claims = nn.Linear(sizes.width, sizes.width)
        nn.init.normal_(self.claims.weight, std=0.01)
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.label, std=0.05)

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor) -> dict[str, Tensor]:
        """pieces, shapes [batch, pieces]; first [batch, words]: place of each word's first piece.

        Returns upos, xpos, names [batch, words, labels], start [batch, words], arc
        [batch, words, 1 + words], word [batch, words, label + 1], head [batch, 1 + words,
        label + 1], heard [batch, words, width] for the claim heads; last and middle [batch, words,
        width], the layers that it is of.
        """
        x, middle = (at_words(each, first) for each in self.encoder(pieces, shapes))
        layers = {"heard": self.heard(x, middle), "last": x, "middle": middle}
        x = self.dropout(x)
        scores = {name: head(x) for name, head in self.tags.items()}
        scores["start"] = scores["start"].squeeze(-1)
        heads = torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)
        scores["arc"] = with_one(self.arc_word(x)) @ self.arc @ self.arc_head(heads).transpose(1, 2)
        scores["word"] = with_one(self.label_word(x))
        scores["head"] = with_one(self.label_head(heads))
        return scores | layers

    def heard(self, last: Tensor, middle: Tensor) -> Tensor:
        """What the claim heads are given of a word, out of two layers."""
        out: Tensor = middle + self.claims(last)
        return out

    def labels(self, word: Tensor, head: Tensor) -> Tensor:
        """Label scores [n, labels] of n pairs of label vectors [n, label + 1]."""
        return torch.einsum("nij,nj->ni", torch.einsum("nk,kij->nij", word, self.label), head)


def at_words(x: Tensor, first: Tensor) -> Tensor:
    """The vectors [batch, words, width] of the pieces `first` [batch, words] of x."""
    return torch.gather(x, 1, first[..., None].expand(-1, -1, x.shape[-1]))


def with_one(x: Tensor) -> Tensor:
    """Append a constant 1, so that a bilinear form holds its own biases."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def base_weights(package: str) -> Path:
    """Folder of the base encoder in an installed package; ModuleNotFoundError without it."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(package)
    return Path(found.origin).parent / "model"


def load_base(encoder: Encoder, folder: Path) -> None:
    """Copy all-MiniLM-L6-v2's weights into the encoder; the shape embedding stays new."""
    base = load_file(folder / "model.safetensors")
    take = {
        "words.weight": base["embeddings.word_embeddings.weight"],
        "places.weight": base["embeddings.position_embeddings.weight"]
        + base["embeddings.token_type_embeddings.weight"][0],
    }
    names = {
        "out": "attention.output.dense",
        "norm_attention": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm_out": "output.LayerNorm",
    }
    for kind in ("weight", "bias"):
        take[f"norm.{kind}"] = base[f"embeddings.LayerNorm.{kind}"]
        for number in range(len(encoder.layers)):
            old, new = f"encoder.layer.{number}.", f"layers.{number}."
            parts = [base[f"{old}attention.self.{p}.{kind}"] for p in ("query", "key", "value")]
            take[f"{new}qkv.{kind}"] = torch.cat(parts)
            for ours, theirs in names.items():
                take[f"{new}{ours}.{kind}"] = base[f"{old}{theirs}.{kind}"]
    missing, unexpected = encoder.load_state_dict(take, strict=False)
    if missing != ["shapes.weight"] or unexpected:
        raise ValueError(f"base weights do not fit: {missing} {unexpected}")
