"""What the words of a sentence say of the number of people harmed that it tells."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest

from fogline.weighing.conflict.toll_words import (
    are_besides,
    are_of_them,
    counts_among,
    is_of_the_harmed,
    others,
    says,
)

TABLE = tomllib.loads(
    files("fogline.weighing.conflict").joinpath("toll_words.toml").read_text("utf-8")
)
ROWS = [(kind, row) for kind, rows in TABLE.items() for row in rows]
# What asks for the words that make others.
ASKS: dict[str, Callable[[str], bool]] = {
    "added": lambda people: are_besides(people) and others(people) == {5},
    "others": lambda people: are_besides(people) and others(people) == {5},
    "of_them": are_of_them,
    "among": counts_among,
    "including": lambda told: is_of_the_harmed(told, told.index("dead"), told.index("dead") + 4),
}


@pytest.mark.parametrize(("kind", "row"), ROWS, ids=lambda of: str(of)[:40])
def test_a_row_finds_its_example_and_not_what_only_looks_so(kind: str, row: dict[str, Any]) -> None:
    found = ASKS.get(kind, lambda text: says(text, kind))
    assert found(row["example"])
    assert not found(row["none"])


@pytest.mark.parametrize("kind", ASKS)
def test_so_it_does_with_each_other_word(kind: str) -> None:
    (row,) = TABLE[kind]
    held = max((word for word in row["words"] if word in row["example"]), key=len)
    assert all(ASKS[kind](row["example"].replace(held, word)) for word in row["words"])


@pytest.mark.parametrize(
    ("people", "numbers"),
    [
        ("another five people", {5}),
        ("12 more guards and 3 others", {12, 3}),
        ("five more than on Monday", set()),
        ("the other guards", set()),
    ],
)
def test_how_many_come_on_top(people: str, numbers: set[float]) -> None:
    assert others(people) == numbers
