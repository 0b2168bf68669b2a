"""The forecast of November 2016 as a careful reader sees it, then and afterwards."""

from __future__ import annotations

import pytest

from fogline.model import Forecast
from fogline.weighing.forecast.forecasts import entries
from fogline.weighing.moments import latest, moment
from fogline.weighing.origin.independence import independent
from fogline.weighing.standing import Contents, Standing, standing_at, standing_now
from tests.weighing.bundled import Weighed

READ_LATER = "2031-01-01T00:00:00+00:00"


def contents(weighed: Weighed) -> Contents:
    readings = tuple(weighed.readings.values())
    log = tuple(entry for reading in readings for entry in entries(reading))
    return Contents(readings, {r.document.id: READ_LATER for r in readings}, log, (), {})


@pytest.fixture(scope="module")
def noon(weighed: Weighed) -> Standing:
    """The ledger as of 9 November 2016 at noon, by what had been published."""
    return standing_at(contents(weighed), moment("2016-11-09T12:00:00+00:00"))


@pytest.fixture(scope="module")
def today(weighed: Weighed) -> Standing:
    return standing_now(contents(weighed), weighed.origins, weighed.events, weighed.voices)


def strike(standing: Standing, weighed: Weighed) -> Forecast:
    """Return the forecast "strikes near Aleppo within 24 hours" of 8 November."""
    (claim,) = [
        c for c in weighed.claims("neva-carrier-strike", "will strike militants near Aleppo")
        if c.status == "forecast"
    ]  # fmt: skip
    (found,) = [f for f in standing.forecasts if claim.id in (f.entry.claim, *f.repeats)]
    return found


def test_as_of_9_november_at_noon_the_forecast_is_open_on_one_origin(
    noon: Standing, weighed: Weighed
) -> None:
    found = strike(noon, weighed)
    assert found.outcome.kind == "open"
    assert (found.origin, found.origins) == ("source:ru-defence-ministry", 1)
    assert (found.entry.window.start, found.entry.window.end) == ("2016-11-08", "2016-11-09")


def test_as_of_9_november_at_noon_the_capture_stands_on_two_opposite_origins_and_is_contested(
    noon: Standing, weighed: Weighed
) -> None:
    (claim,) = [
        c for c in weighed.claims("meridian-1070", "captured the 1070") if c.event == "CONTROL"
    ]
    (event,) = [e for e in noon.events if claim.id in e.claims]
    assert event.places[0].name == "1070 Apartments"
    behind = {*independent(event.claims, noon.voices)}
    assert {"source:sy-forces", "source:sohr"} <= behind
    assert event.agreement
    assert "opposite leaning" in event.agreement
    assert {c.type for c in event.contradictions if c.state == "open"} & {"control", "polarity"}
    assert event.credibility.grade > 1


def test_as_of_9_november_at_noon_the_timeline_shows_both_holders(noon: Standing) -> None:
    (line,) = [t for t in noon.control if t.place.name == "1070 Apartments"]
    held = {t.holder: t for t in line.tenures}
    assert held["rebels"].end == held["Syrian Arab Army"].start == "2016-11-08"
    assert held["rebels"].start is not None
    assert held["rebels"].start < "2016-11-08"
    assert held["Syrian Arab Army"].end is None
    assert held["Syrian Arab Army"].origins >= 2
    assert held["Syrian Arab Army"].contested


def test_the_forecast_has_its_repeats_on_other_pages(today: Standing, weighed: Weighed) -> None:
    found = strike(today, weighed)
    of = {c.id: name for name, r in weighed.readings.items() for c in r.claims}
    pages = {of[claim] for claim in (found.entry.claim, *found.repeats)}
    assert pages >= {"neva-carrier-strike", "arbat-nearest-hours", "kyiv-panorama-within-hours"}
    assert found.origins == 1


def test_a_report_that_the_strikes_declared_a_week_before_had_not_come_repeats_the_forecast(
    today: Standing, weighed: Weighed
) -> None:
    """It stood as a forecast without an end of the outlet that noted the delay."""
    declared = "had declared that strikes around Aleppo were hours away"
    (claim,) = [c for c in weighed.claims("cedar-tribune-strike", declared) if c.event == "ASSAULT"]
    assert claim.id in strike(today, weighed).repeats
    assert claim.id not in [f.entry.claim for f in today.forecasts]


def test_it_was_borne_out_late_and_elsewhere(today: Standing, weighed: Weighed) -> None:
    found = strike(today, weighed)
    assert found.outcome.kind == "borne-out-late"
    assert found.outcome.differs_in == ("when", "places")
    assert "Idlib" in found.outcome.reason
    assert "Homs" in found.outcome.reason
    claims = {c.id: c for r in weighed.readings.values() for c in r.claims}
    days = {claims[claim].when.start for claim in found.outcome.claims}
    assert min(filter(None, days)) == "2016-11-15"


def test_nothing_published_later_is_seen_at_noon(noon: Standing) -> None:
    days = {r.document.published.latest for r in noon.readings}
    assert days == {"2016-11-08"}  # what is only known to be of the 9th was not surely out by noon


def test_now_is_the_corpus_s_own_last_day(today: Standing, weighed: Weighed) -> None:
    assert today.at == latest(weighed.readings.values())
    assert today.at.at.date().year == 2025
