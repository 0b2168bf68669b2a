"""The body that a speaker speaks for: "we" of a spokesman, a commander or a minister is his body
(codebook, section 7).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fogline.reading import classes

if TYPE_CHECKING:
    from fogline.model import Mention
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene


def body(speaker: Token, scene: Scene) -> Mention | None:
    """Return the body that the words around a speaker name as his: "the army" for "an army
    spokesman", "the Northern Front" for "A. Name, a commander of the Northern Front".
    """
    told = (t for t in _described(speaker) if t.i != speaker.i and _is_body(t, scene))
    found = next(told, None)
    if found is None:
        return None
    entity = scene.actors_at.get(found.i)
    return scene.named(entity) if entity is not None else scene.mention(found)


def is_one_person(speaker: Token, scene: Scene) -> bool:
    """Tell whether a speaker is somebody by name or by office, not a body."""
    entity = scene.actors_at.get(speaker.i)
    if entity is not None:
        return entity.kind == "person"
    named = speaker.pos_ == "PROPN" and speaker.ent_type_ == "PER"
    office = classes.source_kind(speaker) == "official" and speaker.tag_ in {"NN", "NNP"}
    return named or office


def _described(speaker: Token) -> list[Token]:
    """Return the words that tell who a speaker is, his own phrase and its appositions."""
    return [t for t in speaker.subtree if not _in_clause(t, speaker)]


def _in_clause(token: Token, top: Token) -> bool:
    node = token
    while node.i != top.i:
        if node.dep_ in {"acl:relcl", "advcl", "ccomp", "parataxis"} or node.head.i == node.i:
            return True
        node = node.head
    return False


def _is_body(token: Token, scene: Scene) -> bool:
    entity = scene.actors_at.get(token.i)
    if entity is not None:
        return entity.kind in {"actor", "organisation"}
    return token.dep_ in {"compound", "nmod"} and "force" in classes.of_word(token)
