"""What happened in a war or rising that is told by its year lies in that year; "captured in the
2022 war" was dated by publication.
"""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Mirland captured the Golan Heights in the 2022 war.", "captured"),
        ("The army lost the base near Gao during the 2022 mutiny.", "lost"),
        ("Rebels attacked the town that they lost in the 2022 offensive.", "lost"),
    ],
)
def test_a_deed_of_a_war_lies_in_its_year(whole: Reader, text: str, trigger: str) -> None:
    when = at(whole.read(document(text)).claims, trigger).when
    assert (when.start, when.end) == ("2022-01-01", "2022-12-31")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("As in the 2022 war, the army shelled Goma on Tuesday.", "shelled"),
        ("On Tuesday a court jailed a general for his role in the 2022 offensive.", "jailed"),
        ("Rebels raided on Tuesday the town that they lost in the 2022 offensive.", "raided"),
    ],
)
def test_what_is_told_beside_a_war_does_not(whole: Reader, text: str, trigger: str) -> None:
    assert at(whole.read(document(text)).claims, trigger).when.start == "2024-03-05"


def test_a_war_of_long_ago_is_background(whole: Reader) -> None:
    text = "Mirland captured the Golan Heights in the 1967 war."
    assert not whole.read(document(text)).claims
