"""Why a claim is what it is, as a person sees it: its words, then a reason for each slot."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from fogline.cli.reading_table import marked
from fogline.cli.shown import shown

if TYPE_CHECKING:
    from fogline.model import Claim
    from fogline.reading.explaining import Why

BY = {
    "rule": "rule",
    "heads": "learned heads",
    "both": "rule and heads",
    "default": "taken for granted",
}


def print_whys(claim: Claim, whys: tuple[Why, ...], console: Console | None = None) -> None:
    """Print the reasons for one claim on standard output, or on the console given."""
    (console or Console(highlight=False)).print(why_table(claim, whys))


def why_table(claim: Claim, whys: tuple[Why, ...]) -> RenderableType:
    """Return a claim's sentence and a table of its slots."""
    table = Table(box=SIMPLE_HEAD, expand=True, leading=1)
    table.add_column("slot", width=11)
    table.add_column("value", ratio=2)
    table.add_column("by", width=9)
    table.add_column("why, and what was ruled out", ratio=5)
    for slot, group in groupby(whys, key=lambda why: why.slot):
        for n, why in enumerate(group):
            name = "" if n else slot
            table.add_row(name, _value(why), Text(BY[why.by], style="dim"), _reason(why))
    return Group(marked(claim), Text(claim.id, style="dim"), table)


def _value(why: Why) -> Text:
    return Text(shown(why.value), style="bold") if why.value else Text("nothing", style="dim")


def _reason(why: Why) -> Text:
    text = Text(shown(why.reason))
    words = ", ".join(f"“{shown(span.text)}”" for span in why.words if span.text != why.value)
    if words:
        text.append(f"\nwords: {words}", style="cyan")
    for left in why.ruled_out:
        text.append(f"\nnot {shown(left)}", style="dim")
    return text
