"""Who acts and who is acted on: what the rules found and the heads weighed, each in one role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar import arguments
from fogline.reading.grammar.arguments import beside
from fogline.reading.grammar.joined import covered, with_named
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import is_led_in_twice, preposition
from fogline.reading.grammar.portions import is_some, is_whole
from fogline.reading.grammar.relations import NOUNS, PATIENTS, SUBJECTS
from fogline.reading.learned.filling import in_role
from fogline.reading.learned.values import anchor
from fogline.reading.places import place_phrases
from fogline.reading.roles import apart, converse, outsiders, threats
from fogline.reading.roles.capacities import (
    is_arms,
    is_bare_number,
    is_bare_weapon,
    is_goods,
    is_impact,
    is_sum,
    is_town,
    whole,
)
from fogline.reading.roles.doers import Participants
from fogline.reading.roles.fallen import suffers
from fogline.reading.roles.inert import is_inert
from fogline.reading.roles.nominals import is_had
from fogline.reading.roles.ruined import ruined
from fogline.reading.triggers.contents import is_threatened

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate

_TO_SOMEBODY: Final = frozenset({"THREATEN", "AGREE", "REQUEST", "CONCEDE"})
_DEEDS: Final = frozenset("CONTROL COERCE RETREAT MOBILIZE SANCTION AID".split())
_COMING: Final = frozenset({"struck", "repel", "withhold"})
_GETTING: Final = frozenset({"receive", "regain", "lose", "bidden"})
_TWO: Final = 2
_PLACES: Final = frozenset({"place", "site"})
_THINGS: Final = frozenset({"platform", "weapon", "aid", "supply"})


def participants(ruled: Participants, candidate: Candidate, scene: Scene) -> Participants:
    """Return who acts and who is acted on, nobody in both."""
    found = ruled if scene.evidence is None else _weighed(ruled, candidate, scene)
    if candidate.entry.frame == "mutual" and not found.actors and _are_sides(found, scene):
        return Participants(found.recipients)  # of one that fell alone nobody knows who fought it
    found = outsiders.without(found, candidate)
    actors = tuple(a for a in found.actors if not is_inert(a, candidate))
    if candidate.entry.mode == "supply":
        actors = tuple(a for a in actors if not is_goods(a, scene))
    return Participants(with_named(actors, scene), with_named(found.recipients, scene))


def _are_sides(found: Participants, scene: Scene) -> bool:
    """Tell whether those who fell are the two sides, each counted apart: "six soldiers and two
    rebels were killed in clashes".
    """
    fallen = found.recipients
    joined = len(fallen) == _TWO and fallen[1].head.i == fallen[0].i
    counted = all(any(c.dep_ == "nummod" for c in r.children) for r in fallen)
    return joined and counted and all("force" in scene.classes(r) for r in fallen)


def _weighed(ruled: Participants, candidate: Candidate, scene: Scene) -> Participants:
    """Return who acts and who is acted on by rules and heads, nobody in both."""
    struck, aloof = _settled(ruled, candidate, scene)
    named = _named(ruled, candidate, scene)
    if suffers(candidate.head, candidate.entry):  # whom the heads take for actors are moved
        struck = [r for r in struck if r in named]
    actors = _able([a for a in named if a.i not in aloof], ruled, candidate, scene)
    recipients = _receiving(ruled, struck, candidate, scene)
    doers = _doers(ruled, candidate)
    turned = [r for r in recipients if r.i in doers]  # who does it grammatically suffers nothing
    if turned:
        actors = [*turned, *(a for a in actors if a.i in doers - {t.i for t in turned})]
    fled = _fled(actors, candidate, scene)
    actors, recipients = [a for a in actors if a not in fled], [*fled, *recipients]
    both = {a.i for a in actors} & {r.i for r in recipients}
    acts = _acting(both, doers, ruled, candidate, scene)
    return Participants(
        _told_once(a for a in actors if a.i not in both - acts),
        _told_once(r for r in recipients if r.i not in acts),
    )


def _named(ruled: Participants, candidate: Candidate, scene: Scene) -> list[Token]:
    """Return who acts by the heads, and by the rules too where the heads seldom see who does."""
    actors = in_role("actor", ruled.actors, candidate, scene)
    entry = candidate.entry
    there = (entry.event, entry.frame) == ("CONTROL", "present")  # "Goma is under M23"
    if entry.frame in _GETTING or there or apart.thanked(candidate.head):
        actors += [a for a in ruled.actors if a not in actors]
    return actors


def _able(
    actors: list[Token], ruled: Participants, candidate: Candidate, scene: Scene
) -> list[Token]:
    """Return those who may have done it, by what they are and by the words that they stand in."""
    head, event = candidate.head, candidate.entry.event
    actors = [a for a in actors if not is_arms(a, scene) and not is_impact(a, scene)]
    actors = [a for a in actors if preposition(a) != "within"]  # "no guns within range of it"
    if _is_agentless(candidate):
        actors = [a for a in actors if _in_passive(a, ruled, candidate)]
    actors = [a for a in actors if not _is_of_next(a, head)]
    actors = [a for a in actors if not converse.helps_against(a, head)]
    actors = [a for a in actors if not converse.answers(a, head)]
    if event == "REJECT":
        actors = [a for a in actors if not converse.is_liar(a, head)]
    if event == "ASSAULT":  # who flies it is not told
        actors = [a for a in actors if not is_bare_weapon(a, scene)]
    if event == "CONTROL":
        actors = [a for a in actors if not _is_held(a, candidate, scene)]
    return actors


def _is_agentless(candidate: Candidate) -> bool:
    """Tell whether a passive leaves open who did it, whoever does something else beside it: "held
    by rebels near the town captured this week"; not "rebel-held", nor whose state it tells.
    """
    head, entry = candidate.head, candidate.entry
    if entry.kind != "verbs" or candidate.absorbed or entry.event == "CONDITION":
        return False
    joined = head.dep_ == "amod" or (head.i > 0 and head.nbor(-1).text == "-")
    args = arguments.of_verb(head)
    told = args.agents or any(case == "between" for case, _ in args.obliques)
    return head.tag_ == "VBN" and is_passive(head) and not (joined or told)


def _in_passive(word: Token, ruled: Participants, candidate: Candidate) -> bool:
    """Tell whether a word may act in a passive without agent: where the heads see the doer in what
    stands as its patient, it may be none.
    """
    args = arguments.of_verb(candidate.head)
    return word in ruled.actors or word in args.objects or word in args.subjects


def _is_of_next(word: Token, noun: Token) -> bool:
    """Tell whether a word stands before the next of several nouns: "Russian" of "shelling and
    Russian raids" makes no shelling.
    """
    above = word.head
    if above is noun or word.dep_ not in arguments.BEFORE:
        return False
    first = noun.head if noun.dep_ == "conj" else noun
    return above.dep_ == "conj" and above.head is first and word.i > noun.i


def _told_once(heads: Iterable[Token]) -> tuple[Token, ...]:
    """Return heads without those that only say again who another is: "its ally" beside "Iran", the
    short form in brackets behind a name.
    """
    found = tuple(heads)
    if len(found) < _TWO:
        return found
    again = {(first if _leads(first, second) else second).i for first, second in _same(found)}
    return tuple(h for h in found if h.i not in again)


def _same(heads: tuple[Token, ...]) -> Iterator[tuple[Token, Token]]:
    """Yield the pairs of which the second says who the first is, however they parse."""
    for second in heads:
        for first in heads:
            behind = second.ent_type_ == "PER" and first.i == second.left_edge.i - 1
            joined = second.dep_ in {"appos", "conj", "flat"} and first.pos_ == "NOUN"
            named = second.dep_ == "appos" and second.head.i == first.i and _is_name(second)
            if named or (behind and joined):
                yield first, second


def _is_name(word: Token) -> bool:
    return word.pos_ == "PROPN" and word.head.pos_ in NOUNS


def _leads(first: Token, second: Token) -> bool:
    """Tell whether a noun only leads to the name behind it, which is no short form of it."""
    bracket = second.left_edge.i > 0 and "(" in {
        second.left_edge.text,
        second.left_edge.nbor(-1).text,
    }
    return first.pos_ == "NOUN" and not bracket


def _receiving(
    ruled: Participants, struck: list[Token], candidate: Candidate, scene: Scene
) -> list[Token]:
    found = in_role("recipient", ruled.recipients, candidate, scene)
    known = [r for r in ruled.recipients if _is_known(r, candidate, scene)]
    found += [r for r in (*struck, *known) if not covered(r, found)]
    moved = _moved(ruled, candidate) | {t.i for t in apart.thanked(candidate.head)}
    found = [r for r in found if r.i not in moved]
    numbers = {r.i for r in found if is_bare_number(r) and not is_some(r)} - {
        r.i for r in ruled.recipients
    }
    found = [r for r in found if not (is_town(r, scene) or is_sum(r) or r.i in numbers)]
    found = [r for r in found if not (place_phrases.is_beside(r) or converse.is_missed(r))]
    if candidate.entry.event == "ASSAULT" and candidate.entry.kind == "nouns":
        # "fire from enemy positions" comes from them
        found = [r for r in found if not _is_whence(r, candidate.head)]
        harmed = ruined(candidate.head, scene)
        found = [r for r in found if r in harmed or not converse.is_spared(r, candidate.head)]
        found = [r for r in found if not converse.is_of_cause(r, candidate.head)]
        own, head = {r.i for r in ruled.recipients}, candidate.head
        found = [r for r in found if not (_is_office(r, scene) and converse.is_driven(r, head))]
        found = [r for r in found if r.i in own or not converse.is_aside(r, head)]
    if candidate.entry.event == "AID":  # "armed tribesmen against the rebels"
        found = [r for r in found if preposition(r) != "against"]
    if candidate.entry.event in _TO_SOMEBODY:
        found = [r for r in found if not _is_thing(r, scene)]
        found = [r for r in found if not threats.is_told_of(r, candidate.head)]
    found = [r for r in found if not _is_of_main(r, candidate.head)]
    return [r for r in found if not _lies_in(r, found)]


def _is_office(word: Token, scene: Scene) -> bool:
    """Tell whether a phrase names a body that no attack hits as such: "the agency"."""
    found = scene.classes(word)
    return "body" in found and found.isdisjoint({"force", "people", "site"})


def _is_whence(word: Token, noun: Token) -> bool:
    """Tell whether an attack comes from somebody: "fire from enemy positions"; not "damage from
    inside the building".
    """
    return preposition(word) == "from" and word.head is noun and not is_led_in_twice(word)


def _is_of_main(word: Token, verb: Token) -> bool:
    """Tell whether a word only stands by the main verb of what a clause tells which it is: "the
    drone that hit the port was supplied to rebels".
    """
    if verb.dep_ != "acl:relcl" or word.dep_ not in {"obl", "obj"} or is_passive(verb):
        return False
    which = verb.head
    return which.dep_ in SUBJECTS and which.i < verb.i and word.head.i == which.head.i


def _is_held(head: Token, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether the subject of a verb without object is a place that holds or falls."""
    args = arguments.of_verb(candidate.head)
    if candidate.entry.kind != "verbs" or args.objects or head not in args.subjects:
        return False
    place = bool(scene.classes(head) & _PLACES) and head.pos_ == "NOUN"
    return is_town(head, scene) or (place and not scene.classes(head) & {"force", "people"})


def _is_known(token: Token, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether somebody known is the object of a claim's own verb: "protected Machar"."""
    if token.dep_ == "nsubj" and preposition(token.head) == "among":  # "two were among 31 killed"
        return not is_whole(token.head)
    if token.dep_ not in PATIENTS or not place_phrases.is_somebody(token, scene):
        return False
    of_verb = candidate.entry.kind == "verbs" and token.head.i == candidate.head.i
    return of_verb or (token.head.i in candidate.places and "person" in scene.classes(token))


def _is_thing(head: Token, scene: Scene) -> bool:
    """Tell whether a noun is a thing, to which nothing is threatened, promised or said, or is what
    is threatened.
    """
    named = head.i in scene.actors_at or head.pos_ != "NOUN"
    return not named and (bool(scene.classes(head) & _THINGS) or is_threatened(head))


def _acting(
    both: set[int], doers: set[int], ruled: Participants, candidate: Candidate, scene: Scene
) -> set[int]:
    """Return those of both roles that act: sides, grammatical doers, and whom the heads rather
    take for actors; who fell between two sides is acted on.
    """
    mutual = candidate.entry.frame == "mutual"
    sides = {a.i for a in ruled.actors if mutual or _is_fought_with(a, candidate)}
    fallen = {r.i for r in ruled.recipients} if mutual else set()
    return {
        i
        for i in both - fallen
        if i in sides | doers
        or _role("actor", i, candidate, scene) >= _role("recipient", i, candidate, scene)
    }


def _is_fought_with(word: Token, candidate: Candidate) -> bool:
    """Tell whether a fight is said to be with somebody: "after days of fighting with rebels"."""
    return candidate.entry.frame == "fight" and preposition(word) == "with"


def _owners(harmed: Iterable[Token]) -> set[int]:
    """Return whose what is harmed is: "rebels" of "the rebels' posts were hit"."""
    return {c.i for h in harmed for c in h.children if c.dep_ == "nmod:poss"}


def _settled(
    ruled: Participants, candidate: Candidate, scene: Scene
) -> tuple[list[Token], set[int]]:
    """Return whom an attack comes to and who only meets it, as the verb above it tells: none of
    them makes it, whatever the heads say.
    """
    if candidate.entry.frame in _GETTING:
        return [*ruled.recipients], {t.i for t in arguments.of_verb(candidate.head).subjects}
    coming = any(c.entry.frame in _COMING for c in (candidate, *candidate.absorbed))
    if coming or suffers(candidate.head, candidate.entry):
        return [*ruled.recipients], {r.i for r in ruled.recipients} | _owners(ruled.recipients)
    noun = candidate.entry.kind == "nouns"
    if noun and candidate.entry.event == "AID" and is_had(candidate.head):
        return [*ruled.recipients], {r.i for r in ruled.recipients}
    told = noun or candidate.head.dep_ == "acl"  # "reports of shelling"
    if told and candidate.entry.event in _DEEDS:
        helped = [*ruled.recipients] if preposition(candidate.head) == "with" else []
        return helped, {t.i for t in _others_take(candidate)}
    if candidate.entry.event != "ASSAULT":
        return [], set()
    under = {t.i for t in ruined(candidate.head, scene)}
    if not told:
        return [r for r in ruled.recipients if r.i in under], under
    under |= {t.i for t in converse.undergoing(candidate.head)}
    struck = [r for r in ruled.recipients if r.i in under]
    return struck, {t.i for t in (*struck, *converse.meeting(candidate.head))}


def _fled(actors: list[Token], candidate: Candidate, scene: Scene) -> list[Token]:
    """Return the people who flee: whoever "escaped to the town" displaces nobody."""
    head, entry = candidate.head, candidate.entry
    if (entry.event, entry.mode) != ("COERCE", "displace") or head.pos_ != "VERB":
        return []
    if ("obj", "place") in entry.needs:  # "a warlord emptied the town"
        return []
    args = arguments.of_verb(head)
    if any("people" in scene.classes(o) or o.pos_ == "PRON" for o in args.objects) or args.agents:
        return []
    return [a for a in actors if a in args.subjects and _is_of_people(a, scene)]


def _is_of_people(word: Token, scene: Scene) -> bool:
    counted = whole(word)
    told = scene.classes(counted)
    people = "people" in told or (counted is not word and counted.pos_ == "PRON")
    return people and not told & {"force", "body"} and word.i not in scene.actors_at


def _others_take(candidate: Candidate) -> tuple[Token, ...]:
    """Return who only looks at a deed, would end it, or denies that others took a place."""
    head, entry = candidate.head, candidate.entry
    if (entry.event, entry.mode) == ("CONTROL", "besiege"):
        return (*converse.viewing(head), *converse.ending(head))
    if (entry.event, entry.mode) == ("CONTROL", "gain"):
        return (*converse.viewing(head), *converse.denying(head))
    return converse.viewing(head)


def _moved(ruled: Participants, candidate: Candidate) -> set[int]:
    """Return what somebody moves, loses, gives or meets: troops that are withdrawn, tanks that are
    lost or sent to another, missiles that are fired, a mine that is met receive nothing by it.
    """
    head, frame = candidate.head, candidate.entry.frame
    given = frame == "give" and bool(ruled.recipients)
    moved = ruled.actors and (given or frame in {"move", "recruit", "state"})
    if not (moved or frame in {"shoot", "struck", "receive"}) or head.pos_ != "VERB":
        return set()
    told = {r.i for r in ruled.recipients}
    args = arguments.of_verb(head)
    met = [m for m in beside(args, ("on", "over")) if frame == "struck"]
    return {t.i for o in (*args.objects, *met) for t in (o, whole(o))} - told


def _lies_in(token: Token, others: list[Token]) -> bool:
    """Tell whether a phrase only says where another one is: "a building on the complex"."""
    return (
        token.dep_ == "nmod" and preposition(token) in {"in", "on", "at"} and token.head in others
    )


def _doers(ruled: Participants, candidate: Candidate) -> set[int]:
    """Return the subjects of an active verb, its own or what it is told by: "forced X to turn"."""
    head = candidate.head
    if head.pos_ != "VERB" or is_passive(head):
        return set()
    told = {r.i for r in ruled.recipients}
    return {t.i for t in arguments.of_verb(head).subjects} - told


def _role(role: str, token: int, candidate: Candidate, scene: Scene) -> float:
    assert scene.evidence is not None
    return scene.evidence.role(role, anchor(candidate, scene), token) or 0.0
