"""The floors under which the quality of reading must not fall: kept in a TOML file, held by a test.

A floor is MARGIN under what was measured when it was pinned. Pinning raises floors, keeps those
still reached and, unless told, lowers none. The bundled gold's digest stands beside its floors:
they say nothing of another.
"""

from __future__ import annotations

import hashlib
import math
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from fogline import demo

FILE: Final = Path(__file__).resolve().parents[1] / "tests" / "reading" / "floors.toml"
MARGIN: Final = 0.02
HELD: Final = {
    "detection_f1": ("detection", "f1"),
    "actors": ("actors",),
    "places": ("places",),
    "every_slot_right": ("all_slots_right",),
    "hard_attribution": ("hard", "attribution"),
    "hard_certainty": ("hard", "certainty"),
    "hard_status": ("hard", "status"),
    "hard_polarity": ("hard", "polarity"),
}
_HEAD: Final = """\
# Floors of the quality of reading, {margin} under what was measured when they were pinned.
# Written by `python -m bench.claims --pin`; held by tests/reading/test_floors.py.
"""
Floors = dict[str, dict[str, float]]


def load(path: Path = FILE) -> tuple[str, Floors]:
    """Return the digest of the bundled gold that was measured, and the floors of each corpus."""
    data = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return data.pop("bundled_gold", ""), data


def digest(folder: Path) -> str:
    """Return the SHA-256 of a folder's gold: names and contents, in name order."""
    found = hashlib.sha256()
    for path in sorted(folder.glob("*.gold.json")):
        found.update(path.name.encode() + path.read_bytes())
        found.update(path.with_name(path.name.replace(".gold.json", ".txt")).read_bytes())
    return found.hexdigest()


def measured(figures: Mapping[str, Any]) -> dict[str, float]:
    """Return those figures of a report that have floors."""
    found = {}
    for name, keys in HELD.items():
        value: Any = figures
        for key in keys:
            value = value[key]
        found[name] = value or 0.0
    return found


def below(figures: Mapping[str, Any], floor: Mapping[str, float]) -> list[str]:
    """Return a line for each figure that has fallen under its floor."""
    have = measured(figures)
    return [
        f"{name} is {have[name]:.3f}, its floor {f}" for name, f in floor.items() if have[name] < f
    ]


def pin(
    figures: Mapping[str, Mapping[str, Any]], *, allow_lower: bool, path: Path = FILE
) -> str | None:
    """Write the floors of the corpora measured; the others stay, and so do those still reached.

    Returns what is refused, and writes nothing then: a floor that is no longer reached.
    """
    known, old = load(path)
    held = {} if allow_lower else old
    fallen = [
        f"{name}: {line}"
        for name, report in figures.items()
        for line in below(report, held.get(name, {}))
    ]
    if fallen:
        return "\n".join([*fallen, "nothing was pinned (--allow-lower lowers floors)"])
    new = old | {name: _raised(held.get(name, {}), report) for name, report in figures.items()}
    path.write_text(_toml(digest(demo.gold()) if "bundled" in figures else known, new), "utf-8")
    return None


def _raised(floor: Mapping[str, float], report: Mapping[str, Any]) -> dict[str, float]:
    under = {name: math.floor((have - MARGIN) * 1000) for name, have in measured(report).items()}
    return {name: max(0.0, floor.get(name, 0.0), under[name] / 1000) for name in under}


def _toml(gold: str, floors: Floors) -> str:
    lines = [_HEAD.format(margin=MARGIN), f'bundled_gold = "{gold}"']
    for corpus, values in floors.items():
        lines += ["", f"[{corpus}]", *(f"{name} = {value}" for name, value in values.items())]
    return "\n".join(lines) + "\n"
