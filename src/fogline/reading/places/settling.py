"""Which of a sentence's places are a claim's: what rules and heads chose, unless another choice is
likelier by far.

The choices are what was chosen, that with one place more or less, each place alone, and none; a
softmax over them, each weighed by the marks of its places. The marks' weights stand in
`model/places.json`, learned from the coded corpus by `training.claims.places`: those of "words"
from what the text and the rules tell, those of "heads" from what the learned heads tell of texts
that these have not been taught.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, fsum
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.joined import covered
from fogline.reading.learned import facts, filling, values
from fogline.reading.places import locations, marks, place_phrases, placing
from fogline.reading.places.marks import Choice, Where

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.roles.doers import Participants
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate

_MANY: Final = 3
_SLIGHT: Final = 0.03  # what the heads hold for a place no surer than this is not weighed


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of marks; how much those of words weigh beside those of heads, and how likely a
    choice must be to take the place of what was chosen. `sided` are those of words that tell of
    what the rules propose, and of what they do not, by the mark alone.
    """

    words: Mapping[str, float]
    heads: Mapping[str, float]
    share: float
    least: float
    sided: Mapping[str, Mapping[str, float]]


def asked(candidate: Candidate, who: Participants, triggers: frozenset[int], scene: Scene) -> Where:
    """Return what a claim's places are chosen from; who acts and who is hit is none."""
    ruled = facts.place_heads(candidate, triggers, scene)
    hit = (h for h in who.recipients if not place_phrases.is_area(h, scene))
    taken = {h.i for h in (*who.actors, *hit)}
    left = filling.in_role("place", ruled, candidate, scene)
    spoken = candidate.entry.event in locations.WORDS  # only the place that its sentence opens with
    goals = [t for t in ruled if spoken or placing.is_goal(t, candidate.head)]
    left += [t for t in goals if t not in left]
    return Where(
        candidate=candidate,
        scene=scene,
        triggers=triggers,
        found=among(candidate, [*ruled, *left], scene),
        ruled=frozenset(t.i for t in ruled),
        taken=frozenset(taken),
        chosen=tuple(sorted(t.i for t in left if t.i not in taken)),
        goals=frozenset(t.i for t in goals if t.i not in taken),
    )


def settled(where: Where) -> list[Token]:
    """Return a claim's places."""
    doc = where.scene.doc
    if where.scene.evidence is None:
        return [doc[i] for i in where.chosen]
    found = choices(where)
    left = [n for n, one in enumerate(found) if is_open(one, where)]
    if left == [0]:
        return [doc[i] for i in where.chosen]
    weighed = [exp(w) for w in _weighed(found, where)]
    best = max(left, key=weighed.__getitem__)
    likely = weighed[best] >= weights().least * sum(weighed)
    return [doc[i] for i in (found[best] if likely else where.chosen)]


def choices(where: Where) -> list[Choice]:
    """Return the choices, what was chosen first."""
    found = [where.chosen]
    for i in where.found:
        found += (tuple(sorted({*where.chosen} ^ {i})), (i,))
    return list(dict.fromkeys((*found, ())))


def is_open(choice: Choice, where: Where) -> bool:
    """Tell whether a choice may be made: who acts or is hit is weighed, but says not where, and a
    place without a name is not given up for none, nor one that is reached or left for any.
    """
    if not (where.taken.isdisjoint(choice) and where.goals.issubset(choice)):
        return False
    return bool(choice) or not _has_unnamed(where)


def _has_unnamed(where: Where) -> bool:
    """Tell whether a place without a name was chosen: it is said for this claim's sake, "at the
    front".
    """
    return any(i not in where.scene.places_at for i in where.chosen)


def among(candidate: Candidate, proposed: list[Token], scene: Scene) -> tuple[int, ...]:
    """Return the places of a claim's sentence: what is proposed, what may be one by its words, and
    what the heads think of.
    """
    sentence = scene.sentence(candidate.head)
    found = {t.i: t for t in (*facts.places(sentence, scene), *proposed)}
    at = values.anchor(candidate, scene)
    for i in scene.evidence.in_role("place", at, _SLIGHT) if scene.evidence else ():
        token = scene.doc[i]
        own = i in candidate.places or i not in sentence
        own = own or place_phrases.is_somebody(token, scene)
        if not own and not token.is_punct and not covered(token, [*found.values()]):
            found[i] = token
    return tuple(sorted(found))


def _weighed(found: list[Choice], where: Where) -> list[float]:
    of_claim = marks.of_claim(where)
    told = {i: _weight(i, of_claim, where) for i in where.found}
    return [
        sum([told[i] for i in one]) + words + heads
        for one in found
        for words, heads in [_by_number(len(one), len(where.chosen), as_chosen=one == where.chosen)]
    ]


def _weight(i: int, of_claim: list[str], where: Where) -> float:
    by, stand, ruled = weights(), marks.stand_of(i, where), marks.ruled_or_not(i, where)
    told = [*map(by.sided[ruled].get, {*marks.of_place(stand, where), *of_claim})]
    told += map(by.words.get, {ruled, *marks.of_words(stand, where)})
    leaning = marks.leanings(i, where)
    # An exact sum does not depend on the order of the marks.
    return by.share * fsum(filter(None, told)) + sum(
        by.heads.get(m, 0.0) * leaning[m] for m in sorted(leaning)
    )


@cache
def _by_number(number: int, before: int, *, as_chosen: bool) -> tuple[float, float]:
    """Return what the number of a choice's places weighs, by words and by heads."""
    by = weights()
    marked = _changes(number, before, as_chosen=as_chosen)
    words = by.share * by.words.get(_size(number), 0.0)
    return words, sum(by.heads.get(mark, 0.0) for mark in marked)


def size(choice: Choice) -> str:
    """Return the mark of how many places a choice has."""
    return _size(len(choice))


def changes(choice: Choice, chosen: Choice) -> tuple[str, ...]:
    """Return the marks of how a choice departs from what was chosen."""
    return _changes(len(choice), len(chosen), as_chosen=choice == chosen)


def _size(number: int) -> str:
    return f"{min(number, _MANY)} places"


def _changes(number: int, before: int, *, as_chosen: bool) -> tuple[str, ...]:
    own = ("as chosen",) if as_chosen else ()
    return (*own, _size(number), f"{_size(number)} for {min(before, _MANY)}")


@cache
def weights() -> Weights:
    """Return the learned weights; other marks weigh nothing."""
    file = files("fogline.reading").joinpath("model", "places.json")
    found = json.loads(file.read_text(encoding="utf-8"))
    sided = {
        side: {
            m.removesuffix(f", {side}"): w
            for m, w in found["words"].items()
            if m.endswith(f", {side}")
        }
        for side in (marks.RULED, marks.UNRULED)
    }
    return Weights(**found, sided=sided)
