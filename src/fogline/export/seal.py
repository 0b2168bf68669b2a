"""The head of the log as a file of its own, to be kept where the ledger is not."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from fogline.chain import Head, Image
from fogline.errors import StopRun

FORM = "fogline-head/1"


@dataclass(frozen=True, slots=True)
class Seal:
    """What was sealed: the head of the log and, where nobody wrote to it, the ledger's file."""

    head: Head
    image: Image | None = None


def sealed(head: Head, at: str, image: Image | None = None) -> bytes:
    """Return a head as JSON, with the instant (ISO 8601, UTC) at which it was written."""
    fields: dict[str, Any] = {"form": FORM, "entries": head.entries, "hash": head.hash, "at": at}
    if image is not None:
        fields["file"] = asdict(image)
    return (json.dumps(fields, indent=1) + "\n").encode()


def seal_of(content: bytes, name: str) -> Seal:
    """Return what `sealed` wrote; raises StopRun where a file is none."""
    try:
        fields: Any = json.loads(content)
        if fields["form"] != FORM:
            raise ValueError(fields["form"])
        head = Head(int(fields["entries"]), str(fields["hash"]))
        return Seal(head, _image(fields["file"]) if "file" in fields else None)
    except (ValueError, KeyError, TypeError):
        raise StopRun(f"{name}: not a head (give a file that `fogline seal` wrote)") from None


def _image(fields: Any) -> Image:
    return Image(int(fields["bytes"]), str(fields["sha256"]), str(fields["beside"]))
