"""HTML -> blocks by role, in page order. Runs in the child process, for pages may be hostile.

The article is trafilatura's; thread, captions, headline, kicker and byline are read from the
markup, which trafilatura flattens or leaves out.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from fogline.intake import cues, live, metadata, thread
from fogline.intake.markup import words
from fogline.intake.metadata import Metadata
from fogline.intake.schemes import Comment

BYLINE_WORDS, CAPTION_WORDS, KICKER_WORDS = 15, 120, 5
BYLINE_REACH = 600  # characters below the headline in which a byline is looked for
KEY = 60  # characters by which a paragraph is found again in the page

_HEADINGS = "h1, h2, h3, .entry-title, .post-title, [itemprop=headline]"
_CAPTIONS = "figcaption, .wp-caption-text, .caption, [class*=caption]"
_BYLINES = "[class*=byline], [rel~=author], [itemprop=author], .entry-author, .post-author, .author"
_KICKERS = (
    "[class*=kicker], [class*=eyebrow], [class*=overline], .section-label, .section-name, "
    ".category, .cat-links, .entry-category, .post-category"
)
_ASIDE = {"nav", "aside", "footer"}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (or a comment) with its role; None where only its words can tell."""

    text: str
    role: str | None = None
    author: str | None = None
    posted: str | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart; `article` and `comments` are in page order.

    `source` is the address that the page's note of reprint links to; `live` are the paragraphs of
    a live blog's entries, each with the instant of its entry.
    """

    metadata: Metadata
    article: tuple[Block, ...]
    comments: tuple[Block, ...]
    notice: str | None
    links: tuple[str, ...]
    source: str | None = None
    live: tuple[Block, ...] = ()


def page(html: str, url: str | None) -> Page:
    """Take a page apart; `url` makes its relative links whole."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    notice = thread.notice(tree)
    comments = [_comment(c) for c in thread.take(tree)]
    about = metadata.metadata(tree, url)
    entries = [
        Block(line, "body", None, u.posted) for u in live.take(tree) for line in u.paragraphs
    ]
    body, flat = _article(tree.html or "", about.url, comments=not comments)
    comments = comments or [Block(t, "comment") for t in flat if not cues.match("form", t)]
    article, title = _with_markup(tree, body, about)
    about = replace(about, title=title)
    told = {b.text for b in entries}
    article = [b for b in article if b.text not in told]
    if entries and title and not article:
        article = [Block(title, "headline")]
    cited = {b.text for b in body if not cues.match("related", b.text)}
    links = tuple(_links(tree, cited, about.url))
    reposts = {b.text for b in body if cues.match("repost", b.text)}
    source = next(_links(tree, reposts, about.url), None)
    return Page(about, tuple(article), tuple(comments), notice, links, source, tuple(entries))


def warm() -> None:
    """Import and set up what `page` needs, so that the first page's time is its own."""
    page("<html><body><article><p>One sentence of text.</p></article></body></html>", None)


def _comment(found: Comment) -> Block:
    return Block(found.text, "comment", found.author, found.posted, found.parent)


def _article(html: str, url: str | None, *, comments: bool) -> tuple[list[Block], list[str]]:
    """Return trafilatura's main text and, where asked, the comments that it finds."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(html, url=url, include_comments=comments)
    if found is None or isinstance(found, dict) or found.body is None:
        return [], []
    blocks = [b for b in _blocks(found.body) if any(c.isalnum() for c in b.text)]
    flat = _blocks(found.commentsbody) if found.commentsbody is not None else ()
    return _told_apart(blocks), [b.text for b in flat]


def _blocks(element: Any) -> Iterator[Block]:
    for child in element:
        if child.tag in ("list", "table", "div"):
            yield from _blocks(child)
        elif child.tag == "row":
            cells = (_flat(cell) for cell in child)
            yield Block(" | ".join(c for c in cells if c))
        else:
            role = "quotation" if child.tag == "quote" else None
            for line in _flat(child).split("\n"):
                yield Block(line, role)
        if child.tail and child.tail.strip():
            yield Block(" ".join(child.tail.split()))


def _flat(element: Any) -> str:
    for gap in element.iter("lb", "p", "item", "head"):
        if gap is not element:
            gap.tail = "\n" + (gap.tail or "")
    lines = ("".join(element.itertext())).split("\n")
    return "\n".join(words for line in lines if (words := " ".join(line.split())))


def _told_apart(blocks: list[Block]) -> list[Block]:
    """A page that stands in one block quotation from end to end quotes nobody: it is the body;
    but not where somebody else signs the quotation.
    """
    if (signed := _signed(blocks)) is not None:
        return signed
    quoted = sum(len(b.text) for b in blocks if b.role == "quotation")
    if quoted * 2 > sum(len(b.text) for b in blocks):
        return [replace(b, role=None) for b in blocks]
    return blocks


def _signed(blocks: list[Block]) -> list[Block] | None:
    """Return the blocks with who signs a quotation as its author; None where nobody does."""
    done, author = [], None
    for block in reversed(blocks):
        found = cues.match("signature", block.text) if block.role == "quotation" else None
        author = found.author if found else author if block.role == "quotation" else None
        role = "boilerplate" if found else block.role
        done.append(replace(block, role=role, author=None if found else author))
    return done[::-1] if any(b.author for b in done) else None


def _with_markup(tree: Any, body: list[Block], about: Metadata) -> tuple[list[Block], str | None]:
    """Add what the markup tells: headline, kicker, byline, captions, each in its place."""
    heading = _heading(tree, about.title)
    title = words(heading).replace("\n", " ") if heading is not None else about.title
    if not body:
        return [], title
    kicker = _kicker(heading) if heading is not None else None
    body = [b for b in body if not _is_any(b.text, (title, kicker))]
    whole = " ".join(words(tree.body).split()) if tree.body is not None else ""
    top = max(0, whole.find(title)) if title and heading is not None else 0
    captions = [c for c in _captions(tree) if not _is_any(c, (title, kicker))]
    body = _told_once([_as_caption(b, captions) for b in body])
    placed = list(zip(_placed(whole, body, top), body, strict=True))
    in_place = _inserted(whole, placed, captions, top)
    head = [Block(title, "headline")] if title else []
    head = ([Block(kicker, "kicker")] if kicker else []) + head
    byline = _byline(tree, whole, top, [b.text for b in body[:4]])
    return [*head, *([Block(byline, "byline")] if byline else []), *(b for _, b in in_place)], title


def _is_any(text: str, others: Iterable[str | None]) -> bool:
    plain = " ".join(text.split()).casefold()
    return any(other and plain == " ".join(other.split()).casefold() for other in others)


def _heading(tree: Any, title: str | None) -> Any:
    """Return the visible heading that the page's title names; without a title, the first h1."""
    if title is None:
        return tree.css_first("h1")
    best, rank = None, 0.0
    for node in tree.css(_HEADINGS):
        said = " ".join(words(node).split())
        score = _likeness(said, title) + (0.1 if node.tag == "h1" else 0.0)
        if score > max(rank, 0.5):
            best, rank = node, score
    return best


def _likeness(said: str, title: str | None) -> float:
    """Share of words that a heading and the title have in common, 0-1."""
    have, want = set(said.casefold().split()), set((title or "").casefold().split())
    if not have or not want or len(have) > 4 * len(want):
        return 0.0
    return 2 * len(have & want) / (len(have) + len(want))


def _placed(whole: str, body: list[Block], top: int) -> list[int]:
    """Return where each paragraph begins in the page's text; one not found follows the last."""
    places: list[int] = []
    at = top
    for block in body:
        found = whole.find(block.text[:KEY], at)
        at = found if found >= 0 else at
        places.append(at)
    return places


def _captions(tree: Any) -> list[str]:
    found: list[str] = []
    for node in tree.css(_CAPTIONS):
        said = " ".join(words(node).split())
        if 3 <= len(said.split()) <= CAPTION_WORDS and not _is_aside(node) and said not in found:
            found.append(said)
    return [c for c in found if not any(c != o and c in o for o in found)]


def _is_aside(node: Any) -> bool:
    while node is not None and node.tag not in ("article", "main", "body", "html"):
        if node.tag in _ASIDE:
            return True
        node = node.parent
    return False


def _as_caption(block: Block, captions: list[str]) -> Block:
    is_one = len(block.text) > 10 and any(block.text in c for c in captions)
    return replace(block, role="caption") if is_one else block


def _told_once(body: list[Block]) -> list[Block]:
    """Leave out a caption that the paragraph before it already holds (alt text, zoomed picture)."""
    before = ["", *(b.text for b in body)]
    pairs = zip(before, body, strict=False)
    return [b for text, b in pairs if b.role != "caption" or b.text not in text]


def _inserted(
    whole: str, placed: list[tuple[int, Block]], captions: list[str], top: int
) -> list[tuple[int, Block]]:
    """Put the captions that the article lacks before the paragraph that follows them."""
    end = placed[-1][0] if placed else 0
    for caption in captions:
        at = whole.find(caption[:KEY], top)
        if not top <= at <= end or any(caption[:KEY] in b.text for _, b in placed):
            continue
        before = next((n for n, (place, _) in enumerate(placed) if place > at), len(placed))
        placed.insert(before, (at, Block(caption, "caption")))
    return placed


def _kicker(heading: Any) -> str | None:
    """Return the section's name that stands just above the headline."""
    node = heading
    for _ in range(3):
        node = node.parent
        if node is None or node.tag in ("body", "html", "main"):
            return None
        for found in node.css(f"{_KICKERS}, {heading.tag}"):
            if found.mem_id == heading.mem_id:
                break
            said = " ".join(words(found).split())
            if 0 < len(said.split()) <= KICKER_WORDS:
                return said
    return None


def _byline(tree: Any, whole: str, top: int, first: list[str]) -> str | None:
    for node in tree.css(_BYLINES):
        said = " ".join(words(node).split())
        if not 0 < len(said.split()) <= BYLINE_WORDS or _is_aside(node):
            continue
        at = whole.find(said, top)
        if 0 <= at <= top + BYLINE_REACH and not any(said in text for text in first):
            return said
    return None


def _links(tree: Any, paragraphs: set[str], url: str | None) -> Iterator[str]:
    """Yield the http(s) addresses that the article's own paragraphs cite, each once."""
    if not paragraphs:
        return
    seen: set[str] = set()
    cited: dict[int, bool] = {}
    for anchor in tree.css("a[href]"):
        paragraph = _paragraph(anchor)
        if paragraph is None:
            continue
        if paragraph.mem_id not in cited:
            said = " ".join(words(paragraph).split())
            cited[paragraph.mem_id] = said in paragraphs
        if not cited[paragraph.mem_id]:
            continue
        href = metadata.whole(url, anchor.attributes.get("href") or "")
        if href and href not in seen:
            seen.add(href)
            yield href


def _paragraph(node: Any) -> Any:
    """Return the paragraph that a link stands in."""
    for _ in range(6):
        node = node.parent
        if node is None or re.fullmatch(r"p|li|blockquote|dd|td|h[2-6]", node.tag):
            return node
    return None
