"""Histories of which the truth is known: every outcome as it should be, in any order of arrival."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest

from fogline.model import Reading
from fogline.weighing.events import events
from fogline.weighing.forecast.forecasts import entries
from fogline.weighing.forecast.outcomes import forecasts
from fogline.weighing.measures.days import ordinal
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.views.views import views
from tests.weighing.histories import CASES, History, histories, of_speaker, outcomes
from tests.weighing.newsroom import reading, told

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


ROADS = {"event": "RETREAT", "mode": "access", "places": ("Orlin",), "basis": "absolute"}


def _said(sentence: str, trigger: str, outlet: str, out: str, **slots: Any) -> Reading:
    filler = " ".join(f"{outlet.lower()[::-1].replace(' ', '')}{n}" for n in range(25))
    before = slots.pop("before", None)
    page = reading(f"{before[0] if before else ''} {sentence} {filler}", outlet, out)
    claims = [{"sentence": before[0], "trigger": before[1], **before[2]}] if before else []
    return told(page, *claims, {"sentence": sentence, "trigger": trigger} | slots)


def _kind(*pages: Reading) -> str:
    """Return the outcome of the one forecast of some pages, in any order."""
    kinds = set()
    for order in itertools.permutations(pages):
        log = [entry for page in order for entry in entries(page)]
        found, tied = views(list(order)), origins(order)
        happened = events(list(order), tied)
        (one,) = forecasts(log, found, happened, claim_origins(order, tied), ordinal("2031-12-31"))
        kinds.add(one.outcome.kind)
    (kind,) = kinds
    return kind


@pytest.mark.parametrize(("what", "kind"), [("Airports", "borne-out"), ("Monks", "cannot-tell")])
def test_what_only_opens_again_is_not_by_whom_it_is_opened(what: str, kind: str) -> None:
    coming = ROADS | {"actors": (what,), "status": "forecast", "day": "2031-03-06"}
    said = f"{what} in Orlin are to reopen on Thursday."
    due = _said(said, "reopen", "Vessa Times", "2031-03-04", **coming)
    came = "Flights from Orlin resumed on Thursday."
    resumed = _said(came, "resumed", "Karsk Echo", "2031-03-07", **ROADS, day="2031-03-06")
    assert _kind(due, resumed) == kind


@pytest.mark.parametrize(("what", "verb"), [("Banks", "leave"), ("The offices", "quit")])
def test_who_leaves_is_not_what_only_opens(what: str, verb: str) -> None:
    leaving = {"event": "RETREAT", "mode": "withdraw", "places": ("Orlin",), "basis": "absolute"}
    coming = leaving | {"actors": (what,), "status": "forecast", "day": "2031-03-06"}
    due = _said(f"{what} will {verb} Orlin.", verb, "Vessa Times", "2031-03-04", **coming)
    gone = leaving | {"actors": ("Hill Front",), "day": "2031-03-06"}
    left = _said("The Hill Front left Orlin.", "left", "Karsk Echo", "2031-03-07", **gone)
    assert _kind(due, left) != "borne-out"


@pytest.mark.parametrize(
    ("where", "out", "kind"),
    [
        ("Orlin", "2031-03-07", "not-borne-out"),
        ("Karsk", "2031-03-07", "cannot-tell"),
        ("Orlin", "2031-03-17", "cannot-tell"),
    ],
)
def test_that_none_came_is_of_where_its_text_was_and_of_a_window_just_closed(
    where: str, out: str, kind: str
) -> None:
    raid = {"mode": "ground", "actors": ("Selwen Guard",)}
    coming = raid | {"places": ("Orlin",), "status": "forecast", "day": "2031-03-06"}
    said = "The Selwen Guard will storm Orlin on Thursday."
    due = _said(said, "storm", "Vessa Times", "2031-03-04", **coming)
    calm = f"The ferry of {where} ran."
    slots = {"event": "SUPPORT", "mode": None, "places": (where,), "basis": "default"}
    none = raid | {"polarity": "negative", "basis": "default", "before": (calm, "ran", slots)}
    denial = _said("No raid by the Selwen Guard came.", "raid", "Karsk Echo", out, **none)
    assert _kind(due, denial) == kind


OFTEN = [("Orlin Mail", "2031-02-20"), ("Hill Post", "2031-02-24")]
OPEN_RAID = {"mode": "ground", "actors": ("Selwen Guard",), "places": ("Orlin",)}


@pytest.mark.parametrize(
    ("others", "kind"),
    [
        ([("Karsk Echo", "2031-03-09")], "borne-out"),
        ([("Karsk Echo", "2031-03-09"), ("Orlin Mail", "2031-02-20")], "borne-out"),
        ([*OFTEN, ("Karsk Echo", "2031-03-09")], "cannot-tell"),
        ([("Karsk Echo", "2031-03-09"), ("Orlin Mail", "2030-11-20")], "borne-out"),
        ([("Karsk Echo", "2033-03-09"), ("Orlin Mail", "2033-03-09")], "open"),
        (OFTEN, "open"),
    ],
)
def test_what_went_on_anyway_or_came_years_later_bears_no_forecast_without_a_time_out(
    others: list[tuple[str, str]], kind: str
) -> None:
    said = "The Selwen Guard will storm Orlin."
    due = _said(
        said, "storm", "Vessa Times", "2031-03-04", **OPEN_RAID, status="forecast", basis="none"
    )
    raids = [
        _said(
            f"The Selwen Guard stormed Orlin ({outlet}).", "stormed", outlet, day,
            **OPEN_RAID, day=day, basis="absolute",
        )
        for outlet, day in others
    ]  # fmt: skip
    assert _kind(due, *raids) == kind


def test_a_forecast_with_a_day_is_told_by_it_whatever_went_before() -> None:
    coming = OPEN_RAID | {"status": "forecast", "day": "2031-03-09", "basis": "absolute"}
    said = "The Selwen Guard will storm Orlin on Sunday."
    due = _said(said, "storm", "Vessa Times", "2031-03-04", **coming)
    raids = [
        _said("The Selwen Guard stormed Orlin.", "stormed", outlet, day, **OPEN_RAID, day=day)
        for outlet, day in (("Orlin Mail", "2031-02-20"), ("Karsk Echo", "2031-03-09"))
    ]
    assert _kind(due, *raids) == "borne-out"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The Hill Front crossed the Orlin river after the truce.", "cannot-tell"),
        ("Shells fell on Orlin despite the truce.", "cannot-tell"),
        ("Aid came to Orlin after the truce took hold.", "borne-out"),
        ("The truce in Orlin took hold.", "borne-out"),
    ],
)
def test_a_truce_that_is_named_in_passing_bears_out_none(sentence: str, kind: str) -> None:
    truce = {"event": "RETREAT", "mode": "ceasefire", "places": ("Orlin",), "basis": "absolute"}
    coming = truce | {"status": "forecast", "day": "2031-03-06"}
    said = "A truce in Orlin will begin on Thursday."
    due = _said(said, "truce", "Vessa Times", "2031-03-04", **coming)
    told_of = _said(sentence, "truce", "Karsk Echo", "2031-03-07", **truce, day="2031-03-06")
    assert _kind(due, told_of) == kind
