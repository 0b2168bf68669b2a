"""Of what a denial is by words that only point back: "denied it", "rejected the accusations".

The words stand in `pointing.toml`.
"""

from __future__ import annotations

from functools import partial

from fogline.weighing.measures.tables import finds

_finds = partial(finds, __package__, "pointing.toml")
_POINTING = r"\b(?:it|this|that|these|those|{said}s?|{part}|any {any_part}|such \w+)\b"
_DEED = r"\b(?:it|this|that|those|the(?: \w+){0,2} {deed}s?|{part}|any {any_part})\b"
_NOTHING = (
    r"^\s*(?:\w+ )?(?:{part}|{any_part})\b"
    r"|^\s*(?:\w+ ){0,2}{said}s\b(?! (?:that|of)\b)"
    r"|\bsuch \w+"
)
_WHICH = r"(?-i:\b(?:which|something|as|an? {said}) [^,;]*$)"


def only_points(words: str) -> bool:
    """Say whether words are nothing but words that point back: "it", "such weapons"."""
    return bool(_finds(_POINTING).fullmatch(words))


def names_nothing(behind: str) -> bool:
    """Say whether words behind a denial name no deed: "its part", "all accusations"."""
    return bool(_finds(_NOTHING).search(behind))


def denied_in(behind: str) -> str:
    """Return the words behind a denial up to where its sentence goes on to something else."""
    return _finds(r"(?-i:\b{goes_on}\b)").split(behind)[0]


def told_of(denied: str) -> str:
    """Return the words that say what is denied, "" where they only point back."""
    first, *rest = _finds(_POINTING).split(denied, maxsplit=1)
    if not rest:
        return first
    return rest[0] if _finds(r"\s*{tells}\b").match(rest[0]) else ""


def is_of_its_sentence(before: str) -> bool:
    """Say whether a denial is of what stands before it: "..., which they denied"."""
    return bool(_finds(_WHICH).search(before))


def points_to_deed(behind: str) -> bool:
    """Say whether words behind a denial point back to a deed: "denied the latest raid"."""
    return bool(_finds(_DEED).search(behind))


def points_to_place(sentence: str) -> bool:
    """Say whether a sentence points back to where its text was last: "there", "the town"."""
    return bool(_finds(r"(?-i:\b{there}\b)").search(sentence))
