"""What a document leaves for others to be found by when their origins may have to do with its own.

A trace is a number that stands for what two documents may have in common (a band of their digests,
an outlet, an authority ...), with a day where only documents of the same days matter. What is asked
for is never less than what `origins` and `voices` would tie together.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from fogline.model import Document, Reading
from fogline.weighing.measures.days import Days, appeared
from fogline.weighing.measures.kinship import kinship
from fogline.weighing.measures.wording import Words
from fogline.weighing.occurrence.blocking import ALL, undated
from fogline.weighing.origin import duplicates, translations
from fogline.weighing.origin.leanings import said
from fogline.weighing.origin.origins import Ground
from fogline.weighing.origin.ties import NEWS_DAYS, rests_on
from fogline.weighing.origin.voices import Hearing, hearing
from fogline.weighing.sources.authorities import Authority
from fogline.weighing.sources.citations import (
    Citation,
    address,
    bare,
    citations,
    lead,
    spelled,
)
from fogline.weighing.sources.registers import noting
from fogline.weighing.views.views import View

WIDE = 7  # days of a stretch from which it stands under no day
ANY_DAY = 0
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LAST_DAY = 10**8


class Trace(NamedTuple):
    """A number under which a document stands, and a day, ANY_DAY where none matters."""

    sign: int
    day: int = ANY_DAY


class Asked(NamedTuple):
    """A number, and the days within which others under it may have to do with a document."""

    sign: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Traces:
    """What one document leaves.

    `claims` are those of single claims, by their ids; `said` holds for each outlet that it cites
    the stems of the sentences in which it does. `asked` are all names that were looked up for it.
    """

    pages: frozenset[Trace]
    claims: frozenset[tuple[Trace, str]]
    said: Mapping[str, tuple[frozenset[str], ...]]
    hearing: Hearing
    leaning: frozenset[str]
    asked: frozenset[Authority]


def number(*key: Any) -> int:
    """Return the number of a key, the same in every run (64 bits, signed)."""
    found = undated(key)
    return found - (ALL + 1) if found > ALL >> 1 else found


def traces(reading: Reading, seen: Sequence[View], text: Words, known: Ground) -> Traces:
    """Return the traces of a document, its claims seen as they are and its words as they stand."""
    known = replace(known, register=(who := noting(known.register)))
    heard = hearing(reading, seen, who, known.outlets)
    cites = citations(reading.document, known.outlets)
    leaning = frozenset(named.name for named in said([reading], who))
    keys = {
        *(Trace(number(*key)) for key in _plain(reading, text)),
        *(Trace(number("links", address(c.url))) for c in cites if c.url),
        *_numbers(reading.document),
    }
    day = _day(appeared(reading.document))
    dated = {Trace(number(*key), day) for key in _dated(reading, cites, known)}
    named = {Trace(number(*key)) for key in _named(heard, leaning, who.asked)}
    cited: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for citation in cites:
        if citation.outlet:
            cited[citation.outlet].append(citation.said)
    claims = frozenset((trace, v.claim.id) for key, v in _voiced(heard) for trace in _times(key, v))
    held = {outlet: tuple(told) for outlet, told in cited.items()}
    return Traces(
        frozenset(keys | dated | named), claims, held, heard, leaning, frozenset(who.asked)
    )


def _plain(reading: Reading, text: Words) -> Iterator[tuple[Any, ...]]:
    """Yield what a document stands under whatever else the ledger holds."""
    document = reading.document
    for band in duplicates.bands(duplicates.digest(text)):
        yield ("band", *band)
    if document.url:
        yield "at", address(document.url)
    names = [s.name or s.text for c in reading.claims for s in c.attribution]
    author = [document.author] if document.author else []
    for words in {w for name in (*names, *author, *lead(document)) for w in _openings(name)}:
        yield ("opens", *words)
    for name in {" ".join(bare(spelled(name))) for name in names}:
        if name:
            yield "bare", name


def _openings(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the words, one and two, with which an outlet's name may begin in a text, or as which
    it stands.
    """
    found = [match.group() for match in _WORD.finditer(text)]
    for i, word in enumerate(found):
        if i == 0 or word[0].isupper():
            words = spelled(" ".join(found[i : i + 3]))
            yield from (words[:size] for size in (1, 2) if len(words) >= size)


def _named(heard: Hearing, leaning: Set[str], asked: Set[Authority]) -> Iterator[tuple[Any, ...]]:
    yield from (("asks", named.name) for named in asked)
    yield from (("cited", named.name) for named in heard.cited)
    yield from (("leaning", name) for name in leaning)
    if heard.speaker:
        yield "speaks", heard.speaker.name


def _numbers(document: Document) -> Iterator[Trace]:
    """Yield the traces of numbers; in the place of a day they have the number of a language."""
    if document.language:
        for found in translations.numbers(document):
            yield Trace(number("number", found), language(document))


def language(document: Document) -> int:
    """Return a number for the language of a text."""
    return zlib.crc32(translations.language(document).encode())


def _dated(reading: Reading, cites: Iterable[Citation], known: Ground) -> Iterator[tuple[Any, ...]]:
    if reading.document.publisher:
        yield "of", known.outlets.key(reading.document.publisher)
    yield from (("cites", c.outlet) for c in cites if c.outlet)
    if authority := rests_on(reading, known.register):
        yield "rests", authority.name


def _voiced(heard: Hearing) -> Iterator[tuple[tuple[Any, ...], View]]:
    yield from ((("relays", outlet), v) for outlet, v in heard.relays)
    yield from ((("group",), v) for v in heard.groups)
    yield from ((("seeks", outlet), v) for outlet, v in heard.seeking)
    yield from ((("loose",), v) for v in heard.loose)


def _times(key: tuple[Any, ...], v: View) -> Iterator[Trace]:
    """Yield where a claim stands: under its day, or that of its page where it has none.

    A claim with a day stands under its page's as well, for those that have none.
    """
    family, out = kinship().family(v.claim.event), _day(appeared(v.document))
    if v.days.length is None:
        yield Trace(number(*key, family, "undated"), out)
    else:
        yield Trace(number(*key, family), _day(v.days))
        yield Trace(number(*key, family, "page"), out)


def lenders_in(heard: Hearing) -> Iterator[tuple[View, Asked]]:
    """Yield the claims of a document that may have an origin of others, with what these stand
    under.
    """
    return _alike_in(heard, {"seeks", "loose"})


def borrowers_in(heard: Hearing) -> Iterator[tuple[View, Asked]]:
    """Yield the claims of a document from which others may have theirs, with the same of these."""
    return _alike_in(heard, {"relays", "group"})


def _alike_in(heard: Hearing, kinds: Set[str]) -> Iterator[tuple[View, Asked]]:
    for key, v in _voiced(heard):
        if key[0] in kinds:
            yield from ((v, asked) for asked in _others(OPPOSITE[key[0]], key[1:], v))


OPPOSITE = {"relays": "seeks", "seeks": "relays", "group": "loose", "loose": "group"}


def _others(kind: str, rest: tuple[Any, ...], v: View) -> Iterator[Asked]:
    key, out = (kind, *rest, kinship().family(v.claim.event)), appeared(v.document)
    yield from _within(number(*key, "undated"), out)
    if v.days.length is None:
        yield from _within(number(*key, "page"), out)
    else:
        yield from _within(number(*key), v.days)


def near_in(reading: Reading, left: Traces, known: Ground) -> Iterator[Asked]:
    """Yield what documents of the same days stand under that may be tied to one."""
    out = appeared(reading.document)
    if reading.document.publisher:
        yield from _within(number("cites", known.outlets.key(reading.document.publisher)), out)
    for outlet in left.said:
        yield from _within(number("cites", outlet), out)
        yield from _within(number("of", outlet), out)
    if authority := rests_on(reading, known.register):
        yield from _within(number("rests", authority.name), out)


def bands_in(text: Words) -> Iterator[int]:
    """Yield under what near duplicates of a text stand."""
    return (number("band", *band) for band in duplicates.bands(duplicates.digest(text)))


def beside_in(reading: Reading, known: Ground) -> Iterator[int]:
    """Yield what documents of any day stand under that link to one, or to which it links."""
    document = reading.document
    if document.url:
        yield number("links", address(document.url))
    for citation in citations(document, known.outlets):
        if citation.url:
            yield number("at", address(citation.url))


def naming(publishers: Iterable[str]) -> Iterator[int]:
    """Yield under what documents stand that may name one of the publishers."""
    for name in publishers:
        words = spelled(name)
        yield number("opens", *words[:2])
        yield number("bare", " ".join(bare(words)))


def _within(sign: int, days: Days) -> Iterator[Asked]:
    if days.length is None:
        yield Asked(sign, ANY_DAY, LAST_DAY)
        return
    assert days.start is not None and days.end is not None
    yield Asked(sign, days.start - NEWS_DAYS - WIDE, days.end + NEWS_DAYS)
    yield Asked(sign, ANY_DAY, ANY_DAY)


def _day(days: Days) -> int:
    """Return the day under which a stretch stands, ANY_DAY where it is too long or has no end."""
    length = days.length
    return days.start or ANY_DAY if length is not None and length <= WIDE else ANY_DAY
