"""Text cut where marks begin and end, so that marks that overlap still nest in no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from fogline.model import Claim, Mention, Place, Source

Named = tuple[Mention | Place | Source, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that belongs to a claim: its trigger, an argument, a loaded word."""

    start: int
    end: int
    claim: int
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text over which the marks are the same."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def pieces(start: int, end: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """Yield the stretches between two offsets, in order and without a gap."""
    near = [m for m in marks if m.start < end and start < m.end]
    cuts = sorted({start, end, *(c for m in near for c in (m.start, m.end) if start < c < end)})
    for first, last in pairwise(cuts):
        yield Piece(first, last, tuple(m for m in near if m.start <= first and last <= m.end))


def marks(number: int, claim: Claim) -> Iterator[Mark]:
    """Yield the stretches that a claim's slots were read from."""
    yield Mark(claim.trigger.start, claim.trigger.end, number, "trigger")
    named: Named = (*claim.actors, *claim.recipients, *claim.places, *claim.attribution)
    for mention in named:
        if mention.start is not None and mention.end is not None:
            yield Mark(mention.start, mention.end, number, "argument")
    for span in (*claim.hedges, *(s.cue for s in claim.attribution if s.cue)):
        yield Mark(span.start, span.end, number, "argument")
    if claim.when.text and (found := _in_sentence(claim.when.text, claim)):
        yield Mark(*found, number, "argument")
    for word in claim.loaded:
        if found := _in_sentence(word.text, claim):
            yield Mark(*found, number, "loaded", word.neutral)


def _in_sentence(words: str, claim: Claim) -> tuple[int, int] | None:
    at = claim.sentence.text.find(words)
    start = claim.sentence.start + at
    return (start, start + len(words)) if at >= 0 else None
