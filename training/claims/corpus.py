"""The coded documents of the corpus: invented ones with their text, real ones by offsets; and what
is kept apart.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from training import annotations, standoff
from training.annotations import Annotated, Coded, Span, Stretch

FOLDER: Final = Path(__file__).resolve().parents[1] / "corpus"
SIDES: Final = (
    ("army", "militia", "garrison", "junta", "coalition", "navy", "regime", "government"),
    ("rebels", "militants", "soldiers", "separatists", "insurgents", "troops", "fighters"),
    ("rebel", "militant", "separatist", "insurgent", "opposition"),
    ("Russian", "Ukrainian", "Syrian", "Israeli", "Turkish", "Iranian", "Sudanese", "Ethiopian"),
    ("Russia", "Ukraine", "Israel", "Turkey", "Iran", "Ethiopia", "Rwanda", "Armenia"),
    ("Moscow", "Kyiv", "Ankara", "Tehran", "Damascus", "Kigali", "Yerevan", "Baku"),
    ("terrorists", "gunmen", "mercenaries", "jihadists"),
)
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
    return _rewritten(document, re.compile(r"[,'’]"), lambda _: "")


def swapped(document: Annotated) -> Annotated:
    """The document with its sides exchanged, so that who acts teaches nothing of what is done.

    Each name of a side becomes another of the same number throughout, chosen by the document.
    """
    shift = zlib.crc32(document.header["id"].encode())
    others = {
        name: names[(n + 1 + shift % (len(names) - 1)) % len(names)]
        for names in SIDES
        for n, name in enumerate(names)
    }
    pattern = re.compile(rf"\b({'|'.join(sorted(others, key=len, reverse=True))})\b")
    return _rewritten(document, pattern, lambda found: others[found[0]])


def _rewritten(
    document: Annotated, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]
) -> Annotated:
    """The document with every match replaced, and every offset moved along."""
    pieces: list[str] = []
    moved: list[int] = []
    at = length = 0
    for found in pattern.finditer(document.text):
        kept, new = document.text[at : found.start()], by(found)
        moved += range(length, length + len(kept))
        moved += [length + len(kept)] * (found.end() - found.start())
        pieces += [kept, new]
        length += len(kept) + len(new)
        at = found.end()
    rest = document.text[at:]
    moved += range(length, length + len(rest) + 1)
    shift = _Shift(tuple(moved))
    return Annotated(
        document.header,
        "".join([*pieces, rest]),
        tuple(replace(p, start=moved[p.start], end=moved[p.end]) for p in document.parts),
        tuple(shift.span(s) for s in document.sentences),
        tuple(shift.claim(c) for c in document.claims),
    )


class _Shift:
    """Where each offset of a text stands once the text is rewritten."""

    def __init__(self, moved: tuple[int, ...]) -> None:
        self.moved = moved

    def span(self, span: Span) -> Span:
        """The stretch in the rewritten text; one that ends inside a match ends with it."""
        start, end = self.moved[span[0]], self.moved[span[1]]
        return start, max(end, start + 1)

    def claim(self, claim: Coded) -> Coded:
        """The claim with every offset moved."""
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


__all__ = ["FOLDER", "Annotated", "Coded", "Stretch", "documents", "is_kept", "plainer", "swapped"]
