"""Bodies whose longer name only ends in that of a state's: the "Hill Army" is not "the army" of
the country in which it fights.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.actors import bodies
from fogline.reading.actors.namesakes import is_own
from fogline.reading.actors.persons import titles

if TYPE_CHECKING:
    from fogline.reading.actors.choosing import Bearer
    from fogline.reading.language import Doc, Token
    from fogline.reading.words.dictionary import Hit

_OF_NAME: Final = frozenset({"compound", "amod", "flat", "nummod", "nmod"})
_TITLED: Final = 4  # words of a line of which all begin with capitals


def is_other(hit: Hit[Bearer], doc: Doc) -> bool:
    """Tell whether a body's bare name, "Army", stands behind words that make it another's."""
    said = doc.text[hit.start : hit.end]
    if not said.istitle() or not any(b.everywhere for b in hit.items):
        return False
    span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
    if span is None or not span.start or said.startswith("The "):
        return False
    before = doc[span.start - 1]
    return _is_called(before, span.root) and not _is_states(before) and not _in_title(before)


def _is_called(word: Token, head: Token) -> bool:
    """Tell whether a word before a head is one of its name: "Hill", "3rd"."""
    named = word.text[:1].isupper() or word.text[:1].isdigit()
    return named and word.dep_ in _OF_NAME and head.i in {word.head.i, word.head.head.i}


def _is_states(word: Token) -> bool:
    """Tell whether a word leaves a body the state's: "National", a country's or a people's name."""
    said = word.text.rstrip(".")
    return is_own(said) or said in titles() or bodies.of_state(said)


def _in_title(word: Token) -> bool:
    """Tell whether a line is in capitals throughout, where they show no name."""
    told = [t for t in word.sent if t.is_alpha and len(t) >= _TITLED]
    return all(t.text[:1].isupper() for t in told)
