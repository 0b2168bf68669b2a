"""Words that point back to what a text told before, by every word of their table."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib.resources import files

import pytest

from fogline.weighing.conflict.pointing import (
    denied_in,
    is_of_its_sentence,
    names_nothing,
    only_points,
    points_to_deed,
    points_to_place,
    told_of,
)

TABLE = tomllib.loads(
    files("fogline.weighing.conflict").joinpath("pointing.toml").read_text("utf-8")
)
# What each kind of words does behind the denial in an example.
READS: dict[str, Callable[[str], bool]] = {
    "said": lambda behind: names_nothing(behind) and not told_of(behind),
    "part": lambda behind: names_nothing(behind) and points_to_deed(behind),
    "any_part": lambda behind: names_nothing(behind) and points_to_deed(behind),
    "deed": points_to_deed,
    "there": points_to_place,
    "goes_on": lambda behind: denied_in(behind) == " it, ",
    "tells": lambda behind: told_of(behind).endswith(" shells had hit the mill."),
}


@pytest.mark.parametrize("kind", TABLE)
def test_a_row_reads_its_example_and_so_it_does_with_each_other_word(kind: str) -> None:
    for row in TABLE[kind]:
        behind = row["example"].rpartition("*")[2]
        held = max((w for w in row["words"] if w in behind), key=len)
        assert [w for w in row["words"] if not READS[kind](behind.replace(held, w, 1))] == []


@pytest.mark.parametrize(
    ("before", "of_it"),
    [
        ("Jets had hit the mill, which the front ", True),
        ("Jets had hit the mill, a claim that the front ", True),
        ("Jets had hit the mill. The front ", False),
        ("The charge of the horses, the front ", False),
    ],
)
def test_a_denial_may_be_of_its_own_sentence(before: str, of_it: bool) -> None:
    assert is_of_its_sentence(before) is of_it


@pytest.mark.parametrize(
    ("behind", "what"),
    [
        (" it.", ""),
        (" any such weapons.", ""),
        (" the reports.", ""),
        (" reports of a raid.", " of a raid."),
        (" having shelled the mill.", " having shelled the mill."),
    ],
)
def test_what_is_denied_is_what_does_not_only_point_back(behind: str, what: str) -> None:
    assert told_of(behind) == what


def test_words_that_are_more_than_a_pointer_name_something() -> None:
    assert only_points("such weapons")
    assert not only_points("the weapons")
    assert not names_nothing(" claims that shells had hit the mill.")
    assert not points_to_deed(" having shelled the mill.")
    assert not points_to_place("Fighting went on at the mill.")
