"""Deeds that words tell were ordered, tried, denied or left: none of them is told as done (data:
negations.csv, standing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.clearing import CLEARING, acquitting, clears
from fogline.reading.factuality.complements import is_infinitive
from fogline.reading.grammar.relations import NOT, PATIENTS, SUBJECTS
from fogline.reading.grammar.scope import auxiliaries, governors, is_past, predicate
from fogline.reading.tables import words
from fogline.reading.triggers.silence import ADMITTING, is_unadmitted
from fogline.reading.triggers.unlisted import FOILING
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.triggers.triggers import Entry

_WORDS: Final = words("negations.csv", "word")
_FEIGNING: Final = _WORDS["feigning"]
_MARKS: Final = words("standing.csv", "word")
_APART: Final = frozenset({"conj", "parataxis"})
_TRYING: Final = _WORDS["trying"]
_PART: Final = frozenset({"many", "some", "several", "most", "few", "others"})
_DUE: Final = frozenset({"should", "ought"})
_ORDER: Final = frozenset({"order"})
_DENYING: Final = frozenset().union(
    *(_WORDS[kind] for kind in ("disavowal", "feigning", "sparing")), CLEARING, _DUE, _ORDER
)


@told_by(_ORDER, otherwise=None)
def order_of(trigger: Token) -> Token | None:
    """Return the word by which a deed is only ordered: "ordered" of "ordered his men to burn the
    village", "orders" of "had orders to shoot".
    """
    deed = trigger
    while deed.dep_ == "conj" and deed.head.i != deed.i:
        deed = deed.head
    above = deed.head
    if not is_infinitive(deed) or above.lemma_.lower() != "order":
        return None
    if deed.dep_ == "acl" and above.pos_ == "NOUN":
        return above
    bidden = any(c.dep_ in PATIENTS and c.i < deed.i for c in above.children)
    return above if deed.dep_ in {"xcomp", "ccomp", "advcl"} and bidden else None


@told_by(_ORDER)
def is_disobeyed(trigger: Token) -> bool:
    """Tell whether those who were ordered to do it did not: "..., but they refused"."""
    order = order_of(trigger)
    if order is None:
        return False
    verb = order if order.pos_ == "VERB" else order.head
    if order.dep_ in PATIENTS and verb.lemma_.lower() in _WORDS["disobeying"]:
        return not any(c.lower_ in NOT for c in verb.children)  # "ignored an order to leave"
    near = [c for t in (verb, trigger) for c in t.children if c.dep_ in _APART and c.i > trigger.i]
    return any(_disobeys(c) for c in near)


@told_by(_ORDER)
def is_ordered(trigger: Token) -> bool:
    """Tell whether a deed is one that somebody was ordered to do, and not told to have done."""
    return not (order_of(trigger) is None or _is_unordered(trigger) or is_obeyed(trigger))


@told_by(_ORDER)
def is_obeyed(trigger: Token) -> bool:
    """Tell whether an order was carried out, and so the deed: "followed orders to shoot"."""
    order = order_of(trigger)
    if order is None or order.dep_ not in PATIENTS:
        return False
    return order.head.lemma_.lower() in _WORDS["obeying"]


@told_by(_ORDER)
def _is_unordered(trigger: Token) -> bool:
    """Tell whether nobody ordered it: "no order to leave had come"."""
    order = order_of(trigger)
    return order is not None and any(c.lower_ == "no" for c in order.children)


def _disobeys(verb: Token) -> bool:
    taken = any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children)
    denied = any(c.lower_ in NOT or c.lower_ in _PART for c in verb.children)
    return verb.lemma_.lower() in _WORDS["disobeying"] and not taken and not denied


@told_by(_WORDS["disavowal"])
def is_disavowed(trigger: Token) -> bool:
    """Tell whether a deed is what somebody's denial is of: "Kigali's denial that it arms them"."""
    return any(
        s.via == "acl" and s.token.pos_ == "NOUN" and s.token.lemma_.lower() in _WORDS["disavowal"]
        for s in governors(trigger)
    )


@told_by(_MARKS["attempt"])
def failed_attempt(trigger: Token) -> bool:
    """Tell whether a deed is what an attempt was that failed or was foiled: "an attempt to take
    the port failed", "foiled an attempt to cross the river".
    """
    tried = trigger.head
    if trigger.dep_ != "acl" or trigger.tag_ != "VB" or tried.pos_ != "NOUN":
        return False
    if tried.lemma_.lower() not in _MARKS["attempt"]:
        return False
    verb = tried.head
    failed = tried.dep_ in SUBJECTS and verb.lemma_.lower() in _WORDS["failing"]
    return failed or (tried.dep_ in PATIENTS and verb.lemma_.lower() in FOILING)


@told_by(_TRYING)
def was_tried(deed: Token) -> bool:
    """Tell whether a deed is what somebody tried in the past: "tried to enter the town"."""
    # Who has been trying to has not done it yet.
    return was_being_tried(deed) and deed.head.tag_ != "VBG"


@told_by(_TRYING)
def was_being_tried(deed: Token) -> bool:
    """Tell whether somebody tried a deed in the past, or was at it: "were trying to enter"."""
    tried = deed.head
    told = deed.dep_ == "xcomp" and is_infinitive(deed) and tried.lemma_.lower() in _TRYING
    return told and is_past(tried) and not any(c.lower_ in NOT for c in tried.children)


def is_untaken(deed: Token, entry: Entry) -> bool:
    """Tell whether somebody only tried to gain control of something: it is not told as theirs."""
    return (entry.event, entry.mode) == ("CONTROL", "gain") and was_tried(deed)


def is_attempted(word: Token) -> bool:
    """Tell whether a deed is what somebody only tries: "an attempt to kill the governor"."""
    tried = word.head.lemma_.lower() in _MARKS["attempt"] and word.head.i != word.i
    return tried and word.dep_ in {"acl", "xcomp"} and is_infinitive(word)


@told_by(ADMITTING)
def is_unowned(trigger: Token) -> bool:
    """Tell whether a deed is one that somebody has not admitted, which leaves it done: "never
    admitted bombing the port".
    """
    return any(s.via and is_unadmitted(s.token) for s in governors(trigger))


@told_by(_FEIGNING)
def is_feigned(trigger: Token) -> bool:
    """Tell whether a deed is only put on: "pretended to leave", "feigned a retreat"; who pretends
    that another did it tells of it.
    """
    above = (s.token for s in governors(trigger) if s.via in {"xcomp", "obj"})
    direct = trigger.dep_ == "obj" and trigger.head.lemma_.lower() in _FEIGNING
    return direct or any(t.lemma_.lower() in _FEIGNING for t in above)


@told_by(_DUE)
def is_regretted(trigger: Token) -> bool:
    """Tell whether a deed is one that should not have been done, and so was: "should not have
    attacked".
    """
    verb = predicate(trigger)
    helpers = {a.lower_ for a in auxiliaries(verb)}
    denied = any(c.lower_ in NOT for c in verb.children)
    return denied and "have" in helpers and bool(helpers & _DUE)


def _is_spared(trigger: Token) -> bool:
    """Tell whether a word says that somebody was left alone: "spared the clinic"."""
    return trigger.pos_ == "VERB" and trigger.lemma_.lower() in _WORDS["sparing"]


@told_by(_DENYING, ADMITTING)
def is_outright(trigger: Token) -> bool:
    """Tell whether words that nothing else moves say whether it was done."""
    told = denials(trigger) is not None or is_unowned(trigger)
    return told or is_ordered(trigger)


@told_by(_DENYING, otherwise=None)
def denials(trigger: Token) -> int | None:
    """Return how many negations a denial, an acquittal or a refusal to obey puts over a deed, its
    own included; None where none of them does.
    """
    found = trigger.doc.once(_denials, trigger)
    return found if found >= 0 else None


def _denials(trigger: Token) -> int:
    """The same, -1 where there are none."""
    if is_regretted(trigger):
        return 0
    denied = is_disavowed(trigger) or acquitting(trigger) is not None or is_disobeyed(trigger)
    denied = (
        denied
        or _is_unordered(trigger)
        or is_feigned(trigger)
        or clears(trigger)
        or _is_spared(trigger)
    )
    own = sum(c.dep_ in {"advmod", "det"} and c.lower_ in NOT for c in trigger.children)
    return 1 + own if denied else -1
