"""The bare noun before a colon that only says what a bulletin's item is about: "Shelling: a depot
was hit", "Power: pumps are not working".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.relations import TENSED
from fogline.reading.tables import words

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

# What an attack did, told behind it, is told of the label itself: "Shelling: two were killed".
_OUTCOME: Final = words("dealing.csv", "word")["outcome"]


def is_label(noun: Token, scene: Scene) -> bool:
    """Tell whether a word alone before a colon opens a sentence that tells of something itself."""
    doc = noun.doc
    if noun.i + 1 >= len(doc) or doc[noun.i + 1].text != ":":
        return False
    inside = scene.sentence(noun)
    if any(doc[i].text[:1].isalnum() for i in range(inside.start, noun.i)):
        return False
    behind = [doc[i] for i in inside if i > noun.i + 1]
    verbs = [t for t in behind if t.tag_.startswith(("VB", "MD"))]
    if not any(t.tag_ in TENSED or any(c.dep_ == "nsubj" for c in t.children) for t in verbs):
        return False
    outcome = [t for t in verbs if t.lemma_.lower() in _OUTCOME]
    return not outcome or any(t.pos_ == "VERB" and t not in outcome for t in verbs)
