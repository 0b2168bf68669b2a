"""Who was harmed, by the words beside a word of harm; it also works where commas were lost."""

# ruff: noqa: ARG001 - every side is asked alike, whether or not it needs both bounds

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from fogline.model import Range
from fogline.reading.quantities.counts import (
    COUNT,
    COUNT_PATTERN,
    FIRST_OF_COUNT,
    THINGS,
    counts,
    is_count,
    is_list,
    is_person,
    is_plural,
)
from fogline.reading.quantities.harmwords import Cue, Harm, begins, counted, is_active
from fogline.reading.quantities.headcounts import counts_things, ends, starts, victims_from
from fogline.reading.tables import either
from fogline.reading.words import wordwise

_AUXILIARY: Final = re.compile(
    r"(?:\b(?:was|were|been|being|be|is|are|get|got|gets|reportedly|also|feared|confirmed|presumed"
    r"|believed|seriously|critically|slightly|badly|\w+ly)\s+)+$",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    r"^(?:(?!\b(?:and|but|while|as|when|after|before|hit|struck|he|she)\b"
    r"|, (?:half|most|all but|none)\b)"
    r"[^.;:!?]){0,90}$",
    re.IGNORECASE,
)
_RIGHT: Final = re.compile(
    r"\s*(?:(?:or|and) (?:injur|wound|kill)\w+\s+)?(?:(?:also|another|a further|an additional"
    r"|\w+ly)\s+)*",
    re.IGNORECASE,
)
_OF: Final = re.compile(
    r"\s+(?:of|to|at(?! least| most)|:|toll of|has risen to|had risen to)?\s*", re.IGNORECASE
)
_PASSING: Final = either("quantities/telling.csv", "passing")
_TOLL: Final = re.compile(
    r"\b(?:to|at(?! least| most)|as|of|reach(?:es|ed)|hits?|now|is|was|stands at"
    rf"|{_PASSING})\s+",
    re.IGNORECASE,
)
_NUMBER_OF: Final = re.compile(
    r"\b(?:number|count|tally|figure)"
    rf"(?: of (?:(?!\b(?:left|leaving|{COUNT_PATTERN}))[^.;:!?])*| )$",
    re.IGNORECASE,
)
_PUT: Final = re.compile(r"\b(?:puts?|putting|has|have|had|places?|placed) the $", re.IGNORECASE)
_NUMBERED: Final = frozenset({"participle", "state", "intransitive"})
_RISEN: Final = re.compile(
    r"(?:(?!\band\b)[^.;:!?]){0,80}?\b(?:rose|risen|rises|climb(?:ed|s)|grew|grown|jumped|mounted"
    r"|(?:went|gone|go|goes) up|st(?:an|oo)ds?) (?:to|at) ",
    re.IGNORECASE,
)
_BROUGHT: Final = re.compile(
    rf"\bto (?P<n>{COUNT_PATTERN}) the (?:[\w'’-]+ ){{0,3}}$", re.IGNORECASE
)


def beside(text: str, cue: Cue, left: int, right: int) -> Harm | None:
    """Victims right in front of a harm word behind whose own come others': "15 killed 20 injured".

    Where commas are lost, what follows the word would be taken for its object.
    """
    if cue.frame not in {"participle", "state"}:
        return None
    at = _RIGHT.match(text, cue.end, right)
    behind = at.end() if at else cue.end
    behind = starts(text, behind, right) or _others(text, behind, right)
    if not behind or text[behind:right].strip() or not begins(text, right):
        return None
    if match := _IN_FRONT.search(text, left, cue.start):
        things = counts_things(text, match.end("count"))
        start = _with_listed(text, left, match.start("who"))
        return None if things else counted(cue, text, start, match.end("who"))
    match = _ONE_IN_FRONT.search(text[left : cue.start])
    if match is None or not is_person(match["last"]) or _COUNTS_ON.match(text, right):
        return None  # "a bomber killed 30 people injured 90" tells whom the bomber hit
    start, end = match.span("who")
    return Harm(cue.kind, Range(1, 1), left + start, left + end, cue.start, cue.end)


def taken_on(text: str, cue: Cue, left: int, right: int) -> Harm | None:
    """The count behind a word that carries on the verb before it, whose own count stands between:
    "gunmen kill 83 injured 100".
    """
    carried = cue.frame == "participle" and _CARRIED.fullmatch(text, left, cue.start)
    if not carried or not is_active(text[:left]):
        return None
    return victims_from(text, cue, cue.end + 1, right)


_CARRIED: Final = re.compile(rf" {COUNT_PATTERN}(?: [\w'’-]+){{0,2}} ", re.IGNORECASE)


def own(text: str, cue: Cue, left: int) -> Harm | None:
    """The count right in front of a harm word where what stands before it counts others: "two
    nurses among 31 dead", "12 killed including two women 30 wounded".
    """
    if cue.frame not in {"participle", "state"}:
        return None
    right = wordwise.found(_OWN, FIRST_OF_COUNT, text, range(left, cue.start), cue.start)
    match = next(right, None)
    count = COUNT.match(text, match.start("n"), cue.start) if match else None
    if not match or not count or not is_count(text, count) or text[: count.start()].isspace():
        return None
    before = text[left : match.start("n")]
    alone = not before.strip() or _JOINED.search(before)
    if alone and not (_INCLUDED.search(before) and " and " in before[-6:]):
        return None
    return counted(cue, text, *match.span("n"))


_OWN: Final = re.compile(
    rf"\b(?P<n>{COUNT_PATTERN})(?: more| others| people| civilians| persons)? $", re.IGNORECASE
)
_JOINED: Final = re.compile(r"(?:\b(?:and|or|to|of|between|by|the|these|those)|[,;:(–-]) ?$", re.I)
_INCLUDED: Final = re.compile(r"\b(?:including|among them|of them)\b", re.IGNORECASE)


def _others(text: str, at: int, right: int) -> int:
    """Return where those end who are told of without a figure: "killed several others injured"."""
    match = _UNCOUNTED.match(text, at, right)
    return match.end() if match else 0


_UNCOUNTED: Final = re.compile(r"(?:several |many |some )?others?\b", re.IGNORECASE)


_IN_FRONT: Final = re.compile(
    rf"\b(?P<who>(?P<count>{COUNT_PATTERN})(?: [\w'’-]+){{0,3}}"
    r"(?: (?:including|among them)(?: [\w'’-]+){1,5})?) $",
    re.IGNORECASE,
)
_COUNTS_ON: Final = re.compile(rf"\w+ {COUNT_PATTERN}", re.IGNORECASE)
_ONE_IN_FRONT: Final = re.compile(
    r"(?:^|[.!?:|–—-] ?|\n ?)(?P<who>(?:[\w'’-]+ ){0,2}(?P<last>[\w'’-]+)) $", re.IGNORECASE
)


def by_words(text: str, cue: Cue, left: int, right: int) -> Harm | None:
    """Return what the words beside a word of harm count, by its frame."""
    brought = _BROUGHT.search(text, max(left, cue.start - 60), cue.start)
    if brought and (cue.frame == "toll" or " number " in brought.group()):
        return counted(cue, text, *brought.span("n"))
    if cue.frame in _NUMBERED and _is_numbered(text, cue, left):
        return _after_toll(text, cue, left, right)
    return next((h for side in _SIDES[cue.frame] if (h := side(text, cue, left, right))), None)


def _is_numbered(text: str, cue: Cue, left: int) -> bool:
    """Tell whether a figure of those harmed is told: "the number of those killed rose to", "police
    put the dead at".
    """
    far = _NUMBER_OF.search(text, max(left, cue.start - 80), cue.start)
    put = cue.frame == "state" and _PUT.search(text, max(left, cue.start - 20), cue.start)
    return bool(far or put)


def _among(text: str, cue: Cue, left: int, right: int) -> Harm | None:
    """Victims told of behind the clause: "among those killed in the raid were five children",
    "the dead included five children".
    """
    before = _AMONG.search(text, max(left, cue.start - 24), cue.start)
    if before is None:
        return None
    told = _WERE if before["among"] else _INCLUDED_THEM
    match = told.match(text, cue.end, right)
    harm = victims_from(text, cue, match.end(), right) if match else None
    own = harm and begins(text, right) and not text[harm.end : right].strip()
    return None if own else harm


_AMONG: Final = re.compile(r"\b(?P<among>among )?(?:the |those |(?<=among ))$", re.IGNORECASE)
_INCLUDED_THEM: Final = re.compile(
    r"(?: (?:in|on|at|by) (?:(?!\b(?:was|were|is|are)\b)[^.;:,]){0,60})? includ(?:e|es|ed) ",
    re.IGNORECASE,
)
_WERE: Final = re.compile(r"(?:(?!\b(?:was|were|is|are)\b)[^.;:]){0,80}\b(?:was|were|is|are) ")


def _after(text: str, cue: Cue, left: int, right: int) -> Harm | None:
    """Victims right behind the word: "killed at least 12 people"."""
    if cue.frame == "participle" and _AUXILIARY.search(text, max(left, cue.start - 40), cue.start):
        return None
    match = _RIGHT.match(text, cue.end, right)
    return victims_from(text, cue, match.end() if match else cue.end, right)


def _after_of(text: str, cue: Cue, left: int, right: int) -> Harm | None:
    """Victims behind a noun: "the deaths of 12 people"."""
    match = _OF.match(text, cue.end, right)
    harm = victims_from(text, cue, match.end(), right) if match else None
    plain = match is not None and not match.group().strip()
    others = harm and plain and begins(text, right) and not text[harm.end : right].strip()
    return None if others else harm


def _risen(text: str, cue: Cue, left: int, right: int) -> Harm | None:
    """The figure to which deaths have risen: "deaths in the town have climbed to 15"."""
    several = text[cue.start : cue.end].lower().endswith("s")
    told = _RISEN.match(text, cue.end, right) if several else None
    count = COUNT.match(text, told.end(), right) if told else None
    if count is None or not is_count(text, count) or counts_things(text, count.end()):
        return None
    return counted(cue, text, *count.span())


def _after_toll(text: str, cue: Cue, left: int, right: int) -> Harm | None:
    """The figure that a toll stands at: "the death toll from the strikes rose to 15"."""
    stop = min(right, cue.end + _TOLL_REACH)
    for start in (cue.end, *(m.end() for m in _TOLL.finditer(text, cue.end, stop))):
        count = next(counts(text, start, right), None)
        if count and _is_the_next(text, count.end(), right):
            return None
        if count and _is_near(text[start : count.start()]) and not counts_things(text, count.end()):
            harm = counted(cue, text, *count.span())
            over = harm and _OVER.search(text, cue.end, count.start())
            return replace(harm, range=Range(harm.range.min, None)) if harm and over else harm
    match = _AT_LEAST.search(text, cue.end, stop)
    return counted(cue, text, *match.span()) if match else None


def _is_near(between: str) -> bool:
    """Tell whether a count stands by a toll: not "confirmed the toll and said 25 were wounded"."""
    return len(between) < _TOLL_GAP and " and " not in between


def _is_the_next(text: str, at: int, right: int) -> bool:
    """Tell whether the word of harm behind a count tells of it: "put its losses at 11 dead", "a
    toll of four people wounded".
    """
    behind = begins(text, right) and ends(text, at, right) + 1 >= right
    return begins(text, at + 1) or (behind and not any(counts(text, at, right)))


_OVER: Final = re.compile(rf"\b(?:{_PASSING}|exceed|climbed past|rose above) $")
_AT_LEAST: Final = re.compile(rf"\b(?:at least|more than|over) {COUNT_PATTERN}", re.IGNORECASE)
_TOLL_REACH: Final = 160
_TOLL_GAP: Final = 12


def _lives(text: str, cue: Cue, left: int, right: int) -> Harm | None:
    """Victims as lives: "claimed 17 lives"."""
    match = _TAKEN.search(text, max(left, cue.start - 60), cue.start)
    return counted(cue, text, *match.span("n")) if match else None


def _of_unknown_fate(text: str, cue: Cue, left: int, right: int) -> Harm | None:
    """People of whom nobody knows what became of them: "the fate of 12 soldiers is unknown"."""
    count = COUNT.match(text, cue.end + 1, right)
    if count is None or not is_count(text, count) or counts_things(text, count.end()):
        return None
    unknown = _UNKNOWN.match(text, count.end(), right)
    return counted(cue, text, *count.span()) if unknown else None


_UNKNOWN: Final = re.compile(
    r"[^.;:,]{0,60}? (?:is|are|was|were|remain(?:s|ed)?)(?: still| also)? (?:not known|unknown"
    r"|unclear|uncertain|a mystery)\b",
    re.IGNORECASE,
)
_TAKEN: Final = re.compile(
    rf"\b(?:claim|tak|took|cost)\w* (?P<n>{COUNT_PATTERN})(?: [\w-]+)? $", re.IGNORECASE
)


def _after_loss(text: str, cue: Cue, left: int, right: int) -> Harm | None:
    """Fighters lost: "the army lost 15 soldiers", "two tanks and nine men"; vehicles, a village
    or a war that is lost harm nobody.
    """
    at = cue.end + 1
    while (count := COUNT.match(text, at, right)) and is_count(text, count):
        again = _IN_FIGURES.match(text, count.end(), right)
        first = again.end() if again else count.end()
        end = ends(text, first, right)
        if _are_people(text[first:end].lower().split()):
            return counted(cue, text, *count.span())
        join = _NEXT_LOST.match(text, end, right)
        if join is None:
            return None
        at = join.end()
    return None


def _are_people(words: list[str]) -> bool:
    """Tell whether counted words name people by the last of them: "tank crew members"."""
    last = next((w for w in reversed(words) if w in THINGS or is_plural(w)), None)
    return last is not None and last not in THINGS


_IN_FIGURES: Final = re.compile(r" \(\d+\)")  # "two (2) officers"
_NEXT_LOST: Final = re.compile(r",? and (?:as well as )?|, ")


def _before(text: str, cue: Cue, left: int, right: int) -> Harm | None:
    """Victims in front of the word: "at least 11 traders and two boys have been killed"."""
    low = max(left, cue.start - 160)
    every = [m for m in counts(text, low, cue.start) if not counts_things(text, m.end())]
    found = [m for m in every if not _inside_including(text, low, m.start())]
    if len(found) > 1 and _ends_word(text, left) and found[0].start() == left + 1:
        found = found[
            1:
        ]  # "killed four people, and two more died": the four are of the word before
    if not found and every and _AND_OTHERS.search(text, low, every[-1].start()):
        found = every[-1:]  # "five were killed among them a nurse and eight were injured"
    for i, count in reversed(list(enumerate(found))):
        if _BETWEEN.match(text[count.end() : cue.start].rsplit(")", 1)[-1]):
            start = _with_listed(text, low, _chain_start(text, found, i))
            start = _with_singles(text, low, start)
            return counted(cue, text, start, max(_before_end(text, count.end(), cue), count.end()))
    return _single_before(text, cue, low)


def _ends_word(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isalpha()


_AND_OTHERS: Final = re.compile(r" and $")


def _with_listed(text: str, low: int, start: int) -> int:
    """Go back over counts whose commas are lost: "40 bakers 25 millers killed"."""
    while (one := _LISTED.search(text, low, start)) and is_list(one.group(), text[start:]):
        start = one.start()
    return start


_LISTED: Final = re.compile(rf"\b{COUNT_PATTERN}(?: (?!\d)[\w'’-]+){{1,3}} $", re.IGNORECASE)


def _with_singles(text: str, low: int, start: int) -> int:
    """Go back over single persons whose commas are lost: "a boy a girl and two women"."""
    match = _SINGLES.search(text, low, start)
    return match.start() if match and text[low : match.start()].strip() else start


_SINGLES: Final = re.compile(r"\b(?:an? (?!day|week|month|year|hour)(?:[\w-]+ ){1,2}?){2,3}and $")


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
        if not joined or _begins_anew(text, found[i - 1].end(), found[i]):
            break
        i -= 1
    return found[i].start()


def _begins_anew(text: str, at: int, count: re.Match[str]) -> bool:
    """Tell whether a bare number begins a clause of its own: "15 people, and 40 were injured"."""
    return bool(_COMMA_AND.search(text, at, count.start()) and _TOLD.match(text, count.end()))


_COMMA_AND: Final = re.compile(r", and $")
_TOLD: Final = re.compile(r" (?:were|was|have|had|are)\b")
_PARTITIVE: Final = re.compile(r" of (?:the|its|their|those|these|some|about) ", re.IGNORECASE)
_CHAINED: Final = re.compile(
    r"(?: [\w'’-]+){1,3}?(?: [-–—] (?:including|among)[^-–—.;]* [-–—])?"
    r"(?P<join>,? and |, )(?:(?:the|its|their|his|her|other|these|those|perhaps|maybe) )?$",
    re.IGNORECASE,
)
_INCLUDING: Final = re.compile(
    r"(?:including|among them|\()"
    r"(?:(?! (?:were|was) | [-–—] and |,? and (?:left|leaving) )[^.;)])*$",
    re.IGNORECASE,
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
    first = max(0, low - _TOLL_REACH)  # the whole may be another harm word's
    whole = next(counts(text, first, match.start()), None) if match else None
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
    "participle": (_among, _after, _before),
    "active": (_after,),
    "intransitive": (_before,),
    "state": (_among, _before, _after_of),
    "fallen": (),
    "noun": (_after_of, _before, _risen),
    "toll": (_after_toll,),
    "lives": (_lives,),
    "loss": (_after_loss,),
    "fate": (_of_unknown_fate,),
    "none": (),
}
