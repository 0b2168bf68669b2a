"""Counts of people and things: where they stand, what they bound, and whom they say was harmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fogline.model import Entity
from fogline.reading.grammar.names import text_of
from fogline.reading.quantities.counts import counts, number
from fogline.reading.quantities.harm import Harm, casualties

if TYPE_CHECKING:
    from fogline.reading.language import Doc

__all__ = ["Harm", "casualties", "find", "number"]


def find(doc: Doc) -> tuple[Entity, ...]:
    """Return every count in the text; dates, clock times, ages and shares are none."""
    text = text_of(doc)
    return tuple(
        Entity(m.start(), m.end(), m.group(), "quantity") for m in counts(text, 0, len(text))
    )
