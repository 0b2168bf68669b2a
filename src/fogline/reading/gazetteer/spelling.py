"""One key for a name however it is written: by its letters, and by how its consonants sound."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from fogline.reading.words.dictionary import fold


def name_key(name: str) -> str:
    """Return a name in small plain letters, hyphens as blanks, without apostrophes."""
    return " ".join(fold(name).replace("'", "").replace(".", "").split())


_ARTICLES: Final = re.compile(r"\b(?:a[dlnrtz]|e[dlnrstz]|as|ash|esh|eth|ath|the|ul|i|e|ez)\b[ -]?")
_SOUNDS: Final = (
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("zh", "z"), ("ch", "s"),
    ("ph", "f"), ("ts", "s"), ("q", "k"), ("c", "k"), ("x", "ks"), ("j", "g"), ("v", "b"),
    ("p", "b"),
)  # fmt: skip
_SILENT: Final = re.compile(r"[aeiouywh']+")
_DOUBLED: Final = re.compile(r"(.)\1+")


@lru_cache(maxsize=4096)
def sound_key(name: str) -> str:
    """Return the consonants of a name without its articles: one key for its transliterations."""
    plain = _ARTICLES.sub("", name_key(anyascii(name)))
    for written, heard in _SOUNDS:
        plain = plain.replace(written, heard)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", plain)).replace(" ", "")


def unlikeness(a: str, b: str) -> float:
    """Return how far apart two spellings are: 0 for one key, 1 for no letter in common."""
    return Levenshtein.normalized_distance(name_key(anyascii(a)), name_key(anyascii(b)))


def least_alike(a: str, b: str) -> float:
    """Return the unlikeness of the two names' least alike words, in their order; 0 where they have
    not as many: "Ain Baal" and "Ain Ebel" have but a spring in common.
    """
    words, others = name_key(anyascii(a)).split(), name_key(anyascii(b)).split()
    if len(words) != len(others):
        return 0.0
    return max(map(unlikeness, words, others), default=0.0)
