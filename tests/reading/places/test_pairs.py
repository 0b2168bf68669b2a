"""What "the two towns" and "both villages" mean."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rebels took Lyman and Kupiansk. The army shelled both towns.", ["Lyman", "Kupiansk"]),
        ("Rebels took Saqba and Douma. The army shelled the two towns.", ["Saqba", "Douma"]),
        (
            "Rebels took Kherson, and then Lyman and Kupiansk. The army shelled the two towns.",
            ["Lyman", "Kupiansk"],
        ),
        # three were named, none was, others are meant, or which is told
        ("Rebels took Goma, Sake and Minova. The army shelled the two towns.", ["two towns"]),
        ("Rebels took Sake. The army shelled the two towns.", ["two towns"]),
        ("Rebels took Saqba and Douma. The army shelled two other towns.", ["two other towns"]),
        ("Rebels took Saqba and Douma. The army shelled two towns.", ["two towns"]),
    ],
)
def test_two_places_named_together(whole: Reader, text: str, places: list[str]) -> None:
    assert texts(at(whole.read(document(text)).claims, "shelled").places) == places
