"""A deed done again and again is told of as such, and is no telling of one time of it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest

from fogline.model import When
from fogline.weighing.occurrence.evidence import OUT
from fogline.weighing.occurrence.features import score
from fogline.weighing.views.views import View, views
from tests.weighing.newsroom import reading, told

TABLE: dict[str, Any] = tomllib.loads(
    files("fogline.weighing.views").joinpath("series.toml").read_text("utf-8")
)
DAY = "2031-03-09"
ROWS = [row for kind in TABLE if kind != "none" for row in TABLE[kind]]
DAILY = "The guard has shelled Orlin almost daily."


def seen(sentence: str, deed: str, when: When | None = None) -> View:
    given = {"sentence": sentence, "trigger": deed, "places": ("Orlin",), "basis": "default"}
    page = told(reading(sentence, f"Post {deed}", DAY), given)
    claim = page.claims[0]
    (found,) = views([replace(page, claims=(replace(claim, when=when or claim.when),))])
    return found


WEEKS = When("since February", "2031-02-10", DAY, None, "relative")
MONDAY = When("on Monday", "2031-03-08", "2031-03-08", None, "relative")


@pytest.mark.parametrize("row", ROWS)
def test_every_example_is_read_as_its_row_says(row: dict[str, Any]) -> None:
    assert seen(row["example"], row["deed"], WEEKS).series
    assert not seen(row["example"], row["deed"], MONDAY).series  # of one day it may be one


@pytest.mark.parametrize(("sentence", "deed"), TABLE["none"])
def test_what_is_done_once_is_no_series(sentence: str, deed: str) -> None:
    assert not seen(sentence, deed).series


@pytest.mark.parametrize("sides", [("guard", "front"), ("front", "guard")])
def test_a_series_is_none_of_the_times_that_it_was_done(sides: tuple[str, str]) -> None:
    """ "Drones have hit the city several times since" stood in the event of one raid on it."""
    often = seen(
        f"The {sides[0]} has shelled Orlin several times since February.", "shelled", WEEKS
    )
    once = seen(f"The {sides[0]} shelled Orlin on Monday.", "shelled", MONDAY)
    again = seen(DAILY, "shelled", WEEKS)
    assert (score(often, once).value, score(once, often).value) == (OUT, OUT)
    assert score(often, again).value > 0
    month = replace(once, days=often.days)
    assert score(often, month).value > OUT


def test_a_headline_is_the_series_that_it_tells_in_short() -> None:
    series, line = seen(DAILY, "shelled", WEEKS), seen("The guard shelled Orlin.", "shelled")
    heading = replace(line, document=series.document, heading=True, of=series.claim.id)
    assert score(series, heading).value > OUT
