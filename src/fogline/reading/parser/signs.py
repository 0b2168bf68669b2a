"""What the claim heads say of a text's words, window by window, and of one word to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from fogline.reading.parser.windows import Window

if TYPE_CHECKING:
    from fogline.reading.hints import Hints
    from fogline.reading.parser.tokens import Words

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
    """Probabilities of one window: `tags` [words, labels] by head, `roles` [roles, words
    (triggers), words].
    """

    window: Window
    tags: tuple[Floats, ...]
    roles: Floats


@dataclass(frozen=True, slots=True)
class Heard:
    """What the encoder makes of one window: `embedded` [pieces, width] before its first layer,
    `parsed` [words, width] after its last, `first` [words] each word's first piece.
    """

    window: Window
    embedded: NDArray[np.float16]
    parsed: NDArray[np.float16]
    first: Ints


@dataclass(frozen=True, slots=True)
class Hearing:
    """A text's words, and its windows as the encoder heard them."""

    words: Words
    windows: list[Heard]


@dataclass(frozen=True)
class Noted:
    """What the rules make of a text: names by token, and (trigger, token, role) triples."""

    words: Mapping[int, Sequence[str]]
    pairs: Sequence[tuple[int, int, str]]

    @cached_property
    def by_trigger(self) -> Mapping[int, Sequence[tuple[int, str]]]:
        """The (token, role) pairs of each trigger."""
        found: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for trigger, word, role in self.pairs:
            found[trigger].append((word, role))
        return found


def heard_of(
    group: Sequence[Window], feed: Mapping[str, Ints], embedded: Floats, parsed: Floats
) -> list[Heard]:
    """A batch's windows with their padding cut off, in half precision."""
    width, found = feed["pieces"].shape[1], []
    used = (feed["pieces"] != 0).sum(axis=1)
    for row, window in enumerate(group):
        n = window.stop - window.start
        pieces = embedded[row, : used[row]].astype(np.float16)
        words = parsed[row, :n].astype(np.float16)
        found.append(Heard(window, pieces, words, feed["first"][row, :n] - row * width))
    return found


def inputs_of(
    heard: Heard, words: Words, hints: Hints, noted: Noted, roles: Sequence[str]
) -> dict[str, NDArray[Any]]:
    """The heads' input arrays for one window."""
    n = len(heard.parsed)
    hinted = np.zeros((1, n, hints.size), dtype=np.float32)
    rules = np.zeros((1, len(roles), n, n), dtype=np.float32)
    told, pairs = told_of(heard.window, words, hints, noted, roles)
    hinted[0, [w for w, row in enumerate(told) for _ in row], [n for row in told for n in row]] = 1
    for role, trigger, word in pairs:
        rules[0, role, trigger, word] = 1
    return {
        "embedded": heard.embedded[None].astype(np.float32),
        "used": np.ones((1, len(heard.embedded)), dtype=np.bool_),
        "parsed": heard.parsed[None].astype(np.float32),
        "first": heard.first[None],
        "hints": hinted,
        "rules": rules,
    }


def told_of(
    window: Window, words: Words, hints: Hints, noted: Noted, roles: Sequence[str]
) -> tuple[list[tuple[int, ...]], list[tuple[int, int, int]]]:
    """What a window's words are told: hints' numbers by word, (role, trigger, word) triples."""
    tokens = words.tokens[window.start : window.stop].tolist()
    place = {token: n for n, token in enumerate(tokens)}
    forms = words.forms[window.start : window.stop]
    told = [hints.of(form) for form in forms]
    for n, token in enumerate(tokens):
        if token in noted.words:
            told[n] += hints.numbers(noted.words[token])
    number = {role: n for n, role in enumerate(roles)}
    pairs = [
        (number[role], place[trigger], place[word])
        for trigger in tokens
        for word, role in noted.by_trigger.get(trigger, ())
        if word in place
    ]
    return told, pairs


class Evidence:
    """What the heads say of a parsed text, asked by tokens."""

    def __init__(self, labels: Labels, tokens: Ints, signs: list[Signs]) -> None:
        self.labels = labels
        self._tokens = tokens.tolist()
        self._signs = sorted(signs, key=lambda s: s.window.start)
        self._places = {
            self._tokens[s.window.start + n]: (s, n)
            for s in self._signs
            for n in range(len(s.roles[0]))
        }
        self._claims: dict[int, float] = {
            self._tokens[s.window.start + n]: 1.0 - nothing
            for s in signs
            for n, nothing in enumerate(s.tags[0][:, 0].tolist())
        }
        self._peaks: dict[int, list[float]] = {}
        self._role = {role: n for n, role in enumerate(labels.roles)}
        self._tag = dict(zip(TAGS, range(len(TAGS)), strict=True))

    def tag(self, kind: str, token: int) -> list[float] | None:
        """Probabilities [labels] of one head at a token; None at white space."""
        at = self._places.get(token)
        if at is None:
            return None
        row: list[float] = at[0].tags[self._tag[kind]][at[1]].tolist()
        return row

    def claim(self, token: int) -> float:
        """How likely a token is to be a claim's trigger, 0 to 1."""
        return self._claims.get(token, 0.0)

    def triggers(self, least: float) -> list[int]:
        """The tokens that are a trigger with at least that probability, in text order."""
        found = []
        for signs in self._signs:
            likely = np.flatnonzero(1 - signs.tags[0][:, 0] >= least)
            found += [self._tokens[signs.window.start + int(word)] for word in likely]
        return found

    def role(self, role: str, trigger: int, token: int) -> float | None:
        """How likely a token heads who stands in a role to a trigger; None where they are too far
        apart.
        """
        one, other = self._places.get(trigger), self._places.get(token)
        if one is None or other is None or one[0] is not other[0]:
            return None
        return float(one[0].roles[self._role[role], one[1], other[1]])

    def in_role(self, role: str, trigger: int, least: float) -> list[tuple[int, float]]:
        """The tokens that stand in a role to a trigger with at least that probability, in text
        order.
        """
        at = self._places.get(trigger)
        if at is None:
            return []
        number = self._role[role]
        if self._likeliest(trigger, at)[number] < least:
            return []
        row, start = at[0].roles[number, at[1]].tolist(), at[0].window.start
        return [(self._tokens[start + n], p) for n, p in enumerate(row) if p >= least]

    def _likeliest(self, trigger: int, at: tuple[Signs, int]) -> list[float]:
        """How likely the likeliest word of a trigger's window stands in each role to it."""
        found = self._peaks.get(trigger)
        if found is None:
            self._peaks[trigger] = found = at[0].roles[:, at[1]].max(axis=1).tolist()
        return found
