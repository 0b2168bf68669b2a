"""Words that no lexicon row names and that are no triggers, whatever the heads take them for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality import untruth
from fogline.reading.grammar.scope import is_share
from fogline.reading.roles.apart import washes
from fogline.reading.tables import words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from fogline.reading.language import Token

# What is foiled was tried, and is the claim; that it was foiled adds nothing (codebook, section 7).
FOILING: Final = words("dealing.csv", "word")["foiling"]
_TENSED: Final = frozenset({"VBD", "VBZ", "VBP", "VB"})
_NAMING: Final = frozenset({"NN", "NNS", "VBZ"})
_SAME: Final = frozenset({"it", "so", "that", "this", "likewise"})  # "vowed to do it"
_CONTENT: Final = frozenset({"obj", "xcomp", "ccomp", "obl"})


def tells_nothing(word: Token, taken: AbstractSet[int]) -> bool:
    """Tell whether a word is no trigger; `taken` are the tokens of the lexicon's."""
    return (
        word.is_punct
        or is_share(word)
        or _stands_for_verb(word)
        or word.lemma_.lower() in FOILING
        or washes(word)
        or _is_captive(word, taken)
        or _is_again(word, taken)
        or _is_first_half(word, taken)
    )


def is_misheard(word: Token, event: str) -> bool:
    """Tell whether a noun that only says what is untrue is taken for another event than it tells:
    who spreads lies denies nothing, who calls it "psychological warfare" denies it.
    """
    if word.tag_ not in _NAMING or not untruth.is_named(word):
        return False
    called = any(c.dep_ == "cop" for c in word.children)
    return event != "REJECT" if called else event == "REJECT" and word.dep_ == "obj"


def _stands_for_verb(word: Token) -> bool:
    """Tell whether a word only stands for a verb told before: "Moscow says it will not"."""
    if word.tag_ == "MD":
        return True
    told = any(c.dep_ in _CONTENT and c.lower_ not in _SAME for c in word.children)
    return word.lemma_.lower() in {"do", "have"} and word.tag_ in _TENSED and not told


def _is_captive(word: Token, taken: AbstractSet[int]) -> bool:
    """Tell whether a word is only who is taken: "took 11 hostages"."""
    return word.dep_ == "obj" and word.head.i in taken and "captive" in classes.of_word(word)


def _is_again(word: Token, taken: AbstractSet[int]) -> bool:
    """Tell whether a word only says that what is told is so again: "back in rebel hands"."""
    return word.lower_ == "back" and any(c.dep_ == "obl" and c.i in taken for c in word.children)


def _is_first_half(word: Token, taken: AbstractSet[int]) -> bool:
    """Tell whether a word only says who it is in a compound that is a trigger: "rebel-held"."""
    hyphen = word.i + 2 in taken and word.nbor(1).text == "-"
    return hyphen or word.text.endswith("-")  # "rebel- and government-held"
