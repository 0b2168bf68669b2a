"""How many left their homes, also where only a number stands for them."""

from __future__ import annotations

import pytest

from fogline.model import Range
from fogline.reading.reader import Reader
from tests.reading.sentences import at, document


@pytest.mark.parametrize(
    ("text", "trigger", "displaced"),
    [
        ("Some 10,000 have crossed into Gambella.", "crossed into", Range(10_000, 10_000)),
        ("About 2,500 took shelter in a school.", "took shelter", Range(2500, 2500)),
        ("Some 40,000 have left Goma since January.", "left", Range(40_000, 40_000)),
        ("Thousands have crossed into Uganda.", "crossed into", Range(2000, None)),
        ("Millions were forced to flee their homes.", "flee", Range(2_000_000, None)),
        ("The rebels drove 3,000 out of Tine.", "drove 3,000 out", Range(3000, 3000)),
        ("More than 300 of them crossed into Uganda.", "crossed into", Range(300, None)),
        ("2000 displaced people reached Tawila.", "reached", Range(2000, 2000)),
        ("About 300 families crossed into Uganda.", "crossed into", None),
        ("Families crossed into Uganda.", "crossed into", None),
        ("Thousands of people have been evacuated from Goma.", "evacuated", Range(2000, None)),
        ("Dozens of residents have crossed into Chad.", "crossed into", Range(24, None)),
        ("A group of residents left Goma.", "left", None),
        ("15:40 people of Goma left the town.", "left", None),
        ("Most of the residents left Goma.", "left", None),
        ("The mayor escaped an assassination attempt.", "assassination attempt", None),
    ],
)
def test_who_left_is_counted(
    whole: Reader, text: str, trigger: str, displaced: Range | None
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert found.casualties.displaced == displaced
