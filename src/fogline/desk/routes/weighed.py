"""Forecasts with what became of them, control of places in time, and the record of sources."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException

from fogline.desk import views
from fogline.desk.contradiction_list import Contradictions, Sought, contradiction_page
from fogline.desk.forecast_list import forecast_rows
from fogline.desk.holding import Stood
from fogline.desk.profiles import Line
from fogline.desk.schemas import LeftOut, SourcePage
from fogline.desk.snapshot import Snapshot
from fogline.desk.source_pages import control_claims, outcome_claims, source_told
from fogline.export import KINDS

router = APIRouter(tags=["weighed"])
Row = dict[str, Any]


@router.get("/forecasts")
def forecasts(view: Stood, outcome: str | None = None) -> list[Row]:
    """Every forecast as frozen, with its repeats and its outcome; those of one outcome."""
    return [row for row in _rows(view, "forecasts") if outcome in (None, row["outcome"])]


@router.get("/forecasts/understood")
def forecasts_understood(view: Stood) -> list[Row]:
    """The same rows with what was understood: in words, the word it was read from, the figure."""
    return list(forecast_rows(view))


@router.get("/forecasts/claims")
def forecasts_told(view: Stood) -> tuple[Line, ...]:
    """The claims on which outcomes rest, that `outcome_claims` of the forecasts name."""
    return outcome_claims(view)


@router.get("/forecasts/{forecast_id}")
def forecast(view: Stood, forecast_id: str) -> Row:
    """One forecast."""
    return _one(view, "forecasts", forecast_id)


@router.get("/control")
def control(view: Stood) -> list[Row]:
    """The claimed holders of every place in time; where origins disagree, all of them."""
    return _rows(view, "control")


@router.get("/control/claims")
def control_told(view: Stood) -> tuple[Line, ...]:
    """The claims of holding, taking and losing places, that `claims` of the holders name."""
    return control_claims(view)


@router.get("/control/left-out")
def control_left_out(view: Stood) -> list[LeftOut]:
    """How many claims of control give no place a holder, by the reason, the commonest first."""
    return [LeftOut(reason=reason, claims=n) for reason, n in view.still.standing.uncontrolled]


@router.get("/contradictions")
def contradictions(view: Stood) -> list[Row]:
    """Every conflict between claims of one event, with its state and history."""
    return _rows(view, "contradictions")


@router.get("/contradictions/sides")
def contradiction_sides(view: Stood, asked: Annotated[Sought, Depends()]) -> Contradictions:
    """A page of them with their sides apart, newest first: of a kind, a state, an event, words."""
    return contradiction_page(view, asked)


@router.get("/sources")
def sources(view: Stood) -> list[Row]:
    """The record of every outlet, author and authority."""
    return _rows(view, "sources")


@router.get("/sources/{source_id}")
def source(view: Stood, source_id: str) -> Row:
    """One source's record."""
    return _one(view, "sources", source_id)


@router.get("/sources/{source_id}/told")
def source_page(view: Stood, source_id: str) -> SourcePage:
    """The documents of one source, and the claims that rest on its own word."""
    _one(view, "sources", source_id)
    told = source_told(view, source_id)
    shown = (view.readings[i].document for i in told.documents)
    return SourcePage(
        id=source_id,
        documents=views.rows(view, shown),
        claims=told.claims,
        corrected=told.corrected,
        contested=told.contested,
    )


def _one(view: Snapshot, kind: str, wanted: str) -> Row:
    found = next((row for row in _rows(view, kind) if row["id"] == wanted), None)
    if found is None:
        raise HTTPException(404, f"no {kind.removesuffix('s')} {wanted} in this ledger")
    return found


def _rows(view: Snapshot, kind: str) -> list[Row]:
    return list(KINDS[kind].rows(view.still))
