"""A claim with what weighing compares, worked out once for the many pairs it stands in."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fogline.model import Casualties, Claim, Document, Mention, Place, Reading
from fogline.weighing.days import Days, happened
from fogline.weighing.distance import Spot, spot
from fogline.weighing.wording import content, matter, tokens

HAPPENED = frozenset({"occurred", "ongoing"})
COMING = frozenset({"forecast", "threatened"})
ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or recipient: what it is linked to, or the stems of the words that name it.

    `anybody` where the words say only that people are meant ("12 civilians").
    """

    name: str
    key: str
    stems: frozenset[str]
    anybody: bool


@dataclass(frozen=True, slots=True)
class View:
    """A claim as the pair features see it; `order` sorts claims by where they stand, not by id.

    `standing` keeps what happened, what is to come and what is only supposed apart.
    """

    claim: Claim
    document: Document
    comment: bool
    order: tuple[str, int, str]
    standing: str
    days: Days
    named_day: bool
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    places: tuple[Place, ...]
    spots: tuple[Spot, ...]
    trigger: frozenset[str]
    words: frozenset[str]

    @property
    def denied(self) -> bool:
        """Whether the claim says that it did not happen."""
        return self.claim.polarity == "negative"

    @property
    def toll(self) -> Casualties:
        """People harmed, as the claim counts them."""
        return self.claim.casualties


def views(readings: Sequence[Reading]) -> list[View]:
    """Return the views of all claims, in the order of documents and of triggers in them."""
    found = [view(claim, reading.document) for reading in readings for claim in reading.claims]
    return sorted(found, key=lambda v: v.order)


def view(claim: Claim, document: Document) -> View:
    """Return a claim's view. A claim that its own side has lost a place is turned round."""
    role = next((p.role for p in document.parts if p.id == claim.part), "body")
    actors, recipients = _parties(claim.actors), _parties(claim.recipients)
    if (claim.event, claim.mode) == ("CONTROL", "lose"):
        actors, recipients = recipients, actors
    places = tuple(place for place in claim.places if place.role != "origin") or claim.places
    return View(
        claim=claim,
        document=document,
        comment=role == "comment",
        order=(document.id, claim.trigger.start, claim.id),
        standing=_standing(claim.status),
        days=happened(claim.when, document),
        named_day=claim.when.basis in {"absolute", "relative"},
        actors=actors,
        recipients=recipients,
        places=places,
        spots=tuple(spot(place) for place in places),
        trigger=content(claim.trigger.text) or frozenset(tokens(claim.trigger.text)),
        words=content(claim.sentence.text),
    )


def _standing(status: str) -> str:
    return "happened" if status in HAPPENED else "coming" if status in COMING else "supposed"


def _parties(mentions: Sequence[Mention]) -> tuple[Party, ...]:
    return tuple(_party(mention) for mention in mentions)


def _party(mention: Mention) -> Party:
    name = mention.name or mention.text
    stems = frozenset(stem for stem in content(name) if not stem.isdecimal())
    key = mention.id or " ".join(w for w in tokens(name) if w not in ARTICLES)
    anybody = not mention.id and stems <= _stems("people") | _stems("bodies")
    which = stems - _stems("bodies") - _stems("people")
    return Party(name, key, which or stems, anybody)


@cache
def _stems(kind: str) -> frozenset[str]:
    table = tomllib.loads(files(__package__).joinpath("parties.toml").read_text("utf-8"))
    return matter(table[kind])
