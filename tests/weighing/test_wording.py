"""Words as weighing compares them."""

from __future__ import annotations

import pytest

from fogline.weighing.wording import content, stem, tokens


def test_apostrophes_and_commas_in_numbers_play_no_part() -> None:
    assert tokens("Orlin’s 5,000 people don't know.") == tokens("Orlins 5000 people dont know")


@pytest.mark.parametrize("word", ["shelled", "shelling", "shells", "shell", "shellings"])
def test_endings_are_taken_off(word: str) -> None:
    assert stem(word) == "shell"


def test_short_words_keep_their_endings() -> None:
    assert [stem(word) for word in ("king", "gas", "used", "bus")] == ["king", "gas", "used", "bus"]


def test_content_leaves_out_what_every_sentence_has() -> None:
    assert content("The bridge was hit on Monday") == {"bridg", "hit"}
