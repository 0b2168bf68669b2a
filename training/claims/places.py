"""Learn which of a sentence's places are a claim's: `python -m training.claims.places --taught
FOLDER ... --untaught FOLDER ...` writes model/places.json.

The folders hold gold files, none of them kept apart (`training.claims.gold`); `taught` are those
that the learned heads were trained on, which are too sure there. A case is a claim that the gold
has too, with the choices that `reading.settling` weighs; those that give just the gold's places are
right. The marks of words are learned from the taught texts, then how much they weigh beside the
heads, and how these weigh, from the others; each is a softmax over the choices, by Adam on all
cases at once.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from bench import scoring
from bench.claims import taken_in
from bench.scoring import Gold, Wanted
from fogline import reading
from fogline.model import Document, Place, identified
from fogline.reading import language
from fogline.reading.claims import PartReader
from fogline.reading.places import containing, marks, settling
from fogline.reading.places.marks import Choice, Where
from fogline.settings import Settings

if TYPE_CHECKING:
    from fogline.model import Claim
    from fogline.reading.drafts import Draft
    from fogline.reading.language import Token
    from fogline.reading.reader import Reader

FOLDS: Final = 5
STEPS: Final = 200
RATE: Final = 0.04
RARE: Final = 8  # marks of fewer places are not learned
DECAYS: Final = (1.0, 4.0)  # of the weights of words and of heads
SLIGHT: Final = 0.02
SHARE: Final = "the words"
LEASTS: Final = (0.4, 0.45, 0.5, 0.55, 0.6, 0.7)

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A claim's places, each with its marks and what the heads tell; the choices by their numbers;
    which choices are right, and which may be made.
    """

    document: str
    marks: tuple[tuple[str, ...], ...]
    leanings: tuple[Mapping[str, float], ...]
    choices: tuple[Choice, ...]
    right: tuple[bool, ...]
    open: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What a claim's places were chosen from, and what each choice comes to."""

    where: Where
    choices: tuple[Choice, ...]
    places: tuple[tuple[Place, ...], ...]


class _Listening(PartReader):
    """Reads as every reader does, and keeps with each claim what its places were chosen from."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: dict[str, Heard] = {}
        self._last: Heard | None = None

    def _settled(self, draft: Draft) -> list[Token]:
        found = tuple(settling.choices(draft.where))
        self._last = Heard(draft.where, found, tuple(self._come_to(one, draft) for one in found))
        return super()._settled(draft)

    def _come_to(self, choice: Choice, draft: Draft) -> tuple[Place, ...]:
        memory = replace(
            self._memory, places=dict(self._memory.places), active=dict(self._memory.active)
        )
        scene = draft.sentence.scene
        heads = [scene.doc[i] for i in choice]
        return containing.places(heads, scene, memory, draft.struck)

    def _claim(self, draft: Draft) -> Claim:
        self._last = None
        claim = super()._claim(draft)
        if self._last is not None:
            self.heard[identified(claim, draft.sentence.scene.document.id).id] = self._last
        return claim


def cases(gold: Gold, document: Document, reader: Reader) -> Iterator[Case]:
    """Yield the cases of one document."""
    listening = _Listening()
    claims = [c for scene in reader.scenes(document) for c in listening.read(scene)]
    pairs = scoring.matching(gold.claims, claims, _same)
    for number, at in pairs.items():
        heard = listening.heard.get(identified(claims[at], document.id).id)
        if heard is not None and len(heard.choices) > 1:
            yield _case(gold.name, heard, gold.claims[number].mentions["places"])


def _same(wanted: Wanted, claim: Claim) -> bool:
    meets = (claim.trigger.start < end and at < claim.trigger.end for at, end in wanted.spans)
    return claim.event in wanted.events and any(meets)


def _case(document: str, heard: Heard, wanted: Sequence[str]) -> Case:
    where = heard.where
    number = {i: n for n, i in enumerate(where.found)}
    return Case(
        document,
        tuple(tuple(sorted({*marks.of(i, where)})) for i in where.found),
        tuple(marks.leanings(i, where) for i in where.found),
        tuple(tuple(number[i] for i in one) for one in heard.choices),
        tuple(_is_right(found, wanted) for found in heard.places),
        tuple(settling.is_open(one, where) for one in heard.choices),
    )


def _is_right(found: Sequence[Place], wanted: Sequence[str]) -> bool:
    hits = scoring.matching(wanted, found, scoring.same_mention)
    return len(hits) == len(wanted) == len(found)


class Table:
    """The choices of many cases with the marks of each, as one sparse table."""

    def __init__(
        self, told: Sequence[Sequence[Mapping[str, float]]], at: Mapping[str, int]
    ) -> None:
        rows = [row for case in told for row in case]
        found = [(n, at[m], v) for n, row in enumerate(rows) for m, v in row.items() if m in at]
        self.row, self.column = (np.array([f[k] for f in found], int) for k in (0, 1))
        self.value = np.array([f[2] for f in found], float)
        self.rows, self.columns = len(rows), len(at)
        sizes = [len(case) for case in told]
        self.starts = np.cumsum([0, *sizes[:-1]])
        self.case = np.repeat(np.arange(len(sizes)), sizes)

    def weighed(self, weights: Numbers) -> Numbers:
        """Return the weight of each choice."""
        return np.bincount(self.row, weights[self.column] * self.value, self.rows)

    def likely(self, weighed: Numbers) -> Numbers:
        """Return how likely each choice is among those of its case."""
        top = np.maximum.reduceat(weighed, self.starts)[self.case]
        raised = np.exp(weighed - top)
        return np.asarray(raised / self.whole(raised))

    def whole(self, numbers: Numbers) -> Numbers:
        """Return the sum over its case beside each choice."""
        return np.asarray(np.add.reduceat(numbers, self.starts)[self.case])

    def slope(self, weights: Numbers, right: Numbers) -> Numbers:
        """Return the slope of how unlikely the right choices are; of cases with none, nothing."""
        likely = self.likely(self.weighed(weights))
        wanted = likely * right
        whole = self.whole(wanted)
        wanted = np.divide(wanted, whole, out=np.zeros_like(wanted), where=whole > 0)
        off = np.where(whole > 0, likely - wanted, 0.0)
        return np.bincount(self.column, off[self.row] * self.value, self.columns)


def learned(table: Table, right: Numbers, decay: float, prior: Numbers) -> Numbers:
    """Return the weights of marks, near the prior where little speaks against it."""
    weights = prior.copy()
    first = second = np.zeros(len(prior))
    for step in range(1, STEPS + 1):
        slope = table.slope(weights, right) + decay * (weights - prior)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        steep = np.sqrt(second / (1 - 0.999**step)) + 1e-8
        weights = weights - RATE * first / (1 - 0.9**step) / steep
    return weights


def _words(case: Case) -> list[dict[str, float]]:
    """Return the marks of words of each choice, how many of its places have each."""
    return [
        dict(Counter([settling.size(one), *(m for n in one for m in case.marks[n])]))
        for one in case.choices
    ]


def _heads(case: Case, words: Mapping[str, float]) -> list[dict[str, float]]:
    """Return what the heads tell of each choice, with what its words weigh."""
    found = []
    for one, told in zip(case.choices, _words(case), strict=True):
        sums: Counter[str] = Counter(settling.changes(one, case.choices[0]))
        row: dict[str, float] = dict(sums)
        for n in one:
            for mark, number in case.leanings[n].items():
                row[mark] = row.get(mark, 0.0) + number
        row[SHARE] = sum(words.get(m, 0.0) * count for m, count in told.items())
        found.append(row)
    return found


def of_words(found: Sequence[Case]) -> dict[str, float]:
    """Return the weights of the marks of words."""
    told = [_words(case) for case in found]
    counts = Counter(m for case in found for marks in case.marks for m in marks)
    names = sorted({m for m, n in counts.items() if n >= RARE} | {f"{n} places" for n in range(4)})
    table = Table(told, {name: n for n, name in enumerate(names)})
    weights = learned(table, _right(found), DECAYS[0], np.zeros(len(names)))
    return {n: round(float(w), 2) for n, w in zip(names, weights, strict=True) if abs(w) >= SLIGHT}


def of_heads(found: Sequence[Case], words: Mapping[str, float]) -> dict[str, float]:
    """Return the weights of what the heads tell and of the words' sum."""
    told = [_heads(case, words) for case in found]
    names = sorted({m for case in told for row in case for m in row})
    table = Table(told, {name: n for n, name in enumerate(names)})
    prior = np.array([float(name == SHARE) for name in names])
    weights = learned(table, _right(found), DECAYS[1], prior)
    return {n: round(float(w), 3) for n, w in zip(names, weights, strict=True)}


def _right(found: Iterable[Case]) -> Numbers:
    return np.array([float(r) for case in found for r in case.right])


def turned(case: Case, words: Mapping[str, float], heads: Mapping[str, float]) -> tuple[float, int]:
    """Return how likely the likeliest choice that may be made is, and which it is."""
    told = _heads(case, words)
    weighed = np.array([sum(heads.get(m, 0.0) * v for m, v in row.items()) for row in told])
    likely = np.exp(weighed - weighed.max())
    likely /= likely.sum()
    best = int(np.where(case.open, likely, 0.0).argmax())
    return float(likely[best]), best


def tried(found: Sequence[Case], words: Mapping[str, float]) -> dict[float, tuple[int, int]]:
    """Return, by how likely a choice must be, how many cases of documents left out in turn become
    right, and how many wrong.
    """
    counts: Counter[tuple[float, bool]] = Counter()
    for fold in range(FOLDS):
        out = [c for c in found if zlib.crc32(c.document.encode()) % FOLDS == fold]
        heads = of_heads([c for c in found if c not in out], words)
        for case in out:
            likely, best = turned(case, words, heads)
            if case.right[best] != case.right[0]:
                counts.update((least, case.right[best]) for least in LEASTS if likely >= least)
    return {least: (counts[least, True], counts[least, False]) for least in LEASTS}


def collected(folders: Iterable[Path]) -> list[Case]:
    """Return the cases of folders of gold files."""
    settings = Settings()
    reader = reading.load(settings)
    return [
        case
        for folder in folders
        for gold in scoring.load(folder)
        for document in taken_in([gold], settings)
        for case in cases(gold, document, reader)
    ]


def written(words: Mapping[str, float], heads: Mapping[str, float], least: float) -> dict[str, Any]:
    """Return what `settling.weights` reads."""
    own = {mark: weight for mark, weight in heads.items() if mark != SHARE}
    return {"share": heads[SHARE], "least": least, "heads": own, "words": dict(words)}


def main() -> None:
    """Collect, learn, try on documents left out, write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--taught", type=Path, nargs="+", required=True)
    asked.add_argument("--untaught", type=Path, nargs="+", required=True)
    options = asked.parse_args()
    taught, untaught = collected(options.taught), collected(options.untaught)
    words = of_words(taught)
    counts = tried(untaught, words)
    for least, (right, wrong) in counts.items():
        print(f"from {least}: {right} made right, {wrong} made wrong, of {len(untaught)}")
    least = max(counts, key=lambda one: (counts[one][0] - 1.5 * counts[one][1], one))
    made = written(words, of_heads(untaught, words), least)
    target = language.MODEL / "places.json"
    target.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
