"""Predicates whose subject an attack comes to or is met by, and is not made by: "faced an assault",
"ran into an ambush", "was the target of a raid", "repelled the attack".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.arguments import of_verb
from fogline.reading.phrases import conjuncts
from fogline.reading.phrases import preposition as case_of

if TYPE_CHECKING:
    from fogline.reading.language import Token

_UNDERGOING: Final = frozenset(
    (
        "suffer face endure withstand sustain receive take experience undergo encounter survive "
        "weather meet draw attract"
    ).split()
)
_MEETING: Final = frozenset(
    (
        "see repel repulse repell foil thwart beat fend ward rebuff blunt condemn report witness "
        "describe confirm hear follow document record avenge mourn prevent avert intercept "
        "flee escape avoid dodge evade resist "
        "watch film photograph notice observe detect spot track "
        "welcome praise support back hail applaud endorse deplore decry slam lament protest oppose "
        "regret ignore tolerate "
        "discuss mention cite recall remember recount mark study examine review probe investigate "
        "doubt dispute question await anticipate"
    ).split()
)
# Who tells of an attack by such a verb makes none: "the monitor blamed the army for the raid".
_TELLING: Final = frozenset(
    (
        "report accuse blame term call brand describe condemn denounce criticise criticize deplore "
        "document record monitor investigate verify"
    ).split()
)
_ACCUSING: Final = frozenset({"accuse", "blame"})
_OWN: Final = frozenset({"conj", "nsubj", "parataxis"})
_TOLD: Final = frozenset(
    "report information word news notification evidence knowledge account claim footage".split()
)
_FEARED: Final = frozenset("expect predict fear".split())
_ELSEWHERE: Final = _FEARED | frozenset("deny announce demand".split())
# What one gets into: "ran into an ambush", "was subjected to shelling", "came in for attack".
_INTO: Final = {
    "into": frozenset("run walk fall drive stumble sail fly blunder lead lure".split()),
    "in": frozenset({"catch"}),
    "to": frozenset("subject expose".split()),
    "for": frozenset({"come"}),
}
_AIMED_AT: Final = frozenset("target victim object focus subject scene".split())


def preposition(noun: Token) -> str:
    """Return what a noun stands with; a gerund's preposition is parsed as a conjunction."""
    marks = (c.lower_ for c in noun.children if c.dep_ == "mark" and noun.tag_ == "VBG")
    return case_of(noun) or next(marks, "")


def undergoing(noun: Token) -> tuple[Token, ...]:
    """Return whom an attack comes to by the verb that takes it: "the convoy" of "the convoy came
    under attack".
    """
    if noun.dep_ == "nmod" and noun.head.lemma_.lower() in _AIMED_AT and preposition(noun) == "of":
        return _subjects_of(noun.head)
    if preposition(noun) == "under":
        return _subjects_of(noun)
    verb = noun.head
    if verb.i == noun.i or verb.pos_ != "VERB":
        return ()
    if noun.dep_ == "obj":
        return of_verb(verb).subjects if verb.lemma_.lower() in _UNDERGOING else ()
    if noun.dep_ == "obl" and verb.lemma_.lower() in _INTO.get(preposition(noun), ()):
        args = of_verb(verb)
        return args.objects or args.subjects
    return ()


def is_by_subject(verb: Token) -> bool:
    """Tell whether what a verb takes may be made by its subject: not what one faces or repels."""
    return verb.lemma_.lower() not in _UNDERGOING | _MEETING | _ELSEWHERE


def meeting(noun: Token) -> tuple[Token, ...]:
    """Return who only meets an attack or tells of it: "the army" of "the army repelled an
    attack", "the agency received reports of an attack".
    """
    verb = noun.head
    if noun.dep_ in {"nmod", "acl"} and verb.lemma_.lower() in _TOLD and verb.dep_ == "obj":
        return of_verb(verb.head).subjects
    if verb.i == noun.i or verb.pos_ != "VERB" or verb.lemma_.lower() not in _MEETING | _FEARED:
        return ()
    args = of_verb(verb)
    return args.subjects if noun.dep_ == "obj" else args.agents if _is_met(noun) else ()


def only_tells(word: Token, trigger: Token) -> bool:
    """Tell whether a word is the subject of a verb by which it only tells of what stands below."""
    verb = word.head
    while word.dep_ == "conj" and word.head.pos_ in {"NOUN", "PROPN"}:
        word, verb = word.head, word.head.head
    if word.dep_ != "nsubj" or verb.lemma_.lower() not in _TELLING or trigger.i == verb.i:
        return False
    if trigger.dep_ == "xcomp" and any(c.dep_ == "obj" for c in trigger.children):
        return False  # "the army reported shelling the camp"
    below = trigger
    while below.head.i not in {verb.i, below.i}:
        below = below.head
    # "condemned the raid, moving troops": the subject does what a participle tells.
    own = _OWN if verb.lemma_.lower() in _ACCUSING else _OWN | {"advcl"}
    return below.head.i == verb.i and below.dep_ not in own


def accusers(trigger: Token) -> tuple[Token, ...]:
    """Return who accuses somebody of an event: "its" of the event never means them."""
    for above in trigger.ancestors:
        if above.lemma_.lower() in _ACCUSING and above.pos_ == "VERB":
            return tuple(s for s in of_verb(above).subjects if only_tells(s, trigger))
    return ()


def _is_met(noun: Token) -> bool:
    return noun.dep_ == "nsubj:pass"


def senders(noun: Token) -> tuple[Token, ...]:
    """Return from whom or by whom it comes, where the verb has it: "took fire from the ridge"."""
    verb = noun.head if noun.dep_ != "nmod" else noun.head.head
    args = of_verb(verb) if verb.pos_ == "VERB" else None
    beside = args.obliques if args is not None else ()
    return (*(h for case, h in beside if case == "from"), *(args.agents if args else ()))


def _subjects_of(noun: Token) -> tuple[Token, ...]:
    """Return the subject of a predicate noun, or that of the verb which it stands by."""
    own = [h for c in noun.children if c.dep_ == "nsubj" for h in conjuncts(c)]
    if own:
        return tuple(own)
    if noun.dep_ in {"acl", "acl:relcl"} or noun.head.pos_ == "NOUN":
        return tuple(conjuncts(noun.head)) if noun.dep_ in {"nmod", "acl"} else ()
    args = of_verb(noun.head)
    return args.subjects or args.objects
