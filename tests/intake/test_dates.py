"""Dates are read as they stand or not at all."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.intake import dates
from fogline.model import Published


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2031-11-12", "2031-11-12", "2031-11-12"),
        (" 2031-11-12T23:30:00-03:00 ", "2031-11-13", "2031-11-13"),
        ("2031-11-12T23:30:00Z", "2031-11-12", "2031-11-12"),
        ("2031-11-12 23:30", "2031-11-12", "2031-11-12"),
        ("2031-11", "2031-11-01", "2031-11-30"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("Wed, 12 Nov 2031 23:30:00 -0300", "2031-11-13", "2031-11-13"),
        ("November 12, 2031", "2031-11-12", "2031-11-12"),
        ("12th November 2031", "2031-11-12", "2031-11-12"),
        ({"earliest": "2031-11-10", "latest": "2031-11-12"}, "2031-11-10", "2031-11-12"),
    ],
)
def test_days_are_read(value: Any, earliest: str, latest: str) -> None:
    assert dates.published(value, "given") == Published(earliest, latest, "given")


@pytest.mark.parametrize(
    "value",
    ["", "soon", "2031-13-01", "2031-02-30", "31.31.2031", 1762905600, None, [], "0000", {},
     "2 days ago", "0001-01-01T00:00:00+23:00", "2031-W10",
     {"earliest": "2031-11-12", "latest": "2031-11-10"}],
)  # fmt: skip
def test_what_is_no_day_is_nothing(value: Any) -> None:
    assert dates.published(value, "given") is None


@pytest.mark.parametrize(
    ("words", "posted"),
    [
        ("November 12, 2031 at 3:14 pm", "2031-11-12T15:14"),
        ("12 November 2031 at 15:14", "2031-11-12T15:14"),
        ("2031-11-12T15:14:00+02:00", "2031-11-12T13:14:00+00:00"),
        ("12.11.2031", "2031-11-12"),
        ("2 days ago", None),
        (None, None),
    ],
)
def test_a_comments_time(words: str | None, posted: str | None) -> None:
    assert dates.posted(words) == posted


@given(st.dates())
def test_every_day_is_read_as_itself(day: Any) -> None:
    assert dates.published(day.isoformat(), "given") == Published(*[day.isoformat()] * 2, "given")


@given(st.text(max_size=50))
def test_no_words_raise(words: str) -> None:
    dates.published(words, "given")
    dates.posted(words)
