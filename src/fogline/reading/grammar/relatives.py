"""What relative pronouns stand for, and what relative clauses leave out: "the town that X took",
"which X accuses Y of arming" (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.names import told_of
from fogline.reading.grammar.passives import is_passive
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_RELATIVE: Final = frozenset({"WDT", "WP", "WP$"})
_RELATIVE_WORDS: Final = frozenset({"who", "which", "that", "whom"})
_DEALING: Final = words("dealing.csv", "word")
BLAMING: Final = _DEALING["blaming"]
_DENIED: Final = _DEALING["denying"]


def gap_of(verb: Token) -> Token | None:
    """Return the noun that a relative clause leaves out as its object: "the town that X took"."""
    if verb.dep_ != "acl:relcl":
        return None
    children = list(verb.children)
    subject = next((c for c in children if c.dep_ == "nsubj"), None)
    relative = subject is not None and subject.lower_ in _RELATIVE_WORDS
    placed = any(c.dep_ in {"obl", "advmod"} and _is_relative(c) for c in children)
    return None if subject is None or relative or placed or is_passive(verb) else verb.head


@told_by(BLAMING, _DENIED, otherwise=None)
def lacking(verb: Token, relative: Token) -> Token | None:
    """Return the gerund below a verb whose object a relative pronoun is: "which X denies arming",
    "which X accuses Y of arming".
    """
    if relative.dep_ != "obj" or not _is_relative(relative):
        return None
    if verb.lemma_.lower() not in BLAMING | _DENIED:
        return None
    named = any(c.dep_ == "obj" and c is not relative for c in verb.children)
    below = (c for c in verb.children if c.dep_ == "xcomp" or (named and c.dep_ == "advcl"))
    bare = (c for c in below if c.tag_ == "VBG" and c.i > verb.i)
    return next((c for c in bare if not any(o.dep_ == "obj" for o in c.children)), None)


def left_above(verb: Token) -> Token | None:
    """Return what a relative pronoun above a gerund stands for, which is its object."""
    above = verb.head
    if verb.tag_ != "VBG" or above.dep_ != "acl:relcl":
        return None
    whose = (c for c in above.children if c.dep_ == "obj" and lacking(above, c) == verb)
    return next((antecedent(c, above) for c in whose), None)


def _is_relative(token: Token) -> bool:
    return token.lower_ in {"where", "when", "why"} or token.tag_ in _RELATIVE


def antecedent(argument: Token, verb: Token) -> Token:
    """Return what a relative pronoun stands for, or the argument itself."""
    relative = argument.tag_ in _RELATIVE or argument.lower_ in _RELATIVE_WORDS
    if relative and argument.pos_ in {"PRON", "SCONJ", "DET"}:
        clause = verb
        while clause.dep_ in {"conj", "xcomp", "ccomp"} and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep_ in {"acl:relcl", "advcl:relcl"}:
            return told_of(clause.head)
    return argument
