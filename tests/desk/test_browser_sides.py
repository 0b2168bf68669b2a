"""Four sides stand two by two, and quoted words that begin with a mark have nested ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogline import pipeline
from fogline.ledger import Ledger
from tests.desk.conftest import served
from tests.desk.disputed import BARE
from tests.desk.seed import MINYAN, Page, Slots, recorded

BLAMED = (
    ("Cedar Wire", "the Harrow Front"),
    ("Harbour Daily", "the Selwen Guard"),
    ("Ridge Voice", "the Karsk Brigade"),
    ("Lantern Post", "the Orlin Legion"),
)


def laid(publisher: str, doer: str) -> Page:
    """Return a page that lays one raid to somebody, in words that begin with a mark."""
    words = f"“On Saturday {doer} [shelled] the market of Minyan,” a baker said."
    slots = Slots("ASSAULT", "heavy-weapons", (doer[4:],), ("market",), (MINYAN,))
    body = ("body", words.translate(BARE), None, None)
    parts = (("headline", f"{publisher} on the market", None, None), body)
    return Page(publisher, "2016-11-13", parts, ((1, words, slots),))


@pytest.fixture(scope="module")
def blamed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blamed") / "ledger.sqlite"
    with Ledger.open(path) as ledger:
        for publisher, doer in BLAMED:
            ledger.add(*recorded(laid(publisher, doer)))
        pipeline.weigh(ledger)
    return path


@pytest.mark.browser
def test_four_sides_are_even_and_marks_nest(blamed: Path, chromium: str) -> None:
    """Three stood above and one alone below; ““On Saturday” had two marks of one kind."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with served(blamed) as address, sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.goto(f"{address}/contradictions")
        page.locator(".versus-side").first.wait_for()
        boxes = [side.bounding_box() for side in page.locator(".versus-side").all()]
        words = page.locator(".versus .quote").first.inner_text()
        browser.close()
    at = [(round(box["x"]), round(box["y"])) for box in boxes]
    assert len(at) == 4
    assert (len({x for x, _ in at}), len({y for _, y in at})) == (2, 2)
    assert words.startswith("‘On Saturday") and "Minyan,’ a baker" in words
