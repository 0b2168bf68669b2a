"""Weather, play, business and good times told in words of war: "a quake hit the market" attacks
nobody, nor does "Tanta beat Asyut in the cup" (data: dealing.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.arguments import of_verb
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import NOUNS
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.triggers import Entry

_DEALING: Final = words("dealing.csv", "word")
_SUBJECTS: Final = words("subjects.csv", "words")
_IN_ARMS: Final = _SUBJECTS["armed"] | _SUBJECTS["weapon"]
_BY_FORCE: Final = frozenset({"force", "weapon", "weaponry", "platform", "people"})
_STRUCK: Final = frozenset({"place", "site", "platform", "force"})
_BEFORE: Final = frozenset({"amod", "compound"})
_APART: Final = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "parataxis"})
_AT_PLAY: Final = frozenset({"in", "at", "from", "of", "out", "into", "to", "by", "for"})


@told_by(_DEALING["natural"], {"wave"})
def is_natural(verb: Token, entry: Entry, scene: Scene) -> bool:
    """Tell whether it is weather or an earthquake that strikes, which attacks and besieges nobody:
    "the quake destroyed the market", "cut off by floods".
    """
    strikes = entry.event in {"ASSAULT", "CONTROL"} and verb.tag_.startswith("VB")
    if not strikes or verb.lemma_.lower() in _DEALING["harming"]:
        return False  # whom a flood kills is told otherwise
    args = of_verb(verb)
    struck = is_passive(verb) or verb.tag_ == "VBN"
    doers = (*args.agents, *(() if struck else args.subjects))
    armed = any("weaponry" in scene.classes(o) for o in args.objects)  # "Typhoons released weapons"
    return bool(doers) and not armed and all(_is_weather(d, scene) for d in doers)


def _is_weather(doer: Token, scene: Scene) -> bool:
    """Tell whether a word means weather, not what bears its name or comes as thick: "Operation
    Storm", "ICE", "a storm of rockets".
    """
    before = [c for c in doer.children if c.dep_ in _BEFORE]
    swells = doer.lemma_.lower() == "wave" and any(_is_of(c, "swelling") for c in before)
    of = (c for c in doer.children if preposition(c) == "of")
    if not _BY_FORCE.isdisjoint(kind for c in of for kind in scene.classes(c)):
        return False
    if not _is_name(doer) or doer.head.text[0].isupper():  # the verb of a headline in capitals
        return swells or _is_of(doer, "natural")
    named = any(_is_name(c) for c in doer.children if c.dep_ in {"flat", "appos"})
    of_kind = any(_is_of(c, "natural") for c in before)  # "Typhoon Molave", no "Storm Brigade"
    return (named and _is_of(doer, "natural")) or (of_kind and "force" not in scene.classes(doer))


def _is_of(word: Token, kind: str) -> bool:
    return word.lemma_.lower() in _DEALING[kind]


def _is_name(word: Token) -> bool:
    begins = word.i == word.sent.start
    return word.text.isupper() or (word.text[0].isupper() and not begins)


@told_by(_DEALING["playing"])
def is_played(verb: Token, entry: Entry, scene: Scene) -> bool:
    """Tell whether sides only meet at play, with nobody in arms: "eliminated them in the cup"."""
    if entry.event not in {"ASSAULT", "CONTROL", "RETREAT"} or entry.kind == "modifiers":
        return False
    if verb.lemma_.lower() not in _DEALING["contending"] or _is_hit(verb, scene):
        return False
    said = {t.lemma_.lower() for t in verb.sent if t.pos_ in NOUNS}
    near = (t for phrase in _at_play(verb) for t in _within(phrase))
    plays = any({t.lower_, t.lemma_.lower()} & _DEALING["playing"] for t in near)
    return plays and said.isdisjoint(_IN_ARMS)


def _is_hit(verb: Token, scene: Scene) -> bool:
    """Tell whether a verb of attack hits a place, which no side does at play."""
    hit = of_verb(verb).objects if verb.lemma_.lower() in _DEALING["raiding"] else ()
    return any(o.i in scene.places_at or "place" in scene.classes(o) for o in hit)


def _at_play(verb: Token) -> Iterator[Token]:
    """Yield the phrases that tell at what a verb is done, not when: "in the cup", no "before the
    cup", nor what is struck: "struck a football club".
    """
    args = of_verb(verb)
    yield verb
    yield from args.subjects
    yield from args.objects if verb.lemma_.lower() in _DEALING["scoring"] else ()
    yield from (h for case, h in args.obliques if case in _AT_PLAY)


def _within(word: Token) -> Iterator[Token]:
    """Yield the words of a phrase, without those of clauses in it; of a verb itself alone."""
    yield word
    below = () if word.tag_.startswith("VB") else word.children
    for child in below:
        if child.dep_ not in _APART:
            yield from _within(child)


@told_by(_DEALING["trading"])
def trades(verb: Token, entry: Entry, scene: Scene) -> bool:
    """Tell whether a firm or charity only goes about its business: "an airline deployed two jets";
    not a military firm, nor one that sends guards or takes a mine.
    """
    if entry.event not in {"MOBILIZE", "CONTROL"} or not verb.tag_.startswith("VB"):
        return False
    args = of_verb(verb)
    doers = (*(() if is_passive(verb) else args.subjects), *args.agents)
    return bool(doers) and all(map(_is_in_trade, doers)) and not _is_by_force(verb, scene)


def _is_in_trade(doer: Token) -> bool:
    named = (doer, *(c for c in doer.children if c.dep_ in _BEFORE))
    trades = any(t.lemma_.lower() in _DEALING["trading"] for t in named)
    return trades and all(t.lower_ not in _DEALING["hired"] for t in named)


def _is_by_force(verb: Token, scene: Scene) -> bool:
    """Tell whether guards or fighters are sent, or a mine is seized and not bought."""
    objects = of_verb(verb).objects
    guards = any(
        "force" in scene.classes(o) and "platform" not in scene.classes(o) for o in objects
    )
    bought = any(c.dep_ == "compound:prt" for c in verb.children)  # "took over a mine"
    taken = {t.lemma_.lower() for o in objects for t in (o, *o.children)}
    return guards or not (bought or taken.isdisjoint(_DEALING["worked"]))


@told_by({"blast"})
def enjoys(noun: Token, entry: Entry, scene: Scene) -> bool:
    """Tell whether people only had a good time: "we had a blast"; none that hurts anybody."""
    had = noun.dep_ == "obj" and noun.head.lemma_.lower() == "have"
    if entry.event != "ASSAULT" or noun.lemma_.lower() != "blast" or not had:
        return False
    subjects = of_verb(noun.head).subjects
    people = all(_STRUCK.isdisjoint(scene.classes(s)) for s in subjects)
    return people and noun.doc.lemmas.isdisjoint(_DEALING["harming"])
