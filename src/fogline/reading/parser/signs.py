"""What the claim heads say of a text's words, window by window, and of one word to another."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, count, repeat
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from fogline.reading.parser.windows import Window

if TYPE_CHECKING:
    from fogline.reading.learned.hints import Hints
    from fogline.reading.parser.tokens import Words

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_MOST: Final = 64  # triggers of which odds are kept: as many as are drawn up at a time
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
    """What the heads say of one window: `tags` [words, labels] probabilities by head; `roles`
    [roles, words (triggers), words] log-odds, to which `of_trigger` and `of_word` [words, roles]
    are added where the rules see a word in a role.
    """

    window: Window
    tags: tuple[Floats, ...]
    roles: Floats
    of_trigger: Floats
    of_word: Floats


@dataclass(frozen=True, slots=True)
class Heard:
    """What the parser's pass makes of a window's words for the claim heads, [words, width]: the
    upper halves of floats, since a long text's are large and these take no time to make.
    """

    window: Window
    upper: NDArray[np.uint16]

    @property
    def words(self) -> Floats:
        """The vectors as floats."""
        return (self.upper.astype(np.uint32) << 16).view(np.float32)


@dataclass(frozen=True, slots=True)
class Hearing:
    """A text's words, and its windows as the encoder heard them."""

    words: Words
    windows: list[Heard]


@dataclass(frozen=True)
class Noted:
    """What the rules make of a text: names by token; and, when asked, the (token, role) pairs of a
    trigger.
    """

    words: Mapping[int, Sequence[str]]
    pairs: Callable[[int], Sequence[tuple[int, str]]]


def heard_of(group: Sequence[Window], heard: Floats) -> list[Heard]:
    """A batch's windows with their padding cut off."""
    upper = (heard.view(np.uint32) >> 16).astype(np.uint16)
    return [Heard(w, row[: w.stop - w.start]) for w, row in zip(group, upper, strict=True)]


def inputs_of(heard: Heard, words: Words, hints: Hints, noted: Noted) -> dict[str, Floats]:
    """The heads' input arrays for one window."""
    told = told_of(heard.window, words, hints, noted)
    hinted = np.zeros((1, len(told), hints.size), dtype=np.float32)
    hinted[0, np.repeat(np.arange(len(told)), [*map(len, told)]), [*chain(*told)]] = 1
    return {"heard": heard.words[None], "hints": hinted}


def told_of(window: Window, words: Words, hints: Hints, noted: Noted) -> list[tuple[int, ...]]:
    """What a window's words are told: hints' numbers by word."""
    told = hints.of(words.forms[window.start : window.stop])
    for n, token in enumerate(words.tokens[window.start : window.stop].tolist()):
        if token in noted.words:
            told[n] += hints.numbers(noted.words[token])
    return told


class Evidence:
    """What the heads say of a parsed text, asked by tokens."""

    def __init__(self, labels: Labels, tokens: Ints, signs: list[Signs], noted: Noted) -> None:
        self.labels = labels
        self._noted = noted
        self._tokens = tokens.tolist()
        self._numbers = dict(zip(self._tokens, count(), strict=False))
        self._signs = sorted(signs, key=lambda s: s.window.start)
        self._places: dict[int, tuple[Signs, int]] = {}
        self._claims: dict[int, float] = {}
        for one in self._signs:
            own = self._tokens[one.window.start : one.window.stop]
            self._places.update(zip(own, zip(repeat(one), range(len(own))), strict=True))
            self._claims.update(zip(own, (1.0 - one.tags[0][:, 0]).tolist(), strict=True))
        self._odds: dict[int, tuple[NDArray[np.float64], list[float]]] = {}
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
        at, there = self._places.get(trigger), self._places.get(token)
        if at is None or there is None or there[0] is not at[0]:
            return None
        odds, _ = self._odds_of(trigger, at)
        return 1 / (1 + math.exp(-odds.item(self._role[role], there[1])))

    def likeliest(self, role: str, trigger: int, tokens: Iterable[int]) -> float | None:
        """How likely the likeliest of some tokens heads who stands in a role to a trigger; None
        where one of them is too far apart.
        """
        at = self._places.get(trigger)
        if at is None:
            return None
        window, words = at[0].window, [self._numbers.get(t, -1) for t in tokens]
        if min(words) < window.start or max(words) >= window.stop:
            return None
        odds, _ = self._odds_of(trigger, at)
        row = odds[self._role[role]]
        return 1 / (1 + math.exp(-max([row.item(n - window.start) for n in words])))

    def in_role(self, role: str, trigger: int, least: float) -> list[int]:
        """The tokens that stand in a role to a trigger with at least that probability, in text
        order.
        """
        at = self._places.get(trigger)
        if at is None:
            return []
        odds, peaks = self._odds_of(trigger, at)
        bound, number = _log_odds(least), self._role[role]
        if peaks[number] < bound:
            return []
        start = at[0].window.start
        return [self._tokens[start + n] for n in (odds[number] >= bound).nonzero()[0].tolist()]

    def _odds_of(
        self, trigger: int, at: tuple[Signs, int]
    ) -> tuple[NDArray[np.float64], list[float]]:
        """The log-odds [roles, words] of a trigger's window to it, and the highest by role."""
        found = self._odds.get(trigger)
        if found is None:
            if len(self._odds) >= _MOST:
                self._odds.clear()
            self._odds[trigger] = found = self._roles(trigger, *at)
        return found

    def _roles(
        self, trigger: int, signs: Signs, own: int
    ) -> tuple[NDArray[np.float64], list[float]]:
        """The log-odds of each word in each role to a trigger, with what is added where the rules
        see it; and the highest by role.
        """
        odds = signs.roles[:, own].astype(np.float64)
        for token, role in {*self._noted.pairs(trigger)}:
            there, number = self._places.get(token), self._role[role]
            if there is not None and there[0] is signs:
                added = signs.of_trigger[own, number] + signs.of_word[there[1], number]
                odds[number, there[1]] += added
        return odds, odds.max(axis=1).tolist()


@cache
def _log_odds(probability: float) -> float:
    return math.log(probability / (1 - probability))
