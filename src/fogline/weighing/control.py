"""Who held a place from when until when, as claimed: never one truth where origins disagree.

A claim that somebody took or holds a place begins or affirms a tenure; it ends on the day on which
somebody else is said to have taken the place after the last affirmation, or the holder to have
lost it. Who is affirmed after that is contested, and both tenures stand.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fogline.model import Place, Tenure, Timeline
from fogline.weighing.days import iso
from fogline.weighing.forecasts import Voices
from fogline.weighing.slots import may_be_one, same_party
from fogline.weighing.views import Party, View, parties_of
from fogline.weighing.voices import independent

FIRM = frozenset({"certain", "probable"})
BEGINS, AFFIRMS, ENDS, DISPUTES = "gain", "hold", "lose", "contest"
# What a claim says of a holder, by mode and polarity: who did not lose a place holds it.
SAYS = {
    ("gain", "positive"): BEGINS,
    ("hold", "positive"): AFFIRMS,
    ("lose", "positive"): ENDS,
    ("contest", "positive"): DISPUTES,
    ("gain", "negative"): DISPUTES,
    ("hold", "negative"): DISPUTES,
    ("lose", "negative"): AFFIRMS,
}
NEVER = 4_000_000  # an ordinal day after all others


@dataclass(frozen=True, slots=True)
class Saying:
    """That a claim begins, affirms, ends or disputes somebody's tenure, on which days."""

    says: str
    holder: Party | None
    first: int
    last: int
    view: View


@dataclass(frozen=True, slots=True)
class Span:
    """One holder's tenure before it is held against the others."""

    holder: Party
    start: int
    last: int
    end: int | None
    claims: tuple[str, ...]


def timelines(seen: Sequence[View], voices: Voices) -> tuple[Timeline, ...]:
    """Return the claimed holders of every place on the map that is no region, by the place's id."""
    places: dict[str, Place] = {}
    said: defaultdict[str, list[Saying]] = defaultdict(list)
    for v in seen:
        if v.claim.event != "CONTROL" or not _counts(v):
            continue
        for place, spot in zip(v.places, v.spots, strict=True):
            if spot.point and not spot.wide:
                places.setdefault(spot.key, place)
                said[spot.key] += _sayings(v)
    made = (Timeline(_id(k), places[k], _tenures(said[k], voices)) for k in said)
    return tuple(sorted((line for line in made if line.tenures), key=lambda line: line.id))


def _id(key: str) -> str:
    return f"control:{hashlib.sha256(key.encode()).hexdigest()[:24]}"


def _counts(v: View) -> bool:
    """Only the text of a report counts, where it says firmly what happened, and on which days."""
    dated = v.days.start is not None and v.days.end is not None
    firm = v.claim.certainty in FIRM
    return v.standing == "happened" and dated and firm and not (v.comment or v.heading)


def _sayings(v: View) -> Iterator[Saying]:
    says = SAYS.get((v.claim.mode or "", v.claim.polarity))
    first, last = v.days.start or 0, v.days.end or 0
    if says == DISPUTES:
        yield Saying(DISPUTES, None, first, last, v)
    elif says:
        # What is affirmed of a stretch is known for its last day; what happened in it, from there.
        yield from (
            Saying(says, party, last if says == BEGINS else first, last, v)
            for party in parties_of(v.claim.actors)
            if not party.anybody
        )
        if says == ENDS and v.claim.polarity == "positive":
            gainers = (p for p in parties_of(v.claim.recipients) if not p.anybody)
            yield from (Saying(BEGINS, party, last, last, v) for party in gainers)


def _tenures(said: Sequence[Saying], voices: Voices) -> tuple[Tenure, ...]:
    ordered = sorted(said, key=lambda s: (s.first, s.last, s.view.order))
    holders = _holders(s.holder for s in ordered if s.holder and s.says in (BEGINS, AFFIRMS))
    spans = [span for name in holders for span in _spans(holders[name], ordered)]
    disputes = [s for s in ordered if s.says == DISPUTES]
    made = [(span, _tenure(span, spans, disputes, voices)) for span in spans]
    return tuple(t for _, t in sorted(made, key=lambda m: (m[0].start, m[1].holder, m[1].claims)))


def _holders(named: Iterable[Party]) -> Mapping[str, list[Party]]:
    """Return the parties that are one holder, by the name under which they stand first."""
    found: dict[str, list[Party]] = {}
    for party in named:
        home = next(
            (name for name, held in found.items() if any(same_party(party, o) for o in held)), None
        )
        found.setdefault(home or party.name, []).append(party)
    return found


def _spans(parties: Sequence[Party], ordered: Sequence[Saying]) -> Iterator[Span]:
    """Yield a holder's tenures: a new one where it takes the place again after another took it."""
    own = [s for s in ordered if s.holder and _is(s.holder, parties)]
    together = {s.view.claim.id for s in own}
    rivals = [
        s.first
        for s in ordered
        if s.says == BEGINS and s.holder and s.view.claim.id not in together
        if not any(may_be_one(s.holder, party) for party in parties)
    ]
    losses = [s.last for s in own if s.says == ENDS]
    run: list[Saying] = []
    for saying in (s for s in own if s.says in (BEGINS, AFFIRMS)):
        since = max((s.last for s in run), default=NEVER)
        lost = any(since <= day <= saying.first for day in (*rivals, *losses))
        if run and lost and saying.says == BEGINS:
            yield _span(parties[0], run, rivals, losses)
            run = []
        run.append(saying)
    if run:
        yield _span(parties[0], run, rivals, losses)


def _is(party: Party, parties: Sequence[Party]) -> bool:
    return any(same_party(party, other) for other in parties)


def _span(
    holder: Party, run: Sequence[Saying], rivals: Sequence[int], losses: Sequence[int]
) -> Span:
    last = max(s.last for s in run)
    ends = [day for day in rivals if day > last] + [day for day in losses if day >= last]
    claims = tuple(dict.fromkeys(s.view.claim.id for s in run))
    return Span(holder, min(s.first for s in run), last, min(ends, default=None), claims)


def _tenure(
    span: Span, spans: Sequence[Span], disputes: Sequence[Saying], voices: Voices
) -> Tenure:
    mine = independent(span.claims, voices)
    others = [
        o
        for o in spans
        if not may_be_one(o.holder, span.holder)
        and not {*o.claims} & {*span.claims}
        and _overlap(span, o)
        and independent(o.claims, voices) != mine
    ]
    denied = [s for s in disputes if span.start <= s.last and s.first <= (span.end or span.last)]
    against = tuple(sorted({o.holder.name for o in others}))
    said = [f"by {len(mine)} origin{'' if len(mine) == 1 else 's'}, last of {iso(span.last)}"]
    said += [f"{name} is said to hold it too" for name in against]
    said += ["fighting or a denial is told of"] if denied else []
    said += [] if span.end else ["no end is told"]
    return Tenure(
        holder=span.holder.name,
        start=iso(span.start),
        end=iso(span.end),
        origins=len(mine),
        claims=span.claims,
        contested=bool(others or denied),
        against=against,
        reason="; ".join(said),
    )


def _overlap(one: Span, other: Span) -> bool:
    """Say whether two hold a place on one day; the day on which it changes hands is neither's."""
    return one.start < (other.end or NEVER) and other.start < (one.end or NEVER)
