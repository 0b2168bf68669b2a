"""Whom a text presents before it gives their words: "the voice is that of X", "transcript of a
message by X", "interview with X" (data: cues.csv).
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from fogline.reading.attribution.sayings import Link
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import NOT, PATIENTS
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
_GIVING: Final = frozenset({"give", "grant"})
_REFUSING: Final = frozenset({"deny", "refuse", "reject", "decline", "cancel"})
_NO: Final = NOT | {"no"}
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
    if not _INTERVIEW & doc.lemmas:
        return None
    opening = list(_opening(doc))
    asked = (t for t in opening if t.lemma_.lower() in _INTERVIEW and not _is_refused(t))
    found = ((cue, who) for cue in asked if (who := _answering(cue, opening)) is not None)
    return next((Link(who, cue, cue.i, _name(who)) for cue, who in found), None)


def _answering(cue: Token, opening: list[Token]) -> Token | None:
    """Return who answers in an interview: whom it is "with" or "of", or who gave it or spoke in it
    right before its first question.
    """
    if (given := _giver(cue)) is not None:
        line = _line(cue)
        later = (t for t in opening if t.i > line[-1].i and t.text.strip())
        return given if next(later, None) is None and _is_somebody(given) else None
    people = [t for t in _line(cue) if _is_somebody(t) and preposition(t) != "by"]
    colon = cue.i + 1 < len(cue.doc) and cue.doc[cue.i + 1].text == ":"
    return next((t for t in people if colon or _is_asked(t, cue)), None)


def _giver(cue: Token) -> Token | None:
    """Return who says something in an interview or gives one."""
    spoke = preposition(cue) == "in" or cue.head.lemma_.lower() in _GIVING
    if cue.head.pos_ != "VERB" or not spoke or cue.pos_ == "VERB":
        return None
    return next((c for c in cue.head.children if c.dep_ == "nsubj"), None)


def _is_asked(who: Token, cue: Token) -> bool:
    """Tell whether somebody is whom an interview is with: "interview with X", "X in conversation",
    "sat down with X for an interview", "interviewed X".
    """
    case = preposition(who)
    beside = who.head.i == cue.i
    if cue.pos_ == "VERB":
        return beside and who.dep_ in PATIENTS
    if case == "with":
        return who.i > cue.i or (preposition(cue) == "for" and who.head.i == cue.head.i)
    titled = (cue.head.i == who.i and preposition(cue) == "in") or (beside and who.i < cue.i)
    alone = not any(preposition(t) == "with" for t in _line(cue) if t.i > cue.i)
    return (beside and case == "of") or (titled and alone)


def _is_refused(cue: Token) -> bool:
    """Tell whether there was no interview: "gave no interview", "denied an interview"."""
    near = [*cue.children, *cue.head.children]
    return cue.head.lemma_.lower() in _REFUSING or any(c.lower_ in _NO for c in near)


def _line(word: Token) -> list[Token]:
    """Return the words of a word's sentence that stand in its line."""
    sentence = list(word.sent)
    breaks = [t.i for t in sentence if "\n" in t.text]
    start = max((i for i in breaks if i < word.i), default=-1)
    end = min((i for i in breaks if i > word.i), default=len(word.doc))
    return [t for t in sentence if start < t.i < end]


def _name(who: Token) -> tuple[int, int] | None:
    """Return the words of a person's name, without the line's end behind them."""
    if who.ent_type_ != "PER":
        return None
    behind = takewhile(lambda t: t.ent_type_ == "PER" and t.text.strip(), who.doc[who.i :])
    return who.i, who.i + len(list(behind))


def _opening(doc: Doc) -> Iterator[Token]:
    """Yield the words before the first label of a turn: "Q:"."""
    for token in doc:
        if is_turn(token, QUESTION):
            return
        yield token


def _is_somebody(token: Token) -> bool:
    """Tell whether a word is a person or who holds an office, and does not belong to another."""
    owns = token.dep_ in _BESIDE and token.head.lemma_.lower() not in _INTERVIEW
    official = classes.source_kind(token) == "official" and token.pos_ in {"NOUN", "PROPN"}
    return not owns and (token.ent_type_ == "PER" or official)


def _can_speak(token: Token) -> bool:
    return token.ent_type_ in {"PER", "ORG"} or classes.source_kind(token) in _SPEAKING
