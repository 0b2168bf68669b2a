"""Histories of which the truth is known: every outcome as it should be, in any order of arrival."""

from __future__ import annotations

import random

import pytest

from tests.weighing.histories import CASES, History, histories, of_speaker, outcomes

HISTORIES = histories(204)
NOT_TRUE = {"borne-out-late", "borne-out-in-part", "not-borne-out"}


def ids(history: History) -> str:
    return history.case


def test_there_are_enough_of_every_case() -> None:
    assert len(HISTORIES) >= 200
    assert {h.case for h in HISTORIES} == {case.__name__ for case in CASES}


@pytest.mark.parametrize("history", HISTORIES, ids=ids)
def test_the_outcome_is_the_true_one_in_any_order(history: History) -> None:
    first = outcomes(history)
    (forecast,) = of_speaker(first, history)
    found = forecast.outcome
    assert (found.kind, found.differs_in) == (history.outcome, history.differs_in), found.reason
    assert found.reason
    assert (len(forecast.repeats), forecast.origins) == (history.repeats, 1)
    dice = random.Random(history.case)
    for _ in range(3):
        order = list(range(len(history.readings)))
        dice.shuffle(order)
        again = outcomes(history, order)
        assert [(f.entry.id, f.repeats, f.outcome) for f in again] == [
            (f.entry.id, f.repeats, f.outcome) for f in first
        ]


def test_no_late_or_partial_fulfilment_is_called_borne_out() -> None:
    late_or_part = [h for h in HISTORIES if h.outcome in NOT_TRUE]
    assert len(late_or_part) >= 60
    for history in late_or_part:
        kinds = {f.outcome.kind for f in of_speaker(outcomes(history), history)}
        assert "borne-out" not in kinds, history.case
