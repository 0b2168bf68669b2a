"""Phrases of place: which words say where, and which name what is hit or who acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.model import Entity
from fogline.reading.coreference import anaphora
from fogline.reading.grammar.phrases import is_definite, preposition
from fogline.reading.grammar.relations import CORE, NOUNS
from fogline.reading.places.circles import COMPASS
from fogline.reading.roles.capacities import is_facility, is_state
from fogline.reading.roles.converse import is_handled
from fogline.reading.tables import words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

VAGUE: Final = words("place-words/beside.csv", "word")["vague"]


_WHERE: Final = frozenset(
    (
        "in at on near from to towards toward into over around inside across through "
        "off along by between within beyond out outside past via south north east west "
        "southwest northwest southeast northeast onto"
    ).split()
)
_BESIDE: Final = frozenset("near outside beside behind opposite close next around".split())
_LEFT: Final = words("place-words/beside.csv", "word")["left over"]


def is_direction(token: Token) -> bool:
    """Tell whether a phrase says whence something comes, not where: "attack it from the west"."""
    bare = token.lower_ in COMPASS and not any(c.dep_ == "nmod" for c in token.children)
    return bare and preposition(token) == "from"


def is_somebody(token: Token, scene: Scene) -> bool:
    """Tell whether a name is somebody's, and no place but where it says so: "near the Kremlin"."""
    named = scene.actors_at.get(token.i)
    known = named is not None and named.id is not None
    if not (known or (token.i not in scene.places_at and is_handled(token))):
        return False
    return not (token.dep_ in {"obl", "nmod"} and preposition(token).split(" ")[0] in _WHERE)


def is_beside(token: Token) -> bool:
    """Tell whether a phrase is what something happens beside, and is not hit: "near the bridge"."""
    return token.dep_ in {"obl", "nmod"} and preposition(token).split(" ")[0] in _BESIDE


def is_site(token: Token, scene: Scene) -> bool:
    """Tell whether a phrase names a building, a bridge or the like: what may itself be hit."""
    if token.i in scene.places_at:
        return not is_area(token, scene)
    return "site" in classes.of_word(token)


def is_area(token: Token, scene: Scene) -> bool:
    """Tell whether a phrase names a town, a region or the like: where, not what, something hits."""
    return token.i in scene.places_at and not is_facility(token, scene)


def has_name(token: Token, scene: Scene) -> bool:
    at = scene.places_at
    return token.i in at or any(t.i in at for t in token.subtree)


def says_where(token: Token, scene: Scene) -> bool:
    """Tell whether a place says where, not whose: states that act and "residents of X" do not, nor
    does where a report was filed.
    """
    if token.dep_ == "dislocated" and token.is_upper:
        return False
    if is_state(token, scene) and token.dep_ in {"nsubj", "nsubj:pass", "obj", "iobj", "nmod:poss"}:
        return False
    holder = token.head
    of = token.dep_ == "nmod" and preposition(token) in {"of", "for"}
    return not (of and scene.classes(holder) & {"actor", "people", "force"})


def is_place(token: Token, scene: Scene) -> bool:
    """Tell whether a token heads a phrase that says where: a named place, or "the front", "ward
    9".
    """
    if token.i in scene.places_at:
        return _heads(token, scene.places_at[token.i], scene)
    if token.i in scene.actors_at or token.i in scene.times_at or token.pos_ not in NOUNS:
        return False
    if token.lower_ in COMPASS and not any(c.dep_ == "nmod" for c in token.children):
        return False
    found = scene.classes(token)
    if found & {"force", "people", "actor", "aid"} or not found & {"place", "site"}:
        return False
    named = any(c.i in scene.places_at for c in token.subtree)
    again = token.lower_ == "area" and anaphora.is_bare(token) and token.dep_ == "obl"
    vague = token.lemma_.lower() in VAGUE and not again
    if (named or vague) and not _lies_beside(token):
        return False
    specific = is_definite(token) or any(_tells(c) for c in token.children) or _lies_beside(token)
    located = token.dep_ in {"obl", "nmod"} and preposition(token).split(" ")[0] in _WHERE
    located = located or _is_left(token)
    return specific and (located or (token.dep_ in CORE and "place" in found))


def _is_left(token: Token) -> bool:
    """Tell whether a phrase is what something is a rest of: "what remains of the town"."""
    rest = token.dep_ == "obl" and token.head.lemma_.lower() in _LEFT
    return rest and preposition(token) == "of"


def _lies_beside(token: Token) -> bool:
    """Tell whether a phrase says on which side of a place it lies: "areas west of the city"."""
    beside = (c for c in token.children if c.dep_ == "advmod" and c.lower_ in COMPASS)
    sides = (c for c in beside if c.left_edge.i == c.i)  # no "20 km north"
    return any(c.dep_ == "obl" and preposition(c) == "of" for side in sides for c in side.children)


def _tells(word: Token) -> bool:
    """Tell whether a modifier says which place is meant: "ward 9", "the Syrian capital"."""
    proper = word.dep_ == "amod" and word.text[:1].isupper()
    number = word.dep_ == "flat" and word.like_num
    return proper or number or word.dep_ in {"nummod", "compound"}


def _heads(token: Token, entity: Entity, scene: Scene) -> bool:
    """Tell whether a token is the one of its entity that attaches to the rest of the sentence."""
    same = scene.places_at.get(token.head.i)
    return token.head.i == token.i or same is not entity
