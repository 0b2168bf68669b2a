"""Second halves of sentences that leave out their verb: "shelled Homs and the rebels Hama"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token

_DOING: Final = frozenset({"force", "actor"})


def is_gapped(word: Token) -> bool:
    """Tell whether a joined noun is who does it in the next half: "rebels" of "the army shelled
    Homs and the rebels Hama", "Ukraine" of "Russia blamed Ukraine, and Ukraine Russia".
    """
    if word.dep_ != "conj" or word.i + 1 >= len(word.doc):
        return False
    met = word.nbor()
    if met.head is not word or met.pos_ != "PROPN" or any(c.dep_ == "cc" for c in met.children):
        return False
    if not any(c.dep_ == "cc" for c in word.children):
        return False
    if met.dep_ == "conj":
        return word.pos_ == "PROPN"
    does = word.tag_ == "NNS" and not _DOING.isdisjoint(classes.of_word(word))
    whose = any(c.dep_ == "nmod:poss" for c in word.children)
    return met.dep_ == "appos" and does and not whose and met.ent_type_ != "PER"
