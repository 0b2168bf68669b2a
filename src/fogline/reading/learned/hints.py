"""What the lexicons know of a word form by itself: the claim heads take it as a hint, beside the
context.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from fogline.reading.triggers import triggers
from fogline.reading.words import classes

_MOST: Final = 200_000
KINDS: Final = ("verbs", "nouns", "modifiers")


@cache
def table() -> dict[str, frozenset[str]]:
    """Return the hints of every known form: "verbs:ASSAULT" (it may open such a trigger),
    "class:force".
    """
    found: dict[str, set[str]] = defaultdict(set)
    for kind in KINDS:
        for form, events in triggers.events_of_forms(kind).items():
            found[form].update(f"{kind}:{event}" for event in events)
    for form, named in classes.forms().items():
        found[form].update(f"class:{name}" for name in named)
    return {form: frozenset(names) for form, names in found.items()}


class _Forms(dict[str, tuple[int, ...]]):
    """The numbers of forms as they stand, looked up in small letters when first asked for."""

    def __init__(self, rows: Mapping[str, tuple[int, ...]]) -> None:
        self._rows = rows

    def __missing__(self, form: str) -> tuple[int, ...]:
        if len(self) >= _MOST:
            self.clear()
        self[form] = found = self._rows.get(form.lower(), ())
        return found


class Hints:
    """Word forms to rows of noughts and ones, in the order of the names that a model was trained
    with.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        place = {name: n for n, name in enumerate(names)}
        self.size = len(names)
        self._place = place
        rows = {
            form: tuple(sorted(place[name] for name in named if name in place))
            for form, named in table().items()
        }
        self._forms = _Forms(rows)

    def of(self, forms: Iterable[str]) -> list[tuple[int, ...]]:
        """The numbers of the hints of each form, in any casing."""
        return [*map(self._forms.__getitem__, forms)]

    def numbers(self, names: Iterable[str]) -> tuple[int, ...]:
        """The numbers of hints by name; names that the model was not trained with are left out."""
        return tuple(self._place[name] for name in names if name in self._place)


def names() -> tuple[str, ...]:
    """Return every hint that the lexicons give, in a fixed order."""
    return tuple(sorted(set().union(*table().values())))
