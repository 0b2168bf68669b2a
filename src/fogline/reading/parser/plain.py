"""A parsed text as plain Python objects, by spaCy's names: the rules look at each token hundreds of
times, and spaCy makes it and its strings anew at every look.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, count, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from fogline.reading.parser.annotate import BEGIN, INSIDE, Told
from fogline.reading.parser.tokens import Words
from fogline.reading.words.calling import called_by

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parse
    from spacy.vocab import Vocab

    from fogline.reading.parser.signs import Hearing

T = TypeVar("T")
_COLUMNS: Final = ("IDX", "ORTH", "SPACY")
_PLACE: Final = attrgetter("i")
_BEGINS: Final = attrgetter("idx")
_LEMMA: Final = attrgetter("lemma_")
_SPACE: Final = ("", "SPACE", "_SP", "", "")  # what a token of white space says, as a row
_MOST: Final = 200_000


class Token:
    """A token; `children` in text order, `head` is itself at a root and at white space, `case_`
    the words before it that mark its case, in small letters: "of", "because of"; `calls` the rules
    that its sentence's words call for.
    """

    __slots__ = (
        "calls",
        "case_",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_punct",
        "is_sent_start",
        "is_space",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "tag_",
        "text",
    )
    calls: frozenset[Callable[..., Any]]
    children: tuple[Token, ...]
    head: Token

    def __init__(  # noqa: PLR0913 (a token's columns)
        self, doc: Doc, i: int, idx: int, form: _Form,
        lemma: str, pos: str, tag: str, dep: str, named: str, begins: bool,
    ) -> None:  # fmt: skip
        self.doc, self.i, self.idx = doc, i, idx
        self.text, self.lower_, self.is_space, self.is_punct, self.like_num = form
        self.lemma_, self.pos_, self.tag_, self.dep_ = lemma, pos, tag, dep
        self.ent_type_, self.is_sent_start = named, begins
        self.children, self.case_ = (), ""

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    @property
    def subtree(self) -> list[Token]:
        """The token and everything below it, left to right where the tree is not crossed."""
        found = [self]
        for child in self.children:
            below = child.subtree if child.children else [child]
            if child.i < self.i:
                found[-1:-1] = below
            else:
                found += below
        return found

    @property
    def ancestors(self) -> Iterator[Token]:
        """The tokens above it, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def sent(self) -> Span:
        """Its sentence."""
        return self.doc.sentence(self.i)

    @property
    def left_edge(self) -> Token:
        """The first token below it."""
        return self.doc.once(_leftmost, self) if self.children else self

    @property
    def is_upper(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()

    @property
    def is_alpha(self) -> bool:
        """Whether it is all letters."""
        return self.text.isalpha()

    def nbor(self, steps: int = 1) -> Token:
        """The token so many places on. Raises IndexError outside the text."""
        at = self.i + steps
        if at < 0:
            raise IndexError(at)
        return self.doc[at]


def _leftmost(token: Token) -> Token:
    return min(token.subtree, key=_PLACE)


class Span:
    """The tokens `start` to `end` (exclusive) of a text."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    def __getitem__(self, place: int) -> Token:
        return self.doc[range(self.start, self.end)[place]]

    @property
    def start_char(self) -> int:
        """Where its text begins."""
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        """Where its text ends."""
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its text."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The token that is highest in the tree, of several the first; a mark only for want of
        another.
        """
        tops = [t for t in self if t.dep_ and (t.head is t or t.head not in self)]
        return min(tops, key=_height, default=self[0])

    @property
    def ents(self) -> list[Span]:
        """The names that lie within it."""
        names = self.doc.ents
        first = bisect_left(names, self.start, key=lambda e: e.start)
        last = bisect_left(names, self.end, key=lambda e: e.start)
        return [e for e in names[first:last] if e.end <= self.end]


def _height(token: Token) -> tuple[bool, int]:
    mark = token.is_punct and not token.children and token.head is not token
    return mark, sum(1 for _ in token.ancestors)


class Doc(list[Token]):
    """The tokens of a parsed text, in order; `sentences` are the places of each token's sentence,
    `words` the tokens by what they read in small letters, `lemmas` all lemmas in small letters,
    `known` what has been worked out of one token, `heard` what the network leaves for the heads.
    """

    def __init__(self, tokens: Parse, words: Words, told: Told) -> None:
        super().__init__()
        self.text = ""
        self.heard: Hearing | None = None
        self.known: dict[tuple[object, int], Any] = {}
        places = words.tokens.tolist()
        self._fill(tokens, places, told)
        self._hang(places, told.heads)
        self.sentences = self._sentences()
        self.ents = tuple(self._ents(places, told))
        self.words: dict[str, list[Token]] = defaultdict(list)
        forms, lemmas = [t.lower_ for t in self], [*map(str.lower, map(_LEMMA, self))]
        for form, token in zip(forms, self, strict=True):
            self.words[form].append(token)
        self.lemmas = frozenset(lemmas)
        for sentence in dict.fromkeys(self.sentences):
            own = slice(sentence.start, sentence.stop)
            called = called_by({*forms[own], *lemmas[own]})
            for token in self[own]:
                token.calls = called

    __hash__ = object.__hash__  # type: ignore[assignment]
    __eq__ = object.__eq__
    __ne__ = object.__ne__

    def sentence(self, place: int) -> Span:
        """The sentence of a token."""
        found = self.sentences[place]
        return Span(self, found.start, found.stop)

    def char_span(self, start: int, end: int, alignment_mode: str = "expand") -> Span | None:
        """The tokens that a stretch of the text touches, as spaCy has it with "expand"."""
        if alignment_mode != "expand":
            raise NotImplementedError(alignment_mode)
        if not 0 <= start < end <= len(self.text):
            return None
        first = bisect_right(self, start, key=_BEGINS) - 1
        first += start >= self[first].idx + len(self[first])  # it begins with the space after it
        last = bisect_left(self, end, key=_BEGINS)
        return Span(self, first, last) if first < last else None

    def reading(self, words: frozenset[str]) -> list[Token]:
        """Return the tokens that read as one of some words in small letters, in text order."""
        few = len(words) < len(self.words)  # only the shorter of the two is gone through
        met = self.words.keys() & words if few else words.intersection(self.words)
        return sorted(chain.from_iterable(map(self.words.__getitem__, met)), key=_PLACE)

    def once(self, work: Callable[[Token], T], token: Token) -> T:
        """Return `work(token)`, done once for a text: it must look at the parse alone."""
        at = (work, token.i)
        found: T | None = self.known.get(at)
        if found is None:
            self.known[at] = found = work(token)
        return found

    def dissolve(self) -> None:
        """Let go of the tokens, which hold each other: the garbage collector would have to find
        them, and looks through all that is alive for it. Nothing can be asked of them any more.
        """
        for token in self:
            token.children = ()
            del token.head
        self.ents = ()
        self.known.clear()
        self.words.clear()
        self.clear()

    def _fill(self, tokens: Parse, places: Sequence[int], told: Told) -> None:
        if not len(tokens):
            return
        offsets, orths, spaces = tokens.to_array(list(_COLUMNS)).T.tolist()
        forms = [*map(_Forms.of(tokens.vocab).__getitem__, orths)]
        spaced = zip(forms, spaces, strict=True)
        self.text = "".join([f.text + " " if space else f.text for f, space in spaced])
        columns = told.lemmas, told.pos, told.tags, told.relations, told.names
        said = [*zip(*columns, strict=True)]
        if len(said) < len(forms):
            words, said = said, [_SPACE] * len(forms)
            for place, what in zip(places, words, strict=True):
                said[place] = what
        starts = {0, *(places[word] for word in told.starts[1:])}
        self += [
            Token(self, i, idx, form, *what, i in starts)
            for i, idx, form, what in zip(count(), offsets, forms, said, strict=False)
        ]

    def _hang(self, places: Sequence[int], heads: Sequence[int]) -> None:
        """Set heads and children; white space hangs below the word before it, and has no head."""
        above: list[int | None] = [None] * len(self)
        for place, head in zip(places, heads, strict=True):
            above[place] = places[head]
        below: dict[int, list[Token]] = defaultdict(list)
        last = places[0] if places else 0
        for i, (token, at) in enumerate(zip(self, above, strict=True)):
            if at is None:
                token.head, at = token, last
            else:
                token.head, last = self[at], i
            if at != i:
                below[at].append(token)
        for at, tokens in below.items():
            self[at].children = tuple(tokens)
        for token in [t for t in self if t.dep_ == "case"]:
            if token.i < token.head.i and not token.head.case_:
                fixed = [c.lower_ for c in token.children if c.dep_ == "fixed"]
                token.head.case_ = " ".join([token.lower_, *fixed])

    def _sentences(self) -> list[range]:
        """The places of each token's sentence."""
        found: list[range] = []
        breaks = sorted({0, len(self), *(t.i for t in self if t.is_sent_start)})
        for start, end in pairwise(breaks):
            found += [range(start, end)] * (end - start)
        return found

    def _ents(self, places: Sequence[int], told: Told) -> Iterator[Span]:
        """Yield the names: where one begins, as far as it goes on."""
        begins = [n for n, bio in enumerate(told.bio) if bio == BEGIN]
        for n in begins:
            end = n + 1
            while end < len(places) and told.bio[end] == INSIDE:
                end += 1
            yield Span(self, places[n], places[end - 1] + 1, told.names[n])


class _Form(NamedTuple):
    """What a word form is by itself."""

    text: str
    lower: str
    is_space: bool
    is_punct: bool
    like_num: bool


class _Forms(dict[int, _Form]):
    """What word forms are by themselves, by their numbers, worked out when first asked for."""

    _last: _Forms | None = None

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __missing__(self, orth: int) -> _Form:
        if len(self) >= _MOST:
            self.clear()
        word = self.vocab[orth]
        found = _Form(word.text, word.lower_, word.is_space, word.is_punct, word.like_num)
        self[orth] = found
        return found

    @classmethod
    def of(cls, vocab: Vocab) -> _Forms:
        """Those of a vocabulary; the last one asked for is kept."""
        if cls._last is None or cls._last.vocab is not vocab:
            cls._last = cls(vocab)
        return cls._last
