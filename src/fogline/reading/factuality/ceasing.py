"""What is stopped happens no longer; whoever is only asked to stop goes on (data:
negations.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.complements import governs_infinitive, is_imperative
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import PATIENTS
from fogline.reading.grammar.scope import auxiliaries
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
_STOPPING: Final = _WORDS["stopping"] | _WORDS["ceasing"]
_BIDDING: Final = _WORDS["bidding"] | words("topics.csv", "words")["demand"]
_MUST: Final = frozenset({"must", "should", "ought"})
_UNTIL: Final = frozenset({"until", "till", "unless"})
_CONTENT: Final = frozenset({"xcomp", "ccomp", "advcl", "acl"})


@told_by(_STOPPING)
def is_stopping(verb: Token) -> bool:
    """Tell whether a verb says that something stops: "halted the raids", "gave up attacking"."""
    return worded(verb) in _STOPPING


@told_by(_STOPPING)
def only_ends(verb: Token) -> bool:
    """Tell whether a verb says no more than that another is over: "quit shelling the town"."""
    return is_stopping(verb) and any(c.dep_ == "xcomp" and c.tag_ == "VBG" for c in verb.children)


def worded(verb: Token) -> str:
    """Return a verb with its particle: "give up"."""
    particles = (c.lower_ for c in verb.children if c.dep_ == "compound:prt")
    return " ".join([verb.lemma_.lower(), *particles])


@told_by(_STOPPING)
def goes_on(event: Token, via: str, verb: Token) -> bool:
    """Tell whether an event goes on or has been, whatever is said of its end: "the fighting has
    not stopped", "failed to stop the attack".
    """
    if not is_stopping(verb):
        return False
    if lasts(event):
        return False  # of a siege its end is counted by itself
    return via == "nsubj" or (via in PATIENTS and not ends(event, via, verb))


def ends(event: Token, via: str, verb: Token) -> bool:
    """Tell whether a verb of stopping says that the event below it happens no longer."""
    if is_asked(verb) or governs_infinitive(verb):  # "stopped to search the houses"
        return False
    if via in PATIENTS and lasts(event):
        return False  # a siege that was ended is counted by itself
    if worded(verb) not in _WORDS["ceasing"]:
        return True
    from_it = via == "obl" and preposition(event) == "from"
    return via == "xcomp" or from_it or (via == "obj" and _is_own_attack(event))


def _is_own_attack(event: Token) -> bool:
    """Tell whether an attack is that of who stops it, as others' may be stopped too: "ended its
    attacks"; a visit that ended has been.
    """
    own = any(c.dep_ == "nmod:poss" and c.pos_ == "PRON" for c in event.children)
    return own and not classes.of_word(event).isdisjoint({"attack", "campaign"})


def lasts(event: Token) -> bool:
    """Tell whether a noun names what is there until it ends: "siege", "truce"."""
    return event.lemma_.lower() in _WORDS["lasting"]


def is_asked(verb: Token) -> bool:
    """Tell whether somebody has yet to stop: "told the army to stop", "must stop", "until they
    stop".
    """
    if is_imperative(verb) or any(a.lower_ in _MUST for a in auxiliaries(verb)):
        return True
    if any(c.dep_ in {"mark", "advmod"} and c.lower_ in _UNTIL for c in verb.children):
        return True
    above = verb.head
    yet = any(c.lower_ == "yet" for t in (verb, above) for c in t.children)
    owed = verb.dep_ == "xcomp" and above.lemma_ == "have" and not yet
    bidden = verb.dep_ in _CONTENT and above.lemma_.lower() in _BIDDING and above.i < verb.i
    return owed or bidden
