"""Who speaks for itself: a party, a body or a monitor, and no outlet."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from fogline.model import Source
from fogline.weighing.parties.publishing import is_own_account, speaks_for_itself
from tests.weighing.newsroom import reading, told

TABLE = tomllib.loads(
    files("fogline.weighing.parties").joinpath("publishing.toml").read_text("utf-8")
)


@pytest.mark.parametrize("name", TABLE["bodies"])
def test_a_body_speaks_for_itself(name: str) -> None:
    assert speaks_for_itself(Source(name, "author"))


@pytest.mark.parametrize("name", TABLE["outlets"])
def test_an_outlet_tells_of_others(name: str) -> None:
    assert not speaks_for_itself(Source(name, "author"))


def test_whom_the_authority_knows_speaks_for_itself_but_no_medium() -> None:
    assert speaks_for_itself(Source("AFC/M23", "author", id="afc"))
    assert not speaks_for_itself(Source("Okapi", "author", id="radio-okapi"))


@pytest.mark.parametrize(
    ("publisher", "cited", "own"),
    [
        ("Orlin Navy", (), True),
        ("Orlin Navy", (Source("we", "self"),), True),
        ("Orlin Navy", (Source("reports", "anonymous"),), False),
        ("Orlin Navy", (Source("the mayor", "official"),), False),
        ("Orlin Post", (), False),
        (None, (), False),
    ],
)
def test_what_others_told_it_is_not_its_own_word(
    publisher: str | None, cited: tuple[Source, ...], *, own: bool
) -> None:
    """A navy's word on its own strike was marked as resting on no named source."""
    text = "The fleet shelled the port."
    claim = {"sentence": text, "trigger": "shelled", "by": cited}
    page = told(reading(text, publisher), claim)
    assert is_own_account(page.claims[0]) is own
