"""spaCy's tokens, and the words among them as arrays for the network."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

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
RUN = r"(?:[!?]{2,}|={2,}|\*{2,}|_{2,}|~{2,}|<{2,}|>{2,}|\${2,}|#{2,}|-{2,}|\.{2,})"
# "NIAMEY, Oct 9 (Sahel Wire) - Niger's ...": the place reports, it does nothing.
DATELINE = re.compile(
    r"^[A-Z][A-Z'’./ -]{2,30}(?:, [^()\n]{2,30}?)?(?: ?\([^()\n]{2,40}\))? ?[-–—]{1,2} "
    r"(?=[A-Z\"“‘'])",
    re.MULTILINE,
)
UNSPLIT = ("etc.", "al.", "Capt.", "Col.", "Lt.", "Maj.", "Sgt.", "Cpl.", "Brig.", "Cmdr.")
SPLIT = (("and", "/", "or"), ("wan", "na"), ("Wan", "na"), ("out", "ta"))
AFFIXES = (
    *("non", "anti", "re", "co", "pre", "pro", "mid", "cross", "post", "over", "semi", "multi"),
    *("ex", "sub", "counter", "neo", "inter", "ultra", "e", "un"),
)
NOT_AFFIX = "".join(rf"(?<!\b[{a[0].upper()}{a[0]}]{a[1:]})" for a in AFFIXES)
MORE_INFIXES = (r"(?<=[A-Z]\.)-(?=[A-Za-z])", r"(?<=[0-9])[–—](?=[0-9])")
DIGIT_SIGN, DIGIT_SIGN_UD = (
    r"(?<=[0-9])[+\-\*^](?=[0-9-])",
    (
        r"(?<=[0-9])[+\*^](?=[0-9-])|(?<=[0-9])(?<!-[0-9])(?<!-[0-9]{2})(?<!-[0-9]{3})"
        r"-(?=[0-9]+(?![0-9-]))"  # ranges come apart, dates and telephone numbers do not
    ),
)
REPLACEMENT = dict.fromkeys(range(0xD800, 0xE000), "\ufffd") | {0: "\ufffd"}


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens that are not white space.

    `tokens` [words] their places in the Doc; `forms` [words] as they stand; `sizes` [words] pieces
    of each; `offsets` [words + 1] where each one's pieces begin; `pieces`, `shapes` [pieces] the
    network's input; `forced`, `likely` [words] whether a sentence begins there for certain, or by
    the look of it.
    """

    tokens: Ints
    forms: list[str]
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
    """A new tokenizer with its own vocabulary, its rules moved towards those of UD English."""
    import spacy
    from spacy import util
    from spacy.lang.char_classes import HYPHENS

    blank = spacy.blank("en")
    rules: Any = blank.tokenizer
    default: Any = blank.Defaults
    rules.prefix_search = util.compile_prefix_regex([RUN, *(default.prefixes or ())]).search
    rules.suffix_search = util.compile_suffix_regex([RUN, *(default.suffixes or ())]).search
    infixes = [hyphen_rule(rule, HYPHENS) for rule in default.infixes or ()]
    rules.infix_finditer = util.compile_infix_regex([RUN, *MORE_INFIXES, *infixes]).finditer
    for form in UNSPLIT:
        rules.add_special_case(form, [{"ORTH": form}])
    for parts in SPLIT:
        rules.add_special_case("".join(parts), [{"ORTH": part} for part in parts])
    return Tokenizer(rules, blank.vocab)


def hyphen_rule(rule: str, hyphens: str) -> str:
    """An infix rule of spaCy's as UD has it: affixes ("anti-", "re-") stay with their word."""
    if rule == DIGIT_SIGN:
        return DIGIT_SIGN_UD
    return rule.replace(f"(?:{hyphens})", f"{NOT_AFFIX}(?:{hyphens})")


def words_of(doc: Doc, pieces: Pieces) -> Words:
    """The words of a tokenised text, with the breaks that its white space forces."""
    spaces = np.array([token.is_space for token in doc], dtype=np.bool_)
    tokens = np.flatnonzero(~spaces)
    forms = [doc[place].text for place in tokens.tolist()]
    entries = [pieces.of(form) for form in as_read(forms)]
    gaps, forced = _gaps(doc, tokens)
    sizes = np.array([len(entry.pieces) for entry in entries], dtype=np.int64)
    offsets = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    flat = np.fromiter(chain.from_iterable(entry.pieces for entry in entries), dtype=np.int64)
    shapes = np.ones(len(flat), dtype=np.int64)
    cases = np.array([entry.case for entry in entries], dtype=np.int64)
    shapes[offsets[:-1]] = shape_of(cases, gaps)
    return Words(tokens, forms, sizes, offsets, flat, shapes, forced, _likely(entries, cases, gaps))


def as_read(forms: list[str]) -> Iterator[str]:
    """Yield the forms as the network is told them: it does not see capitals but in a word's shape,
    and takes "IS" for a verb; between words that are not all capitals the group is meant.
    """
    for place, form in enumerate(forms):
        yield "ISIS" if form == "IS" and not _is_among_capitals(place, forms) else form


def _is_among_capitals(place: int, forms: list[str]) -> bool:
    """Tell whether a word beside a form is all capitals."""
    around = (*forms[max(place - 1, 0) : place], *forms[place + 1 : place + 2])
    return any(other.isupper() and len(other) > 1 for other in around)


def _gaps(doc: Doc, tokens: Ints) -> tuple[Ints, Flags]:
    """Before each word: the kind of gap, and whether it ends a sentence for certain."""
    count = len(tokens)
    gaps = np.zeros(count, dtype=np.int64)
    forced = np.zeros(count, dtype=np.bool_)
    if not count:
        return gaps, forced
    text = doc.text
    wrapped = hard_wrapped(text)
    spaced = doc.to_array("SPACY").astype(np.int64)
    gaps[1:] = spaced[tokens[1:] - 1]
    for word in np.flatnonzero(np.diff(tokens, prepend=-1) > 1).tolist():
        start = doc[int(tokens[word - 1])] if word else None
        begin = start.idx + len(start) if start is not None else 0
        here = doc[int(tokens[word])].idx
        gap = text[begin:here]
        forced[word] = breaks_sentence(gap, text[here : here + 8], wrapped=wrapped)
        gaps[word] = gap_of(gap) if forced[word] else 1
    gaps[0], forced[0] = 2, True
    if behind := {match.end() for match in DATELINE.finditer(text)}:
        forced |= [doc[token].idx in behind for token in tokens.tolist()]
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
