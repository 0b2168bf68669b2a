"""Who stands beside a deed as if they did it, and did not: who disowns it or is cleared of it, who
only takes up an offer, brokers a deal or gives thanks for help (data: dealing.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.accounts import is_denied_by
from fogline.reading.factuality.clearing import cleared
from fogline.reading.grammar.arguments import of_verb
from fogline.reading.grammar.excluded import is_excluded
from fogline.reading.grammar.phrases import case_of, preposition
from fogline.reading.grammar.relations import NOT, NOUNS, PATIENTS
from fogline.reading.roles.whose import is_anothers
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_DEALING: Final = words("dealing.csv", "word")
_WITH: Final = frozenset({"with", "to", "in"})
_POSSESSED: Final = frozenset({"ours", "theirs"})
_NONE: Final = frozenset({"no", "any"})
_MUTUAL: Final = frozenset({"each", "other", "one"})  # "blamed each other"
_NOT: Final = NOT | {"nor"}
_DISOWNING: Final = frozenset().union(
    *(_DEALING[kind] for kind in ("disowning", "parting", "tie")), ("wash", "nothing", "anything")
)


def is_apart(word: Token, deed: Token) -> bool:
    """Tell whether a word names somebody who has not done a deed that they are told of with."""
    if any(map(is_excluded, _phrase(word))):
        return True
    others = deed.doc.once(_others, deed)
    if others and any(t.i in others for t in _phrase(word)):
        return True
    return bool(thanked(deed)) and _is_thanking(word, deed)


def held(deed: Token) -> tuple[Token, ...]:
    """Return what is told to be somebody's, who is another: "the town" of "the town is in our
    hands", "the town remains under its control"; "the army is in control" tells of none.
    """
    lies = preposition(deed) == "under" or (deed.lemma_.lower(), preposition(deed)) == (
        "hand",
        "in",
    )
    if not (lies or deed.lower_ in _POSSESSED):
        return ()
    told = (deed, deed.head) if deed.dep_ in {"obl", "xcomp"} else (deed,)
    return tuple(c for word in told for c in word.children if c.dep_ == "nsubj")


def _others(deed: Token) -> frozenset[int]:
    """Return who is told of beside a deed and has not done it."""
    return frozenset(t.i for asked in _OTHERS for t in asked(deed))


@told_by(_DEALING["judging"], otherwise=())
def thanked(deed: Token) -> tuple[Token, ...]:
    """Return who is thanked for what is theirs: "Egypt" of "thanked Egypt for its help"."""
    noun = _first(deed)
    beside = noun.dep_ in {"obl", "nmod"} and preposition(noun) == "for"
    if not beside or noun.lemma_.lower() in _DEALING["shared"]:
        return ()
    verb = noun.head.head if noun.head.dep_ in PATIENTS else noun.head
    judged = of_verb(verb).objects if verb.lemma_.lower() in _DEALING["judging"] else ()
    return tuple(o for o in judged if o.i < noun.i and o.lower_ not in _MUTUAL)


def _is_thanking(word: Token, deed: Token) -> bool:
    """Tell whether a word is who thanks another, or the "its" that means the other."""
    noun = _first(deed)
    verb = noun.head.head if noun.head.dep_ in PATIENTS else noun.head
    args = of_verb(verb)
    its = word.dep_ == "nmod:poss" and word.pos_ == "PRON" and word.head.i in {noun.i, deed.i}
    return its or any(t.i == word.i for t in (*args.subjects, *args.agents))


def _phrase(word: Token) -> tuple[Token, ...]:
    """Return a word with the heads of the names that it is a part of."""
    found = [word]
    while found[-1].dep_ in {"compound", "amod", "flat"} and found[-1].head.pos_ in NOUNS:
        found.append(found[-1].head)
    return tuple(found)


def _first(deed: Token) -> Token:
    """Return the first of several deeds that "and" joins."""
    while deed.dep_ == "conj" and deed.head.pos_ == deed.pos_:
        deed = deed.head
    return deed


def _doers(verb: Token) -> tuple[Token, ...]:
    args = of_verb(verb)
    return (*args.subjects, *args.agents)


@told_by(_DISOWNING, otherwise=())
def _disowning(deed: Token) -> tuple[Token, ...]:
    """Return who will have nothing to do with a deed, also who says so of themselves: "Iran said it
    has no link to the raid".
    """
    found = _parting(deed)
    above = (t for f in found if f.pos_ == "PRON" for t in f.ancestors if t.pos_ == "VERB")
    return (*found, *(s for verb in above for s in of_verb(verb).subjects))


def _parting(deed: Token) -> tuple[Token, ...]:
    """Return the subject of what disowns a deed: "disowned the raid", "distanced itself from it",
    "has no connection with it".
    """
    noun = _first(deed)
    above, lemma, case = noun.head, noun.head.lemma_.lower(), preposition(noun)
    if noun.dep_ in PATIENTS and lemma in _DEALING["disowning"]:
        return _doers(above)
    if noun.dep_ == "obl" and case == "from" and lemma in _DEALING["parting"]:
        return _doers(above)
    if noun.dep_ in {"nmod", "obl"} and case == "of" and washes(above):
        return _doers(above.head if above.dep_ == "obj" else above)
    if noun.dep_ not in {"nmod", "obl"} or case not in _WITH:
        return ()
    return next((_doers(t.head) for t in _ties(above) if _is_lacking(t)), ())


def _ties(above: Token) -> Iterator[Token]:
    """Yield what ties one to a deed: "link" of "has no link to it", "nothing" of "has nothing to
    do with it".
    """
    yield above
    yield from (c for c in above.children if c.dep_ == "obj")
    if above.lemma_ == "do":
        yield above.head


def washes(word: Token) -> bool:
    """Tell whether somebody washes their hands of something."""
    verb = word.head if word.dep_ == "obj" else word
    hands = (c for c in verb.children if c.dep_ == "obj" and c.lemma_.lower() == "hand")
    return verb.lemma_.lower() == "wash" and any(hands)


def _is_lacking(tie: Token) -> bool:
    """Tell whether somebody has no tie to a deed: "has no link", "did not have any connection"."""
    verb = tie.head
    if tie.dep_ != "obj" or verb.lemma_ != "have":
        return False
    if tie.lower_ in {"nothing", "anything"}:
        return tie.lower_ == "nothing" or any(c.lower_ in _NOT for c in verb.children)
    near = {c.lower_ for c in tie.children}
    return tie.lemma_.lower() in _DEALING["tie"] and bool(near & _NONE)


@told_by(_DEALING["losing"], otherwise=())
def losers(deed: Token) -> tuple[Token, ...]:
    """Return who loses their own by a deed: "the army lost ten men to shelling"."""
    noun = _first(deed)
    verb = noun.head.head if noun.head.dep_ == "obj" else noun.head
    lost = noun.dep_ in {"obl", "nmod", "advcl"} and verb.lemma_.lower() in _DEALING["losing"]
    return of_verb(verb).subjects if lost and case_of(noun) == "to" else ()


@told_by({"we", "i"}, otherwise=())
def _meanwhile(deed: Token) -> tuple[Token, ...]:
    """Return who does something else while we do it: "they fled when we entered"."""
    beside = deed.dep_ == "advcl" and any(
        c.dep_ == "nsubj" and c.lower_ in {"we", "i"} for c in deed.children
    )
    return of_verb(deed.head).subjects if beside else ()


@told_by(_DEALING["brokering"], otherwise=())
def _brokers(deed: Token) -> tuple[Token, ...]:
    """Return who only brings about what others do: "Egypt mediated an exchange", "a Saudi brokered
    truce"; talks are also theirs.
    """
    noun = _first(deed)
    participles = (c for c in noun.children if c.tag_ == "VBN" and 0 < c.i < noun.i)
    if before := [c.nbor(-1) for c in participles if c.lemma_ in _DEALING["brokering"]]:
        return tuple(before)
    brought = noun.dep_ in PATIENTS and noun.head.lemma_.lower() in _DEALING["brokering"]
    return _doers(noun.head) if brought and "talks" not in classes.of_word(noun) else ()


@told_by(_DEALING["offer"], _DEALING["asking"], otherwise=())
def _taking_up(deed: Token) -> tuple[Token, ...]:
    """Return who only accepts or rejects what another offers, or will have none of its content:
    "spurned Russia's offer of talks".
    """
    noun = _first(deed)
    if (offer := offered(noun)) is not None:
        return _doers(offer.head) if is_spurned(offer) else ()
    if noun.dep_ not in PATIENTS or not (is_offer(noun) or noun.lemma_ in _DEALING["asking"]):
        return ()
    taken = _worded(noun.head) in _DEALING["weighing"] | _DEALING["spurning"]
    return _doers(noun.head) if taken else ()


@told_by(_DEALING["offer"], otherwise=None)
def offered(deed: Token) -> Token | None:
    """Return the offer that a deed is only the content of: "the offer of a truce"."""
    noun = _first(deed)
    content = noun.dep_ == "nmod" and preposition(noun) in {"of", "for"}
    return noun.head if content and is_offer(noun.head) else None


def is_offer(noun: Token) -> bool:
    """Tell whether a noun names what somebody offers: "proposal"."""
    return noun.lemma_.lower() in _DEALING["offer"]


def is_spurned(offer: Token) -> bool:
    """Tell whether an offer is one that somebody rejects."""
    return offer.dep_ in PATIENTS and _worded(offer.head) in _DEALING["spurning"]


def _worded(verb: Token) -> str:
    """Return a verb with its particle: "turn down"."""
    particles = (c.lower_ for c in verb.children if c.dep_ == "compound:prt")
    return " ".join((verb.lemma_.lower(), *particles))


@told_by(_DEALING["checking"], otherwise=())
def _stopping(deed: Token) -> tuple[Token, ...]:
    """Return who stops what others do: "our units stopped three assaults"."""
    noun = _first(deed)
    stopped = noun.dep_ in PATIENTS and noun.head.lemma_.lower() in _DEALING["checking"]
    return _doers(noun.head) if stopped and is_anothers(noun) else ()


@told_by(is_denied_by, otherwise=())
def _deniers(charge: Token) -> tuple[Token, ...]:
    """Return who denies what somebody charges: "the allegation, dismissed by the army"."""
    return tuple(a for verb in charge.children for a in verb.children if is_denied_by(a))


_OTHERS: Final = (
    _deniers,
    _disowning,
    cleared,
    _brokers,
    losers,
    _taking_up,
    _stopping,
    _meanwhile,
)
