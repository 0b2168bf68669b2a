"""What tells two attacks of one place and day apart: other people harmed, or the text's own word.

Different numbers do not part two claims, as reports of one attack give many. They do where the
people counted are of other callings, none of whom may be the others by another word; and a text
tells by itself where it goes on to another occurrence: "hours later", "a second missile".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING

from fogline.model import HARMS, Casualties
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import stem, tokens

if TYPE_CHECKING:
    from fogline.model import Claim, Range
    from fogline.weighing.views.party import Party
    from fogline.weighing.views.views import View

_table = partial(table, __package__, "unlike.toml")
ORDER = 4  # times by which far more people were harmed
VIOLENT = frozenset({"ASSAULT", "COERCE"})  # deeds for which somebody is to blame
COUNTS = attrgetter(*HARMS)
UNCOUNTED = Casualties()


def unlike(a: View, b: View) -> str | None:
    """Return why two claims surely tell of two attacks, None where they may tell of one."""
    if not (_is_deed(a) and _is_deed(b)):
        return None
    ones, others = _named(a), _named(b)
    if not ones or not others or _stems(ones) & _stems(others) or _same_number(a.toll, b.toll):
        return None
    if goes_on(a, b):
        return "its text goes on to another occurrence"
    if _of_another_order(a, b):
        return "people of a calling, and other people in many times their number"
    differs = _other_number(a.toll, b.toll)
    return "other people, and another number of them" if differs and unlike_people(a, b) else None


def _is_deed(v: View) -> bool:
    return v.claim.event in VIOLENT and not (v.denied or v.heading or v.comment)


def goes_on(a: View, b: View) -> bool:
    """Say whether one text opens another occurrence with the later of two claims."""
    earlier, later = sorted((a, b), key=lambda v: v.order)
    behind = later.opened is not None and earlier.order[1] < later.opened
    return behind and a.document.id == b.document.id


def opened(claim: Claim) -> int | None:
    """Return where a claim's sentence begins, if it opens another occurrence."""
    return claim.sentence.start if opens(claim.sentence.text) else None


@lru_cache(maxsize=1 << 12)
def opens(sentence: str) -> bool:
    """Say whether a sentence opens another occurrence than the one before."""
    words = tokens(sentence)
    said = f"{' '.join(words)} "
    if said.startswith(_openings()):
        return True
    if any(f" {p} " in f" {said}" for p in _table()["anywhere"]):
        return True
    again = (n for n, word in enumerate(words) if word in _table()["again"])
    return any(names_deed(stem(word)) for n in again for word in words[n + 1 : n + 3])


def names_deed(word: str) -> bool:
    """Say whether a stem is that of what was done, or with what: "raid", "shell"."""
    return word in _deeds()


def _named(v: View) -> list[Party]:
    return [party for party in v.recipients if not party.anybody]


def _stems(parties: Sequence[Party]) -> frozenset[str]:
    return frozenset().union(*(party.stems for party in parties))


def _of_another_order(a: View, b: View) -> bool:
    """Say whether the people of one calling are far fewer than the others' people of none."""
    pairs = [(_stated(x), _stated(y)) for x, y in _numbers(a.toll, b.toll) if x and y]
    for one, other in pairs:
        few, many = (a, b) if one < other else (b, a)
        apart = max(one, other) >= ORDER * max(1, min(one, other))
        if apart and callings(few) and not callings(few) & callings(many):
            return True
    return False


def _stated(count: Range) -> int:
    return count.min or count.max or 0


def counts_a_part(party: Party) -> bool:
    """Say whether people are counted by a word that says that they are some: "children"."""
    return bool(party.stems & _part())


def alike(some: Sequence[Party], many: View) -> bool:
    """Say whether a claim counts people of a kind that some are of, by any word but "people"."""
    return bool((_stems(some) & _stems(many.recipients)) - _people())


def unlike_people(a: View, b: View) -> bool:
    """Say whether the people of both have callings, and no calling in common."""
    ones, others = callings(a), callings(b)
    return bool(ones and others) and not ones & others


def callings(v: View) -> frozenset[int]:
    """Return the callings of the people harmed; none where some of them may be anybody."""
    if any(party.anybody for party in v.recipients):
        return frozenset()
    return frozenset().union(*map(calling, v.recipients))


def calling(party: Party) -> frozenset[int]:
    """Return the callings that a party's words may name."""
    return frozenset(n for s in party.stems for n in _callings().get(s, ()))


def both_counted(a: View, b: View) -> list[tuple[str, Range, Range]]:
    """Return the harms of which both claims say how many, with the two numbers."""
    if a.toll == UNCOUNTED or b.toll == UNCOUNTED:
        return []
    numbers = zip(HARMS, COUNTS(a.toll), COUNTS(b.toll), strict=True)
    return [(harm, one, other) for harm, one, other in numbers if one and other]


def _same_number(one: Casualties, other: Casualties) -> bool:
    return any(x is not None and x == y for x, y in _numbers(one, other))


def _other_number(one: Casualties, other: Casualties) -> bool:
    """Say whether both count the same harm exactly, and not alike."""
    counted = ((x, y) for x, y in _numbers(one, other) if x and y)
    return any(x != y for x, y in counted if x.min == x.max and y.min == y.max)


def _numbers(one: Casualties, other: Casualties) -> Iterator[tuple[Range | None, Range | None]]:
    return zip(COUNTS(one), COUNTS(other), strict=True)


@cache
def _openings() -> tuple[str, ...]:
    return tuple(f"{words} " for words in _table()["opening"])


@cache
def _part() -> frozenset[str]:
    return frozenset(map(stem, _table()["part"]))


@cache
def _people() -> frozenset[str]:
    return frozenset(map(stem, _table()["people"]))


@cache
def _deeds() -> frozenset[str]:
    return frozenset(map(stem, _table()["deeds"]))


@cache
def _callings() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for n, row in enumerate(_table()["calling"]):
        for word in row["words"]:
            found[stem(word)] = found.get(stem(word), frozenset()) | {n}
    return found
