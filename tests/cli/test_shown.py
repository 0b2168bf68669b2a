from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from fogline.cli.shown import shown


@given(st.text(st.characters()))
def test_what_is_shown_is_one_line_without_controls(text: str) -> None:
    safe = shown(text)
    assert len(safe) == len(text)
    assert len(safe.splitlines()) <= 1
    assert {unicodedata.category(c) for c in safe} & {"Cc", "Cs"} == set()
    assert shown(safe) == safe


def test_an_escape_sequence_and_a_reordering_mark_lose_their_power() -> None:
    assert shown("a\x1b[31mred\u202eevil") == "a\ufffd[31mred\ufffdevil"


def test_other_scripts_stay_as_they_are() -> None:
    assert shown("حلب, Алеппо, “quoted”") == "حلب, Алеппо, “quoted”"
