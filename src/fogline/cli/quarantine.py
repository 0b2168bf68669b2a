"""`fogline quarantine`: what failed, why, and when it is tried again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import AllowPrivate, LedgerPath, settings_with

if TYPE_CHECKING:
    from fogline.ledger import Ledger
    from fogline.model import Quarantined
    from fogline.settings import Settings


def quarantine(
    ledger: LedgerPath = None,
    retry: Annotated[
        bool, typer.Option("--retry", help="Try every item again now, whatever its rule says.")
    ] = False,
    drop: Annotated[
        str | None, typer.Option("--drop", metavar="ITEM", help="Forget one item.")
    ] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    allow_private: AllowPrivate = False,
) -> None:
    """List what could not be read, and why; or try it again.

    An item that fails is kept with its bytes, where it had any, and stops nothing. Some reasons
    are tried again by `fogline watch` after a while (the rules: intake/retries.toml), and all
    bytes by another version of Fogline.
    """
    from fogline.errors import StopRun
    from fogline.ledger import Ledger

    settings = settings_with(ledger=ledger, allow_private=allow_private)
    with Ledger.open(settings.ledger, read_only=drop is None and not retry) as opened:
        if drop is not None and not opened.quarantine().release(drop):
            raise StopRun(f"{drop}: not in quarantine (`fogline quarantine` lists what is)")
        if retry:
            _again(opened, settings)
        found = opened.quarantine().every()
    if json_:
        _print_json(found)
    elif found:
        _print_text(found)
    else:
        typer.echo("Nothing is in quarantine")


def _again(ledger: Ledger, settings: Settings) -> None:
    from fogline import pipeline, reading
    from fogline.cli.faults import tell
    from fogline.cli.filling import summary_in_words
    from fogline.errors import SkipItem

    summary = pipeline.again(
        ledger,
        reading.load(settings),
        settings,
        progress=lambda outcome, _: tell(outcome) if isinstance(outcome, SkipItem) else None,
    )
    if summary.new:
        pipeline.weigh_new(ledger)
    typer.echo(summary_in_words(summary), err=True)


def _print_json(found: tuple[Quarantined, ...]) -> None:
    import json

    from fogline.model import to_dict

    for item in found:
        fields = to_dict(item)
        del fields["capture"]
        typer.echo(json.dumps(fields))


def _print_text(found: tuple[Quarantined, ...]) -> None:
    from fogline.cli.counted import counted
    from fogline.cli.shown import shown

    for item in found:
        why = f"{item.detail} ({item.remedy})" if item.remedy else item.detail
        tries = counted(item.tries, "try", "tries")
        typer.echo(shown(item.item))
        typer.echo(shown(f"  {item.reason}: {why}"))
        typer.echo(f"  {tries}, last {_minute(item.last_at)}, next {_minute(item.next_try)}")


def _minute(instant: str | None) -> str:
    return instant[:16].replace("T", " ") if instant else "by hand"
