"""What a document is about: where nothing tells of conflict or politics, everyday words keep their
everyday sense.
"""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from fogline.reading.tables import rows
from fogline.reading.words.inflections import inflections
from tests.reading.sentences import document, told

ROWS = list(rows("subjects.csv"))
EVERYDAY = (
    "We left early and they charged us for the dessert.",
    "I sent you the draft and will meet you at noon.",
    "My hamster escaped from its cage while I was talking to my aunt.",
    "They treated us like friends and offered us a second cup.",
    "She moved out, so he took over the lease.",
    "Please send me the file when Becky brings you a copy.",
    "You must visit before you agree to anything.",
    "I strongly recommend the soup, and you can bring it home.",
)
TOLD = "The brigade came at noon."


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["kind"])
def test_a_rows_example_tells_what_it_is_about(reader: Reader, row: dict[str, str]) -> None:
    said = set(row["example"].rstrip(".").casefold().split())
    assert any(said & inflections(word) for word in row["words"].split("|"))
    assert not is_quiet(reader, row["example"])


@pytest.mark.parametrize("text", EVERYDAY)
def test_everyday_text_holds_no_claim(whole: Reader, text: str) -> None:
    assert is_quiet(whole, text)
    assert not (claims := whole.read(document(text)).claims), told(claims)


@pytest.mark.parametrize("text", EVERYDAY)
def test_one_telling_word_anywhere_is_enough(reader: Reader, text: str) -> None:
    assert not is_quiet(reader, f"{text} {TOLD}")
    assert not is_quiet(reader, f"{TOLD} {text}")


@pytest.mark.parametrize("named", ["Aleppo", "NATO", "The Libyans", "Hezbollah"])
def test_a_place_a_people_or_a_known_actor_is_enough(reader: Reader, named: str) -> None:
    assert not is_quiet(reader, f"{named} would leave, they said.")


def test_a_plain_report_is_read_though_nothing_else_tells(reader: Reader) -> None:
    claims = reader.read(document("The town fell. Residents are starving.")).claims
    assert [claim.event for claim in claims] == ["CONTROL", "CONDITION"], told(claims)


def is_quiet(reader: Reader, text: str) -> bool:
    """Tell whether the reader finds nothing of conflict or politics in a text."""
    return all(scene.quiet for scene in reader.heard(document(text)))
