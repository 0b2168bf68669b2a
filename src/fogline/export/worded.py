"""A claim's slots and a document's head in plain words, alike in every table and page."""

from __future__ import annotations

import re

from fogline.model import (
    HARMS,
    Capture,
    Casualties,
    Document,
    Judgement,
    Part,
    Place,
    Published,
    Source,
    Stated,
    When,
    to_dict,
)

_OPENING = re.compile(r"(^|[\s(\[{‘“—–-])\"")  # a straight mark that opens
_INNER = str.maketrans('“„”"', "‘‘’’")


def quoted(words: str) -> str:
    """Return words in quotation marks, their own double marks as single ones: “‘Go,’ he said.”"""
    opened = _OPENING.sub(r"\1‘", words)
    return f"“{opened.translate(_INNER)}”"


def name(document: Document) -> str:
    """Return the title, or else whatever a document may be called by."""
    first = document.text.strip().partition("\n")[0][:80]
    return document.title or document.input_id or document.url or first or document.id


def origin(document: Document) -> str:
    """Say who published it, taken from whom, and when, with how the day is known."""
    said = [document.author, publisher(document), published(document.published)]
    taken = document.republished_from
    if taken and (taken.author or taken.publisher):
        said.append("reposted from " + ", ".join(filter(None, (taken.author, taken.publisher))))
    return " · ".join(filter(None, said))


def publisher(document: Document) -> str | None:
    """Say who published it, and that whoever added it stated so, or somebody set it right."""
    if document.publisher and "publisher" in document.corrected:
        return f"{document.publisher} (set right)"
    stated = document.publisher and "publisher" in document.stated
    return f"{document.publisher} (stated by who added it)" if stated else document.publisher


def stated(capture: Capture) -> str:
    """Say what whoever added a capture stated of it; "" where that is nothing."""
    given = {**to_dict(capture.stated or Stated()), "date": capture.published}
    return "; ".join(f"{name}: {value}" for name, value in given.items() if value)


def revoked(judgement: Judgement) -> str:
    """Say when a judgement was revoked, by whom and why; "" where it holds, or it was not asked."""
    if judgement.revoked_at is None:
        return ""
    by = f" by {judgement.revoked_by}" if judgement.revoked_by else ""
    why = f": {judgement.revoked_reason}" if judgement.revoked_reason else ""
    return f"revoked{by} on {judgement.revoked_at[:10]}{why}"


def published(when: Published) -> str:
    """Say on which days a document appeared, and how that is known."""
    told = days(when.earliest, when.latest)
    if not told:
        return "no date"
    if when.basis == "inferred":
        return f"no date; the text bounds it: {told} (inferred)"
    return f"{told} ({when.basis})"


def part_title(part: Part | None, parts: dict[str, Part]) -> str:
    """Say what a part is, who wrote it, and to whom."""
    if part is None:
        return "elsewhere"
    by = f" by {part.author}" if part.author else ""
    if part.role == "comment":
        by = f" by {part.author or 'an unnamed reader'}"
    parent = parts.get(part.parent or "")
    to = f", in reply to {parent.author}" if parent and parent.author else ""
    note = ": no corroboration" if part.role == "comment" else ""
    return f"{part.role}{by}{to}{note}"


def source(link: Source) -> str:
    """Return one link of a chain with its kind."""
    return link.text if link.text == link.kind else f"{link.text} ({link.kind})"


def place(where: Place) -> str:
    """Return a place's words, with its role unless it is simply where, and how far a place that is
    only described reaches.
    """
    words = where.text if where.role == "location" else f"{where.text} ({where.role})"
    reaches = where.derivation and where.radius and where.precision != "country"
    return f"{words} (within {where.radius:.0f} km)" if reaches else words


def moment(when: When) -> str:
    """Return an event's days and the words that gave them."""
    told = days(when.start, when.end)
    if when.basis == "default":
        return f"{told} (by publication day)" if told else ""
    if when.spoken:
        return f"{told} (the day of saying, “{when.text}”)"
    return f"{told} “{when.text}”" if told and when.text else told or when.text or ""


def days(first: str | None, last: str | None) -> str:
    """Return one day, or two with "to" between them; what is open is "…"."""
    if first == last:
        return first or ""
    return f"{first or '…'} to {last or '…'}"


def toll(casualties: Casualties) -> str:
    """Return the people harmed, as counted."""
    counts = ((c.told(), word) for word in HARMS if (c := getattr(casualties, word)))
    return ", ".join(f"{count} {word}" for count, word in counts)
