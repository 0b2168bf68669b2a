"""What a sentence takes back: its that-clause, up to where it goes on to something else."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from fogline.weighing.views.retractions import retracted
from tests.weighing.newsroom import reading, told

ENDS = tomllib.loads(files("fogline.weighing.views").joinpath("evolution.toml").read_text("utf-8"))[
    "taken_back"
]["ends"]


@pytest.mark.parametrize("word", ENDS)
def test_what_stands_behind_the_clause_is_not_taken_back(word: str) -> None:
    text = f"The council withdrew its statement that shells had hit the mill, {word} guards fled."
    page = told(
        reading(text, "Vessa Times", "2031-03-04"),
        {"sentence": text, "trigger": "hit"},
        {"sentence": text, "trigger": "fled"},
    )
    assert {claim.trigger.text: retracted(claim) for claim in page.claims} == {
        "hit": True,
        "fled": False,
    }
