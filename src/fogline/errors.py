"""What can go wrong, as one tree.

FoglineError
├── SkipItem              this item cannot be used; the run goes on and counts it by its reason
│   ├── Unreadable        the bytes are not a text or page we can read
│   ├── Refused           the address may not be fetched, or the capture was taken down
│   └── OverLimit         a time, size or memory cap ended the work on it
└── StopRun               nothing more can be done (no such ledger, disk full, bad option)
"""

from __future__ import annotations


class FoglineError(Exception):
    """Base of everything Fogline raises on purpose."""


class SkipItem(FoglineError):
    """One input that cannot be used: which, why, and what would help.

    `reason` is a short stable code for counting ("empty", "binary", "timeout" ...); `held` is the
    capture that failed, where it came to one; `published` and `stated` what was handed in with it.
    """

    held: object | None = None
    published: str | None = None
    stated: object | None = None

    def __init__(self, item: str, reason: str, detail: str = "", *, remedy: str = "") -> None:
        self.item, self.reason, self.detail, self.remedy = item, reason, detail, remedy
        super().__init__(item, reason, detail)

    def __str__(self) -> str:
        words = f"{self.item}: {self.detail or self.reason}"
        return f"{words} ({self.remedy})" if self.remedy else words


class Unreadable(SkipItem):
    """The bytes are empty, binary, cut off or otherwise not a text."""


class Refused(SkipItem):
    """The address is not public, not allowed or not http(s), or what it gave was taken down."""


class OverLimit(SkipItem):
    """A cap on time, size or memory was reached."""


class StopRun(FoglineError):
    """The run cannot go on; what was acknowledged so far is kept."""
