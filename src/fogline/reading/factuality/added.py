"""The doubt that is added to a whole report: "...; this has not been confirmed", "...,
unconfirmed", "... There is no confirmation of this" (data: hedges.csv, cues.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.hedges import LAST, TABLE, Hedge, hit
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.tables import words

if TYPE_CHECKING:
    from fogline.reading.language import Token

_SHORT: Final = 5  # words of a sentence that only says that nothing is confirmed
_OBJECTS: Final = frozenset({"obj", "iobj"})
_MEANT: Final = frozenset({"this", "that", "it", "which", "none", "report", "reports"})
_SOME: Final = frozenset({"some", "several", "various", "many", "certain"})
_POSTING: Final = words("cues.csv", "cue")["posting"]
_CLAUSES: Final = frozenset({"root", "parataxis", "conj"})
_BESIDE_TAGS: Final = frozenset(  # words that change nothing about a report that is tagged
    "still yet as so far now but though officially independently awaiting no independent".split()
)


def added(trigger: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt that is added to a whole report: "...; this has not been confirmed", "... Not
    confirmed.", "..., but found no confirmation of this".
    """
    behind = trigger.doc[trigger.i + 1 : trigger.sent.end + _SHORT]
    for word in behind if not _DOUBTING.isdisjoint(trigger.doc.lemmas) else ():
        lemma = word.lemma_.lower()
        if lemma in TABLE["unverified"] and _is_of_report(word, trigger):
            yield TABLE["unverified"][lemma], word
        elif lemma == "confirmation" and any(map(_points_back, word.children)):
            yield from hit("tag", word.lower_, word)


_DOUBTING: Final = frozenset({*TABLE["unverified"], "confirmation"})


def _is_of_report(verb: Token, trigger: Token) -> bool:
    """Tell whether a verb says that what a trigger tells of is not confirmed, and nothing else."""
    own = [t for t in verb.sent if t.is_alpha] if verb.i >= trigger.sent.end else []
    role = SUBJECTS if verb.tag_ == "VBN" else _OBJECTS
    meant = [c.lower_ in _MEANT for c in verb.children if c.dep_ in role]
    told = verb.dep_ in _CLAUSES and verb.i != trigger.i
    told = told and (any(meant) or (verb.tag_ == "VBN" and verb.dep_ != "conj"))
    return told and all(meant) and len(own) <= _SHORT and is_negated(verb)


def _points_back(word: Token) -> bool:
    return preposition(word) == "of" and word.lower_ in _MEANT


def tagged(trigger: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt that a report is tagged with: "..., unconfirmed", "... Still unverified."."""
    end = trigger.sent.end + _SHORT
    for word in trigger.doc.reading(LAST["tag"]):
        if trigger.i < word.i < end and _is_tag(word):
            yield from hit("tag", word.lower_, word)


def _is_tag(word: Token) -> bool:
    """Tell whether a hedge stands by itself between marks of punctuation, none of them a colon."""
    doc, own = word.doc, word.sent
    before = takewhile(lambda t: t.is_alpha, reversed(doc[own.start : word.i]))
    behind = [*takewhile(lambda t: t.is_alpha, doc[word.i + 1 : own.end])]
    opens = word.i + len(behind) + 1 < own.end and doc[word.i + len(behind) + 1].text == ":"
    return not opens and all(t.lower_ in _BESIDE_TAGS for t in (*before, *behind))


def is_anybody(source: Token) -> bool:
    """Tell whether it is said by nobody in particular: "some channels", "several reports",
    "bloggers".
    """
    posting = source.lemma_.lower() in _POSTING and source.tag_ == "NNS"
    some = any(c.dep_ == "det" and c.lower_ in _SOME for c in source.children)
    vague = source.lemma_.lower() in TABLE["noun"] and is_vague(source)
    return source.pos_ == "NOUN" and (some or vague or posting)


def is_vague(source: Token) -> bool:
    """Tell whether nobody in particular stands behind a report."""
    if source.tag_ in {"NNS", "NNPS"}:
        return not any(c.lower_ in {"confirmed", "official"} for c in source.children)
    known = any(c.lower_ in {"the", "this", "its", "his"} for c in source.children)
    owned = any(c.dep_ in {"nmod", "nmod:poss"} and owns(c) for c in source.children)
    return not known and not owned and source.pos_ == "NOUN"


def owns(owner: Token) -> bool:
    return owner.dep_ == "nmod:poss" or preposition(owner) in {"by", "from"}


def is_negated(token: Token) -> bool:
    """Tell whether ability is denied ("could no longer"), which leaves nothing possible."""
    return any(
        c.dep_ == "advmod" and c.lower_ in {"not", "n't", "longer", "never"} for c in token.children
    )
