"""A claim's evidence as files: the bytes, the text, the spans, the chain, and a page to read.

Everything that the log's entries are digests of is there, so that a reader with nothing but
SHA-256 and JSON can check it; docs/custody.md says how. The same case gives the same bytes.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fogline.chain import canonical, digest
from fogline.export.annotation import web_annotations
from fogline.export.case import TEXT, Case
from fogline.export.evidence_page import page
from fogline.export.json_file import json_file
from fogline.export.provenance import provenance
from fogline.export.seal import FORM
from fogline.export.wacz import wacz
from fogline.model import to_dict

SUMS = "SHA256SUMS"


def files(case: Case) -> dict[str, bytes]:
    """Return the files of a folder of evidence, by name."""
    found = {
        case.bytes_file: case.capture.body,
        "capture.json": json_file(_about(case)),
        TEXT: case.reading.document.text.encode(),
        "claim.json": json_file(to_dict(case.claim)),
        "judgements.json": json_file([to_dict(judgement) for judgement in case.judgements]),
        "annotations.jsonld": json_file(web_annotations(case)),
        "provenance.jsonld": json_file(provenance(case)),
        "recorded.json": canonical(case.recorded) + b"\n",
        "chain.jsonl": b"".join(canonical(asdict(entry)) + b"\n" for entry in case.chain),
        "head.json": json_file(
            {"form": FORM, "entries": case.head.entries, "hash": case.head.hash}
        ),
    }
    found["index.html"] = page(case, found).encode()
    found["evidence.wacz"] = wacz(case, found)
    return found | {SUMS: _sums(found)}


def _about(case: Case) -> dict[str, Any]:
    """Return what came with the bytes, and what whoever added them stated of them."""
    names = ("id", "media_type", "name", "url", "headers", "captured_at", "published", "stated")
    return {name: to_dict(getattr(case.capture, name)) for name in names}


def _sums(found: dict[str, bytes]) -> bytes:
    """Return the digests as `sha256sum --check` reads them."""
    return "".join(f"{digest(content)}  {name}\n" for name, content in found.items()).encode()
