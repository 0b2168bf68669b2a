"""What a phrase counts: numbers with their bounds, sums over "and", single persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fogline.model import Range
from fogline.reading.numerals import NUMERAL, value
from fogline.reading.tables import rows

_BOUNDS: Final = {r["phrase"]: r["bound"] for r in rows("quantities", "bounds.csv")}
_BOUND: Final = "|".join(re.escape(p) for p in sorted(_BOUNDS, key=len, reverse=True))
COUNT: Final = re.compile(
    rf"\bbetween (?P<low>{NUMERAL}) and (?P<high>{NUMERAL})\b"
    rf"|\b(?:(?P<bound>{_BOUND}) )*(?P<first>{NUMERAL})\b(?!['’]s\b)"
    rf"(?:(?: to | or |[-–])(?P<second>{NUMERAL})\b)?(?P<more> or more\b)?",
    re.IGNORECASE,
)
"""One number with what bounds it: low and high, or bound, first, second and more."""
_NONE: Final = re.compile(r"^(?:no(?: one|body)?|zero|none|without)\b", re.IGNORECASE)
_CUT: Final = re.compile(
    r"\b(?:including|among (?:them|whom)|most(?:ly)? of|of (?:them|whom)|some of whom|who|which"
    r"|that|in|on|at(?! least| most)|near|from|during)\b|[(;:]|\ball of\b",
    re.IGNORECASE,
)
_JOIN: Final = re.compile(r",? and |, |,? as well as |,? along with |,? plus ", re.IGNORECASE)
_SINGLE: Final = re.compile(
    r"^(?:an?|another|the|his|her|their|its) (?P<words>(?:[\w'’-]+ ){0,4}?[\w'’-]*[^\W\ds])$", re.I
)
_NAMED: Final = re.compile(
    r"^(?:[A-Z][\w'’.-]*|[a-z]{2}-[A-Z][\w'’-]*)(?: [A-Z][\w'’.-]*| [a-z]{2}-\w+)*$"
)
_LOOSE: Final = re.compile(r"\b(?:several|many|heavy|numerous|few|some|various)\b", re.IGNORECASE)
_NOT_COUNT: Final = re.compile(
    r"(?:,? (?:and|to|or) \d{1,2} (?=Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    r"|\s?(?:%|percent|per cent|[AaPp]\.?[Mm]\b|st\b|nd\b|rd\b|th\b|[-–](?:year|month|day|hour)"
    r"|[-–](?:storey|story|strong)"
    r"|:\d\d|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan\b|Feb\b|Mar\b|Apr\b|Jun\b|Jul\b|Aug\b|Sep|Oct\b|Nov\b|Dec\b)"
)
_BEFORE_NOT_COUNT: Final = re.compile(
    r"(?:[$€£:/.,]|\b(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|No|Resolution|Article|Brigade|LIB) ?\.? ?)$"
)


def counts(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the counts between two offsets; dates, clock times, ages and shares are none."""
    return (m for m in COUNT.finditer(text, start, end) if is_count(text, m))


def is_count(text: str, match: re.Match[str]) -> bool:
    """Whether a match of `COUNT` counts something: no date, clock time, age, price or year."""
    start, end = match.span()
    if _NOT_COUNT.match(text, end) or _BEFORE_NOT_COUNT.search(text, max(0, start - 12), start):
        return False
    digits = match["first"] or ""
    year = len(digits) == 4 and digits.isdigit() and 1900 <= int(digits) <= 2100
    return not year or bool(match["bound"])


_DETAIL: Final = re.compile(r",? [\w-]+ of (?:them|whom)\b.*$", re.IGNORECASE)


def number(text: str) -> Range | None:
    """Return how many a phrase counts; None where it gives no figure ("several", "heavy").

    Parts joined by "and" or commas are added ("16 civilians and three children" is 19); what
    follows "including" is part of the whole. One named or singular person beside a count is 1.
    """
    phrase = " ".join(text.split())
    if _NONE.match(phrase):
        return Range(0, 0)
    head = _CUT.split(_DETAIL.sub("", phrase), maxsplit=1)[0].strip(" ,")
    parts = [_one(p) for p in _conjuncts(head)]
    counted = [p for p in parts if p]
    if not counted:
        return None
    total = _added(counted)
    return total if parts[0] else Range(total.min, None)


def _conjuncts(phrase: str) -> list[str]:
    """Split at joining words that stand outside a number ("two hundred and fifty")."""
    inside = [m.span() for m in COUNT.finditer(phrase)]
    parts, at = [], 0
    for join in _JOIN.finditer(phrase):
        if not any(a < join.start() and join.end() < b for a, b in inside):
            parts.append(phrase[at : join.start()])
            at = join.end()
    return [*parts, phrase[at:]]


def _one(part: str) -> Range | None:
    part = part.strip(" ,.\"“”'")
    match = next(counts(part, 0, len(part)), None)
    if match:
        return _bounded(match)
    if _LOOSE.search(part):
        return None
    return Range(1, 1) if _SINGLE.match(part) or _NAMED.match(part) else None


def _bounded(match: re.Match[str]) -> Range | None:
    low, high = (value(match[g] or "") for g in ("low", "high"))
    first, second = (value(match[g] or "") for g in ("first", "second"))
    if low and high:
        return Range(low.value, None if high.open else high.value)
    if first is None:
        return None
    if second and second.value >= first.value:
        return Range(first.value, None if second.open else second.value)
    bound = _BOUNDS.get((match["bound"] or "").lower(), "")
    if bound == "max":
        return Range(None, first.value)
    return Range(
        first.value, None if first.open or bound == "min" or match["more"] else first.value
    )


def _added(parts: list[Range]) -> Range:
    least = sum(p.min or 0 for p in parts) if any(p.min is not None for p in parts) else None
    most = None if any(p.max is None for p in parts) else sum(p.max or 0 for p in parts)
    return Range(least, most)
