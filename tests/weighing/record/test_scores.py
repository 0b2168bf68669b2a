"""Brier scores with their intervals, calibration, and reliability from a record or a person."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.model import (
    Forecast,
    ForecastEntry,
    Judgement,
    Outcome,
    Published,
    Rule,
    Source,
    Window,
)
from fogline.weighing.measures.estimates import likelihood
from fogline.weighing.record.reliability import Settled, reliability
from fogline.weighing.record.scores import MINIMUM, brier, calibration, interval

BANDS = {"certain": (0.95, 1.0), "probable": (0.55, 0.95), "possible": (0.05, 0.55)}
RULE = Rule("ASSAULT", "aerial", "positive", (), (), (), None)


def forecast(certainty: str, outcome: str, n: int = 0) -> Forecast:
    """Return an invented forecast of one certainty with its outcome."""
    band = BANDS.get(certainty, (0.0, 1.0))
    entry = ForecastEntry(
        f"forecast:{n}", f"claim:{n}", "doc", Published(), False, "forecast",
        (Source("Orlin Post", "author"),), "It will come.", (), certainty, band, None, Window(),
        RULE,
    )  # fmt: skip
    result = Outcome(outcome, (), (), "invented")
    return Forecast(entry, (), "origin:x", 1, result, likelihood(band))


def test_what_is_contested_is_neither_right_nor_wrong_and_may_leave_nothing_to_judge() -> None:
    some, many = (reliability("outlet:x", (), Settled(165, 4, n), ()) for n in (8, 170))
    assert (some.grade, many.grade) == ("B", "F")
    assert "165 of 169 right" in some.reason and "8 more contested" in some.reason
    assert "but 170 more are contested: D to A" in many.reason


def test_there_is_no_score_below_the_minimum() -> None:
    made = [forecast("certain", "borne-out", n) for n in range(MINIMUM - 1)]
    assert brier(made) is None
    found = brier([*made, forecast("certain", "not-borne-out", 99)])
    assert found is not None
    assert found.n == MINIMUM


def test_the_score_is_the_mean_squared_error() -> None:
    made = [forecast("certain", "borne-out") for _ in range(8)]
    made += [forecast("probable", "not-borne-out") for _ in range(4)]
    found = brier(made)
    assert found is not None
    assert found.score == pytest.approx((8 * 0.025**2 + 4 * 0.75**2) / 12, abs=1e-4)
    assert found.interval[0] <= found.score <= found.interval[1]


@pytest.mark.parametrize("outcome", ["borne-out-late", "borne-out-in-part"])
def test_late_and_in_part_count_as_not_come(outcome: str) -> None:
    made = [forecast("certain", outcome) for _ in range(12)]
    found = brier(made)
    assert found is not None
    assert found.score == pytest.approx(0.975**2, abs=1e-4)


@pytest.mark.parametrize(
    ("certainty", "outcome"),
    [("certain", "open"), ("certain", "cannot-tell"), ("unknown", "borne-out")],
)
def test_what_is_open_untold_or_unstated_is_not_scored(certainty: str, outcome: str) -> None:
    made = [forecast("certain", "borne-out") for _ in range(MINIMUM)]
    more = [forecast(certainty, outcome) for _ in range(50)]
    assert brier([*made, *more]) == brier(made)
    assert calibration([*made, *more]) == calibration(made)


def test_calibration_stands_by_stated_certainty() -> None:
    made = [forecast("probable", "borne-out"), forecast("probable", "not-borne-out")]
    made += [forecast("possible", "not-borne-out")]
    rows = {row.certainty: (row.n, row.stated, row.observed) for row in calibration(made)}
    assert rows == {"probable": (2, 0.75, 0.5), "possible": (1, 0.3, 0.0)}


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60))
def test_the_interval_holds_its_mean(losses: list[float]) -> None:
    mean = sum(losses) / len(losses)
    low, high = interval(mean, len(losses))
    assert 0 <= low <= mean + 1e-9
    assert mean - 1e-9 <= high <= 1


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    """Of 2,000 drawn samples at least 93 % of the intervals hold the true mean."""
    dice = random.Random(7)
    for truth in (0.1, 0.3, 0.6):
        held = 0
        for _ in range(2000):
            drawn = sum(dice.random() < truth for _ in range(40)) / 40
            low, high = interval(drawn, 40)
            held += low <= truth <= high
        assert held >= 0.93 * 2000


def test_a_short_record_cannot_be_judged() -> None:
    found = reliability("outlet:x", (), Settled(9, 0), ())
    assert (found.grade, found.basis) == ("F", "record")
    assert "9 of its claims and forecasts could be judged, 10 are asked" in found.reason


@pytest.mark.parametrize(
    ("right", "wrong", "grade"),
    [(100, 0, "A"), (12, 0, "B"), (45, 5, "B"), (14, 6, "D"), (40, 20, "C"), (0, 12, "E")],
)
def test_the_grade_goes_by_the_lower_end_of_the_share(right: int, wrong: int, grade: str) -> None:
    found = reliability("outlet:x", (), Settled(right, wrong), ())
    assert found.grade == grade
    assert f"{right} of {right + wrong} right" in found.reason


def test_only_firm_forecasts_count_and_late_ones_are_no_hits() -> None:
    sure = [forecast("certain", "borne-out-late", n) for n in range(12)]
    unsure = [forecast("possible", "not-borne-out", n) for n in range(50)]
    assert reliability("outlet:x", [*sure, *unsure], Settled(0, 0), ()).reason.startswith(
        "unreliable: 0 of 12"
    )


def test_a_person_s_grade_stands_above_the_record_until_revoked() -> None:
    first = Judgement("j1", "reliability-C", ("outlet:x",), "desk", "2031-01-02T00:00Z", "slow")
    later = Judgement("j2", "reliability-B", ("outlet:x",), "desk", "2031-02-02T00:00Z", "better")
    other = Judgement("j3", "reliability-A", ("outlet:y",), "desk", "2031-03-02T00:00Z", "other")
    found = reliability("outlet:x", (), Settled(0, 30), (later, first, other))
    assert (found.grade, found.basis) == ("B", "person")
    assert found.reason == "set by desk on 2031-02-02: better"
    revoked = Judgement(
        *[getattr(later, f) for f in ("id", "kind", "subjects", "by", "at", "reason")], "2031-04-01"
    )
    assert reliability("outlet:x", (), Settled(0, 30), (revoked, first)).grade == "C"
    assert reliability("outlet:x", (), Settled(0, 30), (other,)).basis == "record"
