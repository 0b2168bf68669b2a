"""Accounts of what happened: what they tell, and those that are called untrue by their own name or
by a word before it, "lies", "fabricated news" (data: negations.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.added import is_anybody
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
_ABOUT: Final = frozenset({"of", "about", "on", "over", "regarding", "concerning"})
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
_BELOW: Final = frozenset({"acl", "advcl", "obl", "xcomp"})
_HELPING: Final = frozenset({"aux", "aux:pass", "mark", "nsubj", "nsubj:pass"})
_BRUSHED: Final = frozenset({"obj", "obl", "nsubj:pass"})
_PARTICLES: Final = frozenset({"compound:prt", "advmod", "iobj"})
_ROUND: Final = frozenset({"around", "round", "about"})
_WH: Final = frozenset({"WDT", "WP"})
_VERBAL: Final = frozenset({"root", "obj", "ccomp", "parataxis", "appos"})


def is_telling(noun: Token) -> bool:
    """Tell whether a noun names an account: "report", "claim"."""
    if noun.lemma_.lower() not in _WORDS["telling"]:
        return False
    # "Reports that the town fell were false": a parse may take the first word for a verb.
    verbal = noun.tag_ in {"VBZ", "NNS"} and noun.dep_ in _VERBAL
    subject = any(c.dep_.startswith("nsubj") for c in noun.children)
    return noun.pos_ == "NOUN" or (verbal and not subject)


@told_by(_WORDS["bogus"], _WORDS["lie"])
def is_bogus(account: Token) -> bool:
    """Tell whether an account is called untrue by its own name or by a word before it: "the lie",
    "fabricated news", "false claims".
    """
    if account.pos_ == "NOUN" and account.lemma_.lower() in _WORDS["lie"]:
        return True
    called = (c for c in account.children if c.dep_ in {"amod", "compound"} and c.i < account.i)
    return is_telling(account) and any(c.lower_ in _WORDS["bogus"] for c in called)


@told_by(_WORDS["bogus"], _WORDS["lie"])
def is_spread_by(trigger: Token, source: Token) -> bool:
    """Tell whether somebody only makes or spreads an account of an event that is called untrue:
    they do not say that it is, "channels spread lies that it fell", "their false claim that".
    """
    return any(is_bogus(t) and source in _spreaders(t) for t in trigger.ancestors)


def _spreaders(account: Token) -> Iterator[Token]:
    """Yield an account, whose it is and who spreads it, also where they are accused of it."""
    yield account
    yield from (c for c in account.children if c.dep_ in {"nmod", "nmod:poss"})
    within = (c for c in account.children if c.dep_ == "acl:relcl")
    yield from (c for clause in within for c in clause.children if c.dep_ in SUBJECTS)
    verb = account.head
    if account.dep_ not in {"obj", "nsubj:pass"} or is_disowning(verb):
        return
    yield from (c for c in verb.children if c.dep_ in {"nsubj", "obl:agent"})
    if verb.dep_ in _BELOW:
        yield from (c for c in verb.head.children if c.dep_ in {"obj", "nsubj:pass"})


def is_disowning(verb: Token) -> bool:
    """Tell whether a verb calls untrue what it speaks of: "rejected", "branded"."""
    return verb.lemma_.lower() in _WORDS["denial"] | _WORDS["branding"]


@told_by(_WORDS["denial"], _WORDS["branding"])
def is_denied_by(source: Token) -> bool:
    """Tell whether an account is said to be denied by somebody: "the claim, denied by the army"."""
    verb = source.head
    return source.dep_ == "obl:agent" and is_aim(verb) and is_disowning(verb)


@told_by(_WORDS["spreading"])
def is_going_round(clause: Token) -> bool:
    """Tell whether a clause says that something is told by nobody in particular: "what is
    circulating about", "all that channels publish about".
    """
    if not _is_of_what(clause) or clause.lemma_.lower() not in _WORDS["spreading"]:
        return False
    if clause.lemma_.lower() == "go" and all(c.lower_ not in _ROUND for c in clause.children):
        return False
    tellers = (c for c in clause.children if c.dep_ in SUBJECTS and c.tag_ not in _WH)
    return all(map(is_anybody, tellers))


@told_by(_WORDS["brushing off"])
def is_brushed_off(account: Token) -> bool:
    """Tell whether somebody will not hear of an account, which denies it: "brushed aside claims",
    "poured cold water on the report".
    """
    if account.dep_ not in _BRUSHED or not is_telling(account):
        return False
    verb = account.head
    beside = [c.lower_ for c in verb.children if c.dep_ in _PARTICLES and c.i > verb.i]
    # All that stands before an account that is no object: "at", "cold water on".
    between = account.doc[verb.i + 1 : account.i] if preposition(account) else ()
    words_ = [t.lower_ for t in between if t.head in (verb, account) or t.head.head is verb]
    beside += [" ".join(words_[:n]) for n in range(1, len(words_) + 1)]
    said = {f"{verb.lemma_.lower()} {word}".strip() for word in ("", *beside)}
    return not said.isdisjoint(_WORDS["brushing off"])


@told_by(_WORDS["spreading"])
def only_spreads(source: Token) -> bool:
    """Tell whether somebody only spreads an account: "what channels publish about it", "the rumour,
    spread by rebels, that".
    """
    verb = source.head
    by = verb.dep_ == "acl" and verb.tag_ == "VBN" and source.dep_ in {"obl:agent", "obl"}
    return is_going_round(verb) or (by and verb.lemma_.lower() in _WORDS["spreading"])


def _is_of_what(clause: Token) -> bool:
    """Tell whether a clause hangs on "what", however the parse hangs that: "what they say is"."""
    if clause.dep_ == "acl:relcl":
        return True
    first = clause.left_edge
    opens = "what" in {first.lower_, clause.doc[max(first.i - 1, 0)].lower_}
    return opens and clause.dep_ in {"csubj", "ccomp"} and clause.i < clause.head.i


def is_told_in(node: Token) -> bool:
    """Tell whether what hangs on a lie is what it tells: "that it fell", "of a raid"; not "lies
    about the raid", which was.
    """
    if node.dep_ != "nmod":
        return node.tag_ != "VB" or any(c.lower_ == "have" for c in node.children)
    known = any(c.lower_ in _DEFINITE or c.dep_ == "nmod:poss" for c in node.children)
    return preposition(node) in _ABOUT and (preposition(node) == "of" or not known)


def is_aim(node: Token) -> bool:
    """Tell whether a clause says what an account is for or by whom it is spread, not what it tells:
    "a lie intended to hide the raid", "a charge rejected by the army".
    """
    bare = node.dep_ == "acl" and node.tag_ == "VBN" and node.head.pos_ == "NOUN"
    return bare and all(c.dep_ not in _HELPING for c in node.children)
