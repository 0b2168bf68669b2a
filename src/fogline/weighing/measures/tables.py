"""The readable tables of words beside the code of a room, and patterns with words out of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_KIND = re.compile(r"\{([a-z_]+)\}")


@cache
def table(room: str, name: str) -> Mapping[str, Any]:
    """Return a table of a room, by the name of its package; it is parsed once."""
    found: Mapping[str, Any] = tomllib.loads(files(room).joinpath(name).read_text("utf-8"))
    return found


def listed(rows: Iterable[str | Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the words of rows, or a plain list of words."""
    return tuple(w for row in rows for w in ((row,) if isinstance(row, str) else row["words"]))


@cache
def finds(room: str, name: str, pattern: str) -> re.Pattern[str]:
    """Return a pattern in which "{kind}" is any of a table's words of that kind, in any case.

    A word that ends in * is all that begin so.
    """
    words = table(room, name)
    filled = _KIND.sub(lambda kind: _either(listed(words[kind[1]])), pattern)
    return re.compile(filled, re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    either = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
    return f"(?:{either})"
