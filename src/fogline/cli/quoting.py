"""A sentence in quotation marks on a terminal, the word that a claim was read from in brackets."""

from __future__ import annotations

from rich.text import Text

from fogline.cli.shown import shown
from fogline.export.worded import quoted

SHOWN = 160  # characters of a sentence
MARKED = "bold reverse"


def told(words: str, trigger: tuple[int, int], most: int = SHOWN) -> Text:
    """Return words on one line with a stretch of them marked; of many those around it."""
    line = quoted(words)[1:-1]
    first, last = _around(line, trigger[0], most)
    start, end = (min(max(at, first), last) for at in trigger)
    text = Text(f"“{'…' if first else ''}{shown(line[first:start])}")
    if start < end:
        text.append(f"[{shown(line[start:end])}]", style=MARKED)
    return text.append(f"{shown(line[end:last])}{'…' if last < len(line) else ''}”")


def _around(line: str, at: int, most: int) -> tuple[int, int]:
    """Return where the words begin and end that stand around an offset."""
    first = max(0, min(at - most // 2, len(line) - most))
    last = min(first + most, len(line))
    if first:
        first = line.find(" ", first, at) + 1 or first
    return first, last if last == len(line) else max(line.rfind(" ", at, last), at)
