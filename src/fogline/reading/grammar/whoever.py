"""People named by nothing but what they do: "those who stayed", "anyone who hosts a stranger"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WHOEVER: Final = frozenset({"those", "anyone", "anybody", "everyone", "everybody"})
_WHO: Final = frozenset({"who", "whom"})


def told(head: Token) -> Token | None:
    """Return the verb of the relative clause that says whom a pronoun means, None without one."""
    if head.lower_ not in _WHOEVER:
        return None
    clauses = (c for c in head.children if c.dep_ == "acl:relcl" and c.left_edge.i == head.i + 1)
    return next((c for c in clauses if c.left_edge.lower_ in _WHO), None)
