"""Whether two claims surely name other places, by their names: the gazetteer knows few quarters.

Two villages of other names are not one, nor are the east of a city and its west. Of a village and
the town or the square near by nobody can tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from fogline.model import Place, Span
from fogline.weighing.measures.distance import WIDE
from fogline.weighing.measures.extents import parts
from fogline.weighing.measures.holding import held_before, holders
from fogline.weighing.measures.tables import listed, table
from fogline.weighing.measures.wording import fold, tokens
from fogline.weighing.views.views import View

_WORD = re.compile(r"[^\W\d_][\w'’]*")
_BEARING = re.compile(r"\b(?i:(north|south)?-?(east|west)?(?:ern)?)\s+(?=[A-Z])")
_SILENT = re.compile(r"[aeiouyhw'’]")
_TWICE = re.compile(r"(.)\1+")


def elsewhere(a: View, b: View) -> bool:
    """Say whether two claims name places of which none may be the other's."""
    pairs = [(one, other) for one in _places(a) for other in _places(b)]
    return bool(pairs) and all(two_places(one, other) for one, other in pairs)


def _places(v: View) -> list[Place]:
    """Return a claim's places, with the word before them for who holds them: "rebel-held"."""
    return [_with_holder(place, v.claim.sentence) for place in v.places]


def _with_holder(place: Place, sentence: Span) -> Place:
    at = (place.start or sentence.start) - sentence.start
    held = held_before(sentence.text[: max(0, at)])
    return replace(place, text=f"{held}{place.text}") if held else place


def two_places(one: Place, other: Place) -> bool:
    """Say whether two names surely mean two places, of which none lies in the other.

    "the Mill quarter of Orlin" and "the Ferry quarter of Orlin" are two; Orlin may hold both.
    """
    (ones, kinds), (others, their_kinds) = _core(one.text), _core(other.text)
    if not ones or not others or WIDE & {one.precision, other.precision}:
        return False
    if ones == others:
        return any(_differ(part, one.text, other.text) for part in (_bearings, _sides))
    near = any((place.derivation or "").startswith("near") for place in (one, other))
    held = ones & _names(other.text) or others & _names(one.text)
    return bool(kinds & their_kinds) and not (near or held)


def one_name(one: str, other: str) -> bool:
    """Say whether two phrases may name one place in two spellings: "Kefraya", "Kafriya"."""
    return bool(_core(one)[0]) and _core(one)[0] == _core(other)[0]


@lru_cache(maxsize=1 << 12)
def _core(text: str) -> tuple[frozenset[str], frozenset[int]]:
    """Return the names of a place, without those of what holds it, and of which kinds it is."""
    kinds: frozenset[int] = frozenset()
    for phrase in parts(text):
        if names := _names(phrase):
            return names, kinds | _kinds(phrase)
        kinds = _kinds(phrase) if f"{phrase.strip()} of" in text else frozenset()
    return frozenset(), kinds


def _differ(part: Callable[[str], frozenset[str]], one: str, other: str) -> bool:
    ones, others = part(one), part(other)
    return bool(ones and others) and not ones & others


@lru_cache(maxsize=1 << 12)
def _names(text: str) -> frozenset[str]:
    """Return the consonants of the names in a place's phrase: spellings differ in the rest."""
    aside = words_of("aside") | words_of("kind")
    said = (fold(word) for word in _WORD.findall(text) if word[:1].isupper())
    return frozenset(_sounds(word) for word in said if word not in aside)


def _sounds(word: str) -> str:
    return _TWICE.sub(r"\1", _SILENT.sub("", word)) or word


@lru_cache(maxsize=1 << 12)
def _kinds(text: str) -> frozenset[int]:
    """Return the kinds of places that a phrase names, by their rows in the table."""
    said = set(tokens(text))
    return frozenset(n for n, row in enumerate(_rows("kind")) if said & set(row["words"]))


@lru_cache(maxsize=1 << 12)
def _bearings(text: str) -> frozenset[str]:
    """Return where in a place a phrase means that names it: "south-east Orlin"."""
    return frozenset(b.lower() for found in _BEARING.findall(text) for b in found if b)


@lru_cache(maxsize=1 << 12)
def _sides(text: str) -> frozenset[str]:
    """Return the sides that hold the part of a place that a phrase means."""
    who, sides = {fold(word) for word in holders(text)}, enumerate(_rows("side"))
    return frozenset(str(n) for n, row in sides if who & set(row["words"]))


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the words of a kind in the table."""
    return frozenset(listed(_rows(kind)))


def _rows(kind: str) -> Sequence[Mapping[str, Sequence[str]]]:
    rows: Sequence[Mapping[str, Sequence[str]]] = table(__package__, "whereabouts.toml")[kind]
    return rows
