"""The coded documents of the corpus: invented ones with their text, real ones by offsets; and what
is kept apart.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from training import annotations, standoff
from training.annotations import Annotated, Coded, Span, Stretch

FOLDER: Final = Path(__file__).resolve().parents[1] / "corpus"
KEPT: Final = 5  # one document in so many is never trained on


def documents(folder: Path = FOLDER) -> Iterator[Annotated]:
    """Yield every coded document in a fixed order. Raises annotations.Fault, naming the file."""
    for path in sorted((folder / "documents").rglob("*.txt")):
        try:
            found = annotations.parse(path.read_text(encoding="utf-8"))
        except annotations.Fault as fault:
            raise annotations.Fault(f"{path}: {fault}") from None
        yield replace(found, header={**found.header, "id": f"{path.parent.name}/{path.stem}"})
    for path in sorted((folder / "standoff").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield standoff.unpacked(json.loads(line))


def is_kept(document: Annotated) -> bool:
    """Tell whether a document belongs to the fixed fifth that is never trained on."""
    return zlib.crc32(document.header["id"].encode()) % KEPT == 0


def plainer(document: Annotated) -> Annotated:
    """The document without its commas and apostrophes, as some news corpora have lost them."""
    kept = [i for i, sign in enumerate(document.text) if sign not in ",'’"]
    text = "".join(document.text[i] for i in kept)
    moved, at = [0] * (len(document.text) + 1), 0
    for i in range(len(document.text) + 1):
        moved[i] = at
        at += at < len(kept) and kept[at] == i
    shift = _Shift(tuple(moved))
    return Annotated(
        document.header,
        text,
        tuple(replace(p, start=moved[p.start], end=moved[p.end]) for p in document.parts),
        tuple(shift.span(s) for s in document.sentences),
        tuple(shift.claim(c) for c in document.claims),
    )


class _Shift:
    """Where each offset of a text stands once signs are taken out of it."""

    def __init__(self, moved: tuple[int, ...]) -> None:
        self.moved = moved

    def span(self, span: Span) -> Span:
        return self.moved[span[0]], self.moved[span[1]]

    def claim(self, claim: Coded) -> Coded:
        lists = {
            name: tuple(self.span(s) for s in getattr(claim, name))
            for name in ("actors", "recipients", "places", "sources", "hedges")
        }
        return replace(
            claim,
            trigger=self.span(claim.trigger),
            sentence=self.span(claim.sentence),
            when=self.span(claim.when) if claim.when else None,
            loaded=tuple((self.span(s), word) for s, word in claim.loaded),
            **lists,
        )


__all__ = ["FOLDER", "Annotated", "Coded", "Stretch", "documents", "is_kept", "plainer"]
