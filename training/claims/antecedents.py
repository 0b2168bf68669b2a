"""Learn which noun phrase a pronoun stands for: `python -m training.claims.antecedents FOLDER ...`
writes model/antecedents.json.

The folders hold gold files, none of them kept apart (`training.claims.gold`). A case is a pronoun
that the reader takes for an actor, a recipient or a source of a claim that the gold has too, with
the phrases before it; those that the gold names in that slot are right. Each kind of pronoun gets a
softmax over the phrases' marks of its own, by Adam on all cases at once.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from bench import scoring
from bench.claims import taken_in
from bench.scoring import Gold, Wanted
from fogline import reading
from fogline.model import Claim, Document, Mention, identified
from fogline.reading import language
from fogline.reading.claims import PartReader
from fogline.reading.coreference import antecedents
from fogline.reading.coreference.anaphora import Memory
from fogline.settings import Settings

if TYPE_CHECKING:
    from fogline.reading.drafts import Draft
    from fogline.reading.language import Token
    from fogline.reading.reader import Reader
    from fogline.reading.scene import Scene

FOLDS: Final = 5
DECAY: Final = 1.0
STEPS: Final = 300
RATE: Final = 0.05
SLIGHT: Final = 0.05  # lighter marks are left out of the file
SLOTS: Final = ("actors", "recipients", "attribution")


@dataclass(frozen=True, slots=True)
class Case:
    """A pronoun's kind, the marks of each phrase before it, and which of these are right."""

    document: str
    kind: str
    marks: tuple[frozenset[str], ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun that was resolved: what stood before it, and the answer."""

    pronoun: Token
    told: tuple[tuple[antecedents.Seen, frozenset[str]], ...]
    answer: Mention


@dataclass(slots=True)
class _Telling(Memory):
    """A memory that tells what it was asked."""

    asked: list[Asked] = field(default_factory=list)

    def _back(self, head: Token, scene: Scene, avoid: frozenset[str]) -> Mention | None:
        answer = Memory._back(self, head, scene, avoid)
        if answer is not None:
            told = antecedents.told_of(head, scene, self.seen)
            left = tuple((s, m) for s, m in told if s.mention.text not in avoid)
            self.asked.append(Asked(head, left, answer))
        return answer


class _Listening(PartReader):
    """Reads as every reader does, and keeps with each claim what pronouns were resolved for it."""

    def __init__(self) -> None:
        super().__init__()
        self._memory: _Telling = _Telling()
        self.heard: list[tuple[Claim, tuple[Asked, ...]]] = []

    def _claim(self, draft: Draft) -> Claim:
        self._memory.asked.clear()
        claim = super()._claim(draft)
        whole = identified(claim, draft.sentence.scene.document.id)
        self.heard.append((whole, tuple(self._memory.asked)))
        return claim


def cases(gold: Gold, document: Document, reader: Reader) -> Iterator[Case]:
    """Yield the cases of one document."""
    listening = _Listening()
    told = (c for scene in reader.scenes(document) for c in listening.read(scene))
    claims = [identified(claim, document.id) for claim in told]
    asked = {claim.id: found for claim, found in listening.heard}
    pairs = scoring.matching(gold.claims, claims, _same)
    for number, at in pairs.items():
        claim, wanted = claims[at], gold.claims[number]
        for one in asked.get(claim.id, ()):
            names = _wanted(one.answer, claim, wanted)
            right = [n for n, (s, _) in enumerate(one.told) if _is_one_of(s.mention, names)]
            if right:
                kind = antecedents.KINDS[one.pronoun.lower_]
                yield Case(gold.name, kind, tuple(m for _, m in one.told), tuple(right))


def _same(wanted: Wanted, claim: Claim) -> bool:
    meets = (claim.trigger.start < end and at < claim.trigger.end for at, end in wanted.spans)
    return claim.event in wanted.events and any(meets)


def _wanted(answer: Mention, claim: Claim, wanted: Wanted) -> Sequence[str]:
    """Return the gold's names of the slot that the answer stands in."""
    for slot in SLOTS:
        if any(one.text == answer.text for one in getattr(claim, slot)):
            return wanted.sources if slot == "attribution" else wanted.mentions[slot]
    return ()


def _is_one_of(mention: Mention, names: Iterable[str]) -> bool:
    return any(scoring.same_mention(name, mention) for name in names)


def learned(found: Sequence[Case]) -> dict[str, float]:
    """Return the weight of each mark that the cases have."""
    names = sorted({mark for case in found for marks in case.marks for mark in marks})
    at = {name: n for n, name in enumerate(names)}
    tables = [(_table(case, at), list(case.right)) for case in found]
    weights = first = second = np.zeros(len(names))
    for step in range(1, STEPS + 1):
        slope = DECAY * weights + sum(_slope(*table, weights) for table in tables)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        steep = np.sqrt(second / (1 - 0.999**step)) + 1e-8
        weights = weights - RATE * first / (1 - 0.9**step) / steep
    told = {name: round(float(weights[n]), 2) for name, n in at.items()}
    return {name: weight for name, weight in told.items() if abs(weight) >= SLIGHT}


def _table(case: Case, at: dict[str, int]) -> NDArray[np.float64]:
    table = np.zeros((len(case.marks), len(at)))
    for row, marks in enumerate(case.marks):
        table[row, [at[mark] for mark in marks if mark in at]] = 1.0
    return table


def _slope(
    table: NDArray[np.float64], right: list[int], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the slope of how unlikely the right phrases are."""
    likely = np.exp(table @ weights - np.max(table @ weights))
    likely /= likely.sum()
    wanted = np.zeros_like(likely)
    wanted[right] = likely[right] / likely[right].sum()
    return np.asarray(table.T @ (likely - wanted))


def best(case: Case, weights: dict[str, float]) -> int:
    """Return which phrase weights choose."""
    weighed = [sum(weights.get(m, 0.0) for m in marks) for marks in case.marks]
    return max(range(len(weighed)), key=weighed.__getitem__)


def tried(found: Sequence[Case]) -> tuple[int, int]:
    """Return how many cases of documents left out in turn are right, of how many."""
    right = 0
    for fold in range(FOLDS):
        out = [case for case in found if zlib.crc32(case.document.encode()) % FOLDS == fold]
        weights = learned([case for case in found if case not in out])
        right += sum(best(case, weights) in case.right for case in out)
    return right, len(found)


def main() -> None:
    """Collect, try on documents left out, learn from all, write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("gold", type=Path, nargs="+", help="folders of gold files")
    options = asked.parse_args()
    settings = Settings()
    reader = reading.load(settings)
    found = [
        case
        for folder in options.gold
        for gold in scoring.load(folder)
        for document in taken_in([gold], settings)
        for case in cases(gold, document, reader)
    ]
    weights = {}
    for kind in sorted(set(antecedents.KINDS.values())):
        own = [case for case in found if case.kind == kind]
        right, whole = tried(own)
        print(f"{kind}: {right} of {whole} in documents left out", flush=True)
        weights[kind] = dict(sorted(learned(own).items()))
    target = language.MODEL / "antecedents.json"
    target.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
