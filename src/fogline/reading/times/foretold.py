"""The window of a forecast that names none: what a heading or the sentence before it sets (data:
windows.csv).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fogline.reading.attribution.sayings import SAYING
from fogline.reading.factuality.negating import negated, subject_negated
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.tables import words
from fogline.reading.times import times
from fogline.reading.times.nearness import number_at

if TYPE_CHECKING:
    from fogline.model import Entity, When
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_WORDS: Final = words("times/windows.csv", "word")
_ITEM: Final = re.compile(r"\s*(?:[-*•–—·▪►]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_LEADS: Final = re.compile(r" ?:(?=\s)")
_BREAK: Final = re.compile(r"\n\s*\n")
_FAR: Final = 3  # sentences


def window(head: Token, scene: Scene) -> When | None:
    """Return the days ahead that a forecast stands under, None where no words before it set any."""
    own = [scene.doc[i] for i in scene.sentence(head)]
    if any(t.lower_ in _WORDS["parting"] for t in own):
        return None
    entity = _over_line(head, scene) or _over_sentence(head, scene)
    if entity is None:
        return None
    published = scene.published(entity.start)
    found = times.sense(scene.text, entity.start, published, toward="ahead", told=None)
    if found is None or found.clock or not _is_ahead(found.when):
        return None
    return found.when


def _is_ahead(when: When) -> bool:
    return when.offset_days is not None and when.offset_days[1] > 0


def _over_line(head: Token, scene: Scene) -> Entity | None:
    """Return the expression that a line opens with before a colon, or the heading above an item of
    a list: "Within 48 hours: the army will ...".
    """
    start = _line_at(head.idx, scene.text)
    if (own := _leading(start, scene)) is not None:
        return own
    while start and (_ITEM.match(scene.text, start) or scene.text[start] == "\n"):
        start = _line_at(start - 1, scene.text)
        if scene.text[start] != "\n" and not _ITEM.match(scene.text, start):
            return _leading(start, scene)
    return None


def _line_at(offset: int, text: str) -> int:
    """Return where the line of an offset begins."""
    return text.rfind("\n", 0, offset) + 1


def _leading(start: int, scene: Scene) -> Entity | None:
    """Return the last expression of a line that a colon follows, and nothing goes before."""
    end = scene.text.find("\n", start)
    line = range(start, end if end >= 0 else len(scene.text))
    for entity in scene.times[number_at(start, scene) :]:
        if entity.start not in line:
            return None
        if _LEADS.match(scene.text, entity.end):
            return entity if _is_alone(scene.text[start : entity.start]) else None
    return None


def _is_alone(before: str) -> bool:
    """Tell whether a heading is of nothing but a time: "Over the next 48 hours:"."""
    return all(w in _WORDS["setting"] for w in before.lower().split() if w.isalpha())


def _over_sentence(head: Token, scene: Scene) -> Entity | None:
    """Return the expression of the sentence before that says when all is decided: "The next 72
    hours will be decisive."; no other expression stands between.
    """
    start = scene.sentence(head).start
    at = number_at(scene.doc[start].idx, scene) - 1
    if at < 0 or scene.times[at].end > scene.doc[start].idx:
        return None
    entity = scene.times[at]
    time = scene.token_at(entity.end - 1)
    if _BREAK.search(scene.text, entity.end, scene.doc[start].idx) or not _is_decisive(time):
        return None
    between = {scene.sentence(t).start for t in scene.doc[time.i : start]}
    since = scene.doc[scene.sentence(time).stop : scene.sentence(head).stop]
    goes_on = len(between) <= _FAR and not any(map(_parts, since))
    return entity if goes_on else None


def _parts(word: Token) -> bool:
    """Tell whether a word parts a forecast from the window set before it: another says it, or it
    is for later: "the mayor said", "will then attack".
    """
    return word.lemma_.lower() in SAYING or word.lower_ in _WORDS["parting"]


def _is_decisive(time: Token) -> bool:
    """Tell whether a sentence is of what all comes to in a time: "will decide the war"."""
    told, lemma = time.head, time.head.lemma_.lower()
    told_for = any(preposition(c) == "for" for c in told.children)  # "will be key for talks"
    if negated(told) or subject_negated(told) or told_for:
        return False
    if time.dep_ in SUBJECTS:
        return lemma in _WORDS["deciding"]
    whole = (c.lemma_.lower() for c in told.children if c.dep_ in SUBJECTS)
    return lemma in _WORDS["turning"] and any(w in _WORDS["whole"] for w in whole)
