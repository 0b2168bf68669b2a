"""What pictures show that are said not to be of it: "the footage of the captured tanks is from
Chad, not Niger" (data: topics.csv).
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.negating import negated
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WORDS: Final = words("topics.csv", "words")
_PICTURES: Final = _WORDS["picture"]
_FAR: Final = 4


@told_by(_PICTURES)
def is_from_elsewhere(event: Token) -> bool:
    """Tell whether an event is only what a picture shows that is from somewhere else, or from a
    game: that it was here is on nobody's word.
    """
    near = islice(event.ancestors, _FAR)
    shown = next((t for t in near if t.lemma_.lower() in _PICTURES and t.pos_ == "NOUN"), None)
    if shown is None or shown.dep_ not in SUBJECTS or event.i > shown.head.i:
        return False
    origin = shown.head
    if preposition(origin) != "from" or negated(origin):
        return False
    instead = any(c.dep_ == "conj" and negated(c) for c in origin.children)
    elsewhere = instead and (origin.ent_type_ == "LOC" or origin.tag_ == "CD")
    another = any(c.lower_ == "another" for c in origin.children)
    return elsewhere or another or origin.lemma_.lower() in _WORDS["made up"]
