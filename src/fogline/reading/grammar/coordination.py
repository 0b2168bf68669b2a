"""Phrases that go together: "X and Y", "X along with Y", lists that lost their commas, a headline's
pair (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.excluded import is_excluded
from fogline.reading.grammar.parties import JOINABLE
from fogline.reading.grammar.portions import is_some_of_them
from fogline.reading.grammar.relations import NOUNS
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_ALLIES: Final = words("dealing.csv", "word")["ally"]
_MANY: Final = frozenset({"dozen", "hundred", "thousand", "score", "other"})
_PLAIN: Final = frozenset({"amod", "compound"})


def conjuncts(head: Token) -> list[Token]:
    """Return a noun phrase head and the heads coordinated with it, in order; not who is named to be
    ruled out: "Russia, not Israel".
    """
    found: list[Token] = [head]
    for child in head.children:
        joined = child.dep_ == "conj" and child.pos_ in NOMINAL and not is_excluded(child)
        joined = joined and not is_counted_with(child, head)
        listed = child.dep_ == "appos" and _is_listed(child, head)
        if joined or listed or (child.dep_ == "nmod" and _goes_along(child, head)):
            found += conjuncts(child)
    if head.dep_ == "nsubj:pass" and (second := paired(head)) is not None:
        found += conjuncts(second)
    found += _allies_of(head)
    first_too = len(found) == 1 or not (shares_noun(head, found[1]) or is_excluded(head))
    return found if first_too else found[1:]


@told_by(_ALLIES, otherwise=())
def _allies_of(head: Token) -> tuple[Token, ...]:
    """Return whose allies are told along with somebody, also where the parse joins them to a name
    in the phrase: "the government of Sudan and its allies".
    """
    if head.tag_ != "NN" or "actor" not in classes.of_word(head):
        return ()  # of "positions of the army and its allies" both are the positions
    names = (c for c in head.children if c.dep_ == "nmod" and c.case_ == "of")
    joined = (c for n in names for c in n.children if c.dep_ == "conj")
    allies = (c for c in joined if c.lemma_.lower() in _ALLIES)
    return tuple(a for a in allies if any(c.dep_ == "nmod:poss" for c in a.children))


def is_counted_with(noun: Token, head: Token) -> bool:
    """Tell whether one number counts two nouns, which are one phrase: "80 medics and engineers",
    not "80 medics and two engineers", nor "80 medics and their drivers".
    """
    if noun.dep_ != "conj" or noun.head.i != head.i or not noun.tag_ == head.tag_ == "NNS":
        return False
    between = [t for t in noun.doc[head.i + 1 : noun.i] if t.lower_ not in {"and", "or"}]
    bare = len(between) == noun.i - head.i - 2 and all(t.dep_ in _PLAIN for t in between)
    both = sum(c.dep_ == "conj" for c in head.children) == 1
    counted = any(c.dep_ == "nummod" and c.i < head.i for c in head.children)
    return bare and both and counted and _are_alike(noun, head)


def _are_alike(noun: Token, other: Token) -> bool:
    """Tell whether two nouns may be counted together: "people and others" may not."""
    kinds = (classes.of_word(noun), classes.of_word(other))
    return noun.lemma_.lower() not in _MANY and (not all(kinds) or bool(kinds[0] & kinds[1]))


def is_along(token: Token) -> bool:
    """Tell whether a phrase joins others as "and" would: "the army along with tribal militias"."""
    first = token.left_edge
    opens = first.lower_ == "along" and first.head == token and first.i < token.i
    return opens and first.nbor().lower_ == "with"


def _goes_along(token: Token, head: Token) -> bool:
    """Tell whether those told along with others are of their kind; whom a blast is told with is
    killed in it, and is no blast.
    """
    people = _is_living(token) and head.pos_ == "NOUN"
    return is_along(token) and head.pos_ in NOUNS and (not people or _is_living(head))


def _is_living(noun: Token) -> bool:
    return not classes.HUMAN.isdisjoint(classes.of_word(noun))


def _is_listed(token: Token, head: Token) -> bool:
    """Tell whether an apposition, as it looks, goes on a list that lost its commas: "three
    vehicles a tank and two guns".
    """
    if not token.pos_ == head.pos_ == "NOUN":
        return False
    counted = any(c.dep_ == "nummod" for t in (token, head) for c in t.children)
    new = any(c.dep_ == "nummod" or c.lower_ in {"a", "an"} for c in token.children)
    parted = _is_set_off(token) or is_some_of_them(token)
    return (counted or _goes_on(token, head)) and new and not parted


def _goes_on(token: Token, head: Token) -> bool:
    """Tell whether a list goes on behind what looks like an apposition: "a school a bakery and a
    mill"; people are told what they are so.
    """
    whole = any(c.lower_ in {"a", "an"} for c in head.children)
    more = any(c.dep_ == "conj" and c.i > token.i for t in (token, head) for c in t.children)
    return whole and more and "people" not in classes.of_word(head)


def paired(head: Token) -> Token | None:
    """Return the second of a headline's pair: "Governor 5 Guards Killed in Raid"."""
    if head.dep_ != "nsubj:pass" or head.pos_ not in NOUNS:
        return None
    others = (c for c in head.head.children if c.dep_ == head.dep_ and c.i > head.i)
    second = next(others, None)
    if second is None or second.left_edge.i != head.i + 1:
        return None
    return second if any(c.dep_ == "nummod" for c in second.children) else None


def pair_of(head: Token) -> Token:
    """Return the first of a headline's pair, or the head itself."""
    firsts = (c for c in head.head.children if c.i < head.i and paired(c) == head)
    return next(firsts, head) if head.dep_ == "nsubj:pass" else head


def _is_set_off(token: Token) -> bool:
    return any(c.is_punct and c.i < token.i for c in token.children)


def shares_noun(modifier: Token, head: Token) -> bool:
    """Tell whether a word only stands beside the modifier of the next: "70 regime and rebel
    fighters".
    """
    near = 1 < head.i - modifier.i <= 4 and modifier.nbor(1).lower_ in {"and", "or"}
    if not near or head.head.i != modifier.i:
        return False
    tags = (modifier.tag_, head.tag_)
    if tags == ("NNS", "NN"):  # "a weapons and ammunition depot"
        return any(c.lower_ in {"a", "an"} for c in modifier.children)
    if tags != ("NN", "NNS"):
        return False
    counted = any(c.dep_ in {"nummod", "amod"} and c.i < modifier.i for c in modifier.children)
    whose = any(c.dep_ in {"det", "nmod:poss"} and c.lower_ != "some" for c in modifier.children)
    whose = whose or modifier.nbor(2).text[:1].isupper()  # "Northland police and Southland troops"
    return counted and not whose and any(c.dep_ in JOINABLE for c in head.children)
