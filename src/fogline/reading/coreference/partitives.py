"""Whom "four of them", "both" and "the rest" mean: of those told of before they are no others
(data: again.csv).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.reading.coreference.antecedents import Seen
from fogline.reading.grammar.aiming import TARGETS
from fogline.reading.grammar.coordination import conjuncts
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.portions import is_some
from fogline.reading.grammar.relations import NOUNS, PATIENTS
from fogline.reading.roles.capacities import is_quantifier
from fogline.reading.tables import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from fogline.model import Mention
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_AGAIN: Final = words("again.csv", "word")
_SHARES: Final = frozenset("all both half neither none each one rest majority".split())
_THEM: Final = frozenset({"them", "whom"})
_TWO: Final = frozenset({"two", "2"})
_LIVING: Final = frozenset({"people", "actor"})
_PLURAL: Final = frozenset({"NNS", "NNPS"})
_DEALING: Final = words("dealing.csv", "word")
_FALLING: Final = frozenset[str]().union(
    *map(_DEALING.__getitem__, ("harming", "dying", "capturing", "disposing"))
)
_CAPTURING: Final = _DEALING["capturing"]
_ATTACKING: Final = _DEALING["hitting"] | _DEALING["harming"] | {"fire", "shoot"}
_RUINING: Final = _AGAIN["ruined"]
_NO_THINGS: Final = frozenset({"actor", "time", "place", "attack"})
_WARES: Final = frozenset({"site", "weapon", "weaponry", "aid", "route"})
_UNITS: Final = _AGAIN["unit"]
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
    return both or is_some(head) or of_whom(head) is not None


def meant(share: Token, scene: Scene, seen: list[Seen]) -> tuple[Mention, ...]:
    """Return of whom "four of them" are some, with the count as it stands: the last told of as
    several, whom or what such a thing befalls; or whoever "whom" says; the last two for "both";
    nobody for "the rest".
    """
    if is_some(share):
        return _of_sentence_before(share, scene, seen)
    whole = of_whom(share)
    if whole is not None and whole.pos_ != "PRON":
        return (scene.mention(whole),)
    here = share.doc[scene.sentence(share).start : share.i]
    before = (*(Seen(t, scene) for t in reversed(here) if t.pos_ in NOUNS), *reversed(seen))
    if whole is None:
        return next(filter(None, map(_pair, before)), ()) if share.lower_ == "both" else ()
    several = [s for s in before if s.head.tag_ in _PLURAL]
    kinds = _RUINED if share.head.lemma_.lower() in _RUINING else _ALIVE
    found = next((s for kind in kinds for s in several if kind(s)), None)
    return () if found is None else (_counted(share, found.mention, scene),)


def _of_sentence_before(some: Token, scene: Scene, seen: list[Seen]) -> tuple[Mention, ...]:
    """Return those counted in the sentence before, or where none are the only ones it names as
    several, where they alone suit; whom it hit before who hit.
    """
    near = _before(some, scene, seen)
    told = [s for s in near if _has_count(s.head)]
    if not told and some.lower_ != "others":  # who are uncounted have others beside them
        told = near
    fit = [s for s in told if any(kind(s) for kind in _kinds(some))]
    hit = [s for s in fit if _is_hit(s.head, some.head)]
    only = hit or fit
    return (only[0].mention,) if len(only) == 1 else ()


def _before(some: Token, scene: Scene, seen: list[Seen]) -> list[Seen]:
    """Return whom and what the sentence before names as several."""
    start = scene.sentence(some).start
    if not start:
        return []
    before = scene.sentence(scene.doc[start - 1])
    return [s for s in seen if s.scene is scene and s.head.i in before and s.head.tag_ in _PLURAL]


def _kinds(some: Token) -> tuple[Callable[[Seen], bool], ...]:
    """Return the kinds of which some may do or suffer what is told of them."""
    verb = some.head.lemma_.lower()
    if verb in _RUINING:  # "some were burned" are things
        return (_is_thing,) if is_passive(some.head) else _RUINED
    return _ALIVE if verb in _FALLING else (_is_told,)


def _is_hit(noun: Token, then: Token) -> bool:
    """Tell whether others attack or arrest somebody: "shelled villagers", "fired at protesters"; of
    an attack either side may be arrested then.
    """
    told = noun.dep_ in PATIENTS or (noun.dep_ == "obl" and preposition(noun) in TARGETS)
    deed, arrested = noun.head.lemma_.lower(), then.lemma_.lower() in _CAPTURING
    return told and (deed in _CAPTURING or (deed in _ATTACKING and not arrested))


def _has_count(noun: Token) -> bool:
    return any(c.dep_ == "nummod" for c in noun.children)


def _is_told(one: Seen) -> bool:
    """Tell whether several are people or things of which more may be told."""
    return _is_thing(one) or _is_alive(one) or _is_force(one)


def _counted(share: Token, whole: Mention, scene: Scene) -> Mention:
    """Return "four of them" as it stands, named by whom they are some of; these themselves where
    nothing is counted: "many of them".
    """
    own = scene.mention(share, wide=True)
    count, of, _ = own.text.rpartition(" of ")
    if not of or not (share.pos_ == "NUM" or share.like_num):
        return whole
    name = whole.name if whole.id else f"{count[:1].lower()}{count[1:]} of {whole.text}"
    return replace(own, name=name, id=whole.id)


def _is_thing(one: Seen) -> bool:
    """Tell whether several are things that may be ruined: "fifteen trucks", "MiG-29s", not "80
    kilometres".
    """
    found, head = one.classes, one.head
    if "platform" in found or (head.tag_ == "NNPS" and not found):
        return True
    counted = any(c.dep_ == "nummod" for c in head.children) and head.lemma_.lower() not in _UNITS
    return not found & _NO_THINGS and (bool(found & _WARES) or counted)


def _is_force(one: Seen) -> bool:
    return "force" in one.classes


def _is_alive(one: Seen) -> bool:
    return bool(one.classes & _LIVING) and "platform" not in one.classes


_RUINED: Final = (_is_thing, _is_force)
_ALIVE: Final = (_is_alive, _is_force)


def _pair(last: Seen) -> tuple[Mention, ...]:
    """Return the two that a phrase counts, or ends: "two fishermen", "the mayor and his deputy"."""
    if any(c.lower_ in _TWO for c in last.head.children):
        return (last.mention,)
    joined = (last.head.head, *conjuncts(last.head.head)[1:]) if last.head.dep_ == "conj" else ()
    if len(joined) != len(_TWO) or not last.classes & _LIVING:
        return ()
    return tuple(last.scene.mention(one) for one in joined)
