"""Why two claims are one event or two: all that speaks for and against it, in words.

`features` adds it up for the many; here it stays apart, for whoever asks of two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fogline.weighing.decisions import Bonds
from fogline.weighing.occurrence.clusters import AGAINST, FLOOR, JOIN, MEAN, SCANTY
from fogline.weighing.occurrence.evidence import OUT
from fogline.weighing.occurrence.features import FEATURES
from fogline.weighing.views.views import View


@dataclass(frozen=True, slots=True)
class Told:
    """What one feature says: points for (or, below zero, against) one occurrence, and why.

    No points at all (None): it rules one occurrence out, whatever else speaks for it.
    """

    points: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims with what speaks for and against their telling one occurrence, weightiest first.

    `points` is the sum, None where they are ruled out as one.
    """

    a: str
    b: str
    points: float | None
    told: tuple[Told, ...]

    @property
    def alike(self) -> bool:
        """Whether two clusters are held against each other for it."""
        return self.points is not None and self.points >= JOIN

    @property
    def against(self) -> bool:
        """Whether it alone keeps two clusters apart."""
        return self.points is None or self.points < AGAINST


def comparison(a: View, b: View) -> Comparison:
    """Return what speaks for and against two claims' telling one occurrence, in either order."""
    a, b = sorted((a, b), key=lambda v: v.order)
    found = ((weight, feature(a, b)) for feature, weight in FEATURES)
    told = [
        Told(None if evidence.value == OUT else round(weight * evidence.value, 2), evidence.reason)
        for weight, evidence in found
        if evidence
    ]
    told.sort(key=lambda t: (t.points is not None, -abs(t.points or 0.0), t.reason))
    points = [t.points for t in told if t.points is not None]
    ruled_out = len(points) < len(told)
    total = None if ruled_out else round(sum(points), 2)
    return Comparison(a.claim.id, b.claim.id, total, tuple(told))


def least_alike(ones: Iterable[View], others: Iterable[View]) -> Comparison:
    """Return the comparison of the two claims of two events that speaks most against one."""
    kept = list(others)
    found = [comparison(a, b) for a in ones for b in kept if a.claim.id != b.claim.id]
    return min(found, key=_rank)


@dataclass(frozen=True, slots=True)
class Grouped:
    """How the claims of two events are alike as groups: one such pair of claims is not enough.

    `least` is the pair that is least alike; of all `pairs` `scanty` say little, and `mean` is what
    they say on average, None where one is ruled out. `decided` is what a person decided of a pair
    of them, which goes before all of it.
    """

    least: Comparison
    mean: float | None
    scanty: int
    pairs: int
    decided: str | None = None

    @property
    def apart(self) -> bool:
        """Whether what they say keeps the two groups apart."""
        few = self.mean is None or self.mean < MEAN or self.scanty > SCANTY * self.pairs
        return self.least.against or few


def grouped(ones: Iterable[View], others: Iterable[View], bound: Bonds) -> Grouped:
    """Return how the claims of two events are alike, each held against each of the other's;
    `bound` is what people decided.
    """
    kept = list(others)
    found = [comparison(a, b) for a in ones for b in kept]
    points = [each.points for each in found if each.points is not None]
    mean = sum(points) / len(points) if len(points) == len(found) else None
    apart = {frozenset(pair): why for pair, why in bound.apart.items()}
    ruled = (apart.get(frozenset((each.a, each.b))) for each in found)
    decided = next(filter(None, ruled), None)
    scanty = sum(p < FLOOR for p in points)
    return Grouped(min(found, key=_rank), mean, scanty, len(found), decided)


def _rank(found: Comparison) -> tuple[bool, float, str, str]:
    return found.points is not None, found.points or 0.0, found.a, found.b
