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

_OF = re.compile(r"^(?:of )?(?:the )?")


def bound(mention: Mention, sentence: Span | None) -> str:
    """Return the words before a number that bound it: "at least ", "between "; or nothing."""
    first = next(iter(tokens(mention.text)), "")
    if sentence is None or mention.start is None or not is_number(first):
        return ""
    before = sentence.text[: max(0, mention.start - sentence.start)]
    found = _bounds().search(before)
    return f"{' '.join(found[1].split()).lower()} " if found else ""


def uncounted(words: str) -> str:
    """Return words without the number before them: "people" of "at least 12 of the people"."""
    said = words.split()
    counting = [i for i, word in enumerate(said) if _is_number(word)]
    if not counting or (counting[0] and not _bounds().search(f"{' '.join(said[: counting[0]])} ")):
        return words
    last = next(i for i in range(counting[0], len(said) + 1) if not _runs_on(said, i))
    return _OF.sub("", " ".join(said[last:]))


def _runs_on(said: list[str], at: int) -> bool:
    """Say whether a number goes on at a word: "two hundred", "5,000 to 8,000"."""
    joined = said[at : at + 1] in (["to"], ["and"], ["or"]) and _is_number(*said[at + 1 : at + 2])
    return joined or _is_number(*said[at : at + 1])


def _is_number(word: str = "") -> bool:
    found = tokens(word)
    return bool(found) and all(map(is_number, found))


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
