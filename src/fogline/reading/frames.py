"""Argument frames of verbs: which argument acts and which is acted on (the lexicon's `frame`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.reading.capacities import can_act, can_be, can_receive

if TYPE_CHECKING:
    from fogline.reading.arguments import Arguments
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

TARGETS: Final = frozenset({"on", "against", "at", "upon", "onto", "over"})
_ADDRESSEES: Final = frozenset({"to", "on", "upon", "with", "for", "against"})


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
    """Return the heads that can name who acts."""
    return tuple(h for h in heads if can_act(h, scene))


def receiving(heads: Iterable[Token], scene: Scene) -> tuple[Token, ...]:
    """Return the heads that can name who or what is acted on."""
    return tuple(h for h in heads if can_receive(h, scene))


def _act(args: Arguments, scene: Scene) -> Participants:
    """X attacked Y; Y was attacked by X; X fired on Y."""
    heads = receiving((*args.objects, *beside(args, TARGETS)), scene)
    if not heads and not args.agents and _are_victims(args.subjects, scene):
        # A headline's or post's "Two women wounded": a participle, whatever the tag says.
        return Participants((), receiving(args.subjects, scene))
    return Participants(acting((*args.subjects, *args.agents), scene), heads)


def _are_victims(subjects: tuple[Token, ...], scene: Scene) -> bool:
    found = [scene.classes(s) for s in subjects]
    return bool(found) and all(
        c & {"people", "site"} and not c & {"force", "person"} for c in found
    )


def _shoot(args: Arguments, scene: Scene) -> Participants:
    """X launched missiles at Y: what is fired is no recipient."""
    fired = [o for o in args.objects if "weapon" not in scene.classes(o)]
    heads = (*fired, *beside(args, TARGETS))
    return Participants(acting((*args.subjects, *args.agents), scene), receiving(heads, scene))


def _take(args: Arguments, scene: Scene) -> Participants:
    """X took the town from Y: the town is the place."""
    losers = [h for h in beside(args, ("from",)) if "force" in scene.classes(h)]
    return Participants(acting((*args.subjects, *args.agents), scene), tuple(losers))


def _state(args: Arguments, scene: Scene) -> Participants:
    """X lost ground; X's morale collapsed."""
    heads = args.subjects or (*args.objects, *args.agents)
    return Participants(tuple(h for h in heads if can_be(h, scene)))


def _move(args: Arguments, scene: Scene) -> Participants:
    """X deployed troops to Z; without X the troops that were deployed receive."""
    actors = acting((*args.subjects, *args.agents), scene)
    moved = tuple(o for o in args.objects if scene.classes(o) & {"force", "people"})
    return Participants(actors, () if actors else moved)


def _undergo(args: Arguments, scene: Scene) -> Participants:
    """X was seen near Z; families are trapped."""
    return Participants(tuple(h for h in args.objects or args.subjects if can_be(h, scene)))


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
    """X clashed with Y: both are actors."""
    others = beside(args, ("with", "between", "against"))
    return Participants(acting((*args.subjects, *args.objects, *args.agents, *others), scene))


def _fight(args: Arguments, scene: Scene) -> Participants:
    """X is fighting Y: X acts, Y receives."""
    heads = (*args.objects, *beside(args, ("against", "with")))
    return Participants(acting(args.subjects, scene), receiving(heads, scene))


def _speech(args: Arguments, scene: Scene) -> Participants:
    """X accused Y; X called on Y."""
    to = [h for h in beside(args, _ADDRESSEES) if scene.classes(h) & {"actor", "body", "people"}]
    named = [o for o in args.objects if o.pos_ == "PRON" or can_act(o, scene)]
    actors = acting((*args.subjects, *args.agents), scene)
    return Participants(
        actors, tuple(h for h in (*named, *to) if h.lower_ not in {"it", "this", "that"})
    )


def _visit(args: Arguments, scene: Scene) -> Participants:
    """X visited Y; X met Y; X met with Y."""
    met = [h for h in (*args.objects, *beside(args, ("with",))) if can_act(h, scene)]
    return Participants(acting((*args.subjects, *args.agents), scene), receiving(met, scene))


def _give(args: Arguments, scene: Scene) -> Participants:
    """X armed Y; X supplied drones to Y: who gets it is the recipient."""
    to = [
        h for h in beside(args, ("to", "for")) if can_act(h, scene) or "people" in scene.classes(h)
    ]
    people = [o for o in args.objects if o.pos_ == "PRON" or scene.classes(o) & {"force", "actor"}]
    receivers = to or [o for o in people if "aid" not in scene.classes(o)]
    return Participants(acting((*args.subjects, *args.agents), scene), tuple(receivers))


def _fallto(args: Arguments, scene: Scene) -> Participants:
    """The town fell to X."""
    return Participants(acting(beside(args, ("to",)), scene))


FRAMES: Final[dict[str, Frame]] = {
    "act": _act,
    "shoot": _shoot,
    "take": _take,
    "state": _state,
    "move": _move,
    "undergo": _undergo,
    "flee": _flee,
    "suffer": _suffer,
    "happen": _happen,
    "mutual": _mutual,
    "fight": _fight,
    "speech": _speech,
    "visit": _visit,
    "give": _give,
    "fallto": _fallto,
}
