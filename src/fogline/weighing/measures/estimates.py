"""How likely, and how well founded: two things that ICD 203 keeps apart, in its own words."""

from __future__ import annotations

from functools import partial

from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import tokens

_table = partial(table, __package__, "estimates.toml")
WHOLE = 0.9  # width of a band from which it says nothing
UNSTATED = "not stated"


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


def confidence(words: str) -> str | None:
    """Return low, moderate or high where a sentence says how well founded its estimate is."""
    said = f" {' '.join(tokens(words))} "
    for row in _table()["confidence"]:
        if any(f" {phrase} " in said for phrase in row["phrases"]):
            return str(row["grade"])
    return None
