"""Several triggers of one event in a sentence become one claim (codebook, sections 1 and 7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from fogline.model.quick import quick
from fogline.reading.factuality.ellipsis import left_out
from fogline.reading.factuality.unborne import only_harmless
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import ADNOMINAL, CORE, FINITE, SUBJECTS
from fogline.reading.roles import converse
from fogline.reading.tables import words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.triggers.triggers import Entry, Match

_RANK: Final = {"attack": 3, "defence": 3, "harm": 1, "light": 0}
_BRIDGE: Final = frozenset(
    (
        "nsubj nsubj:pass csubj obj obl obl:agent advcl acl conj xcomp nmod compound amod "
        "parataxis dep"
    ).split()
)
_CLAUSES: Final = frozenset({"advcl", "conj", "parataxis", "ccomp", "acl", "acl:relcl"})
_DEALING: Final = words("dealing.csv", "word")
_TRAILING: Final = _DEALING["trailing"]
_WHERE: Final = frozenset({"in", "at", "near", "on"})
_STRIKING: Final = _DEALING["striking at"]
_DOERS: Final = frozenset({"force", "actor", "platform"})
_REPELLING: Final = _DEALING["repelling"]
_BESIDE: Final = 7
_FAR: Final = 6
_APART: Final = frozenset("if unless until although though because despite whereas since".split())
_HURT: Final = _DEALING["hurt"]
# How much less than a named attack these verbs say of it: shells are fired before they land.
_GENERIC: Final = dict.fromkeys("target strike blow fire launch drop claim".split(), 1.0) | {
    "hit": 0.9, "land": 1.5, "fall": 1.5, "plant": 1.5
}  # fmt: skip


@quick
@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger with the sense chosen for it, and the triggers of the same event that it
    absorbed.

    `head` is the token that heads the trigger, `words` are it and the heads that it absorbed,
    `places` the indices of the trigger's own tokens and of all these.
    """

    match: Match
    entry: Entry
    absorbed: tuple[Candidate, ...] = ()
    head: Token = field(init=False, repr=False, compare=False)
    words: list[Token] = field(init=False, repr=False, compare=False)
    places: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "head", self.match.head)
        object.__setattr__(self, "words", [self.head, *(a.head for a in self.absorbed)])
        places = dict.fromkeys((*self.match.tokens, *(w.i for w in self.words)))
        object.__setattr__(self, "places", tuple(places))

    def __hash__(self) -> int:
        # What is worked out of candidates is looked up often, and an entry is long.
        return hash(self.match.tokens)


PASSING: Final = frozenset({"come", "follow", "occur", "happen", "take"})
"""Verbs by which an event is only set beside another."""
_BESIDE_IN_TIME: Final = frozenset({"after", "before", "as", "while", "since"})


def merge(
    candidates: list[Candidate], sure: Callable[[Candidate], bool] = lambda _: False
) -> list[Candidate]:
    """Return a sentence's candidates with attack words and their consequences put together.

    The most specific word stands for the event: a named attack before "hit", both before "killed".
    What is `sure` to be a claim stays one where a clause lies between.
    """
    # "It has not been: an explosion damaged the road" tells of two.
    assaults = [c for c in candidates if c.entry.event == "ASSAULT" and left_out(c.head) is None]
    if len(assaults) < 2:
        return candidates
    owner = _owners(assaults, sure)
    owner |= _counted_beside(assaults, owner)
    owner |= {t.head.i: c for t in assaults if (c := _toll(t, assaults, owner)) is not None}
    absorbed: dict[int, list[Candidate]] = {}
    for candidate in assaults:
        if candidate.head.i in owner:
            absorbed.setdefault(_root(candidate, owner).head.i, []).append(candidate)
    return [
        Candidate(c.match, c.entry, tuple(absorbed[c.head.i])) if c.head.i in absorbed else c
        for c in candidates
        if c.head.i not in owner or c.entry.event != "ASSAULT"
    ]


def _owners(assaults: list[Candidate], sure: Callable[[Candidate], bool]) -> dict[int, Candidate]:
    """Return the nearest attack of which each other is only a word or a consequence."""
    owner: dict[int, Candidate] = {}
    for weak in assaults:
        strong = [
            c for c in assaults if c is not weak and _outranks(c, weak) and _one_event(c.head, weak)
        ]
        if sure(weak):
            strong = [c for c in strong if not _is_clause_between(c.head, weak.head)]
        if strong:
            owner[weak.head.i] = min(strong, key=lambda c: _distance(c, weak))
    return owner


def _distance(strong: Candidate, weak: Candidate) -> tuple[bool, int]:
    """Return how near an attack is to what may be its consequence; other harm stands back."""
    return strong.entry.rank == "harm", abs(strong.head.i - weak.head.i)


def _counted_beside(assaults: list[Candidate], owner: dict[int, Candidate]) -> dict[int, Candidate]:
    """Return the owners of harm words that stand beside one whose attack is found: "six killed ten
    injured in an attack".
    """
    harms = [c for c in assaults if c.entry.rank == "harm"]
    found = {}
    for one, other in pairwise(harms):
        if 0 < other.head.i - one.head.i <= _BESIDE:
            for alone, owned in ((one, other), (other, one)):
                if alone.head.i not in owner and owned.head.i in owner:
                    found[alone.head.i] = owner[owned.head.i]
    return {i: c for i, c in found.items() if c.head.i != i}


_HIGH: Final = frozenset({"to", "at"})


def _toll(
    candidate: Candidate, assaults: list[Candidate], owner: dict[int, Candidate]
) -> Candidate | None:
    """Return who a toll is told to be, by whom it is counted: "raised the toll to 31 dead"."""
    toll = candidate.head
    if toll.lemma_.lower() != "toll" or toll.i in owner:
        return None
    harms = (c for c in assaults if c.entry.rank == "harm" and c.head.i not in owner)
    return next((c for c in harms if c.head.i > toll.i and _is_amount(c.head, toll)), None)


def _is_amount(harm: Token, toll: Token) -> bool:
    """Tell whether a word of harm stands in the phrase that says how high a toll is."""
    node = harm.head if harm.dep_ in {"acl", "amod"} else harm
    if node.dep_ == "xcomp":
        return node.head.i == toll.head.i
    above = {node.head.i, node.head.head.i} if preposition(node) in _HIGH else set()
    return not above.isdisjoint({toll.i, toll.head.i})


def _root(candidate: Candidate, owner: dict[int, Candidate]) -> Candidate:
    seen = set()
    while candidate.head.i in owner and candidate.head.i not in seen:
        seen.add(candidate.head.i)
        candidate = owner[candidate.head.i]
    return candidate


def _specificity(candidate: Candidate) -> float:
    rank = float(_RANK.get(candidate.entry.rank, 2))
    if candidate.entry.rank == "harm" and candidate.head.lower_ not in _HURT:
        rank += 0.2
    if candidate.entry.rank == "attack":
        if candidate.entry.kind == "verbs":
            rank -= _GENERIC.get(candidate.head.lemma_.lower(), 0.0)
        elif candidate.entry.kind == "nouns":
            rank += 0.5
    return rank


def _outranks(strong: Candidate, weak: Candidate) -> bool:
    mutual = "mutual" in {strong.entry.frame, weak.entry.frame}
    if weak.entry.rank == "defence" or strong.entry.rank == "defence":
        return False
    if _is_means(weak, strong) or _is_means(strong, weak):
        return _is_means(weak, strong)
    difference = _specificity(strong) - _specificity(weak)
    if mutual and weak.entry.rank == "attack":
        return False
    return difference > 0


def _is_means(means: Candidate, deed: Candidate) -> bool:
    """Tell whether a noun only names what an attack's verb was done with: "attacked the camp with
    car bombs", "dropped barrel bombs", "a mine exploded", "shells fired by rebels".
    """
    if deed.entry.rank != "attack" or deed.entry.kind != "verbs" or means.entry.kind != "nouns":
        return False
    noun = means.head
    if deed.head.head.i == noun.i and _is_launched(deed.head):
        return deed.head.lemma_.lower() == "fire"
    while noun.dep_ == "conj":
        noun = noun.head
    if noun.head.i != deed.head.i:
        return False
    wielded = noun.dep_ == "obl" and preposition(noun) == "with"
    struck = noun.dep_ == "nsubj" and deed.head.lemma_.lower() in _STRIKING
    taken = noun.dep_ in CORE and not struck
    return wielded or (taken and "weapon" in classes.of_word(noun))


def _one_event(strong: Token, weaker: Candidate) -> bool:
    """Tell whether the path between two words stays inside one clause complex.

    A verb that names an attack of its own ("bombed X when ...") leaves its clause to no other.
    """
    weak = weaker.head
    if is_repelled(strong, weak) or only_harmless(strong):
        return False
    if weaker.entry.rank == "harm" and weak.lower_ in _HURT and not _elsewhere(weak):
        return True
    if only_advances(strong, weak):
        return False
    up, down = _paths(strong, weak)
    plain = weaker.entry.rank == "attack" and weak.lemma_.lower() not in _GENERIC
    if plain and weaker.entry.kind == "verbs" and any(t.dep_ == "advcl" for t in (up or ())):
        return False
    if any(_is_another_blow(t, strong, weaker) for t in (*(up or ()), *down)):
        return False
    if up is None or len(up) + len(down) > _FAR:
        return False
    answers = any(converse.is_answer(t) for t in (*up, *down))
    if answers or converse.cause(strong) != converse.cause(weak):
        return False  # "in response to an air strike"
    if _acts(weaker) and any(_has_own_doer(t) or _is_earlier(t) for t in (*up, *down)):
        return False
    return all(_joins(t, strong) or _is_launched(t) for t in up) and all(
        _joins(t, strong) or _describes(t, strong) for t in down
    )


def only_advances(attack: Token, harm: Token) -> bool:
    """Tell whether a verb only tells of ground gained beside another that tells of deaths: "army
    advances in the south, kills 16".
    """
    finite = harm.tag_ in FINITE and attack.tag_ in FINITE
    return finite and attack.lemma_.lower() == "advance" and attack.i < harm.i


def is_repelled(attack: Token, harm: Token) -> bool:
    """Tell whether harm is what those do who repel an attack: "foiled the raid, killing ten"."""
    struck = attack
    while struck.dep_ in {"nmod", "compound"}:
        struck = struck.head
    verb = struck.head
    if struck.dep_ != "obj" or is_passive(harm):
        return False
    own = harm.head.i == verb.i and harm.dep_ in {"advcl", "conj", "xcomp"}
    lemma = verb.lemma_.lower()
    told = {lemma, *(f"{lemma} {c.lower_}" for c in verb.children if verb.i < c.i <= verb.i + 2)}
    return own and not told.isdisjoint(_REPELLING)


def _is_clause_between(strong: Token, weak: Token) -> bool:
    """Tell whether a clause of its own lies between two words: "ten died as jets hit the port"."""
    up, down = _paths(strong, weak)
    return up is None or any(t.dep_ in _CLAUSES for t in (*up, *down))


def _is_another_blow(clause: Token, strong: Token, weaker: Candidate) -> bool:
    """Tell whether a clause sets one attack beside another: "fought on as jets struck the hill"."""
    verbs = strong.pos_ == weaker.head.pos_ == "VERB" and weaker.entry.rank == "attack"
    if not verbs or clause.dep_ != "advcl":
        return False
    marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
    own = any(c.dep_ == "nsubj" for c in clause.children)
    return own and bool(marks & _BESIDE_IN_TIME)


def _acts(attack: Candidate) -> bool:
    """Tell whether an attack's verb says what it was aimed at: "jets hit the harbour"."""
    if attack.entry.rank != "attack" or attack.entry.kind != "verbs":
        return False
    return any(c.dep_ == "obj" for c in attack.head.children)


def _is_earlier(clause: Token) -> bool:
    """Tell whether a clause tells what had happened before: "a day after rebels shelled it"."""
    if clause.dep_ != "advcl" or not any(c.dep_ == "nsubj" for c in clause.children):
        return False
    return any(c.dep_ == "mark" and c.lower_ in {"after", "before"} for c in clause.children)


def _has_own_doer(clause: Token) -> bool:
    """Tell whether a clause beside another tells what somebody else did: "and jets hit ..."."""
    if clause.dep_ not in {"conj", "parataxis"}:
        return False
    subjects = [c for c in clause.children if c.dep_ == "nsubj"]
    if any(_is_other_side(s, clause.head) for s in subjects):
        return True
    return clause.dep_ == "conj" and any(
        classes.of_word(s) & _DOERS and not _is_weapon(s) for s in subjects
    )


def _is_other_side(subject: Token, verb: Token) -> bool:
    """Tell whether a pronoun is the other side's of the clause before: "they bomb X, we hit Y"."""
    before = {c.lower_ for c in verb.children if c.dep_ == "nsubj"}
    return {subject.lower_, *before} == {"we", "they"}


def _elsewhere(hurt: Token) -> bool:
    """Tell whether those hurt have a place or a day of their own."""
    own = [c for c in hurt.children if c.dep_ == "obl" and preposition(c) in _WHERE]
    return any(c.pos_ == "PROPN" or "place" in classes.of_word(c) for c in own)


def _joins(token: Token, strong: Token) -> bool:
    """Tell whether a step of the path keeps to one event."""
    if token.dep_ == "advcl":
        return not (_conditional(token) or is_dated_by(token))
    if token.dep_ == "ccomp":
        return strong.pos_ == "NOUN"
    return token.dep_ in _BRIDGE and token.dep_ not in ADNOMINAL


def is_dated_by(clause: Token) -> bool:
    """Tell whether an event is only set beside another: "the raid came after rebels attacked"."""
    if clause.head.lemma_.lower() not in PASSING:
        return False
    marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
    own = any(c.dep_ in SUBJECTS for c in clause.children)
    return own and bool(marks & _BESIDE_IN_TIME)


def _is_launched(clause: Token) -> bool:
    """Tell whether a participle says where a weapon came from: "shells fired by rebels landed"."""
    return clause.dep_ == "acl" and clause.tag_ == "VBN" and _is_weapon(clause.head)


def _describes(token: Token, strong: Token) -> bool:
    """Tell whether a clause below a noun tells what the attack did, not what somebody else did."""
    if token.dep_ not in ADNOMINAL:
        return False
    # Where commas are lost, "..., killing three" hangs on the nearest noun.
    trailing = token.dep_ == "acl" and token.lower_ in _TRAILING
    return trailing or token.head.i in _phrase(strong) or _is_weapon(token.head)


def _is_weapon(noun: Token) -> bool:
    return bool(classes.of_word(noun) & {"weapon", "attack"})


def _conditional(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in _APART for c in clause.children)


def _phrase(noun: Token) -> set[int]:
    """Return the noun and the nouns it completes: "a series of air strikes which ..."."""
    found, node = {noun.i}, noun
    while node.dep_ in {"nmod", "compound", "obj", "conj"} and node.head.i != node.i:
        node = node.head
        found.add(node.i)
    return found


def _paths(a: Token, b: Token) -> tuple[list[Token] | None, list[Token]]:
    """Return the tokens below the lowest common ancestor on each side, (None, []) without one."""
    above_a = [a, *a.ancestors]
    above_b = {t.i: n for n, t in enumerate([b, *b.ancestors])}
    for n, token in enumerate(above_a):
        if token.i in above_b:
            return above_a[:n], [b, *b.ancestors][: above_b[token.i]]
    return None, []
