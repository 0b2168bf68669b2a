"""Items of a list have the place and day of the line above them, where they tell none themselves:
"Toll of the attack on X on 2 March:"; and what an item or a short line goes on with has the place
that it begins with: "X: held by rebels. No access for aid workers."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from fogline.reading.coreference.retelling import day_told
from fogline.reading.places import extents, headed
from fogline.reading.places.locations import WORDS

if TYPE_CHECKING:
    from fogline.model import Claim, Entity, Place
    from fogline.reading.scene import Scene

_DEEDS: Final = frozenset({"ASSAULT", "CONTROL", "PROTEST"})
_RESULTS: Final = frozenset({"ASSAULT", "COERCE", "CONDITION"})
_MARK: Final = r"[ \t]*(?:[-*•–—·▪►]|\(?\d{1,2}[.)]|\(?[a-z]\)) "
_ITEM: Final = re.compile(_MARK)
_LIST: Final = re.compile(
    rf"(?!{_MARK})[^\n]{{0,400}}(?<![.!?;,\s])[ \t]*\n\s*?(?P<items>(?:{_MARK}[^\n]*(?:\n\s*|$))+)"
)
_OTHER_TIME: Final = re.compile(r"\b(?:since|after|before|following|until|ahead of)\b", re.I)
_SHORT: Final = 200  # characters of a line
_FIRST: Final = 6  # tokens of a line
_MANY: Final = 60  # lines of a list


@dataclass(slots=True)
class Headings:
    """The deeds of the last line above a list, and where the items of that lie in the document."""

    items: range = range(0)
    deeds: list[Claim] = field(default_factory=list)

    def completed(self, claim: Claim, scene: Scene) -> Claim:
        """Return a claim with what the line above its list tells; keep it where it stands there."""
        at = claim.trigger.start
        if at in self.items:
            return _labelled(self._under(claim), scene)
        if claim.event in _DEEDS and (items := _below(at - scene.part.start, scene)):
            self.deeds = [*(self.deeds if items == self.items else ()), claim]
            self.items = items
        return _labelled(claim, scene)

    def _under(self, claim: Claim) -> Claim:
        """Return what came of the deed that a heading tells of, where and when that was done."""
        if claim.event not in _RESULTS:
            return claim
        told = {p.name or p.text: p for deed in self.deeds for p in deed.places}
        places = tuple(told.values()) if len(told) == 1 else ()
        found = replace(claim, when=day_told(claim, self.deeds[-1]))
        return replace(found, places=found.places or places)


def _below(at: int, scene: Scene) -> range | None:
    """Return where the items lie to which the line of an offset leads, in the document; None for
    what only came before or after them.
    """
    start = _line_at(at, scene)
    found = _LIST.match(scene.text, start)
    if found is None or _OTHER_TIME.search(scene.text, start, at):
        return None
    shift = scene.part.start
    return range(found.start("items") + shift, found.end("items") + shift)


def _line_at(offset: int, scene: Scene) -> int:
    return scene.text.rfind("\n", 0, offset) + 1


def _labelled(claim: Claim, scene: Scene) -> Claim:
    """Return a claim that has no place with the one that its item or short line begins with."""
    if claim.places or claim.event in WORDS:
        return claim
    start = _line_at(claim.trigger.start - scene.part.start, scene)
    label = next((p for line in _lines(start, scene) for p in _labels(line, scene)), None)
    return replace(claim, places=(_placed(label, scene),)) if label else claim


def _lines(start: int, scene: Scene) -> Iterator[int]:
    """Yield where the lines begin that may say of what place a line tells: itself, where it is
    short or an item, and that above the items.
    """
    item = bool(_ITEM.match(scene.text, start))
    if item or len(scene.text[start : start + _SHORT].split("\n", 1)[0]) < _SHORT:
        yield start
    for _ in range(_MANY):
        if not (item and start):
            return
        start = _line_at(start - 1, scene)
        item = scene.text[start] == "\n" or bool(_ITEM.match(scene.text, start))
        if not item:
            yield start


def _labels(start: int, scene: Scene) -> Iterator[Entity]:
    """Yield the place that a line begins with before a colon."""
    first = scene.token_at(start).i
    for i in range(first, min(first + _FIRST, len(scene.doc))):
        place = scene.places_at.get(i)
        if place and place.start >= start and headed.is_label(place, scene):
            yield place


def _placed(place: Entity, scene: Scene) -> Place:
    shift = scene.part.start
    return extents.named(place, (place.text, place.start + shift, place.end + shift), "location")
