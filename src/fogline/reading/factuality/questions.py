"""What a question leaves open, "Has the town fallen?", and what answers it at once: "No."; who asks
"who shelled it?" takes it for granted (data: dealing.csv).
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.scope import auxiliaries, governors, own_time
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

WH: Final = frozenset({"WRB", "WP", "WP$", "WDT"})
_ASKERS: Final = frozenset({"i", "we", "you", "one"})
_EMBEDDED: Final = frozenset("ccomp acl:relcl acl advcl advcl:relcl xcomp csubj".split())
_DEALING: Final = words("dealing.csv", "word")
_SHOWING: Final = _DEALING["showing"] | _DEALING["proving"]
_AHEAD: Final = frozenset({"will", "'ll", "’ll", "shall"})
_ANSWERS: Final = {"no": False, "not yet": False, "not so": False, "not at all": False, "yes": True}
_LONGEST: Final = 3


def is_asked(trigger: Token) -> bool:
    """Tell whether a trigger stands in a question that asks whether it is so."""
    steps = governors(_shown(trigger) or trigger)
    root = steps[-1].token
    near = any(step.token.i == root.i for step in own_time(steps))
    asks = "?" in last(trigger).text and (root.dep_ == "root" or _is_labelled(root))
    return asks and not _takes_for_granted(root, near=near)


@told_by({"?"}, otherwise=None)
def answered(trigger: Token) -> bool | None:
    """Tell what the words behind a question answer, "No.", "Not yet."; None where none do."""
    asked = trigger.sent
    if not is_asked(trigger) or asked.doc[asked.end - 1].text != "?":
        return None
    behind = takewhile(lambda t: t.is_alpha, asked.doc[asked.end : asked.end + _LONGEST + 1])
    return _ANSWERS.get(" ".join(t.lower_ for t in behind))


def last(word: Token) -> Token:
    """Return the last sign of a word's sentence, but for the end of the line."""
    return next((t for t in reversed(word.sent) if not t.is_space), word)


def _shown(event: Token) -> Token | None:
    """Return the verb by which something is asked to show what hangs on a noun: "show" of "does the
    video show a jet shot down?".
    """
    noun = event.head
    shown = event.dep_ in {"acl", "nmod"} and noun.dep_ == "obj"
    return noun.head if shown and noun.head.lemma_.lower() in _SHOWING else None


def asks_to_show(verb: Token) -> bool:
    """Tell whether it is only asked if something shows it: "does the video show that it fell?"."""
    return verb.lemma_.lower() in _SHOWING and is_asked(verb)


def _is_labelled(clause: Token) -> bool:
    """Tell whether a clause hangs on a label that opens its sentence: "Q: Has the town fallen?"."""
    label = clause.head
    return label.dep_ == "root" and label.i == clause.sent.start and label.nbor().text == ":"


def _takes_for_granted(root: Token, *, near: bool) -> bool:
    """Tell whether a question asks for a part of what happened: "who shelled the town?"."""
    if root.tag_ == "VB" and not _has_subject(root):
        return False  # "how do we leave?", "why not leave?"
    if near and any(a.lower_ in _AHEAD for a in auxiliaries(root)) and _asks_when(root):
        return False  # "when will they leave?"
    for word in root.subtree:
        if word.tag_ not in WH:
            continue
        above = [word, *takewhile(lambda t: t.i != root.i, word.ancestors)]
        if not any(t.dep_ in _EMBEDDED for t in above):
            return True
    return False


def _asks_when(root: Token) -> bool:
    return any(c.lower_ in {"when", "how"} for c in root.children if c.tag_ in WH)


def _has_subject(verb: Token) -> bool:
    """Tell whether somebody who neither asks nor is asked does it."""
    subjects = [c for c in verb.children if c.dep_.startswith("nsubj")]
    return any(s.lower_ not in _ASKERS for s in subjects)
