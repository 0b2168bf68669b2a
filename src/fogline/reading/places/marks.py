"""The marks of a place that may be a claim's: what the words tell of it, and what the learned heads
do. Their weights are learned (see `settling`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import log
from typing import TYPE_CHECKING, Final, NamedTuple

from fogline.model.quick import quick
from fogline.reading.coreference import anaphora
from fogline.reading.grammar import scope
from fogline.reading.grammar.phrases import preposition
from fogline.reading.learned import facts, filling, values
from fogline.reading.places import containing, locations, place_phrases, placing
from fogline.reading.roles.capacities import is_state

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate

RULED: Final = "ruled"
UNRULED: Final = "unruled"
_PREPOSITIONS: Final = frozenset(
    (
        "in at on near from to into of for across over around towards outside inside through "
        "between along against by with"
    ).split()
)
_FEW: Final = 2
_DISTANCES: Final = (2, 5, 10, 20)
_LONGEST: Final = 6
_FEATURE: Final = 4
_SCALE: Final = 3.0
_UNNAMED: Final = "unnamed"
_WIDE: Final = ("PCL", "ADM1", "RGN", "CONT", "AREA")

Choice = tuple[int, ...]


@quick
@dataclass(frozen=True, slots=True)
class Where:
    """What a claim's places are chosen from, all by the indices of tokens.

    `triggers` are the sentence's, `found` its places, `ruled` those that the rules propose, `taken`
    who acts or is hit, `chosen` what the heads left of the ruled ones and added, `goals` those that
    are reached or left; `told` are the places of the claim before it in the same sentence.
    """

    candidate: Candidate
    scene: Scene
    triggers: frozenset[int]
    found: tuple[int, ...]
    ruled: frozenset[int]
    taken: frozenset[int]
    chosen: Choice
    goals: frozenset[int]
    told: frozenset[int] = frozenset()


# --- what the words tell -------------------------------------------------------------------------


def of(i: int, where: Where) -> Iterator[str]:
    """Yield what tells of a place, each also with whether the rules propose it."""
    stand, ruled = stand_of(i, where), ruled_or_not(i, where)
    yield ruled
    for mark in (*of_place(stand, where), *of_claim(where)):
        yield f"{mark}, {ruled}"
    yield from of_words(stand, where)


def ruled_or_not(i: int, where: Where) -> str:
    """Return the mark of whether the rules propose a place."""
    return RULED if i in where.ruled and i not in where.taken else UNRULED


def stand_of(i: int, where: Where) -> Stand:
    """Return where a place stands."""
    token = where.scene.doc[i]
    outer = placing.wrapper(token, where.scene)
    way = path(where.candidate.head, outer)
    return Stand(token, outer, _case(outer), way, _owner(token, where))


class Stand(NamedTuple):
    """Where a place stands: itself, what it completes with its preposition, the way there from the
    trigger, and whose it is.
    """

    token: Token
    outer: Token
    case: str
    way: str
    owner: str


def of_words(stand: Stand, where: Where) -> list[str]:
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


def of_place(stand: Stand, where: Where) -> list[str]:
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
        ("says whose", not place_phrases.says_where(token, scene)),
        ("whence", containing.is_whence(token, scene)),
        ("state", is_state(token, scene)),
        ("bare", anaphora.is_bare(token)),
        ("nameless", not place_phrases.has_name(token, scene)),
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


def of_claim(where: Where) -> list[str]:
    """Return the marks of the claim, the same for all its places."""
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
    owner = scope.owner(place, where.triggers)
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
    climbed = trigger.doc.once(_climbed, trigger)
    down: list[str] = []
    for token in (place, *islice(place.ancestors, _LONGEST - 1)):
        if (up := climbed.get(token.i)) is not None:
            return f"{up}|{'_'.join(reversed(down))}"
        down.append(token.dep_)
    return "far"


def _climbed(trigger: Token) -> dict[int, str]:
    """Return the way up to each word above a trigger, itself included."""
    up = [trigger, *islice(trigger.ancestors, _LONGEST - 1)]
    deps = [t.dep_ for t in up]
    return {t.i: "^".join(deps[:n]) for n, t in enumerate(up)}


# --- what the heads tell -------------------------------------------------------------------------


def leanings(i: int, where: Where) -> dict[str, float]:
    """Return what the heads tell of a place: as numbers, by their log odds."""
    scene = where.scene
    at = values.anchor(where.candidate, scene)
    ruled, chosen = i in where.ruled, i in where.chosen
    word = _odds(_role("place", at, i, scene))
    phrase = _odds(filling.phrase("place", at, scene.doc[i], scene))
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
