"""Whom a text presents before it gives their words: "the voice is that of X", "transcript of a
message by X", "interview with X" (data: cues.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.attribution.sayings import Link
from fogline.reading.grammar.phrases import preposition
from fogline.reading.tables import words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.reading.language import Doc, Token

_CUES: Final = words("cues.csv", "cue")
_SPOKEN: Final = _CUES["spoken"]
_INTERVIEW: Final = _CUES["interview"]
ANSWER: Final = frozenset({"a", "answer"})
"""What an interview calls whoever answers, at the head of a line."""
QUESTION: Final = frozenset({"q", "question"})
"""What it calls whoever asks."""
_COLONS: Final = frozenset({":", "):"})
_WHOSE: Final = frozenset({"of", "by", "from", "with"})
_NEAR: Final = 60  # tokens before a quotation in which its speaker may be presented
_BESIDE: Final = frozenset({"nmod:poss", "compound", "nmod:desc", "flat"})
_SPEAKING: Final = frozenset({"official", "armed-group", "named-person", "organisation"})


def speaker(doc: Doc, start: int) -> Link | None:
    """Return whom the lines before a quotation present as the one who speaks in it; it opens a line
    of its own.
    """
    if not start or "\n" not in doc[start - 1].text:
        return None
    before = doc[max(0, start - _NEAR) : start]
    return next((found for word in reversed(before) if (found := _presented(word))), None)


def _presented(word: Token) -> Link | None:
    """Return who speaks in what a word names, "audio message by X", "the voice is that of X"."""
    if word.lemma_.lower() not in _SPOKEN or word.pos_ not in {"NOUN", "PROPN"}:
        return None
    whose = (t for t in word.sent if preposition(t) in _WHOSE and _is_of(t, word))
    who = next((t for t in whose if _can_speak(t)), None)
    return Link(who, word, word.i) if who is not None else None


def _is_of(owner: Token, word: Token) -> bool:
    """Tell whether somebody hangs on a word, or on what it is said to be: "is that of X"."""
    above = owner.head
    same = above.lower_ in {"that", "one"} and word.head.i == above.i
    return above.i == word.i or same


def is_turn(token: Token, names: frozenset[str] = ANSWER) -> bool:
    """Tell whether a word is the label of somebody's turn: "A" of "A: Not one has been lost"."""
    doc, at = token.doc, token.i + 1
    return token.lower_ in names and at < len(doc) and doc[at].text in _COLONS


def interviewee(doc: Doc) -> Link | None:
    """Return with whom a headline or the words before the first question tell of an interview."""
    asked = (t for t in _opening(doc) if t.lemma_.lower() in _INTERVIEW)
    found = ((cue, t) for cue in asked for t in _opening(doc) if _is_somebody(t))
    return next((Link(who, cue, cue.i) for cue, who in found), None)


def _opening(doc: Doc) -> Iterator[Token]:
    """Yield the words before the first label of a turn: "Q:"."""
    for token in doc:
        if is_turn(token, QUESTION):
            return
        yield token


def _is_somebody(token: Token) -> bool:
    """Tell whether a word is a person or who holds an office, and does not belong to another."""
    owns = token.dep_ in _BESIDE
    official = classes.source_kind(token) == "official" and token.pos_ in {"NOUN", "PROPN"}
    return not owns and (token.ent_type_ == "PER" or official)


def _can_speak(token: Token) -> bool:
    return token.ent_type_ in {"PER", "ORG"} or classes.source_kind(token) in _SPEAKING
