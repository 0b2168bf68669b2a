"""What people decided over a claim, as the desk shows it: kept, marked, and with nothing on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from fogline import pipeline
from fogline.derivation import revoke
from fogline.desk.app import create_app
from fogline.desk.deciding import decided
from fogline.ledger import Ledger
from fogline.model import Claim, Judgement, judgement
from fogline.settings import Settings
from tests.desk.conftest import served
from tests.desk.seed import fill

AT = "2031-04-01T00:00:00+00:00"


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed, of which a person rejected the claim of `rejected`."""
    path = fill(tmp_path_factory.mktemp("judged") / "l.sqlite")
    with Ledger.open(path) as ledger:
        claim = rejected(ledger)
        pipeline.judge(ledger, [judgement("rejected", (claim.id,), "desk", AT, "a drill")])
    return path


def rejected(ledger: Ledger) -> Claim:
    return next(c for _, c in ledger.claims() if c.trigger.text == "liberated")


@pytest.fixture(scope="module")
def client(judged: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(ledger=judged)), base_url="http://127.0.0.1") as client:
        yield client


def test_a_rejected_claim_is_shown_as_such(client: TestClient, judged: Path) -> None:
    with Ledger.open(judged, read_only=True) as ledger:
        wanted = rejected(ledger)
    documents = [client.get(f"/api/documents/{d['id']}").json() for d in _documents(client)]
    claims = {c["id"]: c for d in documents for c in d["claim_views"]}
    found = claims[wanted.id]
    assert (found["rejected"], found["event_id"], found["voice"]) == (True, None, None)
    assert found["decided"] == ["Rejected by desk on 2031-04-01: a drill"]
    assert [c["id"] for c in claims.values() if c["rejected"]] == [wanted.id]


def test_what_was_revoked_is_told_with_by_whom_and_why() -> None:
    made = Judgement("j", "rejected", ("claim:a",), "desk", AT, "a drill", AT)
    by = replace(made, id="k", revoked_by="another desk", revoked_reason="it was none")
    assert decided((made, by), {})["claim:a"] == (
        "Rejected by desk on 2031-04-01: a drill; revoked on 2031-04-01",
        "Rejected by desk on 2031-04-01: a drill; revoked by another desk on 2031-04-01: "
        "it was none",
    )


def _documents(client: TestClient) -> Any:
    return client.get("/api/documents").json()


@pytest.mark.browser
def test_its_page_says_who_decided_and_how_to_decide_otherwise(judged: Path, chromium: str) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    with served(judged) as address, sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 900})
        page.goto(f"{address}/documents")
        page.locator(".document-title a", has_text="They freed Minyan").click()
        mark = page.locator(".trigger.is-rejected", has_text="liberated")
        mark.click()
        panel = page.locator("#panel.is-open")
        assert "Rejected by desk on 2031-04-01: a drill" in panel.inner_text()
        panel.locator("summary", has_text="Decide otherwise").click()
        assert "fogline judge reject claim:" in panel.inner_text()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        browser.close()


def test_what_was_corrected_of_a_source_is_told_apart(tmp_path: Path) -> None:
    """Its record counted what was corrected, and nothing led there; revoked, it counts no more."""
    path = fill(tmp_path / "l.sqlite")
    with TestClient(create_app(Settings(ledger=path)), base_url="http://127.0.0.1") as client:
        assert not _corrected(client)
        source = next(r["id"] for r in client.get("/api/sources").json() if _own(client, r["id"]))
        claim = _own(client, source)[0]["claim"]
        made = judgement("corrected", (claim,), "desk", AT, "put right on Monday")
        with Ledger.open(path) as ledger:
            pipeline.judge(ledger, [made])
        assert claim in _corrected(client)[source]
        with Ledger.open(path) as ledger:
            revoke(ledger, made, "2031-04-02T00:00:00+00:00", "desk", "it was right")
        assert not _corrected(client)


def _own(client: TestClient, source: str) -> list[dict[str, Any]]:
    return list(client.get(f"/api/sources/{source}/told").json()["claims"])


def _corrected(client: TestClient) -> dict[str, list[str]]:
    """The claims of each source that has some that were corrected."""
    names = [row["id"] for row in client.get("/api/sources").json()]
    told = {name: client.get(f"/api/sources/{name}/told").json()["corrected"] for name in names}
    return {name: claims for name, claims in told.items() if claims}
