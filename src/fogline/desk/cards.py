"""Events and forecasts as the board's cards: one lead claim, its words, and the three counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from fogline.desk.snapshot import Counts, Snapshot, Told, event_counts, publication_day, told_counts
from fogline.desk.wording import Summary, chain, has_named_source, pointed, summary
from fogline.model import (
    HARMS,
    Claim,
    Contradiction,
    Credibility,
    Event,
    Forecast,
    Mention,
    Outcome,
    Range,
    When,
)
from fogline.weighing.conflict.evolution import FOUGHT_FOR, IN_PART
from fogline.weighing.measures.amounts import numbers
from fogline.weighing.origin.independence import independent
from fogline.weighing.parties.publishing import is_own_account
from fogline.weighing.views.bounded import uncounted

STATUSES = ("occurred", "ongoing", "forecast", "threatened", "hypothetical")
CERTAINTIES = ("certain", "probable", "possible", "unknown")
AHEAD = frozenset({"forecast", "threatened"})
CAME = frozenset({"occurred", "ongoing"})
SHOWN = 3  # claims of an outcome that stand on a card
UNDECIDED = frozenset({"open", "cannot-tell"})
BLAME, CONTROL, TOLL = "blame", "control", "toll"
ROLES = ("body", "lead-in", "quotation", "headline", "caption", "comment")


@dataclass(frozen=True, slots=True)
class Voices:
    """How many claims of an event speak in each way."""

    status: str
    polarity: str
    claims: int


@dataclass(frozen=True, slots=True)
class Lead:
    """The claim that stands for its event: exact words, who says so, and where they are.

    `trigger` is where, in `words`, the word stands that it was read from, in code points; `day` is
    the first on which it tells that the event was; `own_word` where a party, body or monitor
    publishes its own.
    """

    claim: str
    document: str
    publisher: str | None
    words: str
    chain: str
    named_source: bool
    loaded: tuple[tuple[str, str], ...]
    day: str | None
    trigger: tuple[int, int]
    own_word: bool


@dataclass(frozen=True, slots=True)
class EventCard:
    """One event in short; days are ISO, None where no document gives one.

    `denying` are those of its independent origins that only deny it.
    """

    id: str
    event: str
    mode: str | None
    summary: Summary
    when: When
    first_reported: str | None
    last_reported: str | None
    status: str
    polarity: str
    certainty: str
    voices: tuple[Voices, ...]
    counts: Counts
    contradictions: tuple[Contradiction, ...]
    credibility: Credibility
    lead: Lead
    new: bool
    only_comments: bool
    denying: int

    @property
    def contested(self) -> bool:
        """Whether a contradiction among its claims is still open."""
        return any(c.state == "open" for c in self.contradictions)


@dataclass(frozen=True, slots=True)
class ForecastCard:
    """What is expected or threatened; `window_state` is open, passed or none, on the zone's day.

    `when` are the days that its outcome goes by: the forecast's own window, as corrected, which
    the words on the card may leave to another telling of it. `since` are the claims of the same
    event that say, on the day of the first forecast or later, whether it came to be; empty where
    the ledger holds none. `rests_on` are the words that its outcome rests on, a few of them.
    """

    event: str
    summary: Summary
    status: str
    polarity: str
    certainty: str
    when: When
    window_state: str
    repeats: int
    first_reported: str | None
    last_reported: str | None
    counts: Counts
    lead: Lead
    since: tuple[Voices, ...]
    forecast: str | None
    outcome: Outcome | None
    likelihood: str | None
    rests_on: tuple[Lead, ...] = ()

    @property
    def due(self) -> bool:
        """Whether its window has closed and what became of it cannot be told, or is not yet."""
        passed = self.window_state == "passed"
        return passed and (self.outcome is None or self.outcome.kind in UNDECIDED)


def event_card(snapshot: Snapshot, event: Event, since: str | None) -> EventCard | None:
    """Return an event's card, or None when none of its claims is in the ledger any more."""
    tellings = snapshot.tellings(event)
    if not tellings:
        return None
    chosen = _lead_of(event, tellings, _refuted(tellings))
    first, last = reported(tellings)
    return EventCard(
        id=event.id,
        event=event.event,
        mode=event.mode,
        summary=named(event, tellings),
        when=event.when,
        first_reported=first,
        last_reported=last,
        status=chosen.claim.status,
        polarity=chosen.claim.polarity,
        certainty=chosen.claim.certainty,
        voices=_voices(_of_the_deed(tellings, event)),
        counts=event_counts(event),
        contradictions=event.contradictions,
        credibility=event.credibility,
        lead=lead(chosen),
        new=bool(since and first and first >= since),
        only_comments=all(t.is_comment for t in tellings),
        denying=_denying(snapshot, event, tellings),
    )


def named(event: Event, tellings: Sequence[Told]) -> Summary:
    """Return the line that an event has in every list, from the claims that tell it.

    It takes no side: where it is contested who did it, who holds it or how many were harmed, it
    says none of these.
    """
    claim = _lead_of(event, tellings).claim
    claim = _of_no_doer(claim) if _over_who(event) else claim
    return summary(_of_no_toll(claim) if _over_how_many(event, tellings) else claim)


def forecast_card(snapshot: Snapshot, event: Event, day: str | None) -> ForecastCard | None:
    """Return what an event's claims expect, or None when none of them looks ahead."""
    told = [t for t in snapshot.tellings(event) if not t.is_comment]
    ahead = [t for t in told if t.claim.status in AHEAD]
    if not ahead:
        return None
    chosen = ahead[0]
    known = snapshot.forecast(chosen.claim.id)
    when = _window(chosen.claim.when, known)
    first, last = reported(ahead)
    return ForecastCard(
        event=event.id,
        summary=summary(chosen.claim),
        status=chosen.claim.status,
        polarity=chosen.claim.polarity,
        certainty=chosen.claim.certainty,
        when=when,
        window_state=_window_state(when, day),
        repeats=len(ahead) - 1,
        first_reported=first,
        last_reported=last,
        counts=told_counts(snapshot, ahead),
        lead=lead(chosen),
        since=_voices([t for t in told if t.claim.status in CAME and _not_before(t, first)]),
        forecast=known.entry.id if known else None,
        outcome=known.outcome if known else None,
        likelihood=known.likelihood if known else None,
        rests_on=_rests_on(snapshot, known),
    )


def _rests_on(snapshot: Snapshot, known: Forecast | None) -> tuple[Lead, ...]:
    """Return the words that an outcome rests on, once where they make several claims or stand in a
    reprint too.
    """
    named = known.outcome.claims if known else ()
    once: dict[str, Lead] = {}
    for claim in named:
        if claim in snapshot.told:
            told = lead(snapshot.told[claim])
            once.setdefault(told.words, told)
    return tuple(once.values())[:SHOWN]


def lead(told: Told) -> Lead:
    """Return a claim as the words that stand for its event."""
    claim = told.claim
    words, trigger = pointed(claim)
    return Lead(
        claim=claim.id,
        document=told.document.id,
        publisher=told.document.publisher,
        words=words,
        chain=chain(claim, told.document),
        named_source=has_named_source(claim),
        loaded=tuple((w.text, w.neutral) for w in claim.loaded),
        day=claim.when.start,
        trigger=trigger,
        own_word=is_own_account(claim),
    )


def reported(tellings: Iterable[Told]) -> tuple[str | None, str | None]:
    """Return the first and last publication days among some tellings; undated ones give none."""
    days = [d for t in tellings if (d := publication_day(t.document.published))]
    return min(days, default=None), max(days, default=None)


def _lead_of(event: Event, tellings: Sequence[Told], refuted: Set[str] = frozenset()) -> Told:
    """Return the claim that stands for an event: the report before its readers, who says so before
    who denies it, and what is only cited to be refuted behind its refutation.
    """
    kind = event.event, event.mode

    def rank(told: Told) -> tuple[object, ...]:
        against = 2 if told.claim.id in refuted else _is_denial(told)
        return told.is_comment, against, *_lead_rank(told, kind)

    return min(tellings, key=rank)


def _refuted(tellings: Iterable[Told]) -> frozenset[str]:
    """Return the claims that a page cites in the very sentence in which it denies them itself."""
    denied = {_sentence(t) for t in tellings if _is_denial(t) and not _is_cited(t)}
    return frozenset(t.claim.id for t in tellings if _is_cited(t) and _sentence(t) in denied)


def _is_denial(told: Told) -> bool:
    return told.claim.polarity == "negative"


def _is_cited(told: Told) -> bool:
    return len(told.claim.attribution) > 1


def _sentence(told: Told) -> tuple[str, int]:
    return told.document.id, told.claim.sentence.start


def _lead_rank(told: Told, kind: tuple[str, str | None]) -> tuple[bool, int, int, int, int, str]:
    """What is of the event's kind before the rest: a capture is no withdrawal; then the plainest
    and fullest claim, then by id.
    """
    claim = told.claim
    filled = bool(claim.actors) + bool(claim.places) + bool(claim.recipients)
    return (
        (claim.event, claim.mode) != kind,
        STATUSES.index(claim.status),
        CERTAINTIES.index(claim.certainty),
        -filled,
        ROLES.index(told.part.role) if told.part.role in ROLES else len(ROLES),
        claim.id,
    )


def _voices(tellings: Sequence[Told]) -> tuple[Voices, ...]:
    found = Counter((t.claim.status, t.claim.polarity) for t in tellings)
    ordered = sorted(found.items(), key=lambda i: (STATUSES.index(i[0][0]), i[0][1] != "positive"))
    return tuple(Voices(status, polarity, n) for (status, polarity), n in ordered)


def _over_who(event: Event) -> bool:
    """Whether it is open who did it, or which of two holds the place: then the event's line names
    nobody, its lead's words do.
    """
    open_ = [c for c in event.contradictions if c.state == "open"]
    return any(c.type == BLAME or (c.type == CONTROL and _names_two(c)) for c in open_)


def _names_two(over_a_place: Contradiction) -> bool:
    """Whether two holders are named, and not one who holds it in part, or has to fight for it."""
    told = {turn.says for turn in over_a_place.history}
    return len(told - {FOUGHT_FOR} - {says for says in told if says.endswith(IN_PART)}) > 1


def _of_no_doer(claim: Claim) -> Claim:
    return replace(claim, actors=())


def _over_how_many(event: Event, tellings: Iterable[Told]) -> bool:
    """Whether numbers were told that differ, also where one has given way to another since."""
    tolls = [t.claim.casualties for t in tellings if not t.is_comment]
    told = ({n for toll in tolls if (n := getattr(toll, slot))} for slot in HARMS)
    return any(c.type == TOLL for c in event.contradictions) or any(map(_apart, told))


def _apart(told: Set[Range]) -> bool:
    """Whether two numbers cannot both be: twelve and thirty, not twelve and at least ten."""
    return any(one.below(other) for one in told for other in told)


def _of_no_toll(claim: Claim) -> Claim:
    """Return a claim whose recipients stand without the number of those harmed."""
    told = [n for slot in HARMS if (n := getattr(claim.casualties, slot))]
    harmed = {float(end) for n in told for end in (n.min, n.max) if end is not None}
    bare = (_uncounted(m, harmed) for m in claim.recipients)
    return replace(claim, recipients=tuple(m for m in bare if m.text))


def _uncounted(mention: Mention, harmed: Set[float]) -> Mention:
    said = mention.name or mention.text
    return mention if harmed.isdisjoint(numbers(said)) else Mention(uncounted(said), id=mention.id)


def _of_the_deed(tellings: Sequence[Told], event: Event) -> list[Told]:
    """Return the tellings without those that deny only who did it: the deed is not denied."""
    over_who = {
        c for conflict in event.contradictions if conflict.type == BLAME for c in conflict.claims
    }
    return [t for t in tellings if t.claim.polarity != "negative" or t.claim.id not in over_who]


def _denying(snapshot: Snapshot, event: Event, tellings: Sequence[Told]) -> int:
    """Return how many of an event's origins add nothing to those that say so: they deny it."""
    told = [t for t in tellings if not t.is_comment]
    saying = [t.claim.id for t in told if not _is_denial(t)]
    if not saying or len(saying) == len(told):
        return 0
    return max(event.origins - len(independent(saying, snapshot.voices)), 0)


def _not_before(told: Told, day: str | None) -> bool:
    reported_on = publication_day(told.document.published)
    return reported_on is not None and day is not None and reported_on >= day


def _window(when: When, known: Forecast | None) -> When:
    """Return when a claim is to come true by its forecast's entry, where that states a window."""
    if known is None or known.entry.window.basis != "stated":
        return when
    return When(when.text, known.entry.window.start, known.entry.window.end, None, "absolute")


def _window_state(when: When, day: str | None) -> str:
    if when.end is None or day is None or when.basis in {"none", "default"}:
        return "none"
    return "open" if when.end >= day else "passed"
