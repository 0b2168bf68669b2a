"""Whose fall a verb tells of that names nobody else: "gave his life", "peacekeepers hurt at X",
"reporters' car shelled" (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.arguments import beside, of_verb
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.triggers.triggers import Entry

_DEALING: Final = words("dealing.csv", "word")
_HARMING: Final = _DEALING["harming"]
_HITTING: Final = _DEALING["hitting"]
_UNARMED: Final = frozenset({"site", "car", "traveller", "medic"})
_ARMED: Final = frozenset({"warcraft", "aircraft", "weapon", "gun", "force", "people"})
_FALLEN_UPON: Final = frozenset({"people", "force", "traveller", "person", "post"})
_PAST: Final = frozenset({"VBD", "VBN"})
_WHO: Final = frozenset({"who", "that", "which"})


def suffers(verb: Token, entry: Entry) -> bool:
    """Tell whether a verb's subject falls by it and does nothing, by its frame or its grammar."""
    return entry.kind == "verbs" and (
        (entry.frame == "suffer" and not _falls_upon(verb)) or is_clipped(verb) or _is_struck(verb)
    )


@told_by({"fall"})
def _falls_upon(verb: Token) -> bool:
    """Tell whether somebody attacks: "fell on the convoy", "fell on the singers and killed two";
    not "fell on the front".
    """
    upon = beside(of_verb(verb), ("on", "upon"))
    kills = any(c.dep_ == "conj" and c.lemma_.lower() in _HARMING for c in verb.children)
    attacked = any(map(_is_attacked, upon)) or (kills and bool(upon))
    return verb.lemma_.lower() == "fall" and attacked


def _is_attacked(head: Token) -> bool:
    return head.pos_ == "PRON" or not classes.of_word(head).isdisjoint(_FALLEN_UPON)


@told_by(_HARMING)
def is_clipped(verb: Token) -> bool:
    """Tell whether a word of harm without object is a headline's participle, of whichever past tag:
    who does harm does it to somebody; not "the men who killed in X", "has killed in X".
    """
    return verb.lemma_.lower() in _HARMING and _stands_alone(verb)


@told_by(_HITTING)
def _is_struck(verb: Token) -> bool:
    """Tell whether somebody's building or vehicle is hit in a headline, by whatever tag:
    "reporters' car shelled near X", "peacekeepers' post hit"; not "the rebels' tanks struck".
    """
    if verb.lemma_.lower() not in _HITTING or not _stands_alone(verb):
        return False
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    return bool(subjects) and all(map(_is_somebodys, subjects))


def _is_somebodys(thing: Token) -> bool:
    """Tell whether a noun names a building or an unarmed vehicle, by whose it is."""
    found = classes.of_word(thing)
    owned = any(c.dep_ == "nmod:poss" and c.pos_ != "PRON" for c in thing.children)
    built = bool(found & _UNARMED) or thing.lemma_.lower() == "post"
    civil = found.isdisjoint(_ARMED) or thing.lemma_.lower() == "convoy"
    return owned and built and civil


def _stands_alone(verb: Token) -> bool:
    """Tell whether a past form has no object, agent or auxiliary, and shares no other verb's
    subject.
    """
    if verb.tag_ not in _PAST or any(c.dep_ == "aux" for c in verb.children):
        return False
    args = of_verb(verb)
    doing = any(c.lower_ in _WHO for c in verb.children) or verb.dep_ in {"conj", "xcomp"}
    return not (args.objects or args.agents or doing or any(map(_is_behind, verb.children)))


def _is_behind(word: Token) -> bool:
    """Tell whether an object stands so far behind its verb that the parse misses it: "wounded near
    X ten rebels".
    """
    own = {c.dep_ for c in word.children}
    counted = word.dep_ == "obl" and "nummod" in own and "case" not in own
    return counted and not classes.of_word(word).isdisjoint(classes.HUMAN)
