"""What rows of idioms need beyond a class beside them, lest plain words be taken for one: "found no
guilty man", "sappers detonated a vest" (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.arguments import of_verb
from fogline.reading.grammar.relations import NOT
from fogline.reading.tables import words
from fogline.reading.triggers.kinds import is_argued
from fogline.reading.triggers.wanted import any_is, is_wanted, whole
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_DEALING: Final = words("dealing.csv", "word")
_SAYING: Final = words("cues.csv", "cue")["verb"]
_FIRST: Final = frozenset({"we", "i"})
_OWN: Final = frozenset({"its", "their"})
_THIS: Final = frozenset({"this", "that", "it", "day"})
_ANYBODY: Final = frozenset({"anyone", "anybody", "whoever", "everyone", "everybody", "those"})
_MENACED: Final = _ANYBODY | {"enemy"}
_BYSTANDERS: Final = frozenset({"witness", "media", "document", "anonymous"})


def has_all(verb: Token, wanted: str, scene: Scene) -> bool:
    """Tell whether every object is of a kind: "killed the deal", not "the mayor and the deal"."""
    objects = of_verb(verb).objects
    return bool(objects) and all(is_wanted(whole(o), wanted, scene) for o in objects)


def is_verdict(verb: Token, _: str, __: Scene) -> bool:
    """Tell whether it is said of somebody that he is guilty, or not: not "found a guilty man"."""
    return any(c.dep_ == "xcomp" and c.lower_ == "guilty" for c in verb.children)


def is_of_ground(verb: Token, _: str, scene: Scene) -> bool:
    """Tell whether it is ground that gives way: "gave way near the river", not "gave way to the
    strikers", "on the demand".
    """
    beside = of_verb(verb).obliques
    conceded = any(case == "to" or (case == "on" and not _is_where(h, scene)) for case, h in beside)
    return not conceded and not is_argued(verb)


def _is_where(head: Token, scene: Scene) -> bool:
    """Tell whether a word names a place or a time."""
    found = scene.classes(head)
    return bool(found & {"place", "site", "time"}) or head.i in {*scene.places_at, *scene.times_at}


def is_worn(verb: Token, _: str, __: Scene) -> bool:
    """Tell whether somebody blows up what they wear: "his belt", "a bomber detonated a vest"; not
    "sappers detonated a vest", nor one that was found or is another's.
    """
    args = of_verb(verb)
    if any(t.tag_ == "PRP$" for o in args.objects for t in o.subtree):
        return True
    bombers = any(s.lemma_.lower() in _DEALING["bombing"] for s in args.subjects)
    anothers = any(c.dep_ in {"acl", "nmod"} for o in args.objects for c in o.children)
    return bombers and not anothers


def is_menacing(verb: Token, _: str, scene: Scene) -> bool:
    """Tell whether others are told that they will pay for something: in the text's own voice, by
    somebody of another side, or as the enemy; not "we will", "the army will not regret it, its
    chief said", nor for wares.
    """
    args = of_verb(verb)
    denied = any(c.lower_ in NOT for c in verb.children)
    bought = any(h.lemma_.lower() in _DEALING["paid for"] for _, h in args.obliques)
    told = {s.lemma_.lower() for s in args.subjects}
    if denied or bought or told & _FIRST or not told:
        return False
    named = (*args.objects, *(c for c in verb.children if c.dep_ == "obl:unmarked"))
    regretted = any(t.lower_ in _THIS for o in named for t in (o, *o.children))
    regretted = regretted or any(c.dep_ == "xcomp" for c in verb.children)  # "regret coming here"
    if verb.lemma_.lower() == "regret" and not regretted:
        return False
    said = _speakers(verb)
    return bool(told & _MENACED) or not said or any(_is_other(s, told, scene) for s in said)


def _is_other(speaker: Token, told: set[str], scene: Scene) -> bool:
    """Tell whether who speaks may threaten, and speaks for none of those who are told of."""
    named = {t.lemma_.lower() for t in speaker.subtree}
    own = any(c.lower_ in _OWN for c in speaker.children)
    theirs = any(any_is((c,), "force", scene) for c in speaker.children if c.dep_ == "nmod:poss")
    bystander = classes.source_kind(speaker) in _BYSTANDERS and not theirs
    return not (own or bystander or named & told)


def _speakers(verb: Token) -> tuple[Token, ...]:
    """Return who is said to say a clause: "they will pay, he said", "said that they will pay"."""
    above = (verb.head,) if verb.dep_ in {"ccomp", "parataxis", "conj"} else ()
    beside = (c for c in verb.children if c.dep_ in {"parataxis", "ccomp"})
    saying = (t for t in (*above, *beside) if t.lemma_.lower() in _SAYING)
    return tuple(s for t in saying for s in of_verb(t).subjects)
