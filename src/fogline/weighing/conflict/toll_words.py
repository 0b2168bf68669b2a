"""What the words of a sentence say of the number of people harmed that it tells.

They stand in `toll_words.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from fogline.weighing.measures.wording import tokens


@lru_cache(maxsize=1 << 14)
def says(text: str, kind: str) -> bool:
    """Say whether a text holds words of a kind in the table."""
    said = f" {' '.join(tokens(text))} "
    return any(row.search(said) for row in _rows(kind))


@cache
def _rows(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_row(row) for row in _table()[kind])


def _row(row: Mapping[str, Any]) -> re.Pattern[str]:
    first, last = ("|".join(row.get(side, ())) for side in ("first", "last"))
    behind = rf"(?:\S+ ){{0,{row.get('gap', 0)}}}(?:{last}) " if last else ""
    return re.compile(rf" (?:{first}) {behind}")


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(files(__package__).joinpath("toll_words.toml").read_text("utf-8"))
