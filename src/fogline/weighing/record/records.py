"""Every source's record: what became of its forecasts and of its firm claims.

Sources are outlets, authors by their bylines, and the authorities that reports cite. Witnesses,
readers, private persons and crowds ("rebels") have no record. What a source says itself counts as
its own; forecasts that it passes on of others are counted apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from fogline.model import (
    Claim,
    ClaimOrigin,
    Contradiction,
    Event,
    Firm,
    Forecast,
    Judgement,
    Origin,
    Record,
    Source,
    neutral,
)
from fogline.weighing.conflict.blame import is_blamable, of_who
from fogline.weighing.conflict.evolution import taken_back
from fogline.weighing.conflict.misreports import misreported, standing
from fogline.weighing.forecast.forecasts import Voices, told_again
from fogline.weighing.measures.wording import fold, tokens
from fogline.weighing.origin.independence import SOURCE, independent
from fogline.weighing.parties.holders import other_doers
from fogline.weighing.record.reliability import Settled, reliability
from fogline.weighing.record.scores import brier, calibration
from fogline.weighing.sources.authorities import is_crowd, is_desk, names_body, office_of
from fogline.weighing.sources.citations import Outlets, outlets
from fogline.weighing.views.versions import TAKEN_BACK, roots
from fogline.weighing.views.views import View

UNNAMED = frozenset({"anonymous", "witness", "author", "self"})
OUTLET = "outlet:"  # begins the key of one, which may be only cited
PERSON = "named-person"
PRIVATE = frozenset({PERSON, "anonymous"})
ORGANISED, OFFICIAL = "organisation", "official"
NEWS = frozenset({"media", "author", "self"})


@dataclass(frozen=True, slots=True)
class Held:
    """What records are drawn from."""

    views: Sequence[View]
    voices: Voices
    origins: Sequence[Origin]
    events: Sequence[Event]
    forecasts: Sequence[Forecast]
    judgements: Sequence[Judgement]


@dataclass(slots=True)
class Sheet:
    """One source's record while it is gathered."""

    name: str
    kind: str
    documents: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    own: list[Forecast] = field(default_factory=list)
    carried: list[Forecast] = field(default_factory=list)


def records(held: Held) -> tuple[Record, ...]:
    """Return the record of every source, by id; the order of what is held plays no part."""
    known = outlets(v.document.publisher for v in held.views if v.document.publisher)
    told = [v for v in held.views if not v.comment]
    by_claim = {v.claim.id: v for v in told}
    errors = _errors(held.events, by_claim)
    sheets = _sheets(told, held.voices, known, errors)
    for forecast in sorted(held.forecasts, key=lambda f: f.entry.id):
        _enter(forecast, sheets, by_claim, held.voices, known)
    pages = {v.document.id: v.page for v in held.views}
    rooted = roots((m for origin in held.origins for m in origin.members), pages)
    event_of = {claim: event for event in held.events for claim in event.claims}
    found = (
        _record(key, sheet, rooted, _firm_of(sheet, by_claim, event_of, held), held)
        for key, sheet in sheets.items()
    )
    return tuple(sorted(found, key=lambda record: record.id))


def _errors(events: Iterable[Event], by_claim: Mapping[str, View]) -> frozenset[str]:
    """Return the claims that their publishers set right: no word of whom they cite."""
    of_events = ([by_claim[c] for c in e.claims if c in by_claim] for e in events)
    return frozenset().union(*map(misreported, of_events))


def _sheets(
    told: Iterable[View], voices: Voices, known: Outlets, errors: Set[str]
) -> dict[str, Sheet]:
    sheets: dict[str, Sheet] = {}
    cited: defaultdict[str, list[Source]] = defaultdict(list)
    for v in sorted(told, key=lambda v: v.order):
        for key, name, kind in _publishers(v, known):
            sheets.setdefault(key, Sheet(name, kind)).documents.add(v.page)
        voice = voices.get(v.claim.id)
        wrong = v.claim.id in errors
        for key in _tellers(v, known) if wrong else _speakers(v, voice, known):
            words = key.partition(":")[2]
            sheet = sheets.setdefault(key, Sheet(known.names.get(words, words), "outlet"))
            sheet.claims.add(v.claim.id)
            if key.startswith(SOURCE):
                sheet.documents.add(v.page)
            if key.startswith(SOURCE) or (key.startswith(OUTLET) and words not in known.names):
                own = NEWS if key.startswith(SOURCE) else UNNAMED
                last = [s for s in v.claim.attribution[-1:] if s.id or s.kind not in own]
                cited[key] += [as_ for s in last if (as_ := _as_cited(s, key, v.claim)).text]
    for key, sources in cited.items():
        name, kind = _called(key, sources)
        sheets[key].name = name
        sheets[key].kind = kind if key.startswith(SOURCE) else "outlet"
    return {key: sheet for key, sheet in sheets.items() if _public(key, sheet)}


def _as_cited(source: Source, key: str, claim: Claim) -> Source:
    """Return a source in neutral words; who speaks for a body is told by his office, if by any."""
    if source.kind == PERSON and not source.id and _is_body(key):
        return replace(source, text=office_of(source, claim), name=None)
    return replace(source, text=neutral(source.text, claim.loaded))


def _is_body(key: str) -> bool:
    return names_body(frozenset(tokens(key.partition(":")[2])))


def _publishers(v: View, known: Outlets) -> Iterator[tuple[str, str, str]]:
    publisher, author = v.document.publisher, v.document.author
    if publisher:
        key = known.key(publisher)
        yield f"outlet:{key}", known.names.get(key, publisher), "outlet"
    if author and _is_somebody(author, publisher, known):
        yield f"author:{fold(author)}", author, "author"


def _is_somebody(author: str, publisher: str | None, known: Outlets) -> bool:
    """Say whether a byline names a person: no publisher ("Marsh Wire"), and no desk of one."""
    return known.key(author) not in known.names and not is_desk(author, publisher or "")


def _speakers(v: View, voice: ClaimOrigin | None, known: Outlets) -> Iterator[str]:
    """Yield whose own word a claim is: an authority, or an outlet and the author who writes it."""
    if voice is None or voice.key is None:
        return
    if not voice.own:
        if not voice.key.startswith("origin:"):
            yield voice.key
        return
    if voice.outlet:
        yield voice.outlet
    yield from _author(v, known)


def _tellers(v: View, known: Outlets) -> Iterator[str]:
    """Yield who tells a claim, whomever it cites: who publishes it, and the author."""
    if publisher := v.document.publisher:
        yield f"{OUTLET}{known.key(publisher)}"
    yield from _author(v, known)


def _author(v: View, known: Outlets) -> Iterator[str]:
    author = v.document.author
    if author and _is_somebody(author, v.document.publisher, known):
        yield f"author:{fold(author)}"


def _called(key: str, sources: Sequence[Source]) -> tuple[str, str]:
    """Return by what name and as what kind of source most claims cite an authority.

    Its own name comes first, then a fuller one: the "committee" is the relief committee that others
    are told of.
    """
    names = Counter(s.name or s.text for s in sources)
    words = set(tokens(key.partition(":")[2]))
    kinds = Counter(s.kind for s in sources if s.kind not in UNNAMED)
    linked = {s.name for s in sources if s.id == key.removeprefix(SOURCE)}
    whole = {n: len(words & {*tokens(n)}) for n in names}
    name = max(
        names, key=lambda n: (n in linked, whole[n], names[n], n), default=key.partition(":")[2]
    )
    kind = max(kinds, key=lambda k: (kinds[k], k)) if kinds else "anonymous"
    if linked and kind in PRIVATE | NEWS:
        return name, ORGANISED
    return name, OFFICIAL if kind == PERSON and _is_body(key) else kind


def _public(key: str, sheet: Sheet) -> bool:
    """Say whether a source may have a record: nobody is followed who speaks for himself alone.

    Nor has a crowd one: the "rebels" of one page are not those of the next.
    """
    unknown = sheet.kind in PRIVATE or is_crowd(key.removeprefix(SOURCE))
    return not (key.startswith(SOURCE) and unknown)


def _enter(
    forecast: Forecast,
    sheets: Mapping[str, Sheet],
    by_claim: Mapping[str, View],
    voices: Voices,
    known: Outlets,
) -> None:
    """Enter a forecast in the record of who made it, and of who passed it on."""
    first = by_claim.get(forecast.entry.claim)
    made = _made(forecast, first, voices, known) if first else set()
    told = [v for c in (forecast.entry.claim, *forecast.repeats) if (v := by_claim.get(c))]
    passed = {key for v in told for key, _, _ in _publishers(v, known)} - made
    for key in made & sheets.keys():
        sheets[key].own.append(forecast)
    for key in passed & sheets.keys():
        sheets[key].carried.append(forecast)


def _made(forecast: Forecast, first: View, voices: Voices, known: Outlets) -> set[str]:
    """Return whose forecast it is; what an outlet tells again of others unnamed is nobody's."""
    voice = voices.get(first.claim.id)
    others = told_again(forecast.entry) and voice is not None and voice.own
    return set() if others else set(_speakers(first, voice, known))


@dataclass(slots=True)
class Judged:
    """A source's firm claims by event: what became of them, and how they settled."""

    firm: Firm
    settled: Settled


def _firm_of(
    sheet: Sheet, by_claim: Mapping[str, View], event_of: Mapping[str, Event], held: Held
) -> Judged:
    sides: defaultdict[tuple[str, bool], list[str]] = defaultdict(list)
    for claim in sorted(sheet.claims):
        v = by_claim[claim]
        happened = v.standing == "happened" and not (v.heading or v.retold)
        if happened and v.firm and claim in event_of:
            sides[event_of[claim].id, v.denied].append(claim)
    put_right = {s for j in held.judgements if j.kind == "corrected" for s in j.subjects}
    found = [
        _side(claims, event_of[claims[0]], by_claim, held.voices, put_right)
        for claims in sides.values()
    ]
    firm = Firm(
        claimed=len(found),
        corroborated=sum(f.corroborated for f in found),
        contradicted=sum(f.contradicted for f in found),
        corrected=sum(f.corrected for f in found),
    )
    contested = sum(f.contradicted and not f.wrong for f in found)
    right, wrong = sum(f.right for f in found), sum(f.wrong for f in found)
    return Judged(firm, Settled(right, wrong, contested))


@dataclass(frozen=True, slots=True)
class Side:
    """What became of what one source firmly said of one event."""

    corroborated: bool
    contradicted: bool
    corrected: bool
    outvoted: bool

    @property
    def right(self) -> bool:
        """Others bear it out and nothing speaks against it."""
        return self.corroborated and not (self.contradicted or self.corrected)

    @property
    def wrong(self) -> bool:
        """It was taken back, or more origins deny it than assert it."""
        return self.corrected or self.outvoted


def _side(
    claims: Sequence[str],
    event: Event,
    by_claim: Mapping[str, View],
    voices: Voices,
    put_right: Set[str],
) -> Side:
    told = [by_claim[c] for c in event.claims if c in by_claim]
    others = standing(told)
    own = [by_claim[c] for c in claims]
    same = independent([v.claim.id for v in others if _agrees(v, own)], voices)
    against = independent([v.claim.id for v in others if _speaks_against(v, own)], voices)
    mine = independent(claims, voices)
    conflicts = [c for c in event.contradictions if set(c.claims) & set(claims)]
    back = {c for found in conflicts for c in _taken_back(found, by_claim, voices)}
    return Side(
        corroborated=bool(set(same) - set(mine)),
        contradicted=any(c.state == "open" for c in conflicts),
        corrected=bool((back | put_right | misreported(told)) & set(claims)),
        outvoted=len(against) > len(same),
    )


def _taken_back(
    found: Contradiction, by_claim: Mapping[str, View], voices: Voices
) -> frozenset[str]:
    """Return the claims of a conflict that whose word they are took back, where it ended so."""
    if found.state not in TAKEN_BACK:
        return frozenset()
    return taken_back([by_claim[c] for c in found.claims if c in by_claim], voices)


def _agrees(other: View, own: Sequence[View]) -> bool:
    """Say whether a claim of an event says what one of a source's does; not who names another."""
    return any(v.denied == other.denied and not _of_another(v, other) for v in own)


def _of_another(v: View, other: View) -> bool:
    return is_blamable(v) and is_blamable(other) and other_doers(v, other)


def _speaks_against(other: View, own: Sequence[View]) -> bool:
    """Say whether a claim denies what a source says, or asserts what it denies."""
    pairs = [(other, v) if other.denied else (v, other) for v in own if v.denied != other.denied]
    return any(not of_who(denial, (told,)) for denial, told in pairs)


def _record(key: str, sheet: Sheet, rooted: Set[str], judged: Judged, held: Held) -> Record:
    firsts = len(sheet.documents & rooted)
    cited = key.startswith(SOURCE)
    return Record(
        id=key,
        name=sheet.name,
        kind=sheet.kind,
        documents=len(sheet.documents),
        as_origin=len(sheet.documents) if cited else firsts,
        as_copy=0 if cited else len(sheet.documents) - firsts,
        forecasts=_by_outcome(sheet.own),
        carried=_by_outcome(sheet.carried),
        calibration=calibration(sheet.own),
        brier=brier(sheet.own),
        firm=judged.firm,
        reliability=reliability(key, sheet.own, judged.settled, held.judgements),
    )


def _by_outcome(found: Iterable[Forecast]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(f.outcome.kind for f in found).items()))
