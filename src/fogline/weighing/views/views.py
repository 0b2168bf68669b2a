"""A claim with what weighing compares, worked out once for the many pairs it stands in."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from fogline.model import (
    Casualties,
    Claim,
    Document,
    Mention,
    Place,
    Reading,
)
from fogline.model.quick import altered, quick
from fogline.weighing.measures.commonness import rarity
from fogline.weighing.measures.days import Days, appeared, happened, of_dateline
from fogline.weighing.measures.distance import Spot, meant, places_of, spot
from fogline.weighing.measures.extents import extent
from fogline.weighing.measures.kinship import LEFT
from fogline.weighing.measures.likeness import Story, story
from fogline.weighing.measures.wording import content, named_deed
from fogline.weighing.sources.own import of_channel
from fogline.weighing.views.answering import answered
from fogline.weighing.views.counting import counted, recounts
from fogline.weighing.views.headings import headed
from fogline.weighing.views.party import (
    Party,
    bears_arms,
    party,
    who_is_meant,
)
from fogline.weighing.views.retold import of_note, retold, told_on
from fogline.weighing.views.retractions import retracted
from fogline.weighing.views.series import is_series
from fogline.weighing.views.truces import is_breach
from fogline.weighing.views.unlike import VIOLENT, opened
from fogline.weighing.views.versions import Gone, Version, gone, page_of, versions

HAPPENED = frozenset({"occurred", "ongoing"})
COMING = frozenset({"forecast", "threatened"})
FIRM = frozenset({"certain", "probable"})
HEADINGS = frozenset({"headline", "kicker", "lead-in"})
CAPTION = "caption"
NAMED = frozenset({"absolute", "relative"})
SAID_DAYS = 3  # by which a thing may lie before the day on which somebody spoke of it
ANSWER_DAYS = 14  # ... before a denial that does not say of which day it is

Order = tuple[str, int, str]  # where a claim stands: document, start of its trigger, its id


@quick
@dataclass(frozen=True, slots=True)
class View:
    """A claim as the pair features see it; `order` sorts claims by where they stand, not by id.

    `standing` keeps what happened, what is to come and what is only supposed apart; `setting` is
    where the text was last and `around` all places of the document, for a claim that names no
    place itself. `matter` is how much the claim's words say in sum; `story` is what the whole
    document tells of. `version` is which one of its page the document is, `gone` that a later one
    says this no more. `retold` says how its page takes back what it tells again, if it does, `note`
    whether it stands where its page sets something right, `retracted` whether its sentence tells
    that it was taken back. `spoken` where its day is that of speaking or counting alone, `accuses`
    where a side lays a deed to another, or tells its own, `opened` where its sentence begins if
    that opens another occurrence, `series` where it was done again and again, `of` the claim of
    its text, by its id, that a headline or caption tells in short, or that a count is of. `breach`
    where somebody broke a truce, `things` the words for what is held in a place: "airport of".
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
    breach: bool = False
    things: tuple[str, ...] = ()

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
    settled = list(_settled(reading, telling=telling, version=version))
    return headed(answered(counted(settled)))


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
    """Return a claim's view, of a text about a matter and of a version of its page."""
    role = next((p.role for p in document.parts if p.id == claim.part), "body")
    heading = role in HEADINGS
    actors, recipients = _sides(claim, document)
    places, said = places_of(claim), content(claim.sentence.text)
    taken_back = retracted(claim)
    again = retold(claim, document, heading=heading)
    note = of_note(claim, document, heading=heading)
    days = happened(claim.when, document)
    own = not taken_back and _names_its_day(claim, corrected=bool(again or note))
    return View(
        claim=claim,
        document=document,
        comment=role == "comment",
        heading=heading,
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
        note=note,
        retracted=taken_back,
        spoken=bool(claim.when.spoken) or (not heading and recounts(claim)),
        accuses=_accuses(claim, actors) or _of_itself(claim, actors),
        opened=opened(claim),
        series=is_series(claim, days if own else None),
        caption=role == CAPTION,
        breach=is_breach(claim),
        things=_things(claim, places),
    )


def _names_its_day(claim: Claim, *, corrected: bool) -> bool:
    """Say whether the day that a claim names is that of the deed: of what was set right it is
    perhaps that of saying it, "its report of 2 June that ...".
    """
    if claim.when.basis not in NAMED or claim.when.spoken or of_dateline(claim):
        return False
    return not (corrected and told_on(claim))


def _things(claim: Claim, places: Sequence[Place]) -> tuple[str, ...]:
    """Return the words for the things in its places that a claim says somebody holds, took or left;
    none where it is of any place as a whole.
    """
    if claim.event != "CONTROL" and (claim.event, claim.mode) != LEFT:
        return ()
    parts = tuple(extent(p, claim.sentence) for p in places if not spot(p).described)
    return parts if all(parts) else ()


def _sides(claim: Claim, document: Document) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Return who acts and whom it meets. A claim that its own side has lost a place is turned
    round; who is withdrawn, and nobody says by whom, leaves.
    """
    actors = who_is_meant(claim.actors, claim, document)
    recipients = who_is_meant(claim.recipients, claim, document)
    kind = claim.event, claim.mode
    turned = kind == ("CONTROL", "lose") or (kind == LEFT and not actors)
    return (recipients, actors) if turned else (actors, recipients)


def _accuses(claim: Claim, doers: Sequence[Party]) -> bool:
    """Say whether a side of the fight lays a deed of violence to somebody else."""
    speaker = claim.attribution[-1] if claim.attribution[1:] else None
    if speaker is None or claim.event not in VIOLENT or claim.polarity == "negative":
        return False
    whose = party(Mention(speaker.text, name=speaker.name, id=speaker.id))
    sided = speaker.kind == "armed-group" or bears_arms(whose)
    return sided and any(not p.anybody and p.key != whose.key for p in doers)


def _of_itself(claim: Claim, doers: Sequence[Party]) -> bool:
    """Say whether a side tells on its own channel what its own forces did, and not on which day."""
    if claim.attribution[1:] or claim.when.basis != "default" or not doers:
        return False
    itself = of_channel(claim.attribution[0]) if claim.attribution else None
    return itself is not None and any(p.key == party(itself).key for p in doers)


def _standing(status: str) -> str:
    return "happened" if status in HAPPENED else "coming" if status in COMING else "supposed"
