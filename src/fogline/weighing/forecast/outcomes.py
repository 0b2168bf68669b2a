"""What became of a forecast, from the claims that tell what happened, as they stand at a moment.

Only what agrees in every slot and falls in the window bears a forecast out. Late is late, a part
is a part, and what a report does not say is not taken to agree. Nothing here depends on the order
in which claims came: the best candidate is chosen, ties by days and ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from fogline.model import Event, Forecast, ForecastEntry, Outcome
from fogline.weighing.forecast import corrections
from fogline.weighing.forecast.candidates import (
    Candidate,
    Ground,
    candidates,
    denials,
    ground_of,
    told_before,
)
from fogline.weighing.forecast.coverage import REPORT_DAYS, Coverage, coverage
from fogline.weighing.forecast.forecasts import Group, Voices, groups, told_again
from fogline.weighing.measures.days import Days, iso
from fogline.weighing.measures.estimates import likelihood
from fogline.weighing.occurrence.slots import on_condition, told_slots, window_days
from fogline.weighing.origin.independence import independent
from fogline.weighing.views.views import View

OPEN, TRUE, LATE, PART = "open", "borne-out", "borne-out-late", "borne-out-in-part"
FALSE, UNTOLD = "not-borne-out", "cannot-tell"


def forecasts(
    log: Sequence[ForecastEntry], seen: Sequence[View], events: Iterable[Event], voices: Voices,
    today: int,
) -> tuple[Forecast, ...]:  # fmt: skip
    """Return the forecasts of a log with their outcomes on a day (an ordinal), sorted by id."""
    ground = ground_of(seen, events, voices, today)
    recorded = {entry.id: entry for entry in log}
    known = corrections.of(log)
    pages = {v.document.id: v.page for v in seen}
    found = (_forecast(group, ground, pages) for group in groups(log, voices))
    told = (
        replace(f, recorded=recorded[f.entry.id], corrections=known.get(f.entry.id, ()))
        for f in found
    )
    return tuple(sorted(told, key=lambda forecast: forecast.entry.id))


def _forecast(group: Group, ground: Ground, pages: Mapping[str, str]) -> Forecast:
    entry = group.first
    behind = len(independent(group.claims, ground.voices)) if group.origin else 0
    return Forecast(
        entry=entry,
        repeats=tuple(entry.claim for entry in _said_again(group, pages)),
        origin=group.origin,
        origins=max(behind, int(group.origin is not None)),
        outcome=_noted(outcome(group, ground), entry),
        likelihood=likelihood(entry.probability),
    )


def _said_again(group: Group, pages: Mapping[str, str]) -> Iterator[ForecastEntry]:
    """Yield the entries that repeat a forecast; the same words of one page's versions are one."""
    told = {(pages.get(group.first.document, group.first.document), group.first.words)}
    for entry in group.repeats:
        said = (pages.get(entry.document, entry.document), entry.words)
        if said not in told or entry.document == group.first.document:
            yield entry
        told.add(said)


def _noted(found: Outcome, entry: ForecastEntry) -> Outcome:
    """Add to the reason what a reader must know of the forecast itself.

    What was said on a condition and did not come may have lacked the condition.
    """
    notes = [found.reason]
    if on_condition(entry.words):
        kind = UNTOLD if found.kind == FALSE else found.kind
        found = replace(found, kind=kind)
        notes.append("said on a condition, and whether that was met is not weighed")
    if entry.status == "threatened":
        notes.append("a threat: whether what it asked was done is not weighed")
    if entry.by:
        notes.append(f"held against what {entry.by} corrected: {entry.note}")
    if entry.comment:
        notes.append("said by a reader in a comment")
    return replace(found, reason="; ".join(notes))


def outcome(group: Group, ground: Ground) -> Outcome:
    """Return what became of one forecast, with its reason in words."""
    days = window_days(group.first)
    if group.first.window.basis == "undated" or days == Days(None, None):
        return Outcome(UNTOLD, (), (), f"nobody knows from when to when: {_why_undated(group)}")
    if group.slots.vague:
        return _waiting(days, ground) or Outcome(
            UNTOLD, (), (), "it names neither doer, target nor place: nothing would tell it apart"
        )
    found = sorted(candidates(group, days, ground), key=lambda c: c.rank)
    if group.first.rule.polarity == "negative":
        return _against(found, group, days, ground)
    full = [c for c in found if not c.unsaid]
    if full and not (full[0].differs and _waiting(days, ground)):
        return _no_news(group, days, ground) or _came(full, group, days, ground)
    return _did_not(found, group, days, ground)


def _why_undated(group: Group) -> str:
    if told_again(group.first):
        return "it was forecast before, on a day not told, and is only told again"
    return "its page has no date"


def _came(full: Sequence[Candidate], group: Group, days: Days, ground: Ground) -> Outcome:
    best = full[0]
    alike = [c for c in full if (c.differs, c.late) == (best.differs, best.late)]
    claims = tuple(dict.fromkeys(c.view.claim.id for c in alike))
    kind = LATE if best.late else PART if best.differs else TRUE
    differs = (*(["when"] if best.late else []), *best.differs)
    reason = f"{_told(best, days)}{_instead(best)}, {_on_whose_word(claims, group, ground)}"
    return Outcome(kind, claims, differs, reason)


def _no_news(group: Group, days: Days, ground: Ground) -> Outcome | None:
    """Return the outcome where the like went on before too and no time is given until when."""
    before = told_before(group, ground) if days.end is None else ()
    if not before:
        return None
    first, last = (iso(end(v.days.start or 0 for v in before)) for end in (min, max))
    reason = f"open-ended, and the like went on before it too, told of {first} and of {last}"
    return Outcome(UNTOLD, tuple(sorted(v.claim.id for v in before)), (), reason)


def _did_not(found: Sequence[Candidate], group: Group, days: Days, ground: Ground) -> Outcome:
    """Return the outcome where nothing bore the forecast out, in whole or in part."""
    if waiting := _waiting(days, ground):
        return _so_far(waiting, found)
    told = [c for c in found if c.unsaid and not c.late]
    if known := _denied(FALSE, told, group, days, ground):
        return known
    if told:
        return _not_clear(told)
    seen = _coverage(group, days, ground)
    kind = FALSE if seen.enough else UNTOLD
    return Outcome(kind, (), (), f"nothing is told of it; {seen.reason}")


def _against(found: Sequence[Candidate], group: Group, days: Days, ground: Ground) -> Outcome:
    """Return the outcome of a forecast that something will not happen."""
    in_time = [c for c in found if not c.late and not c.differs]
    if came := [c for c in in_time if not c.unsaid]:
        claims = tuple(c.view.claim.id for c in came)
        word = _on_whose_word(claims, group, ground)
        return Outcome(FALSE, claims, (), f"it happened: {_told(came[0], days)}, {word}")
    if waiting := _waiting(days, ground):
        return waiting
    if known := _denied(TRUE, in_time, group, days, ground):
        return known
    if in_time:
        return _not_clear(in_time)
    seen = _coverage(group, days, ground)
    kind = TRUE if seen.enough else UNTOLD
    return Outcome(kind, (), (), f"nothing is told against it; {seen.reason}")


def _denied(
    kind: str, told: Sequence[Candidate], group: Group, days: Days, ground: Ground
) -> Outcome | None:
    """Return the outcome where it was said afterwards that nothing came, and nobody disputes it."""
    if any("dispute" in c.unsaid for c in told):
        return None
    claims = denials(group, days, ground)
    reason = f"said after {iso(days.end)} not to have happened"
    return Outcome(kind, claims, (), reason) if claims else None


def _waiting(days: Days, ground: Ground) -> Outcome | None:
    if days.end is None:
        return Outcome(OPEN, (), (), "open-ended: its words give no time until when")
    if ground.today <= days.end:
        return Outcome(OPEN, (), (), f"its window is open until {iso(days.end)}")
    return None


def _so_far(waiting: Outcome, found: Sequence[Candidate]) -> Outcome:
    """Return an open outcome with what has come of the forecast so far, in part."""
    part = [c for c in found if not c.unsaid and not c.late][:1]
    if not part:
        return waiting
    reason = f"{waiting.reason}; so far only in part{_instead(part[0])}"
    return replace(
        waiting, claims=(part[0].view.claim.id,), differs_in=part[0].differs, reason=reason
    )


def _not_clear(told: Sequence[Candidate]) -> Outcome:
    claims = tuple(c.view.claim.id for c in told)
    unsaid = ", ".join(_WORDS[slot] for slot in told[0].unsaid)
    return Outcome(UNTOLD, claims, (), f"something like it is told, but not {unsaid}")


_WORDS = {
    "event": "in what way",
    "actors": "by whom",
    "recipients": "to whom",
    "places": "where exactly",
    "quantities": "how many",
    "side": "whether by the side that its own word means",
    "when": "on which day",
    "certainty": "for certain",
    "dispute": "without as many denying it",
}
_INSTEAD: Mapping[str, Callable[[View], Sequence[str]]] = {
    "event": lambda v: ["/".join(filter(None, (v.claim.event, v.claim.mode)))],
    "actors": lambda v: [party.called for party in v.actors],
    "recipients": lambda v: [party.called for party in v.recipients],
    "places": lambda v: [spot.name for spot in v.spots],
    "quantities": lambda v: [amount.words for amount in told_slots(v).quantities],
}
_ASKS = {
    "event": "of another kind",
    "actors": "by others",
    "recipients": "to others",
    "quantities": "not as many",
}


def _told(best: Candidate, days: Days) -> str:
    day = iso(best.view.days.start) or "a day not named"
    if best.late:
        return f"told of {day}, after the window that ended {iso(days.end)}"
    return f"told of {day}" + (f", in the window to {iso(days.end)}" if days.end else "")


def _instead(best: Candidate) -> str:
    found = (
        f" {_ASKS.get(slot, 'elsewhere')} ({', '.join(_INSTEAD[slot](best.view))})"
        for slot in best.differs
    )
    return "".join(found)


def _on_whose_word(claims: Sequence[str], group: Group, ground: Ground) -> str:
    behind = independent(claims, ground.voices)
    if behind == (group.origin,):
        return "on the forecaster's own word alone"
    return f"on the word of {len(behind)} origin{'' if len(behind) == 1 else 's'}"


def _coverage(group: Group, days: Days, ground: Ground) -> Coverage:
    first, last = days.start or 0, (days.end or 0) + REPORT_DAYS
    reports = (v for day in range(first, last + 1) for v in ground.reports.get(day, ()))
    told = reports if days.start else ()
    return coverage(group.slots, days, told, ground.voices, group.documents)
