"""Text of strangers made safe to print on a terminal."""

from __future__ import annotations

import unicodedata

# Marks that reorder what stands around them: a name could be made to read as another.
_REORDERING = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}


def shown(text: str) -> str:
    """Return one line without control characters, reordering marks and lone surrogates."""
    return "".join(_safe(c) for c in text)


def _safe(character: str) -> str:
    if character in "\n\r\t\v\f\x85\u2028\u2029":
        return " "
    unsafe = unicodedata.category(character) in ("Cc", "Cs") or ord(character) in _REORDERING
    return "\N{REPLACEMENT CHARACTER}" if unsafe else character
