"""spaCy's tokens, and the words among them as arrays for the network."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fogline.reading.parser.pieces import Entry, Pieces, gap_of, shape_of
from fogline.reading.parser.windows import breaks_sentence, hard_wrapped

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
LONGEST = 400
OVERLONG = re.compile(rf"\S{{{LONGEST + 1},}}")
UNSAFE = re.compile("[\0\ud800-\udfff]")
REPLACEMENT = dict.fromkeys(range(0xD800, 0xE000), "\ufffd") | {0: "\ufffd"}


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens that are not white space.

    `tokens` [words] their places in the Doc; `sizes` [words] pieces of each; `offsets` [words + 1]
    where each one's pieces begin; `pieces`, `shapes` [pieces] the network's input; `forced`,
    `likely` [words] whether a sentence begins there for certain, or by the look of it.
    """

    tokens: Ints
    sizes: Ints
    offsets: Ints
    pieces: Ints
    shapes: Ints
    forced: Flags
    likely: Flags


class Tokenizer:
    """spaCy's English rules with a few of our own, safe for any text."""

    def __init__(self, split: Callable[[str], Doc], vocab: Vocab) -> None:
        self._split = split
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Tokens of `text`; signs that UTF-8 cannot hold, and NUL, are read as U+FFFD.

        Runs of more than LONGEST signs without white space are no language: spaCy's affix rules
        take quadratic time on them, so they are only cut to that length.
        """
        safe = text.translate(REPLACEMENT) if UNSAFE.search(text) else text
        return self._split(safe) if not OVERLONG.search(safe) else self._pieced(safe)

    def _pieced(self, text: str) -> Doc:
        """Tokens of a text with over-long runs, from those of the stretches between."""
        from spacy.tokens import Doc

        words: list[str] = []
        spaces: list[bool] = []
        done = 0
        for run in OVERLONG.finditer(text):
            self._extend(words, spaces, text[done : run.start()])
            parts = range(run.start(), run.end(), LONGEST)
            words += [text[i : min(i + LONGEST, run.end())] for i in parts]
            done = run.end() + text.startswith(" ", run.end())
            spaces += [False] * (len(parts) - 1) + [done > run.end()]
        self._extend(words, spaces, text[done:])
        return Doc(self.vocab, words, spaces)

    def _extend(self, words: list[str], spaces: list[bool], stretch: str) -> None:
        """Add the tokens of an ordinary stretch."""
        for token in self._split(stretch):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))


def tokenizer_of() -> Tokenizer:
    """A new tokenizer with its own vocabulary."""
    import spacy

    blank = spacy.blank("en")
    return Tokenizer(blank.tokenizer, blank.vocab)


def words_of(doc: Doc, pieces: Pieces) -> Words:
    """The words of a tokenised text, with the breaks that its white space forces."""
    spaces = np.array([token.is_space for token in doc], dtype=np.bool_)
    tokens = np.flatnonzero(~spaces)
    entries = [pieces.of(doc[place].text) for place in tokens.tolist()]
    gaps, forced = _gaps(doc, tokens)
    sizes = np.array([len(entry.pieces) for entry in entries], dtype=np.int64)
    offsets = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    flat = np.fromiter(chain.from_iterable(entry.pieces for entry in entries), dtype=np.int64)
    shapes = np.ones(len(flat), dtype=np.int64)
    cases = np.array([entry.case for entry in entries], dtype=np.int64)
    shapes[offsets[:-1]] = shape_of(cases, gaps)
    return Words(tokens, sizes, offsets, flat, shapes, forced, _likely(entries, cases, gaps))


def _gaps(doc: Doc, tokens: Ints) -> tuple[Ints, Flags]:
    """Before each word: the kind of gap, and whether it ends a sentence."""
    count = len(tokens)
    gaps = np.zeros(count, dtype=np.int64)
    forced = np.zeros(count, dtype=np.bool_)
    if not count:
        return gaps, forced
    text, wrapped = doc.text, hard_wrapped(doc.text)
    from spacy.attrs import SPACY

    spaced = doc.to_array([SPACY]).astype(np.int64)
    gaps[1:] = spaced[tokens[1:] - 1]
    for word in np.flatnonzero(np.diff(tokens, prepend=-1) > 1).tolist():
        start = doc[int(tokens[word - 1])] if word else None
        begin = start.idx + len(start) if start is not None else 0
        here = doc[int(tokens[word])].idx
        gap = text[begin:here]
        forced[word] = breaks_sentence(gap, text[here : here + 8], wrapped=wrapped)
        gaps[word] = gap_of(gap) if forced[word] else 1
    gaps[0], forced[0] = 2, True
    return gaps, forced


def _likely(entries: list[Entry], cases: Ints, gaps: Ints) -> Flags:
    """Words that follow a closing mark and a gap, and do not begin with a small letter."""
    stops = np.array([entry.stops for entry in entries], dtype=np.bool_)
    closes = np.array([entry.closes for entry in entries], dtype=np.bool_)
    ended = stops.copy()
    ended[1:] |= closes[1:] & stops[:-1]
    likely = np.zeros(len(entries), dtype=np.bool_)
    likely[1:] = ended[:-1] & (gaps[1:] > 0) & (cases[1:] > 0)
    return likely
