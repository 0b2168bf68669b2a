"""Words that take a side, each with its neutral term (data: loaded.csv)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.model import Loaded
from fogline.reading.inflections import inflections
from fogline.reading.names import text_of
from fogline.reading.phrases import characters
from fogline.reading.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_NEUTRAL: Final = {
    (*phrase[:-1], form): row["neutral"]
    for row in rows("loaded.csv")
    for word in row["word"].split("|")
    for phrase in (tuple(word.split()),)
    for form in inflections(phrase[-1])
}
_FIRST: Final = frozenset(phrase[0] for phrase in _NEUTRAL)
_LONGEST: Final = max(map(len, _NEUTRAL))


def loaded(tokens: Iterable[Token], scene: Scene) -> tuple[Loaded, ...]:
    """Return the loaded words among the tokens of a claim's own phrases, as they stand."""
    opening = scene.once(_opening)
    if not opening:
        return ()
    near = {t.i: t for t in tokens}
    found: dict[str, Loaded] = {}
    if opening.isdisjoint(near):
        return ()
    words = [near[i] for i in sorted(near)]
    for n, first in enumerate(words):
        if first.lower_ not in _FIRST:
            continue
        for length in range(min(_LONGEST, len(words) - n), 0, -1):
            run = words[n : n + length]
            neutral = _NEUTRAL.get(tuple(t.lower_ for t in run))
            if neutral is not None and run[-1].i - run[0].i == length - 1:
                start, end = characters(first.doc, first.i, run[-1].i + 1)
                text = text_of(first.doc)[start:end]
                found.setdefault(text.casefold(), Loaded(text, neutral))
                break
    return tuple(found.values())


def _opening(scene: Scene) -> frozenset[int]:
    """Return where a part has words that may open a loaded phrase."""
    return frozenset(t.i for t in scene.doc.reading(_FIRST))
