"""A verb left out that was told just before: "the dam was said to be destroyed. It has not been.",
"Bor says that Goma shelled it, Goma says it did not" (data: negations.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.negating import negated
from fogline.reading.grammar.relations import NOT
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
HELPING: Final = frozenset("been has have had did was were".split())
LIVING: Final = frozenset({"alive"})
_ONE: Final = frozenset({"he", "she"})
_THEY: Final = _ONE | {"they", "both"}
_DONE: Final = frozenset({"VBD", "VBN"})
_DYING: Final = frozenset({"die", "perish"})
_TAKEN: Final = frozenset({"nsubj", "nsubj:pass", "obj"})
_BEING: Final = frozenset({"been", "was", "were"})
_LEFT: Final = frozenset(
    {"nsubj", "nsubj:pass", "aux", "aux:pass", "advmod", "punct", "parataxis", "mark"}
)
_SAYING: Final = frozenset(
    "say insist maintain reply respond answer counter claim report write tell announce add".split()
)
_ASKING: Final = _WORDS["asking"]
_OTHERS: Final = frozenset({"there", "this", "that", "i", "we", "you"})


def left_out(verb: Token) -> Token | None:
    """Return the verb that a clause leaves out by which something is taken back: "destroyed" of "it
    has not been", "shelled" of "Goma says it did not", "killed" of "he is alive".
    """
    if verb.lower_ in LIVING:
        return verb.doc.once(_outlived, verb)
    if verb.dep_ not in {"root", "ccomp"} or verb.lower_ not in HELPING:
        return None
    return verb.doc.once(_left_out, verb)


def is_alive(word: Token) -> bool:
    """Tell whether a word says of somebody that they live who was told to have been killed."""
    return word.lower_ in LIVING and left_out(word) is not None


@told_by(_ASKING, otherwise=None)
def answer(asked: Token) -> Token | None:
    """Return the verb that answers what was asked: "had" of "asked whether it had left, he said it
    had".
    """
    asking = asked.head
    if asked.dep_ != "ccomp" or asking.dep_ != "advcl" or asking.lemma_.lower() not in _ASKING:
        return None
    if not any(c.lower_ in {"whether", "if"} for c in asked.children):
        return None
    said = (c for c in asking.head.children if c.dep_ == "ccomp" and c.i > asking.head.i)
    return next((c for c in said if c.lower_ in HELPING and _has_pronoun(c)), None)


def is_denied(answered: Token) -> bool:
    """Tell whether an answer denies it: "he said it had not"."""
    return any(c.lower_ in NOT for c in answered.children)


def _has_pronoun(verb: Token) -> bool:
    beside = [c for c in verb.children if c.dep_ not in {"mark", "punct", "advmod", "aux"}]
    return len(beside) == 1 and beside[0].pos_ == "PRON" and beside[0].dep_.startswith("nsubj")


def _left_out(verb: Token) -> Token | None:
    saying = verb if verb.dep_ == "root" else verb.head
    start = saying.left_edge.i
    if not start or not _stands_alone(verb) or (saying is not verb and not _answers(saying)):
        return None
    first = verb.doc[start - 1].sent.start
    told = [t for t in verb.doc[first:start] if t.pos_ == "VERB" and t.dep_ in {"ccomp", "acl"}]
    passive = verb.lower_ in _BEING
    fitting = [t for t in told if _is_passive(t) == passive and t.tag_ in {"VBD", "VBN"}]
    if not fitting or (saying is not verb and not passive and not _is_of(fitting[-1], saying)):
        return None
    return fitting[-1]


def _outlived(alive: Token) -> Token | None:
    """Return the verb by which somebody was told to have been killed who is said to be alive."""
    who = next((c for c in alive.children if c.dep_ == "nsubj" and c.lower_ in _THEY), None)
    if who is None or negated(alive) or all(c.dep_ != "cop" for c in alive.children):
        return None
    first = alive.doc[max(alive.sent.start - 1, 0)].sent.start
    told = [t for t in alive.doc[first : who.i] if t.lemma_.lower() in _WORDS["killing"]]
    fatal = next((t for t in reversed(told) if t.pos_ == "VERB" and t.tag_ in _DONE), None)
    if fatal is None or negated(fatal) or not _is_meant(who, fatal):
        return None
    return fatal


def _is_meant(pronoun: Token, fatal: Token) -> bool:
    """Tell whether a pronoun means who was killed: nobody else is told of between."""
    dies = "nsubj" if fatal.lemma_.lower() in _DYING else "obj"
    victims = [c for c in fatal.children if c.dep_ in {dies, "nsubj:pass"}]
    several = pronoun.lower_ not in _ONE
    if not victims or any((v.tag_ in {"NNS", "NNPS"}) != several for v in victims):
        return False
    between = (t for t in pronoun.doc[fatal.i + 1 : pronoun.i] if t.dep_ in _TAKEN)
    others = (t for t in between if t.head.i != fatal.i)
    return all(t.head.lemma_.lower() in _SAYING for t in others)


def _answers(saying: Token) -> bool:
    """Tell whether somebody says something beside what was told before."""
    beside = saying.dep_ in {"root", "parataxis", "conj", "advcl"}
    return beside and saying.lemma_.lower() in _SAYING


def _is_of(told: Token, saying: Token) -> bool:
    """Tell whether who says it is who was told to have done it."""
    did, says = ({c.lower_ for c in verb.children if c.dep_ == "nsubj"} for verb in (told, saying))
    return bool(did & says)


def _stands_alone(verb: Token) -> bool:
    """Tell whether a clause says no more than that it is not so: "it has not", "it was not"."""
    beside = list(verb.children)
    who = [c for c in beside if c.dep_.startswith("nsubj")]
    denied = any(c.lower_ in NOT for c in beside)
    plain = len(who) == 1 and who[0].pos_ == "PRON" and who[0].lower_ not in _OTHERS
    return denied and plain and all(c.dep_ in _LEFT for c in beside)


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in {"aux:pass", "nsubj:pass"} for c in verb.children)
