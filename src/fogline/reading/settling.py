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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from math import exp, fsum, log
from typing import TYPE_CHECKING, Final, NamedTuple

from fogline.model.quick import quick
from fogline.reading import anaphora, facts, locations, placing, reconciling
from fogline.reading.capacities import is_state
from fogline.reading.joined import covered
from fogline.reading.phrases import preposition

if TYPE_CHECKING:
    from fogline.reading.frames import Participants
    from fogline.reading.language import Token
    from fogline.reading.merging import Candidate
    from fogline.reading.scene import Scene

_PREPOSITIONS: Final = frozenset(
    (
        "in at on near from to into of for across over around towards outside inside through "
        "between along against by with"
    ).split()
)
_FEW: Final = 2
_MANY: Final = 3
_DISTANCES: Final = (2, 5, 10, 20)
_SLIGHT: Final = 0.03  # what the heads hold for a place no surer than this is not weighed
_LONGEST: Final = 6
_FEATURE: Final = 4
_SCALE: Final = 3.0
_RULED: Final = "ruled"
_UNRULED: Final = "unruled"
_UNNAMED: Final = "unnamed"
_WIDE: Final = ("PCL", "ADM1", "RGN", "CONT", "AREA")

Choice = tuple[int, ...]


@quick
@dataclass(frozen=True, slots=True)
class Where:
    """What a claim's places are chosen from, all by the indices of tokens.

    `triggers` are the sentence's, `found` its places, `ruled` those that the rules propose, `taken`
    who acts or is hit, `chosen` what the heads left of the ruled ones and added; `told` are the
    places of the claim before it in the same sentence.
    """

    candidate: Candidate
    scene: Scene
    triggers: frozenset[int]
    found: tuple[int, ...]
    ruled: frozenset[int]
    taken: frozenset[int]
    chosen: Choice
    told: frozenset[int]


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


def asked(
    candidate: Candidate,
    who: Participants,
    triggers: frozenset[int],
    scene: Scene,
    told: frozenset[int] = frozenset(),
) -> Where:
    """Return what a claim's places are chosen from; who acts and who is hit is none."""
    ruled = facts.place_heads(candidate, triggers, scene)
    hit = (h for h in who.recipients if not locations.is_area(h, scene))
    taken = {h.i for h in (*who.actors, *hit)}
    left = reconciling.heads("place", ruled, candidate, scene)
    return Where(
        candidate=candidate,
        scene=scene,
        triggers=triggers,
        found=among(candidate, [*ruled, *left], scene),
        ruled=frozenset(t.i for t in ruled),
        taken=frozenset(taken),
        chosen=tuple(sorted(t.i for t in left if t.i not in taken)),
        told=told,
    )


def settled(where: Where) -> list[Token]:
    """Return a claim's places."""
    doc = where.scene.doc
    if where.scene.evidence is None:
        return [doc[i] for i in where.chosen]
    found = choices(where)
    if len(found) == 1:
        return [doc[i] for i in where.chosen]
    weighed = [exp(w) for w in _weighed(found, where)]
    best = max((n for n, one in enumerate(found) if is_open(one, where)), key=weighed.__getitem__)
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
    place without a name is not given up for none.
    """
    return where.taken.isdisjoint(choice) and (bool(choice) or not _has_unnamed(where))


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
    at = reconciling.anchor(candidate, scene)
    for i in scene.evidence.in_role("place", at, _SLIGHT) if scene.evidence else ():
        token = scene.doc[i]
        own = i in candidate.places or i not in sentence
        if not own and not token.is_punct and not covered(token, [*found.values()]):
            found[i] = token
    return tuple(sorted(found))


def _weighed(found: list[Choice], where: Where) -> list[float]:
    by, of_claim = weights(), _of_claim(where)
    told = {i: _weight(i, of_claim, where) for i in where.found}
    return [
        sum(told[i] for i in one)
        + by.share * by.words.get(size(one), 0.0)
        + sum(by.heads.get(mark, 0.0) for mark in changes(one, where.chosen))
        for one in found
    ]


def _weight(i: int, of_claim: list[str], where: Where) -> float:
    by, stand, ruled = weights(), _stand(i, where), _ruled(i, where)
    told = [*map(by.sided[ruled].get, {*_of_place(stand, where), *of_claim})]
    told += map(by.words.get, {ruled, *_of_words(stand, where)})
    leaning = leanings(i, where)
    # An exact sum does not depend on the order of the marks.
    return by.share * fsum(filter(None, told)) + sum(
        by.heads.get(m, 0.0) * leaning[m] for m in sorted(leaning)
    )


def size(choice: Choice) -> str:
    """Return the mark of how many places a choice has."""
    return f"{min(len(choice), _MANY)} places"


def changes(choice: Choice, chosen: Choice) -> Iterator[str]:
    """Yield the marks of how a choice departs from what was chosen."""
    if choice == chosen:
        yield "as chosen"
    yield size(choice)
    yield f"{size(choice)} for {min(len(chosen), _MANY)}"


# --- what the words tell -------------------------------------------------------------------------


def marks(i: int, where: Where) -> Iterator[str]:
    """Yield what tells of a place, each also with whether the rules propose it."""
    stand, ruled = _stand(i, where), _ruled(i, where)
    yield ruled
    for mark in (*_of_place(stand, where), *_of_claim(where)):
        yield f"{mark}, {ruled}"
    yield from _of_words(stand, where)


def _ruled(i: int, where: Where) -> str:
    return _RULED if i in where.ruled and i not in where.taken else _UNRULED


def _stand(i: int, where: Where) -> _Stand:
    token = where.scene.doc[i]
    outer = placing.wrapper(token, where.scene)
    way = path(where.candidate.head, outer)
    return _Stand(token, outer, _case(outer), way, _owner(token, where))


class _Stand(NamedTuple):
    """Where a place stands: itself, what it completes with its preposition, the way there from the
    trigger, and whose it is.
    """

    token: Token
    outer: Token
    case: str
    way: str
    owner: str


def _of_words(stand: _Stand, where: Where) -> list[str]:
    """Return the marks that tell the same of what the rules propose and what they do not."""
    token, outer, case, way, owner = stand
    event = where.candidate.entry.event
    found = [case, outer.dep_, way, f"{case} {event}", f"{outer.dep_} of {_word(outer.head)}"]
    found.append(f"{owner} {event}")
    if token.i not in where.scene.places_at:
        found.append(f"word {_word(token)}")
    if token.i in where.ruled and token.i in where.taken:
        found.append("acts or is hit")
    return found + _kinds(token, where.scene)


def _of_place(stand: _Stand, where: Where) -> list[str]:
    """Return the marks that tell of what the rules propose otherwise than of what they do not."""
    token, outer, case, way, owner = stand
    found = [case, outer.dep_, way, f"is {_feature(token.i, where.scene)}", owner]
    found += _kinds(token, where.scene)
    found += _traits(token, outer, where)
    return found + _order(token.i, where)


def _kinds(token: Token, scene: Scene) -> list[str]:
    return [f"is {name}" for name in scene.classes(token)]


def _traits(token: Token, outer: Token, where: Where) -> list[str]:
    scene, words = where.scene, {w.i for w in where.candidate.words}
    told = (
        ("of the trigger", outer.head.i in words),
        ("of a trigger", outer.head.i in where.triggers),
        ("apart", locations.is_apart(token, words)),
        ("says whose", not locations.says_where(token, scene)),
        ("whence", locations.is_whence(token, scene)),
        ("state", is_state(token, scene)),
        ("bare", anaphora.is_bare(token)),
        ("nameless", not locations.has_name(token, scene)),
        ("located", token in facts.places(scene.sentence(token), scene)),
    )
    return [mark for mark, holds in told if holds]


def _order(i: int, where: Where) -> list[str]:
    """Return the marks of where a place stands among the triggers and the other places."""
    at = where.candidate.head.i
    away, first, last = abs(i - at), min(i, at), max(i, at)
    side = "before" if i < at else "behind"
    between = sum([first < t < last for t in where.triggers])
    others = [o for o in where.found if o != i]
    ruled = [o for o in others if o in where.ruled and o not in where.taken]
    found = [
        side,
        f"{side}, {sum([away > d for d in _DISTANCES])} away",
        f"{min(between, _FEW)} triggers between",
        f"{min(len(ruled), _FEW)} others ruled",
    ]
    if not others:
        found.append("the only one")
    if min([abs(o - at) for o in others], default=away) < away:
        found.append("farther")
    if min([abs(o - at) for o in ruled], default=away) < away:
        found.append("farther than ruled")
    if where.told:
        found.append("told before" if i in where.told else "others told before")
    return found + (_beside(i, others, where.scene) if others else [])


def _beside(i: int, others: list[int], scene: Scene) -> list[str]:
    """Return the marks of what kind of places stand beside one."""
    own, names = _feature(i, scene), {_feature(o, scene) for o in others}
    found = []
    if own == _UNNAMED and names - {_UNNAMED}:
        found.append("unnamed beside a name")
    if own != _UNNAMED and _UNNAMED in names:
        found.append("a name beside unnamed")
    if own.startswith(_WIDE) and any(not n.startswith((*_WIDE, _UNNAMED)) for n in names):
        found.append("wide beside finer")
    return found


def _of_claim(where: Where) -> list[str]:
    entry, head = where.candidate.entry, where.candidate.head
    return [
        entry.event,
        f"{entry.event} {entry.mode}",
        entry.kind,
        f"frame {entry.frame}",
        f"rank {entry.rank}",
        f"trigger {_word(head)}",
        f"trigger {head.dep_}",
        where.scene.part.role,
    ]


def _owner(place: Token, where: Where) -> str:
    """Return whose a place is, as the sentence is built: the claim's own or another trigger's."""
    owner = locations.owner(place, where.triggers)
    if owner is None:
        return "nobody's"
    if owner in {w.i for w in where.candidate.words}:
        return "its own"
    above = {t.i for t in where.candidate.head.ancestors}
    if owner in above:
        return "of a trigger above"
    below = {t.i for t in where.scene.doc[owner].ancestors}
    return "of a trigger below" if where.candidate.head.i in below else "of another trigger"


def _feature(i: int, scene: Scene) -> str:
    entity = scene.places_at.get(i)
    return _UNNAMED if entity is None else (entity.feature or "unknown")[:_FEATURE]


def _word(token: Token) -> str:
    """Return a word, but of no name: what tells of one side tells of another."""
    return "a name" if token.pos_ == "PROPN" else token.lemma_.lower()


def _case(token: Token) -> str:
    first = preposition(token).split(" ")[0]
    return first if first in _PREPOSITIONS else "by another word" if first else "by no word"


def path(trigger: Token, place: Token) -> str:
    """Return the way through the sentence from a trigger to a place: up, then down."""
    up = [trigger, *islice(trigger.ancestors, _LONGEST - 1)]
    at = {t.i: n for n, t in enumerate(up)}
    down = [place, *islice(place.ancestors, _LONGEST - 1)]
    meets = next((n for n, t in enumerate(down) if t.i in at), None)
    if meets is None:
        return "far"
    climbed = "^".join(t.dep_ for t in up[: at[down[meets].i]])
    return f"{climbed}|{'_'.join(t.dep_ for t in reversed(down[:meets]))}"


# --- what the heads tell -------------------------------------------------------------------------


def leanings(i: int, where: Where) -> dict[str, float]:
    """Return what the heads tell of a place: as numbers, by their log odds."""
    scene = where.scene
    at = reconciling.anchor(where.candidate, scene)
    ruled, chosen = i in where.ruled, i in where.chosen
    word = _odds(_role("place", at, i, scene))
    phrase = _odds(reconciling.phrase("place", at, scene.doc[i], scene))
    found = {
        "any": 1.0, "word": word, "phrase": phrase,
        "actor": _odds(_role("actor", at, i, scene)),
        "recipient": _odds(_role("recipient", at, i, scene)),
    }  # fmt: skip
    if ruled:
        found["ruled"] = 1.0
    if chosen:
        found |= {"chosen": 1.0, "word, chosen": word, "phrase, chosen": phrase}
    return found


def _role(role: str, at: int, i: int, scene: Scene) -> float | None:
    return scene.evidence.role(role, at, i) if scene.evidence else None


def _odds(likely: float | None) -> float:
    """Return log odds, some 3 to -3; of what the heads are not asked, nearly the least."""
    if likely is None:
        return -4.0 / _SCALE
    likely = min(max(likely, 1e-3), 1 - 1e-3)
    return log(likely / (1 - likely)) / _SCALE


@cache
def weights() -> Weights:
    """Return the learned weights; other marks weigh nothing."""
    file = files(__package__).joinpath("model", "places.json")
    found = json.loads(file.read_text(encoding="utf-8"))
    sided = {
        side: {
            m.removesuffix(f", {side}"): w
            for m, w in found["words"].items()
            if m.endswith(f", {side}")
        }
        for side in (_RULED, _UNRULED)
    }
    return Weights(**found, sided=sided)
