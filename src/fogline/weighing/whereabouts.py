"""Whether two claims surely name other places, by their names: the gazetteer knows few quarters.

Two villages of other names are not one, nor are the east of a city and its west. Of a village and
the town or the square near by nobody can tell.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files

from fogline.model import Place
from fogline.weighing.distance import WIDE
from fogline.weighing.views import View
from fogline.weighing.wording import fold, tokens

_WORD = re.compile(r"[^\W\d_][\w'’]*")
_BEARING = re.compile(r"\b(?i:(north|south)?-?(east|west)?(?:ern)?)\s+(?=[A-Z])")
_HELD = re.compile(r"\b(\w+)-(?:held|controlled|run|occupied|ruled)\b", re.IGNORECASE)
_SILENT = re.compile(r"[aeiouyhw'’]")
_TWICE = re.compile(r"(.)\1+")


def elsewhere(a: View, b: View) -> bool:
    """Say whether two claims name places of which none may be the other's."""
    pairs = [(one, other) for one in a.places for other in b.places]
    return bool(pairs) and all(two_places(one, other) for one, other in pairs)


def two_places(one: Place, other: Place) -> bool:
    """Say whether two names surely mean two places, of which none lies in the other."""
    ones, others = _names(one.text), _names(other.text)
    if not ones or not others or WIDE & {one.precision, other.precision}:
        return False
    if ones & others:
        return any(_differ(part, one.text, other.text) for part in (_bearings, _sides))
    near = one.derivation or other.derivation  # "near Orlin" may be either's edge
    return bool(_kinds(one.text) & _kinds(other.text)) and not near


def one_name(one: str, other: str) -> bool:
    """Say whether two names may be one, spelled otherwise: "Sulaimaniyeh", "Sulaymaniyah"."""
    return bool(_names(one)) and _names(one) == _names(other)


def _differ(part: Callable[[str], frozenset[str]], one: str, other: str) -> bool:
    ones, others = part(one), part(other)
    return bool(ones and others) and not ones & others


@lru_cache(maxsize=1 << 12)
def _names(text: str) -> frozenset[str]:
    """Return the consonants of the names in a place's phrase: spellings differ in the rest."""
    aside = _words("aside") | _words("kind")
    said = (fold(word) for word in _WORD.findall(text) if word[:1].isupper())
    return frozenset(_sounds(word) for word in said if word not in aside)


def _sounds(word: str) -> str:
    return _TWICE.sub(r"\1", _SILENT.sub("", word)) or word


@lru_cache(maxsize=1 << 12)
def _kinds(text: str) -> frozenset[int]:
    """Return the kinds of places that a phrase names, by their rows in the table."""
    said = set(tokens(text))
    return frozenset(n for n, row in enumerate(_table()["kind"]) if said & set(row["words"]))


@lru_cache(maxsize=1 << 12)
def _bearings(text: str) -> frozenset[str]:
    """Return where in a place a phrase means that names it: "south-east Orlin"."""
    return frozenset(b.lower() for found in _BEARING.findall(text) for b in found if b)


@lru_cache(maxsize=1 << 12)
def _sides(text: str) -> frozenset[str]:
    """Return the sides that hold the part of a place that a phrase means."""
    holding = {fold(word) for word in _HELD.findall(text)}
    return frozenset(str(n) for n, row in enumerate(_table()["side"]) if holding & set(row["words"]))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for row in _table()[kind] for word in row["words"])


@cache
def _table() -> dict[str, list[dict[str, list[str]]]]:
    return tomllib.loads(files(__package__).joinpath("whereabouts.toml").read_text("utf-8"))
