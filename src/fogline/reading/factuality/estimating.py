"""What an estimate says of a deed or an account: "we judge a withdrawal to be unlikely", "found the
claim of a raid unconvincing" (data: dealing.csv, hedges.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.accounts import is_telling
from fogline.reading.factuality.disputed import disputed
from fogline.reading.factuality.hedges import LAST, Hedge, hit
from fogline.reading.grammar.phrases import is_definite, preposition
from fogline.reading.grammar.scope import governors
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_ESTIMATING: Final = words("dealing.csv", "word")["estimating"]
_LAST: Final = frozenset({"xcomp", "amod"})
_PATIENTS: Final = frozenset({"obj", "nsubj:pass"})
_WITHIN: Final = frozenset({"amod", "nmod", "appos"})
_DISPUTED: Final = LAST["disputed"] | LAST["disputing"]
_FAR: Final = 3


@told_by(_ESTIMATING)
def is_estimated(event: Token) -> bool:
    """Tell whether it is estimated how likely a deed is that nobody knows of: "rated a raid on the
    port as unlikely".
    """
    word = _verdict(event)
    return word is not None and not is_definite(event) and bool(hit("predicate", word.lower_, word))


@told_by(_ESTIMATING, otherwise=())
def estimated(told: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield how likely a deed, or how sound its account, is estimated to be."""
    if (word := _verdict(told)) is not None:
        yield from hit("disputed" if is_telling(told) else "predicate", word.lower_, word)
        for adverb in word.children:
            yield from hit("adverb", adverb.lower_, adverb)


@told_by(_DISPUTED, otherwise=())
def of_figures(harm: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of figures that harm is told by: "the claim of 90 dead should be taken with a
    grain of salt".
    """
    known, node = {step.token.i for step in governors(harm)}, harm
    for _ in range(_FAR):
        if node.dep_ not in _WITHIN or preposition(node) not in {None, "", "of"}:
            return
        node = node.head
        if is_telling(node) and node.i not in known:
            yield from disputed(node)


def _verdict(judged: Token) -> Token | None:
    """Return the adjective that says what something is estimated to be."""
    verb = judged.head
    if judged.dep_ not in _PATIENTS or verb.lemma_.lower() not in _ESTIMATING:
        return None
    behind = [c for c in verb.children if c.i > judged.i and _completes(c)]
    last = (c for t in judged.subtree for c in t.children if c.dep_ in _LAST and c.i > t.i)
    return next((c for c in (*behind, *last) if c.tag_ in {"JJ", "RB"}), None)


def _completes(word: Token) -> bool:
    if word.dep_ == "advmod":  # "consider a raid likely", as a parse may have it
        return word.lower_ in LAST["predicate"]
    copula = word.dep_ == "advcl" and any(c.dep_ == "cop" for c in word.children)
    return copula or word.dep_ == "xcomp" or (word.dep_ == "obl" and preposition(word) == "as")
