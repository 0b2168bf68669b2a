"""Weather, play, business and good times told in words of war: "a quake hit the market" attacks
nobody, nor does "Tanta beat Asyut in the cup" (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.arguments import of_verb
from fogline.reading.grammar.passives import is_passive
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


@told_by(_DEALING["natural"])
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
    return bool(doers) and not armed and all(d.lemma_.lower() in _DEALING["natural"] for d in doers)


@told_by(_DEALING["playing"])
def is_played(verb: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether sides only meet at play, with nobody in arms: "eliminated them in the cup"."""
    if entry.event not in {"ASSAULT", "CONTROL", "RETREAT"} or entry.kind == "modifiers":
        return False
    contends = verb.lemma_.lower() in _DEALING["contending"]
    said = [t for t in verb.sent if t.pos_ in NOUNS]
    struck = () if verb.lemma_.lower() in _DEALING["scoring"] else of_verb(verb).objects
    hit = {t.i for o in struck for t in o.subtree}  # "struck a football club"
    at_play = (t for t in said if t.i not in hit)
    plays = any({t.lower_, t.lemma_.lower()} & _DEALING["playing"] for t in at_play)
    return contends and plays and not any(t.lemma_.lower() in _IN_ARMS for t in said)


@told_by(_DEALING["trading"])
def trades(verb: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether a firm or charity only goes about its business: "an airline deployed two jets";
    not a military firm.
    """
    if entry.event not in {"MOBILIZE", "CONTROL"} or not verb.tag_.startswith("VB"):
        return False
    doers = (*(() if is_passive(verb) else of_verb(verb).subjects), *of_verb(verb).agents)
    return bool(doers) and all(map(_is_in_trade, doers))


def _is_in_trade(doer: Token) -> bool:
    named = (doer, *(c for c in doer.children if c.dep_ in {"compound", "amod"}))
    trades = any(t.lemma_.lower() in _DEALING["trading"] for t in named)
    return trades and all(t.lower_ not in _DEALING["hired"] for t in named)


@told_by({"blast"})
def enjoys(noun: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether people only had a good time: "we had a blast"."""
    had = noun.dep_ == "obj" and noun.head.lemma_.lower() == "have"
    return entry.event == "ASSAULT" and had and noun.lemma_.lower() == "blast"
