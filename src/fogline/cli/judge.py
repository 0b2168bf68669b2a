"""`fogline judge`: what people decide over claims, documents and sources; list and revoke it.

The table of decisions stands in judged.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.counted import counted
from fogline.cli.held import held, now
from fogline.cli.options import By, LedgerPath, Reason, RevokedBy, known_format, settings_with
from fogline.cli.shown import shown
from fogline.errors import StopRun

if TYPE_CHECKING:
    from fogline.ledger import Ledger
    from fogline.model import Judgement

judge = typer.Typer(
    name="judge",
    no_args_is_help=True,
    help="Decide over claims, documents and sources.",
)

PLACE = "place-is"  # decisions on places' names have commands of their own

Claims = Annotated[
    list[str],
    typer.Argument(metavar="CLAIM...", help="Ids, as `fogline export claims` has them."),
]
Events = Annotated[
    list[str],
    typer.Argument(metavar="ID...", help="Claims, or events: all claims of each."),
]
Documents = Annotated[
    list[str],
    typer.Argument(metavar="ID...", help="Documents, or origins: all documents of each."),
]


@judge.command("reject")
def reject(claims: Claims, by: By, reason: Reason, ledger: LedgerPath = None) -> None:
    """Reject claims: misread, no claim at all, or not to be weighed.

    They stay in the ledger and are shown as rejected, with who, when and why; no event, count,
    contradiction, forecast or record rests on them any more.
    """
    with held(settings_with(ledger=ledger).ledger) as opened:
        _decide(opened, [("rejected", (c,)) for c in _claims(opened, claims)], by, reason)


@judge.command("corrected")
def corrected(claims: Claims, by: By, reason: Reason, ledger: LedgerPath = None) -> None:
    """Note that claims proved wrong and were put right; the record of their source counts it."""
    with held(settings_with(ledger=ledger).ledger) as opened:
        _decide(opened, [("corrected", (c,)) for c in _claims(opened, claims)], by, reason)


@judge.command("same-event")
def same_event(ids: Events, by: By, reason: Reason, ledger: LedgerPath = None) -> None:
    """Put claims or events together: they tell one occurrence."""
    with held(settings_with(ledger=ledger).ledger) as opened:
        _decide(opened, [("same-event", _two(_claims(opened, ids)))], by, reason)


@judge.command("not-same-event")
def not_same_event(
    claims: Claims,
    others: Annotated[
        list[str],
        typer.Option("--from", metavar="ID", help="Claims or an event; may be given again."),
    ],
    by: By,
    reason: Reason,
    ledger: LedgerPath = None,
) -> None:
    """Split claims off others: what they tell is another occurrence."""
    with held(settings_with(ledger=ledger).ledger) as opened:
        split, rest = _claims(opened, claims), _claims(opened, others)
        _decide(opened, _apart("not-same-event", split, rest), by, reason)


@judge.command("same-origin")
def same_origin(ids: Documents, by: By, reason: Reason, ledger: LedgerPath = None) -> None:
    """Put documents together: they go back to one origin, and count as one."""
    with held(settings_with(ledger=ledger).ledger) as opened:
        _decide(opened, [("same-origin", _two(_documents(opened, ids)))], by, reason)


@judge.command("not-same-origin")
def not_same_origin(
    ids: Documents,
    others: Annotated[
        list[str],
        typer.Option("--from", metavar="ID", help="Documents or an origin; may be given again."),
    ],
    by: By,
    reason: Reason,
    ledger: LedgerPath = None,
) -> None:
    """Split documents off others: what they report does not come from there."""
    with held(settings_with(ledger=ledger).ledger) as opened:
        split, rest = _documents(opened, ids), _documents(opened, others)
        _decide(opened, _apart("not-same-origin", split, rest), by, reason)


@judge.command("reliability")
def reliability(
    source: Annotated[str, typer.Argument(help="Its id, as `fogline sources` has it.")],
    grade: Annotated[str, typer.Argument(metavar="GRADE", help="A to F (Admiralty).")],
    by: By,
    reason: Reason,
    ledger: LedgerPath = None,
) -> None:
    """Set a source's reliability, above what its record gives."""
    from fogline import conclusions

    if grade not in set("ABCDEF"):
        raise typer.BadParameter(f"{grade!r} is none of A to F", param_hint="GRADE")
    with held(settings_with(ledger=ledger).ledger) as opened:
        if source not in {record.id for record in conclusions.still(opened).records()}:
            raise StopRun(f"{source}: no such source (`fogline sources` has ids)")
        _decide(opened, [(f"reliability-{grade}", (source,))], by, reason)


@judge.command("list")
def list_(
    ledger: LedgerPath = None,
    every: Annotated[
        bool,
        typer.Option("--all", "--revoked", help="Also those revoked, with by whom and why."),
    ] = False,
    form: Annotated[str, typer.Option("--format", metavar="FORM", help="table or json.")] = "table",
) -> None:
    """List what was decided, the latest last, with the words that it is about.

    What places' names mean is `fogline places decided`. The JSON has an object a line: all ids, and
    in `about` what each stands for.
    """
    from fogline.cli.judged import About, as_object, print_table

    known_format(form, "table", "json")
    with held(settings_with(ledger=ledger).ledger) as opened:
        made = [j for j in opened.judgements() if j.kind != PLACE]
        found = [j for j in made if every or j.revoked_at is None]
        found.sort(key=lambda j: (j.at, j.id))
        about = About(opened, opened.carried())
        if form == "json":
            for one in found:
                typer.echo(json.dumps(as_object(one, about), ensure_ascii=False))
        elif found:
            print_table(found, about)
    if not found and form != "json":
        typer.echo("nothing decided" + (", but for what was revoked (--all)" if made else ""))


@judge.command("revoke")
def revoke(
    judgement: Annotated[str, typer.Argument(help="As `fogline judge list` has it.")],
    by: RevokedBy,
    reason: Reason,
    ledger: LedgerPath = None,
) -> None:
    """Revoke a decision; it stays on record, with who revoked it and why.

    What it changed is weighed again; a document whose publisher or title it set right is read
    again without it.
    """
    from fogline import pipeline
    from fogline.cli.setting_right import revoke as revoke_correction
    from fogline.intake.corrections import FIELDS
    from fogline.model import Revoked

    settings = settings_with(ledger=ledger)
    with held(settings.ledger) as opened:
        made = _in_force(opened, judgement)
        if made.kind in FIELDS:
            revoke_correction(opened, settings, made, Revoked(now(), by, reason))
        else:
            pipeline.revoke(opened, made, now(), by, reason)
    typer.echo(shown(f"{judgement} revoked by {by}: {reason}"))


def _in_force(ledger: Ledger, wanted: str) -> Judgement:
    """Return a decision that holds. Raises StopRun where there is none, or it is another's."""
    from fogline.export import worded

    made = next((j for j in ledger.judgements() if j.id == wanted), None)
    if made is None:
        raise StopRun(f"{wanted}: no such decision (`fogline judge list` has them)")
    if made.kind == PLACE:
        raise StopRun(f"{wanted}: is on a place's name (`fogline places revoke`)")
    if made.revoked_at is not None:
        raise StopRun(f"{wanted}: was {worded.revoked(made)} (decide anew to have it so again)")
    return made


def _claims(ledger: Ledger, ids: Iterable[str]) -> list[str]:
    """Return claims, and those of events, each once."""
    found: list[str] = []
    for wanted in ids:
        event = ledger.event(wanted)
        if event is None and ledger.claim(wanted) is None:
            raise StopRun(
                f"{wanted}: no such claim or event (`fogline events` and `fogline export claims` "
                "have ids)"
            )
        found += event.claims if event else [wanted]
    return list(dict.fromkeys(found))


def _documents(ledger: Ledger, ids: Iterable[str]) -> list[str]:
    """Return documents, and those of origins, each once."""
    origins = {o.id: [m.document for m in o.members] for o in ledger.origins()}
    found: list[str] = []
    for wanted in ids:
        if wanted not in origins and not ledger.has(wanted):
            raise StopRun(
                f"{wanted}: no such document or origin (`fogline origins` and `fogline export "
                "documents` have ids)"
            )
        found += origins.get(wanted, [wanted])
    return list(dict.fromkeys(found))


def _two(subjects: Sequence[str]) -> tuple[str, ...]:
    if len(subjects) < 2:
        raise typer.BadParameter("name two or more to put together")
    return tuple(subjects)


def _apart(
    kind: str, split: Sequence[str], rest: Sequence[str]
) -> list[tuple[str, tuple[str, ...]]]:
    """Return that each of those split off is apart from all the rest."""
    others = [one for one in rest if one not in split]
    if not others:
        raise typer.BadParameter("--from names none but those to be split off")
    return [(kind, (one, *others)) for one in split]


def _decide(
    ledger: Ledger, told: Sequence[tuple[str, tuple[str, ...]]], by: str, reason: str
) -> None:
    """Record judgements, kind and subjects of each, and weigh by them; then say what they are."""
    from fogline import pipeline
    from fogline.model import judgement
    from fogline.weighing.decisions import in_force

    standing = {(j.kind, frozenset(j.subjects)): j for j in in_force(ledger.judgements())}
    known = [standing[key] for kind, who in told if (key := (kind, frozenset(who))) in standing]
    if known:
        raise StopRun(f"{known[0].id}: {known[0].by} decided this before (see `judge list`)")
    at = now()
    made = [judgement(kind, subjects, by, at, reason) for kind, subjects in told]
    pipeline.judge(ledger, made)
    for one in made:
        typer.echo(shown(_told(one)))


def _told(made: Judgement) -> str:
    what = f"{made.kind} {' '.join(made.subjects)}"
    if len(made.subjects) > 4:
        what = f"{made.kind} {made.subjects[0]} and {counted(len(made.subjects) - 1, 'other')}"
    return f"{made.id}: {what}, by {made.by} on {made.at[:10]}: {made.reason}"
