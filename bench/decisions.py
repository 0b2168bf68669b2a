"""What a decision costs, and its revocation: all of its weighing, beside weighing all anew.

    .venv/bin/python -m bench.decisions [--claims N] [--sample N] [--keep FILE]

The ledger is that of `bench.arrivals`. Of each kind a sample is decided over claims and documents
drawn from it, and revoked at once. Prints milliseconds of the processor.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from bench.arrivals import measured
from fogline import derivation
from fogline.ledger import Ledger
from fogline.model import Judgement, judgement

WHEN = "2031-01-01T00:00:00.{:06}+00:00"


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--claims", type=int, default=4000)
    asked.add_argument("--sample", type=int, default=20)
    asked.add_argument("--keep", type=Path, help="the ledger's file: left there, and used again")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "decisions.sqlite"
        list(measured(path, [options.claims], sample=1))
        with Ledger.open(path) as ledger:
            print(f"all anew: {_spent(lambda: derivation.weigh(ledger)):.0f} ms")
            for line in figures(ledger, options.sample):
                print(line, flush=True)


def figures(ledger: Ledger, sample: int) -> Iterator[str]:
    """Yield a line for each kind of decision."""
    things, draw = _things(ledger), random.Random(5)
    for n, (kind, groups) in enumerate(things.items()):
        made = [
            judgement(kind, tuple(draw.choice(groups)), "bench", WHEN.format(1000 * n + i), "timed")
            for i in range(sample)
        ]
        there, back = zip(*(_decided(ledger, one) for one in made), strict=True)
        yield (
            f"{kind:>16}: mean {statistics.fmean(there):.0f} ms (most {max(there):.0f}), revoked "
            f"{statistics.fmean(back):.0f} ms (most {max(back):.0f})"
        )


def _decided(ledger: Ledger, made: Judgement) -> tuple[float, float]:
    later = made.at.replace("2031", "2032")
    there = _spent(lambda: derivation.judge(ledger, [made]))
    return there, _spent(lambda: derivation.revoke(ledger, made, later, "bench", "timed"))


def _spent(do: Callable[[], None]) -> float:
    begun = time.process_time()
    do()
    return 1000 * (time.process_time() - begun)


def _things(ledger: Ledger) -> Mapping[str, Sequence[Sequence[str]]]:
    """Return what may be decided on, by kind."""
    draw = random.Random(4)
    readings = list(ledger.readings())
    claims = [claim.id for reading in readings for claim in reading.claims]
    documents = [reading.document.id for reading in readings]
    together = [sorted(event.claims)[:2] for event in ledger.events() if len(event.claims) > 1]
    origins = [[m.document for m in o.members][:2] for o in ledger.origins() if len(o.members) > 1]
    return {
        "rejected": [[claim] for claim in claims],
        "same-event": [draw.sample(claims, 2) for _ in claims],
        "not-same-event": together,
        "same-origin": [draw.sample(documents, 2) for _ in documents],
        "not-same-origin": origins,
    }


if __name__ == "__main__":
    main()
