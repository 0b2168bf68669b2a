"""What a part of a counted whole comes to: "half of the 40 guests", "all but two of the 15"."""

from __future__ import annotations

import re
from typing import Final

from fogline.model import Range
from fogline.reading.quantities.numerals import NUMERAL, value
from fogline.reading.tables import rows

_WORTH: Final = {
    word: (int(r["over"]), int(r["under"]), r["kind"])
    for r in rows("quantities", "fractions.csv")
    for word in r["word"].split("|")
}
_PARTS: Final = "|".join(sorted(map(re.escape, _WORTH), key=len, reverse=True))
_MORE: Final = r"more than|over|at least|no fewer than|no less than|well over|just over"
_LESS: Final = r"fewer than|less than|under|up to|at most|no more than|just under"
_ABOUT: Final = r"nearly|almost|about|around|roughly|some|close to"
_WHOSE: Final = "the|its|their|his|her|our|these|those"
_GUESSED: Final = "some|about|around|nearly|roughly|estimated"
_OF: Final = (
    rf"(?:of (?:(?:{_WHOSE}) )?|(?:{_WHOSE}) )(?:[a-z]+ of )?"
    rf"(?:(?:{_GUESSED}) )?"
)
_LAST: Final = tuple(f"{word} " for word in f"of|{_WHOSE}|{_GUESSED}".split("|"))  # of `_OF`
_PERCENT: Final = r"\d{1,2}(?:%| percent| per cent)"
_TAKEN: Final = rf"(?:{_PARTS})|{_PERCENT}|all but (?:{NUMERAL})"
_SHARE: Final = re.compile(
    rf"(?:(?P<more>{_MORE}) |(?P<less>{_LESS}) |(?:{_ABOUT}) )?"
    rf"(?:(?P<part>{_PARTS})|(?P<percent>{_PERCENT})|all but (?P<saved>{NUMERAL})) "
    rf"{_OF}(?P<whole>{NUMERAL})\b",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    rf"\b(?:(?:{_MORE}|{_LESS}|{_ABOUT}) )?(?:{_TAKEN}) {_OF}$", re.IGNORECASE
)
_LONGEST: Final = 60


def of_whole(phrase: str) -> Range | None:
    """Return how many a phrase names by their share of a counted whole."""
    match = _SHARE.match(phrase)
    whole = value(match["whole"]) if match else None
    if match is None or whole is None:
        return None
    if match["saved"]:
        saved = value(match["saved"])
        left = whole.value - saved.value if saved else 0
        return Range(left, left) if left > 0 else None
    part, kind = _part(match, whole.value)
    if match["less"]:
        return Range(None, part)
    return Range(part, None if match["more"] or kind == "least" or whole.open else part)


def _part(match: re.Match[str], whole: int) -> tuple[int, str]:
    """Return what a share of a whole comes to, and whether it is at least that."""
    if match["percent"]:
        return round(whole * int(re.sub(r"\D", "", match["percent"])) / 100), "exact"
    over, under, kind = _WORTH[match["part"].lower()]
    return whole * over // under, kind


def start(text: str, low: int, at: int) -> int:
    """Return where a share of what is counted at an offset begins; the offset where none does."""
    if not text[max(low, at - _LONGEST) : at].lower().endswith(_LAST):
        return at
    match = _BEFORE.search(text, max(low, at - _LONGEST), at)
    return match.start() if match else at
