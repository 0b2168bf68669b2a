"""What the claim heads say of a text's words, window by window, and of one word to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from fogline.reading.parser.windows import Window

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

TAGS: Final = ("event", "code", "status", "polarity", "certainty")


@dataclass(frozen=True, slots=True)
class Labels:
    """The names behind the heads' numbers; `events[0]` is no claim."""

    events: tuple[str, ...]
    codes: tuple[str, ...]
    status: tuple[str, ...]
    certainty: tuple[str, ...]
    roles: tuple[str, ...]
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """Probabilities of one window: `tags` [words, labels] by head, `roles` [roles, words (triggers), words]."""

    window: Window
    tags: tuple[Floats, ...]
    roles: Floats


def of_batch(group: Sequence[Window], outputs: Sequence[NDArray[Any]]) -> list[Signs]:
    """The signs of a batch's windows, their padding cut off."""
    *tags, roles = outputs
    found = []
    for row, window in enumerate(group):
        n = window.stop - window.start
        cut = tuple(tag[row, :n] for tag in tags)
        found.append(Signs(window, cut, roles[row, :, :n, :n]))
    return found


class Evidence:
    """What the heads say of a parsed text, asked by tokens."""

    def __init__(self, labels: Labels, tokens: Ints, signs: list[Signs]) -> None:
        self.labels = labels
        self._tokens = tokens.tolist()
        self._word = {token: word for word, token in enumerate(self._tokens)}
        self._signs = sorted(signs, key=lambda s: s.window.start)
        self._window = [n for n, s in enumerate(self._signs) for _ in range(len(s.roles[0]))]
        self._role = {role: n for n, role in enumerate(labels.roles)}
        self._tag = dict(zip(TAGS, range(len(TAGS)), strict=True))

    def _at(self, token: int) -> tuple[Signs, int] | None:
        word = self._word.get(token)
        if word is None:
            return None
        signs = self._signs[self._window[word]]
        return signs, word - signs.window.start

    def tag(self, kind: str, token: int) -> Floats | None:
        """Probabilities [labels] of one head at a token; None at white space."""
        at = self._at(token)
        if at is None:
            return None
        signs, word = at
        row: Floats = signs.tags[self._tag[kind]][word]
        return row

    def claim(self, token: int) -> float:
        """How likely a token is to be a claim's trigger, 0 to 1."""
        found = self.tag("event", token)
        return 0.0 if found is None else 1.0 - float(found[0])

    def triggers(self, least: float) -> list[int]:
        """The tokens that are a trigger with at least that probability, in text order."""
        found = []
        for signs in self._signs:
            likely = np.flatnonzero(1 - signs.tags[0][:, 0] >= least)
            found += [self._tokens[signs.window.start + int(word)] for word in likely]
        return found

    def role(self, role: str, trigger: int, token: int) -> float | None:
        """How likely a token heads who stands in a role to a trigger; None where they are too far apart."""
        one, other = self._at(trigger), self._at(token)
        if one is None or other is None or one[0] is not other[0]:
            return None
        return float(one[0].roles[self._role[role], one[1], other[1]])

    def in_role(self, role: str, trigger: int, least: float) -> list[tuple[int, float]]:
        """The tokens that stand in a role to a trigger with at least that probability, in text order."""
        at = self._at(trigger)
        if at is None:
            return []
        signs, word = at
        row = signs.roles[self._role[role], word]
        return [(self._tokens[signs.window.start + int(w)], float(row[w])) for w in np.flatnonzero(row >= least)]
