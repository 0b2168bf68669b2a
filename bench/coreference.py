"""How well clusters of mentions meet those of a gold: MUC, B³, CEAF by entities, their mean.

After Vilain et al. 1995, Bagga and Baldwin 1998 and Luo 2005; the mean of the three F1 is what
CoNLL-2012 ranks by. Key and response are clusters of the same mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

Clusters = Sequence[Set[Hashable]]


@dataclass(frozen=True, slots=True)
class Score:
    """Recall and precision, 0 to 1."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """Their harmonic mean, 0 where both are."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def conll(key: Clusters, response: Clusters) -> float:
    """Return the mean F1 of the three measures."""
    return sum(measure(key, response).f1 for measure in (muc, b_cubed, ceaf_e)) / 3


def muc(key: Clusters, response: Clusters) -> Score:
    """Count links: how many of those that hold each cluster together the other side has."""
    return Score(_links(key, response), _links(response, key))


def b_cubed(key: Clusters, response: Clusters) -> Score:
    """Average over mentions how much of their cluster the other side's holds."""
    return Score(_overlap(key, response), _overlap(response, key))


def ceaf_e(key: Clusters, response: Clusters) -> Score:
    """Pair clusters off at best, each pair worth its Dice coefficient."""
    total = sum(_best(*part) for part in _parts(key, response))
    return Score(total / len(key) if key else 0.0, total / len(response) if response else 0.0)


def _home(clusters: Clusters) -> Mapping[Hashable, int]:
    return {mention: i for i, cluster in enumerate(clusters) for mention in cluster}


def _links(ones: Clusters, others: Clusters) -> float:
    home = _home(others)
    kept = possible = 0
    for cluster in ones:
        pieces = len({home[m] for m in cluster if m in home})
        pieces += sum(m not in home for m in cluster)
        kept += len(cluster) - pieces
        possible += len(cluster) - 1
    return kept / possible if possible else 0.0


def _overlap(ones: Clusters, others: Clusters) -> float:
    home = _home(others)
    total, mentions = 0.0, 0
    for cluster in ones:
        shared: dict[int, int] = defaultdict(int)
        for mention in cluster:
            if mention in home:
                shared[home[mention]] += 1
        total += sum(n * n for n in shared.values()) / len(cluster)
        mentions += len(cluster)
    return total / mentions if mentions else 0.0


def _parts(key: Clusters, response: Clusters) -> Iterable[tuple[Clusters, Clusters]]:
    """Yield the clusters that mentions in common join: only within them can pairs be worth any."""
    home = _home(response)
    group = list(range(len(key)))
    of_response: dict[int, int] = {}

    def top(i: int) -> int:
        while group[i] != i:
            i = group[i]
        return i

    for i, cluster in enumerate(key):
        for j in {home[m] for m in cluster if m in home}:
            if j in of_response:
                group[top(of_response[j])] = top(i)
            of_response[j] = i
    parts: dict[int, tuple[list[Set[Hashable]], list[Set[Hashable]]]] = defaultdict(
        lambda: ([], [])
    )
    for i, cluster in enumerate(key):
        parts[top(i)][0].append(cluster)
    for j, i in of_response.items():
        parts[top(i)][1].append(response[j])
    return parts.values()


def _best(key: Clusters, response: Clusters) -> float:
    if not key or not response:
        return 0.0
    wide, long = (key, response) if len(key) <= len(response) else (response, key)
    worth = [[_dice(a, b) for b in long] for a in wide]
    return assigned(worth)


def _dice(a: Set[Hashable], b: Set[Hashable]) -> float:
    return 2 * len(a & b) / (len(a) + len(b))


def assigned(worth: Sequence[Sequence[float]]) -> float:
    """Return the most that pairing rows with columns one to one is worth; rows are the fewer.

    The Hungarian method with potentials, a row at a time.
    """
    rows, columns = len(worth), len(worth[0])
    u, v = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken, came = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken[0], at = row, 0
        least, used = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while taken[at]:
            used[at] = True
            here, best, after = taken[at], float("inf"), 0
            for j in range(1, columns + 1):
                if used[j]:
                    continue
                cost = -worth[here - 1][j - 1] - u[here] - v[j]
                if cost < least[j]:
                    least[j], came[j] = cost, at
                if least[j] < best:
                    best, after = least[j], j
            for j in range(columns + 1):
                if used[j]:
                    u[taken[j]] += best
                    v[j] -= best
                else:
                    least[j] -= best
            at = after
        while at:
            taken[at] = taken[came[at]]
            at = came[at]
    return sum(worth[taken[j] - 1][j - 1] for j in range(1, columns + 1) if taken[j])
