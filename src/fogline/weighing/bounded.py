"""The words by which a sentence bounds a number: "at least 12 people", "between 50 and 60"."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from fogline.model import Mention, Span


def bound(mention: Mention, sentence: Span | None) -> str:
    """Return the words before a number that bound it: "at least ", "between "; or nothing."""
    if sentence is None or mention.start is None or not mention.text[:1].isdigit():
        return ""
    before = sentence.text[: max(0, mention.start - sentence.start)]
    found = _bounds().search(before)
    return f"{' '.join(found[1].split()).lower()} " if found else ""


@cache
def _bounds() -> re.Pattern[str]:
    lines = resources.files(__package__).joinpath("bounded.txt").read_text("utf-8").splitlines()
    words = sorted((line for line in lines if line), key=lambda line: (-len(line), line))
    either = "|".join(re.escape(line).replace(r"\ ", r"\s+") for line in words)
    return re.compile(rf"\b({either})\s+$", re.IGNORECASE)
