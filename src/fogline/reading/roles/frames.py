"""Argument frames of verbs: which argument acts and which is acted on (the lexicon's `frame`; data:
dealing.csv, movers.csv).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.model.quick import quick
from fogline.reading.grammar.arguments import of_noun, of_verb
from fogline.reading.grammar.phrases import conjuncts, parties, preposition
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.roles.capacities import (
    can_act,
    can_be,
    can_receive,
    is_bare_number,
    is_quantifier,
    is_side,
    is_state,
    whole,
)
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.classes import is_demonym

if TYPE_CHECKING:
    from fogline.reading.grammar.arguments import Arguments
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

TARGETS: Final = frozenset({"on", "against", "at", "upon", "onto", "over"})
_PARTNERS: Final = frozenset({"with", "from", "to", "on", "against", "towards", "toward"})
_OWNING: Final = frozenset({"by", "from", "against", "with", "to"})
_UTTERED: Final = frozenset({"appeal", "demand", "stance", "statement"})
_FIRED: Final = frozenset({"weapon", "weaponry"})
_TRADED: Final = frozenset({"ware", "intelligence"})
_MEETING: Final = frozenset({"with", "between", "to"})
_MOVING: Final = words("dealing.csv", "word")["sending"]
_GIVEN: Final = frozenset({"to", "for"})
_STRUCK: Final = frozenset("force people actor site place route supply aid thing".split())
_MOVERS: Final = words("movers.csv", "words")
_MANNED: Final = frozenset({"gun"})  # of those behind it nothing is known
_ABSTRACT: Final = ("tion", "sion", "ment", "ity", "ness", "ance", "ence")
_ADDRESSEES: Final = frozenset({"to", "on", "upon", "with", "for", "against", "by", "behind"})


@quick
@dataclass(frozen=True, slots=True)
class Participants:
    """Heads of the phrases that act and that are acted on."""

    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()


Frame = Callable[["Arguments", "Scene"], Participants]


def beside(args: Arguments, cases: Iterable[str]) -> list[Token]:
    """Return the oblique heads that stand with one of some prepositions."""
    wanted = frozenset(cases)
    return [head for case, head in args.obliques if case in wanted]


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
    return not known and not head.lemma_.lower().endswith(_ABSTRACT)


def receiving(heads: Iterable[Token], scene: Scene) -> tuple[Token, ...]:
    """Return the heads that can name who or what is acted on."""
    return tuple(h for head in heads if can_receive(h := counted(head), scene))


def counted(head: Token) -> Token:
    """Return who is counted: "six people" of "a total of six people", "the lives of six people",
    "the attackers" of "an unknown number of the attackers".
    """
    if is_bare_number(head):  # "kills 42 including a nurse"
        told = (c for c in head.children if c.dep_ == "nmod" and preposition(c) == "including")
        return next(told, head)
    if head.lemma_.lower() not in {"total", "life", "number"}:
        return head
    of = next((c for c in head.children if c.dep_ == "nmod" and preposition(c) == "of"), head)
    some = head.lemma_.lower() == "number" and not any(c.dep_ == "det" for c in of.children)
    return head if some else of


def _act(args: Arguments, scene: Scene) -> Participants:
    """X attacked Y; Y was attacked by X; X fired on Y."""
    aimed = (h for h in beside(args, TARGETS) if scene.classes(h) & _STRUCK)
    heads = receiving(args.objects or aimed, scene)
    if not heads and not args.agents and _are_victims(args.subjects, scene):
        # A headline's or post's "Two women wounded": a participle, whatever the tag says.
        return Participants((), receiving(args.subjects, scene))
    return Participants(acting((*args.subjects, *args.agents), scene), heads)


def _struck(args: Arguments, scene: Scene) -> Participants:
    """X came under fire from Y; X took fire from Y: it comes to X."""
    senders = (h for h in beside(args, ("from",)) if "force" in scene.classes(h))
    return Participants(acting((*args.agents, *senders), scene), receiving(args.subjects, scene))


def _receive(args: Arguments, scene: Scene) -> Participants:
    """X received aid from Y: it is Y who gives it."""
    from_it = (c for o in args.objects for c in o.subtree if preposition(c) == "from")
    givers = (*args.agents, *beside(args, ("from",)), *from_it)
    getters = [h for h in args.subjects if can_act(h, scene) or can_receive(h, scene)]
    return Participants(acting(givers, scene), tuple(getters))


def _regain(args: Arguments, scene: Scene) -> Participants:
    """X got its prisoners back from Y: Y lets them go."""
    from_it = (c for o in args.objects for c in o.subtree if preposition(c) == "from")
    givers = (*args.agents, *beside(args, ("from",)), *from_it)
    return Participants(acting(givers, scene), receiving(args.objects, scene))


def _lose(args: Arguments, scene: Scene) -> Participants:
    """X lost men to Y: Y killed them."""
    return Participants(acting(beside(args, ("to",)), scene), receiving(args.objects, scene))


def _are_victims(subjects: tuple[Token, ...], scene: Scene) -> bool:
    found = [scene.classes(s) for s in subjects]
    return bool(found) and all(
        _is_civil(s) or (c & {"people", "site"} and not c & {"force", "person"})
        for s, c in zip(subjects, found, strict=True)
    )


def _is_civil(word: Token) -> bool:
    """Tell whether a vehicle carries no fighters: "ambulance", "aid convoy", "fishing boat"."""
    civil = any(c.lower_ in _MOVERS["civil"] for c in word.children if c.i < word.i)
    carries = not classes.of_word(word).isdisjoint({"craft", "traveller", "platform"})
    return word.lemma_.lower() in _MOVERS["unarmed"] or (civil and carries)


def _shoot(args: Arguments, scene: Scene) -> Participants:
    """X launched missiles at Y: what is fired is no recipient."""
    fired = [o for o in args.objects if not scene.classes(whole(o)) & _FIRED]
    heads = (*fired, *beside(args, TARGETS))
    return Participants(acting((*args.subjects, *args.agents), scene), receiving(heads, scene))


def _take(args: Arguments, scene: Scene) -> Participants:
    """X took the town from Y: the town is the place, from whomever the parse hangs "from"."""
    from_it = (c for o in args.objects for c in o.children if preposition(c) == "from")
    losers = [h for h in (*beside(args, ("from",)), *from_it) if "force" in scene.classes(h)]
    return Participants(acting((*args.subjects, *args.agents), scene), tuple(losers))


def _state(args: Arguments, scene: Scene) -> Participants:
    """X lost ground; X's morale collapsed."""
    heads = args.subjects or (*args.objects, *args.agents)
    return Participants(tuple(h for h in heads if can_be(h, scene)))


def _conduct(args: Arguments, scene: Scene) -> Participants:
    """X brokered a deal; a deal brokered by X."""
    return Participants(acting((*args.subjects, *args.agents), scene))


def _repel(args: Arguments, scene: Scene) -> Participants:
    """X repelled an attack by Y; Y's attack was repelled by X; X beat back Y."""
    own = [o for o in args.objects if not scene.classes(o) & {"attack", "campaign"}]
    made = [h for o in args.objects if o not in own for h in _makers(o, scene)]
    actors = acting((*args.subjects, *args.agents), scene)
    return Participants(actors, (*receiving(own, scene), *made))


def _makers(attack: Token, scene: Scene) -> Iterator[Token]:
    """Yield whose an attack is: "an attack by Y", "Y's raid", "a rebel assault"."""
    args = of_noun(attack)
    yield from acting((*args.agents, *beside(args, ("from",))), scene)
    for head in (*args.subjects, *args.objects):
        known = scene.classes(head) & {"force", "actor"} or _is_named(head, scene)
        if known and head.pos_ != "PRON" and "weapon" not in scene.classes(head):
            yield head


def _move(args: Arguments, scene: Scene) -> Participants:
    """X deployed troops to Z; without X the troops that were deployed receive."""
    actors = acting((*args.subjects, *args.agents), scene)
    moved = tuple(o for o in args.objects if scene.classes(o) & {"force", "people"})
    return Participants(actors, () if actors else moved)


def _undergo(args: Arguments, scene: Scene) -> Participants:
    """X was seen near Z; families are trapped."""
    return Participants(tuple(h for h in args.objects or args.subjects if can_be(h, scene)))


def _flown(args: Arguments, scene: Scene) -> Participants:
    """X's flags fly over Z: X holds it."""
    words = (c for s in args.subjects for c in s.children if c.dep_ in {"amod", "compound"})
    return Participants(tuple(c for c in words if _is_actor(c, scene) or is_demonym(c.text)))


def _garrison(args: Arguments, _scene: Scene) -> Participants:
    """X has soldiers in Z: they are X's, and there."""
    return Participants((*args.subjects, *args.objects))


def _flee(args: Arguments, scene: Scene) -> Participants:
    """Families fled the town: who is displaced receives."""
    return Participants((), receiving(args.subjects or args.objects, scene))


def _suffer(args: Arguments, scene: Scene) -> Participants:
    """Y died; Y fell."""
    return Participants((), receiving((*args.subjects, *args.objects), scene))


def _happen(args: Arguments, scene: Scene) -> Participants:
    """A bomb exploded; sappers detonated the charges."""
    by = (h for h in (*args.agents, *args.subjects) if "force" in scene.classes(h) and args.objects)
    return Participants(tuple(by), receiving(args.objects, scene))


def _mutual(args: Arguments, scene: Scene) -> Participants:
    """X clashed with Y, X bought oil from Y: both are actors; X battled Y: Y receives."""
    traded = any(scene.classes(o) & _TRADED for o in args.objects)
    others = beside(args, ("with", "between", "from" if traded else "against"))
    faced = receiving(args.objects, scene) if args.subjects and not traded else ()
    sides = (*args.subjects, *(() if faced or traded else args.objects), *args.agents, *others)
    return Participants(acting(sides, scene), faced)


def _fight(args: Arguments, scene: Scene) -> Participants:
    """X is fighting Y: X acts, Y receives; fighting with Y: both act."""
    heads = (*args.objects, *beside(args, ("against",)))
    sides = (h for h in beside(args, ("with",)) if "force" in scene.classes(h))
    both = tuple(h for h in beside(args, ("between",)) if is_side(h, scene))
    actors = both or acting((*args.subjects, *sides), scene)
    return Participants(actors, receiving(heads, scene))


def _speech(args: Arguments, scene: Scene) -> Participants:
    """X accused Y; X called on Y; X rejected the offer of Y."""
    found = _deny(args, scene)
    whom = found.recipients or _owners(args.objects, scene) or content(args.clauses, scene)
    return Participants(found.actors, whom)


def _demand(args: Arguments, scene: Scene) -> Participants:
    """X demanded that Y leave; otherwise as other speech."""
    found = _speech(args, scene)
    asked = [s for c in args.clauses for s in c.children if s.dep_ in SUBJECTS]
    asked = [h for s in asked for h in conjuncts(s) if s.pos_ != "PRON" and can_act(h, scene)]
    asked = asked or [h for h in beside(args, ("from", "of")) if can_act(h, scene)]
    return Participants(found.actors, found.recipients or tuple(asked))


def _must(args: Arguments, scene: Scene) -> Participants:
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


def _sever(args: Arguments, scene: Scene) -> Participants:
    """X cut its aid to Y; X withdrew its envoy from Y; X sanctioned Y."""
    named = [o for o in args.objects if can_act(o, scene)]
    to = [h for h in beside(args, _PARTNERS) if can_act(h, scene)]
    actors = acting((*args.subjects, *args.agents), scene)
    return Participants(actors, (*named, *to) or cut_from(args.objects, scene))


def cut_from(objects: Iterable[Token], scene: Scene) -> tuple[Token, ...]:
    """Return whom it strikes that aid, links or talks are cut: "aid to the junta"."""
    objects = tuple(objects)
    return _owners(objects, scene, _PARTNERS | _GIVEN) or _owners(objects, scene)


def _owners(
    objects: Iterable[Token], scene: Scene, cases: frozenset[str] = _OWNING
) -> tuple[Token, ...]:
    """Return whose offer, demand or deed it is that is spoken of: "the efforts of the kingdom"."""
    found: list[Token] = []
    for child in (c for o in objects for c in o.children):
        if child.dep_ == "nmod" and child.i > child.head.i:
            named = [h for h in conjuncts(child) if can_act(h, scene)]
            uttered = preposition(child) == "of" and scene.classes(child.head) & _UTTERED
            if preposition(child) in cases or uttered:
                found += named or _owners([child], scene, cases)
            elif preposition(child) == "of":
                found += _owners([child], scene, cases)
        elif cases is not _OWNING:
            continue
        elif child.dep_ == "nmod:poss" and child.pos_ != "PRON":
            found += [h for h in (child,) if can_act(h, scene)]
        elif child.dep_ in {"compound", "amod"} and _is_named(child, scene):
            found.append(child)
    return tuple(found)


def _is_named(word: Token, scene: Scene) -> bool:
    """Tell whether a modifier names an actor: "a US offer", "an Australian ultimatum"."""
    if word.i in scene.actors_at or word.ent_type_ == "ORG" or is_state(word, scene):
        return True
    adjective = word.tag_ == "JJ" or (word.ent_type_ == "LOC" and word.text.isupper())
    # Any word opens a sentence with a capital: "Cynical liars" names nobody.
    adjective = adjective and (word.i > word.sent.start or bool(word.ent_type_))
    return adjective and word.text[:1].isupper() and word.i not in scene.times_at


def content(clauses: Iterable[Token], scene: Scene) -> tuple[Token, ...]:
    """Return whom the act falls on that is promised, threatened or refused: "agreed to help Y",
    "warned that it would strike Y".
    """
    for clause in (c for c in clauses if c.dep_ == "xcomp" or c.head.lemma_ == "warn"):
        args = of_verb(clause)
        moved = clause.lemma_.lower() in _MOVING
        named = [o for o in args.objects if _is_actor(o, scene) and not moved]
        towards = [h for h in beside(args, _PARTNERS | {"for"}) if _is_actor(h, scene)]
        found = (*named, *towards) or _owners(args.objects, scene) or content(args.clauses, scene)
        if found:
            return tuple(h for h in found if h.pos_ != "PRON")
    return ()


def _within(head: Token, scene: Scene) -> Iterator[Token]:
    """Yield whom a noun's complement names at any depth: "the rule of law under the junta"."""
    for word in head.subtree:
        if word.i > head.i and word.dep_ in {"nmod", "obl", "obl:agent"} and can_act(word, scene):
            yield word
            return


def _protest(args: Arguments, scene: Scene) -> Participants:
    """X protested against Y; X marched to demand that Y resign."""
    against = beside(args, ("against", "at", "over"))
    named = [h for h in (*args.objects, *against) if _is_actor(h, scene)]
    whose = tuple(named) or _owners((*args.objects, *against), scene)
    whose = whose or tuple(h for aim in args.purposes for h in _asked(of_verb(aim), scene))
    return Participants(acting((*args.subjects, *args.agents), scene), whose)


def _asked(aim: Arguments, scene: Scene) -> tuple[Token, ...]:
    """Return of whom something is asked: "to demand the return of land seized by the junta"."""
    subjects = [c for a in aim.clauses for c in a.children if c.dep_ == "nsubj"]
    heads = (*aim.objects, *subjects, *beside(aim, _PARTNERS))
    named = tuple(h for h in heads if _is_actor(h, scene)) or _owners(heads, scene)
    return named or tuple(h for head in heads for h in _within(head, scene))


def _deny(args: Arguments, scene: Scene) -> Participants:
    """X denied it to Y: what is denied tells of nobody spoken to."""
    known = {"actor", "body", "people"}
    to = [h for h in beside(args, _ADDRESSEES) if scene.classes(h) & known or is_state(h, scene)]
    named = [o for o in args.objects if o.pos_ == "PRON" or _is_addressed(o, scene)]
    actors = acting((*args.subjects, *args.agents), scene)
    return Participants(
        actors, tuple(h for h in (*named, *to) if h.lower_ not in {"it", "this", "that"})
    )


def _withhold(args: Arguments, scene: Scene) -> Participants:
    """X denied Y food; Y was denied food; X withheld food from Y: Y goes without."""
    owners = (c for o in args.objects for c in o.children if c.dep_ == "nmod:poss")
    lacking = (*args.objects, *owners, *beside(args, ("from", "to")))
    actors = acting((*args.subjects, *args.agents), scene)
    living = (h for h in lacking if h.pos_ != "PRON" and _is_addressed(h, scene))
    return Participants(actors, tuple(living))


def _is_addressed(head: Token, scene: Scene) -> bool:
    """Tell whether a phrase can name who is spoken to or of: also people, who act for no side."""
    return can_act(head, scene) or "people" in scene.classes(head)


def _visit(args: Arguments, scene: Scene) -> Participants:
    """X visited Y; X met Y; X met with Y; X held talks with Y, met its counterpart: both
    do.
    """
    if any("talks" in scene.classes(o) for o in args.objects):
        sides = (*args.subjects, *args.agents, *beside(args, ("with", "between")))
        return Participants(acting((*sides, *_owners_with(args.objects)), scene))
    peers = [o for o in args.objects if o.lemma_.lower() == "counterpart"]
    if peers:
        return Participants(acting((*args.subjects, *args.agents, *peers), scene))
    met = [h for h in (*args.objects, *beside(args, ("with", "between"))) if can_act(h, scene)]
    whom = receiving(met or _owners(args.objects, scene, _MEETING), scene)
    return Participants(acting((*args.subjects, *args.agents), scene), whom)


def _owners_with(objects: Iterable[Token]) -> list[Token]:
    """Return with whom they are held: "talks with X"."""
    return [h for o in objects for h in beside(of_noun(o), ("with", "between"))]


def _give(args: Arguments, scene: Scene) -> Participants:
    """X armed Y; X supplied drones to Y: who gets it is the recipient."""
    to = [
        h for h in beside(args, ("to", "for")) if can_act(h, scene) or "people" in scene.classes(h)
    ]
    people = [o for o in args.objects if o.pos_ == "PRON" or _is_actor(o, scene)]
    receivers = tuple(to or (o for o in people if "aid" not in scene.classes(o)))
    # "Three billion in aid to X" tells in what the sum is given.
    given = (*args.objects, *(h for h in beside(args, ("in",)) if "relief" in scene.classes(h)))
    receivers = receivers or _owners(given, scene, _GIVEN)
    return Participants(acting((*args.subjects, *args.agents), scene), receivers)


def _is_actor(head: Token, scene: Scene) -> bool:
    return bool(scene.classes(head) & {"force", "actor"}) or is_state(head, scene)


def _fallto(args: Arguments, scene: Scene) -> Participants:
    """The town fell to X."""
    return Participants(acting(beside(args, ("to",)), scene))


FRAMES: Final[dict[str, Frame]] = {
    "act": _act,
    "struck": _struck,
    "receive": _receive,
    "regain": _regain,
    "lose": _lose,
    "shoot": _shoot,
    "take": _take,
    "state": _state,
    "conduct": _conduct,
    "repel": _repel,
    "move": _move,
    "undergo": _undergo,
    "flown": _flown,
    "garrison": _garrison,
    "priced": _state,
    "due": _undergo,
    "noted": _undergo,
    "heard": _happen,
    "flee": _flee,
    "suffer": _suffer,
    "bidden": _suffer,
    "happen": _happen,
    "mutual": _mutual,
    "fight": _fight,
    "speech": _speech,
    "demand": _demand,
    "sever": _sever,
    "must": _must,
    "protest": _protest,
    "deny": _deny,
    "withhold": _withhold,
    "visit": _visit,
    "give": _give,
    "fallto": _fallto,
}
