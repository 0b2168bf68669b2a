"""Boxes around places, and how near to each other what lies in two of them can be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fogline.weighing.measures.distance import EARTH_KM, Spot

SIDES = ("south", "north", "west", "east")  # radians
BOX = np.dtype([(side, "<f4") for side in (*SIDES, "radius")])  # the widest place's, kilometres
KM_SLACK = 0.01  # what 32 bits leave open

Numbers = NDArray[np.floating[Any]]


def box(spots: Sequence[Spot]) -> tuple[float, ...]:
    """Return the box around places as BOX has it."""
    points = [s.point for s in spots if s.point] or [(0.0, 0.0)]
    norths, easts = zip(*points, strict=True)
    radius = max((s.radius for s in spots), default=0.0)
    return min(norths), max(norths), min(easts), max(easts), radius


def least_kilometres(
    boxes: NDArray[np.void], i: NDArray[np.int64], j: NDArray[np.int64]
) -> Numbers:
    """Return the least distance between the boxes in two places of a row, each with its pair."""
    south, north, west, east = (boxes[side].astype(float) for side in SIDES)
    far = np.cos(np.minimum(np.maximum(abs(south), abs(north)), np.pi / 2))
    up = np.maximum(0.0, np.maximum(south[j] - north[i], south[i] - north[j]))
    over = np.maximum(0.0, np.maximum(west[j] - east[i], west[i] - east[j]))
    round_ = 2 * np.pi - (np.maximum(east[i], east[j]) - np.minimum(west[i], west[j]))
    over = np.clip(np.minimum(over, round_), 0.0, np.pi)
    across = np.sqrt(far[i] * far[j]) * np.sin(over / 2)
    return np.asarray(2 * EARTH_KM * np.arcsin(np.maximum(np.sin(up / 2), across)))
