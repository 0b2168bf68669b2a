"""A contradiction with its sides apart: who says so and who denies it, or the readings that differ.

What contests an event may stand beside it and not in it (a denial is a claim of its own), so that
the sides bring their claims with them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set

from fogline.desk.snapshot import Snapshot, Told
from fogline.model import Contradiction, Event
from fogline.weighing.views.retractions import retracted

SAY, DENY, TAKE_BACK = "say so", "deny it", "take it back"
POLARITY, REJECT = "polarity", "REJECT"
_PLAIN = {"asserts it": SAY, "denies it": DENY, "takes it back": TAKE_BACK}
_REMOVED = "its page says so no more"  # a turn that tells how a claim ended, not what it says

Side = tuple[str, tuple[Told, ...]]


def sides(view: Snapshot, event: Event, conflict: Contradiction) -> tuple[Side, ...]:
    """Return what each side of a conflict says, in words, with its claims in order of their days.

    Of a polarity these are SAY and DENY, and TAKE_BACK of pages that tell it again to correct it;
    else the tolls, places, days, doers or holders told.
    """
    told = [view.told[c] for c in dict.fromkeys(_ordered(conflict)) if c in view.told]
    says = {t.claim: _PLAIN.get(t.says, t.says) for t in conflict.history if t.says != _REMOVED}
    if conflict.type == POLARITY:
        back = {claim for claim, said in says.items() if said == TAKE_BACK}
        return _grouped((_says(t, event, back), t) for t in told)
    return _grouped((says.get(t.claim.id, SAY), t) for t in told)


def _says(told: Told, event: Event, back: Set[str]) -> str:
    if told.claim.id in back:
        return TAKE_BACK
    return DENY if denies(told, event) else SAY


def denies(told: Told, event: Event) -> bool:
    """Whether a claim speaks against an event; a denial may also be the event itself."""
    claim = told.claim
    denied = claim.polarity == "negative" or retracted(claim)
    return denied or REJECT == claim.event != event.event


def _ordered(conflict: Contradiction) -> Iterable[str]:
    yield from (turn.claim for turn in conflict.history if turn.claim in conflict.claims)
    yield from conflict.claims


def _grouped(found: Iterable[tuple[str, Told]]) -> tuple[Side, ...]:
    groups: dict[str, list[Told]] = defaultdict(list)
    for says, told in found:
        groups[says].append(told)
    ordered = sorted(groups, key=lambda says: says in (DENY, TAKE_BACK))
    return tuple((says, tuple(groups[says])) for says in ordered)
