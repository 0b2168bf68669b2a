"""How many were forecast and how many came: fewer is a part, and no number tells nothing."""

from __future__ import annotations

import random
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.model import Mention
from fogline.weighing.measures.amounts import amounts, as_many
from tests.weighing.histories import Press, in_window, of_speaker, outcomes

TABLE = tomllib.loads(
    files("fogline.weighing.measures").joinpath("amounts.toml").read_text("utf-8")
)
FREE = "They will free {} under the deal."


def bounds(words: str, sentence: str) -> tuple[float | None, float | None, str]:
    (found,) = amounts((Mention(words),), sentence)
    return found.low, found.high, found.of


@pytest.mark.parametrize("row", TABLE["bound"], ids=lambda row: row["words"])
def test_every_bound_is_found_in_its_example(row: dict[str, object]) -> None:
    example = str(row["example"])
    counted = example[len(str(row["words"])) + 1 :].split(" prisoners")[0] + " prisoners"
    low, high, of = bounds(counted, example)
    assert of == "prisoner"
    assert (low is None, high is None) == (bool(row.get("most")), bool(row.get("least")))
    assert row.get("most") or row.get("least") or (low and high and low < high)


@pytest.mark.parametrize(
    ("words", "number", "of"),
    [
        ("50 prisoners", 50, "prisoner"),
        ("50 prisoners of war", 50, "prisoner"),
        ("12 of the prisoners", 12, "prisoner"),
        ("5,000 Kenyan soldiers", 5000, "soldier"),
        ("twenty-five trucks", 25, "truck"),
        ("two dozen hostages", 24, "hostag"),
        ("two hundred thousand people", 200_000, "peopl"),
    ],
)
def test_a_number_is_worth_what_its_words_say(words: str, number: float, of: str) -> None:
    assert bounds(words, FREE.format(words)) == (number, number, of)


@pytest.mark.parametrize("words", ["prisoners", "the 2nd Brigade", "dozens of prisoners", "50"])
def test_what_counts_nothing_has_no_amount(words: str) -> None:
    assert not amounts((Mention(words),), FREE.format(words))


def verdict(asked: str, told: str) -> str:
    """Compare two sentences, each of which ends in what it counts."""
    sides = [
        amounts((Mention(s[next(i for i, c in enumerate(s) if c.isdigit()) :]),), s)
        for s in (asked, told)
    ]
    return as_many(sides[0], sides[1])


@pytest.mark.parametrize(
    ("asked", "told", "found"),
    [
        ("will free 50 prisoners", "freed 50 prisoners", "same"),
        ("will free 50 prisoners", "freed 60 prisoners", "same"),
        ("will free 50 prisoners", "freed at least 50 prisoners", "same"),
        ("will free about 50 prisoners", "freed 47 prisoners", "same"),
        ("will free up to 50 prisoners", "freed 12 prisoners", "same"),
        ("will free 50 prisoners", "freed 12 prisoners", "differs"),
        ("will free 50 prisoners", "freed up to 40 prisoners", "differs"),
        ("will free up to 50 prisoners", "freed 80 prisoners", "differs"),
        ("will free 50 prisoners", "freed at least 12 prisoners", "unsaid"),
        ("will free 50 prisoners", "handed over 12 tanks", "unsaid"),
    ],
)
def test_as_many_are_told_of_as_were_forecast(asked: str, told: str, found: str) -> None:
    assert verdict(asked, told) == found


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_fewer_never_bear_out_and_as_many_always_do(asked: int, told: int) -> None:
    found = verdict(f"will free {asked} prisoners", f"freed {told} prisoners")
    assert found == ("same" if told >= asked else "differs")


@pytest.mark.parametrize(
    ("told", "outcome", "differs"),
    [
        ("50 prisoners", "borne-out", ()),
        ("12 prisoners", "borne-out-in-part", ("quantities",)),
        ("prisoners", "cannot-tell", ()),
    ],
)
@pytest.mark.parametrize("seed", range(8))
def test_a_forecast_of_a_number_is_held_against_numbers(
    told: str, outcome: str, differs: tuple[str, ...], seed: int
) -> None:
    press = Press(seed, f"number {told}")
    press.forecast(whom="50 prisoners")
    press.covered()
    press.happens(in_window(press), whom=told)
    history = press.told(outcome, *differs)
    found = outcomes(history)
    (forecast,) = of_speaker(found, history)
    assert (forecast.outcome.kind, forecast.outcome.differs_in) == (outcome, differs)
    if differs:
        assert f"not as many ({told})" in forecast.outcome.reason
    order = list(range(len(history.readings)))
    random.Random(seed).shuffle(order)
    again = outcomes(history, order)
    assert [(f.entry.id, f.outcome) for f in again] == [(f.entry.id, f.outcome) for f in found]
