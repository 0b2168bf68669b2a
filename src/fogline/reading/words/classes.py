"""What kind of thing a noun names: a force, people, a place, aid, a weapon ... (data:
classes.csv, and models.csv for makes of aircraft and tanks).
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fogline.reading.tables import rows
from fogline.reading.words.inflections import plurals

if TYPE_CHECKING:
    from fogline.reading.language import Token


def _load() -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    classes: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, str] = {}
    for row in rows("classes.csv"):
        for word in row["words"].split("|"):
            for form in plurals(word):
                classes[form].add(row["class"])
                kinds.setdefault(form, row["kind"])
    return {word: frozenset(found) for word, found in classes.items()}, kinds


_CLASSES, _KINDS = _load()
_MODELS: Final = tuple(
    (re.compile(rf"(?:{row['pattern']})s?"), row["class"], row["mode"])
    for row in rows("models.csv")
)
_DEMONYMS: Final = {
    demonym: row["name"]
    for row in rows("states", "countries.csv")
    for demonym in row["demonyms"].split("|")
    if demonym
}
_WIDER: Final = {
    "force": {"actor"},
    "platform": {"force", "actor"},
    "aircraft": {"platform", "force", "actor"},
    "vessel": {"platform", "force", "actor"},
    "body": {"actor"},
    "media": {"actor"},
    "person": {"people", "actor"},
    "people": {"actor"},
}
HUMAN: Final = frozenset({"force", "people"})
LIVING: Final = HUMAN | {"actor"}
ANYBODY: Final = LIVING | {"person", "post"}
_NOTHING: Final[frozenset[str]] = frozenset()


def forms() -> dict[str, frozenset[str]]:
    """Return the classes of every listed form, wider ones left out."""
    return dict(_CLASSES)


def is_demonym(word: str) -> bool:
    """Tell whether a word says of which state: "Syrian"."""
    return word in _DEMONYMS


def state_of(word: str) -> str | None:
    """Return the state that a word says something is of: Syria for "Syrian"; None for others."""
    return _DEMONYMS.get(word)


def of_word(token: Token) -> frozenset[str]:
    """Return the classes of a noun by its lemma, wider ones included; empty when unknown."""
    return _of_forms(token.lemma_, token.lower_)


@lru_cache(maxsize=1 << 15)
def _of_forms(lemma: str, lower: str) -> frozenset[str]:
    return widen(_CLASSES.get(lemma.lower()) or _CLASSES.get(lower) or _of_model(lower)[0])


@lru_cache(maxsize=1 << 12)
def _of_model(word: str) -> tuple[frozenset[str], str | None]:
    """Return the class and mode of a make of aircraft or tank: "Su-33s", "T-72"."""
    if "-" in word and any(map(str.isdigit, word)):
        for pattern, of_class, mode in _MODELS:
            if pattern.fullmatch(word):
                return frozenset({of_class}), mode
    return _NOTHING, None


def mode_of_model(word: str) -> str | None:
    """Return the mode of what a make of aircraft or tank does: "MiG-29s"; None for other words."""
    return _of_model(word)[1]


def widen(classes: frozenset[str]) -> frozenset[str]:
    """Return the classes with those that they imply: a force is an actor."""
    return classes.union(*(_WIDER.get(c, ()) for c in classes)) if classes else classes


def source_kind(token: Token) -> str | None:
    """Return the codebook's source kind for a noun, None when the word tells nothing."""
    kind = _KINDS.get(token.lemma_.lower()) or _KINDS.get(token.lower_)
    return kind if kind in SOURCE_KINDS else None


SOURCE_KINDS: Final = frozenset(
    (
        "author named-person official organisation armed-group media witness anonymous "
        "document self"
    ).split()
)
