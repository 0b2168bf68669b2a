"""The benchmarks beside the gold: each stays above what was reached."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench import facts, factuality, plover

PLOVER = {"category": 0.80, "actors": 0.70}
FACTS = {"location": 0.88, "actor": 0.84, "toll": 0.84}
FACTUALITY = 0.80


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSONL file; skip where it does not lie beside the repository."""
    if not path.exists():
        pytest.skip(f"no {path}: what is measured on it is skipped")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.shared
def test_plovers_examples_are_read_in_their_category() -> None:
    if not plover.SENTENCES.exists():
        pytest.skip(f"no {plover.SENTENCES}")
    examples = json.loads(plover.SENTENCES.read_text(encoding="utf-8"))
    found = plover.measure([row for row in examples if "text" in row])
    assert found["category"] >= PLOVER["category"]
    assert found["actors"] >= PLOVER["actors"]


@pytest.mark.shared
def test_the_crowds_main_event_is_among_the_attacks() -> None:
    found = facts.measure(rows(facts.ARTICLES))
    for slot, floor in FACTS.items():
        right, all_ = found[slot]
        assert right / all_ >= floor, slot


@pytest.mark.shared
def test_what_happened_is_told_from_what_did_not() -> None:
    assert factuality.measure(rows(factuality.FOLDER / "test.jsonl"))["agree"] >= FACTUALITY
