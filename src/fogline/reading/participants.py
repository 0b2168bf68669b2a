"""Actors and recipients of a claim: the trigger's, those of the words that it absorbed, as
mentions.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from fogline.reading import arguments
from fogline.reading.frames import FRAMES, Participants
from fogline.reading.nominals import of_modifier, of_noun

if TYPE_CHECKING:
    from fogline.model import Mention
    from fogline.reading.anaphora import Memory
    from fogline.reading.language import Token
    from fogline.reading.merging import Candidate
    from fogline.reading.scene import Scene
    from fogline.reading.triggers import Entry

_TWO_SIDED: Final = frozenset({"mutual", "fight"})


def participants(candidate: Candidate, scene: Scene) -> Participants:
    """Return who acts and who is acted on, by the trigger first, then by what it absorbed.

    Forces that fell in two-sided fighting are a side of it, not its recipients.
    """
    own = _of(candidate.head, candidate.entry, scene)
    actors, recipients = list(own.actors), list(own.recipients)
    mutual = candidate.entry.frame == "mutual"
    fallen: list[Token] = []
    for other in candidate.absorbed:
        more = _of(other.head, other.entry, scene)
        actors += () if actors and not mutual else more.actors
        fallen += more.recipients
    if candidate.entry.frame in _TWO_SIDED and len(actors) < 1 + mutual:
        sides = [r for r in fallen if _is_side(r, scene)]
        actors, fallen = [*sides, *actors], [r for r in fallen if r not in sides]
    recipients += fallen
    words = {*candidate.match.tokens, *(w.i for w in candidate.words)}
    if candidate.entry.frame == "present":
        words = set()
    return Participants(_once(actors, words), _once(recipients, words))


def _is_side(head: Token, scene: Scene) -> bool:
    """Tell whether a victim is one of those who fight: "six soldiers", "3 members of the front"."""
    within = [c for c in head.children if c.dep_ == "nmod" and c.i > head.i]
    return any(
        "force" in scene.classes(t) and "weapon" not in scene.classes(t) and t.tag_ != "NNP"
        for t in (head, *within)
    )


def _of(head: Token, entry: Entry, scene: Scene) -> Participants:
    if entry.kind == "modifiers":
        return of_modifier(head, entry, scene)
    if entry.kind == "nouns":
        return of_noun(head, entry, scene)
    return FRAMES[entry.frame](arguments.of_verb(head), scene)


def mentions(
    heads: Iterable[Token], scene: Scene, memory: Memory, avoid: Iterable[Mention] = ()
) -> tuple[Mention, ...]:
    """Return the heads as mentions, each once; a pronoun that stays unresolved is left out.

    A pronoun never stands for one of `avoid`: nobody tows itself.
    """
    found: dict[str, Mention] = {}
    taken = frozenset(m.text for m in avoid)
    for head in heads:
        mention = memory.resolve(head, scene, avoid=taken)
        if mention is not None and mention.text:
            found.setdefault(mention.text.casefold(), mention)
    return tuple(found.values())


def _once(heads: list[Token], words: set[int]) -> tuple[Token, ...]:
    return tuple({h.i: h for h in heads if h.i not in words}.values())
