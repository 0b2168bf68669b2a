"""The cues of `cues.toml`: what a paragraph without markup is, by its words alone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from importlib import resources

LONGEST = 700  # characters; a longer paragraph is running text whatever it opens with
EVERYWHERE = frozenset({"head", "tail", "edge"})
ROLES = ("repost", "byline", "notice", "form", "boilerplate", "related", "caption")


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern that matches from a paragraph's first character to its last."""

    pattern: re.Pattern[str]
    where: str
    needs: re.Pattern[str] | None
    heads: re.Pattern[str] | None
    sure: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The role that a cue gave to a paragraph and the names it caught."""

    role: str
    author: str | None = None
    publisher: str | None = None
    posted: str | None = None
    reply: str | None = None
    sure: bool = False


def paragraph(text: str, places: Set[str] = EVERYWHERE) -> Found | None:
    """Return what a whole paragraph is, if its words tell; None is running text.

    `places` are where it stands: head (at most one paragraph of body before it), tail (some body
    before it), edge (among the first or last few).
    """
    if len(text) > LONGEST:
        return None
    return next((f for role in ROLES if (f := match(role, text, places))), None)


def match(role: str, text: str, places: Set[str] = EVERYWHERE) -> Found | None:
    """Return what the first cue of a role catches in a paragraph."""
    for cue in table()[role]:
        if cue.where != "any" and cue.where not in places:
            continue
        found = cue.pattern.match(text)
        if found and (cue.needs is None or cue.needs.search(text)):
            names = {k: _tidy(v) for k, v in found.groupdict().items() if k != "rest"}
            return Found(role, sure=cue.sure, **names)
    return None


def opens_links(text: str) -> bool:
    """True for a heading under which links to other pages stand."""
    return any(c.heads is not None and c.heads.match(text) for c in table()["related"])


@cache
def table() -> dict[str, tuple[Cue, ...]]:
    """Return the cues by role, in the file's order."""
    source = resources.files(__package__).joinpath("cues.toml").read_text("utf-8")
    return {role: tuple(_cue(row) for row in rows) for role, rows in tomllib.loads(source).items()}


def _cue(row: dict[str, str]) -> Cue:
    needs, heads = row.get("needs"), row.get("heads")
    return Cue(
        re.compile(row["pattern"]),
        row.get("where", "any"),
        re.compile(needs) if needs else None,
        re.compile(heads) if heads else None,
        bool(row.get("sure", False)),
    )


def _tidy(value: str | None) -> str | None:
    return value.strip(" ,|–—-") or None if value else None
