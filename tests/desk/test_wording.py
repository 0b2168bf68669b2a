"""Neutral lines: every category and mode has words, and an example that shows them."""

from __future__ import annotations

import csv
import json
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.desk.wording import neutral, phrase, phrases, summary
from fogline.ledger import Ledger
from fogline.model import Loaded

ROWS = list(
    csv.DictReader(
        resources.files("fogline.desk").joinpath("phrases.csv").read_text("utf-8").splitlines()
    )
)


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['category']}-{r['mode']}")
def test_every_phrase_stands_in_its_example(row: dict[str, str]) -> None:
    """The example begins with the phrase and joins a slot with one of its words."""
    assert row["example"].startswith(row["phrase"])
    words = {row["actor_word"], row["recipient_word"], row["place_word"]}
    assert words & set(row["example"].removeprefix(row["phrase"]).split())


def test_the_table_has_every_category_of_the_contract(shared: Path) -> None:
    """And each one without a mode, to fall back on."""
    schema = json.loads((shared / "contract" / "claims.schema.json").read_text("utf-8"))
    categories = schema["$defs"]["claim"]["properties"]["event"]["enum"]
    assert {c for c, m in phrases() if not m} == set(categories)
    assert phrase("AID", "no such mode") == phrase("AID", None)


def test_loaded_words_do_not_reach_the_summary(seeded: Path) -> None:
    """ "Liberated" is coded as a capture, and an actor's loaded name is made neutral."""
    with Ledger.open(seeded, read_only=True) as ledger:
        claims = [c for _, c in ledger.claims() if c.loaded]
    assert [summary(c.event, c.mode, c).line for c in claims] == ["Capture of Minyan by army"]
    assert neutral("Regime troops", (Loaded("regime", "government"),)) == "government troops"


@given(st.text(), st.text(min_size=1), st.text())
def test_neutral_takes_any_words(text: str, word: str, term: str) -> None:
    """Loaded words are data: none of their characters is read as a pattern or a reference."""
    found = neutral(text, (Loaded(word, term),))
    assert found == text or term in found
