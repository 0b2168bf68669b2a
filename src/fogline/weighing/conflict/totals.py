"""Whether a number of people harmed runs on: counted over a stretch longer than a deed or a day.

"90 have been killed since May" is no other count of those whom Monday's raid killed. Where a text's
words for that were read as days, the days tell it; else the words in `totals.toml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from itertools import groupby

from fogline.weighing.measures.amounts import is_number
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import tokens
from fogline.weighing.views.views import View

_table = partial(table, __package__, "totals.toml")
REACH = 400  # signs before a sentence in which the one before it is looked for
NUMBER = "#"
_END = re.compile(r"(?<=[.!?])[\"'”’)]?\s+")


def runs_on(v: View) -> bool:
    """Say whether a claim's number is of a longer stretch than a deed's, by its text's words."""
    sentence = v.claim.sentence
    if is_total(sentence.text):
        return True
    if v.named_day or not _harmed().search(_said(sentence.text)):
        return False
    before = v.document.text[max(0, sentence.start - REACH) : sentence.start].strip()
    return leads_to_total(_END.split(before)[-1])


@lru_cache(maxsize=1 << 12)
def is_total(sentence: str) -> bool:
    """Say whether a sentence's numbers run on, by its own words."""
    said = _said(sentence)
    if _phrases("ranks").search(said):
        return False
    return bool(_phrases("over", "part").search(said) or _since().search(said))


@lru_cache(maxsize=1 << 12)
def leads_to_total(sentence: str) -> bool:
    """Say whether a sentence tells over how long those of the next one have been counted."""
    said = _said(sentence)
    return bool(_phrases("over", "goes_on").search(said) or " since " in said)


def _said(sentence: str) -> str:
    """Return a sentence's folded words, each number as one sign."""
    runs = groupby(tokens(sentence), key=is_number)
    words = (word for counts, run in runs for word in ([NUMBER] if counts else run))
    return f" {' '.join(words)} "


@cache
def _phrases(*kinds: str) -> re.Pattern[str]:
    numbers = "|".join([NUMBER, *_table()["number"]])
    units = "|".join(_table()["unit"])
    words = [row for kind in kinds for row in _table()[kind]]
    either = "|".join(words).replace("{n}", f"(?:{numbers})").replace("{unit}", f"(?:{units})")
    return re.compile(f" (?:{either}) ")


@cache
def _harmed() -> re.Pattern[str]:
    return re.compile(rf" (?:has|have|had)(?: \S+){{0,3}} (?:{'|'.join(_table()['harmed'])}) ")


@cache
def _since() -> re.Pattern[str]:
    today = "|".join(_table()["today"])
    return re.compile(rf"{_harmed().pattern}.*\bsince (?!(?:{today}) )")
