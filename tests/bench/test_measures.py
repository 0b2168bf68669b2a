"""The benchmarks beside the gold: each stays above what was reached."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench import facts, factuality, places, plover

PLOVER = {"category": 0.85, "actors": 0.775}
FACTS = {"location": 0.915, "actor": 0.93, "toll": 0.895}
FACTUALITY = 0.855
GEOVIRUS = {"end_to_end161": 0.78, "accuracy161": 0.85, "f1": 0.90}
UCDP = {"resolved": 0.80, "near": 0.84}


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


@pytest.mark.shared
def test_places_of_news_are_found_and_put_where_they_are() -> None:
    if not places.GEO.exists():
        pytest.skip(f"no {places.GEO}")
    found = places.compared()
    best = max(row["end_to_end161"] for name, row in found.items() if name != "fogline")
    assert found["fogline"]["end_to_end161"] > best
    for name, floor in GEOVIRUS.items():
        assert found["fogline"][name] >= floor, name


@pytest.mark.shared
def test_phrases_of_place_lie_where_the_coders_put_them_and_never_abroad() -> None:
    if not places.UCDP.exists():
        pytest.skip(f"no {places.UCDP}")
    outcomes = list(places.read_phrases(places.fine_rows()))
    resolved = [o for o in outcomes if o.km is not None]
    near = [o for o in resolved if o.km is not None and o.km <= places.NEAR_KM]
    assert len(resolved) / len(outcomes) >= UCDP["resolved"]
    assert len(near) / len(resolved) >= UCDP["near"]
    assert not any(o.abroad for o in outcomes)
