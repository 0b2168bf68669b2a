"""Which kinds of answer are read as what, and which headers are kept beside a capture."""

from __future__ import annotations

LETTER, SAVED_PAGE = "message/rfc822", "multipart/related"  # .eml, and a browser's .mhtml
KEPT_HEADERS = ("content-type", "last-modified", "date", "etag", "content-language")
MEDIA_TYPES = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
    "text/markdown": "text/plain",
}


def of_type(declared: str) -> str | None:
    """Return the media type by which a Content-Type header's value is read; None for no page."""
    return MEDIA_TYPES.get(declared.partition(";")[0].strip().lower())
