"""What an attack did, told in a sentence after its own: "Twelve students died"
(data: again.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.learned import detecting, thresholds
from fogline.reading.roles.capacities import is_quantifier
from fogline.reading.tables import words

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate

_AGAIN: Final = words("again.csv", "word")
_FATAL: Final = _AGAIN["fatal"]
_RUINING: Final = _AGAIN["razing"]
_TRAILING: Final = words("dealing.csv", "word")["trailing"]
_BESIDE: Final = frozenset({"advcl", "acl", "conj"})
_SEEN: Final = frozenset({"people", "force", "person", "post"})


def is_told(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a whole sentence says how many died or what was destroyed, in a text that
    tells of an attack.

    The heads take such a sentence, seen alone, for any accident.
    """
    return any(_is_loss(word, scene) and _tells_of_attack(word, scene) for word in candidate.words)


def trails(candidate: Candidate, others: list[Candidate], scene: Scene) -> bool:
    """Tell whether a participle counts whom a deed killed or hurt that is itself no attack: "broke
    up the protest, killing two people".

    The heads take it for the end of an attack's claim, but the sentence tells of none.
    """
    harm = candidate.head
    if harm.lower_ not in _TRAILING or harm.dep_ not in _BESIDE or candidate.entry.rank != "harm":
        return False
    above = [c for c in others if c is not candidate]
    if any(c.entry.event == "ASSAULT" for c in above):
        return False
    deeds = (c for c in above if c.entry.event != "CONDITION")  # "crashed, killing its crew"
    return any(harm.head.i in c.places for c in deeds) and _counts_object(harm, scene)


def _counts_object(harm: Token, scene: Scene) -> bool:
    hit = [c for c in harm.children if c.dep_ == "obj"]
    counted = any(c.dep_ == "nummod" for o in hit for c in o.children)
    return counted or any(scene.classes(o) & _SEEN for o in hit)


def _is_loss(word: Token, scene: Scene) -> bool:
    """Tell whether a word heads a sentence that says how many died or what was destroyed."""
    if word.dep_ not in {"root", "parataxis"} or not _is_closed(word, scene):
        return False
    fatal = {word.lemma_.lower(), word.lower_} & _FATAL and _counts_people(word, scene)
    return bool(fatal or _is_ruined(word, scene))


def _is_ruined(head: Token, scene: Scene) -> bool:
    """Tell whether a clause says of a building or town that it was destroyed."""
    if head.lemma_.lower() not in _RUINING:
        return False
    struck = [c for c in head.children if c.dep_ == "nsubj:pass"]
    return any(scene.classes(s) & {"site", "place"} for s in struck)


def _is_closed(head: Token, scene: Scene) -> bool:
    """Tell whether the sentence ends as one, not as a link that ran into the text."""
    return scene.doc[scene.sentence(head)[-1]].text in {".", "!"}


def _counts_people(head: Token, scene: Scene) -> bool:
    """Tell whether those who died are counted: "twelve students", "three"."""
    if any(c.dep_ == "nummod" for c in head.children):
        return True
    subjects = [c for c in head.children if c.dep_ in SUBJECTS]
    return any(
        s.like_num or is_quantifier(s) or (_is_some(s) and scene.classes(s) & _SEEN)
        for s in subjects
    )


def _is_some(noun: Token) -> bool:
    """Tell whether a phrase brings in people that were not told of: "nine children", "a nurse"."""
    return any(c.dep_ == "nummod" or c.lower_ in {"a", "an"} for c in noun.children)


def _tells_of_attack(head: Token, scene: Scene) -> bool:
    """Tell whether the heads found an attack before a word."""
    if scene.evidence is None:
        return True
    least = thresholds.measured().trigger_add
    before = (i for i in scene.evidence.triggers(least) if i < head.i)
    return any(detecting.likeliest(i, scene) == "ASSAULT" for i in before)
