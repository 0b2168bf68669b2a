"""What is told and is not so by the words of whoever tells it: nothing bears it out, it was told
falsely, or nobody believes it (data: negations.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.complements import is_infinitive
from fogline.reading.factuality.negating import negated, subject_negated
from fogline.reading.grammar.phrases import is_definite, preposition
from fogline.reading.grammar.relations import ASKING, NOT, PATIENTS, SUBJECTS
from fogline.reading.grammar.scope import BRIDGES, Step, auxiliaries, governors
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
_PROOF: Final = _WORDS["proof"] | _WORDS["sign"]
_NONE: Final = frozenset({"nothing", "nobody", "none", "little"})
_NO: Final = frozenset({"no", "neither"})
_POINTING: Final = frozenset("the this that these those its their his her our".split())
_CONTENT: Final = frozenset({"ccomp", "xcomp", "obj", "csubj", "csubj:pass", "nsubj:pass", "advcl"})
_TOLD: Final = frozenset({"ccomp", "csubj", "csubj:pass", "acl"})
_DURING: Final = frozenset({"in", "by", "during"})
_FAILING: Final = _WORDS["unable"]
_HARDLY: Final = frozenset({"few", "hardly", "scarcely", "barely"})
_WONDERING: Final = frozenset({"whether", "if"})
_BEFORE: Final = frozenset({"did", "had"})


@told_by(_PROOF, _NONE)
def is_unborne(trigger: Token) -> bool:
    """Tell whether nothing shows an event: "no evidence has emerged that it fell", "nothing to
    suggest that it fell".
    """
    return any(map(_is_unproven, _under(trigger)))


def _under(trigger: Token) -> Iterator[Token]:
    """Yield the words that stand for an event: "involvement" of "involvement in the killings", "an
    army" of "an army being formed".
    """
    yield from (step.token for step in governors(trigger))
    if (harm := harm_of(trigger)) is not None:
        yield from (step.token for step in governors(harm))
    above = trigger.head
    if trigger.dep_ == "nmod" and above.lemma_.lower() in BRIDGES["share"]:
        yield above
    if trigger.dep_ == "acl" and above.dep_ == "nmod" and _is_gerund(trigger):
        yield above


def harm_of(attack: Token) -> Token | None:
    """Return the harm that somebody only tells an attack to have done, or not: "no evidence that
    farmers were harmed in a strike", "that a strike harmed farmers"; "no farmer was harmed in a
    strike" tells of a strike, as what is said of "the strike" does.
    """
    return None if is_definite(attack) else _harm_beside(attack)


def _harm_beside(attack: Token) -> Token | None:
    harm = attack.head
    within = attack.dep_ in {"obl", "obl:agent"} and preposition(attack) in _DURING
    if not (within or attack.dep_ == "nsubj") or harm.lemma_.lower() not in _WORDS["harming"]:
        return None
    if harm.dep_ not in _TOLD:
        return None
    return None if negated(harm) or subject_negated(harm) else harm


@told_by(_WORDS["harming"])
def only_harmless(attack: Token) -> bool:
    """Tell whether an attack is known, and only that it did harm is denied, not shown or left open:
    "no sign that farmers were harmed in the strikes", "not clear whether the strikes killed any".
    """
    harm = _harm_beside(attack)
    if harm is None or not is_definite(attack):
        return False
    return is_unborne(harm) or _is_disclaimed(harm) or _is_open(harm)


def _is_open(clause: Token) -> bool:
    """Tell whether a clause is only asked: "whether it did", "not clear if it did"."""
    return any(c.dep_ == "mark" and c.lower_ in _WONDERING for c in clause.children)


@told_by(_WORDS["harming"])
def is_denied_harm(harm: Token) -> bool:
    """Tell whether a word is the harm of which it is denied or open that a known attack did it."""
    return any(map(only_harmless, harm.children))


def _is_disclaimed(clause: Token) -> bool:
    """Tell whether a clause is denied, also as what an account tells, or said not to be so."""
    above = clause.head
    told = clause.dep_ == "acl" and above.lemma_.lower() in _WORDS["telling"]
    if told and above.dep_ in PATIENTS:
        clause, above = above, above.head
    if (told or clause.dep_ == "ccomp") and above.lemma_.lower() in _WORDS["denial"]:
        return not (negated(above) or subject_negated(above))
    return bool(negated(above)) and above.lemma_.lower() in _WORDS["raising"]


def _is_gerund(verb: Token) -> bool:
    return verb.tag_ == "VBG" or any(a.tag_ == "VBG" for a in auxiliaries(verb))


def _is_unproven(node: Token) -> bool:
    head = node.head
    if node.dep_ in {"acl", "nmod"} and head.lemma_.lower() in _PROOF:
        return not is_taken_for_granted(node) and _is_lacking(head)
    if node.dep_ not in {"ccomp", "csubj:pass"} or _is_asked(node):
        return False
    # "Nothing to suggest that it fell".
    if head.dep_ == "acl" and head.lemma_.lower() in _WORDS["evidence"]:
        return _is_none(head.head)
    shown = (c for c in head.children if c.dep_ in SUBJECTS)
    return any(s.lemma_.lower() in _PROOF and _is_none(s) for s in shown)


def _is_asked(node: Token) -> bool:
    """Tell whether a clause leaves open who or how, not whether: "who did it"."""
    return any(c.lower_ in ASKING for c in node.children)


@told_by(_PROOF)
def is_taken_for_granted(node: Token) -> bool:
    """Tell whether an event is known and only its course, or who did it, is not shown: "no sign of
    the raids easing", "no proof of who shelled it".
    """
    if node.dep_ not in {"acl", "nmod"} or node.head.lemma_.lower() not in _PROOF:
        return False
    if node.dep_ == "acl":
        return _is_asked(node)
    known = any(c.lower_ in _POINTING for c in node.children if c.dep_ in {"det", "nmod:poss"})
    near = (*node.children, *node.head.children)
    return known and any(c.dep_ == "acl" and c.i > node.i and _is_gerund(c) for c in near)


def _is_lacking(proof: Token) -> bool:
    """Tell whether there is no proof: "no proof that", "have not found any proof that"."""
    if _is_none(proof):
        return True
    if any(c.lower_ in _POINTING for c in proof.children if c.dep_ in {"det", "nmod:poss"}):
        return False
    verb = proof.head
    return (proof.dep_ in PATIENTS or _is_there(proof)) and _is_denied(verb)


def _is_there(noun: Token) -> bool:
    return noun.dep_ == "nsubj" and any(c.dep_ == "expl" for c in noun.head.children)


def _is_none(word: Token) -> bool:
    return word.lower_ in _NONE or any(c.lower_ in _NO for c in word.children if c.dep_ == "det")


def _is_denied(verb: Token) -> bool:
    if verb.lemma_.lower() == "lack" or any(c.lower_ in NOT for c in verb.children):
        return True
    if verb.dep_ == "xcomp" and is_infinitive(verb):
        yet = any(c.lower_ == "yet" for c in (*verb.children, *verb.head.children))
        return yet or verb.head.lemma_.lower() in _FAILING
    return any(c.dep_ in SUBJECTS and _is_none(c) for c in verb.children)


@told_by(_WORDS["falsely"])
def is_told_falsely(trigger: Token) -> bool:
    """Tell whether an event was told falsely or too early: "falsely reported that it fell",
    "prematurely announced its capture".
    """
    for node in (step.token for step in governors(trigger)):
        if node.i != trigger.i and _is_called(node):
            return False
        if node.dep_ in _CONTENT and _tells_falsely(node.head, node):
            return True
    return False


def _is_called(node: Token) -> bool:
    """Tell whether a word only says what something is, which is there: "the raid was a mistake"."""
    return node.pos_ in {"NOUN", "PROPN", "ADJ"} and any(c.dep_ == "cop" for c in node.children)


def _tells_falsely(verb: Token, content: Token) -> bool:
    if verb.lemma_.lower() not in _WORDS["asserting"]:
        return False
    if content.dep_ == "advcl" and all(c.lower_ != "of" for c in content.children):
        return False
    if content.dep_ in PATIENTS and verb.lemma_.lower() == "accuse":
        return False  # "falsely accused the army": whom, not of what
    if content.pos_ == "NOUN" and any(c.lower_ == "of" for c in content.children):
        return False  # "falsely accused of the raid", which has been
    return any(c.dep_ == "advmod" and c.lower_ in _WORDS["falsely"] for c in verb.children)


def is_disbelieved(step: Step, below: Token) -> bool:
    """Tell whether a word above an event says that others do not believe in it: "analysts do not
    think that it fell", "few expect that it will fall"; or only are to, "wants you to think so".
    """
    verb = step.token
    if step.via != "ccomp" or _is_called(below) or verb.lemma_.lower() not in _WORDS["believing"]:
        return False
    if _sellers(verb):
        return True
    helpers = {a.lower_ for a in auxiliaries(verb)}
    if not helpers.isdisjoint(_BEFORE) and verb.dep_ != "ccomp":
        return False  # "had not expected that they would attack": they did
    return any(c.lower_ in NOT for c in verb.children) or any(
        c.dep_ == "nsubj" and are_few(c) for c in verb.children
    )


@told_by(_WORDS["believing"])
def is_sold_by(trigger: Token, source: Token) -> bool:
    """Tell whether somebody would only have others believe in an event."""
    return any(source in _sellers(token) for token in trigger.ancestors)


def _sellers(believing: Token) -> tuple[Token, ...]:
    """Return who would have others believe something, by the words of who tells of it: "they want
    you to believe that it fell".
    """
    verb = believing.head
    wished = believing.dep_ == "xcomp" and verb.lemma_.lower() in _WORDS["selling"]
    if not wished or believing.lemma_.lower() not in _WORDS["believing"]:
        return ()
    sold = any(c.lower_ in _WORDS["sold"] and c.i > verb.i for c in verb.children)
    who = (c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i)
    return tuple(who) if sold and all(c.lower_ not in NOT for c in verb.children) else ()


def are_few(subject: Token) -> bool:
    """Tell whether hardly anybody does it: "few believe", "few observers", not "a few"."""
    few = subject.lower_ == "few" or any(c.lower_ in _HARDLY for c in subject.children)
    return few and all(c.lower_ not in {"a", "the"} for c in subject.children)


@told_by(_WORDS["believing"])
def is_unbelieved(trigger: Token) -> bool:
    """Tell whether an event is only what others do not believe in."""
    return any(is_disbelieved(up, down.token) for down, up in pairwise(governors(trigger)))
