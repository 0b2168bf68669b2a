"""The reader, loaded once for all tests of reading, and a way to hand it a few sentences."""

from __future__ import annotations

import pytest

from fogline import reading
from fogline.model import Claim, Reading
from fogline.reading.reader import Reader
from fogline.settings import Settings
from tests.reading.sentences import DAY, One, Read, at, document


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader by its rules alone, whose tests these are: a second to load, so once a session."""
    return reading.load(Settings(), heads=False)


@pytest.fixture(scope="session")
def whole() -> Reader:
    """The reader as it ships: rules and learned heads, in this process."""
    return reading.load(Settings(workers=1))


@pytest.fixture(scope="session")
def read(reader: Reader) -> Read:
    """Read a text as a document of one part: `read(text, role="headline", published=None)`."""

    def reads(text: str, *, role: str = "body", published: str | None = DAY) -> Reading:
        return reader.read(document(text, role=role, published=published))

    return reads


@pytest.fixture(scope="session")
def claim(read: Read) -> One:
    """Read a text and return its one claim at a word: `claim(text, "shelled")`."""

    def one(text: str, trigger: str, *, role: str = "body", published: str | None = DAY) -> Claim:
        return at(read(text, role=role, published=published).claims, trigger)

    return one
