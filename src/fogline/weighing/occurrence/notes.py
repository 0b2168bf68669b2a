"""A claim in a few numbers: enough to say of most pairs that they tell of two occurrences.

Words, names and places stand as hashes, of which two may be one: what notes say two claims share is
never less than what they do share.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from fogline.model import HARMS
from fogline.model.quick import quick
from fogline.weighing.measures.boxes import BOX, box
from fogline.weighing.measures.commonness import rarity
from fogline.weighing.measures.days import appeared
from fogline.weighing.measures.distance import Spot
from fogline.weighing.measures.likeness import HEAVIEST
from fogline.weighing.occurrence.features import SPOKEN, STORY_WORDS
from fogline.weighing.occurrence.roles import is_of_the_first
from fogline.weighing.views.party import Party
from fogline.weighing.views.views import View

UNKNOWN = -(2**31)  # a day that is not known
NO_WORD = 2**16 - 1  # what fills a row of few words: no word's number
DEEDS = 64  # bits of a deed's words
NAMES, TELLING_NAMES, SPOTS = 12, 6, 8  # words and places of a claim beyond which they are MANY

# Flags, from the lowest bit. The toll's, one for each of HARMS, begin at TOLL.
NAMED, LOCATED, PLACED, SPEAKS, DENIED, HEADS, BRIEF, SPOKEN_OF = (1 << i for i in range(8))
ACTING, ACTED_ON = 1 << 8, 1 << 12  # whether there are any, and what follows
PLAIN, KNOWN, CROWDED = 2, 4, 8  # times these: none is loosely named; one is known; too many names
HERE, ABOUT = 1 << 16, 1 << 18  # whether all spots have points and none is wide ...
MANY = 2  # ... and, times these, whether they are too many
TOLL = 1 << 20
SETS_RIGHT = 1 << 24

NOTE = np.dtype(
    [
        ("flags", "<u4"),
        ("said", "<u4"),  # words of the sentence
        ("days", "<i4", 2),
        ("out", "<i4", 2),  # published
        ("deed", "<u8"),
        ("matter", "<f8"),
        ("scale", "<f8"),  # weight of a story's word for each of its rarity
        ("here", BOX),  # radians and kilometres: around its places, or where its text was last
        ("about", BOX),  # ... around its places, or all of its text
        ("here_keys", "<u2", SPOTS),
        ("about_keys", "<u2", SPOTS),
        ("actors", "<u2", NAMES),
        ("telling_actors", "<u2", TELLING_NAMES),
        ("recipients", "<u2", NAMES),
        ("telling_recipients", "<u2", TELLING_NAMES),
        ("story", "<u2", HEAVIEST),
    ]
)
_PACKED = struct.Struct(f"<2I4iQ2d10f{2 * (SPOTS + NAMES + TELLING_NAMES) + HEAVIEST}H")  # NOTE


@quick
@dataclass(frozen=True, slots=True)
class Note:
    """What is kept of one claim: its kind, the numbers, its sentence's words (16 bits each)."""

    kind: str
    numbers: bytes
    words: bytes


class _Who(NamedTuple):
    """What a note holds of those who act, or are acted on: flags, and the numbers of names."""

    flags: int
    names: list[int]
    telling: list[int]


class _Where(NamedTuple):
    """What it holds of places: flags, the box around them, and the numbers of keys."""

    flags: int
    box: tuple[float, ...]
    keys: list[int]


def kind_of(v: View) -> str:
    """Return category and mode as a note has them."""
    return f"{v.claim.event}/{v.claim.mode or ''}"


def notes(told: Sequence[View]) -> list[Note]:
    """Return the notes of a document's views, in their order."""
    weights = told[0].story.weights if told and told[0].story else {}
    rare = [weight / rarity(stem) for stem, weight in weights.items() if rarity(stem)]
    story = max(rare, default=0.0), _row(weights, HEAVIEST)
    return [Note(kind_of(v), _packed(v, *story), _words(v)) for v in told]


@cache
def number(word: str) -> int:
    """Return the number of a word."""
    return zlib.crc32(word.encode()) % NO_WORD


def _words(v: View) -> bytes:
    return struct.pack(f"<{len(v.words)}H", *sorted(map(number, v.words)))


def _packed(v: View, scale: float, story: list[int]) -> bytes:
    """Return the numbers of a view in the order of NOTE."""
    out, located = appeared(v.document), v.located
    here = _where(located or v.setting)
    about = here if located else _where(v.around)
    actors, recipients = _who(v.actors), _who(v.recipients)
    if is_of_the_first(v):  # of two sides that are said to have fired first neither is ruled out
        actors = actors._replace(flags=actors.flags & ~PLAIN)
    flags = ACTING * actors.flags | ACTED_ON * recipients.flags
    flags |= HERE * here.flags | ABOUT * about.flags
    return _PACKED.pack(
        *(_flags(v) | flags, len(v.words)),
        *(_day(v.days.start), _day(v.days.end), _day(out.start), _day(out.end)),
        *(_bits(v.trigger), v.matter, scale),
        *here.box,
        *about.box,
        *here.keys,
        *about.keys,
        *actors.names,
        *actors.telling,
        *recipients.names,
        *recipients.telling,
        *story,
    )


def _flags(v: View) -> int:
    so = (
        (NAMED, v.named_day),
        (LOCATED, bool(v.located)),
        (PLACED, bool(v.located or v.setting)),
        (SPEAKS, v.claim.event in SPOKEN),
        (DENIED, v.denied),
        (HEADS, v.heads),
        (SPOKEN_OF, v.spoken or v.accuses),
        (SETS_RIGHT, v.sets_right),
        (BRIEF, v.story is None or len(v.story.weights) < STORY_WORDS),
        *((TOLL << i, getattr(v.toll, name) is not None) for i, name in enumerate(HARMS)),
    )
    return sum(flag for flag, is_so in so if is_so)


@lru_cache(maxsize=1 << 10)  # claims of one document tell of few
def _who(parties: tuple[Party, ...]) -> _Who:
    names, telling = _names(parties), _telling(parties)
    plain = not any(p.anybody or p.loose for p in parties)
    known = any(p.linked or p.state for p in parties)
    crowded = len(names) > NAMES or len(telling) > TELLING_NAMES
    flags = bool(parties) + PLAIN * plain + KNOWN * known + CROWDED * crowded
    return _Who(flags, _row(names, NAMES), _row(telling, TELLING_NAMES))


def _names(parties: Sequence[Party]) -> set[str]:
    """Return everything by which parties can be alike: stems, states and keys."""
    return {name for p in parties for name in (*p.stems, *_beside(p))}


def _telling(parties: Sequence[Party]) -> set[str]:
    """Return of each party so much that one of two alike has some of it among the other's names.

    If the stems of neither are among the other's, half of all must be shared, and so more than half
    of either's: whichever half of them is looked at holds one.
    """
    return {name for p in parties for name in (*_rarest(p), *_beside(p))}


def _rarest(party: Party) -> list[str]:
    ordered = sorted(party.stems, key=lambda stem: (-rarity(stem), stem))
    return ordered if party.anybody else ordered[: (len(ordered) + 1) // 2]


def _beside(party: Party) -> Iterator[str]:
    yield f"key {party.key}"
    if party.state:
        yield f"state {party.state}"


@lru_cache(maxsize=1 << 10)
def _where(spots: tuple[Spot, ...]) -> _Where:
    keys = {s.key for s in spots}
    flags = all(s.point and not s.wide for s in spots) + MANY * (len(keys) > SPOTS)
    return _Where(flags, box(spots), _row(keys, SPOTS))


def _row(words: Iterable[str], size: int) -> list[int]:
    numbers = [number(word) for word in words][:size]
    return sorted(numbers) + [NO_WORD] * (size - len(numbers))


def _bits(words: Iterable[str]) -> int:
    found = 0
    for word in words:
        found |= 1 << zlib.crc32(word.encode()) % DEEDS
    return found


def _day(day: int | None) -> int:
    return UNKNOWN if day is None else day
