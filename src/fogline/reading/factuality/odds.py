"""How likely something is said to be in figures: "a 70 percent chance", "unlikely (20-30 percent)",
"put the odds at 60 percent", "a one in three chance" (data: odds.csv).
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.names import text_of
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.scope import auxiliaries, governors, predicate
from fogline.reading.tables import either, rows, words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WORDS: Final = words("odds.csv", "word")
CHANCES: Final = _WORDS["chance"]
"""Nouns that figures may tell the size of."""
_JUDGED: Final = CHANCES | _WORDS["likely"]
_VERDICTS: Final = _WORDS["verdict"]
_APART: Final = frozenset({",", "("})  # "unlikely (15-25%), though a raid is possible"
_SHORT: Final = 3  # words of a verdict: "roughly even chance"
_BELOW, _ABOVE, _ABOUT = (either("odds.csv", kind) for kind in ("below", "above", "about"))
_BOUND: Final = rf"(?P<below>{_BELOW})?\s?(?P<above>{_ABOVE})?\s?{_ABOUT}?"
_NUMBER: Final = r"(?<![\d.,])(?:100|\d{1,2})(?:\.\d+)?"
_PERCENT: Final = r" ?(?:%|per ?cent\b|pct\b)"
FIGURE: Final = (
    rf"{_BOUND} ?(?:(?P<low>{_NUMBER})(?:{_PERCENT})?(?: ?[-–—] ?| (?:to|or|and) )"
    rf"(?P<high>{_NUMBER}){_PERCENT}"
    rf"|(?P<only>{_NUMBER}){_PERCENT}"
    r"|(?P<part>one|two|three|\d)[ -](?:in|out of)[ -](?:a )?(?P<whole>[a-z]+|\d+))"
)
_SMALL: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORTH: Final = {"one": 1, **{word: n for n, word in enumerate(_SMALL, 2)}}
_BEFORE: Final = re.compile(rf"{FIGURE}[ -]?$", re.IGNORECASE)
_BEHIND: Final = re.compile(rf" (?:of |\(){FIGURE}", re.IGNORECASE)
_LATER: Final = re.compile(rf"(?: (?:at|as|is|are|was|were)|:) (?:now )?{FIGURE}", re.IGNORECASE)
_GIVEN: Final = re.compile(rf"\bat {FIGURE} (?:the|its|their) $", re.IGNORECASE)
_LAST: Final = re.compile(rf".*\({FIGURE}\)[.;!]?\s*$", re.IGNORECASE | re.DOTALL)
_GIVING, _SUMMING = (either("odds.csv", kind) for kind in ("giving", "summing"))
_END: Final = r"(?=[.;!]?\s*$|,? (?:though|although|but|while|whereas)\b)"
_CLOSING: Final = (
    re.compile(rf"\((?:{_GIVING}(?: of|:)? )?{FIGURE}\){_END}", re.IGNORECASE),
    re.compile(rf"; [^;]{{0,40}}\b{_SUMMING} (?:is|stands at) {FIGURE}{_END}", re.IGNORECASE),
)
_WILL: Final = frozenset({"will", "would", "'ll", "’ll", "shall"})
_ARE: Final = frozenset({"is", "are", "gets", "being"})  # "a chance that the town is lost"
_OPEN: Final = frozenset({"risk", "possibility"})  # a high risk is not likely by that
_SIZES: Final = {
    word: (float(row["low"]), float(row["high"]))
    for row in rows("odds.csv")
    if row["kind"] in {"small", "least", "large"}
    for word in row["word"].split("|")
}
_REACH: Final = 40  # characters that the longest figure takes
_EVEN: Final = 0.55


def stated(word: Token) -> tuple[str, float, float] | None:
    """Return the certainty and the band that the figures beside a word of chance give; None where
    none stands there.
    """
    if not judges(word):
        return None
    said = _figure(word)
    band = band_of(said) if said is not None else None
    return (value_of(band), *band) if band is not None else None


def sized(word: Token) -> tuple[str, float, float] | None:
    """Return the certainty and the band that the size of a chance gives: "a slim chance", "the
    odds are very low".
    """
    if word.lemma_.lower() not in CHANCES or word.lemma_.lower() in _OPEN:
        return None
    told = [c for c in word.children if c.dep_ == "amod"]
    told += [word.head] if word.dep_ == "nsubj" and word.head.pos_ == "ADJ" else []
    band = next((_SIZES[s] for t in told for s in _degrees(t) if s in _SIZES), None)
    return (value_of(band), *band) if band is not None else None


def _degrees(size: Token) -> tuple[str, str]:
    """Return a word of size, first with the one that raises it."""
    word = size.lower_
    return (f"very {word}" if any(c.lower_ == "very" for c in size.children) else word, word)


def judges(word: Token) -> bool:
    """Tell whether a word is one of chance."""
    return word.lower_ in _JUDGED or word.lemma_.lower() in _JUDGED


@told_by(CHANCES)
def is_weighed(event: Token) -> bool:
    """Tell whether a clause or noun is what there is a chance of, told in the present: "a chance
    that the town falls", "the odds of a siege"; that it "fell" is none ahead.
    """
    noun = event.head
    if noun.lemma_.lower() not in CHANCES or event.dep_ not in {"acl", "ccomp", "nmod"}:
        return False
    helpers = {a.lower_ for a in auxiliaries(event)}
    present = event.tag_ in {"VBZ", "VBP"} and not helpers
    present = present or (event.tag_ == "VBN" and bool(helpers) and helpers <= _ARE)
    return present or (event.pos_ == "NOUN" and preposition(event) == "of")


@told_by(CHANCES)
def is_measured(event: Token) -> bool:
    """Tell whether it is told how big the chance of a deed is: "a slim chance of a siege", "a 30
    percent chance of taking the town".
    """
    noun = event.head
    done = event.dep_ == "acl" and event.tag_ == "VBG" and not auxiliaries(event)
    return (done or is_weighed(event)) and (stated(noun) or sized(noun)) is not None


def _figure(word: Token) -> re.Match[str] | None:
    text, (start, end) = text_of(word.doc), _sentence(word)
    before = text[max(start, word.idx - _REACH) : word.idx]
    after = text[word.idx + len(word.text) : end]
    said = _BEFORE.search(before) or _BEHIND.match(after)
    if said is None and word.lemma_.lower() in CHANCES:
        said = _GIVEN.search(before) or _LATER.search(after)
    return said or _at_the_end(word, after)


def _at_the_end(word: Token, after: str) -> re.Match[str] | None:
    """Return the figure that closes a sentence in brackets, where it says what the word says: "will
    probably fall within a week (70 percent)".
    """
    said = _LAST.match(after)
    band = band_of(said) if said is not None else None
    if band is None or (word.lemma_.lower() not in CHANCES and not _fits(word, band)):
        return None
    return said


def _fits(word: Token, band: tuple[float, float]) -> bool:
    """Tell whether a figure is no lower than even for "likely", and no higher for "unlikely"."""
    high = word.lower_ in {"likely", "probable", "probably"}
    low = word.lower_ in {"unlikely", "improbable"}
    return (high and sum(band) >= 1) or (low and sum(band) <= 1)


@told_by({"(", ";"}, otherwise=None)
def closing(event: Token) -> tuple[str, tuple[float, float], tuple[Token, ...]] | None:
    """Return the certainty, the band and the words of the figure that closes a sentence that says
    what will be: "will fall within a week (70%)", "...; our median is 22 percent".
    """
    told = (predicate(event), predicate(event).head, *(s.token for s in governors(event)))
    if all(_WILL.isdisjoint(a.lower_ for a in auxiliaries(t)) for t in told):
        return None
    text, (start, end) = text_of(event.doc), _sentence(event)
    found = (pattern.search(text, start, end) for pattern in _CLOSING)
    said = next((m for m in found if m is not None), None)
    band = band_of(said) if said is not None else None
    if said is None or band is None or said.start() < event.idx:
        return None
    words = (t for t in event.sent if said.start() < t.idx < said.end() and not t.is_punct)
    return value_of(band), band, tuple(t for t in words if not t.is_space)


@told_by({":"}, otherwise=None)
def verdict(event: Token) -> Token | None:
    """Return the word that says how likely what a heading names is: "likely" of "An attack on the
    ship: highly likely.".
    """
    said = [t for t in event.doc[event.i + 1 : event.sent.end] if not t.is_space]
    at = next((n for n, t in enumerate(said) if t.text == ":"), None)
    behind = said[at + 1 :] if at is not None else []
    told = [t for t in takewhile(lambda t: t.text not in _APART, behind) if t.is_alpha]
    plain = event.pos_ == "NOUN" and all(t.pos_ not in {"VERB", "AUX"} for t in said[:at])
    short = 0 < len(told) <= _SHORT and all(t.pos_ != "NOUN" for t in told[:-1])
    return told[-1] if plain and short and told[-1].lemma_.lower() in _VERDICTS else None


def _sentence(word: Token) -> tuple[int, int]:
    own = word.sent
    last = word.doc[own.end - 1]
    return word.doc[own.start].idx, last.idx + len(last.text)


def band_of(said: re.Match[str]) -> tuple[float, float] | None:
    if said["part"]:
        whole = _number(said["whole"])
        low = high = _number(said["part"]) / whole if whole else 2.0
    else:
        low, high = (float(said[k] or said["only"]) / 100 for k in ("low", "high"))
    low, high = 0.0 if said["below"] else low, 1.0 if said["above"] else high
    return (round(low, 4), round(high, 4)) if low <= high <= 1 else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORTH.get(word.lower(), 0)


def value_of(band: tuple[float, float]) -> str:
    """Return the step that a band falls on by its middle."""
    middle = sum(band) / 2
    return "certain" if band[0] >= 1 else "probable" if middle >= _EVEN else "possible"
