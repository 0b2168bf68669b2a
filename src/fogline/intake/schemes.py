"""How the common kinds of site mark comment threads up: the schemes of `threads.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment; `parent` counts the page's comments from 0."""

    text: str
    author: str | None = None
    posted: str | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Scheme:
    """How one kind of site marks its comments up (see threads.toml)."""

    name: str
    example: str
    item: str | None = None
    content: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    posted: tuple[str, ...] = ()
    classes: re.Pattern[str] | None = None
    ids: re.Pattern[str] | None = None
    chrome: str | None = None
    below: str | None = None
    quoted: str | None = None
    author_before: str | None = None
    posted_after: str | None = None
    indent: str | None = None
    forum: bool = False


@dataclass(slots=True)
class Item:
    """A node that may be a comment; `above` is the item that holds it, by number."""

    node: Any
    above: int | None
    items: frozenset[int]
    wraps: bool = False
    comment: Comment | None = None


@cache
def schemes() -> tuple[Scheme, ...]:
    """Return the schemes of threads.toml, in the file's order."""
    source = resources.files(__package__).joinpath("threads.toml").read_text("utf-8")
    return tuple(_scheme(row) for row in tomllib.loads(source)["scheme"])


def _scheme(row: dict[str, Any]) -> Scheme:
    lists = {k: tuple(row.get(k, ())) for k in ("content", "author", "posted")}
    patterns = {k: re.compile(row[k]) for k in ("classes", "ids") if k in row}
    return Scheme(**(row | lists | patterns))
