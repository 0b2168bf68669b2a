"""Whether it happened: the sign of UDS-IH2's ratings against polarity and status, on words read as
triggers.

    .venv/bin/python -m bench.factuality [--set test|dev|train] [--faults FILE]

A rating above nought says that it happened, one below that it did not. A claim says that it
happened where it is positive and occurred or ongoing, and not hedged below "probable". Ratings
within half a step of nought take no side and are counted apart.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from bench.corpora import SHARED, readings
from fogline.model import Claim

FOLDER: Final = SHARED / "data" / "factuality" / "UDS_IH2"
_UNDECIDED: Final = 0.5


def main() -> None:
    """Read the sentences and print how often the signs agree."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--set", default="test", choices=("test", "dev", "train"))
    asked.add_argument("--faults", type=Path, help="where the words go whose sign differs")
    options = asked.parse_args()
    lines = (FOLDER / f"{options.set}.jsonl").read_text(encoding="utf-8").splitlines()
    found = measure([json.loads(line) for line in lines])
    if options.faults:
        options.faults.write_text("\n".join(found["faults"]) + "\n", encoding="utf-8")
    print(f"signs agree  {found['agree']:.3f} of {found['words']} words read as triggers")
    print(f"  of those rated clearly (|rating| >= 0.5)  {found['clear']:.3f} of {found['decided']}")
    print(f"  always 'it happened' would give  {found['positive']:.3f}")


def measure(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the shares of agreeing signs, and a line for each word whose sign differs."""
    read = readings({"id": str(n), "text": row["text"]} for n, row in enumerate(rows))
    pairs, faults = [], []
    for n, row in enumerate(rows):
        for rating, claim in _met(row, read[str(n)].claims):
            pairs.append((rating, happened(claim)))
            if (rating > 0) != happened(claim):
                told = f"{claim.polarity}/{claim.status}/{claim.certainty}"
                faults.append(f"{rating}\t{claim.trigger.text}\t{told}\t{row['text']}")
    clear = [(r, h) for r, h in pairs if abs(r) >= _UNDECIDED]
    return {
        "agree": _agreeing(pairs),
        "words": len(pairs),
        "clear": _agreeing(clear),
        "decided": len(clear),
        "positive": sum(r > 0 for r, _ in pairs) / len(pairs),
        "faults": faults,
    }


def _agreeing(pairs: list[tuple[float, bool]]) -> float:
    return sum((rating > 0) == told for rating, told in pairs) / len(pairs)


def _met(row: dict[str, Any], claims: tuple[Claim, ...]) -> Iterator[tuple[float, Claim]]:
    """Yield the ratings of the words that are read as triggers, each with its claim."""
    starts = list(_starts(row["text"]))
    for target in row["targets"]:
        start, end = starts[target["span1"][0]]
        found = next((c for c in claims if c.trigger.start < end and start < c.trigger.end), None)
        if found is not None:
            yield float(target["label"]), found


def _starts(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for word in text.split(" "):
        yield at, at + len(word)
        at += len(word) + 1


def happened(claim: Claim) -> bool:
    """Tell whether a claim says that its event has taken place or takes place."""
    told = claim.status in {"occurred", "ongoing"} and claim.polarity == "positive"
    return told and claim.certainty in {"certain", "probable"}


if __name__ == "__main__":
    main()
