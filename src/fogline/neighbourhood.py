"""The claims of a ledger as weighing asks for them when a document arrives or goes.

Between weighing, which knows what claims may have in common, and the ledger's shelves, which find
them: claims go by their ids on this side and by their keys on that one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fogline.ledger.shelves import Joined, Shelves, Sketched
from fogline.weighing.decisions import UNBOUND, Bonds
from fogline.weighing.events import SHOWN
from fogline.weighing.occurrence import meetings, sketches
from fogline.weighing.occurrence.blocking import CROWD, signs
from fogline.weighing.occurrence.bounds import may_join
from fogline.weighing.occurrence.clusters import DECIDED, Cluster, Edge, Pair
from fogline.weighing.occurrence.features import Score
from fogline.weighing.occurrence.growing import Regrouped, regroup, without
from fogline.weighing.occurrence.meetings import Meetings, active, packed
from fogline.weighing.occurrence.notebook import Notebook, Noted
from fogline.weighing.occurrence.notes import notes

if TYPE_CHECKING:
    from fogline.weighing.views.views import Order, View


class Neighbourhood:
    """What is near one document that arrives or goes; `Held` for `regroup` and `without`."""

    def __init__(
        self, shelves: Shelves, page: int, keys: Mapping[str, int], bound: Bonds = UNBOUND
    ) -> None:
        """Make ready for the document of a key, whose claims have the given keys by their ids.

        `bound` is what people decided of pairs of claims.
        """
        self._shelves, self._page, self._keys, self._bound = shelves, page, dict(keys), bound
        self._views: dict[int, View] = {}
        self._orders: dict[int, Order] = {}
        self._homes: dict[int, Sequence[int]] = {}
        self._pages: dict[int, sketches.Page] = {}
        self._near: dict[int, set[int]] = {}
        self._linked: dict[int, list[tuple[int, int, float, int]]] = {}
        self._compared: set[tuple[int, int]] = set()
        self._shared: dict[tuple[int, int], int] = {}
        self._filled: dict[int, bytes] = {}  # signs that are crowds now, with who stood there
        self._crowds: dict[int, int] = {}  # ... with how many there are now
        self._thinner: set[int] = set()  # crowds that became smaller
        self._thinned: list[tuple[int, int, int]] = []

    def arrive(self, fresh: Sequence[View]) -> Regrouped:
        """Take in the claims of the document and return what they change, which is kept."""
        if not fresh:
            self._shelves.shelve(self._page, "", ())
            return Regrouped((), (), ())
        self._know(fresh)
        self._shelve(fresh)
        changed = regroup(fresh, self, self._bound)
        self._shelves.thin(self._thinned)
        self._shelves.part((self._keys[e.a], self._keys[e.b]) for e in changed.parted)
        self._shelves.join(self._joined(edge) for edge in changed.edges)
        self._settle(changed)
        self._shelves.crowd(self._crowds)
        return changed

    def leave(self) -> Regrouped:
        """Take the claims of the document away and return what that changes, which is kept."""
        seen = self._load([key for key, _, _ in self._shelves.sketches(self._keys.values())])
        self._unstand(_items(seen, self._keys))
        changed = without({v.claim.id for v in seen}, self, self._bound)
        self._shelves.unshelve(self._page, [self._keys[v.claim.id] for v in seen])
        self._settle(changed)
        return changed

    def are_crowds(self) -> bool:
        """Say whether the crowds that it left are crowds still, as far as their numbers are known.

        Who stands under one is not kept: what is a crowd no more can only be made anew.
        """
        return not self._shelves.up_to(CROWD, self._thinner)

    def _settle(self, changed: Regrouped) -> None:
        """Keep clusters, and the scores of their pairs that are not kept already."""
        self._shelves.settle(
            [[self._keys[c] for c in cluster.claims] for cluster in changed.clusters]
        )
        told = (row for one in changed.clusters for row in _compared(one, self._keys))
        self._shelves.compare(row for row in told if row[:2] not in self._compared)

    def _unstand(self, own: Mapping[int, bytes]) -> None:
        """Let items stand under their signs no more."""
        stood, self._thinner = self._shelves.sharing(own)
        self._shelves.swell({sign: -meetings.number(own[sign]) for sign in self._thinner})
        self._shelves.stand({s: meetings.but(items, own[s]) for s, items in stood.items()})

    def near(self, v: View) -> Iterator[View]:
        """Yield the claims that share a block with one of the document's, or that people put
        together with it.
        """
        return iter(self._load(self._near[self._keys[v.claim.id]]))

    def parted(self) -> Iterator[Edge]:
        """Yield the edges that stood on a block which is a crowd now, and on no other."""
        crowds = {number: active(items) for number, items in self._filled.items()}
        found = self._ends({claim for members in crowds.values() for claim in members})
        gone = []
        for a, b, value, shared in found:
            if a > b or value == DECIDED:  # what a person put together stays so
                continue
            if (left := shared - _met(a, b, crowds.values())) < shared:
                self._thinned.append((a, b, left))
                gone += [] if left else [(a, b, value)]
        yield from self._edges(gone)

    def linked(self, claims: Set[str], *, within: bool = False) -> Iterable[Edge]:
        """Return the edges that have one of the claims at an end, or at both, each once."""
        wanted = {self._keys[claim] for claim in claims}
        found = self._ends(wanted)
        if within:
            return self._edges(row[:3] for row in found if row[0] < row[1] and row[1] in wanted)
        both = {(min(a, b), max(a, b), value) for a, b, value, _ in found}
        return self._edges(sorted(both))

    def _ends(self, claims: Set[int]) -> list[tuple[int, int, float, int]]:
        """Return the edges, as they were, that have one of the claims at their first end."""
        missing = claims - self._linked.keys()
        self._linked |= {claim: [] for claim in missing}
        for row in self._shelves.edges(missing):
            self._linked[row[0]].append(row)
        return [row for claim in claims for row in self._linked[claim]]

    def _joined(self, edge: Edge) -> Joined:
        a, b = sorted((self._keys[edge.a], self._keys[edge.b]))
        return Joined(a, b, edge.value, self._shared[a, b])

    def _edges(self, joined: Iterable[tuple[int, int, float]]) -> list[Edge]:
        joined = list(joined)
        self._place({key for one, other, _ in joined for key in (one, other)})
        found = []
        for one, other, value in joined:
            a, b = self._orders[one], self._orders[other]
            found.append(Edge(a[2], b[2], value) if a < b else Edge(b[2], a[2], value))
        return found

    def together(self, claims: Set[str]) -> Iterator[Sequence[Order]]:
        """Yield the clusters that hold one of the claims."""
        homes = self._shelves.homes(self._keys[claim] for claim in claims)
        self._place({key for members in homes.values() for key in members})
        for members in homes.values():
            self._homes |= dict.fromkeys(members, members)
            yield [self._orders[key] for key in members]

    def scored(self, claims: Set[str]) -> Iterator[tuple[Pair, Score]]:
        """Yield the scores that are kept of pairs of the claims."""
        wanted = {self._keys[claim] for claim in claims}
        for one, other, value, reasons in self._shelves.compared(wanted):
            if other in wanted:
                self._compared.add((one, other))
                a, b = self._orders[one], self._orders[other]
                pair = (a[2], b[2]) if a < b else (b[2], a[2])
                yield pair, Score(value, tuple(reasons.split("\n")))

    def view(self, claim: str) -> View:
        """Return a claim that was told of; those of its cluster are likely to be asked for next."""
        key = self._keys[claim]
        if key not in self._views:
            self._load(self._homes.get(key, (key,)))
        return self._views[key]

    def _place(self, keys: Set[int]) -> None:
        """Know where claims stand."""
        found = self._shelves.orders(keys - self._orders.keys())
        self._orders |= found
        self._keys |= {order[2]: key for key, order in found.items()}

    def _know(self, fresh: Sequence[View]) -> None:
        for v in fresh:
            self._views[self._keys[v.claim.id]] = v
            self._orders[self._keys[v.claim.id]] = v.order

    def _shelve(self, fresh: Sequence[View]) -> None:
        """Put the claims on the shelves, and find who shares a block with each."""
        sketched = _sketched(fresh, self._page, self._keys)
        self._shelves.shelve(self._page, sketches.page_of(fresh), sketched)
        own = _items(fresh, self._keys)
        stood, crowded = self._shelves.sharing(own)
        self._shelves.swell({sign: meetings.number(own.pop(sign)) for sign in crowded})
        under = {number: stood.get(number, b"") + items for number, items in own.items()}
        filled = {number for number, items in under.items() if meetings.number(items) > CROWD}
        self._filled = {number: stood.get(number, b"") for number in filled}
        self._crowds = {number: meetings.number(under[number]) for number in filled}
        live = {number: items for number, items in under.items() if number not in filled}
        self._shelves.stand(live)
        self._near = self._joining(fresh, sketched, meetings.meetings(own, live))
        self._bring_together(fresh)
        self._load({key for near in self._near.values() for key in near})

    def _bring_together(self, fresh: Sequence[View]) -> None:
        """Let claims be near those that people put together with them."""
        own = {v.claim.id for v in fresh}
        pairs = [pair for pair in self._bound.together if pair[0] in own]
        there = self._shelves.standing(other for _, other in pairs)
        for one, other in pairs:
            if other in there:
                a, b = self._keys[one], there[other]
                self._near[a].add(b)
                self._shared.setdefault((min(a, b), max(a, b)), 0)

    def _joining(
        self, fresh: Sequence[View], sketched: Sequence[Sketched], met: Meetings
    ) -> dict[int, set[int]]:
        """Return of those that claims meet the ones that they may have an edge with."""
        own = [s.claim for s in sketched]
        keys = np.concatenate((own, np.setdiff1d(met.others, own)))
        order = np.argsort(keys)
        i, j = (order[np.searchsorted(keys, who, sorter=order)] for who in (met.own, met.others))
        kept = may_join(fresh, self._noted(sketched, keys), i, j)
        near: dict[int, set[int]] = {claim: set() for claim in own}
        rows = (met.own[kept], met.others[kept], met.shared[kept])
        for a, b, shared in zip(*(row.tolist() for row in rows), strict=True):
            near[a].add(b)
            self._shared[min(a, b), max(a, b)] = shared
        return near

    def _noted(self, sketched: Sequence[Sketched], keys: NDArray[np.int64]) -> Noted:
        """Return the notes of claims, the document's own among them."""
        notebook = self._shelves.notebook(Notebook)
        own = {s.claim: (s.claim, *s[2:5]) for s in sketched}
        lacking = notebook.lacking(keys)
        told = [own[claim] for claim in lacking if claim in own]
        notebook.keep([*told, *self._shelves.notes([c for c in lacking if c not in own])])
        return notebook.of(keys)

    def _load(self, keys: Iterable[int]) -> list[View]:
        wanted = list(keys)
        if missing := [key for key in wanted if key not in self._views]:
            self._fetch(missing)
        return [self._views[key] for key in wanted]

    def _fetch(self, missing: Iterable[int]) -> None:
        found = self._shelves.sketches(missing)
        pages = {page for _, page, _ in found} - self._pages.keys()
        self._pages |= {k: sketches.page(kept) for k, kept in self._shelves.pages(pages).items()}
        for key, page, content in found:
            v = self._views[key] = sketches.view(content, self._pages[page])
            self._keys[v.claim.id] = key


def _met(a: int, b: int, crowds: Iterable[Mapping[int, bool]]) -> int:
    """Return how many crowds would bring two claims together."""
    return sum(a in crowd and b in crowd and (crowd[a] or crowd[b]) for crowd in crowds)


def _items(seen: Sequence[View], keys: Mapping[str, int]) -> dict[int, bytes]:
    """Return the items of claims, packed, by the signs under which they stand."""
    found: defaultdict[int, bytes] = defaultdict(bytes)
    for v in seen:
        key = keys[v.claim.id]
        items = packed(key, active=False), packed(key, active=True)
        for sign, is_active in signs(v):
            found[sign] += items[is_active]
    return dict(found)


def shelve_all(
    shelves: Shelves,
    told: Mapping[str, Sequence[View]],
    found: Sequence[Cluster],
    joined: Iterable[Edge],
) -> None:
    """Put the claims of all documents, by document, on empty shelves, as arrivals one by one do."""
    shelves.empty()
    keys: dict[str, int] = {}
    under: defaultdict[int, bytes] = defaultdict(bytes)
    for document, seen in told.items():
        page, own = shelves.keys(document)
        keys |= own
        for number, items in _items(seen, own).items():
            under[number] += items
        shelves.shelve(page, sketches.page_of(seen) if seen else "", _sketched(seen, page, own))
    many = {number: meetings.number(items) for number, items in under.items()}
    live = {number: items for number, items in under.items() if many[number] <= CROWD}
    shelves.stand(live)
    shelves.crowd({number: many[number] for number in many if number not in live})
    shelves.settle([[keys[claim] for claim in cluster.claims] for cluster in found])
    edges = [(keys[edge.a], keys[edge.b], edge.value) for edge in joined]
    counted = meetings.shared(((a, b) for a, b, _ in edges), live)
    shelves.join(Joined(*edge, shared) for edge, shared in zip(edges, counted, strict=True))
    shelves.compare(row for cluster in found for row in _compared(cluster, keys))


def _compared(one: Cluster, keys: Mapping[str, int]) -> Iterator[tuple[int, int, float, str]]:
    """Yield the scores of the pairs of a cluster, with the reasons that it states of each."""
    own = [keys[v.claim.id] for v in one.views]
    for (a, b), score in zip(combinations(own, 2), one.scores, strict=True):
        yield min(a, b), max(a, b), score.value, "\n".join(score.reasons[:SHOWN])


def _sketched(seen: Sequence[View], page: int, keys: Mapping[str, int]) -> list[Sketched]:
    rows = zip(seen, notes(seen), sketches.sketches_of(seen), strict=True)
    return [
        Sketched(keys[v.claim.id], page, note.kind, note.numbers, note.words, content)
        for v, note, content in rows
    ]
