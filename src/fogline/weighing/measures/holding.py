"""Who holds a place, by the words beside its name or of its sentence: "rebel-held Orlin".

The words for holding stand in `holding.toml`.
"""

from __future__ import annotations

from functools import partial

from fogline.weighing.measures.tables import finds

_finds = partial(finds, __package__, "holding.toml")
_BY = r"\b(\w+)-(?:{held}|{joined})\b"
_BEFORE = _BY + r"\s+$"
_BESIDE = r"(?-i:\b[\w-]+-(?:{held}|{joined}|{around})\b\s*)"
_HAD = r"(?-i:\bhad (?:been (?:in|under)|{held})\b)"


def holders(phrase: str) -> list[str]:
    """Return what words call who holds a place: "rebel" of "rebel-held"."""
    return _finds(_BY).findall(phrase)


def held_before(words: str) -> str:
    """Return with what words before a place end for who holds it: "rebel-held "; or nothing."""
    found = _finds(_BEFORE).search(words)
    return found[0] if found else ""


def without_holders(words: str) -> str:
    """Return words without those for who holds a place or is around it."""
    return _finds(_BESIDE).sub("", words)


def had_held(sentence: str) -> bool:
    """Say whether a sentence tells of a hold that was before: "had been in their hands"."""
    return bool(_finds(_HAD).search(sentence))
