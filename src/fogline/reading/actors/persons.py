"""Persons whose names hold other names: "Michael Jordan" and the "Jordan" after him, "Asma al-X".

A person's name, found by a title or by the parse, outdoes a shorter name inside it; and where a
text has named a person in full, the bare surname means that person until another bears it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from fogline.reading.actors.bodies import governments, lands, whose
from fogline.reading.actors.choosing import Bearer
from fogline.reading.actors.namesakes import WHERE, belongs, is_given, is_outlet
from fogline.reading.tables import rows
from fogline.reading.words.dictionary import Dictionary, Hit

Stretch = tuple[int, int]
_NAMED: Final = frozenset({"named-person", "media"})


def outdo(
    hits: list[Hit[Bearer]], persons: Iterable[Stretch], headed: Iterable[Stretch], text: str
) -> list[Hit[Bearer]]:
    """Return the hits that are no part of a person's longer name, or, for outlets and persons, of
    a body's that is called after them ("X Foundation").
    """
    longer, called = sorted(persons), sorted(headed)
    return [
        h
        for h in hits
        if not any(_in_person(h, p, hits, text) for p in _around(h, longer))
        and not any(_called_after(h, c, hits, text) for c in _around(h, called))
    ]


def _around(hit: Hit[Bearer], stretches: list[Stretch]) -> list[Stretch]:
    """Return the stretches, sorted, that begin so near before a hit that they may hold it."""
    first = bisect_left(stretches, (hit.start - _LONGEST, 0))
    return stretches[first : bisect_left(stretches, (hit.start + 1, 0))]


_LONGEST: Final = 160


def _in_person(hit: Hit[Bearer], person: Stretch, hits: list[Hit[Bearer]], text: str) -> bool:
    start, end = person
    said = text[hit.start : hit.end]
    if not _strictly_in(hit, person) or " " in said or said.isupper():
        return False
    if _holds_another(hit, person, hits):
        return False
    rest = f"{text[start : hit.start]} {text[hit.end : end]}".split()
    if all(_is_no_first_name(word) for word in rest):
        return False
    kinds = {b.actor.kind for b in hit.items}
    if "named-person" in kinds:
        return not any(belongs(text[start:end], b.actor.name) for b in hit.items)
    return hit.end == end or kinds <= _NAMED or all(b.shared for b in hit.items)


def _strictly_in(hit: Hit[Bearer], stretch: Stretch) -> bool:
    start, end = stretch
    return start <= hit.start and hit.end <= end and hit.end - hit.start < end - start


def _holds_another(hit: Hit[Bearer], stretch: Stretch, hits: list[Hit[Bearer]]) -> bool:
    start, end = stretch
    return any(h is not hit and start <= h.start and h.end <= end for h in hits)


def _is_no_first_name(word: str) -> bool:
    """Whether a word before a name is a title, a people's or a country's name, or no name."""
    return (
        not word[:1].isupper() or word.rstrip(".") in titles() or bool(whose().get(word))
        or bool(lands().get(word)) or word[-1:] == "-"
    )  # fmt: skip


def full_start(start: int, end: int, text: str) -> int:
    """Return where a person's name begins whose first name looks like a country: "Georgia X"."""
    if " " in text[start:end]:
        return start
    before = _WORD_BEFORE.search(text, max(0, start - _NEAR), start)
    if before is None or not is_given(before[1]):
        return start
    at = before.start(1)
    return start if WHERE.search(text, max(0, at - _NEAR), at) else at


_WORD_BEFORE: Final = re.compile(r"(?<!\w)([A-Z]\w+) $")


@cache
def titles() -> frozenset[str]:
    """Return the titles of persons: "President"."""
    return frozenset(r["title"] for r in rows("people", "titles.csv"))


def _called_after(hit: Hit[Bearer], body: Stretch, hits: list[Hit[Bearer]], text: str) -> bool:
    """Whether a body's longer name only holds that of an outlet or begins with a person's."""
    if not _strictly_in(hit, body) or _holds_another(hit, body, hits):
        return False
    kinds = {b.actor.kind for b in hit.items}
    named = kinds <= _NAMED if hit.start == body[0] else kinds == {"media"}
    rest = text[hit.end : body[1]].split()
    return named and bool(rest) and not any(is_outlet(word) for word in rest)


# --- bare surnames -------------------------------------------------------------------------------

_NEAR: Final = 16


def surnames(persons: Iterable[Stretch], text: str) -> dict[str, list[int]]:
    """Return the last words of persons' full names, each with where such names end."""
    found: dict[str, list[int]] = {}
    for start, end in persons:
        first, _, last = text[start:end].rpartition(" ")
        if first and last[:1].isupper():
            found.setdefault(last, []).append(end)
    return found


def is_recalled(said: str, at: int, known: dict[str, list[int]], own: dict[str, list[int]]) -> bool:
    """Whether a bare name at a character means a person named in full before it: `known` are such
    persons, `own` those whom the dictionary knows; the last of them counts.
    """
    before = max((end for end in known.get(said, ()) if end <= at), default=-1)
    return before > max((end for end in own.get(said, ()) if end <= at), default=-1)


def recalled(text: str, known: dict[str, list[int]]) -> Iterator[Stretch]:
    """Yield where a name of a country or capital means a person named in full before it."""
    for surname, ends in known.items():
        if not _governed().get(surname):
            continue
        for match in re.compile(rf"\b{re.escape(surname)}\b").finditer(text, min(ends)):
            if not WHERE.search(text, max(0, match.start() - _NEAR), match.start()):
                yield match.span()


@cache
def _governed() -> Dictionary[str]:
    return Dictionary((name, actor.id) for name, actor in governments())
