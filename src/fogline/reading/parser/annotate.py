"""What the network found, in words: for the plain `Doc` of the rules, or written into spaCy's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from fogline.reading.parser.according import According
from fogline.reading.parser.continuing import Continuing
from fogline.reading.parser.doubled import Doubled
from fogline.reading.parser.filed import Filed
from fogline.reading.parser.inverted import Inverted
from fogline.reading.parser.joins import Joins
from fogline.reading.parser.lemmas import Lemmas
from fogline.reading.parser.orphaned import Orphaned
from fogline.reading.parser.relatives import Relatives
from fogline.reading.parser.resuming import Resuming
from fogline.reading.parser.tokens import Words
from fogline.reading.parser.verdicts import Verdicts
from fogline.reading.parser.windows import Window

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]
COLUMNS = ("POS", "TAG", "LEMMA", "MORPH", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE")
BEGIN, INSIDE, OUT = 3, 1, 2

MORPH = {
    "NN": "Number=Sing",
    "NNP": "Number=Sing",
    "NNS": "Number=Plur",
    "NNPS": "Number=Plur",
    "VB": "VerbForm=Inf",
    "VBD": "Mood=Ind|Tense=Past|VerbForm=Fin",
    "VBP": "Mood=Ind|Tense=Pres|VerbForm=Fin",
    "VBZ": "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "VBG": "Tense=Pres|VerbForm=Part",
    "VBN": "Tense=Past|VerbForm=Part",
    "MD": "VerbForm=Fin",
    "JJ": "Degree=Pos",
    "JJR": "Degree=Cmp",
    "JJS": "Degree=Sup",
    "RBR": "Degree=Cmp",
    "RBS": "Degree=Sup",
}
EDGES = frozenset({"IN", "CC", "TO", "POS", ",", ".", ":", "HYPH", "``", "''", "-LRB-", "-RRB-"})
PASSIVE = "Tense=Past|VerbForm=Part|Voice=Pass"
PASSIVE_MARKS = ("nsubj:pass", "csubj:pass", "aux:pass", "obl:agent")
PASSIVE_RELATIONS = ("acl", "amod")


@dataclass(frozen=True, slots=True)
class Finding:
    """What the network says of words, by place: label numbers, and heads.

    In a batch the arrays are [windows, words] and heads count from the window's start (0 is the
    root); of a whole text they are [words], heads are words of the text, a root is its own head.
    """

    upos: Ints
    xpos: Ints
    names: Ints
    heads: Ints
    relations: Ints

    @classmethod
    def empty(cls, words: int) -> Finding:
        """A whole text's finding, to be filled by `take`."""
        return cls(*(np.zeros(words, dtype=np.int64) for _ in range(5)))

    def take(self, group: Sequence[Window], batch: Finding) -> None:
        """Copy a batch's windows to their places in this text."""
        for row, window in enumerate(group):
            place = slice(window.start, window.stop)
            count = window.stop - window.start
            for kind in ("upos", "xpos", "names", "relations"):
                getattr(self, kind)[place] = getattr(batch, kind)[row, :count]
            heads = batch.heads[row, :count]
            own = np.arange(count)
            self.heads[place] = window.start + np.where(heads == 0, own, heads - 1)


@dataclass(frozen=True, slots=True)
class Told:
    """The same of a whole text in words: what stands in each column [words]; `names` are the kinds
    of names, `bio` where these begin and go on, `heads` words of the text, a root its own.
    """

    pos: list[str]
    tags: list[str]
    lemmas: list[str]
    relations: list[str]
    names: list[str]
    bio: list[int]
    heads: list[int]
    starts: list[int]  # words that begin a sentence

    @classmethod
    def nothing(cls, words: Words) -> Told:
        """What is told of words that were not parsed: each stands by itself, in one sentence."""
        blank = [""] * len(words.forms)
        own = [*range(len(blank))]
        return cls(blank, blank, words.forms, blank, blank, [OUT] * len(blank), own, own[:1])


class Annotator:
    """Turns label numbers into words, or into the strings of one vocabulary, and writes these."""

    def __init__(self, vocab: Vocab, labels: Mapping[str, list[str]], lemmas: Lemmas) -> None:
        add = vocab.strings.add
        self._strings, self._lemmas = vocab.strings, lemmas
        self._upos_names, self._xpos_names = labels["upos"], labels["xpos"]
        self._relation_names = labels["deprel"]
        self._upos = np.array([add(name) for name in labels["upos"]], dtype=np.uint64)
        self._xpos = np.array([add(name) for name in labels["xpos"]], dtype=np.uint64)
        self._relations = np.array([add(name) for name in labels["deprel"]], dtype=np.uint64)
        self._kind_names = ["", *sorted({n[2:] for n in labels["names"] if n != "O"})]
        self._kind_numbers = np.array([0, *map(add, self._kind_names[1:])], dtype=np.uint64)
        self._kinds = np.array([self._kind_names.index(n[2:]) for n in labels["names"]])
        self._bio = np.array([_bio(name) for name in labels["names"]], dtype=np.uint64)
        self._edge = np.array([tag in EDGES for tag in labels["xpos"]], dtype=np.bool_)
        morph = vocab.morphology.add
        self._morph = np.array([morph(MORPH.get(n, "")) for n in labels["xpos"]], dtype=np.uint64)
        self._passive = np.uint64(morph(PASSIVE))
        self._participle = labels["xpos"].index("VBN")
        self._marks = _numbers(labels["deprel"], PASSIVE_MARKS)
        self._reduced = _numbers(labels["deprel"], PASSIVE_RELATIONS)
        self._space = (add("SPACE"), add("_SP"))
        self._joins, self._resuming = Joins(labels), Resuming(labels)
        self._continuing, self._relatives = Continuing(labels), Relatives(labels)
        self._filed, self._according = Filed(labels), According(labels)
        self._doubled, self._orphaned = Doubled(labels), Orphaned(labels)
        self._verdicts, self._inverted = Verdicts(labels), Inverted(labels)
        self._known: dict[tuple[str, int, int], str] = {}

    def told(self, words: Words, found: Finding) -> Told:
        """Return what was found of a text's words, in words."""
        found = self._rejoined(words, found)
        bio, kinds = self._names(words, found)
        return Told(
            [self._upos_names[n] for n in found.upos.tolist()],
            [self._xpos_names[n] for n in found.xpos.tolist()],
            self._lemmas_of(words, found),
            [self._relation_names[n] for n in found.relations.tolist()],
            [self._kind_names[n] for n in kinds.tolist()],
            bio.tolist(),
            found.heads.tolist(),
            _starts(found.heads),
        )

    def write(self, doc: Doc, words: Words, found: Finding) -> Doc:
        """Fill tags, lemmas, morphology, heads, relations and names of `doc`; returns it."""
        if not len(doc):
            return doc
        found = self._rejoined(words, found)
        table = np.zeros((len(doc), len(COLUMNS)), dtype=np.uint64)
        table[:, 0], table[:, 1] = self._space
        table[:, 4] = _space_heads(len(doc), words.tokens).view(np.uint64)
        table[:, 6] = OUT
        rows = words.tokens
        table[rows, 0], table[rows, 1] = self._upos[found.upos], self._xpos[found.xpos]
        table[rows, 2] = [*map(self._strings.add, self._lemmas_of(words, found))]
        table[rows, 3] = self._morphs(found)
        table[rows, 4] = (rows[found.heads] - rows).view(np.uint64)
        table[rows, 5] = self._relations[found.relations]
        bio, kinds = self._names(words, found)
        table[rows, 6], table[rows, 7] = bio, self._kind_numbers[kinds]
        doc.from_array(list(COLUMNS), cast("Any", table))
        return doc

    def _rejoined(self, words: Words, found: Finding) -> Finding:
        """Return what was found with joined verbs and clauses hung on their like."""
        heads = self._joins.mended(found.heads, found.xpos, found.relations)
        heads = self._relatives.mended(heads, found.xpos, found.relations, words.forms)
        heads = self._resuming.mended(heads, found.xpos, found.relations, words.forms)
        heads, relations = self._continuing.mended(heads, found.relations, words.forms)
        heads, relations = self._according.mended(heads, relations, words.forms)
        heads = self._doubled.mended(heads, relations)
        heads, relations = self._orphaned.mended(heads, relations, words.forms)
        heads, relations = self._verdicts.mended(heads, relations, found.xpos)
        relations = self._inverted.mended(heads, relations, words.forms)
        heads, relations = self._filed.mended(
            heads, found.xpos, relations, found.names, words.forms
        )
        return replace(found, heads=heads, relations=relations)

    def _lemmas_of(self, words: Words, found: Finding) -> list[str]:
        """The lemma of each word."""
        known, out = self._known, []
        if len(known) > 200_000:
            known.clear()
        for key in zip(words.forms, found.upos.tolist(), found.xpos.tolist(), strict=True):
            lemma = known.get(key)
            if lemma is None:
                form, upos, xpos = key
                lemma = self._lemmas.of(form, self._upos_names[upos], self._xpos_names[xpos])
                known[key] = lemma
            out.append(lemma)
        return out

    def _morphs(self, found: Finding) -> Hashes:
        """Morphology by tag; a past participle with a passive mark gets its voice."""
        morphs = self._morph[found.xpos]
        passive = np.isin(found.relations, self._reduced)
        passive[found.heads[np.isin(found.relations, self._marks)]] = True
        morphs[passive & (found.xpos == self._participle)] = self._passive
        return morphs

    def _names(self, words: Words, found: Finding) -> tuple[Hashes, Ints]:
        """IOB numbers, and the numbers of the kinds of names.

        White space within a name parts it in two; function words at a name's edges fall off.
        """
        bio, kinds = self._bio[found.names], self._kinds[found.names]
        loose = bio == INSIDE
        loose[1:] &= (kinds[1:] != kinds[:-1]) | (np.diff(words.tokens) > 1) | words.forced[1:]
        bio[loose] = BEGIN
        edge = self._edge[found.xpos]
        for _ in range(2):  # "Vice President of", "'s Brigade"
            ends = (bio != OUT) & edge & np.append(bio[1:] != INSIDE, True)
            bio[ends] = OUT
            begins = np.flatnonzero((bio == BEGIN) & edge)
            bio[begins] = OUT
            after = begins[begins + 1 < len(bio)] + 1
            bio[after[bio[after] == INSIDE]] = BEGIN
        kinds[bio == OUT] = 0
        return bio, kinds


def _bio(name: str) -> int:
    return {"B": BEGIN, "I": INSIDE}.get(name[0], OUT)


def _numbers(labels: Sequence[str], wanted: Sequence[str]) -> Ints:
    return np.array([labels.index(name) for name in wanted if name in labels], dtype=np.int64)


def _starts(heads: Ints) -> list[int]:
    """The words that begin a sentence: the first below each root, since every sentence has one."""
    roots = heads
    while not np.array_equal(above := roots[roots], roots):
        roots = above
    return [0, *(np.flatnonzero(np.diff(roots)) + 1).tolist()] if len(roots) else []


def _space_heads(count: int, words: Ints) -> Ints:
    """Relative heads that hang white space on the word before it, or on the first word."""
    if not len(words):
        return np.zeros(count, dtype=np.int64)
    tokens = np.arange(count)
    before = np.searchsorted(words, tokens, side="right") - 1
    return words[np.maximum(before, 0)] - tokens
