"""Clauses and nouns that only name a condition: "if it falls", "once it has fallen", "any attack"
(data: standing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality import complements
from fogline.reading.factuality.wagers import is_surprising
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import FINITE, NOUNS, SUBJECTS, VERBAL
from fogline.reading.grammar.scope import BRIDGES, auxiliaries
from fogline.reading.roles.converse import answered
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_MARKS: Final = words("standing.csv", "word")
AHEAD: Final = frozenset({"will", "shall", "'ll", "must", "should"})
_MAYBE: Final = frozenset({"can", "could", "may", "might", "would"})
_POINTING: Final = frozenset({"the", "this", "these", "its", "their", "our"})
PRESENT: Final = frozenset({"is", "are", "'s", "'re", "'m", "am", "do", "does"})
_CLOSE: Final = frozenset({"xcomp", "conj", "advmod", "nsubj", "nsubj:pass", "obj"})
_WAITING: Final = frozenset({"before", "until", "till"})
_NOT: Final = frozenset({"not", "n't", "never", "nobody", "neither", "no"})
_CLAUSES: Final = frozenset({"acl:relcl", "advcl:relcl", "acl"})
_TIME: Final = _MARKS["span"] | {"time"}
_WHICH: Final = frozenset({"who", "which", "that", "whose"})


def is_condition(token: Token) -> bool:
    """Tell whether a clause only names a condition: "if it falls", "should it fall", "once it has
    fallen, they will ...", "all who surrender will ...".
    """
    return token.doc.once(_is_condition, token)


def _is_condition(token: Token) -> bool:
    if token.pos_ == "NOUN":
        return _is_any(token) or _is_case(token)
    marks = {c.lower_ for c in token.children if c.dep_ in {"mark", "advmod"}}
    marks |= {f.lower_ for c in token.children if c.dep_ == "mark" for f in c.children}
    if marks & _MARKS["condition"] and not _is_no_condition(token, marks):
        return True
    if token.pos_ in VERBAL and _inverted(token):
        return True
    if token.dep_ == "conj" and _is_finite(token) and is_condition(token.head):
        return True  # "if it falls and they leave"
    if token.dep_ == "ccomp" and token.head.lower_ in _MARKS["supposing"]:
        return True
    mark = next((c for c in token.children if c.dep_ == "mark"), None)
    if mark is not None and mark.i and token.doc[mark.i - 1].lower_ in _MARKS["supposing"]:
        return True  # "provided that it falls"
    return _is_moment(token) or _is_awaited(token, marks)


def _is_no_condition(token: Token, marks: set[str]) -> bool:
    """Tell whether an "if" sets no condition: what is asked, likened to, or would surprise."""
    return is_wondered(token) or _is_likened(token, marks) or is_surprising(token)


def _is_awaited(token: Token, marks: set[str]) -> bool:
    """Tell whether a clause in the present says what another waits for: "before it falls", "all
    who surrender".
    """
    waits = token.dep_ == "acl" and marks & _MARKS["awaiting"]  # "weeks before it falls"
    if not (waits or token.dep_ in {"advcl", "acl:relcl", "advcl:relcl"}):
        return False
    if not (is_present(token) or (marks & _MARKS["awaiting"] and _is_perfect(token))):
        return False
    soon = token.head.lower_ in {"soon", "long"} and "as" in marks
    if token.dep_ in {"advcl", "acl"}:
        return bool(soon or marks & _MARKS["awaiting"]) and _awaits(token.head, AHEAD | _MAYBE)
    # "The rebels who hold the town will ..." are there; "rebels who surrender will ..." may be.
    known = token.head.pos_ in NOUNS and _is_pointed_at(token.head)
    return not known and _awaits(token.head, AHEAD)


def _is_any(noun: Token) -> bool:
    """Tell whether it is whatever there may be of it: "any attack will be answered", "a response to
    any attack".
    """
    if not any(c.dep_ == "det" and c.lower_ == "any" for c in noun.children):
        return False
    subject = noun.dep_ in SUBJECTS
    coming = subject and any(a.lower_ in AHEAD | {"would"} for a in auxiliaries(noun.head))
    return coming or answered(noun) is not None


def _is_case(noun: Token) -> bool:
    """Tell whether it is the case that something is prepared for: "in the event of an attack"."""
    case = noun.head if noun.dep_ == "nmod" else noun
    return (
        noun is not case
        and case.lemma_.lower() in {"event", "case"}
        and (preposition(noun), preposition(case)) == ("of", "in")
    )


def _is_likened(clause: Token, marks: set[str]) -> bool:
    """Tell whether something only looks so: "it looks as if it fell"."""
    return "as" in marks and clause.head.lemma_.lower() in BRIDGES["seeming"]


def only_bounds(clause: Token, main: Token) -> bool:
    """Tell whether a clause says by when, not on what condition: "will leave before they come";
    what will "not" be done until then waits for it.
    """
    waits = any(c.lower_ in _WAITING and c.dep_ == "mark" for c in clause.children)
    return waits and not any(c.lower_ in _NOT for c in main.children)


def is_wondered(clause: Token) -> bool:
    """Tell whether "if" only leaves it open whether something is so: "not clear if it fell"."""
    marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
    asked = clause.dep_ in {"ccomp", "csubj", "advcl"} and "if" in marks
    return asked and clause.i > clause.head.i and clause.head.lemma_.lower() in _MARKS["wondering"]


@told_by(_MARKS["term"])
def is_due(clause: Token) -> bool:
    """Tell whether it is only a matter of time: "a matter of time before it falls", "its fall is a
    question of days".
    """
    if clause.dep_ == "nsubj" and clause.head.lemma_.lower() in _MARKS["term"]:
        return any(c.lemma_.lower() in _TIME for c in clause.head.children if c.dep_ == "nmod")
    waits = any(c.dep_ == "mark" and c.lower_ in _WAITING for c in clause.children)
    if not waits or not is_present(clause):
        return False
    head = clause.head
    said = {c.lemma_.lower() for t in (head, head.head) for c in (t, *t.children)}
    return bool(said & _MARKS["term"]) and not said.isdisjoint(_TIME)


def _is_moment(clause: Token) -> bool:
    """Tell whether a clause says at which moment to come: "the moment it falls, they will", "by the
    time it falls".
    """
    noun = clause.head
    if clause.dep_ not in _CLAUSES or any(c.lower_ in _WHICH for c in clause.children):
        return False
    moment = noun.lemma_.lower() in _MARKS["moment"] and noun.dep_.startswith("obl")
    return moment and is_present(clause) and _awaits(noun.head, AHEAD | _MAYBE)


def is_present(verb: Token) -> bool:
    """Tell whether a clause stands in the present, where English speaks of what is to come."""
    told = {a.lower_ for a in auxiliaries(verb)}
    return verb.tag_ in {"VBZ", "VBP"} or (bool(told & PRESENT) and "would" not in told)


def _is_perfect(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(a.lower_ in {"has", "have", "'ve"} for a in auxiliaries(verb))


def _is_finite(verb: Token) -> bool:
    return any(t.tag_ in FINITE for t in (verb, *auxiliaries(verb)))


def _is_pointed_at(noun: Token) -> bool:
    return any(c.lower_ in _POINTING and c.dep_ in {"det", "nmod:poss"} for c in noun.children)


def _awaits(node: Token, helpers: frozenset[str]) -> bool:
    """Tell whether a word, or the verb that it hangs on, lies in the future."""
    for _ in range(3):
        if complements.is_infinitive(node):
            return True  # "they plan to cut the road before it falls"
        if any(a.lower_ in helpers for a in auxiliaries(node)) or complements.is_imperative(node):
            return True
        if node.lemma_.lower() in _MARKS["planning"] and node.tag_ in {"VBP", "VBZ", "VBG"}:
            return True  # "they plan for a vote once it falls"
        due = node.lemma_ in {"have", "need"} and node.tag_ in {"VBP", "VBZ"}
        if due and complements.governs_infinitive(node):
            return True
        if node.dep_ not in _CLOSE:
            return False
        node = node.head
    return False


def _inverted(verb: Token) -> bool:
    """Tell whether a clause is conditional by inversion: "should this happen", "had it fallen"."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or (verb.dep_ == "root" and verb.sent[-1].text == "?"):
        return False
    return any(
        a.lower_ in {"should", "were", "had"}
        and a.i < subject.left_edge.i
        and (a.is_sent_start or verb.dep_ == "advcl")
        for a in auxiliaries(verb)
    )
