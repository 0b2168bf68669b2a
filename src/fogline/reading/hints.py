"""What the lexicons know of a word form by itself: the claim heads take it as a hint, beside the
context.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Final

from fogline.reading import classes, triggers

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


class Hints:
    """Word forms to rows of noughts and ones, in the order of the names that a model was trained
    with.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        place = {name: n for n, name in enumerate(names)}
        self.size = len(names)
        self._place = place
        self._forms: dict[str, tuple[int, ...]] = {}
        self._rows = {
            form: tuple(sorted(place[name] for name in named if name in place))
            for form, named in table().items()
        }

    def of(self, form: str) -> tuple[int, ...]:
        """The numbers of the hints of one form, in any casing."""
        found = self._forms.get(form)
        if found is None:
            if len(self._forms) >= _MOST:
                self._forms.clear()
            self._forms[form] = found = self._rows.get(form.lower(), ())
        return found

    def numbers(self, names: Iterable[str]) -> tuple[int, ...]:
        """The numbers of hints by name; names that the model was not trained with are left out."""
        return tuple(self._place[name] for name in names if name in self._place)


def names() -> tuple[str, ...]:
    """Return every hint that the lexicons give, in a fixed order."""
    return tuple(sorted(set().union(*table().values())))
