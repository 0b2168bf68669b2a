"""A place as the gazetteer knows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """A known place: WGS 84 degrees, ISO 3166-1 alpha-2, GeoNames feature and first-level codes.

    `own` marks the lexicon's hand-made rows; `population` is 0 where unknown; the place meant lies
    within `radius` kilometres of the point, None where its kind alone says so. `parent` names the
    place that holds it, `source` the file that an imported place came with.
    """

    id: str
    name: str
    lat: float
    lon: float
    country: str | None
    feature: str = "PPL"
    admin: str = ""
    population: int = 0
    own: bool = False
    radius: float | None = None
    parent: str = ""
    source: str = ""
