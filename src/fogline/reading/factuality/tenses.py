"""What its tense makes of an event's standing, where no other word moves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.conditions import (
    PRESENT,
    is_present,
)
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.scope import auxiliaries, is_past, predicate
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.triggers.triggers import Entry
_MARKS: Final = words("standing.csv", "word")
_IS: Final = frozenset({"is", "are", "'s", "'re"})
_ENDING: Final = words("negations.csv", "word")["ending"]
_PRESENT: Final = frozenset({"VBZ", "VBP"})
_DEEDS: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID"})
_OVER: Final = frozenset({"after", "following"})
_SUFFERED: Final = frozenset({"ASSAULT", "COERCE", "CONTROL", "CONDITION", "MOBILIZE"})
_WITHIN: Final = frozenset({"acl:relcl", "advcl", "ccomp", "conj"})
_ALIKE: Final = frozenset({"set", "hit", "beat", "cut", "shut", "put", "hurt"})  # also past
_STATES: Final = {("CONTROL", "hold"), ("CONTROL", "besiege"), ("CONTROL", "contest")}


def is_content(verb: Token) -> bool:
    """Tell whether a clause is what is said, or is joined to it: "said that they left and that
    others were leaving".
    """
    first = first_joined(verb)
    return first.dep_ in {"ccomp", "acl"} and first.head.i != first.i


def first_joined(verb: Token) -> Token:
    while verb.dep_ == "conj" and verb.head.i != verb.i:
        verb = verb.head
    return verb


def by_tense(trigger: Token, entry: Entry, *, headline: bool, continued: bool) -> str:
    """Return the standing that the tense of an event's verb tells, or that of a state's word."""
    if continued or _is_lasting(trigger, entry, headline=headline):
        return "ongoing"
    verb = predicate(trigger)
    if entry.kind == "nouns" and verb.i == trigger.i:
        return "ongoing" if entry.event == "CONDITION" else "occurred"
    helpers = [a.lower_ for a in auxiliaries(verb)]
    comes = verb.i != trigger.i and verb.lower_ == "coming" and helpers
    if comes or (_is_headed(verb) if headline else _is_arranged(verb)):
        return "forecast"
    if _is_under_way(verb, helpers) or (not headline and _still_holds(verb, helpers, entry)):
        return "ongoing"
    return "occurred"


def _is_lasting(trigger: Token, entry: Entry, *, headline: bool) -> bool:
    """Tell whether a word by itself names what goes on: a state, or what the text says lasts."""
    described = entry.kind == "modifiers" and entry.event in {"CONTROL", "CONDITION"}
    if described or entry.frame == "present" or _is_state(trigger, entry):
        return True
    return not headline and entry.kind == "nouns" and _goes_on(trigger)


def _is_headed(verb: Token) -> bool:
    """Tell whether a headline's infinitive tells what is to come: "Army to leave the town"."""
    return verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children)


def _is_under_way(verb: Token, helpers: list[str]) -> bool:
    """Tell whether a verb is one of something going on: "is being shelled", "they were leaving"."""
    told = verb.tag_ == "VBG" and {"was", "were"} & set(helpers) and is_content(verb)
    return bool(told) or "being" in helpers or (verb.tag_ == "VBG" and _progressive(verb, helpers))


def _still_holds(verb: Token, helpers: list[str], entry: Entry) -> bool:
    """Tell whether a participle or the simple present tells a state or a habit."""
    if not helpers and verb.tag_ == "VBN" and verb.dep_ == "acl":
        return (entry.event, entry.mode) in _STATES or _lasts(entry)
    done = entry.event == "ASSAULT" and entry.mode in {None, "destroy"}
    if verb.tag_ == "VBN" and set(helpers) & _IS and entry.event in _SUFFERED and not done:
        return True
    # The simple present tells events in headlines and posts, states and habits everywhere else.
    present = verb.tag_ in {"VBZ", "VBP"} and not helpers
    state = entry.event in {"CONDITION", "CONTROL"} and (entry.rank == "state" or _lasts(entry))
    deed = entry.event in _DEEDS and entry.kind == "verbs"
    habit = deed and verb.dep_ in _WITHIN and verb.lower_ not in _ALIKE
    return present and (state or habit)


def _is_state(trigger: Token, entry: Entry) -> bool:
    """Tell whether a word names what lasts, and is not over: "the siege of the town"."""
    if (entry.event, entry.mode) not in _STATES:
        return False
    if entry.kind == "nouns":
        return not (_is_behind(trigger) or has_been(trigger))
    return not (entry.kind == "verbs" and (entry.frame == "act" or _is_past(trigger)))


def _is_behind(noun: Token) -> bool:
    """Tell whether something follows what lasted till then: "fell after a siege of two months"."""
    measured = preposition(noun) == "of" and noun.head.lemma_.lower() in _MARKS["span"]
    outer = noun.head if measured else noun
    return preposition(outer) in _OVER and is_past(outer.head)


def has_been(noun: Token) -> bool:
    """Tell whether something had been so till then: "it had been in their hands since May"."""
    helpers = {a.lower_ for a in auxiliaries(noun)}
    return noun.pos_ == "NOUN" and {"had", "been"} <= helpers and not is_content(noun)


@told_by(_ENDING)
def ends_later(noun: Token) -> bool:
    """Tell whether the present speaks of a later day on which something ends: "the truce expires on
    Friday".
    """
    ends = noun.dep_ == "nsubj" and noun.head.lemma_.lower() in _ENDING
    return ends and noun.head.tag_ in {"VBZ", "VBP"} and _is_arranged(noun.head)


@told_by({"so"})
def is_meant(verb: Token) -> bool:
    """Tell whether a clause in the present says what something is done for: "so that it falls"."""
    if verb.dep_ != "advcl" or verb.head.i > verb.i:
        return False
    meant = any(c.lower_ == "so" and c.dep_ == "mark" for c in verb.children)
    return meant and (verb.tag_ in _PRESENT or any(a.tag_ in _PRESENT for a in auxiliaries(verb)))


def _is_arranged(verb: Token) -> bool:
    """Tell whether the present speaks of a later day: "is leaving on Friday", "leaves tomorrow"."""
    if not is_present(verb) or verb.tag_ == "VBN":
        return False
    for phrase in (c for c in verb.children if c.dep_.startswith("obl") or c.dep_ == "advmod"):
        coming = any(c.lower_ == "next" and c.dep_ == "amod" for c in phrase.children)
        planned = verb.tag_ == "VBG" or verb.lemma_.lower() in _MARKS["timetable"]
        told = {phrase.lower_, *(c.lower_ for c in phrase.children if c.dep_ == "nmod")}
        if coming or not told.isdisjoint(_MARKS["later"]) or (planned and _is_ahead(phrase)):
            return True
    return False


def _is_ahead(phrase: Token) -> bool:
    """Tell whether a stretch of time lies ahead: "is leaving in two days"."""
    counted = any(c.dep_ in {"nummod", "det"} for c in phrase.children)
    if phrase.lemma_.lower() not in _MARKS["span"]:
        return False
    return preposition(phrase) == "within" or (preposition(phrase) == "in" and counted)


def _is_past(verb: Token) -> bool:
    """Tell whether a state is over: "they held it until noon"; "he said they held it" is not."""
    helpers = [a.lower_ for a in auxiliaries(verb)]
    if verb.tag_ == "VBD" and not helpers:
        return verb.dep_ in {"root", "conj", "advcl", "acl:relcl"}
    return "had" in helpers and verb.tag_ == "VBN"


def _goes_on(noun: Token) -> bool:
    """Tell whether something that lasts is spoken of in the present: "the truce holds"."""
    if noun.lemma_.lower() not in _MARKS["lasting"]:
        return False
    placed = preposition(noun) in {"under", "amid"}
    verb = noun if any(c.dep_ == "cop" for c in noun.children) else noun.head
    helpers = [a.lower_ for a in auxiliaries(verb)]
    now = bool(set(helpers) & PRESENT) or (verb.tag_ in {"VBZ", "VBP"} and not helpers)
    return now and (placed or (noun.dep_ == "nsubj" and verb.i != noun.i))


def _lasts(entry: Entry) -> bool:
    return entry.event == "CONDITION"


def _progressive(verb: Token, auxiliary: list[str]) -> bool:
    if any(c.lower_ in {"of", "for"} and c.dep_ in {"mark", "case"} for c in verb.children):
        return False
    told = {"is", "are", "am", "'s", "'re", "been", "be"} & set(auxiliary)
    return bool(told) or (not auxiliary and verb.dep_ in {"acl", "root"})


def is_habit(verb: Token) -> bool:
    """Tell whether "would" speaks of what used to be done: "they would often shell it"."""
    for child in verb.children:
        times = child.dep_.startswith(("obl", "advmod", "nmod"))
        if times and child.lower_ in _MARKS["habit"]:
            return True
        if times and any(c.lower_ == "every" for c in child.children) and child.i < verb.i:
            return True
    return False
