"""Which claims tell of what a forecast said, wholly or in part, in its window or after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Any

from fogline.model import Event
from fogline.weighing.conflict.blame import of_who
from fogline.weighing.conflict.denying import only_named
from fogline.weighing.forecast.bearing import Bearing, bearing
from fogline.weighing.forecast.captures import Held, Holdings, held_then, holdings, is_open
from fogline.weighing.forecast.coverage import REPORT_DAYS
from fogline.weighing.forecast.forecasts import Group, Voices
from fogline.weighing.measures.days import Days, appeared, appeared_days
from fogline.weighing.measures.kinship import kinship
from fogline.weighing.occurrence.slots import (
    Slots,
    Verdict,
    deed,
    doer,
    in_part,
    quantity,
    same_theatre,
    target,
    told_slots,
    where,
)
from fogline.weighing.origin.independence import independent
from fogline.weighing.views.views import View

MONTH = 31  # days
OFTEN = 2  # days of the month before a forecast, from which on a thing goes on anyway
OPEN_DAYS = 366  # within which what was foretold for no time comes of it, and of nothing else
LATE_DAYS = 30  # after a window, or twice its length: later than that is another story
SLOTS = ("event", "actors", "recipients", "places", "quantities")
# The later, the less is left of a forecast that differs in it: elsewhere it is still its doer's.
GRAVITY = ("quantities", "recipients", "places", "actors", "event")


Times = tuple[Days, int | None]  # of what a claim tells, and the last on which it was published


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim held against a forecast: what differs, what it does not say, and whether late."""

    view: View
    differs: tuple[str, ...]
    unsaid: tuple[str, ...]
    late: bool

    @property
    def rank(self) -> tuple[object, ...]:
        """The best first: what is fully told, with least that differs, the whole before a part."""
        start = self.view.days.start or 0
        other = max((GRAVITY.index(slot) for slot in self.differs), default=0)
        return bool(self.unsaid), len(self.differs), self.late, other, start, self.view.order


@dataclass(slots=True)
class Dated:
    """Claims of one family by month, so that a forecast is held against those of its days alone."""

    months: defaultdict[int, list[View]] = field(default_factory=lambda: defaultdict(list))
    longer: list[View] = field(default_factory=list)

    def add(self, v: View) -> None:
        """Keep a claim whose days are known; one without days bears nothing out."""
        if v.days.start is not None and v.days.end is not None:
            short = v.days.end - v.days.start < MONTH
            (self.months[v.days.start // MONTH] if short else self.longer).append(v)

    def near(self, first: int, last: int | None) -> Iterator[View]:
        """Yield the claims that may touch the days from first to last, and some besides."""
        low, high = (first - MONTH) // MONTH, None if last is None else last // MONTH
        for month in sorted(self.months):
            if low <= month and (high is None or month <= high):
                yield from self.months[month]
        yield from self.longer


@dataclass(frozen=True, slots=True)
class Ground:
    """What outcomes are worked out from, as it stands at a moment (an ordinal day).

    `families` holds what happened by kinship, `reports` every claim by its day of publication,
    `lenders` by claim the firm ones of its event. `disputed` are the claims of events that as many
    deny as assert, `slots` what each claim tells, `times` of which days, and the last on which it
    was published. `holdings` are those of places, `partisan` the claims whose word for the deed
    takes a side.
    """

    families: Mapping[str, Dated]
    reports: Mapping[int, Sequence[View]]
    lenders: Mapping[str, Sequence[View]]
    disputed: Set[str]
    slots: Mapping[str, Slots]
    times: Mapping[str, Times]
    bearing: Bearing
    holdings: Holdings
    partisan: Set[str]
    voices: Voices
    today: int


def ground_of(seen: Sequence[View], events: Iterable[Event], voices: Voices, today: int) -> Ground:
    """Return the claims that tell what happened, by family, with those of the same event."""
    told = [v for v in seen if not v.comment]
    by_id = {v.claim.id: v for v in told}
    slots = _slots(told)
    times = {v.claim.id: (_days_of(v), appeared(v.document).end) for v in told}
    held = [[by_id[claim] for claim in event.claims if claim in by_id] for event in events]
    lenders: dict[str, Sequence[View]] = {}
    for of_event in held:
        lenders |= _lenders(of_event, slots, times)
    lent = {claim: [v.claim.id for v in firm] for claim, firm in lenders.items()}
    return Ground(
        families=_families(told),
        reports=_reports(told),
        lenders=lenders,
        disputed={v.claim.id for vs in held if _disputed(vs, voices) for v in vs},
        slots=slots,
        times=times,
        bearing=bearing(slots, lent),
        holdings=holdings(told),
        partisan=frozenset(v.claim.id for v in told if _takes_a_side(v)),
        voices=voices,
        today=today,
    )


def _families(told: Iterable[View]) -> dict[str, Dated]:
    """Return what happened by kinship; a headline is too short to tell it from what is about to,
    and "after the truce" tells of what came after it.
    """
    families: defaultdict[str, Dated] = defaultdict(Dated)
    for v in told:
        told_of = not (v.heading or v.retold or only_named(v.claim))
        if v.standing == "happened" and told_of:
            families[kinship().family(v.claim.event)].add(v)
    return families


def _reports(told: Iterable[View]) -> dict[int, list[View]]:
    """Return claims by the day, an ordinal, on which they were published."""
    reports: defaultdict[int, list[View]] = defaultdict(list)
    for v in told:
        if (day := appeared(v.document).start) is not None:
            reports[day].append(v)
    return reports


def _lenders(
    held: Sequence[View], slots: Mapping[str, Slots], times: Mapping[str, Times]
) -> dict[str, Sequence[View]]:
    """Return the firm claims of an event by each claim of it, of those that say the same of the
    same days one. Who names no place tells nothing of what happened at one: that the two are one
    event is only likely.
    """
    firm = {(*_marks(slots[v.claim.id]), times[v.claim.id]): v for v in held if _lends(v)}
    anywhere = tuple(firm.values())
    placed = tuple(v for v in anywhere if slots[v.claim.id].spots)
    return {v.claim.id: placed if slots[v.claim.id].spots else anywhere for v in held}


def _takes_a_side(v: View) -> bool:
    """Say whether the word for a deed takes a side: "liberated"."""
    word = v.claim.trigger.text.casefold()
    return any(loaded.text.casefold() in word for loaded in v.claim.loaded)


def _marks(told: Slots) -> tuple[object, ...]:
    """Return what tells a claim's slots from others, equal ones being one object."""
    many = id(told.quantities)
    return told.event, told.mode, id(told.actors), id(told.recipients), id(told.spots), many


def _slots(told: Iterable[View]) -> dict[str, Slots]:
    """Return what each claim tells, equal places and parties being one object."""
    once: dict[object, Any] = {}
    found = ((v.claim.id, told_slots(v)) for v in told)
    return {
        claim: replace(
            slots,
            actors=once.setdefault(slots.actors, slots.actors),
            recipients=once.setdefault(slots.recipients, slots.recipients),
            spots=once.setdefault((slots.spots, slots.places), slots.spots),
            quantities=once.setdefault(slots.quantities, slots.quantities),
        )
        for claim, slots in found
    }


def _lends(v: View) -> bool:
    """Say whether a claim may say for another of its event what that does not say itself."""
    return not v.denied and v.standing == "happened" and v.firm


def _disputed(held: Sequence[View], voices: Voices) -> bool:
    denials = [v for v in held if v.denied and not of_who(v, held)]
    if not denials:
        return False
    yes = independent([v.claim.id for v in held if not v.denied], voices)
    no = independent([v.claim.id for v in denials], voices)
    return bool(no) and len(no) >= len(yes)


def _near(group: Group, days: Days, ground: Ground) -> Iterable[View]:
    """Return the claims of the forecast's family that may fall in its window or shortly after."""
    held = ground.families.get(kinship().family(group.slots.event))
    if held is None:
        return ()
    first = days.start or 0
    return held.near(first, first + OPEN_DAYS if days.end is None else days.end + _grace(days))


def _grace(days: Days) -> int:
    return max(LATE_DAYS, 2 * (days.length or 0))


def candidates(group: Group, days: Days, ground: Ground) -> Iterator[Candidate]:
    """Yield the claims that tell of a forecast, each with what differs or is not said.

    Until its window has closed, only those that leave nothing unsaid.
    """
    said = appeared_days(group.first.said).start
    pages = group.documents
    asked = asked_of(group, ground)
    still_open = days.end is None or ground.today <= days.end
    bears = ground.bearing.on(group.slots) if still_open else None
    for v in _near(group, days, ground):
        if bears is not None and v.claim.id not in bears:
            continue
        if v.denied or (v.document.id in pages and not v.named_day):
            continue  # a page that still announces it does not, without a day, tell that it came
        timed = _timed(days, said, v, ground)
        held = ground.lenders.get(v.claim.id, ())
        lenders = (o for o in held if _timed(days, said, o, ground) == timed)
        found = _candidate(asked, v, ground, lenders) if timed else None
        if timed and found:
            unsaid = (*found.unsaid, "when") if timed == "unsaid" else found.unsaid
            if not (unsaid and (found.differs or still_open or timed == "late")):
                yield replace(found, unsaid=unsaid, late=timed == "late")


def _candidate(asked: Asked, v: View, ground: Ground, lenders: Iterable[View]) -> Candidate | None:
    """Hold a claim against a forecast; None where it is another matter."""
    told = ground.slots[v.claim.id]
    if asked.deed(told) is None:
        return None
    if asked.where(told) == "differs" and not _PART["places"](asked.slots, told):
        return None  # most claims end here, before anything else is compared
    said = asked.verdicts(told)
    if not _may_be_part(asked.slots, told, said):
        return None
    if "unsaid" in said.values():
        lent = [ground.slots[o.claim.id] for o in lenders]
        said = {slot: _borrowed(slot, said[slot], asked, lent) for slot in SLOTS}
        if not _may_be_part(asked.slots, told, said):
            return None
    differs = tuple(slot for slot in SLOTS if said[slot] == "differs")
    unsaid = [slot for slot in SLOTS if said[slot] == "unsaid"]
    side = ["side"] if asked.partisan else []
    return Candidate(v, differs, (*unsaid, *side, *_doubts(v, ground)), late=False)


def asked_of(group: Group, ground: Ground) -> Asked:
    """Return what a forecast asks, with who held the place where nobody is named who takes it."""
    if not is_open(group.slots):
        return Asked(group.slots)
    held = held_then(group.slots, appeared_days(group.first.said).end, ground.holdings)
    return Asked(group.slots, held, not ground.partisan.isdisjoint(group.claims))


@dataclass(slots=True)
class Asked:
    """A forecast's slots, with what was found of those of claims: many claims share theirs.

    `held` is who held the place where a capture is forecast and not by whom, which `partisan` words
    leave open without meaning anybody.
    """

    slots: Slots
    held: Held | None = None
    partisan: bool = False
    known: dict[tuple[str, Hashable], Verdict | None] = field(default_factory=dict)

    def verdicts(self, told: Slots) -> dict[str, Verdict | None]:
        """Return the verdict on every slot of a claim."""
        return {slot: self.verdict(slot, told) for slot in SLOTS}

    def verdict(self, slot: str, told: Slots) -> Verdict | None:
        """Return the verdict on one slot of a claim."""
        if slot == "event":
            return self.deed(told)
        # Equal slots are one object in a ground, which holds them as long as this is asked.
        key = slot, id(told.spots if slot == "places" else getattr(told, slot))
        if key not in self.known:
            self.known[key] = _COMPARE[slot](self.slots, told)
        return self.known[key]

    def deed(self, told: Slots) -> Verdict | None:
        """Return the verdict on a claim's category and mode."""
        found = deed(self.slots, told)
        if found != "same" or self.held is None:
            return found
        key = "event", (told.event, told.mode, id(told.actors))
        if key not in self.known:
            self.known[key] = self.held.captured(told)
        return self.known[key]

    def where(self, told: Slots) -> Verdict | None:
        """Return the verdict on a claim's places."""
        return self.verdict("places", told)


_COMPARE: Mapping[str, Callable[[Slots, Slots], Verdict]] = {
    "actors": doer,
    "recipients": target,
    "places": where,
    "quantities": quantity,
}


def _may_be_part(asked: Slots, told: Slots, said: Mapping[str, Verdict | None]) -> bool:
    """Say whether no more differs than may where a forecast came in part."""
    differs = [slot for slot in SLOTS if said[slot] == "differs"]
    return not differs or (len(differs) == 1 and _PART[differs[0]](asked, told))


# What must agree by name for the rest to be a part of what was forecast, by the slot that differs.
_PART: Mapping[str, Callable[[Slots, Slots], bool]] = {
    "event": lambda asked, _: bool(asked.who and asked.spots),
    "actors": lambda asked, _: bool(asked.spots) and in_part(asked),
    "recipients": lambda asked, _: bool(asked.who),
    "places": lambda asked, told: bool(asked.who) and in_part(asked) and same_theatre(asked, told),
    "quantities": lambda *_: True,
}


def _borrowed(
    slot: str, verdict: Verdict | None, asked: Asked, lent: Sequence[Slots]
) -> Verdict | None:
    """Return a verdict; what a claim does not say, others of its event and its days may."""
    if verdict != "unsaid":
        return verdict
    found = {asked.verdict(slot, told) for told in lent}
    return "same" if "same" in found else "differs" if "differs" in found else "unsaid"


def _doubts(v: View, ground: Ground) -> Iterator[str]:
    if not v.firm:
        yield "certainty"
    if v.claim.id in ground.disputed:
        yield "dispute"


def _timed(days: Days, said: int | None, v: View, ground: Ground) -> str | None:
    """Say whether a claim's days lie in the window ("in"), after it, or perhaps in it.

    None where they lie before, or so long after that it is another story. What was reported no
    later than the day of the forecast may be what was before it, and bears nothing out.
    """
    told, out = ground.times[v.claim.id]
    if told.start is None or told.end is None:
        return None
    if said is not None and (out is None or out <= said):
        return None
    if days.start is not None and told.end < days.start:
        return None
    if days.start is not None and days.end is None and told.start > days.start + OPEN_DAYS:
        return None
    if days.end is not None and told.start > days.end:
        return "late" if told.start <= days.end + _grace(days) else None
    before = days.start is not None and told.start < days.start
    after = days.end is not None and told.end > days.end
    return "unsaid" if before or after else "in"


def _days_of(v: View) -> Days:
    """Return a claim's days; where they are only its publication's, it may have been the eve."""
    if v.named_day or v.days.start is None or v.claim.status == "ongoing":
        return v.days
    return Days(v.days.start - 1, v.days.end)


def told_before(group: Group, ground: Ground) -> Sequence[View]:
    """Return the claims of the month before a forecast that say all that it does, if they are of
    several days: what goes on anyway bears nobody out.
    """
    said = appeared_days(group.first.said).start
    if said is None or group.slots.event == "CONTROL":  # a town may be lost in between
        return ()
    asked, month = asked_of(group, ground), Days(said - MONTH, said - 1)
    like = [v for v in _near(group, month, ground) if _is_like(v, month, asked, ground)]
    return like if len({v.days.start for v in like}) >= OFTEN else ()


def _is_like(v: View, month: Days, asked: Asked, ground: Ground) -> bool:
    """Say whether a firm claim of those days, which nobody disputes, agrees in every slot."""
    told = v.days
    if v.denied or told.start is None or told.end is None or any(_doubts(v, ground)):
        return False
    within = (month.start or 0) <= told.start and told.end <= (month.end or 0)
    return within and set(asked.verdicts(ground.slots[v.claim.id]).values()) == {"same"}


def denials(group: Group, days: Days, ground: Ground) -> tuple[str, ...]:
    """Return the firm claims, made after the window, that it did not happen in it.

    A denial that names no place is of where its text was: "Orlin was calm. No attack came."
    """
    found, asked = [], asked_of(group, ground)
    for v in _near(group, days, ground):
        out = appeared(v.document).start
        if not v.denied or not v.firm or out is None or days.end is None:
            continue
        said = asked.verdicts(ground.slots[v.claim.id])
        if said["places"] == "unsaid" and _was_there(v, group.slots):
            said["places"] = "same"
        if set(said.values()) == {"same"} and out > days.end and _meets(days, v):
            found.append(v)
    return tuple(v.claim.id for v in sorted(found, key=lambda v: v.order))


def _was_there(v: View, asked: Slots) -> bool:
    """Say whether a claim names no place, in a text that was last at one of those asked for."""
    return not v.spots and not {s.key for s in v.setting}.isdisjoint(s.key for s in asked.spots)


def _meets(window: Days, v: View) -> bool:
    """Say whether the days told of hold the window's last day; what names no day and is told when
    the window has just closed is of it.
    """
    told = v.days
    if window.end is None or told.start is None or told.end is None:
        return False
    just = 0 if v.named_day else REPORT_DAYS
    return told.start - just <= window.end <= told.end
