"""Each fuzzing target holds on its seeds and for some seconds of random edits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.__main__ import EDIT, NAMES, edited
from fuzz.targets import TARGETS, checked, seeds


def test_every_target_has_a_name_and_seeds() -> None:
    assert tuple(TARGETS) == NAMES
    assert all(seeds(name) for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_random_edits_break_nothing(name: str, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from(seeds(name)))
    checked(name)(edited(start, data.draw(st.lists(EDIT, max_size=6))))
