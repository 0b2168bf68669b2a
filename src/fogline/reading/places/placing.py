"""Which place the words of a claim name, with all the words that say where it is.

What is struck, a building or a bridge, is no place: then the town that its name tells is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.model import Entity, Mention, Place
from fogline.reading.coreference import anaphora, antecedents
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import CORE
from fogline.reading.places import extents, kinds, pairs, places, reaching
from fogline.reading.places.circles import BEARINGS
from fogline.reading.places.sites import COUNTRY
from fogline.reading.roles.capacities import is_state
from fogline.reading.tables import rows
from fogline.reading.tables import words as listed
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.coreference.anaphora import Memory
    from fogline.reading.coreference.antecedents import Seen
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_WRAPPERS: Final = frozenset({"nmod", "compound", "appos", "flat", "amod", "nmod:poss"})
_ROLES: Final = {
    "from": "origin",
    "to": "destination",
    "into": "destination",
    "towards": "destination",
    "toward": "destination",
    "onto": "destination",
}

_MOVES: Final = listed("dealing.csv", "word")
_BOUND: Final = {
    ("leaving", ""): "origin",
    ("leaving", "for"): "destination",
    ("reaching", ""): "destination",
    ("arriving", "in"): "destination",
    ("arriving", "at"): "destination",
}
_THAT: Final = frozenset({"that", "this"})
_ARTICLE: Final = 3  # "Al", "Ash": no name alone
_SITES: Final = frozenset({"place", "site", "route", "border"})
_BODIES: Final = frozenset({"actor", "force"})
_BORDERS: Final = listed("place-words/beside.csv", "word")["border"]
_INSIDE: Final = frozenset({"in", "inside", "into"})
_BESIDE: Final = frozenset({"near", "close", "next", "beside", "opposite", "towards", "along"})
_PULLING: Final = listed("again.csv", "word")["moved"]
_KINDS: Final = {r["word"]: r["feature"] for r in rows("place-words", "heads.csv")} | {
    "capital": "PPL"
}


def meant(
    token: Token,
    scene: Scene,
    memory: Memory,
    struck: frozenset[int] = frozenset(),
    own: frozenset[int] = frozenset(),
) -> tuple[Place, ...]:
    """Return the place that a phrase means; the one last spoken of for a pronoun, if any. `own` are
    the words of the claim.
    """
    if _is_part_of_it(token):
        return ()
    if token.pos_ == "PRON":
        return said_again(memory.place)
    if two := pairs.meant(token, scene):
        return tuple(extents.named(e, (e.text, None, None), _role(token)) for e in two)
    if (cut := _run_on(token, scene)) is not None:
        return (_unknown(token, cut, scene), _place(scene.doc[cut], scene, memory, struck, own))
    return (_place(token, scene, memory, struck, own),)


def is_nowhere(token: Token, scene: Scene) -> bool:
    """Tell whether a phrase only looks like a place: somebody's homes, a thing whose small letter
    shows that it is no name.
    """
    if token.i in scene.places_at:
        return False
    if token.lemma_.lower() == "home":
        return any(c.dep_ == "nmod:poss" and c.pos_ == "PRON" for c in token.children)
    if token.pos_ != "PROPN" or not token.text.islower() or classes.of_word(token):
        return False
    return not any(t.i > token.i for t in token.subtree)  # "al-Northtown" goes on


def _run_on(token: Token, scene: Scene) -> int | None:
    """Return where a known town's name begins that an unknown one runs on with, where a list has
    lost its commas: "in Northtown Aleppo and Homs".
    """
    article = len(token) <= _ARTICLE
    if token.i in scene.places_at or token.pos_ != "PROPN" or article:
        return None
    known = (c.i for c in token.children if c.dep_ == "flat" and c.i in scene.places_at)
    return min(known, default=None)


def _unknown(token: Token, end: int, scene: Scene) -> Place:
    span = scene.span(token.i, end)
    return Place(span.text, span.start, span.end)


def _is_part_of_it(token: Token) -> bool:
    """Tell whether a phrase names a share of what a pronoun means: "only part of it"."""
    if "share" not in classes.of_word(token):
        return False
    return any(c.pos_ == "PRON" and preposition(c) == "of" for c in token.children)


def _role(head: Token) -> str:
    """Return whether a place is where somebody goes to or comes from, by its preposition, else by
    the verb of going that it hangs on: "left the town", "arrived in the town".
    """
    first = head
    while first.dep_ == "conj" and not preposition(first):
        first = first.head
    case = preposition(first).split(" ")[0]
    if case == "of" and first.dep_ == "nmod" and first.head.lemma_.lower() == "direction":
        return "origin" if preposition(first.head) == "from" else "destination"
    if case in _ROLES:
        return _ROLES[case]
    verb = first.head.lemma_.lower() if first.dep_ in {"obj", "obl"} else ""
    bound = (role for (kind, by), role in _BOUND.items() if by == case and verb in _MOVES[kind])
    return next(bound, "location")


def is_end(place: Token, verb: Token) -> bool:
    """Tell whether a place is one of the two ends of what moves or is fired."""
    return preposition(place) == "from" or is_goal(place, verb)


def is_goal(place: Token, verb: Token) -> bool:
    """Tell whether a place is the very object of a verb of going: "reach the city"."""
    if place.dep_ != "obj" or place.head.i != verb.i:
        return False
    return any(verb.lemma_.lower() in _MOVES[kind] for kind, case in _BOUND if not case)


def _place(
    token: Token, scene: Scene, memory: Memory, struck: frozenset[int], own: frozenset[int]
) -> Place:
    outer = wrapper(token, scene, struck)
    head = token if token in kinds.behind(outer, scene) else outer
    mention = scene.mention(head, wide=token.i not in scene.places_at)
    if head.i not in scene.places_at and reaching.is_told_far(head):
        mention = reaching.reaching(head, mention, scene, own)
    entity = _named_by(token, head, mention, scene)
    role = _role(outer)
    words: tuple[str, int | None, int | None] = (mention.text, mention.start, mention.end)
    plain = head.i == token.i or _has_run_on(token, scene)
    if entity is not None and plain and token.i in scene.places_at:
        shift = scene.part.start
        start = _side_first(token, entity)
        words = (scene.text[start : entity.end], start + shift, entity.end + shift)
    if entity is None:
        if (back := _called(token, scene, memory)) is not None:
            return extents.named(replace(back, name=back.text), words, role)
        if (whole := _whole(head, scene, memory)) is not None:
            return extents.described(whole, words, role)
        _note_unknown(token, mention, scene, memory)
        return Place(*words, role=role)
    if "route" not in classes.of_word(head) or head.i == token.i:  # "the Garowe road"
        memory.note_place(entity)
    same = entity if scene.places_at.get(head.i) is entity else _of_kind(entity, head, scene)
    place = extents.named(same, words, role) if same else extents.described(entity, words, role)
    return extents.measured(place, entity, scene)


def _note_unknown(token: Token, mention: Mention, scene: Scene, memory: Memory) -> None:
    """Remember a name of which nobody knows where it is, for what points back to it."""
    if token.pos_ == "PROPN" and mention.start is not None and mention.end is not None:
        shift = scene.part.start
        at = (mention.start - shift, mention.end - shift)
        memory.note_place(Entity(*at, mention.text, "place", name=mention.text))


def _called(noun: Token, scene: Scene, memory: Memory) -> Entity | None:
    """Return the place that a bare "the city" points back to: of "X, 80 kilometres east of the
    city" not X itself.
    """
    if not anaphora.is_bare(noun):
        return _told_of_it(noun, scene, memory)
    above, at = noun.head, scene.places_at
    measured = noun.dep_ in {"nmod", "obl"} and above.lower_ in BEARINGS
    before = (at[i] for i in range(above.i, scene.sentence(noun).start, -1) if i in at)
    away = next(before, None) if measured else None
    topic = memory.topic_before(noun, scene)
    return memory.place_called(noun.lemma_.lower(), away, topic, scene.home)


def _whole(share: Token, scene: Scene, memory: Memory) -> Entity | None:
    """Return the place of which a phrase is some, where "the city" stands for it: "the north of
    the city", "the city's eastern quarters".
    """
    if any(c.lower_ in _THAT and c.dep_ == "det" for c in share.children):
        return memory.place  # "that part of the city" is what was named last
    parts = (c for c in share.children if c.dep_ == "nmod:poss" or preposition(c) == "of")
    called = (_called(c, scene, memory) for c in parts if anaphora.points_back(c))
    return next(filter(None, called), None)


def _told_of_it(noun: Token, scene: Scene, memory: Memory) -> Entity | None:
    """Return the place of which a sentence says what it is: "it is the only town they took"."""
    if not any(c.dep_ == "cop" for c in noun.children):
        return None
    subject = next((c for c in noun.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ != "it":
        return scene.places_at.get(subject.i) if subject is not None else None
    lemma = noun.lemma_.lower()
    return memory.place_called("city" if lemma == "capital" else lemma)


def _side_first(name: Token, place: Entity) -> int:
    """Return where the words for a region begin, its two sides among them: "north and east X"."""
    if name.idx != place.start:
        return place.start
    sides = (c for c in name.children if c.i < name.i and c.lower_ in BEARINGS)
    both = (c for c in sides if any(w.dep_ == "conj" and w.lower_ in BEARINGS for w in c.children))
    return next((c.idx for c in both), place.start)


def _has_run_on(token: Token, scene: Scene) -> bool:
    """Tell whether a town's name runs on with another's: "the villages of Northtown Southtown"."""
    own = scene.places_at.get(token.i)
    beside = (scene.places_at.get(c.i) for c in token.children if c.dep_ == "flat")
    return any(other is not None and other is not own for other in beside)


def _of_kind(entity: Entity, head: Token, scene: Scene) -> Entity | None:
    """Return what a phrase names where its noun only says of what kind that is: "the town of X".

    A province called like its capital is not the town.
    """
    feature = _KINDS.get(head.lower_)
    name = next((c for c in head.children if scene.places_at.get(c.i) is entity), None)
    if feature is None or name is None:
        return None
    of = name.i > head.i
    if of and preposition(name) != "of":
        return None
    kind, known = places.precision_of(feature), places.precision_of(entity.feature)
    if kind == known and (kind != "district" or not of):
        return entity
    if not of and (kind, known) == ("district", "exact"):  # a quarter called after its building
        return replace(entity, feature=feature)
    wide = kind == "region" and known == "settlement" and entity.lat is not None
    return replace(entity, feature=feature) if wide and of else None


def _named_by(token: Token, head: Token, mention: Mention, scene: Scene) -> Entity | None:
    """Return the place that a phrase names itself, else the one that it is told by.

    "The Deir Hafer area in the countryside of Aleppo" is at Deir Hafer.
    """
    own = scene.places_at.get(token.i) or _named_inside(token, scene)
    if own is None or head.i == token.i:
        return own
    if token.i in scene.places_at and _is_beyond(token, scene):
        return None
    named = [c for c in head.children if c.i in scene.places_at]
    within = own.start + scene.part.start < (mention.end or 0)
    if within and token.i < head.i:  # "the Damascus suburb of Jaramana"
        better = (c for c in named if c.i > head.i and preposition(c) == "of")
    else:
        better = (c for c in named if c.i < head.i and not within)
    return next((scene.places_at[c.i] for c in better), own)


def _named_inside(token: Token, scene: Scene) -> Entity | None:
    inside = (t for t in token.subtree if t.i in scene.places_at)
    told = (t for t in inside if not (_acts_on(t, token) or _is_beyond(t, scene)))
    return next((scene.places_at[t.i] for t in told), None)


def this_side(place: Token, scene: Scene) -> Token:
    """Return the place that a country's name is only told of as its border, or beside it."""
    above = place.head
    named = place.i in scene.places_at and above.i not in scene.places_at
    if named and place.dep_ == "nmod" and _is_beyond(place, scene):
        return above if scene.classes(above) & {"place", "site"} else place
    return place


def _is_beyond(name: Token, scene: Scene) -> bool:
    """Tell whether a name is only that of the country at whose border a place lies, or of what is
    told beside it: "a town on the border with X", "the province bordering X", "the city and X".
    """
    joined = name.dep_ == "conj" and name.head.i not in scene.places_at
    if joined or (scene.places_at[name.i].feature or "") != COUNTRY:
        return joined
    if name.dep_ == "nmod:poss" and any(preposition(c) == "with" for c in name.head.children):
        return False  # "Syria's border with Iraq" is Syria's
    case = preposition(name).split(" ")[0]
    borders = name.head.lemma_.lower() in _BORDERS and case not in _INSIDE
    if name.dep_ == "nmod:poss" and any(preposition(c) == "with" for c in name.head.children):
        return False  # "along Syria's border with Iraq"
    return borders or case in _BESIDE


def _acts_on(name: Token, place: Token) -> bool:
    """Tell whether a name is only who does something with a place: "the city that Mirland took"."""
    verb = name.head
    return name.dep_ == "nsubj" and verb.dep_ == "acl:relcl" and verb.head.i == place.i


def wrapper(token: Token, scene: Scene, struck: frozenset[int] = frozenset()) -> Token:
    """Return the place noun that a name completes: "districts" of "eastern districts of X"; but for
    what is `struck`.
    """
    return _wrapper(token, scene, struck) if struck else scene.once(_wrapper, token)


def _wrapper(token: Token, scene: Scene, struck: frozenset[int] = frozenset()) -> Token:
    node = token
    while node.dep_ in _WRAPPERS and node.head.i != node.i:
        head, found = node.head, scene.classes(node.head)
        if node.dep_ == "appos" and _is_told_by_name(node, scene):
            break
        case = preposition(node) if node.dep_ == "nmod" else "of"
        joins = (case == "of" and found & {"place", "site"}) or (case == "in" and "place" in found)
        if not joins or head.i in scene.places_at or (head.i in struck and node.dep_ == "nmod"):
            break
        if kinds.names(head, scene):
            break
        node = head
    return node


def _is_told_by_name(name: Token, scene: Scene) -> bool:
    """Tell whether a town's name stands beside what it is: "Syria's capital Damascus", not "the
    Northbank district, Riverside".
    """
    place = scene.places_at.get(name.i)
    if place is None or not (place.feature or "").startswith("PPL"):
        return False
    others = (c for c in name.head.children if c.i < name.head.i and c.i in scene.places_at)
    return all(c.dep_ == "nmod:poss" for c in others)


def again(pronoun: Token, scene: Scene, memory: Memory) -> tuple[Place, ...]:
    """Return the place that "it" stands for: the likeliest phrase before it that no force, nor a
    government, is; none where that is no place.
    """
    found = (seen for _, seen in antecedents.ranked(pronoun, scene, memory.seen))
    best = next((seen for seen in found if not _acts(seen, pronoun)), None)
    if best is None or not best.classes & _SITES:
        return ()
    return meant(best.head, best.scene, memory)


def _acts(seen: Seen, pronoun: Token) -> bool:
    """Tell whether a phrase says who acts: the subject of the same verb, a force that nobody
    withdraws, a government.
    """
    if seen.head.doc is pronoun.doc and seen.head.head.i == pronoun.head.i:
        return True
    force = bool(seen.classes & _BODIES) and pronoun.head.lemma_.lower() not in _PULLING
    return force or _governs(seen.head, seen.scene)


def _governs(name: Token, scene: Scene) -> bool:
    """Tell whether the name of a state or of its capital stands for who acts: "if X keeps it
    shut".
    """
    place = scene.places_at.get(name.i)
    told = (name.head, *(c for c in name.head.children if c.dep_ == "xcomp"))
    if place is None or name.dep_ != "nsubj" or any(t.lemma_ == "fall" for t in told):
        return False  # a city that "is about to fall" governs nothing there
    return is_state(name, scene) or places.is_state_capital(place)


def beside(word: Token) -> tuple[Token, ...]:
    """Return a trigger with the words beside which "there" says where it is: who acts or suffers,
    "troops there left", and the verb above, "famine was declared there".
    """
    parties = (c for c in word.children if c.dep_ in CORE)
    above = (word.head,) if word.dep_ in CORE else ()
    return (word, *parties, *above)


def said_again(place: Entity | None) -> tuple[Place, ...]:
    """Return the place last spoken of, if any, for a pronoun that stands for it."""
    return (extents.named(place, (place.text, None, None), "location"),) if place else ()
