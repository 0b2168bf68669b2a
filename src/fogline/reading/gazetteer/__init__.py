"""The gazetteer: places by name and by sound, from GeoNames, from the lexicon, and imported."""

from __future__ import annotations

from fogline.reading.gazetteer.index import build, index_path
from fogline.reading.gazetteer.lookup import Gazetteer, gazetteer, prepared
from fogline.reading.gazetteer.site import Site
from fogline.reading.gazetteer.spelling import least_alike, name_key, sound_key, unlikeness

__all__ = [
    "Gazetteer",
    "Site",
    "build",
    "gazetteer",
    "index_path",
    "least_alike",
    "name_key",
    "prepared",
    "sound_key",
    "unlikeness",
]
