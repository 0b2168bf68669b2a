"""Whose offer, demand or deed it is that is spoken of, refused or cut: "the efforts of the
kingdom", "aid to the junta" (data: dealing.csv).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.arguments import beside, of_verb
from fogline.reading.grammar.coordination import conjuncts
from fogline.reading.grammar.phrases import preposition
from fogline.reading.roles.capacities import can_act, is_state
from fogline.reading.tables import words

if TYPE_CHECKING:
    from fogline.reading.grammar.arguments import Arguments
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

PARTNERS: Final = frozenset({"with", "from", "to", "on", "against", "towards", "toward"})
GIVEN: Final = frozenset({"to", "for"})
_WHOSE: Final = frozenset({"by", "from", "against", "with", "to"})
_UTTERED: Final = frozenset({"appeal", "demand", "stance", "statement"})
_DEALING: Final = words("dealing.csv", "word")
_MOVING: Final = _DEALING["sending"]
_FACING: Final = _DEALING["facing"]
_MEETING: Final = ("to", "with", "from")
_THEM: Final = frozenset({"him", "her", "them", "it"})


def is_actor(head: Token, scene: Scene) -> bool:
    return bool(scene.classes(head) & {"force", "actor"}) or is_state(head, scene)


def cut_from(objects: Iterable[Token], scene: Scene) -> tuple[Token, ...]:
    """Return whom it strikes that aid, links or talks are cut: "aid to the junta"."""
    objects = tuple(objects)
    return owners(objects, scene, PARTNERS | GIVEN) or owners(objects, scene)


def owners(
    objects: Iterable[Token], scene: Scene, cases: frozenset[str] = _WHOSE
) -> tuple[Token, ...]:
    """Return whose offer, demand or deed it is that is spoken of: "the efforts of the kingdom"."""
    found: list[Token] = []
    for child in (c for o in objects for c in o.children):
        if child.dep_ == "acl:relcl" and cases is _WHOSE:
            found += _who_did(child, scene)
        elif child.dep_ == "nmod" and child.i > child.head.i:
            named = [h for h in conjuncts(child) if can_act(h, scene)]
            uttered = preposition(child) == "of" and scene.classes(child.head) & _UTTERED
            if preposition(child) in cases or uttered:
                found += named or owners([child], scene, cases)
            elif preposition(child) == "of":
                found += owners([child], scene, cases)
        elif cases is not _WHOSE:
            continue
        elif child.dep_ == "nmod:poss" and child.pos_ != "PRON":
            found += [h for h in (child,) if can_act(h, scene)]
        elif child.dep_ in {"compound", "amod"} and is_named(child, scene):
            found.append(child)
    return tuple(found)


def _who_did(clause: Token, scene: Scene) -> list[Token]:
    """Return who did what a clause tells of: "condemned the raid that the army carried out"."""
    if any(c.dep_ in {"ccomp", "obj"} and c.pos_ != "PRON" for c in clause.children):
        return []
    subjects = (c for c in clause.children if c.dep_ == "nsubj" and c.pos_ != "PRON")
    return [h for s in subjects for h in conjuncts(s) if can_act(h, scene)]


def is_named(word: Token, scene: Scene) -> bool:
    """Tell whether a modifier names an actor: "a US offer", "an Australian ultimatum"."""
    if word.i in scene.actors_at or word.ent_type_ == "ORG" or is_state(word, scene):
        return True
    adjective = word.tag_ == "JJ" or (word.ent_type_ == "LOC" and word.text.isupper())
    # Any word opens a sentence with a capital: "Cynical liars" names nobody.
    adjective = adjective and (word.i > word.sent.start or bool(word.ent_type_))
    return adjective and word.text[:1].isupper() and word.i not in scene.times_at


def content(clauses: Iterable[Token], scene: Scene) -> tuple[Token, ...]:
    """Return whom the act falls on that is promised, threatened or refused: "agreed to help Y",
    "warned that it would strike Y".
    """
    for clause in (c for c in clauses if c.dep_ == "xcomp" or c.head.lemma_ == "warn"):
        args = of_verb(clause)
        moved = clause.lemma_.lower() in _MOVING
        named = [o for o in args.objects if is_actor(o, scene) and not moved]
        towards = [h for h in beside(args, PARTNERS | {"for"}) if is_actor(h, scene)]
        found = (*named, *towards) or owners(args.objects, scene) or content(args.clauses, scene)
        if found:
            return tuple(h for h in found if h.pos_ != "PRON")
        if faced := _faced(clause, args):
            return faced
    return ()


def _faced(clause: Token, args: Arguments) -> tuple[Token, ...]:
    """Return who is met or heard, told by a pronoun: "refused to see him", "to talk to them"."""
    if clause.lemma_.lower() not in _FACING:
        return ()
    return tuple(h for h in (*args.objects, *beside(args, _MEETING)) if h.lower_ in _THEM)


def within(head: Token, scene: Scene) -> Iterator[Token]:
    """Yield whom a noun's complement names at any depth: "the rule of law under the junta"."""
    for word in head.subtree:
        if word.i > head.i and word.dep_ in {"nmod", "obl", "obl:agent"} and can_act(word, scene):
            yield word
            return
