"""What a ledger withstands: kill -9, any order of adding, a full disk, flipped bytes.

    .venv/bin/python -m bench.durability [--documents 2000] [--kills 240] [--flips 1000]
                                         [--only kill|order|room|flip] [--seed 1]

Documents are short and invented, and a stand-in of two rules reads them; pipeline, ledger and
weighing are the real ones. `order` also takes the bundled corpus through the real reader. Exits
with status 1 where anything is not as it must be.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import killing, ordering, room, standin
from bench.ordering import Way
from bench.tampering import every_value, flipped, flips, shell, told_of
from fogline import demo
from fogline.ledger import Ledger
from fogline.ledger.image import compared, image, settle
from fogline.ledger.verification import verify
from fogline.model import Judgement

Asked = argparse.Namespace
LIMITS = (300_000, 1_000_000, 3_000_000)  # bytes that a file may have
WITHSTOOD: list[bool] = []


def main() -> None:
    """Run what is asked for, print what came of it."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--documents", type=int, default=2000)
    asked.add_argument("--kills", type=int, default=240)
    asked.add_argument("--flips", type=int, default=1000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", choices=TRIALS)
    options = asked.parse_args()
    for name in [options.only] if options.only else TRIALS:
        with TemporaryDirectory() as folder, timed(name):
            TRIALS[name](Path(folder), options)
    sys.exit(0 if all(WITHSTOOD) else 1)


def kill(folder: Path, options: Asked) -> None:
    """Kill the process at many points; the ledger must come out as if nothing had happened."""
    inputs = standin.corpus(folder / "corpus", options.documents)
    killing.add(folder / "whole.sqlite", inputs, lambda _: None)
    path = folder / "killed.sqlite"
    toll = killing.killed_often(path, inputs, options.kills, options.seed)
    before = toll.acknowledged
    killing.add(path, inputs, lambda _: None)
    same = ordering.exported(path) == ordering.exported(folder / "whole.sqlite")
    print(f"{toll.kills} kills ({toll.injected} at a step of writing, the rest at a moment)")
    print(f"{before} of {options.documents} documents acknowledged before the last kill")
    print(
        f"wrong after a kill: {list(toll.wrong) or 'nothing'}; export of the uninterrupted: {same}"
    )
    WITHSTOOD.append(not toll.wrong and same and not verify(path).faults)


def order(folder: Path, _: Asked) -> None:
    """Add the same in many ways; the export must be one."""
    inputs = ordering.one_by_one(folder / "lines", standin.corpus(folder / "corpus", 300))
    several = [[Way("stand-in", 1, 100 * n + m, n + m) for m in range(n)] for n in (1, 2, 4)]
    _same(folder / "stand-in", several, inputs, "stand-in reader, 1, 2 and 4 processes at once")
    bundled = ordering.one_by_one(folder / "bundled", _files(demo.corpus()))
    ways = [[Way("reader", workers, workers, 7 * workers)] for workers in (1, 1, 2, 4)]
    _same(folder / "reader", ways, bundled, "the real reader, 1, 1, 2 and 4 workers")


def full(folder: Path, _: Asked) -> None:
    """Fill the disk in the middle; the ledger must be whole, and go on when there is room."""
    inputs = standin.corpus(folder / "corpus", 200)
    killing.add(folder / "whole.sqlite", inputs, lambda _: None)
    expected = ordering.exported(folder / "whole.sqlite")
    for limit in LIMITS:
        path = folder / f"{limit}.sqlite"
        _stopped(path, f"files of at most {limit:,} bytes", room.stopped_at(path, inputs, limit))
        killing.add(path, inputs, lambda _: None)
        WITHSTOOD.append(ordering.exported(path) == expected)
    with room.small_disk(folder / "disk") as disk:
        if disk is None:
            print("no small tmpfs may be made here: files' sizes were limited alone")
            return
        path = disk / "ledger.sqlite"
        _stopped(path, f"a tmpfs of {room.SPACE} MiB", room.stopped_at(path, inputs, None))
        room.make_room(disk)
        killing.add(path, inputs, lambda _: None)
        WITHSTOOD.append(ordering.exported(path) == expected)
    print(f"gone on with when there was room, export of the uninterrupted: {all(WITHSTOOD)}")


def flip(folder: Path, options: Asked) -> None:
    """Flip single bits of what is recorded; each must be named. Then of the file as a whole."""
    path = folder / "ledger.sqlite"
    killing.add(path, standin.corpus(folder / "corpus", 100), lambda _: None)
    with Ledger.open(path) as ledger:
        for n, (_, claim) in enumerate(ledger.claims()[:9]):
            words = ("rejected", (claim.id,), "desk officer", "2031-03-05T10:00:00+00:00", "satire")
            ledger.judge(Judgement(f"j{n}", *words))
    named, tables = 0, Counter[str]()
    with shell(path) as connection:
        for what in flips(connection, options.flips, options.seed):
            tables[what.table] += 1
            expected = told_of(connection, what)
            try:
                with flipped(connection, what):
                    named += (
                        verify(path).faults[:1] != () and verify(path).faults[0].seq in expected
                    )
            except sqlite3.IntegrityError:
                named += 1  # the database itself refuses that value
    print(
        f"{named} of {options.flips} flips of recorded bytes named by their entry: {dict(tables)}"
    )
    WITHSTOOD.append(named == options.flips)
    _flip_file(path, options)


def _flip_file(path: Path, options: Asked) -> None:
    settle(path)
    whole, body, sealed = every_value(path), path.read_bytes(), image(path)
    assert sealed is not None
    drawn, other = random.Random(options.seed), path.with_name("other.sqlite")
    found: Counter[str] = Counter()
    for _ in range(options.flips):
        changed = bytearray(body)
        changed[drawn.randrange(len(body))] ^= 1 << drawn.randrange(8)
        other.write_bytes(changed)
        faults = verify(other).faults
        if faults:
            found["an entry" if faults[0].seq else "the database"] += 1
        else:
            told = compared(other, sealed)
            found["the seal of the file" if told else "no one"] += 1
            WITHSTOOD.append(told is not None and every_value(other) == whole)
    print(f"flips anywhere in the file, named by: {dict(found)}")
    print("  (by the seal alone: in room that holds nothing; every value is the same)")


def _same(folder: Path, several: list[list[Way]], inputs: list[str], words: str) -> None:
    folder.mkdir()
    paths = [folder / f"{n}.sqlite" for n in range(len(several))]
    exports = [
        ordering.added(path, ways, inputs) for path, ways in zip(paths, several, strict=True)
    ]
    again = ordering.added(paths[0], several[-1], inputs)
    same = all(export == exports[0] for export in (*exports, again))
    count = {kind: len(lines) for kind, lines in exports[0].items()}
    print(f"{words}, shuffled, hash seeds varied, then all again: one export: {same} {count}")
    WITHSTOOD.append(same and not any(verify(path).faults for path in paths))


def _stopped(path: Path, words: str, came: tuple[set[str], str]) -> None:
    acknowledged, error = came
    wrong = killing.wrong(path, acknowledged)
    print(f"{words}: {len(acknowledged)} acknowledged, wrong: {wrong or 'nothing'}")
    print(f"  {error.replace(str(path), 'LEDGER')}")
    WITHSTOOD.append(not wrong and ("full" in error))


def _files(folder: Path) -> list[str]:
    return sorted(
        str(path) for path in folder.rglob("*") if path.suffix in (".html", ".txt", ".jsonl")
    )


@contextmanager
def timed(name: str) -> Iterator[None]:
    """Print a heading, and how long it took."""
    print(f"== {name}", flush=True)
    began = time.perf_counter()
    yield
    print(f"   {time.perf_counter() - began:.0f} s", flush=True)


TRIALS: dict[str, Callable[[Path, Asked], None]] = {
    "kill": kill,
    "order": order,
    "room": full,
    "flip": flip,
}

if __name__ == "__main__":
    main()
