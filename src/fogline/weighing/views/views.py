"""A claim with what weighing compares, worked out once for the many pairs it stands in."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby

from fogline.model import (
    Casualties,
    Claim,
    Document,
    Loaded,
    Mention,
    Place,
    Reading,
    Source,
    neutral,
)
from fogline.model.quick import altered, quick
from fogline.weighing.measures.commonness import rarity
from fogline.weighing.measures.days import Days, appeared, happened, of_dateline
from fogline.weighing.measures.distance import Spot, meant, places_of, spot
from fogline.weighing.measures.kinship import LEFT
from fogline.weighing.measures.likeness import Story, story
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import content, matter, named_deed, tokens
from fogline.weighing.sources.authorities import country, is_institution
from fogline.weighing.sources.own import fights, is_land, is_ours, is_own, of_channel, spoken_for
from fogline.weighing.views.bounded import bound, many
from fogline.weighing.views.counting import counted
from fogline.weighing.views.headings import headed
from fogline.weighing.views.retold import of_note, retold, told_on
from fogline.weighing.views.retractions import retracted
from fogline.weighing.views.series import is_series
from fogline.weighing.views.units import is_success
from fogline.weighing.views.unlike import DEEDS, opened
from fogline.weighing.views.versions import Gone, Version, gone, page_of, versions

HAPPENED = frozenset({"occurred", "ongoing"})
COMING = frozenset({"forecast", "threatened"})
FIRM = frozenset({"certain", "probable"})
HEADINGS = frozenset({"headline", "kicker", "lead-in"})
CAPTION = "caption"
NAMED = frozenset({"absolute", "relative"})
ARTICLES = frozenset({"a", "an", "the"})
_MODEL = re.compile(r"\b[A-Z][A-Za-z]{0,2}-\d{1,3}(?:[A-Z]\w?)?s?(?!\w)")  # "Su-33s", "T-72"
SAID_DAYS = 3  # by which a thing may lie before the day on which somebody spoke of it
ANSWER_DAYS = 14  # ... before a denial that does not say of which day it is

Order = tuple[str, int, str]  # where a claim stands: document, start of its trigger, its id


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or recipient: what it is linked to, or the stems of the words that name it.

    `anybody` where the words say only that people or arms are meant ("12 civilians", "jets"),
    `loose` where they say rebels of some kind; `state` is the country of a state or its forces;
    `linked` where it is known who they are, beyond the words, `label` where that is by words alone
    which may be any group's: "terrorist groups"; `of` is the state or group, by its id, that tells
    of a unit's success, and so of its own. `term` is the name in neutral words where it has any
    that take a side.
    """

    name: str
    key: str
    stems: frozenset[str]
    anybody: bool
    loose: bool
    state: str
    linked: bool = False
    term: str = ""
    label: bool = False
    of: str = ""

    @property
    def called(self) -> str:
        """What lines call it: the name, in neutral words."""
        return self.term or self.name


@quick
@dataclass(frozen=True, slots=True)
class View:
    """A claim as the pair features see it; `order` sorts claims by where they stand, not by id.

    `standing` keeps what happened, what is to come and what is only supposed apart; `setting` is
    where the text was last and `around` all places of the document, for a claim that names no
    place itself. `matter` is how much the claim's words say in sum; `story` is what the whole
    document tells of. `version` is which one of its page the document is, `gone` that a later one
    says this no more. `retold` says how its page takes back what it tells again, if it does, `note`
    whether it stands where its page sets something right, and
    `retracted` whether its sentence tells that it was taken back. `spoken` where its day is that of
    speaking alone, `accuses` where a side lays a deed to another, `opened` where its sentence
    begins if that opens another occurrence, `series` where it was done again and again, `of` the
    claim of its text, by its id, that a headline or caption tells in short, or that a count is of.
    """

    claim: Claim
    document: Document
    comment: bool
    heading: bool
    order: Order
    standing: str
    days: Days
    named_day: bool
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    places: tuple[Place, ...]
    spots: tuple[Spot, ...]
    setting: tuple[Spot, ...]
    around: tuple[Spot, ...]
    trigger: frozenset[str]
    words: frozenset[str]
    matter: float
    story: Story | None = None
    version: Version | None = None
    gone: Gone | None = None
    retold: str = ""
    note: bool = False
    retracted: bool = False
    spoken: bool = False
    accuses: bool = False
    opened: int | None = None
    series: bool = False
    caption: bool = False
    of: str = ""

    @property
    def heads(self) -> bool:
        """Whether it tells in short what the text of its page tells."""
        return self.heading or self.caption

    @property
    def located(self) -> tuple[Spot, ...]:
        """The places that the claim names, without those that it only describes."""
        return tuple([spot for spot in self.spots if not spot.described])

    @property
    def page(self) -> str:
        """What all versions of its document's page have in common."""
        return page_of(self.document)

    @property
    def said(self) -> int | None:
        """The last day, an ordinal, by which it was published; of a later version, captured."""
        out, since = appeared(self.document).end, self.version.since if self.version else None
        return since if out is None else max(out, since or out)

    @property
    def denied(self) -> bool:
        """Whether the claim says that it did not happen, or is told as taken back."""
        return self.claim.polarity == "negative" or self.retracted

    @property
    def firm(self) -> bool:
        """Whether the claim is told as certain or probable."""
        return self.claim.certainty in FIRM

    @property
    def back(self) -> int:
        """By how many days what it tells of may lie before its day, which is not its own."""
        if self.named_day:
            return 0
        if self.denied or self.sets_right:
            return ANSWER_DAYS
        return SAID_DAYS if self.spoken or self.accuses else 1

    @property
    def sets_right(self) -> bool:
        """Whether its page sets right there, or takes back, what its publisher had told."""
        return self.note or bool(self.retold)

    @property
    def toll(self) -> Casualties:
        """People harmed, as the claim counts them."""
        return self.claim.casualties


Pages = Mapping[str, Sequence[View]]


def views(readings: Sequence[Reading], *, telling: bool = True) -> list[View]:
    """Return the views of all claims, in the order of documents and of triggers in them.

    Without `telling` no view has a `story`: only what groups claims into events asks for it.
    """
    known = versions(reading.document for reading in readings)
    claims = {reading.document.id: reading.claims for reading in readings}
    found = (
        v
        for reading in readings
        for v in document_views(reading, telling=telling, version=known[reading.document.id])
    )
    return sorted((_edited(v, claims) for v in found), key=lambda v: v.order)


def by_page(seen: Iterable[View]) -> Pages:
    """Return claims by document, in the order of their places."""
    pages: dict[str, list[View]] = {}
    for v in sorted(seen, key=lambda v: v.order):
        pages.setdefault(v.document.id, []).append(v)
    return pages


def _edited(v: View, claims: Mapping[str, Sequence[Claim]]) -> View:
    """Return a view with whether the last version of its page says it still."""
    if v.version is None or v.version.last is None or v.comment:
        return v
    kept = claims.get(v.version.last.id, ())
    return replace(v, gone=gone(v.claim, v.version, kept, v.document.text))


def document_views(
    reading: Reading, *, telling: bool = True, version: Version | None = None
) -> list[View]:
    """Return a document's views, those without a place in the setting of the sentence before, or of
    what they head.
    """
    return headed(counted(list(_settled(reading, telling=telling, version=version))))


def _settled(reading: Reading, *, telling: bool, version: Version | None) -> Iterator[View]:
    about = story(reading.document) if telling else None
    seen = (view(c, reading.document, about, version) for c in reading.claims)
    told = sorted(seen, key=lambda v: v.order)
    around = _places_of(told)
    setting: tuple[Spot, ...] = ()
    for _, group in groupby(told, key=lambda v: (v.claim.part, v.claim.sentence.start)):
        sentence = _refined(list(group))
        setting = _moved(setting, _places_of(sentence))
        for v in sentence:
            placed = v.located or v.comment
            yield v if placed else altered(v, setting=setting, around=around)


def _moved(setting: tuple[Spot, ...], named: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """Return where a text is after a sentence; what loosely names the setting does not leave it."""
    stays = [s for s in setting if any(meant(s, other) for other in named)]
    left = [n for n in named if not any(meant(s, n) for s in setting)]
    return tuple(dict.fromkeys((*stays, *left))) or setting


def _refined(sentence: Sequence[View]) -> list[View]:
    """Return a sentence's views, what is loosely named in it as the finer place that it is.

    "took the quarter on the edge of Orlin, which rebels had seized": both tell of the quarter.
    """
    fine = {s.key: (p, s) for v in sentence for p, s in zip(v.places, v.spots, strict=True)}
    return [_with_finer(v, list(fine.values())) for v in sentence]


def _with_finer(v: View, named: Sequence[tuple[Place, Spot]]) -> View:
    found: dict[str, tuple[Place, Spot]] = {}
    for place, here in zip(v.places, v.spots, strict=True):
        finer = [(p, s) for p, s in named if meant(s, here)]
        found |= {s.key: (p, s) for p, s in finer or [(place, here)]}
    places, spots = zip(*found.values(), strict=True) if found else ((), ())
    return replace(v, places=places, spots=spots) if spots != v.spots else v


def _places_of(told: Sequence[View]) -> tuple[Spot, ...]:
    here = (s for v in told if not v.comment for s in v.located if not s.wide)
    return tuple(dict.fromkeys(here))


def view(
    claim: Claim, document: Document, about: Story | None = None, version: Version | None = None
) -> View:
    """Return a claim's view. A claim that its own side has lost a place is turned round.

    Who is withdrawn, and nobody says by whom, leaves.
    """
    role = next((p.role for p in document.parts if p.id == claim.part), "body")
    actors = who_is_meant(claim.actors, claim, document)
    recipients = who_is_meant(claim.recipients, claim, document)
    kind = claim.event, claim.mode
    if kind == ("CONTROL", "lose") or (kind == LEFT and not actors):
        actors, recipients = recipients, actors
    places, when = places_of(claim), claim.when
    said, taken_back = content(claim.sentence.text), retracted(claim)
    # "Its report of 2 June that ...": the day of what was taken back is perhaps that of saying it.
    again = retold(claim, document, heading=role in HEADINGS)
    asides = taken_back or when.spoken or of_dateline(claim) or (again and told_on(claim))
    own, days = when.basis in NAMED and not asides, happened(when, document)
    return View(
        claim=claim,
        document=document,
        comment=role == "comment",
        heading=role in HEADINGS,
        order=(document.id, claim.trigger.start, claim.id),
        standing=_standing(claim.status),
        days=days,
        named_day=own,
        actors=actors,
        recipients=recipients,
        places=places,
        spots=tuple(spot(place) for place in places),
        setting=(),
        around=(),
        trigger=named_deed(claim.trigger.text),
        words=said,
        matter=math.fsum(map(rarity, said)),
        story=about,
        version=version,
        retold=again,
        note=of_note(claim, document, heading=role in HEADINGS),
        retracted=taken_back,
        spoken=bool(claim.when.spoken),
        accuses=_accuses(claim, actors),
        opened=opened(claim),
        series=is_series(claim, days if own else None),
        caption=role == CAPTION,
    )


def _accuses(claim: Claim, doers: Sequence[Party]) -> bool:
    """Say whether a side of the fight lays a deed of violence to somebody else."""
    speaker = claim.attribution[-1] if claim.attribution[1:] else None
    if speaker is None or claim.event not in DEEDS or claim.polarity == "negative":
        return False
    whose = party(Mention(speaker.text, name=speaker.name, id=speaker.id))
    sided = speaker.kind == "armed-group" or bears_arms(whose)
    return sided and any(not p.anybody and p.key != whose.key for p in doers)


def _standing(status: str) -> str:
    return "happened" if status in HAPPENED else "coming" if status in COMING else "supposed"


def who_is_meant(
    mentions: Sequence[Mention], claim: Claim, document: Document
) -> tuple[Party, ...]:
    """Return who the mentions of a claim name; "its forces" are those of the side that speaks."""
    return tuple(_speaker_if_own(mention, claim, document) for mention in mentions)


def _speaker_if_own(mention: Mention, claim: Claim, document: Document) -> Party:
    """Return who is meant; the speaker's own forces are his side, or anybody's where none is known.

    "Fighters" are no state's, but "our fighters" are whoever speaks.
    """
    named = _bounded(mention, party(mention, claim.loaded), claim)
    stems = content(named.name)
    armed = _stems("bodies") | _stems("arms") | _stems("loose")
    forces = bool(stems & armed) and (named.anybody or named.loose)
    men = bool(stems) and stems <= _stems("own")
    if not (claim.attribution and (forces or men) and is_own(mention, claim, document)):
        return _of_who_reports(named, mention, claim)
    speaker = claim.attribution[-1]
    if speaker.kind == "author":
        name = of_channel(speaker) if is_ours(mention, document) else ""
        nobody = replace(named, anybody=True, loose=False)
        return party(Mention(name, id=speaker.id)) if name else nobody
    whose = _side(speaker, mention, claim)
    if whose and (forces or whose.state or speaker.kind == "armed-group" or fights(speaker)):
        return whose
    return replace(named, anybody=True, loose=False)


def _of_who_reports(named: Party, mention: Mention, claim: Claim) -> Party:
    """Return a unit that took a place as one of the side that reports it, if it calls no names."""
    known = named.linked or named.state or named.term
    if known or not (claim.attribution and is_success(named.name, claim)):
        return named
    whose = _side(claim.attribution[-1], mention, claim)
    if whose is None or not (whose.state or whose.linked):
        return named
    return replace(named, of=f"{whose.state.lower()}-government" if whose.state else whose.key)


def _side(speaker: Source, mention: Mention, claim: Claim) -> Party | None:
    """Return the state or body under arms that a speaker is of or speaks for, None if not known."""
    armed = speaker.kind == "armed-group"
    if speaker.id:
        whose = party(Mention(speaker.text, name=speaker.name, id=speaker.id), claim.loaded)
        return whose if whose.state or armed else None
    # Moscow's troops are Russia's; who flew "its aircraft" may well be told otherwise.
    people = not matter(tokens(mention.text)) & _stems("arms")
    itself = is_land(speaker.text) and people if not armed else not fights(speaker)
    alone = speaker.text if itself else ""
    body = spoken_for(speaker, claim.sentence) or alone
    of_land = is_land(body) and body != speaker.text  # "Ukrainian" of "a Ukrainian colonel"
    whose = party(Mention(f"{body} {mention.text}" if of_land else body), claim.loaded)
    fighting = bears_arms(whose) and not matter(tokens(body)) & _stems("civil")
    return whose if body and (whose.state or armed or fighting) else None


def _bounded(mention: Mention, named: Party, claim: Claim) -> Party:
    """Return a party by what its sentence makes of its words: "at least 12 people", "rebels"."""
    if mention.name:
        return named
    term = bound(mention, claim.sentence) + many(named.called, mention, claim.sentence)
    return named if term == named.called else replace(named, term=term)


def party(mention: Mention, loaded: Sequence[Loaded] = ()) -> Party:
    """Return whom a mention means, as the pair features compare it."""
    found = _party(mention.name or mention.text, mention.id)
    if mention.id and is_label(mention.text):
        found = replace(found, label=True)
    if not loaded or mention.name:
        return found
    term = neutral(mention.text, loaded).strip()
    return found if term in ("", mention.text) else replace(found, term=term)


@lru_cache(maxsize=1 << 14)
def _party(name: str, entity: str | None) -> Party:
    stems = frozenset(stem for stem in content(name) if not stem.isdecimal())
    key = entity or " ".join(w for w in tokens(name) if w not in ARTICLES)
    kinds = _stems("people") | _stems("bodies") | _stems("arms")
    loose = not entity and is_loose({w for w in tokens(name) if w not in ARTICLES})
    which = stems - _stems("bodies") - _stems("people")
    state = _state_of_id(entity) if entity else _state(name, kinds - _stems("loose"))
    nobody = kinds | _stems("beside")
    rest = stems if entity or not _MODEL.search(name) else content(_MODEL.sub(" ", name))
    anybody = not entity and not loose and not state and rest <= nobody
    return Party(name, key, which or stems, anybody, loose, state, bool(entity))


def telling(who: Party) -> frozenset[str]:
    """Return the stems that tell a party from others of its kind: "government" tells none apart."""
    return who.stems - _stems("institutions") or who.stems


def is_body(word: str) -> bool:
    """Say whether a folded word names a body of armed people, or an institution."""
    return word in _table()["bodies"] or is_institution(word)


def bears_arms(who: Party) -> bool:
    """Say whether a party is one that fights, or what is fought from: "an army base"."""
    words = tokens(who.name)
    armed = matter(words) & (_stems("loose") | _stems("arms"))
    return bool(who.state or who.loose or armed) or any(map(is_body, words))


def is_civil(who: Party) -> bool:
    """Say whether people who do not fight are meant, or what is theirs: "a market"."""
    stems = matter(tokens(who.name))
    return bool(stems & _stems("civil")) and not bears_arms(who)


def is_guest(who: Party) -> bool:
    """Say whether a party is in a place without holding it: "peacekeepers", "aid workers"."""
    return is_civil(who) or bool(matter(tokens(who.name)) & _stems("guests"))


def is_thing(who: Party) -> bool:
    """Say whether nothing is named but what people fight with or travel in: "ships", "a flight"."""
    return who.anybody and bool(who.stems) and who.stems <= _stems("arms")


def is_loose(words: Set[str]) -> bool:
    """Say whether words name rebels of no particular group."""
    stems = matter(words)
    beside = _stems("people") | _stems("bodies") | _stems("unnamed")
    return bool(stems & _stems("loose")) and stems <= _stems("loose") | beside


def is_label(name: str) -> bool:
    """Say whether a name is what an enemy of any group may call it: "extremists"."""
    words = matter([word for word in tokens(name) if word not in ARTICLES and not word.isdecimal()])
    beside = _stems("people") | _stems("bodies") | _stems("unnamed")
    return bool(words & _stems("label")) and words <= _stems("label") | beside


def is_sent(who: Party) -> bool:
    """Say whether a party is named by how it strikes alone, not by who sent it: "two bombers"."""
    words = matter([word for word in tokens(who.name) if word not in ARTICLES])
    beside = _stems("people") | _stems("bodies") | _stems("unnamed")
    named = who.linked or who.state
    return not named and bool(words & _stems("sent")) and words <= _stems("sent") | beside


def _state_of_id(entity: str) -> str:
    country, _, organ = entity.partition("-")
    return country.upper() if organ in organs() else ""


def _state(name: str, kinds: Set[str]) -> str:
    """Return the country of which alone the words speak: "Moscow", "two Russian destroyers".

    A country's "militants" are not its state's.
    """
    found = {word: country(word) for word in tokens(name) if country(word)}
    rest = matter([w for w in tokens(name) if w not in found and w not in ARTICLES])
    return next(iter(found.values())) if len(set(found.values())) == 1 and rest <= kinds else ""


@cache
def organs() -> frozenset[str]:
    """Return how the ids of a state's own bodies go on after its country: "navy"."""
    return frozenset(_table()["organs"])


@cache
def _stems(kind: str) -> frozenset[str]:
    return matter(_table()[kind])


@cache
def _table() -> Mapping[str, Sequence[str]]:
    return table(__package__, "parties.toml")
