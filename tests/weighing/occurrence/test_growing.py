"""Events that grow: the order of arrival plays no part, and an arrival touches its surroundings."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations, groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.weighing.occurrence import blocking
from fogline.weighing.occurrence import clusters as grouping
from fogline.weighing.occurrence.clusters import clusters
from fogline.weighing.occurrence.features import score
from fogline.weighing.views.views import View, views
from tests.weighing import growing, invented_war
from tests.weighing.bundled import Weighed
from tests.weighing.growing import Growing
from tests.weighing.newsroom import reading, told

Partition = set[frozenset[str]]


def at_once(seen: Sequence[View]) -> Partition:
    return {frozenset(v.claim.id for v in found.views) for found in clusters(seen)}


def as_they_arrive(seen: Sequence[View], draw: random.Random) -> Growing:
    documents = [list(group) for _, group in groupby(seen, key=lambda v: v.document.id)]
    draw.shuffle(documents)
    grown = Growing()
    for document in documents:
        grown.add(document)
    return grown


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32), st.integers(2, 25))
def test_in_any_order_of_arrival_it_is_as_at_once(seed: int, size: int) -> None:
    draw = random.Random(seed)
    seen = views(list(invented_war.pages(draw, size)))
    assert as_they_arrive(seen, draw).groups() == at_once(seen)


def test_the_bundled_corpus_grows_to_what_it_is_at_once(weighed: Weighed) -> None:
    seen = views(tuple(weighed.readings.values()))
    expected = at_once(seen)
    for seed in range(3):
        assert as_they_arrive(seen, random.Random(seed)).groups() == expected


def test_a_crowded_front_is_as_at_once() -> None:
    """Edges lead on and on through the days of one front."""
    draw = random.Random(1070)
    seen = views(list(invented_war.pages(draw, 150, days=14)))
    assert as_they_arrive(seen, draw).groups() == at_once(seen)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32), st.integers(5, 40))
def test_a_block_that_becomes_a_crowd_lets_go_of_its_pairs(seed: int, crowd: int) -> None:
    draw = random.Random(seed)
    seen = views(list(invented_war.pages(draw, 25, days=5)))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(blocking, "CROWD", crowd)
        patched.setattr(growing, "CROWD", crowd)
        assert as_they_arrive(seen, draw).groups() == at_once(seen)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_no_cluster_holds_two_claims_that_speak_against_each_other(seed: int) -> None:
    seen = views(list(invented_war.pages(random.Random(seed), 25)))
    for found in clusters(seen):
        pairs = [score(a, b).value for a, b in combinations(found.views, 2)]
        assert min(pairs, default=grouping.AGAINST) >= grouping.AGAINST
        # Each joining let a fifth of the pairs between the two sides say little, no more.
        assert sum(value < grouping.FLOOR for value in pairs) <= grouping.SCANTY * len(pairs)


def test_an_arrival_elsewhere_changes_nothing_here() -> None:
    grown = Growing()
    for page in invented_war.pages(random.Random(8), 30):
        grown.add(views([page]))
    before = grown.groups()
    text = "Birch column shelled the mill at Orlin."
    slots = {"sentence": text, "trigger": "shelled", "places": ("Orlin",)}
    late = views([told(reading(text, "Outlet 3", "2019-02-01"), slots)])
    changed = grown.add(late)
    assert grown.groups() - before == at_once(late)
    assert [v for found in changed.clusters for v in found.views] == late
