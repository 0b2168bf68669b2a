"""What can bear on an open forecast is looked up, and the lookup leaves out nothing that can."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.model import Reading
from fogline.weighing.events import events
from fogline.weighing.forecast import candidates as held
from fogline.weighing.forecast.forecasts import entries, groups
from fogline.weighing.occurrence.slots import window_days
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.views.views import views
from tests.weighing.newsroom import PLACES, reading, told

NAMES = ("Harrow Brigade", "Selwen Guard", "rebels", "jets", "Syrian army")
SLOTS = st.fixed_dictionaries(
    {
        "actors": st.lists(st.sampled_from(NAMES), max_size=2, unique=True).map(tuple),
        "recipients": st.lists(st.sampled_from(NAMES), max_size=1).map(tuple),
        "places": st.lists(st.sampled_from(sorted(PLACES)), max_size=2, unique=True).map(tuple),
        "mode": st.sampled_from(["aerial", "heavy-weapons", None]),
    }
)


def pages(said: dict[str, object], came: list[dict[str, object]]) -> list[Reading]:
    words = "The guns will fire on the mill."
    ahead = told(
        reading(words, "Vessa Times", "2031-03-01"),
        {"sentence": words, "trigger": "fire", "status": "forecast"} | said,
    )
    found = [ahead]
    for n, slots in enumerate(came):
        sentence = f"Report {n}: guns fired on the mill."
        page = reading(sentence, f"Outlet {n}", f"2031-03-{n + 3:02}")
        found.append(told(page, {"sentence": sentence, "trigger": "fired"} | slots))
    return found


@settings(deadline=None)
@given(SLOTS, st.lists(SLOTS, min_size=1, max_size=5))
def test_the_lookup_leaves_out_nothing(
    said: dict[str, object], came: list[dict[str, object]]
) -> None:
    read = pages(said, came)
    known = origins(read)
    voices = claim_origins(read, known)
    seen, log = views(read), [e for r in read for e in entries(r)]
    (group,) = groups(log, voices)
    ground = held.ground_of(seen, events(read, known, voices), voices, 741_999)
    days = window_days(group.first)
    bearing = ground.bearing
    wide = type("Wide", (), {"on": lambda _, __: {v.claim.id for v in seen}})()
    every = list(held.candidates(group, days, replace(ground, bearing=wide)))
    assert list(held.candidates(group, days, replace(ground, bearing=bearing))) == every
