"""The doubt that words throw on somebody's account: "the claim appears exaggerated", "is hard to
reconcile with the footage", "analysts questioned the claim" (data: hedges.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.accounts import is_telling
from fogline.reading.factuality.hedges import LAST, TABLE, Hedge, hit
from fogline.reading.factuality.negating import negated, subject_negated
from fogline.reading.factuality.unborne import are_few
from fogline.reading.grammar.arguments import of_verb
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_KINDS: Final = (
    "disbelieved",
    "disputed",
    "disputing",
    "incredible",
    "incredulity",
    "unreconciled",
)
_WORDS: Final = frozenset().union(*(LAST[kind] for kind in _KINDS))
_ON: Final = frozenset({"on", "upon", "over"})
_BELOW: Final = frozenset(
    {"csubj", "xcomp", "obl", "nmod", "obj", "advcl", "ccomp", "compound:prt", "advmod"}
)
_CLAUSES: Final = frozenset({"ccomp", "acl", "xcomp"})
_NOW: Final = frozenset({"VB", "VBP", "VBZ"})
_TELLING: Final = frozenset({"that", "to"})


@told_by(_WORDS, otherwise=())
def disputed(account: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of an account that is not believed, and not called untrue either; also where
    a parse hangs its clause on what is said of it.
    """
    above = account.head
    if account.dep_ == "csubj" and is_telling(account.doc[max(account.left_edge.i - 1, 0)]):
        yield from _told_of(above, passive=False)
    if account.dep_ == "advcl" and any(c.lower_ == "when" for c in account.children):
        yield from _disbelieved(above)  # "nobody believes them when they say that it fell"
    if is_telling(account):
        yield from _doubted(account)


def _doubted(account: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of a noun that names an account, by where it stands."""
    above = account.head
    if account.dep_ in SUBJECTS:
        yield from _told_of(above, passive=account.dep_ == "nsubj:pass")
    elif account.dep_ in {"root", "ccomp"}:
        for verdict in _verdicts(account):
            yield from _told_of(verdict, passive=is_passive(verdict))
    elif account.dep_ == "obj":
        yield from _disbelieved(above)
        if not (negated(above) or subject_negated(above)):
            yield from hit("disputing", above.lemma_.lower(), above)
    elif preposition(account) in _ON:  # "cast doubt on the claim"
        for word in (above, *of_verb(above).objects):
            yield from hit("disputing", word.lower_, word) if word.pos_ == "NOUN" else ()


def _disbelieved(verb: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of what is told by somebody who is not believed, as far as is told: who was
    not may have been right.
    """
    none = any(c.dep_ in SUBJECTS and are_few(c) for c in verb.children)
    if verb.tag_ in _NOW and (none or negated(verb) or subject_negated(verb)):
        yield from hit("disbelieved", verb.lemma_.lower(), verb)


def _verdicts(account: Token) -> Iterator[Token]:
    """Yield the clauses that a parse hangs on an account and that do not tell what it tells:
    "claims that it fell do not stand up".
    """
    behind = (c for c in account.children if c.dep_ in _CLAUSES and c.i > account.i)
    told = account.doc[min(account.i + 1, len(account.doc) - 1)].lower_ in _TELLING
    return islice(behind, 1 if told else 0, None)


def _told_of(verdict: Token, *, passive: bool) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt that what is said of an account throws on it."""
    denied = bool(negated(verdict))
    below = [c for c in verdict.children if c.dep_ in _BELOW and c.i > verdict.i]
    for word in (verdict, *below):
        kind = "incredible" if denied else "disputed"
        yield from hit(kind, word.lemma_.lower() if denied else word.lower_, word)
    if passive and not denied:
        yield from hit("disputing", verdict.lemma_.lower(), verdict)
    for word in below if not denied else ():
        yield from hit("incredulity", word.lower_, word) if word.dep_ == "obj" else ()
        if verdict.lower_ in TABLE["unreconciled"]:
            yield from hit("unreconciled", word.lemma_.lower(), word)
