"""Who did it is left open where words make a question of it; neither side is "the other"."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, at, document


@pytest.mark.parametrize(
    "text",
    [
        "Who shelled the school is anyone's guess.",
        "It is anybody's guess who shelled the school.",
        "Who shelled the school first is unknowable.",
        "Who shelled the school is a mystery.",
        "Who shelled the school is disputed.",
    ],
)
def test_a_question_of_who_did_it_is_open(read: Read, text: str) -> None:
    claim = at(read(text).claims, "shelled")
    assert (claim.certainty, claim.actors) == ("unknown", ())


@pytest.mark.parametrize(
    "text",
    [
        "Police know who shelled the school.",
        "Residents of the disputed town saw who shelled the school.",
        "The army shelled the school, which was no mystery.",
    ],
)
def test_what_is_no_question_stays_certain(read: Read, text: str) -> None:
    assert at(read(text).claims, "shelled").certainty == "certain"


@pytest.mark.parametrize(
    "text",
    [
        "Egypt and Sudan trade fire at Halayeb; each says the other started it.",
        "Egypt and Sudan fought at Halayeb; both say the other started it.",
        "Each side says the other started the shelling.",
    ],
)
def test_the_other_is_nobody_named(whole: Reader, text: str) -> None:
    claims = whole.read(document(text)).claims
    assert "other" not in {m.text for c in claims for m in (*c.actors, *c.recipients)}
