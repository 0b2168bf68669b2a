"""Who suffers, answers or is warned of a deed: grammar decides, whatever the heads say."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts

Told = tuple[str, str, list[str], list[str]]


def is_told(reader: Reader, told: Told, role: str = "body") -> None:
    """Hold who acts and who is acted on against what a sentence tells."""
    text, trigger, actors, recipients = told
    found = at(reader.read(document(text, role=role)).claims, trigger)
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    "told",
    [
        # a headline's participle, taken for a past tense beside a name
        ("Hamas leader Haniyeh assassinated in Tehran", "assassinated", [], ["Haniyeh"]),
        ("Colonel Sayyad Khodaei assassinated in Tehran", "assassinated", [], ["Sayyad Khodaei"]),
        ("Rebel commander Osman killed in Nyala", "killed", [], ["Osman"]),
        ("Militia leader Dube shot dead in Goma", "shot", [], ["Dube"]),
        # with an object, also one that the next verb has, or with a count, it is the doer
        ("Army kills rebel commander in Nyala", "kills", ["Army"], ["rebel commander"]),
        ("Gunmen shot and killed a judge in Herat", "shot", ["Gunmen"], ["judge"]),
        ("Militants killed 12 in Mopti", "killed", ["Militants"], []),
    ],
)
def test_who_is_slain_without_an_object(whole: Reader, told: Told) -> None:
    is_told(whole, told, "headline")


def test_a_named_person_slain_is_counted(whole: Reader) -> None:
    text = "Rebel commander Osman killed in Nyala"
    (found,) = whole.read(document(text, role="headline")).claims
    assert found.casualties.killed is not None
    assert found.casualties.killed.max == 1
