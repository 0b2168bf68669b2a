"""Mines and the like, which hit who meets them: "a truck hit a mine", "a farmer stepped on one"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate

NEEDS: Final = frozenset({"mine", "passing"})
"""What rows of triggers ask for: a mine that may go off, somebody who may meet it."""
_WIELDED: Final = frozenset({"weapon", "attack"})
_MEANWHILE: Final = frozenset({"as", "when", "while"})


def suits(head: Token, wanted: str, scene: Scene) -> bool:
    """Tell whether a noun is what a row asks for."""
    if wanted == "passing":
        return scene.classes(head).isdisjoint(_WIELDED) and not _carries_one(head)
    return "mine" in classes.of_word(head) and not _is_dug(head)


def _carries_one(bomber: Token) -> bool:
    """Tell whether somebody sets a mine off themselves: "suicide bombers"."""
    return any(c.lower_ == "suicide" and c.dep_ == "compound" for c in bomber.children)


def _is_dug(mine: Token) -> bool:
    """Tell whether a mine is one that people work in: "a coal mine", "the Pokrovsk mine"."""
    own = [c for c in mine.children if c.i < mine.i]
    named = any("ore" in classes.of_word(c) or c.pos_ == "PROPN" for c in own)
    return named or (mine.lemma_.lower() == "mine" and any(c.lower_ == "the" for c in own))


def is_aimed(verb: Token) -> bool:
    """Tell whether a clause says whom a mine was set off against: "as a convoy passed"."""
    beside = (c for c in verb.children if c.dep_ == "advcl")
    return any(c.dep_ == "mark" and c.lower_ in _MEANWHILE for b in beside for c in b.children)


def is_met(candidate: Candidate) -> bool:
    """Tell whether a claim is that somebody met a mine: the heads take many for accidents."""
    met = (c.entry for c in (candidate, *candidate.absorbed))
    return any(wanted == "mine" for entry in met for _, wanted in entry.needs)
