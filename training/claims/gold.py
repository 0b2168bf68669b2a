"""The corpus as gold files, for `bench.claims` and the shared scorer.

`python -m training.claims.gold TRAIN KEPT [UNSEEN --listed FILE]` writes a folder each.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from training.claims import corpus
from training.claims.corpus import Annotated, Coded, Stretch


def gold(document: Annotated) -> dict[str, Any]:
    """The document's claims as a gold file has them."""
    claims = [c for c in document.claims if not c.optional]
    found = [claim(document, c) for c in claims]
    optional = [_where(document, c) for c in document.claims if c.optional]
    return {
        "doc": name(document),
        "published": document.header.get("published") or None,
        "claims": found,
        "optional": optional,
    }


def name(document: Annotated) -> str:
    """The document's name as a file name."""
    return document.header["id"].replace("/", "-")


def claim(document: Annotated, one: Coded) -> dict[str, Any]:
    """One claim as a gold file has it."""
    text = document.text
    words = {
        slot: [text[slice(*span)] for span in getattr(one, spans)]
        for slot, spans in (
            ("actors", "actors"), ("recipients", "recipients"), ("places", "places"),
            ("attribution", "sources"),
        )
    }  # fmt: skip
    found = {
        **_where(document, one),
        "part": _part(document, one).role,
        "event": one.event,
        "mode": one.mode,
        **words,
        "when": _when(one),
        "status": one.status,
        "polarity": "negative" if one.negative else "positive",
        "certainty": one.certainty,
        "casualties": {k: {"min": low, "max": high} for k, (low, high) in one.harm.items()},
    }
    if one.alternative:
        event, mode = one.alternative
        found |= {"alt_events": [event], "alt_modes": [mode]}
    return found


def _when(one: Coded) -> dict[str, Any] | None:
    if one.days is None:
        return None
    start, end = one.days
    if "-" in start[1:]:
        return {"start": start, "end": end}
    return {"offset_days": [int(start), int(end)]}


def _part(document: Annotated, one: Coded) -> Stretch:
    return next(p for p in document.parts if p.start <= one.trigger[0] < p.end)


def _where(document: Annotated, one: Coded) -> dict[str, Any]:
    """A quote in which the first place of the trigger is the claim's own."""
    text, (start, end) = document.text, one.trigger
    trigger = text[start:end]
    for at in (one.sentence[0], start):
        for stop in (one.sentence[1], len(text)):
            quote = text[at:stop]
            first = text.find(quote)
            if first + quote.find(trigger) == start:
                return {"quote": quote, "trigger": trigger}
    return {"quote": text[: one.sentence[1]], "trigger": trigger}


def main() -> None:
    """Write gold files: of documents that a run was trained on, that are kept apart, and that it
    has not seen.
    """
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("train", type=Path)
    asked.add_argument("kept", type=Path)
    asked.add_argument("unseen", type=Path, nargs="?")
    asked.add_argument("--listed", type=Path, help="a run's unseen.txt: they get their own folder")
    options = asked.parse_args()
    listed = options.listed.read_text(encoding="utf-8").split("\n") if options.listed else ()
    for document in corpus.documents():
        folder = options.kept if corpus.is_kept(document) else options.train
        if document.header["id"] in listed:
            folder = options.unseen
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name(document)}.txt").write_text(document.text, encoding="utf-8")
        content = json.dumps(gold(document), ensure_ascii=False, indent=1)
        (folder / f"{name(document)}.gold.json").write_text(content + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
