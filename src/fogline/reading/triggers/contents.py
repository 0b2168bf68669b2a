"""What a speech act asks for, refuses or threatens, and the mode that follows (data: contents.csv,
triggers/kinds.csv).

A call to withdraw is a demand to yield, one to negotiate a demand to meet; a threat to shut a road
is one to restrict.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.complements import is_infinitive
from fogline.reading.factuality.refuting import disowner
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import NOUNS, PATIENTS, VERBAL
from fogline.reading.tables import rows, words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.triggers.triggers import Entry

_COLUMNS: Final = {"REQUEST": "asked", "REJECT": "asked", "THREATEN": "threatened"}
_CLAUSES: Final = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_OBJECTS: Final = frozenset({"obj", "obl", "nmod", "nsubj:pass"})
_BEARING: Final = frozenset({"for", "with", "of", "in", "to", "from", "on", "by"})
_FOR: Final = frozenset({"for", "with"})
_OWN: Final = words("dealing.csv", "word")["own threat"]
_WORDS: Final = words("triggers/kinds.csv", "word")
_TAKING: Final = _WORDS["overrunning"]
_THROUGH: Final = "through"
_FAR: Final = 3
_OPEN: Final = _WORDS["kept open"]
_FALSE: Final = words("negations.csv", "word")["falsity"]


def _load(column: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("contents.csv"):
        for word in row["words"].split("|"):
            if row[column]:
                found.setdefault(word, row[column])
    return found


_MEANT: Final = {act: _load(column) for act, column in _COLUMNS.items()}


def content_mode(head: Token, entry: Entry) -> str | None:
    """Return the mode that the content of a speech act tells; the entry's where it tells none."""
    if entry.event not in _MEANT or (entry.event == "REJECT" and entry.mode):
        return entry.mode
    if entry.event == "REJECT" and _is_disputed(head):
        return "deny"
    start = [head] if entry.frame == "must" else [*_contents(head)]
    if entry.event == "THREATEN" and head.lemma_.lower() not in _OWN:
        start = [c for c in start if not is_infinitive(c)]  # "warned them to leave": their deed
    told = (_told(c, entry.event, _FAR) for c in start)
    return next((mode for mode in told if mode), entry.mode)


def is_threatened(word: Token) -> bool:
    """Tell whether a word is what somebody threatens, and not whom: "threatened force"."""
    own = word.dep_ == "obj" and word.head.lemma_.lower() in _OWN
    return own and bool(_MEANT["THREATEN"].keys() & {word.lower_, word.lemma_.lower()})


def _is_disputed(verb: Token) -> bool:
    """Tell whether it is what somebody says that is rejected: "rejected any suggestion that",
    "rejected as baseless the claim that".
    """
    below = [c for c in verb.children if c.i > verb.i]
    called = (c for c in below if c.lemma_.lower() in _FALSE)
    untrue = any(t.lower_ == "as" for c in called for t in c.children)
    told = (c for c in verb.children if c.dep_ in PATIENTS)
    named = (t for t in verb.sent if t.i > verb.i and disowner(t) is verb)
    return untrue or any(_is_statement(c) for c in told) or any(named)


def _is_statement(noun: Token) -> bool:
    """Tell whether a noun is an account of something: "reports", "the suggestion that it fell"."""
    found = classes.of_word(noun)
    plan = "appeal" in found and not any(c.dep_ in {"acl", "ccomp"} for c in noun.children)
    return "statement" in found and not plan and noun.lower_ != "talks"


def _contents(head: Token) -> Iterator[Token]:
    """Yield what is asked, refused or threatened: clauses first, then objects and "for" phrases."""
    after = [c for c in head.children if c.i > head.i]
    yield from (c for c in after if c.dep_ in _CLAUSES and _is_content(c))
    yield from (c for c in after if c.dep_ in {"obl", "nmod"} and preposition(c) in _FOR)
    yield from (c for c in head.children if c.dep_ in PATIENTS)
    if head.dep_ == "acl" and head.tag_ == "VBN":
        yield head.head  # "the pause requested by the council"


def _is_content(clause: Token) -> bool:
    """Tell whether a clause says what is wanted: "to leave", "that they leave", "against going"."""
    if is_infinitive(clause) or clause.dep_ == "ccomp":
        return True
    return clause.dep_ != "acl" and any(
        c.lower_ in {"against", "from"} and c.dep_ in {"mark", "case"} for c in clause.children
    )


def _told(word: Token, act: str, far: int) -> str | None:
    """Return the mode that a word of the content tells, by what completes it where it is light."""
    if act != "THREATEN" and _is_forbidden(word):
        harm = _MEANT["THREATEN"].get(word.lemma_.lower()) == "violence"
        return "yield" if harm else "change"
    if act == "THREATEN" and word.lemma_.lower() in _TAKING and _is_place(word):
        return "territory"
    meant = _meant(word, act)
    if meant != _THROUGH:
        return meant
    if act != "THREATEN" and any(c.lower_ in _OPEN and c.i > word.i for c in word.children):
        return "yield"  # "keep the road open"
    inner = (_told(c, act, far - 1) for c in _completions(word)) if far else ()
    return next((mode for mode in inner if mode), None)


def _meant(word: Token, act: str) -> str | None:
    """Return what a word of the content means, with its particle before it alone: "give up"."""
    lemma = word.lemma_.lower()
    after = [c.lower_ for c in word.children if c.dep_ == "compound:prt"]
    forms = (*(f"{lemma} {particle}" for particle in after), word.lower_, lemma)
    return next((m for form in forms if (m := _MEANT[act].get(form))), None)


def _completions(word: Token) -> Iterator[Token]:
    after = [c for c in word.children if c.i > word.i]
    yield from (c for c in after if c.dep_ in _CLAUSES and is_infinitive(c))
    for child in after:
        bears = child.dep_ in PATIENTS or preposition(child) in _BEARING
        if child.dep_ in _OBJECTS and bears and child.pos_ in NOUNS:
            yield child


def _is_forbidden(verb: Token) -> bool:
    """Tell whether it is asked not to be done: "not to shell", "against shelling"."""
    if verb.pos_ not in VERBAL:
        return False
    words = {c.lower_ for c in verb.children if c.i < verb.i}
    return bool(words & {"not", "never", "against"}) and is_infinitive(verb)


def _is_place(verb: Token) -> bool:
    """Tell whether it is a place that is taken or entered."""
    taken = (c for c in verb.children if c.dep_ == "obj")
    return any("place" in classes.of_word(c) or c.pos_ == "PROPN" for c in taken)
