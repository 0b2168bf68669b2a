"""How well shared origins are found, on real articles.

    .venv/bin/python -m bench.reprints [DATA]

DATA (default ../shared/data/fakes) holds articles.jsonl and reprint-candidates-dev.csv.
- candidates: pairs of the file that share an origin. Some of its rows point at texts that share
  next to nothing in this copy of the articles (their numbering differs); they are counted apart.
- recomputed: all pairs of this copy that share half of the shorter's five-word runs or more, which
  is how the file was made; pairs that share an origin. Again without runs of more than a dozen
  articles, which are an outlet's standing background.
- strangers: 300 random pairs of different publishers outside the file that share an origin.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from fogline.model import Document, Published, Reading
from fogline.weighing.measures.wording import tokens
from fogline.weighing.origin.origins import origins

DATA = Path(__file__).parents[2] / "shared" / "data" / "fakes"
SEED = 20161108
STANDING = 12  # articles
UNRELATED = 0.1  # share of five-word runs under which a listed pair is not one in this copy


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    options = parser.parse_args()
    documents = list(articles(options.data / "articles.jsonl"))
    listed = list(candidates(options.data / "reprint-candidates-dev.csv"))
    print_pairs(documents, listed)


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
    strangers = draw.sample([p for p in across(documents) if p not in set(listed)], 300)
    print(f"{len(documents)} documents, {len(found)} origins, {seconds:.1f} s")
    print(f"largest origin: {max(len(origin.members) for origin in found)} documents")
    print(f"candidates sharing an origin: {_share(home, real)}")
    print(f"pairs sharing half their runs, recomputed: {_share(home, halves(documents))}")
    telling = halves(documents, standing=STANDING)
    print(f"... standing text left out: {_share(home, telling)}")
    print(f"listed pairs that are none in this copy: {len(listed) - len(real)}")
    print(f"random pairs of other publishers sharing an origin: {_share(home, strangers)}")


def halves(documents: Sequence[Document], *, standing: int | None = None) -> list[tuple[str, str]]:
    """Return all pairs that share half of the shorter's five-word runs or more, by brute force.

    Runs that stand in more than `standing` documents are left out where it is given.
    """
    held = {document.id: runs(document) for document in documents}
    if standing is not None:
        counted = Counter(run for found in held.values() for run in found)
        held = {d: {run for run in found if counted[run] <= standing} for d, found in held.items()}
    return [
        (a, b)
        for a, b in combinations(sorted(held), 2)
        if 2 * len(held[a] & held[b]) >= min(len(held[a]), len(held[b])) > 0
    ]


def runs(document: Document) -> set[tuple[str, ...]]:
    """Return the five-word runs of a text."""
    folded = tokens(document.text)
    return {folded[i : i + 5] for i in range(len(folded) - 4)}


def contained(a: Document, b: Document) -> float:
    """Return the share of the five-word runs of the shorter that stand in the other."""
    one, other = runs(a), runs(b)
    return len(one & other) / max(1, min(len(one), len(other)))


def across(documents: Sequence[Document]) -> list[tuple[str, str]]:
    return [(a.id, b.id) for a, b in combinations(documents, 2) if a.publisher != b.publisher]


def _share(home: dict[str, str], pairs: Sequence[tuple[str, str]]) -> str:
    same = sum(home[a] == home[b] for a, b in pairs)
    return f"{same}/{len(pairs)} = {same / max(1, len(pairs)):.3f}"


if __name__ == "__main__":
    main()
