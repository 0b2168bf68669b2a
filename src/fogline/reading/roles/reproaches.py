"""Whom a reproach or a demand made to somebody's face is about: "told X that it was in breach",
"warned X that it must leave" speak of X, not of who says it (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_DEALING: Final = words("dealing.csv", "word")
_FACING: Final = _DEALING["confronting"]
_REMINDING: Final = _DEALING["reminding"]
_BOUND: Final = _DEALING["bound"]
_BREACHING: Final = _DEALING["breaching"]
_BREAKING: Final = _DEALING["breaking"]
_BROKEN: Final = _DEALING["broken"]
_UNMEANT: Final = _DEALING["unmeant"]
_DUTY: Final = frozenset({"must", "should", "ought"})
_OWING: Final = frozenset({"have", "need"})
_DENYING: Final = frozenset({"not", "n't", "never", "no"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
_TOLD: Final = frozenset({"obj", "iobj"})


@told_by(_FACING, _REMINDING, otherwise=None)
def reproached(pronoun: Token) -> Token | None:
    """Return who is told of their own breach or duty, whom the pronoun means that commits or owes
    it; None where the speaker may be meant: "told X that it had bombed a convoy".
    """
    pronoun = _subject_of(pronoun) if pronoun.dep_ == "nmod:poss" else pronoun
    content, telling = pronoun.head, pronoun.head.head
    if pronoun.dep_ not in _SUBJECTS or content.dep_ != "ccomp" or content.i < telling.i:
        return None
    told = next((c for c in telling.children if c.dep_ in _TOLD and c.i < pronoun.i), None)
    return told if told is not None and _is_theirs(content, telling.lemma_.lower()) else None


@told_by(reproached, otherwise=())
def reproaching(deed: Token) -> tuple[Token, ...]:
    """Return who only reproaches others with a deed or reminds them of it."""
    for word in (deed, *deed.ancestors):
        facing = next((told for c in word.children if (told := reproached(c)) is not None), None)
        if facing is not None:
            return tuple(c for c in facing.head.children if c.dep_ == "nsubj")
    return ()


def _subject_of(owner: Token) -> Token:
    """Return the pronoun that is the subject where an owner's noun stands: "it" of "it must end its
    siege"; else the owner.
    """
    subjects = (c for t in owner.ancestors for c in t.children if c.dep_ in _SUBJECTS)
    found = next(subjects, None)
    return found if found is not None and found.pos_ == "PRON" else owner


def _is_theirs(content: Token, telling: str) -> bool:
    """Tell whether what is told is what those who hear it owe, promised or broke."""
    if telling in _REMINDING and content.lemma_.lower() in _BOUND:
        return True
    return telling in _FACING | _REMINDING and (_is_owed(content) or _is_breach(content))


def _is_owed(content: Token) -> bool:
    """Tell whether it is a duty: "must leave", "has to leave"."""
    owing = content.lemma_.lower() in _OWING and any(c.dep_ == "xcomp" for c in content.children)
    return owing or any(c.dep_ == "aux" and c.lower_ in _DUTY for c in content.children)


def _is_breach(content: Token) -> bool:
    """Tell whether it is a breach that somebody is charged with, neither denied nor owned to."""
    lemma, said = content.lemma_.lower(), {t.lower_ for t in content.subtree}
    broken = lemma in _BREAKING and any(
        c.dep_ == "obj" and c.lemma_.lower() in _BROKEN for c in content.children
    )
    return (broken or lemma in _BREACHING) and said.isdisjoint(_DENYING | _UNMEANT)
