"""What people set right of a document's publisher and title, as reading follows it.

A correction is a judgement of kind `publisher-is` or `title-is`. Its subjects are the document's id
and `publisher:NAME` or `title:TITLE`. It stands above what was stated when the document was added
and above what that says of itself; the capture stays as it came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from fogline.intake.stated import differing
from fogline.model import Capture, Document, Judgement, Stated, judgement, to_dict

FIELDS: Final = {"publisher-is": "publisher", "title-is": "title"}  # by kind of judgement

Right = Mapping[str, Judgement]  # what is set right of one document, by field
Corrections = Mapping[str, Right]  # ... of each, by id


def judged(document: str, given: Stated, by: str, at: str, reason: str) -> list[Judgement]:
    """Return what is given as the judgements that set a document right by it."""
    told = to_dict(given)
    return [
        judgement(kind, (document, f"{name}:{told[name]}"), by, at, reason)
        for kind, name in FIELDS.items()
        if told[name] is not None
    ]


def corrections(judgements: Iterable[Judgement]) -> Corrections:
    """Return what judgements in force set right; of two the later holds."""
    found: defaultdict[str, dict[str, Judgement]] = defaultdict(dict)
    for made in sorted(judgements, key=lambda j: (j.at, j.id)):
        if made.kind in FIELDS and made.revoked_at is None:
            found[made.subjects[0]][FIELDS[made.kind]] = made
    return found


def value(made: Judgement) -> str:
    """Return what a correction says that the publisher, or the title, is."""
    return made.subjects[1].removeprefix(f"{FIELDS[made.kind]}:")


def as_stated(capture: Capture, right: Right) -> Capture:
    """Return a capture as if what is set right had been stated so."""
    said = {name: value(made) for name, made in right.items()}
    return replace(capture, stated=replace(capture.stated or Stated(), **said)) if said else capture


def corrected(document: Document, capture: Capture, right: Right) -> Document:
    """Return what was read of a capture, so stated, with what is set right in its place.

    A warning says of each field what stood there, who set it right and why.
    """
    for name, made in right.items():
        document = _corrected(document, capture, name, made)
    return document


def _corrected(document: Document, capture: Capture, name: str, made: Judgement) -> Document:
    said, own = value(made), getattr(document, name)
    was = own if name not in document.stated else to_dict(capture.stated or Stated())[name]
    words = f"“{was}”" if was else "which was not given"
    warning = (
        f"its {name} {words} was set right as “{said}” by {made.by} on {made.at[:10]}: "
        f"{made.reason}"
    )
    kept = (w for w in document.warnings if w != differing(name, own or "", said))
    changes: dict[str, Any] = {
        name: said,
        "stated": tuple(field for field in document.stated if field != name),
        "corrected": (*document.corrected, name),
        "warnings": (*kept, warning),
    }
    return replace(document, **changes)
