"""What the rules say of texts that nobody has coded, for a teacher to read to its pupil.

`python -m training.claims.uncoded FILE FOLDER ...` writes one example a window of the folders' text
files. In a file a line `=== GENRE | CONFLICT | DATE` begins each document; paragraphs stand
between empty lines, and a short one without a final stop at the beginning is the headline.
"""

from __future__ import annotations

import argparse
import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
from rich.progress import track

from fogline.reading import language
from fogline.reading.learned import hints, proposing
from fogline.reading.learned.hints import Hints
from fogline.reading.reader import Reader
from training.annotations import Annotated, Stretch
from training.claims import corpus
from training.claims.examples import Example
from training.claims.features import examples
from training.claims.labels import IGNORE, ROLES, Labels

BEGINS: Final = re.compile(r"^=== (.*)$", re.M)
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d$")
LONGEST_HEADLINE: Final = 140
NOT_CODED: Final = dict.fromkeys(("code", "status", "polarity", "certainty"), IGNORE)


def documents(path: Path) -> Iterator[Annotated]:
    """Yield the documents of a file; without a heading it is one."""
    pieces = BEGINS.split(path.read_text(encoding="utf-8"))
    rest = pieces[1:] or ["", pieces[0]]
    for number, (heading, body) in enumerate(zip(rest[::2], rest[1::2], strict=True)):
        day = DAY.search(heading)
        header = {"id": f"{path.parent.name}-{path.stem}-{number}", "published": day and day[0]}
        yield document({key: value for key, value in header.items() if value}, body)


def document(header: dict[str, str], body: str) -> Annotated:
    """One document without a coded claim."""
    paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", body) if p.strip()]
    text = "\n\n".join(paragraphs)
    cut = len(paragraphs[0]) if paragraphs and is_headline(paragraphs) else 0
    parts = [Stretch("headline", 0, cut)] if cut else []
    return Annotated(header, text, (*parts, Stretch("body", cut and cut + 2, len(text))), (), ())


def is_headline(paragraphs: list[str]) -> bool:
    """Whether the first of several paragraphs heads the others."""
    first = paragraphs[0]
    return len(paragraphs) > 1 and len(first) < LONGEST_HEADLINE and first[-1] not in '.!?"'


def asked_about(example: Example) -> Example:
    """The example with a row for each word that the rules take for a trigger, and no label."""
    words = sorted({trigger for _, trigger, _ in example.rules})
    example.claims = [{"word": word, "event": 0, **NOT_CODED} for word in words]
    example.roles = [np.zeros((len(ROLES), len(example.trigger)), np.int64) for _ in words]
    return example


def main() -> None:
    """Write the examples of every text file of the folders."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("file", type=Path)
    asked.add_argument("folders", type=Path, nargs="+")
    chosen = asked.parse_args()
    reader = Reader(language.load(2))
    labels = Labels.of(corpus.documents(), (*hints.names(), *proposing.names()))
    known = Hints(labels.hints)
    files = [path for folder in chosen.folders for path in sorted(folder.rglob("*.txt"))]
    found = [
        asked_about(example)
        for path in track(files, "Reading")
        for each in documents(path)
        for example in examples(reader, each, labels, known)
    ]
    chosen.file.write_bytes(pickle.dumps(found))
    print(f"{len(files)} files, {len(found)} windows, {sum(len(e.trigger) for e in found)} words")


if __name__ == "__main__":
    main()
