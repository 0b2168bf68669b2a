"""Who acts and who is acted on: what the rules found and the heads weighed, each in one role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fogline.reading import arguments, converse, locations
from fogline.reading.arguments import is_passive
from fogline.reading.capacities import is_arms, is_bare_number, is_town, whole
from fogline.reading.frames import Participants
from fogline.reading.joined import covered
from fogline.reading.phrases import preposition
from fogline.reading.reconciling import anchor, heads

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.merging import Candidate
    from fogline.reading.scene import Scene


def participants(ruled: Participants, candidate: Candidate, scene: Scene) -> Participants:
    """Return who acts and who is acted on, nobody in both."""
    if scene.evidence is None:
        return ruled
    struck, apart = _settled(ruled, candidate)
    actors = heads("actor", ruled.actors, candidate, scene)
    actors = [a for a in actors if a.i not in apart and not is_arms(a, scene)]
    recipients = _receiving(ruled, struck, candidate, scene)
    doers = _doers(ruled, candidate)
    turned = [r for r in recipients if r.i in doers]  # who does it grammatically suffers nothing
    if turned:
        actors = [*turned, *(a for a in actors if a.i in doers - {t.i for t in turned})]
    both = {a.i for a in actors} & {r.i for r in recipients}
    acts = _acting(both, doers, ruled, candidate, scene)
    return Participants(
        tuple(a for a in actors if a.i not in both - acts),
        tuple(r for r in recipients if r.i not in acts),
    )


def _receiving(
    ruled: Participants, struck: list[Token], candidate: Candidate, scene: Scene
) -> list[Token]:
    found = heads("recipient", ruled.recipients, candidate, scene)
    found += [r for r in struck if not covered(r, found)]
    moved = _moved(ruled, candidate)
    found = [r for r in found if r.i not in moved]
    found = [r for r in found if not (is_town(r, scene) or is_bare_number(r))]
    found = [r for r in found if not locations.is_beside(r)]
    return [r for r in found if not _lies_in(r, found)]


def _acting(
    both: set[int], doers: set[int], ruled: Participants, candidate: Candidate, scene: Scene
) -> set[int]:
    """Return those of both roles that act: sides, grammatical doers, and whom the heads rather
    take for actors; who fell between two sides is acted on.
    """
    mutual = candidate.entry.frame == "mutual"
    sides = {a.i for a in ruled.actors} if mutual else set()
    fallen = {r.i for r in ruled.recipients} if mutual else set()
    return {
        i
        for i in both - fallen
        if i in sides | doers
        or _role("actor", i, candidate, scene) >= _role("recipient", i, candidate, scene)
    }


def _settled(ruled: Participants, candidate: Candidate) -> tuple[list[Token], set[int]]:
    """Return whom an attack comes to and who only meets it, as the verb above it tells: none of
    them makes it, whatever the heads say.
    """
    if candidate.entry.frame in {"struck", "repel"}:
        return [*ruled.recipients], {r.i for r in ruled.recipients}
    told = candidate.entry.kind == "nouns" or candidate.head.dep_ == "acl"  # "reports of shelling"
    if candidate.entry.event != "ASSAULT" or not told:
        return [], set()
    under = {t.i for t in converse.undergoing(candidate.head)}
    struck = [r for r in ruled.recipients if r.i in under]
    return struck, {t.i for t in (*struck, *converse.meeting(candidate.head))}


def _moved(ruled: Participants, candidate: Candidate) -> set[int]:
    """Return what somebody moves, loses or gives: troops that are withdrawn, tanks that are lost
    or sent to another receive nothing by it.
    """
    head, frame = candidate.head, candidate.entry.frame
    given = frame == "give" and bool(ruled.recipients)
    if not (given or frame in {"move", "state"}) or not ruled.actors or head.pos_ != "VERB":
        return set()
    told = {r.i for r in ruled.recipients}
    return {t.i for o in arguments.of_verb(head).objects for t in (o, whole(o))} - told


def _lies_in(token: Token, others: list[Token]) -> bool:
    """Tell whether a phrase only says where another one is: "a building on the complex"."""
    return (
        token.dep_ == "nmod" and preposition(token) in {"in", "on", "at"} and token.head in others
    )


def _doers(ruled: Participants, candidate: Candidate) -> set[int]:
    """Return the subjects of an active verb, its own or what it is told by: "forced X to turn"."""
    head = candidate.head
    if head.pos_ != "VERB" or is_passive(head):
        return set()
    told = {r.i for r in ruled.recipients}
    return {t.i for t in arguments.of_verb(head).subjects} - told


def _role(role: str, token: int, candidate: Candidate, scene: Scene) -> float:
    assert scene.evidence is not None
    return scene.evidence.role(role, anchor(candidate, scene), token) or 0.0
