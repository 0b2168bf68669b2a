"""Flags that are raised by who takes no place, and flags that come down, which says nothing of who
takes it (data: dealing.csv, hedges.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.hedges import LAST
from fogline.reading.grammar.arguments import of_verb
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.triggers import Entry

_DEALING: Final = words("dealing.csv", "word")
FLAGS: Final = LAST["flag"]
_RAISING: Final = _DEALING["raising"]
_WARNING: Final = _DEALING["signalling"]
_SHOWING: Final = frozenset({"protester", "embassy", "diplomat"})


@told_by(FLAGS, otherwise=None)
def flag_of(verb: Token) -> Token | None:
    """Return the flag that a verb tells to be raised or flown, or to come down."""
    args = of_verb(verb)
    return next((t for t in (*args.objects, *args.subjects) if t.lemma_.lower() in FLAGS), None)


@told_by(FLAGS, otherwise=None)
def raised(verb: Token) -> Token | None:
    """Return the flag that is raised somewhere, by which a place only may have been taken."""
    return flag_of(verb) if verb.lemma_.lower() in _RAISING else None


@told_by(FLAGS)
def is_shown(verb: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether a flag takes no place: fans or an embassy raise it, or it comes down."""
    if (flag := flag_of(verb)) is None:
        return False
    if verb.lemma_.lower() in _DEALING["lowering"]:
        return entry.mode != "vandalize"
    if any(c.lower_ in _WARNING for c in flag.children):
        return entry.event == "CONTROL"  # "raised a red flag about the vote"
    args = of_verb(verb)
    who = [t for t in (*args.subjects, *args.agents) if t is not flag]
    near = (*who, *flag.children, *(h for _, h in args.obliques), *_owners(flag))
    return entry.event == "CONTROL" and any(map(_only_shows, near))


def _owners(flag: Token) -> list[Token]:
    return [c for c in flag.subtree if c.dep_ in {"nmod", "nmod:poss"}]


def _only_shows(word: Token) -> bool:
    kinds = classes.of_word(word)
    return not kinds.isdisjoint(_SHOWING) or word.lemma_.lower() in _DEALING["cheering"]
