"""Floors of quality: pinned a little under what is measured, lowered only when told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench import floors
from fogline import demo


def report(share: float) -> dict[str, Any]:
    """Return figures in which every held one is `share`."""
    hard = dict.fromkeys(("attribution", "certainty", "status", "polarity"), share)
    slots = {"actors": share, "places": share, "all_slots_right": share}
    return {"detection": {"f1": share}, "hard": hard, **slots}


def test_a_pin_lies_a_little_under_what_is_measured(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    assert floors.pin({"bundled": report(0.7)}, allow_lower=False, path=path) is None
    digest, held = floors.load(path)
    assert digest == floors.digest(demo.gold())
    assert set(held["bundled"]) == set(floors.HELD)
    assert all(0.679 <= floor <= 0.68 for floor in held["bundled"].values())
    assert floors.below(report(0.7), held["bundled"]) == []
    assert len(floors.below(report(0.67), held["bundled"])) == len(floors.HELD)


def test_no_floor_is_lowered_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    floors.pin({"bundled": report(0.7), "shared": report(0.6)}, allow_lower=False, path=path)
    before = path.read_text("utf-8")
    refused = floors.pin({"bundled": report(0.6)}, allow_lower=False, path=path)
    assert refused is not None
    assert "bundled: actors is 0.600, its floor" in refused
    assert path.read_text("utf-8") == before
    assert floors.pin({"bundled": report(0.6)}, allow_lower=True, path=path) is None
    _, held = floors.load(path)
    assert held["bundled"]["actors"] < 0.6 < held["shared"]["actors"] + 0.03


def test_a_floor_that_is_still_reached_stays(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    floors.pin({"bundled": report(0.7)}, allow_lower=False, path=path)
    before = floors.load(path)
    assert floors.pin({"bundled": report(0.69)}, allow_lower=False, path=path) is None
    assert floors.load(path) == before


def test_a_corpus_that_was_not_measured_keeps_its_floors(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    floors.pin({"bundled": report(0.7), "shared": report(0.6)}, allow_lower=False, path=path)
    floors.pin({"bundled": report(0.8)}, allow_lower=False, path=path)
    _, held = floors.load(path)
    assert held["shared"]["places"] <= 0.58 < held["bundled"]["places"]


def test_a_figure_of_nothing_has_its_floor_at_nothing(tmp_path: Path) -> None:
    none = report(0.01) | {"hard": dict.fromkeys(report(0)["hard"])}
    path = tmp_path / "floors.toml"
    floors.pin({"bundled": none}, allow_lower=False, path=path)
    _, held = floors.load(path)
    assert set(held["bundled"].values()) == {0.0}


def test_the_digest_sees_every_change(tmp_path: Path) -> None:
    for name, content in (("a.txt", "x"), ("a.gold.json", "{}")):
        (tmp_path / name).write_text(content, encoding="utf-8")
    before = floors.digest(tmp_path)
    (tmp_path / "a.txt").write_text("y", encoding="utf-8")
    assert floors.digest(tmp_path) != before
