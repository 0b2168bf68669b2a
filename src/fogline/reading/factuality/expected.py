"""What is told as ahead in words that nothing else moves: odds are told of it, steps are taken for
it, it ends on a day yet to come, or it is only nearly there (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.estimating import is_estimated
from fogline.reading.factuality.headed import will_never_come
from fogline.reading.factuality.odds import is_measured, verdict
from fogline.reading.factuality.scored import is_scored
from fogline.reading.factuality.staking import is_staked
from fogline.reading.factuality.tenses import ends_later, is_meant
from fogline.reading.grammar.scope import predicate
from fogline.reading.tables import words
from fogline.reading.words.calling import any_of, told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_DEALING: Final = words("dealing.csv", "word")
_NEARLY: Final = frozenset({"almost", "nearly"})
_SHARE: Final = frozenset({"percent", "%", "cent"})


def is_expected(trigger: Token) -> bool:
    """Tell whether something is what odds are told of, steps are taken for, or ends on a day yet to
    come: "A raid on the port: likely.", "all is done so that the port is retaken"; or what a line
    says will not happen.
    """
    return _is_told_ahead(trigger) or is_meant(predicate(trigger))


@told_by(_DEALING["agreed on"])
def is_nearly_there(noun: Token) -> bool:
    """Tell whether a deal is only nearly there: "the truce is 90 percent done"."""
    state = noun.head
    if not noun.dep_.startswith("nsubj") or noun.lemma_.lower() not in _DEALING["agreed on"]:
        return False
    nearly = any(c.lower_ in _NEARLY or c.lemma_ in _SHARE for c in state.children)
    return nearly and state.lower_ in _DEALING["nearly there"]


_is_told_ahead: Final = any_of(
    will_never_come,
    verdict,
    is_estimated,
    is_measured,
    is_scored,
    is_staked,
    ends_later,
    is_nearly_there,
)
