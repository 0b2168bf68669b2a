"""Pages are taken apart in order: metadata, headline, captions, reposts, threads."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogline import intake
from fogline.errors import Unreadable
from fogline.intake import custody, extract, metadata, page
from fogline.model import Document, Published, Republished
from fogline.settings import Settings

LINKED = '<script type="application/ld+json">%s</script>'
PAGES = Path(__file__).parent / "pages"


def composed(html: str, url: str | None = None) -> tuple[str, list[tuple[str, str]]]:
    text, layout = page.compose(extract.page(html, url))
    return text, [(p.role, text[p.start : p.end]) for p in layout.parts]


@pytest.fixture(scope="module")
def repost() -> Document:
    capture = custody.capture((PAGES / "repost.html").read_bytes(), "text/html", "repost.html")
    return intake.document(capture, Settings())


def test_a_repost_falls_into_its_parts(repost: Document) -> None:
    assert [p.role for p in repost.parts] == [
        "kicker", "headline", "byline", "caption", "lead-in", "byline", "body", "related",
    ]  # fmt: skip
    said = {p.role: repost.text[p.start : p.end] for p in repost.parts}
    assert said["body"].startswith("The coastal army took control")
    assert said["body"].endswith("has not spoken since Thursday.")
    assert said["caption"] == "Smoke over the quay at Port Amra, seen from the lighthouse."
    assert "\n\n".join(repost.text[p.start : p.end] for p in repost.parts) == repost.text


def test_a_page_tells_of_itself(repost: Document) -> None:
    assert (repost.title, repost.author) == ("What the fall of the harbour means", "Ines Marlow")
    assert (repost.publisher, repost.language) == ("Gull Notes", "en-GB")
    assert repost.url == "https://gull-notes.example/2031/harbour/"
    assert repost.published == Published("2031-11-16", "2031-11-16", "metadata")
    assert repost.republished_from == Republished(
        "Piet Halloran", "The Strait Observer", "https://strait-observer.example/harbour"
    )
    assert repost.links == (
        "https://strait-observer.example/harbour",
        "https://strait-observer.example/ferry",
    )


def test_the_pages_own_date_counts_before_the_one_handed_in() -> None:
    body = (PAGES / "repost.html").read_bytes()
    dated = custody.capture(body, "text/html", "a", published="2031-12-24")
    assert intake.document(dated, Settings()).published.earliest == "2031-11-16"
    undated = body.replace(b"datePublished", b"dateUnknown")
    handed = custody.capture(undated, "text/html", "a", published="2031-12-24")
    found = intake.document(handed, Settings()).published
    assert found == Published("2031-12-24", "2031-12-24", "given")


def test_comments_and_notice_stand_below_the_article() -> None:
    text, parts = composed((PAGES / "wordpress.html").read_text(encoding="utf-8"))
    assert [r for r, _ in parts] == ["kicker", "headline", "body", *["comment"] * 3, "notice"]
    assert text.endswith("Where did the garrison go?\n\nComments are closed.")
    assert "thoughts on the harbour" not in text and "Another article" not in text


def test_a_comments_time_is_not_the_articles() -> None:
    found = extract.page((PAGES / "drupal.html").read_text(encoding="utf-8"), None)
    assert found.metadata.published is None


@pytest.mark.parametrize(
    ("html", "published"),
    [
        ('<meta property="article:published_time" content="2031-11-12T10Z">', "2031-11-12T10Z"),
        ('<meta name="DC.date.issued" content="2031-11-12">', "2031-11-12"),
        ('</head><body><time class="entry-date" datetime="2031-11-12">x</time>', "2031-11-12"),
        (LINKED % '[{"@type": ["NewsArticle"], "datePublished": "2031-11-12"}]', "2031-11-12"),
        (LINKED % '{"@type": "Event", "datePublished": "2031-11-12"}', None),
        (LINKED % "{broken", None),
        ('<meta name="date" content="soon">', None),
        ('</head><body><p>On 12 November 2031 the port reopened.</p>', None),
    ],
)  # fmt: skip
def test_only_marked_dates_count(html: str, published: str | None) -> None:
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(f"<html><head>{html}</html>")
    assert metadata.metadata(tree, None).published == published


BLOG = """<h2 class='date-header'>Sunday, 16 November 2031</h2>
<div class='post'><span itemprop='author'>Old Sailor</span>
<abbr itemprop='datePublished' title='2031-11-17T20:41:00+03:00'>20:41</abbr></div>"""
REMARK = "<div class='comment'><b itemprop='author'>Ada Lindqvist</b></div>"


def test_a_blogs_microdata_tells_when_and_by_whom() -> None:
    from selectolax.lexbor import LexborHTMLParser

    found = metadata.metadata(LexborHTMLParser(BLOG), None)
    assert (found.author, found.published) == ("Old Sailor", "2031-11-17T20:41:00+03:00")
    undated = LexborHTMLParser(BLOG.partition("<div")[0])
    assert metadata.metadata(undated, None).published == "Sunday, 16 November 2031"


def test_a_comments_author_is_not_the_pages() -> None:
    from selectolax.lexbor import LexborHTMLParser

    assert metadata.metadata(LexborHTMLParser(REMARK), None).author is None


def test_a_page_by_agencies_has_no_author() -> None:
    body = b"<html><head><meta name=author content=Agencies></head><p>The port is shut.</html>"
    assert intake.document(custody.capture(body, "text/html", "a"), Settings()).author is None


def test_an_address_with_a_day_in_it_dates_a_page() -> None:
    from selectolax.lexbor import LexborHTMLParser

    found = metadata.metadata(LexborHTMLParser("<p>x"), "https://gull.example/2031/11/2/port/")
    assert found.published == "2031-11-02"


@pytest.mark.parametrize(
    ("title", "site", "headline"),
    [
        ("Harbour reopens | The Harbour Courier", "The Harbour Courier", "Harbour reopens"),
        ("Harbour reopens - Courier", "The Harbour Courier", "Harbour reopens"),
        ("Harbour - a history", "The Harbour Courier", "Harbour - a history"),
        ("Harbour reopens", None, "Harbour reopens"),
    ],
)
def test_the_sites_name_is_no_part_of_a_title(title: str, site: str | None, headline: str) -> None:
    assert metadata.without_site(title, site) == headline


def test_a_quotation_within_an_article_is_told_apart() -> None:
    html = """<html><body><article><h1>Harbour reopens after talks</h1>
    <p>The port of Amra reopened on Monday after a week of talks, the authority said.</p>
    <blockquote><p>Ships may sail again from noon, the Courier wrote.</p></blockquote>
    <p>No ship had sailed by the evening, and both cranes stood still, residents said.</p>
    </article></body></html>"""
    _, parts = composed(html)
    assert [r for r, _ in parts] == ["headline", "body", "quotation", "body"]


def test_a_quotation_is_signed_by_somebody_else_however_long_it_is() -> None:
    html = """<html><body><article><h1>Harbour burns</h1><p>I put this up uncut.</p>
    <blockquote><p>The guard burned the port of Amra on Monday, and the authority kept quiet.
    Then it burned the mill, the bridge and both cranes, and left the harbour.</p>
    <p>- Ada Lindqvist, Harbour Voice, 7 March</p></blockquote>
    <p>My cousin saw it.</p></article></body></html>"""
    _, parts = composed(html)
    assert [r for r, _ in parts] == ["headline", "body", "quotation", "boilerplate", "body"]
    capture = custody.capture(html.encode(), "text/html", "a")
    quoted = next(p for p in intake.document(capture, Settings()).parts if p.role == "quotation")
    assert quoted.author == "Ada Lindqvist"


def test_a_corpus_line_may_hold_a_page() -> None:
    import json

    row = {"id": "p", "html": (PAGES / "repost.html").read_text(), "published": "2031-11-20"}
    capture = custody.capture(json.dumps(row).encode(), "application/json", "c.jsonl:1")
    found = intake.document(capture, Settings())
    assert found.input_id == "p" and found.publisher == "Gull Notes"
    assert found.published == Published("2031-11-20", "2031-11-20", "given")


def test_a_page_without_words_is_no_text() -> None:
    capture = custody.capture(
        b"<html><head></head><body><img src=x></body></html>", "text/html", "a"
    )
    with pytest.raises(Unreadable) as caught:
        intake.document(capture, Settings())
    assert caught.value.reason == "no-text"


def test_instructions_of_word_processors_are_no_words() -> None:
    html = (
        "<html><head><title>Port</title></head><body><article><h1>Port</h1>"
        "<p><?xml:namespace prefix = o ns = 'urn:schemas-microsoft-com:office:office' />The port"
        " was closed on Monday, the harbour master said.</p><?section ?></article></body></html>"
    )
    _, parts = composed(html)
    assert ("body", "The port was closed on Monday, the harbour master said.") in parts
