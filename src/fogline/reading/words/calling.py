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
_TOLD: Final[dict[Rule, tuple[Rule, frozenset[str]]]] = {}  # what rules ask, and by which words


def told_by(
    *words: Iterable[str] | Rule, otherwise: Any = False
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Let a rule about a token say `otherwise` wherever none of some words stands in the token's
    sentence, as lemma or form, in small letters; of several words that go together the first. A
    rule among the words stands for those that it is told by itself.
    """
    firsts = frozenset().union(*map(_firsts, words))

    def declared(rule: Callable[P, T]) -> Callable[P, T]:
        for word in firsts:
            _CALLED.setdefault(word, set()).add(rule)

        ask: Rule = rule

        @wraps(rule)
        def asked(token: Token, *rest: Any) -> Any:
            return ask(token, *rest) if rule in token.calls else otherwise

        _TOLD[asked] = rule, firsts
        return cast("Callable[P, T]", asked)

    return declared


def _firsts(words: Iterable[str] | Rule) -> Iterable[str]:
    return _TOLD[words][1] if callable(words) else {word.split()[0] for word in words}


def any_of(*rules: Callable[P, Any]) -> Callable[P, bool]:
    """Return a rule about a token that tells whether one of some does; of those that are told by
    words only the ones called for are asked, in no order.
    """
    told = frozenset(_TOLD[rule][0] for rule in rules if rule in _TOLD)
    others = [rule for rule in rules if rule not in _TOLD]

    def asked(token: Token, *rest: Any) -> bool:
        called = (*(told & token.calls), *others)
        return any(rule(token, *rest) for rule in called)

    return cast("Callable[P, bool]", asked)


def called_by(words: set[str]) -> frozenset[Rule]:
    """Return the rules that the words of a sentence call for."""
    return frozenset().union(*map(_CALLED.__getitem__, _CALLED.keys() & words))
