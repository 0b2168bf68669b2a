"""Words as the network reads them: word pieces, a casing shape, and the gap before the word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

Number = TypeVar("Number", int, NDArray[np.int64])
PAD, UNKNOWN, CLS, SEP = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
MOST_PIECES = 8
MOST_LETTERS = 48
GAPS = ("", " ", "\n")
STOPS = frozenset(".!?…") | {"...", "?!", "!!", "!!!", "??", "???"}
CLOSERS = frozenset("\"'”’»)]") | {"''"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of a word form: its piece numbers, its case class, its part in sentence ends."""

    pieces: tuple[int, ...]
    case: int
    stops: bool
    closes: bool


def case_of(form: str) -> int:
    """0 no capitals or no letters, 1 the first letter, 2 all (two or more), 3 some other way."""
    if form.islower() or not any(letter.isalpha() for letter in form):
        return 0
    if len(form) > 1 and form.isupper():
        return 2
    return 1 if form[0].isupper() and not any(map(str.isupper, form[1:])) else 3


def shape_of(case: Number, gap: Number) -> Number:
    """Shape number of a word's first piece, 2 to 13 (0 pads, 1 continues a word); or an array.

    `gap` is an index of GAPS: nothing, a space or a line break before the word.
    """
    return 2 + 3 * case + gap


def gap_of(text: str) -> int:
    """Index of GAPS for the text between two words."""
    return 2 if "\n" in text else int(bool(text))


class Pieces:
    """Word forms to entries, remembered up to `most` forms."""

    def __init__(self, vocabulary: Iterable[str], most: int = 200_000) -> None:
        numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.pad, self.unknown = numbers[PAD], numbers[UNKNOWN]
        self.cls, self.sep = numbers[CLS], numbers[SEP]
        self._tokenizer = Tokenizer(WordPiece(vocab=numbers, unk_token=UNKNOWN))
        self._tokenizer.normalizer = BertNormalizer(lowercase=True)
        self._tokenizer.pre_tokenizer = BertPreTokenizer()
        self._known: dict[str, Entry] = {}
        self._most = most

    def of(self, form: str) -> Entry:
        """The entry of one word form; an over-long form is judged by its beginning."""
        entry = self._known.get(form)
        if entry is None:
            if len(self._known) >= self._most:
                self._known.clear()
            entry = self._known[form] = self._read(form)
        return entry

    def _read(self, form: str) -> Entry:
        short = form[:MOST_LETTERS]
        found = self._tokenizer.encode(short, add_special_tokens=False).ids[:MOST_PIECES]
        pieces = tuple(found) or (self.unknown,)
        return Entry(pieces, case_of(short), form in STOPS, form in CLOSERS)


def read_vocabulary(path: Path) -> list[str]:
    """Pieces in the order of their numbers, one a line."""
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")
