"""The command line: the library's own verbs, one file a command.

Heavy imports stand inside the commands, so that `fogline --help` answers at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from fogline.cli.actors import actors
from fogline.cli.add import add
from fogline.cli.backup import backup
from fogline.cli.board import board
from fogline.cli.compare import compare
from fogline.cli.contradictions import contradictions
from fogline.cli.control import control
from fogline.cli.correct import correct
from fogline.cli.demo import demo
from fogline.cli.diff import diff
from fogline.cli.events import events
from fogline.cli.evidence import evidence
from fogline.cli.export import export
from fogline.cli.faults import as_json, guarded, with_traceback
from fogline.cli.feeds import feeds
from fogline.cli.forecasts import forecasts
from fogline.cli.judge import judge
from fogline.cli.origins import origins
from fogline.cli.places import places
from fogline.cli.quarantine import quarantine
from fogline.cli.read import read
from fogline.cli.rebuild import rebuild
from fogline.cli.restore import restore
from fogline.cli.seal import seal
from fogline.cli.search import search
from fogline.cli.serve import serve
from fogline.cli.show import show
from fogline.cli.sources import sources
from fogline.cli.takedown import takedown
from fogline.cli.verify import verify
from fogline.cli.versions import versions
from fogline.cli.watch import watch

COMMANDS: tuple[Callable[..., None], ...] = (
    read, add, watch, feeds, quarantine, versions,
    board, search, events, show, compare, origins, forecasts, contradictions, control, sources,
    correct, export, serve, demo, verify, seal, rebuild, diff, evidence, backup, restore, takedown,
)  # fmt: skip
GROUPS: dict[str, typer.Typer] = {"judge": judge, "actors": actors, "places": places}

app = typer.Typer(
    name="fogline",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in COMMANDS:
    app.command()(command)
for name, group in GROUPS.items():
    app.add_typer(group, name=name)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"fogline {version('fogline')}")
        raise typer.Exit


@app.callback()
def fogline(
    _: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
    json_errors: Annotated[
        bool, typer.Option("--json-errors", help="Print each error as one JSON object.")
    ] = False,
    traceback: Annotated[
        bool, typer.Option("--traceback", help="Show where in Fogline an error arose.")
    ] = False,
) -> None:
    """Turn reporting on armed conflict into a ledger of attributed claims."""
    as_json.set(json_errors)
    with_traceback.set(traceback)


def main() -> None:
    """Run the command line; every fault that we know of ends as one line and status 1."""
    with guarded():
        app(prog_name="fogline")
