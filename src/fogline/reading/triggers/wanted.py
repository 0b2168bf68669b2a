"""Whether a word is what a need of a trigger wants: a place, a force, a talk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.scope import is_partaken
from fogline.reading.roles import mines
from fogline.reading.roles.capacities import is_quantifier
from fogline.reading.roles.whose import is_truce
from fogline.reading.tables import words
from fogline.reading.triggers import kinds, triggers
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

ACTING: Final = frozenset({"actor", "force"})
_WIDE: Final = {
    "people": frozenset({"people", "force", "person", "post"}),
    "thing": frozenset({"site", "aid", "supply", "weapon", "thing", "route"}),
    "place": frozenset({"place", "site", "share"}),
}
_PEOPLED: Final = frozenset({"people", "protester", "labour"})
_NOBODY: Final = frozenset({"god", "allah", "you"})
_BACK: Final = 40  # words within which "it" may mean a truce
_AHEAD: Final = 8
_AIRCRAFT: Final = frozenset({"warcraft", "aircraft"})
_DEALING: Final = words("dealing.csv", "word")
_SHARES: Final = words("quantities/shares.csv", "word")


def whole(head: Token) -> Token:
    """Return what a part is a part of: "aircraft" for "some of the aircraft"."""
    if head.dep_ == "appos" and "platform" in classes.of_word(head.head):
        return head.head  # "the carrier Shandong"
    if head.like_num:  # "two of the kitchens"
        return next((c for c in head.children if preposition(c) == "of"), head)
    if head.lemma_.lower() in _SHARES["part"]:
        return next((c for c in head.children if c.dep_ == "nmod"), head)
    if head.lemma_.lower() in _SHARES["shell"]:
        return next((c for c in head.children if c.dep_ in {"compound", "nmod"}), head)
    return head


def any_is(heads: Iterable[Token], wanted: str, scene: Scene) -> bool:
    return any(is_wanted(head, wanted, scene) for head in heads)


def is_wanted(head: Token, wanted: str, scene: Scene) -> bool:
    if wanted in mines.NEEDS:
        return mines.suits(head, wanted, scene)
    if wanted == "ceasefire":
        return is_truce(head)
    if wanted == "crowd":
        return kinds.is_crowd(head, scene)
    if wanted == "throng":
        return kinds.is_throng(head)
    if wanted == "hostage" and _is_taken(head):
        return True
    if wanted == "truce" and head.lower_ == "it":
        return any(map(is_truce, head.doc[max(head.i - _BACK, 0) : head.i + _AHEAD]))
    taken = wanted == "place" and is_partaken(head)  # "took part in the defence"
    return not taken and _is_of_class(head, wanted, scene)


def _is_of_class(head: Token, wanted: str, scene: Scene) -> bool:
    if wanted == "place" and head.lower_ == "it":
        return True
    if wanted in {"place", "platform"} and kinds.is_unknown_name(head, scene):
        return kinds.is_one_of_make(head) == (wanted == "platform")
    if _is_never(head, wanted, scene):
        return False
    if head.pos_ == "PRON" and "share" not in classes.of_word(head):  # "everything"
        return _may_mean(head, wanted)
    if is_quantifier(head) or head.lower_ in {"both", "one"}:
        return wanted not in _SHARES["uncounted"] and wanted not in triggers.TELLING
    found = scene.classes(head)
    if wanted == "people" and "platform" in found:
        return False
    if wanted == "civilian":
        return "people" in found and "force" not in found and "person" not in found
    if found & _WIDE.get(wanted, frozenset({wanted})):
        return True
    if wanted in _PEOPLED and head.tag_ == "NNPS" and "place" not in found:
        return True
    return kinds.is_loosely(head, wanted, found, scene)


def _is_taken(head: Token) -> bool:
    """Tell whether people are hostages by what is told of them: "the kidnapped drivers"; a bare
    number counts those of a text that tells of hostages.
    """
    taken = any(c.lower_ in _DEALING["taken"] and c.i < head.i for c in head.children)
    told = is_quantifier(head) and not head.doc.lemmas.isdisjoint(_DEALING["taking"])
    return taken or told


def _is_never(head: Token, wanted: str, scene: Scene) -> bool:
    """Tell whether a word is not of a class whatever its lists say: "the opposition", no
    resistance; anybody at all, where nothing tells of a conflict.
    """
    if wanted == "delivery":  # "an army convoy"
        return any(_is_armed(c, scene) for c in head.children)
    if wanted in _AIRCRAFT:  # "passenger jets"
        return any(c.lower_ in _DEALING["civil"] for c in head.children)
    if wanted == "resistance":
        return any(c.dep_ == "det" and c.lower_ != "no" for c in head.children)
    if wanted == "actor" and head.lower_ in _NOBODY:
        return True
    return scene.quiet and wanted in ACTING and head.pos_ in {"PROPN", "PRON"}


def _is_armed(modifier: Token, scene: Scene) -> bool:
    """Tell whether a word before a noun says that it is a force's: "army", "military"."""
    before = modifier.dep_ in {"compound", "amod", "nmod:poss"}
    return before and (modifier.lower_ == "military" or "force" in scene.classes(modifier))


def _may_mean(pronoun: Token, wanted: str) -> bool:
    """Tell whether a pronoun may stand for a force, for people or for a body."""
    if pronoun.lower_ == "it":
        return wanted in {"actor", "force"}
    living = wanted in {"actor", "force", "people"}
    return living and pronoun.lower_ not in {"that", "this", "what", "which"}
