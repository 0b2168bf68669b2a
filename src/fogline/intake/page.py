"""A page's blocks -> the extracted text and its parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from fogline.intake import dump, roles
from fogline.intake.dump import Layout
from fogline.intake.extract import Block, Page
from fogline.model import Part

GAP = "\n\n"


def compose(page: Page) -> tuple[str, Layout]:
    """Return the text of a page, blocks in page order with a blank line between, and its layout."""
    article = roles.assign([b.text for b in page.article], [b.role for b in page.article])
    named = [
        (block.text, Part("", found.role, 0, 0, found.author or block.author))
        for block, found in zip(page.article, article.roles, strict=True)
    ]
    named += [(b.text, Part("", "body", 0, 0, posted=b.posted)) for b in page.live]
    named += [(c.text, _comment(c)) for c in page.comments]
    if page.notice:
        named.append((page.notice, Part("", "notice", 0, 0)))
    parts = dump.numbered(list(_placed(named)))
    text = GAP.join(words for words, _ in named)
    source = article.republished_from
    if source and page.source and not source.url:
        source = replace(source, url=page.source)
    return text, Layout(parts, article.author, source)


def _comment(block: Block) -> Part:
    parent = None if block.parent is None else str(block.parent)
    return Part("", "comment", 0, 0, block.author, parent, block.posted)


def _placed(named: Sequence[tuple[str, Part]]) -> Iterable[Part]:
    at = 0
    for words, part in named:
        yield Part("", part.role, at, at + len(words), part.author, part.parent, part.posted)
        at += len(words) + len(GAP)
