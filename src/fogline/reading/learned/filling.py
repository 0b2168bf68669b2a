"""Who stands in a role to a claim: what the rules found and the heads leave, and what these add."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from fogline.reading.attribution import sayings
from fogline.reading.coreference import anaphora
from fogline.reading.grammar import arguments
from fogline.reading.grammar.coordination import paired
from fogline.reading.grammar.joined import covered, with_joined
from fogline.reading.grammar.names import related
from fogline.reading.grammar.phrases import extent, preposition
from fogline.reading.grammar.portions import is_some, is_some_of_them
from fogline.reading.learned import thresholds
from fogline.reading.learned.values import anchor
from fogline.reading.places import place_phrases
from fogline.reading.roles import converse
from fogline.reading.triggers import merging
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate
_HARMING: Final = frozenset({"killing", "wounding", "injuring"})
_PLAINLY: Final = frozenset({"in", "at", "near", "inside", "outside"})
_WITHIN: Final = frozenset({"nmod", "compound", "appos", "flat", "amod", "nmod:poss"})
_WHO: Final = frozenset({"actor", "source"})


def in_role(role: str, ruled: Iterable[Token], candidate: Candidate, scene: Scene) -> list[Token]:
    """Return the heads of the phrases that stand in a role: what the rules found and the heads
    leave, and what these add.
    """
    evidence = scene.evidence
    if evidence is None:
        return list(ruled)
    at = anchor(candidate, scene)
    least = getattr(thresholds.measured(), f"{role}_keep")
    words = {*candidate.places}
    kept = [
        t
        for t in ruled
        if points_away(t, at, scene)
        or phrase(role, at, t, scene) >= least
        or (role == "place" and _stands_by(t, words))
        or (role == "recipient" and candidate.entry.frame == "take" and _is_taken_from(t))
    ]
    for token in added(role, at, scene) or _likeliest(role, at, kept, scene):
        if role == "recipient" and (_is_detail(token) or _is_harmed_beside(token, candidate)):
            continue
        if token.i not in words and not covered(token, kept) and not _halves(token, kept):
            kept.append(token if role == "place" else related(token))
    return kept if role == "place" else with_joined(role, kept, candidate.head, scene)


def _is_taken_from(token: Token) -> bool:
    """Tell whether a place is taken from somebody: "from the rebels", "from rebel control"."""
    return "from" in {preposition(token), preposition(token.head)}


def _is_harmed_beside(token: Token, candidate: Candidate) -> bool:
    """Tell whether somebody is whom a clause beside a deed tells to be harmed, and the deed itself
    is no attack: "seized cattle, killing three herders".
    """
    harmed = token.dep_ == "obj" and token.head.lower_ in _HARMING
    return harmed and candidate.entry.event != "ASSAULT" and token.head.i not in candidate.places


def _is_detail(token: Token) -> bool:
    """Tell whether somebody is only one of those told before: "9 men including a colonel", "9 men,
    among them a colonel", "9 men, one of them a colonel"; not where these are but a number.
    """
    first = token.head if token.dep_ == "conj" else token
    part = preposition(first) == "including" and first.dep_ in {"nmod", "obl"}
    return (part or is_some_of_them(first)) and not first.head.like_num


def _halves(token: Token, others: list[Token]) -> bool:
    """Tell whether a word and its neighbour name one: "Syrian", "army" of "Syrian army fire"."""
    near = (o for o in others if abs(o.i - token.i) == 1)
    return any(o.dep_ in arguments.BEFORE and token.dep_ in arguments.BEFORE for o in near)


def _stands_by(place: Token, words: set[int]) -> bool:
    """Tell whether a place is said of a trigger in so many words: "met in X"."""
    return place.dep_ == "obl" and place.head.i in words and preposition(place) in _PLAINLY


def phrase(role: str, at: int, head: Token, scene: Scene) -> float:
    """How likely a phrase stands in a role, by its likeliest word: "base" of "the Siko base"; of
    those that "and" joins, by the first.
    """
    while head.dep_ == "conj" and head.pos_ == head.head.pos_:
        head = head.head
    if (second := paired(head)) is not None:  # a headline's pair stands or falls with its second
        head = second
    outer = head.head if head.dep_ in _WITHIN else head
    assert scene.evidence is not None
    found = scene.evidence.likeliest(role, at, {*range(*extent(head)), head.i, outer.i})
    return 1.0 if found is None else found


def _likeliest(role: str, at: int, kept: list[Token], scene: Scene) -> list[Token]:
    """Return the likeliest word in a role that nothing else fills, where it is likely enough."""
    found = [] if kept else _above(role, at, getattr(thresholds.measured(), f"{role}_alone"), scene)
    return sorted(found, key=lambda t: -weighs(role, at, t.i, scene))[:1]


def points_away(token: Token, at: int, scene: Scene) -> bool:
    """Tell whether a word stands for a mention of another sentence, which the heads are not asked
    about.
    """
    outside = token.i not in scene.sentence(scene.doc[at])
    again = token.pos_ == "PRON" or is_some(token)
    return outside or again or anaphora.points_back(token)


def weighs(role: str, at: int, token: int, scene: Scene) -> float:
    """How likely a token stands in a role; certain where the heads cannot tell."""
    found = scene.evidence.role(role, at, token) if scene.evidence else None
    return 1.0 if found is None else found


def added(role: str, at: int, scene: Scene) -> list[Token]:
    """Return the words of the trigger's own sentence that the heads see in a role."""
    return _above(role, at, getattr(thresholds.measured(), f"{role}_add"), scene)


def _above(role: str, at: int, threshold: float, scene: Scene) -> list[Token]:
    """Return the words of the trigger's own sentence above a threshold."""
    found = scene.evidence.in_role(role, at, threshold) if scene.evidence else []
    if not found:
        return []
    sentence = scene.sentence(scene.doc[at])
    words = [scene.doc[i] for i in found if i in sentence and not scene.doc[i].is_punct]
    words = [w for w in words if role not in _WHO or not _is_mute(w)]
    words = [w for w in words if role != "actor" or not converse.only_tells(w, scene.doc[at])]
    words = [w for w in words if role == "place" or not _is_beside(w, scene.doc[at])]
    if role != "place":
        return words
    words = [w for w in words if not place_phrases.is_somebody(w, scene)]
    return [w for w in words if not place_phrases.is_direction(w)]


def _is_mute(word: Token) -> bool:
    """Tell whether a word is the subject of a verb that it does not speak by: "Israel declined to
    comment on the raid".
    """
    below = (c for c in word.head.children if c.dep_ == "xcomp")
    return word.dep_ == "nsubj" and any(map(sayings.is_mute, (word.head, *below)))


@told_by(merging.PASSING)
def _is_beside(word: Token, trigger: Token) -> bool:
    """Tell whether a word tells of what only dates a claim: "the raids came as rebels fell"."""
    above = [t for t in (word, *word.ancestors) if merging.is_dated_by(t)]
    return bool(above) and not {t.i for t in above} & {t.i for t in (trigger, *trigger.ancestors)}
