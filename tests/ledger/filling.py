"""A ledger in which every kind of thing is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from fogline.ledger import Ledger
from fogline.model import ClaimOrigin, Event, Origin
from tests.ledger.invented import claim, event_of, judgement, origin_of, pair, reading


def filled(path: Path, documents: int = 6) -> None:
    """Make a ledger with captures, renewed readings, judgements, a takedown, a weighing."""
    with Ledger.open(path) as ledger:
        pairs = [pair(n) for n in range(documents)]
        for made, read in pairs:
            ledger.add(made, read)
        first = pairs[0][1]
        ledger.judge(judgement("j1", subjects=(first.claims[0].id,)))
        ledger.judge(judgement("j2"))
        ledger.revoke("j2", "2031-06-01T00:00:00+00:00")
        made = pairs[1][0]
        newer = reading(made, claim(made.id, made.body.decode(), certainty="possible"))
        ledger.renew(replace(newer, reader="invented/2"))
        ledger.append("forecast", "forecast:1", {"words": "expected on Monday"}, document=made.id)
        ledger.take_down(pairs[-1][0].id, "desk officer", "a court's order")
        weigh(ledger)


def weigh(ledger: Ledger) -> None:
    """Put an invented weighing over all that is there."""
    readings = list(ledger.readings())
    voices = {
        c.id: ClaimOrigin("o", True, r.document.id, False, "h", "Harbour Post", "own words")
        for r in readings
        for c in r.claims
    }
    replace_weighing(ledger, [origin_of(*readings)], [event_of(*readings)], voices)


def replace_weighing(
    ledger: Ledger,
    origins: Iterable[Origin],
    events: Iterable[Event],
    voices: Mapping[str, ClaimOrigin] | None = None,
) -> None:
    """Put an invented weighing, with nothing kept to find what it rests on, in the place of all."""
    with ledger.revising() as revising:
        revising.replace(origins, events, voices or {})
        revising.shelves.empty()
        revising.postings.empty()
