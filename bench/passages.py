"""How well passages that stand in two texts are found, on real articles.

    .venv/bin/python -m bench.passages [DATA] [--trials N]

DATA (default ../shared/data/fakes) holds articles.jsonl.
- planted: 60 words of one article put into the middle of 340 words of another, as they stand and
  with every tenth word replaced; found where four fifths of it are reported, exact (as they
  stand) where the bounds are those put in, or wider by words that both texts happen to have there.
- false: 10,000 random pairs of other publishers in which a passage of 20 words is reported that no
  run of eight equal words bears out.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.reprints import DATA, SEED, across, articles
from fogline.model import Document
from fogline.weighing.measures.wording import Words, words
from fogline.weighing.origin import duplicates, passages

PASSAGE, HOST, EVERY = 60, 340, 10
RUN = 8


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("--trials", type=int, default=500)
    options = parser.parse_args()
    documents = list(articles(options.data / "articles.jsonl"))
    texts = [words(document) for document in documents]
    print_planted(texts, options.trials)
    print_false(documents, texts)


def print_planted(texts: Sequence[Words], trials: int) -> None:
    """Print how often a planted passage is found, as it stands and edited."""
    long = [text for text in texts if len(text) >= HOST]
    for name, edit in (("as they stand", None), ("every tenth word replaced", _edited)):
        found = exact = 0
        draw = random.Random(SEED)
        for _ in range(trials):
            hit, bounds = trial(long, draw, edit)
            found, exact = found + hit, exact + bounds
        ends = "" if edit else f", {exact}/{trials} exact"
        print(f"{PASSAGE}-word passages {name}: {found}/{trials} found{ends}")


def print_false(documents: Sequence[Document], texts: Sequence[Words]) -> None:
    """Print how many pairs of strangers share a passage, and how many of those are false."""
    story = duplicates.stories(texts)
    shared = {(o.a, o.b) for o in passages.overlaps(texts, story, {}) if max(o.sizes) >= 20}
    draw = random.Random(SEED)
    pairs = draw.sample(across(documents), 10_000)
    by_id = {text.document: text for text in texts}
    reported = [pair for pair in pairs if pair in shared]
    false = [(a, b) for a, b in reported if not _runs(by_id[a]) & _runs(by_id[b])]
    print(f"random pairs of other publishers: {len(reported)}/10000 share a passage of 20 words")
    print(f"of these borne out by no run of {RUN} equal words (false): {len(false)}")


def trial(
    texts: Sequence[Words], draw: random.Random, edit: Callable[..., list[str]] | None
) -> tuple[bool, bool]:
    """Plant a passage and return whether it is found, and whether with its exact bounds."""
    giver, taker = draw.sample(texts, 2)
    start = draw.randrange(len(giver) - PASSAGE)
    taken = list(giver.words[start : start + PASSAGE])
    planted = edit(taken, draw) if edit else taken
    at = HOST // 2
    whole = (*taker.words[:at], *planted, *taker.words[at:HOST])
    spans = tuple(range(len(whole)))
    host = Words("host", whole, spans, tuple(i + 1 for i in spans))
    positions = tuple(range(len(giver)))
    lender = Words("lender", giver.words, positions, tuple(i + 1 for i in positions))
    for overlap in passages.overlaps([host, lender], {}, {}):
        for one in overlap.passages:
            covered = min(one.end, at + PASSAGE) - max(one.start, at)
            if covered >= PASSAGE * 0.8:
                return True, _exact(whole, giver.words, (one.start, one.end, one.of_start), at)
    return False, False


def _exact(
    host: Sequence[str], lender: Sequence[str], found: tuple[int, int, int], at: int
) -> bool:
    """Say whether a find covers the planted words and else only words equal in both texts."""
    start, end, of_start = found
    outside = [i for i in range(start, end) if not at <= i < at + PASSAGE]
    equal = all(host[i] == lender[of_start + i - start] for i in outside)
    return start <= at and end >= at + PASSAGE and equal


def _runs(text: Words) -> set[tuple[str, ...]]:
    return {text.words[i : i + RUN] for i in range(len(text) - RUN + 1)}


def _edited(taken: Sequence[str], draw: random.Random) -> list[str]:
    offset = draw.randrange(EVERY)
    return [f"{word}x" if i % EVERY == offset else word for i, word in enumerate(taken)]


if __name__ == "__main__":
    main()
