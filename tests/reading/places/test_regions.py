"""Each name before a plural "regions" is a region's: the first of them was taken for its town."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One


@pytest.mark.parametrize(
    ("text", "trigger", "regions"),
    [
        (
            "Russian forces shelled the Kharkiv and Sumy regions in Ukraine.",
            "shelled",
            {"Kharkiv Oblast", "Sumy Oblast"},
        ),
        (
            "Shelling hit Donetsk, Luhansk and Kherson oblasts in Ukraine.",
            "Shelling",
            {"Donetsk Oblast", "Luhansk Oblast", "Kherson Oblast"},
        ),
        (
            "Fighting broke out in Hama and Idlib provinces in Syria.",
            "Fighting",
            {"Hama Governorate", "Idlib Governorate"},
        ),
        # what only looks like it
        ("Shelling hit Kharkiv and the Sumy region.", "Shelling", {"Kharkiv", "Sumy Oblast"}),
        ("Shelling hit Kharkiv and other regions in Ukraine.", "Shelling", {"Kharkiv"}),
        ("The army shelled Homs and parts of Hama province.", "shelled",
         {"Homs", "Hama Governorate"}),
    ],
)  # fmt: skip
def test_each_of_several_is_a_region(
    claim: One, text: str, trigger: str, regions: set[str]
) -> None:
    assert {place.name for place in claim(text, trigger).places} == regions
