"""Earlier stages of the same days: holds that are over, fighting before a capture."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from fogline.weighing.conflict.stages import goes_on, is_over
from fogline.weighing.views.views import View, views
from tests.weighing.newsroom import reading, told


def seen(sentence: str, trigger: str, **slots: Any) -> View:
    given = {"sentence": sentence, "trigger": trigger} | slots
    (v,) = views([told(reading(sentence, "Vessa Times", "2031-03-04"), given)])
    return v


def held(sentence: str, trigger: str, mode: str = "hold") -> View:
    return seen(sentence, trigger, event="CONTROL", mode=mode)


def fight(sentence: str, trigger: str = "fighting") -> View:
    return seen(sentence, trigger, mode="clash", status="ongoing")


def test_every_row_reads_its_example() -> None:
    table = tomllib.loads(
        files("fogline.weighing.conflict").joinpath("stages.toml").read_text("utf-8")
    )
    for kind in ("during", "had", "until"):
        assert all(is_over(held(row["example"], row["deed"])) for row in table[kind])
    assert not any(goes_on(fight(row["example"], row["deed"])) for row in table["earlier"])
    assert all(goes_on(fight(row["example"], row["deed"])) for row in table["goes_on"])


@pytest.mark.parametrize(
    ("sentence", "trigger", "mode", "over"),
    [
        ("Most died during the guard's three-week seizure of Orlin.", "seizure", "gain", True),
        ("A two-month-long occupation of Orlin ended.", "occupation", "hold", True),
        ("The army had held Orlin.", "held", "hold", True),
        ("Shells fell on once rebel-held Orlin.", "held", "hold", True),
        ("The guard held Orlin for weeks until the army came.", "held", "hold", True),
        ("The guard holds Orlin.", "holds", "hold", False),
        ("Orlin is under the brigade's control.", "control", "hold", False),
        ("The army said that it had seized Orlin.", "seized", "gain", False),
        ("The guard has held Orlin for three weeks.", "held", "hold", False),
        ("The army captured Orlin before dawn.", "captured", "gain", False),
        ("It rained during the day, but the guard held Orlin.", "held", "hold", False),
        ("The guard held Orlin, but not until Monday did they say so.", "held", "hold", False),
    ],
)
def test_a_hold_that_is_over(sentence: str, trigger: str, mode: str, over: bool) -> None:
    assert is_over(held(sentence, trigger, mode)) == over


@pytest.mark.parametrize(
    ("sentence", "on"),
    [
        ("The guard's men were still fighting in Orlin.", True),
        ("The monitor said that fighting continued in Orlin.", True),
        ("The monitor had earlier said that fighting continued in Orlin.", False),
        ("The army took the hill earlier, but fighting still goes on.", True),
        ("The monitor said that they were fighting in Orlin.", False),
    ],
)
def test_fighting_that_goes_on(sentence: str, on: bool) -> None:
    assert goes_on(fight(sentence)) == on


def test_that_a_place_is_contested_goes_on() -> None:
    assert goes_on(held("Both sides vie for Orlin.", "vie", "contest"))
