"""Who was harmed: harm words with the phrase that counts their victims, in one sentence.

Two ways are tried, the parse first where there is one: the subject of "were killed", the object
of "killing"; else the words beside the harm word, which also works where commas were lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fogline.model import Range
from fogline.reading.grammar.names import text_of
from fogline.reading.quantities import harmed, harmwords, headcounts, tallies
from fogline.reading.quantities.counts import COUNT, THINGS, added, counts
from fogline.reading.quantities.harmwords import HURT, Cue, Harm
from fogline.reading.tables import words

if TYPE_CHECKING:
    from fogline.reading.language import Doc, Token

__all__ = ["Harm", "casualties"]

_NONE: Final = re.compile(
    r"\b(?P<none>not (?:a single|one)(?: \w+){1,4}?|no(?: one| (?!and\b|but\b)\w+){0,3}|nobody|none"
    r"|without(?: \w+){0,2})\s*"
    r"(?:(?:was|were|is|are|had been|has been|have been)\s+)?(?:reported\s+)?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def casualties(doc: Doc, start: int, end: int) -> tuple[Harm, ...]:
    """Return the harm that the text between two offsets (one sentence) counts, in text order."""
    text = text_of(doc)
    cues = harmwords.found(text, start, end)
    found: list[Harm] = []
    for i, cue in enumerate(cues):
        left = cues[i - 1].end if i else start
        right = cues[i + 1].start if i + 1 < len(cues) else end
        found.extend(_told(doc, cue, left, min(right, _speaks_at(doc, cue, right))))
    return tuple(_counted_once(list(_distinct(found))))


_SAYING: Final = words("cues.csv", "cue")["verb"]


def _speaks_at(doc: Doc, cue: Cue, right: int) -> int:
    """Return where those begin who tell of a harm behind it: "killing 12 people, residents and an
    official said"; `right` where none do.
    """
    span = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    verb = span.root if span is not None else None
    while verb is not None and verb.head.i != verb.i:
        verb = verb.head
    if verb is None or verb.idx < cue.end or verb.lemma_.lower() not in _SAYING:
        return right
    firsts = (c.left_edge for c in verb.children if c.dep_ == "nsubj")
    firsts = (t for t in firsts if t.idx > cue.end and "," in (t.text, t.nbor(-1).text))
    return next((t.idx for t in firsts), right)


def _told(doc: Doc, cue: Cue, left: int, right: int) -> Iterator[Harm]:
    """Yield the harm that one word tells of; "no casualties" is two kinds of it."""
    text = text_of(doc)
    harm = _none(text, left, cue)
    if (harm is not None and _is_untold(text, harm)) or _is_figure(doc, cue):
        return
    counted = not cue.shared and cue.frame != "none" and not _is_subset(text, left, cue, right)
    if harm is None and counted:
        harm = tallies.taken_on(text, cue, left, right) or tallies.beside(text, cue, left, right)
        harm = harm or tallies.own(text, cue, left)
        harm = harm or _weighed(doc, text, cue, left, right)
        if harm and harm.end <= cue.start:
            harm = headcounts.with_company(text, _with_first(doc, cue, harm), right)
    if harm is not None and (cue.kind, harm.range) != ("displaced", Range(1, 1)):
        for kind in cue.kind.split("+"):  # one who got away is no displaced person
            yield harm if kind == harm.kind else replace(harm, kind=kind)


def _with_first(doc: Doc, cue: Cue, harm: Harm) -> Harm:
    """Add the one whom a headline names before the others: "Governor 5 Guards Killed" is six."""
    first = _first(doc, cue, harm)
    if first is None:
        return harm
    return replace(harm, range=added([Range(1, 1), harm.range]), start=harmed.extent(first)[0])


def _first(doc: Doc, cue: Cue, harm: Harm) -> Token | None:
    span = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    return harmed.beside(span, harm.start) if span is not None else None


def _weighed(doc: Doc, text: str, cue: Cue, left: int, right: int) -> Harm | None:
    """Return what the parse counts, or what the words do where they say more; else one person."""
    told = tallies.by_words(text, cue, left, right)
    if told and _is_of_another(doc, cue, told):
        told = None
    victims = _victim(doc, cue)
    if told and victims is not None and harmed.is_of_relative(told.start, victims, cue.start):
        told = None  # "the men who killed two guards were shot"
    if victims is None or (told and _is_next(text, cue, victims)):
        return told
    if told and told.end <= cue.start and _first(doc, cue, told) is not None:
        return told  # "Commander 5 Guards Killed": the one is added
    if victims.idx >= cue.end and victims.text in text[cue.end : right] and _describes(doc, cue):
        return (
            harmwords.counted(cue, text, *_reach(victims, cue, right))
            or _single(text, victims, cue, left)
            or told
        )
    harm = harmwords.counted(cue, text, *_reach(victims, cue, right))
    if harm and not _reaches(text, harm, cue, left):
        harm = None
    if harm is None or (told and _holds(text, told, harm)):
        harm = told
    return harm or _single(text, victims, cue, left)


def _is_of_another(doc: Doc, cue: Cue, told: Harm) -> bool:
    span = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    return span is not None and harmed.is_of_another(told.start, span)


def _is_figure(doc: Doc, cue: Cue) -> bool:
    span = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    return span is not None and harmed.is_figure(span)


def _is_next(text: str, cue: Cue, victims: Token) -> bool:
    """Whether those behind a word are the next one's: "left a man killed and six others hurt"."""
    return victims.idx > cue.end and text.startswith(" and ", cue.end) and cue.frame == "participle"


def _victim(doc: Doc, cue: Cue) -> Token | None:
    span = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    found = harmed.victim(span, cue.frame) if span is not None else None
    if found is not None and found.like_num and found.i and found.nbor(-1).lower_ == "not":
        return None  # "not 40 but 14 rebels were killed"
    if found is None or found.text.lower() not in THINGS:
        return found
    inside = (c for c in found.children if c.dep_ == "nmod" and c.text.lower() not in THINGS)
    return next((c for c in inside if any(n.dep_ == "nummod" for n in c.children)), None)


def _reach(victims: Token, cue: Cue, right: int) -> tuple[int, int]:
    start, end = harmed.extent(victims)
    if of := _TENS.search(text_of(victims.doc), max(0, start - 40), start):
        start = of.start()
    if start < cue.start < end:
        return start, cue.start
    return start, min(end, right) if start < right else end


_TENS: Final = re.compile(
    r"\b(?:(?:more than|at least|some|over|many) )?"
    r"(?:(?:tens|dozens|scores|hundreds) of|half(?: an?)?|quarter of(?: an?)?) $",
    re.IGNORECASE,
)


def _one_person(victims: Token, cue: Cue) -> Harm | None:
    if not harmed.is_one_person(victims) or harmed.is_spared(victims):
        return None
    most = None if harmed.has_company(victims) else 1
    return Harm(cue.kind, Range(1, most), *harmed.extent(victims), cue.start, cue.end)


def _describes(doc: Doc, cue: Cue) -> bool:
    """Whether a harm word is an adjective of who was harmed: "the slain sub-leader"."""
    span = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    return span is not None and span.root.dep_ == "amod"


def _single(text: str, victims: Token, cue: Cue, left: int) -> Harm | None:
    harm = _one_person(victims, cue)
    return harm if harm and _reaches(text, harm, cue, left) else None


def _is_subset(text: str, left: int, cue: Cue, right: int) -> bool:
    """Whether a harm word only names of whom another one tells: "five of the injured died"."""
    hurt = cue.kind == "injured" or cue.frame == "state"
    named = hurt and text[left : cue.start].lower().endswith(("of the ", "among the "))
    return named and harmwords.begins(text, right) and not _BREAK.search(text, cue.end, right)


_BREAK: Final = re.compile(r"[,;:]|\b(?:and|while|when)\b")


def _counted_once(harms: list[Harm]) -> Iterator[Harm]:
    """Leave out those who fled where they were killed: "killed 38 fleeing civilians"."""
    for harm in harms:
        if harm.kind == "displaced" and any(_overlap(harm, h) for h in harms):
            continue
        yield harm


def _overlap(harm: Harm, other: Harm) -> bool:
    return other.kind in HURT and harm.start < other.end and other.start < harm.end


def _reaches(text: str, harm: Harm, cue: Cue, left: int) -> bool:
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


def _distinct(harms: list[Harm]) -> Iterator[Harm]:
    """Yield each counted phrase once a kind: "left 4 dead ... the dead" counts four, not eight."""
    seen: set[tuple[str, int]] = set()
    for harm in harms:
        if (harm.kind, harm.start) not in seen:
            seen.add((harm.kind, harm.start))
            yield harm


_MORE: Final = re.compile(r"no (?:fewer|less|more|longer)\b", re.IGNORECASE)
_UNTOLD: Final = frozenset({"toll", "immediate"}) | words("topics.csv", "words")["said"]
_NO_ONE: Final = re.compile(r"\bnot? one\b", re.IGNORECASE)


def _none(text: str, left: int, cue: Cue) -> Harm | None:
    match = _NONE.search(text, max(left, cue.start - 60), cue.start)
    if match is None or COUNT.search(_NO_ONE.sub("", match.group())):
        return None
    if not THINGS.isdisjoint(match["none"].lower().split()) or _MORE.match(match["none"]):
        return None
    start, end = match.span("none")
    return Harm(cue.kind, Range(0, 0), start, end, cue.start, cue.end)


def _is_untold(text: str, none: Harm) -> bool:
    """Whether what is lacking is only what would tell of harm: "no immediate toll", "no word on
    casualties".
    """
    told = text[none.start : none.cue_end].lower().split()
    return not _UNTOLD.isdisjoint((*told, *(word.removesuffix("s") for word in told)))
