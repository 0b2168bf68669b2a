"""Actors and recipients of a claim: the trigger's, those of the words that it absorbed, as
mentions.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from fogline.reading.actors.unparted import spread
from fogline.reading.coreference import partitives
from fogline.reading.grammar import arguments
from fogline.reading.grammar.phrases import is_definite, preposition
from fogline.reading.quantities.victims import victims
from fogline.reading.roles import converse
from fogline.reading.roles.apart import held, is_apart
from fogline.reading.roles.capacities import is_bare_number, is_bare_weapon, is_ground
from fogline.reading.roles.doers import Participants
from fogline.reading.roles.fallen import suffers
from fogline.reading.roles.frames import FRAMES
from fogline.reading.roles.nominals import of_modifier, of_noun
from fogline.reading.triggers.contents import is_threatened

if TYPE_CHECKING:
    from fogline.model import Mention
    from fogline.reading.coreference.anaphora import Memory
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate
    from fogline.reading.triggers.triggers import Entry

# What is taken, shut or opened is a place, and receives nothing.
_CLOSING: Final = frozenset(
    {("COERCE", "restrict"), ("RETREAT", "access")}
    | {("CONTROL", mode) for mode in ("gain", "lose", "hold", "contest", "besiege")}
)
# Where troops advance or fight is a place too; what is shelled or bombed is hit.
_FOUGHT: Final = frozenset({"ground", "clash"})
# Against whom several work together has no part in it.
_JOINT: Final = frozenset({"COOPERATE", "AGREE", "SUPPORT"})
# Of these no count is kept beside the recipients, so that a bare number is one.
_COUNTED: Final = frozenset({("RETREAT", "release"), ("COERCE", "arrest"), ("AID", None)})


def participants(candidate: Candidate, scene: Scene) -> Participants:
    """Return who acts and who is acted on, by the trigger first, then by what it absorbed, then by
    whom and what it is said to have harmed.
    """
    own = _of(candidate.head, candidate.entry, scene)
    actors, fallen = _absorbed(candidate, own, scene)
    sides = [r for r in fallen if _is_side(r, scene)] if _lacks_side(candidate, actors) else []
    recipients = [*own.recipients, *(r for r in fallen if r not in sides), *_numbered(candidate)]
    recipients = _of_kind(recipients, candidate.entry, scene)
    words = set() if candidate.entry.frame == "present" else {*candidate.places}
    actors = [a for a in (*sides, *actors) if not converse.answers(a, candidate.head)]
    actors = [a for a in actors if not is_apart(a, candidate.head)]
    if candidate.entry.event == "CONTROL":
        whose = {word.i for word in held(candidate.head)}
        actors = [a for a in actors if a.i not in whose]
    tried = candidate.head.dep_ == "acl"  # "the army repelled an attempt to cross it"
    actors = [a for a in actors if not (tried and converse.only_tells(a, candidate.head))]
    if candidate.entry.event in _JOINT:
        actors = [a for a in actors if preposition(a) != "against"]
    paying = [a for a in actors if converse.pays(a, candidate.head)]
    actors, recipients = [a for a in actors if a not in paying], [*recipients, *paying]
    if candidate.entry.event == "ASSAULT":
        actors = [a for a in actors if not is_bare_weapon(a, scene)]
        actors = [a for a in actors if not converse.only_tells(a, candidate.head)]
    return Participants(_once(actors, words), _once(recipients, words))


def _of_kind(recipients: list[Token], entry: Entry, scene: Scene) -> list[Token]:
    """Return those whom a deed of a kind may be done to: what is shut is no place where it is, only
    what is shot at may be ground, and a threat is not done to what it threatens with.
    """
    if (entry.event, entry.mode) in _CLOSING:
        recipients = [r for r in recipients if not _is_somewhere(r, scene)]
    if entry.event != "ASSAULT" or entry.mode in _FOUGHT:
        recipients = [r for r in recipients if not is_ground(r, scene)]
    if entry.event == "THREATEN":
        recipients = [r for r in recipients if not is_threatened(r)]
    return recipients


def _absorbed(
    candidate: Candidate, own: Participants, scene: Scene
) -> tuple[list[Token], list[Token]]:
    """Return who acts, its absorbed words' actors included, and whom these and the harm tell of."""
    actors = list(own.actors)
    fallen: list[Token] = []
    for other in candidate.absorbed:
        more = _of(other.head, other.entry, scene)
        lacking = not actors or candidate.entry.frame == "mutual"
        actors += [a for a in more.actors if a not in own.recipients] if lacking else []
        fallen += more.recipients
    if candidate.entry.event == "ASSAULT" or candidate.head.lemma_.lower() == "crash":
        fallen += victims(candidate, scene)  # "crashed, killing two pilots"
    return actors, fallen


def _lacks_side(candidate: Candidate, actors: list[Token]) -> bool:
    """Tell whether forces that fell may be a side of the fight: one of its sides is not named."""
    if candidate.entry.frame == "mutual":  # where none is named, those who fell only suffer
        return len(actors) == 1 and not _are_several(actors[0])
    return candidate.entry.frame == "fight" and not actors


def _are_several(side: Token) -> bool:
    """Tell whether one plural names all who fight: "clashes between rival militias"."""
    return side.tag_ in {"NNS", "NNPS"} and preposition(side) in {"between", "among"}


def _is_side(head: Token, scene: Scene) -> bool:
    """Tell whether a victim is one of those who fight: "six soldiers", "3 members of the front"."""
    within = [c for c in head.children if c.dep_ == "nmod" and c.i > head.i]
    return any(
        "force" in scene.classes(t) and "weapon" not in scene.classes(t) and t.tag_ != "NNP"
        for t in (head, *within)
    )


def _numbered(candidate: Candidate) -> list[Token]:
    """Return how many were freed, arrested or rescued, where nobody else is told: "four were
    released", "eleven were detained".
    """
    entry = candidate.entry
    if (entry.event, entry.mode) not in _COUNTED or entry.kind != "verbs" or entry.frame != "act":
        return []
    return [o for o in arguments.of_verb(candidate.head).objects if is_bare_number(o)]


def _is_somewhere(head: Token, scene: Scene) -> bool:
    """Tell whether a noun names a place or a building, and nobody in it."""
    found = scene.classes(head)
    return bool(found & {"place", "site", "route"}) and not found & {"force", "people"}


def _of(head: Token, entry: Entry, scene: Scene) -> Participants:
    if entry.kind == "modifiers":
        return of_modifier(head, entry, scene)
    if entry.kind == "nouns":
        return of_noun(head, entry, scene)
    if suffers(head, entry):
        return FRAMES["suffer"](arguments.of_verb(head), scene)
    frame = "act" if entry.frame == "suffer" else entry.frame  # "fell on the convoy"
    return FRAMES[frame](arguments.of_verb(head), scene)


def mentions(
    heads: Iterable[Token],
    scene: Scene,
    memory: Memory,
    avoid: Iterable[Mention] = (),
    *,
    hit: bool = False,
) -> tuple[Mention, ...]:
    """Return the heads as mentions, each once; a pronoun that stays unresolved is left out.

    A pronoun never stands for one of `avoid`: nobody tows itself. With `hit` they are those acted
    on, who are no place.
    """
    found: dict[str, Mention] = {}
    taken = frozenset(m.text for m in avoid)
    acting = {(m.start, m.text) for m in avoid}
    shares = []
    for head in heads:
        if partitives.is_share(head):
            shares.append(head)
            continue
        mention = memory.resolve(head, scene, avoid=taken)
        if mention is not None and (mention.start, mention.text) in acting:
            continue  # whom a pronoun means that acts: "the men were hit as they fled"
        if hit and head.lower_ == "it" and mention is not None and _names_place(mention, scene):
            continue  # "left the town after the army shelled it"
        for one in memory.parties.meant(head, scene) or (mention,):
            if one is not None and one.text and not _is_again(head, found.values()):
                for each in spread(one, scene):
                    found.setdefault(each.text.casefold(), each)
    return tuple(found.values()) or _shared(shares, scene, memory)


def _shared(shares: Iterable[Token], scene: Scene, memory: Memory) -> tuple[Mention, ...]:
    """Return of whom "four of them" are some, where nobody else is told of."""
    for share in shares:
        told = memory.parties.meant(share, scene)
        if told := told or partitives.meant(share, scene, memory.seen):
            return told
    return ()


def _names_place(mention: Mention, scene: Scene) -> bool:
    """Tell whether a mention of this part is a town or the like, which is only a place."""
    if mention.end is None or not scene.part.start < mention.end <= scene.part.end:
        return False
    found = scene.classes(scene.token_at(mention.end - 1 - scene.part.start))
    return "place" in found and found.isdisjoint({"site", "force", "people", "actor"})


def _is_again(head: Token, found: Iterable[Mention]) -> bool:
    """Tell whether a bare definite noun is one that the claim has told: "hit the town's mosque
    causing damage to the mosque".
    """
    bare = is_definite(head) and sum(c.dep_ != "case" for c in head.children) == 1
    return bare and any(m.text.split()[-1].lower() == head.lower_ for m in found)


def _once(heads: list[Token], words: set[int]) -> tuple[Token, ...]:
    """Return heads once, and "20 farmers" not beside the "group of 20 farmers"."""
    found = {h.i: h for h in heads if h.i not in words}
    return tuple(h for h in found.values() if not (h.head.i in found and _is_of(h)))


def _is_of(word: Token) -> bool:
    return word.dep_ == "nmod" and preposition(word) == "of"
