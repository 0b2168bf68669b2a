"""Forecasts with what became of them, control of places in time, and the record of sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query

from fogline import conclusions
from fogline.desk import views
from fogline.desk.holding import Current, Held, Holding
from fogline.desk.profiles import Line
from fogline.desk.schemas import SourcePage
from fogline.desk.source_pages import control_claims, source_told
from fogline.export import KINDS
from fogline.weighing.moments import Moment, moment

router = APIRouter(tags=["weighed"])
AsOf = Annotated[str | None, Query(max_length=40, description="ISO 8601 day or instant")]
Clock = Annotated[str, Query(description="publication or recording")]
Row = dict[str, Any]


@router.get("/forecasts")
def forecasts(
    held: Held, as_of: AsOf = None, clock: Clock = "publication", outcome: str | None = None
) -> list[Row]:
    """Every forecast as frozen, with its repeats and its outcome; those of one outcome."""
    rows = _rows(held, "forecasts", _moment(as_of, clock))
    return [row for row in rows if outcome in (None, row["outcome"])]


@router.get("/forecasts/{forecast_id}")
def forecast(held: Held, forecast_id: str, as_of: AsOf = None, clock: Clock = "publication") -> Row:
    """One forecast."""
    return _one(held, "forecasts", forecast_id, _moment(as_of, clock))


@router.get("/control")
def control(held: Held, as_of: AsOf = None, clock: Clock = "publication") -> list[Row]:
    """The claimed holders of every place in time; where origins disagree, all of them."""
    return _rows(held, "control", _moment(as_of, clock))


@router.get("/control/claims")
def control_told(view: Current) -> tuple[Line, ...]:
    """The claims of holding, taking and losing places, that `claims` of the holders name."""
    return control_claims(view)


@router.get("/contradictions")
def contradictions(held: Held, as_of: AsOf = None, clock: Clock = "publication") -> list[Row]:
    """Every conflict between claims of one event, with its state and history."""
    return _rows(held, "contradictions", _moment(as_of, clock))


@router.get("/sources")
def sources(held: Held, as_of: AsOf = None, clock: Clock = "publication") -> list[Row]:
    """The record of every outlet, author and authority."""
    return _rows(held, "sources", _moment(as_of, clock))


@router.get("/sources/{source_id}")
def source(held: Held, source_id: str, as_of: AsOf = None, clock: Clock = "publication") -> Row:
    """One source's record."""
    return _one(held, "sources", source_id, _moment(as_of, clock))


@router.get("/sources/{source_id}/told")
def source_page(view: Current, held: Held, source_id: str) -> SourcePage:
    """The documents of one source, and the claims that rest on its own word."""
    _one(held, "sources", source_id, None)
    told = source_told(view, source_id)
    shown = (view.readings[i].document for i in told.documents)
    return SourcePage(id=source_id, documents=views.rows(view, shown), claims=told.claims)


def _moment(as_of: str | None, clock: str) -> Moment | None:
    try:
        return moment(as_of, clock) if as_of else None
    except ValueError as error:
        raise HTTPException(422, f"as_of or clock cannot be read: {error}") from None


def _one(held: Holding, kind: str, wanted: str, at: Moment | None) -> Row:
    found = next((row for row in _rows(held, kind, at) if row["id"] == wanted), None)
    if found is None:
        raise HTTPException(404, f"no {kind.removesuffix('s')} {wanted} in this ledger")
    return found


def _rows(held: Holding, kind: str, at: Moment | None) -> list[Row]:
    """Return a kind's rows: of the snapshot that requests share, or of a moment asked for."""
    if at is None:
        return list(_of(held.current().still, kind))
    with held.opened() as ledger:
        return list(_of(conclusions.still(ledger, at), kind))


def _of(still: conclusions.Still, kind: str) -> Iterator[Row]:
    return KINDS[kind].rows(still)
