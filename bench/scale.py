"""Weighing at scale, on generated documents: fingerprints a second and their room, and what one
document costs in a ledger that grows.

    .venv/bin/python -m bench.scale [--documents N] [--claims N ...] [--keep FILE]

Documents: words by Zipf's law, lengths spread as those of real reports are (median 300 words, a
tail to 1,500), a twelfth of them reprints. Claims have the proportions of what the reader makes of
793 real articles on one war: how many a document, how many with a day, a place, an actor,
of which kinds, how unequal places and parties are. A day has ten documents, one from each of ten
wars; a ledger of a million claims so holds fourteen years. Up to GROWN claims every document is
added as it arrives, and the clusters are held against those of grouping all at once; beyond, the
shelves are filled in bulk with casts of two thousand documents on other days (without edges), but
for the last weeks before each size. One core; the file is a real ledger's, each document one
transaction.
"""

from __future__ import annotations

import argparse
import itertools
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.coreference import b_cubed
from fogline.ledger import Ledger
from fogline.ledger.shelves import Shelves, Sketched
from fogline.model import (
    Claim,
    Document,
    Mention,
    Part,
    Place,
    Published,
    Reading,
    Source,
    Span,
    When,
)
from fogline.neighbourhood import Neighbourhood
from fogline.weighing.measures.wording import words
from fogline.weighing.occurrence.blocking import BUCKET, CROWD, STRIDE, blocks, sign
from fogline.weighing.occurrence.clusters import clusters
from fogline.weighing.occurrence.meetings import ITEM
from fogline.weighing.occurrence.notes import NOTE, UNKNOWN, Note, notes
from fogline.weighing.occurrence.sketches import page_of, sketches_of
from fogline.weighing.origin.passages import codes, fingerprints
from fogline.weighing.views.views import View, document_views

SEED = 1070
VOCABULARY = 40_000
SIZES = [1_000, 10_000, 100_000, 300_000, 1_000_000]


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--documents", type=int, default=100_000)
    asked.add_argument("--claims", type=int, nargs="*", default=SIZES)
    asked.add_argument(
        "--keep", type=Path, help="the ledger's file: left there, and grown on if it is"
    )
    options = asked.parse_args()
    if options.documents:
        print_fingerprints(options.documents)
    with tempfile.TemporaryDirectory() as folder:
        print_growth(sorted(options.claims), options.keep or Path(folder) / "grown.sqlite")


# --- fingerprints ------------------------------------------------------------------------------


def print_fingerprints(number: int) -> None:
    """Print how many documents a second are taken to words and fingerprinted, and the room."""
    draw = np.random.default_rng(SEED)
    vocabulary = np.array([word(i) for i in range(VOCABULARY)])
    held, spent, kept = [], 0.0, 0
    for text in _texts(draw, vocabulary, number):
        document = Document("d", text, (Part("body-1", "body", 0, len(text)),))
        start = time.process_time()
        found = fingerprints(codes(words(document).words))
        spent += time.process_time() - start
        held.append(found)
        kept += len(found[0])
    grams = np.concatenate([g for g, _ in held])
    start = time.process_time()
    shared = len(grams) - len(np.unique(grams))
    print(
        f"{number} documents fingerprinted at {number / spent:.0f} a second a core; {kept} kept, "
        f"{shared} of them shared (sorted in {time.process_time() - start:.1f} s); "
        f"peak {_peak():.2f} GB"
    )


def _texts(draw: np.random.Generator, vocabulary: np.ndarray, number: int) -> Iterator[str]:
    last = ""
    for _ in range(number):
        if last and draw.random() < 1 / 12:
            yield last
            continue
        length = int(np.clip(draw.lognormal(5.7, 0.5), 40, 1500))
        ranks = np.minimum(draw.zipf(1.25, length), VOCABULARY) - 1
        last = " ".join(vocabulary[ranks])
        yield last


def word(i: int) -> str:
    letters = "etaoinshrdlucmfwypvbgk"
    found = ""
    while True:
        i, rest = divmod(i, len(letters))
        found += letters[rest]
        if not i:
            return found


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


# --- a ledger that grows -----------------------------------------------------------------------

CLAIMS = {"dated": 0.90, "placed": 0.53, "actors": 0.70, "recipients": 0.47, "named": 0.28}
A_DOCUMENT = (2.75, 0.62)  # of the logarithm of a document's claims: mean 19, a tail to 100
WORDS = 15
TOWNS, PARTIES = 1100, 1800
WARS = 10
DAILY = WARS  # documents, one from each
GROWN = 10_000  # claims up to which every document is added for itself
WEEKS = 150  # documents added one by one before each size
SAMPLE = 150  # documents added and timed at each size
STEP = 250  # documents filled in at once
CASTS = 2000  # documents of which those are cast, by shifting their days
FIRST = 10**6  # number of the first of them
KINDS = (
    ("bombed", "ASSAULT", "aerial", 2383),
    ("attacked", "ASSAULT", None, 2041),
    ("holds", "CONTROL", "hold", 1287),
    ("shelled", "ASSAULT", "heavy-weapons", 1071),
    ("took", "CONTROL", "gain", 893),
    ("clashed", "ASSAULT", "clash", 752),
    ("raided", "ASSAULT", "ground", 694),
    ("blasted", "ASSAULT", "explosives", 647),
    ("besieged", "CONTROL", "besiege", 388),
    ("displaced", "COERCE", "displace", 349),
    ("destroyed", "ASSAULT", "destroy", 260),
    ("withdrew", "RETREAT", "withdraw", 254),
    ("ceased", "RETREAT", "ceasefire", 240),
    ("helped", "AID", None, 232),
    ("moved", "MOBILIZE", "troops", 214),
    ("agreed", "AGREE", None, 204),
    ("accused", "ACCUSE", "allege", 197),
    ("met", "CONSULT", None, 162),
    ("closed", "COERCE", "restrict", 158),
    ("asked", "REQUEST", "change", 132),
    ("denied", "REJECT", "deny", 106),
    ("shot", "ASSAULT", "firearms", 104),
)


class Timed(Shelves):
    """Shelves that note how long the database takes."""

    spent = 0.0

    def _rows(self, query: str, *values: Any) -> list[Any]:
        start = time.perf_counter()
        try:
            return super()._rows(query, *values)
        finally:
            Timed.spent += time.perf_counter() - start

    def _many(self, statement: str, rows: Sequence[Any]) -> None:
        start = time.perf_counter()
        super()._many(statement, rows)
        Timed.spent += time.perf_counter() - start


@dataclass
class Grown:
    """A ledger's shelves that are filled; claims are numbered as they come."""

    ledger: Ledger
    documents: int = 0
    claims: int = 0

    def next(self) -> tuple[int, dict[str, int], list[View]]:
        """Return the next document: its key, those of its claims, their views."""
        self.documents += 1
        told = sorted(document_views(generated(self.documents)), key=lambda v: v.order)
        keys = {v.claim.id: self.claims + i for i, v in enumerate(told, 1)}
        self.claims += len(told)
        return self.documents, keys, told

    def add(self) -> tuple[float, float, float]:
        """Add a document; return milliseconds in all, of the processor, and of the database."""
        page, keys, told = self.next()
        Timed.spent, begun, worked = 0.0, time.perf_counter(), time.process_time()
        with self.ledger.revising() as held:
            Neighbourhood(Timed(held.shelves.connection), page, keys).arrive(told)
            closing = time.perf_counter()
        ended = time.perf_counter()
        ms = (ended - begun, time.process_time() - worked, Timed.spent + ended - closing)
        return 1000 * ms[0], 1000 * ms[1], 1000 * ms[2]

    def fill(self) -> None:
        """Put documents on the shelves in bulk, each claim a cluster of its own."""
        signs, items = [], []
        with self.ledger.revising() as held:
            crowds = np.array(held.shelves.crowds(), np.int64)
            for _ in range(STEP):
                self.documents += 1
                cast = _cast(self.documents % CASTS)
                later = (self.documents // DAILY - cast.day) // BUCKET * BUCKET
                first = self.claims + 1
                held.shelves.shelve(self.documents, cast.paged(self), cast.sketched(self, later))
                self.claims += cast.size
                held.shelves.settle([[key] for key in range(first, self.claims + 1)])
                shift = np.uint64(later // BUCKET * STRIDE % 2**64)
                signs.append(np.where(cast.dated, cast.signs + shift, cast.signs).view(np.int64))
                items.append(cast.items + 2 * first)
            every, stood = np.concatenate(signs), np.concatenate(items)
            live = ~np.isin(every, crowds)
            order = np.lexsort((stood[live], every[live]))
            found, starts = np.unique(every[live][order], return_index=True)
            parts = np.split(stood[live][order].astype(ITEM), starts[1:])
            before, _ = held.shelves.sharing(found.tolist())
            rows = zip(found.tolist(), parts, strict=True)
            held.shelves.stand({n: before.get(n, b"") + part.tobytes() for n, part in rows})

    def part_crowds(self) -> None:
        """Let the signs be crowds that became so while the shelves were filled."""
        with self.ledger.revising() as held:
            held.shelves.crowd(held.shelves.above(CROWD * ITEM.itemsize))


@dataclass(frozen=True)
class Cast:
    """A document from which many are cast, later by whole buckets of days and otherwise alike."""

    day: int
    told: Sequence[View]
    page: str
    rows: Sequence[str]
    notes: Sequence[Note]
    signs: NDArray[np.uint64]  # of all its claims, in a row
    dated: NDArray[np.bool_]
    items: NDArray[np.int64]  # twice the claim's place in the document, one more where active

    @property
    def size(self) -> int:
        """How many claims it has."""
        return len(self.told)

    def paged(self, grown: Grown) -> str:
        """Return the page of a cast."""
        first = self.told[0].document
        own, day = f"sha256:{grown.documents:064x}", _day(grown.documents // DAILY)
        return self.page.replace(first.id, own).replace(str(first.published.earliest), day)

    def sketched(self, grown: Grown, later: int) -> list[Sketched]:
        """Return the rows of a cast, its claims numbered on from those that there are."""
        found = []
        for i, (v, row, note) in enumerate(zip(self.told, self.rows, self.notes, strict=True), 1):
            days = v.days.start, v.days.end
            first, last = (None if day is None else day + later for day in days)
            content = row.replace(v.claim.id, f"claim:{grown.documents:016x}{i:08x}")
            content = content.replace(f" {days[0]}, {days[1]},", f" {first}, {last},")
            numbers = _later(note.numbers, later, grown.documents // DAILY)
            own = grown.claims + i, grown.documents
            found.append(Sketched(*own, note.kind, numbers, note.words, content))
        return found


def _later(numbers: bytes, days: int, day: int) -> bytes:
    """Return a note with its days put off, of a document that was published on a day."""
    found = np.frombuffer(numbers, NOTE).copy()
    found["days"] = np.where(found["days"] == UNKNOWN, UNKNOWN, found["days"] + days)
    found["out"] = date.fromisoformat(_day(day)).toordinal()
    return found.tobytes()


@cache
def _cast(n: int) -> Cast:
    told = _in_order(FIRST + n)
    stood = [(2 * i + active, block) for i, v in enumerate(told) for block, active in blocks(v)]
    return Cast(
        (FIRST + n) // DAILY,
        told,
        page_of(told),
        sketches_of(told),
        notes(told),
        np.array([sign(block) % 2**64 for _, block in stood], np.uint64),
        np.array([block[0] is not None for _, block in stood]),
        np.array([item for item, _ in stood], np.int64),
    )


def print_growth(sizes: Sequence[int], path: Path) -> None:
    """Print what a document costs at each size of the ledger."""
    with Ledger.open(path) as ledger:
        with ledger.revising() as held:
            grown = Grown(ledger, *held.shelves.extent())
        for size in sizes:
            while grown.claims < min(size, GROWN):
                grown.add()
            if size == GROWN:
                print_agreement(grown)
            begun = time.perf_counter()
            while grown.claims < size - WEEKS * 19:
                grown.fill()
            grown.part_crowds()
            while grown.claims < size:
                grown.add()
            filled = time.perf_counter() - begun
            spent = [grown.add() for _ in range(SAMPLE)]
            print(
                f"{grown.claims:>9} claims, filled in {filled:.0f} s: {_shown(spent)}", flush=True
            )


def _shown(spent: Sequence[tuple[float, float, float]]) -> str:
    named = zip(("all", "processor", "database"), zip(*spent, strict=True), strict=True)
    parts = [
        f"{name} {statistics.fmean(ms):.1f} ms (median {statistics.median(ms):.1f}, "
        f"95 of 100 under {sorted(ms)[int(len(ms) * 0.95)]:.1f})"
        for name, ms in named
    ]
    return f"a document costs {'; '.join(parts)}; peak {_peak():.2f} GB"


def print_agreement(grown: Grown) -> None:
    """Print how far clusters that grew agree with those of grouping everything at once."""
    told = {
        v.claim.id: v for n in range(1, grown.documents + 1) for v in document_views(generated(n))
    }
    start = time.perf_counter()
    whole = {cluster.claims for cluster in clusters(list(told.values()))}
    spent = time.perf_counter() - start
    ids = {key: claim for claim, key in _keys(grown.documents).items()}
    with grown.ledger.revising() as held:
        found = {frozenset(ids[c] for c in home) for home in held.shelves.homes(ids).values()}
    one, other = _together(whole), _together(found)
    print(
        f"{len(told)} claims grouped at once in {spent:.0f} s: {len(whole)} clusters, grown "
        f"{len(found)}; {len(one & other)} of {len(one | other)} pairs in both; "
        f"B3 {b_cubed(list(whole), list(found)).f1:.4f}",
        flush=True,
    )


def _keys(documents: int) -> dict[str, int]:
    told = (v for n in range(1, documents + 1) for v in _in_order(n))
    return {v.claim.id: key for key, v in enumerate(told, 1)}


def _in_order(n: int) -> list[View]:
    return sorted(document_views(generated(n)), key=lambda v: v.order)


def _together(groups: set[frozenset[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in itertools.combinations(sorted(group), 2)}


def generated(n: int) -> Reading:
    draw = random.Random(n)
    day = _day(n // DAILY)
    size = min(100, max(1, round(draw.lognormvariate(*A_DOCUMENT))))
    about = About(
        [rank(draw, TOWNS) * WARS + n % WARS for _ in range(draw.randint(1, 5))],
        [rank(draw, PARTIES) * WARS + n % WARS for _ in range(draw.randint(2, 6))],
        [rank(draw, VOCABULARY) for _ in range(60)],
    )
    deeds = [_deed(draw, n // DAILY, about) for _ in range(size)]
    text = " ".join(deed.sentence for deed in deeds)
    document = Document(
        f"sha256:{n:064x}",
        text,
        (Part("body-1", "body", 0, len(text)),),
        Published(day, day, "given"),
        publisher=f"Outlet {rank(draw, 300)}",
    )
    at, claims = 0, []
    for number, deed in enumerate(deeds):
        claims.append(_claim(f"claim:{n:016x}{number:08x}", at, deed))
        at += len(deed.sentence) + 1
    return Reading(document, tuple(claims), "generated")


def _day(number: int) -> str:
    return str(np.datetime64("2011-03-15") + number)


@dataclass(frozen=True)
class About:
    """The few places, parties and words, by rank, that one document is about."""

    towns: Sequence[int]
    parties: Sequence[int]
    words: Sequence[int]


@dataclass(frozen=True)
class Deed:
    """What one sentence tells."""

    sentence: str
    kind: tuple[str, str, str | None, int]
    town: int | None
    actor: int | None
    recipient: int | None
    when: When


def _deed(draw: random.Random, today: int, about: About) -> Deed:
    kind = draw.choices(KINDS, [k[3] for k in KINDS])[0]
    town, actor, recipient = (
        draw.choice(ranks) if draw.random() < CLAIMS[what] else None
        for what, ranks in (
            ("placed", about.towns),
            ("actors", about.parties),
            ("recipients", about.parties),
        )
    )
    told = [draw.choice(about.words) for _ in range(WORDS // 2)]
    told += [rank(draw, VOCABULARY) for _ in range(WORDS - len(told))]
    named = [_party(actor) if actor is not None else "They", kind[0], *map(word, told)]
    named += [_party(recipient)] if recipient is not None else []
    named += [f"at {word(town + 3000).title()}"] if town is not None else []
    when = When()
    if draw.random() < CLAIMS["dated"]:
        told_on = today - (draw.randrange(3) if draw.random() < CLAIMS["named"] else 0)
        basis = "relative" if draw.random() < CLAIMS["named"] else "default"
        day = _day(told_on)
        when = When(None, day, day, (0, 0), basis)
    return Deed(" ".join(named) + ".", kind, town, actor, recipient, when)


def rank(draw: random.Random, number: int) -> int:
    """Draw a rank below a number as Zipf's law has it: the first ones often."""
    return min(number - 1, int(number ** draw.random()) - 1)


def _party(rank: int) -> str:
    return f"{word(rank + 700).title()} {('army', 'front', 'column')[rank % 3]}"


def _claim(name: str, at: int, deed: Deed) -> Claim:
    trigger, event, mode, _ = deed.kind
    start = at + deed.sentence.index(f" {trigger} ") + 1
    return Claim(
        id=name,
        part="body-1",
        sentence=Span(at, at + len(deed.sentence), deed.sentence),
        trigger=Span(start, start + len(trigger), trigger),
        event=event,
        mode=mode,
        actors=() if deed.actor is None else (Mention(_party(deed.actor)),),
        recipients=() if deed.recipient is None else (Mention(_party(deed.recipient)),),
        places=() if deed.town is None else (_town(deed.town),),
        when=deed.when,
        attribution=(Source("Outlet", "author"),),
        status="occurred",
        polarity="positive",
        certainty="certain",
    )


@cache
def _town(rank: int) -> Place:
    draw, name = random.Random(rank), word(rank + 3000).title()
    lat, lon = draw.uniform(0, 4), 10 * (rank % WARS) + draw.uniform(0, 6)
    return Place(name, None, None, name, f"town:{rank}", lat, lon, "SY", precision="settlement")


if __name__ == "__main__":
    main()
