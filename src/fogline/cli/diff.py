"""`fogline diff`: what the newest reading of each document changed."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fogline.cli.counted import counted
from fogline.cli.options import LedgerPath, known_format, settings_with

if TYPE_CHECKING:
    from fogline.ledger import Ledger
    from fogline.ledger.changes import Change, Changed
    from fogline.model import Claim

MARKS = {"new": "+", "gone": "-", "changed": "~"}
SHORT = 60  # characters of a value that are shown


def diff(
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="READER", help="Compare with this reader's readings."),
    ] = None,
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text, or jsonl: a line a document.")
    ] = "text",
    ledger: LedgerPath = None,
) -> None:
    """Show what a new version of the reader changed.

    Compares each document's reading with the one before `fogline rebuild`: claims that are new
    (+), gone (-) or told otherwise (~), slot by slot.
    """
    from fogline.ledger import Ledger

    known_format(format, "text", "jsonl")
    counts: Counter[str] = Counter()
    with Ledger.open(settings_with(ledger=ledger).ledger, read_only=True) as opened:
        for found in _changes(opened, from_):
            counts.update(_counts(found))
            lines = [_json(found)] if format == "jsonl" else list(_lines(found))
            sys.stdout.write("".join(f"{line}\n" for line in lines))
    if format == "text":
        typer.echo(_summary(counts))


def _changes(ledger: Ledger, reader: str | None) -> Iterator[Changed]:
    from fogline.ledger.changes import changed

    for document in ledger.renewed():
        former = [f for f in ledger.former(document) if reader in (None, f.reader)]
        current = ledger.reading(document)
        if former and current:
            yield changed(former[0], current)


def _kind(change: Change) -> str:
    if change.before is None:
        return "new"
    return "changed" if change.after else "gone"


def _counts(found: Changed) -> Counter[str]:
    counts = Counter(_kind(change) for change in found.claims)
    slots = Counter(slot for change in found.claims for slot in change.slots)
    return counts + slots + Counter({"documents": 1})


def _summary(counts: Counter[str]) -> str:
    slots = {n: c for n, c in counts.items() if n not in (*MARKS, "documents")}
    told = ", ".join(f"{n} {c}" for n, c in sorted(slots.items(), key=lambda i: (-i[1], i[0])))
    return (
        f"{counted(counts['documents'], 'document')} with a former reading: "
        f"{counts['new']} claims new, {counts['gone']} gone, {counts['changed']} told otherwise"
        + (f" ({told})" if told else "")
    )


def _lines(found: Changed) -> Iterator[str]:
    from fogline.cli.shown import shown

    about = found.after.document
    yield shown(f"{about.title or about.id} ({found.before.reader} -> {found.after.reader})")
    if found.fields:
        yield f"  differs in {', '.join(found.fields)}"
    for change in found.claims:
        claim = change.after or change.before
        assert claim is not None
        mode = f"/{claim.mode}" if claim.mode else ""
        yield shown(f"  {MARKS[_kind(change)]} {claim.event}{mode} {claim.trigger.text!r}")
        for slot in change.slots:
            before, after = (_short(getattr(c, slot)) for c in (change.before, change.after))
            yield shown(f"      {slot}: {before} -> {after}")


def _short(value: Any) -> str:
    """Return a slot's value as its words, cut off where it is long."""
    if isinstance(value, tuple):
        return "[" + ", ".join(_short(v) for v in value) + "]"
    words = getattr(value, "text", value)
    text = str(words if words is not None else value)
    return text if len(text) <= SHORT else f"{text[:SHORT]}..."


def _json(found: Changed) -> str:
    from fogline.model import to_dict

    def told(claim: Claim | None) -> Any:
        return to_dict(claim) if claim else None

    claims = [
        {"change": _kind(c), "slots": c.slots, "before": told(c.before), "after": told(c.after)}
        for c in found.claims
    ]
    row = {
        "document": found.after.document.id,
        "before": found.before.reader,
        "after": found.after.reader,
        "fields": found.fields,
        "claims": claims,
    }
    return json.dumps(row, ensure_ascii=False)
