"""What others do is to be stopped, is put down or voted down: what is told of it by the words above
(data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.ceasing import worded
from fogline.reading.factuality.voting import voted_down
from fogline.reading.grammar.arguments import of_verb
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import PATIENTS, VERBAL
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.reading.language import Token

_DEALING: Final = words("dealing.csv", "word")
_AVERTING: Final = _DEALING["averting"]
_PREVENTING: Final = _DEALING["preventing"]
_HELPLESS: Final = _DEALING["helpless"]
_RESCUING: Final = _DEALING["rescuing"]
_NOTHING: Final = _DEALING["nothing"]
_ATROCITY: Final = _DEALING["atrocity"]
_QUELLING: Final = _DEALING["quelling"]
_BANNING: Final = _DEALING["banning"]
_CHAIN: Final = frozenset({"xcomp", "acl", "advcl"})
_OWN: Final = frozenset({"its", "their", "his", "her", "our", "my", "own"})
_CANNOT: Final = frozenset({"could", "can"})
_CLAIMING: Final = _DEALING["claiming"]
_CREDIT: Final = _DEALING["credit"]
_NOBODY: Final = frozenset({"nobody", "none", "nothing"})
_NO: Final = frozenset({"no", "neither"})
_NOT: Final = frozenset({"not", "n't", "never"})


def counted(event: Token) -> Token:
    """Return the noun that only counts an event: "wave" of "a wave of killings"."""
    while event.dep_ == "nmod" and preposition(event) == "of" and event.head.pos_ == "NOUN":
        event = event.head
    return event


def is_own(event: Token) -> bool:
    """Tell whether an event is said to be that of whoever is spoken of: "its shelling"."""
    return any(c.dep_ == "nmod:poss" and c.lower_ in _OWN for c in event.children)


@told_by(_AVERTING, otherwise=None)
def averting(event: Token) -> Token | None:
    """Return the verb by which another's deed is prevented, or was to be stopped and was not:
    "prevented the massacre", "failed to stop the shelling".
    """
    top = counted(event)
    verb = top.head
    if top.dep_ not in PATIENTS or not event.tag_.startswith("NN") or is_own(event):
        return None
    lemma = verb.lemma_.lower()
    if lemma not in _AVERTING or verb.pos_ not in VERBAL:
        return None
    anothers = lemma in _PREVENTING or event.lemma_.lower() in _ATROCITY
    return verb if anothers or any(map(_is_helpless, way(verb))) else None


@told_by(_AVERTING)
def is_unaverted(event: Token) -> bool:
    """Tell whether nobody came to stop an event, which so happened: "arrived too late to prevent
    the massacre", "did nothing to stop the looting".
    """
    verb = averting(event)
    return verb is not None and verb.tag_ == "VB" and any(map(_is_missed, [*way(verb)][1:]))


def _is_helpless(word: Token) -> bool:
    """Tell whether somebody is not able to do something: "failed to", "could not stop it"."""
    near = {c.lower_ for c in word.children}
    unable = not near.isdisjoint(_CANNOT) and not near.isdisjoint(_NOT)
    return unable or word.lemma_.lower() in _HELPLESS or _is_missed(word)


def _is_missed(word: Token) -> bool:
    """Tell whether who might have helped did not: "did not intervene", "came too late"."""
    if word.lower_ in _NOTHING or _is_late(word):
        return True
    rescues = word.lemma_.lower() in _RESCUING
    return rescues and _is_denied(word)


def _is_late(word: Token) -> bool:
    """Tell whether somebody comes "too late", however the parse hangs it."""
    late = next((t for t in (word, *word.children) if t.lower_ == "late"), None)
    near = (word, late) if late is not None else ()
    return any(c.lower_ == "too" for t in near for c in t.children)


def _is_denied(verb: Token) -> bool:
    """Tell whether somebody does not come or act: "did not act", "failed to arrive in time"."""
    denied = any(c.lower_ in _NOT for c in verb.children)
    return denied or (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _HELPLESS)


def way(verb: Token) -> Iterator[Token]:
    """Yield a verb and the words above it that share its doer: "failed" of "failed to stop"."""
    yield verb
    while _leads_on(verb) and verb.head.i != verb.i:
        verb = verb.head
        yield verb


def _leads_on(word: Token) -> bool:
    late = word.dep_ == "advmod" and word.lower_ == "late"
    if word.dep_ == "conj" and word.tag_ == "VB" and word.head.pos_ == "VERB":
        return all(c.dep_ != "nsubj" for c in word.children)  # "to help them or stop the raid"
    return late or word.dep_ in _CHAIN or (word.dep_ == "obj" and word.lower_ in _NOTHING)


@told_by(_QUELLING, _BANNING, otherwise=())
def quelling(event: Token) -> tuple[Token, ...]:
    """Return who puts down, breaks up or bans an event: "the riot was put down by the army"."""
    if event.dep_ not in PATIENTS or worded(event.head) not in _QUELLING | _BANNING:
        return ()
    args = of_verb(event.head)
    return args.subjects if event.dep_ == "obj" else args.agents


@told_by(_CREDIT, otherwise=())
def claimants(deed: Token) -> tuple[Token, ...]:
    """Return who says that a deed was theirs: "the militia took credit for the raid"."""
    if deed.dep_ not in {"obl", "nmod"} or preposition(deed) != "for":
        return ()
    share = deed.head if deed.dep_ == "nmod" else None
    verb = deed.head if share is None else share.head
    taken = [share] if share is not None else [c for c in verb.children if c.dep_ == "obj"]
    owned = any(t.lemma_.lower() in _CREDIT for t in taken) and _is_told(verb)
    who = of_verb(verb).subjects if owned and verb.lemma_.lower() in _CLAIMING else ()
    return tuple(w for w in who if w.lower_ not in _NOBODY and not _NO.intersection(_dets(w)))


def _dets(noun: Token) -> Iterator[str]:
    return (c.lower_ for c in noun.children if c.dep_ == "det")


@told_by(_BANNING)
def is_banned(event: Token) -> bool:
    """Tell whether an event is not to be: "the mayor banned a rally"."""
    banned = event.dep_ in PATIENTS and worded(event.head) in _BANNING
    return banned and _is_told(event.head)


def _is_told(verb: Token) -> bool:
    """Tell whether a verb says that it was done, without "not", "may" or "to"."""
    beside = [c for c in verb.children if c.dep_ in {"aux", "advmod", "mark"}]
    open_ = any(c.tag_ in {"MD", "TO"} or c.lower_ in _NOT for c in beside)
    return verb.tag_ != "VB" and not open_


def voters(event: Token) -> tuple[Token, ...]:
    """Return who votes down what says it."""
    verb = voted_down(event)
    return () if verb is None else (*of_verb(verb).subjects, *of_verb(verb).agents)
