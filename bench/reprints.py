"""How well shared origins and shared passages are found, on real articles.

    python bench/reprints.py [DATA] [--trials N]

DATA (default ../shared/data/fakes) holds articles.jsonl and reprint-candidates-dev.csv.
- candidates: pairs of the file that share an origin. Some of its rows point at texts that share
  next to nothing in this copy of the articles (their numbering differs); they are counted apart.
- strangers: 300 random pairs of different publishers outside the file that share an origin.
- passages: 60 words of one article put into the middle of 340 words of another, as they stand and
  with every tenth word replaced; found where four fifths of it are reported, exact (as they
  stand) where the bounds are those put in, or wider by words that both texts happen to have there.
- false: 10,000 random pairs of other publishers in which a passage of 20 words is reported that no
  run of eight equal words bears out.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from fogline.model import Document, Published, Reading
from fogline.weighing import duplicates, passages
from fogline.weighing.origins import origins
from fogline.weighing.wording import Words, tokens, words

DATA = Path(__file__).parents[2] / "shared" / "data" / "fakes"
SEED = 20161108
PASSAGE, HOST, EVERY = 60, 340, 10
RUN = 8
UNRELATED = 0.1  # share of five-word runs under which a listed pair is not one in this copy


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("--trials", type=int, default=500)
    options = parser.parse_args()
    documents = list(articles(options.data / "articles.jsonl"))
    listed = list(candidates(options.data / "reprint-candidates-dev.csv"))
    print_pairs(documents, listed)
    print_passages(documents, options.trials)


def articles(path: Path) -> Iterator[Document]:
    """Yield the articles as documents, their id the number of the line."""
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        article = json.loads(line)
        day = article.get("published")
        yield Document(
            id=f"row-{number:04d}",
            text=article["text"],
            parts=(),
            published=Published(day, day, "given") if day else Published(),
            publisher=article["publisher"],
            title=article["title"],
        )


def candidates(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the listed pairs as ids."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            a, b = (f"row-{int(row[key].removeprefix('row-')):04d}" for key in ("id_a", "id_b"))
            yield min(a, b), max(a, b)


def print_pairs(documents: Sequence[Document], listed: Sequence[tuple[str, str]]) -> None:
    """Print how many listed pairs and how many random others share an origin."""
    start = time.perf_counter()
    found = origins([Reading(document, (), "none") for document in documents])
    seconds = time.perf_counter() - start
    home = {member.document: origin.id for origin in found for member in origin.members}
    by_id = {document.id: document for document in documents}
    real = [pair for pair in listed if contained(by_id[pair[0]], by_id[pair[1]]) >= UNRELATED]
    draw = random.Random(SEED)
    strangers = draw.sample([p for p in _across(documents) if p not in set(listed)], 300)
    print(f"{len(documents)} documents, {len(found)} origins, {seconds:.1f} s")
    print(f"largest origin: {max(len(origin.members) for origin in found)} documents")
    print(f"candidates sharing an origin: {_share(home, real)}")
    print(f"listed pairs that are none in this copy: {len(listed) - len(real)}")
    print(f"random pairs of other publishers sharing an origin: {_share(home, strangers)}")


def contained(a: Document, b: Document) -> float:
    """Return the share of the five-word runs of the shorter that stand in the other."""
    runs = []
    for document in (a, b):
        folded = tokens(document.text)
        runs.append({folded[i : i + 5] for i in range(len(folded) - 4)})
    return len(runs[0] & runs[1]) / max(1, min(map(len, runs)))


def print_passages(documents: Sequence[Document], trials: int) -> None:
    """Print how often a planted passage is found, as it stands and edited, and false finds."""
    texts = [words(document) for document in documents]
    long = [text for text in texts if len(text) >= HOST]
    for name, edit in (("as they stand", None), ("every tenth word replaced", _edited)):
        found = exact = 0
        draw = random.Random(SEED)
        for _ in range(trials):
            hit, bounds = _trial(long, draw, edit)
            found, exact = found + hit, exact + bounds
        ends = "" if edit else f", {exact}/{trials} exact"
        print(f"{PASSAGE}-word passages {name}: {found}/{trials} found{ends}")
    story = duplicates.stories(texts)
    shared = {(o.a, o.b) for o in passages.overlaps(texts, story, {}) if max(o.sizes) >= 20}
    draw = random.Random(SEED)
    pairs = draw.sample(_across(documents), 10_000)
    by_id = {text.document: text for text in texts}
    reported = [pair for pair in pairs if pair in shared]
    false = [(a, b) for a, b in reported if not _runs(by_id[a]) & _runs(by_id[b])]
    print(f"random pairs of other publishers: {len(reported)}/10000 share a passage of 20 words")
    print(f"of these borne out by no run of {RUN} equal words (false): {len(false)}")


def _trial(
    texts: Sequence[Words], draw: random.Random, edit: Callable[..., list[str]] | None
) -> tuple[bool, bool]:
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


def _across(documents: Sequence[Document]) -> list[tuple[str, str]]:
    return [(a.id, b.id) for a, b in combinations(documents, 2) if a.publisher != b.publisher]


def _share(home: dict[str, str], pairs: Sequence[tuple[str, str]]) -> str:
    same = sum(home[a] == home[b] for a, b in pairs)
    return f"{same}/{len(pairs)} = {same / max(1, len(pairs)):.3f}"


if __name__ == "__main__":
    main()
