"""Dictionaries of names: many names found in one pass, whole words only, the longest first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

from fogline.model.quick import quick

T = TypeVar("T")


def _folds() -> dict[int, str]:
    """Map each single letter to one plain letter, so that folding never moves an offset."""
    table = dict.fromkeys(map(ord, "’‘ʼʻ`´ʿʾ‛"), "'") | dict.fromkeys(
        map(ord, "-‐‑‒–—\u00a0\t\n"), " "
    )
    for code in range(0xC0, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0]
        table.setdefault(code, base if base.isascii() else chr(code))
    for code in range(0x1E00, 0x1F00):
        table[code] = unicodedata.normalize("NFD", chr(code))[0]
    return table | {ord("ı"): "i", ord("ø"): "o", ord("Ø"): "o", ord("ł"): "l", ord("đ"): "d"}


_FOLDS: Final = _folds()


def fold(text: str) -> str:
    """Return a text in small plain letters, hyphens as blanks; as long as the text itself."""
    return text.translate(_FOLDS).lower()


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    """Return a text folded once, however many dictionaries look into it."""
    return fold(text)


@quick
@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A name found at characters start to end, with what the dictionary holds for it."""

    start: int
    end: int
    items: tuple[T, ...]


class Dictionary(Generic[T]):
    """Names with their entries; one name may have several, each as demanding of capitals as it is
    written: "ISIS" is no "Isis". With `kinds`, a name that ends in what it is ("X region") is found
    in the plural of that as well, to its end: "the W and X regions".
    """

    def __init__(self, names: Iterable[tuple[str, T]], *, kinds: bool = False) -> None:
        self._kinds = kinds
        entries: dict[str, dict[T, _Capitals]] = {}
        for name, item in names:
            acronym = _is_acronym(name)
            for form in forms(name):
                needed = None if acronym else _initials(form, name)
                kept = entries.setdefault(form, {})
                kept[item] = min(kept[item], needed, key=_demand) if item in kept else needed
        self._entries = {form: tuple(items) for form, items in entries.items()}
        self._demands = {form: _by_capitals(items) for form, items in entries.items()}
        self._patterns = list(self._entries)
        self._automaton = AhoCorasick(
            self._patterns, implementation=Implementation.ContiguousNFA, store_patterns=False
        )

    def get(self, name: str) -> tuple[T, ...]:
        """Return the entries of a name, whatever its capitals and hyphens; empty when unknown."""
        key = " ".join(fold(name).split())
        return self._entries.get(key) or self._entries.get(key.replace("'", ""), ())

    def find(self, text: str) -> list[Hit[T]]:
        """Return the names in a text that do not overlap, longest first taken, in text order."""
        folded = _folded(text)
        hits = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        return apart([found for hit in hits if (found := self._whole(text, folded, hit))])

    def _whole(self, text: str, folded: str, hit: tuple[int, int, int]) -> Hit[T] | None:
        index, start, end = hit
        if start and folded[start - 1].isalnum():
            return None
        if end < len(folded) and folded[end].isalnum() and not _lost_apostrophe(folded, end):
            return None
        end += self._kinds and _is_plural(text, start, end)
        demands = self._demands[self._patterns[index]]
        if len(demands) == 1:
            capitals, items = demands[0]
            return Hit(start, end, items) if _meets(text, start, end, capitals) else None
        met = [items for capitals, items in demands if _meets(text, start, end, capitals)]
        return Hit(start, end, tuple(i for items in met for i in items)) if met else None


_Capitals = tuple[int, ...] | None
"""Which letters of a form must be capitals; None for all of them."""


def _by_capitals(items: dict[T, _Capitals]) -> tuple[tuple[_Capitals, tuple[T, ...]], ...]:
    """Return the entries of a form by the capitals that they demand."""
    found: dict[_Capitals, list[T]] = {}
    for item, capitals in items.items():
        found.setdefault(capitals, []).append(item)
    return tuple((capitals, tuple(of)) for capitals, of in found.items())


def _meets(text: str, start: int, end: int, capitals: _Capitals) -> bool:
    if capitals is None:
        return text[start:end].isupper()
    return all(text[start + i].isupper() for i in capitals)


def _demand(capitals: _Capitals) -> int:
    return 100 if capitals is None else len(capitals)


def _initials(form: str, name: str) -> tuple[int, ...]:
    """Return where a form's words begin whose capitals tell the name from ordinary words."""
    if name.islower():
        return ()
    found, at = [], 0
    for folded, word in zip(form.split(" "), name.replace("-", " ").split(), strict=False):
        if word[0].isupper() and word not in _SMALL:
            found.append(at)
        at += len(folded) + 1
    return tuple(found)


_SMALL: Final = frozenset({"The", "Al", "El", "As", "Ash", "Ad", "An", "Ar", "At", "Az", "Abu"})


def apart(hits: list[Hit[T]]) -> list[Hit[T]]:
    """Return the hits that do not overlap, longest first taken, in text order."""
    taken: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start)):
        if taken.isdisjoint((hit.start, hit.end - 1)):
            taken.update(range(hit.start, hit.end))
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)


def _lost_apostrophe(folded: str, end: int) -> bool:
    """Whether a possessive that lost its apostrophe ends a word here ("Daraas")."""
    rest = folded[end : end + 2]
    lost = rest[0] == "s" and not rest[1:].isalnum() and folded[end - 1] not in "s'"
    return lost and folded[max(0, end - 4) : end].isalpha()


def _is_plural(text: str, start: int, end: int) -> bool:
    """Whether the ordinary word that ends a name, and says what it is, stands in the plural."""
    last = text.rfind(" ", start, end) + 1
    return last > start and text[last].islower() and text[end : end + 1] == "s"


def _is_acronym(name: str) -> bool:
    """Whether a name is two to six letters or digits in capitals, points apart: "U.N.", "M23"."""
    return name.isupper() and 1 < sum(map(str.isalnum, name)) <= _ACRONYM


_ACRONYM: Final = 6


def forms(name: str) -> set[str]:
    """Return the folded spellings of a name: with and without apostrophes."""
    folded = " ".join(fold(name).split())
    if "'" not in folded:
        return {folded} if folded else set()
    return {folded, folded.replace("'", "")} - {""}
