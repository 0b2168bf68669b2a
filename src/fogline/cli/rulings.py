"""`fogline places unresolved`, `resolve`, `decided`, `revoke`: what open names of places mean."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.counted import counted
from fogline.cli.held import held, now
from fogline.cli.options import By, LedgerPath, Reason, RevokedBy, settings_with
from fogline.errors import StopRun

if TYPE_CHECKING:
    from rich.table import Table

    from fogline.desk.unresolved import Choice, Unresolved
    from fogline.ledger import Ledger
    from fogline.model import Document, Judgement
    from fogline.reading.gazetteer import Site
    from fogline.reading.places.rulings import Ruling

Form = Annotated[str, typer.Option("--format", metavar="FORM", help="table or json.")]


def unresolved(
    ledger: LedgerPath = None,
    limit: Annotated[int, typer.Option(metavar="N", help="Show so many names.", min=1)] = 20,
    form: Form = "table",
) -> None:
    """List the names of places that no text settles, with what they may mean.

    Those of most claims come first, each with the counts of claims and documents, the words in
    which it stands, and the candidates. `fogline places resolve` decides which one is meant.
    """
    from fogline.cli.progress import index_ready
    from fogline.desk.unresolved import choices
    from fogline.desk.unresolved import unresolved as left_open
    from fogline.reading.places.rulings import rulings

    if form not in {"table", "json"}:
        raise typer.BadParameter(f"{form!r} is neither table nor json", param_hint="--format")
    index_ready()
    with held(settings_with(ledger=ledger).ledger) as opened:
        found = left_open(opened.readings(), rulings(opened.judgements()))
        offered = [(u, choices(u.name, _documents(opened, u.documents))) for u in found[:limit]]
    _print_json(offered) if form == "json" else _print(offered, len(found))


def resolve(
    name: Annotated[str, typer.Argument(help="A name, as `fogline places unresolved` lists it.")],
    candidate: Annotated[str, typer.Argument(help="The id of the place that it means.")],
    by: By,
    reason: Reason,
    country: Annotated[
        str | None,
        typer.Option(
            metavar="CODE", help="In documents about this country; else that of the place."
        ),
    ] = None,
    document: Annotated[
        str | None, typer.Option(metavar="ID", help="In this document alone (sha256:...).")
    ] = None,
    ledger: LedgerPath = None,
) -> None:
    """Decide which place a name means, as a judgement that later reading follows.

    It is recorded with who, when and why, and can be revoked. It holds for what is added from now
    on, and after `fogline rebuild` for what is there.
    """
    from fogline.cli.progress import index_ready
    from fogline.desk.unresolved import reached
    from fogline.reading.places.rulings import Ruling, judged

    if country and document:
        raise typer.BadParameter("give --country or --document, not both")
    index_ready()
    path = settings_with(ledger=ledger).ledger
    with held(path) as opened:
        if document and opened.reading(document) is None:
            raise StopRun(f"{document}: no such document in {path}")
        site = _site(candidate)
        ruling = Ruling(name, site.id, document or _country(site, country))
        said = _record(opened, ruling, site, judged(ruling, by, now(), reason))
        reaches = len(reached(ruling, opened.readings()))
    typer.echo(f"{said}\nApplies to {counted(reaches, 'document')} of this ledger", nl=False)
    typer.echo(": read again with `fogline rebuild`" if reaches else " so far")


def decided(
    ledger: LedgerPath = None,
    form: Form = "table",
    every: Annotated[
        bool, typer.Option("--all", help="Also those revoked, with by whom and why.")
    ] = False,
) -> None:
    """List what was decided of places' names, and by whom."""
    from fogline.cli.shown import shown
    from fogline.reading.places.rulings import made

    with held(settings_with(ledger=ledger).ledger) as opened:
        judged = {j.id: j for j in opened.judgements()}
    found = [r for r in made(judged.values()) if every or judged[r.judgement].revoked_at is None]
    for ruling in found:
        told = _as_object if form == "json" else _as_line
        line = told(ruling, judged[ruling.judgement])
        typer.echo(line if form == "json" else shown(line))
    if not found and form != "json":
        typer.echo("nothing decided")


def _as_object(r: Ruling, made: Judgement) -> str:
    from dataclasses import asdict

    why = {"reason": made.reason, "revoked_at": made.revoked_at}
    by = {"revoked_by": made.revoked_by, "revoked_reason": made.revoked_reason}
    return json.dumps(asdict(r) | why | by, ensure_ascii=False)


def _as_line(r: Ruling, made: Judgement) -> str:
    from fogline.export import worded

    said = f"{r.judgement}: {r.name} is {r.place} in {r.scope}, by {r.by} on {r.at[:10]}"
    return "; ".join(filter(None, (f"{said}: {made.reason}", worded.revoked(made))))


def revoke(
    judgement: Annotated[str, typer.Argument(help="As `fogline places decided` lists it.")],
    by: RevokedBy,
    reason: Reason,
    ledger: LedgerPath = None,
) -> None:
    """Revoke a decision on a name; it stays on record, with who revoked it and why."""
    path = settings_with(ledger=ledger).ledger
    with held(path) as opened:
        _must_be_a_ruling(opened, judgement)
        if not opened.revoke(judgement, now(), by, reason):
            raise StopRun(f"{judgement}: was revoked before (`fogline places decided --all`)")
    typer.echo(f"{judgement} revoked: read again with `fogline rebuild`")


def _must_be_a_ruling(ledger: Ledger, judgement: str) -> None:
    from fogline.reading.places.rulings import KIND

    if not any(j.id == judgement and j.kind == KIND for j in ledger.judgements()):
        raise StopRun(f"{judgement}: no decision on a name (`fogline places decided` lists them)")


def _site(candidate: str) -> Site:
    """Return the place of an id, which must be known."""
    from fogline.reading.gazetteer import gazetteer

    site = gazetteer().called(candidate)
    if site is None:
        raise StopRun(
            f"{candidate}: no place has this id (`fogline places unresolved` and `find "
            "--format json` give ids; `fogline places import` adds places)"
        )
    return site


def _country(site: Site, told: str | None) -> str:
    """Return the scope of a country told, else of the place's own."""
    from fogline.reading.places.rulings import country_scope
    from fogline.reading.tables import rows

    if told and told.upper() not in {row["iso"] for row in rows("states", "countries.csv")}:
        raise typer.BadParameter(f"{told!r} is no country's code", param_hint="--country")
    code = told or site.country
    if code is None:
        raise StopRun(f"{site.id}: lies in no country (give --country or --document)")
    return country_scope(code)


def _record(ledger: Ledger, ruling: Ruling, site: Site, judgement: Judgement) -> str:
    from fogline.cli.shown import shown

    ledger.judge(judgement)
    where = f"{site.name}, {site.country or 'no country'}"
    return shown(f"{judgement.id}: {ruling.name} is {where} ({site.id}) in {ruling.scope}")


def _documents(ledger: Ledger, wanted: tuple[str, ...]) -> list[Document]:
    from fogline.desk.unresolved import HEARD

    held = (ledger.reading(document) for document in wanted[:HEARD])
    return [reading.document for reading in held if reading]


def _print_json(found: list[tuple[Unresolved, tuple[Choice, ...]]]) -> None:
    from dataclasses import asdict

    for item, offered in found:
        row = asdict(item) | {"candidates": [asdict(choice) for choice in offered]}
        typer.echo(json.dumps(row, ensure_ascii=False))


def _print(found: list[tuple[Unresolved, tuple[Choice, ...]]], total: int) -> None:
    from rich.console import Console

    Console(highlight=False, markup=False).print(_table(found))
    more = f", {len(found)} shown (--limit)" if len(found) < total else ""
    typer.echo(f"{counted(total, 'name')} without a place{more}")


def _table(found: list[tuple[Unresolved, tuple[Choice, ...]]]) -> Table:
    from rich.table import Table

    from fogline.cli.shown import shown

    table = Table(box=None, pad_edge=False)
    for title in ("name", "claims", "documents", "words", "may mean"):
        table.add_column(title, overflow="fold")
    for item, offered in found:
        words = item.said[0].words[:160] if item.said else ""
        means = [f"{c.id} ({c.name}, {c.country or 'no country'})" for c in offered[:3]]
        means = [f"decided: {r.place}" for r in item.decided] or means or ["nothing known"]
        cells = (item.name, str(item.claims), str(len(item.documents)), words, "; ".join(means))
        table.add_row(*map(shown, cells))
    return table
