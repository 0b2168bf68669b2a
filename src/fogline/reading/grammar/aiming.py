"""What something is fired at by the words beside a verb: "on the camp", "towards the port", "in the
direction of a clinic".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.arguments import beside
from fogline.reading.grammar.coordination import conjuncts
from fogline.reading.grammar.phrases import preposition

if TYPE_CHECKING:
    from fogline.reading.grammar.arguments import Arguments
    from fogline.reading.language import Token

TARGETS: Final = frozenset({"on", "against", "at", "upon", "onto", "over"})
_TOWARDS: Final = TARGETS | {"toward", "towards"}


def aimed(args: Arguments) -> list[Token]:
    """Return at what or whom a deed is aimed, in whose direction included."""
    heads = beside(args, _TOWARDS)
    ways = (h for h in beside(args, ("in",)) if h.lower_ == "direction")
    whose = (c for way in ways for c in way.children if c.dep_ == "nmod")
    return [*heads, *(h for c in whose if preposition(c) == "of" for h in conjuncts(c))]
