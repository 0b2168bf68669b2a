"""Odds that stand by themselves, and chances that are slim or high."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One, Read, at

EVEN = (0.45, 0.55)


@pytest.mark.parametrize(
    ("text", "trigger", "band"),
    [
        ("It is a toss-up whether the army attacks Goma on Friday.", "attacks", EVEN),
        ("It is a coin flip whether rebels retake Sake by Friday.", "retake", EVEN),
        ("Whether the army retakes Goma by Friday is a toss-up.", "retakes", EVEN),
        ("The fall of Goma this week is a coin toss.", "fall", EVEN),
        ("It is fifty-fifty whether the army retakes Goma by Friday.", "retakes", EVEN),
        ("It is 1 in 10 that rebels attack Goma before June.", "attack", (0.1, 0.1)),
        ("The odds are one in four that the army retakes Goma.", "retakes", (0.25, 0.25)),
        ("The odds are 25 percent that the rebels attack Homs.", "attack", (0.25, 0.25)),
        ("We put it at 60/40 that the army retakes Goma by Friday.", "retakes", (0.6, 0.6)),
        ("The chances that Merawi will fall this week are slim.", "fall", (0.05, 0.25)),
        ("The army has a slim chance of retaking Goma this week.", "retaking", (0.05, 0.25)),
        ("We see a very small chance of an attack on Homs in May.", "attack", (0.01, 0.1)),
        ("There is a high probability that rebels will raid Bara.", "raid", (0.55, 0.95)),
        (
            "Rebels will attack Homs within 14 days (70%), though a truce is possible.",
            "attack",
            (0.7, 0.7),
        ),
        ("The fall of Bara: unlikely (15-25%), though the road is open.", "fall", (0.15, 0.25)),
    ],
)
def test_odds_make_a_forecast_with_their_band(
    claim: One, text: str, trigger: str, band: tuple[float, float]
) -> None:
    found = claim(text, trigger)
    assert (found.status, found.polarity) == ("forecast", "positive")
    assert found.probability == band


def test_even_odds_of_what_may_have_been_are_no_forecast(claim: One) -> None:
    found = claim("It is a toss-up whether the army has left Goma.", "left")
    assert (found.status, found.probability) == ("occurred", EVEN)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels attacked Goma; one in four houses burned.", "attacked"),
        ("It is 60 percent Arab, the town that rebels attacked on Monday.", "attacked"),
        ("Rebels won the coin toss and attacked Goma.", "attacked"),
        ("The probability of rain was high when rebels attacked Goma.", "attacked"),
    ],
)
def test_other_shares_and_sizes_leave_a_deed_done(read: Read, text: str, trigger: str) -> None:
    found = at(read(text).claims, trigger)
    assert (found.status, found.certainty) == ("occurred", "certain")


def test_a_high_risk_is_not_likely_by_that(claim: One) -> None:
    assert (
        claim("There is a high risk that rebels will attack Goma.", "attack").certainty
        == "possible"
    )
