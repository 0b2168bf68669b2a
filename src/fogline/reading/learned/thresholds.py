"""From which probability on the heads are believed (data: model/trust.json).

Measured by `training.claims.tune`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Trust:
    """Probabilities from which a head is believed: `*_add` to find what no rule found, `*_keep` to
    leave what one did.

    `*_alone` is enough where nothing else fills the role; `*_turn` is how much likelier than the
    rule's value another must be to take its place.
    """

    trigger_add: float
    trigger_misfit: float
    trigger_keep: float
    event_turn: float
    mode_turn: float
    status_turn: float
    ongoing_turn: float
    polarity_turn: float
    certainty_turn: float
    actor_add: float
    actor_keep: float
    actor_alone: float
    recipient_add: float
    recipient_keep: float
    recipient_alone: float
    place_add: float
    place_keep: float
    place_alone: float
    source_add: float
    source_keep: float
    time_add: float
    time_keep: float


@cache
def measured() -> Trust:
    """Return the measured thresholds."""
    file = files("fogline.reading").joinpath("model", "trust.json")
    return Trust(**json.loads(file.read_text(encoding="utf-8")))
