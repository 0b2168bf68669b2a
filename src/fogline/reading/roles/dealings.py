"""Frames of what parties say to, give, owe or deny one another: which argument acts and which is
acted on.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.arguments import beside, of_noun, of_verb
from fogline.reading.grammar.coordination import conjuncts
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.roles.capacities import can_act, is_side, is_state
from fogline.reading.roles.doers import ABSTRACT, Participants, acting, receiving
from fogline.reading.roles.owners import (
    GIVEN,
    PARTNERS,
    content,
    cut_from,
    is_actor,
    owners,
    within,
)

if TYPE_CHECKING:
    from fogline.reading.grammar.arguments import Arguments
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_MEETING: Final = frozenset({"with", "between", "to"})
_TOLD: Final = frozenset({"obl", "advcl", "xcomp"})
_WHY: Final = frozenset({"of", "for", "against", "with", "to"})
_ADDRESSEES: Final = frozenset({"to", "on", "upon", "with", "for", "against", "by", "behind"})


def speech(args: Arguments, scene: Scene) -> Participants:
    """X accused Y; X called on Y; X rejected the offer of Y."""
    found = deny(args, scene)
    whom = found.recipients or owners(args.objects, scene) or content(args.clauses, scene)
    told = (o for o in (*args.objects, *beside(args, ("on",))) if _is_told(o))
    return Participants(found.actors, whom or tuple(told))


def _is_told(it: Token) -> bool:
    """Tell whether "it" is a party by what else a verb tells of it: "accused it of theft", "urged
    it to leave"; not "rejected it", where what was told may be meant.
    """
    spoken_to = it.lower_ == "it" and it.dep_ != "nsubj:pass"
    beside_it = (c for c in it.head.children if c.i > it.i) if spoken_to else ()
    return any(c.dep_ in _TOLD and _tells_why(c) for c in beside_it)


def _tells_why(phrase: Token) -> bool:
    """Tell whether a phrase or clause says of or for what somebody is accused, warned or asked."""
    return any(c.lower_ in _WHY and c.dep_ in {"case", "mark"} for c in phrase.children)


def demand(args: Arguments, scene: Scene) -> Participants:
    """X demanded that Y leave; otherwise as other speech."""
    found = speech(args, scene)
    asked = [s for c in args.clauses for s in c.children if s.dep_ in SUBJECTS]
    asked = [h for s in asked for h in conjuncts(s) if s.pos_ != "PRON" and can_act(h, scene)]
    asked = asked or [h for h in beside(args, ("from", "of")) if can_act(h, scene)]
    return Participants(found.actors, found.recipients or tuple(asked))


def must(args: Arguments, scene: Scene) -> Participants:
    """X said that Y must leave: the speaker acts, Y receives."""
    asked = args.subjects or args.objects
    actors = acting(_speakers(asked[0].head), scene) if asked else ()
    return Participants(actors, tuple(h for h in asked if can_act(h, scene)))


def _speakers(clause: Token) -> tuple[Token, ...]:
    """Return who says a clause: above it, or beside it ("..., the minister said")."""
    node = clause
    while node.dep_ in {"conj", "xcomp"} and node.head.i != node.i:
        node = node.head
    verb = node.head if node.dep_ in {"ccomp", "parataxis"} else node
    beside_it = (c for c in node.children if c.dep_ == "parataxis")
    if verb.i == node.i:
        verb = next(beside_it, node)
    return of_verb(verb).subjects if verb.i != node.i else ()


def sever(args: Arguments, scene: Scene) -> Participants:
    """X cut its aid to Y; X withdrew its envoy from Y; X sanctioned Y."""
    named = [o for o in args.objects if can_act(o, scene)]
    to = [h for h in beside(args, PARTNERS) if can_act(h, scene)]
    actors = acting((*args.subjects, *args.agents), scene)
    return Participants(actors, (*named, *to) or cut_from(args.objects, scene))


def protest(args: Arguments, scene: Scene) -> Participants:
    """X protested against Y; X marched to demand that Y resign."""
    against = beside(args, ("against", "at", "over"))
    named = [h for h in (*args.objects, *against) if is_actor(h, scene)]
    whose = tuple(named) or owners((*args.objects, *against), scene)
    whose = whose or tuple(h for aim in args.purposes for h in _asked(of_verb(aim), scene))
    return Participants(acting((*args.subjects, *args.agents), scene), whose)


def _asked(aim: Arguments, scene: Scene) -> tuple[Token, ...]:
    """Return of whom something is asked: "to demand the return of land seized by the junta"."""
    subjects = [c for a in aim.clauses for c in a.children if c.dep_ == "nsubj"]
    heads = (*aim.objects, *subjects, *beside(aim, PARTNERS))
    named = tuple(h for h in heads if is_actor(h, scene)) or owners(heads, scene)
    return named or tuple(h for head in heads for h in within(head, scene))


def deny(args: Arguments, scene: Scene) -> Participants:
    """X denied it to Y: what is denied tells of nobody spoken to."""
    known = {"actor", "body", "people"}
    to = [h for h in beside(args, _ADDRESSEES) if scene.classes(h) & known or is_state(h, scene)]
    named = [o for o in args.objects if o.pos_ == "PRON" or _is_addressed(o, scene)]
    actors = acting((*args.subjects, *args.agents), scene)
    return Participants(
        actors, tuple(h for h in (*named, *to) if h.lower_ not in {"it", "this", "that"})
    )


def withhold(args: Arguments, scene: Scene) -> Participants:
    """X denied Y food; Y was denied food; X withheld food from Y: Y goes without."""
    owners = (c for o in args.objects for c in o.children if c.dep_ == "nmod:poss")
    lacking = (*args.objects, *owners, *beside(args, ("from", "to")))
    actors = acting((*args.subjects, *args.agents), scene)
    living = (h for h in lacking if h.pos_ != "PRON" and _is_addressed(h, scene))
    return Participants(actors, tuple(living))


def _is_addressed(head: Token, scene: Scene) -> bool:
    """Tell whether a phrase can name who is spoken to or of: also people, who act for no side."""
    return can_act(head, scene) or "people" in scene.classes(head)


def visit(args: Arguments, scene: Scene) -> Participants:
    """X visited Y; X met Y; X met with Y; X held talks with Y, met its counterpart: both
    do.
    """
    if any("talks" in scene.classes(o) for o in args.objects):
        sides = (*args.subjects, *args.agents, *beside(args, ("with", "between")))
        return Participants(acting((*sides, *_owners_with(args.objects)), scene))
    peers = [o for o in args.objects if o.lemma_.lower() == "counterpart"]
    if peers:
        return Participants(acting((*args.subjects, *args.agents, *peers), scene))
    met = [h for h in (*args.objects, *beside(args, ("with", "between"))) if _is_met(h, scene)]
    whom = receiving(met or owners(args.objects, scene, _MEETING), scene)
    return Participants(acting((*args.subjects, *args.agents), scene), whom)


def _is_met(head: Token, scene: Scene) -> bool:
    """Tell whether somebody can be met: also "aides", of whom no list knows; not "success"."""
    several = head.tag_ == "NNS" and not head.lemma_.lower().endswith(ABSTRACT)
    return can_act(head, scene) or (several and is_side(head, scene))


def _owners_with(objects: Iterable[Token]) -> list[Token]:
    """Return with whom they are held: "talks with X"."""
    return [h for o in objects for h in beside(of_noun(o), ("with", "between"))]


def give(args: Arguments, scene: Scene) -> Participants:
    """X armed Y; X supplied drones to Y: who gets it is the recipient."""
    to = [
        h for h in beside(args, ("to", "for")) if can_act(h, scene) or "people" in scene.classes(h)
    ]
    people = [o for o in args.objects if o.pos_ == "PRON" or is_actor(o, scene)]
    receivers = tuple(to or (o for o in people if "aid" not in scene.classes(o)))
    # "Three billion in aid to X" tells in what the sum is given.
    given = (*args.objects, *(h for h in beside(args, ("in",)) if "relief" in scene.classes(h)))
    receivers = receivers or owners(given, scene, GIVEN)
    return Participants(acting((*args.subjects, *args.agents), scene), receivers)
