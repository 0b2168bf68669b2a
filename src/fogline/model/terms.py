"""A text's words with neutral terms for those that take a side, for the tool's own lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.model.told import Loaded

NO_ARTICLE = ("Israel ", "Indian-administered Kashmir", "Pakistan-administered Kashmir")


def neutral(text: str, loaded: Sequence[Loaded]) -> str:
    """Return the text with each loaded word replaced by the term that the coding used.

    A word that only praises or blames is left out: "(blame)" is no word for a name.
    """
    for word in sorted(loaded, key=lambda word: -len(word.text)):
        # Split and join: a replacement string would be read for references.
        idle = word.neutral.startswith("(")
        space = r"\s*" if idle else ""
        article = r"(?:the\s+)?" if f"{word.neutral} ".startswith(NO_ARTICLE) else ""
        said = rf"\b{article}{re.escape(word.text)}\b{space}"
        pieces = re.split(said, text, flags=re.IGNORECASE)
        text = ("" if idle else word.neutral).join(pieces)
    return text
