"""Forecasts, control, contradictions and sources over the API, as the ledger stands or stood."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from fogline.export import KINDS

ROUTES = ("forecasts", "control", "contradictions", "sources")


def rows(client: TestClient, path: str) -> list[dict[str, Any]]:
    answer = client.get(f"/api/{path}")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()
    return found


@pytest.mark.parametrize("kind", ROUTES)
def test_rows_are_those_of_the_export(client: TestClient, kind: str) -> None:
    found = rows(client, kind)
    assert found == rows(client, f"exports/{kind}.json")
    assert all(set(row) == set(KINDS[kind].fields) for row in found)


def test_there_are_forecasts_and_sources(client: TestClient) -> None:
    assert rows(client, "forecasts")
    one = rows(client, "sources")[0]
    assert client.get(f"/api/sources/{one['id']}").json() == one
    (first, *_) = rows(client, "forecasts")
    assert client.get(f"/api/forecasts/{first['id']}").json() == first
    assert {r["id"] for r in rows(client, f"forecasts?outcome={first['outcome']}")} >= {first["id"]}


def test_a_moment_before_everything_holds_nothing(client: TestClient) -> None:
    for kind in ROUTES:
        assert rows(client, f"{kind}?as_of=2001-01-01") == []


def test_what_is_no_moment_or_clock_is_refused(client: TestClient) -> None:
    assert client.get("/api/forecasts?as_of=yesterday").status_code == 422
    assert client.get("/api/control?as_of=2016-11-09&clock=sun").status_code == 422
    assert client.get("/api/sources/outlet:none").status_code == 404
    assert client.get("/api/forecasts/forecast:none").status_code == 404


def test_every_claim_that_a_holder_rests_on_can_be_shown(client: TestClient) -> None:
    known = {line["claim"] for line in rows(client, "control/claims")}
    named = {c for row in rows(client, "control") for t in row["intervals"] for c in t["claims"]}
    assert named
    assert named <= known


def test_a_source_shows_its_documents_and_the_claims_on_its_word(client: TestClient) -> None:
    told = {
        r["id"]: client.get(f"/api/sources/{r['id']}/told").json() for r in rows(client, "sources")
    }
    outlet = told["outlet:orchard monitor"]
    assert {d["publisher"] for d in outlet["documents"]} == {"Orchard Monitor"}
    assert {c["publisher"] for c in outlet["claims"]} == {"Orchard Monitor"}
    cited = next(t for i, t in told.items() if i.startswith("source:"))
    assert cited["documents"] == []
    assert cited["claims"]
    assert client.get("/api/sources/outlet:none/told").status_code == 404


def test_claims_of_control_that_no_place_shows_are_counted(client: TestClient) -> None:
    left = rows(client, "control/left-out")
    assert all(row["reason"] and row["claims"] > 0 for row in left)
    assert rows(client, "control/left-out?as_of=2001-01-01") == []
