"""Events that grow in a ledger: as grouped at once, in any order of arrival."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline import neighbourhood
from fogline.ledger import Ledger
from fogline.ledger.readings import record
from fogline.ledger.shelves import Shelves
from fogline.model import Reading
from fogline.neighbourhood import Neighbourhood, shelve_all
from fogline.weighing.occurrence import blocking
from fogline.weighing.occurrence.clusters import clusters, joined
from fogline.weighing.occurrence.meetings import active
from fogline.weighing.views.views import View, views
from tests.weighing import invented_war
from tests.weighing.bundled import Weighed

Partition = set[frozenset[str]]


def at_once(seen: Sequence[View]) -> Partition:
    return {found.claims for found in clusters(seen)}


def standing(shelves: Shelves) -> tuple[object, ...]:
    """Return who stands under which sign, the crowds, and the edges with their counts."""
    signs = shelves.connection.exec_driver_sql("SELECT sign, items FROM claim_signs")
    edges = shelves.connection.exec_driver_sql("SELECT a, b, value, shared FROM claim_edges")
    return {sign: active(items) for sign, items in signs}, shelves.crowds(), set(map(tuple, edges))


def as_they_arrive(seen: Sequence[View], draw: random.Random) -> Partition:
    documents = [list(group) for _, group in groupby(seen, key=lambda v: v.document.id)]
    draw.shuffle(documents)
    ids: dict[int, str] = {}
    with Ledger.open(":memory:") as ledger, ledger.revising() as held:
        held.shelves.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for told in documents:
            reading = Reading(told[0].document, tuple(v.claim for v in told), "")
            record(held.shelves.connection, reading)
            page, own = held.shelves.keys(reading.document.id)
            ids |= {key: claim for claim, key in own.items()}
            Neighbourhood(held.shelves, page, own).arrive(told)
        homes = held.shelves.homes(ids)
        grown = standing(held.shelves)
        pages = {told[0].document.id: told for told in documents}
        edges, found = joined(seen)
        shelve_all(held.shelves, pages, found, edges)
        assert grown == standing(held.shelves)
        held.shelves.connection.rollback()  # there are no captures
    return {frozenset(ids[claim] for claim in home) for home in homes.values()}


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32), st.integers(2, 30), st.sampled_from((6, 20, 600)))
def test_in_any_order_of_arrival_it_is_as_at_once(seed: int, size: int, crowd: int) -> None:
    draw = random.Random(seed)
    seen = views(list(invented_war.pages(draw, size, days=6)))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(blocking, "CROWD", crowd)
        patched.setattr(neighbourhood, "CROWD", crowd)
        assert as_they_arrive(seen, draw) == at_once(seen)


def test_the_bundled_corpus_grows_to_what_it_is_at_once(weighed: Weighed) -> None:
    seen = views(tuple(weighed.readings.values()))
    assert as_they_arrive(seen, random.Random(1)) == at_once(seen)
