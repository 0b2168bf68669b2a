"""What speaks for and against one occurrence adds up to the score by which events are made."""

from __future__ import annotations

from itertools import combinations

import pytest

from fogline.weighing.occurrence.comparing import comparison, least_alike
from fogline.weighing.occurrence.evidence import OUT
from fogline.weighing.occurrence.features import score
from fogline.weighing.views.views import View, views
from tests.weighing.bundled import Weighed


@pytest.fixture(scope="module")
def seen(weighed: Weighed) -> list[View]:
    return list(views(tuple(weighed.readings.values()))[:60])


def test_points_add_up_to_the_score_whichever_stands_first(seen: list[View]) -> None:
    for a, b in combinations(seen, 2):
        found, known = comparison(a, b), score(a, b).value
        assert found == comparison(b, a)
        assert (found.points is None) == (known == OUT)
        if found.points is not None:
            assert found.points == pytest.approx(known, abs=0.1)


def test_the_least_alike_of_two_groups_is_what_keeps_them_apart(seen: list[View]) -> None:
    found = least_alike(seen[:6], seen[6:12])
    every = [comparison(a, b) for a in seen[:6] for b in seen[6:12]]
    assert found in ([each for each in every if each.points is None] or every)
