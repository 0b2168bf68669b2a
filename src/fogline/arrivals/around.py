"""Whose origins an arrival may change: found in the postings, each with all of its own origin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fogline.arrivals import posting
from fogline.arrivals.posting import Kept, Rows
from fogline.model import Origin, Reading
from fogline.weighing.origin import passages, translations
from fogline.weighing.origin.ties import ALIKE, REPEATED
from fogline.weighing.origin.traces import Traces, bands_in, beside_in, language, near_in, number

if TYPE_CHECKING:
    from fogline.arrivals.library import Library
    from fogline.weighing.origin.origins import Ground


@dataclass(frozen=True, slots=True)
class Fresh:
    """A document that arrives, or whose words have come to mean another, with what it leaves and
    where it stands.
    """

    page: int
    reading: Reading
    left: Traces
    kept: Kept
    rows: Rows
    known: Ground

    @property
    def id(self) -> str:
        """The document's id."""
        return self.reading.document.id


def alike(library: Library, documents: Iterable[str]) -> set[int]:
    """Return the documents that may be of one story with others."""
    signs = {sign for text in library.texts(documents) for sign in bands_in(text)}
    return {page for _, page in library.revising.postings.under(signs)}


def tied(library: Library, fresh: Fresh) -> set[int]:
    """Return the documents that may be tied to one by what it says or what it rests on."""
    postings = library.revising.postings
    found = {page for _, page in postings.under(beside_in(fresh.reading, fresh.known))}
    asked = list(near_in(fresh.reading, fresh.left, fresh.known))
    near = {page for _, page in postings.near(asked)} - found
    for page, post in postings.posts(near).items():
        if _may_be_tied(fresh.kept, posting.read(post)):
            found.add(page)
    return found


def _may_be_tied(one: Kept, other: Kept) -> bool:
    if one.likeness(other) >= ALIKE:
        return True
    return any(
        len(said & read.all) >= REPEATED
        for citing, read in ((one, other), (other, one))
        for every in citing.said.values()
        for said in every
    )


def translated(library: Library, fresh: Iterable[Fresh]) -> set[int]:
    """Return the documents of another language that share a number with arriving ones, with those
    that share one which they make a crowd.
    """
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for one in fresh:
        document = one.reading.document
        for found in translations.numbers(document) if document.language else ():
            holders[found].append(language(document))
    pages: set[int] = set()
    for found, languages in holders.items():
        most = translations.CROWD + len(languages)  # where it was no crowd before these came
        for spoken in set(languages):
            others, many = library.revising.postings.other_days(
                number("number", found), spoken, most
            )
            if many <= most:
                pages.update(others)
    return pages


def crowded(library: Library, documents: Iterable[str]) -> frozenset[str]:
    """Return the numbers of documents that too many of the ledger hold."""
    held = [d for d in library.documents(documents) if d.language]
    if len({language(document) for document in held}) < 2:
        return frozenset()
    found = {n for document in held for n in translations.numbers(document)}
    count = library.revising.postings.standing_under
    return frozenset(
        n for n in found if count(number("number", n), translations.CROWD) > translations.CROWD
    )


def sharing(library: Library, documents: Iterable[str], standing: Set[int]) -> dict[str, set[int]]:
    """Return for documents those that share as many fingerprints as passages need."""
    wanted = list(documents)
    held: defaultdict[int, list[int]] = defaultdict(list)
    live = {g for d in wanted for g in library.grams(d)} - standing
    for gram, page, _, _ in library.holding(live):
        held[gram].append(page)
    keys = library.keys(wanted)
    found: dict[str, set[int]] = {}
    for document in wanted:
        shared = Counter(p for g in library.grams(document) & held.keys() for p in held[g])
        shared.pop(keys[document], None)
        found[document] = {page for page, n in shared.items() if n >= passages.SEEDS}
    return found


def overlapping(library: Library, document: str, pages: Set[int], standing: Set[int]) -> set[str]:
    """Return of documents those that do share a passage with one."""
    others = library.ids(pages)
    (own,) = library.texts([document])
    return {
        text.document
        for text in library.texts(others)
        if any(passages.overlaps([own, text], {}, {}, standing))
    }


def whole(library: Library, documents: Iterable[str]) -> Mapping[str, Origin]:
    """Return the origins, as they stood, of documents, by id."""
    homes = library.revising.postings.homes(library.keys(documents).values())
    return {o.id: o for o in library.revising.origins_of(set(homes.values()))}


def members(origins: Iterable[Origin]) -> set[str]:
    """Return the documents of origins."""
    return {member.document for origin in origins for member in origin.members}
