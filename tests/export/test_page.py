"""The page for sharing: whole, escaped, and good to look at in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest

from fogline.export.marking import Mark, pieces
from fogline.export.page import page
from fogline.model import (
    Claim,
    Document,
    Loaded,
    Mention,
    Part,
    Place,
    Published,
    Reading,
    Source,
    Span,
    When,
)
from tests.desk.access import FAINT, OUTLINE, UNNAMED

HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)>\" onload=\"y"
BODY = f"The army shelled Brask on Sunday.\nRebels will attack the regime. {HOSTILE} \u202eend."
COMMENT = "No, it never shelled Brask!"
TEXT = f"{BODY}\n{COMMENT}"
DOCUMENT = Document(
    "sha256:0123",
    TEXT,
    (
        Part("p1", "body", 0, len(BODY)),
        Part("p2", "comment", len(BODY) + 1, len(TEXT), author=f"Dora</section>{HOSTILE}"),
    ),
    Published("2016-11-14", "2016-11-14", "given"),
    url="javascript:alert(1)",
    title=f"Army shells Brask {HOSTILE}",
    publisher="The <b>Quay</b>",
    warnings=("a </ul> warning",),
)


def span(text: str, after: int = 0) -> Span:
    at = TEXT.index(text, after)
    return Span(at, at + len(text), text)


def claim(part: str, sentence: Span, trigger: str, **slots: object) -> Claim:
    base = Claim(
        id=f"claim:{trigger}", part=part, sentence=sentence,
        trigger=span(trigger, sentence.start), event="ASSAULT", mode="heavy-weapons",
        actors=(), recipients=(), places=(), when=When(),
        attribution=(Source("The Quay", "author"),), status="occurred", polarity="positive",
        certainty="certain",
    )  # fmt: skip
    return replace(base, **slots)  # type: ignore[arg-type]


FIRST, SECOND, THIRD = (
    span("The army shelled Brask on Sunday."), span("Rebels will attack the regime."), span(COMMENT)
)  # fmt: skip
CLAIMS = (
    claim(
        "p1", FIRST, "shelled", actors=(Mention("army", 4, 8),), places=(Place("Brask", 17, 22),),
        when=When("on Sunday", "2016-11-13", "2016-11-13", (-1, -1), "relative"),
    ),
    claim(
        "p1", SECOND, "attack", status="forecast", loaded=(Loaded("regime", "government"),),
        hedges=(span("will"),),
    ),
    claim("p2", THIRD, "shelled", polarity="negative", certainty="probable"),
)  # fmt: skip
READING = Reading(DOCUMENT, CLAIMS, "test-reader/1")


def line(claim: Claim) -> str:
    return f"Line of {claim.trigger.text} {HOSTILE}"


def written(*readings: Reading) -> str:
    return "\n".join(page(readings or (READING,), line, lambda _: True))


class Tags(HTMLParser):
    """Notes every tag with its attributes, and whether tags close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parsed(text: str) -> Tags:
    tags = Tags()
    tags.feed(text)
    assert tags.open == []
    return tags


def test_nothing_of_the_text_becomes_markup() -> None:
    tags = parsed(written()).tags
    names = {name for name, _ in tags}
    assert not names & {"script", "img"}
    assert not [a for _, attributes in tags for a in attributes if a.startswith("on")]
    assert "\u202e" not in written()
    assert all(n.get("class") == "n" for name, n in tags if name == "b")


def test_the_page_needs_and_runs_nothing() -> None:
    tags = parsed(written()).tags
    assert not [a for _, attributes in tags for a in attributes if a in {"src", "srcset"}]
    policy = next(a["content"] for n, a in tags if "http-equiv" in a)
    assert policy and policy.startswith("default-src 'none'")
    assert all((a["href"] or "").startswith("#") for n, a in tags if n == "a")
    assert "@import" not in written()
    assert "url(" not in written()


def test_an_address_of_the_web_is_a_link_and_others_are_text() -> None:
    linked = replace(READING, document=replace(DOCUMENT, url='https://quay.example/a?b="&c'))
    hrefs = [a["href"] for n, a in parsed(written(linked)).tags if n == "a"]
    assert 'https://quay.example/a?b="&c' in hrefs
    assert "javascript:alert(1)" in written()


def test_anchors_meet_and_are_met_once() -> None:
    tags = parsed(written(READING, READING)).tags
    ids = [a["id"] for _, a in tags if "id" in a]
    assert len(ids) == len(set(ids))
    hrefs = {(a["href"] or "")[1:] for n, a in tags if n == "a"}
    assert hrefs <= set(ids)
    assert sum(n == "details" for n, _ in tags) == 6


def test_the_text_stands_whole_and_in_order() -> None:
    paragraphs = re.findall(r'<p dir="auto">(.*?)</p>', written(), flags=re.DOTALL)
    bare = [re.sub(r"<[^>]+>", "", p) for p in paragraphs]
    assert bare[0] == FIRST.text
    assert bare[2] == COMMENT
    assert "&lt;script&gt;" in bare[1]


def test_the_head_says_what_it_is_and_counts() -> None:
    text = written()
    for words in (
        "sha256:0123", "test-reader/1", "2016-11-14 (given)", "3 in 2 parts", "1 said not to be so",
        "1 forecast or threatened", "3 on no named source", "no corroboration",
    ):  # fmt: skip
        assert words in text, words


def test_no_reading_is_no_page() -> None:
    assert list(page((), line, lambda _: True)) == []


def test_marks_that_overlap_are_cut_apart() -> None:
    marks = (Mark(0, 5, 1, "argument"), Mark(3, 8, 2, "argument"))
    found = [(p.start, p.end, [m.claim for m in p.marks]) for p in pieces(0, 10, marks)]
    assert found == [(0, 3, [1]), (3, 5, [1, 2]), (5, 8, [2]), (8, 10, [])]


sync_api = pytest.importorskip("playwright.sync_api")
FLAGS = ["--no-sandbox", "--disable-gpu"]
WIDTHS = {"wide": 1300, "phone": 360}


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[sync_api.Browser]:
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=WIDTHS)
def view(
    browser: sync_api.Browser, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[sync_api.Page]:
    """The page in a browser without scripts' help; fails where it logs or asks for anything."""
    path = tmp_path / "page.html"
    path.write_text(written(READING, READING), encoding="utf-8")
    view = browser.new_page(viewport={"width": WIDTHS[request.param], "height": 800})
    faults: list[str] = []
    view.on("console", lambda message: faults.append(message.text))
    view.on("pageerror", lambda error: faults.append(str(error)))
    view.on("dialog", lambda dialog: faults.append(dialog.message))
    view.on("request", lambda r: None if r.url.startswith("file:") else faults.append(r.url))
    view.goto(path.as_uri())
    yield view
    view.close()
    assert faults == []


@pytest.mark.browser
def test_a_trigger_leads_to_its_card_by_keyboard(view: sync_api.Page) -> None:
    trigger = view.locator("a.mark").first
    trigger.focus()
    underline = "getComputedStyle(document.querySelector('.argument')).textDecorationColor"
    focused = view.evaluate(underline)
    view.keyboard.press("Enter")
    view.locator("details.card[open]").wait_for()
    words = view.locator("details.card[open]").inner_text()
    assert "army" in words
    assert "2016-11-13 “on Sunday”" in words
    assert "rests on no named source" in words
    view.locator("h2").first.click()
    view.mouse.move(0, 0)
    assert view.evaluate(underline) != focused
    assert view.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
def test_what_is_denied_or_to_come_looks_different(view: sync_api.Page) -> None:
    def look(selector: str) -> str:
        style = "(s) => { const c = getComputedStyle(document.querySelector(s));"
        style += " return c.borderTopStyle + c.borderBottomStyle + c.backgroundImage; }"
        return str(view.evaluate(style, selector))

    marks = ("a.mark.occurred:not(.denied)", "a.mark.forecast", "a.mark.denied")
    assert len({look(selector) for selector in marks}) == 3


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_keeps_its_outline_and_contrast(
    view: sync_api.Page, scheme: Literal["light", "dark"]
) -> None:
    view.emulate_media(color_scheme=scheme)
    for details in view.locator("summary").all():
        details.click()
    levels = view.evaluate(OUTLINE)
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert view.evaluate(UNNAMED) == []
    assert view.evaluate(FAINT) == []


@pytest.mark.browser
def test_print_shows_every_card_open(view: sync_api.Page) -> None:
    view.emulate_media(media="print")
    assert view.locator("details dl").first.is_visible()
    assert not view.locator(".back").first.is_visible()
