"""A phrase of place cut into what may be names, each with the kind that words beside it give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from fogline.reading.places.sites import peoples
from fogline.reading.tables import either, rows

_BREAKS: Final = re.compile(
    r"[,;()/\n\t\"“”\[\]#]|\s-\s|\s[-–]|\.\s|\.$|:\s*|['’]s\b|"
    r"(?<![-’'])\b(?:in|near|of|to|from|on|at|and|or|between|inside|outside|around|towards?|into"
    r"|along|via|next|close|located|within|by|with|the|an?|which|linking|leading|leads|connecting"
    r"|that|adjacent|surrounding|nearby|during|under|about|across|is|was)\b(?![-’'])",
    re.IGNORECASE,
)
_FIELDS: Final = re.compile(
    rf"(?:^|(?<=[\n,;]))\s*{either('place-words/beside.csv', 'field')}\s*:", re.IGNORECASE
)
_TORN: Final = re.compile(r"\b([A-Z]?[a-z]{1,2})- (?=[A-Z])")
_SIDES: Final = re.compile(
    r"^(?:(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern)?|central|eastern|upper|lower"
    r"|rural|greater|downtown|rebel|held|some|approximately|border|capital|\d+(?:[.,]\d+)?"
    r"|km|kms|kilomet(?:er|re)s|miles|meters)\s+",
    re.IGNORECASE,
)
_LEAST: Final = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that may be a name; `whole` has the words of kind with it, `head` their feature.

    `heads` marks what stands before a colon, as a region does before its places.
    """

    start: int
    end: int
    text: str
    whole: str
    head: str | None = None
    heads: bool = False


def pieces(phrase: str) -> Iterator[Piece]:
    """Yield what may be names: the phrase cut at its small words, kinds and compass taken off."""
    at = 0
    for cut in (*_BREAKS.finditer(_FIELDS.sub(_unmarked, phrase)), None):
        end = cut.start() if cut else len(phrase)
        for start, stop in _kinds_apart(phrase, at, end):
            if piece := _piece(phrase, start, stop):
                yield piece
        at = cut.end() if cut else end


def mended(phrase: str) -> str:
    """Return a phrase with names whole that a blank tore ("al- Bab")."""
    return _TORN.sub(r"\1-", phrase)


def parts_of(piece: Piece) -> Iterator[Piece]:
    """Yield the shorter names that a piece of several words may hold, longest first."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(piece.text)]
    for size in range(len(words) - 1, 0, -1):
        for i in range(len(words) - size + 1):
            start, end = words[i][0], words[i + size - 1][1]
            said = piece.text[start:end]
            if len(said) > _LEAST and said[0].isupper() and _kind(said) is None:
                at = piece.start
                yield Piece(at + start, at + end, said, said, piece.head if i else None)


_WORD: Final = re.compile(r"\S+")


def _unmarked(field: re.Match[str]) -> str:
    return field[0].replace(":", " ")


def _kinds_apart(phrase: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a stretch cut behind each word of kind that a further name follows."""
    at = start
    for word in _WORD.finditer(phrase, start, end):
        before, behind = phrase[at : word.start()].strip(), phrase[word.end() : end].lstrip()
        if before and behind[:1].isupper() and _kind(word[0]) and _kind(before) is None:
            yield at, word.end()
            at = word.end()
    yield at, end


def _piece(phrase: str, start: int, end: int) -> Piece | None:
    whole = phrase[start:end].strip(" -–'’.:")
    text, head = _headless(whole)
    while (bare := _SIDES.sub("", text)) != text:
        text = bare
    named = len(text) >= _LEAST and not text.isdigit() and not peoples().get(text)
    named = named and not _SIDES.fullmatch(f"{text} ")
    if not named or text.lower() in _kinds():
        return None
    at = phrase.find(text, start)
    if at < 0:
        return None
    heads = phrase[end : end + 3].lstrip()[:1] == ":"
    return Piece(at, at + len(text), text, whole, head, heads)


def _headless(whole: str) -> tuple[str, str | None]:
    """Return a stretch without the words that say what kind of place it is, and the first kind."""
    words, head = whole.split(" "), None
    while len(words) > 1 and (kind := _kind(words[-1])) is not None:
        head, words = kind, words[:-1]
    while len(words) > 1 and (kind := _kind(words[0])) is not None:
        head, words = head or kind, words[1:]
    return " ".join(words).strip(), head


@cache
def _kinds() -> dict[str, str]:
    """Return the words that say what kind of place a name is, with the kind's feature."""
    listed = {r["word"]: r["feature"] for r in rows("place-words", "heads.csv")}
    return listed | {r["word"]: r["feature"] for r in rows("place-words", "surroundings.csv")}


def _kind(word: str) -> str | None:
    return _kinds().get(word.lower().strip(":"))
