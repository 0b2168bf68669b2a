"""Admiralty reliability of a source, A to F: from its record, or set by a person.

F says that it cannot be judged; it is no worse than E and enters no average.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from fogline.model import Forecast, Judgement, Reliability
from fogline.weighing.scores import CAME, interval

SET = "reliability-"  # how the kind of a judgement begins that sets a grade, which follows
FIRM = frozenset({"certain", "probable"})


def reliability(
    source: str,
    made: Sequence[Forecast],
    right: int,
    wrong: int,
    judgements: Iterable[Judgement],
) -> Reliability:
    """Return a source's grade with its reason; the latest that a person set stands above any."""
    if chosen := _by_person(source, judgements):
        return chosen
    sure = [f for f in made if f.entry.certainty in FIRM and f.outcome.kind in CAME]
    came = sum(CAME[f.outcome.kind] for f in sure)
    return _by_record(right + came, right + wrong + len(sure))


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


def _by_record(right: int, judged: int) -> Reliability:
    least = _table()["minimum"]
    if judged < least:
        reason = f"{judged} of its claims and forecasts could be judged, {least} are asked"
        return Reliability("F", "record", f"cannot be judged: {reason}")
    low, high = interval(right / judged, judged)
    row = next(row for row in _table()["grade"] if low >= row["least"])
    share = f"{right} of {judged} right (95 % interval {low:.0%} to {high:.0%})"
    return Reliability(row["letter"], "record", f"{row['meaning']}: {share}")


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("grades.toml").read_text("utf-8"))
