"""Who stands around an event and has no part in it: who fails to stop it, puts it down, votes it
down, is told of in a clause beside (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.ceasing import worded
from fogline.reading.factuality.unborne import only_harmless
from fogline.reading.grammar.arguments import laid_to, of_verb
from fogline.reading.grammar.coordination import conjuncts
from fogline.reading.grammar.gapped import is_gapped
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import PATIENTS
from fogline.reading.roles import averting
from fogline.reading.roles.bereaved import bereaved
from fogline.reading.roles.doers import Participants
from fogline.reading.roles.guarding import only_guards
from fogline.reading.roles.reproaches import reproaching
from fogline.reading.roles.requited import requited
from fogline.reading.roles.unclaimed import silent
from fogline.reading.roles.whose import doers
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.reading.language import Token
    from fogline.reading.triggers.merging import Candidate

_DEALING: Final = words("dealing.csv", "word")
_IDLING: Final = _DEALING["idling"]
_ACCUSING: Final = _DEALING["accusing"]
_PUNISHING: Final = _DEALING["punishing"]
_PENALTY: Final = _DEALING["penalty"]
_RELIEVING: Final = _DEALING["relieving"]
_TAKING: Final = frozenset({("CONTROL", "gain"), ("CONTROL", "lose"), ("ASSAULT", "abduct")})
_LOSING: Final = _DEALING["losing"]
_TWO_SIDED: Final = frozenset({"mutual", "fight"})
_PUT_DOWN: Final = frozenset({"ASSAULT", "PROTEST"})
_THEIRS: Final = frozenset({"its", "their", "his", "her"})
_WATCHED: Final = frozenset({"during", "through", "throughout", "amid"})
_WHY: Final = frozenset({"over", "for"})
_ON: Final = frozenset({"on", "against", "upon"})
_LAYING: Final = _DEALING["laying"]
_LAID_ON: Final = frozenset({"on", "to"})
_LIVING: Final = frozenset({"force", "people", "actor", "person"})
_WHO: Final = frozenset({"who", "whom", "whose"})


def without(found: Participants, candidate: Candidate) -> Participants:
    """Return who takes part in an event, without those who only stand around it."""
    head = candidate.head
    if (target := _reproached(candidate)) is not None:
        to = tuple(r for r in found.recipients if r.i != target.i)
        return Participants((target,), to or _helped(head))
    if blamed := _blamed(head):
        among = {t.i for t in blamed}
        return Participants(blamed, tuple(r for r in found.recipients if r.i not in among))
    if relieved := _relieved(candidate):
        return Participants(relieved)
    outside = {t.i for t in _outside(head, candidate.entry.event)} - {t.i for t in doers(head)}
    others = {t.i for t in (*_aside(found, candidate), *_later(found.recipients, head))}
    others |= _before_own(head, found.actors) | {t.i for t in _unharmed(head)}
    others |= {r.i for r in found.recipients if is_gapped(r)}
    others |= {a.i for a in found.actors if only_guards(a, head)}
    if (candidate.entry.event, candidate.entry.mode) in _TAKING:
        others |= {r.i for r in found.recipients if _befell(r)}
    if candidate.entry.event == "ASSAULT" and candidate.entry.frame not in _TWO_SIDED:
        others |= {r.i for r in found.recipients if _is_own_loss(r, found.actors)}
    laid = laid_to(head) if candidate.entry.kind == "nouns" else []
    recipients = tuple(r for r in found.recipients if r.i not in others and r not in laid)
    if laid and (owned := averting.claimants(head)):
        return Participants(owned, recipients)
    actors = tuple(a for a in found.actors if a.i not in outside | others)
    return Participants(actors or tuple(laid), recipients or requited(head))


@told_by(_LAYING, otherwise=())
def _blamed(deed: Token) -> tuple[Token, ...]:
    """Return on whom a deed is pinned, the last that "on" or "to" brings: "blamed the raid on the
    port on rebels".
    """
    verb = deed.head
    if deed.dep_ not in PATIENTS or verb.lemma_.lower() not in _LAYING:
        return ()
    behind = (c for t in (deed, verb) for c in t.children if c.dep_ in {"obl", "nmod"})
    laid = [c for c in behind if c.i > deed.i and preposition(c) in _LAID_ON]
    return tuple(conjuncts(max(laid, key=lambda c: c.i))) if laid else ()


@told_by(_LOSING)
def _is_own_loss(word: Token, actors: tuple[Token, ...]) -> bool:
    """Tell whether who attacks only loses the thing that a word names: "lost a jet during its
    strikes"; people are harmed all the same.
    """
    while word.dep_ == "conj":
        word = word.head
    verb = word.head
    thing = "platform" in classes.of_word(word)
    if not thing or word.dep_ != "obj" or verb.lemma_.lower() not in _LOSING:
        return False
    own = {t.i for t in of_verb(verb).subjects}
    return any(a.i in own or (a.lower_ in _THEIRS and a.i > verb.i) for a in actors)


def _befell(word: Token) -> bool:
    """Tell whether a phrase says with what loss a place or somebody was taken: "captured with five
    men wounded".
    """
    lost = (c for c in word.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i > word.i)
    return word.dep_ in {"obl", "nmod"} and preposition(word) == "with" and any(lost)


def _unharmed(deed: Token) -> Iterator[Token]:
    """Yield whom a deed is not shown to have harmed, "no sign that he was hit by the raid"; of the
    harm itself the deed, which is nobody.
    """
    if only_harmless(deed):
        yield from (c for c in deed.head.children if c.dep_ in PATIENTS)
    yield from filter(only_harmless, deed.children)


def _outside(event: Token, category: str) -> Iterator[Token]:
    """Yield who deals with an event that is another's."""
    if category != "REQUEST":
        yield from reproaching(event)
    if category == "ASSAULT":
        yield from _bystanders(event)
        yield from bereaved(event)
    if category in _PUT_DOWN:
        yield from averting.quelling(event)
    yield from _accusers(event)
    yield from requited(event)
    yield from averting.voters(event)
    yield from silent(event)


@told_by(_IDLING, _DEALING["averting"], otherwise=())
def _bystanders(event: Token) -> Iterator[Token]:
    """Yield who cannot or does not stop an event: "the police failed to stop the looting", "troops
    stood by during the killing".
    """
    top = averting.counted(event)
    idle = top.dep_ == "obl" and preposition(top) in _WATCHED
    if idle and worded(top.head) in _IDLING and not averting.is_own(event):
        yield from of_verb(top.head).subjects
    if (verb := averting.averting(event)) is not None:
        yield from _over(verb)


def _over(verb: Token) -> Iterator[Token]:
    """Yield whoever stands by a verb or by those above it."""
    for above in averting.way(verb):
        args = of_verb(above)
        yield from (*args.subjects, *args.agents)
        if above.i != verb.i:
            yield from args.objects


@told_by(_ACCUSING, otherwise=())
def _accusers(event: Token) -> Iterator[Token]:
    """Yield by whom somebody is accused of an event: "was accused by the army of using them"."""
    for verb in averting.way(event):
        laid = verb.dep_ in {"advcl", "obl"} and verb.head.lemma_.lower() in _ACCUSING
        yield from of_verb(verb.head).agents if laid else ()


def _aside(found: Participants, candidate: Candidate) -> Iterator[Token]:
    """Yield those who stand in a relative clause that only tells more of another of those who act
    or are acted on: "the gunmen who killed the priest were shot"; what is told of a deed by its
    noun may hang on another, "clashes with rebels which killed ten".
    """
    both = (*found.actors, *found.recipients) if candidate.entry.kind == "verbs" else ()
    parties = {t.i for t in both} - {*candidate.places}
    for one in both:
        clause = _relative(one)
        if clause is None or clause.head.i not in parties or _is_result(one, clause):
            continue
        if _is_living(clause.head) and _is_apart(clause, candidate):
            yield one


def _later(recipients: tuple[Token, ...], deed: Token) -> Iterator[Token]:
    """Yield whom only what came after befell: "attacked rebels, who had shelled it, and killed 20
    of them".
    """
    clause = _relative(deed)
    if clause is None or all(c.lower_ != "had" for c in clause.children):
        return
    within = {t.i for t in clause.subtree}
    for one in recipients:
        beside = one.dep_ in PATIENTS and one.i > max(within) and one.i not in within
        if beside and one.head.i not in {clause.head.i, *within}:
            yield one


def _relative(word: Token) -> Token | None:
    """Return the relative clause that a word stands in."""
    return next((t for t in (word, *word.ancestors) if t.dep_ == "acl:relcl"), None)


def _is_result(word: Token, clause: Token) -> bool:
    """Tell whether a word stands below a participle, which may tell what came of the main verb:
    "clashed with rebels who tried to enter, killing two".
    """
    between = (t for t in word.ancestors if t.i > clause.i)
    participles = (t for t in between if t.dep_ == "advcl" and t.tag_ == "VBG")
    return any(all(c.dep_ not in {"mark", "case"} for c in t.children) for t in participles)


def _is_living(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or not _LIVING.isdisjoint(classes.of_word(noun))


def _is_apart(clause: Token, candidate: Candidate) -> bool:
    """Tell whether a relative clause tells of another deed; of people it does, also where a word of
    it went into the claim.
    """
    within = {t.i for t in clause.subtree}
    people = any(c.lower_ in _WHO for c in clause.children)
    return candidate.head.i not in within and (people or not within & {*candidate.places})


def _before_own(verb: Token, actors: tuple[Token, ...]) -> set[int]:
    """Return the subjects of the verb that one with a subject of its own is joined to: "rebels took
    the town, but the army took it back".
    """
    if verb.dep_ != "conj" or not any(c.dep_ == "nsubj" and c in actors for c in verb.children):
        return set()
    return {c.i for c in verb.head.children if c.dep_ == "nsubj"}


def _reproached(candidate: Candidate) -> Token | None:
    """Return whose deed it is over which they are punished or blamed: "sanctions against X over its
    raids".
    """
    deed = candidate.head
    if preposition(deed) not in _WHY or deed.dep_ not in {"obl", "nmod"}:
        return None
    if not any(c.dep_ == "nmod:poss" and c.lower_ in _THEIRS for c in deed.children):
        return None
    above = deed.head
    taken = [above, *(c for c in above.children if c.dep_ in {*PATIENTS, "obl"})]
    penalty = (t for t in taken if t.lemma_.lower() in _PENALTY and t.i < deed.i)
    against = (c for t in penalty for c in t.children if preposition(c) in _ON)
    named = (c for c in taken if c.dep_ in PATIENTS and above.lemma_.lower() in _PUNISHING)
    return next((t for t in (*against, *named) if _is_somebody(t) and t.i < deed.i), None)


def _helped(deed: Token) -> tuple[Token, ...]:
    """Return whom it is for: "its support for the militia"."""
    return tuple(c for c in deed.children if c.dep_ == "nmod" and preposition(c) == "for")


def _is_somebody(word: Token) -> bool:
    return word.pos_ in {"PROPN", "NOUN"} and word.lemma_.lower() not in _PENALTY


def _relieved(candidate: Candidate) -> tuple[Token, ...]:
    """Return who leaves as others take their place: "the brigade was relieved by marines"."""
    verb = candidate.head
    leaves = candidate.entry.event == "RETREAT" and verb.lemma_.lower() in _RELIEVING
    return of_verb(verb).objects if leaves and is_passive(verb) else ()
