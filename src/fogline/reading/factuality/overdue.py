"""What was to be done by a day and was not: "was to leave by Tuesday; it is still there", "missed
the deadline for leaving", "was supposed to leave. It has not." (data: negations.csv).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.names import text_of
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import ADNOMINAL, NOT, PATIENTS
from fogline.reading.grammar.scope import auxiliaries, is_past
from fogline.reading.tables import either, words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
_LEAVING: Final = _WORDS["leaving"]
_BEEN: Final = frozenset({"was", "were"})
_BARE: Final = frozenset({"VB", "NN"})  # "was due to pull out", as a tagger may have it
_DUE: Final = frozenset({"due", "suppose", "supposed", "mean", "meant"})
_NOT_DONE: Final = re.compile(
    r"(?:[;,.–—-]|\b(?:but|and|yet)) ?(?:but |and |yet )?(?:it|they|he|she|this|that|none) "
    r"(?:(?:ha[sd]|have|did|was|were) ?(?:not|n['’]t)(?: yet| (?:done|come|happened)(?: so)?)?"
    r"|never (?:did|has|have))\s*(?:[.;,!]|$)",
    re.IGNORECASE,
)
_THERE: Final = either("negations.csv", "there")
_STILL: Final = re.compile(
    r"(?:\b(?:it|they|he|but|and|yet)|\b(?:its|their|his) (?:[a-z]+ )?[a-z]+) "
    rf"(?:(?:is|are|was|were|remains?|remained) still {_THERE}"
    rf"|still (?:is|are|was|were|remains?|sits?) {_THERE}"
    r"|(?:has|have) (?:yet to|not) (?:do so|budged?|moved?|left|gone))\b",
    re.IGNORECASE,
)
_TURNED: Final = re.compile(r"[.;] [^.;]*[.;] ", re.DOTALL)
_FAR: Final = 160


@told_by(_BEEN, {"should", "ought"})
def is_overdue(deed: Token) -> bool:
    """Tell whether it is told of what was to be done that it was not."""
    return deed.doc.once(_is_overdue, deed)


@told_by({"deadline", "date"})
def missed_its_day(deed: Token) -> bool:
    """Tell whether the day that was set for a deed was missed: "missed the date for leaving"."""
    above = deed.head
    of_it = deed.tag_ in {"VB", "VBG"} or preposition(deed) in {"for", "of"}
    under = deed.dep_ in ADNOMINAL | {"nmod", "obl"} and of_it
    if not under or above.lemma_.lower() not in _WORDS["target"]:
        return False
    verb = above.head
    told = above.dep_ in PATIENTS and all(c.lower_ not in NOT for c in verb.children)
    return told and verb.lemma_.lower() == "miss" and is_past(verb)


def _is_overdue(deed: Token) -> bool:
    if not _was_due(deed):
        return False
    text, end = text_of(deed.doc), deed.idx + len(deed.text)
    behind = text[end : end + _FAR].partition("\n")[0]
    said = _NOT_DONE.search(behind)
    if said is None and deed.lemma_.lower() in _LEAVING:
        said = _STILL.search(behind)
    return said is not None and _TURNED.search(behind, 0, said.start()) is None


def _was_due(deed: Token) -> bool:
    """Tell whether a deed is one that was to be done: "was to leave", "should have left"."""
    helpers = {a.lower_ for a in auxiliaries(deed)}
    if deed.tag_ == "VBN":
        return "have" in helpers and not helpers.isdisjoint({"should", "ought"})
    if deed.tag_ not in _BARE or all(c.lower_ not in {"to", "due"} for c in deed.children):
        return False
    above = deed.head
    due = deed.dep_ in {"xcomp", "ccomp"} and above.lemma_.lower() in _DUE
    beside = _BEEN & ({c.lower_ for c in above.children} if due else helpers | _copulas(deed))
    return bool(beside)


def _copulas(verb: Token) -> set[str]:
    """Return the forms of "be" below a verb, however the parse hangs them."""
    below = {c.lower_ for c in verb.children if c.dep_ in {"cop", "mark", "aux", "aux:pass"}}
    due = any(c.lower_ in _DUE for c in verb.children)
    return below | ({c.lower_ for c in verb.children} if due else set())
