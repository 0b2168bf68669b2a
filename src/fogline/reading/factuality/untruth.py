"""Words that call an account untrue: "a fairy tale", "FAKE:", "exists only on paper" (data:
negations.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.negating import negated, negated_phrase
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import SUBJECTS, VERBAL
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
_HELD: Final = frozenset({"obj", "obl", "nmod"})
_FAR: Final = _WORDS["far"]
_WITHIN: Final = frozenset({"to", "in", "behind", "for"})
_NOTHING: Final = frozenset({"nothing", "none"})
_MORE: Final = frozenset({"amod", "acl", "acl:relcl", "advcl", "xcomp"})
NAMES: Final = _WORDS["falsity"] | _WORDS["lie"]
"""What an account is called that is untrue: "false", "a lie"."""


def is_named(word: Token) -> bool:
    """Tell whether a word, or it with the one before it, names what is untrue: "a pipe dream",
    "mere rumours".
    """
    lemma = word.lemma_.lower()
    mere = lemma in _WORDS["hearsay"] and any(c.lower_ in _WORDS["mere"] for c in word.children)
    return mere or lemma in NAMES or (word.i > 0 and f"{word.nbor(-1).lower_} {lemma}" in NAMES)


def is_untrue(word: Token) -> bool:
    """Tell whether a word says of its subject that it is untrue: "is false", "is not true"."""
    if is_named(word):
        return not negated(word)
    return word.lemma_.lower() in _WORDS["true"] and bool(negated(word))


@told_by(_WORDS["truth"], {"nothing"})
def has_no_truth_in_it(account: Token) -> bool:
    """Tell whether nothing of an account is said to be true: "no truth to the reports", "not a
    grain of truth in the claim", "nothing to the rumour".
    """
    case = next((c.lower_ for c in account.children if c.dep_ in {"case", "mark"}), "")
    if account.dep_ not in {"nmod", "obl", "acl"} or case not in _WITHIN:
        return False
    above = account.head
    there = any(c.dep_ == "expl" for c in above.children)
    part = next((c for c in above.children if c.dep_ in SUBJECTS), above) if there else above
    return _is_no_truth(part) or (case == "to" and _is_nothing(part))


def _is_no_truth(part: Token) -> bool:
    """Tell whether words deny all truth: "no truth", "not a grain of truth"."""
    truth = (part, *(c for c in part.children if preposition(c) == "of"))
    if not any(t.lemma_.lower() in _WORDS["truth"] for t in truth):
        return False
    there = any(c.dep_ == "expl" for c in part.head.children)
    return bool(negated(part) or negated_phrase(part) or (there and negated(part.head)))


def _is_nothing(part: Token) -> bool:
    there = any(c.dep_ == "expl" for c in part.head.children)
    return part.lower_ in _NOTHING and there and all(c.dep_ not in _MORE for c in part.children)


@told_by(_WORDS["truth"])
def holds_none(word: Token) -> bool:
    """Tell whether a word says of its subject that nothing of it is true: "has no basis", "holds no
    truth", "are devoid of truth".
    """
    truth = [c for c in word.children if c.lemma_.lower() in _WORDS["truth"] and c.i > word.i]
    if word.lemma_.lower() in _WORDS["void"]:
        return not negated(word) and any(c.dep_ in _HELD for c in truth)
    holds = word.lemma_.lower() in _WORDS["holding"]
    return holds and any(c.dep_ == "obj" and (negated(word) or negated_phrase(c)) for c in truth)


def is_on_paper(verb: Token) -> bool:
    """Tell whether it is said that something is only told of: "exists only on paper"."""
    if verb.lemma_.lower() not in _WORDS["existing"]:
        return False
    within = [c for c in verb.children if c.dep_ == "obl" and c.lemma_.lower() in _WORDS["unreal"]]
    beside = (c for w in (verb, *within) for c in w.children)
    return bool(within) and any(c.lower_ in _WORDS["merely"] for c in beside)


@told_by(_WORDS["reality"], otherwise=None)
def tallies(word: Token) -> bool | None:
    """Tell whether an account is said to fit what is so: "does not correspond to reality", "has
    nothing to do with the truth"; None where it is not held against that.
    """
    below = [c for c in word.children if c.i > word.i]
    with_it = [*below, *(g for c in below for g in (*c.children, *_done(c)))]
    if not any(c.dep_ in _HELD and c.lemma_.lower() in _WORDS["reality"] for c in with_it):
        return None
    lemma = word.lemma_.lower()
    if lemma in _WORDS["matching"]:
        return not negated(word)
    if lemma in _WORDS["belying"] or word.lower_ in _FAR:
        return bool(negated(word))
    return False if any(c.lower_ in {"nothing", *_FAR} for c in below) else None


def _done(word: Token) -> Iterator[Token]:
    """Yield what stands below "to do" in "nothing to do with it"."""
    return (g for c in word.children if c.lemma_ == "do" for g in c.children)


@told_by(_WORDS["hiding"])
def is_hidden(deed: Token) -> bool:
    """Tell whether a deed is one that somebody hides or justifies, and so has been: "to cover up
    the raid", "to distract from the raid".
    """
    verb = deed.head if deed.head.pos_ in VERBAL else deed.head.head
    particle = next((c.lower_ for c in verb.children if c.dep_ == "compound:prt"), "")
    hides = f"{verb.lemma_.lower()} {particle}".strip() in _WORDS["hiding"]
    return hides and deed.pos_ == "NOUN" and (deed.dep_ == "obj" or preposition(deed) == "from")


@told_by(_WORDS["stamp"])
def is_stamped(token: Token) -> bool:
    """Tell whether a report is headed by a word that calls it untrue: "FAKE: the town fell"; not
    where it is set right at once, "Fake: the town has not fallen".
    """
    first = token.sent[0]
    told = first.i + 1 < token.i and first.nbor().text == ":"
    stamped = told and first.lower_ in _WORDS["stamp"]
    return stamped and not any(t.lower_ in _WORDS["direct"] for t in token.sent)
