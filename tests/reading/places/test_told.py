"""Places that the text's own words put elsewhere than where a bearer of their name lies."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import document

SYRIA = " Syria's army denied it."


def pins(whole: Reader, text: str) -> dict[str, bool]:
    """Return which of the places named in claims have a point."""
    claims = whole.read(document(text)).claims
    return {p.text: p.lat is not None for c in claims for p in c.places}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("At Al-Thawra hospital in Hodeidah 16 bodies lay after the strike.", "Al-Thawra"),
        (f"At the Aleppo hospital in Idlib 16 bodies lay after the strike.{SYRIA}", "Aleppo"),
        ("Clashes continue near Mutongo, 18 km to the south-west of Pinga.", "Mutongo"),
        ("The strike hit Kigoma airstrip (Walikale) on Monday. M23 holds Pinga.", "Kigoma"),
    ],
)
def test_what_lies_elsewhere_by_the_texts_own_words_has_no_point(
    whole: Reader, text: str, place: str
) -> None:
    """A hospital in Hodeidah stood in Syria, 1,500 km away, by a namesake town."""
    assert all(not point for named, point in pins(whole, text).items() if named.startswith(place))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"Shelling hit Aleppo, 300 km north of Damascus.{SYRIA}", "Aleppo"),
        (f"At Hama hospital in Syria 16 bodies lay after the strike.{SYRIA}", "Hama hospital"),
        ("Shelling hit Kupiansk, 100 km east of Kharkiv.", "Kupiansk"),
        ("Rebels hold Goma airport (North Kivu).", "Goma airport"),
    ],
)
def test_what_agrees_with_the_text_keeps_its_point(whole: Reader, text: str, place: str) -> None:
    assert pins(whole, text)[place]
