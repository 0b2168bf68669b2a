"""Argument frames of verbs: which argument acts and which is acted on (the lexicon's `frame`; data:
dealing.csv, movers.csv).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.model.quick import quick
from fogline.reading.grammar.aiming import TARGETS, aimed
from fogline.reading.grammar.arguments import beside, of_noun, of_verb
from fogline.reading.grammar.parties import parties
from fogline.reading.grammar.phrases import conjuncts, preposition
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
from fogline.reading.roles.owners import (
    GIVEN,
    PARTNERS,
    content,
    cut_from,
    is_actor,
    is_named,
    owners,
    within,
)
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.classes import is_demonym

if TYPE_CHECKING:
    from fogline.reading.grammar.arguments import Arguments
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_FIRED: Final = frozenset({"weapon", "weaponry"})
_TRADED: Final = frozenset({"ware", "intelligence"})
_MEETING: Final = frozenset({"with", "between", "to"})
_DEALING: Final = words("dealing.csv", "word")
_GRIP: Final = _DEALING["grip"]
_TURMOIL: Final = _DEALING["turmoil"]
_STRUCK: Final = frozenset("force people actor site place route supply aid thing".split())
_MOVERS: Final = words("movers.csv", "words")
_MOVED: Final = frozenset({"force", "people", "contingent"})
_MANNED: Final = frozenset({"gun"})  # of those behind it nothing is known
_ABSTRACT: Final = ("tion", "sion", "ment", "ity", "ness", "ance", "ence")
_TOLD: Final = frozenset({"obl", "advcl", "xcomp"})
_WHY: Final = frozenset({"of", "for", "against", "with", "to"})
_ADDRESSEES: Final = frozenset({"to", "on", "upon", "with", "for", "against", "by", "behind"})


@quick
@dataclass(frozen=True, slots=True)
class Participants:
    """Heads of the phrases that act and that are acted on."""

    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()


Frame = Callable[["Arguments", "Scene"], Participants]


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
    return not (known or lemma in _TURMOIL or lemma.endswith(_ABSTRACT))


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


def _act(args: Arguments, scene: Scene) -> Participants:
    """X attacked Y; Y was attacked by X; X fired on Y."""
    hit = (h for h in beside(args, TARGETS) if scene.classes(h) & _STRUCK)
    heads = receiving(args.objects or hit, scene)
    placed = any(o.pos_ == "PROPN" or o.i in scene.places_at for o in args.objects)
    lone = not (heads or placed or args.agents)
    if lone and _are_victims(args.subjects, scene):
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
    heads = (*fired, *aimed(args))
    return Participants(acting((*args.subjects, *args.agents), scene), receiving(heads, scene))


def _take(args: Arguments, scene: Scene) -> Participants:
    """X took the town from Y: the town is the place, from whomever the parse hangs "from"."""
    from_it = (c for o in args.objects for c in o.children if preposition(c) == "from")
    losers = (h for w in (*beside(args, ("from",)), *from_it) for h in _holding(w))
    lost = tuple(h for h in losers if can_act(h, scene))
    return Participants(acting((*args.subjects, *args.agents), scene), lost)


def _holding(word: Token) -> tuple[Token, ...]:
    """Return in whose hands a place was: "rebels" of "from rebel control", "from the rebels"."""
    if word.lemma_.lower() not in _GRIP:
        return (word,)
    args = of_noun(word)
    return (*args.subjects, *args.objects)


def _state(args: Arguments, scene: Scene) -> Participants:
    """X lost ground; X's morale collapsed."""
    heads = args.subjects or (*args.objects, *args.agents)
    return Participants(tuple(h for h in heads if can_be(h, scene)))


def _conduct(args: Arguments, scene: Scene) -> Participants:
    """X brokered a deal; a deal brokered by X."""
    return Participants(acting((*args.subjects, *args.agents), scene))


def _repel(args: Arguments, scene: Scene) -> Participants:
    """X repelled an attack by Y; Y's attack was repelled by X; X beat back Y."""
    own = [o for o in args.objects if is_actor(whole(o), scene) or o.pos_ in {"PRON", "PROPN"}]
    made = [h for o in args.objects if o not in own for h in _makers(o, scene)]
    actors = acting((*args.subjects, *args.agents), scene)
    return Participants(actors, (*receiving(own, scene), *made))


def _makers(attack: Token, scene: Scene) -> Iterator[Token]:
    """Yield whose an attack is: "an attack by Y", "Y's raid", "a rebel assault"."""
    args = of_noun(attack)
    yield from acting((*args.agents, *beside(args, ("from",))), scene)
    for head in (*args.subjects, *args.objects):
        known = scene.classes(head) & {"force", "actor"} or is_named(head, scene)
        if known and head.pos_ != "PRON" and "weapon" not in scene.classes(head):
            yield head


def _move(args: Arguments, scene: Scene) -> Participants:
    """X deployed troops to Z; without X the troops that were deployed receive."""
    actors = acting((*args.subjects, *args.agents), scene)
    return Participants(actors, () if actors else _moved(args, scene))


def _recruit(args: Arguments, scene: Scene) -> Participants:
    """X recruited boys: whom X takes receives."""
    return Participants(acting((*args.subjects, *args.agents), scene), _moved(args, scene))


def _moved(args: Arguments, scene: Scene) -> tuple[Token, ...]:
    kinds = ((o, scene.classes(whole(o))) for o in args.objects)
    return tuple(o for o, found in kinds if found & _MOVED and "place" not in found)


def _undergo(args: Arguments, scene: Scene) -> Participants:
    """X was seen near Z; families are trapped."""
    return Participants(tuple(h for h in args.objects or args.subjects if can_be(h, scene)))


def _flown(args: Arguments, scene: Scene) -> Participants:
    """X's flags fly over Z: X holds it."""
    words = (c for s in args.subjects for c in s.children if c.dep_ in {"amod", "compound"})
    return Participants(tuple(c for c in words if is_actor(c, scene) or is_demonym(c.text)))


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
    to = [h for h in beside(args, PARTNERS) if can_act(h, scene)]
    actors = acting((*args.subjects, *args.agents), scene)
    return Participants(actors, (*named, *to) or cut_from(args.objects, scene))


def _protest(args: Arguments, scene: Scene) -> Participants:
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
    met = [h for h in (*args.objects, *beside(args, ("with", "between"))) if _is_met(h, scene)]
    whom = receiving(met or owners(args.objects, scene, _MEETING), scene)
    return Participants(acting((*args.subjects, *args.agents), scene), whom)


def _is_met(head: Token, scene: Scene) -> bool:
    """Tell whether somebody can be met: also "aides", of whom no list knows; not "success"."""
    several = head.tag_ == "NNS" and not head.lemma_.lower().endswith(_ABSTRACT)
    return can_act(head, scene) or (several and is_side(head, scene))


def _owners_with(objects: Iterable[Token]) -> list[Token]:
    """Return with whom they are held: "talks with X"."""
    return [h for o in objects for h in beside(of_noun(o), ("with", "between"))]


def _give(args: Arguments, scene: Scene) -> Participants:
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
    "recruit": _recruit,
    "undergo": _undergo,
    "flown": _flown,
    "garrison": _garrison,
    "owned": _state,
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
