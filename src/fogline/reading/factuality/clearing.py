"""Who is found not to have done a deed: by whom it is told, whether the deed is then denied or
another's, and whom they clear of it (data: dealing.csv, negations.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.arguments import of_verb
from fogline.reading.grammar.phrases import case_of, is_definite
from fogline.reading.grammar.relations import NOT, PATIENTS, SUBJECTS
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

CLEARING: Final = words("dealing.csv", "word")["clearing"]
_CRIME: Final = words("negations.csv", "word")["crime"]
_CLEARED: Final = frozenset({"acl", "advcl", "obl", "nmod", "ccomp", "xcomp"})
_CONCERNED: Final = PATIENTS | {"obl:agent"}  # "acquitted by a court of", read as the court's
_CHARGED: Final = frozenset({"of", "over", "in", "for"})
_BELOW: Final = frozenset({"obl", "nmod", "advcl", "acl", "xcomp"})
_LIVING: Final = classes.ANYBODY
_NOT: Final = NOT | {"nor"}


@told_by(CLEARING, {"guilty"}, otherwise=0)
def acquits(trigger: Token) -> int:
    """Count a verdict that finds no guilt: "cleared the general of ordering it", "found him not
    guilty"; not "cleared the town of rebels".
    """
    if trigger.lemma_.lower() == "find":
        return int(any(map(_is_found_guiltless, trigger.children)))
    if trigger.pos_ != "VERB" or trigger.lemma_.lower() not in CLEARING:
        return 0
    whom = of_verb(trigger).objects
    charged = any(
        w.lower_ == "of" for t in (trigger, *whom) for c in t.children for w in c.children
    )
    return int(trigger.lemma_.lower() != "clear" or (charged and all(map(_is_tried, whom))))


def _is_tried(word: Token) -> bool:
    """Tell whether a word names a person or people, who may be tried."""
    found = classes.of_word(word)
    return word.ent_type_ == "PER" or (bool(found & _LIVING) and "place" not in found)


@told_by(CLEARING, otherwise=None)
def acquitting(trigger: Token) -> Token | None:
    """Return the verb by which somebody is found not to have done it: "acquitted" of "acquitted
    the officers of murdering a nurse".
    """
    deed = trigger
    while deed.dep_ == "conj" and deed.head.i != deed.i:
        deed = deed.head
    marks = {c.lower_ for c in deed.children if c.dep_ in {"mark", "case"}}
    if deed.dep_ not in _CLEARED or "of" not in marks or is_definite(deed):
        return None  # "acquitted of the massacre": that has been, by others
    above = deed.head
    if above.dep_ in _CONCERNED and above.pos_ != "VERB":
        above = above.head
    denied = any(c.lower_ in _NOT for c in above.children)
    return above if clears(above) and not denied else None


@told_by(CLEARING)
def clears(verb: Token) -> bool:
    """Tell whether a verb says that somebody is found not guilty: "exonerated", "was cleared of
    killing the mayor".
    """
    lemma = verb.lemma_.lower()
    if lemma in CLEARING - {"clear"}:
        return True
    return lemma == "clear" and any(map(_is_crime, _of(verb)))


def _of(verb: Token) -> list[Token]:
    """Return what stands behind "of", below a verb or whom it acts on."""
    below = [*verb.children, *(g for c in verb.children if c.dep_ in PATIENTS for g in c.children)]
    return [c for c in below if any(m.lower_ == "of" and m.i < c.i for m in c.children)]


def _is_crime(word: Token) -> bool:
    return word.tag_ == "VBG" or word.lemma_.lower() in _CRIME


@told_by(CLEARING, {"innocent", "guilty"}, otherwise=())
def cleared(deed: Token) -> tuple[Token, ...]:
    """Return who is found not to have done what others did: "acquitted the general of the
    massacre", "cleared him of ordering it"; "acquitted him of shelling it" says that he did not.
    """
    for node in (deed, *deed.ancestors) if is_definite(deed) else deed.ancestors:
        if node.dep_ not in _BELOW or case_of(node) not in _CHARGED:
            continue
        verb = node.head.head if node.head.dep_ in PATIENTS else node.head
        if verb.lemma_.lower() in CLEARING:
            return of_verb(verb).objects
        if _is_guiltless(node.head):
            above = of_verb(node.head.head)
            return (*above.objects, *(c for c in node.head.children if c.dep_ in SUBJECTS))
    return ()


def _is_guiltless(word: Token) -> bool:
    """Tell whether somebody is said to be innocent: "found the general not guilty of it"."""
    negated = any(c.lower_ in _NOT for c in word.children)
    return word.lower_ == "innocent" or (word.lower_ == "guilty" and negated)


def _is_found_guiltless(word: Token) -> bool:
    """Tell whether a verdict is of no guilt: "found not guilty", "found guilty of nothing"."""
    nothing = any(c.lower_ == "nothing" for c in word.children)
    guilty = word.dep_ == "xcomp" and word.lower_ == "guilty"
    return guilty and (nothing or _is_guiltless(word))
