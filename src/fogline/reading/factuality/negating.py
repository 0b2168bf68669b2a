"""Whether a word is negated by what stands beside it: "did not", "no soldier", "nobody" (data:
negations.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token
_WORDS: Final = words("negations.csv", "word")
_NOBODY: Final = frozenset({"none", "nobody", "nothing", "neither"})
_DENYING: Final = _WORDS["direct"] | _WORDS["replacing"]
_NONE_OF: Final = frozenset({"det", "advmod", "cc", "cc:preconj"})
_BEFORE: Final = frozenset({"compound", "amod", "nmod:poss"})
_LEFT: Final = frozenset({"left", "remaining"})
_WHOLE: Final = frozenset({"aux", "mark"})
_HARDLY: Final = frozenset({"hardly", "scarcely", "barely"})
_ZERO: Final = frozenset({"0", "zero", "nil"})
_NONE: Final = _ZERO | {"no", "neither"}
_REPLACING: Final = frozenset({"mark", "case", "cc"})
_BUT: Final = frozenset({"but", "than", "except"})
_DIRECT_DEPS: Final = frozenset({"advmod", "det", "case", "cc", "mark", "aux", "dep", "amod"})


def negated(token: Token) -> int:
    return int(
        any(
            (c.dep_ in _DIRECT_DEPS and _denies(c)) or _is_zero(c) or _in_no_way(c)
            for c in token.children
        )
    )


def _is_zero(word: Token) -> bool:
    """Tell whether a word counts none: "0 aid flights", "zero trucks"."""
    return word.dep_ == "nummod" and word.lower_ in _ZERO


def _in_no_way(phrase: Token) -> bool:
    """Tell whether a phrase denies what it stands beside: "in no way", "at no point"."""
    lemma = phrase.lemma_.lower()
    if phrase.dep_ not in {"obl", "advmod"} or lemma not in _WORDS["no way"]:
        return False
    # "In no time", "in no small way": soon, and much.
    otherwise = preposition(phrase) == "in" and lemma == "time"
    if otherwise or any(c.dep_ == "amod" for c in phrase.children):
        return False
    return any(c.lower_ == "no" for c in phrase.children)


def leaves_only(clause: Token) -> bool:
    """Tell whether a clause says what alone is left to do: "had no choice but to leave"."""
    but = any(c.lower_ in _BUT and c.dep_ in _REPLACING for c in clause.children)
    return but and clause.dep_ in {"acl", "advcl", "xcomp"} and clause.head.i < clause.i


def has_no(noun: Token) -> int:
    """Count a "no" that the parse hangs on a word before the noun: "no mains electricity"."""
    first = noun.left_edge if noun.pos_ == "NOUN" else noun
    within = first.head.head.i == noun.i and first.head.dep_ in _BEFORE
    return int(first.lower_ == "no" and noun.pos_ == "NOUN" and within)


def not_again(noun: Token) -> int:
    """Count a "not" by the word that says it is so again: "is not back in rebel hands"."""
    return int(noun.dep_ == "obl" and noun.head.lower_ == "back" and negated(noun.head))


@told_by(_LEFT, otherwise=0)
def none_left(trigger: Token) -> int:
    """Count that nobody of a kind is left: "there are no rebels left", "there is not one left"."""
    noun = trigger.head
    if trigger.dep_ != "acl" or trigger.lower_ not in _LEFT or _is_told_whole(trigger):
        return 0
    there = any(c.dep_ == "expl" for c in noun.head.children)
    return negated_phrase(noun) or (negated(noun.head) if there else 0)


def _is_told_whole(clause: Token) -> bool:
    """Tell whether a clause has a doer of its own: "no doubt that rebels left"."""
    return any(c.dep_ in SUBJECTS or c.dep_ in _WHOLE for c in clause.children)


def _not_one(noun: Token) -> bool:
    """Tell whether "not one" or "not a single" stands before a noun."""
    before = [c for c in noun.children if c.i < noun.i]
    alone = [c for c in before if c.lower_ in {"one", "single"}]
    return any(t.lower_ == "not" for c in alone for t in (*before, *c.children))


def _denies(word: Token) -> bool:
    """Tell whether a word negates: "not", "never", "no longer"."""
    if any(c.lower_ in _WORDS["nearly"] for c in word.children):
        return False  # "almost no chance" is a chance
    if word.lower_ in _WORDS["replacing"] and word.dep_ not in _REPLACING:
        return False  # "instead, they left", "would rather leave"
    if word.i and word.nbor(-1).lower_ == "as":
        return False  # "as likely as not"
    if (
        word.lower_ == "not"
        and word.i + 1 < len(word.doc)
        and word.nbor().lower_ in _WORDS["merely"]
    ):
        return False  # "not only shelled the town but"
    if word.lower_ in _WORDS["missing"]:
        return _falls_short(word)
    longer = word.lower_ == "longer" and any(c.lower_ == "no" for c in word.children)
    return longer or word.lower_ in _DENYING


def _falls_short(word: Token) -> bool:
    """Tell whether "nearly" says that it was not done; "nearly destroyed" was in good part."""
    verb = word.head
    done = verb.tag_ in {"VBD", "VBN", "VBZ"} and word.dep_ == "advmod" and word.i < verb.i
    return done and verb.lemma_.lower() not in _WORDS["gradual"]


def subject_negated(trigger: Token) -> int:
    """Count "no troops surrendered" and "none of them was hit"."""
    for child in trigger.children:
        if child.dep_ in SUBJECTS:
            if child.lower_ in _NOBODY:
                return 1
            return negated_phrase(child)
    return 0


def object_negated(trigger: Token) -> int:
    """Count "released no prisoners", "killed nobody"."""
    objects = [c for c in trigger.children if c.dep_ == "obj"]
    return int(any(o.lower_ in _NOBODY or negated_phrase(o) for o in objects))


def negated_phrase(noun: Token) -> int:
    """Count "no soldier", "not one soldier", "hardly any aid"."""
    near = {c.lower_ for c in noun.children if c.dep_ in _NONE_OF or c.dep_ == "nummod"}
    few = "not" in near and "one" in near | {noun.lower_}
    few = few or _not_one(noun) or ("any" in near and bool(near & _HARDLY))
    return int(bool(near & _NONE) or few)
