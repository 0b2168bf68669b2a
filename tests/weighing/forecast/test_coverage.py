"""How many reports would have told of it, in words that can be read."""

from __future__ import annotations

import pytest

from fogline.weighing.forecast.coverage import Coverage, _within
from fogline.weighing.measures.days import Days


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (Coverage(0, 0, 0, ""), "it names nobody and no place to look for"),
        (
            Coverage(0, 0, 0, "Orlin"),
            "found 0 documents on Orlin; silence counts only with at least "
            "3 documents of 2 origins, 1 of them after the window",
        ),
        (
            Coverage(0, 0, 0, "Orlin", _within(Days(736_280, 736_281))),
            "found 0 documents on Orlin published from 2016-11-12 to 2016-11-16 (3 days after the "
            "window); silence counts only with at least 3 documents of 2 origins, 1 of them after "
            "the window",
        ),
        (
            Coverage(1, 1, 0, "Orlin"),
            "found 1 document on Orlin of 1 origin, 0 of them after the window; silence counts "
            "only with at least 3 documents of 2 origins, 1 of them after the window",
        ),
    ],
)
def test_what_was_found_stands_before_what_is_asked(found: Coverage, reason: str) -> None:
    assert found.reason == reason
    assert not found.enough
