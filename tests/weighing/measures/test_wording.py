"""Words as weighing compares them."""

from __future__ import annotations

import pytest

from fogline.model import Document
from fogline.weighing.measures.wording import _WORD, content, fold, stem, tokens, words


def test_apostrophes_and_commas_in_numbers_play_no_part() -> None:
    assert tokens("Orlin’s 5,000 people don't know.") == tokens("Orlins 5000 people dont know")


@pytest.mark.parametrize("word", ["shelled", "shelling", "shells", "shell", "shellings"])
def test_endings_are_taken_off(word: str) -> None:
    assert stem(word) == "shell"


def test_short_words_keep_their_endings() -> None:
    assert [stem(word) for word in ("king", "gas", "used", "bus")] == ["king", "gas", "used", "bus"]


def test_content_leaves_out_what_every_sentence_has() -> None:
    assert content("The bridge was hit on Monday") == {"bridg", "hit"}


@pytest.mark.parametrize(
    "text", ["İstanbul’s 3,000, it's", "die Straße, 1,5", "Ⓐ Ab", "\u0345a B\u0345c", "ORLIN don’t"]
)
def test_a_text_is_folded_as_its_words_are(text: str) -> None:
    alone = tuple(fold(match.group()) for match in _WORD.finditer(text))
    read = words(Document("d", text, ()))
    assert tokens(text) == alone == read.words
    assert [text[a:b] for a, b in zip(read.starts, read.ends, strict=True)] == [
        match.group() for match in _WORD.finditer(text)
    ]
