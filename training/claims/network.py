"""The claim heads: a few transformer layers of their own on the shipped encoder's vectors, and
their scorers.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.claims.labels import ROLES, Labels
from training.network import Layer, Sizes, with_one


@dataclass(frozen=True)
class Shape:
    """Widths; `layers` of our own read the pieces."""

    hints: int
    layers: int = 3
    width: int = 384
    role: int = 96
    dropout: float = 0.2


class Heads(nn.Module):
    """A window's pieces -> what each word triggers, and who stands in which role to it."""

    def __init__(self, shape: Shape, labels: Labels) -> None:
        super().__init__()
        self.shape = shape
        sizes = Sizes(0, 0, 0, 0, width=shape.width, dropout_hidden=shape.dropout / 2)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(shape.layers))
        self.parsed = nn.Linear(shape.width, shape.width)
        self.hints = nn.Linear(shape.hints, shape.width)
        nn.init.normal_(self.parsed.weight, std=0.01)
        nn.init.normal_(self.hints.weight, std=0.05)
        self.norm = nn.LayerNorm(shape.width)
        self.dropout = nn.Dropout(shape.dropout)
        width = shape.width
        self.tags = nn.ModuleDict(
            {
                "event": nn.Linear(width, len(labels.events)),
                "code": nn.Linear(width, len(labels.codes)),
                "status": nn.Linear(width, len(labels.status)),
                "polarity": nn.Linear(width, 2),
                "certainty": nn.Linear(width, len(labels.certainty)),
            }
        )
        self.trigger = self._mlp(len(ROLES) * shape.role)
        self.word = self._mlp(len(ROLES) * shape.role)
        self.ruled = nn.Parameter(torch.full((len(ROLES),), 2.0))
        self.ruled_trigger, self.ruled_word = (nn.Linear(width, len(ROLES)) for _ in range(2))
        self.role = nn.Parameter(torch.zeros(len(ROLES), shape.role + 1, shape.role + 1))
        nn.init.normal_(self.role, std=0.02)

    def _mlp(self, out: int) -> nn.Sequential:
        drop = nn.Dropout(self.shape.dropout)
        return nn.Sequential(nn.Linear(self.shape.width, out), nn.GELU(), drop)

    def forward(  # noqa: PLR0913 (as many as ONNX has inputs)
        self,
        embedded: Tensor,
        used: Tensor,
        parsed: Tensor,
        first: Tensor,
        hints: Tensor,
        rules: Tensor,
    ) -> dict[str, Tensor]:
        """embedded [windows, pieces, width] with `used` [windows, pieces]; parsed [windows, words,
        width], first [windows, words] flat over windows * pieces, hints [windows, words, hints],
        rules [windows, roles, words (triggers), words] what the rules say of roles.

        Returns scores by head; `roles` is [windows, roles, words (triggers), words].
        """
        x, unseen = embedded, ((~used).to(embedded.dtype) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, unseen)
        x = x.reshape(-1, x.shape[-1])[first]
        x = self.norm(x + self.parsed(parsed) + self.hints(hints))
        x = self.dropout(x)
        scores = {name: head(x) for name, head in self.tags.items()}
        scores["roles"] = self._roles(x) + rules * self._trusted(x)
        return scores

    def _trusted(self, x: Tensor) -> Tensor:
        """How much is added where the rules see a word in a role."""
        trigger = self.ruled_trigger(x).transpose(1, 2)[..., None]
        word = self.ruled_word(x).transpose(1, 2)[:, :, None]
        return self.ruled[:, None, None] + trigger + word

    def _roles(self, x: Tensor) -> Tensor:
        windows, words, _ = x.shape
        split = (windows, words, len(ROLES), self.shape.role)
        trigger = with_one(self.trigger(x).view(split)).permute(0, 2, 1, 3)
        word = with_one(self.word(x).view(split)).permute(0, 2, 1, 3)
        return trigger @ self.role @ word.transpose(2, 3)
