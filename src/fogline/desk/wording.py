"""Neutral words for a claim or an event, built from its slots and never from an outlet's prose."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from fogline.model import Claim, Loaded, Mention, Place, Source

OWN_WORD = frozenset({"author", "self", "anonymous"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """How a category and mode is put into words, with the prepositions of its slots."""

    phrase: str
    actor_word: str
    recipient_word: str
    place_word: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One neutral line and the slots that it was built from."""

    line: str
    what: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]


@cache
def phrases() -> dict[tuple[str, str], Phrase]:
    """Return the wording of every category and mode from phrases.csv."""
    text = resources.files(__package__).joinpath("phrases.csv").read_text("utf-8")
    return {
        (row["category"], row["mode"]): Phrase(
            row["phrase"], row["actor_word"], row["recipient_word"], row["place_word"]
        )
        for row in csv.DictReader(text.splitlines())
    }


def phrase(event: str, mode: str | None) -> Phrase:
    """Return the wording of a category and mode; a mode without its own takes the category's."""
    table = phrases()
    return table.get((event, mode or "")) or table[event, ""]


def summary(event: str, mode: str | None, claim: Claim) -> Summary:
    """Return the neutral line of a claim coded as `event` and `mode`, loaded words replaced."""
    words = phrase(event, mode)
    actors, recipients = names(claim.actors, claim.loaded), names(claim.recipients, claim.loaded)
    places = _places(claim.places)
    slots = (
        (words.actor_word, actors),
        (words.recipient_word, recipients),
        (words.place_word, places[:1]),
    )
    # What the phrase is "of" comes first: "Capture of Minyan by army".
    tail = sorted((slot for slot in slots if slot[1]), key=lambda slot: slot[0] != "of")
    line = " ".join((words.phrase, *(f"{word} {_listed(items)}" for word, items in tail)))
    return Summary(line, words.phrase, actors, recipients, places)


def names(mentions: Iterable[Mention], loaded: Sequence[Loaded]) -> tuple[str, ...]:
    """Return the canonical names, or the text's own with the loaded words made neutral."""
    return tuple(dict.fromkeys(m.name or neutral(m.text, loaded) for m in mentions))


def neutral(text: str, loaded: Sequence[Loaded]) -> str:
    """Return the text with each loaded word replaced by the term that the coding used."""
    for word in loaded:
        # Split and join: a replacement string would be read for references.
        pieces = re.split(rf"\b{re.escape(word.text)}\b", text, flags=re.IGNORECASE)
        text = word.neutral.join(pieces)
    return text


def chain(attribution: Sequence[Source]) -> str:
    """Return an attribution chain as a path, outermost first: `author ← reports from the area`."""
    return " ← ".join(source.name or source.text for source in attribution)


def has_named_source(claim: Claim) -> bool:
    """Whether anyone besides the author, and more definite than "reports", is cited."""
    return any(source.kind not in OWN_WORD for source in claim.attribution)


def _places(places: Iterable[Place]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.name or p.text for p in places))


def _listed(items: Sequence[str]) -> str:
    shown = list(items[:3])
    if len(items) > len(shown):
        shown[-1] = f"{len(items) - 2} others"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
