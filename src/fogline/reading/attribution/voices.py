"""What kind of source a phrase names by its words, where the class of its noun tells less: a "news
agency", a "relief committee", a capital that stands for its government (data: voices.csv).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from fogline.reading.actors import actors, bodies
from fogline.reading.grammar.phrases import extent
from fogline.reading.tables import rows
from fogline.reading.words import classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fogline.model import Mention
    from fogline.reading.attribution.sayings import Link
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene


_STAFF: Final = frozenset({"official", "armed-group"})
_BODIES: Final = frozenset({"official", "organisation", "armed-group"})


def kind(link: Link, scene: Scene, body: str | None = None) -> str:
    """Return the codebook's kind of a source by its linked entity, its words, its name, the `body`
    whose people speak.
    """
    token = link.source
    entity = scene.actors_at.get(token.i)
    known = actors.link(entity.name) if entity is not None and entity.name else None
    if known is not None and known.kind in classes.SOURCE_KINDS:
        return known.kind
    start, end = link.extent or extent(token)
    phrase = scene.doc[start:end]
    if _is_government(phrase):
        return "official"
    if any(t.ent_type_ == "PER" and t.text[:1].isupper() for t in phrase):
        return "named-person"
    told = worded(token, phrase) or classes.source_kind(token)
    theirs = bodies.of_id(body) if body else None
    if theirs is not None and told in _STAFF and theirs.kind in _BODIES:
        return theirs.kind  # "UN officials", "an army commander"
    return told or ("organisation" if token.pos_ == "PROPN" else "anonymous")


@cache
def _voices() -> dict[str, list[tuple[frozenset[str], str]]]:
    """Return for each noun the kinds that it may have, each with words one of which it needs."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for row in rows("voices.csv"):
        beside = frozenset(row["beside"].split("|")) if row["beside"] else frozenset()
        for word in row["word"].split("|"):
            found.setdefault(word, []).append((beside, row["kind"]))
    return found


def worded(head: Token, phrase: Sequence[Token]) -> str | None:
    """Return the codebook's kind of the source that a phrase with its head names; None where its
    words tell nothing more.
    """
    said = {form for t in phrase for form in (t.lower_, t.lemma_.lower())}
    heads = (head.lemma_.lower(), phrase[-1].text)
    told = (row for noun in heads for row in _voices().get(noun, ()))
    return next((kind for beside, kind in told if not beside or beside & said), None)


def _is_government(phrase: Sequence[Token]) -> bool:
    """Tell whether a phrase is a country's or a capital's name, which speak for a government."""
    name = " ".join(t.text for t in phrase if t.pos_ != "DET")
    return bool(bodies.capitals().get(name) or bodies.lands().get(name))


def bare(who: Mention) -> Mention:
    """Return a source without the clock time or the sign that opens its post: "21:15 A medic"."""
    opening = _POSTED.match(who.text)
    if opening is None or who.start is None or opening.end() == len(who.text):
        return who
    return replace(who, text=who.text[opening.end() :], start=who.start + opening.end())


_POSTED: Final = re.compile(
    r"(?:(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?(?:[ap]\.?m\.?|UTC|GMT))?(?![\w.])|"
    r"[^\w\s\"'“‘«(\[@#$€£&])"
    r"(?:[^\w\"'“‘«(\[@#$€£&])*"
)
