"""The desk as the ledger stood on a day: every page, every link, and a link that lasts."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from fogline.desk.app import create_app
from fogline.desk.holding import Holding
from fogline.ledger import Ledger
from fogline.settings import Settings
from fogline.weighing.moments import moment
from tests.desk.access import SETTLED, fits

sync_api = pytest.importorskip("playwright.sync_api")
PAGES = (
    "board", "zones/aleppo", "documents", "events", "map", "sources", "control/claims",
    "search?q=Minyan",
)  # fmt: skip


def test_now_does_not_wait_for_an_earlier_day(contested: Path) -> None:
    """One who asked for an earlier day kept everybody else waiting, for a minute on 800 pages."""
    held = Holding(contested)
    with held._earlier.lock:
        assert held.current() is held.current()
    earlier = held.at(moment("2016-11-13"))
    assert len(earlier.readings) < len(held.current().readings)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_asked_for_as_of_a_day(contested: Path, page: str) -> None:
    with TestClient(create_app(Settings(ledger=contested)), base_url="http://127.0.0.1") as client:
        now = client.get(f"/api/{page}")
        early = client.get(f"/api/{page}{'&' if '?' in page else '?'}as_of=2016-11-11")
    assert (now.status_code, early.status_code) == (200, 200)
    assert "Ridge Voice" in now.text or page in {"map", "events"}
    assert "Ridge Voice" not in early.text
    assert len(early.content) < len(now.content)


def test_an_event_is_found_by_its_claim_when_others_have_joined_it(contested: Path) -> None:
    """Its id is that of its claims: a link to it led nowhere from the next report on."""
    with TestClient(create_app(Settings(ledger=contested)), base_url="http://127.0.0.1") as client:
        row = client.get("/api/events", params={"q": "market"}).json()["rows"][0]
        whole = client.get(f"/api/events/{row['id']}").json()
        claim = whole["claims"][0]["id"]
        assert client.get("/api/events/event:gone").status_code == 404
        found = client.get("/api/events/event:gone", params={"claim": claim}).json()
        assert found["card"]["id"] == row["id"]
        assert client.get("/api/events/event:gone", params={"claim": "none"}).status_code == 404


@pytest.mark.browser
def test_an_earlier_day_stays_from_page_to_page(page: sync_api.Page, contested_desk: str) -> None:
    """From a list as of a day an event was shown with what came later, without a word."""
    page.goto(f"{contested_desk}/events?as_of=2016-11-13&q=captured+Minyan")
    page.locator(".event-row h2 a").first.press("Enter")
    page.locator(".claims-table").wait_for()
    assert "as_of=2016-11-13" in page.url
    assert "by the end of 13 Nov 2016 (UTC)" in page.inner_text(".stood-banner")
    assert page.locator(".contradictions .side-denies").count() == 0  # it was denied on the 14th
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Board").click()
    page.locator(".board-head").wait_for()
    assert "as_of=2016-11-13" in page.url
    assert "Ridge Voice" not in page.inner_text(".zones")
    assert fits(page)
    page.locator("#as-of").fill("2001-01-01")
    page.locator(".since", has_text="As it stood").locator("button").press("Enter")
    page.locator(".sorry").wait_for()
    assert "had surely appeared by the end of 1 Jan 2001" in page.inner_text(".sorry")
    page.go_back()
    page.locator(".board-head").wait_for()
    page.go_back()
    page.locator(".claims-table").wait_for()
    page.locator(".stood-banner").get_by_role("link", name="As it stands now").click()
    page.locator(".side-denies").first.wait_for()
    assert "as_of" not in page.url
    assert page.locator(".stood-banner").count() == 0


@pytest.mark.browser
def test_a_link_to_an_event_outlives_its_id(page: sync_api.Page, contested_desk: str) -> None:
    """The address names a claim of the event, and finds the event that the claim is in now."""
    page.goto(f"{contested_desk}/events?q=market")
    page.locator(".event-row h2 a").first.press("Enter")
    page.locator(".claims-table").wait_for()
    assert "claim=" in page.url
    known, line = page.url, page.inner_text("h1")
    page.goto(known.replace("event%3A", "event%3A0"))
    page.wait_for_function(SETTLED)
    assert page.inner_text("h1") == line
    assert page.url == known


@pytest.mark.browser
def test_a_page_that_takes_long_says_so(browser: sync_api.Browser, tmp_path: Path) -> None:
    """An earlier day of a large ledger is weighed anew: the page stood still, without a word."""
    from tests.desk.conftest import served

    path = tmp_path / "ledger.sqlite"
    Ledger.open(path).close()
    with served(path) as address:
        page = browser.new_page()
        page.goto(address)
        page.wait_for_function(SETTLED)
        page.route("**/api/events*", lambda route: (page.wait_for_timeout(1500), route.continue_()))
        page.evaluate(
            "() => { history.pushState(null, '', '/events?as_of=2016-11-09');"
            " dispatchEvent(new PopStateEvent('popstate')); }"
        )
        page.locator("#waiting").wait_for()
        assert "Weighing anew" in page.inner_text("#waiting")
        page.locator(".listing").wait_for()
        assert page.locator("#waiting").count() == 0
        page.close()
