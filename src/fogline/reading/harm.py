"""Who was harmed: harm words with the phrase that counts their victims, in one sentence.

Two ways are tried, the parse first where there is one: the subject of "were killed", the object
of "killing"; else the words beside the harm word, which also works where commas were lost.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fogline.model import Range
from fogline.reading import harmed, wordwise
from fogline.reading.counts import COUNT, COUNT_PATTERN, added, counts, is_count, is_plural, number
from fogline.reading.names import text_of
from fogline.reading.tables import rows

if TYPE_CHECKING:
    from fogline.reading.language import Doc, Token


@dataclass(frozen=True, slots=True)
class Harm:
    """People harmed: `kind` is killed, injured, missing or displaced; offsets into the Doc's text.

    `start` and `end` bound the phrase that counts or names the victims, `cue_start` and `cue_end`
    the harm word.
    """

    kind: str
    range: Range
    start: int
    end: int
    cue_start: int
    cue_end: int


@dataclass(frozen=True, slots=True)
class _Cue:
    kind: str
    frame: str
    start: int
    end: int
    shared: bool = False


_HARM: Final = {r["cue"]: (r["kind"], r["frame"]) for r in rows("quantities", "harm.csv")}
_CUES: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(_HARM, key=len, reverse=True))})\b", re.IGNORECASE
)
_FIRST: Final = wordwise.opening(_HARM)
_OBJECTS: Final = frozenset(r["word"] for r in rows("quantities", "objects.csv"))
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
_NONE: Final = re.compile(
    r"\b(?P<none>no(?: one| \w+){0,3}|nobody|none|without(?: \w+)?)\s*"
    r"(?:(?:was|were|is|are|had been|has been|have been)\s+)?(?:reported\s+)?$",
    re.IGNORECASE,
)
_NEXT_CLAUSE: Final = re.compile(r"\b(?:and (?:left|injur|wound|kill|hurt)\w*|while|when|after)\b")


@lru_cache(maxsize=64)
def casualties(doc: Doc, start: int, end: int) -> tuple[Harm, ...]:
    """Return the harm that the text between two offsets (one sentence) counts, in text order."""
    text = text_of(doc)
    cues = _cues(text, start, end)
    found: list[Harm] = []
    for i, cue in enumerate(cues):
        left = cues[i - 1].end if i else start
        right = cues[i + 1].start if i + 1 < len(cues) else end
        found.extend(_told(doc, cue, left, right))
    return tuple(_counted_once(list(_distinct(found))))


def _told(doc: Doc, cue: _Cue, left: int, right: int) -> Iterator[Harm]:
    """Yield the harm that one word tells of; "no casualties" is two kinds of it."""
    text = text_of(doc)
    harm = _none(text, left, cue)
    if harm is None and not cue.shared and cue.frame != "none" and not _is_subset(text, left, cue):
        harm = _beside(text, cue, left, right) or _weighed(doc, text, cue, left, right)
        harm = _with_first(doc, cue, harm) if harm and harm.end <= cue.start else harm
    if harm is not None:
        for kind in cue.kind.split("+"):
            yield harm if kind == harm.kind else replace(harm, kind=kind)


def _with_first(doc: Doc, cue: _Cue, harm: Harm) -> Harm:
    """Add the one whom a headline names before the others: "Governor 5 Guards Killed" is six."""
    span = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    first = (
        harmed.beside(span, harm.start) if span is not None and doc.has_annotation("DEP") else None
    )
    if first is None:
        return harm
    return replace(harm, range=added([Range(1, 1), harm.range]), start=harmed.extent(first)[0])


def _weighed(doc: Doc, text: str, cue: _Cue, left: int, right: int) -> Harm | None:
    """Return what the parse counts, or what the words do where they say more; else one person."""
    told = _by_words(text, cue, left, right)
    victims = _victim(doc, cue) if doc.has_annotation("DEP") else None
    if victims is None:
        return told
    if victims.idx >= cue.end and victims.text in text[cue.end : right] and _describes(doc, cue):
        return _harm(cue, text, *_reach(victims, cue)) or _single(text, victims, cue, left) or told
    harm = _harm(cue, text, *_reach(victims, cue))
    if harm and not _reaches(text, harm, cue, left):
        harm = None
    if harm is None or (told and _holds(text, told, harm)):
        harm = told
    return harm or _single(text, victims, cue, left)


def _victim(doc: Doc, cue: _Cue) -> Token | None:
    span = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    found = harmed.victim(span, cue.frame) if span is not None else None
    return None if found is None or found.text.lower() in _OBJECTS else found


def _reach(victims: Token, cue: _Cue) -> tuple[int, int]:
    start, end = harmed.extent(victims)
    return start, cue.start if start < cue.start < end else end


def _one_person(victims: Token, cue: _Cue) -> Harm | None:
    if not harmed.is_one_person(victims):
        return None
    return Harm(cue.kind, Range(1, 1), *harmed.extent(victims), cue.start, cue.end)


def _describes(doc: Doc, cue: _Cue) -> bool:
    """Whether a harm word is an adjective of who was harmed: "the slain sub-leader"."""
    span = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    return span is not None and span.root.dep_ == "amod"


def _single(text: str, victims: Token, cue: _Cue, left: int) -> Harm | None:
    harm = _one_person(victims, cue)
    return harm if harm and _reaches(text, harm, cue, left) else None


def _is_subset(text: str, left: int, cue: _Cue) -> bool:
    """Whether a harm word only names whom a count is taken of: "five of the injured"."""
    return cue.kind == "injured" and text[left : cue.start].lower().endswith("of the ")


def _counted_once(harms: list[Harm]) -> Iterator[Harm]:
    """Leave out those who fled where they were killed: "killed 38 fleeing civilians"."""
    for harm in harms:
        if harm.kind == "displaced" and any(_overlap(harm, h) for h in harms):
            continue
        yield harm


def _overlap(harm: Harm, other: Harm) -> bool:
    return other.kind in _HURT and harm.start < other.end and other.start < harm.end


def _is_shared(text: str, one: _Cue, two: _Cue) -> bool:
    """Whether two harm words share their count, so that it tells of neither alone.

    "Ten people were killed and wounded" says neither how many died nor how many were hurt.
    """
    apart = {one.kind, two.kind} != _HURT or not {one.frame, two.frame} <= _SHARING
    return not apart and bool(_AND.fullmatch(text, one.end, two.start))


_SHARING: Final = frozenset({"participle", "active", "state"})
_HURT: Final = frozenset({"killed", "injured"})


_AND: Final = re.compile(r"\s*(?:(?:and|or|,|/|&)\s*)?(?:\w+ly\s+)?", re.IGNORECASE)


def _reaches(text: str, harm: Harm, cue: _Cue, left: int) -> bool:
    """Whether victims that the parse found stand for this harm word too.

    "Ten people were killed and wounded" shares them; "killed and several wounded" does not, nor
    does a name before a colon count as who was hurt.
    """
    if harm.end <= cue.start and ":" in text[harm.end : cue.start]:
        return False
    if harm.start < left and next(counts(text, left, cue.start), None):
        return False
    return harm.end > left or left == 0 or bool(_SHARED.match(text[left : cue.start]))


_SHARED: Final = re.compile(
    r"^\s*(?:and|or|,)\s*(?:\w+ly\s+)?$|^(?!.*\b(?:and|or)\b).{0,40}$", re.IGNORECASE
)


def _holds(text: str, told: Harm, parsed: Harm) -> bool:
    """Whether the words give a longer chain of victims than a parse that broke it."""
    within = told.start <= parsed.start and parsed.end <= told.end
    more = text[told.start : parsed.start] + text[parsed.end : told.end]
    grown = told.start == parsed.start and (told.range.min or 0) > (parsed.range.min or 0)
    return grown or (within and " and " in more)


def _cues(text: str, start: int, end: int) -> list[_Cue]:
    found = wordwise.found(_CUES, _FIRST, text, range(start, end), end)
    cues = [_Cue(*_HARM[m.group().lower()], m.start(), m.end()) for m in found]
    pairs = [p for p in itertools.pairwise(cues) if _is_shared(text, *p)]
    shared = {cue.start for pair in pairs for cue in pair}
    return [replace(cue, shared=True) if cue.start in shared else cue for cue in cues]


def _distinct(harms: list[Harm]) -> Iterator[Harm]:
    """Yield each counted phrase once a kind: "left 4 dead ... the dead" counts four, not eight."""
    seen: set[tuple[str, int]] = set()
    for harm in harms:
        if (harm.kind, harm.start) not in seen:
            seen.add((harm.kind, harm.start))
            yield harm


def _harm(cue: _Cue, text: str, start: int, end: int) -> Harm | None:
    counted = number(text[start:end]) if start < end else None
    return Harm(cue.kind, counted, start, end, cue.start, cue.end) if counted else None


_MORE: Final = re.compile(r"no (?:fewer|less|more|longer)\b", re.IGNORECASE)
_NO_ONE: Final = re.compile(r"\bno one\b", re.IGNORECASE)


def _none(text: str, left: int, cue: _Cue) -> Harm | None:
    match = _NONE.search(text, max(left, cue.start - 60), cue.start)
    if match is None or COUNT.search(_NO_ONE.sub("", match.group())):
        return None
    if not _OBJECTS.isdisjoint(match["none"].lower().split()) or _MORE.match(match["none"]):
        return None
    start, end = match.span("none")
    return Harm(cue.kind, Range(0, 0), start, end, cue.start, cue.end)


# --- by the words beside the harm word ---------------------------------------------------------


def _beside(text: str, cue: _Cue, left: int, right: int) -> Harm | None:
    """Victims right in front of a harm word behind whose own come others': "15 killed 20 injured".

    Where commas are lost, what follows the word would be taken for its object.
    """
    if cue.frame not in {"participle", "state"}:
        return None
    at = _RIGHT.match(text, cue.end, right)
    behind = _starts_victims(text, at.end() if at else cue.end, right)
    if not behind or text[behind:right].strip() or right >= len(text):
        return None
    match = _IN_FRONT.search(text, left, cue.start)
    if match is None or _counts_things(text, match.end("count")):
        return None
    return _harm(cue, text, *match.span("who"))


_IN_FRONT: Final = re.compile(
    rf"\b(?P<who>(?P<count>{COUNT_PATTERN})(?: [\w'’-]+){{0,3}}) $", re.IGNORECASE
)


def _by_words(text: str, cue: _Cue, left: int, right: int) -> Harm | None:
    if cue.frame == "participle" and _NUMBER_OF.search(text, max(left, cue.start - 80), cue.start):
        return _after_toll(text, cue, left, right)
    return next((h for side in _SIDES[cue.frame] if (h := side(text, cue, left, right))), None)


def _after(text: str, cue: _Cue, left: int, right: int) -> Harm | None:
    """Victims right behind the word: "killed at least 12 people"."""
    if cue.frame == "participle" and _AUXILIARY.search(text, max(left, cue.start - 40), cue.start):
        return None
    match = _RIGHT.match(text, cue.end, right)
    return _victims_from(text, cue, match.end() if match else cue.end, right)


def _after_of(text: str, cue: _Cue, left: int, right: int) -> Harm | None:  # noqa: ARG001 - one shape for every side
    """Victims behind a noun: "the deaths of 12 people"."""
    match = _OF.match(text, cue.end, right)
    return _victims_from(text, cue, match.end(), right) if match else None


def _after_toll(text: str, cue: _Cue, left: int, right: int) -> Harm | None:  # noqa: ARG001 - one shape for every side
    """The figure that a toll stands at: "the death toll from the strikes rose to 15"."""
    stop = min(right, cue.end + _TOLL_REACH)
    for start in (cue.end, *(m.end() for m in _TOLL.finditer(text, cue.end, stop))):
        count = next(counts(text, start, right), None)
        if count and count.start() - start < _TOLL_GAP and not _counts_things(text, count.end()):
            return _harm(cue, text, *count.span())
    match = _AT_LEAST.search(text, cue.end, stop)
    return _harm(cue, text, *match.span()) if match else None


_AT_LEAST: Final = re.compile(rf"\b(?:at least|more than|over) {COUNT_PATTERN}", re.IGNORECASE)
_TOLL_REACH: Final = 160
_TOLL_GAP: Final = 12


def _lives(text: str, cue: _Cue, left: int, right: int) -> Harm | None:  # noqa: ARG001 - one shape for every side
    """Victims as lives: "claimed 17 lives"."""
    match = _TAKEN.search(text, max(left, cue.start - 60), cue.start)
    return _harm(cue, text, *match.span("n")) if match else None


_TAKEN: Final = re.compile(
    rf"\b(?:claim|tak|took|cost)\w* (?P<n>{COUNT_PATTERN})(?: [\w-]+)? $", re.IGNORECASE
)


def _after_loss(text: str, cue: _Cue, left: int, right: int) -> Harm | None:  # noqa: ARG001 - one shape for every side
    """Fighters lost: "the army lost 15 soldiers"; a village lost, or a war, harms nobody."""
    count = COUNT.match(text, cue.end + 1, right)
    if count is None or not is_count(text, count):
        return None
    words = text[count.end() : _phrase_end(text, count.end(), right)].split()
    return _harm(cue, text, *count.span()) if any(is_plural(w) for w in words) else None


def _victims_from(text: str, cue: _Cue, at: int, right: int) -> Harm | None:
    if not (start := _starts_victims(text, at, right)):
        return None
    clause = _NEXT_CLAUSE.search(text, at, right)
    stop = min(clause.start() if clause else right, at + 120)
    harm = _harm(cue, text, at, max(_chain_end(text, start, stop), at))
    return _with_others(text, harm, stop, right) if harm else None


def _with_others(text: str, harm: Harm, stop: int, right: int) -> Harm:
    """Add those told of apart: "19 people in Saraqeb and another 23 people in Ehsim"."""
    match = _OTHERS.search(text, harm.end, stop)
    if match is None or _counts_things(text, match.end("n")):
        return harm
    end = _phrase_end(text, match.end("n"), right)
    more = number(text[match.start("n") : end])
    if more is None or (right < len(text) and not text[end:right].strip(" ,")):
        return harm
    return replace(harm, range=added([harm.range, more]), end=end)


_OTHERS: Final = re.compile(
    rf"\band (?:another|a further|an additional) (?P<n>{COUNT_PATTERN})(?! (?:were|was)\b)",
    re.IGNORECASE,
)


def _starts_victims(text: str, at: int, right: int) -> int:
    """Return where the count or the single victim's phrase at `at` ends, 0 when none is there."""
    if (count := COUNT.match(text, at, right)) and is_count(text, count):
        return 0 if _counts_things(text, count.end()) else _phrase_end(text, count.end(), right)
    single = _SINGLE_VICTIM.match(text, at, right)
    return single.end() if single else 0


_SINGLE_VICTIM: Final = re.compile(
    r"(?:an?|another|his|her|their) (?:[\w'’-]+ ){0,3}?[\w'’-]*[^\W\ds]\b", re.IGNORECASE
)
_PHRASE: Final = re.compile(
    r"(?: (?!(?:in|on|at|near|from|during|by|with|when|after|who|which|that|and|or|as|including"
    r"|were|was|have|had|has|are|is|said|says|told|died)\b)[\w'’-]+){0,4}"
)
_CHAIN: Final = re.compile(r"(?:,? and |, (?:and )?|,? as well as )(?=(?:\w+ ){0,3}?\w)", re.I)


def _phrase_end(text: str, at: int, right: int) -> int:
    match = _PHRASE.match(text, at, right)
    return match.end() if match else at


def _chain_end(text: str, at: int, right: int) -> int:
    """Extend a counted phrase over "and three children" and ", two women"."""
    while (join := _CHAIN.match(text, at, right)) and (
        end := _starts_victims(text, join.end(), right)
    ):
        if _OWN_CLAUSE.match(text, end):
            break
        at = end
    return min(at, right)


_OWN_CLAUSE: Final = re.compile(
    r" (?:have|has|had|were|was|are|is|died|sa(?:y|ys|id)|told)\b", re.IGNORECASE
)


def _before(text: str, cue: _Cue, left: int, right: int) -> Harm | None:  # noqa: ARG001 - one shape for every side
    """Victims in front of the word: "at least 16 civilians and three children have been killed"."""
    low = max(left, cue.start - 160)
    found = [m for m in counts(text, low, cue.start) if not _counts_things(text, m.end())]
    found = [m for m in found if not _inside_including(text, low, m.start())]
    for i, count in reversed(list(enumerate(found))):
        if _BETWEEN.match(text[count.end() : cue.start].rsplit(")", 1)[-1]):
            start = _chain_start(text, found, i)
            return _harm(cue, text, start, max(_before_end(text, count.end(), cue), count.end()))
    return _single_before(text, cue, low)


def _before_end(text: str, at: int, cue: _Cue) -> int:
    return min(_phrase_end(text, at, cue.start), cue.start)


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
    return bool(whole and not _counts_things(text, whole.end()))


def _single_before(text: str, cue: _Cue, low: int) -> Harm | None:
    match = _SINGLE_BEFORE.search(text, low, cue.start)
    if match is None:
        return None
    who = "who" if match["who"] else "left"
    words = match[who].lower().split()
    if words[-1] in _OBJECTS or any(is_plural(w) for w in words):
        return None
    return Harm(cue.kind, Range(1, 1), *match.span(who), cue.start, cue.end)


def _counts_things(text: str, at: int) -> bool:
    """Whether the noun behind a count is no person: "two rocket launchers", "12 hours"."""
    words = _PHRASE_WORDS.match(text, at)
    return bool(words and not _OBJECTS.isdisjoint(words.group().lower().split()))


_PHRASE_WORDS: Final = re.compile(
    r"(?:[ -](?!(?:and|in|on|at|were|was|people|civilians)\b)[a-zA-Z]+){0,2}"
)

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
