"""What `events`, `origins`, `forecasts` ... have in common: rows of one kind, found and printed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fogline.cli.options import as_of, known_format, settings_with
from fogline.errors import StopRun

if TYPE_CHECKING:
    from fogline.conclusions import Still
    from fogline.ledger import Ledger
    from fogline.weighing.moments import Moment

Row = dict[str, Any]
STORED = frozenset({"events", "origins"})  # what is weighed once and kept
LISTS = ("claims", "repeats", "outcome_claims")
TABLE = "table"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options of such a command ask for."""

    words: Sequence[str]
    ledger: Path | None
    time: str | None
    clock: str
    format: str
    limit: int
    only: Callable[[Row], bool] = lambda _: True
    order: Callable[[Row], Any] | None = None  # of a table; None: what matters first


def list_rows(kind: str, asked: Asked) -> None:
    """Print the rows of a kind that hold every word, as a table or in a format of the exports.

    Raises StopRun where there were words to look for, and no row holds them.
    """
    from fogline.cli.listing_table import print_rows
    from fogline.export import FORMATS, KINDS, lines
    from fogline.ledger import Ledger

    moment = as_of(asked.time, asked.clock)
    known_format(asked.format, TABLE, *FORMATS)
    path = settings_with(ledger=asked.ledger).ledger
    with Ledger.open(path, read_only=True) as opened, opened.snapshot() as held:
        still = _still(kind, held, moment, asked.words)
        found = _holding(asked.words, still)

        def keep(row: Row) -> bool:
            return asked.only(row) and (found is None or found(row))

        if asked.format == TABLE:
            rows = list(filter(keep, KINDS[kind].rows(still)))
            print_rows(kind, rows, still, asked.limit, order=asked.order)
        else:
            for piece in lines(still, kind, asked.format, keep):
                sys.stdout.buffer.write(piece.encode())
            sys.stdout.buffer.flush()
    if found and not found.kept:
        stood = f" as of {asked.time} ({asked.clock})" if asked.time else ""
        raise StopRun(f"none of the {kind}{stood} holds {' '.join(asked.words)!r} in {path}")


def _still(kind: str, held: Ledger, moment: Moment | None, words: Sequence[str]) -> Still:
    """Return what rows are drawn from: no more of the ledger than they need.

    Events and origins are kept as weighed last: claims are read only to be searched for words.
    """
    from fogline import conclusions
    from fogline.model import Reading
    from fogline.weighing.standing import Contents, standing_now

    if kind not in STORED or moment is not None or words:
        return conclusions.still(held, moment)
    bare = tuple(Reading(document, (), "") for document in held.documents())
    contents = Contents(bare, {}, (), held.judgements(), held.carried())
    return conclusions.Still(held, standing_now(contents, held.origins(), held.events(), {}))


@dataclass(slots=True)
class Holding:
    """Says whether a row, a sentence of its claims or a title holds every word; counts those."""

    wanted: Sequence[str]
    said: Mapping[str, str]
    kept: int = 0

    def __call__(self, row: Row) -> bool:
        """Say so of one row."""
        text = " ".join((*_texts(row), *(self.said.get(i, "") for i in _ids(row)))).casefold()
        holds = all(word in text for word in self.wanted)
        self.kept += holds
        return holds


def _holding(words: Sequence[str], still: Still) -> Holding | None:
    """Return what says whether a row holds every word, None where there are none."""
    wanted = [word.casefold() for given in words for word in given.split()]
    if not wanted:
        return None
    said = {c.id: c.sentence.text for r in still.readings() for c in r.claims}
    said |= {r.document.id: r.document.title or "" for r in still.readings()}
    return Holding(wanted, said)


def _ids(row: Row) -> Iterator[str]:
    """Yield the claims and documents that a row names."""
    for name in LISTS:
        yield from row.get(name) or ()
    for interval in row.get("intervals", ()):
        yield from interval["claims"]
    members = row.get("documents")
    yield from (member["id"] for member in members) if isinstance(members, list) else ()


def _texts(value: Any) -> Iterator[str]:
    """Yield every text inside a row; names of fields are none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
