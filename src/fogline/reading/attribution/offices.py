"""The body that a speaker speaks for: "we" of a spokesman, a commander or a minister is his body
(codebook, section 7).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.attribution.sayings import CUES
from fogline.reading.coreference import antecedents
from fogline.reading.coreference.definites import BODIES
from fogline.reading.grammar.phrases import preposition
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.model import Mention
    from fogline.reading.coreference.anaphora import Memory
    from fogline.reading.coreference.antecedents import Seen
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


def behind(speaker: Token, scene: Scene, memory: Memory) -> Mention | None:
    """Return the named body that speaks through a source told without any name: "the group", "the
    army", "its spokesman", "a spokesman for the army".
    """
    if speaker.lemma_.lower() in _AGAIN:
        return _meant(speaker, scene, memory)
    if speaker.lemma_.lower() not in CUES["mouthpiece"] or _is_named(speaker):
        return None
    owners = (c for c in speaker.children if c.dep_ == "nmod:poss" or preposition(c) in _FOR)
    whose = next(owners, None)
    if whose is not None and whose.lower_ in {"its", "their"}:
        ranked = (seen for _, seen in antecedents.ranked(whose, scene, memory.seen))
        return next((seen.mention for seen in ranked if _is_organised(seen)), None)
    told = whose is not None and whose.lemma_.lower() in _AGAIN
    return _meant(whose, scene, memory) if whose is not None and told else None


def _meant(noun: Token, scene: Scene, memory: Memory) -> Mention | None:
    """Return the body that a noun points back to by name, if it is not named by itself."""
    who, own = memory.resolve(noun, scene), scene.mention(noun)
    named = who is not None and (who.id or (who.name or who.text)[:1].isupper())
    meant_again = who is not None and (who.start != own.start or who.name != own.name)
    return who if named and meant_again else None


def _is_named(speaker: Token) -> bool:
    """Tell whether a person's name stands behind an office: "her spokesman, Bo Lind"."""
    return any(c.dep_ == "appos" and c.ent_type_ == "PER" for c in speaker.children)


def _is_organised(seen: Seen) -> bool:
    """Tell whether a phrase names a body that may have a spokesman, and is no medium."""
    named = bool(seen.mention.id) or (seen.proper and bool(seen.classes & {"actor", "force"}))
    return (named or seen.state) and "media" not in seen.classes


_FOR: Final = frozenset({"for", "of", "from"})
_AGAIN: Final = CUES["again"] | BODIES


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
    name = speaker.head if speaker.dep_ == "flat" else speaker  # a surname
    return [t for t in name.subtree if not _in_clause(t, name)]


def _in_clause(token: Token, top: Token) -> bool:
    node = token
    while node.i != top.i:
        apart = node.dep_ in {"acl:relcl", "advcl", "ccomp", "parataxis"}
        if (apart and not _tells_who(node)) or node.head.i == node.i:
            return True
        node = node.head
    return False


def _tells_who(clause: Token) -> bool:
    """Tell whether a relative clause says who somebody is: "who calls himself its spokesman"."""
    if clause.dep_ != "acl:relcl":
        return False
    named = clause.lemma_.lower() in CUES["naming"]
    return named or (clause.pos_ == "NOUN" and any(c.dep_ == "cop" for c in clause.children))


def _is_body(token: Token, scene: Scene) -> bool:
    entity = scene.actors_at.get(token.i)
    if entity is not None:
        return entity.kind in {"actor", "organisation"}
    return token.dep_ in {"compound", "nmod"} and "force" in classes.of_word(token)
