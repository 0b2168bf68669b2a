"""`fogline watch`: follow feeds, sitemaps and pages, and keep the ledger filled from them."""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import AllowPrivate, LedgerPath, settings_with

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fogline.following import Run
    from fogline.ledger import Ledger
    from fogline.model import Followed
    from fogline.pipeline import Summary
    from fogline.settings import Settings


List = Annotated[
    Path | None,
    typer.Argument(
        metavar="LIST",
        help="OPML or TOML file of what to follow; without one, what was followed before.",
        show_default=False,
    ),
]
Once = Annotated[bool, typer.Option("--once", help="Do what is due now, then end.")]
Now = Annotated[bool, typer.Option("--now", help="Look at everything now, whatever is due when.")]


def watch(
    list: List = None,
    once: Once = False,
    now: Now = False,
    ledger: LedgerPath = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Follow RSS, Atom, JSON feeds, sitemaps and plain pages.

    What LIST names is followed, and nothing else. Each is asked only for what is new, as its
    robots.txt allows, and each host slowly. What is known is kept in the ledger: ended at any
    time, the next run goes on from there. `fogline feeds` shows how each one fares, `fogline feeds
    --example` prints a list to begin with.
    """
    from fogline.cli.filling import summary_in_words
    from fogline.intake import watchlist
    from fogline.ledger import Ledger

    settings = settings_with(ledger=ledger, allow_private=allow_private)
    listed = watchlist.read(list) if list else ()
    with Ledger.open(settings.ledger) as opened:
        opened.following().follow(listed)
        run = _run(opened, settings, now=now)
        summary = run.until_nothing_is_due() if once else _without_end(run)
        fared = opened.following().every()
    if run.looks or not summary.came_in:
        typer.echo(_in_words(fared, run.looks))
    typer.echo(summary_in_words(summary))


def _run(opened: Ledger, settings: Settings, *, now: bool) -> Run:
    """Return a run over all that is followed; with `now`, over what is not yet due as well."""
    from fogline import reading
    from fogline.errors import StopRun
    from fogline.following import Run

    if not opened.following().every():
        raise StopRun("nothing is followed (`fogline feeds --example` prints a list)")
    if now:
        opened.following().wake()
    return Run(opened, reading.load(settings), settings, told=_told, looked=_said)


def _told(outcome: object, _: object) -> None:
    from fogline.cli.faults import tell
    from fogline.errors import SkipItem

    if isinstance(outcome, SkipItem):
        tell(outcome)


def _in_words(feeds: Iterable[Followed], looks: int) -> str:
    """Return how many looks there were and how many feeds fail, or when the next one is due."""
    from fogline.cli.counted import counted
    from fogline.intake.watch import utc_now

    wanted = [feed for feed in feeds if feed.wanted]
    if not looks:
        due = min((feed.next_due or "" for feed in wanted), default="")
        return f"Nothing was due: the next look is at {due} (--now looks at once)"
    failing = sum(feed.failures > 0 for feed in wanted)
    now = utc_now().isoformat(timespec="seconds")
    left = sum((feed.next_due or "") <= now for feed in wanted)
    waiting = f", {left} left for when their hosts may be asked again" if left else ""
    of = counted(len(wanted), "feed")
    return f"{counted(looks, 'look')} at {of}, {failing} failing now{waiting}"


def _without_end(run: Run) -> Summary:
    ended = threading.Event()
    run.stopped = ended.is_set
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: ended.set())
    return run.without_end(ended.wait)


def _said(feed: object, new: int) -> None:
    from fogline.cli.counted import counted
    from fogline.cli.shown import shown

    url, reason = getattr(feed, "url", ""), getattr(feed, "reason", None)
    if reason or new:
        words = f"{reason}: {getattr(feed, 'detail', '')}" if reason else counted(new, "new page")
        typer.echo(shown(f"{url}: {words}"), err=bool(reason))
