"""What the pages of places and actors share: claims as lines in time order, and names as met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fogline.desk.snapshot import Snapshot, Told, publication_day
from fogline.desk.wording import chain, has_named_source, pointed, summary
from fogline.model import Mention, Place, Published, Source, When
from fogline.weighing.parties.publishing import is_own_account


@dataclass(frozen=True, slots=True)
class Line:
    """A claim in short. `day` is when it is said to have been, else when it was published.

    `trigger` is where, in `words`, the word stands that it was read from, in code points; `parts`
    says how the page's subject stands in it: says, does, undergoes, or a place's role; `own_word`
    where a party, body or monitor publishes its own.
    """

    claim: str
    document: str
    publisher: str | None
    published: Published
    summary: str
    words: str
    loaded: tuple[tuple[str, str], ...]
    chain: str
    named_source: bool
    status: str
    polarity: str
    certainty: str
    when: When
    day: str | None
    event: str | None
    comment: bool
    parts: tuple[str, ...]
    trigger: tuple[int, int]
    own_word: bool


@dataclass(frozen=True, slots=True)
class Met:
    """A name as texts write it, how often and in how many documents; `loaded` takes a side."""

    name: str
    mentions: int
    documents: int
    loaded: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a document that names somebody or some place."""

    document: str
    start: int
    end: int
    text: str


def lines(found: Iterable[tuple[Told, tuple[str, ...]]]) -> tuple[Line, ...]:
    """Return claims as lines in the order of their days, those without one last."""
    made = (line_of(told, parts) for told, parts in found)
    return tuple(sorted(made, key=lambda line: (line.day is None, line.day or "", line.claim)))


def line_of(told: Told, parts: tuple[str, ...] = ()) -> Line:
    """Return a claim in short."""
    claim, document = told.claim, told.document
    words, trigger = pointed(claim)
    return Line(
        claim=claim.id,
        document=document.id,
        publisher=document.publisher,
        published=document.published,
        summary=summary(claim).line,
        words=words,
        loaded=tuple((w.text, w.neutral) for w in claim.loaded),
        chain=chain(claim, document),
        named_source=has_named_source(claim),
        status=claim.status,
        polarity=claim.polarity,
        certainty=claim.certainty,
        when=claim.when,
        day=claim.when.start or claim.when.end or publication_day(document.published),
        event=told.event,
        comment=told.is_comment,
        parts=parts,
        trigger=trigger,
        own_word=is_own_account(claim),
    )


def stretches(view: Snapshot, wanted: str) -> tuple[Stretch, ...]:
    """Return where an entity of an id is named: as recognised, else as claims take it."""
    found = []
    for document, reading in view.readings.items():
        named = [(e.start, e.end, e.text) for e in reading.document.entities if e.id == wanted]
        for claim in reading.claims:
            for start, end, text in _told_of(_mentions(claim.actors, claim.recipients), wanted):
                _add(named, start, end, text)
            for start, end, text in _told_of((*claim.places, *claim.attribution), wanted):
                if any(c.isupper() for c in text):  # "the city" stands for a name, and is none
                    _add(named, start, end, text)
        found += [Stretch(document, *stretch) for stretch in named]
    return tuple(found)


def _mentions(*slots: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(mention for slot in slots for mention in slot)


def _told_of(
    slots: Iterable[Mention | Place | Source], wanted: str
) -> Iterator[tuple[int, int, str]]:
    for slot in slots:
        if slot.id == wanted and slot.start is not None and slot.end is not None:
            yield slot.start, slot.end, slot.text


def _add(named: list[tuple[int, int, str]], start: int, end: int, text: str) -> None:
    """Add a stretch that overlaps none of those that are there."""
    if all(end <= a or b <= start for a, b, _ in named):
        named.append((start, end, text))


def met(found: Iterable[Stretch], loaded: frozenset[str] = frozenset()) -> tuple[Met, ...]:
    """Return the names that stand there, the commonest first; `loaded` are in small letters."""
    groups: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in found:
        groups[" ".join(stretch.text.split())].append(stretch)
    made = (
        Met(name, len(group), len({s.document for s in group}), _bare(name) in loaded)
        for name, group in groups.items()
    )
    return tuple(sorted(made, key=lambda m: (-m.mentions, m.name)))


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ")
