"""A reading as a person sees it: claims by part, each sentence with its trigger marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from fogline.cli.counted import counted
from fogline.cli.quoting import MARKED
from fogline.cli.shown import shown
from fogline.cli.standing import standing
from fogline.desk.wording import rests_on_nobody
from fogline.export import worded
from fogline.model import Claim, Reading

BULLETS = "•‣▪▫◦●○*–—- \t\n"
AROUND = 60  # characters kept on each side of a trigger whose sentence was already shown


def print_reading(reading: Reading, console: Console | None = None) -> None:
    """Print one document's claims on standard output, or on the console given."""
    (console or Console(highlight=False)).print(reading_table(reading))


def reading_table(reading: Reading) -> RenderableType:
    """Return a document's head and one table for each part in which a claim stands.

    Claims keep the numbers that they have in the reading: `--explain 3` asks for the third.
    """
    order = {part.id: n for n, part in enumerate(reading.document.parts)}
    claims = sorted(
        enumerate(reading.claims, 1),
        key=lambda c: (order.get(c[1].part, len(order)), c[1].trigger.start),
    )
    parts = {part.id: part for part in reading.document.parts}
    tables = [
        _part_table(shown(worded.part_title(parts.get(part), parts)), list(group))
        for part, group in groupby(claims, key=lambda c: c[1].part)
    ]
    for table in tables[1:]:
        table.show_header = False
    return Group(_head(reading), *tables)


def _head(reading: Reading) -> Text:
    document = reading.document
    head = Text()
    head.append(shown(worded.name(document)), style="bold")
    head.append(f"\n{shown(worded.origin(document))}", style="dim")
    head.append(
        f"\n{counted(len(reading.claims), 'claim')} in {counted(len(document.parts), 'part')}"
    )
    for warning in document.warnings:
        head.append(f"\nnote: {shown(warning)}", style="yellow")
    return head


def _part_table(title: str, claims: list[tuple[int, Claim]]) -> Table:
    table = Table(
        box=SIMPLE_HEAD,
        expand=True,
        leading=1,
        title=title,
        title_justify="left",
        title_style="bold underline",
    )
    table.add_column("", width=3, justify="right", style="dim")
    table.add_column("claim", width=13)
    table.add_column("words", ratio=5)
    table.add_column("who, where, when, source", ratio=4)
    seen: set[int] = set()
    for number, claim in claims:
        words = marked(claim, whole=claim.sentence.start not in seen)
        table.add_row(str(number), _standing(claim), words, _slots(claim))
        seen.add(claim.sentence.start)
    return table


def _standing(claim: Claim) -> Text:
    """Return category and mode, then status, polarity and certainty as coloured words."""
    text = Text().append(claim.event, style="bold")
    if claim.mode:
        text.append(f"\n{claim.mode}")
    text.append("\n")
    return text.append_text(standing(claim.status, claim.polarity, claim.certainty))


def marked(claim: Claim, *, whole: bool = True) -> Text:
    """Return the sentence with its trigger marked; only the trigger's surroundings if not whole."""
    sentence, start = claim.sentence.text, claim.trigger.start - claim.sentence.start
    end = claim.trigger.end - claim.sentence.start
    before, after = sentence[:start].lstrip(BULLETS), sentence[end:]
    if not whole:
        before = before if len(before) <= AROUND else f"… {before[-AROUND:].partition(' ')[2]}"
        after = after if len(after) <= AROUND else f"{after[:AROUND].rpartition(' ')[0]} …"
    text = Text(shown(before))
    text.append(f"[{shown(sentence[start:end])}]", style=MARKED)
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
        ("where", ", ".join(worded.place(place) for place in claim.places)),
        ("when", worded.moment(claim.when)),
        ("toll", worded.toll(claim.casualties)),
        ("said by", " ← ".join(worded.source(source) for source in claim.attribution)),
        ("", "rests on no named source" if rests_on_nobody(claim) else ""),
        ("hedged by", ", ".join(hedge.text for hedge in claim.hedges)),
        ("confidence", claim.confidence or ""),
        ("loaded", ", ".join(f"“{w.text}”, here: {w.neutral}" for w in claim.loaded)),
    )
    return ((label, value) for label, value in slots if value)
