"""What a row of triggers may ask of a noun beyond its classes: "own citizens", "food prices"
(data: triggers/kinds.csv).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.phrases import preposition
from fogline.reading.roles.capacities import is_quantifier, is_state
from fogline.reading.tables import words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_WORDS: Final = words("triggers/kinds.csv", "word")
_SICK: Final = _WORDS["sick"]
_NAMED: Final = frozenset({"NNP", "NNPS"})
_LIVING: Final = classes.LIVING
_RELIEF: Final = frozenset({"relief", "aid"})
_STAPLES: Final = frozenset({"relief", "supply"})
_GROUPED: Final = _WORDS["formation"]
_THRONGS: Final = frozenset({"hundreds", "thousands", "millions", "scores", "dozens", "tens"})
_SHIPS: Final = _WORDS["ship"]
_ARMED: Final = _WORDS["armed"]
_CEDED: Final = frozenset({"settlement", "site"})
_KEPT: Final = frozenset({"force", "aid", "people"})
_CARE: Final = _WORDS["care"]
_MAKESHIFT: Final = _WORDS["makeshift"]
_SHUNNING: Final = _WORDS["shunning"]
_OUTLAW: Final = _WORDS["outlawed"]
_SPYING: Final = _WORDS["spying"]
_LINES: Final = words("dealing.csv", "word")["lines"]
_BODING: Final = words("dealing.csv", "word")["boding"] - {"response", "price"}
_HARSH: Final = _WORDS["harsh"]
_JOINT: Final = _WORDS["joint"]
_DEMONSTRATING: Final = _WORDS["demonstrating"]
_CLUBS: Final = _WORDS["club"]
_SEATS: Final = frozenset({"station", "channel", "site", "website", "office", "house", "studio"})
_BESIDE: Final = frozenset({"compound", "amod", "nmod"})
Classes = frozenset[str]


def is_loosely(head: Token, wanted: str, found: Classes, scene: Scene) -> bool:
    """Tell whether a noun whose classes are `found` may do for another kind."""
    if wanted in _KINDS:
        return _KINDS[wanted](head, found, scene)
    if wanted not in {"actor", "force"}:
        return False
    if head.i in scene.places_at:
        return is_state(head, scene) or (wanted == "actor" and head.dep_ in {"obj", "iobj"})
    return head.pos_ == "PROPN" and "place" not in found


def is_unknown_name(head: Token, scene: Scene) -> bool:
    """Tell whether a word is a name that no list holds."""
    return head.pos_ == "PROPN" and not scene.classes(head) and head.i not in scene.times_at


def is_one_of_make(name: Token) -> bool:
    """Tell whether a name is that of a make of which one is meant: "a Mirage 2000"; no place."""
    return any(c.dep_ == "det" and c.lower_ in {"a", "an", "another"} for c in name.children)


def is_crowd(head: Token, scene: Scene) -> bool:
    """Tell whether a word names people, no force, by their number or their people's name:
    "thousands of Tigrayans", "Hazaras"; not "the Russians".
    """
    if head.lower_ == "tens":  # "tens of thousands of Tigrayans"
        head = next((t for t in head.subtree if t.dep_ == "nmod" and is_quantifier(t.head)), head)
    found = scene.classes(head)
    if "force" in found or head.i in scene.actors_at:
        return False
    many = head.dep_ == "nmod" and is_quantifier(head.head)
    told = any(c.dep_ == "det" for c in head.children)
    return many or (head.tag_ == "NNPS" and not told and "site" not in found)


def _may_march(head: Token, found: Classes, scene: Scene) -> bool:
    """Tell whether a word names people who demonstrate where they fill the streets: no force."""
    return is_crowd(head, scene) or ("protester" in found and "force" not in found)


def is_throng(head: Token) -> bool:
    """Tell whether a word is a bare number of people: "thousands", "tens of thousands"."""
    return head.lower_ in _THRONGS and all(_is_bare(c) for c in head.children if c.i > head.i)


def _is_bare(behind: Token) -> bool:
    return behind.lower_ in _THRONGS or behind.dep_ not in {"nmod", "acl", "flat"}


def _demonstrates(head: Token, found: Classes, scene: Scene) -> bool:
    """Tell whether people are called protesters, or go somewhere in protest or to demand a thing;
    not those who go back to the streets as peace returns.
    """
    if head.lemma_.lower() in _DEMONSTRATING:
        return True
    behind = [c for c in head.head.children if c.dep_ in {"advcl", "xcomp", "obl"} and c.i > head.i]
    return _may_march(head, found, scene) and any(c.lemma_ in _WORDS["protesting"] for c in behind)


def _is_combatant(head: Token, found: Classes, scene: Scene) -> bool:
    """Tell whether a word names who fights with arms: no state or party, which may only argue."""
    arguing = head.lemma_.lower() in _WORDS["arguing"] or is_state(head, scene)
    return "force" in found and not arguing


def _is_uprooted(head: Token, scene: Scene) -> bool:
    """Tell whether people may be driven from their homes: no audience of a match."""
    near = (head, *head.children)
    return is_crowd(head, scene) and all(t.lemma_.lower() not in _WORDS["audience"] for t in near)


def _is_critic(head: Token, found: Classes, scene: Scene) -> bool:
    """Tell whether a word names who takes aim with words: no force, which does with arms."""
    speaks = found & {"actor", "people", "body", "media"} and "force" not in found
    return bool(speaks) or head.lemma_.lower() in _WORDS["arguing"] or is_state(head, scene)


def is_argued(verb: Token) -> bool:
    """Tell whether blows are of words: "over gas", "in parliament", "at the UN"."""
    near = [c for t in (verb, *verb.children) for c in t.children if c.i > verb.i]
    over = any(preposition(c) in {"over", "about"} for c in near)
    return over or any(c.lemma_.lower() in _WORDS["forum"] and preposition(c) for c in near)


def _is_own(people: Token) -> bool:
    """Tell whether people are somebody's own, or a state's: "its citizens", "French nationals"."""
    before = [c for c in people.children if c.i < people.i]
    whose = any(c.dep_ == "nmod:poss" or classes.is_demonym(c.text) for c in before)
    return whose or people.lemma_.lower() == "national"


def _is_foreigner(head: Token) -> bool:
    """Tell whether a word names some of another people: "30 Syrians", not "the Russians"."""
    told = any(c.dep_ == "det" for c in head.children)
    return not told and head.tag_ in _NAMED and classes.is_demonym(head.lemma_.title())


def _is_located(head: Token, found: Classes, scene: Scene) -> bool:
    """Tell whether a phrase is a known town or a word for one, and not a name that nobody knows."""
    place = scene.places_at.get(head.i)
    if place is not None:
        return place.lat is not None
    return bool(found & {"place", "site", "share"}) and "people" not in found


def _is_of(head: Token, wanted: Classes) -> bool:
    """Tell whether a noun is said to be of a kind of thing: "food prices", "the price of bread"."""
    near = [c for c in head.children if c.dep_ in _BESIDE]
    return any(c.lower_ == "humanitarian" or classes.of_word(c) & wanted for c in near)


def _is_fleet(head: Token) -> bool:
    """Tell whether a phrase names ships of war by what stands beside: "the carrier group", "naval
    vessels", "Russian ships".
    """
    word = head.lemma_.lower()
    if word not in _GROUPED and word not in _SHIPS:
        return False
    before = [c for c in head.children if c.dep_ in _BESIDE and c.i < head.i]
    if word in _GROUPED:
        return any("vessel" in classes.of_word(c) for c in before)
    return any(c.lower_ in _ARMED or classes.is_demonym(c.text) for c in before)


def _is_emplacement(head: Token, found: Classes) -> bool:
    """Tell whether a phrase names what is fired from: "the enemy batteries", "firing points"."""
    fired = any(c.lower_ == "firing" and c.i < head.i for c in head.children)
    known = not found.isdisjoint({"emplacement", "gun"})
    return known or (fired and head.lemma_.lower() in _WORDS["firing from"])


def _is_mined(ground: Token) -> bool:
    """Tell whether it is of mines that something is cleared: "cleared the road of mines"."""
    rid = [c for t in (ground, ground.head) for c in t.children if c.dep_ in {"nmod", "obl"}]
    return any(preposition(c) == "of" and "mine" in classes.of_word(c) for c in rid)


def _is_ordnance(head: Token, found: Classes) -> bool:
    """Tell whether something is let fall on others: "released two bombs", "did not release
    weapons"; not "released its weapons to the monitors".
    """
    if not found & {"arms", "mine", "weaponry"}:
        return False
    given = any(preposition(c) == "to" for t in (head, head.head) for c in t.children)
    return not given and all(c.dep_ != "nmod:poss" for c in head.children)


def _has_beside(noun: Token, marks: frozenset[str]) -> bool:
    return any(c.dep_ in _BESIDE and c.lower_ in marks for c in noun.children)


def _is_ward(head: Token) -> bool:
    """Tell whether a noun names a place of care that is set up for need: "a field hospital"."""
    return head.lemma_.lower() in _CARE and _has_beside(head, _MAKESHIFT)


def _is_dropped(found: Classes) -> bool:
    """Tell whether what is let fall is food or the like: "dropped food and water"."""
    return bool(found & _STAPLES) and not found & {"weapon", "arms", "weaponry"}


def _is_listing(head: Token) -> bool:
    """Tell whether a noun names a list of those who are shunned: "its sanctions list"."""
    named = head.lemma_.lower() == "list" and _has_beside(head, _SHUNNING)
    return named or head.lemma_.lower() == "blacklist"


def _is_outlawed(group: Token) -> bool:
    """Tell whether a body is called one of terrorists: "designated the group a terrorist body"."""
    return any(t.lower_ in _OUTLAW for t in group.head.subtree if t.i > group.head.i)


def _is_to(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ in {"mark", "aux"} for c in verb.children)


def _is_term(head: Token) -> bool:
    """Tell whether a phrase tells for how long somebody is jailed: "for life", "for ten years"."""
    return head.lemma_.lower() in _WORDS["term"] and preposition(head) == "for"


def _is_imagery(head: Token) -> bool:
    known = head.lemma_.lower() in _WORDS["imagery"]
    return known or (head.lemma_.lower() == "image" and _has_beside(head, _SPYING))


def _acts_together(subject: Token, found: Classes, scene: Scene) -> bool:
    """Tell whether forces or states do something "together", "jointly"."""
    joint = any(c.lower_ in _WORDS["together"] for c in subject.head.children)
    return joint and ("force" in found or is_state(subject, scene))


def is_joint(noun: Token) -> bool:
    """Tell whether several hold a drill or patrol: "joint", or one that somebody takes part in."""
    above = (noun.head, *(c for c in noun.head.children if c.dep_ == "obj"))
    part = any(t.lower_ == "part" or t.lemma_.lower() == "participate" for t in above)
    return _has_beside(noun, _JOINT) or (part and preposition(noun) == "in")


def _broadcasts(head: Token) -> bool:
    """Tell whether a station, site or office is one of the media: "a radio station"."""
    before = (c for c in head.children if c.dep_ in {"compound", "amod"})
    return head.lemma_.lower() in _SEATS and any("media" in classes.of_word(c) for c in before)


def is_harsh(word: Token) -> bool:
    return word.lower_ in _HARSH


def _is_boding(head: Token) -> bool:
    """Tell whether a noun names harm done in answer: "revenge", "a painful response"."""
    answers = head.lemma_.lower() in {"response", "answer", "blow", "reply"}
    return head.lemma_.lower() in _BODING or (answers and _has_beside(head, _HARSH))


def _is_thing(head: Token, found: Classes) -> bool:
    living = found & _LIVING and "platform" not in found
    return not living and "place" not in found and head.pos_ == "NOUN"


_KINDS: Final[dict[str, Callable[[Token, Classes, Scene], bool]]] = {
    "state": lambda head, _, scene: is_state(head, scene),
    "media": lambda head, _, __: _broadcasts(head),
    "located": _is_located,
    "somebody": lambda head, _, scene: is_unknown_name(head, scene),
    "own": lambda head, found, _: "national" in found and _is_own(head),
    "foreigner": lambda head, _, __: _is_foreigner(head),
    "aidrun": lambda head, found, _: "delivery" in found and _is_of(head, _RELIEF),
    "staple": lambda head, found, _: "price" in found and _is_of(head, _STAPLES),
    "target": lambda _, found, __: "place" not in found,
    "patient": lambda head, _, __: any(c.lower_ in _SICK for c in head.children),
    "ceded": lambda _, found, __: bool(found & _CEDED) and not found & _KEPT,
    "lasting": lambda _, found, __: "holding" in found,
    "moved": lambda _, found, __: "homeless" in found,
    "armament": lambda _, found, __: "weapon" in found,
    "shops": lambda head, found, _: "shop" in found and head.tag_ == "NNS",
    "mined": lambda head, _, __: _is_mined(head),
    "ordnance": lambda head, found, _: _is_ordnance(head, found),
    "lines": lambda head, _, __: head.lemma_.lower() in _LINES,
    "ruled": _is_located,
    "ward": lambda head, _, __: _is_ward(head),
    "dropped": lambda _, found, __: _is_dropped(found),
    "listing": lambda head, _, __: _is_listing(head),
    "outlawed": lambda head, _, __: _is_outlawed(head),
    "term": lambda head, _, __: _is_term(head),
    "imagery": lambda head, _, __: _is_imagery(head),
    "together": _acts_together,
    "club": lambda head, found, _: "league" in found or head.lemma_.lower() in _CLUBS,
    "bench": lambda _, found, __: "court" in found,
    "legation": lambda _, found, __: "embassy" in found,
    "wares": lambda _, found, __: "ware" in found,
    "lockdown": lambda head, _, __: head.lemma_.lower() == "lockdown",
    "emplacement": lambda head, found, _: _is_emplacement(head, found),
    "basing": lambda head, _, __: head.lemma_.lower() in _WORDS["base"],
    "going": lambda head, found, _: "leaving" in found and head.tag_ == "VB" and _is_to(head),
    "drilling": lambda _, found, __: "force" in found,
    "supplied": lambda _, found, __: bool(found & _LIVING),
    "ailing": lambda _, found, __: "patient" in found,
    "marching": lambda _, found, __: "force" in found,
    "combatant": _is_combatant,
    "critic": _is_critic,
    "uprooted": lambda head, _, scene: _is_uprooted(head, scene),
    "marcher": _may_march,
    "demonstrator": _demonstrates,
    "vessel": lambda head, _, __: _is_fleet(head),
    "boding": lambda head, _, __: _is_boding(head),
    "thing": lambda head, found, _: _is_thing(head, found),
}
