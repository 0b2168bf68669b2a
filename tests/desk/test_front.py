"""The front page and zones in short, and what is asked of events: zone, days, kind, as a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from fogline.desk.app import create_app, warm
from fogline.desk.board import board, board_of
from fogline.desk.event_list import Asked, found_events
from fogline.desk.front import front, zone_front
from fogline.desk.snapshot import Snapshot, snapshot
from fogline.ledger import Ledger
from fogline.settings import Settings
from tests.desk.access import SETTLED, fits
from tests.desk.disputed import MANY

sync_api = pytest.importorskip("playwright.sync_api")


@pytest.fixture(scope="module")
def view(contested: Path) -> Iterator[Snapshot]:
    """What pages disagree on, and many small events."""
    with Ledger.open(contested, read_only=True) as ledger:
        yield snapshot(ledger)


def test_the_front_counts_all_and_holds_a_few(view: Snapshot) -> None:
    """The board sent every card of every event, ten megabytes of 8,000, to show twelve a zone."""
    with Ledger.open(view.still.ledger.path, read_only=True) as ledger:
        whole = {zone.id: zone for zone in board(ledger).zones}
    for zone in front(view).zones:
        full = whole[zone.id]
        assert (zone.events, zone.counts) == (len(full.events), full.counts)
        assert (zone.contested, zone.new) == (len(full.contested), len(full.new))
        assert (zone.ahead, zone.latest) == (len(full.forecasts), full.latest)
        shown = [card for group in zone.groups for card in group.events]
        assert 0 < len(shown) <= 9
        assert {card.id for card in shown} <= {card.id for card in full.events}


def test_a_desk_reads_its_ledger_before_it_is_asked(contested: Path, tmp_path: Path) -> None:
    """The first to open the desk on 800 articles waited for the whole ledger to be read."""
    app = create_app(Settings(ledger=contested))
    warm(app)
    assert board_of in app.state.holding.current().made
    warm(create_app(Settings(ledger=tmp_path / "none.sqlite")))


def test_a_zone_in_short_says_how_many_there_are(view: Snapshot) -> None:
    zone = front(view).zones[0]
    short = zone_front(view, zone.id, zone.name, 5)
    assert all(len(group.events) == min(5, group.total) for group in short.groups)
    assert sum(group.total for group in short.groups) + short.ahead >= short.events
    assert zone_front(view, "goma", "Goma", 5).groups == ()


@pytest.mark.parametrize(
    ("asked", "some"),
    [
        (Asked(kind="ahead"), True),
        (Asked(kind="denied"), True),
        (Asked(zone="nowhere"), False),
        (Asked(start=date(2016, 11, 12), end=date(2016, 11, 12)), True),
        (Asked(start=date(2017, 1, 1)), False),
        (Asked(end=date(2016, 1, 1)), False),
        (Asked(since=date(2016, 11, 13)), True),
        (Asked(since=date(2016, 11, 15)), False),
    ],
)
def test_events_are_found_by_zone_kind_and_days(view: Snapshot, asked: Asked, some: bool) -> None:
    every = {event.id for event in found_events(view, Asked())}
    found = {event.id for event in found_events(view, asked)}
    assert bool(found) is some
    assert found < every


def test_a_count_of_the_front_is_that_of_its_list(view: Snapshot) -> None:
    """What is expected not to come was counted, and left out of the list."""
    for zone in front(view).zones:
        since = date.fromisoformat(zone.since or "2999-01-01")
        told = (Asked(zone=zone.id, since=since), Asked(zone=zone.id, contested=True))
        asked = (*told, Asked(zone=zone.id, kind="ahead"), Asked(zone=zone.id))
        found = [len(list(found_events(view, each))) for each in asked]
        assert found == [zone.new, zone.contested, zone.ahead, zone.events]


def test_zones_share_the_events_among_them(view: Snapshot) -> None:
    zones = [*(zone.id for zone in view.zones), "elsewhere"]
    found = [event.id for zone in zones for event in found_events(view, Asked(zone=zone))]
    assert sorted(found) == sorted(view.events)


def test_what_is_found_can_be_kept_as_a_table(contested: Path) -> None:
    """Only whole kinds of the ledger could be exported, and not what the list shows."""
    with TestClient(create_app(Settings(ledger=contested)), base_url="http://127.0.0.1") as client:
        words = {"category": "CONTROL", "limit": 1}
        listed = client.get("/api/events", params=words).json()
        kept = client.get("/api/events.csv", params=words)
        same = client.get("/api/events.json", params=words).json()
        assert client.get("/api/events.xls").status_code == 404
    rows = list(csv.DictReader(io.StringIO(kept.text)))
    assert len(rows) == len(same) == listed["found"] > 1
    assert {row["category"] for row in rows} == {"CONTROL"}
    assert rows[0]["id"] == listed["rows"][0]["id"]
    assert 'filename="fogline-events.csv"' in kept.headers["content-disposition"]


def test_the_map_shows_the_events_that_are_asked_for(contested: Path) -> None:
    """Nothing could be asked of the map but a zone."""
    with TestClient(create_app(Settings(ledger=contested)), base_url="http://127.0.0.1") as client:
        found = client.get("/api/map", params={"q": "market", "end": "2016-11-13"}).json()
        none = client.get("/api/map", params={"start": "2020-01-01"}).json()
    assert {f["properties"]["place"] for f in found["features"]} == {"Minyan"}
    assert none == {"type": "FeatureCollection", "features": [], "tray": []}


@pytest.mark.browser
def test_a_count_of_a_zone_leads_to_its_list(page: sync_api.Page, contested_desk: str) -> None:
    """ "2 contested" named events that stood nowhere in full; going back leads to where one was."""
    page.goto(contested_desk)
    page.wait_for_function(SETTLED)
    page.locator(".zone-news .tag-contested").first.click()
    page.locator(".event-row").first.wait_for()
    assert "contested=true" in page.url
    assert page.locator(".event-row").count() == 2
    page.get_by_label("Happened from").fill("2017-01-01")
    page.locator(".none").wait_for()
    assert "of 1 Jan 2017 or later, as far as a day is told" in page.inner_text(".none")
    assert fits(page)


@pytest.mark.browser
def test_what_the_list_shows_goes_to_a_file_and_to_the_map(
    page: sync_api.Page, contested_desk: str
) -> None:
    page.goto(f"{contested_desk}/events?q=market")
    page.locator(".event-row").first.wait_for()
    with page.expect_download() as kept:
        page.get_by_role("link", name="CSV", exact=True).click()
    assert "market" not in kept.value.suggested_filename
    assert kept.value.path().read_text("utf-8").count("\n") == 2
    page.get_by_role("link", name="on the map").click()
    page.locator(".site-mark").first.wait_for()
    assert "1 of 49 events" in page.inner_text(".map-asking")
    assert page.get_by_label("Words", exact=True).input_value() == "market"
    page.get_by_label("Words", exact=True).fill("nothing such")
    page.get_by_role("button", name="Show").press("Enter")
    page.locator(".none").wait_for()
    assert "of what is asked for" in page.inner_text(".none")
    assert fits(page)


@pytest.mark.browser
def test_a_list_that_was_left_is_as_it_was(page: sync_api.Page, contested_desk: str) -> None:
    """Going back led to the top of the first page of the list."""
    page.goto(f"{contested_desk}/events")
    page.locator(".listing-more").click()
    last = page.locator(".event-row h2 a").nth(MANY)
    last.scroll_into_view_if_needed()
    down = page.evaluate("scrollY")
    last.click()
    page.locator(".claims-table").wait_for()
    assert page.evaluate("scrollY") == 0
    page.go_back()
    page.locator(".event-row").nth(MANY).wait_for()
    page.wait_for_function("(y) => Math.abs(scrollY - y) < 3", arg=down)


@pytest.mark.browser
def test_a_link_within_a_page_leads_to_its_part(page: sync_api.Page, contested_desk: str) -> None:
    """It led to the top: the page was asked for again."""
    page.goto(f"{contested_desk}/places/seed%3Aminyan")
    page.locator(".timeline a").first.wait_for()
    heading = page.locator("h3.month").last
    heading.evaluate("(h) => (h.dataset.same = 'yes')")
    page.locator(".timeline a").last.click()
    page.wait_for_function("() => scrollY > 0")
    assert page.locator("h3.month").last.get_attribute("data-same") == "yes"


@pytest.mark.browser
def test_an_event_says_who_told_of_it_first(page: sync_api.Page, contested_desk: str) -> None:
    """Of those who told of it on one day none is put first; a lane an origin shows the days."""
    page.goto(f"{contested_desk}/events?q=market")
    page.locator(".event-row h2 a").first.press("Enter")
    page.locator(".fact-telling p").wait_for()
    assert page.inner_text(".fact-telling p") == (
        "Told first on 13 Nov 2016: Cedar Wire, Harbour Daily, Ridge Voice (one origin). "
        "Which of them came first on that day is not known."
    )
    assert page.locator(".fact-telling figure").count() == 0
    page.goto(f"{contested_desk}/events?category=CONTROL&place=Minyan")
    page.locator(".event-row h2 a").first.press("Enter")
    page.locator(".fact-telling p").first.wait_for()
    assert page.inner_text(".fact-telling p >> nth=0").startswith("Told first on 12 Nov 2016: ")
    page.locator(".fact-telling p a").first.press("Enter")
    page.locator("#panel.is-open").wait_for()


@pytest.mark.browser
def test_forecasts_that_fall_due_in_some_days(page: sync_api.Page, contested_desk: str) -> None:
    """What fell due in a week stood among all others; the address keeps what is asked for."""
    page.goto(f"{contested_desk}/forecasts")
    page.get_by_label("Window closes from").fill("2016-11-07")
    page.get_by_label("until", exact=True).fill("2016-11-13")
    rows = page.locator(".weighed-list > li:visible")
    page.wait_for_url("**from=2016-11-07&until=2016-11-13")
    assert rows.count() == 1
    titles = page.locator(".list-section:visible h2").all_inner_texts()
    assert titles == ["borne out late (1)"]
    page.reload()
    page.wait_for_function(SETTLED)
    assert rows.count() == 1
    page.get_by_label("Outcome").select_option("borne-out-late")
    assert rows.count() == 1
    page.get_by_label("Window closes from").fill("2016-12-01")
    assert rows.count() == 0
    assert "is among those" in page.inner_text(".filter [role=status]")
    assert fits(page)


@pytest.mark.browser
def test_a_sources_claims_by_what_became_of_them(page: sync_api.Page, contested_desk: str) -> None:
    """Its record says that some are contested; the address of those can be sent."""
    page.goto(f"{contested_desk}/sources")
    page.locator(".sources-table a", has_text="Cedar Wire").first.click()
    page.get_by_label("What became of it").select_option("contested")
    page.wait_for_url("**became=contested")
    lines = page.locator(".line:visible")
    assert lines.count() > 0
    page.get_by_label("What became of it").select_option("corrected")
    assert lines.count() == 0
    page.locator(".deciding summary").press("Enter")
    assert "--ledger LEDGER" in page.inner_text(".deciding")
    assert fits(page)
