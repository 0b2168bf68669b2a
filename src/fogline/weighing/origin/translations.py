"""Texts of two languages that tell the same in the same order: what no translator changes.

Numbers stay, and names keep their consonants in any script. Two texts whose names and numbers
follow one another alike are taken for one text and its translation.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import combinations

from anyascii import anyascii
from rapidfuzz.distance import LCSseq

from fogline.model import Document
from fogline.weighing.measures.wording import stretches

FEWEST = 8  # names and numbers that the texts have in common, in order
ALIKE = 0.6  # share of the names and numbers of the text that has fewer
CROWD = 200  # documents beyond which a name or number brings no two together
SHORTEST = 2  # consonants of a name
_MARK = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SOFT = re.compile(r"[^bcdfgjklmnpqrstvxz]")
_ALIKE = str.maketrans("cqgjxzdvp", "kkkksstfb")

Marks = tuple[str, ...]


def marks(document: Document) -> tuple[Marks, Marks]:
    """Return a text's names and numbers in order, and all its words in the same spelling.

    In a script without capitals every word may be a name: the first is empty then.
    """
    found = [
        (m.group(), _opens(document.text, m.start(), start))
        for start, end in stretches(document)
        for m in _MARK.finditer(document.text, start, end)
    ]
    every = tuple(filter(None, (_spelling(word) for word, _ in found)))
    names = (_spelling(word) for word, opens in found if _is_mark(word, opens=opens))
    return tuple(filter(None, names)), every


def alike(one: tuple[Marks, Marks], other: tuple[Marks, Marks]) -> tuple[int, float]:
    """Return how many names and numbers follow one another in both texts, and their share."""
    return max(_follow(one[0], other[1]), _follow(other[0], one[1]))


def pairs(
    documents: Mapping[str, Document], crowded: Set[str] = frozenset()
) -> Iterator[tuple[str, str, int, float]]:
    """Yield documents of two languages that tell alike: ids in order, how much and what share.

    `crowded` are numbers that too many texts hold to bring two of them together.
    """
    if len({language(held) for held in documents.values() if held.language}) < 2:
        return
    found = {d: marks(held) for d, held in documents.items() if held.language}
    for a, b in sorted(set(_meeting(found, documents, crowded))):
        number, share = alike(found[a], found[b])
        if number >= FEWEST and share >= ALIKE:
            yield a, b, number, share


def _meeting(
    found: Mapping[str, tuple[Marks, Marks]], documents: Mapping[str, Document], crowded: Set[str]
) -> Iterable[tuple[str, str]]:
    """Yield pairs of two languages that share some number, which is what blocks them."""
    holders: dict[str, list[str]] = defaultdict(list)
    for document in found:
        for number in numbers(documents[document]):
            holders[number].append(document)
    for number, group in holders.items():
        if number not in crowded:
            for a, b in combinations(sorted(group), 2):
                if language(documents[a]) != language(documents[b]):
                    yield a, b


def numbers(document: Document) -> frozenset[str]:
    """Return the numbers of a text that may bring it together with a translation."""
    found = (
        re.sub(r"\D", "", mark.group())
        for start, end in stretches(document)
        for mark in _NUMBER.finditer(document.text, start, end)
    )
    return frozenset(number for number in found if len(number) > 1)


def crowds(documents: Iterable[Document]) -> frozenset[str]:
    """Return the numbers that bring nobody together."""
    held = Counter(n for document in documents if document.language for n in numbers(document))
    return frozenset(number for number, texts in held.items() if texts > CROWD)


def language(document: Document) -> str:
    """Return the language of a text, without its region."""
    return (document.language or "").partition("-")[0].lower()


def _follow(names: Marks, every: Marks) -> tuple[int, float]:
    shared = LCSseq.similarity(names, every) if names else 0
    return shared, shared / max(1, len(names))


def _opens(text: str, at: int, start: int) -> bool:
    before = text[max(start, at - 3) : at].rstrip(' "“«(')
    return not before or before[-1] in ".!?\n:"


def _is_mark(word: str, *, opens: bool) -> bool:
    return word[0].isdigit() or (word[0].isupper() and not opens)


def _spelling(word: str) -> str:
    """Return a number's digits, or a word's consonants as all scripts and spellings have them."""
    if word[0].isdigit():
        return re.sub(r"\D", "", word)
    plain = _SOFT.sub("", anyascii(word).casefold()).translate(_ALIKE)
    single = re.sub(r"(.)\1+", r"\1", plain)
    return single if len(single) >= SHORTEST else ""
