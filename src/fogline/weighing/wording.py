"""A document's own words with their offsets, folded so that punctuation and case play no part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fogline.model import Document, Part

# Other roles are the page's furniture or its readers: they say nothing of where a report enters.
TOLD = frozenset({"lead-in", "body", "quotation"})
UNTOLD = frozenset({"comment", "notice", "boilerplate", "kicker", "byline", "related", "caption"})
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\W_]+")  # noqa: RUF001
_SILENT = str.maketrans("", "", "'’,")  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Words:
    """The folded words of a document's report; `starts` and `ends` are offsets in its text."""

    document: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)


def fold(text: str) -> str:
    """Return text in one case without apostrophes and the commas inside numbers."""
    return text.casefold().translate(_SILENT)


def tokens(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, in order."""
    return tuple(fold(match.group()) for match in _WORD.finditer(text))


def words(document: Document) -> Words:
    """Return the words of the document's report: its body, or its headline where it has no more."""
    found = [
        (fold(match.group()), match.start(), match.end())
        for start, end in _stretches(document)
        for match in _WORD.finditer(document.text, start, end)
    ]
    folded, starts, ends = zip(*found, strict=True) if found else ((), (), ())
    return Words(document.id, folded, starts, ends)


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    if not document.parts:
        yield 0, len(document.text)
        return
    told = [part for part in document.parts if part.role in TOLD]
    rest = [part for part in document.parts if part.role not in UNTOLD]
    yield from _outermost(told or rest)


def _outermost(parts: Iterable[Part]) -> Iterator[tuple[int, int]]:
    """Yield stretches that do not overlap: a quotation inside the body is read once."""
    reached = 0
    for part in sorted(parts, key=lambda p: (p.start, -p.end)):
        if part.end > reached:
            yield max(part.start, reached), part.end
            reached = part.end
