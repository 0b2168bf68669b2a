"""Those who are freed are those who were taken; what is a soldier's own is no "its"."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        (
            "Gunmen kidnapped three nurses in Zamfara. They were released on Monday.",
            "released",
            ["three nurses"],
        ),
        (
            "Rebels captured ten soldiers near Goma. They were executed on Sunday.",
            "executed",
            ["ten soldiers"],
        ),
        (
            "Armed men abducted two drivers near Nasir. They were freed unharmed.",
            "freed",
            ["two drivers"],
        ),
        (
            "Gunmen attacked a village and kidnapped three nurses. They were arrested on Monday.",
            "arrested",
            ["Gunmen"],
        ),
    ],
)
def test_what_became_of_those_who_were_taken(
    whole: Reader, text: str, trigger: str, recipients: list[str]
) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).recipients) == recipients


def test_morale_is_the_units(whole: Reader) -> None:
    text = "A soldier said that his unit had not been paid and that its morale was on the floor."
    assert texts(at(whole.read(document(text)).claims, "morale").actors) == ["unit"]


def test_who_said_what_had_been_done_accuses(whole: Reader) -> None:
    text = "The army's spokesman said the rebels had left Homs and accused the militia of looting."
    found = at(whole.read(document(text)).claims, "accused")
    assert texts(found.actors) == ["army's spokesman"]
