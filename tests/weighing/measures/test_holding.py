"""Words for holding a place, beside who holds it."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from fogline.weighing.measures.holding import had_held, held_before, holders, without_holders

TABLE = tomllib.loads(
    files("fogline.weighing.measures").joinpath("holding.toml").read_text("utf-8")
)


@pytest.mark.parametrize("kind", TABLE)
def test_every_word_is_read_as_the_one_in_its_example(kind: str) -> None:
    (row,) = TABLE[kind]
    who, _, phrase = row["example"].partition("-")
    for word in row["words"]:
        before = f"{who}-{word} "
        assert without_holders(f"the {before}") == "the "
        assert holders(f"{before}Orlin") == [who] * (kind != "around")
        assert held_before(f"the {before}") == before * (kind != "around")
        assert had_held(f"They had {word} Orlin.") == (kind == "held")
    assert phrase.split()[0] in row["words"]


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("The town had been in their hands since May.", True),
        ("The town had been under the council since May.", True),
        ("The town has been held since May.", False),
        ("The town had been shelled since May.", False),
    ],
)
def test_a_hold_that_was_so_before(sentence: str, before: bool) -> None:
    assert had_held(sentence) is before


def test_what_only_looks_so_names_no_holder() -> None:
    assert holders("Orlin, held by rebels") == []
    assert held_before("rebel-held parts of ") == ""
