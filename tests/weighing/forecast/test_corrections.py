"""What a person corrects of a forecast: the frozen entry stays, the last correction stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from fogline.errors import StopRun
from fogline.model import ForecastEntry, Mention, Reading, When, Window
from fogline.weighing.forecast.corrections import Changes, corrected, of
from fogline.weighing.forecast.forecasts import entries, groups
from fogline.weighing.origin.voices import claim_origins
from tests.weighing.newsroom import PLACES, reading, told

STRIKE = "Shells will hit the mill at Orlin within two days, the army said."
WHY = ("desk officer", "the text says two weeks")


def said(**slots: Any) -> tuple[Reading, ForecastEntry]:
    given = {"sentence": STRIKE, "trigger": "hit", "status": "forecast", "places": ("Orlin",)}
    read = told(reading(STRIKE, "Vessa Times", "2031-03-04"), given | slots)
    when = When("within two days", "2031-03-04", "2031-03-06", None, "absolute")
    read = replace(read, claims=tuple(replace(c, when=when) for c in read.claims))
    return read, replace(entries(read)[0], seq=1, recorded_at="2031-03-04T10:00:00+00:00")


def test_only_what_is_given_changes_and_each_begins_from_the_last() -> None:
    _, entry = said()
    first = replace(corrected([entry], entry.id, *WHY, Changes(end="2031-03-18")), seq=2)
    assert first.window == Window("2031-03-04", "2031-03-18", "stated")
    assert (first.rule, first.words, first.corrects) == (entry.rule, entry.words, entry.id)
    there = Changes(kind=("ASSAULT", "aerial"), places=(PLACES["Karsk"],))
    second = corrected([entry, first], entry.id, *WHY, there)
    assert (second.window, second.rule.mode) == (first.window, "aerial")
    assert [place.name for place in second.rule.places] == ["Karsk"]
    assert of([entry, replace(second, seq=3), first])[entry.id] == (first, replace(second, seq=3))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        (Changes(end="2031-03-06"), "say already"),
        (Changes(start="2031-03-09"), "before it begins"),
    ],
)
def test_what_changes_nothing_or_ends_before_it_begins_is_refused(
    changes: Changes, why: str
) -> None:
    _, entry = said()
    with pytest.raises(StopRun, match=why):
        corrected([entry], entry.id, *WHY, changes)


def test_a_correction_itself_and_what_is_not_there_cannot_be_corrected() -> None:
    _, entry = said()
    better = corrected([entry], entry.id, *WHY, Changes(open_ended=True))
    assert better.window == Window(basis="open-ended")
    for wanted in (better.id, "forecast:nowhere"):
        with pytest.raises(StopRun):
            corrected([entry, better], wanted, *WHY, Changes(actors=(Mention("army"),)))


def test_what_is_read_anew_takes_over_what_was_corrected_of_the_same_words() -> None:
    _, old = said(mode="explosives")
    read, new = said()
    assert old.claim != new.claim
    better = replace(corrected([old], old.id, *WHY, Changes(end="2031-03-18")), seq=2)
    log = [old, better, replace(new, seq=3)]
    for group in groups(log, claim_origins([read], ())):
        assert group.first.window.end == "2031-03-18"
