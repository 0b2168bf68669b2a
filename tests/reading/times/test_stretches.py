"""Stretches between months, parts of a year, and days of a row that a weekday names."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("between November 2020 and February 2021", ("2020-11-01", "2021-02-28")),
        ("between May and July 2023", ("2023-05-01", "2023-07-31")),
        ("from June 2022 to March 2023", ("2022-06-01", "2023-03-31")),
        ("between October and January", ("2023-10-01", "2024-01-31")),
        ("in the first half of 2021", ("2021-01-01", "2021-06-30")),
        ("in the second half of last year", ("2023-07-01", "2023-12-31")),
        ("in the third quarter of 2022", ("2022-07-01", "2022-09-30")),
        ("for the third day running on Monday", ("2024-03-04", "2024-03-04")),
        ("for a second straight night on Tuesday", ("2024-03-05", "2024-03-05")),
        ("for the third day running", ("2024-03-04", "2024-03-06")),
        ("in the first half of May 2023", ("2023-05-01", "2023-05-15")),
        ("from May 5 to June 7, 2023", ("2023-05-05", "2023-06-07")),
    ],
)
def test_both_ends_are_read(claim: One, when: str, days: tuple[str, str]) -> None:
    """The first month alone was read, or the whole year, or the row up to publication."""
    found = claim(f"Rebels burned two villages near Kora {when}.", "burned").when
    assert (str(found.start), str(found.end)) == days
