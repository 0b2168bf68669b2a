"""What stands only in a draft that was voted down, or was decided against: "rejected a motion
condemning the raid", "voted against sending troops" (data:
dealing.csv, negations.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.ceasing import lasts, worded
from fogline.reading.grammar.phrases import is_definite
from fogline.reading.grammar.relations import NOT, PATIENTS
from fogline.reading.grammar.scope import auxiliaries, governors, is_past
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_DEALING: Final = words("dealing.csv", "word")
_VOTING: Final = _DEALING["voting down"]
MOTION: Final = _DEALING["motion"]
_WORDS: Final = words("negations.csv", "word")
_FAILING: Final = _WORDS["unable"] | _WORDS["refusing"]
AGAINST: Final = _WORDS["deciding"]
_OVER: Final = frozenset({"on", "to"})


@told_by(MOTION, otherwise=None)
def voted_down(event: Token) -> Token | None:
    """Return the verb by which a motion is rejected that does what a participle tells: "vetoed" of
    "vetoed a resolution demanding a truce".
    """
    motion = event.head
    if event.dep_ not in {"acl", "acl:relcl"} or event.tag_ == "VB":
        return None
    rejected = motion.dep_ in PATIENTS and worded(motion.head) in _VOTING
    return motion.head if rejected and motion.lemma_.lower() in MOTION else None


@told_by(MOTION)
def is_voted_down(trigger: Token) -> bool:
    """Tell whether an act stands only in a draft that was not passed: "rejected a motion condemning
    the raid".
    """
    clause = _in_clause(trigger)
    draft = clause.head
    if (
        lasts(trigger)
        or clause.dep_ not in {"acl", "acl:relcl"}
        or draft.lemma_.lower() not in MOTION
    ):
        return False
    verb = draft.head
    if draft.dep_ not in PATIENTS:
        return is_decided_against(draft)
    if worded(verb) in _VOTING:
        return is_told(verb)
    return _is_failed(verb)


def _in_clause(trigger: Token) -> Token:
    """Return the clause of a draft in which an event stands: itself, or "a draft that would have
    extended deliveries".
    """
    verb = governors(trigger)[-1].token
    above = verb.head
    would = any(a.lower_ == "would" for a in auxiliaries(above))
    return above if verb.dep_ in PATIENTS and above.dep_ == "acl:relcl" and would else verb


def _is_failed(verb: Token) -> bool:
    """Tell whether somebody did not do it: "did not adopt", "failed to adopt"."""
    failed = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _FAILING
    return failed or any(c.lower_ in NOT for c in verb.children)


@told_by({"agree"}, AGAINST)
def is_decided_against(event: Token) -> bool:
    """Tell whether it was voted against, or could not be agreed on: "decided against sending"."""
    if event.dep_ in {"obj", "xcomp"} and event.head.lemma_.lower() == "agree":
        return _is_failed(event.head)
    if event.dep_ not in {"advcl", "obl"}:
        return False
    cases = {c.lower_ for c in event.children if c.dep_ in {"mark", "case"}}
    verb = event.head
    if "against" in cases:
        decided = verb.lemma_.lower() in AGAINST and is_told(verb)
        return decided and not (event.pos_ == "NOUN" and is_definite(event))
    return bool(cases & _OVER) and verb.lemma_.lower() == "agree" and _is_failed(verb)


def is_told(verb: Token) -> bool:
    """Tell whether a verb says that something was done, not that it may be or was not."""
    denied = any(c.lower_ in NOT for c in verb.children)
    return not denied and (is_past(verb) or verb.tag_ in {"VBZ", "VBP", "VBN"})
