"""How likely something is said to be in figures."""

from __future__ import annotations

import pytest

from fogline.reading.tables import rows
from tests.reading.sentences import One, Read, at


@pytest.mark.parametrize("row", list(rows("odds.csv")), ids=lambda row: row["kind"])
def test_a_word_beside_figures_makes_the_band_of_its_example(
    claim: One, row: dict[str, str]
) -> None:
    band = claim(f"{row['example']}.", "shell").probability
    assert band == (float(row["low"]), float(row["high"]))
    assert any(word in row["example"] for word in row["word"].split("|"))


@pytest.mark.parametrize(
    ("text", "trigger", "band"),
    [
        ("There is a 70 percent chance that rebels will attack Uvira.", "attack", (0.7, 0.7)),
        ("We put the odds that rebels attack Uvira at 60 percent.", "attack", (0.6, 0.6)),
        ("We estimate at 30% the chance that the army will leave Menaka.", "leave", (0.3, 0.3)),
        ("It is unlikely (20-30 percent) that the army will take Bara.", "take", (0.2, 0.3)),
        ("The army is very likely (80–95 per cent) to shell Bara.", "shell", (0.8, 0.95)),
        ("The likelihood that rebels will storm Goma is about 40 percent.", "storm", (0.4, 0.4)),
        ("With a probability of 60 to 70 percent, jets will bomb Loikaw.", "bomb", (0.6, 0.7)),
        ("There is a less than 20 percent chance that it will raid Bara.", "raid", (0.0, 0.2)),
        ("There is at least a 70 percent chance that it will raid Bara.", "raid", (0.7, 1.0)),
        ("There is less than a 10 percent chance that it will raid Bara.", "raid", (0.0, 0.1)),
        ("There is a one in four chance that rebels will attack Uvira.", "attack", (0.25, 0.25)),
    ],
)
def test_figures_beside_a_word_of_chance_are_the_band(
    claim: One, text: str, trigger: str, band: tuple[float, float]
) -> None:
    found = claim(text, trigger)
    assert found.probability == band
    assert found.certainty == ("probable" if sum(band) / 2 >= 0.55 else "possible")
    assert found.status == "forecast"


@pytest.mark.parametrize(
    ("text", "trigger", "band"),
    [
        ("There is a chance that rebels will take 60 percent of Goma.", "take", (0.05, 0.55)),
        ("Rebels hold 60 percent of Goma and will probably attack Uvira.", "attack", (0.55, 0.8)),
        ("There is a chance that Goma fell on Monday.", "fell", (0.05, 0.55)),
        ("There is a roughly even chance that Goma will fall.", "fall", (0.45, 0.55)),
    ],
)
def test_other_figures_and_mere_words_leave_the_band(
    claim: One, text: str, trigger: str, band: tuple[float, float]
) -> None:
    assert claim(text, trigger).probability == band


def test_two_chances_in_a_sentence_have_each_their_figure(read: Read) -> None:
    claims = read(
        "We put the odds that rebels attack Ansongo town at 60 percent,"
        " and see a 15 percent chance that the town falls."
    ).claims
    assert at(claims, "attack").probability == (0.6, 0.6)
    assert at(claims, "falls").probability == (0.15, 0.15)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("We see a 15 percent chance that the town of Goma falls.", "forecast"),
        ("The odds of a renewed siege of Goma stand at 65 percent.", "forecast"),
        ("There is a 70 percent chance that Goma fell on Monday.", "occurred"),
    ],
)
def test_there_is_a_chance_of_what_is_ahead_but_for_the_past(
    read: Read, text: str, status: str
) -> None:
    (claim,) = read(text).claims
    assert claim.status == status


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("We assess that rebels will attack Bor within 14 days (70%).", (0.7, 0.7)),
        ("The rebels will attack Bor by Friday (60-70%).", (0.6, 0.7)),
        ("The rebels will attack Bor by Friday (probability: 30 percent).", (0.3, 0.3)),
        ("The army will attack Bor (we put it at roughly two in three).", (0.6667, 0.6667)),
        ("We assess that India will strike Bor; our median is 22 percent.", (0.22, 0.22)),
        ("We see no better than a one-in-three chance of a raid on Bor.", (0.0, 0.3333)),
        ("The army will attack Bor (inflation is at 20 percent).", (0.95, 1.0)),
        ("The army attacked Bor, killing most of its guards (70%).", (0.95, 1.0)),
    ],
)
def test_a_figure_that_closes_a_forecast_says_how_likely_it_is(
    read: Read, text: str, band: tuple[float, float]
) -> None:
    found = next(c for c in read(text).claims if c.event == "ASSAULT")
    assert found.probability == band
