"""Where a claim happens: the most specific named place of its clause, never more than the text gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.model import Entity, Place
from fogline.reading.phrases import is_definite, preposition

if TYPE_CHECKING:
    from fogline.reading.anaphora import Memory
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_WRAPPERS: Final = frozenset({"nmod", "compound", "appos", "flat", "amod", "nmod:poss"})
_WHERE: Final = frozenset(
    ["in", "at", "on", "near", "from", "to", "towards", "toward", "into", "over", "around", "inside", "outside", "across", "through", "off", "along", "by", "between", "within", "beyond", "south", "north", "east", "west", "southwest", "northwest", "southeast", "northeast", "onto"]
)
_ROLES: Final = {
    "from": "origin",
    "to": "destination",
    "into": "destination",
    "towards": "destination",
    "toward": "destination",
    "onto": "destination",
}
_BARRIERS: Final = frozenset({"ccomp", "parataxis", "advcl", "acl:relcl"})
_VAGUE: Final = frozenset({"part", "parts", "place", "side", "land", "state", "country", "nation"})
_RADIUS: Final = {
    "PPL": "settlement",
    "ADM1": "region",
    "ADM2": "region",
    "PCLI": "country",
    "PCLS": "country",
    "PCLD": "country",
    "PPLX": "district",
    "RGN": "region",
    "ADM3": "district",
    "AREA": "region",
    "SEA": "region",
    "PPLC": "settlement",
}


def owners(sentence: list[Token], heads: set[int], scene: Scene) -> dict[int, int]:
    """Return, for each place head of a sentence, the trigger that it belongs to (the nearest above)."""
    found: dict[int, int] = {}
    for token in sentence:
        if is_place(token, scene):
            node, steps = token, 0
            while node.i not in heads and node.head.i != node.i and steps < 40:
                node, steps = node.head, steps + 1
            if node.i in heads:
                found[token.i] = node.i
    return found


def is_place(token: Token, scene: Scene) -> bool:
    """Tell whether a token heads a phrase that says where: a named place, or a place noun with a preposition."""
    if token.i in scene.places_at:
        return _heads(token, scene.places_at[token.i], scene)
    if (
        token.i in scene.actors_at
        or token.i in scene.times_at
        or token.pos_ not in {"NOUN", "PROPN"}
    ):
        return False
    if token.lower_ in _VAGUE or token.lemma_.lower() in _VAGUE:
        return False
    found = scene.classes(token)
    located = token.dep_ in {"obl", "nmod"} and preposition(token).split(" ")[0] in _WHERE
    if located and found & {"place", "site"} and not found & {"force", "people"}:
        return not any(c.i in scene.places_at for c in token.subtree)
    return (
        token.dep_ in {"obj", "nsubj:pass", "nsubj"}
        and "place" in found
        and not found & {"force", "actor", "people", "aid"}
        and not any(c.i in scene.places_at for c in token.subtree)
    )


def places(trigger: Token, own: list[Token], scene: Scene, memory: Memory) -> tuple[Place, ...]:
    """Return a claim's places, most specific last mention first, without the regions that hold them."""
    kept = [t for t in own if not _contained(t, own, scene)]
    found: dict[str, Place] = {}
    for token in reversed(kept) if len(kept) > 1 and not _coordinated(kept) else kept:
        place = _place(token, scene, memory)
        if place is not None:
            found.setdefault(place.text.casefold(), place)
    return tuple(found.values())


def above(trigger: Token, place_heads: list[Token]) -> list[Token]:
    """Return the places of the clause around a trigger that has none of its own."""
    node, climbed = trigger, {trigger.i}
    while node.head.i != node.i and node.dep_ not in _BARRIERS:
        node = node.head
        climbed.add(node.i)
    return [p for p in place_heads if any(a.i in climbed for a in _up(p))]


def _up(token: Token) -> Iterator[Token]:
    node = token
    for _ in range(6):
        if node.head.i == node.i or node.dep_ in _BARRIERS:
            return
        node = node.head
        yield node


def _heads(token: Token, entity: Entity, scene: Scene) -> bool:
    """Tell whether a token is the one of its entity that attaches to the rest of the sentence."""
    same = scene.places_at.get(token.head.i)
    return token.head.i == token.i or same is not entity


def _contained(token: Token, others: list[Token], scene: Scene) -> bool:
    """Tell whether a place only says in which region another one of the list lies."""
    indices = {o.i for o in others if o.i != token.i}
    node = token
    while node.head.i != node.i and node.dep_ in {
        "nmod",
        "appos",
        "flat",
        "compound",
        "nmod:poss",
        "amod",
        "list",
        "parataxis",
        "nmod:unmarked",
    }:
        node = node.head
        if node.i in indices:
            return True
    entity = scene.places_at.get(token.i)
    if entity is None or not (entity.feature or "").startswith(("PCL", "ADM1", "RGN", "CONT")):
        return False
    finer = [
        e
        for o in others
        if (e := scene.places_at.get(o.i)) and e is not entity and e.country == entity.country
    ]
    return any(
        not (e.feature or "").startswith(("PCL", "CONT")) and e.feature != entity.feature
        for e in finer
    )


def _coordinated(tokens: list[Token]) -> bool:
    return any(t.dep_ == "conj" for t in tokens)


def _wrapper(token: Token, scene: Scene) -> Token:
    """Return the place noun that a name completes: "districts" of "eastern districts of X"."""
    node = token
    while node.dep_ in _WRAPPERS and node.head.i != node.i:
        head = node.head
        descriptive = "place" in scene.classes(head) or "site" in scene.classes(head)
        if (
            not descriptive
            or (node.dep_ == "nmod" and preposition(node) not in {"of", "in"})
            or head.i in scene.places_at
        ):
            break
        if node.dep_ == "nmod" and preposition(node) == "in" and "site" not in scene.classes(head):
            break
        node = head
    return node


def _place(token: Token, scene: Scene, memory: Memory) -> Place | None:
    entity = scene.places_at.get(token.i)
    head = _wrapper(token, scene)
    role = _ROLES.get(preposition(head).split(" ")[0], "location")
    if entity is None:
        back = (
            memory.place
            if is_definite(token)
            and "site" not in scene.classes(token)
            and not any(c.dep_ in {"amod", "compound", "nmod"} for c in token.children)
            else None
        )
        if back is not None:
            return _filled(back, scene, role, exact=True)
        mention = scene.mention(token)
        return Place(mention.text, mention.start, mention.end, role=role)
    memory.place = entity
    mention = scene.mention(head)
    wrapped = head.i != token.i
    text = (mention.text, mention.start, mention.end) if wrapped or mention.text else None
    return _filled(entity, scene, role, exact=not wrapped, text=text)


def _filled(
    entity: Entity,
    scene: Scene,
    role: str,
    *,
    exact: bool,
    text: tuple[str, int | None, int | None] | None = None,
) -> Place:
    shift = scene.part.start
    words = text or (entity.text, entity.start + shift, entity.end + shift)
    precision = None
    if entity.lat is not None:
        precision = _RADIUS.get(entity.feature or "", "settlement") if exact else "approximate"
    return Place(
        *words,
        entity.name,
        entity.id,
        entity.lat,
        entity.lon,
        entity.country,
        entity.feature,
        precision,
        role,
    )
