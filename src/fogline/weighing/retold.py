"""What a page tells again: to take it back ("we wrote that ... had been destroyed"), or as a
forecast that others had made before.

The codebook codes such a claim as it was first made. The page does not assert it any more, so that
it is never firm and confirms nothing, and what its publisher had told before is taken back. What a
source is told to have withdrawn is in `retractions`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from fogline.model import Claim, Contradiction, Document, Range, Turn
from fogline.weighing.days import iso
from fogline.weighing.versions import cue
from fogline.weighing.wording import fold, tokens

if TYPE_CHECKING:
    from fogline.weighing.views import View

CORRECTED = "corrected"
AGO = 6  # words that may stand between when it was said and that it was
REACH = 3  # words that may stand between who wrote it and that he did
COUNTED = ("killed", "injured", "missing", "displaced")
NOT = frozenset({"no", "not", "never", "instead", "rather"})
_COLON = re.compile(r"^\W*(?P<word>[^\W\d_]+)\s*[:–—-]")


def retold(claim: Claim, document: Document, *, heading: bool) -> str:
    """Return how a document takes back what a claim tells, "" where it does not."""
    title = document.title or ""
    if not _corrects(title, document.text):
        return ""
    said = claim.sentence.text
    led = said[: claim.trigger.start - claim.sentence.start]
    again = _names(said) if heading else bool(_wrote().search(f" {' '.join(tokens(led))} "))
    return (cue(f"{title} . {document.text}") or CORRECTED) if again else ""


@lru_cache(maxsize=1 << 12)
def foretold(sentence: str) -> bool:
    """Say whether a sentence only tells again what had been forecast: "had declared that".

    Whoever speaks behind that ("..., residents said") says something else.
    """
    if "will" in tokens(sentence):
        return False
    told = _had_said().match(sentence)
    words = tokens(told[0] if told else sentence)
    said = [n for n, word in enumerate(words) if word in _foretold()["verbs"]]
    now = [n for n in said if not _had(words, n) and not _ago(words, n)]
    return bool(said) and not now


@cache
def _had_said() -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, _foretold()["verbs"]))
    return re.compile(rf"(?is).*?\bhad (?:\w+ )?(?:{verbs})\b[^,;]*?\bwould\b")


def counts_from_then(sentence: str) -> bool:
    """Say whether a sentence counts days from when what it tells again was said."""
    return not set(_foretold()["counted"]).isdisjoint(tokens(sentence))


def _had(words: Sequence[str], verb: int) -> bool:
    return "had" in words[max(0, verb - 2) : verb]


def _ago(words: Sequence[str], verb: int) -> bool:
    """Say whether it was said on a day before: "last week the council said"."""
    led = f" {' '.join(words[:verb])} "
    behind = (led.rpartition(f" {phrase} ") for phrase in _foretold()["before"])
    return any(found and len(rest.split()) <= AGO for _, found, rest in behind)


def set_right(told: Sequence[View]) -> Mapping[str, str]:
    """Return the claims of an event that a page of their own publisher takes back later, by id.

    With each stands the claim by which it does so.
    """
    back = [v for v in told if v.retold and v.document.publisher and v.said is not None]
    found = {}
    for v in sorted(told, key=lambda v: v.order):
        later = [w for w in back if _takes_back(w, v)]
        if later and not v.retold:
            found[v.claim.id] = min(later, key=lambda w: (w.said or 0, w.order)).claim.id
    return found


def standing(told: Sequence[View]) -> list[View]:
    """Return the claims that nobody has taken back."""
    back = set_right(told)
    return [v for v in told if not v.retold and v.claim.id not in back]


def correction(told: Sequence[View]) -> Contradiction | None:
    """Return the conflict of what a publisher told with the page on which it takes that back."""
    back = set_right(told)
    by = {v.claim.id: v for v in told}
    if not back:
        return None
    pages = sorted((by[c] for c in {*back.values()}), key=lambda v: (v.said or 0, v.order))
    first = sorted((by[c] for c in back), key=lambda v: (v.said or 0, v.order))
    names = ", ".join(sorted({v.document.publisher or "" for v in pages}))
    turns = [Turn(iso(v.said), v.claim.id, "asserts it") for v in first]
    turns += [Turn(iso(v.said), v.claim.id, "takes it back") for v in pages]
    return Contradiction(
        type="polarity",
        claims=tuple(v.claim.id for v in (*first, *pages)),
        state=pages[-1].retold,
        reason=f"taken back by {names} on {iso(pages[-1].said)}",
        history=tuple(turns),
    )


def _takes_back(later: View, v: View) -> bool:
    one, other = (fold(x.document.publisher or "") for x in (later, v))
    before = v.said is not None and later.said is not None and v.said <= later.said
    other_page = later.document.id != v.document.id
    alike = later.denied == v.denied and _of_its_number(later, v)
    return one == other and before and other_page and alike


def _of_its_number(later: View, v: View) -> bool:
    """Say whether a claim gives the number that a correction tells again, where it tells one.

    Who corrects how many were killed does not take back that they were.
    """
    told = [(slot, held) for slot in COUNTED if (held := getattr(later.toll, slot))]
    if later.retold != CORRECTED or not told:
        return True
    return any(_one_number(held, getattr(v.toll, slot)) for slot, held in told)


def _one_number(one: Range, other: Range | None) -> bool:
    ends = [(one.min, other.min), (one.max, other.max)] if other else []
    return any(a == b is not None for a, b in ends)


def _names(heading: str) -> bool:
    """Say whether a heading only names the story that is set right: "Correction: Raid on Orlin"."""
    found = _COLON.match(heading)
    named = found is not None and fold(found["word"]) in _table()["titles"]
    return named and not NOT.intersection(tokens(heading))


@lru_cache(maxsize=256)
def _corrects(title: str, text: str) -> bool:
    """Say whether a document sets right what its publisher told, by its title or by its words."""
    opening = (*tokens(title), "")[0]
    said = f" {' '.join(tokens(text))} "
    return opening in _table()["titles"] or any(f" {p} " in said for p in _table()["regrets"])


@cache
def _wrote() -> re.Pattern[str]:
    """Return what leads in what the publisher itself had told, words folded."""
    who, wrote = ("|".join(map(re.escape, _table()[k])) for k in ("selves", "wrote"))
    between = rf"(?:(?!(?:no|not|never)\s)\w+\s+){{0,{REACH}}}"
    return re.compile(rf"\s(?:{who})\s+{between}(?:{wrote})\s")


def _table() -> Mapping[str, list[str]]:
    return _tables()["retold"]


def _foretold() -> Mapping[str, list[str]]:
    return _tables()["foretold"]


@cache
def _tables() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(files(__package__).joinpath("evolution.toml").read_text("utf-8"))
