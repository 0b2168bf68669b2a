"""What one document costs that arrives in a ledger: all of its weighing, as the ledger grows.

    .venv/bin/python -m bench.arrivals [--claims N ...] [--sample N] [--keep FILE] [--out FOLDER]

The documents are those of `bench.scale`, with what 793 real articles have of sources in proportion:
a third of the claims cite an authority (names by Zipf's law, so that new ones keep coming), one in
sixteen an outlet, one in eight somebody unnamed; a sixth of the documents say at their head which
outlet or agency they have it from, a twelfth repeat another of the last days. The ledger grows by
arrivals alone, BATCH at a time; at each size a sample arrives one by one and is timed: everything
that `fogline add` does after reading. Prints a line for each size, and writes arrivals.json and
arrivals.svg (milliseconds of the processor against claims) into FOLDER (default: bench).
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from bench.scale import DAILY, WARS, generated, rank, word
from fogline.derivation import weigh_new
from fogline.ledger import Ledger
from fogline.model import Capture, Claim, Part, Reading, Source, capture_id
from fogline.weighing.forecast.forecasts import entries

SIZES = [1_000, 3_700, 12_000, 30_000]
BATCH = 16
SAMPLE = 100
NAMES = 4000  # authorities, each of one of the wars
AGENCIES = ("Reuters", "AFP", "AP", "Sputnik", "Anadolu")
BODIES = ("ministry", "observatory", "army", "council", "front", "agency")


@dataclass(frozen=True)
class Point:
    """What documents of a sample cost beside so many claims, in milliseconds of the processor.

    Documents differ: `told` is how many claims one of the sample has in the mean, `each` what one
    of these costs.
    """

    claims: int
    documents: int
    mean: float
    median: float
    most: float  # 95 of 100 cost no more
    recording: float  # of the mean: `Ledger.add`; the rest is weighing
    told: float
    each: float


def main() -> None:
    """Print the figures and write the curve."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--claims", type=int, nargs="*", default=SIZES)
    asked.add_argument("--sample", type=int, default=SAMPLE)
    asked.add_argument("--keep", type=Path, help="the ledger's file: left there, and grown on")
    asked.add_argument("--out", type=Path, default=Path(__file__).parent)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "arrivals.sqlite"
        points = list(measured(path, sorted(options.claims), options.sample))
    kept = json.dumps([asdict(point) for point in points], indent=1)
    (options.out / "arrivals.json").write_text(kept + "\n", "utf-8")
    (options.out / "arrivals.svg").write_text(curve(points), "utf-8")


def measured(path: Path, sizes: Sequence[int], sample: int) -> Iterator[Point]:
    """Yield what a document costs at each size of a ledger that grows by arrivals."""
    with Ledger.open(path) as ledger:
        for size in sizes:
            while (held := ledger.counts())["claims"] < size:
                for n in range(held["documents"] + 1, held["documents"] + BATCH + 1):
                    capture, told = _captured(n)
                    ledger.add(capture, told, entries(told))
                weigh_new(ledger)
            yield _point(ledger, sample)


def _point(ledger: Ledger, sample: int) -> Point:
    held, spent = ledger.counts(), []
    for n in range(held["documents"] + 1, held["documents"] + sample + 1):
        capture, told = _captured(n)
        begun = time.process_time()
        ledger.add(capture, told, entries(told))
        recorded = time.process_time()
        weigh_new(ledger)
        spent.append((1000 * (time.process_time() - begun), 1000 * (recorded - begun)))
    every, told = sorted(ms for ms, _ in spent), ledger.counts()["claims"] - held["claims"]
    point = Point(
        held["claims"],
        held["documents"],
        round(statistics.fmean(every), 1),
        round(statistics.median(every), 1),
        round(every[int(len(every) * 0.95)], 1),
        round(statistics.fmean(ms for _, ms in spent), 1),
        round(told / sample, 1),
        round(sum(every) / told, 2),
    )
    print(
        f"{point.claims:>9} claims, {point.documents} documents: processor mean {point.mean} ms "
        f"(median {point.median}, 95 of 100 {point.most}), of it recording {point.recording}; "
        f"{point.told} claims each, {point.each} ms a claim",
        flush=True,
    )
    return point


def _captured(n: int) -> tuple[Capture, Reading]:
    reading = arriving(n)
    body = f"{n} {reading.document.text}".encode()
    document = replace(reading.document, id=capture_id(body))
    return Capture(document.id, body, "text/plain", f"page {n}"), replace(
        reading, document=document
    )


def arriving(n: int) -> Reading:
    """Return the document of a number with sources, a head, or as another's copy."""
    draw = random.Random(-n)
    first = n - draw.randrange(1, 2 * DAILY)
    if first > 0 and draw.random() < 1 / 12:
        return _headed(_copied(generated(first), n, draw), "", draw)
    found = generated(n)
    claims = tuple(_cited(claim, n, draw) for claim in found.claims)
    outlet = draw.choice([*AGENCIES, f"Outlet {rank(draw, 300)}"])
    head = f"{outlet} reported on it. " if draw.random() < 1 / 6 else ""
    return _headed(replace(found, claims=claims), head, draw)


def _copied(found: Reading, n: int, draw: random.Random) -> Reading:
    again = replace(found.document, publisher=f"Outlet {rank(draw, 300)}")
    claims = (replace(c, id=f"claim:{n:016x}{i:08x}") for i, c in enumerate(found.claims))
    return replace(found, document=again, claims=tuple(claims))


def _headed(found: Reading, head: str, draw: random.Random) -> Reading:
    """Return a reading with words before its text, and its title after them."""
    size, text = len(head), head + found.document.text
    part = Part("body-1", "body", 0, len(text))
    document = replace(found.document, text=text, parts=(part,), title=f"On {draw.random():.6f}")
    claims = (
        replace(
            c,
            sentence=replace(c.sentence, start=c.sentence.start + size, end=c.sentence.end + size),
            trigger=replace(c.trigger, start=c.trigger.start + size, end=c.trigger.end + size),
        )
        for c in found.claims
    )
    return replace(found, document=document, claims=tuple(claims))


def _cited(claim: Claim, n: int, draw: random.Random) -> Claim:
    drawn, source = draw.random(), None
    if drawn < 1 / 3:
        one = rank(draw, NAMES) * WARS + n % WARS
        source = Source(f"the {word(one + 9000).title()} {BODIES[one % 6]}", "organisation")
    elif drawn < 1 / 3 + 1 / 16:
        source = Source(draw.choice([*AGENCIES, f"Outlet {rank(draw, 300)}"]), "media")
    elif drawn < 1 / 3 + 1 / 16 + 1 / 8:
        source = Source("activists", "anonymous")
    return replace(claim, attribution=(*claim.attribution, source)) if source else claim


# --- the curve ---------------------------------------------------------------------------------

WIDTH, HEIGHT, LEFT, LOW = 640, 360, 60, 310


def curve(points: Sequence[Point]) -> str:
    """Return the cost of a document against claims, these on a logarithmic axis, as SVG."""
    from math import ceil, log10

    first, last = (
        log10(points[0].claims),
        max(log10(points[-1].claims), log10(points[0].claims) + 1),
    )
    top = max(20.0, max(point.most for point in points)) * 1.1

    def at(claims: float, ms: float) -> tuple[float, float]:
        across = (log10(claims) - first) / (last - first)
        return LEFT + across * (WIDTH - LEFT - 30), LOW - ms / top * (LOW - 30)

    drawn = [
        '<svg xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" font-size="12" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<path d="M{LEFT} 30V{LOW}H{WIDTH - 30}" fill="none" stroke="#444"/>',
        f'<text x="{LEFT}" y="20">milliseconds of the processor for one document</text>',
        f'<text x="{WIDTH - 30}" y="{HEIGHT - 12}" text-anchor="end">claims in the ledger</text>',
    ]
    for power in range(ceil(first), int(last) + 1):
        x, _ = at(10**power, 0)
        drawn.append(f'<text x="{x:.0f}" y="{LOW + 18}" text-anchor="middle">{10**power:,}</text>')
    step = 10 ** int(log10(top)) / (2 if top < 5 * 10 ** int(log10(top)) else 1)
    for i in range(int(top / step) + 1):
        _, y = at(points[0].claims, i * step)
        drawn.append(f'<path d="M{LEFT} {y:.0f}H{WIDTH - 30}" stroke="#ddd"/>')
        drawn.append(f'<text x="{LEFT - 6}" y="{y + 4:.0f}" text-anchor="end">{i * step:g}</text>')
    for name, colour in (("mean", "#b23"), ("median", "#247"), ("most", "#999")):
        line = " ".join(
            f"{x:.1f},{y:.1f}" for x, y in (at(p.claims, getattr(p, name)) for p in points)
        )
        x, y = at(points[-1].claims, getattr(points[-1], name))
        label = "95 of 100" if name == "most" else name
        drawn.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn.append(
            f'<text x="{x:.0f}" y="{y - 6:.0f}" text-anchor="end" fill="{colour}">{label}</text>'
        )
    return "\n".join([*drawn, "</svg>", ""])


if __name__ == "__main__":
    main()
