"""What a sentence adds to the words for somebody: "at least" to "12 people", and who "rebel-held"
means.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from fogline.model import Mention, Span
from fogline.weighing.measures.amounts import is_number
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import tokens


def bound(mention: Mention, sentence: Span | None) -> str:
    """Return the words before a number that bound it: "at least ", "between "; or nothing."""
    first = next(iter(tokens(mention.text)), "")
    if sentence is None or mention.start is None or not is_number(first):
        return ""
    before = sentence.text[: max(0, mention.start - sentence.start)]
    found = _bounds().search(before)
    return f"{' '.join(found[1].split()).lower()} " if found else ""


def many(name: str, mention: Mention, sentence: Span | None) -> str:
    """Return a name as that of the many whom a compound means: rebels hold "rebel-held Orlin"."""
    if sentence is None or mention.end is None or mention.name:
        return name
    at, last = mention.end - sentence.start, name.rpartition(" ")[2].lower()
    compound = sentence.text[at : at + 1] == "-"
    return f"{name}s" if compound and _loose().issuperset({last, f"{last}s"}) else name


@cache
def _loose() -> frozenset[str]:
    return frozenset(table(__package__, "parties.toml")["loose"])


@cache
def _bounds() -> re.Pattern[str]:
    lines = resources.files(__package__).joinpath("bounded.txt").read_text("utf-8").splitlines()
    words = sorted((line for line in lines if line), key=lambda line: (-len(line), line))
    either = "|".join(re.escape(line).replace(r"\ ", r"\s+") for line in words)
    return re.compile(rf"\b({either})\s+$", re.IGNORECASE)
