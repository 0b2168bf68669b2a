"""What a fact check finds of a claim that it names in a line of its own: "Claim 2: the town fell"
with "Verdict: FALSE" behind it, or that it only quotes: "\"The town fell.\" Not true." (data:
negations.csv).
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
_MARKS: Final = frozenset({'"', "“", "”", "``", "''"})
_CHECKED, _VERDICT, _FALSE, _TRUE, _DOUBTFUL = (
    either("negations.csv", kind)
    for kind in ("checked", "checking", "checked false", "checked true", "checked doubtful")
)
_SENTENCE: Final = r"(?:^\W*|(?<=[.!?\"”]) +)"
_LINE: Final = re.compile(
    rf"{_SENTENCE}(?:the |our )?(?:(?P<claim>{_CHECKED})(?: #?\d+)?|(?:{_VERDICT})) ?: ?"
    rf"(?P<said>.*?)(?=$|(?<=[.!?\"”]) +(?:the |our )?(?:{_VERDICT}) ?:)",
    re.IGNORECASE | re.MULTILINE,
)
_RULING: Final = rf"(?:(?P<false>{_FALSE})|(?P<true>{_TRUE})|(?P<doubtful>{_DOUBTFUL}))"
_FOUND: Final = re.compile(rf"\W*{_RULING}\b", re.IGNORECASE)
_QUOTED: Final = re.compile(  # a line that opens with words that are quoted, and what they are
    rf"^[^\w\"“\n]*(?:\d+[.)][ \t]*)?(?P<claim>[\"“][^\"”\n]+[\"”])\s*[-–—:]?\s*"
    rf"(?:(?:that|this|it) (?:is|was) |that['’]s )?{_RULING}(?=[.!]|\s*$)",
    re.IGNORECASE | re.MULTILINE,
)


def holds(token: Token) -> bool | None:
    """Tell whether a claim is found to be true, or to be untrue; None where neither is said."""
    return {"true": True, "false": False}.get(_ruling(token)[0])


@told_by(_LABELS, _MARKS)
def is_false(token: Token) -> bool:
    """Tell whether a word stands in a claim that is found to be untrue."""
    return _ruling(token)[0] == "false"


def doubt(token: Token) -> Token | None:
    """Return the word by which a claim is found to be only half true, or unproven."""
    ruling, at = _ruling(token)
    behind = token.doc[token.i :] if ruling == "doubtful" else ()
    return next((t for t in behind if t.idx == at), None)


@told_by(_LABELS)
def is_label(token: Token) -> bool:
    """Tell whether a word only names a claim that is found to be so or not: it is nobody's word."""
    first = token.doc[token.sent.start : token.i]
    return token.lemma_.lower() in _LABELS and all(t.is_space or t.lower_ in _THE for t in first)


@told_by(_LABELS, _MARKS, otherwise=("", 0))
def _ruling(token: Token) -> tuple[str, int]:
    """Return what a claim is found to be, "" where nothing is said, and where that stands."""
    found = _found(text_of(token.doc))
    return next(((said, at) for a, b, said, at in found if a <= token.idx < b), ("", 0))


_THE: Final = frozenset({"the", "our"})


@lru_cache(maxsize=8)
def _found(text: str) -> tuple[tuple[int, int, str, int], ...]:
    """Return where claims stand that are judged, each with what it is found to be, and where."""
    quoted = [(*q.span("claim"), *_said(q)) for q in _QUOTED.finditer(text)]
    found: list[tuple[int, int, str, int]] = []
    claim: tuple[int, int] | None = None
    for line in _LINE.finditer(text):
        if line["claim"]:
            claim = line.span()
        elif claim is not None:
            verdict = _FOUND.match(text, line.start("said"), line.end("said"))
            if verdict is not None:
                found.append((*claim, *_said(verdict)))
            claim = None
    return (*found, *quoted)


def _said(verdict: re.Match[str]) -> tuple[str, int]:
    ruling = verdict.lastgroup or ""
    return ruling, verdict.start(ruling)
