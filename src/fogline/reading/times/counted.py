"""What is counted from another event's day: "a day after the truce of Sunday", "took it on Friday
after three days of fighting".
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from fogline.reading.times import times
from fogline.reading.times.nearness import way_up
from fogline.reading.times.undated import Apart
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.model import Entity, When
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_WITHIN: Final = re.compile(
    r"\b(?:in|for|over|during|within|first) (?:the )?(?:first )?(?:\w+ ){1,3}$"
)
_HOURS: Final = re.compile(r"(?<!\d )\b(?:hours|minutes) $")
_SIDES: Final = frozenset({"after", "before"})
_BORDERS: Final = frozenset({"ccomp", "parataxis", "acl:relcl", "advcl"})
_BESIDE: Final = frozenset({"advcl", "obl"})


@told_by(_SIDES, otherwise=None)
def from_other(trigger: Token, scene: Scene) -> Apart | None:
    """Return the days of what happened so long after or before another event, by the day that this
    one is told with, and the head of the words for that event; None where there are none.
    """
    for other, mark in _others(trigger):
        days = _distance(scene.text[: mark.idx])
        when = _day_within(other, scene) if days else None
        if days is None or when is None:
            continue
        days = (0, days[1]) if _WITHIN.search(scene.text[: mark.idx]) else days
        way = days if mark.lower_ == "after" else (-days[1], -days[0])
        if (shifted := times.shifted(when, way)) is not None:
            return Apart(other, shifted)
    return None


def up_to_day(when: When, entity: Entity, scene: Scene) -> When:
    """Return the days of what lasted so long, counted back from the day that its sentence tells:
    "took it on Friday after three days of fighting"; as they are where it tells none.
    """
    sentence = scene.sentence(scene.token_at(entity.start))
    others = (scene.times_at[i] for i in sentence if i in scene.times_at)
    days = (o.when for o in others if o is not entity and o.when is not None)
    base = next((d for d in days if d.end and when.end and d.end < when.end), None)
    if base is None or base.end is None or when.start is None or when.end is None:
        return when
    back = (date.fromisoformat(when.start) - date.fromisoformat(when.end)).days
    first = times.shifted(base, (back, 0))
    return when if first is None else replace(first, text=when.text)


def _distance(text: str) -> tuple[int, int] | None:
    """Return the days that a text ends with, least and most; hours may reach into the next."""
    return (0, 1) if _HOURS.search(text) else times.distance(text)


def _others(trigger: Token) -> Iterator[tuple[Token, Token]]:
    """Yield what is told to have happened before or after a trigger, with the word that says so."""
    way = way_up(trigger, _BORDERS)
    inside = {t.i for t in way}
    for token in way:
        for other in token.children:
            if other.dep_ in _BESIDE and other.i not in inside:
                marks = (c for c in other.children if c.lower_ in _SIDES and c.i < other.i)
                yield from ((other, mark) for mark in marks)


def _day_within(other: Token, scene: Scene) -> When | None:
    found = (scene.times_at[t.i].when for t in other.subtree if t.i in scene.times_at)
    return next((when for when in found if when is not None and when.start), None)
