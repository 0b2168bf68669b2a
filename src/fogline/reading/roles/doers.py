"""Who acts and who is acted on, and who of those named can (data: dealing.csv)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.model.quick import quick
from fogline.reading.grammar.coordination import conjuncts
from fogline.reading.grammar.parties import parties
from fogline.reading.grammar.phrases import preposition
from fogline.reading.roles.capacities import can_act, can_receive, is_bare_number, is_quantifier
from fogline.reading.tables import words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_TURMOIL: Final = words("dealing.csv", "word")["turmoil"]
_MANNED: Final = frozenset({"gun"})  # of those behind it nothing is known
ABSTRACT: Final = ("tion", "sion", "ment", "ity", "ness", "ance", "ence")


@quick
@dataclass(frozen=True, slots=True)
class Participants:
    """Heads of the phrases that act and that are acted on."""

    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()


def acting(heads: Iterable[Token], scene: Scene) -> tuple[Token, ...]:
    """Return the heads that can name who acts; a noun that no list knows may. Whose weapons hit,
    acts; "Syrian or Russian jets" are two.
    """
    named = (_wielder(h, scene) for head in heads for one in _either(head) for h in parties(one))
    return tuple(h for h in named if can_act(h, scene) or _is_unknown(h, scene))


def _either(head: Token) -> Iterable[Token]:
    """Return whose forces it may have been, each: "forces of either the junta or the league"."""
    if "either" not in head.doc.words:
        return (head,)
    owners = (c for c in head.children if c.dep_ == "nmod" and preposition(c) == "of")
    whose = (c for c in owners if any(w.lower_ == "either" for w in c.children))
    return next((conjuncts(c) for c in whose), (head,))


def _wielder(head: Token, scene: Scene) -> Token:
    """Return whose weapon it is: "Moscow" of "Moscow's missiles hit the town"."""
    found = scene.classes(head)
    if head.dep_ != "nsubj" or "weapon" not in found or "force" in found:
        return head
    return next((c for c in head.children if c.dep_ == "nmod:poss"), head)


def _is_unknown(head: Token, scene: Scene) -> bool:
    """Tell whether a subject is a common noun of which nothing is known."""
    subject = head.dep_ == "nsubj" or (head.dep_ == "conj" and head.head.dep_ == "nsubj")
    named = head.i in scene.times_at or head.i in scene.places_at or is_quantifier(head)
    if not subject or head.pos_ != "NOUN" or named:
        return False
    # A deed or a quality is no doer: "the isolation of the town".
    known = scene.classes(head) - _MANNED
    lemma = head.lemma_.lower()
    return not (known or lemma in _TURMOIL or lemma.endswith(ABSTRACT))


def receiving(heads: Iterable[Token], scene: Scene) -> tuple[Token, ...]:
    """Return the heads that can name who or what is acted on."""
    return tuple(h for head in heads if can_receive(h := counted(head), scene))


def counted(head: Token) -> Token:
    """Return who is counted: "six people" of "a total of six people", "the lives of six people",
    "the attackers" of "an unknown number of the attackers".
    """
    if is_bare_number(head):  # "kills 42 including a nurse"
        told = (c for c in head.children if c.dep_ == "nmod" and preposition(c) == "including")
        return next(told, None) or _behind_participle(head)
    if head.lemma_.lower() not in {"total", "life", "number"}:
        return head
    of = next((c for c in head.children if c.dep_ == "nmod" and preposition(c) == "of"), head)
    some = head.lemma_.lower() == "number" and not any(c.dep_ == "det" for c in of.children)
    return head if some else of


def _behind_participle(number: Token) -> Token:
    """Return who is counted where the parse takes them for an object: "38 fleeing civilians"."""
    clauses = (c for c in number.children if c.tag_ == "VBG" and c.i == number.i + 1)
    objects = (o for c in clauses for o in c.children if o.dep_ == "obj" and o.i == c.i + 1)
    people = (o for o in objects if "people" in classes.of_word(o) and o.tag_ == "NNS")
    return next(people, number)
