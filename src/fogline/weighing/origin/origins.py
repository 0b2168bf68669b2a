"""Where information enters: documents that copy, excerpt or cite one another share one origin.

Ties between documents come from four kinds of evidence (near duplicates, shared passages, what a
document says it rests on, one authority told in like words); what is tied together is one origin,
its root the document that came first and rests on no other. Where no date decides, the evidence
says so; where the page that all rest on is not in the ledger, the root is None.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from fogline.model import Document, Origin, OriginMember, Passage, Reading
from fogline.weighing.decisions import UNBOUND, Bonds
from fogline.weighing.measures.days import Days, appeared, before
from fogline.weighing.measures.likeness import likeness
from fogline.weighing.measures.wording import Words, words
from fogline.weighing.origin import duplicates, passages, translations
from fogline.weighing.origin.passages import Overlap
from fogline.weighing.origin.ties import (
    DECIDED,
    LONG,
    Cited,
    Tie,
    citing,
    of_one_page,
    overlapping,
    put_together,
    same_authority,
    same_words,
    translated,
)
from fogline.weighing.sources.citations import Citation, Outlets, is_agency, outlets
from fogline.weighing.sources.registers import Register, register

Rank = tuple[int, int, int, bool, int, str]
UNDATED = 10**7  # an ordinal behind every calendar day


@dataclass(frozen=True, slots=True)
class Ground:
    """What is asked of all documents of a ledger where the origins of some are looked for.

    `standing` are the fingerprints of standing text, `crowded` the numbers that too many hold,
    `bound` is what people decided of pairs of documents.
    """

    outlets: Outlets
    register: Register
    standing: Set[int] | None = None
    crowded: Set[str] = frozenset()
    bound: Bonds = UNBOUND


@dataclass(frozen=True, slots=True)
class _Ledger:
    """What the root and the relations of every origin are decided from.

    `credit` counts for each document how many others that are tied to it name its outlet.
    """

    documents: Mapping[str, Document]
    days: Mapping[str, Days]
    texts: Mapping[str, Words]
    cited: Cited
    credit: Counter[str]
    agencies: Set[str]

    @property
    def unseen(self) -> Mapping[str, Citation]:
        """The documents that rest on a page that is not here, by what they say of it."""
        return self.cited.unseen


def ground(readings: Sequence[Reading], bound: Bonds = UNBOUND) -> Ground:
    """Return what all documents of a ledger have to say, of which these are all."""
    return Ground(
        outlets(r.document.publisher for r in readings if r.document.publisher),
        register(claim for reading in readings for claim in reading.claims),
        crowded=translations.crowds(r.document for r in readings),
        bound=bound,
    )


def origins(readings: Sequence[Reading], known: Ground | None = None) -> tuple[Origin, ...]:
    """Return the origins of all documents, each document in exactly one, sorted by id.

    The order of the readings plays no part. `known` is what else is asked of all documents of a
    ledger where the readings are not all; each origin then is whole if its documents are here with
    those that share passages with them.
    """
    known = known or ground(readings)
    held = {r.document.id: r for r in sorted(readings, key=lambda r: r.document.id)}
    texts = {document: words(reading.document) for document, reading in held.items()}
    days = {document: appeared(reading.document) for document, reading in held.items()}
    stories = duplicates.stories(texts.values())
    dated = {document: d.end for document, d in days.items() if d.end is not None}
    shared = list(passages.overlaps(texts.values(), stories, dated, known.standing))
    alike = likeness(texts.values())
    cited = citing(held, alike, known.outlets)
    ties = [
        *of_one_page(held),
        *overlapping(shared),
        *same_words(stories),
        *cited.ties,
        *same_authority(held, alike, known.register),
        *translated(held, known.crowded),
        *put_together(held, known.bound),
    ]
    published = {d: known.outlets.key(r.document.publisher or "") for d, r in held.items()}
    ledger = _Ledger(
        {d: r.document for d, r in held.items()},
        days,
        texts,
        cited,
        _credit(ties, published, cited),
        {d for d, outlet in published.items() if is_agency(outlet)},
    )
    groups = _groups(held, ties, known.bound)
    found = (_origin(group, own, _of(group, shared, ledger), ledger) for group, own in groups)
    told = (_decided(origin, known.bound) for origin in found)
    return tuple(sorted(told, key=lambda origin: origin.id))


def _decided(origin: Origin, bound: Bonds) -> Origin:
    """Return an origin that says of its documents by whose word others are none of it."""
    why = {one: f"; another document is {told}" for (one, _), told in bound.apart.items()}
    if not why:
        return origin
    members = (replace(m, evidence=m.evidence + why.get(m.document, "")) for m in origin.members)
    return replace(origin, members=tuple(members))


def _credit(ties: Iterable[Tie], published: Mapping[str, str], cited: Cited) -> Counter[str]:
    pairs = {(tie.a, tie.b) for tie in ties}
    ends = (ordered for a, b in pairs for ordered in ((a, b), (b, a)))
    return Counter(one for one, other in ends if published[one] in cited.naming.get(other, ()))


def _groups(
    documents: Iterable[str], ties: Sequence[Tie], bound: Bonds
) -> list[tuple[list[str], list[Tie]]]:
    """Return the documents that ties join, each group with its ties, but for what is kept apart.

    Where people keep some apart the surest tie comes first: the order of the ties is nothing.
    """
    home = {document: document for document in documents}
    apart = [(a, b) for a, b in bound.apart if a in home and b in home]
    for tie in sorted(ties, key=_surest) if apart else ties:
        a, b = _home(home, tie.a), _home(home, tie.b)
        if not any((_home(home, one), _home(home, other)) == (a, b) for one, other in apart):
            home[max(a, b)] = min(a, b)
    members: dict[str, list[str]] = defaultdict(list)
    for document in sorted(home):
        members[_home(home, document)].append(document)
    own: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        if _home(home, tie.a) == _home(home, tie.b):
            own[_home(home, tie.a)].append(tie)
    return [(group, own[first]) for first, group in sorted(members.items())]


def _surest(tie: Tie) -> tuple[bool, float, str, str]:
    return tie.relation != DECIDED, -tie.confidence, tie.a, tie.b


def _home(home: dict[str, str], document: str) -> str:
    while home[document] != document:
        home[document] = home[home[document]]
        document = home[document]
    return document


def _origin(
    group: Sequence[str], ties: Sequence[Tie], shared: tuple[Passage, ...], ledger: _Ledger
) -> Origin:
    root = _root(group, ties, ledger)
    key = hashlib.sha256((root or f"unseen {group[0]}").encode()).hexdigest()[:24]
    return Origin(f"origin:{key}", root, tuple(_members(group, ties, root, ledger)), shared)


def _root(group: Sequence[str], ties: Sequence[Tie], ledger: _Ledger) -> str | None:
    resting = {tie.dependent for tie in ties if tie.dependent}
    unseen = {document for document in group if document in ledger.unseen}
    unseen |= {other for tie in ties for other in _also_unseen(tie, ledger)}
    free = [document for document in group if document not in resting | unseen]
    if not free and not unseen:
        free = list(group)  # they cite each other in a ring: the first of them stands for it
    return min(free, key=lambda document: _rank(document, ledger), default=None)


def _also_unseen(tie: Tie, ledger: _Ledger) -> Iterator[str]:
    """Yield the document that has from another what that one has from a page that is not here."""
    for one, other in ((tie.a, tie.b), (tie.b, tie.a)):
        if one in ledger.unseen and other not in ledger.unseen:
            later = before(ledger.days[one], ledger.days[other])
            # The copy of a credited report is that report too, though the credit was cut off.
            same = tie.relation == "copy" and not before(ledger.days[other], ledger.days[one])
            if later or same:
                yield other


def _rank(document: str, ledger: _Ledger) -> Rank:
    """Sort the earlier document first; of one day the outlet that others credit, the longer.

    Between two that no one credits an agency is before whoever prints its news.
    """
    days = ledger.days[document]
    end = UNDATED if days.end is None else days.end
    start = UNDATED if days.start is None else days.start
    agency = document in ledger.agencies
    return end, start, -ledger.credit[document], not agency, -len(ledger.texts[document]), document


def _members(
    group: Sequence[str], ties: Sequence[Tie], root: str | None, ledger: _Ledger
) -> list[OriginMember]:
    placed: dict[str, OriginMember] = {}
    if root is not None:
        placed[root] = _first(root, group, ties, ledger)
    else:
        placed = {d: _resting(ledger.unseen[d]) for d in group if d in ledger.unseen}
    while len(placed) < len(group):
        reach = [t for t in ties if (t.a in placed) != (t.b in placed)]
        # The surest tie first; among equals the one that hangs on the earlier document.
        best = max(reach, key=lambda t: (t.confidence, *_later(t, placed, ledger)))
        new, old = (best.b, best.a) if best.a in placed else (best.a, best.b)
        placed[new] = _tied(new, old, _with_word(best, new, ties), ledger)
    return [placed[document] for document in group]


def _with_word(tie: Tie, new: str, ties: Sequence[Tie]) -> Tie:
    """Return a tie with what the document itself says of resting on the other."""
    said = [t for t in ties if t.dependent == new and {t.a, t.b} == {tie.a, tie.b} and t != tie]
    evidence = "; ".join(dict.fromkeys([tie.evidence, *(t.evidence for t in said)]))
    return replace(tie, evidence=evidence, dependent=new if said else tie.dependent)


def _later(tie: Tie, placed: Mapping[str, OriginMember], ledger: _Ledger) -> tuple[int, str, str]:
    old = tie.a if tie.a in placed else tie.b
    return -_rank(old, ledger)[0], tie.a, tie.b


def _first(root: str, group: Sequence[str], ties: Sequence[Tie], ledger: _Ledger) -> OriginMember:
    others = [document for document in group if document != root]
    if not others:
        return OriginMember(root, "root", "nothing in the ledger tells it before or alike", 1.0)
    if all(before(ledger.days[root], ledger.days[other]) for other in others):
        return OriginMember(root, "root", f"published before the other {len(others)}", 0.9)
    resting = {tie.dependent for tie in ties if root in {tie.a, tie.b}} & set(others)
    if len(resting) == len(others):
        later = all(tie.version for tie in ties if root in {tie.a, tie.b})
        how = "are later versions of it" if later else "say that they rest on it"
        return OriginMember(root, "root", f"the other {len(others)} {how}", 0.9)
    earlier = sum(before(ledger.days[other], ledger.days[root]) for other in others)
    if earlier:
        evidence = f"rests on none of the others, though {earlier} of them bear an earlier date"
    else:
        evidence = f"no date puts it after any of the other {len(others)}: who was first is open"
    if ledger.credit[root]:
        evidence += ", but others credit its outlet"
    return OriginMember(root, "root", evidence, 0.5)


def _resting(citation: Citation) -> OriginMember:
    where = citation.outlet or citation.url
    evidence = f"{citation.evidence}; no page of {where} that tells this is in the ledger"
    return OriginMember(citation.document, "cites", evidence, 0.8 if citation.whole else 0.6)


def _tied(new: str, old: str, tie: Tie, ledger: _Ledger) -> OriginMember:
    evidence = tie.evidence
    if tie.dependent is None:
        days, others = ledger.days[new], ledger.days[old]
        if before(others, days):
            evidence += "; published later"
        elif before(days, others):
            evidence += "; published earlier, so that both may go back to a third"
        else:
            evidence += "; no date says which came first"
    return OriginMember(new, tie.relation, evidence, tie.confidence, old)


def _of(group: Sequence[str], shared: Iterable[Overlap], ledger: _Ledger) -> tuple[Passage, ...]:
    """Return the passages that members hold from an earlier document, in this origin or another."""
    members = set(group)
    turned = (
        _turned(passage, ledger, within={overlap.a, overlap.b} <= members)
        for overlap in shared
        if overlap.a in members or overlap.b in members
        for passage, size in zip(overlap.passages, overlap.sizes, strict=True)
        if size >= LONG or {overlap.a, overlap.b} <= members
    )
    return tuple(
        sorted(
            (passage for passage in turned if passage.document in members),
            key=lambda p: (p.document, p.start, p.of_document, p.of_start),
        )
    )


def _bare(rank: Rank) -> Rank:
    end, start, _, agency, length, document = rank
    return end, start, 0, agency, length, document


def _turned(passage: Passage, ledger: _Ledger, *, within: bool) -> Passage:
    """Return a passage as the later document's; credit counts `within` one origin alone."""
    one, other = (_rank(d, ledger) for d in (passage.document, passage.of_document))
    if (one if within else _bare(one)) > (other if within else _bare(other)):
        return passage
    return replace(
        passage,
        document=passage.of_document,
        start=passage.of_start,
        end=passage.of_end,
        of_document=passage.document,
        of_start=passage.start,
        of_end=passage.end,
    )
