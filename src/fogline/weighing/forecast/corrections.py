"""Corrections of forecasts: what a person changes of an entry's window and rule, and what stands.

A frozen entry is never touched. A correction is an entry of its own that holds the window and rule
whole; the last one stands, each begins from the one before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from fogline.errors import StopRun
from fogline.model import ForecastEntry, Mention, Place, Rule, Window
from fogline.weighing.forecast.forecasts import correction
from fogline.weighing.measures.distance import spot


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be corrected of a window and a rule; what is None stays as it is.

    Days are ISO 8601; `open_ended` takes the window away. `kind` is a category with its mode.
    """

    start: str | None = None
    end: str | None = None
    open_ended: bool = False
    kind: tuple[str, str | None] | None = None
    polarity: str | None = None
    actors: tuple[Mention, ...] | None = None
    recipients: tuple[Mention, ...] | None = None
    places: tuple[Place, ...] | None = None


def corrected(
    log: Sequence[ForecastEntry], wanted: str, by: str, note: str, changes: Changes
) -> ForecastEntry:
    """Return the entry that corrects a forecast of the log, by its id.

    Raises StopRun where there is no such forecast, or where nothing would change.
    """
    entry = found(log, wanted)
    earlier = of(log).get(entry.id, ())
    stands = earlier[-1] if earlier else entry
    window, rule = _window(stands.window, changes), _rule(stands.rule, changes)
    if (window, rule) == (stands.window, stands.rule):
        raise StopRun(f"{entry.id}: that is what its window and rule say already")
    return correction(entry, by, note, window=window, rule=rule)


def found(log: Iterable[ForecastEntry], wanted: str) -> ForecastEntry:
    """Return the entry of an id that is no correction. Raises StopRun where there is none."""
    entry = next((e for e in log if e.id == wanted), None)
    if entry is None:
        raise StopRun(f"{wanted}: no such forecast (`fogline forecasts` shows their ids)")
    if entry.corrects:
        raise StopRun(f"{wanted}: is a correction itself (correct {entry.corrects} again)")
    return entry


def of(log: Iterable[ForecastEntry]) -> Mapping[str, tuple[ForecastEntry, ...]]:
    """Return the corrections of each entry by its id, in the order in which they were recorded."""
    held: dict[str, tuple[ForecastEntry, ...]] = {}
    for entry in sorted(log, key=lambda e: e.seq or 0):
        if entry.corrects:
            held[entry.corrects] = (*held.get(entry.corrects, ()), entry)
    return held


def _window(stands: Window, changes: Changes) -> Window:
    if changes.open_ended:
        return Window(basis="open-ended")
    if changes.start is None and changes.end is None:
        return stands
    start, end = changes.start or stands.start, changes.end or stands.end
    if start and end and start > end:
        raise StopRun(f"its window would end on {end}, before it begins on {start}")
    return Window(start, end, "stated")


def _rule(stands: Rule, changes: Changes) -> Rule:
    event, mode = changes.kind or (stands.event, stands.mode)
    rule = replace(
        stands,
        event=event,
        mode=mode,
        polarity=changes.polarity or stands.polarity,
        actors=stands.actors if changes.actors is None else changes.actors,
        recipients=stands.recipients if changes.recipients is None else changes.recipients,
    )
    if changes.places is None:
        return rule
    radii = [found.radius for found in map(spot, changes.places) if found.point]
    return replace(rule, places=changes.places, radius_km=max(radii, default=None))
