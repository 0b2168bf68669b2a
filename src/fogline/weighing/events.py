"""Events: clusters of claims about one occurrence, with the three counts side by side."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from fogline.model import Event, Origin, Place, Reading, When
from fogline.weighing.conflict.contradictions import Voices, contradictions
from fogline.weighing.conflict.misreports import standing
from fogline.weighing.decisions import UNBOUND, Bonds
from fogline.weighing.grades import credibility
from fogline.weighing.measures.days import iso, union
from fogline.weighing.measures.distance import Spot, inside
from fogline.weighing.measures.kinship import LEFT
from fogline.weighing.measures.wording import fold
from fogline.weighing.occurrence.clusters import DECIDED, Cluster, clusters
from fogline.weighing.origin.corroborating import corroborating
from fogline.weighing.origin.leanings import Said, agreement, leanings, said
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.sources.authorities import Authority
from fogline.weighing.views.party import Party
from fogline.weighing.views.views import Pages, View, by_page, views

HOLDING = "CONTROL"
SHOWN = 3  # reasons that an event states


def events(
    readings: Sequence[Reading],
    origins: Sequence[Origin],
    known: Voices | None = None,
    bound: Bonds = UNBOUND,
) -> tuple[Event, ...]:
    """Return the events of all claims, each claim in exactly one, sorted by id.

    `known` are the claims' origins where they were worked out before. `documents` counts pages on
    which a claim stands, `publishers` those of them who tell it themselves and `origins` the
    independent ones behind them: readers' comments add to neither. `bound` is what people decided
    of pairs of claims. The order of the readings plays no part.
    """
    voices = claim_origins(readings, origins) if known is None else known
    leaning = said(readings)
    seen = views(readings)
    pages = by_page(seen)
    found = clusters(seen, bound)
    told = (event(c.views, reason(c, bound), voices, leaning, pages) for c in found)
    return tuple(sorted(told, key=lambda event: event.id))


def event(
    seen: Sequence[View],
    why: str,
    voices: Voices,
    leaning: Mapping[Authority, Said],
    pages: Pages,
) -> Event:
    """Return the event of one cluster's claims, in order; `why` they are together is its reason.

    `leaning` is what texts say of their sources, `pages` are all claims by document.
    """
    claims = tuple(v.claim.id for v in seen)
    told = [v for v in seen if not v.comment]
    kinds = [(v.claim.event, v.claim.mode) for v in told or seen]
    category, mode = _commonest([k for k in kinds if k[0] == HOLDING] or kinds)
    seen_as = _telling(seen, told, (category, mode))
    conflicts = contradictions(seen, voices, pages)
    lean = leanings(seen, voices, leaning)
    key = hashlib.sha256("\n".join(sorted(claims)).encode()).hexdigest()[:24]
    return Event(
        id=f"event:{key}",
        event=category,
        mode=mode,
        claims=claims,
        documents=len({v.page for v in seen}),
        publishers=len({fold(v.document.publisher or v.page) for v in told}),
        origins=len(corroborating(standing(told), voices)),
        actors=_names(v.actors for v in seen_as),
        recipients=_names(v.recipients for v in seen_as),
        places=_places(seen),
        when=_when(seen),
        contradictions=conflicts,
        credibility=credibility(seen, conflicts, voices),
        reason=why,
        leanings=lean,
        agreement=agreement(lean),
    )


def _telling(
    seen: Sequence[View], told: Sequence[View], kind: tuple[str, str | None]
) -> Sequence[View]:
    """Return the claims that tell who does it to whom: who denies a deed is not its doer, and who
    holds a place is not among those who take it.
    """
    asserted = [v for v in told if not v.denied] or seen
    if not any(map(_of_holding, seen)):
        return asserted
    taken = [_as_taken(v) for v in asserted]
    kinds = {kind, LEFT}
    return [v for v in taken if (v.claim.event, v.claim.mode) in kinds] or taken


def _of_holding(v: View) -> bool:
    return v.claim.event == HOLDING and not v.comment


def _as_taken(v: View) -> View:
    """Return a claim that a side left a place as what it is to those who took it: a loss."""
    left = (v.claim.event, v.claim.mode) == LEFT
    return replace(v, actors=v.recipients, recipients=v.actors) if left else v


def _commonest(kinds: Iterable[tuple[str, str | None]]) -> tuple[str, str | None]:
    counted = Counter(kinds)
    return max(counted, key=lambda kind: (counted[kind], kind[1] is not None, *map(str, kind)))


def _names(parties: Iterable[Sequence[Party]]) -> tuple[str, ...]:
    """Return one name for each party, the commonest, parties in the order of first mention."""
    names: dict[str, Counter[str]] = {}
    for party in (party for group in parties for party in group):
        names.setdefault(party.key, Counter())[party.called] += 1
    return tuple(max(found, key=lambda n: (found[n], n)) for found in names.values())


def _places(seen: Sequence[View]) -> tuple[Place, ...]:
    """Return each place once, with the finest of its mentions, the finest places first.

    Whether it is where something was, began or led to is what most mentions say. What is only near
    a finer place of the event is left out: a district's capture is not its city's.
    """
    best: dict[str, tuple[Spot, Place]] = {}
    roles: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for place, spot in (pair for v in seen for pair in zip(v.places, v.spots, strict=True)):
        roles[spot.key][place.role] += 1
        if spot.key not in best or _fineness(spot) < _fineness(best[spot.key][0]):
            best[spot.key] = spot, place
    found = sorted(best.values(), key=lambda pair: _fineness(pair[0]))
    spots = [spot for spot, _ in found]
    shown = (pair for pair in found if not any(inside(o, pair[0]) for o in spots))
    return tuple(_in_role(place, roles[spot.key]) for spot, place in shown)


def _in_role(place: Place, roles: Counter[str]) -> Place:
    role = max(roles, key=lambda role: (roles[role], role == "location", role))
    return place if place.role == role else replace(place, role=role)


def _fineness(spot: Spot) -> tuple[bool, bool, float]:
    return spot.point is None, not spot.part, spot.radius


def _when(seen: Sequence[View]) -> When:
    named = [v for v in seen if v.named_day] or list(seen)
    days = union([v.days for v in named])
    if days.start is None and days.end is None:
        return When()
    basis = "absolute" if named[0].named_day else "default"
    return When(None, iso(days.start), iso(days.end), None, basis)


def reason(cluster: Cluster, bound: Bonds = UNBOUND) -> str:
    """Return in words why claims are together, and by whose word others are not among them."""
    return "; ".join([_together(cluster), *_decided(cluster, bound.apart)])


def _together(cluster: Cluster) -> str:
    if len(cluster.views) == 1:
        return "a single claim: no other in the ledger tells the same"
    compared = [score for score in cluster.scores if score.value < DECIDED]
    by_hand = {why for s in cluster.scores if s.value == DECIDED for why in s.reasons}
    counted = Counter(why for score in compared for why in score.reasons[:SHOWN])
    shown = sorted(counted, key=lambda why: (-counted[why], why))[:SHOWN]
    least = f" (least alike pair {min(s.value for s in compared):.1f})" if compared else ""
    return f"{len(cluster.views)} claims: {'; '.join([*sorted(by_hand), *shown])}{least}"


def _decided(cluster: Cluster, apart: Mapping[tuple[str, str], str]) -> list[str]:
    """Return by whose word other claims are none of these."""
    own = cluster.claims
    return sorted({f"another claim is {why}" for (a, _), why in apart.items() if a in own})
