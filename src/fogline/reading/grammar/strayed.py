"""By whom something was done to somebody, where the parse hangs it on what stands between: "was
denied entry to the port by the army" (data: dealing.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.tables import words
from fogline.reading.times.almanac import FEASTS, MONTHS, WEEKDAYS
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_DEALING: Final = words("dealing.csv", "word")
_MONTHS: Final = frozenset(form for month in MONTHS for form in month.forms)
_CALENDAR: Final = _MONTHS | {day.name for day in WEEKDAYS} | FEASTS
_LIVING: Final = classes.LIVING
_NAMED: Final = frozenset({"PER", "ORG", "LOC"})
_BELOW: Final = frozenset({"nmod", "obl", "obl:agent", "obj", "xcomp", "advcl", "conj"})
_WHERE: Final = frozenset({"site", "place", "route"})
_TO_DO: Final = frozenset({"to", "from", "of", "against", "for", "into", "not"})
_CHARGED: Final = frozenset({"for", "of", "over"})


@told_by({"by"}, otherwise=())
def strayed(verb: Token) -> tuple[Token, ...]:
    """Return by whom a passive was done that names nobody right behind it."""
    return verb.doc.once(_strayed, verb)


def has_strayed(word: Token) -> bool:
    """Tell whether a "by" phrase belongs to a passive above the word that it hangs on."""
    if word.case_ != "by":
        return False
    return any(word in strayed(t) for t in word.ancestors if t.tag_ == "VBN")


def _strayed(verb: Token) -> tuple[Token, ...]:
    if verb.tag_ != "VBN" or not _is_passive(verb):
        return ()
    found = (w for start in _starts(verb) for w in _behind(start))
    return tuple(w for w in found if _is_doer(w))[:1]


def _is_passive(verb: Token) -> bool:
    """Tell whether a participle is a passive that nobody is told for."""
    beside = [*verb.children]
    if any(c.dep_ == "obl:agent" or c.case_ == "by" for c in beside):
        return False
    return any(c.dep_ in {"aux:pass", "nsubj:pass"} for c in beside)


def _starts(verb: Token) -> Iterator[Token]:
    """Yield what may stand between: what one is refused or given, what one is to do or not to do,
    what one is blamed for.
    """
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "obj" and verb.lemma_.lower() in _DEALING["granting"]:
            yield child
        elif child.dep_ in {"xcomp", "advcl"} and child.tag_ in {"VB", "VBG"}:
            if not any(map(_is_its_own, child.children)):
                yield child
        elif child.dep_ == "obl" and child.case_ in _CHARGED and _is_charged_with(child):
            yield child


def _is_its_own(word: Token) -> bool:
    """Tell whether a word makes a clause more than what somebody is to do: "while leading"."""
    led = word.dep_ in {"mark", "advmod"} and word.i < word.head.i
    return word.dep_ in {"aux:pass", "nsubj"} or (led and word.lower_ not in _TO_DO)


def _is_charged_with(deed: Token) -> bool:
    """Tell whether somebody is blamed or praised for a deed; whose doer may stand right behind it:
    "condemned for the raid by rebels", not "blamed for the raid by the UN".
    """
    lemma = deed.head.lemma_.lower()
    led = deed.i + 1 < len(deed.doc) and deed.nbor().lower_ == "by"
    if lemma in _DEALING["accusing"] | _DEALING["trying"]:
        beside = [c for c in deed.children if c.i > deed.i and c.dep_ == "nmod"]
        return not led or len(beside) == 1  # "blamed for an attack by gunmen on a convoy"
    return lemma in _DEALING["judging"] and not led


def _behind(word: Token) -> Iterator[Token]:
    """Yield the words with "by" that hang on a word or on what stands below it; whoever is named
    with a deed that somebody is to stop does that deed: "sent to stop an attack by rebels".
    """
    for child in word.children:
        if child.i < word.i or child.dep_ not in _BELOW:
            continue
        if child.case_ == "by":
            yield child
        elif child.tag_ in {"VB", "VBG"} or _is_somewhere(child):
            yield from _behind(child)


def _is_somewhere(word: Token) -> bool:
    """Tell whether a word says where: nothing is done by anybody in its phrase."""
    return word.ent_type_ == "LOC" or not _WHERE.isdisjoint(classes.of_word(word))


def _is_doer(word: Token) -> bool:
    if word.pos_ == "PROPN":
        return word.ent_type_ in _NAMED and word.text not in _CALENDAR
    found = classes.of_word(word)
    return word.pos_ == "NOUN" and bool(found & _LIVING) and "time" not in found
