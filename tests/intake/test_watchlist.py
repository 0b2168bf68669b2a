"""Lists of what to follow: OPML and TOML, the example among them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from fogline.errors import StopRun
from fogline.intake import watchlist

OPML = b"""<?xml version="1.0"?><opml version="2.0"><body><outline text="Group">
<outline type="rss" text="The Quay" xmlUrl="https://quay.example/feed" htmlUrl="https://quay.example"/>
<outline title="Other" XMLURL="https://other.example/rss"/></outline></body></opml>"""


def test_the_example_holds_many_feeds_of_all_sides() -> None:
    found = watchlist.parse(watchlist.example().encode(), "example")
    assert len(found) >= 60
    assert all(f.title and urlsplit(f.url).hostname for f in found)
    assert len({f.url for f in found}) == len(found)
    abouts = watchlist.example().count("about = ")
    assert abouts == len(found)


def test_outlines_with_an_address_are_feeds() -> None:
    found = watchlist.parse(OPML, "a.opml")
    assert [(f.url, f.title) for f in found] == [
        ("https://quay.example/feed", "The Quay"),
        ("https://other.example/rss", "Other"),
    ]


def test_a_table_may_say_more(tmp_path: Path) -> None:
    path = tmp_path / "list.toml"
    path.write_text('[[feed]]\nurl = " https://quay.example/live"\nkind = "page"\nminutes = 2.5\n')
    (found,) = watchlist.read(path)
    assert (found.url, found.kind, found.minutes) == ("https://quay.example/live", "page", 2.5)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no feeds"), ("feed = 3", "no list"), ("[[feed]]", "`url`"), ("[[feed]\n", "TOML"),
        ("[[feed]]\nurl='http://[::1'", "`url`"), ("[[feed]]\nurl='https://'", "`url`"),
        ("[[feed]]\nurl='file:///etc/passwd'", "`url`"), ("<opml", "OPML"), ("<a/>", "no feeds"),
        ("[[feed]]\nurl='https://a.example'\nkind='radio'", "`kind`"),
        ("[[feed]]\nurl='https://a.example'\nminutes=0.1", "`minutes`"),
        ("[[feed]]\nurl='https://a.example'\nminutes=nan", "`minutes`"),
        ("[[feed]]\nurl='https://a.example'\nminute=3", "`minute`"),
        ('<!DOCTYPE a [<!ENTITY x "y">]><outline xmlUrl="&x;"/>', "`url`"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_says_which_and_why(text: str, said: str) -> None:
    with pytest.raises(StopRun) as caught:
        watchlist.parse(text.encode(), "list")
    assert said in str(caught.value) and "\n" not in str(caught.value)
