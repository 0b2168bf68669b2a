"""Things that do nothing, though they are told as if they did: weather that grounds jets, guns that
fall silent, a road that reopens (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.arguments import of_verb
from fogline.reading.grammar.passives import is_passive
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.triggers.merging import Candidate

_DEALING: Final = words("dealing.csv", "word")
_WEATHER: Final = _DEALING["weather"] | _DEALING["natural"]
_FIRING: Final = frozenset({"gun", "weapon", "weaponry"})
_OWNED: Final = frozenset({"amod", "compound", "nmod", "nmod:poss"})
_OPENING: Final = _DEALING["opening"]


def is_inert(word: Token, candidate: Candidate) -> bool:
    """Tell whether a word names what does nothing in a claim, though it is told so."""
    guns = candidate.entry.mode == "ceasefire" and _are_guns(word)
    return guns or _is_weather(word) or _opens(word, candidate)


def _are_guns(word: Token) -> bool:
    """Tell whether weapons and nobody behind them fall silent: "the guns", not "rebel guns"."""
    kinds = classes.of_word(word)
    owned = any(c.dep_ in _OWNED for c in word.children)
    return bool(kinds & _FIRING) and "force" not in kinds and not owned


@told_by(_WEATHER)
def _is_weather(word: Token) -> bool:
    """Tell whether a noun names weather, which is no party: "fog kept jets on the ground"."""
    noun = word.pos_ == "NOUN" or (word.pos_ == "PROPN" and word.is_sent_start)
    return noun and word.lemma_.lower() in _WEATHER


@told_by(_OPENING)
def _opens(word: Token, candidate: Candidate) -> bool:
    """Tell whether a pronoun is what opens or shuts by a verb that takes nothing: "it reopened"."""
    verb = candidate.head
    if word.lower_ != "it" or verb.lemma_.lower() not in _OPENING or is_passive(verb):
        return False
    args = of_verb(verb)
    return word in args.subjects and not args.objects
