"""A stand-in for reading, for what measures the ledger and the pipeline and not the reader.

Short invented reports, each of other bytes, and a reader of two rules over them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from fogline.model import Claim, Document, Mention, Place, Reading, Source, Span, When, claim_id

READER: Final = "stand-in/1"
A_FILE: Final = 50  # documents in each file of a corpus
TOWNS: Final = ("Orvelo", "Sarn", "Brask", "Ostvik", "Kuhnen", "Velmary", "Tarrow", "Ildeby")
SIDES: Final = ("armed men", "government troops", "the militia", "a patrol")
EVENTS: Final = {"shelled": ("ASSAULT", "heavy-weapons"), "captured": ("CONTROL", "gain")}
TOLD: Final = re.compile(r"([\w ]+?) (shelled|captured) (\w+) on (\d{4}-\d\d-\d\d), (.+?) said")


def corpus(folder: Path, documents: int) -> list[str]:
    """Write a corpus of invented reports; return its files."""
    folder.mkdir(parents=True)
    for first in range(0, documents, A_FILE):
        rows = (json.dumps(_report(n)) for n in range(first, min(first + A_FILE, documents)))
        (folder / f"{first:06}.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return sorted(map(str, folder.iterdir()))


class Reader:
    """Reads who shelled or captured which town, when, on whose word."""

    def read(self, document: Document) -> Reading:
        """Return a document's claims."""
        return Reading(document, tuple(_claims(document)), READER)

    def pipe(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Yield readings in order."""
        return map(self.read, documents)


def _report(n: int) -> dict[str, str]:
    day = date(2031, 1, 1) + timedelta(days=n * 7 % 350)
    side, town = SIDES[n % len(SIDES)], TOWNS[n // 3 % len(TOWNS)]
    verb = "shelled" if n % 5 else "captured"
    words = f"Note {n}: {side} {verb} {town} on {day}, resident {n * 31 % 997} said."
    return {
        "id": f"n{n}",
        "text": words,
        "publisher": f"Harbour Post {n % 40}",
        "published": str(day),
    }


def _claims(document: Document) -> Iterator[Claim]:
    for found in TOLD.finditer(document.text):
        who, verb, town, day, source = found.groups()
        event, mode = EVENTS[verb]
        at = TOWNS.index(town)
        made = Claim(
            id="",
            part=document.parts[0].id,
            sentence=Span(found.start(), found.end(), found.group()),
            trigger=Span(found.start(2), found.end(2), verb),
            event=event,
            mode=mode,
            actors=(Mention(who.strip(), found.start(1), found.end(1)),),
            recipients=(),
            places=(Place(town, lat=10.5 + at, lon=20.25 - at, precision="settlement"),),
            when=When(day, day, day, None, "text"),
            attribution=(Source(document.publisher or "", "author"), Source(source, "witness")),
            status="occurred",
            polarity="positive",
            certainty="certain",
        )
        yield replace(made, id=claim_id(document.id, made))
