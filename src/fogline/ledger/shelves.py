"""What weighing keeps of claims to find those that an arrival concerns: derived, made anew by it.

A claim is known here by its key in the ledger. `signs` are numbers that stand for what claims may
have in common; one under which too many stand is a crowd and brings nobody together.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection

from fogline.ledger import statements
from fogline.ledger.remembered import forget, remembered
from fogline.ledger.statements import THESE

TABLES = (
    "claim_signs",
    "crowded_signs",
    "page_sketches",
    "claim_sketches",
    "claim_edges",
    "claim_homes",
    "claim_pairs",
)
NOTES = "notes"
T = TypeVar("T")


class Joined(NamedTuple):
    """An edge between two claims, with how many signs that are no crowds bring them together."""

    a: int
    b: int
    value: float
    shared: int


class Sketched(NamedTuple):
    """What is kept of a claim, beside its page's: a short note, and all that is compared."""

    claim: int
    page: int
    kind: str
    numbers: bytes
    words: bytes
    content: str


class Shelves:
    """The shelves of a ledger within one transaction.

    What stands under a sign comes and goes packed, as `meetings` has it.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def empty(self) -> None:
        """Take everything away."""
        forget(self.connection, NOTES)
        for table in TABLES:
            self.connection.exec_driver_sql(f"DELETE FROM {table}")

    def unshelved(self) -> tuple[str, ...]:
        """Return the documents that came after the last on the shelves, as they came."""
        query = (
            "SELECT id FROM documents"
            " WHERE key > coalesce((SELECT max(page) FROM page_sketches), 0) ORDER BY key"
        )
        return tuple(document for (document,) in self._rows(query))

    def last(self) -> int:
        """Return the key of the last document."""
        ((last,),) = self._rows("SELECT coalesce(max(key), 0) FROM documents")
        return int(last)

    def keys(self, document: str) -> tuple[int, dict[str, int]]:
        """Return a document's key, and those of its claims by id."""
        (page,) = self._rows("SELECT key FROM documents WHERE id = ?", document)[0]
        return page, dict(self._rows("SELECT id, key FROM claims WHERE document = ?", document))

    def shelve(self, page: int, content: str, sketched: Sequence[Sketched]) -> None:
        """Keep what is looked at of a document's claims."""
        self._many("INSERT INTO page_sketches VALUES (?, ?)", [(page, content)])
        self._many("INSERT INTO claim_sketches VALUES (?, ?, ?, ?, ?, ?)", sketched)

    def unshelve(self, page: int, claims: Sequence[int]) -> None:
        """Let go of all that is kept of a document's claims, but for where they stand."""
        forget(self.connection, NOTES)
        self._many("DELETE FROM page_sketches WHERE page = ?", [(page,)])
        self.part((a, b) for a, b, *_ in self.edges(claims))
        rows = [(claim,) for claim in claims]
        for table in ("claim_sketches", "claim_homes"):
            self._many(f"DELETE FROM {table} WHERE item = ?", rows)
        these = json.dumps(claims)  # all pairs are looked at: what stands second has no index
        self._rows(f"DELETE FROM claim_pairs WHERE a IN {THESE} OR b IN {THESE}", these, these)

    def standing(self, claims: Iterable[str]) -> dict[str, int]:
        """Return the keys of those claims, by their ids, that are on the shelves."""
        query = (
            "SELECT c.id, c.key FROM claims c JOIN claim_sketches s ON s.item = c.key"
            f" WHERE c.id IN {THESE}"
        )
        return dict(self._among(query, sorted(claims)))

    def stand(self, items: Mapping[int, bytes]) -> None:
        """Let these, packed, be all that stand under signs."""
        self._many("INSERT OR REPLACE INTO claim_signs VALUES (?, ?)", sorted(items.items()))

    def sharing(self, signs: Iterable[int]) -> tuple[dict[int, bytes], set[int]]:
        """Return who stands under signs, packed, and which of them are crowds; of signs under which
        nobody does, nothing.
        """
        query = (
            "SELECT j.value, iif(c.sign IS NULL, s.items, NULL) FROM json_each(?) j"
            " LEFT JOIN claim_signs s ON s.sign = j.value"
            " LEFT JOIN crowded_signs c ON c.sign = j.value"
            " WHERE s.sign IS NOT NULL OR c.sign IS NOT NULL"
        )
        found = self._among(query, sorted(signs))
        stood = {sign: items for sign, items in found if items is not None}
        return stood, {sign for sign, items in found if items is None}

    def crowd(self, numbers: Mapping[int, int]) -> None:
        """Let signs be crowds from now on: of who stood under one, how many is what is kept."""
        rows = sorted(numbers.items())
        self._many("DELETE FROM claim_signs WHERE sign = ?", [row[:1] for row in rows])
        self._many("INSERT OR REPLACE INTO crowded_signs VALUES (?, ?)", rows)

    def swell(self, numbers: Mapping[int, int]) -> None:
        """Let crowds be larger by numbers, or smaller; one whose number is not known stays so."""
        rows = [(number, sign) for sign, number in sorted(numbers.items())]
        self._many("UPDATE crowded_signs SET number = number + ? WHERE sign = ?", rows)

    def up_to(self, number: int, signs: Iterable[int]) -> bool:
        """Say whether one of these crowds is no larger than a number, or of unknown size."""
        query = (
            f"SELECT 1 FROM crowded_signs WHERE sign IN {THESE}"
            " AND coalesce(number, 0) <= ? LIMIT 1"
        )
        return bool(self._rows(query, json.dumps(sorted(signs)), number))

    def crowds(self) -> list[int]:
        """Return every sign that is a crowd."""
        return [sign for (sign,) in self._rows("SELECT sign FROM crowded_signs ORDER BY sign")]

    def extent(self) -> tuple[int, int]:
        """Return the last document's key and the last claim's."""
        pages, claims = "max(page) FROM page_sketches", "max(item) FROM claim_sketches"
        (found,) = self._rows(f"SELECT (SELECT {pages}), (SELECT {claims})")
        return found[0] or 0, found[1] or 0

    def above(self, number: int) -> list[int]:
        """Return the signs whose items take up more than a number of bytes: all are looked at."""
        query = "SELECT sign FROM claim_signs WHERE length(items) > ?"
        return [sign for (sign,) in self._rows(query, number)]

    def notebook(self, make: Callable[[], T]) -> T:
        """Return where notes are remembered, a new one where what was remembered may be another."""
        return remembered(self.connection, NOTES, make)

    def notes(self, claims: Sequence[int]) -> list[tuple[int, str, bytes, bytes]]:
        """Return the notes of claims: key, kind, numbers, words."""
        query = (
            "SELECT s.item, s.kind, s.numbers, s.words FROM json_each(?) j"
            " CROSS JOIN claim_sketches s ON s.item = j.value"
        )
        return self._among(query, claims)

    def sketches(self, claims: Iterable[int]) -> list[tuple[int, int, str]]:
        """Return key, page and what is compared of claims."""
        query = f"SELECT item, page, content FROM claim_sketches WHERE item IN {THESE}"
        return self._among(query, sorted(claims))

    def orders(self, claims: Iterable[int]) -> dict[int, tuple[str, int, str]]:
        """Return where claims stand: document, start of the trigger, id."""
        query = (
            "SELECT c.key, c.document, c.trigger_start, c.id FROM json_each(?) j"
            " CROSS JOIN claims c ON c.key = j.value"
        )
        return {row[0]: row[1:] for row in self._among(query, sorted(claims))}

    def pages(self, pages: Iterable[int]) -> dict[int, str]:
        """Return what is kept of documents."""
        query = f"SELECT page, content FROM page_sketches WHERE page IN {THESE}"
        return dict(self._among(query, sorted(pages)))

    def edges(self, claims: Iterable[int]) -> list[tuple[int, int, float, int]]:
        """Return the edges, as `Joined` has them, whose first end is one of the claims."""
        query = f"SELECT a, b, value, shared FROM claim_edges WHERE a IN {THESE}"
        return self._among(query, sorted(claims))

    def join(self, edges: Iterable[Joined]) -> None:
        """Keep edges, from either end."""
        both = sorted((*pair, *rest) for a, b, *rest in edges for pair in ((a, b), (b, a)))
        self._many("INSERT OR REPLACE INTO claim_edges VALUES (?, ?, ?, ?)", both)

    def thin(self, edges: Iterable[tuple[int, int, int]]) -> None:
        """Note how many signs still bring the claims of edges together: claims, number."""
        both = [(n, *pair) for a, b, n in edges for pair in ((a, b), (b, a))]
        self._many("UPDATE claim_edges SET shared = ? WHERE a = ? AND b = ?", both)

    def part(self, edges: Iterable[tuple[int, int]]) -> None:
        """Let go of edges."""
        both = [pair for a, b in edges for pair in ((a, b), (b, a))]
        self._many("DELETE FROM claim_edges WHERE a = ? AND b = ?", both)

    def compare(self, pairs: Iterable[tuple[int, int, float, str]]) -> None:
        """Keep the scores of pairs: claims, the lesser first, value and reasons."""
        self._many("INSERT OR IGNORE INTO claim_pairs VALUES (?, ?, ?, ?)", sorted(pairs))

    def compared(self, claims: Iterable[int]) -> list[tuple[int, int, float, str]]:
        """Return the pairs of which scores are kept and whose first claim is one of these."""
        query = f"SELECT a, b, value, reasons FROM claim_pairs WHERE a IN {THESE}"
        return self._among(query, sorted(claims))

    def homes(self, claims: Iterable[int]) -> dict[int, list[int]]:
        """Return the clusters that hold one of the claims, by their numbers."""
        query = (
            f"SELECT home, item FROM claim_homes WHERE home IN"
            f" (SELECT home FROM claim_homes WHERE item IN {THESE})"
        )
        found: dict[int, list[int]] = {}
        for home, claim in self._among(query, sorted(claims)):
            found.setdefault(home, []).append(claim)
        return found

    def clusters(self, claims: Iterable[str]) -> list[frozenset[str]]:
        """Return the clusters that hold one of the claims; claims by their ids."""
        query = (
            "SELECT h.home, c.id FROM claim_homes h JOIN claims c ON c.key = h.item"
            " WHERE h.home IN (SELECT home FROM claim_homes WHERE item IN"
            f" (SELECT key FROM claims WHERE id IN {THESE}))"
        )
        found: dict[int, set[str]] = {}
        for home, claim in self._among(query, sorted(claims)):
            found.setdefault(home, set()).add(claim)
        return [frozenset(members) for members in found.values()]

    def settle(self, clusters: Iterable[Sequence[int]]) -> None:
        """Put claims into clusters, each numbered by its least claim."""
        rows = [(claim, min(cluster)) for cluster in clusters for claim in cluster]
        self._many("INSERT OR REPLACE INTO claim_homes VALUES (?, ?)", sorted(rows))

    def _among(self, query: str, wanted: Sequence[Any]) -> list[Any]:
        return self._rows(query, json.dumps(wanted)) if wanted else []

    def _rows(self, query: str, *values: Any) -> list[Any]:
        return statements.rows(self.connection, query, *values)

    def _many(self, statement: str, rows: Sequence[Any]) -> None:
        statements.many(self.connection, statement, rows)
