"""`fogline places`: find a place, import a gazetteer file, remove it again, list what is there.

What readings leave open, and the decisions on it, stand in places/rulings.py.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from fogline.cli.counted import counted
from fogline.cli.options import settings_with
from fogline.cli.rulings import decided, resolve, revoke, unresolved
from fogline.errors import StopRun

SHOWN_FAULTS = 20

places = typer.Typer(
    name="places",
    no_args_is_help=True,
    help="Find, decide on and import places.",
)
for command in (unresolved, resolve, decided, revoke):
    places.command(command.__name__)(command)


@places.command("find")
def find(
    name: Annotated[str, typer.Argument(help="A name, or a phrase like “20 km north of Idlib”.")],
    country: Annotated[
        str | None,
        typer.Option("--country", metavar="CODE", help="ISO code of the country it lies in."),
    ] = None,
    text: Annotated[
        str,
        typer.Option("--text", metavar="TEXT", help="Text around it, which may settle which one."),
    ] = "",
    form: Annotated[str, typer.Option("--format", metavar="FORM", help="table or json.")] = "table",
) -> None:
    """Show what a name may mean, and why the candidates rank so.

    A weight is in powers of ten: people, the lexicon, neighbours named, the text's country. Below
    an even chance nothing is chosen.
    """
    from fogline.cli.places_table import print_answer
    from fogline.cli.progress import index_ready
    from fogline.reading.places.candidates import ask

    if form not in {"table", "json"}:
        raise typer.BadParameter(f"{form!r} is neither table nor json", param_hint="--format")
    index_ready()
    answer = ask(name, text, country.upper() if country else None)
    if form == "json":
        typer.echo(json.dumps(answer.as_object(), ensure_ascii=False))
    else:
        print_answer(answer)
    if not answer.candidates:
        raise StopRun(f"no place is called {name!r} or nearly so")


@places.command("import")
def import_(
    file: Annotated[
        Path, typer.Argument(help="A GeoNames dump, an HDX or OpenStreetMap CSV, a plain CSV.")
    ],
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="NAME", help="What to call it; else the file's name."),
    ] = None,
    licence: Annotated[
        str | None,
        typer.Option("--licence", metavar="TEXT", help="Its licence; else that of its form."),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="Its encoding; else UTF-8 or as marked."),
    ] = None,
) -> None:
    """Import places from a file.

    Takes a GeoNames country dump (tab-separated, or its zip), or a CSV with columns for name, lat
    and lon as HDX, OpenStreetMap or a spreadsheet gives them. All of the file or nothing: lines
    that cannot be used are listed by number and leave the gazetteer as it was.
    """
    from fogline.cli.progress import progress_of
    from fogline.reading.gazetteer import imported
    from fogline.reading.gazetteer.dumps import read_dump

    name = source or file.stem
    dump = read_dump(file, name, encoding=encoding)
    for fault in dump.faults[:SHOWN_FAULTS]:
        typer.echo(f"{file}: {fault}", err=True)
    if dump.faults:
        lines = counted(len(dump.faults), "line")
        raise StopRun(f"{file}: {lines} cannot be used; nothing was imported")
    kept = imported.source_of(dump, name, file.name, licence)
    with progress_of("Importing") as progress:
        imported.add(settings_with().places, kept, dump, progress)
    typer.echo(f"{counted(kept.places, 'place')} from {name} ({kept.licence})")


@places.command("remove")
def remove(
    source: Annotated[str, typer.Argument(help="A source, as `fogline places list` names it.")],
) -> None:
    """Remove a source with all its places."""
    from fogline.reading.gazetteer import imported

    removed = imported.remove(settings_with().places, source)
    typer.echo(f"{counted(removed, 'place')} from {source} removed")


@places.command("list")
def list_() -> None:
    """List the imported sources."""
    from fogline.reading.gazetteer import imported

    sources = imported.sources(settings_with().places)
    for source in sources:
        typer.echo(
            f"{source.name}: {counted(source.places, 'place')}, {source.form}, {source.licence},"
            f" {source.file}, added {source.added}"
        )
    if not sources:
        typer.echo("nothing imported")
