"""What an author foretold and owns to have been wrong: "We said that the town would hold. We were
wrong.", "our forecast that it would hold did not come true" (data: dealing.csv).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.tenses import is_content
from fogline.reading.grammar.names import text_of
from fogline.reading.grammar.scope import auxiliaries, is_past, predicate
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_FORETELLING: Final = words("dealing.csv", "word")["foretelling"]
_WRONG: Final = r"(?:wrong|mistaken|incorrect|off the mark|wide of the mark|in error)"
_OWNED: Final = re.compile(
    r"[.;,:–—-] ?(?:but |and |there )?(?:"
    r"(?:we|i|it|that|this) (?:was|were|(?:ha[sd]|have) been|proved?|proved to be"
    rf"|turned out(?: to be)?) (?:(?:badly|quite|plainly|simply|clearly|proved?|proven) )?{_WRONG}"
    r"|(?:we|i) stand corrected"
    r"|(?:we|i)(?: clearly| plainly)? (?:got|had) (?:it|that|this) wrong)\b"
    r"(?! (?:to|about|that)\b)",
    re.IGNORECASE,
)
_UNTRUE: Final = re.compile(
    r"^[^.;:]{0,60}?\b(?:did not|didn['’]t|has not|have not|never) (?:come|came) true\b"
    r"|^[^.;:]{0,60}?\b(?:proved|turned out)(?: to be)? (?:wrong|mistaken|incorrect|false)\b",
    re.IGNORECASE,
)
_OWN: Final = frozenset({"we", "i", "our", "my"})
_NEXT: Final = re.compile(r"\n|[.;] [^.;]*[.;] ")
_FAR: Final = 200


@told_by({"we", "i", "our", "my"})
def is_mistaken(deed: Token) -> bool:
    """Tell whether an author owns that what they had foretold did not come; who else was wrong
    still has foretold it.
    """
    return deed.doc.once(_is_mistaken, deed)


def _is_mistaken(deed: Token) -> bool:
    told = predicate(deed)
    above = told.head
    content = is_content(told) or (told.dep_ == "acl:relcl" and above.pos_ == "NOUN")
    if not content or all(a.lower_ != "would" for a in auxiliaries(told)):
        return False
    if all(c.lower_ not in _OWN for c in above.children):
        return False
    if above.lemma_.lower() not in _FORETELLING or not (above.pos_ == "NOUN" or is_past(above)):
        return False
    text, start = text_of(deed.doc), deed.idx + len(deed.text)
    behind = text[start : start + _FAR]
    said = _OWNED.search(behind) or (_UNTRUE.search(behind) if above.pos_ == "NOUN" else None)
    return said is not None and _NEXT.search(behind, 0, said.start() + 2) is None
