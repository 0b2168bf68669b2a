"""The page on how reading decides: its example is read as it says, its files are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fogline.model import Claim
from tests.conftest import ROOT
from tests.reading.sentences import Read, chain, texts

PAGE = ROOT / "docs" / "reading.md"
READING = ROOT / "src" / "fogline" / "reading"


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def test_the_worked_example_is_read_as_the_page_says(page: str, read: Read) -> None:
    (sentence,) = re.findall(r"^> (.+)$", page, flags=re.MULTILINE)
    table = page.partition("| field | value | why |")[2].partition("\n\n")[0]
    told = dict(re.findall(r"^\| (\w+) \| (.+?) \|", table, flags=re.MULTILINE))
    (claim,) = read(sentence, published="2024-03-06").claims
    assert told == as_table(claim)


def as_table(claim: Claim) -> dict[str, str]:
    """Return a claim in the words of the page's table."""
    killed = claim.casualties.killed
    assert killed is not None
    assert killed.max is None
    assert claim.when.start == claim.when.end
    return {
        "trigger": claim.trigger.text,
        "event": claim.event,
        "mode": str(claim.mode),
        "actors": ", ".join(texts(claim.actors)),
        "recipients": ", ".join(texts(claim.recipients)),
        "places": ", ".join(texts(claim.places)),
        "when": str(claim.when.start),
        "attribution": ", ".join(chain(claim)),
        "status": claim.status,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "hedges": ", ".join(texts(claim.hedges)),
        "killed": f"{killed.min} or more",
        "loaded": ", ".join(texts(claim.loaded)),
    }


def test_every_file_that_the_page_names_is_there(page: str) -> None:
    named = set(re.findall(r"`((?!tests/)[\w/-]+\.(?:py|csv))`", page))
    there = {p.relative_to(READING).as_posix() for p in READING.rglob("*.*")}
    there |= {Path(name).relative_to("lexicon").as_posix() for name in there if "lexicon/" in name}
    there |= {name.removeprefix("triggers/") for name in there}
    assert named - there == set()


def test_every_room_is_on_the_map(page: str) -> None:
    for room in READING.iterdir():
        if room.is_dir() and room.name != "__pycache__":
            assert f"`{room.name}/`" in page, f"docs/reading.md does not tell of {room.name}/"


def test_every_lexicon_is_named_on_the_page(page: str) -> None:
    for path in (READING / "lexicon").iterdir():
        name = f"{path.name}/" if path.is_dir() else path.name
        assert name in page, f"docs/reading.md does not tell of lexicon/{name}"
