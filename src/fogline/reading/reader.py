"""Document → claims: the language model once over all parts, the recognisers, then each part's
claims.
"""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import fields, replace
from functools import cache
from itertools import islice, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from fogline.model import Document, Entity, Part, Published, Reading, identified
from fogline.reading.actors import actors
from fogline.reading.claims import PartReader
from fogline.reading.drafts import drafts
from fogline.reading.grammar.names import text_of
from fogline.reading.learned import proposing
from fogline.reading.places import places, rulings
from fogline.reading.quantities import quantities
from fogline.reading.scene import build, under
from fogline.reading.times import stamps, times
from fogline.reading.triggers import subject
from fogline.reading.version import version

if TYPE_CHECKING:
    from collections import deque

    from fogline.reading.drafts import Draft
    from fogline.reading.gazetteer import Site
    from fogline.reading.language import Doc, Language, Started
    from fogline.reading.places.rulings import Ruling
    from fogline.reading.scene import Scene

    Batch = tuple[list[Document], list[Started]]
    UnderWay = tuple[Document, list[Started]]

_ABOUT: Final = frozenset({"notice", "boilerplate", "byline", "related"})  # the page, or another
_UNREAD: Final = _ABOUT | {"kicker"}
_SIGHT: Final = 32  # documents that may be under way
_LEAST: Final = 4  # documents worked out at once, while there are so many
_WARM: Final = 16  # documents after which the lexicons are there to stay
_TURN: Final = 0.0005  # seconds for which one thread computes before another may
_USUAL_TURN: Final = sys.getswitchinterval()
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONG: Final = 200_000  # characters under way beyond which none is begun


class Reader:
    """Reads documents into claims with one language model; holds nothing between documents but how
    many there were.

    `ruled` is what people decided of places' names, which it follows.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._number = 0

    def read(self, document: Document, ruled: tuple[Ruling, ...] = ()) -> Reading:
        """Return a document's claims, with its entities, language and inferred dates filled in."""
        return next(self.pipe([document], ruled))

    def pipe(
        self, documents: Iterable[Document], ruled: tuple[Ruling, ...] = ()
    ) -> Iterator[Reading]:
        """Yield readings in order. They are worked out for a batch at a time, step by step: the
        network and the lexicons push each other out of the processor's cache.
        """
        with closing(self._started(documents)) as batches:
            for batch, started in batches:
                with _undisturbed():
                    readings = self._readings(batch, started, ruled)
                self._number += len(batch)
                if self._number >= _WARM:
                    _freeze()
                yield from readings

    def _started(self, documents: Iterable[Document]) -> Generator[Batch]:
        """Yield batches whose parsing is under way; where there are threads for it, what is not yet
        due goes on meanwhile, and few are left for the end.
        """
        stream = iter(documents)
        under_way: list[UnderWay] = []
        try:
            while under_way := [*under_way, *self._more(stream, under_way)]:
                due = self._due(under_way)
                batch, under_way = under_way[:due], under_way[due:]
                yield [document for document, _ in batch], [s for _, own in batch for s in own]
        finally:
            self._language.withdraw()  # or an interrupted run would end with the last parse

    def _due(self, under_way: list[UnderWay]) -> int:
        """Return how many documents to work out at once: half, of which beside other threads those
        that are parsed, or all threads would parse first and one of them stand still in the end.
        """
        half = under_way[: len(under_way) // 2]
        if not self._language.is_alone:
            half = [*takewhile(lambda one: all(s.is_parsed() for s in one[1]), half)]
        return max(_LEAST, len(half))

    def _more(self, stream: Iterator[Document], under_way: list[UnderWay]) -> Iterator[UnderWay]:
        """Start as many documents more as may be under way, fewer where they are long: what is
        worked out of a batch is in memory at once.
        """
        count, length = len(under_way), sum(len(document.text) for document, _ in under_way)
        while count < _SIGHT and length < _LONG and (document := next(stream, None)):
            yield document, [*self._begun(document)]
            count, length = count + 1, length + len(document.text)

    def _readings(
        self, batch: list[Document], started: list[Started], ruled: tuple[Ruling, ...]
    ) -> list[Reading]:
        parsed = self._language.finish(started)
        docs = iter(parsed)
        dated = [_dated(document) for document in batch]
        scenes = _scenes([(d, [*islice(docs, len(d.parts))]) for d in dated], ruled)
        weighed = iter([*self._weighed(scene for own in scenes for scene in own)])
        told = [[*islice(weighed, len(_reporting(own)))] for own in scenes]
        drafted = iter(drafts([scene for own in told for scene in own]))
        drawn = [[*islice(drafted, len(own))] for own in told]
        readings = [_reading(*every) for every in zip(dated, scenes, told, drawn, strict=True)]
        for doc in parsed:
            doc.dissolve()
        return readings

    def scenes(self, document: Document) -> Iterator[Scene]:
        """Yield the parts of a document read before that claims are read from, parsed once more."""
        (scenes,) = _scenes([(document, self._parsed(document))])
        return self._weighed(scenes)

    def heard(self, document: Document) -> Iterator[Scene]:
        """Yield the parts that claims are read from, parsed and recognised, before anything is
        weighed.
        """
        (scenes,) = _scenes([(_dated(document), self._parsed(document))])
        return iter(_reporting(scenes))

    def _parsed(self, document: Document) -> list[Doc]:
        return self._language.finish([*self._begun(document)])

    def _begun(self, document: Document) -> Iterator[Started]:
        """Start the parts of a document; those that no claims are read from cost no parse."""
        for part in document.parts:
            text = document.text[part.start : part.end]
            yield self._language.start(text, parsed=_is_read(part))

    def _weighed(self, scenes: Iterable[Scene]) -> Iterator[Scene]:
        """Yield the scenes that claims are read from, with what the heads say, told what the rules
        say; these know no everyday sense and are not asked about a quiet document.
        """
        read = _reporting(scenes)
        noted = [None if scene.quiet else proposing.notes(scene) for scene in read]
        for scene, told in zip(read, noted, strict=True):
            heard = self._language.weigh(scene.doc, told) if told else None
            yield replace(scene, evidence=heard) if told else scene


def _is_read(part: Part) -> bool:
    """Tell whether claims are read from a part."""
    return part.role not in _UNREAD


def _reporting(scenes: Iterable[Scene]) -> list[Scene]:
    """Return the scenes that claims are read from."""
    return [scene for scene in scenes if _is_read(scene.part)]


def _reading(
    document: Document, scenes: list[Scene], told: list[Scene], drawn: list[deque[Draft]]
) -> Reading:
    """Return a document's reading from the scenes of its parts; `told` are those with claims, drawn
    up before.
    """
    reader = PartReader()
    parts = zip(told, drawn, strict=True)
    found = [claim for scene, own in parts for claim in reader.finish(scene, own)]
    claims = tuple([identified(claim, document.id) for claim in found])
    shifted = tuple(_shift(e, s.part) for s in scenes for e in s.entities)
    return Reading(replace(document, entities=shifted), claims, version())


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the garbage collector from what is being made, next to nothing of it is garbage yet;
    and let the threads that parse the next batch come to a word at once: at Python's own pace they
    stand still a sixth of the time.
    """
    was = gc.isenabled()
    gc.disable()
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(_USUAL_TURN)
        if was:
            gc.enable()


@cache
def _freeze() -> None:
    """Let the garbage collector pass over what the lexicons hold, from now on: it stays for good,
    and looking through it again and again is a tenth of the cost of reading.
    """
    gc.collect()
    gc.freeze()


def _scenes(
    parsed: list[tuple[Document, list[Doc]]], ruled: tuple[Ruling, ...] = ()
) -> list[list[Scene]]:
    """Return the scenes of each document."""
    seen = [_seen(document, docs, ruled) for document, docs in parsed]
    found = iter(_entities([one for own in seen for one in own]))
    return [[*_staged(own, [*islice(found, len(own))])] for own in seen]


class _Seen(NamedTuple):
    """A parsed part before anything is recognised in it; `context` and `meant`, what people decided
    of names, are its document's, `stamped` are the days that its stretches stand under.
    """

    document: Document
    part: Part
    doc: Doc
    context: places.PlaceContext
    meant: tuple[tuple[str, Site], ...]
    stamped: tuple[stamps.Stamp, ...]


def _seen(document: Document, docs: list[Doc], ruled: tuple[Ruling, ...]) -> list[_Seen]:
    context = places.PlaceContext.of(docs)
    meant = rulings.meant(ruled, document.id, context.country)
    below = stamps.of_document(document)
    return [
        _Seen(_of(document, part), part, doc, context, meant, stamps.within(below, part))
        for part, doc in zip(document.parts, docs, strict=True)
    ]


def _staged(seen: list[_Seen], found: list[tuple[Entity, ...]]) -> Iterator[Scene]:
    """Yield the scenes of a document, quiet where all of them are."""
    scenes = []
    for one, entities in zip(seen, found, strict=True):
        heeded = rulings.heeded(entities, text_of(one.doc), one.meant)
        scene = build(one.document, one.part, one.doc, heeded, one.context.country)
        scenes.append(under(one.stamped, scene) if one.stamped else scene)
    quiet = all(map(subject.is_quiet, scenes))
    return (replace(scene, quiet=True) if quiet else scene for scene in scenes)


def _of(document: Document, part: Part) -> Document:
    """Return the document as a part is read by: by its own day, where it has one, an entry of a
    live blog or a comment.
    """
    day = (part.posted or "")[:10]
    if not _DAY.fullmatch(day):  # or "2 hours ago"
        return document
    return replace(document, published=Published(day, day, "given"))


def _dated(document: Document) -> Document:
    """Return the document with its own date line preferred, or dates that its text bounds."""
    given = document.published
    body = next((p for p in document.parts if p.role == "body"), None)
    text = document.text[body.start : body.end] if body else document.text
    quoted = min((p.start for p in document.parts if p.role == "quotation"), default=200)
    line = times.dateline(text[:400], given.earliest) or times.dateline(
        document.text[: min(200, quoted)], given.earliest
    )
    last = max((s.day for s in stamps.of_document(document)), default=None)
    if last and line and last > line:
        line = None if given.earliest else last  # the line is the first post's
    if given.earliest is None:
        found = Published(line, line, "text") if line else times.bound(document.text)
        return replace(document, published=found)
    if line is not None and line != given.earliest[:10]:
        warning = (
            f"the document's own date line says {line}, the date handed in {given.earliest[:10]}"
        )
        published = Published(line, line, "text")
        return replace(document, published=published, warnings=(*document.warnings, warning))
    return document


def _entities(seen: list[_Seen]) -> list[tuple[Entity, ...]]:
    """Return everything that the recognisers find in parts, one recogniser after the other, so that
    each finds its lexicons at hand; offsets count from a part's start.
    """
    asked = [one for one in seen if one.part.role not in _ABOUT]
    days = [one.document.published.earliest for one in asked]
    where = [places.find(one.doc, one.context) for one in asked]
    who = [
        actors.find(one.doc, country=one.context.country, day=day)
        for one, day in zip(asked, days, strict=True)
    ]
    when = [times.find(text_of(o.doc), o.document.published, o.stamped) for o in asked]
    many = [quantities.find(one.doc) for one in asked]
    found = iter([_in_order(*every) for every in zip(where, who, when, many, strict=True)])
    return [() if one.part.role in _ABOUT else next(found) for one in seen]


def _in_order(
    where: tuple[Entity, ...],
    who: tuple[Entity, ...],
    when: tuple[Entity, ...],
    many: tuple[Entity, ...],
) -> tuple[Entity, ...]:
    """Return what was found in a part as it stands there."""
    acting = (a for a in who if a.id or not any(_is_part(p, a) for p in where))
    found = (*acting, *where, *when, *many)
    return tuple(sorted(found, key=lambda e: (e.start, e.end, e.kind)))


def _is_part(place: Entity, name: Entity) -> bool:
    """Tell whether what looked like a person's name holds that of a place: it is a list of such."""
    within = name.start <= place.start and place.end <= name.end
    return within and name.end - name.start > place.end - place.start


def _shift(entity: Entity, part: Part) -> Entity:
    if not part.start:
        return entity
    return Entity(entity.start + part.start, entity.end + part.start, *_REST(entity))


_REST: Final = attrgetter(*(field.name for field in fields(Entity)[2:]))
