"""Rows of what weighing concludes: each conflict has an id of its own."""

from __future__ import annotations

import hashlib

from fogline.export.weighed import conflict_id, contradictions
from fogline.model import Contradiction, Credibility, Event, When


class Held:
    """Events alone, as rows of conflicts are drawn from them."""

    def __init__(self, *events: Event) -> None:
        self.held = events

    def events(self) -> tuple[Event, ...]:
        return self.held

    def displaced(self) -> tuple[()]:
        return ()

    forecasts = control = records = displaced


def conflict(kind: str, *claims: str) -> Contradiction:
    return Contradiction(kind, claims, "open", "said otherwise")


def event(*conflicts: Contradiction) -> Event:
    return Event(
        id="event:1", event="ASSAULT", mode=None, claims=("claim:1", "claim:2"), documents=2,
        publishers=2, origins=2, actors=(), recipients=(), places=(), when=When(),
        contradictions=conflicts, credibility=Credibility(6, "one origin"), reason="",
        leanings=(), agreement="",
    )  # fmt: skip


def test_two_conflicts_of_one_type_have_two_ids() -> None:
    # A denial and what was taken off a page are both of polarity: their rows had one id.
    denied, removed, toll = (
        conflict("polarity", "claim:1", "claim:2"),
        conflict("polarity", "claim:1"),
        conflict("toll", "claim:1", "claim:2"),
    )
    of = event(denied, toll, removed)
    rows = list(contradictions(Held(of)))
    assert len({row["id"] for row in rows}) == 3
    assert {row["id"] for row in rows} == {conflict_id(c, [of]) for c in of.contradictions}


def test_the_first_of_a_type_keeps_the_id_that_it_had_alone() -> None:
    denied, removed = conflict("polarity", "claim:2"), conflict("polarity", "claim:1")
    alone = conflict_id(denied, [event(denied)])
    assert conflict_id(denied, [event(denied, removed)]) == alone
    digest = hashlib.sha256(b"event:1/polarity").hexdigest()
    assert alone == f"contradiction:{digest[:24]}"
