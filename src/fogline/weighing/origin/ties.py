"""What ties two documents to one origin: each tie with its relation, evidence and confidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import combinations

from fogline.model import Claim, Reading, neutral
from fogline.weighing.decisions import Bonds
from fogline.weighing.measures.days import apart, appeared, before, iso
from fogline.weighing.measures.likeness import Likeness
from fogline.weighing.measures.wording import content
from fogline.weighing.origin import translations
from fogline.weighing.origin.passages import Overlap
from fogline.weighing.origin.spoken import is_other_statement
from fogline.weighing.sources.authorities import Authority, chain
from fogline.weighing.sources.citations import Citation, Outlets, address, citations
from fogline.weighing.sources.registers import Register
from fogline.weighing.views.versions import versions

COPY = 0.8  # share of the shorter text from which it is a copy
EXCERPT = 0.2  # ... from which it holds an excerpt
FEWEST = 20  # words that an excerpt shares at least
LONG = 25  # words from which a passage is kept though it ties no documents
ALIKE = 0.35  # likeness from which a cited outlet's report is the one that is meant
SENTENCE = 0.4  # ... or the share of the citing sentence's words that stand in it
REPEATED = 5  # ... and how many at least
SPOKEN_ALIKE = 0.4  # ... from which two reports of one authority tell the same
NEWS_DAYS = 3  # days within which one report takes up another
DECIDED = "decided"  # the relation of what a person put together


@dataclass(frozen=True, slots=True)
class Tie:
    """Two documents of one origin; `dependent` is the one that says it rests on the other.

    `version` where it is the other's own page, captured later.
    """

    a: str
    b: str
    relation: str
    evidence: str
    confidence: float
    dependent: str | None = None
    version: bool = False


def overlapping(shared: Iterable[Overlap]) -> Iterator[Tie]:
    """Yield ties for documents of which one stands in the other, whole or in good part."""
    for found in shared:
        if found.share >= EXCERPT and found.words >= FEWEST:
            relation = "copy" if found.share >= COPY else "excerpt"
            evidence = (
                f"shares {found.words} words in {len(found.passages)} "
                f"passage{'s' * (len(found.passages) > 1)}: {found.share:.0%} of the shorter text"
            )
            confidence = round(min(0.99, 0.6 + 0.4 * found.share), 2)
            yield Tie(found.a, found.b, relation, evidence, confidence)


def of_one_page(held: Mapping[str, Reading]) -> Iterator[Tie]:
    """Yield ties for the versions of one page: each goes back to the first of them."""
    found = versions(reading.document for reading in held.values())
    pages: defaultdict[str, list[str]] = defaultdict(list)
    for document, version in sorted(found.items()):
        pages[version.page].append(document)
    for members in pages.values():
        first = min(members, key=lambda d: (found[d].since or 0, d))
        for document in (d for d in members if d != first):
            since = found[document].since
            evidence = (
                f"a later version of the same page, captured on {iso(since)}"
                if since
                else "the same page, captured at the same time"
            )
            yield Tie(first, document, "copy", evidence, 1.0, document if since else None, True)


def same_words(stories: Mapping[str, str]) -> Iterator[Tie]:
    """Yield ties for near duplicates, also those too short to hold a passage."""
    for document, first in sorted(stories.items()):
        if document != first:
            yield Tie(first, document, "copy", "near duplicate of the whole text", 0.97)


def put_together(held: Mapping[str, Reading], bound: Bonds) -> Iterator[Tie]:
    """Yield ties for documents that a person put together."""
    for (a, b), why in sorted(bound.together.items()):
        if a < b and a in held and b in held:
            yield Tie(a, b, DECIDED, why, 1.0)


def translated(held: Mapping[str, Reading], crowded: Set[str]) -> Iterator[Tie]:
    """Yield ties for texts of two languages of the same days, one the other's translation.

    `crowded` are numbers that too many texts hold.
    """
    documents = {document: reading.document for document, reading in held.items()}
    for a, b, number, share in translations.pairs(documents, crowded):
        if _near(held, a, b):
            evidence = f"{number} names and numbers stand in one order in both languages"
            yield Tie(a, b, "translation", evidence, round(0.4 + share / 2, 2))


@dataclass(frozen=True, slots=True)
class Cited:
    """What the documents say that they rest on.

    `ties` lead to pages of the ledger, `unseen` holds the citations whose page is not in it, and
    `naming` the outlets that each document names.
    """

    ties: tuple[Tie, ...]
    unseen: Mapping[str, Citation]
    naming: Mapping[str, Set[str]]


def citing(held: Mapping[str, Reading], alike: Likeness, known: Outlets) -> Cited:
    """Return what the documents rest on by their own word.

    Documents that cite one page that is not here are tied to each other where they tell alike.
    """
    shelf = _shelf(held, known, alike)
    found = [c for reading in held.values() for c in citations(reading.document, known)]
    ties = [_cites(c, cited, alike) for c in found if (cited := shelf.cited(c))]
    tied = {tie.dependent for tie in ties}
    unseen: dict[str, Citation] = {}
    for citation in found:
        if citation.outlet and citation.document not in tied:
            unseen.setdefault(citation.document, citation)
    naming: defaultdict[str, set[str]] = defaultdict(set)
    for citation in found:
        if citation.outlet:
            naming[citation.document].add(citation.outlet)
    return Cited((*ties, *_together(unseen, held, alike)), unseen, naming)


def same_authority(held: Mapping[str, Reading], alike: Likeness, who: Register) -> Iterator[Tie]:
    """Yield ties for documents that rest mainly on one authority and tell in like words what it
    said, as far as that is one statement.
    """
    resting = {d: found for d, reading in held.items() if (found := rests_on(reading, who))}
    by_authority: dict[Authority, list[str]] = defaultdict(list)
    for document, found in resting.items():
        by_authority[found].append(document)
    for found, documents in sorted(by_authority.items(), key=lambda item: item[0].name):
        for a, b in combinations(documents, 2):
            likely = alike.between(a, b)
            if likely >= SPOKEN_ALIKE and _near(held, a, b):
                ones, others = (_resting(held[d], found, who) for d in (a, b))
                if is_other_statement(held[a], held[b], ones, others):
                    continue
                told = f"both rest on {_called(found, (held[a], held[b]), who)}"
                evidence = f"{told} and tell it alike ({likely:.0%})"
                yield Tie(a, b, "same-authority", evidence, round(min(0.9, 0.4 + likely), 2))


def _called(found: Authority, telling: Iterable[Reading], who: Register) -> str:
    """Return what texts call an authority, by the fullest of its names, with neutral terms."""
    names = {
        source.name or neutral(source.text, claim.loaded)
        for reading in telling
        for claim in reading.claims
        for source, named in chain(claim)[-1:]
        if who.who(named) == found
    }
    return min(names, key=lambda name: (-len(name), name), default=found.name)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The documents of the ledger by address and by outlet, to look up what a citation means."""

    held: Mapping[str, Reading]
    addresses: Mapping[str, str]
    reports: Mapping[str, tuple[str, ...]]
    alike: Likeness

    def cited(self, citation: Citation) -> str | None:
        """Return the document that a citation means: by address, or the outlet's likest report."""
        own = citation.document
        at = self.addresses.get(address(citation.url)) if citation.url else None
        if at and at != own:
            return at
        likely = [
            (self.alike.between(own, d), d)
            for d in self._reports(citation)
            if self.alike.between(own, d) >= ALIKE or self._repeats(citation, d)
        ]
        return max(likely, default=(0.0, None))[1]

    def _repeats(self, citation: Citation, document: str) -> bool:
        """Say whether the sentence that cites says what the document says."""
        shared = len(citation.said & content(self.held[document].document.text))
        return shared >= max(REPEATED, SENTENCE * len(citation.said))

    def _reports(self, citation: Citation) -> Iterator[str]:
        own = appeared(self.held[citation.document].document)
        for document in self.reports.get(citation.outlet or "", ()):
            late = before(own, appeared(self.held[document].document))
            if not late and _near(self.held, citation.document, document):
                yield document


def _shelf(held: Mapping[str, Reading], known: Outlets, alike: Likeness) -> _Shelf:
    addresses: dict[str, str] = {}
    reports: dict[str, list[str]] = defaultdict(list)
    for document, reading in sorted(held.items()):
        if reading.document.url:
            addresses.setdefault(address(reading.document.url), document)
        if reading.document.publisher:
            reports[known.key(reading.document.publisher)].append(document)
    return _Shelf(held, addresses, {key: tuple(found) for key, found in reports.items()}, alike)


def _cites(citation: Citation, cited: str, alike: Likeness) -> Tie:
    likely = alike.between(citation.document, cited)
    a, b = sorted((citation.document, cited))
    evidence = f"{citation.evidence} ({likely:.0%} alike)"
    confidence = round(min(0.95, 0.7 + likely / 4), 2)
    relation = "translation" if citation.evidence.startswith("translates") else "cites"
    return Tie(a, b, relation, evidence, confidence, citation.document)


def _together(
    unseen: Mapping[str, Citation], held: Mapping[str, Reading], alike: Likeness
) -> Iterator[Tie]:
    for a, b in combinations(sorted(unseen), 2):
        outlet = unseen[a].outlet
        if outlet == unseen[b].outlet and _near(held, a, b):
            likely = alike.between(a, b)
            if likely >= SPOKEN_ALIKE:
                evidence = f"both rest on {outlet}, whose page is not here ({likely:.0%} alike)"
                yield Tie(a, b, "cites", evidence, round(min(0.9, 0.4 + likely), 2))


def _near(held: Mapping[str, Reading], a: str, b: str) -> bool:
    gap = apart(appeared(held[a].document), appeared(held[b].document))
    return gap is None or gap <= NEWS_DAYS


def rests_on(reading: Reading, who: Register) -> Authority | None:
    """Return the authority on which half of a document's claims or more rest."""
    found = _innermost(reading, who)
    counted = Counter(named for named in found if named)
    if not counted:
        return None
    best, n = max(counted.items(), key=lambda item: (item[1], item[0].name))
    return best if 2 * n >= len(found) else None


def _innermost(reading: Reading, who: Register) -> list[Authority | None]:
    return [named for _, named in _told_by(reading, who)]


def _resting(reading: Reading, found: Authority, who: Register) -> list[Claim]:
    """Return the claims of a document that rest on an authority."""
    return [claim for claim, named in _told_by(reading, who) if named == found]


def _told_by(reading: Reading, who: Register) -> Iterator[tuple[Claim, Authority | None]]:
    roles = {part.id: part.role for part in reading.document.parts}
    for claim in reading.claims:
        if roles.get(claim.part) != "comment":
            links = chain(claim)
            yield claim, who.who(links[-1][1]) if links else None
