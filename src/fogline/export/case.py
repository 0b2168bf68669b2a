"""What stands behind one claim, gathered: from its bytes to the end of the log."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from typing import Any

from fogline.chain import Entry, Head
from fogline.model import Capture, Claim, Judgement, Reading

ENDINGS = {"text/html": "html", "text/plain": "txt", "application/json": "json"}
TEXT = "document.txt"  # the file that the spans of a claim count in


@dataclass(frozen=True, slots=True)
class Case:
    """A claim with its capture, its reading, the judgements over it and the log from there on.

    `chain` runs without a gap from the capture's entry to `head`; `recorded` holds the rows that
    its entries are digests of; `line` is the claim in one neutral line.
    """

    claim: Claim
    line: str
    capture: Capture
    reading: Reading
    judgements: tuple[Judgement, ...]
    recorded: dict[str, list[tuple[Any, ...]]]
    chain: tuple[Entry, ...]
    head: Head

    @property
    def own(self) -> tuple[Entry, ...]:
        """The entries that go back to this capture or judge this claim."""
        ids = {self.capture.id, *(judgement.id for judgement in self.judgements)}
        return tuple(e for e in self.chain if e.document in ids or e.subject in ids)

    @property
    def bytes_file(self) -> str:
        """The name of the file that holds the captured bytes."""
        return f"capture.{ENDINGS.get(self.capture.media_type, 'bin')}"


def named(digest: str) -> str:
    """Return the RFC 6920 name of what has this SHA-256 (hex, or `sha256:` before it)."""
    value = urlsafe_b64encode(bytes.fromhex(digest.removeprefix("sha256:"))).decode().rstrip("=")
    return f"ni:///sha-256;{value}"


def claim_name(claim: Claim) -> str:
    """Return a claim's name as a URI."""
    return f"urn:fogline:{claim.id}"
