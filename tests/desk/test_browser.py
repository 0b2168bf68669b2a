"""The desk in a headless Chromium: each page opens, works by keyboard, and logs no error."""

from __future__ import annotations

import re
from typing import Literal

import pytest

from tests.desk.access import OPEN, SETTLED, fits, holds_up

sync_api = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser


def test_board(page: sync_api.Page, desk: str) -> None:
    """Zones, cards, and the three counts, labelled."""
    page.goto(desk)
    page.get_by_role("heading", name="Conflict zones, latest").wait_for()
    assert "latest: 13 Nov 2016" in page.inner_text(".zone-latest")
    for counts in page.locator(".card .counts").all():
        labels = counts.locator("dt").all_inner_texts()
        assert [label.partition(",")[0].rstrip("s") for label in labels] == [
            "document",
            "publisher",
            "independent origin",
        ]
    assert page.locator(".tag-contested").count() > 0
    contested = page.locator(".card", has=page.locator(".card-contested")).first
    assert "independent origins, 1 denying it" in contested.inner_text()
    assert re.search(r"Grade [345]: \w+", contested.inner_text())
    assert fits(page)


def test_board_in_columns_without_gaps(page: sync_api.Page, desk: str) -> None:
    """The list of zones jumps to each; a block is followed by the next one in its column."""
    page.goto(desk)
    page.get_by_role("navigation", name="Zones on this page").get_by_role("link").first.click()
    assert page.url.endswith("#zone-aleppo")
    grid = page.locator(".zones.is-masonry")
    spare = grid.evaluate("g => g.offsetHeight - g.firstElementChild.offsetHeight")
    assert spare < 20


@pytest.mark.parametrize(
    ("address", "said"),
    [("/?since=yesterday", "since=yesterday"), ("/map?zone=zz", "no zone zz")],
)
def test_an_address_with_a_slip_in_it(
    browser: sync_api.Browser, desk: str, address: str, said: str
) -> None:
    """It says what cannot be read and leads to the page without it."""
    page = browser.new_page()
    page.goto(f"{desk}{address}")
    page.get_by_role("heading", name="This cannot be shown").wait_for()
    assert said in page.inner_text(".sorry")
    page.get_by_role("link", name="This page without").click()
    page.wait_for_function(SETTLED)
    assert page.url == f"{desk}{address.partition('?')[0]}"
    page.close()


def test_document(page: sync_api.Page, desk: str) -> None:
    """Parts stand apart; a claim opens by keyboard with its exact words; markup stays text."""
    page.goto(f"{desk}/documents")
    page.locator(".document-title a", has_text="They freed Minyan").click()
    page.locator(".part-headline").wait_for()
    assert "<script>alert('x')</script>" in page.inner_text(".part-headline")
    assert page.locator("main script").count() == 0
    assert "the text bounds it: 12 Nov 2016 to 18 Nov 2016" in page.inner_text(".note-date")
    assert "The Far Column" in page.inner_text(".note-repost")
    assert "corroborate nothing" in page.inner_text(".thread")
    assert page.locator(".comment .comment").count() == 1
    mark = page.locator(".trigger", has_text="liberated")
    mark.focus()
    page.keyboard.press("Enter")
    panel = page.locator("#panel.is-open")
    panel.wait_for()
    words = panel.inner_text()
    assert "liberated" in words
    assert "took control of" in words
    assert "rests on no named source" in words
    assert re.search(r"sha256:[0-9a-f]{64}", words)
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    assert fits(page)


def test_event(page: sync_api.Page, desk: str) -> None:
    """Claims side by side under the authority they rest on."""
    page.goto(f"{desk}/zones/aleppo")
    page.locator(".card-line a", has_text="Capture of Minyan by army").first.click()
    page.locator(".claims-table").wait_for()
    assert page.locator(".claims-table tbody tr:not(.origin-row)").count() == 6
    groups = page.locator(".origin-row").all_inner_texts()
    assert any("Authority: army command" in g or "Authority: the army command" in g for g in groups)
    assert any("add no origin" in g for g in groups)
    headings = page.locator(".contradictions .side-says").all_inner_texts()
    assert headings == ["Say so (4)", "Deny it (1)"]
    marked = page.locator(".claims-table mark.told-by")
    assert marked.count() == page.locator(".claims-table tbody tr:not(.origin-row)").count()
    assert page.locator(".side-denies mark.told-by").count() == 1
    page.locator(".side-denies a").first.press("Enter")
    page.locator("#panel.is-open").wait_for()
    assert fits(page)


def test_map(page: sync_api.Page, desk: str) -> None:
    """Marks by modality, shapes by precision, and the tray."""
    page.goto(f"{desk}/map")
    page.locator(".site-mark").first.wait_for()
    page.locator("path.country").first.wait_for(state="attached")
    page.locator("path.area-country").first.wait_for(state="attached")
    for kind in ("point", "circle", "area"):
        assert page.locator(f"path.area-{kind}").count() > 0, kind
    marks = page.locator(".site-mark")
    assert marks.locator(".glyph-forecast").count() == 1
    assert marks.locator(".glyph-denied").count() == 1
    assert "Tell Hajar: place not located (1)" in page.inner_text(".tray")
    page.locator(".site-mark", has_text="Idlib").focus()
    page.keyboard.press("Enter")
    assert "region" in page.locator(".popup").inner_text()
    assert fits(page)


def test_place_page(page: sync_api.Page, desk: str) -> None:
    """From a claim to its place: its shape, names, who held it, and the claims by month."""
    page.goto(f"{desk}/map")
    page.locator(".site summary", has_text="Minyan").first.locator("a").click()
    page.get_by_role("heading", level=1, name="Minyan").wait_for()
    page.locator("path.country").first.wait_for(state="attached")
    assert page.locator("path.area-point").count() > 0
    assert page.locator(".site-mark").count() > 0
    assert "6 times, 5 documents" in page.inner_text(".names-met")
    assert page.locator(".weighed-list > li").count() > 0
    assert page.locator(".timeline > li").count() == 2
    assert page.locator(".lines .line").count() == 6
    assert page.locator(".lines .line .standing").count() == 6
    assert fits(page)


def test_a_region_and_a_country_are_no_pins(page: sync_api.Page, desk: str) -> None:
    """A region is an extent; a country is drawn itself, and nothing stands on its middle."""
    page.goto(f"{desk}/places/seed%3Aidlib")
    page.locator("path.area-area").first.wait_for(state="attached")
    page.goto(f"{desk}/places/country%3ASY")
    page.locator("path.area-country").first.wait_for(state="attached")
    assert page.locator(".site-mark").count() == 0
    assert "it is not put on a point" in page.inner_text(".facts")
    assert fits(page)


def test_actor_page(page: sync_api.Page, desk: str) -> None:
    """From an event to who is named in it: claims by it apart from those about it."""
    page.goto(f"{desk}/zones/aleppo")
    page.locator(".card-line a", has_text="Capture of Minyan by army").first.click()
    page.locator(".named a", has_text="army").first.click()
    page.get_by_role("heading", level=1, name="Syrian Arab Army").wait_for()
    page.locator("path.country").first.wait_for(state="attached")
    headings = " ".join(page.locator("h2").all_inner_texts())
    assert "Claims about it" in headings
    assert "Claims by it" in headings
    assert page.locator(".lines .line").count() > 5
    assert fits(page)


def test_open_names(page: sync_api.Page, desk: str) -> None:
    """The tray's names unfold to their words and to what is known of them; nothing is posted."""
    page.goto(f"{desk}/map")
    page.get_by_role("link", name="Names that no text settles").click()
    page.locator(".open-name summary", has_text="Tell Hajar").click()
    page.locator(".sayings q", has_text="driven from Tell Hajar").wait_for()
    page.locator(".choices", has_text="The gazetteer knows nothing of this name").wait_for()
    assert fits(page)
    page.emulate_media(media="print")
    assert fits(page)


def test_search_and_origin(page: sync_api.Page, desk: str) -> None:
    """From words to a document's origin and back, without loading the desk again."""
    page.goto(desk)
    page.evaluate("window.kept = true")
    page.get_by_role("searchbox").fill("Minyan")
    page.keyboard.press("Enter")
    page.locator(".document-title a", has_text="Minyan in army hands").click()
    page.locator(".origin-title a").first.click()
    page.get_by_role("heading", level=1, name=re.compile("origin")).wait_for()
    page.go_back()
    page.locator(".part-headline").wait_for()
    assert page.evaluate("window.kept") is True
    assert fits(page)


def test_forecasts_control_and_sources(page: sync_api.Page, desk: str) -> None:
    """Each page holds its rows, and fewer as of an earlier day."""
    for name in ("forecasts", "control", "sources"):
        page.goto(f"{desk}/{name}")
        page.wait_for_function(SETTLED)
        assert page.locator("h1").inner_text() != ""
        assert page.locator(".weighed-list > li, .claims-table tbody tr").count() > 0
        assert fits(page)
        page.locator("#as-of").fill("2001-01-01")
        page.locator(".since button").click()
        page.wait_for_url(f"{desk}/{name}?as_of=2001-01-01")
        page.wait_for_function(SETTLED)
        assert page.locator(".weighed-list > li, .claims-table tbody tr").count() == 0


def test_a_holder_and_a_source_lead_to_their_claims(page: sync_api.Page, desk: str) -> None:
    """What a holder rests on is linked; a source's name opens its record and its claims."""
    page.goto(f"{desk}/control")
    page.locator(".rests-on a").first.press("Enter")
    page.locator("#panel.is-open").wait_for()
    page.goto(f"{desk}/sources")
    page.wait_for_function(SETTLED)
    cells = page.locator(".sources-table tbody tr").first.locator("td")
    labels = [cell.get_attribute("data-label") for cell in cells.all()]
    assert labels == ["Reliability", "Forecasts", "Firm claims", "Documents"]
    page.locator(".sources-table a", has_text="Orchard Monitor").click()
    page.get_by_role("heading", level=1, name="Orchard Monitor").wait_for()
    assert page.locator(".lines .line").count() > 0
    assert page.locator(".document-row").count() == 1
    assert fits(page)


@pytest.mark.parametrize(
    ("path", "rows", "word"),
    [
        ("documents", ".document-row", "tin lantern"),
        ("control", ".weighed-list > li", "minyan"),
        ("sources", ".sources-table tbody tr", "orchard"),
        ("forecasts", ".weighed-list > li", "idlib"),
    ],
)
def test_every_list_has_one_filter(
    page: sync_api.Page, desk: str, path: str, rows: str, word: str
) -> None:
    """Rows without the words go, and the address keeps the words for whoever is sent it."""
    page.goto(f"{desk}/{path}")
    field = page.get_by_label("Only those with the words")
    field.fill("no such words anywhere")
    assert page.locator(f"{rows}:visible").count() == 0
    field.fill(word)
    left = page.locator(f"{rows}:visible").count()
    assert left > 0
    page.reload()
    page.wait_for_function(SETTLED)
    assert page.locator(f"{rows}:visible").count() == left
    assert fits(page)


def test_a_claim_can_be_cited(page: sync_api.Page, desk: str) -> None:
    """The address names the claim that is open; the citation has words, chain, day and capture."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{desk}/documents")
    page.locator(".document-title a", has_text="They freed Minyan").click()
    page.locator(".trigger", has_text="liberated").press("Enter")
    page.locator("#panel.is-open").wait_for()
    assert "?claim=claim%3A" in page.url
    page.get_by_role("button", name="Copy citation").click()
    page.wait_for_function("document.querySelector('#announcer').textContent === 'Copied'")
    cited = page.evaluate("navigator.clipboard.readText()")
    assert "the army has now liberated Minyan" in cited
    assert "Who says so: " in cited and "The Tin Lantern, no date" in cited
    assert page.url in cited
    assert re.search(r"Capture sha256:[0-9a-f]{64}", cited)
    page.reload()
    page.locator(".trigger.is-selected", has_text="liberated").wait_for()
    page.locator("#panel.is-open").wait_for()
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "claim" not in url)


def test_the_sheet_leaves_the_chosen_word_in_sight(page: sync_api.Page, desk: str) -> None:
    """On a phone it comes up from below, where the word may stand."""
    page.set_viewport_size({"width": page.viewport_size["width"], "height": 620})
    page.goto(f"{desk}/documents")
    page.locator(".document-title a", has_text="They freed Minyan").click()
    mark = page.locator(".trigger", has_text="liberated")
    mark.evaluate("e => e.scrollIntoView({ block: 'end' })")
    mark.press("Enter")
    page.locator("#panel.is-open").wait_for()
    word = page.locator(".trigger.is-selected").bounding_box()
    sheet = page.locator("#panel").bounding_box()
    below = word["y"] + word["height"] <= sheet["y"]
    assert below or word["x"] + word["width"] <= sheet["x"]


def test_feeds(page: sync_api.Page, desk: str) -> None:
    """What fails comes first with its reason; each is told when it is due; markup stays text."""
    page.goto(desk)
    page.get_by_role("navigation").get_by_role("link", name="Feeds").click()
    page.get_by_role("heading", name="Feeds (4)").wait_for()
    assert page.inner_text(".feed-tally") == "1 failing, 1 stale, 1 new, 1 good"
    states = page.locator(".feeds-table .state").all_inner_texts()
    assert states == ["failing", "stale", "new", "good"]
    rows = page.locator(".feeds-table tbody tr")
    failing, good = rows.nth(0).inner_text(), rows.nth(3).inner_text()
    assert "http-status, 2 times in a row: the server answered 503 <b>Busy</b>" in failing
    assert "5 hours ago" in failing and "in " in failing
    assert "no good answer for 3 days, against a pause of 30 minutes" in rows.nth(1).inner_text()
    assert re.search(r"\d+ minutes ago", good) and "every 30 minutes" in good
    assert page.locator("main b").count() == 0
    assert fits(page)


def test_feeds_where_nothing_is_followed(page: sync_api.Page, bare_desk: str) -> None:
    """The page says what to do."""
    page.goto(f"{bare_desk}/feeds")
    page.locator(".empty", has_text="Nothing is followed yet.").wait_for()
    assert "fogline watch feeds.toml" in page.inner_text(".empty")
    assert page.locator("table").count() == 0
    assert fits(page)


def test_skip_link_is_the_first_stop(page: sync_api.Page, desk: str) -> None:
    """And leads to the content."""
    page.goto(desk)
    page.get_by_role("heading", name="Conflict zones, latest").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_walk_by_keyboard_alone(page: sync_api.Page, desk: str) -> None:
    """From the board to an event, its document and a claim, and the focus is never lost."""
    page.goto(desk)
    _tab_to(page, ".card-line a")
    page.keyboard.press("Enter")
    page.locator(".claims-table").wait_for()
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.inner_text("#announcer") == page.inner_text("h1")
    _tab_to(page, ".claims-table td a")
    page.keyboard.press("Enter")
    page.locator("#panel.is-open").wait_for()
    assert "is-selected" in page.evaluate("document.activeElement.className")
    chosen = page.inner_text("#panel .claim-steps .minor")
    _tab_to(page, "#panel button:text-is('Next')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Next"
    assert page.inner_text("#panel .claim-steps .minor") != chosen
    assert page.inner_text("#announcer").startswith("Selected: ")
    page.keyboard.press("Escape")
    assert page.locator("#panel.is-open").count() == 0
    assert "trigger" in page.evaluate("document.activeElement.className")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_keep_their_outline_and_contrast(
    page: sync_api.Page, desk: str, scheme: Literal["light", "dark"]
) -> None:
    """One first heading, no level skipped, nothing unnamed, and text at 4.5 to 1 or more."""
    page.emulate_media(color_scheme=scheme)
    page.goto(desk)
    holds_up(page, "the board")
    weighed = ("/forecasts", "/control", "/sources", "/forecasts?as_of=2016-11-12")
    plain = ("/feeds", "/zones/aleppo", "/documents", "/map", "/nowhere", "/search?q=liberated")
    profiles = ("/places/seed%3Aminyan", "/places/country%3ASY", "/actors/sy-forces", "/unresolved")
    profiles += ("/sources/outlet%3Aorchard%20monitor",)
    for address in (*weighed, *profiles, *plain):
        page.evaluate(OPEN, address)
        holds_up(page, address)
    for linked in (".document-title a", ".origin-title a"):
        page.locator(linked).first.click()
        page.wait_for_selector(".members", state="attached")
        holds_up(page, linked)


def _tab_to(page: sync_api.Page, selector: str) -> None:
    """Press Tab until an element of the selector has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    raise AssertionError(f"Tab does not reach {selector}")
