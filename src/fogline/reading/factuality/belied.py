"""What nobody in particular tells and the next sentence calls untrue: "Channels reported a raid.
These reports are false." (data: negations.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality import untruth
from fogline.reading.factuality.added import is_anybody
from fogline.reading.factuality.hedges import TABLE
from fogline.reading.factuality.negating import negated
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
_CUES: Final = words("cues.csv", "cue")
_POINTING: Final = frozenset({"these", "those", "this", "that", "the", "such", "all"})
_BACK: Final = frozenset({"this", "that", "it", "they", "these", "all"})
_TRUE: Final = _WORDS["true"]
_FAR: Final = 6
_SOMEBODY: Final = frozenset({"some", "several", "various", "many", "certain"})


@told_by(TABLE["noun"], _CUES["posting"], _SOMEBODY, otherwise=None)
def belied(event: Token) -> Token | None:
    """Return the word of the next sentence by which what nobody in particular tells is called
    untrue; None where that is not done, or where somebody of their own stands by it.
    """
    doc = event.doc
    if doc.lemmas.isdisjoint(_CALLING) or not _is_spread(event):
        return None
    start = event.sent.end
    while start < len(doc) and doc[start].is_space:
        start += 1
    behind = doc[start : doc.sentences[start].stop] if start < len(doc) else ()
    return next((word for word in behind if _calls_untrue(word)), None)


_CALLING: Final = (
    frozenset(word for kind in ("falsity", "lie") for name in _WORDS[kind] for word in name.split())
    | _TRUE
)


def _is_spread(event: Token) -> bool:
    """Tell whether an event is only what rumours, claims or unnamed channels tell."""
    node = event
    for _ in range(_FAR):
        if node.head.i == node.i:
            return False
        node = node.head
        said = node.lemma_.lower() in _CUES["verb"] | {"spread", "circulate"}
        subjects = [c for c in node.children if c.dep_ in SUBJECTS] if said else []
        if subjects:
            return all(map(is_anybody, subjects))
        if node.lemma_.lower() in _WORDS["telling"] and is_anybody(node):
            return True
    return False


def _calls_untrue(word: Token) -> bool:
    """Tell whether a word says of what was told before that it is untrue: "these claims are false",
    "this is not true".
    """
    subject = next((c for c in word.children if c.dep_ == "nsubj"), None)
    if subject is None or not any(c.dep_ == "cop" for c in word.children):
        return False
    if not _points_back(subject):
        return False
    return not negated(word) if untruth.is_named(word) else _is_untrue(word)


def _is_untrue(word: Token) -> bool:
    return word.lemma_.lower() in _TRUE and bool(negated(word))


def _points_back(subject: Token) -> bool:
    """Tell whether a subject is the account told before, and nothing else hangs on it."""
    if subject.lower_ in _BACK:
        return True
    below = list(subject.children)
    again = any(c.dep_ in {"det", "nmod:poss"} and c.lower_ in _POINTING for c in below)
    plain = all(c.dep_ in {"det", "amod"} for c in below)
    return again and plain and subject.lemma_.lower() in _WORDS["telling"]
