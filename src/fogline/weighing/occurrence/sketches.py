"""A claim's view as little text: what pair features, blocks and clusters look at, nothing more.

A page's own row holds what its claims have in common (its story, places, parties); a claim's row
points into it. Both are canonical JSON, so that what comes back is what went in, to the last digit.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fogline.model import Casualties, Claim, Document, Published, Range, Source, Span, When
from fogline.weighing.measures.days import Days
from fogline.weighing.measures.distance import Spot
from fogline.weighing.measures.likeness import Story
from fogline.weighing.views.party import Party
from fogline.weighing.views.views import View

_WRITTEN = json.JSONEncoder(ensure_ascii=False, check_circular=False)
_NOWHERE = Span(0, 0, "")


@dataclass(frozen=True, slots=True)
class Gist(Claim):
    """What pair features ask of a claim; its sentence, sides, places and time are not kept here:
    the view has what they came to.
    """


@dataclass(frozen=True, slots=True)
class Page:
    """What the claims of one document have in common."""

    document: Document
    story: Story
    spots: tuple[Spot, ...]
    parties: tuple[Party, ...]
    around: tuple[Spot, ...]


def page_of(told: Sequence[View]) -> str:
    """Return the page of a document's views, of which there is one at least."""
    first = told[0]
    out, story = first.document.published, first.story
    spots, parties = _spots(told), _parties(told)
    around = next((v.around for v in told if v.around), ())
    return _WRITTEN.encode(
        [
            first.document.id,
            [out.earliest, out.latest, *filter(None, [first.document.publisher])],
            list(story.weights.items()) if story else [],
            [[*_plain(s), *(s.point or ())] for s in spots],
            [_named(p) for p in parties],
            [spots.index(spot) for spot in around],
        ]
    )


def sketches_of(told: Sequence[View]) -> list[str]:
    """Return a row for each view of a document, in their order."""
    spots = {spot: i for i, spot in enumerate(_spots(told))}
    parties = {party: i for i, party in enumerate(_parties(told))}
    return [_WRITTEN.encode(_sketch(v, spots, parties)) for v in told]


@lru_cache(maxsize=1 << 9)  # the pages beside one document stand beside the next as well
def page(kept: str) -> Page:
    """Return a page from what `page_of` gave."""
    id, (earliest, latest, *publisher), weights, placed, named, around = json.loads(kept)
    published = Published(earliest, latest, "given" if earliest else "none")
    document = Document(id, "", (), published, publisher=next(iter(publisher), None))
    spots = tuple(_spot(*row) for row in placed)
    parties = tuple(Party(n, k, frozenset(s), *rest) for n, k, s, *rest in named)
    return Page(document, Story(dict(weights)), spots, parties, tuple(spots[i] for i in around))


def view(kept: str, page: Page) -> View:
    """Return a view from its row: all that is compared, of the gist of a claim."""
    row = json.loads(kept)
    claim, flags = _gist(row), row[8]
    standing, first, last, actors, recipients, spots, setting, deed, said, matter, *more = row[10:]
    return View(
        claim=claim,
        document=page.document,
        comment=bool(flags & 1),
        heading=bool(flags & 2),
        order=(page.document.id, claim.trigger.start, claim.id),
        standing=standing,
        days=Days(first, last),
        named_day=bool(flags & 4),
        actors=tuple([page.parties[i] for i in actors]),
        recipients=tuple([page.parties[i] for i in recipients]),
        places=(),
        spots=tuple([page.spots[i] for i in spots]),
        setting=tuple([page.spots[i] for i in setting]),
        around=page.around if flags & 8 else (),
        trigger=frozenset(deed),
        words=frozenset(said),
        matter=matter,
        story=page.story,
        retracted=bool(flags & 16),
        spoken=bool(flags & 32),
        accuses=bool(flags & 64),
        opened=more[0] if more else None,
        caption=bool(flags & 128),
        note=bool(flags & 256),
        of=more[1] if more[1:] else "",
        series=bool(flags & 512),
        breach=bool(flags & 1024),
        things=tuple(more[2:]),
    )


def _gist(row: Sequence[Any]) -> Gist:
    """Return the claim, in short, that a view's row begins with."""
    id, event, mode, status, polarity, toll, trigger, voice, _, start = row[:10]
    return Gist(
        id=id,
        part="",
        sentence=_NOWHERE,
        trigger=Span(start, start + len(trigger), trigger),
        event=event,
        mode=mode,
        actors=(),
        recipients=(),
        places=(),
        when=When(),
        attribution=(Source(voice, ""),) if voice else (),
        status=status,
        polarity=polarity,
        certainty="",
        casualties=Casualties(*(Range(*n) if n else None for n in toll)) if toll else _UNCOUNTED,
    )


_UNCOUNTED = Casualties()


def _sketch(v: View, spots: dict[Spot, int], parties: dict[Party, int]) -> list[Any]:
    so = (v.comment, v.heading, v.named_day, bool(v.around), v.retracted, v.spoken, v.accuses)
    also = (v.caption, v.sets_right, v.series, v.breach)
    flags = sum(is_so << bit for bit, is_so in enumerate((*so, *also)))
    claim, toll = v.claim, v.claim.casualties
    counts = (toll.killed, toll.injured, toll.missing, toll.displaced)
    return [
        claim.id,
        claim.event,
        claim.mode,
        claim.status,
        claim.polarity,
        [[n.min, n.max] if n else None for n in counts] if any(counts) else [],
        claim.trigger.text,
        claim.attribution[-1].text if claim.attribution else "",
        flags,
        claim.trigger.start,
        v.standing,
        v.days.start,
        v.days.end,
        [parties[p] for p in v.actors],
        [parties[p] for p in v.recipients],
        [spots[s] for s in v.spots],
        [spots[s] for s in v.setting],
        sorted(v.trigger),
        sorted(v.words),
        v.matter,
        v.opened,
        *([v.of, *v.things] if v.of or v.things else []),
    ]


def _spots(told: Iterable[View]) -> tuple[Spot, ...]:
    return tuple(dict.fromkeys(s for v in told for s in (*v.spots, *v.setting, *v.around)))


def _parties(told: Iterable[View]) -> tuple[Party, ...]:
    return tuple(dict.fromkeys(p for v in told for p in (*v.actors, *v.recipients)))


def _named(p: Party) -> list[Any]:
    told = [p.name, p.key, sorted(p.stems), p.anybody, p.loose, p.state, p.linked, p.term]
    return [*told, p.label, p.of] if p.of else told


def _plain(s: Spot) -> tuple[Any, ...]:
    return s.key, s.name, s.precision, s.radius, s.described, s.part


@lru_cache(maxsize=1 << 14)
def _spot(  # noqa: PLR0913 (a spot has these)
    key: str,
    name: str,
    precision: str | None,
    radius: float,
    described: bool,
    part: bool,
    *point: float,
) -> Spot:
    at = (point[0], point[1]) if point else None
    return Spot(key, name, precision, at, radius, described, part)
