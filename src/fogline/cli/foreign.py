"""Saying on standard error of a text in another language that it is not really read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from fogline.cli.counted import counted
from fogline.cli.faults import as_json
from fogline.cli.shown import shown
from fogline.reading.words.foreign import is_english

if TYPE_CHECKING:
    from fogline.model import Reading

BEGINS = 50  # characters of a text that has no name


def tell_of_language(reading: Reading) -> None:
    """Warn of a text that is not in English: that nothing is found there says nothing."""
    document = reading.document
    if as_json.get() or is_english(document.text):
        return
    name = document.url or document.title or f"“{' '.join(document.text[:BEGINS].split())} …”"
    found = counted(len(reading.claims), "claim")
    words = f"fogline: {name}: not in English, the one language that is read ({found} found)"
    typer.echo(shown(words), err=True)
