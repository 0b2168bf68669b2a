"""The head of the log as a file of its own, to be kept where the ledger is not."""

from __future__ import annotations

import json
from typing import Any

from fogline.chain import Head
from fogline.errors import StopRun

FORM = "fogline-head/1"


def sealed(head: Head, at: str) -> bytes:
    """Return a head as JSON, with the instant (ISO 8601, UTC) at which it was written."""
    fields = {"form": FORM, "entries": head.entries, "hash": head.hash, "at": at}
    return (json.dumps(fields, indent=1) + "\n").encode()


def head_of(content: bytes, name: str) -> Head:
    """Return the head that `sealed` wrote; raises StopRun where a file is none."""
    try:
        fields: Any = json.loads(content)
        if fields["form"] != FORM:
            raise ValueError(fields["form"])
        return Head(int(fields["entries"]), str(fields["hash"]))
    except (ValueError, KeyError, TypeError):
        raise StopRun(f"{name}: not a head (give a file that `fogline seal` wrote)") from None
