"""Passages that stand in two documents: winnowing fingerprints find them, alignment bounds them.

Fingerprints after Schleimer, Wilkerson and Aiken, "Winnowing" (SIGMOD 2003): of every WINDOW
successive hashes of GRAM words the least is kept, so that any run of GRAM + WINDOW - 1 equal words
leaves at least one in common.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from fogline.model import Passage
from fogline.weighing.lately import lately
from fogline.weighing.measures.wording import Words

GRAM = 5
WINDOW = 4
SEEDS = 2  # fingerprints that two documents must share before they are compared at all
REACH = 25  # words between two seeds of one passage
DRIFT = 8  # words that an edit may add or drop between two seeds
MARGIN = 12  # words looked at beyond the outermost seeds
SHORTEST = 8  # matching words in a passage
GAP = 2.0  # what an unmatched word costs against a matched one
COMMON = 12  # stories that may hold one fingerprint before it counts as everybody's phrase
STANDING = 3  # the same, where those stories lie more than STANDING_DAYS apart: background text
STANDING_DAYS = 14

Codes = NDArray[np.uint64]
Positions = NDArray[np.int32]
Seed = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words [start, end) of one document beside words [of_start, of_end) of another."""

    start: int
    end: int
    of_start: int
    of_end: int
    matched: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two documents share: the passages, and how many words match in each and in all."""

    a: str
    b: str
    passages: tuple[Passage, ...]
    sizes: tuple[int, ...]
    words: int
    share_a: float
    share_b: float

    @property
    def share(self) -> float:
        """The part of the shorter document that stands in the other one, 0 to 1."""
        return max(self.share_a, self.share_b)


@lately
def codes(words: Sequence[str]) -> Codes:
    """Return one number a word, the same in every run."""
    return np.fromiter((zlib.crc32(w.encode()) for w in words), np.uint64, len(words))


@lately
def fingerprints(word_codes: Codes) -> tuple[Codes, Positions]:
    """Return the winnowed fingerprints of a text, each with the word position where it stands."""
    size = len(word_codes) - GRAM + 1
    if size < 1:
        return np.empty(0, np.uint64), np.empty(0, np.int32)
    grams = _grams(word_codes, size)
    window = min(WINDOW, size)
    windows = np.lib.stride_tricks.sliding_window_view(grams, window)
    least = np.arange(len(windows)) + window - 1 - windows[:, ::-1].argmin(axis=1)
    # The least of a window never moves back, so that equal ones stand side by side.
    kept = least[np.append(True, least[1:] != least[:-1])]
    return grams[kept], kept.astype(np.int32)


def overlaps(
    texts: Iterable[Words],
    story: Mapping[str, str],
    days: Mapping[str, int],
    standing: Set[int] | None = None,
) -> Iterator[Overlap]:
    """Yield what each pair of documents shares, pairs in order of ids.

    `standing` are the fingerprints of standing text where they are known, else of these texts
    alone. `story` names the group of near duplicates that a document belongs to, `days` the day (as
    an ordinal) of those that have one: a phrase that many stories hold, or several over weeks, is
    standing text and ties nothing together, while any number of reprints of one story may hold it.
    """
    held = {text.document: text for text in sorted(texts, key=lambda t: t.document)}
    if len(held) < 2:
        return
    coded = {document: codes(text.words) for document, text in held.items()}
    for (a, b), seeds in sorted(_seeds(coded, story, days, standing).items()):
        several = len(seeds) >= SEEDS
        if several and (found := _overlap(held[a], held[b], coded, _of(seeds))):
            yield found


def _grams(word_codes: Codes, size: int) -> Codes:
    mixed = np.zeros(size, np.uint64)
    with np.errstate(over="ignore"):
        for offset in range(GRAM):
            mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + word_codes[offset : offset + size]
        mixed ^= mixed >> np.uint64(29)
        mixed *= np.uint64(0xBF58476D1CE4E5B9)
        mixed ^= mixed >> np.uint64(32)
    return mixed


def _seeds(
    coded: Mapping[str, Codes],
    story: Mapping[str, str],
    days: Mapping[str, int],
    standing: Set[int] | None,
) -> dict[tuple[str, str], list[list[Seed]]]:
    """Return where each fingerprint that two documents share stands in them."""
    names = sorted(coded)
    shared: dict[tuple[str, str], list[list[Seed]]] = defaultdict(list)
    for gram, held in _shared([fingerprints(coded[document]) for document in names]):
        holders = [(names[i], tuple(positions)) for i, positions in held.items()]
        if standing is None:
            background = spread([d for d, _ in holders], story, days).standing
        else:
            background = gram in standing
        if not background:
            _pair(holders, shared)
    return shared


def _shared(
    found: Sequence[tuple[Codes, Positions]],
) -> Iterator[tuple[int, dict[int, list[int]]]]:
    """Yield fingerprints that several texts hold, each with positions by the text's place.

    All are sorted at once, which takes far less room than a table of them would.
    """
    grams = np.concatenate([g for g, _ in found] or [np.empty(0, np.uint64)])
    if not len(grams):
        return
    positions = np.concatenate([p for _, p in found])
    texts = np.repeat(np.arange(len(found), dtype=np.int32), [len(g) for g, _ in found])
    order = np.argsort(grams, kind="stable")
    grams, positions, texts = grams[order], positions[order], texts[order]
    signed = grams.view(np.int64)
    starts = np.flatnonzero(np.append(True, grams[1:] != grams[:-1]))
    ends = np.append(starts[1:], len(grams))
    several = texts[starts] != texts[ends - 1]
    for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
        held: dict[int, list[int]] = defaultdict(list)
        for i in range(start, end):
            held[int(texts[i])].append(int(positions[i]))
        yield int(signed[start]), held


@dataclass(frozen=True, slots=True)
class Spread:
    """How many stories hold a fingerprint, and the first and last day of those that have one."""

    stories: int
    first: int | None
    last: int | None

    @property
    def standing(self) -> bool:
        """Whether it is everybody's phrase, or background that is told again over weeks."""
        apart = self.last - self.first if self.first is not None and self.last is not None else 0
        return self.stories > COMMON or (self.stories > STANDING and apart > STANDING_DAYS)


def spread(documents: Iterable[str], story: Mapping[str, str], days: Mapping[str, int]) -> Spread:
    """Return how far the documents that hold a fingerprint are spread."""
    held = set(documents)
    dated = [days[document] for document in held if document in days]
    stories = len({story.get(document, document) for document in held})
    return Spread(stories, min(dated, default=None), max(dated, default=None))


def held_in(text: Words) -> frozenset[int]:
    """Return the fingerprints of a document as signed numbers."""
    return frozenset(fingerprints(codes(text.words))[0].view(np.int64).tolist())


def holders(texts: Iterable[Words]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield each fingerprint that several documents hold, with these."""
    held = sorted(texts, key=lambda t: t.document)
    for gram, found in _shared([fingerprints(codes(text.words)) for text in held]):
        yield gram, tuple(held[i].document for i in found)


def _pair(
    holders: Sequence[tuple[str, tuple[int, ...]]], shared: dict[tuple[str, str], list[list[Seed]]]
) -> None:
    for later, (b, b_positions) in enumerate(holders):
        for a, a_positions in holders[:later]:
            shared[a, b].append([(i, j) for i in a_positions for j in b_positions])


def _of(seeds: Iterable[Iterable[Seed]]) -> list[Seed]:
    return [seed for of_one in seeds for seed in of_one]


def _overlap(
    a: Words, b: Words, coded: Mapping[str, Codes], seeds: Sequence[Seed]
) -> Overlap | None:
    a_codes, b_codes = coded[a.document].tolist(), coded[b.document].tolist()
    aligned = (_align(a_codes, b_codes, chain) for chain in _chains(sorted(seeds)))
    kept = _apart([s for s in aligned if s and s.matched >= SHORTEST])
    if not kept:
        return None
    shared = sum(s.matched for s in kept)
    return Overlap(
        a.document,
        b.document,
        tuple(_passage(a, b, s) for s in kept),
        tuple(s.matched for s in kept),
        shared,
        shared / len(a),
        shared / len(b),
    )


def _chains(seeds: Sequence[Seed]) -> list[list[Seed]]:
    """Group seeds that one passage can hold; reordered passages fall into chains of their own."""
    chains: list[list[Seed]] = []
    for i, j in seeds:
        home = next((c for c in reversed(chains) if _follows(c[-1], i, j)), None)
        if home is None:
            chains.append([(i, j)])
        else:
            home.append((i, j))
    return chains


def _follows(last: Seed, i: int, j: int) -> bool:
    di, dj = i - last[0], j - last[1]
    return 0 <= di <= REACH and 0 <= dj <= REACH and abs(di - dj) <= DRIFT


def _align(a: Sequence[int], b: Sequence[int], chain: Sequence[Seed]) -> Stretch | None:
    """Return the best-matching stretch around a chain: matches count 1, unmatched words -GAP."""
    a_from, a_to = max(0, chain[0][0] - MARGIN), chain[-1][0] + GRAM + MARGIN
    b_from = max(0, min(j for _, j in chain) - MARGIN)
    b_to = max(j for _, j in chain) + GRAM + MARGIN
    best: Stretch | None = None
    best_score = score = 0.0
    open_at: tuple[int, int, int] | None = None
    for op in LCSseq.opcodes(a[a_from:a_to], b[b_from:b_to]):
        matched = op.src_end - op.src_start
        if op.tag != "equal":
            score -= GAP * max(matched, op.dest_end - op.dest_start)
            continue
        if open_at is None or score <= 0:
            open_at, score = (op.src_start, op.dest_start, 0), 0.0
        score += matched
        open_at = (open_at[0], open_at[1], open_at[2] + matched)
        if score > best_score:
            i, j, total = open_at
            best_score = score
            best = Stretch(a_from + i, a_from + op.src_end, b_from + j, b_from + op.dest_end, total)
    return _widened(best, a, b) if best else None


def _widened(found: Stretch, a: Sequence[int], b: Sequence[int]) -> Stretch:
    """Take in equal words at either end, which the alignment may have paired elsewhere."""
    i, j, end, of_end = found.start, found.of_start, found.end, found.of_end
    while i and j and a[i - 1] == b[j - 1]:
        i, j = i - 1, j - 1
    while end < len(a) and of_end < len(b) and a[end] == b[of_end]:
        end, of_end = end + 1, of_end + 1
    return Stretch(i, end, j, of_end, found.matched + found.start - i + end - found.end)


def _apart(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Keep the longest of stretches that claim the same words, in order of appearance."""
    kept: list[Stretch] = []
    for one in sorted(stretches, key=lambda s: (-s.matched, s.start, s.of_start)):
        if not any(_collide(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda s: (s.start, s.of_start))


def _collide(one: Stretch, other: Stretch) -> bool:
    return (one.start < other.end and other.start < one.end) or (
        one.of_start < other.of_end and other.of_start < one.of_end
    )


def _passage(a: Words, b: Words, s: Stretch) -> Passage:
    return Passage(
        a.document,
        a.starts[s.start],
        a.ends[s.end - 1],
        b.document,
        b.starts[s.of_start],
        b.ends[s.of_end - 1],
    )
