"""One ledger from the same inputs: in any order, by any number of workers, under any hash seed.

    python -m bench.ordering LEDGER stand-in|reader WORKERS SEED INPUT ...

adds the inputs in an order drawn by SEED and weighs; `ledgers` starts such processes.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bench import standin
from fogline import conclusions, pipeline, reading
from fogline.export import KINDS
from fogline.export.formats import jsonl
from fogline.ledger import Ledger
from fogline.settings import Settings

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Way:
    """One way to add: who reads, with how many workers, in which order, under which hash seed."""

    reader: str
    workers: int
    order: int
    hash_seed: int


def main() -> None:
    """Add and weigh."""
    ledger, reader, workers, order, *inputs = sys.argv[1:]
    random.Random(int(order)).shuffle(inputs)
    settings = Settings(workers=int(workers), threads=1)
    reads: Any = standin.Reader() if reader == "stand-in" else reading.load(settings)
    with Ledger.open(ledger) as opened:
        pipeline.add(inputs, opened, reads, settings)
        pipeline.weigh(opened)


def start(path: Path, way: Way, inputs: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a process that adds in one way."""
    arguments = [str(path), way.reader, str(way.workers), str(way.order), *inputs]
    environment = os.environ | {
        "PYTHONHASHSEED": str(way.hash_seed),
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
    }
    command = [sys.executable, "-m", "bench.ordering", *arguments]
    return subprocess.Popen(command, env=environment, cwd=ROOT)


_TIMES: Final = {"captured_at", "recorded_at"}


def added(path: Path, ways: Sequence[Way], inputs: Sequence[str]) -> dict[str, list[str]]:
    """Add in several ways at once, into one ledger; return its export."""
    started = [start(path, way, inputs) for way in ways]
    failed = [process.args for process in started if process.wait()]
    if failed:
        raise RuntimeError(f"failed: {failed}")
    return exported(path)


def exported(path: Path) -> dict[str, list[str]]:
    """Return the lines of every kind of export, but for when a capture was taken in."""
    with Ledger.open(path, read_only=True) as ledger, ledger.snapshot() as snapshot:
        held = conclusions.still(snapshot)
        return {
            name: list(jsonl(_untimed(kind.rows(held)), kind.fields))
            for name, kind in KINDS.items()
        }


def _untimed(rows: Any) -> Any:
    """Yield rows without the times at which they were taken in."""
    return (row | dict.fromkeys(_TIMES & row.keys()) for row in rows)


def one_by_one(folder: Path, inputs: Sequence[str]) -> list[str]:
    """Return the inputs with every line of a corpus as a corpus of its own."""
    found = []
    for path in map(Path, inputs):
        if path.suffix != ".jsonl":
            found.append(str(path))
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(keepends=True)):
            single = folder / f"{path.parent.name}-{path.stem}-{number}.jsonl"
            single.parent.mkdir(exist_ok=True)
            single.write_text(line, encoding="utf-8")
            found.append(str(single))
    return found


if __name__ == "__main__":
    main()
