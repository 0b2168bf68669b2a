"""Whom "four of them", "both" and "the rest" mean: of those told of before they are no others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.antecedents import Seen
from fogline.reading.capacities import is_quantifier
from fogline.reading.phrases import conjuncts, preposition

if TYPE_CHECKING:
    from fogline.model import Mention
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_SHARES: Final = frozenset("all both half neither none each one rest majority".split())
_THEM: Final = frozenset({"them", "whom"})
_TWO: Final = frozenset({"two", "2"})
_LIVING: Final = frozenset({"people", "force"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_STANDS_FOR: Final = frozenset({"PRON", "DET", "CCONJ"})


def of_whom(head: Token) -> Token | None:
    """Return the "them" that a count is taken from, or what its "whom" stands for: "four of them",
    "12 villagers, two of whom"; None for any other phrase.
    """
    if not (is_quantifier(head) or head.lower_ in _SHARES):
        return None
    parts = (c for c in head.children if c.dep_ == "nmod" and preposition(c) == "of")
    them = next((c for c in parts if c.lower_ in _THEM), None)
    if them is None or them.lower_ == "them":
        return them
    clause = head.head
    while clause.dep_ in {"conj", "xcomp", "ccomp"} and clause.head.i != clause.i:
        clause = clause.head
    return clause.head if clause.dep_ == "acl:relcl" else them


def is_share(head: Token) -> bool:
    """Tell whether a phrase means all or some of those told of before: "both", "four of them"."""
    if head.lower_ == "rest" and not any(c.dep_ == "nmod" for c in head.children):
        return True
    both = head.lower_ == "both" and head.pos_ in _STANDS_FOR
    return both or of_whom(head) is not None


def meant(share: Token, scene: Scene, seen: list[Seen]) -> tuple[Mention, ...]:
    """Return of whom "four of them" are some: the last people told of as several, or whoever "whom"
    says; the last two for "both"; nobody for "the rest".
    """
    whole = of_whom(share)
    if whole is not None and whole.pos_ != "PRON":
        return (scene.mention(whole),)
    here = share.doc[scene.sentence(share).start : share.i]
    before = (*(Seen(t, scene) for t in reversed(here) if t.pos_ in _NOUNS), *reversed(seen))
    if whole is None:
        return next(filter(None, map(_pair, before)), ()) if share.lower_ == "both" else ()
    several = (s for s in before if s.head.tag_ == "NNS" and s.classes & _LIVING)
    return next(((s.mention,) for s in several), ())


def _pair(last: Seen) -> tuple[Mention, ...]:
    """Return the two that a phrase counts, or ends: "two fishermen", "the mayor and his deputy"."""
    if any(c.lower_ in _TWO for c in last.head.children):
        return (last.mention,)
    joined = (last.head.head, *conjuncts(last.head.head)[1:]) if last.head.dep_ == "conj" else ()
    if len(joined) != len(_TWO) or not last.classes & _LIVING:
        return ()
    return tuple(last.scene.mention(one) for one in joined)
