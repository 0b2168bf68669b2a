"""What notes say a pair may score is never less than what it scores."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import groupby, product
from math import pi

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.weighing.measures.boxes import BOX, KM_SLACK, box, least_kilometres
from fogline.weighing.measures.distance import Spot, kilometres
from fogline.weighing.occurrence.bounds import Pairs, may_join
from fogline.weighing.occurrence.clusters import JOIN
from fogline.weighing.occurrence.evidence import OUT
from fogline.weighing.occurrence.features import FEATURES, score
from fogline.weighing.occurrence.notebook import Notebook
from fogline.weighing.occurrence.notes import notes
from fogline.weighing.views.views import View, views
from tests.weighing import invented_war
from tests.weighing.bundled import Weighed

MOST = 40  # claims of others that a document is held against


def bounded(fresh: Sequence[View], others: Sequence[View]) -> Pairs:
    told = groupby(others, key=lambda v: v.document.id)
    kept = [*notes(fresh), *(note for _, group in told for note in notes(list(group)))]
    notebook = Notebook()
    notebook.keep([(n, note.kind, note.numbers, note.words) for n, note in enumerate(kept)])
    pairs = [p for p in product(range(len(fresh)), range(len(kept))) if p[0] != p[1]]
    i, j = np.array(pairs, np.int64).reshape(-1, 2).T
    return Pairs(fresh, notebook.of(np.arange(len(kept))), i, j)


def hold(seen: Sequence[View], draw: random.Random) -> tuple[int, int]:
    """Hold every bound of some documents' pairs against the feature; count those let through."""
    documents = [list(group) for _, group in groupby(seen, key=lambda v: v.document.id)]
    fresh = draw.choice(documents)
    beside = [v for told in documents if told is not fresh for v in told]
    others = sorted(draw.sample(beside, min(len(beside), MOST)), key=lambda v: v.order)
    found, every = bounded(fresh, others), [*fresh, *others]
    bounds = {feature.__name__: getattr(found, feature.__name__, None) for feature, _ in FEATURES}
    for n, (one, other) in enumerate(zip(found.i.tolist(), found.j.tolist(), strict=True)):
        a, b = sorted((every[one], every[other]), key=lambda v: v.order)
        value = score(a, b).value
        assert found.most[n] >= value - 1e-6
        for feature, weight in FEATURES if value != OUT else ():
            evidence, bound = feature(a, b), bounds[feature.__name__]
            if bound is not None:
                told = weight * evidence.value if evidence else 0.0
                assert bound[n] >= told - 1e-6, feature.__name__
    kept = may_join(fresh, found.all_, found.i, found.j)
    assert kept.tolist() == np.flatnonzero(found.most >= JOIN - 1e-6).tolist()
    return len(found.i), len(kept)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32))
def test_no_feature_says_more_than_its_bound(seed: int) -> None:
    draw = random.Random(seed)
    hold(views(list(invented_war.pages(draw, 25))), draw)


@pytest.mark.parametrize("seed", range(4))
def test_nor_of_real_reports_most_of_whose_pairs_are_ruled_out(weighed: Weighed, seed: int) -> None:
    every, kept = hold(views(tuple(weighed.readings.values())), random.Random(seed))
    assert kept < 0.2 * every


POINTS = st.tuples(st.floats(-pi / 2, pi / 2), st.floats(-pi, pi))


@settings(max_examples=300, deadline=None)
@given(st.lists(POINTS, min_size=1, max_size=3), st.lists(POINTS, min_size=1, max_size=3))
def test_no_two_places_are_nearer_than_the_boxes_around_them(
    ones: list[tuple[float, float]], others: list[tuple[float, float]]
) -> None:
    here, there = ([Spot("", "", None, p, 8.0) for p in points] for points in (ones, others))
    boxes = np.array([box(here), box(there)], BOX)
    least = least_kilometres(boxes, np.array([0]), np.array([1]))[0]
    assert all((kilometres(a, b) or 0.0) >= least - KM_SLACK for a in here for b in there)
