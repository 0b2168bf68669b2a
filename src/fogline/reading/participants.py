"""Actors and recipients of a trigger, by the argument frame of its lexicon entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.model import Mention
from fogline.reading import arguments
from fogline.reading.phrases import conjuncts, preposition

if TYPE_CHECKING:
    from fogline.reading.anaphora import Memory
    from fogline.reading.arguments import Arguments
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers import Entry

_TARGETS: Final = frozenset({"on", "against", "at", "upon", "onto", "over"})
_ADDRESSEES: Final = frozenset({"to", "on", "upon", "with", "for", "against"})
_CAPITAL: Final = frozenset({"PPLC", "PCLI", "PCLS", "PCLD", "PCL", "TERR", "PCLIX"})


@dataclass(frozen=True, slots=True)
class Participants:
    """Heads of the phrases that act and that are acted on."""

    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]


def participants(head: Token, entry: Entry, scene: Scene) -> Participants:
    """Return who acts and who is acted on, by the entry's frame."""
    if entry.kind == "modifiers":
        return _of_modifier(head, entry)
    if entry.kind == "nouns":
        return _of_noun(head, entry, scene)
    return _FRAMES.get(entry.frame, _act)(arguments.of_verb(head), scene)


def mentions(heads: Iterable[Token], scene: Scene, memory: Memory) -> tuple[Mention, ...]:
    """Return the heads as mentions, pronouns resolved, each once; what stays unresolved is left out."""
    found: dict[str, Mention] = {}
    for head in heads:
        mention = memory.resolve(head, scene)
        if mention is not None and mention.text:
            found.setdefault(mention.text.casefold(), mention)
    return tuple(found.values())


def can_act(head: Token, scene: Scene) -> bool:
    """Tell whether a phrase can name who acts: no weapon, event, plain place or time."""
    if head.pos_ == "PRON":
        return (
            head.lower_ not in {"it", "there", "what", "that", "this", "which"}
            or head.lower_ == "it"
        )
    found = scene.classes(head)
    if "force" in found or "actor" in found:
        return True
    place = scene.places_at.get(head.i)
    if place is not None:
        return place.feature in _CAPITAL
    return not found & {"weapon", "attack", "place", "time", "truce", "loss", "statement", "need"}


def can_receive(head: Token, scene: Scene) -> bool:
    """Tell whether a phrase can name who or what is acted on: neighbourhoods and towns are places only."""
    if head.pos_ == "NUM" or head.like_num:
        return False
    found = scene.classes(head)
    if found & {"force", "people", "site"}:
        return True
    return not (
        found & {"place", "attack", "time"} or head.i in scene.places_at or head.i in scene.times_at
    )


def _act(args: Arguments, scene: Scene) -> Participants:
    targets = [h for case, h in args.obliques if case in _TARGETS and can_receive(h, scene)]
    receivers = [o for o in args.objects if can_receive(o, scene)]
    actors = [s for s in (*args.subjects, *args.agents) if can_act(s, scene)]
    return Participants(tuple(actors), tuple(receivers + targets))


def _take(args: Arguments, scene: Scene) -> Participants:
    losers = [
        h
        for case, h in args.obliques
        if case == "from" and scene.classes(h) & {"force", "actor"} and h.i not in scene.places_at
    ]
    return Participants(
        tuple(s for s in (*args.subjects, *args.agents) if can_act(s, scene)), tuple(losers)
    )


def _state(args: Arguments, scene: Scene) -> Participants:
    return Participants(
        tuple(s for s in (*args.subjects, *args.objects, *args.agents)[:3] if can_act(s, scene))
        if not args.subjects
        else tuple(s for s in args.subjects if can_act(s, scene)),
        (),
    )


def _move(args: Arguments, scene: Scene) -> Participants:
    actors = [s for s in (*args.subjects, *args.agents) if can_act(s, scene)]
    moved = [o for o in args.objects if scene.classes(o) & {"force", "people"}]
    return Participants(tuple(actors or moved), ())


def _undergo(args: Arguments, scene: Scene) -> Participants:
    subjects = args.objects or args.subjects
    return Participants(tuple(s for s in subjects if can_act(s, scene)), ())


def _suffer(args: Arguments, scene: Scene) -> Participants:
    heads = (*args.subjects, *args.objects)
    return Participants((), tuple(s for s in heads if can_receive(s, scene)))


def _happen(args: Arguments, scene: Scene) -> Participants:
    by = [s for s in (*args.agents, *args.subjects) if scene.classes(s) & {"force", "actor"}]
    return Participants(tuple(by), tuple(o for o in args.objects if can_receive(o, scene)))


def _mutual(args: Arguments, scene: Scene) -> Participants:
    others = [
        h
        for case, h in args.obliques
        if case in {"with", "between", "against"} and can_act(h, scene)
    ]
    return Participants(
        tuple(
            s for s in (*args.subjects, *args.objects, *args.agents, *others) if can_act(s, scene)
        ),
        (),
    )


def _fight(args: Arguments, scene: Scene) -> Participants:
    others = [h for case, h in args.obliques if case in {"against", "with"} and can_act(h, scene)]
    recipients = [o for o in (*args.objects, *others) if can_receive(o, scene)]
    return Participants(tuple(s for s in args.subjects if can_act(s, scene)), tuple(recipients))


def _speech(args: Arguments, scene: Scene) -> Participants:
    to = [
        h
        for case, h in args.obliques
        if case in _ADDRESSEES and scene.classes(h) & {"actor", "body", "people"}
    ]
    named = [
        o
        for o in args.objects
        if o.pos_ == "PRON"
        or scene.classes(o) & {"actor", "force", "people"}
        or o.i in scene.places_at
    ]
    return Participants(
        tuple(s for s in (*args.subjects, *args.agents) if can_act(s, scene)), tuple(named + to)
    )


def _visit(args: Arguments, scene: Scene) -> Participants:
    met = [o for o in args.objects if can_receive(o, scene)]
    return Participants(
        tuple(s for s in (*args.subjects, *args.agents) if can_act(s, scene)), tuple(met)
    )


def _fallto(args: Arguments, scene: Scene) -> Participants:
    return Participants(
        tuple(h for case, h in args.obliques if case == "to" and can_act(h, scene)), ()
    )


_FRAMES: Final = {
    "act": _act,
    "take": _take,
    "state": _state,
    "move": _move,
    "undergo": _undergo,
    "suffer": _suffer,
    "happen": _happen,
    "mutual": _mutual,
    "fight": _fight,
    "speech": _speech,
    "visit": _visit,
    "fallto": _fallto,
}


def _of_modifier(head: Token, entry: Entry) -> Participants:
    if entry.frame == "compound":
        holder = [
            c
            for c in head.children
            if c.dep_ in {"compound", "nsubj", "obl", "nmod", "amod", "obl:npmod", "obl:unmarked"}
            and c.i < head.i
        ]
        if not holder and head.i > 1 and head.nbor(-1).text == "-":
            holder = [head.nbor(-2)]
        return Participants(tuple(holder[-1:]), ())
    if entry.frame == "amod":
        return Participants((), ())
    subjects = [c for c in head.children if c.dep_ in {"nsubj", "nsubj:pass"}]
    found = tuple(h for s in subjects for h in conjuncts(s))
    if entry.frame == "suffer":
        return Participants((), found)
    return Participants(found, ())


def _of_noun(noun: Token, entry: Entry, scene: Scene) -> Participants:
    args = arguments.of_noun(noun)
    owners = [s for s in args.subjects if _names_actor(s, scene)]
    actors = [*_outermost(owners), *args.agents, *_verb_actors(noun, scene)]
    towards = [
        h for case, h in args.obliques if case in _TARGETS | {"to"} and can_receive(h, scene)
    ]
    if entry.frame == "mutual":
        sides = [
            h
            for case, h in args.obliques
            if case in {"between", "with", "among", "against"} and can_act(h, scene)
        ]
        of = [o for o in args.objects if scene.classes(o) & {"actor", "people"}]
        return Participants(tuple(_unique([*actors, *sides, *of])), ())
    if entry.frame in {"state", "visit"} or entry.rank == "speech":
        of = [o for o in args.objects if can_act(o, scene)]
        return Participants(
            tuple(_unique([*actors, *of])), () if entry.rank != "speech" else tuple(towards)
        )
    if entry.frame == "suffer":
        return Participants((), tuple(o for o in args.objects if can_receive(o, scene)))
    receivers = [o for o in args.objects if can_receive(o, scene)]
    with_whom = [
        h
        for case, h in args.obliques
        if case == "from" and scene.classes(h) & {"force"} and h.i not in scene.places_at
    ]
    return Participants(
        tuple(_unique([*actors, *with_whom])),
        tuple(_unique([*receivers, *towards, *_verb_targets(noun, scene)])),
    )


def _names_actor(token: Token, scene: Scene) -> bool:
    """Tell whether a word before a noun names who acts: "Russian", "the regime's", "militant"."""
    if token.i in scene.actors_at or token.ent_type_ in {"PER", "ORG"}:
        return True
    found = scene.classes(token)
    if found & {"force", "actor"} and "weapon" not in found:
        return True
    if token.dep_ == "nmod:poss":
        return can_act(token, scene)
    demonym = (
        token.tag_ in {"JJ", "NNP"} and token.text[:1].isupper() and token.pos_ in {"ADJ", "PROPN"}
    )
    return demonym and token.i not in scene.times_at and not token.is_sent_start


def _outermost(owners: list[Token]) -> list[Token]:
    """Keep one head where several left modifiers name one actor: "Syrian regime bombing"."""
    kept = [
        o for n, o in enumerate(owners) if not (n + 1 < len(owners) and owners[n + 1].i == o.i + 1)
    ]
    return kept


def _verb_actors(noun: Token, scene: Scene) -> Iterator[Token]:
    """Yield who launches, suffers or carries out the event: the subject of the verb that takes it."""
    verb = noun.head
    if verb.i == noun.i or verb.pos_ != "VERB":
        return
    args = arguments.of_verb(verb)
    if noun.dep_ == "obj" and verb.lemma_.lower() not in {
        "suffer",
        "face",
        "see",
        "condemn",
        "report",
        "repel",
        "foil",
        "deny",
    }:
        yield from (s for s in args.subjects if can_act(s, scene) and s.i not in scene.places_at)
    elif noun.dep_ == "nsubj:pass":
        yield from (a for a in args.agents if can_act(a, scene))
    elif noun.dep_ == "obl" and preposition(noun) in {"in", "by", "with"}:
        yield from (a for a in args.agents if can_act(a, scene) and a.i != noun.i)


def _verb_targets(noun: Token, scene: Scene) -> Iterator[Token]:
    """Yield what a verb hits whose subject is the event: "the raid hit three houses"."""
    verb = noun.head
    if (
        verb.i != noun.i
        and verb.pos_ == "VERB"
        and noun.dep_ == "nsubj"
        and verb.lemma_.lower()
        in {"hit", "target", "strike", "kill", "wound", "injure", "damage", "destroy", "cause"}
    ):
        yield from (o for o in arguments.of_verb(verb).objects if can_receive(o, scene))


def _unique(heads: list[Token]) -> list[Token]:
    return list({h.i: h for h in heads}.values())
