"""What the rules alone make of a part, as the learned heads are told it: words that trigger, and
who stands to them how.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from fogline.reading.language import Noted
from fogline.reading.learned import facts
from fogline.reading.times import nearness
from fogline.reading.triggers import events, triggers

if TYPE_CHECKING:
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate

ABSORBED: Final = "rule:absorbed"
MATCHED: Final = "rule:matched"


@cache
def names() -> tuple[str, ...]:
    """Return every name that notes can hold, in a fixed order."""
    entries = [e for kind in ("verbs", "nouns", "modifiers") for e in triggers.entries(kind)]
    codes = {f"rule:{e.event}/{e.mode or ''}" for e in entries}
    found = {f"rule:{e.event}" for e in entries} | codes
    return tuple(sorted(found | {ABSORBED, MATCHED}))


def notes(scene: Scene) -> Noted:
    """Return what the rules make of a part whose evidence is not yet known."""
    words: dict[int, list[str]] = defaultdict(list)
    proposed: dict[int, list[tuple[Candidate, frozenset[int]]]] = defaultdict(list)
    for matches in events.by_sentence(events.matches(scene), scene):
        for match in matches:
            words[match.head.i].append(MATCHED)
        found = events.candidates(matches, scene)
        heads = frozenset(w.i for c in found for w in c.words)
        for candidate in found:
            head, entry = candidate.head.i, candidate.entry
            words[head] += f"rule:{entry.event}", f"rule:{entry.event}/{entry.mode or ''}"
            proposed[head].append((candidate, heads))
            for other in candidate.absorbed:
                words[other.head.i].append(ABSORBED)
    return Noted(words, lambda trigger: _all_pairs(proposed.get(trigger, ()), scene))


def _all_pairs(
    proposed: Iterable[tuple[Candidate, frozenset[int]]], scene: Scene
) -> list[tuple[int, str]]:
    return [pair for one, triggers in proposed for pair in _pairs(one, triggers, scene)]


def _pairs(
    candidate: Candidate, triggers: frozenset[int], scene: Scene
) -> Iterator[tuple[int, str]]:
    """Yield who stands in which role to a candidate."""
    who = facts.who(candidate, scene)
    places = facts.place_heads(candidate, triggers, scene)
    sources = (link.source for link in facts.links(candidate.head, scene))
    for role, found in (
        ("actor", who.actors), ("recipient", who.recipients),
        ("place", places), ("source", sources),
    ):  # fmt: skip
        yield from ((token.i, role) for token in found)
    for time in nearness.ranked(candidate.words, scene)[:1]:
        near = scene.sentence(candidate.head)
        yield from ((i, "time") for i in near if scene.times_at.get(i) is time)
