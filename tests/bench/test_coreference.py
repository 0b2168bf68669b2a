"""The measures of coreference give what their authors print for their examples."""

from __future__ import annotations

import itertools
import random

import pytest

from bench.coreference import Score, assigned, b_cubed, ceaf_e, conll, muc

KEY = [{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}]
ONE = [{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}]  # Bagga and Baldwin 1998, responses 1 and 2
TWO = [{1, 2, 3, 4, 5, 8, 9, 10, 11, 12}, {6, 7}]


def test_bagga_and_baldwins_example() -> None:
    for response in (ONE, TWO):
        assert muc(KEY, response) == Score(1.0, 9 / 10)
        assert b_cubed(KEY, response).recall == 1.0
    assert b_cubed(KEY, ONE).precision == pytest.approx(16 / 21, abs=1e-3)
    assert b_cubed(KEY, TWO).precision == pytest.approx(7 / 12, abs=1e-3)


def test_luos_example_tells_apart_what_b_cubed_and_muc_do_not() -> None:
    """Luo 2005, table 1: systems (a) to (d) over the same key; the entity-based CEAF."""
    assert ceaf_e(KEY, ONE).f1 == pytest.approx(0.733, abs=1e-3)
    assert ceaf_e(KEY, TWO).f1 == pytest.approx(0.667, abs=1e-3)
    whole = [set(itertools.chain(*KEY))]
    assert ceaf_e(KEY, whole).f1 == pytest.approx(0.294, abs=1e-3)
    alone = [{i} for i in range(1, 13)]
    assert ceaf_e(KEY, alone).f1 == pytest.approx(0.178, abs=1e-3)


def test_vilains_example() -> None:
    key, response = [{"a", "b", "c", "d"}], [{"a", "b"}, {"c", "d"}]
    assert muc(key, response) == Score(2 / 3, 1.0)


def test_the_same_clusters_are_perfect_and_the_mean_is_of_the_three() -> None:
    assert conll(KEY, KEY) == 1.0
    f1 = [measure(KEY, ONE).f1 for measure in (muc, b_cubed, ceaf_e)]
    assert conll(KEY, ONE) == pytest.approx(sum(f1) / 3)


def test_the_best_pairing_is_that_of_trying_all() -> None:
    draw = random.Random(5)
    for rows, columns in ((1, 1), (2, 4), (4, 4), (3, 6)):
        worth = [[draw.random() for _ in range(columns)] for _ in range(rows)]
        tried = (
            sum(worth[i][j] for i, j in enumerate(chosen))
            for chosen in itertools.permutations(range(columns), rows)
        )
        assert assigned(worth) == pytest.approx(max(tried))
