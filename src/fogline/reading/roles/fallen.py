"""Whose fall a verb tells of that names nobody else: "gave his life", "peacekeepers hurt at X"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.arguments import of_verb
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.triggers.triggers import Entry

_HARMING: Final = words("dealing.csv", "word")["harming"]
_PAST: Final = frozenset({"VBD", "VBN"})
_WHO: Final = frozenset({"who", "that", "which"})


def suffers(verb: Token, entry: Entry) -> bool:
    """Tell whether a verb's subject falls by it and does nothing, by its frame or its grammar."""
    return entry.kind == "verbs" and (entry.frame == "suffer" or is_clipped(verb))


@told_by(_HARMING)
def is_clipped(verb: Token) -> bool:
    """Tell whether a word of harm without object is a headline's participle, whatever its tag: who
    does harm does it to somebody; not "the men who killed in X".
    """
    if verb.lemma_.lower() not in _HARMING or verb.tag_ not in _PAST:
        return False
    args = of_verb(verb)
    doing = any(c.lower_ in _WHO for c in verb.children) or verb.dep_ in {"conj", "xcomp"}
    return not (args.objects or args.agents or doing)
