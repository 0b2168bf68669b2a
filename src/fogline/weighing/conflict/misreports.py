"""What a publisher sets right of its own: which claims it takes back, and the conflict that is.

A correction is its page's, whomever the page cites: "Correction: the ministry counted 14 dead, not
40" says that the paper misreported the ministry, not that the ministry took anything back. How a
page says so is in `retold`; what a source itself takes back is in `evolution`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fogline.model import HARMS, Casualties, Claim, Contradiction, Range, Source, Turn
from fogline.weighing.lately import lately
from fogline.weighing.measures.amounts import Amount, amounts
from fogline.weighing.measures.days import iso
from fogline.weighing.measures.wording import fold, tokens
from fogline.weighing.views.retold import CORRECTED, numbers_of_notes
from fogline.weighing.views.views import View

TAKES_BACK = "takes it back"
UNCOUNTED = Casualties()
PEOPLE = {"person": "people", "persons": "people"}


def set_right(told: Sequence[View]) -> Mapping[str, str]:
    """Return the claims of an event that a page of their own publisher takes back later, by id.

    With each stands the claim by which it does so.
    """
    back = [v for v in told if _sets_right(v)] if len(told) > 1 else []
    if not back:
        return {}
    found = {}
    for v in sorted(told, key=lambda v: v.order):
        later = [w for w in back if _takes_back(w, v)] if not v.retold else []
        if later:
            found[v.claim.id] = min(later, key=lambda w: (w.said or 0, w.order)).claim.id
    return found


def standing(told: Sequence[View]) -> list[View]:
    """Return the claims that nobody has taken back; that of a wrong number still says that it was.

    Else a page that has its number wrong would lend an origin more to what it told rightly.
    """
    wholly = {v.claim.id for v, _ in _pairs(told).wholly}
    return [v for v in told if not v.retold and v.claim.id not in wholly]


def misreported(told: Sequence[View]) -> frozenset[str]:
    """Return the claims of an event that are their publisher's errors, whomever they cite.

    It took them back on a later page, or off their own with a word that says so.
    """
    return frozenset(set_right(told)) | {v.claim.id for v in told if v.gone and v.gone.state}


def corrections(told: Sequence[View]) -> Iterator[Contradiction]:
    """Yield the conflicts of what publishers told with the pages on which they take that back.

    What is set right is a number, or that it happened at all.
    """
    pairs = _pairs(told)
    if pairs.counted:
        yield _of_number(pairs.counted, told)
    if pairs.wholly:
        yield _of_all(pairs.wholly)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Claims each with that by which its number is taken back, or with it all."""

    counted: Sequence[tuple[View, View]]
    wholly: Sequence[tuple[View, View]]


_NONE = _Pairs((), ())


def _pairs(told: Sequence[View]) -> _Pairs:
    back = set_right(told)
    if not back:
        return _NONE
    by = {v.claim.id: v for v in told}
    pairs = [(by[c], by[later]) for c, later in back.items()]
    counted = [pair for pair in pairs if _is_of_number(*pair)]
    return _Pairs(counted, [pair for pair in pairs if pair not in counted])


def _is_of_number(v: View, later: View) -> bool:
    return later.retold in ("", CORRECTED) and bool(_slots(v) and _slots(later))


def _of_all(pairs: Sequence[tuple[View, View]]) -> Contradiction:
    """Return the conflict over claims that were taken back as a whole."""
    first, pages = (_in_order(side) for side in zip(*pairs, strict=True))
    turns = [Turn(iso(v.said), v.claim.id, "asserts it") for v in first]
    turns += [Turn(iso(v.said), v.claim.id, TAKES_BACK) for v in pages]
    reason = f"taken back by {_names(pages)} on {iso(pages[-1].said)}"
    return _conflict("polarity", (*first, *pages), turns, pages[-1], reason)


def _of_number(pairs: Sequence[tuple[View, View]], told: Sequence[View]) -> Contradiction:
    """Return the conflict over numbers that were taken back, with those told in their place."""
    first, pages = (_in_order(side) for side in zip(*pairs, strict=True))
    right = _in_order([v for v in told if not v.retold and _in_place(v, pairs)])
    again = [v for v in pages if v.retold]
    turns = [Turn(iso(v.said), v.claim.id, counted(v)) for v in first]
    turns += [Turn(iso(v.said), v.claim.id, TAKES_BACK) for v in again]
    turns += [Turn(iso(v.said), v.claim.id, counted(v)) for v in right] + [*removals(first)]
    state = pages[-1].retold or CORRECTED
    by = f"{state} by {_names(pages)} on {iso(pages[-1].said)}"
    reason = f"{_against(first[-1], right)}; {by}"
    return _conflict("toll", (*first, *again, *right), turns, pages[-1], reason)


def _conflict(
    kind: str, seen: Sequence[View], turns: Sequence[Turn], last: View, reason: str
) -> Contradiction:
    claims = tuple(dict.fromkeys(v.claim.id for v in seen))
    return Contradiction(kind, claims, last.retold or CORRECTED, reason, tuple(turns))


def removals(ordered: Sequence[View]) -> tuple[Turn, ...]:
    """Return the turns by which pages say a thing no more, by day."""
    found = [(v.gone.day, v) for v in ordered if v.gone]
    told = sorted(found, key=lambda f: (f[0] or 0, f[1].order))
    return tuple(Turn(iso(day), v.claim.id, "its page says so no more") for day, v in told)


def _against(wrong: View, right: Sequence[View]) -> str:
    """Return in words how many a claim counts against the last of those in its place."""
    found = [
        (slot, n) for v in right[-1:] for slot, n in _slots(v).items() if slot in _slots(wrong)
    ]
    if not found:
        return counted(wrong)
    return ", ".join(f"{_slots(wrong)[slot].told()} {slot} against {n.told()}" for slot, n in found)


def counted(v: View) -> str:
    """Return in words how many a claim counts: "14 killed"."""
    return ", ".join(f"{held.told()} {slot}" for slot, held in _slots(v).items())


def _in_order(seen: Sequence[View]) -> list[View]:
    held = {v.claim.id: v for v in seen}
    return sorted(held.values(), key=lambda v: (v.said or 0, v.order))


def _names(pages: Sequence[View]) -> str:
    return ", ".join(sorted({v.document.publisher or "" for v in pages}))


def _in_place(v: View, pairs: Sequence[tuple[View, View]]) -> bool:
    """Say whether a claim tells the number in place of one that its page takes back."""
    return any(v.document.id == later.document.id and _apart(v, wrong) for wrong, later in pairs)


def _sets_right(v: View) -> bool:
    """Say whether a claim may take back others: a correction's heading only names the story."""
    if not v.document.publisher or (v.heading and v.retold == CORRECTED):
        return False
    return bool(v.retold or v.note or (_noted(v) and _slots(v))) and v.said is not None


def _takes_back(later: View, v: View) -> bool:
    one, other = (fold(x.document.publisher or "") for x in (later, v))
    before = v.said is not None and later.said is not None and v.said <= later.said
    if one != other or not before or later.document.id == v.document.id:
        return False
    alike = later.denied == v.denied
    return alike and (_of_its_number(later, v) if later.retold else _in_its_place(later, v))


def _of_its_number(later: View, v: View) -> bool:
    """Say whether a claim gives the number that a correction tells again, where it tells one.

    Who corrects how many were killed does not take back that they were.
    """
    told = _slots(later)
    if later.retold != CORRECTED or not told:
        return True
    return any(_one_number(held, _slots(v).get(slot)) for slot, held in told.items())


def _in_its_place(later: View, v: View) -> bool:
    """Say whether a claim gives another number than an earlier one, which a note of its page names,
    or which its note sets right as that of the same source.
    """
    if not _apart(later, v):
        return False
    named = any({held.min, held.max} & _noted(later) for held in _slots(v).values())
    return named or (later.note and _of_one_word(later, v))


def _noted(v: View) -> frozenset[float]:
    return numbers_of_notes(v.document.title or "", v.document.text)


def _of_one_word(later: View, v: View) -> bool:
    """Say whether a claim is its page's own word, or that of whom a later one cites."""
    mine, last = (x.claim.attribution[1:][-1:] for x in (v, later))
    return not mine or _name(mine) == _name(last)


def _name(cited: Sequence[Source]) -> str:
    return fold(" ".join(s.id or s.name or s.text for s in cited))


def _slots(v: View) -> Mapping[str, Range]:
    """Return how many a claim counts, by harm; where it counts none, of whom it tells: "80 people".

    Who corrects how many were kidnapped does not take back that they were.
    """
    if v.toll == UNCOUNTED:
        return _of_whom(v.claim)
    held = ((slot, getattr(v.toll, slot)) for slot in HARMS)
    return {slot: count for slot, count in held if count}


@lately
def _of_whom(claim: Claim) -> Mapping[str, Range]:
    told = amounts(claim.recipients, claim.sentence.text)
    return {PEOPLE.get(of, of): _range(a) for a in told for of in tokens(a.words)[-1:]}


def _range(told: Amount) -> Range:
    """Return how many are told of; of "some 80" the middle is the number that was printed."""
    if told.low is None or told.high is None:
        return Range(*(None if end is None else round(end) for end in (told.low, told.high)))
    return Range(round((told.low + told.high) / 2), round((told.low + told.high) / 2))


def _apart(a: View, b: View) -> bool:
    """Say whether two claims count the same people otherwise."""
    one, other = _slots(a), _slots(b)
    return any(_disjoint(one[slot], other[slot]) for slot in one.keys() & other.keys())


def _disjoint(one: Range, other: Range) -> bool:
    return one.below(other) or other.below(one)


def _one_number(one: Range, other: Range | None) -> bool:
    ends = [(one.min, other.min), (one.max, other.max)] if other else []
    return any(a == b is not None for a, b in ends)
