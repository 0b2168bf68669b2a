"""Who guards what others attack: "the shrine is guarded by troops but was raided" (data:
dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_GUARDING: Final = words("dealing.csv", "word")["guarding"]


@told_by(_GUARDING)
def only_guards(word: Token, deed: Token) -> bool:
    """Tell whether a word only says by whom somebody or something is guarded."""
    while word.dep_ == "conj":
        word = word.head
    verb = word.head
    return word.dep_ == "obl:agent" and verb.i != deed.i and verb.lemma_.lower() in _GUARDING
