"""Argument frames of verbs: which argument acts and which is acted on (the lexicon's `frame`; data:
dealing.csv, movers.csv).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.aiming import TARGETS, aimed
from fogline.reading.grammar.arguments import beside, of_noun
from fogline.reading.grammar.phrases import preposition
from fogline.reading.roles.capacities import (
    can_act,
    can_be,
    can_receive,
    is_side,
    whole,
)
from fogline.reading.roles.dealings import (
    demand,
    deny,
    give,
    must,
    protest,
    sever,
    speech,
    visit,
    withhold,
)
from fogline.reading.roles.doers import Participants, acting, receiving
from fogline.reading.roles.owners import (
    is_actor,
    is_named,
)
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.classes import is_demonym

if TYPE_CHECKING:
    from fogline.reading.grammar.arguments import Arguments
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_FIRED: Final = frozenset({"weapon", "weaponry", "toxin", "gas", "car"})
_TRADED: Final = frozenset({"ware", "intelligence"})
_DEALING: Final = words("dealing.csv", "word")
_GRIP: Final = _DEALING["grip"]
_STRUCK: Final = frozenset("force people actor site place route supply aid thing".split())
_MOVERS: Final = words("movers.csv", "words")
_MOVED: Final = frozenset({"force", "people", "contingent"})


Frame = Callable[["Arguments", "Scene"], Participants]


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


def _fallto(args: Arguments, scene: Scene) -> Participants:
    """The town fell to X; it fell into the hands of X, slipped from X's grasp."""
    gripped = [w for _, w in args.obliques if w.lemma_.lower() in _GRIP]
    holders = (h for w in gripped for h in _holding(w))
    return Participants(acting((*beside(args, ("to",)), *holders), scene))


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
    "bidden": lambda a, scene: Participants((), tuple(s for s in a.subjects if can_be(s, scene))),
    "happen": _happen,
    "mutual": _mutual,
    "fight": _fight,
    "speech": speech,
    "demand": demand,
    "sever": sever,
    "must": must,
    "protest": protest,
    "deny": deny,
    "withhold": withhold,
    "visit": visit,
    "give": give,
    "fallto": _fallto,
}
