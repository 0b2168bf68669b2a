"""What is derived from claims: origins, events, contradictions, forecasts, control, records."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.model.quick import quick
from fogline.model.told import Mention, Place, Published, Source, When


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that stands in two documents."""

    document: str
    start: int
    end: int
    of_document: str
    of_start: int
    of_end: int


@dataclass(frozen=True, slots=True)
class OriginMember:
    """A document's tie to its origin: relation, evidence in words, confidence 0-1."""

    document: str
    relation: str
    evidence: str
    confidence: float
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where information enters: the documents that copy, excerpt or cite one root."""

    id: str
    root: str | None
    members: tuple[OriginMember, ...]
    passages: tuple[Passage, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class ClaimOrigin:
    """On whose word one claim stands; `key` is equal where that is shared, None for a comment.

    `own` where it is told in the document's own voice, `heading` where in its headline; `home` is
    the document's origin and `outlet` the publisher of its root, under which several reports of
    one outlet count once, as they do under its own `publisher`. `wording` signs the words of its
    sentence, four hexadecimal digits each.
    """

    key: str | None
    own: bool
    document: str
    heading: bool
    home: str
    outlet: str
    reason: str
    publisher: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one claim says in a conflict, in words, and the day on which it was published."""

    day: str | None
    claim: str
    says: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A typed conflict between claims of one event, with its reason in words.

    `type` is polarity, toll, place, time, blame or control; `state` open, corrected, superseded or
    withdrawn. `history` are its claims by day of publication, those without one last.
    """

    type: str
    claims: tuple[str, ...]
    state: str
    reason: str
    history: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Displaced:
    """A contradiction of place or time between two events that tell one occurrence, it seems."""

    events: tuple[str, str]
    contradiction: Contradiction


@dataclass(frozen=True, slots=True)
class Credibility:
    """Admiralty information credibility 1-6; 6 means that it cannot be judged."""

    grade: int
    reason: str


@dataclass(frozen=True, slots=True)
class Leaning:
    """How an independent origin stands to an event's sides.

    `side` is the party that it is or leans to, `to` says whether that one is gaining or losing by
    what is told, `interest` whether the origin tells what serves it (own) or not (against); None
    where that is not known.
    """

    origin: str
    side: str | None
    to: str | None
    interest: str | None
    reason: str


@quick
@dataclass(frozen=True, slots=True)
class Event:
    """A cluster of claims about one occurrence, with the three counts kept side by side.

    `agreement` says in words that origins of opposite leaning tell the same, where they do.
    """

    id: str
    event: str
    mode: str | None
    claims: tuple[str, ...]
    documents: int
    publishers: int
    origins: int
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[Place, ...]
    when: When
    contradictions: tuple[Contradiction, ...]
    credibility: Credibility
    reason: str
    leanings: tuple[Leaning, ...] = ()
    agreement: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The days in which a forecast is to come true; `basis` is stated, open-ended or undated.

    open-ended: its words give no time. undated: they count from a publication day not known.
    """

    start: str | None = None
    end: str | None = None
    basis: str = "open-ended"


@dataclass(frozen=True, slots=True)
class Rule:
    """What would bear a forecast out: what event, by whom, to whom, where, within what radius.

    `radius_km` is None where no place with coordinates is named; `polarity` is negative where it
    was said that it will not happen.
    """

    event: str
    mode: str | None
    polarity: str
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    places: tuple[Place, ...]
    radius_km: float | None


@dataclass(frozen=True, slots=True)
class ForecastEntry:
    """One line of the forecast log: what was forecast, frozen when it was recorded.

    `said` is when the document appeared; `confidence` how well founded the text says that the
    estimate is. `seq` and `recorded_at` (ISO 8601, UTC) are given by the ledger. A correction is
    an entry of its own that names the one that it `corrects`, by whom (`by`) and why (`note`).
    """

    id: str
    claim: str
    document: str
    said: Published
    comment: bool
    status: str
    source: tuple[Source, ...]
    words: str
    hedges: tuple[str, ...]
    certainty: str
    probability: tuple[float, float] | None
    confidence: str | None
    window: Window
    rule: Rule
    corrects: str | None = None
    by: str | None = None
    note: str | None = None
    seq: int | None = None
    recorded_at: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a forecast, the claims that it rests on and the slots in which they differ.

    `kind` is open, borne-out, borne-out-late, borne-out-in-part, not-borne-out or cannot-tell.
    """

    kind: str
    claims: tuple[str, ...]
    differs_in: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Forecast:
    """One forecast by one origin: its first entry, the claims that repeat it, and its outcome.

    `origin` is the key of its one origin, None for a reader's comment. Where it was corrected,
    `entry` has the window and rule of the last of its `corrections`, `recorded` its own.
    """

    entry: ForecastEntry
    repeats: tuple[str, ...]
    origin: str | None
    origins: int
    outcome: Outcome
    likelihood: str
    recorded: ForecastEntry | None = None
    corrections: tuple[ForecastEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """That somebody held a place over some days, as claimed; `end` is None where none is told.

    `contested` where another origin names another holder of the same days, `against` says whom.
    `part` are the words by which only a part of the place is meant: "nearly all of".
    """

    holder: str
    start: str | None
    end: str | None
    origins: int
    claims: tuple[str, ...]
    contested: bool
    against: tuple[str, ...]
    reason: str
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Who held a place, as claimed, by first day; never one truth where origins disagree."""

    id: str
    place: Place
    tenures: tuple[Tenure, ...]


@dataclass(frozen=True, slots=True)
class Brier:
    """The mean squared error of stated probabilities, 0 (best) to 1, with its 95 % interval."""

    score: float
    n: int
    interval: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Of `n` resolved forecasts of one certainty, the mean stated and the observed share."""

    certainty: str
    n: int
    stated: float
    observed: float


@dataclass(frozen=True, slots=True)
class Firm:
    """What became of a source's firm claims, counted in events."""

    claimed: int = 0
    corroborated: int = 0
    contradicted: int = 0
    corrected: int = 0


@dataclass(frozen=True, slots=True)
class Reliability:
    """Admiralty reliability A-F; F means that it cannot be judged. `basis`: record or person."""

    grade: str
    basis: str
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """A source's forecasts and firm claims set against what came of them.

    `forecasts` counts by outcome what it said itself, `carried` what it passed on of others.
    """

    id: str
    name: str
    kind: str
    documents: int
    as_origin: int
    as_copy: int
    forecasts: tuple[tuple[str, int], ...]
    carried: tuple[tuple[str, int], ...]
    calibration: tuple[Calibration, ...]
    brier: Brier | None
    firm: Firm
    reliability: Reliability


@dataclass(frozen=True, slots=True)
class Zone:
    """A conflict area that the desk follows; `box` is south, west, north, east in degrees."""

    id: str
    name: str
    countries: tuple[str, ...]
    box: tuple[float, float, float, float] | None
    names: tuple[str, ...]
