"""Whether anything in a document shows that it tells of armed conflict or politics (codebook,
section 1; data: subjects.csv).

Where nothing does, everyday words keep their everyday sense: "we left", "they charged us".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.tables import rows, words
from fogline.reading.words.inflections import inflections

if TYPE_CHECKING:
    from fogline.reading.scene import Scene

_TELLING: Final = frozenset(
    form
    for listed in words("subjects.csv", "words").values()
    for word in listed
    for form in inflections(word)
)
_PEOPLES: Final = frozenset(
    f"{demonym}s"
    for row in rows("states", "countries.csv")
    for demonym in row["demonyms"].split("|")
    if demonym
)


def is_quiet(scene: Scene) -> bool:
    """Tell whether a part names no place, no people, no known actor and no thing of conflict
    or politics.
    """
    named = any(entity.id for entity in scene.actors_at.values())
    return not named and not scene.places_at and not _tells(scene)


def _tells(scene: Scene) -> bool:
    return any(t.lower_ in _TELLING or t.text in _PEOPLES for t in scene.doc)
