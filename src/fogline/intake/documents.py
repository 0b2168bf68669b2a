"""A capture -> a document: one reader for each media type."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from fogline.errors import OverLimit, SkipItem, Unreadable
from fogline.intake import cell, corpus, cues, custody, dates, dump, stated
from fogline.intake.dump import Layout
from fogline.intake.look import Look
from fogline.intake.mail import Letter
from fogline.intake.media import LETTER, SAVED_PAGE
from fogline.model import Capture, Document, Part, Published
from fogline.settings import Settings

_NO_TEXT = "no text was found in it"


def document(capture: Capture, settings: Settings) -> Document:
    """Read a capture into text, metadata and parts.

    Plain text and the `text` of a corpus line stay as they are; of a page, `text` is what was
    extracted. Raises SkipItem with one of the reasons that this package's docstring lists.
    """
    custody.check(capture.body, capture.name, settings.fetch_bytes)
    found = READERS[capture.media_type](capture, settings)
    return replace(stated.filled(found, capture), captured_at=capture.captured_at)


def _plain(capture: Capture, settings: Settings) -> Document:
    decoded = custody.plain_text(capture)
    found = _from_text(capture, decoded.text, settings)
    return _dated(replace(found, warnings=decoded.warnings), capture, None)


def _line(capture: Capture, settings: Settings) -> Document:
    line = corpus.line(capture)
    fields: dict[str, Any] = dict(line.fields)
    if line.html is None:
        found = _from_text(capture, line.text or "", settings, fields.get("title"))
    else:
        found = _from_page(capture, line.html, settings, fields.get("url"))
    found = replace(found, **fields, input_id=line.id, warnings=found.warnings + line.warnings)
    return _dated(found, capture, line.published)


def _page(capture: Capture, settings: Settings) -> Document:
    decoded = custody.page_text(capture)
    if settings.first_look:
        _look(capture.name, decoded.text, settings)
    found = _from_page(capture, decoded.text, settings, capture.url)
    return _dated(replace(found, warnings=decoded.warnings + found.warnings), capture, None)


def _look(name: str, html: str, settings: Settings) -> None:
    """Raise SkipItem ("off-topic") where a first look shows that no conflict is told of."""
    if not cell.ask(Look, name, "look", {"html": html}, settings).relevant:
        raise SkipItem(name, "off-topic", "at a first look it tells of no conflict")


def _letter(capture: Capture, settings: Settings) -> Document:
    said = _mail(capture, settings)
    read = _inner(replace(capture, url=said.url), said, settings)
    said_by = {"title": said.title, "author": said.author, "publisher": said.publisher}
    given: dict[str, Any] = {k: v for k, v in said_by.items() if v}
    return _dated(replace(read, **given), capture, said.date)


def _saved_page(capture: Capture, settings: Settings) -> Document:
    said = _mail(capture, settings)
    return _inner(replace(capture, url=said.url), said, settings)


def _mail(capture: Capture, settings: Settings) -> Letter:
    given = {"body": b64encode(capture.body).decode(), "page": capture.media_type == SAVED_PAGE}
    said = cell.ask(Letter, capture.name, "mail", given, settings)
    if not said.body.strip():
        raise Unreadable(capture.name, "no-text", _NO_TEXT)
    return said


def _inner(capture: Capture, said: Letter, settings: Settings) -> Document:
    """Read the part of a message as if it were the whole; the id stays the message's."""
    kind = "text/html" if said.content_type.startswith("text/html") else "text/plain"
    headers = (("content-type", said.content_type),)
    body = b64decode(said.body)
    return READERS[kind](replace(capture, body=body, headers=headers), settings)


READERS: dict[str, Callable[[Capture, Settings], Document]] = {
    "text/plain": _plain,
    "text/html": _page,
    "application/json": _line,
    LETTER: _letter,
    SAVED_PAGE: _saved_page,
}


def _from_text(
    capture: Capture, text: str, settings: Settings, title: str | None = None
) -> Document:
    _check_length(capture.name, text, settings)
    custody.check_text(text, capture.name)
    said = capture.stated.title if capture.stated else None
    layout = dump.layout(text, title or said)
    return Document(
        id=capture.id,
        text=text,
        parts=layout.parts,
        url=capture.url,
        title=title or _own_title(text, layout.parts, said),
        author=_author(layout, None),
        republished_from=layout.republished_from,
        links=dump.links(text, layout.parts),
    )


def _from_page(capture: Capture, html: str, settings: Settings, url: str | None) -> Document:
    from fogline.intake import page

    found = cell.page(capture.name, html, url, settings)
    text, layout = page.compose(found)
    if not any(p.role in ("body", "comment", "quotation", "lead-in") for p in layout.parts):
        remedy = "save the article's text and read that file"
        raise Unreadable(capture.name, "no-text", _NO_TEXT, remedy=remedy)
    _check_length(capture.name, text, settings)
    about = found.metadata
    return Document(
        id=capture.id,
        text=text,
        parts=layout.parts,
        published=dates.published(about.published, "metadata") or Published(),
        url=url or about.url,
        title=about.title,
        author=_author(layout, about.author),
        publisher=about.publisher,
        language=about.language,
        republished_from=layout.republished_from,
        links=found.links,
    )


def _dated(document: Document, capture: Capture, given: object) -> Document:
    """The input's own date counts; the one handed in beside it where the input has none."""
    warnings = document.warnings
    for value in (given, None if document.published.earliest else capture.published):
        if value in (None, ""):
            continue
        published = dates.published(value, "given")
        if published is not None:
            return _beside(replace(document, published=published, warnings=warnings), capture)
        warnings += (f"the date {str(value)[:40]!r} could not be read",)
    return _beside(replace(document, warnings=warnings), capture)


def _beside(document: Document, capture: Capture) -> Document:
    """Say of a document with its own date that another was handed in."""
    if capture.published is None or document.published.earliest is None:
        return document
    warning = stated.dated_otherwise(document.published, capture.published)
    return replace(document, warnings=(*document.warnings, warning)) if warning else document


def _own_title(text: str, parts: Sequence[Part], said: str | None) -> str | None:
    """Return a text's headline; where a title is stated, only if it is that: which line is one is
    a guess, and keeps its role beside the title.
    """
    own = _headline(text, parts)
    return own if said is None or (own and stated.same(own, said)) else None


def _headline(text: str, parts: Sequence[Part]) -> str | None:
    return next((text[p.start : p.end] for p in parts if p.role == "headline"), None)


def _author(layout: Layout, said: str | None) -> str | None:
    """A byline's name, else the metadata's; the author of a repost's source is not the page's, and
    "Agencies" or "newsroom" are nobody's name.
    """
    names = (name for name in (layout.author, said) if name)
    return next((name for name in names if not cues.match("nobody", name)), None)


def _check_length(name: str, text: str, settings: Settings) -> None:
    if len(text) > settings.text_characters:
        detail = f"more than {settings.text_characters:,} characters of text"
        remedy = "split it, or raise FOGLINE_TEXT_CHARACTERS"
        raise OverLimit(name, "too-large", detail, remedy=remedy)
    if not text.strip():
        raise Unreadable(name, "empty", _NO_TEXT, remedy="give a file with text in it")
