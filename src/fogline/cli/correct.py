"""`fogline correct`: a forecast's window or rule, or a document's publisher or title, set right;
what was recorded stays beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.held import held
from fogline.cli.options import LedgerPath, Reason, day_like, not_blank, settings_with
from fogline.cli.setting_right import set_right
from fogline.errors import StopRun

if TYPE_CHECKING:
    from fogline.model import ForecastEntry, Mention, Place, Stated
    from fogline.settings import Settings
    from fogline.weighing.forecast.corrections import Changes

Names = list[str] | None


Ids = Annotated[
    list[str],
    typer.Argument(
        metavar="ID...", help="A forecast, as `fogline forecasts` shows it, or documents."
    ),
]
CorrectedBy = Annotated[
    str, typer.Option("--by", metavar="WHO", callback=not_blank, help="Who corrects it.")
]
Start = Annotated[
    str | None,
    typer.Option("--from", metavar="DAY", callback=day_like, help="First day of its window."),
]
End = Annotated[
    str | None,
    typer.Option("--until", metavar="DAY", callback=day_like, help="Last day of its window."),
]
OpenEnded = Annotated[bool, typer.Option("--open-ended", help="Its words give no time until when.")]
Kind = Annotated[
    str | None,
    typer.Option(metavar="CATEGORY[/MODE]", help="What is to happen: ASSAULT/aerial."),
]
Denied = Annotated[
    bool | None,
    typer.Option("--will-not/--will", help="Whether it was said that it will not happen."),
]
Actors = Annotated[
    Names, typer.Option(metavar="NAME", help="By whom; may be given again. Replaces all.")
]
Recipients = Annotated[
    Names, typer.Option(metavar="NAME", help="To whom; may be given again. Replaces all.")
]
Places = Annotated[
    Names, typer.Option(metavar="ID", help="Where, by a gazetteer id; may be given again.")
]
PublishedBy = Annotated[
    str | None,
    typer.Option("--publisher", metavar="NAME", help="Of documents: who published them."),
]
Titled = Annotated[
    str | None, typer.Option("--title", metavar="TITLE", help="Of a document: its title.")
]


def correct(
    ids: Ids,
    by: CorrectedBy,
    reason: Reason,
    start: Start = None,
    end: End = None,
    open_ended: OpenEnded = False,
    event: Kind = None,
    denied: Denied = None,
    actor: Actors = None,
    recipient: Recipients = None,
    place: Places = None,
    publisher: PublishedBy = None,
    title: Titled = None,
    ledger: LedgerPath = None,
) -> None:
    """Correct a forecast, or a publisher or title.

    Of a forecast, its window or rule. The recorded entry stays as it is; the correction is appended
    to the log with who, when and why, and the outcome is worked out by it from then on. A later one
    stands above it. What is not given stays.

    Of a document, its publisher or title. Its capture stays, with what was stated of it. The
    correction is kept as a decision, which `fogline judge list` shows and `fogline judge revoke`
    ends, and stands above what was stated and what the document says of itself. The document is
    read again by it, and the ledger weighed anew.
    """
    from fogline.weighing.forecast.corrections import Changes

    if open_ended and (start or end):
        raise typer.BadParameter("give --open-ended or days, not both")
    changes = Changes(
        start=start,
        end=end,
        open_ended=open_ended,
        kind=_kind(event) if event else None,
        polarity=None if denied is None else "negative" if denied else "positive",
        actors=_mentions(actor),
        recipients=_mentions(recipient),
        places=tuple(map(_place, place)) if place else None,
    )
    settings = settings_with(ledger=ledger)
    given = _given(ids, publisher, title)
    _known(ids, given, changed=changes != Changes())
    if given:
        set_right(settings, list(dict.fromkeys(ids)), given, by, reason)
    else:
        _correct(settings, ids[0], changes, by, reason)


def _known(ids: Sequence[str], given: Stated | None, *, changed: bool) -> None:
    """Refuse what leaves open whether documents or one forecast is to be corrected, and in what."""
    if given and changed:
        raise typer.BadParameter("--publisher and --title are for documents, the rest is not")
    if not given and not changed:
        raise typer.BadParameter("say what is to be corrected (--until, --place, --publisher ...)")
    if not given and len(ids) > 1:
        raise typer.BadParameter("correct one forecast at a time")


def _given(ids: Sequence[str], publisher: str | None, title: str | None) -> Stated | None:
    """Return what is said of documents; None where nothing is."""
    from fogline.intake.stated import stated

    if title is not None and len(ids) > 1:
        raise typer.BadParameter("--title is for one document")
    try:
        return stated(publisher, title)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _correct(settings: Settings, forecast: str, changes: Changes, by: str, reason: str) -> None:
    from fogline.weighing.forecast.corrections import corrected

    with held(settings.ledger) as opened:
        entry = corrected(opened.forecast_log(), forecast, by, reason, changes)
        if not opened.record_forecasts([entry]):
            raise StopRun(f"{forecast}: this very correction was made before (see its history)")
    _tell(entry)


def _kind(said: str) -> tuple[str, str | None]:
    """Return a category and its mode as the codebook has them."""
    from fogline.reading.tables import rows

    category, _, mode = said.partition("/")
    known = {(row["event"], row["mode"]) for row in rows("codes.csv")}
    if (category, mode) not in known | {(event, "") for event, _ in known}:
        raise typer.BadParameter(f"the codebook has no {said!r}", param_hint="--event")
    return category, mode or None


def _mentions(names: Names) -> tuple[Mention, ...] | None:
    """Return actors by name, those that can only be one body of the actor authority linked."""
    from fogline.model import Mention
    from fogline.reading.actors.actors import link

    if not names:
        return None
    linked = ((name, link(name)) for name in names)
    return tuple(
        Mention(name, name=actor.name if actor else name, id=actor.id if actor else None)
        for name, actor in linked
    )


def _place(wanted: str) -> Place:
    from fogline.cli.progress import index_ready
    from fogline.model import Entity
    from fogline.reading.gazetteer import gazetteer
    from fogline.reading.places.extents import named

    index_ready()
    site = gazetteer().called(wanted)
    if site is None:
        raise StopRun(f"{wanted}: no place has this id (`fogline places find` gives ids)")
    entity = Entity(
        0, 0, site.name, "place", site.name, site.id, site.lat, site.lon, site.country, site.feature
    )
    return named(entity, (site.name, None, None), "location")


def _tell(entry: ForecastEntry) -> None:
    from fogline.cli.shown import shown

    window = entry.window
    days = f"{window.start or '…'} to {window.end or '…'}" if window.basis == "stated" else ""
    typer.echo(shown(f"{entry.id} corrects {entry.corrects}: window {days or window.basis}"))
