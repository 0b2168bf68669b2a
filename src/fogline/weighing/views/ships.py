"""Which ship "the vessel" is: the one that its text calls by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from fogline.model import Document, Mention
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import tokens
from fogline.weighing.sources.authorities import country

_DEFINITE = re.compile(r"\b(?:the|this|that)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
NEAR = 24  # characters before a mention in which its article stands


def ship_named(mention: Mention, document: Document) -> str:
    """Return the name of the one ship of a text for "the ship" and the like, "" where none is."""
    if mention.start is None or mention.text.rpartition(" ")[2].casefold() not in _words():
        return ""  # most mentions
    before = document.text[max(0, mention.start - NEAR) : mention.start]
    return _only(document.text) if _DEFINITE.search(before) else ""


@lru_cache(maxsize=256)
def _only(text: str) -> str:
    """Return the one name that a text has for a ship, "" where it may have several: of "the ship
    Iran seized" none is known.
    """
    names = {found["name"] for found in _called().finditer(text)}
    only = names.pop() if len(names) == 1 else ""
    return "" if any(map(country, tokens(only))) else only


@cache
def _called() -> re.Pattern[str]:
    """Return what calls a ship by a name: "the bulk carrier Corinth Star"."""
    words, days = ("|".join(sorted(of)) for of in (_words(), _table()["days"]))
    word = rf"(?!(?:{days})\b)[A-Z][\w’-]+"
    prefix = r"M/?[VT]\s+"
    return re.compile(
        rf"(?:\b(?i:{words})\s+(?:{prefix})?|\b{prefix})[\"“‘']?(?P<name>{word}(?:\s{word}){{0,2}})"
    )


@cache
def _words() -> frozenset[str]:
    return frozenset(_table()["vessels"])


def _table() -> Mapping[str, Sequence[str]]:
    return table(__package__, "parties.toml")
