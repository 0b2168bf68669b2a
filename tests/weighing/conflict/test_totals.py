"""Which numbers of people harmed run on over longer than a deed, by the words of their sentence."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from fogline.weighing.conflict.totals import is_total, leads_to_total

TABLE = tomllib.loads(files("fogline.weighing.conflict").joinpath("totals.toml").read_text("utf-8"))


@pytest.mark.parametrize("sentence", TABLE["example"])
def test_a_number_counted_over_a_stretch_is_a_total(sentence: str) -> None:
    assert is_total(sentence)


@pytest.mark.parametrize("sentence", TABLE["none"])
def test_a_deed_s_own_number_is_none(sentence: str) -> None:
    assert not is_total(sentence)


@pytest.mark.parametrize(
    ("before", "leads"),
    [
        ("Raids went on for the tenth consecutive night.", True),
        ("Orlin has been shelled since the army left it.", True),
        ("Raids hit Orlin on Monday.", False),
        ("Raids hit Orlin for three nights in a row.", True),
    ],
)
def test_a_sentence_may_tell_it_of_the_next(before: str, leads: bool) -> None:
    assert leads_to_total(before) is leads
