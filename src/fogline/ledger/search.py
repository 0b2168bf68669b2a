"""Search for words in documents and in the sentences of claims, by SQLite's FTS5."""

from __future__ import annotations

import re

import sqlalchemy as sa
from sqlalchemy import Connection

from fogline.model import Hit

# A phrase in quotation marks, or a word; NUL and lone surrogates stand in no word.
TERM = re.compile(r'"([^"\0\ud800-\udfff]+)"|([^\s"\0\ud800-\udfff]+)')

DOCUMENTS = sa.text("""
    SELECT documents.id, documents.title,
           snippet(documents_search, 1, '', '', ' … ', 24) AS excerpt
    FROM documents_search JOIN documents ON documents.key = documents_search.rowid
    WHERE documents_search MATCH :words
    ORDER BY documents_search.rank, documents.id LIMIT :limit
""")
CLAIMS = sa.text("""
    SELECT claims.document, claims.id
    FROM claims_search JOIN claims ON claims.key = claims_search.rowid
    WHERE claims_search MATCH :words AND claims.document IN :documents
    ORDER BY claims.document, claims.position
""").bindparams(sa.bindparam("documents", expanding=True))


def search(connection: Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """Return the documents that hold every word or "quoted phrase", the best match first.

    Case and diacritics make no difference. Without a word there is no hit.
    """
    query = _query(words)
    if not query:
        return ()
    found = connection.execute(DOCUMENTS, {"words": query, "limit": limit}).all()
    asked = {"words": query, "documents": [row.id for row in found]}
    claims: dict[str, list[str]] = {}
    for row in connection.execute(CLAIMS, asked):
        claims.setdefault(row.document, []).append(row.id)
    return tuple(
        Hit(row.id, row.title, row.excerpt, tuple(claims.get(row.id, ()))) for row in found
    )


def _query(words: str) -> str:
    """Return the words as FTS5 strings, so that none of its operators is read into them."""
    terms = (phrase or word for phrase, word in TERM.findall(words))
    return " ".join(f'"{term}"' for term in terms if any(c.isalnum() for c in term))
