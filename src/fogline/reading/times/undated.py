"""When a claim's event happens that no expression of its own dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from fogline.model import When
from fogline.reading.attribution.attribution import SAYING
from fogline.reading.times import asunder, times
from fogline.reading.times.nearness import length, number_at, ranked, way_up

if TYPE_CHECKING:
    from fogline.model import Entity, Published
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate


def default(published: Published) -> When:
    """Return the publication day as an event's time, with basis "default"; only offsets where not
    settled.
    """
    day = published.earliest if published.earliest == published.latest else None
    return When(None, day, day, (0, 0), "default")


@dataclass(frozen=True, slots=True)
class Apart:
    """A clause that is told by its distance in time from another: its head, and its days."""

    clause: Token
    when: When


def set_apart(candidate: Candidate, scene: Scene) -> Apart | None:
    """Return the time of "three days after it fell" by the time of what it is set apart from."""
    for token in way_up(candidate.head, frozenset({"ccomp", "parataxis", "acl:relcl"})):
        for mark in (c for c in token.children if c.lower_ in {"after", "before"}):
            days = times.distance(scene.text[: mark.idx])
            way = days if days is None or mark.lower_ == "before" else (-days[1], -days[0])
            when = times.shifted(_base(token, scene), way) if way else None
            if when is not None:
                return Apart(token, when)
    return None


def _base(clause: Token, scene: Scene) -> When:
    """Return the time of what a clause hangs on: an expression told beside it, else publication."""
    sentence = scene.sentence(clause)
    inside = {t.i for t in clause.subtree}
    outside = (scene.times_at[i] for i in sentence if i in scene.times_at and i not in inside)
    entity = next((e for e in outside if e.when and e.when.start), None)
    return entity.when if entity and entity.when else default(scene.published(clause.idx))


def of_item(candidate: Candidate, scene: Scene) -> When | None:
    """Return the date that an item of a list opens with: "26 Feb, Nord: market burned"."""
    start = scene.doc[scene.sentence(candidate.head).start].idx
    at = number_at(start, scene)
    for entity in scene.times[at : at + 1]:
        if entity.start > candidate.head.idx or _OPENS.search(scene.text[start : entity.start]):
            return None
        behind = scene.text[entity.end : entity.end + 2]
        dated = entity.when is not None and entity.when.basis == "absolute"
        return entity.when if dated and _AFTER.match(behind) else None
    return None


_OPENS: Final = re.compile(r"\w")
_AFTER: Final = re.compile(r"[.]?[,:–—]| [-–—]")


def upheld_until(candidate: Candidate, scene: Scene) -> When | None:
    """Return the day up to which somebody said that something is so: "till Monday insisted that
    they held it"; it is not told beyond.
    """
    border = _told(candidate.head)
    near = ranked([border.head], scene) if border is not None else ()
    for entity in near:
        if _UNTIL.match(entity.text) and border and not within(entity, border, scene):
            published = scene.published(entity.start)
            found = times.sense(scene.text, entity.start, published, toward="past", told=None)
            return found.when if found and found.when.start else None
    return None


_UNTIL: Final = re.compile(r"(?:until|till)\b", re.IGNORECASE)


def of_statement(candidate: Candidate, scene: Scene) -> When | None:
    """Return the day on which it was said, where only that is told: "said on Sunday that ...", "on
    Sunday accused them of ...".

    It is marked as spoken: it happened on that day at the latest.
    """
    border = _told(candidate.head)
    if border is None:
        return None
    near = [e for e in ranked([border.head], scene) if not within(e, border, scene)]
    for entity in near:
        found = times.sense(
            scene.text, entity.start, scene.published(entity.start), toward="past", told=None
        )
        if found and found.when.start and length(found.when) == 1:
            return replace(found.when, spoken=True)
    return None


def _told(head: Token) -> Token | None:
    """Return the clause or noun that is what somebody says, charges or denies."""
    if (content := asunder.charged(head)) is not None:
        return content
    clause = next((t for t in way_up(head, _COMPLEMENT) if t.dep_ in _COMPLEMENT), None)
    return clause if clause is not None and clause.head.lemma_.lower() in SAYING else None


def within(entity: Entity, clause: Token, scene: Scene) -> bool:
    token = scene.token_at(entity.start)
    return token.i == clause.i or any(a.i == clause.i for a in token.ancestors)


_COMPLEMENT: Final = frozenset({"ccomp"})
