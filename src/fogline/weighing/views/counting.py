"""Sentences that only count whom a deed harmed: "The toll is six dead", behind "Riders raided X".

What names neither doer nor place nor day of its own is of the deed that its text told just before,
where that is one alone and counts nobody otherwise. What counts again whom "the raid" harmed has no
day of its own either (data: counting.toml).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from fogline.model.quick import altered
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import stem, tokens
from fogline.weighing.views.unlike import COUNTS, names_deed

if TYPE_CHECKING:
    from fogline.model import Claim
    from fogline.weighing.views.views import View

REACH = 300  # signs between a deed's sentence and the one that counts whom it harmed
HARM = "ASSAULT"
NEAR = 3  # words before a deed's word in which its article stands
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
INDEFINITE = frozenset({"a", "an", "another"})
DEATH = stem("killed")  # what came of a deed


def recounts(claim: Claim) -> bool:
    """Say whether a claim of no day only counts again whom a deed told before had harmed."""
    bare = claim.event == HARM and claim.polarity == "positive" and claim.when.basis == "default"
    if not (bare and any(COUNTS(claim.casualties))):
        return False
    at = claim.trigger.start - claim.sentence.start
    names = any(names_deed(stem(word)) for word in tokens(claim.trigger.text))
    return names and _again(claim.sentence.text, at)


@lru_cache(maxsize=1 << 12)
def _again(sentence: str, at: int) -> bool:
    """Say whether a sentence counts again, of "the raid" that its deed's word names."""
    article = [word for word in tokens(sentence[:at])[-NEAR:] if word in DEFINITE | INDEFINITE]
    said = f" {' '.join(tokens(sentence))} "
    again = any(
        f" {words} " in said for words in table(__package__, "counting.toml")["again"]["words"]
    )
    return again and article[-1:] != [] and article[-1] in DEFINITE


def counted(told: Sequence[View]) -> list[View]:
    """Return a document's views, bare counts with the day of the deed whose they are."""
    return list(_with_deeds(told))


def _with_deeds(told: Sequence[View]) -> Iterator[View]:
    deeds: list[View] = []
    for v in told:
        found = _whose(v, deeds) if _only_counts(v) else None
        if _is_deed(v):
            deeds.append(v)
        if found is None:
            yield v
        else:
            days = v.days if v.named_day or v.spoken else found.days
            yield altered(v, days=days, of=found.claim.id)


def _only_counts(v: View) -> bool:
    """Say whether a claim counts people harmed and says nothing else of what harmed them."""
    bare = v.claim.event == HARM and v.claim.mode is None and not (v.actors or v.located)
    told = v.standing == "happened" and not (v.denied or v.comment or v.heads or v.series)
    return bare and told and v.opened is None and any(COUNTS(v.toll)) and not _names_deed(v)


def _is_deed(v: View) -> bool:
    told = v.standing == "happened" and not (v.denied or v.comment or v.heads or v.series)
    return told and v.claim.event == HARM and (v.claim.mode is not None or _names_deed(v))


def _names_deed(v: View) -> bool:
    words = (stem(word) for word in tokens(v.claim.trigger.text))
    return bool(v.actors) or any(names_deed(word) for word in words if word != DEATH)


def _whose(v: View, deeds: Sequence[View]) -> View | None:
    """Return the deed of the last sentence before a count that tells of any, if near and one."""
    before = [d for d in deeds if d.claim.sentence.end <= v.claim.sentence.start]
    last = [d for d in before if d.claim.sentence == before[-1].claim.sentence]
    if not last or last[0].claim.part != v.claim.part:
        return None
    near = v.claim.sentence.start - last[0].claim.sentence.end <= REACH
    one = _places(last) <= 1 and not any(_counts_others(d, v) for d in last)
    days = v.named_day and all(d.named_day and d.days != v.days for d in last)
    return last[0] if near and one and not days else None


def _places(deeds: Iterable[View]) -> int:
    return len({tuple(s.key for s in d.located) for d in deeds if d.located})


def _counts_others(deed: View, v: View) -> bool:
    """Say whether a deed's sentence counts the same harm already, in another number."""
    pairs = zip(COUNTS(deed.toll), COUNTS(v.toll), strict=True)
    return any(x and y and x != y for x, y in pairs)
