"""Whose "our soldiers" are: words that make forces a speaker's own, and the body he speaks for."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from fogline.model import Claim, Document, Mention, Source, Span
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import tokens
from fogline.weighing.sources.authorities import country, is_armed_body, ranks
from fogline.weighing.sources.bodies import bodies, body_behind, fights, name_behind

NEAR = 20  # characters before a name in which "its" belongs to it
BEHIND = 80  # characters after a source in which its office may stand
_OWNER = r"\b(?:its|our|their|my|his|her)\s"
_BEFORE = re.compile(rf"{_OWNER}(?:[\w-]+\s)?$", re.IGNORECASE)
_WITHIN = re.compile(_OWNER, re.IGNORECASE)
_FIRST = re.compile(r"(?:our|my)\s", re.IGNORECASE)


def is_own(mention: Mention, claim: Claim, document: Document) -> bool:
    """Say whether words make somebody the speaker's own: "our men", or "its" of nobody nearer."""
    owner = _owner(mention, document)
    if owner is None or mention.start is None:
        return False
    return bool(_FIRST.match(owner)) or not _named_before(mention.start, claim)


def is_ours(mention: Mention, document: Document) -> bool:
    """Say whether words make somebody theirs who speak: "our men", not "its"."""
    return bool(_FIRST.match(_owner(mention, document) or ""))


def _owner(mention: Mention, document: Document) -> str | None:
    if mention.start is None:
        return None
    before = document.text[max(0, mention.start - NEAR) : mention.start]
    found = _BEFORE.search(before) or _WITHIN.search(mention.text)
    return found.group() if found else None


def _named_before(start: int, claim: Claim) -> bool:
    """Say whether a claim names somebody before, whose "its" may be: "Tarn and his men"."""
    named = (m.start for m in (*claim.actors, *claim.recipients))
    return any(at is not None and at < start for at in named)


def spoken_for(source: Source, sentence: Span) -> str:
    """Return the name of the body that a source's words say it is of or speaks for; or nothing.

    "a colonel of the Northern Front", "army spokesman A. Name", "A. Name, a Front commander".
    """
    known = _patterns()
    if found := known.before.match(source.text):
        return found["whom"]
    at = (source.end or 0) - sentence.start
    text = source.text + (sentence.text[at : at + BEHIND] if at > 0 else "")
    found = known.behind.search(text)
    beside = found is not None and found.start() <= len(source.text) + len(", the ")
    return found["whom"] if found and beside else ""


def of_channel(author: Source) -> Mention | None:
    """Return the body that an author is who writes on its own channel, None where he is none."""
    if author.kind != "author":
        return None
    body = None if author.id else body_behind(author.text)
    if body and fights(body):
        return Mention(bodies().called[body], id=body)
    name = _channel().sub("", author.text)
    return Mention(name, id=author.id) if author.id or is_armed_body(name) else None


def names_itself(mention: Mention, claim: Claim, author: Source) -> bool:
    """Say whether the name of an author, or of the body whose channel it is, stands before
    somebody: "the Front says that its men", on "Front Media (channel)".
    """
    at = (mention.start or 0) - claim.sentence.start
    before = f" {' '.join(tokens(claim.sentence.text[: max(at, 0)]))} "
    names = {name_behind(author.text), " ".join(tokens(_channel().sub("", author.text)))} - {""}
    return any(f" {name} " in before for name in names)


def is_soldier(source: Source) -> bool:
    """Say whether a source is told by a soldier's rank or calling: his men are under arms."""
    return bool(ranks().intersection(tokens(source.text)))


def is_land(name: str) -> bool:
    """Say whether a name is only that of a land's people: "Ukrainian" of "a Ukrainian colonel"."""
    return all(map(country, tokens(name)))


@cache
def _channel() -> re.Pattern[str]:
    kinds = rf"\W+(?:(?:{_any('channel_kind')}) )*(?:{_any('channel')})\W*$"
    return re.compile(kinds, re.IGNORECASE)


class _Patterns(NamedTuple):
    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    office = rf"(?i:{_any('rank', 'office')})\b(?!\s+(?i:{_any('of_ranks')}))"
    rest = rf"(?:\s+(?:[A-Z\d][\w-]*(?:['’](?!s\b)\w+)*|(?i:{_any('institution')})\b))*"
    lead = rf"(?:(?i:an?|the|one|two|{_any('eminent')})\s+)*"
    return _Patterns(
        re.compile(rf"{lead}(?P<whom>(?!(?:{office}))[\w-]+{rest}?)(?:['’]s)?\s+{office}"),
        re.compile(
            rf"\b{office}(?:\s+[A-Z][\w.'’-]*)*"
            rf"\s+(?:of|from|for|with|in|within)\s+{lead}(?P<whom>[\w-]+{rest})"
        ),
    )


def _any(*kinds: str) -> str:
    words = table(__package__, "sources.toml")
    return "|".join(sorted({word for kind in kinds for word in words[kind]}))
