"""Whether a phrase can name who acts or who is acted on: by what its head word and its entity
name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.portions import is_some
from fogline.reading.places import places
from fogline.reading.tables import words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_IMPACT: Final = words("dealing.csv", "word")["impact"]
_BLASTS: Final = frozenset({"blast", "explosion"})
_EMPTY: Final = frozenset({"it", "there", "what", "that", "this", "which"})
_NO_GOODS: Final = frozenset({"force", "people", "body", "person", "conduit"})
_CURRENCY: Final = 3  # letters of a currency's code
_MILLIONS: Final = frozenset({"million", "billion", "trillion"})
_QUANTIFIERS: Final = words("quantities/telling.csv", "word")["quantifier"]
_NO_AGENT: Final = frozenset(
    {"weapon", "attack", "place", "time", "truce", "loss", "statement", "need"}
)
_UNMANNED: Final = words("movers.csv", "words")["unmanned"]
_NO_SIDE: Final = _NO_AGENT | {"site", "route"}
_NO_PATIENT: Final = frozenset({"settlement", "attack", "time", "loss", "statement", "truce"})


def can_act(head: Token, scene: Scene) -> bool:
    """Tell whether a phrase can name who acts: a person, a body, a force, a state by its
    capital.
    """
    if head.pos_ == "PRON":
        return head.lower_ == "it" or head.lower_ not in _EMPTY
    if is_quantifier(head):
        return _partitive(head) and not is_arms(head, scene)
    found = scene.classes(head)
    if found & {"force", "actor"}:
        return not is_impact(head, scene)
    if head.i in scene.places_at:
        return is_state(head, scene)
    return head.pos_ in {"PROPN", "ADJ"} and not found & _NO_AGENT and head.i not in scene.times_at


def is_impact(head: Token, scene: Scene) -> bool:
    """Tell whether a noun only says how an attack worked: "the force of the explosion"."""
    if head.lemma_.lower() not in _IMPACT:
        return False
    of = (c for c in head.children if c.dep_ == "nmod" and preposition(c) == "of")
    return any("attack" in scene.classes(c) or c.lemma_.lower() in _BLASTS for c in of)


def is_side(head: Token, scene: Scene) -> bool:
    """Tell whether a phrase can be a side of what two do: also "herders", of whom no list knows."""
    fights = head.pos_ == "NOUN" and not scene.classes(head) & _NO_SIDE
    return can_act(head, scene) or (fights and head.i not in scene.times_at)


def is_arms(count: Token, scene: Scene) -> bool:
    """Tell whether what is counted is fired and fires nothing: "a number of shells"."""
    found = scene.classes(whole(count))
    return is_quantifier(count) and "weapon" in found and "force" not in found


def is_bare_weapon(head: Token, scene: Scene) -> bool:
    """Tell whether a phrase names a weapon and nobody whose it is: "a drone", "two rockets"."""
    found = scene.classes(head)
    manned = "force" in found and head.lemma_.lower() not in _UNMANNED
    if "weapon" not in found or manned or head.i in scene.actors_at:
        return False
    owners = {"amod", "compound", "nmod", "nmod:poss"}
    told = [c for c in head.children if c.dep_ in owners]
    return not any(c.text[:1].isupper() or scene.classes(c) & {"force", "actor"} for c in told)


def can_be(head: Token, scene: Scene) -> bool:
    """Tell whether a phrase can be whose state is told; looser than acting: also things."""
    if can_act(head, scene):
        return True
    inert = scene.classes(head) & {"time", "attack", "statement", "loss", "need", "truce"}
    return head.pos_ == "NOUN" and not inert and head.i not in scene.places_at


def can_receive(head: Token, scene: Scene) -> bool:
    """Tell whether a phrase can name who or what is acted on; neighbourhoods and towns are places
    only.
    """
    if head.i in scene.times_at:
        return False
    if is_quantifier(head):
        return is_some(head) or not is_bare_number(head)
    found = scene.classes(head)
    place = scene.places_at.get(head.i)
    if is_facility(head, scene):
        return True
    if place is not None and (place.feature or "P").startswith(("P", "A")):
        return False
    if found & {"force", "people", "site"}:
        return True
    return not (found & _NO_PATIENT or head.i in scene.places_at)


def is_facility(head: Token, scene: Scene) -> bool:
    """Tell whether a phrase is the name of an airport, a bridge or the like, known or not."""
    place = scene.places_at.get(head.i)
    if place is None:
        return False
    if place.feature is None:
        return "site" in classes.of_word(head)
    return places.precision_of(place.feature) == "exact"


def is_ground(head: Token, scene: Scene) -> bool:
    """Tell whether a phrase is the name of an airport, a port or the like, which is also fought
    for.
    """
    place = scene.places_at.get(head.i)
    wide = place is not None and (place.feature or "P").startswith(("P", "A"))
    return wide and is_facility(head, scene)


def is_town(head: Token, scene: Scene) -> bool:
    """Tell whether a phrase is the name of a town or a part of one, and of no government."""
    place = scene.places_at.get(head.i)
    return (
        place is not None and (place.feature or "").startswith("PPL") and not is_state(head, scene)
    )


def is_state(head: Token, scene: Scene) -> bool:
    """Tell whether a place can stand for its government: a country, a capital."""
    place = scene.places_at.get(head.i)
    return place is not None and places.is_capital_or_country(place)


def is_foreign_state(head: Token, scene: Scene) -> bool:
    """Tell whether a place stands for a state that acts abroad: not the one that the text is about.

    Abbreviations are used as adjectives ("US strikes") and may be either.
    """
    place = scene.places_at.get(head.i)
    abroad = place is not None and place.country != scene.home
    return is_state(head, scene) and (abroad or head.text.isupper())


def is_bare_number(head: Token) -> bool:
    """Tell whether a phrase only counts, and names nobody: "and nine others"."""
    return is_quantifier(head) and not _of(head)


def is_sum(head: Token) -> bool:
    """Tell whether a phrase is an amount of money, "CAD 5 million", not of people: "15 RSF"."""
    counts = [c for c in head.children if c.dep_ == "nummod"]
    code = head.pos_ == "PROPN" and head.is_upper and len(head) == _CURRENCY
    priced = any(c.i > head.i or c.lemma_.lower() in _MILLIONS for c in counts)
    return (code and priced) or (bool(counts) and "fee" in classes.of_word(head))


def is_goods(head: Token, scene: Scene) -> bool:
    """Tell whether a phrase names what runs out or arrives, nobody who lacks it: "insulin"."""
    found = scene.classes(head)
    return "supply" in found and found.isdisjoint(_NO_GOODS)


def is_quantifier(head: Token) -> bool:
    """Tell whether a head only counts: "dozens", "30", "many others"."""
    return head.pos_ == "NUM" or head.like_num or head.lemma_.lower() in _QUANTIFIERS


def whole(head: Token) -> Token:
    """Return what is counted: "shells" in "a number of shells", else the head itself."""
    if not is_quantifier(head):
        return head
    return next((c for c in head.children if c.dep_ == "nmod" and c.i > head.i), head)


def _partitive(head: Token) -> bool:
    """Tell whether a count has what it counts: "dozens of men", "12 others"."""
    counted = head.lower_ == "others" and any(c.dep_ == "nummod" for c in head.children)
    return counted or _of(head)


def _of(count: Token) -> bool:
    behind = (preposition(c) for c in count.children if c.dep_ == "nmod" and c.i > count.i)
    # "the final numbers regarding the victims" are no victims
    if count.lower_ == "numbers":
        return "of" in behind
    return any(case != "including" for case in behind)
