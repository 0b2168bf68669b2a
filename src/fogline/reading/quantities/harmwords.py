"""Words of harm ("killed", "wounded", "dead"): where they stand and which harm they tell of."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import Final

from fogline.model import Range
from fogline.reading.quantities import fractions
from fogline.reading.quantities.counts import COUNT_PATTERN, number
from fogline.reading.tables import either, rows
from fogline.reading.words import wordwise


@dataclass(frozen=True, slots=True)
class Harm:
    """People harmed: `kind` is killed, injured, missing or displaced; offsets into the Doc's text.

    `start` and `end` bound the phrase that counts or names the victims, `cue_start` and `cue_end`
    the harm word.
    """

    kind: str
    range: Range
    start: int
    end: int
    cue_start: int
    cue_end: int


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of harm: its kind, and the frame that its victims stand in (`harm.csv`).

    `shared` where its count is another harm word's too, so that it tells of neither.
    """

    kind: str
    frame: str
    start: int
    end: int
    shared: bool = False


_RUIN: Final = {"ruined": "participle", "ruining": "active", "ruin": "noun"}
_ROWS: Final = tuple(rows("quantities", "harm.csv"))
_HARM: Final = {r["cue"]: (r["kind"], _RUIN.get(r["frame"], r["frame"])) for r in _ROWS}
_RUINOUS: Final = frozenset(r["cue"] for r in _ROWS if r["frame"] in _RUIN)
"""Words of harm only where they are said of people: "destroyed 12 fighters", not "two tanks"."""
_CUES: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(_HARM, key=len, reverse=True))})\b", re.IGNORECASE
)
_FIRST: Final = wordwise.opening(_HARM)


def found(text: str, start: int, end: int) -> list[Cue]:
    """Return the words of harm between two offsets, in text order."""
    matches = (
        m
        for m in wordwise.found(_CUES, _FIRST, text, range(start, end), end)
        if _is_harm(text, m, end)
    )
    cues = [Cue(*_HARM[m.group().lower()], m.start(), m.end()) for m in matches]
    pairs = [p for p in itertools.pairwise(cues) if _is_shared(text, *p)]
    shared = {cue.start for pair in pairs for cue in pair}
    return [replace(cue, shared=True) if cue.start in shared else cue for cue in cues]


def _is_harm(text: str, match: re.Match[str], end: int) -> bool:
    """Tell whether a word harms: who is "shot" is hurt where a limb is named, else nothing is said
    of what became of them; nor are the dead who are taken to hospital.
    """
    word = match.group().lower()
    if word in _RUINOUS:
        return _is_of_people(text, match, end)
    if word.endswith("hospital"):  # "two bodies were taken to hospital"
        return not _OF_THE_DEAD.search(text, max(0, match.start() - 40), match.start())
    return word != "shot" or bool(_IN_A_LIMB.match(text, match.end(), end))


def _is_of_people(text: str, match: re.Match[str], end: int) -> bool:
    """Tell whether people are counted right behind a word, or in front of it as its subject."""
    if _RUINS.match(text, match.end(), end):
        return True
    first, passive = max(0, match.start() - 100), _HARM[match.group().lower()][1] == "participle"
    before = _IN_RUIN.search(text, first, match.start()) if passive else None
    return before is not None and bool(before["aux"] or _ENDS.match(text, match.end(), end))


_OF_THE_DEAD: Final = re.compile(r"\b(?:bod(?:y|ies)|dead|remains|corpses?)\b", re.IGNORECASE)
_FIGHTERS: Final = "|".join(r["word"] for r in rows("quantities", "fighters.csv"))
_COUNTED: Final = rf"{COUNT_PATTERN}(?: [\w'’-]+){{0,3}}? (?:{_FIGHTERS})\b"
_RUINS: Final = re.compile(
    rf" {_COUNTED}(?=\W*$| ?[^\w\s'’]| (?:and|as|in|at|on|of|near|from|who|with|by|to|for|after"
    r"|when|while|during|including|belonging|along|over|inside|around)\b|\n)",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(
    r"\W*$|[^\w\s'’]|\n| (?:in|at|near|by|on|during|after|as|when|while|and)\b", re.IGNORECASE
)
_IN_RUIN: Final = re.compile(
    rf"\b{_COUNTED} (?P<aux>(?:(?:was|were|been|being|have|had|has|are|also|\w+ly) )*)$",
    re.IGNORECASE,
)


_IN_A_LIMB: Final = re.compile(
    r"(?:(?!\b(?:dead|kill|died|and|but)\b)[^.;:,]){0,40}\bin (?:the|both|one|his|her|their) "
    rf"(?:(?:left|right|upper|lower) )?{either('quantities/telling.csv', 'limb')}\b",
    re.IGNORECASE,
)


def is_active(text: str) -> bool:
    """Tell whether a text ends with a word of harm that takes whom it harms behind it: "kills"."""
    last = text.rsplit(maxsplit=1)[-1:]
    return bool(last) and _HARM.get(last[0].lower(), ("", ""))[1] == "active"


def begins(text: str, at: int) -> bool:
    """Tell whether a word of harm begins at an offset."""
    return bool(_CUES.match(text, at))


def _is_shared(text: str, one: Cue, two: Cue) -> bool:
    """Whether two harm words share their count, so that it tells of neither alone.

    "Ten people were killed and wounded" says neither how many died nor how many were hurt.
    """
    apart = {one.kind, two.kind} != HURT or not {one.frame, two.frame} <= _SHARING
    return not apart and bool(_AND.fullmatch(text, one.end, two.start))


_SHARING: Final = frozenset({"participle", "active", "state"})
HURT: Final = frozenset({"killed", "injured"})


_AND: Final = re.compile(r"\s*(?:(?:and|or|,|/|&)\s*)?(?:\w+ly\s+)?", re.IGNORECASE)


def counted(cue: Cue, text: str, start: int, end: int) -> Harm | None:
    """Return the harm that the phrase between two offsets counts; None where it has no figure."""
    # "half of the 40 people killed" are of 40, "half of the 40 people were killed" are 20.
    behind = end <= cue.start and not text[end : cue.start].strip()
    start = start if behind or start >= end else fractions.start(text, 0, start)
    many = number(text[start:end]) if start < end else None
    return Harm(cue.kind, many, start, end, cue.start, cue.end) if many else None
