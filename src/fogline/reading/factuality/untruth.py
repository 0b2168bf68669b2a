"""Words that call an account untrue: "a fairy tale", "FAKE:", "exists only on paper" (data:
negations.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
NAMES: Final = _WORDS["falsity"] | _WORDS["lie"]
"""What an account is called that is untrue: "false", "a lie"."""


def is_named(word: Token) -> bool:
    """Tell whether a word, or it with the one before it, names what is untrue: "a pipe dream"."""
    lemma = word.lemma_.lower()
    return lemma in NAMES or (word.i > 0 and f"{word.nbor(-1).lower_} {lemma}" in NAMES)


def is_on_paper(verb: Token) -> bool:
    """Tell whether it is said that something is only told of: "exists only on paper"."""
    if verb.lemma_.lower() not in _WORDS["existing"]:
        return False
    within = [c for c in verb.children if c.dep_ == "obl" and c.lemma_.lower() in _WORDS["unreal"]]
    beside = (c for w in (verb, *within) for c in w.children)
    return bool(within) and any(c.lower_ in _WORDS["merely"] for c in beside)


@told_by(_WORDS["stamp"])
def is_stamped(token: Token) -> bool:
    """Tell whether a report is headed by a word that calls it untrue: "FAKE: the town fell"; not
    where it is set right at once, "Fake: the town has not fallen".
    """
    first = token.sent[0]
    told = first.i + 1 < token.i and first.nbor().text == ":"
    stamped = told and first.lower_ in _WORDS["stamp"]
    return stamped and not any(t.lower_ in _WORDS["direct"] for t in token.sent)
