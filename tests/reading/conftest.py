"""The reader, loaded once for all tests of reading, and a way to hand it a few sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline import reading
from fogline.model import Claim, Document, Part, Published, Reading, capture_id
from fogline.reading.reader import Reader
from fogline.settings import Settings

DAY = "2024-03-06"  # a Wednesday: invented reports below are published on it


def document(text: str, *, role: str = "body", published: str | None = DAY) -> Document:
    """Return a text as a document of one part."""
    days = Published(published, published, "given") if published else Published()
    part = Part("p1", role, 0, len(text))
    return Document(capture_id(text.encode("utf-8", "surrogatepass")), text, (part,), days)


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader with the shipped model: a second or two to load, so once a session."""
    return reading.load(Settings())


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., Reading]:
    """Read a text as a document of one part: `read(text, role="headline", published=None)`."""

    def reads(text: str, *, role: str = "body", published: str | None = DAY) -> Reading:
        return reader.read(document(text, role=role, published=published))

    return reads


@pytest.fixture(scope="session")
def claim(read: Callable[..., Reading]) -> Callable[..., Claim]:
    """Return the claim of a sentence whose trigger holds a word; fails where there is not one."""

    def one(text: str, trigger: str, **about: str | None) -> Claim:
        claims = read(text, **about).claims
        found = [c for c in claims if trigger in c.trigger.text]
        said = ", ".join(f"{c.trigger.text}={c.event}/{c.mode}" for c in claims) or "nothing"
        assert len(found) == 1, f"{text!r}: one claim at {trigger!r} expected; read: {said}"
        return found[0]

    return one
