"""The claims of a ledger as weighing asks for them when a document arrives.

Between weighing, which knows what claims may have in common, and the ledger's shelves, which find
them: claims go by their ids on this side and by their keys on that one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from fogline.ledger.shelves import Shelves, Sketched, Stood
from fogline.weighing import sketches
from fogline.weighing.blocking import CROWD, Block, blocks, sign
from fogline.weighing.bounds import may_join, noted
from fogline.weighing.clusters import Cluster, Edge, Pair
from fogline.weighing.events import SHOWN
from fogline.weighing.features import Score
from fogline.weighing.growing import Regrouped, regroup
from fogline.weighing.notes import notes

if TYPE_CHECKING:
    from fogline.weighing.views import Order, View


class Neighbourhood:
    """What is near one arriving document; `Held` for `regroup`."""

    def __init__(self, shelves: Shelves, page: int, keys: Mapping[str, int]) -> None:
        """Make ready for the document of a key, whose claims have the given keys by their ids."""
        self._shelves, self._page, self._keys = shelves, page, dict(keys)
        self._views: dict[int, View] = {}
        self._orders: dict[int, Order] = {}
        self._pages: dict[int, sketches.Page] = {}
        self._near: dict[int, set[int]] = {}
        self._compared: set[tuple[int, int]] = set()
        self._filled: set[int] = set()

    def arrive(self, fresh: Sequence[View]) -> Regrouped:
        """Take in the claims of the document and return what they change, which is kept."""
        if not fresh:
            self._shelves.shelve(self._page, "", ())
            return Regrouped((), (), ())
        self._know(fresh)
        self._shelve(fresh)
        changed = regroup(fresh, self)
        self._shelves.part((self._keys[e.a], self._keys[e.b]) for e in changed.parted)
        self._shelves.join((self._keys[e.a], self._keys[e.b], e.value) for e in changed.edges)
        self._shelves.settle(
            [[self._keys[c] for c in cluster.claims] for cluster in changed.clusters]
        )
        told = (row for one in changed.clusters for row in _compared(one, self._keys))
        self._shelves.compare(row for row in told if row[:2] not in self._compared)
        self._shelves.crowd(self._filled)
        return changed

    def near(self, v: View) -> Iterator[View]:
        """Yield the claims that share a block with one of the document's."""
        return iter(self._load(self._near[self._keys[v.claim.id]]))

    def parted(self) -> Iterator[Edge]:
        """Yield the edges that stood on a block which is a crowd now, and on no other."""
        crowds: defaultdict[int, set[int]] = defaultdict(set)
        for number, claim, _ in self._shelves.sharing(self._filled):
            crowds[claim].add(number)
        found = self._shelves.edges(crowds)
        joined = [(a, b, n) for a, b, n in found if a < b and crowds[a] & crowds.get(b, set())]
        stood = {
            key: dict(blocks(v)) for key, v in self._viewed({k for e in joined for k in e[:2]})
        }
        shared = [_shared(stood[a], stood[b]) for a, b, _ in joined]
        crowded = self._shelves.crowded({number for numbers in shared for number in numbers})
        met = zip(self._edges(joined), shared, strict=True)
        yield from (edge for edge, numbers in met if not numbers - self._filled - crowded)

    def linked(self, claims: Set[str], *, within: bool = False) -> Iterable[Edge]:
        """Return the edges that have one of the claims at an end, or at both, each once."""
        wanted = {self._keys[claim] for claim in claims}
        found = self._shelves.edges(wanted)
        if within:
            return self._edges([row for row in found if row[0] < row[1] and row[1] in wanted])
        both = {(min(a, b), max(a, b), value) for a, b, value in found}
        return self._edges(sorted(both))

    def _edges(self, joined: Sequence[tuple[int, int, float]]) -> list[Edge]:
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
            yield [self._orders[key] for key in members]

    def scored(self, claims: Set[str]) -> Iterator[tuple[Pair, Score]]:
        """Yield the scores that are kept of pairs of the claims."""
        wanted = {self._keys[claim] for claim in claims}
        for one, other, value, reasons in self._shelves.compared(wanted):
            if other in wanted:
                self._compared.add((one, other))
                a, b = sorted((self._orders[one], self._orders[other]))
                yield (a[2], b[2]), Score(value, tuple(reasons.split("\n")))

    def view(self, claim: str) -> View:
        """Return a claim that was told of."""
        return self._load([self._keys[claim]])[0]

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
        stood = [
            Stood(sign(block), self._keys[v.claim.id], active)
            for v in fresh
            for block, active in blocks(v)
        ]
        sketched = _sketched(fresh, self._page, self._keys)
        self._shelves.shelve(self._page, sketches.page_of(fresh), sketched)
        signs = {s.sign for s in stood}
        live = signs - self._shelves.crowded(signs)
        stood = [s for s in stood if s.sign in live]
        under: defaultdict[int, dict[int, int]] = defaultdict(dict)
        for number, claim, active in (*self._shelves.sharing(live), *stood):
            under[number][claim] = active
        self._filled = {number for number, found in under.items() if len(found) > CROWD}
        self._shelves.stand(stood)
        self._near = self._joining(fresh, sketched, self._meeting(stood, under))
        self._load({key for near in self._near.values() for key in near})

    def _meeting(
        self, stood: Sequence[Stood], under: Mapping[int, Mapping[int, int]]
    ) -> dict[int, set[int]]:
        """Return for each claim of the document those that a block brings together with it."""
        met: defaultdict[int, set[int]] = defaultdict(set)
        for number, claim, active in stood:
            if number not in self._filled:
                others = under[number]
                met[claim].update(others if active else (c for c, is_so in others.items() if is_so))
        return met

    def _joining(
        self, fresh: Sequence[View], sketched: Sequence[Sketched], met: Mapping[int, set[int]]
    ) -> dict[int, set[int]]:
        """Return of those that claims meet the ones that they may have an edge with."""
        own = {s.claim: n for n, s in enumerate(sketched)}
        others = self._shelves.notes({key for keys in met.values() for key in keys} - own.keys())
        at = own | {row[0]: n for n, row in enumerate(others, len(own))}
        keys = list(at)
        pairs = [(own[a], at[b]) for a, found in met.items() for b in found if a != b]
        i, j = np.array(pairs, np.int64).reshape(-1, 2).T
        known = noted([s[2:5] for s in sketched] + [row[1:] for row in others])
        near: dict[int, set[int]] = {key: set() for key in own}
        kept = may_join(fresh, known, i, j)
        for a, b in zip(i[kept].tolist(), j[kept].tolist(), strict=True):
            near[keys[a]].add(keys[b])
        return near

    def _viewed(self, keys: Iterable[int]) -> Iterator[tuple[int, View]]:
        wanted = list(keys)
        return zip(wanted, self._load(wanted), strict=True)

    def _load(self, keys: Iterable[int]) -> list[View]:
        wanted = list(keys)
        missing = self._shelves.sketches(key for key in wanted if key not in self._views)
        pages = {page for _, page, _ in missing} - self._pages.keys()
        self._pages |= {k: sketches.page(kept) for k, kept in self._shelves.pages(pages).items()}
        for key, page, content in missing:
            v = self._views[key] = sketches.view(content, self._pages[page])
            self._keys[v.claim.id] = key
        return [self._views[key] for key in wanted]


def _shared(ones: Mapping[Block, bool], others: Mapping[Block, bool]) -> set[int]:
    """Return the signs of the blocks that bring two claims together, by those that each is in."""
    return {sign(b) for b in ones.keys() & others.keys() if ones[b] or others[b]}


def shelve_all(
    shelves: Shelves,
    told: Mapping[str, Sequence[View]],
    found: Sequence[Cluster],
    joined: Iterable[Edge],
) -> None:
    """Put the claims of all documents, by document, on empty shelves, as arrivals one by one do."""
    shelves.empty()
    keys: dict[str, int] = {}
    under: defaultdict[int, list[Stood]] = defaultdict(list)
    for document, seen in told.items():
        page, own = shelves.keys(document)
        keys |= own
        for v in seen:
            for block, active in blocks(v):
                number = sign(block)
                under[number].append(Stood(number, own[v.claim.id], active))
        shelves.shelve(page, sketches.page_of(seen) if seen else "", _sketched(seen, page, own))
    shelves.stand(s for stood in under.values() if len(stood) <= CROWD for s in stood)
    shelves.crowd(number for number, stood in under.items() if len(stood) > CROWD)
    shelves.settle([[keys[claim] for claim in cluster.claims] for cluster in found])
    shelves.join((keys[edge.a], keys[edge.b], edge.value) for edge in joined)
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
