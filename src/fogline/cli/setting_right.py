"""`fogline correct DOCUMENT`: a publisher or title that was stated, or read, wrong is set right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import typer

from fogline.cli.counted import counted
from fogline.cli.held import held, now
from fogline.errors import StopRun

if TYPE_CHECKING:
    from fogline.ledger import Ledger
    from fogline.model import Judgement, Reading, Revoked, Stated
    from fogline.reading.reader import Reader
    from fogline.settings import Settings


def set_right(
    settings: Settings, documents: Sequence[str], given: Stated, by: str, reason: str
) -> None:
    """Record what is given of documents, read them again by it, and say what came of it."""
    from fogline import pipeline
    from fogline.intake.corrections import judged

    with held(settings.ledger) as opened:
        for document in documents:
            _must_differ(opened, document, given)
        at = now()
        made = [one for document in documents for one in judged(document, given, by, at, reason)]
        _read_again(settings, made, lambda reader: pipeline.correct(opened, reader, settings, made))


def revoke(ledger: Ledger, settings: Settings, made: Judgement, revoked: Revoked) -> None:
    """Revoke a correction of a document, and read this again without it."""
    from fogline import pipeline

    _read_again(
        settings,
        [],
        lambda reader: pipeline.uncorrect(ledger, reader, settings, made, revoked),
    )


def _read_again(
    settings: Settings, made: Sequence[Judgement], do: Callable[[Reader], tuple[Reading, ...]]
) -> None:
    from fogline import reading
    from fogline.cli.filling import bar
    from fogline.cli.progress import index_ready
    from fogline.cli.shown import shown

    index_ready()
    with bar() as moving:
        moving.add_task("Reading again and weighing", total=None, count="")
        found = do(reading.load(settings))
    for one in made:
        document, told = one.subjects
        words = told.replace(":", " is ", 1)
        typer.echo(shown(f"{one.id}: {words} in {document}, by {one.by}: {one.reason}"))
    claims = counted(sum(len(one.claims) for one in found), "claim")
    typer.echo(f"Read again: {counted(len(found), 'document')}, {claims}")


def _must_differ(ledger: Ledger, document: str, given: Stated) -> None:
    """Refuse what is no document of the ledger, or is so already."""
    from fogline.model import to_dict

    found = ledger.document(document)
    if found is None:
        raise StopRun(
            f"{document}: no such document or forecast (`fogline export documents` and `fogline "
            "forecasts` have ids)"
        )
    told = {name: value for name, value in to_dict(given).items() if value is not None}
    if all(getattr(found, name) == value for name, value in told.items()):
        said = " and ".join(f"its {name} is “{value}”" for name, value in told.items())
        raise StopRun(f"{document}: {said} already (`fogline export documents` shows all)")
