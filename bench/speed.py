"""Words per second from text to claims, beside the bare parser on the same texts in the same run.

    .venv/bin/python -m bench.speed [INPUT ...] [--rounds 5] [--threads 1]

The two take turns, so that what else the machine does falls on both; the ratio is taken within
each round and its median is printed. Words are runs of non-space characters of whole documents.
Without INPUT the bundled corpus is read.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress

from fogline import demo, intake, reading
from fogline.errors import SkipItem
from fogline.model import Document
from fogline.reading import language
from fogline.settings import Settings


def main() -> None:
    """Read, time in turns, print."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("inputs", nargs="*", help="files, folders or .jsonl corpora")
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--threads", type=int, default=None)
    asked.add_argument("--workers", type=int, default=1, help="reading processes; 1: none")
    options = asked.parse_args()
    settings = Settings(threads=options.threads, workers=options.workers)
    documents = list(taken_in(options.inputs or [str(demo.corpus())], settings))
    words = sum(len(document.text.split()) for document in documents)
    print(f"{len(documents)} documents, {words} words, {options.rounds} rounds")
    bare, whole = timed(documents, settings, options.rounds)
    shares = [b / w for b, w in zip(bare, whole, strict=True)]
    print(f"bare parser     {words / statistics.median(bare):8.0f} words/s")
    print(f"text to claims  {words / statistics.median(whole):8.0f} words/s")
    print(f"ratio           {statistics.median(shares):8.2f} ({min(shares):.2f}-{max(shares):.2f})")


def taken_in(inputs: Sequence[str], settings: Settings) -> Iterable[Document]:
    """Yield the documents of the inputs; what cannot be read is left out."""
    for item in intake.captures(inputs, settings):
        if isinstance(item, SkipItem):
            continue
        with suppress(SkipItem):
            yield intake.document(item, settings)


def timed(
    documents: list[Document], settings: Settings, rounds: int
) -> tuple[list[float], list[float]]:
    """Return seconds a round for the parser alone and for the reader, after one round to warm."""
    parser, reader = language.load(settings.threads, heads=False), reading.load(settings)
    texts = [d.text[p.start : p.end] for d in documents for p in d.parts]
    bare, whole = [], []
    for _ in range(rounds + 1):
        bare.append(seconds(parser.pipe(texts)))
        whole.append(seconds(reader.pipe(documents)))
    return bare[1:], whole[1:]


def seconds(items: Iterable[object]) -> float:
    """Return how long it takes to go through the items."""
    began = time.perf_counter()
    for _ in items:
        pass
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
