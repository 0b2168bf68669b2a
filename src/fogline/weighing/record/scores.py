"""How well stated probabilities met what came: Brier score, its interval, calibration.

A forecast counts as true where it was borne out in its window and in every slot, and as false
where it was late, came in part or did not come. What is open or cannot be told does not count, nor
does what states no probability.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from fogline.model import Brier, Calibration, Forecast
from fogline.weighing.measures.estimates import UNSTATED

MINIMUM = 10  # scored forecasts below which no score is given
Z = 1.959963984540054  # of a 95 % interval
CAME = {"borne-out": 1, "borne-out-late": 0, "borne-out-in-part": 0, "not-borne-out": 0}


def brier(made: Iterable[Forecast]) -> Brier | None:
    """Return the mean squared error of forecasts; None where there are too few to tell."""
    losses = sorted((stated - came) ** 2 for _, stated, came in _scored(made))
    if len(losses) < MINIMUM:
        return None
    mean = math.fsum(losses) / len(losses)
    low, high = interval(mean, len(losses))
    return Brier(round(mean, 4), len(losses), (round(low, 4), round(high, 4)))


def calibration(made: Iterable[Forecast]) -> tuple[Calibration, ...]:
    """Return by stated certainty what was stated on average and what came of it."""
    rows: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    for certainty, stated, came in _scored(made):
        rows[certainty].append((stated, came))
    return tuple(_row(certainty, rows[certainty]) for certainty in sorted(rows))


def interval(mean: float, n: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a mean of n numbers between 0 and 1.

    For numbers that are not only 0 and 1 it is wider than need be, never narrower, as their
    variance is at most that of a share.
    """
    centre = mean + Z * Z / (2 * n)
    spread = Z * math.sqrt(max(0.0, mean * (1 - mean)) / n + Z * Z / (4 * n * n))
    scale = 1 + Z * Z / n
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def _scored(made: Iterable[Forecast]) -> list[tuple[str, float, int]]:
    found = []
    for forecast in made:
        band, kind = forecast.entry.probability, forecast.outcome.kind
        if band is not None and kind in CAME and forecast.likelihood != UNSTATED:
            found.append((forecast.entry.certainty, sum(band) / 2, CAME[kind]))
    return found


def _row(certainty: str, rows: Sequence[tuple[float, int]]) -> Calibration:
    n = len(rows)
    stated = math.fsum(sorted(s for s, _ in rows)) / n
    return Calibration(certainty, n, round(stated, 4), round(sum(c for _, c in rows) / n, 4))
