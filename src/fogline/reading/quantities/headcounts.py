"""Phrases that count people: where one begins, how far it reaches, and whether it counts things."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.apart import APART
from fogline.reading.quantities.counts import (
    COLLECTIVE,
    COUNT,
    COUNT_PATTERN,
    THINGS,
    added,
    is_count,
    number,
)
from fogline.reading.quantities.harmwords import counted

if TYPE_CHECKING:
    from fogline.reading.quantities.harmwords import Cue, Harm

_WHERE: Final = r"(?:in|at|near|around|outside|inside)"
# Others, told of by where they were: "45 in Aden and 22 in Lahij", not "22 in Lahij were hurt".
_THERE: Final = (
    rf"(?= {_WHERE} )(?!(?: [\w'’-]+){{2,5}}? (?:were|was|have|had|has|are|is|fled|died|said)\b)"
)
_OWN_PLACE: Final = re.compile(rf" {_WHERE} (?:(?! and )[^.;,:])*")
_NEXT_CLAUSE: Final = re.compile(r"\b(?:and (?:left|injur|wound|kill|hurt)\w*|while|when|after)\b")


def victims_from(text: str, cue: Cue, at: int, right: int) -> Harm | None:
    """Return what a phrase that begins at an offset counts, with those told of apart."""
    if not (start := starts(text, at, right)):
        return None
    clause = _NEXT_CLAUSE.search(text, at, right)
    stop = min(clause.start() if clause else right, at + 120)
    harm = counted(cue, text, at, max(_chain_end(text, start, stop), at))
    return _with_others(text, harm, stop, right) if harm else None


def with_company(text: str, harm: Harm, right: int) -> Harm:
    """Add those who are told of behind the harm word: "two were killed along with six officers"."""
    match = _COMPANY.match(text, harm.cue_end, right)
    if match is None:
        return harm
    start, end = match.span("n" if match["n"] else "m")
    if counts_things(text, end) or _OTHERWISE.match(text, end):
        return harm
    more = number(text[start : ends(text, end, right)])
    return replace(harm, range=added([harm.range, more])) if more else harm


_FOLLOWERS: Final = (
    "men|soldiers|fighters|aides|bodyguards|guards|companions|comrades|others|people|civilians"
    "|relatives|officers|troops|children|women"
)
_COMPANY: Final = re.compile(
    rf"(?: {_WHERE} [^.;,:]{{1,60}}?)?,? (?:(?:along|together) with|as well as|(?P<there>and))"
    rf" (?:another |a further )?(?P<n>{COUNT_PATTERN})(?(there){_THERE})"
    rf"| with (?P<m>{COUNT_PATTERN})(?= of (?:his|her|their)\b| (?:{_FOLLOWERS})\b)",
    re.IGNORECASE,
)
_OTHERWISE: Final = re.compile(
    rf"(?: of (?:his|her|their) [\w'’-]+| (?:{_FOLLOWERS})){APART}", re.IGNORECASE
)


def _with_others(text: str, harm: Harm, stop: int, right: int) -> Harm:
    """Add those told of apart: "19 people in Saraqeb and another 23 people in Ehsim"."""
    match = _OTHERS.search(text, harm.end, stop)
    if match is None or counts_things(text, match.end("n")):
        return harm
    end = ends(text, match.end("n"), right)
    more = number(text[match.start("n") : end])
    between = text[end:right]
    theirs = _OWN_PLACE.fullmatch(between) if match["there"] else not between.strip(" ,")
    if more is None or (right < len(text) and theirs):
        return harm
    return replace(harm, range=added([harm.range, more]), end=end)


_OTHERS: Final = re.compile(
    r"\b(?:and (?:another|a further|an additional)|in addition to|plus"
    rf"|(?P<there>{_WHERE} [^.;:]{{1,40}}? and)) (?P<n>{COUNT_PATTERN})"
    rf"(?(there){_THERE}|(?! (?:were|was)\b))",
    re.IGNORECASE,
)


def starts(text: str, at: int, right: int) -> int:
    """Return where the count or the single victim's phrase at `at` ends, 0 when none is there."""
    if (count := COUNT.match(text, at, right)) and is_count(text, count):
        return 0 if counts_things(text, count.end()) else ends(text, count.end(), right)
    single = _SINGLE_VICTIM.match(text, at, right)
    return single.end() if single and not _MANY.match(text, at) else 0


_SINGLE_VICTIM: Final = re.compile(
    r"another(?=[.,;]|$| (?:in|at|on|near|when|while|as|before|after)\b)"
    r"|(?:an?|another|his|her|their) (?:[\w'’-]+ ){0,3}?[\w'’-]*[^\W\ds]\b",
    re.IGNORECASE,
)
_MANY: Final = re.compile(
    rf"an? (?:[\w'’-]+ ){{0,2}}(?:lot|host|couple|{'|'.join(sorted(COLLECTIVE))})\b",
    re.IGNORECASE,
)
_PHRASE: Final = re.compile(
    r"(?: (?!(?:in|on|at|near|from|during|by|with|when|after|who|which|that|and|or|as|including"
    r"|were|was|have|had|has|are|is|said|says|told|died|it|he|she|they)\b)[\w'’-]+){0,4}"
)
_CHAIN: Final = re.compile(
    r"(?:,? and |, (?:and )?|,? as well as |,? in addition to )(?=(?:\w+ ){0,3}?\w)"
    r"(?!(?:[\w'’-]+ ){1,5}among (?:them|those)\b)",
    re.IGNORECASE,
)


def ends(text: str, at: int, right: int) -> int:
    """Return where the noun phrase behind a count ends."""
    match = _PHRASE.match(text, at, right)
    return match.end() if match else at


def _chain_end(text: str, at: int, right: int) -> int:
    """Extend a counted phrase over "and three children" and ", two women"."""
    while (join := _CHAIN.match(text, at, right)) and (end := starts(text, join.end(), right)):
        if _OWN_CLAUSE.match(text, end) or _TELLS.match(text, end):
            break
        at = end
    return min(at, right)


_OWN_CLAUSE: Final = re.compile(
    r" (?:have|has|had|were|was|are|is|died|sa(?:y|ys|id)|told)\b", re.IGNORECASE
)

# Who tells of it stands behind the toll: "killing seven, an official at the clinic said".
_TELLS: Final = re.compile(
    r"(?: (?!(?:and|the|an?|his|her|their|who|that|which|was|were|it|he|she|they|we)\b)"
    r"[\w'’-]+){0,3}"
    r"(?: (?:for|at|of|from|in|with|speaking)"
    r"(?: (?!(?:and|who|that|which|was|were)\b)[\w'’-]+){1,5}?)?"
    r" (?:sa(?:y|ys|id)|t(?:old|ells)|(?:add|report|confirm|state|claim|estimate|recall)(?:s|e?d)"
    r"|announce[sd])\b",
    re.IGNORECASE,
)


def counts_things(text: str, at: int) -> bool:
    """Whether the noun behind a count is no person: "two rocket launchers", "two of their cars"."""
    words = _PHRASE_WORDS.match(text, at)
    return bool(words and not THINGS.isdisjoint(words.group().lower().split()))


_COUNTED_WORD: Final = r"[ -](?!(?:and|in|on|at|were|was|people|civilians)\b)[a-zA-Z]+"
_PHRASE_WORDS: Final = re.compile(
    rf" of (?:the|its|his|her|their|these|those)(?:{_COUNTED_WORD}){{1,3}}"
    rf"|(?:{_COUNTED_WORD}){{0,2}}"
)
