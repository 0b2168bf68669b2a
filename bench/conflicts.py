"""How many of the conflicts that weighing shows are real, and how many of the real ones it shows.

    .venv/bin/python -m bench.conflicts [ARTICLES] [--labels FILE]

All lines of ARTICLES (default ../shared/data/fakes/articles.jsonl) are read and weighed. FILE
(default `bench/coded.jsonl`) holds every conflict that was shown of them on 28 November 2026, by
the ids of its claims' lines and where their triggers start, with what two coders said of it who
worked apart, saw up to six of its claims in their texts and no rules: is there a pair that tells
of one thing and cannot both be true in that respect (y, n, or u where the texts don't tell),
which, and why not. Two of three were looked at while rules were mended, the third was not.

A conflict shown now is real where it holds such a pair, not where all its claims are of one that
was coded so; what else is shown is not judged. Real ones that are shown no more are lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.audit import Place, Weighed, judged

LABELS = Path(__file__).parent / "coded.jsonl"
REAL, NOT_REAL, NOT_JUDGED, LOST = "real", "not real", "not judged", "lost"


@dataclass(frozen=True, slots=True)
class Coded:
    """A conflict as it was coded: `real` where both coders agree, with the pair that makes it."""

    kind: str
    claims: frozenset[Place]
    pair: frozenset[Place]
    real: bool | None
    half: str


def main() -> None:
    """Print the table."""
    labels, found = judged(__doc__, LABELS)
    for row in table([_coded(label) for label in labels], list(conflicts(found))):
        print(row)


def conflicts(found: Weighed) -> Iterator[tuple[str, frozenset[Place]]]:
    """Yield the kind and the claims of every conflict that is shown."""
    at = {claim: place for place, claim in found.ids.items()}
    for event in {e.id: e for e in found.events.values()}.values():
        for conflict in event.contradictions:
            yield conflict.type, frozenset(at[c] for c in conflict.claims)


def table(coded: Sequence[Coded], shown: Sequence[tuple[str, frozenset[Place]]]) -> Iterator[str]:
    """Yield a line for each half and kind of conflict, and one for all of a half."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for half, kind, outcome in _outcomes(coded, shown):
        counts[half, kind, outcome] += 1
        counts[half, "all", outcome] += 1
    for half, kind in sorted({key[:2] for key in counts}):
        real, wrong, open_, lost = (
            counts[half, kind, o] for o in (REAL, NOT_REAL, NOT_JUDGED, LOST)
        )
        share = real / max(1, real + wrong)
        yield (
            f"{half:<15}{kind:<10}{real:>4} real, {wrong} not ({share:.2f}), "
            f"{open_} not judged; of the real {lost} are shown no more"
        )


def _outcomes(
    coded: Sequence[Coded], shown: Sequence[tuple[str, frozenset[Place]]]
) -> Iterator[tuple[str, str, str]]:
    for kind, claims in shown:
        home = _of_whom(kind, claims, coded)
        yield home.half if home else "new", kind, _judged(home, claims)
    for one in coded:
        if one.real and not any(one.pair <= claims for _, claims in shown):
            yield one.half, one.kind, LOST


def _of_whom(kind: str, claims: frozenset[Place], coded: Iterable[Coded]) -> Coded | None:
    """Return the coded conflict that one shown now is: of a real pair, else of most claims."""
    alike = [c for c in coded if c.kind == kind and len(c.claims & claims) > 1]
    pairs = [c for c in alike if c.real and c.pair <= claims]
    return max(pairs or alike, key=lambda c: len(c.claims & claims), default=None)


def _judged(home: Coded | None, claims: frozenset[Place]) -> str:
    if home is None or home.real is None:
        return NOT_JUDGED
    if home.real:
        return REAL if home.pair <= claims else NOT_JUDGED
    return NOT_REAL if claims <= home.claims else NOT_JUDGED


def _coded(row: Mapping[str, Any]) -> Coded:
    return Coded(
        kind=row["kind"],
        claims=frozenset((str(line), at) for line, at in row["claims"]),
        pair=frozenset((str(line), at) for line, at in row["pair"]),
        real={"yy": True, "nn": False}.get(row["real"]),
        half=row["half"],
    )


if __name__ == "__main__":
    main()
