"""How far the words for a place reach that no name tells: "towns and villages in X", "areas west of
X", "the road leading to X", "areas held by the brigade".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.model import Mention
from fogline.reading.coreference import anaphora
from fogline.reading.grammar.coordination import conjuncts
from fogline.reading.grammar.phrases import extent, preposition
from fogline.reading.grammar.relations import NOUNS
from fogline.reading.places.circles import COMPASS
from fogline.reading.tables import rows
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_ACROSS: Final = frozenset("in across along around inside near throughout outside on at".split())
_ENDS: Final = frozenset({"from", "to"})
_EXTENDED: Final = frozenset({"place", "route"})
_STAYED_IN: Final = frozenset({"camp"})
_LONGEST: Final = 14  # words
_TELLING: Final = {
    kind: frozenset(r["word"] for r in rows("place-words", "telling.csv") if r["kind"] == kind)
    for kind in ("lying", "placed", "holding")
}
_LOOSE: Final = frozenset("acl:relcl advcl parataxis mark cc".split())


def is_told_far(noun: Token) -> bool:
    """Tell whether a noun may need words behind it to say which place is meant."""
    return not classes.of_word(noun).isdisjoint(_EXTENDED) or noun.lemma_.lower() in _STAYED_IN


def reaching(
    noun: Token, mention: Mention, scene: Scene, own: frozenset[int] = frozenset()
) -> Mention:
    """Return the words for places that no name tells, with how far they reach, but for what the
    claim's `own` words say of them: who holds "areas held by the brigade" holds the areas.
    """
    start, end = extent(noun)
    if any(i in scene.places_at for i in range(start, end)):
        return mention
    end = _reach(noun, scene, own)
    if end - start > _LONGEST:
        return mention
    span = scene.span(start, end)
    return Mention(span.text, span.start, span.end, mention.name, mention.id)


def _reach(noun: Token, scene: Scene, own: frozenset[int]) -> int:
    end = extent(noun)[1]
    for child in noun.children:
        if child.i < end or child.left_edge.i != end:
            continue
        if _goes_on(child):
            end = _reach(child, scene, own)
        elif child.dep_ == "nmod" and (far := _told_by(child, noun)):
            end = far
        elif child.dep_ == "acl" and child.i not in own and _says_which(child, noun):
            end = _clause_end(child, scene)
        elif child.dep_ == "advmod" and child.lower_ in COMPASS and child.left_edge.i == child.i:
            towards = (c for c in child.children if c.dep_ == "obl" and preposition(c) == "of")
            end = max((extent(c)[1] for c in towards), default=end)
    return end


def _says_which(clause: Token, noun: Token) -> bool:
    """Tell whether a participle says which place is meant: by how it lies, or by who holds it; "the
    town" points back, whatever else is told of it.
    """
    lemma = clause.lemma_.lower()
    if anaphora.points_back(noun) and anaphora.is_kind(noun.lemma_.lower()):
        return False
    if clause.tag_ != "VBN":
        return lemma in _TELLING["lying"]
    held = lemma in _TELLING["holding"] and any(preposition(c) == "by" for c in clause.children)
    return held or lemma in _TELLING["placed"]


def _clause_end(clause: Token, scene: Scene) -> int:
    """Return where a participle with what it needs ends: at a pause, a time, or another clause."""
    end = clause.i + 1
    for token in clause.doc[end : max(t.i for t in clause.subtree) + 1]:
        pause = token.is_punct and token.text != "-"
        if pause or token.dep_ in _LOOSE or token.i in scene.times_at:
            break
        if token.pos_ not in {"ADP", "DET"}:
            end = token.i + 1
    return end


def _told_by(other: Token, noun: Token) -> int | None:
    """Return where what a nameless place is told by ends: "in X", "between X and Y", of a road
    "from X to Y".
    """
    case = preposition(other)
    if case == "between":
        return max(extent(t)[1] for t in conjuncts(other))
    if case in _ACROSS and other.pos_ in NOUNS:
        return _with_name(other)
    if case not in _ENDS or "route" not in classes.of_word(noun):
        return None
    goals = (c for c in other.children if case == "from" and preposition(c) == "to")
    return max((extent(t)[1] for t in goals), default=extent(other)[1])


def _with_name(noun: Token) -> int:
    """Return where a phrase ends, its name behind it included: "near the capital Riverside"."""
    end = extent(noun)[1]
    beside = (c for c in noun.children if c.dep_ == "appos" and c.left_edge.i == end)
    return next((extent(c)[1] for c in beside if c.pos_ == "PROPN"), end)


def _goes_on(other: Token) -> bool:
    """Tell whether a noun only goes on with the one before it: "towns and villages"."""
    if other.dep_ != "conj" or other.tag_ != "NNS" or "place" not in classes.of_word(other):
        return False
    return not any(c.dep_ in {"det", "nmod:poss", "case", "nummod"} for c in other.children)
