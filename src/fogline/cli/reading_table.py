"""A reading as a person sees it: claims by part, each sentence with its trigger marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from fogline.cli.counted import counted
from fogline.cli.shown import shown
from fogline.cli.standing import standing
from fogline.desk.wording import has_named_source
from fogline.model import Casualties, Claim, Document, Part, Place, Range, Reading, Source, When

BULLETS = "•‣▪▫◦●○*–—- \t\n"
AROUND = 60  # characters kept on each side of a trigger whose sentence was already shown


def print_reading(reading: Reading, console: Console | None = None) -> None:
    """Print one document's claims on standard output, or on the console given."""
    (console or Console(highlight=False)).print(reading_table(reading))


def reading_table(reading: Reading) -> RenderableType:
    """Return a document's head and one table for each part in which a claim stands."""
    order = {part.id: n for n, part in enumerate(reading.document.parts)}
    claims = sorted(reading.claims, key=lambda c: (order.get(c.part, len(order)), c.trigger.start))
    parts = {part.id: part for part in reading.document.parts}
    tables = [
        _part_table(_part_title(parts.get(part), parts), list(group))
        for part, group in groupby(claims, key=lambda c: c.part)
    ]
    for table in tables[1:]:
        table.show_header = False
    return Group(_head(reading), *tables)


def _head(reading: Reading) -> Text:
    document = reading.document
    head = Text()
    head.append(shown(_name(document)), style="bold")
    head.append(f"\n{_origin(document)}", style="dim")
    head.append(
        f"\n{counted(len(reading.claims), 'claim')} in {counted(len(document.parts), 'part')}"
    )
    for warning in document.warnings:
        head.append(f"\nnote: {shown(warning)}", style="yellow")
    return head


def _name(document: Document) -> str:
    first = document.text.strip().partition("\n")[0][:80]
    return document.title or document.input_id or document.url or first or document.id


def _origin(document: Document) -> str:
    """Say who published it, taken from whom, and when, with how the day is known."""
    days = document.published
    when = _days(days.earliest, days.latest)
    said = [document.author, document.publisher, _published(when, document.published.basis)]
    taken = document.republished_from
    if taken and (taken.author or taken.publisher):
        said.append("reposted from " + ", ".join(filter(None, (taken.author, taken.publisher))))
    return shown(" · ".join(filter(None, said)))


def _published(days: str, basis: str) -> str:
    if not days:
        return "no date"
    if basis == "inferred":
        return f"no date; the text bounds it: {days} (inferred)"
    return f"{days} ({basis})"


def _part_table(title: str, claims: list[Claim]) -> Table:
    table = Table(
        box=SIMPLE_HEAD,
        expand=True,
        leading=1,
        title=title,
        title_justify="left",
        title_style="bold underline",
    )
    table.add_column("claim", width=14)
    table.add_column("words", ratio=5)
    table.add_column("who, where, when, source", ratio=4)
    seen: set[int] = set()
    for claim in claims:
        table.add_row(
            _standing(claim), _words(claim, whole=claim.sentence.start not in seen), _slots(claim)
        )
        seen.add(claim.sentence.start)
    return table


def _part_title(part: Part | None, parts: dict[str, Part]) -> str:
    if part is None:
        return "elsewhere"
    by = f" by {part.author}" if part.author else ""
    if part.role == "comment":
        by = f" by {part.author or 'an unnamed reader'}"
    parent = parts.get(part.parent or "")
    to = f", in reply to {parent.author}" if parent and parent.author else ""
    note = ": no corroboration" if part.role == "comment" else ""
    return shown(f"{part.role}{by}{to}{note}")


def _standing(claim: Claim) -> Text:
    """Return category and mode, then status, polarity and certainty as coloured words."""
    text = Text().append(claim.event, style="bold")
    if claim.mode:
        text.append(f"\n{claim.mode}")
    text.append("\n")
    return text.append_text(standing(claim.status, claim.polarity, claim.certainty))


def _words(claim: Claim, *, whole: bool) -> Text:
    """Return the sentence with its trigger marked; only the trigger's surroundings if not whole."""
    sentence, start = claim.sentence.text, claim.trigger.start - claim.sentence.start
    end = claim.trigger.end - claim.sentence.start
    before, after = sentence[:start].lstrip(BULLETS), sentence[end:]
    if not whole:
        before = before if len(before) <= AROUND else f"… {before[-AROUND:].partition(' ')[2]}"
        after = after if len(after) <= AROUND else f"{after[:AROUND].rpartition(' ')[0]} …"
    text = Text(shown(before))
    text.append(f"[{shown(sentence[start:end])}]", style="bold reverse")
    return text.append(shown(after))


def _slots(claim: Claim) -> Text:
    text = Text()
    for label, value in _filled(claim):
        text.append(f"{label} " if label else "", style="dim")
        text.append(f"{shown(value)}\n", style="" if label else "yellow")
    text.right_crop(1)
    return text


def _filled(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield the slots that hold something, as label and words."""
    slots = (
        ("who", ", ".join(actor.text for actor in claim.actors)),
        ("to whom", ", ".join(recipient.text for recipient in claim.recipients)),
        ("where", ", ".join(_place(place) for place in claim.places)),
        ("when", _when(claim.when)),
        ("toll", _toll(claim.casualties)),
        ("said by", " ← ".join(_source(source) for source in claim.attribution)),
        ("", "" if has_named_source(claim) else "rests on no named source"),
        ("hedged by", ", ".join(hedge.text for hedge in claim.hedges)),
        ("loaded", ", ".join(f"“{w.text}”, here: {w.neutral}" for w in claim.loaded)),
    )
    return ((label, value) for label, value in slots if value)


def _source(source: Source) -> str:
    return source.text if source.text == source.kind else f"{source.text} ({source.kind})"


def _place(place: Place) -> str:
    return place.text if place.role == "location" else f"{place.text} ({place.role})"


def _when(when: When) -> str:
    days = _days(when.start, when.end)
    if when.basis == "default":
        return f"{days} (by publication day)" if days else ""
    return f"{days} “{when.text}”" if days and when.text else days or when.text or ""


def _days(first: str | None, last: str | None) -> str:
    if first == last:
        return first or ""
    return f"{first or '…'} to {last or '…'}"


def _toll(toll: Casualties) -> str:
    counts = (
        ("killed", toll.killed),
        ("injured", toll.injured),
        ("missing", toll.missing),
        ("displaced", toll.displaced),
    )
    return ", ".join(f"{_range(count)} {word}" for word, count in counts if count)


def _range(count: Range) -> str:
    if count.min == count.max:
        return str(count.min)
    if count.max is None:
        return f"at least {count.min}"
    return f"up to {count.max}" if count.min is None else f"{count.min} to {count.max}"
