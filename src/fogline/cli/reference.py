"""The command line's page of the documentation, made from the commands themselves.

`python -m fogline.cli.reference > docs/cli.md`; a test compares the page with what this gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

HEAD = """# Command line

Every command takes `--help`. An error is one line on standard error that names the input, the
reason and the way out; then the exit status is 1. A mistake in the command itself (an option or a
format that there is not) has status 2. What is looked for by words or by name and not found has
status 1, as in `grep`; a list that was asked for whole and is empty has status 0.
"""


def reference(app: typer.Typer) -> str:
    """Return the page as Markdown: the options of all commands, then each command."""
    group: Any = typer.main.get_command(app)
    context = group.make_context("fogline", [], resilient_parsing=True)
    return "\n".join((HEAD, *_sections("fogline", group, context)))


def _sections(name: str, command: Any, context: typer.Context) -> Iterator[str]:
    """Yield a command's section, then those of the commands that it groups."""
    yield _section(name, command, context)
    for part, below in getattr(command, "commands", {}).items():
        inner = below.make_context(part, [], parent=context, resilient_parsing=True)
        yield from _sections(f"{name} {part}", below, inner)


def _section(name: str, command: Any, context: typer.Context) -> str:
    usage = command.get_usage(context).removeprefix("Usage: ")
    usage = " ".join(usage.split())
    return f"## {name}\n\n```\n{usage}\n```\n\n{_prose(command.help)}\n\n{_table(command, context)}"


def _prose(help: str) -> str:
    return "\n\n".join(" ".join(p.split()) for p in help.split("\n\n"))


def _table(command: Any, context: typer.Context) -> str:
    rows = "".join(f"| `{left}` | {right} |\n" for left, right in _records(command, context))
    return f"| | |\n|---|---|\n{rows}"


def _records(command: Any, context: typer.Context) -> Iterator[tuple[str, str]]:
    """Yield each parameter's spelling and its help, as Markdown table cells."""
    for parameter in command.get_params(context):
        if record := parameter.get_help_record(context):
            left, right = record
            yield left.replace("|", "\\|"), " ".join(right.split()).replace("|", "\\|")


if __name__ == "__main__":
    from fogline.cli import app

    typer.echo(reference(app), nl=False)
