"""Who and what suffers by an attack that is told behind it: "houses collapsed after the raid", "two
guards are in hospital after a shell hit the mill".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.arguments import of_verb
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import case_of
from fogline.reading.roles.capacities import can_receive, whole
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_DEALING: Final = words("dealing.csv", "word")
_COLLAPSING: Final = _DEALING["collapsing"]
_HOSPITAL: Final = frozenset({"hospital"})
_LIMBS: Final = _DEALING["limb"]
_SINCE: Final = frozenset({"after", "following", "in", "during", "from", "under"})
_WHEN: Final = frozenset({"after", "when", "as"})
_LIVING: Final = frozenset({"people", "force", "patient", "person", "post"})
_UNARMED: Final = frozenset({"people"})
_BELOW: Final = frozenset({"under", "underneath", "beneath", "between"})
_ATTACKERS: Final = words("again.csv", "word")["attacker"] | {"bomber", "gunman", "suspect"}


@told_by(_COLLAPSING, _HOSPITAL, _LIMBS, otherwise=())
def ruined(attack: Token, scene: Scene) -> tuple[Token, ...]:
    """Return who and what is told to have collapsed, to be in hospital or to have lost a limb after
    an attack.
    """
    found: list[Token] = []
    verb = _told_before(attack)
    while verb is not None and (told := _suffering(verb, scene)):
        found += told
        # "are in hospital after a wall fell in when rebels shelled X": what fell in dates the rest
        verb = verb.head if _is_when(verb) else None
    return tuple(found)


def _told_before(attack: Token) -> Token | None:
    """Return the verb or predicate that an attack dates or explains."""
    told = attack
    while told.dep_ == "nmod" and case_of(told) in {"of", "on"}:
        told = told.head  # "after a series of raids"
    if told.dep_ == "nsubj" and told.head.dep_ == "advcl":
        told = told.head
    cause = case_of(told)
    since = cause in _SINCE or (cause == "to" and told.head.lemma_.lower() == "lose")
    behind = told.dep_ in {"obl", "nmod"} and since
    return told.head if behind or _is_when(told) else None


def _is_when(clause: Token) -> bool:
    """Tell whether a clause says when or after what another thing came about."""
    marks = (c.lower_ for c in clause.children if c.i < clause.i)
    return clause.dep_ == "advcl" and not _WHEN.isdisjoint(marks)


def _suffering(verb: Token, scene: Scene) -> list[Token]:
    """Return what fell in by a predicate, who was crushed, or who is in hospital."""
    args = of_verb(verb)
    heads = [h for h in (*args.subjects, *args.objects) if can_receive(h, scene)]
    there = [verb, *(c for c in verb.children if c.dep_ == "obl")]
    if any(map(_is_in_hospital, there)) or _loses_limb(verb):
        hurt = (h for h in heads if scene.classes(whole(h)) & _LIVING)
        return [
            h for h in hurt if h.lemma_.lower() not in _ATTACKERS
        ]  # "the bomber is in hospital"
    if _COLLAPSING.isdisjoint({verb.lemma_.lower(), _in_words(verb)}):
        return []
    if not is_passive(verb):  # "burned flags", "residents came down to the square"
        return [h for h in heads if _is_built(h, scene)] if not args.objects else []
    living = _LIVING if verb.lemma_.lower() != "crush" or _is_below(verb) else _UNARMED
    return [h for h in heads if scene.classes(whole(h)) & living or _is_built(h, scene)]


def _is_below(verb: Token) -> bool:
    """Tell whether something lies on who is crushed; fighters who are crushed else only lost."""
    return any(c.dep_ == "obl" and case_of(c) in _BELOW for c in verb.children)


def _loses_limb(verb: Token) -> bool:
    """Tell whether somebody is maimed: "lost a leg to a mine"."""
    lost = (o for o in of_verb(verb).objects if o.lemma_.lower() in _LIMBS)
    return verb.lemma_.lower() == "lose" and any(lost)


def _is_in_hospital(word: Token) -> bool:
    """Tell whether somebody is treated: "in hospital", "to a hospital"; not "in a hospital"."""
    case, bare = case_of(word), all(c.dep_ != "det" for c in word.children)
    return word.lemma_.lower() == "hospital" and (case == "to" or (case == "in" and bare))


def _in_words(verb: Token) -> str:
    """Return a verb with the word behind it: the parse takes many a particle for an adverb."""
    behind = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    return f"{verb.lemma_.lower()} {behind}"


def _is_built(head: Token, scene: Scene) -> bool:
    return "site" in scene.classes(head)
