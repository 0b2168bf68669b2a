"""Speakers who go on where a parse has those of whom they speak do it: "said that rebels had left,
and called for calm".

Whoever said it also called: the joined verb goes to the verb of saying, before any rule sees it. It
does where the clause told has another tense, and where the verb is one of speaking (`dealing.csv`)
behind a comma; some of these nobody else does as likely ("said that rebels had left and urged").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from fogline.reading.tables import rows, words
from fogline.reading.words.inflections import inflections

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


def _forms(file: str, kind: str) -> frozenset[str]:
    """Return the forms of a kind of verbs, each with the particle that it is listed with."""
    column = next(iter(next(rows(file))))
    parts = (w.partition(" ") for w in words(file, column)[kind])
    return frozenset(f + gap + rest for verb, gap, rest in parts for f in inflections(verb))


PLEADING: Final = _forms("dealing.csv", "pleading")
SPEAKING: Final = PLEADING | _forms("dealing.csv", "resuming")
SAYING_FORMS: Final = SPEAKING | _forms("cues.csv", "verb") | {"said", "told"}
BLAMING: Final = _forms("cues.csv", "blame")
JOINED: Final = frozenset({"conj", "parataxis"})
TOLD: Final = ("ccomp", "advcl")
OWN: Final = ("nsubj", "nsubj:pass", "csubj", "expl", "mark", "aux", "aux:pass", "cop")
TENSED: Final = frozenset({"VBD", "VBZ", "VBP"})
TENSES: Final = {"VBD": "VBD", "VBN": "VBD", "VBZ": "VBZ"}  # a participle may be a past tense


class Resuming:
    """Hangs on verbs of saying what their speakers go on to say, by one network's label sets."""

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        self._tags, self._relations = labels["xpos"], labels["deprel"]
        self._finite = np.array([name in TENSES for name in self._tags])
        self._joined = np.array([name in JOINED for name in self._relations])

    def mended(self, heads: Ints, tags: Ints, relations: Ints, forms: Sequence[str]) -> Ints:
        """Return the heads of a text's words with such verbs hung anew; the same array where there
        are none.
        """
        asked = self._joined[relations] & self._finite[tags]
        tree = _Tree(
            heads, lambda w: self._tags[tags[w]], lambda w: self._relations[relations[w]], forms
        )
        found = {w: above for w in np.flatnonzero(asked).tolist() if (above := tree.sayer(w)) >= 0}
        if not found:
            return heads
        heads = heads.copy()
        for word, above in found.items():
            heads[word] = above
        return heads


@dataclass(frozen=True, slots=True)
class _Tree:
    """A text's parse, asked word by word."""

    heads: Ints
    tag: Callable[[int], str]
    how: Callable[[int], str]
    forms: Sequence[str]

    def sayer(self, word: int) -> int:
        """Return the verb of saying that a joined verb belongs to; -1 where its own head is."""
        first = int(self.heads[word])
        if self.how(first) not in TOLD and not self._is(word, SPEAKING):
            return -1
        said = self._said(first, word)
        if said < 0 or said >= word or TENSES[self.tag(word)] != self.tag(said):
            return -1
        if any(self.how(c) in OWN for c in self._below(word)):
            return -1
        return said if self._resumes(word, first, said) else -1

    def _said(self, first: int, word: int) -> int:
        """Return the verb that tells of a clause, above it or put in behind it: "..., X said, and
        urged"; -1 where none does.
        """
        above = int(self.heads[first])
        if self.how(first) in TOLD:
            told = self.how(first) == "ccomp" or self._is(above, BLAMING)
            return above if told and above < first else -1
        aside = (c for c in self._below(first) if self.how(c) == "parataxis" and c < word)
        return next((c for c in aside if self._is(c, SAYING_FORMS)), -1)

    def _resumes(self, word: int, first: int, said: int) -> bool:
        """Tell whether the speaker, and nobody told of, does what a joined verb says."""
        if self.how(word) == "parataxis" and not (self.tag(word) == "VBZ" and self._cut(word)):
            return False
        if self.tag(word) in TENSED and self._is_of_other_tense(first, self.tag(said)):
            return True
        if self._is(first, SAYING_FORMS):
            return False
        if self.tag(word) == "VBD" and self._is(word, BLAMING) and self._is_pluperfect(first):
            return True
        pleads = self._is(word, PLEADING) and self.tag(word) != "VBN"
        return pleads or (self._is(word, SPEAKING) and self._cut(word))

    def _is_of_other_tense(self, first: int, tense: str) -> bool:
        """Tell whether a clause has a tense or a modal, and not that of its verb of saying."""
        helpers = [c for c in self._below(first) if self.how(c).startswith("aux")]
        found = {self.tag(c) for c in (first, *helpers)}
        return bool(found & (TENSED | {"MD"})) and tense not in found

    def _is_pluperfect(self, first: int) -> bool:
        """Tell whether a clause tells what had been done before it was said: "had left"."""
        helpers = (c for c in self._below(first) if self.how(c).startswith("aux"))
        return any(self._form(c) == "had" for c in helpers)

    def _cut(self, word: int) -> bool:
        """Tell whether a comma stands before a joined verb's "and", or alone before a headline's;
        that of a list stands before a verb: "had come, demanded money and left".
        """
        first = min((c for c in self._below(word) if self.how(c) == "cc"), default=word)
        aside = first < word or self.how(word) == "parataxis"
        return aside and self._form(first - 1) == ","

    def _below(self, word: int) -> Iterator[int]:
        return (c for c in np.flatnonzero(self.heads == word).tolist() if c != word)

    def _is(self, word: int, verbs: frozenset[str]) -> bool:
        """Tell whether a word is one of some verbs, by itself or with the word behind it."""
        both = " ".join(self.forms[word : word + 2]).lower()
        return self._form(word) in verbs or both in verbs

    def _form(self, word: int) -> str:
        return self.forms[word].lower()
