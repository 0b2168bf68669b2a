"""What the person who adds something states of it: checked, and set beside what it says itself.

What a document says of itself counts. What was stated counts where it says nothing, and is marked
as stated; where the two differ, a warning of the document gives both.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from fogline.errors import SkipItem
from fogline.intake import dates
from fogline.model import Capture, Document, Published, Stated, to_dict

LONGEST: Final = 200  # characters of a name; of a title and an address, ten times as many
ENDING: Final = "was stated when it was added"
DATE_LINE: Final = "the document's own date line says"  # the reader's, which sees the line


def stated(
    publisher: str | None = None, title: str | None = None, url: str | None = None
) -> Stated | None:
    """Return what is stated, None where nothing is; raises ValueError where it can be none."""
    found = Stated(
        _words("publisher", publisher, LONGEST), _words("title", title, LONGEST * 10), _address(url)
    )
    return found if found != Stated() else None


def handed_in(
    item: Capture | SkipItem, published: str | None, given: Stated | None
) -> Capture | SkipItem:
    """Return a capture with what is stated of it; an error keeps it for when it is tried again."""
    if isinstance(item, Capture):
        return replace(item, stated=given) if given else item
    item.published, item.stated = published, given
    return item


def filled(document: Document, capture: Capture) -> Document:
    """Return a document with what was stated in the place of what it does not say itself."""
    if capture.stated is None:
        return document
    given = {k: v for k, v in to_dict(capture.stated).items() if v is not None}
    missing = {k: v for k, v in given.items() if getattr(document, k) is None}
    warnings = tuple(
        differing(name, own, value)
        for name, value in given.items()
        if name not in missing and not same(own := getattr(document, name), value)
    )
    return replace(
        document, **missing, stated=tuple(missing), warnings=(*document.warnings, *warnings)
    )


def differing(name: str, own: str, value: str) -> str:
    """Return the warning that a document says one thing of itself and another was stated."""
    return f"its own {name} “{own}” counts; “{value}” {ENDING}"


def dated_otherwise(own: Published, given: str) -> str | None:
    """Return the warning that a document is of other days than the date that was handed in."""
    said = dates.published(given, own.basis)
    if said is None or said == own:
        return None
    days = own.earliest if own.earliest == own.latest else f"{own.earliest} to {own.latest}"
    return differing("date", str(days), given)


def disputed(document: Document) -> tuple[str, ...]:
    """Return the warnings that something else was stated than the document says of itself."""
    return tuple(w for w in document.warnings if w.endswith(ENDING) or w.startswith(DATE_LINE))


def not_taken(capture: Capture, standing: Capture) -> str:
    """Say what is stated of bytes and was not when they came in; "" where there is no such thing.

    A date alone says nothing: `--date` is for inputs that give none, and is another one every day.
    """
    if capture.stated is None:
        return ""
    asked, there = _all(capture), _all(standing)
    return "; ".join(
        f"{name} “{value}” was not taken, for it was added with "
        + (f"“{there[name]}”" if there[name] else "none")
        for name, value in asked.items()
        if value is not None and value != there[name]
    )


def same(own: str, value: str) -> bool:
    """Say whether two names or titles are one, but for case and space."""
    return " ".join(own.split()).casefold() == value.casefold()


def _all(capture: Capture) -> dict[str, str | None]:
    return {**to_dict(capture.stated or Stated()), "date": capture.published}


def _words(name: str, given: str | None, longest: int) -> str | None:
    if given is None:
        return None
    words = " ".join(given.split())
    if not words:
        raise ValueError(f"the {name} is empty")
    if len(words) > longest:
        raise ValueError(f"the {name} is longer than {longest:,} characters")
    if not words.isprintable():
        raise ValueError(f"the {name} holds what is no printable character")
    return words


def _address(given: str | None) -> str | None:
    if given is None:
        return None
    try:
        parts = urlsplit(given.strip())
        known = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        known = False
    if (
        not known
        or len(given) > LONGEST * 10
        or any(c.isspace() or not c.isprintable() for c in given.strip())
    ):
        raise ValueError(f"the url {given.strip()!r} is no http:// or https:// address")
    return given.strip()
