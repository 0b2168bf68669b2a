"""Nobody of a kind is there or does it: "there are no rebels left", "not a single shell hit"."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("There are no rebels left in Hajin.", "left", "negative"),
        ("There is not a single soldier left in Hajin.", "left", "negative"),
        ("There are two rebels left in Hajin.", "left", "positive"),
        ("Not a single shell hit Hajin.", "hit", "negative"),
        ("A single shell hit Hajin.", "hit", "positive"),
        ("Not one rebel remains in Hajin.", "remains", "negative"),
        ("One rebel remains in Hajin.", "remains", "positive"),
        ("Not a single rebel has left Homs.", "left", "negative"),
        ("Not a single soldier has left Homs.", "left", "negative"),
    ],
)
def test_not_a_single_one_is_none(whole: Reader, text: str, trigger: str, polarity: str) -> None:
    """They were read as being there, and the shell as having hit."""
    assert at(whole.read(document(text)).claims, trigger).polarity == polarity


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("There is no doubt that rebels left Hajin.", "positive"),
        ("There is no denying that the army left Hajin.", "positive"),
        ("There is no reason why the troops left Hajin.", "positive"),
        ("There are no signs that the army left Hajin.", "negative"),
        ("There is no doubt that no rebels left Hajin.", "negative"),
    ],
)
def test_who_left_is_not_who_is_left(whole: Reader, text: str, polarity: str) -> None:
    """That there is no doubt of it was taken for nobody's having left."""
    assert at(whole.read(document(text)).claims, "left").polarity == polarity
