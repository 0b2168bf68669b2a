"""When a claim's event happens: the time expression of its clause, else what the codebook says."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from fogline.model import When
from fogline.reading import reconciling

if TYPE_CHECKING:
    from fogline.model import Entity, Published
    from fogline.reading.language import Token
    from fogline.reading.merging import Candidate
    from fogline.reading.scene import Scene

_STANDING: Final = frozenset({"occurred", "ongoing"})


def moment(candidate: Candidate, status: str, scene: Scene) -> When:
    """Return the event's time from the clause of the trigger (first) and the words it absorbed.

    Without one: publication for what occurred or goes on, nothing for what lies ahead.
    """
    entity = reconciling.time(_nearest(candidate.words, scene), candidate, scene)
    if entity is not None and entity.when is not None:
        return entity.when
    return default(scene.document.published) if status in _STANDING else When()


def default(published: Published) -> When:
    """Return the publication day as an event's time, with basis "default"; only offsets where not
    settled.
    """
    day = published.earliest if published.earliest == published.latest else None
    return When(None, day, day, (0, 0), "default")


def is_background(when: When, published: Published, years: int = 5) -> bool:
    """Tell whether an event ended more than `years` before publication (codebook section 1)."""
    if when.end is None or published.earliest is None:
        return False
    return date.fromisoformat(when.end) < date.fromisoformat(published.earliest) - timedelta(
        days=365 * years + 1
    )


def _nearest(words: list[Token], scene: Scene) -> Entity | None:
    """Return the time that stands closest to the trigger on the parse within its clause complex."""
    best: tuple[int, Entity] | None = None
    sentence = scene.sentence(words[0])
    for i, entity in scene.times_at.items():
        if i not in sentence or entity.when is None or _is_clock(entity):
            continue
        token = scene.doc[i]
        distance = min((d for w in words if (d := _distance(w, token)) is not None), default=None)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, entity)
    return best[1] if best else None


def _is_clock(entity: Entity) -> bool:
    return ":" in entity.text or entity.text.strip().isdigit()


def _distance(trigger: Token, time: Token) -> int | None:
    """Return the steps between a time and a trigger, None where a clause border lies between.

    A time outside a relative or complement clause does not date what happens inside it.
    """
    above = {t.i: n for n, t in enumerate(_up(trigger, _TRIGGER_BORDERS))}
    for n, token in enumerate(_up(time, _TIME_BORDERS)):
        if token.i in above:
            return n + above[token.i]
    return None


def _up(token: Token, borders: frozenset[str]) -> list[Token]:
    path = [token]
    while path[-1].head.i != path[-1].i and path[-1].dep_ not in borders and len(path) < 40:
        path.append(path[-1].head)
    return path


_TRIGGER_BORDERS: Final = frozenset({"ccomp", "acl:relcl", "parataxis"})
_TIME_BORDERS: Final = frozenset({"acl:relcl", "parataxis", "ccomp"})
