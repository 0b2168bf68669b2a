"""What intake withstands and how fast it is: poison, cut archives, floods, throughput, first look.

    .venv/bin/python -m bench.intake [poison|cuts|flood|throughput|look ...] [--json FILE]

Without a name all are run. Servers are local, on loopback, and end by themselves. In full this
takes some twenty minutes on two cores; `--small` is a tenth of it.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench import archived, flooding, looking, poison, throughput
from bench.site import serving
from fogline import pipeline
from fogline.errors import SkipItem
from fogline.intake import warc
from fogline.ledger import Ledger
from fogline.settings import Settings

Rows = dict[str, float | int | str]


def poisoned(folder: Path, small: bool) -> Rows:
    """Poison among good documents: all good ones in, each poison quarantined with its reason."""
    good = 100 if small else 1000
    expected = poison.files(folder, line=100_000_000)
    for number in range(good):
        (folder / f"good-{number:04d}.html").write_bytes(archived.page(number, poison.WORDS * 3))
    settings = Settings(allow_private=True, page_seconds=10.0, fetch_seconds=5.0)
    with serving() as site, Ledger.open(folder / "ledger" / "poison.sqlite") as ledger:
        web = poison.answers(site)
        inputs = [str(p) for p in sorted(folder.glob("*.*"))] + [site.url(path) for path in web]
        random.Random(6).shuffle(inputs)
        began = time.monotonic()
        pipeline.add(inputs, ledger, flooding.Reader(), settings)  # type: ignore[arg-type]
        took = time.monotonic() - began
        kept = {q.item: q.reason for q in ledger.quarantine().every()}
        read = sum("Report" in (d.title or "") for d in ledger.documents())
        reasons = {f"{folder}/{name}": why for name, why in expected.items()}
        reasons |= {site.url(path): why for path, why in web.items()}
    wrong = {item for item, allowed in reasons.items() if not _as_expected(item, allowed, kept)}
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return {
        "good": good, "good_in": read, "poison": len(reasons), "quarantined": len(kept),
        "harmless": sum(not why for why in reasons.values()), "not_as_expected": len(wrong),
        "which": " ".join(sorted(wrong)), "seconds": round(took, 1), "memory_mb": own,
        "child_memory_mb": child,
    }  # fmt: skip


def _as_expected(item: str, allowed: set[str], kept: dict[str, str]) -> bool:
    found = {why for name, why in kept.items() if name.split("@")[0] in (item, f"{item}:1")}
    return found <= allowed and bool(found) == bool(allowed)


def cuts(_: Path, small: bool) -> Rows:
    """Archives cut off and corrupted at random offsets: losses told with offsets, the rest kept."""
    tries = 100 if small else 1000
    rows: Rows = {}
    for packed in (True, False):
        name = "gzip" if packed else "plain"
        pieces = archived.records([archived.page(n) for n in range(40)], packed=packed)
        rows |= {f"{name}_{k}": v for k, v in _cut(pieces, tries, 0 if packed else 4).items()}
        rows |= {f"{name}_{k}": v for k, v in _corrupted(pieces, tries, packed=packed).items()}
        rows |= {f"{name}_{k}": v for k, v in _by_fastwarc(pieces, tries // 5).items()}
    return rows


def _cut(pieces: list[bytes], tries: int, slack: int) -> Rows:
    whole, right, lost = b"".join(pieces), 0, 0
    for seed in range(tries):
        cut = random.Random(seed).randrange(1, len(whole))
        good, skips = _read(whole[:cut])
        ends = [sum(map(len, pieces[: n + 1])) for n in range(len(pieces))]
        count = sum(end - slack <= cut for end in ends)
        begin = [0, *ends][count]
        told = [f"a@{begin}"] if begin < cut else []
        right += len(good) == count and skips == told
        lost += bool(told)
    return {"cuts": tries, "cuts_right": right, "cuts_with_loss": lost}


def _corrupted(pieces: list[bytes], tries: int, *, packed: bool) -> Rows:
    """Overwrite 8 bytes somewhere in a record's block; its own header is not under its digest."""
    told, unharmed, others_kept = 0, 0, 0
    for seed in range(tries):
        dice = random.Random(seed)
        hit = dice.randrange(len(pieces))
        body = bytearray(pieces[hit])
        edge = 0 if packed else body.find(b"\r\n\r\n") + 4
        at = dice.randrange(edge, len(body) - 12)
        body[at : at + 8] = bytes(b ^ dice.randrange(1, 256) for b in body[at : at + 8])
        changed = [*pieces[:hit], bytes(body), *pieces[hit + 1 :]]
        good, skips = _read(b"".join(changed))
        others_kept += len(good) >= len(pieces) - 1
        told += skips[:1] == [f"a@{sum(map(len, pieces[:hit]))}"]
        unharmed += not skips and len(good) == len(pieces)
    return {
        "corrupted": tries, "corrupted_told": told, "corrupted_without_effect": unharmed,
        "corrupted_others_kept": others_kept,
    }  # fmt: skip


def _by_fastwarc(pieces: list[bytes], tries: int) -> Rows:
    """The same faults under fastwarc, strict: how many it tells of, and which records it keeps."""
    whole, told, kept, wrong = b"".join(pieces), 0, 0, 0
    good = set(_blocks(whole)[0])
    for seed in range(tries):
        dice = random.Random(seed)
        cut, at = dice.randrange(1, len(whole)), dice.randrange(len(whole) - 12)
        noise = bytes(b ^ dice.randrange(1, 256) for b in whole[at : at + 8])
        for data in (whole[:cut], whole[:at] + noise + whole[at + 8 :]):
            blocks, failed = _blocks(data)
            told += failed
            kept += len(good.intersection(blocks))
            wrong += len(set(blocks) - good)
    return {
        "fastwarc_faults": 2 * tries, "fastwarc_told": told, "fastwarc_kept": kept,
        "fastwarc_wrong_kept": wrong,
    }  # fmt: skip


def _blocks(data: bytes) -> tuple[list[bytes], bool]:
    from fastwarc.warc import ArchiveIterator

    found: list[bytes] = []
    try:
        for record in ArchiveIterator(io.BytesIO(data), parse_http=False, strict_mode=True):
            found.append(record.reader.read())
    except Exception:  # noqa: BLE001 - whatever it raises, it told of the fault
        return found, True
    return found, False


def _read(data: bytes) -> tuple[list[warc.Record], list[str]]:
    found = list(warc.records(io.BytesIO(data), "a", 1_000_000))
    good = [r for r in found if isinstance(r, warc.Record)]
    return good, [s.item for s in found if isinstance(s, SkipItem)]


def flood(folder: Path, small: bool) -> Rows:
    """A feed of a million items, and 10,000 feeds due at once."""
    scale = 10 if small else 1
    return dict(flooding.measure(folder, items=1_000_000 // scale, feeds=10_000 // scale))


def speed(folder: Path, small: bool) -> Rows:
    """Records a second by stage, of a WARC of 5,000 pages."""
    return throughput.measure(folder, 500 if small else 5000)


def first_look(_: Path, small: bool) -> Rows:  # noqa: ARG001 - as the others
    """What the first look loses and drops."""
    return dict(looking.measure())


BENCHES: dict[str, Callable[[Path, bool], Rows]] = {
    "poison": poisoned,
    "cuts": cuts,
    "flood": flood,
    "throughput": speed,
    "look": first_look,
}


def main() -> None:
    """Run what was asked for and print the figures."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("names", nargs="*", choices=[*BENCHES, []], help="which; all without one")
    asked.add_argument("--small", action="store_true")
    asked.add_argument("--json", type=Path)
    options = asked.parse_args()
    found: dict[str, Rows] = {}
    for name in options.names or BENCHES:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "ledger").mkdir()
            found[name] = BENCHES[name](Path(folder), options.small)
        sys.stdout.write(f"{name}\n" + "".join(f"  {k:28} {v}\n" for k, v in found[name].items()))
        sys.stdout.flush()
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
