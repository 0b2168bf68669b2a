"""Which categories and modes may tell one occurrence: the table of `kinship.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from fogline.weighing.measures.tables import table

MODE_UNNAMED = 0.8
MEANS_OF = "ASSAULT"
LEFT = ("RETREAT", "withdraw")


@dataclass(frozen=True, slots=True)
class Kinship:
    """How well two categories with their modes go together, 0 to 1."""

    same_category: float
    pairs: Mapping[frozenset[str], float]
    families: Mapping[str, str]
    means: Mapping[str, int]

    def between(self, a: tuple[str, str | None], b: tuple[str, str | None]) -> float:
        """Return 0 where the two can never tell one occurrence."""
        if a == b:
            return 1.0
        listed = self.pairs.get(frozenset({label(a), label(b)}))
        if listed is not None:
            return listed
        if a[0] == b[0]:
            return MODE_UNNAMED if None in (a[1], b[1]) else self.same_category
        bare = ((x, y) for x in (a[0], label(a)) for y in (b[0], label(b)))
        return max((self.pairs.get(frozenset(pair), 0.0) for pair in bare), default=0.0)

    def other_means(self, a: tuple[str, str | None], b: tuple[str, str | None]) -> bool:
        """Say whether two kinds of violence name two means by which it was done."""
        if a[0] != MEANS_OF or b[0] != MEANS_OF:
            return False
        one, other = (self.means.get(mode or "") for mode in (a[1], b[1]))
        return one is not None and other is not None and one != other

    def family(self, category: str) -> str:
        """Return the name under which all categories stand that some chain of kin joins."""
        return self.families.get(category, category)


@cache
def kinship() -> Kinship:
    """Return the table as shipped."""
    rows = table(__package__, "kinship.toml")
    pairs = {frozenset(kin["pair"]): float(kin["score"]) for kin in rows["kin"]}
    means = {mode: n for n, group in enumerate(rows["means"]) for mode in group}
    return Kinship(float(rows["same_category"]), pairs, _families(pairs), means)


def _families(pairs: Mapping[frozenset[str], float]) -> dict[str, str]:
    families: dict[str, str] = {}
    for pair in sorted(pairs, key=sorted):
        categories = sorted({name.partition("/")[0] for name in pair})
        names = {families.get(category, category) for category in categories}
        first = min(names)
        families |= dict.fromkeys(categories, first)
        families |= {category: first for category, name in families.items() if name in names}
    return families


def label(kind: tuple[str, str | None]) -> str:
    """Return a category and its mode in one word: "ASSAULT/aerial"."""
    return f"{kind[0]}/{kind[1]}" if kind[1] else kind[0]
