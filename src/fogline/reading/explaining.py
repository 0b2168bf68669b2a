"""Why each slot of a claim is what it is: its part is read once more, who decided is asked anew.

Nothing of this is kept while reading; `explain` replays the document up to the claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from fogline.errors import StopRun
from fogline.model import claim_id
from fogline.reading.claims import PartReader
from fogline.reading.whys import how, what, where, who
from fogline.reading.whys.case import Case, Why

if TYPE_CHECKING:
    from fogline.model import Claim, Reading
    from fogline.reading.drafts import Draft
    from fogline.reading.reader import Reader

__all__ = ["Why", "explain", "find"]

_SLOTS: Final[tuple[Callable[[Case], Iterator[Why]], ...]] = (
    what.trigger, what.event, what.mode, who.actors, who.recipients, where.places, how.when,
    who.sources, how.status, how.polar, how.certainty, what.casualties, what.loaded, what.codes,
)  # fmt: skip
_DIGITS: Final = 4  # longer runs of digits are the beginning of an id
_NAMED: Final = 3


def explain(claim: Claim, reading: Reading, reader: Reader) -> tuple[Why, ...]:
    """Return a reason for each slot of a claim, in the order of the slots.

    Raises StopRun where this reader does not read the claim from the document.
    """
    witness = _Witness(claim.id)
    for scene in reader.scenes(reading.document):
        for _ in witness.read(scene):
            if witness.case is not None:
                return tuple(chain.from_iterable(slot(witness.case) for slot in _SLOTS))
    raise StopRun(f"{claim.id}: this reader does not read it; `fogline read` gives it a new id")


def find(readings: Iterable[Reading], wanted: str) -> tuple[Reading, Claim]:
    """Return the one claim that an id, the beginning of one, or a number in a document means.

    Raises StopRun where there is none, or several.
    """
    held = tuple(readings)
    if wanted.isdecimal() and len(wanted) <= _DIGITS and len(held) == 1:
        return _numbered(held[0], int(wanted))
    start = wanted if wanted.startswith("claim:") else f"claim:{wanted}"
    found = [(r, c) for r in held for c in r.claims if c.id.startswith(start)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise StopRun(f"no claim {wanted!r} (its number in the table, its id, or how it begins)")
    ids = ", ".join(claim.id for _, claim in found[:_NAMED])
    raise StopRun(f"{wanted!r} begins {len(found)} claims: {ids} ... (give more of the id)")


def _numbered(reading: Reading, number: int) -> tuple[Reading, Claim]:
    if not 1 <= number <= len(reading.claims):
        raise StopRun(f"no claim {number}: the document has {len(reading.claims)}")
    return reading, reading.claims[number - 1]


class _Witness(PartReader):
    """Reads as every reader does, and keeps what was known when the wanted claim was made."""

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self._wanted = wanted
        self.case: Case | None = None

    def _claim(self, draft: Draft) -> Claim:
        memory = replace(self._memory, seen=list(self._memory.seen))
        last_weapon = replace(self._last_weapon)
        claim = super()._claim(draft)
        if claim_id(draft.sentence.scene.document.id, claim) == self._wanted:
            memory.speaker, memory.body = self._memory.speaker, self._memory.body
            whole = replace(claim, id=self._wanted)
            self.case = Case(whole, draft.candidate, draft.sentence, memory, last_weapon)
        return claim
