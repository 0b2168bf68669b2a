"""What a fact check finds of a claim that it names in a line of its own: "Claim 2: the town fell"
with "Verdict: FALSE" below it (data: negations.csv).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.names import text_of
from fogline.reading.tables import either, words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_LABELS: Final = words("negations.csv", "word")["checked"]
_CHECKED, _VERDICT, _FALSE, _TRUE = (
    either("negations.csv", kind)
    for kind in ("checked", "checking", "checked false", "checked true")
)
_LINE: Final = re.compile(
    rf"^\W*(?:the |our )?(?:(?P<claim>{_CHECKED})(?: #?\d+)?|(?:{_VERDICT})) ?: ?(?P<said>.*)$",
    re.IGNORECASE | re.MULTILINE,
)
_FOUND: Final = re.compile(rf"\W*(?:(?P<false>{_FALSE})|(?P<true>{_TRUE}))\b", re.IGNORECASE)


@told_by(_LABELS, otherwise=None)
def holds(token: Token) -> bool | None:
    """Tell whether a claim is found to be true, or to be untrue; None where neither is said."""
    text = text_of(token.doc)
    return next((true for a, b, true in _found(text) if a <= token.idx < b), None)


@told_by(_LABELS)
def is_false(token: Token) -> bool:
    """Tell whether a word stands in a claim that is found to be untrue."""
    return holds(token) is False


@told_by(_LABELS)
def is_label(token: Token) -> bool:
    """Tell whether a word only names a claim that is found to be so or not: it is nobody's word."""
    first = token.doc[token.sent.start : token.i]
    return token.lemma_.lower() in _LABELS and all(t.is_space or t.lower_ in _THE for t in first)


_THE: Final = frozenset({"the", "our"})


@lru_cache(maxsize=8)
def _found(text: str) -> tuple[tuple[int, int, bool], ...]:
    """Return where claims stand that are found to be so or not, each with what was found."""
    found: list[tuple[int, int, bool]] = []
    claim: tuple[int, int] | None = None
    for line in _LINE.finditer(text):
        if line["claim"]:
            claim = line.span()
        elif claim is not None:
            verdict = _FOUND.match(line["said"])
            if verdict is not None:
                found.append((*claim, bool(verdict["true"])))
            claim = None
    return tuple(found)
