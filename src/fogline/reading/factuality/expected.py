"""What is told as ahead in words that nothing else moves: odds are told of it, steps are taken for
it, or it ends on a day yet to come.
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
from fogline.reading.words.calling import any_of

if TYPE_CHECKING:
    from fogline.reading.language import Token


def is_expected(trigger: Token) -> bool:
    """Tell whether something is what odds are told of, steps are taken for, or ends on a day yet to
    come: "A raid on the port: likely.", "all is done so that the port is retaken"; or what a line
    says will not happen.
    """
    return _is_told_ahead(trigger) or is_meant(predicate(trigger))


_is_told_ahead: Final = any_of(
    will_never_come, verdict, is_estimated, is_measured, is_scored, is_staked, ends_later
)
