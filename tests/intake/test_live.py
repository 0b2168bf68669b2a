"""Live blogs fall into entries, each a part with the instant of its posting."""

from __future__ import annotations

import json

import pytest

from fogline.intake import extract, page

ENTRIES = [
    ("2031-11-12T08:00:00+00:00", "Shelling", "The army shelled the mill, a monitor said."),
    ("2031-11-12T09:30:00+00:00", "Road closed", "The road to Orvelo was closed by the militia."),
    ("2031-11-12T11:15:00+00:00", "Denial", "The ministry denied that it had shelled the mill."),
]
FRAMES = {
    "microdata": (
        '<div itemtype="https://schema.org/LiveBlogPosting" itemscope>%s</div>',
        '<article itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">'
        '<meta itemprop="datePublished" content="{0}"><h2>{1}</h2><p>{2}</p></article>',
    ),
    "blocks": (
        "<main>%s</main>",
        '<article id="block-{1}" class="block"><time datetime="{0}">2h ago</time><h2>{1}</h2>'
        "<div><p>{2}</p></div><button>Share</button></article>",
    ),
    "classes": (
        '<div class="liveblog-list"><ul>%s</ul></div>',
        '<li class="liveblog-entry"><time datetime="{0}">now</time><h3>{1}</h3><p>{2}</p></li>',
    ),
    "generic": (
        '<section id="liveblog-1">%s</section>',
        "<article><h3>{1}</h3><span><time datetime='{0}'>x</time></span><p>{2}</p></article>",
    ),
}
TOP = "<h1>Orvelo live</h1><p>What is known of the fighting around Orvelo today, as it comes.</p>"


def parts(html: str) -> list[tuple[str, str | None, str]]:
    text, layout = page.compose(extract.page(html, None))
    return [(p.role, p.posted, text[p.start : p.end]) for p in layout.parts]


@pytest.mark.parametrize("frame", FRAMES)
def test_each_entry_is_a_dated_part(frame: str) -> None:
    whole, each = FRAMES[frame]
    html = f"<html><head><title>Orvelo live</title></head><body>{TOP}" + whole % "".join(
        each.format(*entry) for entry in ENTRIES
    )
    found = [p for p in parts(html) if p[1] is not None]
    assert found == [("body", at, f"{title}\n\n{text}") for at, title, text in ENTRIES]


def test_entries_may_stand_in_linked_data_alone() -> None:
    rows: list[object] = [
        {"headline": title, "articleBody": f"<p>{text}</p>", "datePublished": at}
        for at, title, text in ENTRIES
    ]
    blog = {"@type": "LiveBlogPosting", "liveBlogUpdate": [*rows, {"headline": 3}, "odd"]}
    data = {"@graph": [blog]}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    found = parts(f"<html><head><title>Orvelo live</title>{script}</head><body>{TOP}</body></html>")
    assert [p[1] for p in found if p[1]] == [at for at, _, _ in ENTRIES]
    assert found[0][0] == "headline"


def test_an_article_with_one_date_is_no_live_blog() -> None:
    html = (
        '<body><article class="block"><time datetime="2031-11-12">12</time><h1>Port</h1>'
        "<p>The port of Orvelo reopened on Monday, the authority said.</p></article></body>"
    )
    assert all(posted is None for _, posted, _ in parts(html))
