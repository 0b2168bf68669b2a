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
from fogline.neighbourhood import Neighbourhood
from fogline.weighing import blocking
from fogline.weighing.clusters import clusters
from fogline.weighing.views import View, views
from tests.weighing import invented_war
from tests.weighing.bundled import Weighed

Partition = set[frozenset[str]]


def at_once(seen: Sequence[View]) -> Partition:
    return {found.claims for found in clusters(seen)}


def as_they_arrive(seen: Sequence[View], draw: random.Random) -> Partition:
    keys = {v.claim.id: number for number, v in enumerate(seen, 1)}
    ids = {number: claim for claim, number in keys.items()}
    documents = [list(group) for _, group in groupby(seen, key=lambda v: v.document.id)]
    draw.shuffle(documents)
    with Ledger.open(":memory:") as ledger, ledger.revising() as held:
        for page, told in enumerate(documents, 1):
            own = {v.claim.id: keys[v.claim.id] for v in told}
            Neighbourhood(held.shelves, page, own).arrive(told)
        homes = held.shelves.homes(ids)
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
