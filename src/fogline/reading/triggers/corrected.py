"""What a correction says that an earlier version of the same text told: it is taken back, and so no
claim of it (codebook, section 7): "Correction: Thursday's report spoke of nine dead."
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.names import text_of
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_TEXT: Final = (
    r"(?:article|story|report|list|post|piece|item|page|update|note|dispatch|map|bulletin|version"
    r"|edition|headline|entry)"
)
_TOLD: Final = (
    r"(?:said|spoke of|stated|reported|gave|put|wrote|called|claimed|misstated|had(?= that)|named"
    r"|counted|told of|described)"
)
_EARLIER: Final = re.compile(
    rf"\b(?:an?|the|our|this) (?:earlier|previous|original|first) (?:{_TEXT} of (?:this|the|our)"
    rf" )?{_TEXT}\b[^.;:]{{0,40}}?\b(?:we )?(?:wrongly |mistakenly |incorrectly )?{_TOLD}\b",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(
    rf"\W*(?:correction|clarification|corrected|erratum)\s*[:.–—-][^.;:]{{0,80}}?\b{_TEXT}\b"
    rf"[^.;:]{{0,40}}?\b{_TOLD}\b",
    re.IGNORECASE,
)
_OWN: Final = re.compile(r"\bof (?:this|our)\b|\W*(?:correct|clarif|erratum)", re.IGNORECASE)
_MENDED: Final = re.compile(
    r"\b(?:correct(?:ed|ion)?|wrong(?:ly)?|should have|mistaken?(?:ly)?|regret|apologi[sz]e)\b",
    re.IGNORECASE,
)
_FAR: Final = 200  # characters from a word to the one that mends it
_TURNED: Final = re.compile(r"[;]|\b(?:but|instead|in fact|actually)\b|, not\b", re.IGNORECASE)


@told_by({"correction", "clarification", "corrected", "erratum", "earlier", "previous", "original"})
def is_taken_back(word: Token) -> bool:
    """Tell whether a word stands in what a note says that the text itself told before."""
    text, start = text_of(word.doc), word.sent[0].idx
    led = text[start : word.idx]
    said = _NOTE.match(led) or _EARLIER.search(led)
    own = said and (_OWN.search(said.group()) or _OWN.match(led))
    mended = said and _MENDED.search(text, word.idx, word.idx + _FAR)
    if said is None or not (own or mended):
        return False
    return _TURNED.search(led, said.end()) is None
