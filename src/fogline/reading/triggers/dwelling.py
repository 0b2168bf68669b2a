"""Whether who occupied a place came to hold it or held it: "occupied the town and advanced",
"occupied the town during the war" (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.phrases import preposition
from fogline.reading.tables import words

if TYPE_CHECKING:
    from fogline.reading.language import Token

_DEALING: Final = words("dealing.csv", "word")
_LASTING: Final = frozenset({"since", "for", "until", "till", "still", "while", "long", "already"})


def is_sudden(verb: Token) -> bool:
    """Tell whether a past lasted no time that is told: "occupied the town and advanced"."""
    if verb.tag_ != "VBD":
        return False
    near = [t for t in verb.subtree if t.dep_ in {"case", "mark", "advmod"}]
    told = any(t.lower_ in _LASTING for t in near)
    return not told and not any(_is_stay(t, verb) or _is_long(t) for t in verb.subtree)


def _is_stay(word: Token, verb: Token) -> bool:
    """Tell whether a verb beside another tells of a stay: "and used it as a base", "where they
    held prisoners".
    """
    where = word.dep_ in {"acl:relcl", "advcl:relcl", "advcl"} and _has_form(word, "where")
    beside = where or (word.dep_ == "conj" and word.head.i == verb.i)
    uses = word.lemma_.lower() == "use" and any(_has_form(c, "as") for c in word.children)
    return beside and (uses or word.lemma_.lower() in _DEALING["dwelling"])


def _is_long(noun: Token) -> bool:
    return noun.lemma_.lower() in _DEALING["long"] and preposition(noun) == "during"


def _has_form(word: Token, form: str) -> bool:
    return any(c.lower_ == form for c in word.children)
