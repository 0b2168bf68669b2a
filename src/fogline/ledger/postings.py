"""What weighing keeps of documents to find those whose origins an arrival concerns: derived.

A document is known here by its key in the ledger, a claim by its own. Traces and fingerprints are
numbers under which they stand; `sources` are facts on who is who, under the words of their names.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection

from fogline.ledger import statements
from fogline.ledger.remembered import forget, remembered
from fogline.ledger.statements import THESE

TABLES = (
    "page_traces",
    "claim_traces",
    "page_grams",
    "standing_grams",
    "page_posts",
    "source_facts",
    "source_words",
)
PUBLISHERS = "publishers"
Row = Sequence[Any]


@dataclass(slots=True)
class Publishers:
    """The publishers of all documents up to one, by its key."""

    last: int = 0
    names: frozenset[str] = frozenset()


class Post(NamedTuple):
    """What is kept of a document: its story and day, its origin, what is compared of it (JSON), and
    the numbers under which it and its claims stand, to be taken away again.
    """

    page: int
    story: int
    day: int | None
    origin: str
    content: str
    posted: bytes


class Postings:
    """The postings of a ledger within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def empty(self) -> None:
        """Take everything away."""
        forget(self._connection, PUBLISHERS)
        for table in TABLES:
            self._connection.exec_driver_sql(f"DELETE FROM {table}")

    # Documents and claims by their keys.

    def pages(self, documents: Iterable[str]) -> dict[str, int]:
        """Return the keys of documents by id."""
        query = f"SELECT id, key FROM documents WHERE id IN {THESE}"
        return dict(self._among(query, sorted(documents)))

    def documents(self, pages: Iterable[int]) -> dict[int, str]:
        """Return the ids of documents by key."""
        query = f"SELECT key, id FROM documents WHERE key IN {THESE}"
        return dict(self._among(query, sorted(pages)))

    def claims(self, document: str) -> dict[str, int]:
        """Return the keys of a document's claims by id."""
        return dict(self._rows("SELECT id, key FROM claims WHERE document = ?", document))

    def holders(self, claims: Iterable[int]) -> dict[int, int]:
        """Return the documents of claims, both by key."""
        query = f"SELECT item, page FROM claim_sketches WHERE item IN {THESE}"
        return dict(self._among(query, sorted(claims)))

    def claim_keys(self, claims: Iterable[str]) -> dict[str, int]:
        """Return the keys of claims by id."""
        query = f"SELECT id, key FROM claims WHERE id IN {THESE}"
        return dict(self._among(query, sorted(claims)))

    def telling(self, claims: Iterable[str]) -> set[str]:
        """Return the documents that hold claims, both by id."""
        query = f"SELECT DISTINCT document FROM claims WHERE id IN {THESE}"
        return {document for (document,) in self._among(query, sorted(claims))}

    def publishes_already(self, publisher: str, page: int) -> bool:
        """Say whether a publisher has a document before one of a key."""
        query = "SELECT 1 FROM documents WHERE publisher = ? AND key < ? LIMIT 1"
        return bool(self._rows(query, publisher, page))

    def voiced(self, sign: int) -> set[str]:
        """Return the ids of the claims that stand under a sign on no particular day."""
        query = (
            "SELECT c.id FROM claim_traces t JOIN claims c ON c.key = t.item"
            " WHERE t.sign = ? AND t.day = 0"
        )
        return {claim for (claim,) in self._rows(query, sign)}

    def words(self, claims: Iterable[int]) -> dict[int, bytes]:
        """Return the words of claims as their notes have them."""
        query = f"SELECT item, words FROM claim_sketches WHERE item IN {THESE}"
        return dict(self._among(query, sorted(claims)))

    def publishers(self, documents: Iterable[str]) -> dict[str, str | None]:
        """Return the publishers of documents by id."""
        query = f"SELECT id, publisher FROM documents WHERE id IN {THESE}"
        return dict(self._among(query, sorted(documents)))

    def every_publisher(self) -> frozenset[str]:
        """Return the name of every publisher of the ledger; those that came are added to those
        that are remembered.
        """
        known = remembered(self._connection, PUBLISHERS, Publishers)
        ((last,),) = self._rows("SELECT coalesce(max(key), 0) FROM documents")
        if not known.last:
            known.names = frozenset(self._publishers())
        elif last > known.last:
            query = "SELECT publisher FROM documents WHERE key > ? AND publisher IS NOT NULL"
            known.names |= {name for (name,) in self._rows(query, known.last)}
        known.last = last
        return known.names

    def _publishers(self) -> list[str]:
        """Return the publishers, found by leaps along an index."""
        query = (
            "WITH RECURSIVE found(name) AS (SELECT min(publisher) FROM documents UNION ALL"
            " SELECT (SELECT min(publisher) FROM documents WHERE publisher > name) FROM found"
            " WHERE name IS NOT NULL) SELECT name FROM found WHERE name IS NOT NULL"
        )
        return [name for (name,) in self._rows(query)]

    def addressed(self, pages: Iterable[int]) -> list[str]:
        """Return the addresses of those documents that have one."""
        query = f"SELECT url FROM documents WHERE key IN {THESE} AND url IS NOT NULL"
        return [url for (url,) in self._among(query, sorted(pages))]

    # Traces.

    def trace(self, pages: Iterable[Row], claims: Iterable[Row]) -> None:
        """Let documents and claims stand under signs: rows of sign, day and key."""
        self._many("INSERT OR IGNORE INTO page_traces VALUES (?, ?, ?)", sorted(pages))
        self._many("INSERT OR IGNORE INTO claim_traces VALUES (?, ?, ?)", sorted(claims))

    def untrace(self, pages: Iterable[Row], claims: Iterable[Row]) -> None:
        """Take such rows away."""
        for table, key, rows in (("page", "page", pages), ("claim", "item", claims)):
            where = f"sign = ? AND day = ? AND {key} = ?"
            self._many(f"DELETE FROM {table}_traces WHERE {where}", sorted(rows))

    def under(self, signs: Iterable[int]) -> list[tuple[int, int]]:
        """Return who stands under signs on no particular day: sign, document."""
        query = (
            "SELECT t.sign, t.page FROM json_each(?) j CROSS JOIN page_traces t"
            " ON t.sign = j.value AND t.day = 0"
        )
        return self._among(query, sorted(set(signs)))

    def others_under(self, sign: int, but: Collection[int]) -> bool:
        """Say whether a document stands under a sign on no particular day that is none of these."""
        query = "SELECT page FROM page_traces WHERE sign = ? AND day = 0 LIMIT ?"
        return any(page not in but for (page,) in self._rows(query, sign, len(but) + 1))

    def near(self, asked: Sequence[Row]) -> list[tuple[int, int]]:
        """Return who stands under signs within days: the place in what is asked, document."""
        return self._within("page_traces", "page", asked)

    def claims_near(self, asked: Sequence[Row]) -> list[tuple[int, int]]:
        """Return which claims do: the place in what is asked, claim."""
        return self._within("claim_traces", "item", asked)

    def _within(self, table: str, key: str, asked: Sequence[Row]) -> list[tuple[int, int]]:
        query = (
            f"SELECT j.key, t.{key} FROM json_each(?) j CROSS JOIN {table} t ON t.sign ="
            " json_extract(j.value, '$[0]') AND t.day BETWEEN json_extract(j.value, '$[1]')"
            " AND json_extract(j.value, '$[2]')"
        )
        return self._among(query, [list(row) for row in asked])

    def other_days(self, sign: int, day: int, number: int) -> tuple[list[int], int]:
        """Return who stands under a sign on another day, and how many do on any, up to a number."""
        query = "SELECT page FROM page_traces WHERE sign = ? AND day {} ? LIMIT ?"
        found = [
            page
            for side in "<>"
            for (page,) in self._rows(query.format(side), sign, day, number + 1)
        ]
        if not found:
            return [], 0
        own = self._rows(query.format("="), sign, day, number + 1)
        return found, len(found) + len(own)

    def standing_under(self, sign: int, number: int) -> int:
        """Return how many stand under a sign, one more than a number where more do."""
        query = "SELECT count(*) FROM (SELECT 1 FROM page_traces WHERE sign = ? LIMIT ?)"
        ((found,),) = self._rows(query, sign, number + 1)
        return int(found)

    # Fingerprints.

    def keep_grams(self, rows: Iterable[Row]) -> None:
        """Let documents stand under fingerprints: rows of the two."""
        self._many("INSERT OR IGNORE INTO page_grams VALUES (?, ?)", sorted(rows))

    def sharing(self, grams: Iterable[int]) -> list[tuple[int, int, int, int | None]]:
        """Return who holds fingerprints: fingerprint, document, its story and day."""
        query = (
            "SELECT g.gram, g.page, p.story, p.day FROM json_each(?) j CROSS JOIN page_grams g"
            " ON g.gram = j.value CROSS JOIN page_posts p ON p.page = g.page"
        )
        return self._among(query, sorted(grams))

    def standing(self, grams: Iterable[int]) -> dict[int, tuple[int, int | None, int | None]]:
        """Return the fingerprints that are standing text: stories, first and last day."""
        query = f"SELECT gram, stories, first, last FROM standing_grams WHERE gram IN {THESE}"
        return {gram: tuple(row) for gram, *row in self._among(query, sorted(grams))}

    def stand(self, rows: Iterable[Row]) -> None:
        """Let fingerprints be standing text: rows of fingerprint, stories, first and last day."""
        self._many("INSERT OR REPLACE INTO standing_grams VALUES (?, ?, ?, ?)", sorted(rows))

    def unstand(self, grams: Iterable[int]) -> None:
        """Let fingerprints be standing text no more."""
        self._many("DELETE FROM standing_grams WHERE gram = ?", [(g,) for g in sorted(grams)])

    # What is kept of documents.

    def post(self, posts: Iterable[Post]) -> None:
        """Keep what is compared of documents."""
        self._many("INSERT OR REPLACE INTO page_posts VALUES (?, ?, ?, ?, ?, ?)", list(posts))

    def posts(self, pages: Iterable[int]) -> dict[int, Post]:
        """Return what is kept of documents."""
        query = f"SELECT * FROM page_posts WHERE page IN {THESE}"
        return {row[0]: Post(*row) for row in self._among(query, sorted(pages))}

    def homes(self, pages: Iterable[int]) -> dict[int, str]:
        """Return the origins of documents."""
        query = f"SELECT page, origin FROM page_posts WHERE page IN {THESE}"
        return dict(self._among(query, sorted(pages)))

    def settle(self, stories: Mapping[int, int], origins: Mapping[int, str]) -> None:
        """Note to which story and to which origin documents belong."""
        for column, homes in (("story", stories), ("origin", origins)):
            rows = [(home, page) for page, home in sorted(homes.items())]
            self._many(f"UPDATE page_posts SET {column} = ? WHERE page = ?", rows)

    # Sources.

    def facts(self, word: str) -> list[tuple[str, int]]:
        """Return the facts that stand under a word, each with how often."""
        query = (
            "SELECT f.fact, f.number FROM source_words w CROSS JOIN source_facts f"
            " ON f.item = w.item WHERE w.word = ?"
        )
        return self._rows(query, word)

    def facts_of(self, kind: str, word: str, number: int) -> int:
        """Return how many facts that begin with `kind` stand under a word, one more than a number
        where more do.
        """
        query = (
            "SELECT count(*) FROM (SELECT 1 FROM source_words w CROSS JOIN source_facts f"
            " ON f.item = w.item WHERE w.word = ? AND substr(f.fact, 1, ?) = ? LIMIT ?)"
        )
        ((found,),) = self._rows(query, word, len(kind), kind, number + 1)
        return int(found)

    def tell(self, facts: Iterable[tuple[str, int, Iterable[str]]]) -> None:
        """Add facts, each with how often and the words under which it stands; one that goes is told
        fewer than 0 times, and is no more where none is left.
        """
        told = sorted((fact, number, sorted(words)) for fact, number, words in facts)
        add = (
            "INSERT INTO source_facts (fact, number) VALUES (?, ?)"
            " ON CONFLICT (fact) DO UPDATE SET number = number + excluded.number"
        )
        self._many(add, [(fact, number) for fact, number, _ in told])
        link = "INSERT OR IGNORE INTO source_words SELECT ?, item FROM source_facts WHERE fact = ?"
        self._many(link, sorted((word, fact) for fact, _, words in told for word in words))
        gone = [(fact, words) for fact, number, words in told if number < 0]
        none = "(SELECT item FROM source_facts WHERE fact = ? AND number <= 0)"
        unlink = f"DELETE FROM source_words WHERE word = ? AND item = {none}"
        self._many(unlink, [(word, fact) for fact, words in gone for word in words])
        self._many(f"DELETE FROM source_facts WHERE item = {none}", [(fact,) for fact, _ in gone])

    def _among(self, query: str, wanted: Sequence[Any]) -> list[Any]:
        return self._rows(query, json.dumps(wanted)) if wanted else []

    def _rows(self, query: str, *values: Any) -> list[Any]:
        return statements.rows(self._connection, query, *values)

    def _many(self, statement: str, rows: Sequence[Any]) -> None:
        statements.many(self._connection, statement, rows)
