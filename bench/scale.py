"""Weighing at scale, on generated documents: fingerprints a second and their room, and what one
document costs in a ledger that grows.

    .venv/bin/python -m bench.scale [--documents N] [--claims N ...]

Documents: words by Zipf's law, lengths spread as those of real reports are (median 300 words, a
tail to 1,500), a twelfth of them reprints. Claims: one to eighteen a document, on days that the
ledger's growth spreads (as a ledger gathers years, not ever more a day), two hundred towns of
unequal weight, some without place, day or actor, as the reader leaves them. Claims are held in
memory: what a ledger takes to read them from disk comes on top. One core.
"""

from __future__ import annotations

import argparse
import itertools
import random
import resource
import time
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

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
from fogline.weighing.blocking import CROWD, blocks
from fogline.weighing.growing import Regrouped, regroup
from fogline.weighing.passages import codes, fingerprints
from fogline.weighing.views import View, views
from fogline.weighing.wording import words

SEED = 1070
VOCABULARY = 40_000
TOWNS = 200
A_DAY = 60  # claims of one day
SAMPLE = 200  # documents added and timed at each size
STEP = 400  # claims whose views are made at once while the ledger is filled
DEEDS = (
    ("shelled", "ASSAULT", "heavy-weapons"),
    ("bombed", "ASSAULT", "aerial"),
    ("attacked", "ASSAULT", "ground"),
    ("took", "CONTROL", "gain"),
    ("holds", "CONTROL", "hold"),
    ("arrested", "COERCE", "arrest"),
    ("moved", "MOBILIZE", "troops"),
    ("met", "CONSULT", "visit"),
)


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--documents", type=int, default=100_000)
    asked.add_argument("--claims", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    options = asked.parse_args()
    print_fingerprints(options.documents)
    print_growth(sorted(options.claims))


# --- fingerprints ------------------------------------------------------------------------------


def print_fingerprints(number: int) -> None:
    """Print how many documents a second are taken to words and fingerprinted, and the room."""
    draw = np.random.default_rng(SEED)
    vocabulary = np.array([_word(i) for i in range(VOCABULARY)])
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


def _word(i: int) -> str:
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


class Shelves:
    """Claims in memory, with the blocks, edges and clusters that an arrival asks for."""

    def __init__(self) -> None:
        self.views: list[View] = []
        self.number: dict[str, int] = {}
        self.index: dict[int, array[int]] = defaultdict(lambda: array("i"))
        self.edges: dict[int, list[int]] = {}
        self.home: dict[int, tuple[int, ...]] = {}

    def near(self, v: View) -> list[View]:
        """Return the claims that share a block; a negative number stands for a passive one."""
        found: set[int] = set()
        for block, active in blocks(v):
            members = self.index.get(hash(block), ())
            if len(members) <= CROWD:
                found.update(abs(m) - 1 for m in members if active or m > 0)
        return [self._view(n) for n in sorted(found)]

    def linked(self, claim: str) -> list[str]:
        """Return the claims that an edge joins to one."""
        return [self._view(n).claim.id for n in self.edges.get(self.number[claim], ())]

    def cluster(self, claim: str) -> Sequence[View]:
        """Return the claims of the cluster that holds one."""
        at = self.number[claim]
        return [self._view(n) for n in self.home.get(at, (at,))]

    def add(self, fresh: Sequence[View]) -> None:
        """Take in the claims of a document."""
        changed: Regrouped = regroup(fresh, self)
        self.keep(fresh)
        for a, b in changed.edges:
            self.edges.setdefault(self.number[a], []).append(self.number[b])
            self.edges.setdefault(self.number[b], []).append(self.number[a])
        for cluster in changed.clusters:
            members = tuple(self.number[v.claim.id] for v in cluster.views)
            self.home.update(dict.fromkeys(members, members) if len(members) > 1 else {})

    def keep(self, fresh: Iterable[View]) -> None:
        """Store claims with their blocks."""
        for v in fresh:
            at = self.number[v.claim.id] = len(self.views)
            self.views.append(v)
            for block, active in blocks(v):
                self.index[hash(block)].append(at + 1 if active else -at - 1)

    def _view(self, at: int) -> View:
        return self.views[at]


def print_growth(sizes: Sequence[int]) -> None:
    """Print what a document costs at each size of the ledger, ten timed documents left out."""
    shelves, number = Shelves(), itertools.count()
    for size in sizes:
        while len(shelves.views) < size:
            fill = [_reading(n, size) for n in itertools.islice(number, STEP // 8)]
            made = views(fill)
            for document in _by_document(made):
                shelves.keep(document)
        spent = []
        for n in itertools.islice(number, SAMPLE):
            (fresh,) = _by_document(views([_reading(n, size)]))
            start = time.process_time()
            shelves.add(fresh)
            spent.append(1000 * (time.process_time() - start))
        spent.sort()
        print(
            f"{len(shelves.views):>9} claims: a document costs {sum(spent) / len(spent):.1f} ms, "
            f"median {spent[len(spent) // 2]:.1f}, 95 of 100 under "
            f"{spent[int(len(spent) * 0.95)]:.1f}; peak {_peak():.2f} GB",
            flush=True,
        )


def _by_document(found: Sequence[View]) -> list[list[View]]:
    groups = itertools.groupby(found, key=lambda v: v.document.id)
    return [list(group) for _, group in groups]


def _reading(n: int, size: int) -> Reading:
    draw = random.Random(n)
    span = max(1, size // A_DAY)
    day = np.datetime64("2011-03-15") + draw.randrange(span)
    deeds = [_deed(draw, str(day)) for _ in range(min(18, 1 + int(draw.expovariate(1 / 7))))]
    text = " ".join(deed[0] for deed in deeds)
    document = Document(
        f"sha256:{n:064x}",
        text,
        (Part("body-1", "body", 0, len(text)),),
        Published(str(day), str(day), "given"),
        publisher=f"Outlet {draw.randrange(300)}",
    )
    at, claims = 0, []
    for number, deed in enumerate(deeds):
        claims.append(_claim(f"claim:{n:016x}{number:08x}", at, deed))
        at += len(deed[0]) + 1
    return Reading(document, tuple(claims), "generated")


Deed = tuple[str, tuple[str, str, str], int | None, tuple[str, ...], When]


def _deed(draw: random.Random, day: str) -> Deed:
    kind = draw.choice(DEEDS)
    town = int(TOWNS * draw.random() ** 2.5) if draw.random() < 0.6 else None
    actor = f"{_word(draw.randrange(600, 700)).title()} {draw.choice(('army', 'front', 'column'))}"
    matter = " ".join(_word(int(VOCABULARY * draw.random() ** 3)) for _ in range(14))
    sentence = f"{actor} {kind[0]} {matter}" + (f" at Town{town}." if town is not None else ".")
    when = When(None, day, day, (0, 0), "default" if draw.random() < 0.7 else "relative")
    actors = (actor,) if draw.random() < 0.6 else ()
    return sentence, kind, town, actors, when


def _claim(name: str, at: int, deed: Deed) -> Claim:
    sentence, (trigger, event, mode), town, actors, when = deed
    start = at + sentence.index(trigger)
    placed = random.Random(town)
    lat, lon = placed.uniform(33, 37), placed.uniform(36, 42)
    spot = Place(f"Town{town}", None, None, f"Town{town}", f"town:{town}", lat, lon, "SY")
    return Claim(
        id=name,
        part="body-1",
        sentence=Span(at, at + len(sentence), sentence),
        trigger=Span(start, start + len(trigger), trigger),
        event=event,
        mode=mode,
        actors=tuple(Mention(actor) for actor in actors),
        recipients=(),
        places=() if town is None else (spot,),
        when=when,
        attribution=(Source("Outlet", "author"),),
        status="occurred",
        polarity="positive",
        certainty="certain",
    )


if __name__ == "__main__":
    main()
