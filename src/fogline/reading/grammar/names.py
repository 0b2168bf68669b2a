"""The names that the parse recognised, read once: spaCy makes them anew at every look."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fogline.model.quick import quick
from fogline.reading.grammar.coordination import conjuncts
from fogline.reading.grammar.phrases import preposition
from fogline.reading.tables import words

if TYPE_CHECKING:
    from fogline.reading.language import Doc, Token

_CALLED: Final = words("dealing.csv", "word")["called"]
_KINDS: Final = {"PER": "person", "ORG": "organisation", "LOC": "place"}


@quick
@dataclass(frozen=True, slots=True)
class Recognised:
    """A name's characters, start to end, and whether it is a person, organisation or place."""

    start: int
    end: int
    kind: str


@lru_cache(maxsize=64)
def text_of(doc: Doc) -> str:
    """Return a Doc's text, made once: spaCy joins it anew at every look."""
    return doc.text


@lru_cache(maxsize=256)
def recognised(doc: Doc) -> tuple[Recognised, ...]:
    """Return the names that the parse found, in text order; empty where the Doc has none."""
    return tuple(
        Recognised(e.start_char, e.end_char, _KINDS[e.label_])
        for e in doc.ents
        if e.label_ in _KINDS
    )


def name_behind(subject: Token, verb: Token) -> Token:
    """Return the name that stands behind a subject as a second one where a comma is left out: "the
    main opposition party the National League condemned the raid".
    """
    if subject.pos_ != "NOUN":
        return subject
    later = (c for c in verb.children if c.dep_ == "nsubj" and c.i > subject.i)
    name = next((c for c in later if c.pos_ == "PROPN"), None)
    if name is None or name.left_edge.i != subject.i + 1 or name.left_edge.lower_ != "the":
        return subject
    return subject if any(c.dep_ == "conj" for c in name.children) else name  # a list goes on


def related(noun: Token) -> Token:
    """Return the name of whom a noun tells whose they are: "its ally Russia"."""
    whose = noun.pos_ == "NOUN" and any(c.dep_ == "nmod:poss" for c in noun.children)
    names = (c for c in noun.children if c.dep_ == "appos" and c.ent_type_ in _KINDS)
    return next(names, noun) if whose else noun


def told_of(noun: Token) -> Token:
    """Return whose name a noun tells of: "X" of "X is a movement that holds the town", "X, a
    movement that holds the town".
    """
    if noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.pos_ == "PROPN":
        return noun.head
    if not any(c.dep_ == "cop" for c in noun.children):
        return noun
    return next((c for c in noun.children if c.dep_ == "nsubj" and c.pos_ == "PROPN"), noun)


def _is_name(word: Token) -> bool:
    """Tell whether a word behind a noun may name it; a short form in brackets only repeats it."""
    if word.left_edge.text == "(" or (word.i and word.nbor(-1).text == "("):
        return False
    return word.dep_ in {"appos", "xcomp"} or (word.dep_ == "obl" and preposition(word) == "as")


def by_name(head: Token) -> list[Token]:
    """Return the name behind a common noun: "its ally, Iran", "a coalition called X"."""
    if head.pos_ != "NOUN":
        return [head]
    called = (c for child in head.children if child.lower_ in _CALLED for c in child.children)
    names = (c for c in (*head.children, *called) if c.i > head.i and _is_name(c))
    name = next((c for c in names if c.pos_ == "PROPN"), None)
    return [head] if name is None else conjuncts(name)
