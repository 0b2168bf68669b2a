"""What people decided over claims and documents, as weighing heeds it: it outranks every rule.

A rejected claim is weighed no more. Claims decided to be of one occurrence are one event, and
documents of one origin are one origin, whatever speaks against it; those decided to be of two never
come together. Of decisions that cannot all hold the later ones do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, product

from fogline.model import Judgement, Reading

REJECTED = "rejected"
SAME_EVENT, OTHER_EVENT = "same-event", "not-same-event"
SAME_ORIGIN, OTHER_ORIGIN = "same-origin", "not-same-origin"
SPLIT = frozenset({OTHER_EVENT, OTHER_ORIGIN})  # the first subject, off each of the others
HEEDED = frozenset({REJECTED, SAME_EVENT, OTHER_EVENT, SAME_ORIGIN, OTHER_ORIGIN})
# What reading follows, and weighing only through it: see `intake.corrections`, `places.rulings`.
READ_BY = frozenset({"place-is", "publisher-is", "title-is"})

Pair = tuple[str, str]  # of claims or documents, by their ids; both orders are there


@dataclass(frozen=True, slots=True)
class Bonds:
    """Which two belong together and which two do not, each with who decided so and why."""

    together: Mapping[Pair, str] = field(default_factory=dict)
    apart: Mapping[Pair, str] = field(default_factory=dict)


UNBOUND = Bonds()


@dataclass(frozen=True, slots=True)
class Decisions:
    """All that people decided: rejected claims, with who and why; claims and documents bound."""

    rejected: Mapping[str, str] = field(default_factory=dict)
    events: Bonds = UNBOUND
    origins: Bonds = UNBOUND


NONE = Decisions()


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that nobody has revoked."""
    return tuple(j for j in judgements if j.revoked_at is None)


def decisions(
    judgements: Iterable[Judgement], carried: Mapping[str, str | None] | None = None
) -> Decisions:
    """Return what judgements in force decide, the later one where two cannot both hold.

    `carried` gives for claims that are read no more the ones that now say what they said.
    """
    latest = sorted(judgements, key=lambda j: (j.at, j.id), reverse=True)
    told = [j for j in today(latest, carried or {}) if j.kind in HEEDED]
    if not told:
        return NONE
    return Decisions(
        {s: _why("rejected", j) for j in reversed(told) if j.kind == REJECTED for s in j.subjects},
        _bonds(told, SAME_EVENT, OTHER_EVENT),
        _bonds(told, SAME_ORIGIN, OTHER_ORIGIN),
    )


def differing(was: Bonds, now: Bonds) -> frozenset[str]:
    """Return of whom something is decided, or by somebody else, that was not before."""
    pairs = _differing(was.together, now.together) | _differing(was.apart, now.apart)
    return frozenset(one for pair in pairs for one in pair)


def _differing(was: Mapping[Pair, str], now: Mapping[Pair, str]) -> set[Pair]:
    return {pair for pair in was.keys() | now.keys() if was.get(pair) != now.get(pair)}


def heard(readings: Sequence[Reading], rejected: Mapping[str, str]) -> Sequence[Reading]:
    """Return readings without the claims that were rejected."""
    return [_heard(reading, rejected) for reading in readings] if rejected else readings


def _heard(reading: Reading, rejected: Mapping[str, str]) -> Reading:
    kept = tuple(claim for claim in reading.claims if claim.id not in rejected)
    return reading if len(kept) == len(reading.claims) else replace(reading, claims=kept)


def today(
    judgements: Iterable[Judgement], carried: Mapping[str, str | None]
) -> tuple[Judgement, ...]:
    """Return judgements over what their claims are read as today."""
    return tuple(_today(judgement, carried) for judgement in judgements)


def _today(judgement: Judgement, carried: Mapping[str, str | None]) -> Judgement:
    subjects = [carried.get(subject, subject) for subject in judgement.subjects]
    if judgement.kind in SPLIT and subjects[:1] == [None]:
        subjects = []  # who was split off is gone: the others were never said to be apart
    return replace(judgement, subjects=tuple(dict.fromkeys(s for s in subjects if s)))


def _why(what: str, judgement: Judgement) -> str:
    return f"{what} by {judgement.by}: {judgement.reason}"


def _bonds(latest: Iterable[Judgement], same: str, other: str) -> Bonds:
    """Return what judgements bind, the latest first; an earlier one gives way to a later."""
    groups = _Groups()
    for judgement in latest:
        first, *rest = judgement.subjects or ("",)
        if judgement.kind == same:
            why = _why("put together", judgement)
            for one in rest:
                groups.join(first, one, why)
        elif judgement.kind == other:
            why = _why("kept apart", judgement)
            for one in rest:
                groups.part(first, one, why)
    return groups.bonds()


@dataclass(slots=True)
class _Groups:
    """What was put together so far, and what is kept apart."""

    members: dict[str, list[str]] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)
    apart: dict[Pair, str] = field(default_factory=dict)

    def join(self, a: str, b: str, why: str) -> None:
        ones, others = self.members.get(a, [a]), self.members.get(b, [b])
        if ones is others or any(pair in self.apart for pair in product(ones, others)):
            return
        joined = [*ones, *others]
        self.members |= dict.fromkeys(joined, joined)
        self.why |= {one: self.why.get(one, why) for one in joined}

    def part(self, a: str, b: str, why: str) -> None:
        if b not in self.members.get(a, [a]):
            self.apart |= {pair: why for pair in ((a, b), (b, a)) if pair not in self.apart}

    def bonds(self) -> Bonds:
        together: dict[Pair, str] = {}
        for group in {id(group): group for group in self.members.values()}.values():
            for a, b in combinations(group, 2):
                together |= dict.fromkeys(((a, b), (b, a)), self.why[min(a, b)])
        return Bonds(together, self.apart)
