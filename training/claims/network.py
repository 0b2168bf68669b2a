"""The claim heads: scorers on what the parser's own pass makes of each word."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.claims.labels import ROLES, Labels
from training.network import with_one


@dataclass(frozen=True)
class Shape:
    """Widths; `hints` is how many there are."""

    hints: int
    width: int = 384
    role: int = 96
    dropout: float = 0.3


class Heads(nn.Module):
    """A window's words -> what each word triggers, and who stands in which role to it."""

    def __init__(self, shape: Shape, labels: Labels) -> None:
        super().__init__()
        self.shape = shape
        width = shape.width
        self.hints = nn.Linear(shape.hints, width)
        nn.init.normal_(self.hints.weight, std=0.05)
        self.norm = nn.LayerNorm(width)
        self.dropout = nn.Dropout(shape.dropout)
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

    def forward(self, heard: Tensor, hints: Tensor, rules: Tensor) -> dict[str, Tensor]:
        """heard [windows, words, width], hints [windows, words, hints], rules [windows, roles,
        words (triggers), words] what the rules say of roles.

        Returns scores by head; `roles` is [windows, roles, words (triggers), words].
        """
        scores = self.scored(heard, hints)
        trigger, word = (scores.pop(of).transpose(1, 2) for of in ("of_trigger", "of_word"))
        scores["roles"] = scores["roles"] + rules * (trigger[..., None] + word[:, :, None])
        return scores

    def scored(self, heard: Tensor, hints: Tensor) -> dict[str, Tensor]:
        """The scores before the rules' say; `of_trigger` and `of_word` [windows, words, roles]
        tell how much is added where the rules see a word in a role.
        """
        x = self.dropout(self.norm(heard + self.hints(hints)))
        scores = {name: head(x) for name, head in self.tags.items()}
        scores["roles"] = self._roles(x)
        scores["of_trigger"] = self.ruled + self.ruled_trigger(x)
        scores["of_word"] = self.ruled_word(x)
        return scores

    def _roles(self, x: Tensor) -> Tensor:
        windows, words, _ = x.shape
        split = (windows, words, len(ROLES), self.shape.role)
        trigger = with_one(self.trigger(x).view(split)).permute(0, 2, 1, 3)
        word = with_one(self.word(x).view(split)).permute(0, 2, 1, 3)
        return trigger @ self.role @ word.transpose(2, 3)
