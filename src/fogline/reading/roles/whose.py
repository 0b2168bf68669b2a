"""Whose an event is by the words around its noun: one's own offensive, or that of another side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.actors.actors import link
from fogline.reading.grammar.arguments import of_noun, of_verb
from fogline.reading.grammar.relations import PATIENTS
from fogline.reading.tables import words
from fogline.reading.times.almanac import FEASTS, MONTHS, WEEKDAYS
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token

_DEALING: Final = words("dealing.csv", "word")
# Attacks that are somebody's; of others ("the shelling of the troops") the object comes with "of".
MADE: Final = _DEALING["made"]
_COMING: Final = MADE - {"operation"}
_CHECKING: Final = _DEALING["checking"]
_SEVERAL: Final = frozenset({"several", "many"})
_MONTHS: Final = frozenset(form for month in MONTHS for form in month.forms)
_CALENDAR: Final = _MONTHS | {day.name for day in WEEKDAYS} | FEASTS
_GUNS: Final = words("movers.csv", "words")["gun"]
_TAKEN: Final = _DEALING["conquest"]
_SIDES: Final = frozenset({"force", "actor", "people"})
_NO_SIDE: Final = frozenset({"platform", "weapon", "time"})


def is_anothers(noun: Token) -> bool:
    """Tell whether whoever stops an event is another than who does it: "halted the rebel advance",
    not "halted its advance", "Israel halted the Israeli advance".
    """
    args = of_verb(noun.head)
    stopping = args.subjects if noun.dep_ == "obj" else args.agents
    if noun.dep_ not in PATIENTS or (noun.dep_ != "obj" and not stopping):
        return False
    if _is_met(noun):
        return True
    own = {side for t in stopping for side in _sides((t, *t.children))}
    named = [*doers(noun), *(c for c in noun.children if c.lower_ == "led")]
    return bool(named) and own.isdisjoint(_sides(named))


def _is_met(noun: Token) -> bool:
    """Tell whether somebody stops attacks that come to them, whose they may be: "stopped three
    assaults", "the advance was halted by drones"; not "halted its advance", "two operations".
    """
    verb, lemma = noun.head, noun.lemma_.lower()
    owned = any(c.dep_ == "nmod:poss" for c in noun.children)
    if owned or verb.lemma_.lower() not in _CHECKING or lemma not in _COMING:
        return False
    counted = any(c.dep_ == "nummod" or c.lower_ in _SEVERAL for c in noun.children)
    return counted or (noun.dep_ == "nsubj:pass" and lemma != "offensive")


def doers(noun: Token) -> Iterator[Token]:
    """Yield who does an event by its noun's own words: "a Russian attack", "the raid by rebels"."""
    args = of_noun(noun)
    yield from args.agents
    yield from (s for s in args.subjects if _names_side(s))
    if noun.lemma_.lower() in MADE:
        yield from (o for o in args.objects if o.pos_ == "PROPN" or _is_side(o))


def of_it(noun: Token) -> Token | None:
    """Return the "its" of an event that comes to what it stands for: "its capture"."""
    its = next((c for c in noun.children if c.dep_ == "nmod:poss" and c.lower_ == "its"), None)
    taken = its is not None and noun.lemma_.lower() in _TAKEN and not of_noun(noun).objects
    return its if taken else None


def is_means(token: Token) -> bool:
    """Tell whether a word before a noun says when or with what: "the March offensive", "Friday's
    raid", "artillery shelling".
    """
    before = token.head if token.dep_ == "conj" else token  # "air and artillery bombardment"
    return token.text in _CALENDAR or (before.dep_ == "compound" and token.lower_ in _GUNS)


def is_truce(noun: Token) -> bool:
    """Tell whether a noun is a truce, or what one was agreed by: "the ceasefire agreement", "the
    terms of the truce"; "calls for a truce" are none.
    """
    within = (c for c in noun.children if c.dep_ in {"compound", "nmod"} and not _is_for(c))
    return any("ceasefire" in classes.of_word(t) for t in (noun, *within))


def _is_for(noun: Token) -> bool:
    return any(c.lower_ == "for" and c.dep_ == "case" for c in noun.children)


def _names_side(word: Token) -> bool:
    if word.pos_ == "PRON" or is_means(word) or word.lower_ == "military":
        return False
    if word.dep_ == "nmod:poss" or _is_side(word) or classes.is_demonym(word.text):
        return not classes.of_word(word) & _NO_SIDE
    return word.pos_ == "PROPN" and word.ent_type_ in {"ORG", "PER"}


def _is_side(word: Token) -> bool:
    found = classes.of_word(word)
    return bool(found & _SIDES) and not found & _NO_SIDE


def _sides(words: Iterator[Token] | list[Token] | tuple[Token, ...]) -> frozenset[str]:
    """Return what tells sides apart: the state or body that a word names, else the word."""
    known = ((t, link(t.text)) for t in words if t.pos_ in {"NOUN", "PROPN", "ADJ"})
    return frozenset(actor.id if actor else t.lemma_.lower() for t, actor in known)
