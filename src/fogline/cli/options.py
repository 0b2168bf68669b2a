"""What several commands ask for, said once: how each option reads and what it means."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from fogline.settings import Settings


def day_like(value: str | None) -> str | None:
    """Return a day as handed in, or refuse it as a mistake in the command."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a day like 2016-11-13") from None


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files (texts, pages, .eml, .mhtml), folders, http(s) addresses, .jsonl corpora, "
        ".warc, .warc.gz and .wacz archives, or - for standard input.",
        show_default=False,
    ),
]
Day = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="DAY",
        callback=day_like,
        help="Publication day (YYYY-MM-DD) of inputs that give none.",
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Also fetch addresses that are not public."),
]
Explain = Annotated[
    str | None,
    typer.Option(
        "--explain",
        metavar="CLAIM",
        help="Show why each slot of one claim is what it is, instead of the claims.",
    ),
]
LedgerPath = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        metavar="PATH",
        help="The ledger's file; else FOGLINE_LEDGER, else the one of this user.",
    ),
]


def settings_with(
    *, ledger: Path | None = None, allow_private: bool = False, on_topic: bool = False
) -> Settings:
    """Return the environment's settings with the options of this command over them."""
    from fogline.settings import from_environment

    settings = from_environment()
    changes: dict[str, object] = {}
    if ledger is not None:
        changes["ledger"] = ledger
    if allow_private:
        changes["allow_private"] = True
    if on_topic:
        changes["first_look"] = True
    if "workers" not in settings.model_fields_set:
        changes["workers"] = os.cpu_count() or 1
    return settings.model_copy(update=changes)
