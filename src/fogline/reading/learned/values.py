"""What heads make of a claim's values: its mode, status, polarity and certainty; the rules propose.

A text parsed without the heads is read by the rules alone.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from fogline.reading.learned import thresholds

if TYPE_CHECKING:
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate

BANDS: Final = {
    "certain": (0.95, 1.0),
    "probable": (0.55, 0.95),
    "possible": (0.05, 0.55),
    "unknown": (0.0, 1.0),
}  # the codebook's bands, section 3
_PLAIN: Final = {"status": ("ongoing", "hypothetical"), "polarity": ("negative",)}


def anchor(candidate: Candidate, scene: Scene) -> int:
    """Return the word of a candidate that the heads take for its trigger."""
    if scene.evidence is None:
        return candidate.head.i
    if len(candidate.places) == 1 or candidate.entry.event == "THREATEN":  # "vowed revenge"
        return candidate.head.i
    if candidate.entry.words[-1:] == ("left",):  # "has forty tanks left" is told by "has"
        return candidate.head.i
    return max(candidate.places, key=scene.evidence.claim)


def best_mode(event: str, at: int, scene: Scene) -> str | None:
    """Return the likeliest mode of a category at a word."""
    found = _modes(event, at, scene)
    return max(found, key=lambda m: (found[m], m or "")) if found else None


def _modes(event: str, at: int, scene: Scene) -> dict[str | None, float]:
    """Return the likelihood of each mode of a category at a word."""
    row = scene.evidence.tag("code", at) if scene.evidence else None
    if row is None or scene.evidence is None:
        return {}
    modes = _modes_of(event, scene.evidence.labels.codes)
    return {mode: row[n] for n, mode in modes}


@cache
def _modes_of(event: str, codes: tuple[str, ...]) -> tuple[tuple[int, str | None], ...]:
    """Return the modes of a category, each with the number of its code."""
    split = (code.split("/") for code in codes)
    return tuple((n, mode or None) for n, (of, mode) in enumerate(split) if of == event)


def mode(ruled: str | None, candidate: Candidate, scene: Scene) -> str | None:
    """Return the mode of a claim."""
    found = _modes(candidate.entry.event, anchor(candidate, scene), scene)
    whole = sum(found.values())
    if not whole:
        return ruled
    best = max(found, key=lambda m: (found[m], m or ""))
    return (
        best
        if (found[best] - found.get(ruled, 0.0)) / whole >= thresholds.measured().mode_turn
        else ruled
    )


def value(kind: str, ruled: str, candidate: Candidate, scene: Scene) -> str:
    """Return the status, polarity or certainty of a claim; the heads never make it more certain.

    What the words hedge stays hedged: no more certainty is shown than the text gives.
    """
    if scene.evidence is None:
        return ruled
    row = scene.evidence.tag(kind, anchor(candidate, scene))
    if row is None:
        return ruled
    names = _names(kind, scene)
    best = row.index(max(row))
    if names[best] == ruled:
        return ruled
    if kind == "certainty" and best < names.index(ruled):
        return ruled
    lead = float(row[best] - row[names.index(ruled)])
    plain = ruled in _PLAIN.get(kind, ())  # told in so many words
    least = (
        thresholds.measured().ongoing_turn
        if plain
        else getattr(thresholds.measured(), f"{kind}_turn")
    )
    return names[best] if lead >= least else ruled


def _names(kind: str, scene: Scene) -> tuple[str, ...]:
    assert scene.evidence is not None
    if kind == "polarity":
        return ("positive", "negative")
    found: tuple[str, ...] = getattr(scene.evidence.labels, kind)
    return found
