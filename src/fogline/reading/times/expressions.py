"""Expressions of time in text: where they stand and which calendar rule reads them.

They are data: lexicon/times/expressions.toml, each with an example. Every one of them holds a word
that hints at time; only the words near such a hint are searched.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from fogline.reading import tables
from fogline.reading.quantities.numerals import FIRST, NUMERAL
from fogline.reading.times.almanac import FEASTS, MONTHS, WEEKDAYS, short
from fogline.reading.words import wordwise
from fogline.reading.words.dictionary import fold


@dataclass(frozen=True, slots=True, eq=False)
class Expression:
    """A pattern, the calendar rule that reads it, and whether "since" may stand before it."""

    pattern: re.Pattern[str]
    reads: str
    anchor: bool
    arguments: Mapping[str, Any]


_PREFIX: Final = re.compile(
    r"\b(?P<word>since|until|till|til|by|before|as of|as at|ahead of|prior to|no later than"
    r"|as early as|as soon as|as from|starting|through(?! on\b))"
    r"(?: (?:at least|about|around|early|late|the|on|last|early on|late on))*\s+$",
    re.IGNORECASE,
)
_BRIEF: Final = 4
_DIGIT: Final = re.compile(r"\d")
_REACH: Final = 45
_BEGINS: Final = r"(?<![\w$€£.])"


def _either(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(words)})"


# The calendar's names in the patterns of expressions.toml, beside its own [words].
_NAMES: Final = {
    "months": _either(month.name for month in MONTHS),
    "month": _either(
        (*(m.name for m in MONTHS), *(m.name.upper() for m in MONTHS), *short(MONTHS))
    ),
    "month_begins": _either(month.begins for month in MONTHS),
    "weekdays": _either(day.name for day in WEEKDAYS),
    "weekday_begins": _either(day.begins for day in WEEKDAYS),
    "feasts": _either(FEASTS),
    "wars": tables.either("times/lasting.csv", "told"),
}
# June and July are hinted at by how they begin, within words too.
_MONTHS: Final = [m.begins if len(m.name) == _BRIEF else m.name for m in MONTHS]
_BEGUN: Final = [m.begins for m in MONTHS if len(m.name) != _BRIEF]
_SHORT: Final = (
    *(month.begins.upper() for month in MONTHS),
    *(begun for begun in _BEGUN if begun not in _MONTHS),
    *short(WEEKDAYS),
)


class _Data(NamedTuple):
    words: Mapping[str, str]
    expressions: list[Mapping[str, Any]]
    opens: frozenset[str]
    leading: frozenset[str]
    behind: frozenset[str]
    hints: tuple[str, ...]
    unhinted: tuple[str, ...]


@cache
def _data() -> _Data:
    source = files("fogline.reading").joinpath("lexicon", "times", "expressions.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    words = {"numeral": NUMERAL, **_NAMES}
    for name, pattern in data["words"].items():
        words[name] = f"(?:{_filled(pattern, words)})"
    opens, leading, behind = (
        frozenset(data[key].split()) for key in ("opens", "leading", "behind")
    )
    hints, unhinted = tuple(data["hints"]), tuple(data["unhinted"])
    return _Data(words, data["expression"], opens, leading, behind, hints, unhinted)


@cache
def _opens() -> frozenset[str]:
    """Return the words that an expression may begin with."""
    named = {form.lower() for name in (*MONTHS, *WEEKDAYS) for form in name.forms}
    days = {f"{day.name.lower()}s" for day in WEEKDAYS}
    return FIRST | _data().opens | named | days


@cache
def _leading() -> wordwise.Leading:
    """Return the words that one begins with only before others."""
    return wordwise.Leading(_data().leading, _opens() | _data().behind)


@cache
def _expressions() -> tuple[Expression, ...]:
    return tuple(
        Expression(
            re.compile(rf"{_BEGINS}{filled(e['pattern'])}(?!\w)"),
            e["reads"],
            e.get("anchor", False),
            e,
        )
        for e in _data().expressions
    )


@cache
def _hint() -> re.Pattern[str]:
    """Return what hints at an expression: each holds some of it, but for a few."""
    return re.compile(
        rf"(?i:{'|'.join(_data().hints)})|{'|'.join(_MONTHS)}|(?<![a-z]){_either(_SHORT)}"
        r"|\b(?:19[5-9]|20\d)\d|\d[:./]\d\d|\b\d{1,2}(?:st|nd|rd|th)\b|\d ?[apAP]\.?[mM]\b"
    )


def filled(pattern: str) -> str:
    """Return a pattern with the words of expressions.toml in the place of their {names}."""
    return _filled(pattern, _data().words)


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z]\w*)\}", lambda m: words[m[1]], pattern)


@cache
def _any(reads: frozenset[str] | None = None) -> re.Pattern[str]:
    """Return one pattern that matches wherever an expression may start, of some readings where
    these are given; cheap to search with.

    Within words it fails at once: what all expressions begin with stands before them all.
    """
    kept = (e for e in _expressions() if reads is None or e.reads in reads)
    whole = (e.pattern.pattern.removeprefix(_BEGINS) for e in kept)
    inner = (re.sub(r"\(\?P<\w+>", "(?:", p) for p in whole)
    inner = (re.sub(r"\(\?P=\w+\)", "[./-]", p) for p in inner)
    # An empty group behind each tells which it was: in front, no first letter could rule it out.
    named = (f"(?:{p})(?P<e{i}>)" for i, p in enumerate(inner))
    return re.compile(f"{_BEGINS}(?:{'|'.join(named)})")


def matches(
    text: str, reads: frozenset[str] | None = None
) -> Iterator[tuple[Expression, re.Match[str], str]]:
    """Yield expression, match and the anchoring word before it ("since"), left to right.

    With `reads`, only what these calendar rules read: most texts have few dates in them.
    """
    for start, end, last in _windows(text):
        if reads is None:
            yield from _matches_within(text, start, end, last)
        elif _any(reads).search(text, start, end):
            yield from (f for f in _matches_within(text, start, end, last) if f[0].reads in reads)


def _windows(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches around words that every expression has one of, with where the last such
    word begins; the rest is not searched.

    Trying every expression at every word would cost four times as much as all other reading.
    """
    start = end = last = 0
    for hint in _hints(text):
        if hint.start() - _REACH > end:
            if end:
                yield start, end, _last(text, end, last)
            start = hint.start() - _REACH
        end, last = hint.end() + _REACH, hint.start()
    if end:
        yield max(start, 0), end, _last(text, end, last)


def _hints(text: str) -> Iterator[re.Match[str]]:
    """Yield what hints at time, tried where its letters stand or a digit; the pattern alone would
    be tried at every character.
    """
    words = _letters().find_matches_as_indexes(fold(text), overlapping=True)
    free = 0
    for start in sorted({*(at for _, at, _ in words), *(m.start() for m in _DIGIT.finditer(text))}):
        if start >= free and (hint := _hint().match(text, start)):
            free = hint.end()
            yield hint


@cache
def _letters() -> AhoCorasick:
    words = {word.lower() for word in (*_data().hints, *_MONTHS, *_SHORT)}
    return AhoCorasick(sorted(words), implementation=Implementation.ContiguousNFA)


def _last(text: str, end: int, hint: int) -> int:
    """Return where the last expression of a stretch can begin: no later than its last hint, but
    for the few that hold none, which are looked for beside others only.
    """
    return max(hint, *(text.rfind(word, hint, end) for word in _data().unhinted))


def _matches_within(
    text: str, start: int, end: int, last: int
) -> Iterator[tuple[Expression, re.Match[str], str]]:
    """Yield the expressions between two offsets that begin at a third or before it."""
    within = range(start, last + 1)
    for found in wordwise.found(_any(), _opens(), text, within, end, _leading()):
        expression = _expressions()[int((found.lastgroup or "e0")[1:])]
        match = expression.pattern.match(text, found.start())
        if match:
            prefix = _PREFIX.search(text, max(0, match.start() - 28), match.start())
            yield expression, match, prefix["word"].lower() if prefix and expression.anchor else ""


@lru_cache(maxsize=64)  # each of the claims around it asks
def at(text: str, start: int) -> tuple[Expression, re.Match[str], str] | None:
    """Return what `matches` yields at an offset, that of the anchoring word where one stands."""
    end = start + 2 * _REACH
    for found in _matches_within(text, start, end, end):
        _, match, prefix = found
        before = max(0, match.start() - 28)
        begins = before + text[before : match.start()].lower().rfind(prefix)
        if start == (begins if prefix else match.start()):
            return found
    return None
