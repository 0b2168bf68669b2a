"""How likely, and how well founded: two things that ICD 203 keeps apart, in its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import tokens

_table = partial(table, __package__, "estimates.toml")
WHOLE = 0.9  # width of a band from which it says nothing
UNSTATED = "not stated"
_PERCENT = re.compile(  # "80 percent of the town" is no estimate
    r"(\d+(?:\.\d+)?)(?= ?(?:(?:%|per ?cent|pct)(?! of\b)|(?:[-–—]|to|or|and) ?\d))"
)


def likelihood(probability: tuple[float, float] | None) -> str:
    """Return ICD 203's terms for a band, from its low end to its high one.

    A band over nearly everything states none. "May" is no number in the middle: it is said to be
    very unlikely to roughly even.
    """
    if probability is None or probability[1] - probability[0] >= WHOLE:
        return UNSTATED
    low, high = probability
    rows = _table()["likelihood"]
    terms = [str(row["term"]) for row in rows if low < row["high"] and high > row["low"]]
    if not terms:
        terms = [str(rows[-1 if low else 0]["term"])]
    return terms[0] if len(terms) == 1 else f"{terms[0]} to {terms[-1]}"


def figure(probability: Sequence[float] | None, words: str) -> str | None:
    """Return the band of an estimate in percent where its words give it in figures, else None.

    One number is a figure, for a word stands for a band; of a band one end stands in the words.
    """
    if probability is None:
        return None
    low, high = (round(100 * end, 1) for end in probability)
    told = {float(found[1]) for found in _PERCENT.finditer(words)}
    if low != high and not {low, high} & told:
        return None
    return f"{low:g} percent" if low == high else f"{low:g} to {high:g} percent"


def confidence(words: str) -> str | None:
    """Return low, moderate or high where a sentence says how well founded its estimate is."""
    said = f" {' '.join(tokens(words))} "
    for row in _table()["confidence"]:
        if any(f" {phrase} " in said for phrase in row["phrases"]):
            return str(row["grade"])
    return None
