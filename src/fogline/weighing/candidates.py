"""Which claims tell of what a forecast said, wholly or in part, in its window or after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from fogline.model import Event
from fogline.weighing.days import Days, appeared, appeared_days
from fogline.weighing.forecasts import Group, Voices
from fogline.weighing.kinship import kinship
from fogline.weighing.slots import (
    Slots,
    Verdict,
    deed,
    doer,
    in_part,
    same_theatre,
    target,
    told_slots,
    where,
)
from fogline.weighing.views import View
from fogline.weighing.voices import independent

MONTH = 31  # days
LATE_DAYS = 30  # after a window, or twice its length: later than that is another story
FIRM = frozenset({"certain", "probable"})
SLOTS = ("event", "actors", "recipients", "places")
# The later, the less is left of a forecast that differs in it: elsewhere it is still its doer's.
GRAVITY = ("recipients", "places", "actors", "event")


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

    `families` holds what happened by kinship, `reports` every claim by its day of publication.
    """

    families: Mapping[str, Dated]
    reports: Mapping[int, Sequence[View]]
    siblings: Mapping[str, Sequence[View]]
    voices: Voices
    today: int


def ground_of(seen: Sequence[View], events: Iterable[Event], voices: Voices, today: int) -> Ground:
    """Return the claims that tell what happened, by family, with those of the same event."""
    told = [v for v in seen if not v.comment]
    by_id = {v.claim.id: v for v in told}
    families: defaultdict[str, Dated] = defaultdict(Dated)
    reports: defaultdict[int, list[View]] = defaultdict(list)
    for v in told:
        if (day := appeared(v.document).start) is not None:
            reports[day].append(v)
        # A headline is too short to tell what happened from what is about to.
        if v.standing == "happened" and not v.heading:
            families[kinship().family(v.claim.event)].add(v)
    siblings: dict[str, Sequence[View]] = {}
    for event in events:
        held = [by_id[claim] for claim in event.claims if claim in by_id]
        siblings |= {v.claim.id: held for v in held}
    return Ground(families, reports, siblings, voices, today)


def _near(group: Group, days: Days, ground: Ground) -> Iterable[View]:
    """Return the claims of the forecast's family that may fall in its window or shortly after."""
    held = ground.families.get(kinship().family(group.slots.event))
    if held is None:
        return ()
    return held.near(days.start or 0, None if days.end is None else days.end + _grace(days))


def _grace(days: Days) -> int:
    return max(LATE_DAYS, 2 * (days.length or 0))


def candidates(group: Group, days: Days, ground: Ground) -> Iterator[Candidate]:
    """Yield the claims that tell of a forecast, each with what differs or is not said."""
    said = appeared_days(group.first.said).start
    pages = {entry.document for entry in (group.first, *group.repeats)}
    for v in _near(group, days, ground):
        if v.denied or (v.document.id in pages and not v.named_day):
            continue  # a page that still announces it does not, without a day, tell that it came
        timed = _timed(days, said, v)
        lenders = (o for o in _lenders(v, ground) if _timed(days, said, o) == timed)
        found = _candidate(group.slots, v, ground, lenders) if timed else None
        if timed and found:
            unsaid = (*found.unsaid, "when") if timed == "unsaid" else found.unsaid
            if not (unsaid and (found.differs or timed == "late")):
                yield replace(found, unsaid=unsaid, late=timed == "late")


def _lenders(v: View, ground: Ground) -> Iterator[View]:
    """Yield the claims of its event that may say for a claim what it does not say itself."""
    for other in ground.siblings.get(v.claim.id, ()):
        if not other.denied and other.standing == "happened" and other.claim.certainty in FIRM:
            yield other


def _candidate(asked: Slots, v: View, ground: Ground, lenders: Iterable[View]) -> Candidate | None:
    """Hold a claim against a forecast; None where it is another matter."""
    told = told_slots(v)
    if deed(asked, told) is None:
        return None
    if where(asked, told) == "differs" and not _PART["places"](asked, told):
        return None  # most claims end here, before anything else is compared
    verdicts = _verdicts(asked, v)
    lent = [_verdicts(asked, o) for o in lenders] if "unsaid" in verdicts.values() else []
    said = {slot: _borrowed(slot, verdicts[slot], lent) for slot in SLOTS}
    differs = tuple(slot for slot in SLOTS if said[slot] == "differs")
    if len(differs) > 1 or (differs and not _PART[differs[0]](asked, told_slots(v))):
        return None
    unsaid = [slot for slot in SLOTS if said[slot] == "unsaid"]
    return Candidate(v, differs, (*unsaid, *_doubts(v, ground)), late=False)


# What must agree by name for the rest to be a part of what was forecast, by the slot that differs.
_PART: Mapping[str, Callable[[Slots, Slots], bool]] = {
    "event": lambda asked, _: bool(asked.who and asked.spots),
    "actors": lambda asked, _: bool(asked.spots) and in_part(asked),
    "recipients": lambda asked, _: bool(asked.who),
    "places": lambda asked, told: bool(asked.who) and in_part(asked) and same_theatre(asked, told),
}


def _verdicts(asked: Slots, v: View) -> dict[str, Verdict | None]:
    told = told_slots(v)
    return {
        "event": deed(asked, told),
        "actors": doer(asked, told),
        "recipients": target(asked, told),
        "places": where(asked, told),
    }


def _borrowed(
    slot: str, verdict: Verdict | None, lent: Sequence[Mapping[str, Verdict | None]]
) -> Verdict | None:
    """Return a verdict; what a claim does not say, others of its event and its days may."""
    if verdict != "unsaid":
        return verdict
    found = {verdicts[slot] for verdicts in lent}
    return "same" if "same" in found else "differs" if "differs" in found else "unsaid"


def _doubts(v: View, ground: Ground) -> Iterator[str]:
    if v.claim.certainty not in FIRM:
        yield "certainty"
    held = ground.siblings.get(v.claim.id, ())
    yes = independent([o.claim.id for o in held if not o.denied], ground.voices)
    no = independent([o.claim.id for o in held if o.denied], ground.voices)
    if no and len(no) >= len(yes):
        yield "dispute"


def _timed(days: Days, said: int | None, v: View) -> str | None:
    """Say whether a claim's days lie in the window ("in"), after it, or perhaps in it.

    None where they lie before, or so long after that it is another story. What was reported no
    later than the day of the forecast may be what was before it, and bears nothing out.
    """
    told, out = _days_of(v), appeared(v.document).end
    if told.start is None or told.end is None:
        return None
    if said is not None and (out is None or out <= said):
        return None
    if days.start is not None and told.end < days.start:
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


def denials(group: Group, days: Days, ground: Ground) -> tuple[str, ...]:
    """Return the firm claims, made after the window, that it did not happen in it."""
    found = []
    for v in _near(group, days, ground):
        out = appeared(v.document).start
        if not v.denied or v.claim.certainty not in FIRM or out is None or days.end is None:
            continue
        whole = set(_verdicts(group.slots, v).values()) == {"same"}
        if whole and out > days.end and _meets(days, v.days):
            found.append(v)
    return tuple(v.claim.id for v in sorted(found, key=lambda v: v.order))


def _meets(window: Days, told: Days) -> bool:
    """Say whether the days told of hold the window's last day."""
    if window.end is None or told.start is None or told.end is None:
        return False
    return told.start <= window.end <= told.end
