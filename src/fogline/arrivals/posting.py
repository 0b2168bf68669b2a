"""What is put up in the ledger's postings of a document, and taken down again."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fogline.ledger.postings import Post
from fogline.model import Reading
from fogline.weighing.measures.days import appeared
from fogline.weighing.measures.likeness import Likeness, weights
from fogline.weighing.measures.wording import Words, content, report
from fogline.weighing.origin.traces import Traces

if TYPE_CHECKING:
    from fogline.ledger.postings import Postings


@dataclass(frozen=True, slots=True)
class Kept:
    """What is compared of a document: the stems of its report and of all else, and what it says
    where it cites an outlet.
    """

    report: frozenset[str]
    beside: frozenset[str]
    said: Mapping[str, Sequence[frozenset[str]]]

    @property
    def all(self) -> frozenset[str]:
        """The stems of all its text."""
        return self.report | self.beside

    def likeness(self, other: Kept) -> float:
        """Return how alike the matter of two documents is."""
        return Likeness({"a": weights(self.report), "b": weights(other.report)}).between("a", "b")


def kept(reading: Reading, text: Words, left: Traces) -> Kept:
    """Return what is compared of a document."""
    told = report(text)
    return Kept(told, content(reading.document.text) - told, left.said)


def read(post: Post) -> Kept:
    """Return what was kept."""
    report, beside, said = json.loads(post.content)
    cited = {outlet: [frozenset(told) for told in every] for outlet, every in said.items()}
    return Kept(frozenset(report), frozenset(beside), cited)


def post(  # noqa: PLR0913 (what a post holds)
    page: int, reading: Reading, story: int, origin: str, what: Kept, rows: Rows
) -> Post:
    """Return the post of a document."""
    said = {outlet: [sorted(told) for told in every] for outlet, every in what.said.items()}
    written = json.dumps([sorted(what.report), sorted(what.beside), said], ensure_ascii=False)
    return Post(page, story, appeared(reading.document).end, origin, written, rows.packed())


@dataclass(frozen=True, slots=True)
class Rows:
    """Where a document and its claims stand: rows of sign, day and key."""

    pages: frozenset[tuple[int, int, int]]
    claims: frozenset[tuple[int, int, int]]

    def packed(self) -> bytes:
        """Return them in a few bytes."""
        flat = [len(self.pages), *(n for row in (*self.pages, *self.claims) for n in row)]
        return array("q", flat).tobytes()


def unpacked(packed: bytes) -> Rows:
    """Return the rows that were packed."""
    flat = array("q")
    flat.frombytes(packed)
    rows = [(flat[i], flat[i + 1], flat[i + 2]) for i in range(1, len(flat), 3)]
    return Rows(frozenset(rows[: flat[0]]), frozenset(rows[flat[0] :]))


def rows(page: int, keys: Mapping[str, int], left: Traces) -> Rows:
    """Return where a document stands; `keys` are those of its claims by id."""
    return Rows(
        frozenset((*trace, page) for trace in left.pages),
        frozenset((*trace, keys[claim]) for trace, claim in left.claims),
    )


def put_up(postings: Postings, found: Iterable[Rows]) -> None:
    """Let documents stand where they do."""
    every = list(found)
    postings.trace(
        (row for one in every for row in one.pages), (row for one in every for row in one.claims)
    )


def take_down(postings: Postings, found: Iterable[Rows]) -> None:
    """Let them stand there no more."""
    every = list(found)
    postings.untrace(
        (row for one in every for row in one.pages), (row for one in every for row in one.claims)
    )
