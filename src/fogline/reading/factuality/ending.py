"""What lasted and is over: a siege that was lifted is none any more, a battle that is over has been
(data: negations.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.ceasing import is_asked, lasts
from fogline.reading.factuality.complements import is_announced, is_infinitive
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import PATIENTS, SUBJECTS
from fogline.reading.grammar.scope import auxiliaries, is_ended
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
_COMMITTING: Final = words("dealing.csv", "word")["committing"]
_DONE: Final = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_TO: Final = frozenset({"to", "at"})
_MAYBE: Final = frozenset({"will", "shall", "'ll", "would", "may", "might", "could", "can"})


@told_by(_WORDS["lasting"], _WORDS["over"], _WORDS["close"])
def is_over(event: Token) -> bool:
    """Tell whether something that lasts is said to end: "the siege was lifted", "the truce has come
    to an end", "the siege is about to be broken"; or a deed soon to: "the attack will be over".
    """
    return event.doc.once(_is_over if lasts(event) else _will_be_over, event)


def _is_over(event: Token) -> bool:
    verb = event.head
    if event.dep_ in SUBJECTS and _is_at_end(verb):
        return True
    if is_put_to_end(event):
        return not is_asked(verb)
    if is_ended(event):
        return _is_done(verb, event) and not is_asked(verb)
    # "The siege is about to be broken": whose end is near is the subject of both.
    awaited = (c for c in verb.children if c.dep_ == "xcomp" and is_infinitive(c))
    return event.dep_ in SUBJECTS and any(map(_ends, awaited))


def _will_be_over(deed: Token) -> bool:
    ends = deed.dep_ in SUBJECTS and _is_at_end(deed.head)
    return ends and any(a.lower_ in _MAYBE for a in auxiliaries(deed.head))


@told_by(_WORDS["over"], _WORDS["close"], otherwise=None)
def concluded(event: Token) -> bool | None:
    """Tell whether a deed is said to be over or to go on: "the battle is over", "denied that the
    battle was over"; None where nothing is said of its end.
    """
    verb = event.head
    if event.dep_ not in SUBJECTS or lasts(event) or not _is_at_end(verb):
        return None
    if any(a.lower_ in _MAYBE for a in auxiliaries(verb)):
        return None
    denied = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _WORDS["denial"]
    unmet = any(c.lower_ in _WORDS["direct"] | _WORDS["nearly"] for c in verb.children)
    return denied == unmet


def _ends(verb: Token) -> bool:
    return verb.lemma_.lower() in _WORDS["ending"]


def _is_at_end(word: Token) -> bool:
    """Tell whether a predicate says that something is over: "is over", "came to an end"."""
    if word.lemma_.lower() in _WORDS["over"] or _closes(word):
        return True
    told = word.lemma_ in {"come", "draw"}
    return told and any(_closes(c) for c in word.children if c.dep_ == "obl")


def _closes(noun: Token) -> bool:
    return noun.lower_ in _WORDS["close"] and preposition(noun) in _TO


def is_put_to_end(event: Token) -> bool:
    """Tell whether somebody "brought the siege to an end", "put an end to the siege"."""
    verb = event.head if event.dep_ != "nmod" else event.head.head
    if event.dep_ in PATIENTS:
        return verb.lemma_ == "bring" and any(_closes(c) for c in verb.children if c.dep_ == "obl")
    put = verb.lemma_ in {"put", "mark", "spell"} and preposition(event) in {"to", "of"}
    return put and any(c.dep_ == "obj" and c.lower_ in _WORDS["close"] for c in verb.children)


def _is_done(verb: Token, event: Token) -> bool:
    """Tell whether a verb tells that it ends, as a purpose or an attempt does not."""
    if verb.tag_ in _DONE:
        return True
    helpers = auxiliaries(verb)
    if verb.tag_ == "VBG":
        apart = any(c.dep_ in {"mark", "case"} or c.dep_ in SUBJECTS for c in verb.children)
        return bool(helpers) or (verb.dep_ == "advcl" and not apart)
    above = verb.head.lemma_.lower() if verb.dep_ == "xcomp" else ""
    bound = above in _COMMITTING or above in _WORDS["verb"] or above == "have"
    return bool(helpers) or bound or is_announced(event)
