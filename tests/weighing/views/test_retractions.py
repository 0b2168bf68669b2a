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


@pytest.mark.parametrize(
    ("text", "trigger", "back"),
    [
        ("The guard no longer claims to have taken Orlin.", "taken", True),
        ("The guard no longer speaks of having taken Orlin but of holding it.", "taken", True),
        ("The guard no longer speaks of having taken Orlin but of holding it.", "holding", False),
        ("The riders have stopped saying that they took Orlin.", "took", True),
        ("The guard dropped its claim to have taken Orlin.", "taken", True),
        ("The guard still claims to have taken Orlin.", "taken", False),
        ("The guard has not stopped saying that it took Orlin.", "took", False),
        ("The guard says that it no longer holds Orlin.", "holds", False),
        ("The guard no longer denies that riders took Orlin.", "took", False),
        ("The riders have stopped shelling the mill that guards took.", "took", False),
    ],
)
def test_what_is_no_longer_said_is_taken_back(text: str, trigger: str, back: bool) -> None:
    """ "The army no longer speaks of having taken the town" gave it the town."""
    (claim,) = told(
        reading(text, "Vessa Times", "2031-03-04"), {"sentence": text, "trigger": trigger}
    ).claims
    assert retracted(claim) is back
