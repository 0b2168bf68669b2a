"""A few invented sentences as a document, and what a test asks of the claims read from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

import pytest

from fogline.model import Claim, Document, Part, Published, Reading, Source, capture_id

DAY = "2024-03-06"  # a Wednesday: the invented reports are published on it
Read = Callable[..., Reading]
One = Callable[..., Claim]


class Named(Protocol):
    """Anything that stands in the text by its words."""

    @property
    def text(self) -> str: ...


def document(text: str, *, role: str = "body", published: str | None = DAY) -> Document:
    """Return a text as a document of one part."""
    part = Part("p1", role, 0, len(text))
    return of_parts(text, (part,), published=published)


def of_parts(text: str, parts: tuple[Part, ...], *, published: str | None = DAY) -> Document:
    """Return a text with its parts as a document."""
    days = Published(published, published, "given") if published else Published()
    return Document(capture_id(text.encode("utf-8", "surrogatepass")), text, parts, days)


def at(claims: Iterable[Claim], trigger: str) -> Claim:
    """Return the one claim whose trigger holds a word; fails where there is not one."""
    claims = tuple(claims)
    found = [c for c in claims if trigger in c.trigger.text]
    assert len(found) == 1, f"one claim at {trigger!r} expected; read: {told(claims)}"
    return found[0]


def told(claims: Iterable[Claim]) -> str:
    """Return claims in short, for the message of a failed test."""
    return ", ".join(f"{c.trigger.text}={c.event}/{c.mode}" for c in claims) or "nothing"


def texts(named: Iterable[Named]) -> list[str]:
    """Return the words of mentions, in order."""
    return [item.text for item in named]


def chain(claim: Claim) -> list[str]:
    """Return the sources that a claim's author cites, outermost first."""
    return texts(cited(claim))


def cited(claim: Claim) -> list[Source]:
    """Return the chain of sources without the author's own link."""
    return [source for source in claim.attribution if source.kind not in {"author", "self"}]


def marked(row: dict[str, str], not_yet: Iterable[str]) -> Any:
    """Return a lexicon row as a test's parameter, named by its example; a known limit is marked."""
    limit = pytest.mark.xfail(strict=False, reason="a known limit of the reader")
    marks = [limit] if row["example"] in not_yet else []
    return pytest.param(row, id=row["example"], marks=marks)
