"""What the rules make of a candidate, worked out once: the heads are told it, and the claim begins
with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fogline.reading.attribution import attribution
from fogline.reading.grammar.relations import NOUNS
from fogline.reading.places import locations, place_phrases
from fogline.reading.roles.participants import participants

if TYPE_CHECKING:
    from fogline.reading.attribution.attribution import Link
    from fogline.reading.language import Token
    from fogline.reading.roles.doers import Participants
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate


def who(candidate: Candidate, scene: Scene) -> Participants:
    """Return who acts and who is acted on."""
    return scene.once(participants, candidate)


def links(trigger: Token, scene: Scene) -> list[Link]:
    """Return the sources that the sentence names for a trigger, innermost first."""
    return scene.once(_links, trigger)


def _links(trigger: Token, scene: Scene) -> list[Link]:
    return attribution.links(trigger, scene, scene.once(_quotes))


def _quotes(scene: Scene) -> attribution.Quotes:
    return attribution.Quotes(scene.doc)


def places(sentence: range, scene: Scene) -> tuple[Token, ...]:
    """Return the words of a sentence that head phrases which say where."""
    return scene.once(_places, sentence)


def _places(sentence: range, scene: Scene) -> tuple[Token, ...]:
    words = scene.doc[sentence.start : sentence.stop]
    named = [t for t in words if t.pos_ in NOUNS or t.i in scene.places_at]
    return tuple(t for t in named if place_phrases.is_place(t, scene))


def place_heads(candidate: Candidate, triggers: frozenset[int], scene: Scene) -> list[Token]:
    """Return the heads of its places among those of its sentence, whose triggers are given."""
    return scene.once(_place_heads, candidate, triggers)


def _place_heads(candidate: Candidate, triggers: frozenset[int], scene: Scene) -> list[Token]:
    found = places(scene.sentence(candidate.head), scene)
    return locations.place_heads(candidate, found, triggers, scene)
