"""A view that was written down compares as the view itself does."""

from __future__ import annotations

import random
from itertools import combinations, groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.weighing.occurrence.blocking import blocks, sign, signs
from fogline.weighing.occurrence.features import score
from fogline.weighing.occurrence.sketches import Gist, page, page_of, sketches_of, view
from fogline.weighing.views.views import View, views
from tests.weighing import invented_war
from tests.weighing.bundled import Weighed


def written_down(seen: list[View]) -> list[View]:
    found = []
    for _, told in groupby(seen, key=lambda v: v.document.id):
        own = list(told)
        kept = page(page_of(own))
        found += [view(row, kept) for row in sketches_of(own)]
    return found


def alike(seen: list[View]) -> None:
    again = written_down(seen)
    assert [v.order for v in again] == [v.order for v in seen]
    assert {type(v.claim) for v in again} == {Gist}
    assert [set(blocks(v)) for v in again] == [set(blocks(v)) for v in seen]
    for v in seen:
        assert list(signs(v)) == [(sign(block), active) for block, active in blocks(v)]
    for (a, b), (c, d) in zip(combinations(seen, 2), combinations(again, 2), strict=True):
        assert score(c, d) == score(a, b)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**32))
def test_it_scores_and_stands_in_blocks_alike(seed: int) -> None:
    alike(views(list(invented_war.pages(random.Random(seed), 12))))


def test_so_do_the_views_of_real_reports(weighed: Weighed) -> None:
    alike(views(list(weighed.readings.values())[:8]))
