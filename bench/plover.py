"""PLOVER's own example sentences: are the category and the two sides among what is read?

    .venv/bin/python -m bench.plover [--faults FILE]

A sentence counts where one of its claims has the sentence's category, our categories taken through
the codebook's fallback and the older names of the set through the newer ones. An actor of the set
is found where an actor or recipient of the sentence's claims shares a word with it or names the
same country.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from bench.corpora import SHARED, readings
from fogline.model import Claim, Reading

SENTENCES: Final = SHARED / "data" / "plover" / "gsr.json"
NEWER: Final = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
}
_EMPTY: Final = frozenset(
    "the a an of and s government president minister official officials".split()
)


def main() -> None:
    """Read the sentences and print the two shares."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument(
        "--faults", type=Path, help="where the sentences go whose category is missed"
    )
    options = asked.parse_args()
    rows = [row for row in json.loads(SENTENCES.read_text(encoding="utf-8")) if "text" in row]
    found = measure(rows)
    if options.faults:
        lines = (f"{r['event']}\t{r['eventText']}\t{r['text']}" for r in found["missed"])
        options.faults.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"category among those read  {found['category']:.3f} of {len(rows)} sentences")
    print(f"source and target actors   {found['actors']:.3f} of {found['named']} actors")
    for event, (hit, all_) in sorted(found["by_event"].items()):
        print(f"  {event:<12} {hit}/{all_}")


def measure(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the shares, the counts by category and the rows whose category is missed."""
    lines = [{"id": row["id"], "text": row["text"], "published": row.get("date")} for row in rows]
    read = readings(lines)
    hits: Counter[str] = Counter()
    sizes = Counter(row["event"] for row in rows)
    missed, right, named = [], 0, 0
    for row in rows:
        reading = read[row["id"]]
        if NEWER.get(row["event"], row["event"]) in _categories(reading):
            hits[row["event"]] += 1
        else:
            missed.append(row)
        wanted = [a["actorText"] for side in ("source", "target") for a in _listed(row.get(side))]
        named += len(wanted)
        right += sum(_names(text, reading) for text in wanted)
    return {
        "category": sum(hits.values()) / len(rows),
        "actors": right / named,
        "named": named,
        "by_event": {event: (hits[event], sizes[event]) for event in sizes},
        "missed": missed,
    }


def _listed(actors: Any) -> list[dict[str, Any]]:
    return [a for a in (actors if isinstance(actors, list) else [actors]) if a and "actorText" in a]


def _categories(reading: Reading) -> set[str]:
    return {code for claim in reading.claims for code in _codes(claim)}


def _codes(claim: Claim) -> Iterator[str]:
    yield claim.event
    if claim.plover:
        yield str(claim.plover["event"])


def _names(wanted: str, reading: Reading) -> bool:
    words = _words(wanted)
    mentions = (m for c in reading.claims for m in (*c.actors, *c.recipients))
    return any(words & (_words(m.text) | _words(m.name or "")) for m in mentions)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w.]+", text.casefold().replace("'s", ""))) - _EMPTY


if __name__ == "__main__":
    main()
