"""A parsed text as plain Python objects, by spaCy's names: the rules look at each token hundreds of
times, and spaCy makes it and its strings anew at every look.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import count, pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parse
    from spacy.tokens import Token as Parsed
    from spacy.vocab import Vocab

T = TypeVar("T")
_COLUMNS: Final = (
    "IDX", "ORTH", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "SENT_START", "HEAD", "SPACY",
)  # fmt: skip
_MOST: Final = 200_000


class Token:
    """A token; `children` in text order, `head` is itself at a root and at white space."""

    __slots__ = (
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
        self.children = ()

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
        return self.doc[self._parsed.left_edge.i]

    @property
    def morph(self) -> object:
        """Its morphology."""
        return self._parsed.morph

    @property
    def is_upper(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()

    @property
    def is_alpha(self) -> bool:
        """Whether it is all letters."""
        return self.text.isalpha()

    @property
    def _parsed(self) -> Parsed:
        return self.doc.parse[self.i]

    def nbor(self, steps: int = 1) -> Token:
        """The token so many places on. Raises IndexError outside the text."""
        at = self.i + steps
        if at < 0:
            raise IndexError(at)
        return self.doc[at]


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
        """The token that is highest in the tree."""
        return self.doc[self.doc.parse[self.start : self.end].root.i]

    @property
    def ents(self) -> list[Span]:
        """The names that lie within it."""
        names = self.doc.ents
        first = bisect_left(names, self.start, key=lambda e: e.start)
        last = bisect_left(names, self.end, key=lambda e: e.start)
        return [e for e in names[first:last] if e.end <= self.end]


class Doc(list[Token]):
    """The tokens of a parsed text, in order; `parse` is what they were made from, `sentences` the
    places of each token's sentence, `known` what has been worked out of one of them.
    """

    def __init__(self, parse: Parse) -> None:
        super().__init__()
        self.parse = parse
        self.text = ""
        self._fill()
        self.sentences = self._sentences()
        self.known: dict[tuple[object, int], Any] = {}
        self.ents = tuple(Span(self, e.start, e.end, e.label_) for e in parse.ents)

    __hash__ = object.__hash__  # type: ignore[assignment]
    __eq__ = object.__eq__
    __ne__ = object.__ne__

    @property
    def user_data(self) -> dict[Any, Any]:
        """What the parser keeps beside the tokens."""
        return self.parse.user_data

    def has_annotation(self, kind: str) -> bool:
        """Whether the parse says something of that kind ("DEP")."""
        return self.parse.has_annotation(kind)

    def sentence(self, place: int) -> Span:
        """The sentence of a token."""
        found = self.sentences[place]
        return Span(self, found.start, found.stop)

    def char_span(self, start: int, end: int, alignment_mode: str = "strict") -> Span | None:
        """The tokens of a stretch of the text; as spaCy has it."""
        found = self.parse.char_span(start, end, alignment_mode=alignment_mode)
        return Span(self, found.start, found.end) if found is not None else None

    def once(self, work: Callable[[Token], T], token: Token) -> T:
        """Return `work(token)`, done once for a text: it must look at the parse alone."""
        at = (work, token.i)
        found: T | None = self.known.get(at)
        if found is None:
            self.known[at] = found = work(token)
        return found

    def _sentences(self) -> list[range]:
        """The places of each token's sentence."""
        found: list[range] = []
        breaks = sorted({0, len(self), *(t.i for t in self if t.is_sent_start)})
        for start, end in pairwise(breaks):
            found += [range(start, end)] * (end - start)
        return found

    def _fill(self) -> None:
        parse = self.parse
        if not len(parse):
            return
        columns = parse.to_array(list(_COLUMNS)).T
        offsets, orths, lemmas, poses, tags, deps, named, begins, heads, spaces = columns.tolist()
        known = _Strings.of(parse.vocab)
        forms = [*map(known.forms.__getitem__, orths)]
        spaced = zip(forms, spaces, strict=True)
        self.text = "".join([f.text + " " if space else f.text for f, space in spaced])
        text = known.texts.__getitem__
        texts = (map(text, column) for column in (lemmas, poses, tags, deps, named))
        rows = zip(count(), offsets, forms, *texts, begins, strict=False)
        self += [
            Token(self, i, idx, form, lemma, pos, tag, dep, name, begin == 1)
            for i, idx, form, lemma, pos, tag, dep, name, begin in rows
        ]
        self._hang(heads)

    def _hang(self, heads: list[int]) -> None:
        """Set heads, which come as distances in 64 bits without a sign, and children."""
        below: dict[int, list[Token]] = {}
        for token, distance in zip(self, heads, strict=True):
            token.head = token
            if distance:
                at = token.i + (distance - _WRAP if distance >= _HALF else distance)
                below.setdefault(at, []).append(token)
                if token.dep_:
                    token.head = self[at]
        for at, tokens in below.items():
            self[at].children = tuple(tokens)


_WRAP: Final = 1 << 64
_HALF: Final = 1 << 63


class _Form(NamedTuple):
    """What a word form is by itself."""

    text: str
    lower: str
    is_space: bool
    is_punct: bool
    like_num: bool


class _Forms(dict[int, _Form]):
    """What word forms are by themselves, by their numbers, worked out when first asked for."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __missing__(self, orth: int) -> _Form:
        if len(self) >= _MOST:
            self.clear()
        word = self.vocab[orth]
        found = _Form(word.text, word.lower_, word.is_space, word.is_punct, word.like_num)
        self[orth] = found
        return found


class _Texts(dict[int, str]):
    """Strings by their numbers, remembered."""

    def __init__(self, vocab: Vocab) -> None:
        self[0] = ""
        self.strings = vocab.strings

    def __missing__(self, number: int) -> str:
        if len(self) >= _MOST:
            self.clear()
        self[number] = found = self.strings[number]
        return found


class _Strings:
    """One vocabulary's strings by their numbers, remembered."""

    _last: _Strings | None = None

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.forms, self.texts = _Forms(vocab), _Texts(vocab)

    @classmethod
    def of(cls, vocab: Vocab) -> _Strings:
        """Those of a vocabulary; the last one asked for is kept."""
        if cls._last is None or cls._last.vocab is not vocab:
            cls._last = cls(vocab)
        return cls._last
