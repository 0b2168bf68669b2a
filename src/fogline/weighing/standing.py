"""Everything that weighing concludes, of the ledger as it stands at one moment, in one value."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from fogline.model import (
    ClaimOrigin,
    Displaced,
    Event,
    Forecast,
    ForecastEntry,
    Judgement,
    Origin,
    Reading,
    Record,
    Timeline,
)
from fogline.weighing.conflict.displaced import displaced, likely
from fogline.weighing.conflict.misreports import standing
from fogline.weighing.control import left_out, timelines
from fogline.weighing.decisions import Decisions, decisions, heard, in_force, today
from fogline.weighing.events import events
from fogline.weighing.forecast.outcomes import forecasts
from fogline.weighing.moments import Moment, judged, latest, logged, stood
from fogline.weighing.occurrence.comparing import Comparison, Grouped, grouped, least_alike
from fogline.weighing.origin.corroborating import corroborating
from fogline.weighing.origin.origins import ground, origins
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.record.records import Held, records
from fogline.weighing.views.versions import page_of
from fogline.weighing.views.views import View, views


@dataclass(frozen=True)
class Standing:
    """What the ledger holds at a moment; each conclusion is worked out when first asked for.

    `readings` have all claims; nothing is concluded from those that were rejected.
    """

    at: Moment
    readings: tuple[Reading, ...]
    log: tuple[ForecastEntry, ...]
    judgements: tuple[Judgement, ...]
    origins: tuple[Origin, ...]
    events: tuple[Event, ...]
    voices: Mapping[str, ClaimOrigin]
    carried: Mapping[str, str | None]
    decided: Decisions

    @cached_property
    def views(self) -> Sequence[View]:
        """Every claim with what weighing compares of events, not what groups it into them."""
        return views(heard(self.readings, self.decided.rejected), telling=False)

    def behind(self, event: Event) -> dict[str, tuple[str, ...]]:
        """Return the independent origins behind an event, each with the claims that tell it."""
        seen = self._views_of(event.claims, telling=False)
        told = standing([v for v in seen if not v.comment])
        return corroborating(told, self.voices)

    def compared(self, ones: Collection[str], others: Collection[str]) -> Comparison:
        """Return what speaks for and against one occurrence, of those two of the claims that are
        least alike.
        """
        seen = {v.claim.id: v for v in self._views_of({*ones, *others}, telling=True)}
        return least_alike([seen[one] for one in ones], [seen[other] for other in others])

    def grouped(self, ones: Collection[str], others: Collection[str]) -> Grouped:
        """Return how the claims of two events are alike as groups."""
        seen = {v.claim.id: v for v in self._views_of({*ones, *others}, telling=True)}
        one, other = ([seen[i] for i in ids if i in seen] for ids in (ones, others))
        return grouped(one, other, self.decided.events)

    def _views_of(self, claims: Collection[str], *, telling: bool) -> Sequence[View]:
        """Return the views of some claims; of the readings only those are looked at that it takes,
        with the other versions of their pages.
        """
        wanted = frozenset(claims)
        telling_them = (r for r in self.readings if any(c.id in wanted for c in r.claims))
        pages = {page_of(r.document) for r in telling_them}
        kept = [r for r in self.readings if page_of(r.document) in pages]
        seen = views(heard(kept, self.decided.rejected), telling=telling)
        return [v for v in seen if v.claim.id in wanted]

    @cached_property
    def forecasts(self) -> tuple[Forecast, ...]:
        """The forecasts with their outcomes, by id."""
        log = [entry for entry in self.log if entry.claim not in self.decided.rejected]
        return forecasts(log, self.views, self.events, self.voices, self.at.day)

    @cached_property
    def displaced(self) -> tuple[Displaced, ...]:
        """The conflicts of place and time between events, by the events' ids."""
        told = likely(heard(self.readings, self.decided.rejected), self.events)
        return displaced(views(told, telling=False), self.events, self.voices)

    @cached_property
    def control(self) -> tuple[Timeline, ...]:
        """The claimed holders of places in time, by id."""
        return timelines(self.views, self.voices)

    @cached_property
    def uncontrolled(self) -> tuple[tuple[str, int], ...]:
        """Why claims of control give no place a holder, with their numbers."""
        return left_out(self.views)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The record of every source, by id."""
        made = today(in_force(self.judgements), self.carried)
        held = Held(self.views, self.voices, self.origins, self.events, self.forecasts, made)
        return records(held)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a ledger holds: readings, when each was recorded, the log, judgements.

    `carried` gives for judged claims that are read no more those that say now what they said.
    """

    readings: tuple[Reading, ...]
    recorded: Mapping[str, str]
    log: tuple[ForecastEntry, ...]
    judgements: tuple[Judgement, ...]
    carried: Mapping[str, str | None]


def standing_at(held: Contents, at: Moment) -> Standing:
    """Return the ledger as it stood at a moment, weighed anew from what stood then alone."""
    readings = stood(held.readings, held.recorded, at)
    made = judged(held.judgements, at)
    decided = decisions(made, held.carried)
    told = heard(readings, decided.rejected)
    found = origins(told, ground(told, decided.origins))
    voices = claim_origins(told, found)
    return Standing(
        at=at,
        readings=readings,
        log=logged(held.log, at),
        judgements=made,
        origins=found,
        events=events(told, found, voices, decided.events),
        voices=voices,
        carried=held.carried,
        decided=decided,
    )


def standing_now(
    held: Contents,
    origins: tuple[Origin, ...],
    events: tuple[Event, ...],
    voices: Mapping[str, ClaimOrigin],
) -> Standing:
    """Return the ledger as it stands, with what was weighed before.

    Now is the end of the last day on which any of its documents appeared: what was to happen by
    later days is open, for a corpus of any year.
    """
    return Standing(
        at=latest(held.readings) or Moment(datetime.min.replace(tzinfo=UTC)),
        readings=held.readings,
        log=held.log,
        judgements=held.judgements,
        origins=origins,
        events=events,
        voices=voices,
        carried=held.carried,
        decided=decisions(in_force(held.judgements), held.carried),
    )
