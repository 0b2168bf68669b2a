"""Typed conflicts between the claims of one event: kept beside each other, never decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from fogline.model import ClaimOrigin, Contradiction, Range
from fogline.weighing.days import Days, apart
from fogline.weighing.distance import kilometres
from fogline.weighing.features import COUNTS
from fogline.weighing.views import Party, View
from fogline.weighing.voices import independent

Voices = Mapping[str, ClaimOrigin]
Kind = Callable[[Sequence[View], Voices], Contradiction | None]
FIRM = frozenset({"certain", "probable"})
DAYS_COUNTED = 1  # days by which the stretches of two tolls may differ
HOLDING = frozenset({"gain", "hold"})


def contradictions(seen: Sequence[View], voices: Voices) -> tuple[Contradiction, ...]:
    """Return the conflicts between claims of one event, one of a type at most, all open."""
    told = [v for v in seen if not v.comment]
    found = (kind(told, voices) for kind in KINDS)
    return tuple(one for one in found if one)


def polarity(told: Sequence[View], voices: Voices) -> Contradiction | None:
    """Some say that it happened, others that it did not; bare possibilities contradict nothing."""
    firm = [v for v in told if v.claim.certainty in FIRM]
    yes, no = [v for v in firm if not v.denied], [v for v in firm if v.denied]
    if not yes or not no or _keys(yes, voices) == _keys(no, voices):
        return None
    reason = f"{_who(yes, voices)} against the denial of {_who(no, voices)}"
    return _open("polarity", firm, reason)


def toll(told: Sequence[View], voices: Voices) -> Contradiction | None:
    """Numbers of people harmed that do not meet, from different origins or documents."""
    for name in COUNTS:
        apart_ = [
            (a, b, one, other)
            for a, b in combinations([v for v in told if not v.denied], 2)
            if (one := getattr(a.toll, name))
            and (other := getattr(b.toll, name))
            and _disjoint(one, other)
            and _told_apart(a, b, voices)
            and _same_stretch(a.days, b.days)
        ]
        if apart_:
            _, _, one, other = apart_[0]
            seen = [v for a, b, _, _ in apart_ for v in (a, b)]
            return _open("toll", seen, f"{_span(one)} {name} against {_span(other)}")
    return None


def place(told: Sequence[View], voices: Voices) -> Contradiction | None:
    """Places too far apart for their precision."""
    for a, b in combinations(told, 2):
        gaps = list(_gaps(a, b))
        if gaps and min(gaps)[0] > 0 and _told_apart(a, b, voices):
            _, distance, one, other = min(gaps)
            return _open("place", [a, b], f"{one} and {other} are {distance:.0f} km apart")
    return None


def control(told: Sequence[View], voices: Voices) -> Contradiction | None:
    """Two holders of one place in one stretch of days."""
    held = [v for v in told if v.claim.event == "CONTROL" and v.claim.mode in _HELD and v.actors]
    for a, b in combinations(held, 2):
        same_days = apart(a.days, b.days) == 0
        if not same_days or a.denied or b.denied or not _told_apart(a, b, voices):
            continue
        if not _same(a.actors, b.actors):
            one, other = (", ".join(p.name for p in v.actors) for v in (a, b))
            return _open("control", [a, b], f"held by {one} against held by {other}")
    return None


_HELD = HOLDING | {"lose"}
KINDS: tuple[Kind, ...] = (polarity, toll, place, control)


def _open(kind: str, seen: Sequence[View], reason: str) -> Contradiction:
    claims = dict.fromkeys(v.claim.id for v in sorted(seen, key=lambda v: v.order))
    return Contradiction(kind, tuple(claims), "open", reason)


def _who(seen: Sequence[View], voices: Voices) -> str:
    names = sorted({_name(v, voices) for v in seen})
    shown = ", ".join(names[:3])
    return f"{shown} and {len(names) - 3} more" if len(names) > 3 else shown


def _name(v: View, voices: Voices) -> str:
    voice = voices.get(v.claim.id)
    if voice and not voice.own and len(v.claim.attribution) > 1:
        return v.claim.attribution[-1].text
    return v.document.publisher or v.document.title or v.document.id


def _told_apart(a: View, b: View, voices: Voices) -> bool:
    """Two numbers from one mouth in one text are parts of a whole, not a conflict."""
    one, other = voices.get(a.claim.id), voices.get(b.claim.id)
    keys = {voice.key for voice in (one, other) if voice}
    return a.document.id != b.document.id or len(keys) > 1


def _keys(seen: Sequence[View], voices: Voices) -> tuple[str, ...]:
    return independent([v.claim.id for v in seen], voices)


def _same_stretch(a: Days, b: Days) -> bool:
    """Say whether two numbers are counted over as many days: a week's toll is no day's."""
    return abs((a.length or 0) - (b.length or 0)) <= DAYS_COUNTED


def _disjoint(one: Range, other: Range) -> bool:
    return _below(one, other) or _below(other, one)


def _below(one: Range, other: Range) -> bool:
    return one.max is not None and other.min is not None and one.max < other.min


def _span(count: Range) -> str:
    if count.min == count.max:
        return str(count.min)
    if count.max is None:
        return f"at least {count.min}"
    return f"up to {count.max}" if count.min is None else f"{count.min} to {count.max}"


def _gaps(a: View, b: View) -> Iterator[tuple[float, float, str, str]]:
    for one in a.spots:
        for other in b.spots:
            distance = kilometres(one, other)
            if distance is None or one.wide or other.wide:
                yield 0.0, 0.0, one.name, other.name
            else:
                room = one.radius + other.radius
                yield max(0.0, distance - room), distance, one.name, other.name


def _same(a: Sequence[Party], b: Sequence[Party]) -> bool:
    return any(
        x.key == y.key or x.stems & y.stems or (x.state and x.state == y.state)
        for x in a
        for y in b
    )
