"""Which words govern a trigger's proposition: the way up the parse that hedges and negations
use.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.model.quick import quick
from fogline.reading.grammar.phrases import is_definite, preposition
from fogline.reading.grammar.relations import CORE, PATIENTS, VERBAL
from fogline.reading.roles.whose import doers, is_anothers
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

BRIDGES: Final = words("bridges.csv", "words")
_NEGATIONS: Final = words("negations.csv", "word")
_TELLING: Final = words("standing.csv", "word")["telling"]
_TOLD: Final = frozenset({"was", "were", "had", "did", "has", "have", "'ve", "’ve"})
_OWN: Final = frozenset({"nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "cop"})
_PARTICLES: Final = frozenset({"compound:prt", "advmod"})
_OUTER: Final = frozenset({"nsubj:outer", "csubj:outer"})
_APART: Final = frozenset({"after", "during", "since", "amid", "despite"})
_REACHING: Final = frozenset({"from", "at", "for", "of"})
_STAYING: Final = frozenset({"in", "under"})
# By which preposition one has a share in what happens, and which verbs tell of having it.
_SHARING: Final = {"in": "partaking", "for": "answering"}


@quick
@dataclass(frozen=True, slots=True)
class Step:
    """A word that governs the trigger's proposition, and the relation by which one came to it."""

    token: Token
    via: str


def governors(trigger: Token) -> list[Step]:
    """Return the trigger and the words above it whose tense, hedge or negation falls on it.

    Relative and adverbial clauses end the way: what is said of the main clause is not said of them.
    """
    return trigger.doc.once(_governors, trigger)


def _governors(trigger: Token) -> list[Step]:
    steps, node = [Step(trigger, "")], trigger
    while node.head.i != node.i:
        # "It seems that X, and that Y": the second content hangs on the first.
        if node.dep_ == "conj" and has_that(node):
            node = node.head
            continue
        if not _carries(node):
            break
        via = "xcomp" if is_completing(node) else "ccomp" if _seems(node) else node.dep_
        steps += [Step(beside, "xcomp") for beside in _ready(node)]
        steps += [Step(noun, "acl") for noun in _outer(node)]
        linked = _linked(node)
        node = node.head
        steps += [Step(node, via), *(Step(word, via) for word in linked)]
    return [*steps, *(Step(noun, "acl") for noun in _outer(node))]


def _outer(clause: Token) -> list[Token]:
    """Return the noun that a whole clause is said to be or have: "my guess is that it fell",
    "rumour has it that it fell".
    """
    outer = [c for c in clause.children if c.dep_ in _OUTER and c.pos_ == "NOUN"]
    if clause.dep_ == "ccomp" and clause.head.lemma_ == "have":
        beside = list(clause.head.children)
        if any(c.lower_ == "it" and c.i > clause.head.i for c in beside):
            outer += [c for c in beside if c.dep_ == "nsubj"]
    return outer


def _linked(subject: Token) -> list[Token]:
    """Return what a subject only seems, stays or becomes: "a raid seems imminent", "a truce remains
    a prospect".
    """
    verb = subject.head
    if not subject.dep_.startswith("nsubj") or verb.lemma_.lower() not in BRIDGES["linking"]:
        return []
    return [c for c in verb.children if c.dep_ == "xcomp" and c.pos_ in {"ADJ", "NOUN", "ADV"}]


def _ready(verb: Token) -> list[Token]:
    """Return the adjective that an infinitive completes where both hang on a verb: "stand ready to
    fire".
    """
    if verb.dep_ != "xcomp" or verb.tag_ != "VB":
        return []
    beside = (c for c in verb.head.children if c.dep_ == "xcomp" and c.i < verb.i)
    return [c for c in beside if c.pos_ == "ADJ"]


def is_completing(verb: Token) -> bool:
    """Tell whether an infinitive completes an adjective, however the parse hangs it: "ready to
    fire", "quick to enter".
    """
    if verb.dep_ not in {"xcomp", "advcl"} or verb.tag_ != "VB" or verb.head.pos_ != "ADJ":
        return False
    return any(c.lower_ == "to" and c.dep_ in {"mark", "aux"} for c in verb.children)


def auxiliaries(verb: Token) -> list[Token]:
    """Return a verb's auxiliaries, those that it shares with the verb it is coordinated to
    included.
    """
    return verb.doc.once(_auxiliaries, verb)


def _auxiliaries(verb: Token) -> list[Token]:
    own = [c for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"}]
    if any(c.dep_ == "nsubj:outer" and c.pos_ == "NOUN" for c in verb.children):
        first = next((c for c in own if c.dep_ == "cop"), None)
        own = [c for c in own if c is not first]  # "word is that it fell": "is" dates the word
    shares = verb.dep_ == "conj" and verb.tag_ in {"VB", "VBG", "VBN"} and verb.head.i != verb.i
    if not own and shares and not any(c.dep_.startswith("nsubj") for c in verb.children):
        return auxiliaries(verb.head)
    return own


def own_time(steps: list[Step]) -> Iterator[Step]:
    """Yield the words up to a clause with a time of its own, as one that tells of the past has,
    or one that is known or said: "may know that it falls".
    """
    for below, step in zip([None, *steps], steps, strict=False):
        if below is not None and step.via == "ccomp" and _is_apart(below.token, step.token):
            return
        yield step


def _is_apart(clause: Token, governor: Token) -> bool:
    return is_past(clause) or (
        governor.lemma_.lower() in _TELLING
        and any(_is_tensed(t) for t in (clause, *auxiliaries(clause)))
    )


def _is_tensed(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP", "MD"}


def is_past(verb: Token) -> bool:
    """Tell whether a verb stands in the past or the perfect: "fell", "has fallen"."""
    helpers = auxiliaries(verb)
    if any(a.tag_ == "MD" for a in helpers):
        return False
    return (verb.tag_ == "VBD" and not helpers) or any(a.lower_ in _TOLD for a in helpers)


def predicate(trigger: Token) -> Token:
    """Return the word whose tense dates the trigger: itself, or the verb that makes it happen."""
    return trigger.doc.once(_predicate, trigger)


def _predicate(trigger: Token) -> Token:
    node = trigger
    while node.pos_ not in VERBAL and node.head.i != node.i and _carries(node):
        node = node.head
    return node


def _carries(node: Token) -> bool:
    head, dep = node.head, node.dep_
    lemma = head.lemma_.lower()
    if dep in {"xcomp", "ccomp", "csubj", "csubj:pass"} or is_completing(node):
        return True
    if dep == "acl":
        tells = head.pos_ == "NOUN" and lemma in BRIDGES["noun"] and not _judges(node)
        return node.tag_ == "VB" or tells
    if dep == "conj":
        return _shares(node)
    if is_shared(node):
        return not any(doers(node))
    if dep == "nmod":
        return lemma in BRIDGES["noun"] and preposition(node) in {"of", "for", "in", "by"}
    if dep in CORE:
        if is_stopped(node) or _is_means(node):
            return False
        shared = any(_has_share(node, case) for case in _SHARING)
        carries = lemma in BRIDGES["verb"] or head.pos_ == "ADJ" or _copular(head)
        carries = carries or _is_brought(node) or (is_ended(node) and not _is_aim(head))
        return shared or carries or bool(_linked(node))
    if dep == "appos" and node.pos_ == "VERB":
        return lemma in BRIDGES["noun"]  # "odds are it will fall", read as the noun's apposition
    beside = dep in {"obl", "advcl"} and (_leans(node) or is_lacking(node) or is_shown(node))
    return beside or _seems(node) or _stays(node)


def _judges(participle: Token) -> bool:
    """Tell whether a participle says who denies the account above it, and is no part of it:
    "reports, denied by the army, that it fell".
    """
    denied = participle.tag_ == "VBN" and participle.lemma_.lower() in _NEGATIONS["denial"]
    return denied and not any(c.dep_ in _OWN for c in participle.children)


def _stays(node: Token) -> bool:
    """Tell whether a word is what something stays in: "whether it remains in rebel hands"."""
    held = node.dep_ == "obl" and preposition(node) in _STAYING
    return held and node.head.lemma_.lower() in BRIDGES["staying"]


def _is_brought(node: Token) -> bool:
    """Tell whether a word is what something may bring about, or is held to be: "may spark a raid",
    "deems a raid a possibility".
    """
    head = node.head
    judged = head.dep_ == "xcomp" and head.pos_ == "NOUN"
    return judged or (node.dep_ == "obj" and head.lemma_.lower() in BRIDGES["causing"])


def is_shared(event: Token) -> bool:
    """Tell whether somebody has, or denies, a share in an event: "took part in the raid", "denied
    responsibility for it", "joined it", "was involved in it".
    """
    head, case = event.head, preposition(event)
    if _tells_which(head.head if event.dep_ == "nmod" else head):
        return False
    if event.dep_ == "nmod":
        return case in _SHARING and _is_share(head, case) and _has_share(head, case)
    if event.dep_ == "obl" and case == "in":
        return head.lower_ == "involved" or any(_has_share(c, case) for c in head.children)
    return event.dep_ == "obj" and head.lemma_.lower() in BRIDGES["joining"]


def _tells_which(verb: Token) -> bool:
    """Tell whether a clause only tells which people are meant: "men not involved in the raid", not
    what an account tells: "the claim that they had a hand in it".
    """
    clause = verb.dep_ in {"acl", "acl:relcl", "amod"} and verb.tag_ != "VB"
    told = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    return clause and not told and verb.head.pos_ != "PROPN"


def is_share(noun: Token) -> bool:
    """Tell whether a noun only tells of a share in an event: "responsibility for the raid"."""
    cases = {preposition(c) for c in noun.children if c.dep_ == "nmod"}
    return noun.pos_ == "NOUN" and any(_is_share(noun, c) for c in cases & _SHARING.keys())


def is_partaken(noun: Token) -> bool:
    """Tell whether a noun is a share in what is done, not one of what is taken: "took part in the
    defence", not "took part of the town".
    """
    of = noun.i + 1 < len(noun.doc) and noun.nbor().lower_ == "of"
    return _has_share(noun, "in") and not of


def _is_share(noun: Token, case: str) -> bool:
    return noun.lemma_.lower() in BRIDGES["share" if case == "in" else "answer"]


def _has_share(noun: Token, case: str) -> bool:
    """Tell whether a share is what a verb gives to its subject, or denies, also as what "cannot be
    ruled out".
    """
    taken = noun.dep_ in PATIENTS and noun.head.lemma_.lower() in BRIDGES[_SHARING[case]]
    return taken and _is_share(noun, case) and not _is_nobodys(noun, case)


def _is_nobodys(noun: Token, case: str) -> bool:
    """Tell whether a share in a known event is told of nobody by name: "a role in the attack was
    not confirmed" leaves the attack.
    """
    events = (c for c in noun.children if c.dep_ == "nmod" and preposition(c) == case)
    owned = any(
        c.dep_ in {"nmod:poss", "amod", "compound"} or preposition(c) in {"of", "by"}
        for c in noun.children
    )
    return noun.dep_ == "nsubj:pass" and not owned and any(map(is_definite, events))


def is_stopped(event: Token) -> bool:
    """Tell whether somebody stops what another does, which it does: "halted the rebel advance"."""
    return event.head.lemma_.lower() in BRIDGES["stopping"] and is_anothers(event)


def is_ended(event: Token) -> bool:
    """Tell whether a verb tells of the end of what lasts: "broke the siege", "the truce ended"."""
    if event.dep_ not in CORE or event.lemma_.lower() not in _NEGATIONS["lasting"]:
        return False
    verb = event.head
    if event.dep_ == "nsubj" and any(c.dep_ == "obj" for c in verb.children):
        return False  # "the siege raised fears"
    ending = verb.lemma_.lower() in _NEGATIONS["ending"]
    return ending or (event.dep_ == "nsubj" and is_falling(verb))


def _is_aim(verb: Token) -> bool:
    """Tell whether a verb says what somebody tries or means to do: "a campaign to break it"."""
    if verb.dep_ not in {"acl", "advcl", "xcomp"} or all(c.lower_ != "to" for c in verb.children):
        return False
    told = verb.head.lemma_.lower()
    return verb.dep_ != "xcomp" or not (told == "have" or told in _NEGATIONS["verb"])


def is_falling(verb: Token) -> bool:
    """Tell whether a verb says that its subject holds no longer: "fell apart", "broke down"."""
    near = (c.lower_ for c in verb.children if c.i == verb.i + 1 and c.dep_ in _PARTICLES)
    return " ".join([verb.lemma_.lower(), *near]) in _NEGATIONS["falling"]


def _is_means(event: Token) -> bool:
    """Tell whether an event is that by which another thing is stopped: "the strikes have not
    stopped the Houthis".
    """
    stops = event.dep_ == "nsubj" and event.head.lemma_.lower() in BRIDGES["averting"]
    return stops and any(c.dep_ in {"obj", "ccomp"} for c in event.head.children)


def _seems(clause: Token) -> bool:
    """Tell whether a clause is what something only looks like: "it looks like it has fallen"."""
    if clause.dep_ != "advcl" or clause.head.lemma_.lower() not in BRIDGES["seeming"]:
        return False
    return any(c.dep_ == "mark" and c.lower_ in {"like", "as"} for c in clause.children)


def is_lacking(node: Token) -> bool:
    """Tell whether something is said not to come with another, and stands as that does: "will not
    leave without a fight".
    """
    if any(c.dep_ == "cop" for c in node.children):
        return False  # "while the town was without bread"
    return any(c.lower_ == "without" and c.dep_ in {"case", "mark"} for c in node.children)


@told_by(BRIDGES["describing"])
def is_shown(clause: Token) -> bool:
    """Tell whether a clause is what a place or force is shown or described as: "no longer marked
    the town as held".
    """
    if clause.dep_ != "advcl" or clause.tag_ != "VBN":
        return False
    if clause.head.lemma_.lower() not in BRIDGES["describing"]:
        return False
    return any(c.lower_ == "as" and c.dep_ == "mark" for c in clause.children)


def _shares(node: Token) -> bool:
    """Tell whether a conjunct shares what stands over the first: "agreed to leave and to talk"."""
    if any(c.dep_ == "cc" and c.lower_ == "but" for c in node.children):
        return False
    if node.pos_ != "VERB":
        return node.pos_ == "NOUN" and node.head.pos_ == "NOUN"
    own = any(c.dep_ in _OWN and c.lower_ != "to" for c in node.children)
    return not own and node.tag_ == node.head.tag_ and node.tag_ in {"VB", "VBG", "VBN"}


def _leans(node: Token) -> bool:
    """Tell whether a verb reaches down through a preposition: "refrained from firing"."""
    if node.dep_ == "obl" and node.lemma_.lower() in BRIDGES["manner"]:
        return True
    marks = {c.lower_ for c in node.children if c.dep_ in {"mark", "case"}}
    reaches = not marks & _APART if node.dep_ == "obl" else bool(marks & _REACHING)
    return reaches and node.head.lemma_.lower() in BRIDGES["oblique"]


def has_that(clause: Token) -> bool:
    """Tell whether "that" opens a clause."""
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)


def _copular(head: Token) -> bool:
    return any(c.dep_ == "cop" for c in head.children) or head.lemma_ == "be"


def owner(token: Token, heads: frozenset[int]) -> int | None:
    """Return the nearest trigger above a token, itself included; None outside any."""
    node = token
    for _ in range(40):
        if node.i in heads:
            return node.i
        if node.head.i == node.i:
            return None
        node = node.head
    return None
