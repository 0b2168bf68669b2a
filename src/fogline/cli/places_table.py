"""What a name may mean as a person sees it: the choice, its candidates, and their weights."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from fogline.cli.shown import shown
from fogline.reading.places.candidates import Answer, Candidate

HEADS = ("name", "country", "in", "kind", "lat, lon", "within", "weight", "why", "source")


def print_answer(answer: Answer, console: Console | None = None) -> None:
    """Print an answer on standard output, or on the console given."""
    out = console or Console(highlight=False)
    out.print(Text(_choice(answer), style="bold"))
    for area in answer.areas:
        where = f"{area.lat:.4f}, {area.lon:.4f} within {area.radius:.0f} km"
        out.print(Text(f"{shown(area.text)}: {where} ({shown(area.derivation)})"))
    if answer.candidates:
        table = Table(*HEADS, box=SIMPLE_HEAD)
        for candidate in answer.candidates:
            table.add_row(*map(shown, _cells(candidate)))
        out.print(table)


def _choice(answer: Answer) -> str:
    if answer.chosen is None:
        return f"{shown(answer.asked)}: not told apart, named only ({answer.confidence:.2f})"
    found = f"{shown(answer.chosen.name)}, {answer.chosen.country or 'no country'}"
    return f"{shown(answer.asked)}: {found} ({answer.confidence:.2f})"


def _cells(candidate: Candidate) -> tuple[str, ...]:
    site = candidate.site
    parts = " + ".join(f"{name} {part:.1f}" for name, part in candidate.parts if part)
    source = site.source or ("lexicon" if site.own else "GeoNames")
    return (
        site.name, site.country or "", site.parent, f"{site.feature}, {candidate.precision}",
        f"{site.lat:.4f}, {site.lon:.4f}", f"{candidate.radius:.0f} km",
        f"{candidate.weight:.1f}", f"{candidate.how}; {parts}", source,
    )  # fmt: skip
