"""What a deed is told as by the words that lead to it: "What will not happen: a raid on the port",
"If confirmed, it would be the first time that they took a town" (data: negations.csv).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.names import text_of
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.grammar.scope import auxiliaries
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_NEVER: Final = re.compile(
    r"\W*(?:what|the one thing that) "
    r"(?:(?:will|would|did|has|have|had|is|are) ?(?:not|n['’]t|never)|won['’]t) "
    r"(?:going to |yet )?(?:happen|come|occur|take place|follow)(?:s|ed|d)?\b"
    r"[^:.;]{0,40}?(?::| is\b| was\b)",
    re.IGNORECASE,
)
_TURNED: Final = re.compile(r";| but |\. ", re.IGNORECASE)
_AHEAD: Final = frozenset({"will", "wo", "going"})
_BORNE_OUT: Final = words("negations.csv", "word")["borne out"]
_WOULD: Final = frozenset({"would", "will", "could", "may", "might", "'d", "’d"})


@told_by({"what", "thing"})
def never_comes(event: Token) -> bool:
    """Tell whether a line says of what it names that it does not come."""
    text, start = text_of(event.doc), event.sent[0].idx
    said = _NEVER.match(text, start, event.idx)
    return said is not None and _TURNED.search(text, said.end(), event.idx) is None


@told_by(never_comes)
def will_never_come(event: Token) -> bool:
    """Tell whether a line says so of what is still ahead: "what will not happen"."""
    led = event.doc[event.sent.start : event.i]
    return never_comes(event) and any(t.lower_ in _AHEAD for t in led)


@told_by(_BORNE_OUT, otherwise=None)
def unconfirmed(event: Token) -> Token | None:
    """Return the "if" of an account that is still to be confirmed: "if confirmed, it would be"."""
    for clause in (event, *event.ancestors):
        helpers = {a.lower_ for a in auxiliaries(clause)}
        if not helpers.isdisjoint(_WOULD):
            found = (mark for c in clause.children if (mark := _if(c)) is not None)
            if (mark := next(found, None)) is not None:
                return mark
    return None


def _if(clause: Token) -> Token | None:
    """Return the "if" of a clause that asks no more than that the account holds."""
    bare = all(c.dep_ not in SUBJECTS or c.lower_ in {"it", "this"} for c in clause.children)
    if clause.dep_ != "advcl" or clause.lemma_.lower() not in _BORNE_OUT or not bare:
        return None
    if any(c.dep_.startswith("obl") or c.dep_ == "xcomp" for c in clause.children):
        return None  # "if confirmed by parliament, he would lead"
    return next((c for c in clause.children if c.dep_ == "mark" and c.lower_ == "if"), None)
