"""How likely, and how well founded: two things that ICD 203 keeps apart, in its own words."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from fogline.weighing.wording import tokens

WHOLE = 0.9  # width of a band from which it says nothing
UNSTATED = "not stated"


def likelihood(probability: tuple[float, float] | None) -> str:
    """Return ICD 203's term for the middle of a band; a band over nearly everything states none."""
    if probability is None or probability[1] - probability[0] >= WHOLE:
        return UNSTATED
    middle = sum(probability) / 2
    for row in _table()["likelihood"]:
        if middle < row["high"]:
            return str(row["term"])
    return str(_table()["likelihood"][-1]["term"])


def confidence(words: str) -> str | None:
    """Return low, moderate or high where a sentence says how well founded its estimate is."""
    said = f" {' '.join(tokens(words))} "
    for row in _table()["confidence"]:
        if any(f" {phrase} " in said for phrase in row["phrases"]):
            return str(row["grade"])
    return None


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(files(__package__).joinpath("estimates.toml").read_text("utf-8"))
