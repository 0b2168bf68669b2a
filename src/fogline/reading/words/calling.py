"""Which rules are asked about a sentence at all: those that a word of it calls for.

Most rules know words that most sentences lack. Such a rule declares by which words it is told, and
is asked only where one of them stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from fogline.reading.language import Token

P = ParamSpec("P")
T = TypeVar("T")
Rule = Callable[..., Any]

_CALLED: Final[dict[str, set[Rule]]] = {}  # by each word, the rules that it calls for


def told_by(
    *words: Iterable[str], otherwise: Any = False
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Let a rule about a token say `otherwise` wherever none of some words stands in the token's
    sentence, as lemma or form, in small letters; of several words that go together the first.
    """
    firsts = {word.split()[0] for some in words for word in some}

    def declared(rule: Callable[P, T]) -> Callable[P, T]:
        for word in firsts:
            _CALLED.setdefault(word, set()).add(rule)

        @wraps(rule)
        def asked(token: Token, *rest: Any) -> Any:
            return cast("Rule", rule)(token, *rest) if rule in token.calls else otherwise

        return cast("Callable[P, T]", asked)

    return declared


def called_by(words: set[str]) -> frozenset[Rule]:
    """Return the rules that the words of a sentence call for."""
    return frozenset().union(*map(_CALLED.__getitem__, _CALLED.keys() & words))
