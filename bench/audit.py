"""How often a conflict that weighing shows is one, and how often a second origin is another.

    .venv/bin/python -m bench.audit [ARTICLES] [--labels FILE]

All lines of ARTICLES (default ../shared/data/fakes/articles.jsonl) are read and weighed, which
takes some three minutes. FILE (default `bench/audited.jsonl`) holds pairs of their claims, by the
line's id and where the claim's trigger starts, with what two coders said of each who worked apart
(y, n, or u where the texts don't tell): do both tell of one thing; do they contradict each other in
that respect; do they count as two origins. Pairs were drawn at random from the claims of what was
shown, not always those that a conflict is about: before rules were mended, of which one half was
looked at while that was done and the other not, and from what was shown afterwards. Those of the
"third draw" are of two origins that an event counts, drawn when all rules but the last stood: that
what nobody places or dates has one.

Printed by kind and half, of pairs on which the coders agree: how many are shown and how many of
these rightly, and how many that were right are shown no more.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.corpora import SHARED, readings
from fogline.model import ClaimOrigin, Event, Reading
from fogline.weighing.events import events
from fogline.weighing.origin.independence import independent
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins

ARTICLES = SHARED / "data" / "fakes" / "articles.jsonl"
LABELS = Path(__file__).parent / "audited.jsonl"
CORROBORATES = "corroborates"
Place = tuple[str, int]  # a line's id, and where a trigger starts


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims and what the coders agree on: None where they don't, or cannot tell."""

    kind: str
    a: Place
    b: Place
    same: bool | None
    holds: bool | None
    half: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """What weighing makes of the claims: their ids by place, each one's event, and their voices."""

    ids: Mapping[Place, str]
    events: Mapping[str, Event]
    voices: Mapping[str, ClaimOrigin]


def main() -> None:
    """Print the table."""
    labels, found = judged(__doc__, LABELS)
    for row in table([_pair(label) for label in labels], found):
        print(row)


def judged(description: str | None, labels: Path) -> tuple[list[Any], Weighed]:
    """Return labels and what weighing makes of the articles, as the command line names them."""
    asked = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("articles", nargs="?", type=Path, default=ARTICLES)
    asked.add_argument("--labels", type=Path, default=labels)
    options = asked.parse_args()
    lines = (json.loads(line) for line in options.articles.read_text("utf-8").splitlines())
    found = weighed(list(readings(lines).values()))
    return [json.loads(line) for line in options.labels.read_text("utf-8").splitlines()], found


def weighed(read: Sequence[Reading]) -> Weighed:
    """Weigh readings whose documents have the ids of their lines."""
    above = origins(read)
    voices = claim_origins(read, above)
    return Weighed(
        ids={(str(r.document.input_id), c.trigger.start): c.id for r in read for c in r.claims},
        events={c: e for e in events(read, above, voices) for c in e.claims},
        voices=voices,
    )


def table(pairs: Sequence[Pair], found: Weighed) -> Iterator[str]:
    """Yield a line for each kind and half, and one for all conflicts of a half."""
    counts: Counter[tuple[str, str, bool, bool]] = Counter()
    for pair in pairs:
        for kind, shown, right in _judged(pair, found):
            counts[pair.half, kind, shown, right] += 1
            if kind not in {"same event", "independent"}:
                counts[pair.half, "all conflicts", shown, right] += 1
    for half, kind in sorted({key[:2] for key in counts}):
        right, wrong = (counts[half, kind, True, ok] for ok in (True, False))
        lost, gone = (counts[half, kind, False, ok] for ok in (True, False))
        share = right / max(1, right + wrong)
        yield (
            f"{half:<18}{kind:<15}{right:>3} of {right + wrong:<3} shown are right ({share:.2f}); "
            f"of those no longer shown {gone} were wrong and {lost} right"
        )


def _judged(pair: Pair, found: Weighed) -> Iterator[tuple[str, bool, bool]]:
    """Yield what a pair tells: a kind, whether it is shown, and whether that would be right."""
    a, b = found.ids.get(pair.a), found.ids.get(pair.b)
    if a is None or b is None:
        return  # read otherwise by now
    together = found.events[a].id == found.events[b].id
    if pair.kind != CORROBORATES:
        if pair.holds is not None:
            yield pair.kind, _conflict(pair.kind, a, b, found), pair.holds
        return
    if pair.same is not None:
        yield "same event", together, pair.same
    if pair.same and pair.holds is not None:
        several = together and found.events[a].origins > 1
        yield "independent", several and len(independent([a, b], found.voices)) > 1, pair.holds


def _conflict(kind: str, a: str, b: str, found: Weighed) -> bool:
    shown = (c for claim in (a, b) for c in found.events[claim].contradictions)
    return any(c.type == kind and {a, b} <= set(c.claims) for c in shown)


def _pair(row: Mapping[str, Any]) -> Pair:
    (one, at), (other, there) = row["a"], row["b"]
    holds = row["independent" if row["kind"] == CORROBORATES else "contradict"]
    return Pair(
        kind=row["kind"],
        a=(str(one), at),
        b=(str(other), there),
        same=_agreed(row["same"]),
        holds=_agreed(holds),
        half=row["half"],
    )


def _agreed(answers: str) -> bool | None:
    return {"yy": True, "nn": False}.get(answers)


if __name__ == "__main__":
    main()
