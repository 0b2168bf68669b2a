"""Who or what words set apart from those that are meant: "Israel" of "Russia, not Israel"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.gapped import is_gapped
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
_APART: Final = _WORDS["replacing"] | {"not"}
_BESIDE: Final = frozenset({"advmod", "cc", "case", "cc:preconj"})


def is_excluded(word: Token) -> bool:
    """Tell whether somebody is named beside a deed and has no part in it."""
    return is_gapped(word) or _is_ruled_out(word)


@told_by(_APART)
def _is_ruled_out(word: Token) -> bool:
    """Tell whether somebody is named only to be ruled out: "the regime" of "not by the regime but
    by Russia", "rebels" of "the army rather than rebels".
    """
    if not any(map(_sets_apart, word.children)):
        return False
    return word.dep_ == "conj" or _is_cleft(word) or any(map(_is_meant_instead, word.children))


def _sets_apart(beside: Token) -> bool:
    """Tell whether a word before a noun rules it out; "not only" does not."""
    if beside.dep_ not in _BESIDE or beside.lower_ not in _APART or beside.i > beside.head.i:
        return False
    return beside.nbor().lower_ not in _WORDS["merely"] | {"one", "even", "all"}


def _is_cleft(word: Token) -> bool:
    """Tell whether a clause says whom it does not mean: "it was not the army that fired"."""
    near = {c.dep_ for c in word.children}
    return bool(near & {"acl:relcl", "advcl:relcl"}) and any(
        c.lower_ == "it" and c.dep_ in {"expl", "nsubj"} for c in word.children
    )


def _is_meant_instead(joined: Token) -> bool:
    return joined.dep_ == "conj" and any(c.lower_ == "but" for c in joined.children)
