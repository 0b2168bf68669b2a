"""People told of beside others who met with something else, or are of those (data: dealing.csv)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.names import text_of
from fogline.reading.tables import either

if TYPE_CHECKING:
    from fogline.reading.language import Token

APART: Final = rf" (?:(?:still|left|also|more) )*{either('dealing.csv', 'apart')}\b"
"""What stands right behind such people."""
_BEHIND: Final = re.compile(APART, re.IGNORECASE)


def is_told_apart(noun: Token) -> bool:
    """Tell whether people only stand beside others: "two were killed with five others wounded",
    "with two children among the dead".
    """
    return _BEHIND.match(text_of(noun.doc), noun.idx + len(noun.text)) is not None
