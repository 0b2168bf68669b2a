"""RSS, Atom, RDF, JSON Feed and sitemaps become entries; a hostile feed costs nothing."""

from __future__ import annotations

import base64
import json
import time
import tracemalloc
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.errors import Unreadable
from fogline.intake import cell, feeds
from fogline.intake.feeds import Feed
from fogline.settings import Settings

AT = "https://quay.example/feed"

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Quay</title><ttl>45</ttl>
<atom:link rel="self" href="https://quay.example/feed"/>
<image><url>https://quay.example/logo.png</url><title>Logo</title></image>
<item><title>Port &amp; harbour</title><link>https://quay.example/1</link>
<guid isPermaLink="false">q1</guid>
<media:title>A picture</media:title><pubDate>Wed, 12 Nov 2031 08:00:00 GMT</pubDate></item>
<item><guid>https://quay.example/2</guid><description>No title &nbsp; here</description></item>
<item><title>No address</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">The Quay</title>
<link rel="self" href="/atom"/><entry><title>Port</title><id>tag:quay,1</id>
<link rel="edit" href="/edit/1"/><link rel="alternate" href="/1"/>
<updated>2031-11-12T08:00:00Z</updated>
<source><title>Other</title></source></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Quay</title></channel>
<item rdf:about="https://quay.example/1"><title>Port</title><link>https://quay.example/1</link>
<dc:date>2031-11-12</dc:date></item></rdf:RDF>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://quay.example/old</loc><lastmod>2030-01-01</lastmod></url>
<url><loc>https://quay.example/new</loc><lastmod>2031-11-12</lastmod></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://quay.example/map-1.xml</loc></sitemap></sitemapindex>"""
JSON = json.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": "The \"Quay\"",
    "items": [{"id": 7, "url": "/1", "title": "Port", "date_published": "2031-11-12T08:00:00Z"},
              "odd", {"id": "x"}],
})  # fmt: skip


def read(text: str | bytes, *, cut: bool = False) -> Feed:
    data = text.encode() if isinstance(text, str) else text
    try:
        return feeds.parsed(base64.b64encode(data).decode(), AT, cut=cut)
    except Unreadable as error:
        assert error.reason == "unparsable"
        return Feed("broken")


def test_rss_as_it_is_met() -> None:
    found = read(RSS)
    assert (found.kind, found.title, found.minutes, found.more) == ("feed", "The Quay", 45.0, False)
    assert [(e.url, e.id, e.title) for e in found.entries] == [
        ("https://quay.example/1", "q1", "Port & harbour"),
        ("https://quay.example/2", "https://quay.example/2", None),
    ]
    assert found.entries[0].published == "Wed, 12 Nov 2031 08:00:00 GMT"


@pytest.mark.parametrize("text", [ATOM, RDF, JSON], ids=["atom", "rdf", "json"])
def test_each_form_gives_the_same_entry(text: str) -> None:
    found = read(text)
    (entry,) = found.entries
    assert (found.kind, entry.url, entry.title) == ("feed", "https://quay.example/1", "Port")
    assert (entry.published or "").startswith("2031-11-12")
    assert (found.title or "").replace('"', "") == "The Quay"


def test_a_sitemaps_newest_page_comes_first() -> None:
    found = read(SITEMAP)
    assert found.kind == "sitemap"
    assert [e.url.rpartition("/")[2] for e in found.entries] == ["new", "old"]
    assert (read(INDEX).kind, read(INDEX).entries[0].url) == (
        "index", "https://quay.example/map-1.xml",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "words", "<html><body><p>A page.", "{", "[]", "<a", "\0\0"])
def test_what_is_no_feed_is_none(text: str) -> None:
    assert read(text).kind == "none" and not read(text).entries


def test_a_broken_feed_gives_what_stands_before_the_break() -> None:
    for text in (RSS, ATOM, RDF, JSON):
        whole = read(text).entries
        assert read(text[: text.rindex("2031") + 60], cut=True).entries[:1] in (whole[:1], ())
    assert len(read(RSS[: RSS.index("No title")]).entries) >= 1
    assert read(JSON[: JSON.index('"odd"')], cut=True).entries == read(JSON).entries


def test_only_web_addresses_are_entries() -> None:
    bad = "".join(
        f"<item><link>{link}</link></item>"
        for link in ("javascript:alert(1)", "file:///etc/passwd", "//quay.example/ok")
    )
    assert [e.url for e in read(f"<rss><channel>{bad}").entries] == ["https://quay.example/ok"]


LAUGHS = (
    '<!DOCTYPE r [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghij"))
    + "]><rss><channel><item><title>&j;</title><link>https://quay.example/1</link>"
)  # fmt: skip


def test_entities_are_neither_expanded_nor_loaded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    outside = (
        f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY % y SYSTEM '
        f'"{secret.as_uri()}">%y;]><rss><channel><item><title>&x;</title>'
        "<link>https://quay.example/1</link></item></channel></rss>"
    )
    for text in (LAUGHS, outside):
        began = time.monotonic()
        found = read(text)
        assert time.monotonic() - began < 10
        assert len(found.entries) <= 1 and "secret" not in repr(found)
        assert all(len(e.title or "") < 100 for e in found.entries)


def test_a_million_items_cost_no_more_than_the_first_thousand() -> None:
    item = "<item><title>Port {}</title><link>https://quay.example/{}</link></item>"
    body = ("<rss><channel>" + "".join(item.format(n, n) for n in range(100_000))).encode()
    tracemalloc.start()
    found = read(body * 2, cut=True)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found.entries) == feeds.MOST and found.more
    assert peak < 6 * len(body) * 2  # base64 and bytes, no tree
    many = json.dumps({"items": [{"url": f"/{n}"} for n in range(50_000)]})
    assert len(read(many[:-9], cut=True).entries) == feeds.MOST


def test_the_child_reads_feeds_too() -> None:
    given_ = {"body": base64.b64encode(RSS.encode()).decode(), "url": AT}
    assert cell.ask(Feed, AT, "feed", given_, Settings()) == read(RSS)


@given(
    st.binary(max_size=300), st.sampled_from([RSS, ATOM, RDF, SITEMAP, JSON]), st.integers(0, 600)
)
def test_no_bytes_make_it_fail(noise: bytes, text: str, at: int) -> None:
    data = text.encode()
    found = read(data[:at] + noise + data[at:])
    assert all(e.url.startswith("http") for e in found.entries)


ITEM = "<rss><channel><item>{}<link>https://quay.example/1</link></item></channel></rss>"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (ITEM.format("<title>Port & quay</title>"), "Port & quay"),
        (ITEM.format("<title>Port&nbsp;&amp;&mdash;</title>"), "Port &—"),
        (ITEM.format("<title>Café</title>").encode("cp1252"), "Café"),
        (ITEM.format("<title>Порт</title>").encode("utf-16"), "Порт"),
        ('<?xml version="1.0" encoding="latin-1"?>' + ITEM.format("<title>Порт</title>"), "Порт"),
        ("Warning: on line 3\n" + ITEM.format("<title>Port</title>"), "Port"),
        (ITEM.format("<media:title>Picture</media:title><title>Port</title>"), "Port"),
        (ITEM.format("<title>Port\x0b\x08</title>"), "Port"),
    ],
    ids=["ampersand", "names", "undeclared", "utf-16", "lying", "warning", "prefix", "control"],
)
def test_what_feeds_break_is_mended(text: str | bytes, title: str) -> None:
    (entry,) = read(text).entries
    assert (entry.url, " ".join((entry.title or "").split())) == ("https://quay.example/1", title)


def test_an_address_keeps_its_bare_ampersands() -> None:
    (entry,) = read("<rss><channel><item><link>https://quay.example/?a=1&b=2</link></item>").entries
    assert entry.url == "https://quay.example/?a=1&b=2"


def test_an_item_that_does_not_end_costs_no_other() -> None:
    text = "<rss><channel><item><link>/1</link><item><link>/2</link></item></channel></rss>"
    assert [e.url[-2:] for e in read(text).entries] == ["/1", "/2"]


def test_addresses_are_relative_to_their_own_base_and_the_pages_goes_before_the_files() -> None:
    text = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/a/">
    <entry xml:base="b/"><id>x:1</id><link rel="alternate" type="application/pdf" href="c.pdf"/>
    <link rel="alternate" type="text/html" href="c"/></entry></feed>"""
    assert read(text).entries[0].url == "https://quay.example/a/b/c"


def test_a_feed_that_is_the_name_of_a_file_opens_none(tmp_path: Path) -> None:
    kept = tmp_path / "rss"
    kept.write_text(RSS)
    assert read(str(kept)).kind == "none"
    assert read(f"{kept}\n<rss >".encode()).entries == ()


def test_a_misspelt_end_costs_nothing() -> None:
    text = ITEM.format("<title>Port</titel>").replace("</channel>", "<item><link>/2</link></item>")
    assert [e.url[-2:] for e in read(text).entries] == ["/1", "/2"]


def test_a_feed_that_fells_the_parser_is_read_with_its_tags_in_order() -> None:
    text = (
        "<rss verort</ay</title><item><title><link>h2ttps://<feed><entry/></feequay.example/1</link>"
        "</ort</ay</title><ititem><item><link>/1</link></item></channel></rss>"
    )
    assert [e.url[-2:] for e in read(text).entries] in (["/1"], [])


def test_an_empty_feed_is_one_and_a_broken_one_says_so() -> None:
    for text in ("<rss><channel></channel></rss>", "<feed xmlns='http://www.w3.org/2005/Atom'/>"):
        assert (read(text).kind, read(text).entries) == ("feed", ())
    assert read("<rss><channel><title>The Quay</title><item").kind == "broken"
    body = base64.b64encode(b"<rss><channel><item").decode()
    with pytest.raises(Unreadable, match="broken before its first item"):
        cell.ask(Feed, AT, "feed", {"body": body, "url": AT}, Settings())
