"""What a verb without a tense of its own takes from the words above it: whether "to attack",
"attacking" was done, is only wished or asked for, or is left open (data: complements.csv).

A positive or negative implicative tells that it was or was not done ("managed to", "failed to");
another leaves it open ("needs to", "is willing to"), as purposes do (Karttunen 1971; Nairn,
Condoravdi and Karttunen 2006). Which of the two an implicative tells, is told by `polarity`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.negating import leaves_only
from fogline.reading.grammar.relations import FINITE, NOUNS, PATIENTS, VERBAL
from fogline.reading.grammar.scope import auxiliaries, has_that, is_past, predicate
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WORDS: Final = words("complements.csv", "words")
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
_CLAUSES: Final = frozenset(
    {"xcomp", "ccomp", "csubj", "csubj:pass", "acl", "advcl", "obl", "nmod", "conj", "nsubj", "obj"}
)
_NAMING: Final = frozenset({"nsubj:outer", "csubj", "csubj:outer"})
_MAIN: Final = frozenset({"root", "parataxis", "conj", "list", "appos", "dep"})
_BIDDING: Final = frozenset({"do", "come", "go", "please", "let"})
_ONE: Final = frozenset({"NN", "NNP"})
_PAST: Final = frozenset({"was", "were", "had", "did"})
_FAR: Final = 8
_NEAR: Final = 3
_BELOW: Final = frozenset({"obj", "obl", "nmod", "conj"})


def is_unrealised(trigger: Token) -> bool:
    """Tell whether a trigger is bidden, or is the content of a word that leaves it open."""
    node = predicate(trigger)
    if node.pos_ not in VERBAL or _is_presupposed(trigger):
        return False
    for _ in range(_FAR):
        if is_imperative(node) or is_subjunctive(node) or _is_named_only(node):
            return True
        if node.head.i == node.i or _has_tense(node):
            return False
        if node.dep_ == "conj":
            node = node.head
            continue
        if is_infinitive(node) and not _implies(node.head, node):
            return True
        if _is_gerund(node) and _leaves_open(node):
            return True
        if node.dep_ not in _CLAUSES or _stands_apart(node) or _is_reduced(node):
            return False
        node = node.head
        if node.pos_ in NOUNS and not _is_predicate(node):
            return False
    return False


def is_imperative(verb: Token) -> bool:
    """Tell whether a verb bids somebody do it: "Leave the town!", "do not shell it"."""
    if verb.tag_ != "VB" or verb.dep_ not in _MAIN or is_infinitive(verb):
        return False
    if any(c.dep_ in _SUBJECTS and c.i < verb.i for c in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return is_imperative(verb.head)
    return all(a.lower_ in _BIDDING for a in auxiliaries(verb))


def _is_named_only(verb: Token) -> bool:
    """Tell whether a bare verb says what there is to do: "all they have to do is leave"."""
    clause = next((c for c in verb.children if c.dep_ in _NAMING), None)
    if verb.tag_ != "VB" or clause is None or is_infinitive(verb):
        return False
    done = any(is_past(t) for t in (clause, *clause.children) if t.pos_ in VERBAL)
    return not done and any(c.dep_ == "cop" for c in verb.children)


def _is_gerund(verb: Token) -> bool:
    """Tell whether a verb is a gerund, its passive included: "shelling", "being shelled"; a parse
    may take it for bare, "chance of retaking it".
    """
    taken = verb.tag_ == "VB" and verb.lower_.endswith("ing") and not is_infinitive(verb)
    if taken and any(c.dep_ == "mark" for c in verb.children):
        return True
    return verb.tag_ == "VBG" or any(a.tag_ == "VBG" for a in auxiliaries(verb))


@told_by({"to"})
def is_announced(trigger: Token) -> bool:
    """Tell whether a headline's infinitive says that it will be done: "Fleet to hit the port"."""
    verb = trigger
    for _ in range(_NEAR):
        if verb.dep_ not in _BELOW or is_infinitive(verb):
            break
        verb = verb.head
    if not is_infinitive(verb) or auxiliaries(verb):
        return False
    if verb.dep_ == "root":
        return any(c.dep_ == "nsubj" for c in verb.children)
    who = verb.head
    return verb.dep_ == "acl" and who.dep_ == "root" and who.i < verb.i and _is_somebody(who)


def _is_somebody(noun: Token) -> bool:
    """Tell whether a noun that nothing is said to be names who may do something."""
    if noun.pos_ not in NOUNS or _is_predicate(noun):
        return False
    return noun.pos_ == "PROPN" or not classes.of_word(noun).isdisjoint({"actor", "people"})


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "to", its auxiliaries between: "to have been shelled"."""
    if verb.pos_ not in VERBAL or verb.tag_ in FINITE:
        return False
    return any(
        c.lower_ == "to" and c.dep_ in {"mark", "aux"} and c.i < verb.i for c in verb.children
    )


def governs_infinitive(token: Token) -> bool:
    """Tell whether a word is completed by "to" and a verb: "have to leave"."""
    return any(c.dep_ == "xcomp" and is_infinitive(c) for c in token.children)


@told_by({"must"})
def is_bound(trigger: Token) -> bool:
    """Tell whether somebody only has a duty to do it: "must leave", not "must have left"."""
    helpers = [a.lower_ for a in auxiliaries(predicate(trigger))]
    return "must" in helpers and "have" not in helpers


def adjunct_of(trigger: Token) -> Token | None:
    """Return the verb whose time a clause without tense shares: "will leave, burning houses"."""
    verb = predicate(trigger)
    for _ in range(_FAR):
        if verb.dep_ == "conj" and not _has_tense(verb):
            verb = verb.head
            continue
        if verb.dep_ != "advcl" or verb.tag_ != "VBG" or auxiliaries(verb) or _stands_apart(verb):
            return None
        return verb.head if verb.head.pos_ in {"VERB", "AUX", "ADJ"} else None
    return None


@told_by(_WORDS["instrument"], otherwise=None)
def tool_of(trigger: Token) -> Token | None:
    """Return the verb by whose means something is done: "is using drones to bomb the town"; "used
    to bomb it" names none.
    """
    verb = trigger.head if trigger.dep_ == "conj" else trigger
    use = verb.head
    if use.lemma_.lower() not in _WORDS["instrument"] or not is_infinitive(verb):
        return None
    named = any(c.dep_ in PATIENTS for c in use.children)
    return use if named or use.dep_ in {"acl", "acl:relcl"} else None


def _has_tense(verb: Token) -> bool:
    """Tell whether a verb says by itself when it is done."""
    if is_infinitive(verb):
        return False
    helpers = auxiliaries(verb)
    return verb.tag_ in FINITE or any(a.tag_ in {"VBD", "VBZ", "VBP", "MD"} for a in helpers)


@told_by(_WORDS["bidding"])
def is_demanded(trigger: Token) -> bool:
    """Tell whether a trigger is in a clause that is only demanded: "insisted that he leave"."""
    verb = predicate(trigger)
    return is_subjunctive(verb) and verb.head.lemma_.lower() in _WORDS["bidding"]


def is_subjunctive(verb: Token) -> bool:
    """Tell whether a clause is only demanded or recommended: "suggested that he leave"."""
    helpers = auxiliaries(verb)
    bare = verb.tag_ == "VB" and not helpers
    if verb.dep_ not in {"ccomp", "acl", "csubj"}:
        return False
    mandative = verb.head.lemma_.lower() in _WORDS["mandative"]
    if bare or [a.text for a in helpers] == ["be"]:
        return mandative or has_that(verb)
    return mandative and not helpers and _lacks_ending(verb)


def _lacks_ending(verb: Token) -> bool:
    """Tell whether a verb that the parse takes for a present lacks its ending: "that Kigali pull
    its troops out"; of several, beside a past: "insisted that the troops stay".
    """
    if verb.tag_ not in {"VBP", "VBZ"} or verb.lower_ != verb.lemma_.lower():
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return False
    if subject.tag_ in _ONE and not any(c.dep_ == "conj" for c in subject.children):
        return True
    return is_past(verb.head) and verb.head.lemma_.lower() in _WORDS["bidding"]


def _is_presupposed(trigger: Token) -> bool:
    """Tell whether a noun is there whatever becomes of it: "stop the shelling"."""
    if trigger.pos_ not in NOUNS:
        return False
    return trigger.dep_ == "obj" and trigger.head.lemma_.lower() in _WORDS["presupposing"]


def _implies(governor: Token, verb: Token) -> bool:
    """Tell whether a word that takes an infinitive says that it was, or was not, carried out."""
    lemma = governor.lemma_.lower()
    if _took(governor) or (leaves_only(verb) and is_past(governor.head)):
        return True
    if verb.dep_ in {"advcl", "obl"} and governor.pos_ in VERBAL:
        only = any(c.lower_ == "only" and c.i < verb.i for c in verb.children)
        managed = lemma == "manage"  # "managed on Friday to take it"
        return only or managed or (lemma in _WORDS["instrument"] and _is_past(governor))
    if any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children):
        return True
    if lemma in _WORDS["implied"] or _waits(governor, verb):
        return True
    return lemma in _WORDS["past"] and _is_past(governor)


def _waits(governor: Token, verb: Token) -> bool:
    """Tell whether it has not been done yet: "has yet to fall"."""
    return any(c.lower_ == "yet" for t in (governor, verb) for c in t.children)


def _is_past(governor: Token) -> bool:
    helpers = {a.lower_ for a in auxiliaries(governor)}
    if governor.tag_ == "VBN" and not helpers & {"is", "are", "be", "will", "would"}:
        return True
    return governor.tag_ == "VBD" or bool(helpers & (_PAST | {"has", "have"}))


def _took(governor: Token) -> bool:
    """Tell whether it is said how long something took: "took a week to capture"."""
    lemma, above = governor.lemma_.lower(), governor.head
    spent = governor if lemma == "take" else above if lemma in _WORDS["span"] else None
    return spent is not None and spent.lemma_ == "take" and _is_past(spent)


def _leaves_open(gerund: Token) -> bool:
    """Tell whether a gerund is only spoken or thought of: "interested in joining"."""
    if gerund.head.lemma_.lower() not in _WORDS["open"]:
        return False
    marks = {c.lower_ for c in gerund.children if c.dep_ in {"mark", "case"}}
    return gerund.dep_ in {"xcomp", "ccomp"} or bool(marks & _WORDS["marking"])


def _is_reduced(verb: Token) -> bool:
    """Tell whether a participle stands for a relative clause: "the men detained in the town"."""
    return verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBG"} and not is_infinitive(verb)


def _is_predicate(noun: Token) -> bool:
    return any(c.dep_ == "cop" for c in noun.children)


def _stands_apart(verb: Token) -> bool:
    """Tell whether a clause has a time of its own: "after shelling the town", "having shelled"."""
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "case"}}
    perfect = any(a.lower_ == "having" for a in auxiliaries(verb))
    return perfect or bool(marks & _WORDS["apart"])
