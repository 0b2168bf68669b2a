"""The pages of events, contradictions and outcomes in a headless Chromium."""

from __future__ import annotations

from typing import Literal

import pytest

from tests.desk.access import OPEN, SETTLED, fits, holds_up

sync_api = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser


def test_contradictions_stand_face_to_face(page: sync_api.Page, contested_desk: str) -> None:
    """From the masthead: sides with who says so, a square an origin, and their words."""
    page.goto(contested_desk)
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Contradictions").click()
    page.locator(".dispute").first.wait_for()
    assert page.inner_text(".listing-tally") == "2 contradictions; 2 open"
    facing = page.locator(".dispute").first.locator(".versus-side")
    assert facing.locator(".versus-says").all_inner_texts() == ["Say so", "Deny it"]
    assert facing.locator(".versus-who").all_inner_texts() == ["Cedar Wire", "Ridge Voice"]
    assert [side.locator(".square").count() for side in facing.all()] == [1, 1]
    assert [side.locator(".counts dd").count() for side in facing.all()] == [3, 3]
    marked = facing.locator(".card-words mark.told-by")
    assert all(word.startswith("capture") for word in marked.all_inner_texts())
    assert marked.count() == facing.locator("blockquote").count()
    assert fits(page)
    page.locator(".dispute-turns summary").first.click()
    turns = page.locator(".dispute-turns").first.locator("li").all_inner_texts()
    assert turns == ["12 Nov 2016 Cedar Wire: asserts it", "14 Nov 2016 Ridge Voice: denies it"]
    facing.nth(1).locator(".card-words a").first.press("Enter")
    page.locator("#panel.is-open").wait_for()
    assert page.inner_text(".trigger.is-selected").startswith("capture")


def test_tolls_stand_on_one_scale(page: sync_api.Page, contested_desk: str) -> None:
    """Each number is drawn where it lies; what has no upper end is not drawn as if it had one."""
    page.goto(f"{contested_desk}/contradictions?type=toll")
    page.locator(".dispute").wait_for()
    words = page.locator(".tolls-plane[role=img]").get_attribute("aria-label")
    assert words == "killed, from 0 to 60: 12 killed; 30 killed; at least 50 killed"
    places = page.locator(".toll-point").evaluate_all("all => all.map((e) => e.getAttribute('cx'))")
    assert places == ["20%", "50%"]
    assert page.locator(".toll-bar.is-open").count() == 1
    assert page.locator(".versus-side").count() == 3
    assert fits(page)


def test_contradictions_are_filtered_by_keyboard(page: sync_api.Page, contested_desk: str) -> None:
    """The address keeps what is asked for; what is not found says among what."""
    page.goto(f"{contested_desk}/contradictions")
    page.locator(".dispute").first.wait_for()
    page.get_by_label("Kind").select_option("toll")
    page.wait_for_function("() => document.querySelectorAll('.dispute').length === 1")
    assert page.url.endswith("?type=toll")
    page.get_by_label("Words").focus()
    page.keyboard.type("captured")
    page.locator(".none").wait_for()
    assert page.inner_text(".none").startswith(
        "None of the 2 contradictions is of the kind “toll: how many” and told with the words "
        "“captured”."
    )
    page.reload()
    page.locator(".none").wait_for()
    page.get_by_role("link", name="Ask for all of them").press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.dispute').length === 2")
    assert page.url == f"{contested_desk}/contradictions"


def test_contradictions_as_of_a_day(page: sync_api.Page, contested_desk: str) -> None:
    """The denial came on the 14th; before anything was published nothing disagrees."""
    page.goto(f"{contested_desk}/contradictions?state=open")
    page.locator("#as-of").fill("2016-11-13")
    page.locator(".page-head button").click()
    page.wait_for_url("**as_of=2016-11-13")
    page.wait_for_function(SETTLED)
    assert "state=open" in page.url
    assert page.locator(".dispute").count() == 1
    page.goto(f"{contested_desk}/contradictions?as_of=2001-01-01")
    assert page.inner_text(".none") == (
        "This ledger holds no contradiction in what had been published by the end of 1 Jan 2001."
    )
    assert fits(page)


def test_an_event_leads_to_its_contradictions(page: sync_api.Page, contested_desk: str) -> None:
    """And each of them back to its event."""
    page.goto(f"{contested_desk}/events?q=market")
    page.locator(".event-row h2 a").press("Enter")
    page.get_by_role("link", name="Drawn side by side").press("Enter")
    page.locator(".dispute").wait_for()
    assert page.locator(".dispute").count() == 1
    page.locator(".dispute h2 a").press("Enter")
    page.locator(".claims-table").wait_for()


def test_events(page: sync_api.Page, contested_desk: str) -> None:
    """Rows with when, where, three counts, contest and grade; more of them on asking."""
    page.goto(contested_desk)
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Events").click()
    rows = page.locator(".event-row")
    rows.first.wait_for()
    assert rows.count() == 40
    contested = rows.filter(has=page.locator(".tag-contested"))
    assert "contested: polarity" in contested.first.inner_text()
    first = rows.first
    assert "reported 14 Nov 2016" in first.inner_text()
    assert "Grade " in first.inner_text()
    assert first.locator(".counts dd").count() == 3
    more = page.get_by_role("button", name="more of")
    more.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.event-row').length > 40")
    assert not more.is_visible()
    place = page.evaluate("[...document.querySelectorAll('.event-row')].indexOf("
                          "document.activeElement.closest('.event-row'))")  # fmt: skip
    assert place == 40
    assert fits(page)


def test_events_are_ordered_and_filtered(page: sync_api.Page, contested_desk: str) -> None:
    page.goto(f"{contested_desk}/events")
    page.locator(".event-row").first.wait_for()
    page.get_by_label("First").select_option("origins")
    page.wait_for_url("**order=origins")
    page.get_by_label("Contested only").check()
    page.wait_for_function("() => document.querySelectorAll('.event-row').length === 2")
    page.get_by_label("Place").fill("nowhere at all")
    page.locator(".none").wait_for()
    assert "at a place called “nowhere at all” and contested." in page.inner_text(".none")
    page.reload()
    page.locator(".none").wait_for()
    assert page.get_by_label("Contested only").is_checked()


def test_late_and_in_part_lead_to_the_words(page: sync_api.Page, contested_desk: str) -> None:
    """The difference is named beside the claims that bear a forecast out, on card and page."""
    for path in ("/forecasts", "/"):
        page.goto(f"{contested_desk}{path}")
        rests = page.locator(".outcome-rests").first
        rests.wait_for()
        assert "The words that bear it out, late:" in rests.inner_text()
        assert page.locator(".tag-differs").all_inner_texts() == [
            "late: 3 days after its window closed on 9 Nov 2016"
        ]
        assert fits(page)
        if path == "/forecasts":
            read = page.locator(".weighed-list > li", has=page.locator(".tag-differs")).first
            assert read.locator("h3").inner_text() == "Read as: Capture of Marl by army"
            assert read.locator("mark.told-by").all_inner_texts() == ["capture", "captured"]
        rests.locator("a").first.press("Enter")
        page.locator("#panel.is-open").wait_for()
        assert page.inner_text(".trigger.is-selected") == "captured"


def test_what_is_not_found_says_within_what(page: sync_api.Page, desk: str) -> None:
    page.goto(f"{desk}/search?q=nosuchword")
    assert page.inner_text(".none") == (
        "None of the 6 documents of this ledger, published from 12 Nov 2016 to 14 Nov 2016 as far "
        "as their days are known, holds every word of “nosuchword”."
    )
    page.goto(f"{desk}/forecasts?as_of=2001-01-01")
    assert "Nothing published by the end of 1 Jan 2001" in page.inner_text(".none")
    page.goto(f"{desk}/sources?filter=nosuchword")
    page.wait_for_function(SETTLED)
    tally = page.inner_text(".filter [role=status]")
    assert tally.startswith("None of the ")
    assert tally.endswith(" sources on this page holds the word “nosuchword”.")


def test_lists_of_a_ledger_that_holds_nothing(page: sync_api.Page, bare_desk: str) -> None:
    for path, noun in (("events", "event"), ("contradictions", "contradiction")):
        page.goto(f"{bare_desk}/{path}")
        assert page.inner_text(".none") == f"This ledger holds no {noun}."
        assert fits(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lists_keep_their_outline_and_contrast(
    page: sync_api.Page, contested_desk: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(contested_desk)
    holds_up(page, "the board")
    lists = ("/events", "/events?place=none", "/contradictions", "/contradictions?state=corrected")
    for address in (*lists, "/forecasts", "/contradictions?as_of=2016-11-13"):
        page.evaluate(OPEN, address)
        holds_up(page, address)
