"""The expressions of time around a trigger, the closest on the parse first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from fogline.model import When
from fogline.reading.grammar.relations import ADNOMINAL
from fogline.reading.tables import words

if TYPE_CHECKING:
    from fogline.model import Entity
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene


_FAR: Final = 40
_TRIGGER_BORDERS: Final = frozenset({"ccomp", "acl:relcl", "parataxis"})
_OWN_BORDERS: Final = _TRIGGER_BORDERS | {"advcl", "acl", "conj"}
_TIME_BORDERS: Final = frozenset({"acl:relcl", "parataxis", "ccomp"})
_BEGIN: Final = frozenset("begin start launch step mount".split())
_BROKE_OUT: Final = _BEGIN | {"erupt", "break"}
_WARS: Final = words("times/lasting.csv", "word")["begun"]


def ranked(words: list[Token], scene: Scene) -> list[Entity]:
    """Return the times within the trigger's clause complex, the closest on the parse first."""
    return scene.once(_ranked, tuple(words)) if scene.times_at else []


def _ranked(words: tuple[Token, ...], scene: Scene) -> list[Entity]:
    near = [i for i in scene.sentence(words[0]) if i in scene.times_at]
    if not near:
        return []
    found: dict[int, tuple[int, int, Entity]] = {}
    triggers = [(w, {t.i: n for n, t in enumerate(way_up(w, _TRIGGER_BORDERS))}) for w in words]
    for i in near:
        entity = scene.times_at[i]
        if entity.when is None:
            continue
        path = way_up(scene.doc[i], _TIME_BORDERS)
        if begins_war(path[-1]) and is_perfect(words[0]):
            path += way_up(path[-1].head, _TIME_BORDERS)
        distances = (_distance(w, above, path) for w, above in triggers)
        distance = min((d for d in distances if d is not None), default=None)
        if distance is not None:
            at = (distance, i, entity)
            found[entity.start] = min(found.get(entity.start, at), at, key=lambda f: f[:2])
    return [entity for _, _, entity in sorted(found.values(), key=lambda f: f[:2])]


def _distance(trigger: Token, above: dict[int, int], path: list[Token]) -> int | None:
    """Return the steps between a time and a trigger, None where a clause border lies between:
    `above` are the steps from the trigger up, `path` is the way up from the time.

    A time outside a relative or complement clause does not date what happens inside it. One inside
    a relative clause dates the event that the clause describes: "fighting that began on Friday".
    """
    for n, token in enumerate(path):
        if token.i in above:
            return n + above[token.i]
    last = path[-1]
    if last.dep_ == "acl:relcl" and last.head.i == trigger.i and trigger.pos_ == "NOUN":
        return len(path)
    return None


def begins(clause: Token) -> bool:
    """Tell whether a clause says that something begins: "fighting that began in May"."""
    return clause.dep_ in ADNOMINAL and clause.lemma_.lower() in _BEGIN


def begins_war(clause: Token) -> bool:
    """Tell whether a clause says when a war began: "killed in the war that broke out in 2011"."""
    return clause.dep_ in ADNOMINAL and clause.lemma_ in _BROKE_OUT and clause.head.lemma_ in _WARS


def way_up(token: Token, borders: frozenset[str]) -> list[Token]:
    path = [token]
    while token.head is not token and token.dep_ not in borders and len(path) < _FAR:
        token = token.head
        path.append(token)
    return path


def verbs_above(head: Token) -> Iterator[Token]:
    """Yield the trigger and the verbs above it within its own clause."""
    for token in way_up(head, _OWN_BORDERS):
        if token is head or token.tag_.startswith("VB"):
            yield token


def number_at(offset: int, scene: Scene) -> int:
    """Return the number of the first time that begins at an offset or behind it."""
    return bisect_left(scene.times, offset, key=lambda e: e.start)


def length(when: When) -> int:
    start, end = date.fromisoformat(when.start or ""), date.fromisoformat(when.end or "")
    return (end - start).days + 1


def is_perfect(head: Token) -> bool:
    return not helpers(head).isdisjoint({"has", "have", "had", "'ve", "’ve"})


def helpers(head: Token) -> set[str]:
    verbs = list(verbs_above(head))
    return {c.lower_ for v in verbs for c in v.children if c.dep_.startswith("aux")}
