"""What a new reading of a document changed: claims that are new, gone, or told otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from fogline.ledger.anchors import anchor, successor
from fogline.model import Claim, Document, Reading, to_dict

ABOUT: Final = (
    "text", "parts", "published", "url", "title", "author", "publisher", "language",
    "republished_from", "links", "warnings",
)  # fmt: skip
SLOTS: Final = (
    "part", "trigger", "sentence", "event", "mode", "actors", "recipients", "places", "when",
    "attribution", "status", "polarity", "certainty", "probability", "hedges", "casualties",
    "loaded", "acled", "plover",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """A claim before and after; None where there was none, or is none any more."""

    before: Claim | None
    after: Claim | None

    @property
    def slots(self) -> tuple[str, ...]:
        """The slots that differ, where there are both."""
        return differing(self.before, self.after, SLOTS) if self.before and self.after else ()


@dataclass(frozen=True, slots=True)
class Changed:
    """A document's reading before and after: which of its fields differ, and which claims."""

    before: Reading
    after: Reading
    fields: tuple[str, ...]
    claims: tuple[Change, ...]


def changed(before: Reading, after: Reading) -> Changed:
    """Compare two readings of one document."""
    fields = differing(before.document, after.document, ABOUT)
    return Changed(before, after, fields, tuple(_claims(before, after)))


def differing(
    before: Document | Claim, after: Document | Claim, names: Iterable[str]
) -> tuple[str, ...]:
    """Return the names of the fields that are not alike."""
    return tuple(n for n in names if _value(before, n) != _value(after, n))


def _claims(before: Reading, after: Reading) -> Iterator[Change]:
    """Pair the claims that stand for the same words, each with one at most."""
    same = {c.id for c in before.claims} & {c.id for c in after.claims}
    left = {c.id: c for c in after.claims if c.id not in same}
    for claim in before.claims:
        if claim.id not in same:
            found = successor(anchor(before.document.id, claim), left.values())
            yield Change(claim, left.pop(found) if found else None)
    yield from (Change(None, claim) for claim in left.values())


def _value(item: Document | Claim, name: str) -> Any:
    return to_dict(getattr(item, name))
