"""Who was harmed, by the words beside a word of harm; it also works where commas were lost."""

from __future__ import annotations

import re
from typing import Final

from fogline.model import Range
from fogline.reading.counts import COUNT, COUNT_PATTERN, counts, is_count, is_plural
from fogline.reading.harmwords import Cue, Harm, counted
from fogline.reading.headcounts import THINGS, counts_things, ends, starts, victims_from

_AUXILIARY: Final = re.compile(
    r"(?:\b(?:was|were|been|being|be|is|are|get|got|gets|reportedly|also|feared|confirmed|presumed"
    r"|believed|seriously|critically|slightly|badly|\w+ly)\s+)+$",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    r"^(?:(?!\b(?:and|but|while|as|when|after|before|hit|struck)\b)[^.;:!?]){0,90}$", re.IGNORECASE
)
_RIGHT: Final = re.compile(
    r"\s*(?:(?:or|and) (?:injur|wound|kill)\w+\s+)?(?:(?:also|another|a further|an additional"
    r"|\w+ly)\s+)*",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"\s+(?:of|to|at|:|toll of|has risen to|had risen to)?\s*", re.IGNORECASE)
_TOLL: Final = re.compile(
    r"\b(?:to|at(?! least| most)|as|of|reached|now|is|was|stands at|exceeded|passed)\s+",
    re.IGNORECASE,
)
_NUMBER_OF: Final = re.compile(
    r"\b(?:number|count|tally|figure)(?: of (?!\d)[^.;:!?]*| )$", re.IGNORECASE
)


def beside(text: str, cue: Cue, left: int, right: int) -> Harm | None:
    """Victims right in front of a harm word behind whose own come others': "15 killed 20 injured".

    Where commas are lost, what follows the word would be taken for its object.
    """
    if cue.frame not in {"participle", "state"}:
        return None
    at = _RIGHT.match(text, cue.end, right)
    behind = starts(text, at.end() if at else cue.end, right)
    if not behind or text[behind:right].strip() or right >= len(text):
        return None
    match = _IN_FRONT.search(text, left, cue.start)
    if match is None or counts_things(text, match.end("count")):
        return None
    return counted(cue, text, *match.span("who"))


_IN_FRONT: Final = re.compile(
    rf"\b(?P<who>(?P<count>{COUNT_PATTERN})(?: [\w'’-]+){{0,3}}) $", re.IGNORECASE
)


def by_words(text: str, cue: Cue, left: int, right: int) -> Harm | None:
    if cue.frame == "participle" and _NUMBER_OF.search(text, max(left, cue.start - 80), cue.start):
        return _after_toll(text, cue, left, right)
    return next((h for side in _SIDES[cue.frame] if (h := side(text, cue, left, right))), None)


def _after(text: str, cue: Cue, left: int, right: int) -> Harm | None:
    """Victims right behind the word: "killed at least 12 people"."""
    if cue.frame == "participle" and _AUXILIARY.search(text, max(left, cue.start - 40), cue.start):
        return None
    match = _RIGHT.match(text, cue.end, right)
    return victims_from(text, cue, match.end() if match else cue.end, right)


def _after_of(text: str, cue: Cue, left: int, right: int) -> Harm | None:  # noqa: ARG001 - one shape for every side
    """Victims behind a noun: "the deaths of 12 people"."""
    match = _OF.match(text, cue.end, right)
    return victims_from(text, cue, match.end(), right) if match else None


def _after_toll(text: str, cue: Cue, left: int, right: int) -> Harm | None:  # noqa: ARG001 - one shape for every side
    """The figure that a toll stands at: "the death toll from the strikes rose to 15"."""
    stop = min(right, cue.end + _TOLL_REACH)
    for start in (cue.end, *(m.end() for m in _TOLL.finditer(text, cue.end, stop))):
        count = next(counts(text, start, right), None)
        if count and count.start() - start < _TOLL_GAP and not counts_things(text, count.end()):
            return counted(cue, text, *count.span())
    match = _AT_LEAST.search(text, cue.end, stop)
    return counted(cue, text, *match.span()) if match else None


_AT_LEAST: Final = re.compile(rf"\b(?:at least|more than|over) {COUNT_PATTERN}", re.IGNORECASE)
_TOLL_REACH: Final = 160
_TOLL_GAP: Final = 12


def _lives(text: str, cue: Cue, left: int, right: int) -> Harm | None:  # noqa: ARG001 - one shape for every side
    """Victims as lives: "claimed 17 lives"."""
    match = _TAKEN.search(text, max(left, cue.start - 60), cue.start)
    return counted(cue, text, *match.span("n")) if match else None


_TAKEN: Final = re.compile(
    rf"\b(?:claim|tak|took|cost)\w* (?P<n>{COUNT_PATTERN})(?: [\w-]+)? $", re.IGNORECASE
)


def _after_loss(text: str, cue: Cue, left: int, right: int) -> Harm | None:  # noqa: ARG001 - one shape for every side
    """Fighters lost: "the army lost 15 soldiers"; a village lost, or a war, harms nobody."""
    count = COUNT.match(text, cue.end + 1, right)
    if count is None or not is_count(text, count):
        return None
    words = text[count.end() : ends(text, count.end(), right)].split()
    return counted(cue, text, *count.span()) if any(is_plural(w) for w in words) else None


def _before(text: str, cue: Cue, left: int, right: int) -> Harm | None:  # noqa: ARG001 - one shape for every side
    """Victims in front of the word: "at least 16 civilians and three children have been killed"."""
    low = max(left, cue.start - 160)
    found = [m for m in counts(text, low, cue.start) if not counts_things(text, m.end())]
    found = [m for m in found if not _inside_including(text, low, m.start())]
    for i, count in reversed(list(enumerate(found))):
        if _BETWEEN.match(text[count.end() : cue.start].rsplit(")", 1)[-1]):
            start = _chain_start(text, found, i)
            return counted(cue, text, start, max(_before_end(text, count.end(), cue), count.end()))
    return _single_before(text, cue, low)


def _before_end(text: str, at: int, cue: Cue) -> int:
    return min(ends(text, at, cue.start), cue.start)


def _chain_start(text: str, found: list[re.Match[str]], i: int) -> int:
    """Go back over counts joined by "and": the first of "16 civilians and three children"."""
    joined = False
    while i and (
        (chain := _CHAINED.match(text, found[i - 1].end(), found[i].start()))
        or _PARTITIVE.fullmatch(text, found[i - 1].end(), found[i].start())
    ):
        joined = joined or not chain or chain["join"].strip() != ","
        if not joined:
            break
        i -= 1
    return found[i].start()


_PARTITIVE: Final = re.compile(r" of (?:the|its|their|those|these|some|about) ", re.IGNORECASE)
_CHAINED: Final = re.compile(
    r"(?: [\w'’-]+){1,3}?(?P<join>,? and |, )(?:[a-z]+ ){0,1}$", re.IGNORECASE
)
_INCLUDING: Final = re.compile(
    r"(?:including|among them|\()(?:(?! (?:were|was) )[^.;)])*$", re.IGNORECASE
)
_SINGLE_BEFORE: Final = re.compile(
    r"\b(?P<who>(?:an?|another|one|his|her|the) (?:[\w'’-]+ ){0,3}?[\w'’-]*[^\W\ds]"
    r"|(?:[A-Z][\w.'’-]+ ){1,4}(?:[A-Z][\w.'’-]+|al-\w+))\s+"
    r"(?:who )?(?:(?:was|has been|had been|is|were)\s+)(?:\w+ly\s+)?$"
    r"|\b(?:leaving|left|leaves) (?P<left>(?:an?|one) (?:[\w'’-]+ ){0,2}?[\w'’-]*[^\W\ds]) $"
)


def _inside_including(text: str, low: int, at: int) -> bool:
    """Whether a count only details one before it ("26 people including 3 children")."""
    match = _INCLUDING.search(text, low, at)
    whole = next(counts(text, low, match.start()), None) if match else None
    return bool(whole and not counts_things(text, whole.end()))


def _single_before(text: str, cue: Cue, low: int) -> Harm | None:
    match = _SINGLE_BEFORE.search(text, low, cue.start)
    if match is None:
        return None
    who = "who" if match["who"] else "left"
    words = match[who].lower().split()
    if words[-1] in THINGS or any(is_plural(w) for w in words):
        return None
    return Harm(cue.kind, Range(1, 1), *match.span(who), cue.start, cue.end)


_SIDES: Final = {
    "participle": (_after, _before),
    "active": (_after,),
    "intransitive": (_before,),
    "state": (_before, _after_of),
    "fallen": (),
    "noun": (_after_of, _before),
    "toll": (_after_toll,),
    "lives": (_lives,),
    "loss": (_after_loss,),
    "none": (),
}
