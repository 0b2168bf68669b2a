"""What stands behind an event is what it counts."""

from __future__ import annotations

from fogline.weighing.standing import Contents, Standing, standing_now
from tests.weighing.bundled import Weighed


def standing(weighed: Weighed) -> Standing:
    held = Contents(tuple(weighed.readings.values()), {}, (), (), {})
    return standing_now(held, weighed.origins, weighed.events, weighed.voices)


def test_behind_every_event_stand_as_many_origins_as_it_counts(weighed: Weighed) -> None:
    held = standing(weighed)
    for event in weighed.events:
        behind = held.behind(event)
        told = [claim for claims in behind.values() for claim in claims]
        assert len(behind) == event.origins, event.id
        assert len(told) == len(set(told))
        assert set(told) <= set(event.claims)
