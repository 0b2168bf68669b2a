"""Places that stand before what is told: where it was filed, and what it is of."""

from __future__ import annotations

import pytest

from tests.reading.sentences import Read, at


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("GOMA - Bukavu residents said rebels entered the town on Monday.", "entered",
         "fogline:cd/bukavu"),
        ("BUKAVU (Reuters) - Goma residents said rebels entered the city.", "entered",
         "fogline:cd/goma"),
        ("THE HERALD (Bukavu)\n\nBUKAVU - Goma residents said rebels entered the city.", "entered",
         "fogline:cd/goma"),
        ("GOMA - Rebels entered the city on Monday.", "entered", "fogline:cd/goma"),
        ("The army left Goma.\n\nBukavu town: since 6 March the town is held by rebels.", "held",
         "fogline:cd/bukavu"),
        ("The army left Goma.\n\n* Bukavu: the rebels took the town on Sunday.", "took",
         "fogline:cd/bukavu"),
    ],
)  # fmt: skip
def test_the_town_is_the_one_told_of_not_where_it_was_filed(
    read: Read, text: str, trigger: str, place: str
) -> None:
    """A regional capital had fallen, since a paper is printed there."""
    assert [p.id for p in at(read(text).claims, trigger).places] == [place]


def test_an_exact_name_goes_before_one_that_only_sounds_alike(read: Read) -> None:
    """A town across the line lay in a village of the country that struck it."""
    text = "India's defence ministry said little of Kotli. Overnight India struck Kotli."
    assert [p.id for p in at(read(text).claims, "struck").places] == [None]


def test_a_capital_is_known_by_its_short_name(read: Read) -> None:
    text = "Fano fighters met government envoys in Addis on Monday."
    assert [p.id for p in at(read(text).claims, "met").places] == ["fogline:et/addis-ababa"]
