"""When a claim's event happens: the time expression of its clause, else what the codebook says."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from fogline.model import When

if TYPE_CHECKING:
    from fogline.model import Entity, Published
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_STANDING: Final = frozenset({"occurred", "ongoing"})


def moment(trigger: Token, heads: set[int], status: str, scene: Scene) -> When:
    """Return the event's time: from its own clause, the sentence, or publication by default."""
    entity = _own(trigger, heads, scene) or _sentence(trigger, heads, scene)
    if entity is not None and entity.when is not None:
        return entity.when
    return default(scene.document.published) if status in _STANDING else When()


def default(published: Published) -> When:
    """Return the publication day as an event's time, with basis "default"; offsets where undated."""
    if published.earliest is None or published.basis in {"inferred", "text"}:
        return When(None, None, None, (0, 0), "default")
    return When(None, published.earliest, published.latest or published.earliest, (0, 0), "default")


def is_background(when: When, published: Published, years: int = 5) -> bool:
    """Tell whether an event ended more than `years` before publication (codebook section 1)."""
    if when.end is None or published.earliest is None:
        return False
    return date.fromisoformat(when.end) < date.fromisoformat(published.earliest) - timedelta(
        days=365 * years + 1
    )


def _own(trigger: Token, heads: set[int], scene: Scene) -> Entity | None:
    """Return the time whose nearest trigger above it on the parse is this one."""
    for token in trigger.sent:
        entity = scene.times_at.get(token.i)
        if entity is not None and entity.when is not None and _owner(token, heads) == trigger.i:
            return entity
    return None


def _sentence(trigger: Token, heads: set[int], scene: Scene) -> Entity | None:
    """Return the sentence's only time where no other trigger owns it."""
    times = {
        scene.times_at[t.i].start: scene.times_at[t.i]
        for t in trigger.sent
        if t.i in scene.times_at
    }
    if len(times) != 1:
        return None
    entity = next(iter(times.values()))
    token = next(t for t in trigger.sent if scene.times_at.get(t.i) is entity)
    owner = _owner(token, heads)
    return entity if owner is None or _same_clause(trigger, trigger.doc[owner]) else None


def _owner(token: Token, heads: set[int]) -> int | None:
    node = token
    for _ in range(40):
        if node.i in heads:
            return node.i
        if node.head.i == node.i:
            return None
        node = node.head
    return None


def _same_clause(a: Token, b: Token) -> bool:
    """Tell whether two triggers share a clause but for coordination and participles."""
    node = a
    while node.head.i != node.i and node.dep_ not in {"ccomp", "acl:relcl", "parataxis", "advcl"}:
        node = node.head
        if node.i == b.i:
            return True
    return False
