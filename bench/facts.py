"""Real articles against what a crowd read from them: is the main event's place, actor and toll
there?

    .venv/bin/python -m bench.facts [--faults FILE]

The crowd's location must be among the places of the document's ASSAULT claims (by words, or as the
region or town that a place lies in), its actor among their actors, its civilian toll equal to one
of their tolls.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from bench.corpora import SHARED, readings
from fogline.model import Claim, Reading
from fogline.reading.quantities import quantities

ARTICLES: Final = SHARED / "data" / "fakes" / "facts-dev.jsonl"
_EMPTY: Final = frozenset("the a an of in and s al el near city province".split())


def main() -> None:
    """Read the articles and print the three shares."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--faults", type=Path, help="where the rows go that are not met")
    options = asked.parse_args()
    rows = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
    found = measure(rows)
    if options.faults:
        options.faults.write_text("\n".join(found["faults"]) + "\n", encoding="utf-8")
    for slot in ("location", "actor", "toll"):
        right, all_ = found[slot]
        print(f"{slot:<9} {right / all_:.3f} of {all_} rows")


def measure(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return (right, rows that have one) by slot, and a line for each that is not met."""
    lines = (
        {"id": r["id"], "text": f"{r['title'].strip()}\n\n{r['text'].strip()}", "published": None}
        for r in rows
    )
    read = readings(lines)
    tests = {"location": _located, "actor": _acted, "toll": _counted}
    columns = {"location": "location", "actor": "actor", "toll": "civilians_killed"}
    counts = {slot: [0, 0] for slot in tests}
    faults = []
    for row in rows:
        claims = _assaults(read[row["id"]])
        for slot, test in tests.items():
            wanted = row[columns[slot]].strip()
            if not wanted or (slot == "toll" and not tolls(wanted)):
                continue
            right = test(wanted, claims)
            counts[slot][0] += right
            counts[slot][1] += 1
            if not right:
                faults.append(f"{row['id']}\t{slot}\t{wanted}\t{_told(slot, claims)}")
    return {**{slot: tuple(pair) for slot, pair in counts.items()}, "faults": faults}


def _assaults(reading: Reading) -> list[Claim]:
    return [claim for claim in reading.claims if claim.event == "ASSAULT"]


def _located(wanted: str, claims: Iterable[Claim]) -> bool:
    places = (p for c in claims for p in c.places)
    return any(_shares(wanted, text) for p in places for text in (p.text, p.name) if text)


def _acted(wanted: str, claims: Iterable[Claim]) -> bool:
    actors = (a for c in claims for a in c.actors)
    return any(_shares(wanted, text) for a in actors for text in (a.text, a.name) if text)


def _counted(wanted: str, claims: Iterable[Claim]) -> bool:
    numbers = set(tolls(wanted))
    ranges = (c.casualties.killed for c in claims)
    return any(r is not None and numbers & {r.min, r.max} for r in ranges)


def tolls(words: str) -> list[int]:
    """Return the numbers in the crowd's words: "six Syrian", "at least 12"."""
    found = quantities.number(words)
    if found is None:
        return []
    return [n for n in (found.min, found.max) if n is not None]


def _shares(one: str, other: str) -> bool:
    return bool(_words(one) & _words(other))


def _words(text: str) -> set[str]:
    parts = re.findall(r"\w+", text.casefold().replace("'s", ""))
    return {word.removesuffix("s") for word in parts} - _EMPTY


def _told(slot: str, claims: list[Claim]) -> str:
    return "; ".join(_tell(slot, claims))[:200]


def _tell(slot: str, claims: list[Claim]) -> Iterator[str]:
    for claim in claims:
        if slot == "location":
            yield from (p.text for p in claim.places)
        elif slot == "actor":
            yield from (a.text for a in claim.actors)
        elif claim.casualties.killed:
            yield f"{claim.casualties.killed.min}..{claim.casualties.killed.max}"


if __name__ == "__main__":
    main()
