"""How likely a line says that is which it names: "Fall of the town by Sunday: 70%", "A raid on the
port: bank on it", "A raid can't be ruled out; we put it at 15%" (data: odds.csv).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.conditions import is_present
from fogline.reading.factuality.odds import FIGURE, band_of, value_of
from fogline.reading.grammar.names import text_of
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.grammar.scope import auxiliaries
from fogline.reading.tables import rows
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_BANDS: Final = {
    word: (float(row["low"]), float(row["high"]))
    for row in rows("odds.csv")
    if row["kind"] == "line"
    for word in row["word"].split("|")
}
_WORDED: Final = "|".join(map(re.escape, sorted(_BANDS, key=len, reverse=True)))
_RATED: Final = (
    r"(?P<rated>(?:we|i)(?:['’]d| would)? (?:put|rate|see|place) (?:it|this|that)(?: at)? )"
)
_TAIL: Final = re.compile(
    rf"(?P<mark>[:;?,]| [-–—])[ \n]*{_RATED}?(?:{FIGURE}|(?P<worded>{_WORDED}))[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_AHEAD: Final = re.compile(
    r"\b(?:by|before|within|until|till|this|next|coming|tomorrow|tonight|over the|to)\b",
    re.IGNORECASE,
)
_LONGEST: Final = 80  # characters of what stands behind the mark
_PRESENT: Final = frozenset({"VB", "VBZ", "VBP"})


@told_by({":", "):", ";", "?", "breath", "believe", "bank", "bet", "count"}, otherwise=None)
def scored(event: Token) -> tuple[str, tuple[float, float], tuple[Token, ...]] | None:
    """Return the certainty, the band and the words of the odds that close the line of an event."""
    return event.doc.once(_scored, event)


@told_by(scored)
def is_scored(event: Token) -> bool:
    """Tell whether a line names an event only to say how likely it is."""
    return scored(event) is not None


def _scored(event: Token) -> tuple[str, tuple[float, float], tuple[Token, ...]] | None:
    text, end = text_of(event.doc), _end(event)
    said = _TAIL.search(text, max(event.idx, end - _LONGEST), end)
    band = _band(said) if said is not None else None
    if said is None or band is None or not _is_named(event, said):
        return None
    inside = (t for t in event.doc[event.i + 1 :] if said.start() < t.idx < said.end())
    return value_of(band), band, tuple(t for t in inside if not t.is_punct and not t.is_space)


def _end(event: Token) -> int:
    """Return where a line ends: a question's with the sentence that answers it."""
    last = event.doc[event.sent.end - 1]
    if last.text == "?" and event.sent.end < len(event.doc):
        last = event.doc[event.doc[event.sent.end].sent.end - 1]
    return last.idx + len(last.text)


def _band(said: re.Match[str]) -> tuple[float, float] | None:
    return _BANDS[said["worded"].lower()] if said["worded"] else band_of(said)


def _is_named(event: Token, said: re.Match[str]) -> bool:
    """Tell whether an event is what a line is of: bare figures behind what is not told to lie ahead
    may count anything else.
    """
    top, before = event, said.start()
    while top.dep_ in SUBJECTS | {"conj"} and top.head.i != top.i and top.head.idx < before:
        top = top.head
    if top.head.i != top.i and event.sent.start <= top.head.i and top.head.idx < before:
        return False  # "damage to the port after the raid: 70%"
    told = _is_told_ahead(top)
    head = text_of(event.doc)[event.sent[0].idx : before]
    if (said["worded"] or said["rated"]) and said["mark"] != ",":
        return told
    if said["worded"]:  # "As for the offensive, don't hold your breath"
        return told and head.lower().startswith("as for ")
    return said["mark"] == ":" and told and (top.pos_ == "VERB" or bool(_AHEAD.search(head)))


def _is_told_ahead(top: Token) -> bool:
    """Tell whether a line names a deed, or tells of it in the present or as what will be."""
    if top.pos_ in {"NOUN", "PROPN"}:
        return all(c.dep_ != "cop" for c in top.children)
    helpers = auxiliaries(top)
    bare = top.tag_ in _PRESENT and is_present(top)
    return any(a.tag_ == "MD" for a in helpers) or (not helpers and bare)
