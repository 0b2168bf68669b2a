"""The readable tables of words beside the code of a room, and patterns of what stands in them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(room: str, name: str) -> Mapping[str, Any]:
    """Return a table of a room, by the name of its package; it is parsed once."""
    found: Mapping[str, Any] = tomllib.loads(files(room).joinpath(name).read_text("utf-8"))
    return found


def listed(rows: Iterable[Mapping[str, Any]], column: str = "words") -> tuple[str, ...]:
    """Return the words in a column of rows, of which some may have none there."""
    return tuple(word for row in rows for word in row.get(column, ()))


def either(words: Iterable[str]) -> str:
    """Return a pattern of any of some words; one that ends in * is all that begin so."""
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)


def any_of(room: str, name: str, *kinds: str) -> str:
    """Return a pattern of any of the words of some kinds of rows in a table."""
    return either(word for kind in kinds for word in listed(table(room, name)[kind]))


@cache
def finds(room: str, name: str, *kinds: str) -> re.Pattern[str]:
    """Return what finds any of the same in a text, as whole words in any case."""
    return re.compile(rf"\b(?:{any_of(room, name, *kinds)})\b", re.IGNORECASE)
