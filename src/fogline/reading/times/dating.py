"""Which expression of time dates a claim: the rules propose one, the heads weigh it.

What stands right by the verb dates it whatever the heads make of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.relations import PATIENTS
from fogline.reading.grammar.scope import BRIDGES
from fogline.reading.learned import thresholds
from fogline.reading.learned.values import anchor
from fogline.reading.tables import words
from fogline.reading.times.nearness import is_perfect, verbs_above, way_up
from fogline.reading.times.rareness import is_since

if TYPE_CHECKING:
    from fogline.model import Entity
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate

_DEALING: Final = words("dealing.csv", "word")
_SAME_DAY: Final = BRIDGES["verb"] | _DEALING["repelling"] | _DEALING["foiling"]
_INSIDE: Final = frozenset(
    {"nmod", "nmod:unmarked", "nummod", "fixed", "flat", "compound", "case", "punct"}
)


def time(ruled: Entity | None, candidate: Candidate, scene: Scene) -> Entity | None:
    """Return the expression of time that dates a claim."""
    evidence = scene.evidence
    if evidence is None or not scene.times_at:
        return ruled
    at, sentence = anchor(candidate, scene), scene.sentence(candidate.head)
    found: list[tuple[float, int, Entity]] = []
    for i in filter(scene.times_at.__contains__, sentence):
        entity = scene.times_at[i]
        if entity.when is not None:
            found.append((_dates(at, scene.doc[i], scene), -abs(i - at), entity))
    if not found:
        return ruled
    best = max(found, key=lambda f: f[:2])
    if best[0] >= thresholds.measured().time_add:
        return best[2]
    own = max((p for p, _, entity in found if entity is ruled), default=1.0)
    if ruled is not None and _is_sure(ruled, candidate.head, scene):
        return ruled
    return ruled if own >= thresholds.measured().time_keep else None


def _is_sure(time: Entity, head: Token, scene: Scene) -> bool:
    return _stands_right_by(time, head, scene) or _tells_since_when(time, head, scene)


def _tells_since_when(time: Entity, head: Token, scene: Scene) -> bool:
    """Tell whether an expression stands in the clause that says since when something has gone on:
    "have been killed since the offensive began two weeks ago", or what was counted since.
    """
    if not (is_perfect(head) or _is_counted(head)):
        return False
    verbs = {v.i for v in verbs_above(head)}
    way = way_up(scene.token_at(time.end - 1), frozenset({"ccomp", "acl:relcl", "parataxis"}))
    clause = next((t for t in way if t.dep_ == "advcl"), None)
    since = clause is not None and any(is_since(c) for c in clause.children)
    return since and clause is not None and clause.head.i in verbs


def _is_counted(head: Token) -> bool:
    """Tell whether an event, or whom it befell, is told by number: "recorded 604 breaches"."""
    counted = (head, *(c for c in head.children if c.dep_ in PATIENTS))
    return any(c.dep_ == "nummod" for t in counted for c in t.children)


def _stands_right_by(time: Entity, head: Token, scene: Scene) -> bool:
    """Tell whether an expression dates a verb itself, or what leads to it: "was hit yesterday",
    "has tried for months to take it", "conducted strikes on Monday", "repelled a raid on Monday".
    """
    if head.dep_ in PATIENTS and head.head.lemma_.lower() in _SAME_DAY:
        head = head.head
    verbs = {head.i}
    while head.dep_ == "xcomp":
        head = head.head
        verbs.add(head.i)
    node = scene.token_at(time.end - 1)
    while node.dep_ in _INSIDE:
        node = node.head
    dated = node.dep_.startswith("obl") or node.dep_ == "advmod"
    return dated and head.pos_ == "VERB" and node.head.i in verbs


def _dates(at: int, token: Token, scene: Scene) -> float:
    """How likely a word dates a claim, or the adverb that it hangs on: "late on Friday"."""
    assert scene.evidence is not None
    words = [token, token.head] if token.head.pos_ == "ADV" else [token]
    return max(scene.evidence.role("time", at, w.i) or 0.0 for w in words)
