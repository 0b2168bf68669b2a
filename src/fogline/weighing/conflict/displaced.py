"""Occurrences that two origins tell alike in all but the place, or all but the day.

Claims whose places or days rule one event out are never put into one, and these are not either:
the conflict stands between their two events. It is looked for with care, as most of what is told
alike of two places did happen twice: only single deeds, told by two origins within days, with the
same numbers or nearly the same words, of which no page tells at both places or on both days.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from typing import Protocol, TypeVar

from fogline.model import (
    HARMS,
    Casualties,
    Claim,
    ClaimOrigin,
    Contradiction,
    Displaced,
    Document,
    Event,
    Range,
    Reading,
)
from fogline.weighing.conflict.evolution import evolution
from fogline.weighing.measures.commonness import rarity
from fogline.weighing.measures.days import apart, appeared
from fogline.weighing.measures.kinship import kinship
from fogline.weighing.measures.wording import content, fold
from fogline.weighing.occurrence import features, placed, roles
from fogline.weighing.occurrence.evidence import OUT
from fogline.weighing.occurrence.features import in_common
from fogline.weighing.origin.independence import independent
from fogline.weighing.views.versions import page_of
from fogline.weighing.views.views import FIRM, HAPPENED, Order, View

Voices = Mapping[str, ClaimOrigin]
PLACE, TIME = "place", "time"
DEEDS = frozenset({"ACCIDENT", "ASSAULT", "COERCE", "CONTROL", "PROTEST", "RETREAT"})
LASTING = frozenset({"besiege", "ceasefire", "clash", "contest", "hold"})  # no single deed
REPORTED_DAYS = 2  # between two reports of one deed
OTHER_DAYS = 7  # ... and between the days that they name, at most
MANY = 5  # people from which one number alone is no chance
RAREST = 6  # words by which claims are brought together
LIKE_WORDS = 0.6  # share of the words' matter from which two sentences are one telling ...
FEWEST = 7  # ... and their number
BESIDE_NUMBERS = 0.25  # the share where the numbers are the same


@dataclass(frozen=True, slots=True)
class _Ground:
    """What speaks against a pair: the events and origins of claims, what each page tells."""

    home: Mapping[str, str]
    voices: Voices
    pages: Mapping[str, Sequence[View]]


@dataclass(frozen=True, slots=True)
class _Found:
    """Two claims that disagree, the slot in which they do, and why in words."""

    one: View
    other: View
    type: str
    reason: str


class _Saying(Protocol):
    """What of a claim brings it together with others that tell alike."""

    @property
    def claim(self) -> Claim: ...
    @property
    def document(self) -> Document: ...
    @property
    def order(self) -> Order: ...
    @property
    def toll(self) -> Casualties: ...
    @property
    def words(self) -> frozenset[str]: ...
    @property
    def matter(self) -> float: ...


S = TypeVar("S", bound=_Saying)


@dataclass(frozen=True)
class _Sentence:
    """A claim by its words alone, before what weighing compares of it is worked out."""

    claim: Claim
    document: Document

    @property
    def order(self) -> Order:
        return self.document.id, self.claim.trigger.start, self.claim.id

    @property
    def toll(self) -> Casualties:
        return self.claim.casualties

    @cached_property
    def words(self) -> frozenset[str]:
        return content(self.claim.sentence.text)

    @cached_property
    def matter(self) -> float:
        return math.fsum(map(rarity, self.words))


def likely(readings: Sequence[Reading], events: Iterable[Event]) -> tuple[Reading, ...]:
    """Return the readings among which such a conflict may be, with the other versions of their
    pages, by the claims' words and numbers alone: of a large ledger a few in a hundred.
    """
    home = {claim: event.id for event in events for claim in event.claims}
    dated = (r for r in readings if appeared(r.document).end is not None)
    told = [_Sentence(c, r.document) for r in dated for c in r.claims if c.id in home and _deed(c)]
    alike = (
        pair
        for pair in _pairs(told)
        if home[pair[0].claim.id] != home[pair[1].claim.id] and _alike(*pair)
    )
    pages = {page_of(said.document) for pair in alike for said in pair}
    return tuple(r for r in readings if page_of(r.document) in pages)


def displaced(
    seen: Sequence[View], events: Iterable[Event], voices: Voices
) -> tuple[Displaced, ...]:
    """Return the conflicts of place and time between events, one a pair of events and type."""
    home = {claim: event.id for event in events for claim in event.claims}
    pages: defaultdict[str, list[View]] = defaultdict(list)
    for v in seen:
        pages[v.document.id].append(v)
    ground = _Ground(home, voices, pages)
    found: defaultdict[tuple[str, str, str], list[_Found]] = defaultdict(list)
    for one, other in _pairs([v for v in seen if _may(v) and v.claim.id in home]):
        if conflict := _conflict(one, other, ground):
            first, second = sorted((home[one.claim.id], home[other.claim.id]))
            found[first, second, conflict.type].append(conflict)
    return tuple(
        Displaced((first, second), _stated(pairs, voices))
        for (first, second, _), pairs in sorted(found.items())
    )


def _may(v: View) -> bool:
    """Say whether a claim firmly tells of a single deed at a place, on a page that has a date."""
    told = not (v.denied or v.comment or v.heading or v.retold)
    placed = bool(v.located) and not any(spot.wide for spot in v.located)
    return told and placed and appeared(v.document).end is not None and _deed(v.claim)


def _deed(claim: Claim) -> bool:
    """Say whether a claim firmly asserts a single deed that has happened, and names a place."""
    happened = claim.status in HAPPENED and claim.polarity == "positive"
    deed = claim.event in DEEDS and claim.mode not in LASTING
    return happened and deed and claim.certainty in FIRM and bool(claim.places)


def _pairs(told: Sequence[S]) -> Iterator[tuple[S, S]]:
    """Yield the pairs that share a number or a rare word, each once, by where they stand."""
    index: defaultdict[tuple[object, ...], list[S]] = defaultdict(list)
    for v in sorted(told, key=lambda v: v.order):
        for key in _keys(v):
            index[key].append(v)
    met: set[tuple[str, str]] = set()
    for members in index.values():
        for one, other in combinations(members, 2):
            pair = one.claim.id, other.claim.id
            if one.document.id != other.document.id and pair not in met:
                met.add(pair)
                yield one, other


def _keys(v: _Saying) -> Iterator[tuple[object, ...]]:
    day = appeared(v.document).end or 0
    marks: list[object] = [(n, _most(c)) for n in HARMS if (c := getattr(v.toll, n))]
    marks += sorted(v.words, key=lambda word: (-rarity(word), word))[:RAREST]
    for bucket in range(day // REPORTED_DAYS, day // REPORTED_DAYS + 2):
        yield from ((kinship().family(v.claim.event), bucket, mark) for mark in marks)


def _conflict(a: View, b: View, ground: _Ground) -> _Found | None:
    """Return in which of place and day two claims disagree that agree in all else."""
    if ground.home[a.claim.id] == ground.home[b.claim.id] or not a.trigger & b.trigger:
        return None
    told = apart(appeared(a.document), appeared(b.document))
    alike = _alike(a, b)
    if told is None or told > REPORTED_DAYS or not alike or _other_parties(a, b):
        return None
    if not _of_two_origins(a, b, ground):
        return None
    found = _of_place(a, b, ground) or _of_time(a, b, ground)
    return _Found(a, b, found[0], f"{found[1]}, though both tell {alike}") if found else None


def _of_two_origins(a: View, b: View, ground: _Ground) -> bool:
    """Say whether two tell it, in whatever words: an agency's sentence may come out otherwise."""
    told = {v.claim.id: ground.voices.get(v.claim.id) for v in (a, b)}
    voices = {claim: replace(voice, wording="") for claim, voice in told.items() if voice}
    return len(independent(voices, voices)) > 1


def _of_place(a: View, b: View, ground: _Ground) -> tuple[str, str] | None:
    place, time = placed.place(a, b), features.time(a, b)
    if place is None or place.value != OUT or time is None or time.value <= 0:
        return None
    if _knows_place(a, b, ground) or _knows_place(b, a, ground):
        return None
    return PLACE, f"{_places(a)} and {_places(b)} are {place.reason}"


def _of_time(a: View, b: View, ground: _Ground) -> tuple[str, str] | None:
    place, gap = placed.place(a, b), apart(a.days, b.days)
    if not (a.named_day and b.named_day and gap and gap <= OTHER_DAYS):
        return None
    if not {spot.key for spot in a.located} & {spot.key for spot in b.located}:
        return None
    if place is None or place.value <= 0 or _knows_day(a, b, ground) or _knows_day(b, a, ground):
        return None
    days = " and ".join(sorted(filter(None, (_day(a), _day(b)))))
    return TIME, f"told of {days}"


def _alike(a: _Saying, b: _Saying) -> str | None:
    """Return in words what two claims have in common that can hardly be chance."""
    counted, other = a.toll, b.toll
    counts = [(n, c, d) for n in HARMS if (c := getattr(counted, n)) and (d := getattr(other, n))]
    known = [(name, one, two) for name, one, two in counts if _most(one) == _most(two)]
    many = len(known) > 1 or any(_most(one) >= MANY for _, one, _ in known)
    shared = a.words & b.words
    if len(known) < len(counts) or len(shared) < (2 if many else FEWEST):
        return None  # most pairs end here: the words are weighed of the few that are left
    value = in_common(shared, min(a.matter, b.matter))
    if many and value >= BESIDE_NUMBERS:
        return f"the same number {' and '.join(name for name, _, _ in known)}"
    return "it in like words" if value >= LIKE_WORDS and len(shared) >= FEWEST else None


def _most(count: Range) -> int:
    return count.max if count.max is not None else count.min or 0


def _other_parties(a: View, b: View) -> bool:
    found = (roles.actors(a, b), roles.recipients(a, b))
    return any(evidence is not None and evidence.value < 0 for evidence in found)


def _knows_place(v: View, other: View, ground: _Ground) -> bool:
    """Say whether a claim's page names the other's place: then it would tell them apart."""
    wanted = {spot.key for spot in other.located}
    named = {spot.key for told in ground.pages[v.document.id] for spot in told.spots}
    text = fold(v.document.text)
    return bool(wanted & named) or any(fold(spot.name) in text for spot in other.located)


def _knows_day(v: View, other: View, ground: _Ground) -> bool:
    """Say whether a claim's page tells such a deed at that place on the other's day too."""
    return any(
        told.named_day
        and told.trigger & other.trigger
        and apart(told.days, other.days) == 0
        and _keys_of(told) & _keys_of(other)
        for told in ground.pages[v.document.id]
    )


def _keys_of(v: View) -> Set[str]:
    return {spot.key for spot in v.located or v.setting}


def _stated(pairs: Sequence[_Found], voices: Voices) -> Contradiction:
    """Return the conflict of two events, by the first of the pairs that show it."""
    held = {v.claim.id: v for pair in pairs for v in (pair.one, pair.other)}
    ordered = sorted(held.values(), key=lambda v: v.order)
    first = min(pairs, key=lambda pair: (pair.one.order, pair.other.order))
    history = evolution(ordered, voices, first.type).history
    claims = tuple(v.claim.id for v in ordered)
    return Contradiction(first.type, claims, "open", first.reason, history)


def _places(v: View) -> str:
    return ", ".join(dict.fromkeys(spot.name for spot in v.located))


def _day(v: View) -> str:
    ends = (v.claim.when.start, v.claim.when.end)
    return " to ".join(dict.fromkeys(day for day in ends if day))
