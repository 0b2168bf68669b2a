"""How fast actors are found, and what it takes to load them.

    .venv/bin/python -m bench.actors [INPUT ...] [--rounds 7]

Prints the names loaded, the milliseconds until the first name is found, and the microseconds a
word that recognition takes on documents parsed before; the median of the rounds counts. Without
INPUT the bundled corpus is read.
"""

from __future__ import annotations

import argparse
import statistics
import time

from bench.speed import taken_in
from fogline import demo
from fogline.reading import language
from fogline.settings import Settings


def main() -> None:
    """Load, find, print."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("inputs", nargs="*", help="files, folders or .jsonl corpora")
    asked.add_argument("--rounds", type=int, default=7)
    options = asked.parse_args()
    settings = Settings()
    documents = list(taken_in(options.inputs or [str(demo.corpus())], settings))
    texts = [d.text[p.start : p.end] for d in documents for p in d.parts]
    docs = list(language.load(settings.threads, heads=False).pipe(texts))
    words = sum(len(text.split()) for text in texts)

    started = time.process_time()
    from fogline.reading.actors import actors
    from fogline.reading.grammar.names import recognised, text_of

    actors.link("nobody of this name")
    print(f"loaded in       {(time.process_time() - started) * 1000:8.0f} ms")

    rounds, found = [], 0
    for _ in range(options.rounds + 1):
        for kept in (actors.names, text_of, recognised):
            kept.cache_clear()
        started = time.process_time()
        found = sum(len(actors.find(doc, country="SY", day="2016-11-12")) for doc in docs)
        rounds.append((time.process_time() - started) / words * 1e6)
    print(f"{len(documents)} documents, {words} words, {found} actors found")
    print(f"recognition     {statistics.median(rounds[1:]):8.2f} µs/word (least {min(rounds):.2f})")


if __name__ == "__main__":
    main()
