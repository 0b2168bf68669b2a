"""Who was harmed, by the parse: the noun that a word of harm has as its victim."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.coordination import paired
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.relations import PATIENTS, SUBJECTS
from fogline.reading.quantities.counts import is_plural
from fogline.reading.tables import rows, words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import DocSpan, Token

_OUTSIDE: Final = SUBJECTS | frozenset("acl acl:relcl appos parataxis punct case cop advcl".split())


def victim(word: DocSpan, frame: str) -> Token | None:
    """Return the noun that the parse gives a harm word as who was harmed."""
    found = next(iter(_victims(word.root, frame)), None)
    if found is None:
        return None
    return None if frame == "fallen" and not _fell(word.root, found) else found


def _fell(verb: Token, victims: Token) -> bool:
    """Whether who "fell" was killed: people do, shells and towns do not, nor who fell back."""
    kind = next((c for c in victims.children if c.case_ == "of"), victims)  # "ten of our men"
    people = bool(classes.of_word(kind) & _LIVING) or kind.lower_ in _OURS
    behind = {t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]}
    return (people or victims.ent_type_ == "PER") and behind.isdisjoint(_FELL_ELSE)


def is_figure(word: DocSpan) -> bool:
    """Tell whether what is crushed only lost: "the revolt was crushed"; people are killed, and
    fighters only under something.
    """
    if word.text.lower().rpartition(" ")[2] != "crushed":
        return False
    crushed = next(iter(_victims(word.root, "participle")), None)
    if crushed is None:
        return True
    found = classes.of_word(crushed)
    below = any(c.case_ in _BELOW for c in word.root.children if c.dep_ == "obl")
    return "people" not in found and not (below and found & _LIVING)


_LIVING: Final = classes.HUMAN
_BELOW: Final = frozenset({"under", "underneath", "beneath", "between"})
_BESIDE: Final = frozenset({"parataxis", "conj"})
_OURS: Final = frozenset({"own", "ours", "us", "them", "theirs"})
_ONE: Final = frozenset({"he", "she", "him", "her"})
_SHARES: Final = words("quantities/telling.csv", "word")["share"]
_SINGULAR: Final = frozenset({"NN", "NNP"})
_PLURAL: Final = frozenset({"NNS", "NNPS"})
_PARTICIPLES: Final = frozenset({"JJ", "VBN"})
_FELL_ELSE: Final = frozenset({"upon", "on", "into", "back", "to", "behind", "short"})


def _victims(root: Token, frame: str) -> Iterator[Token]:
    """Yield the tokens that may head the victims' phrase, likeliest first."""
    yield from _left_dead(root)
    relations = _relations(frame)
    if frame == "participle" and is_passive(root):  # "Rebel commander Osman killed in Nyala"
        relations |= SUBJECTS
    for victim in (c for c in root.children if c.dep_ in relations):
        relative = victim.tag_ in {"WP", "WDT"} or victim.lower_ in {"who", "that", "which"}
        yield root.head if relative and root.dep_.startswith("acl") else victim
    if frame == "noun":
        yield from (c for c in root.children if c.dep_ == "nummod" or _suffers(c))
        if _is_one(root):
            yield root
    if root.dep_ in {"acl", "amod"} and frame in {"participle", "state", "fallen"}:
        yield root.head
    if root.dep_ == "conj" and frame in {"participle", "state"} and root.head.dep_ != "conj":
        yield from (c for c in root.head.children if c.dep_ == "nsubj:pass")


def _left_dead(root: Token) -> Iterator[Token]:
    """Yield who is shot dead, whichever word the parse gives them to: "shot a man dead", "shot dead
    three boys".
    """
    if root.lower_ == "dead" and root.dep_ == "xcomp":
        yield from (c for c in root.head.children if c.dep_ == "obj")
    results = (c for c in root.children if c.lower_ == "dead" and c.dep_ == "xcomp")
    yield from (o for c in results for o in c.children if o.dep_ == "obj")


def _is_one(death: Token) -> bool:
    """Tell whether a death is one by its own words: "the death on a busy street", "a third death";
    "near death" tells of none, and "the death in custody of three men" not of one.
    """
    told = {c.lower_ for c in death.children if c.dep_ in {"det", "amod"}}
    alone = death.lower_ == "death" and death.dep_ != "compound" and not told.isdisjoint(_SINGLE)
    behind = [t for t in death.subtree if t.i > death.i]
    return alone and not any(t.like_num or t.tag_ in _PLURAL for t in behind)


_ORDINALS: Final = frozenset(row["word"] for row in rows("times", "ordinals.csv"))
_SINGLE: Final = _ORDINALS | {"a", "another", "the"}


def _suffers(noun: Token) -> bool:
    """Tell whether a noun behind a harm is who suffers it, not where: "deaths at the airbase"."""
    return noun.dep_ == "nmod" and noun.case_ in _OF_WHOM


_OF_WHOM: Final = frozenset({"", "of", "among", "amongst", "to", "including", "for"})


@cache
def _relations(frame: str) -> frozenset[str]:
    table = {
        "participle": PATIENTS,
        "active": frozenset({"obj"}),
        "intransitive": SUBJECTS,
        "state": SUBJECTS,
        "fallen": frozenset({"nsubj"}),
    }
    return table.get(frame, frozenset())


def extent(head: Token) -> tuple[int, int]:
    """Return the character range of a noun phrase without relative clauses and appositions."""
    tokens = [head, *(t for c in head.children if c.dep_ not in _OUTSIDE for t in c.subtree)]
    first, last = min(tokens, key=_index), max(tokens, key=_index)
    return first.idx, last.idx + len(last)


def beside(word: DocSpan, victims: int) -> Token | None:
    """Return the one person before a headline's counted victims, who begin at character `victims`:
    "Governor 5 Guards Killed".
    """
    for head in word.root.children:
        second = paired(head)
        if second is not None and _begins(second) == victims and is_one_person(head):
            return head
    return None


def _begins(noun: Token) -> int:
    """Return where a phrase begins, behind its comma."""
    first = noun.left_edge
    return first.nbor().idx if first.text == "," else first.idx


def is_of_relative(told: int, victims: Token, cue: int) -> bool:
    """Tell whether what stands at a character is told in a relative clause on the victims, which
    the word of harm at another stands outside of.
    """
    if not victims.idx < told < cue:
        return False
    clauses = (c for c in victims.children if c.dep_ == "acl:relcl")
    within = ({t.idx for t in c.subtree} for c in clauses)
    return any(told in below and cue not in below for below in within)


def is_of_another(told: int, word: DocSpan) -> bool:
    """Tell whether what is counted at a character suffers by another verb, told before who was
    harmed: "two bridges destroyed in X, policemen hurt in Y".
    """
    verb, first = word.root, word.root.head
    if verb.dep_ not in _BESIDE or first.i > verb.i:
        return False
    own = (c for c in verb.children if c.dep_ in SUBJECTS and first.i < c.i < verb.i)
    counted = (c for c in first.children if c.dep_ in SUBJECTS)
    return any(own) and any(c.left_edge.idx <= told <= c.idx for c in counted)


def _index(token: Token) -> int:
    return token.i


def has_company(head: Token) -> bool:
    """Tell whether more people stand beside a victim than are counted: "he and several aides"."""
    others = (c for c in head.children if c.dep_ == "conj")
    return any(c.tag_ in _PLURAL and not any(n.like_num for n in c.children) for c in others)


def is_spared(head: Token) -> bool:
    """Tell whether a pronoun's harm is not told as done: "they would not kill him"."""
    helpers = {c.tag_ for c in head.head.children if c.dep_.startswith("aux")}
    denied = any(c.lower_ in {"not", "n't", "never"} for c in head.head.children)
    return head.lower_ in _ONE and (denied or "MD" in helpers)


def is_one_person(head: Token) -> bool:
    """Tell whether a victim is one: "him", singular or named; plurals and collectives are not."""
    if head.lower_ in _ONE:
        return True
    if head.tag_ in _PARTICIPLES or head.lower_ in _SHARES:  # "the disarmed" are many
        return False
    named = head.pos_ == "PROPN" and head.ent_type_ == "PER"
    single = head.tag_ in _SINGULAR and head.pos_ == "NOUN"
    return (named or single) and not is_plural(head.text) and not is_plural(head.lemma_)
