"""What stands behind what somebody says and is not said by them: what tells when they said it,
"denied that it crossed, hours after the rebels said that ...", and what goes on in a tense of its
own, "said that it had left; the garrison holds the town".
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from fogline.reading.tables import rows
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token

_TIMING: Final = frozenset({"after", "before"})
_DAYS: Final = frozenset(row["name"].lower() for row in rows("times", "weekdays.csv"))
_COUNTING: Final = frozenset({"DT", "CD", "JJ"})  # "a day", "two hours"
_FEW: Final = 3
_PRESENT: Final = frozenset({"VBZ", "VBP"})
_SHIFTED: Final = frozenset({"had", "was", "were", "would"})
_HELPING: Final = frozenset({"aux", "aux:pass", "cop"})


def is_beyond(verb: Token, trigger: Token) -> bool:
    """Tell whether a trigger stands below a verb of saying in a clause that is the author's own."""
    way = takewhile(lambda t: t.i != verb.i, (trigger, *trigger.ancestors))
    return any(_times(t) or _is_unshifted(t, verb) or _is_set_beside(t, verb) for t in way)


def _is_set_beside(clause: Token, verb: Token) -> bool:
    """Tell whether a clause right behind a verb of saying, which stands behind what is said, tells
    what went on beside it: "..., the wire reported, as rebels held the hill".
    """
    mark = next((c for c in clause.children if c.lower_ == "as"), None)
    if clause.dep_ != "advcl" or mark is None or mark.i < verb.i:
        return False
    if any(c.lower_ == "had" for c in clause.children if c.dep_ in _HELPING):
        return False  # "as the army had left" tells why
    before = verb.dep_ == "parataxis" or any(
        c.dep_ == "ccomp" and c.i < verb.i for c in verb.children
    )
    return before and all(map(_tells_when, verb.doc[verb.i + 1 : mark.i]))


def _tells_when(token: Token) -> bool:
    """Tell whether a word says no more than when it was said: "on Monday", "late last week"."""
    timed = token.lower_ in _DAYS or "time" in classes.of_word(token)
    return timed or token.is_punct or token.tag_ in {"IN", "RB", "JJ"}


def _times(clause: Token) -> bool:
    """Tell whether a clause behind a comma tells when it was said: ", hours after X left"."""
    mark = next((c for c in clause.children if c.lower_ in _TIMING), None)
    if clause.dep_ != "advcl" or mark is None or mark.i < _FEW:
        return False
    doc, at = clause.doc, mark.i - 1
    if "time" not in classes.of_word(doc[at]):
        return False
    while at > 0 and doc[at - 1].tag_ in _COUNTING:
        at -= 1
    return at > 0 and doc[at - 1].text == ","


def _is_unshifted(clause: Token, verb: Token) -> bool:
    """Tell whether a clause behind a semicolon is told in the present, where what was said before
    it is told as past.
    """
    if clause.dep_ != "parataxis" or verb.tag_ != "VBD" or not _opens_behind(clause, ";"):
        return False
    if clause.i < verb.i or not _tenses(clause) <= _PRESENT:
        return False
    said = [c for c in verb.children if c.dep_ == "ccomp" and c.i < clause.i]
    return any(c.lower_ in _SHIFTED for s in said for c in (s, *s.children))


def _opens_behind(clause: Token, mark: str) -> bool:
    first = clause.left_edge
    return first.text == mark or (first.i > 0 and first.nbor(-1).text == mark)


def _tenses(clause: Token) -> set[str]:
    """Return the tags of a clause's finite verbs; of none, one that no tense has."""
    helpers = [c for c in clause.children if c.dep_ in _HELPING]
    found = {t.tag_ for t in (clause, *helpers)} - {"VBN", "VBG", "VB", "NN", "NNS", "JJ", "NNP"}
    return found or {""}
