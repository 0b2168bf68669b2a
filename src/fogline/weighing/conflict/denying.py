"""What the words about a deed deny: much that reads as negative denies no deed, or none of its own.

"To stop their advance" does not say that they did not advance, and "has long denied using gas" is
of no deed in particular.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from fogline.weighing.measures.tables import finds, listed, table
from fogline.weighing.measures.wording import stem, tokens

if TYPE_CHECKING:
    from fogline.model import Claim

TABLE = "denying.toml"
NEAR = 2  # words between the words of a near row and the trigger
STATES = frozenset({("RETREAT", "ceasefire"), ("CONTROL", "besiege")})
_CLAUSE = re.compile(r"[,;:\u2013\u2014]")


def denies(words: Set[str]) -> bool:
    """Say whether a sentence has a word of denial, by the stems of its words."""
    return not words.isdisjoint(_denials())


@cache
def _denials() -> frozenset[str]:
    return frozenset(map(stem, listed(_table()["denials"])))


def leaves_open(claim: Claim) -> bool:
    """Say whether a negative claim's words leave open that such a deed was done."""
    weak = claim.polarity == "negative" and _weak(claim.sentence.text, claim.event)
    return weak or _told(claim, "leaves")


def nearly(claim: Claim) -> bool:
    """Say whether a claim tells that something was all but done."""
    return _told(claim, "nearly")


def not_yet(claim: Claim) -> bool:
    """Say whether a claim tells that something has not come about so far."""
    return _told(claim, "yet")


def only_ended(denial: Claim, told: Claim) -> bool:
    """Say whether one tells that a truce or a siege ended, and the other not that it goes on."""
    kind = (denial.event, denial.mode)
    return kind in STATES and _told(denial, "ended") and not _told(told, "lasts")


def only_named(claim: Claim) -> bool:
    """Say whether a truce is only named, and not said to hold or to have come."""
    truce = (claim.event, claim.mode) == ("RETREAT", "ceasefire")
    return truce and _told(claim, "named") and not _told(claim, "came")


def is_former(claim: Claim) -> bool:
    """Say whether a denial is of what lies further back than what its text tells."""
    return _told(claim, "former")


def is_standing(claim: Claim) -> bool:
    """Say whether somebody denies ever again, and not on one occasion."""
    return _told(claim, "standing")


def is_habit(claim: Claim) -> bool:
    """Say whether what is denied is that something is used at all: "denies using gas"."""
    return claim.trigger.text.casefold() in _table()["habits"]


def names_gas(sentence: str) -> bool:
    """Say whether a sentence tells of gas and the like."""
    return bool(finds(__package__, TABLE, r"\b{gas}\b").search(sentence))


def names_arms(sentence: str) -> bool:
    """Say whether a sentence tells of arms that are no gas: "mortars", "clashes"."""
    return bool(finds(__package__, TABLE, r"\b{arms}\b").search(sentence))


def _told(claim: Claim, kind: str) -> bool:
    at = claim.trigger.start - claim.sentence.start
    return _says(claim.sentence.text, at, at + len(claim.trigger.text), kind, claim.event)


@lru_cache(maxsize=1 << 12)
def _weak(sentence: str, event: str) -> bool:
    """Say whether a sentence holds words of hindering or ending, and none of denial."""
    said = set(tokens(sentence))
    if said & set(_table()["strong"]):
        return False
    rows = (row for row in _table()["weak"] if event in row.get("events", (event,)))
    return any(said & set(row["words"]) for row in rows)


@lru_cache(maxsize=1 << 12)
def _says(sentence: str, start: int, end: int, kind: str, event: str) -> bool:
    before = tokens(_CLAUSE.split(sentence[:start])[-1])
    behind = tokens(_CLAUSE.split(sentence[end:])[0])
    trigger = " ".join(tokens(sentence[start:end]))
    rows = (row for row in _table()[kind] if event in row.get("events", (event,)))
    return any(_row_says(row, before, trigger, behind) for row in rows)


def _row_says(
    row: Mapping[str, Any], before: Sequence[str], trigger: str, behind: Sequence[str]
) -> bool:
    reach = NEAR if row.get("near") else row.get("reach", _table()["reach"])
    words, after, across = row.get("words", ()), row.get("after", ()), row.get("across", False)
    return (
        trigger in row.get("trigger", ())
        or any(_stands(phrase.split(), before, reach, across) for phrase in words)
        or any(_stands(phrase.split()[::-1], behind[::-1], reach, across) for phrase in after)
    )


def _stands(phrase: Sequence[str], said: Sequence[str], reach: int, across: bool) -> bool:
    """Say whether words stand near the end of others, with nothing that negates behind them."""
    size, last = len(phrase), len(said)
    for at in range(max(0, last - reach - size), last - size + 1):
        if list(said[at : at + size]) == list(phrase):
            return across or not set(said[at + size :]) & set(_table()["negations"])
    return False


@cache
def _table() -> Mapping[str, Any]:
    return table(__package__, TABLE)
