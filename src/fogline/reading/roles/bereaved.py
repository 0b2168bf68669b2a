"""Who tells of a death that befell their own, and did not cause it: "Hamas admits the death of its
commander", "the army confirmed the killing of two of its soldiers" (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.attribution.sayings import SAYING
from fogline.reading.grammar.arguments import of_verb
from fogline.reading.grammar.phrases import preposition
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_DEALING: Final = words("dealing.csv", "word")
_DEATH: Final = _DEALING["demise"]
_HARM: Final = _DEALING["befalling"]
_OWNING: Final = _DEALING["owning up"] | SAYING
_ITS: Final = frozenset({"its", "their", "his", "her", "our"})


@told_by(_DEATH, _HARM, otherwise=())
def bereaved(deed: Token) -> tuple[Token, ...]:
    """Return who only tells of a death, whoever's it was, or of what was done to their own."""
    lemma, verb = deed.lemma_.lower(), deed.head
    told = deed.dep_ == "obj" or (deed.dep_ == "obl" and preposition(deed) == "to")
    if not told or verb.lemma_.lower() not in _OWNING:
        return ()
    befell = lemma in _DEATH or (lemma in _HARM and _is_of_their_own(deed))
    return of_verb(verb).subjects if befell else ()


def _is_of_their_own(deed: Token) -> bool:
    """Tell whether it befell somebody's own: "of its commander", "of two of its soldiers"."""
    harmed = [c for c in deed.children if c.dep_ == "nmod" and preposition(c) == "of"]
    harmed += [c for h in harmed for c in h.children if c.dep_ == "nmod" and preposition(c) == "of"]
    return any(c.lower_ in _ITS and c.dep_ == "nmod:poss" for h in harmed for c in h.children)
