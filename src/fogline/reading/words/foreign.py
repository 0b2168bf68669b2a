"""Whether a text is in English, the one language that is read (data: lexicon/english.txt)."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_ENOUGH: Final = 12  # words below which a text is only known by its letters
_LEAST: Final = 0.15  # share of common words: English prose has .3 to .5, headlines .2
_MUCH: Final = 5000  # characters that are looked at


def is_english(text: str) -> bool:
    """Tell whether a text is in English as far as it shows; one without words is."""
    words = _WORD.findall(text[:_MUCH].lower())
    if not words:
        return True
    if sum(word.isascii() for word in words) < len(words) / 2:
        return False
    common = sum(word in _common() for word in words)
    return len(words) < _ENOUGH or common >= _LEAST * len(words)


@cache
def _common() -> frozenset[str]:
    file = files("fogline.reading").joinpath("lexicon", "english.txt")
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())
