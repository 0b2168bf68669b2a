"""What the score of a pair can be at most, from notes: most pairs need no more to be ruled out.

Each function here stands for one of `features` and never returns less than its value times weight
(for OUT: minus infinity). Where a feature looks at more than notes hold, it is taken to be as well
as what they leave open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fogline.weighing.measures.boxes import KM_SLACK, least_kilometres
from fogline.weighing.measures.commonness import rarity
from fogline.weighing.measures.kinship import LEFT, kinship
from fogline.weighing.occurrence import features as F
from fogline.weighing.occurrence import notes as N
from fogline.weighing.occurrence import placed as P
from fogline.weighing.occurrence.clusters import JOIN
from fogline.weighing.occurrence.evidence import OUT
from fogline.weighing.occurrence.notebook import Noted, kinds_met
from fogline.weighing.parties.parties import DIFFERENT
from fogline.weighing.views.views import ANSWER_DAYS, SAID_DAYS, View

SLACK = 1e-6  # of sums in another order, and of rounding
NEAR = 0.5  # what two places of other keys say at most
BEYOND = -0.2  # ... where neither radius reaches the other
NOBODY = -1  # the place of a claim that is none of the document's
NEXT_DAY = 0.5  # what neighbouring days say at most
WEIGHTS = {feature.__name__: weight for feature, weight in F.FEATURES}

# Those that rule out most for the least come first; what is ruled out goes no further.
STAGES = (
    ("kind", "time", "trigger", "story", "toll", "answer", "heading"),
    ("actors", "recipients"),
    ("place",),
    ("words",),
)

Numbers = NDArray[np.floating[Any] | np.integer[Any]]
Is = NDArray[np.bool_]
Places = NDArray[np.int64]


def may_join(fresh: Sequence[View], all_: Noted, i: Places, j: Places) -> Places:
    """Return which pairs of a document's claims (i) and any (j) may score JOIN or more.

    The document's own claims come first among all.
    """
    left, total = np.arange(len(i)), np.zeros(len(i))
    for n, names in enumerate(STAGES):
        pairs = Pairs(fresh, all_, i[left], j[left])
        total = total + sum(getattr(pairs, name) for name in names)
        best = sum(WEIGHTS[name] for later in STAGES[n + 1 :] for name in later)
        kept = np.flatnonzero(total + best >= JOIN - SLACK)
        left, total = left[kept], total[kept]
    return left


@dataclass(frozen=True)
class Pairs:
    """Pairs of claims of one document with others, or with each other."""

    fresh: Sequence[View]
    all_: Noted
    i: Places
    j: Places

    @property
    def most(self) -> Numbers:
        """What each pair scores at most."""
        total = sum(getattr(self, name) for names in STAGES for name in names)
        return np.asarray(total, np.float64)

    @cached_property
    def kind(self) -> Numbers:
        """As it is, or as if all deeds whose bits meet were one word."""
        kinds = self.all_.kinds
        ours, one = np.unique(kinds[: len(self.fresh)], return_inverse=True)
        table = np.array([_beside(kind, len(kinds_met())) for kind in ours.tolist()])
        value = table[one[self.i], kinds[self.j]]
        other = np.where(self._one_deed, F.ONE_WORD, OUT)
        return WEIGHTS["kind"] * np.where(value > 0, value, other)

    @cached_property
    def time(self) -> Numbers:
        """As it is, but where one was told before the other's day, or denies another deed."""
        named = self._both(N.NAMED)
        days = self.all_.numbers["days"]
        length = np.where((days != N.UNKNOWN).all(1), days[:, 1] - days[:, 0] + 1, 1)
        longest = np.maximum(length[self.i], length[self.j])
        meets = np.where(named, 1.0, 0.7) * np.where(longest <= F.SHORT_DAYS, 1.0, 0.7)
        meets = np.where(longest > F.LONG_DAYS, 0.2, meets)
        value = np.where(self._gap == 0, meets, NEXT_DAY)
        value[(self._gap > 1) | (named & (self._gap > 0))] = OUT
        value[(self._gap > 1) & (self._gap <= self._back) & ~named] = F.TOLD_LATER
        told = _apart(self.all_.numbers["out"], self.i, self.j)
        undated = np.where(told > F.NEWS_DAYS, F.STALE, np.where(told > 1, 0.0, F.UNDATED))
        undated[np.isnan(told)] = 0.0
        return WEIGHTS["time"] * np.where(self._undated, undated, value)

    @cached_property
    def place(self) -> Numbers:
        """The best that keys and the boxes around the spots allow."""
        near, about = self._nearest("here", N.HERE), self._nearest("about", N.ABOUT)
        apart = np.where(about == OUT, P.ELSEWHERE, P.UNPLACED)
        told = np.where(about > 0, P.ABOUT * about, apart)
        own = np.where(near == OUT, P.ELSEWHERE, P.UNPLACED)
        set_ = np.where(near > 0, P.SETTING * near, np.where(self._own, own, told))
        both = np.where(self._both(N.LOCATED), near, set_)
        unplaced = np.where(self._either(N.LOCATED), P.UNPLACED, 0.0)
        return WEIGHTS["place"] * np.where(self._both(N.PLACED), both, unplaced)

    @cached_property
    def actors(self) -> Numbers:
        """See `_parties`."""
        return self._parties("actors", N.ACTING)

    @cached_property
    def recipients(self) -> Numbers:
        """See `_parties`."""
        return self._parties("recipients", N.ACTED_ON)

    @cached_property
    def story(self) -> Numbers:
        """The likeness of what the stories' numbers share."""
        value = np.minimum(1.0, (self._closeness[self.j] - F.STORY_LEAST) / F.STORY_ALIKE)
        brief = self._either(N.BRIEF)
        unlike = np.where(brief, 0.0, 2 * value)
        value = np.where(value > 0, value * np.where(self._undated, 1.0, F.DATED), unlike)
        own = np.where(self._undated, F.ONE_TEXT, 0.0)
        return WEIGHTS["story"] * np.where(self._own, own, value)

    @cached_property
    def words(self) -> Numbers:
        """What the words whose numbers both have say."""
        shared, told = self._shared
        matter = self.all_.numbers["matter"]
        least = np.minimum(matter[self.i], matter[self.j])
        least[least == 0] = 1.0
        value = np.maximum(told / least, np.minimum(1.0, told / F.TELLING))
        said = self.all_.numbers["said"]
        brief = np.minimum(said[self.i], said[self.j]) < F.LENGTHY
        none = np.where(self._both(N.SPEAKS), F.SPEECH, np.where(brief, 0.0, F.UNALIKE))
        return WEIGHTS["words"] * np.where(shared < 2, none, value)

    @cached_property
    def toll(self) -> Numbers:
        """As if all numbers were the same."""
        both = self._told[0] & self._told[1] >= N.TOLL
        return np.where(both, WEIGHTS["toll"], 0.0)

    @cached_property
    def trigger(self) -> Numbers:
        """As if deeds whose bits meet were one word."""
        value = np.where(self._undated, 1.0, F.DATED)
        return WEIGHTS["trigger"] * value * self._one_deed

    @cached_property
    def answer(self) -> Numbers:
        """As it is."""
        return WEIGHTS["answer"] * (self._own & self._differ(N.DENIED))

    @cached_property
    def heading(self) -> Numbers:
        """As if a headline that tells nothing else in short had a word in common with its text."""
        short = np.where(self._told_of, F.HEADED, F.HEADING)
        value = np.where(self._differ(N.HEADS), short, F.COUNTED * self._told_of)
        return WEIGHTS["heading"] * value * self._own

    def _parties(self, role: str, first: int) -> Numbers:
        """All parties that may be one are; those that may not be are other ones.

        Who left a place is compared with another role: it may be the same.
        """
        alike = self._alike(role) | self._either(first * N.CROWDED)
        known = [(flags & first * N.KNOWN != 0).astype(int) for flags in self._told]
        unlike = -np.array(DIFFERENT)[known[0] + known[1]]
        value = np.where(alike, 1.0, np.where(self._both(first * N.PLAIN), unlike, 0.0))
        value = np.where(self._both(first), value, 0.0)
        return WEIGHTS[role] * np.where(self._left_and_held, 1.0, value)

    def _nearest(self, which: str, flag: int) -> Numbers:
        """What the nearest of two claims' spots say at most."""
        keys = self.all_.numbers[f"{which}_keys"]
        same = _meet(keys[self.i], keys[self.j]) | self._either(flag * N.MANY)
        return np.where(same, 1.0, self._other_places(which, flag))

    def _other_places(self, which: str, flag: int) -> Numbers:
        """What places of other keys say at most."""
        boxes = self.all_.numbers[which]
        gap, radius = least_kilometres(boxes, self.i, self.j) - KM_SLACK, boxes["radius"]
        reach = radius[self.i] + radius[self.j] + P.FAR_KM
        wider = np.maximum(radius[self.i], radius[self.j])
        beside = np.where(gap > reach, OUT, np.where(gap > wider, BEYOND, NEAR))
        return np.where(self._both(flag), beside, NEAR)

    @cached_property
    def _closeness(self) -> Numbers:
        """How alike each claim's text is to the document's at most."""
        said = np.zeros(N.NO_WORD + 1)
        for stem, weight in (self.fresh[0].story.weights if self.fresh[0].story else {}).items():
            said[N.number(stem)] += weight * rarity(stem)
        shared = said[self.all_.numbers["story"]].sum(1)
        return np.asarray(shared * self.all_.numbers["scale"] + SLACK)

    @cached_property
    def _shared(self) -> tuple[Numbers, Numbers]:
        """How many numbers of words each pair shares, and what these say."""
        told = [v.words for v in self.fresh]
        numbers = [N.number(word) for said in told for word in said]
        words, row = np.unique(np.array(numbers, np.int64), return_inverse=True)
        place = np.full(N.NO_WORD + 1, -1)
        place[words] = np.arange(len(words))
        says = np.full((len(words), len(told)), -1.0)  # none of a claim's words
        column = np.repeat(np.arange(len(told)), [len(said) for said in told])
        np.maximum.at(says, (row, column), [rarity(word) for said in told for word in said])
        return self._met(place, says)

    def _met(self, place: Places, says: Numbers) -> tuple[Numbers, Numbers]:
        others, j = np.unique(self.j, return_inverse=True)
        words, ends = self.all_.words(others)
        place = place[words]
        known = place >= 0
        ends = np.concatenate(([0], np.cumsum(known)))[ends]
        many = np.diff(ends, prepend=0)[j]
        pair = np.repeat(np.arange(len(j)), many)
        first = np.cumsum(many) - many  # where each pair's begin
        at = np.arange(len(pair)) - first[pair] + (ends[j] - many)[pair]
        told = says[place[known][at], self.i[pair]]
        pair, told = pair[told >= 0], told[told >= 0]
        shared = np.bincount(pair, minlength=len(self.j))
        return shared, np.bincount(pair, told, minlength=len(self.j)) + SLACK

    @cached_property
    def _gap(self) -> Numbers:
        return _apart(self.all_.numbers["days"], self.i, self.j)

    @cached_property
    def _back(self) -> Numbers:
        """By how many days a claim may lie before the day of the other."""
        spoken = np.where(self._either(N.SPOKEN_OF), SAID_DAYS, 1)
        again = self._differ(N.DENIED) | (self._own & self._both_hold)
        again |= self._either(N.SETS_RIGHT)
        return np.where(again, ANSWER_DAYS, spoken)

    @cached_property
    def _undated(self) -> Is:
        return np.isnan(self._gap)

    @cached_property
    def _own(self) -> Is:
        return self.j < len(self.fresh)

    @cached_property
    def _told_of(self) -> Is:
        """Tell which pairs are of a claim and one that it tells in short, or whose harm it has."""
        at = {v.claim.id: n for n, v in enumerate(self.fresh)}
        of = np.full(len(self.all_.kinds), NOBODY)
        of[: len(self.fresh)] = [at.get(v.of, NOBODY) for v in self.fresh]
        return np.asarray((of[self.i] == self.j) | (of[self.j] == self.i))

    @cached_property
    def _one_deed(self) -> Is:
        bits = self.all_.numbers["deed"]
        return np.asarray(bits[self.i] & bits[self.j] != 0)

    @cached_property
    def _left_and_held(self) -> Is:
        met = [tuple(kind.split("/")) for kind in kinds_met()]
        left, held = (np.array([*map(so, met)], np.bool_)[self.all_.kinds] for so in (_left, _held))
        return np.asarray(left[self.i] & held[self.j] | held[self.i] & left[self.j])

    @cached_property
    def _both_hold(self) -> Is:
        """Tell which pairs are both of who holds a place: one text tells twice of a capture."""
        held = np.array([_held(tuple(kind.split("/"))) for kind in kinds_met()], np.bool_)
        kinds = self.all_.kinds
        return np.asarray(held[kinds[self.i]] & held[kinds[self.j]])

    @cached_property
    def _told(self) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        """The flags of each pair's two."""
        flags = self.all_.numbers["flags"]
        return flags[self.i], flags[self.j]

    def _alike(self, role: str) -> Is:
        """Tell which pairs have a party that may be one, by its telling names."""
        names, telling = self.all_.numbers[role], self.all_.numbers[f"telling_{role}"]
        found = _meet(telling[self.i], names[self.j])
        return found | _meet(telling[self.j], names[self.i])

    def _both(self, flag: int) -> Is:
        return np.asarray(self._told[0] & self._told[1] & flag != 0)

    def _either(self, flag: int) -> Is:
        return np.asarray((self._told[0] | self._told[1]) & flag != 0)

    def _differ(self, flag: int) -> Is:
        return np.asarray((self._told[0] ^ self._told[1]) & flag != 0)


def _meet(ones: NDArray[np.uint16], others: NDArray[np.uint16]) -> Is:
    """Tell of rows which have a number in common, but for the ones that fill them at the end."""
    found = np.zeros(len(ones), np.bool_)
    columns = others.T[: _widest(others)]
    for one in ones.T[: _widest(ones)]:
        full = one < N.NO_WORD
        for other in columns:
            found |= (one == other) & full
    return found


def _widest(rows: NDArray[np.uint16]) -> int:
    return int((rows < N.NO_WORD).any(0).sum())  # in each row what fills it stands at the end


def _apart(days: NDArray[np.int32], i: Places, j: Places) -> Numbers:
    """Return the days between stretches as `days.apart` does, not a number where it is unknown."""
    known = np.where(days == N.UNKNOWN, np.nan, days.astype(np.float64))
    (start, end), (first, last) = known[i].T, known[j].T
    gaps = np.array([first - end, start - last])
    some = np.fmax(gaps[0], gaps[1])
    return np.where(some > 0, some, np.where(np.isnan(gaps).any(0), np.nan, 0.0))


@lru_cache(maxsize=1 << 10)
def _beside(kind: int, number: int) -> tuple[float, ...]:
    """Return what a kind says beside each of the first so many that were met."""
    kinds = [(event, mode or None) for event, _, mode in map(_parts, kinds_met()[:number])]
    return tuple(kinship().between(kinds[kind], other) for other in kinds)


def _left(kind: tuple[str, ...]) -> bool:
    return kind == LEFT


def _held(kind: tuple[str, ...]) -> bool:
    return kind[0] == "CONTROL"


def _parts(kind: str) -> tuple[str, str, str]:
    return kind.partition("/")
