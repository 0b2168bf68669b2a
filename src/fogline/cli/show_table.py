"""One event, and two claims held against each other, as a person reads them in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from fogline.cli.counted import counted
from fogline.cli.listing_table import Line, event_lines, lined
from fogline.cli.quoting import told
from fogline.cli.shown import shown
from fogline.desk.wording import chain, pointed, published
from fogline.export.worded import days
from fogline.model import Claim, ClaimOrigin, Document
from fogline.weighing.measures.wording import fold
from fogline.weighing.occurrence.clusters import JOIN, MEAN

if TYPE_CHECKING:
    from fogline.conclusions import Still
    from fogline.model import Event
    from fogline.weighing.occurrence.comparing import Comparison, Grouped

Told = tuple[Document, Claim]
PLAIN = ({"occurred", "ongoing"}, {"positive"}, {"certain"})


def print_event(event: Event, still: Still, console: Console | None = None) -> None:
    """Print an event, its claims under the independent origins that they count for."""
    out = console or Console(highlight=False)
    told = tellings(event.claims, still)
    behind, voices = still.standing.behind(event), still.claim_origins()
    out.print(lined(event_lines(event, still)))
    for key, claims in behind.items():
        name = _name(key, voices[claims[0]], [told[claim][0] for claim in claims])
        _print_group(out, name, [told[claim] for claim in claims], {})
    counting = {claim for claims in behind.values() for claim in claims}
    beside = [told[claim] for claim in event.claims if claim in told and claim not in counting]
    if beside:
        _print_group(
            out, "adds no origin of its own", beside, {c: v.reason for c, v in voices.items()}
        )


def print_comparison(
    found: Comparison, still: Still, *, one_event: bool, console: Console | None = None
) -> None:
    """Print two claims, and all that speaks for and against their telling one occurrence."""
    out = console or Console(highlight=False)
    told = tellings((found.a, found.b), still)
    for pair in told.values():
        out.print(Padding(lined(_telling(*pair, "")), (0, 0, 1, 0), expand=False))
    if found.points is None:
        sum_of_it = "ruled out as one occurrence"
    else:
        sum_of_it = f"{found.points:+.1f} points (claims are tried as one from {JOIN})"
    out.print(Text(f"{'one event' if one_event else 'two events'}: {sum_of_it}", style="bold"))
    _print_reasons(out, found)


def print_groups(
    found: Comparison, groups: Grouped, still: Still, console: Console | None = None
) -> None:
    """Print why two claims that are alike are two events: what the others of these say to it."""
    out = console or Console(highlight=False)
    out.print(Text(f"\n{_kept_apart(groups)}", style="bold"))
    least = groups.least
    if groups.apart and not groups.decided and {least.a, least.b} != {found.a, found.b}:
        out.print(Text("the two that are least alike:", style="cyan"))
        for pair in tellings((least.a, least.b), still).values():
            _print_indented(out, lined(_telling(*pair, "")))
        _print_reasons(out, least)


def _kept_apart(groups: Grouped) -> str:
    """Say what keeps two events apart of which two claims are alike."""
    if groups.decided:
        return f"their events did not join: {groups.decided}"
    pairs = f"of {counted(groups.pairs, 'pair')} of their claims"
    if groups.least.against:
        says = "is ruled out" if groups.least.points is None else "speaks against it"
        return f"their events did not join: {pairs} one {says}"
    if groups.apart:
        mean = f"{groups.mean:+.1f} points on average ({MEAN:+.1f} are asked)"
        return f"their events did not join: {pairs} {groups.scanty} say little, {mean}"
    return (
        "nothing between their claims keeps their events apart: they share too little of day,"
        " place and rare words to have been held against each other, or joined others first"
    )


def _print_reasons(out: Console, found: Comparison) -> None:
    for each in found.told:
        points = "out " if each.points is None else f"{each.points:+.1f}"
        style = "green" if each.points and each.points > 0 else "red"
        _print_indented(out, Text(f"{points:>5}  {shown(each.reason)}", style=style))


def tellings(claims: Iterable[str], still: Still) -> dict[str, Told]:
    """Return claims with their documents, by id, in the order of publication."""
    wanted = set(claims)
    found = [(r.document, c) for r in still.readings() for c in r.claims if c.id in wanted]
    return {c.id: (document, c) for document, c in sorted(found, key=_by_day)}


def _by_day(told: Told) -> tuple[str, str, int]:
    document, claim = told
    return _day(document) or "9", document.id, claim.trigger.start


def _print_group(out: Console, name: str, told: Iterable[Told], reasons: dict[str, str]) -> None:
    out.print(Text(f"\n{name}", style="cyan"))
    for document, claim in told:
        _print_indented(out, lined(_telling(document, claim, reasons.get(claim.id, ""))))


def _print_indented(out: Console, text: Text) -> None:
    out.print(Padding(text, (0, 0, 0, 2), expand=False))


def _name(key: str, voice: ClaimOrigin, pages: Sequence[Document]) -> str:
    """Return what an origin is called: whom it cites, or whose own report it is."""
    if not voice.own:
        return f"{voice.reason} ({key})"
    outlets = [page.publisher or "nobody named" for page in pages]
    own = next((name for name in outlets if fold(name) in key), outlets[0])
    return f"own report of {own} ({key})"


def _telling(document: Document, claim: Claim, reason: str) -> Iterator[Line]:
    slots = (claim.status, claim.polarity, claim.certainty)
    how = [value for value, plain in zip(slots, PLAIN, strict=True) if value not in plain]
    who = published(chain(claim, document), document.publisher)
    yield f"{_day(document) or 'undated'}  {who}{': ' if how else ''}{', '.join(how)}", ""
    yield told(*pointed(claim)), ""
    yield f"{claim.id}{f' ({reason})' if reason else ''}", "dim"


def _day(document: Document) -> str:
    at = document.published
    return days(at.earliest, at.latest) if at else ""
