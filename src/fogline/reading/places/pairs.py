"""What "the two towns" and "both villages" mean: the two of that kind that were named together
last.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from fogline.reading.coreference import anaphora
from fogline.reading.grammar.phrases import is_definite

if TYPE_CHECKING:
    from fogline.model import Entity
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_JOINED: Final = re.compile(r",? and (?:(?:in|at|near|on|around) )?(?:the )?(?:\w+ of )?")
_ONE_MORE: Final = re.compile(r", (?:and )?$")
_LOOSE: Final = frozenset({"suburb", "region", "capital"})  # these may be any two
_TOLD: Final = frozenset({"nmod", "acl", "acl:relcl", "advmod", "appos", "conj"})
_OTHERS: Final = frozenset({"other", "more", "further", "neighbouring", "neighboring", "nearby"})


def meant(noun: Token, scene: Scene) -> tuple[Entity, ...]:
    """Return the two places that a plural noun points back to; () where no two were named so."""
    if not _points_back(noun):
        return ()
    kind = noun.lemma_.lower()
    before = [e for e in scene.entities if e.kind == "place" and e.end <= noun.idx]
    two = list(pairwise(before))
    for first, both in reversed([*enumerate(two)]):
        if _are_joined(*both, scene) and all(anaphora.is_called(e, kind) for e in both):
            more = first and _is_listed(two[first - 1][0], both[0], scene)
            return () if more else both
    return ()


def _points_back(noun: Token) -> bool:
    """Tell whether a phrase is "the two towns", "both towns", with nothing that says which."""
    kind = noun.lemma_.lower()
    if noun.tag_ not in {"NNS", "NNPS"} or kind in _LOOSE or not anaphora.is_kind(kind):
        return False
    words = {c.lower_ for c in noun.children}
    two = "both" in words or ("two" in words and is_definite(noun))
    told = any(c.dep_ in _TOLD and c.i > noun.i for c in noun.children)
    return two and not told and words.isdisjoint(_OTHERS)


def _are_joined(one: Entity, other: Entity, scene: Scene) -> bool:
    return _JOINED.fullmatch(scene.text, one.end, other.start) is not None


def _is_listed(third: Entity, one: Entity, scene: Scene) -> bool:
    """Tell whether a list names one more before the two: "X, Y and Z"."""
    return _ONE_MORE.fullmatch(scene.text, third.end, one.start) is not None
