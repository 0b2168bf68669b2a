"""Where a force is said to be, with no verb that names an event: "there are no soldiers in the
camp" (data: triggers/unnamed.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import NOUNS
from fogline.reading.roles.capacities import is_state
from fogline.reading.triggers.triggers import Match, unnamed

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_ENTRY: Final = unnamed()["be"]
_KEPT: Final = unnamed()["have"]
_HAVING: Final = frozenset("has have had keep keeps kept maintain maintains maintained".split())
_WHERE: Final = frozenset(
    "in on at near inside outside within around along behind across off".split()
)
_THEY: Final = frozenset({"they"})
_OVER: Final = _WHERE | {"over", "above"}
_ENDS: Final = frozenset({".", "!", "?", "…"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_HEADING: Final = _SUBJECTS | {"root"}


def find(scene: Scene) -> Iterator[Match]:
    """Yield a match for each force that a sentence places somewhere or says to be absent there."""
    for token in [t for t in scene.doc if t.dep_ in _HEADING and _is_noun(t)]:
        placed = token.dep_ in _SUBJECTS and _is_placed(token, scene)
        if placed or _is_bare(token, scene):
            force = _force(token, scene)
            if force is not None:
                yield Match((_ENTRY,), token, (force.i,))
    they = (t for t in scene.doc.reading(_THEY) if t.dep_ == "nsubj" and _means_force(t, scene))
    yield from (Match((_ENTRY,), t, (_where(t).i,)) for t in they if _is_in_town(t, scene))
    yield from (Match((_KEPT,), t, (t.i,)) for t in scene.doc.reading(_HAVING) if _keeps(t, scene))


def _is_noun(word: Token) -> bool:
    """Tell whether a word is a noun by its part of speech or, in a fragment, by its tag alone."""
    return word.pos_ in NOUNS or (word.dep_ == "root" and word.tag_.startswith("NN"))


def _means_force(they: Token, scene: Scene) -> bool:
    """Tell whether "they" are a force, by whom the sentence before tells of: "The Houthis are
    outside Marib. They are not in the city."
    """
    start = scene.sentence(they).start
    if start == 0 or they.i > start + 1:
        return False
    told = [scene.doc[i] for i in scene.sentence(scene.doc[start - 1])]
    subjects = [t for t in told if t.dep_ == "nsubj" and t.pos_ in NOUNS]
    return len(subjects) == 1 and "force" in scene.classes(subjects[0])


def _is_in_town(they: Token, scene: Scene) -> bool:
    """Tell whether a pronoun's predicate is a town or land that is told of, not a hospital, a
    school or "a difficult region".
    """
    where = they.head
    vague = any(c.lower_ in {"a", "an"} for c in where.children)
    return not vague and "place" in scene.classes(where) and _is_placed(they, scene)


def _where(they: Token) -> Token:
    """Return the preposition of a pronoun's predicate: "in" of "they are in the town"."""
    return next((c for c in they.head.children if c.dep_ == "case"), they.head)


def _keeps(verb: Token, scene: Scene) -> bool:
    """Tell whether somebody has soldiers somewhere: "France has 1,500 soldiers in Niger"."""
    kept = [c for c in verb.children if c.dep_ == "obj" and "contingent" in scene.classes(c)]
    beside = [c for t in (verb, *kept) for c in t.children if c.dep_ in {"obl", "nmod"}]
    acts = any(c.dep_ == "nsubj" and _may_keep(c, scene) for c in verb.children)
    return bool(kept) and acts and any("place" in scene.classes(c) for c in beside)


def _may_keep(subject: Token, scene: Scene) -> bool:
    return is_state(subject, scene) or bool(scene.classes(subject) & {"force", "actor"})


def _is_bare(noun: Token, scene: Scene) -> bool:
    """Tell whether a sentence without any verb only names a force and its place: "Tanks on the
    streets", "Army still inside the camp".
    """
    heads = noun.dep_ == "root" or (noun.dep_ == "nsubj" and noun.head.dep_ == "root")
    if not heads or _tells_who(noun, scene):
        return False
    inside = [scene.doc[i] for i in scene.sentence(noun)]
    if inside[-1].text not in _ENDS:
        return False
    if any(_tells(t, noun) or t.text == ":" for t in inside):
        return False
    if noun.dep_ == "root":
        return any(c.dep_ in {"obl", "nmod"} and _is_site(c, scene) for c in noun.children)
    return _is_site(noun.head, scene)


def _tells(word: Token, noun: Token) -> bool:
    """Tell whether a verb says something of the force: not "Drone over the camp, stay inside"."""
    if not word.tag_.startswith(("VB", "MD")):
        return False
    verb = word.head if word.dep_ == "aux" else word
    beside = verb.dep_ == "parataxis" and verb.head.i in {noun.i, noun.head.i}
    bidden = verb.tag_ in {"VB", "VBP"} and not any(c.dep_ in _SUBJECTS for c in verb.children)
    return not (beside and bidden)


def _tells_who(noun: Token, scene: Scene) -> bool:
    """Tell whether a phrase names one of a force, or one that was told of: "commander of ..."."""
    if noun.tag_ in {"NN", "NNP"} and scene.classes(noun) & {"person", "post"}:
        return True
    return any(c.dep_ == "det" and c.lower_ != "no" for c in noun.children)


def _is_site(noun: Token, scene: Scene) -> bool:
    located = scene.classes(noun) & {"place", "site"} or noun.i in scene.places_at
    return preposition(noun) in _OVER and bool(located)


def _force(token: Token, scene: Scene) -> Token | None:
    """Return the word that names the force: the subject, or what it is a part of."""
    words = [token, *(c for c in token.children if c.dep_ == "nmod" and preposition(c) == "of")]
    forces = (w for w in words if "force" in scene.classes(w) or w.lemma_.lower() == "base")
    return next(forces, None)


def _is_placed(subject: Token, scene: Scene) -> bool:
    """Tell whether the subject's predicate is a place, or "there is" with a place beside it."""
    verb = subject.head
    # "Soldiers are believed to be on the western bank."
    verb = next((c for c in verb.children if c.dep_ == "xcomp"), verb)
    children = list(verb.children)
    if any(c.dep_ == "cop" for c in children):
        located = scene.classes(verb) & {"place", "site"} or verb.pos_ in {"PROPN", "NUM"}
        return preposition(verb) in _WHERE and bool(located)
    if verb.lemma_ != "be":
        return False
    beside = (*children, *subject.children)
    here = {"here", "there", "outside", "nearby", "inside"}
    placed = any(c.dep_ in {"obl", "nmod"} and preposition(c) in _WHERE for c in beside)
    return placed or any(c.dep_ == "advmod" and c.lower_ in here for c in beside)
