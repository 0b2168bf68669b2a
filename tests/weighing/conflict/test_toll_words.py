"""What the words of a sentence say of the number of people harmed that it tells."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from fogline.weighing.conflict.toll_words import says

TABLE = tomllib.loads(
    files("fogline.weighing.conflict").joinpath("toll_words.toml").read_text("utf-8")
)
ROWS = [(kind, row) for kind, rows in TABLE.items() for row in rows]


@pytest.mark.parametrize(("kind", "row"), ROWS, ids=lambda of: str(of)[:40])
def test_a_row_finds_its_example_and_not_what_only_looks_so(kind: str, row: dict[str, Any]) -> None:
    assert says(row["example"], kind)
    assert not says(row["none"], kind)
