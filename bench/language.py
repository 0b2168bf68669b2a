"""Words a second of the language model alone: running text to parsed documents.

    .venv/bin/python -m bench.language [--rounds 3] [--texts 120]

Reads the news articles that may lie beside the repository, else the bundled corpus. The thread
counts take turns, so that what else the machine does falls on all; the best round is given.
Its quality: `python -m training.evaluate`.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

from fogline import demo, intake
from fogline.errors import SkipItem
from fogline.reading.language import MODEL, Language
from fogline.settings import Settings

ARTICLES = Path(__file__).resolve().parents[2] / "shared" / "data" / "fakes" / "articles.jsonl"


def main() -> None:
    """Time one and two threads in turns; print words a second."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--texts", type=int, default=120)
    options = asked.parse_args()
    texts = list(articles() if ARTICLES.exists() else bundled())[: options.texts]
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} texts, {words} words between spaces")
    models = {threads: Language(MODEL, threads) for threads in (1, 2)}
    times: dict[int, list[float]] = {threads: [] for threads in models}
    for _ in range(options.rounds + 1):
        for threads, model in models.items():
            times[threads].append(seconds(model, texts))
    for threads, found in times.items():
        print(f"{threads} thread{'s' * (threads > 1)}: {words / min(found[1:]):8.0f} words/s")


def seconds(model: Language, texts: list[str]) -> float:
    """Wall time of parsing all the texts."""
    began = time.perf_counter()
    for _ in model.pipe(texts):
        pass
    return time.perf_counter() - began


def articles() -> Iterator[str]:
    """The longest field of each article: its body."""
    with ARTICLES.open(encoding="utf-8") as lines:
        for line in lines:
            yield max((v for v in json.loads(line).values() if isinstance(v, str)), key=len)


def bundled() -> Iterator[str]:
    """The texts that the package brings."""
    settings = Settings()
    for item in intake.captures([str(demo.corpus())], settings):
        if not isinstance(item, SkipItem):
            yield intake.document(item, settings).text


if __name__ == "__main__":
    main()
