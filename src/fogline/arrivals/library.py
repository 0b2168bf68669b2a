"""The documents of a ledger as an arrival needs them: each is loaded and looked at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from fogline.model import Document, Reading
from fogline.weighing.decisions import NONE, Decisions, heard
from fogline.weighing.measures.wording import Words, words
from fogline.weighing.origin import passages
from fogline.weighing.origin.traces import number
from fogline.weighing.sources.citations import address
from fogline.weighing.views.versions import page_of
from fogline.weighing.views.views import View, views

if TYPE_CHECKING:
    from fogline.ledger.revising import Revising


class Library:
    """Documents, their claims and what was worked out of them, by document id.

    `new` are those that arrive, whom the postings do not hold yet; without them it is as it was
    before. `decided` is what people did; claims that they rejected are left out.
    """

    def __init__(
        self, revising: Revising, new: Sequence[str] = (), decided: Decisions = NONE
    ) -> None:
        self.revising, self.decided = revising, decided
        self._new = frozenset(new)
        self._readings: dict[str, Reading] = {}
        self._bare: dict[str, Document] = {}
        self._texts: dict[str, Words] = {}
        self._grams: dict[str, frozenset[int]] = {}
        self._holding: dict[int, list[tuple[int, int, int, int | None]]] = {}
        self._views: dict[str, list[View]] = {}
        self._keys: dict[str, int] = {}
        self._ids: dict[int, str] = {}
        self._claims: dict[str, Mapping[str, int]] = {}

    def before(self) -> Library:
        """Return the documents as they were before any arrived, which were loaded already."""
        held = Library(self.revising, decided=self.decided)
        held._readings |= {d: r for d, r in self._readings.items() if d not in self._new}
        held._texts, held._keys, held._ids = self._texts, self._keys, self._ids
        return held

    def readings(self, documents: Iterable[str]) -> list[Reading]:
        """Return documents with their claims, by id."""
        wanted = sorted(set(documents))
        if missing := [d for d in wanted if d not in self._readings]:
            found = heard(self.revising.readings(missing), self.decided.rejected)
            self._readings |= {r.document.id: r for r in found}
        return [self._readings[d] for d in wanted]

    def documents(self, documents: Iterable[str]) -> list[Document]:
        """Return documents alone, by id."""
        wanted = sorted(set(documents))
        missing = [d for d in wanted if d not in self._readings and d not in self._bare]
        if missing:
            self._bare |= {d.id: d for d in self.revising.documents(missing)}
        return [
            self._readings[d].document if d in self._readings else self._bare[d] for d in wanted
        ]

    def texts(self, documents: Iterable[str]) -> list[Words]:
        """Return the words of documents' reports."""
        wanted = sorted(set(documents))
        for document in self.documents(d for d in wanted if d not in self._texts):
            self._texts[document.id] = words(document)
        return [self._texts[d] for d in wanted]

    def grams(self, document: str) -> frozenset[int]:
        """Return the fingerprints of a document."""
        if document not in self._grams:
            (text,) = self.texts([document])
            self._grams[document] = passages.held_in(text)
        return self._grams[document]

    def holding(self, grams: Set[int]) -> Iterator[tuple[int, int, int, int | None]]:
        """Yield who holds fingerprints: fingerprint, document, its story and day, as it was."""
        missing = grams - self._holding.keys()
        self._holding |= {gram: [] for gram in missing}
        for row in self.revising.postings.sharing(missing):
            self._holding[row[0]].append(row)
        return (row for gram in grams for row in self._holding[gram])

    def views(self, documents: Iterable[str], *, telling: bool = False) -> list[View]:
        """Return the views of documents' claims in order, each beside all versions of its page.

        Those whose views are asked for with `telling` first have a story: what is grouped anew.
        """
        wanted = set(documents)
        missing = [r for r in self.readings(wanted) if r.document.id not in self._views]
        versions = self._versions(reading.document for reading in missing)
        for reading in missing:
            page = versions.get(page_of(reading.document), [reading])
            seen = views(page, telling=telling)
            for one in page:
                told = [v for v in seen if v.document.id == one.document.id]
                self._views.setdefault(one.document.id, told)
        return sorted((v for d in wanted for v in self._views[d]), key=lambda v: v.order)

    def versions(self, documents: Iterable[str]) -> set[str]:
        """Return the documents that are versions of the same pages, these among them."""
        wanted = self.documents(documents)
        held = self._versions(wanted).values()
        return {d.id for d in wanted} | {r.document.id for page in held for r in page}

    def _versions(self, documents: Iterable[Document]) -> dict[str, list[Reading]]:
        """Return the pages of which there are several versions, with these."""
        urls = {page_of(d): d.url for d in documents if d.url and page_of(d) != d.id}
        signs = [number("at", address(url)) for url in urls.values()]
        found = {*self.ids(page for _, page in self.revising.postings.under(signs)), *self._new}
        at = [d.id for d in self.documents(found) if page_of(d) in urls]
        pages: dict[str, list[Reading]] = {}
        for reading in self.readings(at):
            pages.setdefault(page_of(reading.document), []).append(reading)
        return {page: held for page, held in pages.items() if len(held) > 1}

    def telling(self, claims: Iterable[str]) -> set[str]:
        """Return the documents that hold claims."""
        return self.revising.postings.telling(claims)

    def keys(self, documents: Iterable[str]) -> dict[str, int]:
        """Return the keys of documents."""
        wanted = set(documents)
        if missing := wanted - self._keys.keys():
            self._know(self.revising.postings.pages(missing))
        return {d: self._keys[d] for d in wanted}

    def claims(self, document: str) -> Mapping[str, int]:
        """Return the keys of a document's claims, by their ids."""
        if document not in self._claims:
            self._claims[document] = self.revising.postings.claims(document)
        return self._claims[document]

    def ids(self, pages: Iterable[int]) -> list[str]:
        """Return the ids of documents by key, sorted."""
        wanted = set(pages)
        if missing := wanted - self._ids.keys():
            found = self.revising.postings.documents(missing)
            self._know({document: page for page, document in found.items()})
        return sorted(self._ids[page] for page in wanted)

    def _know(self, keys: dict[str, int]) -> None:
        self._keys |= keys
        self._ids |= {page: document for document, page in keys.items()}


def bare(documents: Sequence[Document]) -> list[Reading]:
    """Return documents as readings without claims: what stands beside others and is not asked."""
    return [Reading(document, (), "") for document in documents]
