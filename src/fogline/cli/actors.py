"""`fogline actors`: who is called what; actors imported from elsewhere, and their removal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.counted import counted
from fogline.cli.options import day_like
from fogline.errors import StopRun

if TYPE_CHECKING:
    from rich.table import Table

    from fogline.reading.actors.actor_tables import Table as Read
    from fogline.reading.actors.actors import Actor
    from fogline.reading.actors.choosing import Ranked

actors = typer.Typer(
    help="Who is called what: find, import and remove actors.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@actors.command("find")
def find(
    name: Annotated[str, typer.Argument(help="A name as a text gives it.")],
    country: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="The country that the text is about (ISO 3166-1)."),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option(metavar="DAY", callback=day_like, help="The text's day (YYYY-MM-DD)."),
    ] = None,
) -> None:
    """Show whom a name may mean, the likeliest first, and why.

    The first line says whom a text of that country and day would be linked to, if anybody.
    """
    from rich.console import Console

    from fogline.reading.actors import actors as authority
    from fogline.reading.actors.choosing import Circumstances, ranked

    where = Circumstances(country.upper() if country else None, day)
    bearers = authority.bearers(name)
    if not bearers:
        raise StopRun(f"nobody is known as {name!r}")
    chosen = authority.link(name, country=where.country, day=day)
    console = Console(highlight=False)
    console.print(f"{name}: {_verdict(chosen)}", markup=False)
    console.print(_table(ranked(bearers, where)))


def _verdict(chosen: Actor | None) -> str:
    return f"{chosen.name} ({chosen.id})" if chosen else "not told apart; it stays as mentioned"


_SHOWN = 15


def _table(found: list[Ranked]) -> Table:
    from rich.table import Table
    from rich.text import Text

    from fogline.cli.shown import shown

    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in ("", "name", "id", "kind", "country", "years", "why"):
        table.add_column(column)
    for rank, item in enumerate(found[:_SHOWN], 1):
        table.add_row(str(rank), *(Text(shown(cell)) for cell in _cells(item)))
    if len(found) > _SHOWN:
        table.add_row("", f"and {len(found) - _SHOWN} more")
    return table


def _cells(item: Ranked) -> tuple[str, ...]:
    actor = item.bearer.actor
    known = actor.since or actor.until
    years = f"{actor.since or ''}–{actor.until or ''}" if known else ""
    origin = [f"from {actor.source}"] if actor.source else []
    why = "; ".join([*item.reasons, *origin])
    return actor.name, actor.id, actor.kind, ", ".join(actor.homes), years, why


@actors.command("import")
def bring(
    file: Annotated[
        list[str],
        typer.Argument(
            metavar="[ucdp] FILE", help="UCDP's list of actors, or a CSV in the lexicon's columns."
        ),
    ],
    source: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="What to call the source; else the file's name."),
    ] = None,
    licence: Annotated[
        str, typer.Option(metavar="TEXT", help="The licence of a plain CSV's rows.")
    ] = "",
) -> None:
    """Import actors from a file, to be recognised from now on.

    A file with a fault in any line changes nothing; the lines are named. Importing a source again
    replaces what it had.
    """
    from fogline.reading.actors import actor_imports, actor_tables
    from fogline.reading.actors import actors as authority

    is_ucdp, path = _asked(file)
    called = source or ("ucdp" if is_ucdp else path.stem.lower())
    body = path.read_bytes()
    read = actor_tables.ucdp(body, called) if is_ucdp else actor_tables.plain(body, called, licence)
    actor_imports.keep(called, read.sound(str(path)).rows)
    authority.forget()
    typer.echo(_told(read, called))


def _asked(words: list[str]) -> tuple[bool, Path]:
    if len(words) == 1:
        return False, Path(words[0])
    if len(words) == 2 and words[0] == "ucdp":
        return True, Path(words[1])
    raise typer.BadParameter("give a FILE, or `ucdp` and a FILE")


def _told(read: Read, source: str) -> str:
    left = "".join(f"; left out: {n} {why}" for why, n in sorted(read.left_out.items()))
    return f"{counted(len(read.rows), 'actor')} imported as {source!r}{left}"


@actors.command("remove")
def remove(
    source: Annotated[str, typer.Argument(help="A source as `actors import` called it.")],
) -> None:
    """Remove what was imported from a source."""
    from fogline.reading.actors import actor_imports
    from fogline.reading.actors import actors as authority

    count = actor_imports.remove(source)
    authority.forget()
    typer.echo(f"{counted(count, 'actor')} of {source!r} removed")
