"""What several commands ask for, said once: how each option reads and what it means."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from fogline.model import Stated
    from fogline.settings import Settings
    from fogline.weighing.moments import Moment


def day_like(value: str | None) -> str | None:
    """Return a day as handed in, or refuse it as a mistake in the command."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a day like 2016-11-13") from None


def not_blank(value: str | None) -> str | None:
    """Refuse an option of white space alone: a decision is somebody's, and has a reason."""
    if value is not None and not value.strip():
        raise typer.BadParameter("it is blank")
    return value


By = Annotated[str, typer.Option("--by", metavar="WHO", callback=not_blank, help="Who decides so.")]
RevokedBy = Annotated[
    str, typer.Option("--by", metavar="WHO", callback=not_blank, help="Who revokes it.")
]
Reason = Annotated[str, typer.Option("--reason", metavar="WHY", callback=not_blank, help="Why.")]
_INPUT = typer.Argument(
    metavar="INPUT",
    help="Files (texts, pages, .eml, .mhtml), folders, http(s) addresses, .jsonl corpora, "
    ".warc, .warc.gz and .wacz archives, or - for standard input.",
    show_default=False,
)
Inputs = Annotated[list[str], _INPUT]
SomeInputs = Annotated[list[str] | None, _INPUT]
Day = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="DAY",
        callback=day_like,
        help="Publication day (YYYY-MM-DD) of inputs that give none.",
    ),
]
Publisher = Annotated[
    str | None,
    typer.Option(
        "--publisher",
        metavar="NAME",
        help="Who published the inputs that name nobody; kept as stated by you.",
    ),
]
Title = Annotated[
    str | None,
    typer.Option(
        "--title",
        metavar="TITLE",
        help="Title of the one input, where it has none; kept as stated by you.",
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

AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="TIME",
        help="As it stood at a day (its end) or an instant, ISO 8601; UTC unless it says so.",
    ),
]
Clock = Annotated[
    str,
    typer.Option(
        "--clock", metavar="CLOCK", help="Which clock --as-of means: publication or recording."
    ),
]
Query = Annotated[
    list[str] | None,
    typer.Argument(metavar="QUERY", help="Only rows that hold all of these words."),
]
Layout = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help="table, json, jsonl or csv.")
]
Limit = Annotated[
    int, typer.Option(metavar="N", help="Show so many rows of a table; formats give all.", min=1)
]
PUBLICATION = "publication"
SHOWN = 200  # rows of a table


def stated_with(inputs: Sequence[str], publisher: str | None, title: str | None) -> Stated | None:
    """Return what --publisher and --title state of inputs, or refuse it as a mistake."""
    from fogline.intake.files import holds_several
    from fogline.intake.stated import stated

    if title is not None and (len(inputs) != 1 or holds_several(inputs[0])):
        raise typer.BadParameter("--title is for one document: give one file, page or text")
    try:
        return stated(publisher, title)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def known_format(wanted: str, *known: str) -> None:
    """Refuse a format that there is not, as a mistake in the command."""
    if wanted not in known:
        there = ", ".join(known)
        raise typer.BadParameter(
            f"there is no {wanted!r} (there are {there})", param_hint="--format"
        )


def as_of(time: str | None, clock: str) -> Moment | None:
    """Return the moment that --as-of and --clock mean; None where no time is given."""
    from fogline.weighing.moments import CLOCKS, moment

    if clock not in CLOCKS:
        raise typer.BadParameter(f"{clock!r} is no clock: there are {', '.join(CLOCKS)}")
    try:
        return moment(time, clock) if time else None
    except ValueError:
        form = "a day like 2016-11-09 or an instant like 2016-11-09T12:00+00:00"
        raise typer.BadParameter(f"--as-of {time!r} is not {form}") from None


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
