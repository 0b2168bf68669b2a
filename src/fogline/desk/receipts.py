"""Every slot of a claim with the exact words that it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fogline.desk.wording import phrase
from fogline.model import HARMS, Claim, Mention, Place, Range, Source, neutral


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a slot says and its words in `document.text`; no offsets where the text has none.

    `id` is the actor's or place's that is named, where it is known.
    """

    slot: str
    value: str
    words: str | None
    start: int | None
    end: int | None
    id: str | None = None


def receipts(claim: Claim) -> tuple[Receipt, ...]:
    """Return the claim's slots in the codebook's order, each with its words."""
    return tuple(_slots(claim))


def _slots(claim: Claim) -> Iterator[Receipt]:
    what = phrase(claim.event, claim.mode).phrase
    yield Receipt("what", what, claim.trigger.text, claim.trigger.start, claim.trigger.end)
    yield from (_mention("actor", m, claim) for m in claim.actors)
    yield from (_mention("recipient", m, claim) for m in claim.recipients)
    yield from (_place(p, claim) for p in claim.places)
    yield _when(claim)
    yield from (_source(s, claim) for s in claim.attribution)
    yield from (Receipt("hedge", h.text, h.text, h.start, h.end) for h in claim.hedges)
    yield from _casualties(claim)
    yield from (Receipt("loaded", w.neutral, w.text, None, None) for w in claim.loaded)


def _mention(slot: str, mention: Mention, claim: Claim) -> Receipt:
    value = mention.name or neutral(mention.text, claim.loaded)
    return Receipt(slot, value, mention.text, mention.start, mention.end, mention.id)


def _place(place: Place, claim: Claim) -> Receipt:
    known = [place.name or neutral(place.text, claim.loaded), place.precision or "not located"]
    if place.derivation:
        known.append(place.derivation)
    if place.role != "location":
        known.append(place.role)
    return Receipt("place", ", ".join(known), place.text, place.start, place.end, place.id)


def _when(claim: Claim) -> Receipt:
    when = claim.when
    at = -1 if when.text is None else claim.sentence.text.find(when.text)
    start = None if at < 0 or when.text is None else claim.sentence.start + at
    end = None if start is None or when.text is None else start + len(when.text)
    return Receipt("when", _interval(claim), when.text, start, end)


def _interval(claim: Claim) -> str:
    when = claim.when
    if when.start or when.end:
        days = f"{when.start or 'open'} to {when.end or 'open'}"
        return str(when.start) if when.start == when.end else days
    if when.offset_days is not None:
        first, last = when.offset_days
        return f"{first:+g} to {last:+g} days from publication"
    return "no time in the text"


def _source(source: Source, claim: Claim) -> Receipt:
    value = f"{source.name or neutral(source.text, claim.loaded)} ({source.kind})"
    return Receipt("source", value, source.text, source.start, source.end, source.id)


def _casualties(claim: Claim) -> Iterator[Receipt]:
    for slot in HARMS:
        found: Range | None = getattr(claim.casualties, slot)
        if found is not None:
            yield Receipt(slot, _range(found), None, None, None)


def _range(found: Range) -> str:
    if found.min == found.max:
        return str(found.min)
    if found.max is None:
        return f"{found.min} or more"
    return f"up to {found.max}" if found.min is None else f"{found.min} to {found.max}"
