"""Who stands around an event and has no part in it: who fails to stop it, puts it down, calls for
it, votes it down, lays it to another (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.arguments import laid_to, of_verb
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import PATIENTS, VERBAL
from fogline.reading.roles.frames import Participants
from fogline.reading.roles.whose import doers
from fogline.reading.tables import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.reading.language import Token
    from fogline.reading.triggers.merging import Candidate

_DEALING: Final = words("dealing.csv", "word")
_AVERTING: Final = _DEALING["averting"]
_HELPLESS: Final = _DEALING["helpless"]
_IDLING: Final = _DEALING["idling"]
_QUELLING: Final = _DEALING["quelling"]
_ACCUSING: Final = _DEALING["accusing"]
_VOTING: Final = _DEALING["voting down"]
_CHAIN: Final = frozenset({"xcomp", "acl", "advcl"})
_PUT_DOWN: Final = frozenset({"ASSAULT", "PROTEST"})
_OWN: Final = frozenset({"its", "their", "his", "her", "own"})
_WATCHED: Final = frozenset({"during", "through", "throughout", "amid"})
_CANNOT: Final = frozenset({"could", "can"})
_NOT: Final = frozenset({"not", "n't", "never"})


def without(found: Participants, candidate: Candidate) -> Participants:
    """Return who takes part in an event, without those who only stand around it."""
    head, event = candidate.head, candidate.entry.event
    outside = {t.i for t in _outside(head, event)} - {t.i for t in doers(head)}
    others = {t.i for t in _aside(found, candidate)} | _before_own(head, candidate)
    laid = [] if candidate.entry.kind != "nouns" else laid_to(head)
    actors = tuple(a for a in found.actors if a.i not in outside | others)
    recipients = tuple(r for r in found.recipients if r.i not in others and r not in laid)
    return Participants(actors or tuple(laid), recipients)


def _outside(event: Token, category: str) -> Iterator[Token]:
    """Yield who deals with an event that is another's."""
    if category == "ASSAULT":
        yield from _bystanders(event)
    if category in _PUT_DOWN:
        yield from quelling(event)
    yield from _accusers(event)
    yield from _voters(event)


def _bystanders(event: Token) -> Iterator[Token]:
    """Yield who cannot or does not stop an event: "the police failed to stop the looting", "troops
    stood by during the killing".
    """
    if any(c.dep_ == "nmod:poss" and c.lower_ in _OWN for c in event.children):
        return
    top = _counted(event)
    verb = top.head
    if top.dep_ == "obl" and preposition(top) in _WATCHED and worded(verb) in _IDLING:
        yield from of_verb(verb).subjects
    if top.dep_ == "obj" and event.tag_.startswith("NN") and is_averted(verb):
        yield from _over(verb)


def _counted(event: Token) -> Token:
    """Return the noun that only counts an event: "wave" of "a wave of killings"."""
    while event.dep_ == "nmod" and preposition(event) == "of" and event.head.pos_ == "NOUN":
        event = event.head
    return event


def is_averted(verb: Token) -> bool:
    """Tell whether a verb says that others' deeds are prevented, or were to be stopped and were
    not: "prevented", "failed to stop".
    """
    lemma = verb.lemma_.lower()
    if lemma not in _AVERTING or verb.pos_ not in VERBAL:
        return False
    return lemma in _DEALING["preventing"] or any(map(_is_helpless, _way(verb)))


def _is_helpless(word: Token) -> bool:
    """Tell whether somebody is not able to do something: "failed to", "was unable to", "could not
    stop it".
    """
    near = {c.lower_ for c in word.children}
    unable = not near.isdisjoint(_CANNOT) and not near.isdisjoint(_NOT)
    return unable or word.lemma_.lower() in _HELPLESS or {"too", "late"} <= near


def _way(verb: Token) -> Iterator[Token]:
    """Yield a verb and the words above it that share its doer: "failed" of "failed to stop"."""
    yield verb
    while verb.dep_ in _CHAIN and verb.head.i != verb.i:
        verb = verb.head
        yield verb


def _over(verb: Token) -> Iterator[Token]:
    """Yield whoever stands by a verb or by those above it."""
    for above in _way(verb):
        args = of_verb(above)
        yield from (*args.subjects, *args.agents)
        if above.i != verb.i:
            yield from args.objects


def quelling(event: Token) -> tuple[Token, ...]:
    """Return who puts down, breaks up or bans an event: "the riot was put down by the army"."""
    if event.dep_ not in PATIENTS or worded(event.head) not in _QUELLING:
        return ()
    args = of_verb(event.head)
    return args.subjects if event.dep_ == "obj" else args.agents


def worded(verb: Token) -> str:
    """Return a verb with its particle: "put down"."""
    particles = (c.lower_ for c in verb.children if c.dep_ == "compound:prt")
    return " ".join([verb.lemma_.lower(), *particles])


def _accusers(event: Token) -> Iterator[Token]:
    """Yield by whom somebody is accused of an event: "was accused by the army of using them"."""
    for verb in _way(event):
        laid = verb.dep_ in {"advcl", "obl"} and verb.head.lemma_.lower() in _ACCUSING
        yield from of_verb(verb.head).agents if laid else ()


def _voters(event: Token) -> tuple[Token, ...]:
    """Return who votes down what says it: "vetoed a resolution demanding a truce"."""
    verb = voted_down(event)
    return () if verb is None else (*of_verb(verb).subjects, *of_verb(verb).agents)


def voted_down(event: Token) -> Token | None:
    """Return the verb by which a motion is rejected that does what a participle tells."""
    motion = event.head
    if event.dep_ not in {"acl", "acl:relcl"} or event.tag_ == "VB":
        return None
    rejected = motion.dep_ in PATIENTS and worded(motion.head) in _VOTING
    return motion.head if rejected and motion.lemma_.lower() in _DEALING["motion"] else None


def _aside(found: Participants, candidate: Candidate) -> Iterator[Token]:
    """Yield those who stand in a relative clause that only tells more of another of those who act
    or are acted on: "the gunmen who killed the priest were shot".
    """
    parties = {t.i for t in (*found.actors, *found.recipients)}
    for one in (*found.actors, *found.recipients):
        clause = _relative(one)
        if clause is None or clause.head.i not in parties or clause.head.i in candidate.places:
            continue
        if not {t.i for t in clause.subtree} & {*candidate.places}:
            yield one


def _relative(word: Token) -> Token | None:
    """Return the relative clause that a word stands in."""
    return next((t for t in (word, *word.ancestors) if t.dep_ == "acl:relcl"), None)


def _before_own(verb: Token, candidate: Candidate) -> set[int]:
    """Return the subjects of the verb that one with a subject of its own is joined to: "rebels took
    the town, but the army took it back".
    """
    own = any(c.dep_ == "nsubj" for c in verb.children)
    first = verb.head
    if candidate.entry.kind != "verbs" or verb.dep_ != "conj" or not own:
        return set()
    return {c.i for c in first.children if c.dep_ == "nsubj"}
