"""The places of a claim, without the regions that hold them."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from fogline.model import Entity, Place
from fogline.reading.grammar.phrases import extent, preposition
from fogline.reading.grammar.relations import PATIENTS
from fogline.reading.places import extents, kinds, listed, placing, reaching
from fogline.reading.places.circles import COMPASS
from fogline.reading.places.place_phrases import (
    VAGUE,
    has_name,
    is_area,
)
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.coreference.anaphora import Memory
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
_NAMES: Final = frozenset({"compound", "flat", "amod"})
_APART: Final = frozenset({"conj", "root"})
_INSIDE_OF: Final = frozenset({"in", "on", "at", "outside"})
_SPREAD: Final = frozenset({"in", "across", "throughout", "around"})
_BY: Final = frozenset("near outside along on around beside".split())
_WITHIN: Final = frozenset("in at on near inside into from to across through outside".split())
_WIDE: Final = ("PCL", "ADM1", "RGN", "CONT", "AREA")
_CLOSE: Final = 8  # words
_MORE: Final = frozenset("other others more another dozens scores hundreds thousands".split())
_RUNNING: Final = frozenset({"compound", "flat", "nmod:desc", "appos"})
_INDEX: Final = attrgetter("i")
_MEASURES: Final = words("place-words/beside.csv", "word")["measure"]
_FAR: Final = _MEASURES | {"away", "far"}


def _by_name(place: Token, scene: Scene) -> Token:
    """Return the name that tells where nameless areas lie, be it behind who holds them: "areas held
    by rebels across X".
    """
    if place.i in scene.places_at or place.lemma_.lower() not in VAGUE or place.tag_ != "NNS":
        return place
    holding = (c for c in place.children if c.dep_ == "acl" and c.tag_ == "VBN")
    behind = (t for c in holding for t in c.subtree if t.i in scene.places_at)
    return next((t for t in behind if _is_spread_over(t)), place)


def _lying(place: Token, struck: frozenset[int], scene: Scene) -> Token:
    """Return the nameless place in which something happens where a name only tells by what it lies:
    "in a camp near X"; else the place itself.
    """
    outer = placing.wrapper(place, scene)
    outer = outer.head if outer.dep_ == "appos" else outer  # "near the capital Riverside"
    noun = outer.head
    if outer.dep_ != "nmod" or outer.i < noun.i or preposition(outer) not in _BY:
        return place
    named = noun.i in scene.places_at or noun.i in scene.actors_at or noun.i in struck
    if named or outer.left_edge.i != extent(noun)[1] or noun.lemma_.lower() == "ground":
        return place
    hit = noun.dep_ in PATIENTS and "settlement" in classes.of_word(noun)
    within = hit or preposition(noun).split(" ")[0] in _WITHIN
    return noun if within and reaching.is_told_far(noun) else place


def _is_spread_over(name: Token) -> bool:
    """Tell whether a name, or the "province" behind it, says over what something is spread."""
    outer = name.head if name.dep_ == "compound" else name
    return outer.dep_ in {"nmod", "obl"} and preposition(outer) in _SPREAD


def _names(token: Token, struck: frozenset[int], scene: Scene) -> bool:
    """Tell whether a place is only the name of what is struck: "the Antonivskyi bridge"."""
    entity = scene.places_at.get(token.i)
    named = entity is not None and (entity.lat is None or not is_area(token, scene))
    return named and token.dep_ in _NAMES and token.head.i in struck


def places(
    heads: list[Token],
    scene: Scene,
    memory: Memory,
    struck: frozenset[int] = frozenset(),
    own: frozenset[int] = frozenset(),
) -> tuple[Place, ...]:
    """Return a claim's places, most specific last mention first, without the regions that hold
    them. Of what is `struck`, only the town that its name tells is a place: "Goma's airport". `own`
    are the words of the claim.
    """
    heads = [t for t in heads if not placing.is_nowhere(t, scene)]
    heads = [n for t in heads for n in kinds.behind(t, scene) or (_by_name(t, scene),)]
    heads = [_lying(placing.this_side(t, scene), struck, scene) for t in heads]
    heads = [t for t in listed.joined(heads, scene) if not _names(t, struck, scene)]
    kept = [t for t in heads if not _contained(t, heads, scene)]
    kept = sorted({t.i: t for head in kept for t in _run_on(head, scene)}.values(), key=_INDEX)
    ordered = kept if any(t.dep_ == "conj" for t in kept) else list(reversed(kept))
    found: dict[str, Place] = {}
    for token in ordered:
        for place in placing.meant(token, scene, memory, struck, own):
            found.setdefault(place.text.casefold(), place)
    return tuple(
        p
        for p in found.values()
        if not any(_holds(o, p) or _is_again(p, o) for o in found.values())
    )


def _holds(outer: Place, inner: Place) -> bool:
    """Tell whether the words for a place are only some of another's: "the road from X to Y"."""
    ends = (outer.start, inner.start, inner.end, outer.end)
    known = [end for end in ends if end is not None]
    return outer is not inner and len(known) == len(ends) and known == sorted(known)


def _is_again(place: Place, other: Place) -> bool:
    """Tell whether a word only means again a place that another names: "the town" beside it."""
    same = place is not other and place.name is not None and place.name == other.name
    return same and place.text.islower() and not other.text.islower()


def _run_on(head: Token, scene: Scene) -> list[Token]:
    """Return a place with the towns that its name runs on with, where a list has lost its commas:
    "in Damascus Homs & Aleppo".
    """
    own = scene.places_at.get(head.i)
    listed_on = any(c.dep_ == "conj" for c in head.children)
    if own is None or not (_is_town(own) or (listed_on and own.feature == "PPLX")):
        return [head]
    beside = [c for c in head.children if c.dep_ in _RUNNING and c.i in scene.places_at]
    beside = [c for c in beside if not _is_province_behind(c, [head], scene)]
    others: dict[int, Token] = {}
    for one in beside:
        place = scene.places_at[one.i]
        quarter = listed_on and place.feature == "PPLX"
        if place is not own and (_is_town(place) or quarter):
            others.setdefault(place.start, one)
    return [head, *others.values()]


def _is_town(place: Entity) -> bool:
    return (place.feature or "").startswith("PPL") and place.feature != "PPLX"


@told_by({"near"}, COMPASS)
def _tells_where(token: Token, others: list[Token], scene: Scene) -> bool:
    """Tell whether a place is only what another's is told by: "Northtown south of Capital", "40 km
    north of Capital around Northtown".
    """
    for i in range(token.i - 1, max(token.i - 6, 0), -1):
        word = token.doc[i]
        beside = word.lower_ in COMPASS and word.nbor().lower_ == "of"
        if beside and word.i and word.nbor(-1).lower_ in _MEASURES:
            return any(o.i > token.i and has_name(o, scene) for o in others)
        if word.lower_ == "near" or beside:
            return any(_covers(o, i - 1, scene) for o in others if o is not token)
    return False


def _covers(token: Token, index: int, scene: Scene) -> bool:
    """Tell whether a place's name reaches to a token."""
    entity = scene.places_at.get(token.i)
    return entity is not None and scene.places_at.get(index) is entity


def _is_province_behind(token: Token, others: list[Token], scene: Scene) -> bool:
    """Tell whether a town's name that is its province's too follows a town of that province, and
    goes on no list: "Saraqib, Idlib".
    """
    own = scene.places_at.get(token.i)
    if own is None or token.i < 1 or token.dep_ == "conj":
        return False
    before = token.i - 1 - (token.nbor(-1).text == ",")
    town = next((scene.places_at[o.i] for o in others if _covers(o, before, scene)), None)
    lists = any(c.dep_ == "conj" for t in (token, token.head) for c in t.children)
    return town is not None and not lists and extents.is_within_namesake(town, own)


def is_whence(token: Token, scene: Scene) -> bool:
    """Tell whether a place says whence an attack is made: "fired rockets from X at Y"."""
    outer = placing.wrapper(token, scene)
    return preposition(outer) == "from" and outer.head.lemma_.lower() not in _FAR


def counts_more(first: int, case: int, scene: Scene) -> bool:
    """Tell whether others are counted between two places, each of which is then somebody's: "two
    killed in X and five more in Y"; not "in X and two villages in Y".
    """
    between = scene.doc[first + 1 : case]
    joint = next((n for n, t in enumerate(between) if t.dep_ == "cc"), None)
    if joint is None:
        return False
    told = between[joint + 1 :]
    counted = any(t.like_num or t.lower_ in _MORE for t in told)
    return counted and (_counts(told[-1]) or "people" in scene.classes(told[-1]))


def _counts(word: Token) -> bool:
    """Tell whether a word is a number of people, or what befell them: "five in", "two hurt in"."""
    return word.like_num or word.lower_ in _MORE or word.tag_ == "VBN"


def _contained(token: Token, others: list[Token], scene: Scene) -> bool:
    """Tell whether a place only says in which region another one of the list lies."""
    others = [o for o in others if not listed.goes_with(token, o, scene)]
    others = [o for o in others if is_whence(o, scene) == is_whence(token, scene)]
    outer = placing.wrapper(token, scene)
    if token.i > token.head.i and not {*kinds.names(token.head, scene)}.isdisjoint(others):
        return True  # "the Northbank and Southbank districts of Capital"
    if listed.examples(outer, scene):
        return True
    named = [o for o in others if o.i < token.i and o.head.i == outer.i]
    if preposition(token) == "in" and token.head.i == outer.i and named:
        return True  # "the town of Northtown in Eastland"
    indices = {o.i for o in others if o.i != token.i}
    node = token
    while node.head.i != node.i and node.dep_ not in _APART:
        node = node.head
        if node.i in indices:
            return True
    case = min((c.i for c in outer.children if c.dep_ == "case"), default=outer.i)
    beside = [i for i in indices if 0 < case - i < _CLOSE]
    if preposition(outer) in _INSIDE_OF and any(not counts_more(i, case, scene) for i in beside):
        return True
    if _tells_where(token, others, scene) or _is_province_behind(token, others, scene):
        return True
    entity = scene.places_at.get(token.i)
    if entity is None or not (entity.feature or "").startswith(_WIDE):
        return False
    finer = [e for o in others if (e := scene.places_at.get(o.i)) is not None and e is not entity]
    return any(
        e.country == entity.country and not (e.feature or "").startswith(("PCL", "CONT"))
        and e.feature != entity.feature for e in finer
    )  # fmt: skip
