"""Dictionaries of names: many names found in one pass, whole words only, the longest first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

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


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A name found at characters start to end, with what the dictionary holds for it."""

    start: int
    end: int
    items: tuple[T, ...]


class Dictionary(Generic[T]):
    """Names with their entries; one name may have several."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        entries: dict[str, dict[T, None]] = {}
        self._capitals: dict[str, tuple[int, ...] | None] = {}
        for name, item in names:
            for form in forms(name):
                entries.setdefault(form, {})[item] = None
                self._note_capitals(form, name)
        self._entries = {form: tuple(items) for form, items in entries.items()}
        self._patterns = list(self._entries)
        self._automaton = AhoCorasick(
            self._patterns, implementation=Implementation.ContiguousNFA, store_patterns=False
        )

    def _note_capitals(self, form: str, name: str) -> None:
        """Keep which letters must be capitals, None for all of them; the least demanding counts."""
        needed = None if _is_acronym(name) else _initials(form, name)
        kept = self._capitals.get(form, needed) if form in self._capitals else needed
        self._capitals[form] = min(kept, needed, key=_demand)

    def get(self, name: str) -> tuple[T, ...]:
        """Return the entries of a name, whatever its capitals and hyphens; empty when unknown."""
        key = fold(name)
        return self._entries.get(key) or self._entries.get(key.replace("'", ""), ())

    def find(self, text: str) -> list[Hit[T]]:
        """Return the names in a text that do not overlap, longest first taken, in text order."""
        folded = fold(text)
        hits = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        whole = (found for hit in hits if (found := self._whole(text, folded, hit)))
        return apart([Hit(start, end, self._entries[form]) for start, end, form in whole])

    def _whole(
        self, text: str, folded: str, hit: tuple[int, int, int]
    ) -> tuple[int, int, str] | None:
        index, start, end = hit
        if (start and folded[start - 1].isalnum()) or not _ends_word(folded, end):
            return None
        form = self._patterns[index]
        capitals = self._capitals[form]
        if capitals is None:
            return (start, end, form) if text[start:end].isupper() else None
        return (start, end, form) if all(text[start + i].isupper() for i in capitals) else None


def _demand(capitals: tuple[int, ...] | None) -> int:
    return 100 if capitals is None else len(capitals)


def _initials(form: str, name: str) -> tuple[int, ...]:
    """Return where a form's words begin whose capitals tell the name from ordinary words."""
    words = zip(_STARTS.finditer(form), name.replace("-", " ").split(), strict=False)
    return tuple(at.start() for at, word in words if word[0].isupper() and word not in _SMALL)


_STARTS: Final = re.compile(r"(?<![^ ])\S")
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


def _ends_word(folded: str, end: int) -> bool:
    """Whether a word ends here, also where a possessive lost its apostrophe ("Daraas")."""
    if end >= len(folded) or not folded[end].isalnum():
        return True
    rest = folded[end : end + 2]
    lost = rest[0] == "s" and not rest[1:].isalnum() and folded[end - 1] not in "s'"
    return lost and folded[max(0, end - 4) : end].isalpha()


def _is_acronym(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return 1 < len(letters) <= 6 and all(c.isupper() for c in letters)


def forms(name: str) -> set[str]:
    """Return the folded spellings of a name: with and without apostrophes."""
    folded = " ".join(fold(name).split())
    return {folded, folded.replace("'", "")} - {""}
