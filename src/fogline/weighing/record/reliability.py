"""Admiralty reliability of a source, A to F: from its record, or set by a person.

F says that it cannot be judged; it is no worse than E and enters no average.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from fogline.model import Forecast, Judgement, Reliability
from fogline.weighing.measures.tables import table
from fogline.weighing.record.scores import CAME, interval
from fogline.weighing.views.views import FIRM

_table = partial(table, __package__, "grades.toml")
SET = "reliability-"  # how the kind of a judgement begins that sets a grade, which follows


@dataclass(frozen=True, slots=True)
class Settled:
    """A source's firm claims, by event: right, wrong, and contested, which is neither."""

    right: int = 0
    wrong: int = 0
    contested: int = 0


def reliability(
    source: str,
    made: Sequence[Forecast],
    firm: Settled,
    judgements: Iterable[Judgement],
) -> Reliability:
    """Return a source's grade with its reason; the latest that a person set stands above any."""
    if chosen := _by_person(source, judgements):
        return chosen
    sure = [f for f in made if f.entry.certainty in FIRM and f.outcome.kind in CAME]
    came = sum(CAME[f.outcome.kind] for f in sure)
    return _by_record(firm.right + came, firm.right + firm.wrong + len(sure), firm.contested)


def _by_person(source: str, judgements: Iterable[Judgement]) -> Reliability | None:
    grades = {row["letter"] for row in _table()["grade"]}
    found = [
        j
        for j in judgements
        if j.kind.removeprefix(SET) in grades
        and j.kind.startswith(SET)
        and source in j.subjects
        and j.revoked_at is None
    ]
    if not found:
        return None
    last = max(found, key=lambda j: (j.at, j.id))
    reason = f"set by {last.by} on {last.at[:10]}: {last.reason}"
    return Reliability(last.kind.removeprefix(SET), "person", reason)


def _by_record(right: int, judged: int, contested: int) -> Reliability:
    least = _table()["minimum"]
    if judged < least:
        reason = f"{judged} of its claims and forecasts could be judged, {least} are asked"
        return Reliability("F", "record", f"cannot be judged: {reason}")
    low, high = interval(right / judged, judged)
    share = f"{right} of {judged} right (95 % interval {low:.0%} to {high:.0%})"
    every = judged + contested
    worst, best = _graded(right, every), _graded(right + contested, every)
    if ord(worst["letter"]) - ord(best["letter"]) > 1:
        reason = (
            f"{share}, but {contested} more are contested: {worst['letter']} to {best['letter']}"
        )
        return Reliability("F", "record", f"cannot be judged: {reason}")
    more = f", {contested} more contested" if contested else ""
    return Reliability(worst["letter"], "record", f"{worst['meaning']}: {share}{more}")


def _graded(right: int, judged: int) -> dict[str, Any]:
    low, _ = interval(right / judged, judged)
    return dict(next(row for row in _table()["grade"] if low >= row["least"]))
