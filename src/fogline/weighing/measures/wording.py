"""A document's own words with their offsets, folded so that punctuation and case play no part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from fogline.model import Document, Part
from fogline.weighing.lately import lately

# Other roles are the page's furniture or its readers: they say nothing of where a report enters.
TOLD = frozenset({"lead-in", "body", "quotation"})
UNTOLD = frozenset({"comment", "notice", "boilerplate", "kicker", "byline", "related", "caption"})
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\W_]+")
_ODD = "\u0345"  # no letter, but one in the other case
_SILENT = str.maketrans("", "", "'’,")
_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s")
_STEM = 4  # letters that an ending must leave


@dataclass(frozen=True, slots=True)
class Words:
    """The folded words of a document's report; `starts` and `ends` are offsets in its text."""

    document: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)


def _folded(text: str) -> str | None:
    """Return a text folded as a whole, each letter in its place; None where case takes room."""
    small = text.casefold()
    return small if len(small) == len(text) and _ODD not in text else None


def fold(text: str) -> str:
    """Return text in one case without apostrophes and the commas inside numbers."""
    return text.casefold().translate(_SILENT)


@lru_cache(maxsize=1 << 12)
def tokens(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, in order."""
    small = _folded(text)
    if small is None:
        return tuple(fold(word) for word in _WORD.findall(text))
    found = _WORD.findall(small)
    return tuple([word if word.isalnum() else word.translate(_SILENT) for word in found])


def _spoken(word: str) -> str:
    return word if word.isalnum() else word.translate(_SILENT)


@cache
def stem(word: str) -> str:
    """Return a folded word without its commonest English ending: shelled, shelling -> shell."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word.removesuffix("e") if len(word) > _STEM else word


@lru_cache(maxsize=1 << 16)
def content(text: str) -> frozenset[str]:
    """Return the stems of the words that carry a text's matter."""
    return matter(tokens(text))


def matter(folded: Iterable[str]) -> frozenset[str]:
    """Return the same of words that are folded already."""
    return frozenset(map(stem, set(folded) - _common()))


@lately
def report(text: Words) -> frozenset[str]:
    """Return the same of the words of a document's report."""
    return matter(text.words)


def deeds(folded: Iterable[str]) -> frozenset[str]:
    """Return what words name as deeds: the stem, or the family's first word where one has it."""
    return frozenset(_families().get(word) or stem(word) for word in folded)


def named_deed(trigger: str) -> frozenset[str]:
    """Return what a trigger names, without the prepositions that go with it."""
    folded = tokens(trigger)
    return deeds(word for word in folded if content(word)) or frozenset(folded)


@cache
def _families() -> dict[str, str]:
    lines = files(__package__).joinpath("deeds.txt").read_text("utf-8").splitlines()
    families = [line.split() for line in lines if line and not line.startswith("#")]
    return {word: stem(family[0]) for family in families for word in family}


def words(document: Document) -> Words:
    """Return the words of the document's report: its body, or its headline where it has no more."""
    return _words(document.id, document.text, tuple(stretches(document)))


@lru_cache(maxsize=128)
def _words(document: str, text: str, told: tuple[tuple[int, int], ...]) -> Words:
    small = _folded(text)
    read = _spoken if small is not None else fold
    found = [
        match
        for start, end in told
        for match in _WORD.finditer(text if small is None else small, start, end)
    ]
    return Words(
        document,
        tuple([read(match.group()) for match in found]),
        tuple([match.start() for match in found]),
        tuple([match.end() for match in found]),
    )


def stretches(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text in which the document tells its report, in order."""
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


@cache
def _common() -> frozenset[str]:
    return frozenset(files(__package__).joinpath("common_words.txt").read_text("utf-8").split())
