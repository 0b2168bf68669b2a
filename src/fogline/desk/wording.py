"""Neutral words for a claim or an event, built from its slots and never from an outlet's prose."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from fogline.model import Claim, Document, Loaded, Mention, Place, Span, neutral
from fogline.weighing.conflict.naming import is_own_word, marked
from fogline.weighing.measures.amounts import numbers
from fogline.weighing.parties.publishing import is_own_account
from fogline.weighing.sources.authorities import is_desk
from fogline.weighing.views.bounded import bound, many, uncounted

OWN_WORD = frozenset({"author", "self", "anonymous"})
TOWARDS = {"origin": "from", "destination": "towards"}
STILL = frozenset({"CONDITION"})  # a state does not move: where it begins or ends is where it is
Slot = tuple[str, ...]
UNSAID = "(no party or place named)"
BULLET = re.compile(r"^(?:[•‣▪▫◦●○·*–—-]+\s+)+")


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


def summary(claim: Claim) -> Summary:
    """Return the neutral line of a claim, loaded words replaced.

    A line without any slot says so, rather than read as if it told of everywhere and everyone.
    """
    words = phrase(claim.event, None if _people_destroyed(claim) else claim.mode)
    actors, recipients = (
        names(group, claim.loaded, claim.sentence) for group in (claim.actors, claim.recipients)
    )
    slots = (
        (words.actor_word, besides(words, actors)),
        (words.recipient_word, recipients),
        _besides(recipients, *_where(words.place_word, claim)),
    )
    # What the phrase is "of" comes first: "Capture of Minyan by army".
    tail = sorted((slot for slot in slots if slot[1]), key=lambda slot: slot[0] != "of")
    line = " ".join((words.phrase, *(f"{word} {_listed(items)}" for word, items in tail)))
    places = tuple(dict.fromkeys(p.name or neutral(p.text, claim.loaded) for p in claim.places))
    return Summary(line if tail else f"{line} {UNSAID}", words.phrase, actors, recipients, places)


def names(
    mentions: Iterable[Mention], loaded: Sequence[Loaded], sentence: Span | None = None
) -> tuple[str, ...]:
    """Return the canonical names, or the text's own with the loaded words made neutral.

    A teller's own word for who fights stands in quotation marks (“gunmen”). A number keeps the
    bound that its sentence gives it: "at least 12 people".
    """
    once: dict[object, str] = {}
    for mention in mentions:
        said = mention.name or _said(mention, neutral(mention.text, loaded), sentence)
        once.setdefault(_counted(said), said)
    return tuple(once.values())


def _counted(said: str) -> object:
    """Return what a name or number says, whichever way it is written: "26" and "twenty-six men"."""
    told = numbers(said)
    return (frozenset(told), uncounted(said).casefold()) if told else said


def _said(mention: Mention, words: str, sentence: Span | None) -> str:
    said = bound(mention, sentence) + inside(many(words, mention, sentence))
    return marked(said, mention.text)


def _besides(recipients: Sequence[str], word: str, places: Slot) -> tuple[str, Slot]:
    """Return where it was but where that is what was hit: no "against the port in the port"."""
    return word, places if word == "of" else tuple(p for p in places if p not in recipients)


def besides(words: Phrase, names: Sequence[str]) -> tuple[str, ...]:
    """Return the names that say more than the phrase: no "Movement of troops by troops"."""
    said = {*words.phrase.lower().split()}
    return tuple(name for name in names if not {*name.lower().split()} <= said)


def quoted(sentence: str) -> str:
    """Return a sentence on one line without the list mark that stands before it."""
    return BULLET.sub("", " ".join(sentence.split()))


def pointed(claim: Claim) -> tuple[str, tuple[int, int]]:
    """Return a claim's sentence as `quoted`, and where its trigger begins and ends in that."""
    sentence, start = claim.sentence.text, claim.trigger.start - claim.sentence.start
    words = quoted(sentence)
    bullet = len(" ".join(sentence.split())) - len(words)
    up_to_it = " ".join(f"{sentence[:start]}|".split())
    first = max(len(up_to_it) - 1 - bullet, 0)
    return words, (first, first + len(" ".join(claim.trigger.text.split())))


def chain(claim: Claim, document: Document | None = None) -> str:
    """Return an attribution chain as a path, outermost first: `author ← reports from the area`.

    A byline that names nobody ("newsroom") is its publisher's.
    """
    links = claim.attribution
    names = [link.name or marked(neutral(link.text, claim.loaded), link.text) for link in links]
    if document and document.publisher and links and links[0].text == document.author:
        names[0] = document.publisher if is_desk(document.author, document.publisher) else names[0]
    return " ← ".join(names)


def published(path: str, publisher: str | None) -> str:
    """Return an attribution path with the document's publisher first, once."""
    named = publisher or "unnamed publisher"
    first, *rest = path.split(" ← ")
    if first.casefold() in {named.casefold(), "author", "the author"}:
        return " ← ".join((named, *rest))
    return f"{named} ← {path}"


def has_named_source(claim: Claim) -> bool:
    """Whether anyone besides the author, and more definite than "reports", is cited, or speaks: who
    denies a thing is himself the source of his denial.
    """
    return is_own_word(claim) or any(source.kind not in OWN_WORD for source in claim.attribution)


def rests_on_nobody(claim: Claim) -> bool:
    """Whether a claim is told on nobody's word: no source is named, and its page is an outlet's.

    A party, a body or a monitor that publishes is itself whose word it is.
    """
    return not (has_named_source(claim) or is_own_account(claim))


def _people_destroyed(claim: Claim) -> bool:
    """Things are destroyed; of people another word is right."""
    toll = claim.casualties
    return claim.mode == "destroy" and any(
        (toll.killed, toll.injured, toll.missing, toll.displaced)
    )


def _where(word: str, claim: Claim) -> tuple[str, tuple[str, ...]]:
    """The place of a line with its preposition: where it is before where it leads or starts."""
    if not claim.places:
        return word, ()
    if word == "from" and (left := next((p for p in claim.places if _is_left(p, claim)), None)):
        return word, (neutral(_spoken(left), claim.loaded),)
    place = min(claim.places, key=lambda p: p.role in TOWARDS)
    spoken = neutral(_spoken(place), claim.loaded)
    return led(word, claim.event, place.role, spoken), (spoken,)


def led(word: str, event: str, role: str, place: str) -> str:
    """Return the word that leads to a place of some role, where a phrase would have its own."""
    if word in ("of", "about"):
        return word
    return TOWARDS.get(role, _inner(word, place)) if event not in STILL else _inner(word, place)


def _is_left(place: Place, claim: Claim) -> bool:
    """Whether people are said to leave a place, which stands right behind the word for it."""
    if place.start is None or not set(claim.trigger.text.lower().split()) & _leaving():
        return False
    start = claim.sentence.start
    between = claim.sentence.text[claim.trigger.end - start : max(place.start - start, 0)]
    return place.start > claim.trigger.end and between.strip().lower() in {"", "the"}


def _inner(word: str, place: str) -> str:
    """How a place that is neither start nor goal is put: "in Brask", "at the bridge"."""
    word = "in" if word == "from" else word
    kind = {w.lower() for w in place.split(" of ")[0].split()[-1:]}
    return "at" if word == "in" and kind & _points() else word


def _spoken(place: Place) -> str:
    """The name where the text is as exact as that, else the text's own: "the edge of Aleppo"."""
    if place.name and place.precision != "approximate" and not place.derivation:
        return place.name
    return f"the {place.text}" if place.text[:1].islower() else place.text


def inside(text: str) -> str:
    """Return a text as it stands inside a line: an ordinary word loses its sentence's capital."""
    first = text.partition(" ")[0]
    return text[:1].lower() + text[1:] if first.istitle() and first.lower() in _lowered() else text


@cache
def _points() -> frozenset[str]:
    return _words("points.txt")


@cache
def _leaving() -> frozenset[str]:
    return _words("leaving.txt")


def _words(file: str) -> frozenset[str]:
    return frozenset(resources.files(__package__).joinpath(file).read_text("utf-8").split())


@cache
def _lowered() -> frozenset[str]:
    return _words("lowered.txt")


def _listed(items: Sequence[str]) -> str:
    shown = list(items[:3])
    if len(items) > len(shown):
        shown[-1] = f"{len(items) - 2} others"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
