"""What is concluded of Aleppo does not hang on any one slot that reading may find or miss."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fogline.model import Claim, When
from fogline.weighing.forecast.outcomes import LATE
from fogline.weighing.standing import standing_now
from tests.weighing.bundled import Weighed
from tests.weighing.test_forecasts_aleppo import contents, strike

ANNOUNCED = (
    ("neva-carrier-strike", "will strike militants"),
    ("arbat-nearest-hours", "ready to open fire"),
    ("kyiv-panorama-within-hours", "preparing to attack Aleppo"),
    ("dnipro-24-hours", "intends to attack targets"),
    ("levant-archive-rhein", "could open fire on militants"),
)
MISSING = {"actors": (), "recipients": (), "when": When(), "mode": None}


def without(weighed: Weighed, slot: str, name: str, claims: set[str]) -> Weighed:
    """Return the corpus of Aleppo as read with one slot missing in the claims of one page."""

    def bare(claim: Claim) -> Claim:
        return replace(claim, **{slot: MISSING[slot]}) if claim.id in claims else claim

    page = weighed.readings[name]
    fewer = replace(page, claims=tuple(map(bare, page.claims)))
    kept = {n: r for n, r in weighed.readings.items() if "Aleppo" in r.document.text}
    return Weighed({**kept, name: fewer})


@pytest.mark.parametrize("slot", MISSING)
@pytest.mark.parametrize(("name", "words"), ANNOUNCED)
def test_the_strike_has_one_origin_and_came_late_whatever_one_slot_is_missing(
    weighed: Weighed, name: str, words: str, slot: str
) -> None:
    claims = {c.id for c in weighed.claims(name, words) if c.event == "ASSAULT"}
    other = without(weighed, slot, name, claims)
    event = other.event("neva-carrier-strike", "will strike militants", "ASSAULT")
    assert len(other.names(event) & {n for n, _ in ANNOUNCED}) >= 4
    assert other.keys(event) == ("source:ru-defence-ministry",)
    today = standing_now(contents(other), other.origins, other.events, other.voices)
    if (name, slot) != ("neva-carrier-strike", "when"):
        assert strike(today, other).outcome.kind == LATE
