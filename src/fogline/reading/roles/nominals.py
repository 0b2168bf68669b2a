"""Participants of nominal triggers and modifiers: "the rebels' capture of", "X-held", "air strikes
by" (data: dealing.csv, movers.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.actors.actors import link
from fogline.reading.grammar import arguments
from fogline.reading.grammar.aiming import TARGETS
from fogline.reading.grammar.arguments import beside
from fogline.reading.grammar.compounds import leads_attack
from fogline.reading.grammar.coordination import conjuncts
from fogline.reading.grammar.parties import parties
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import NOUNS, SUBJECTS
from fogline.reading.grammar.scope import is_shared, is_stopped
from fogline.reading.roles.apart import thanked
from fogline.reading.roles.capacities import can_act, can_be, is_foreign_state, is_side
from fogline.reading.roles.converse import is_by_subject, senders, undergoing
from fogline.reading.roles.doers import Participants, acting, receiving
from fogline.reading.roles.owners import content, cut_from
from fogline.reading.roles.whose import MADE, doers, is_means, of_it
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.triggers import Entry

_DEALING: Final = words("dealing.csv", "word")
_WITHIN: Final = frozenset({"in", "by", "with", "through", "during"})
_NOT_WITHIN: Final = _DEALING["amid"]
_SIDES: Final = ("between", "with", "among")
_DATING: Final = frozenset({"after", "following", "amid", "during", "in"})
_GIVEN: Final = frozenset({"AID", "SUPPORT", "COOPERATE"})
_WAGED: Final = _DEALING["waged"]
_PITTING: Final = _DEALING["pitting"]
_AIMING: Final = (TARGETS | {"to"}) - {"at"}
_HITTING: Final = _DEALING["hitting"]
_ABLE: Final = _DEALING["able"]
_GROUND: Final = _DEALING["ground"]
_HAVING: Final = _DEALING["having"]
_GOVERNING: Final = _DEALING["governing"]
_BLASTS: Final = frozenset({"explosion", "blast"})
_HOLDERS: Final = frozenset({"compound", "nsubj", "obl", "nmod", "amod", "obl:unmarked"})


def of_modifier(head: Token, entry: Entry, scene: Scene) -> Participants:
    """Return the participants of a participle or adjective: "X-held", "besieged", "dead"."""
    if entry.frame == "compound":
        return Participants(_holder(head))
    if entry.frame == "amod":
        return Participants((), receiving(conjuncts(head.head), scene))
    subjects = (c for c in head.children if c.dep_ in SUBJECTS)
    found = tuple(h for s in subjects for h in conjuncts(s))
    if entry.rank == "speech":
        return Participants(found, content(head.children, scene))
    return (
        Participants((), receiving(found, scene))
        if entry.frame == "suffer"
        else Participants(found)
    )


def of_noun(noun: Token, entry: Entry, scene: Scene) -> Participants:
    """Return the participants of a nominal trigger, by possessors, modifiers, "by", "of", "on"."""
    if entry.frame == "present":
        return Participants(tuple(conjuncts(noun)))
    args = arguments.of_noun(noun)
    owners = _owners(noun, entry, scene)
    others = _others(noun, args, owners, scene)
    if others:  # "the air force flew bomber sorties": what it flew is not who acts
        owners = [o for o in owners if "platform" not in classes.of_word(o)]
    actors = [*owners, *others]
    towards = receiving((*beside(args, _AIMING), *_aimed_at(noun)), scene)
    if entry.event == "ASSAULT" and (struck := receiving(undergoing(noun), scene)):
        return _come_to(struck, noun, [*actors, *beside(args, ("from",))], scene)
    if entry.event == "ASSAULT" and _counts_harmed(noun):
        return Participants((), receiving((*owners, *args.objects), scene))
    if preposition(noun) == "under":
        return Participants(
            _unique(actors), receiving(arguments.of_verb(noun.head).subjects, scene)
        )
    if given := _givers(noun, entry, owners, scene):
        return Participants(given, receiving(arguments.of_verb(noun.head).subjects, scene))
    return _framed(noun, entry, actors, towards, scene)


def _framed(
    noun: Token, entry: Entry, actors: list[Token], towards: tuple[Token, ...], scene: Scene
) -> Participants:
    """Return who does what to whom by the noun's frame."""
    args = arguments.of_noun(noun)
    if entry.frame == "sever":
        return Participants(_unique(actors), (*towards, *cut_from(args.objects, scene)))
    if entry.frame == "mutual":
        return _sides(noun, args, actors, scene)
    if entry.frame in {"state", "visit", "owned"} or entry.rank == "speech":
        return _said_of(noun, entry, actors, towards, scene)
    if entry.frame == "suffer":
        return Participants((), receiving(args.objects, scene))
    if entry.mode == "release":
        actors = [*actors, *(h for h in _exchanging(args) if can_act(h, scene))]
    return _deed(noun, args, actors, towards, scene)


def _exchanging(args: arguments.Arguments) -> Iterator[Token]:
    """Yield between whom captives are exchanged: "an exchange of prisoners between X and Y"."""
    yield from beside(args, ("between",))
    for freed in args.objects:
        yield from beside(arguments.of_noun(freed), ("between",))


def _owners(noun: Token, entry: Entry, scene: Scene) -> list[Token]:
    """Return whose an event is by the words before its noun: "the army's raid", not "its capture",
    nor "the Syrian raid by rebels".
    """
    args = arguments.of_noun(noun)
    owners = _outermost([o for s in args.subjects for o in _named_in(s, scene)])
    owners = owners or [c for c in noun.children if leads_attack(c)]
    if args.agents:
        owners = [o for o in owners if o.dep_ != "amod"]
    if thanked(noun):
        owners = [o for o in owners if o.pos_ != "PRON"]
    if entry.event == "CONTROL" and (taken := of_it(noun)):
        owners = [o for o in owners if o.i != taken.i]
    return owners


def _counts_harmed(noun: Token) -> bool:
    """Tell whether a noun stands for who was harmed, whose they were: "civilian casualties"."""
    return classes.of_word(noun) >= {"loss", "patient"}


def is_had(noun: Token) -> bool:
    """Tell whether a noun says with what somebody acts, by the verb above it: "with support"."""
    return preposition(noun) == "with" and noun.dep_ == "obl" and noun.head.pos_ == "VERB"


def _givers(noun: Token, entry: Entry, owners: list[Token], scene: Scene) -> tuple[Token, ...]:
    """Return who helped whoever did something: "with support from X, Y took the town"."""
    if entry.event not in _GIVEN or not is_had(noun):
        return ()
    args = arguments.of_noun(noun)
    return acting((*owners, *beside(args, ("from", "by")), *args.objects), scene)


def _said_of(
    noun: Token, entry: Entry, actors: list[Token], towards: tuple[Token, ...], scene: Scene
) -> Participants:
    """Return whose state, statement or visit it is, and to whom: "the appeal of X to Y"."""
    args = arguments.of_noun(noun)
    whose = (*args.objects, *beside(args, ("among", "amongst", "within")))
    if "truce" in scene.classes(noun):
        whose = (*whose, *(h for h in beside(args, ("between", "with")) if can_act(h, scene)))
    fits = can_act if noun.lemma_.lower() in _DEALING["offer"] else can_be  # "an offer of help"
    of = (o for o in whose if fits(o, scene))
    asked = towards if entry.rank == "speech" else ()
    if entry.event == "REQUEST" and not asked:
        asked = _asked(noun, scene)
    return Participants(_unique([*actors, *of]), asked)


def _deed(
    noun: Token,
    args: arguments.Arguments,
    actors: list[Token],
    towards: tuple[Token, ...],
    scene: Scene,
) -> Participants:
    """Return who does it and to whom: "the army's raid on the camp", "the shelling of the camp"."""
    hit = [s for s in args.subjects if "site" in scene.classes(s)]
    senders = [h for h in beside(args, ("from",)) if "force" in scene.classes(h)]
    doers = [o for o in args.objects if _does(o, actors, scene)]
    objects = [*hit, *(o for o in args.objects if o not in doers)]
    receivers = (*receiving(objects, scene), *towards, *receiving(_verb_targets(noun), scene))
    return Participants(_unique([*actors, *doers, *senders]), _unique([*receivers]))


def _sides(
    noun: Token, args: arguments.Arguments, actors: list[Token], scene: Scene
) -> Participants:
    """Return the sides of what two do: "clashes between X and Y", "X's talks with Y"."""
    around = arguments.of_verb(noun.head) if noun.dep_ == "nsubj" else args
    actors = actors or _after(noun, args, scene)
    facing = (*beside(args, _SIDES), *beside(around, ("between", "among")), *_pitted(noun))
    against = receiving(beside(args, ("against",)), scene)
    of = (o for o in args.objects if scene.classes(o) & {"actor", "people"})
    named = (p for h in facing for p in parties(h))
    sides = (*actors, *(h for h in named if is_side(h, scene)), *of)
    if noun.lemma_.lower() in _WAGED:  # "their battle against rebels"
        return Participants(_unique([*sides]), against)
    return Participants(_unique([*sides, *against]))


def _after(noun: Token, args: arguments.Arguments, scene: Scene) -> list[Token]:
    """Return who fought before a deed of theirs: "took the town after weeks of clashes with X"."""
    top = noun
    while top.dep_ == "nmod" and preposition(top) == "of":
        top = top.head
    verb = top.head
    if top.dep_ != "obl" or preposition(top) not in _DATING or not beside(args, ("with",)):
        return []
    return [s for s in arguments.of_verb(verb).subjects if "force" in scene.classes(s)]


def _pitted(noun: Token) -> Iterator[Token]:
    """Yield whom a fight is said to pit against whom."""
    for clause in (c for c in noun.children if c.lemma_.lower() in _PITTING):
        args = arguments.of_verb(clause)
        yield from (*args.objects, *beside(args, ("against", "with")))
        for one in args.objects:  # "pitting X against Y": Y may hang on X
            yield from beside(arguments.of_noun(one), ("against",))


def _come_to(
    struck: tuple[Token, ...], noun: Token, others: list[Token], scene: Scene
) -> Participants:
    """Return who struck and whom: "the patrol came under fire from rebels in the hills"."""
    hit = {t.i for t in struck}
    sent = (*others, *senders(noun))
    doers = [a for a in sent if a.i not in hit and scene.classes(a) & {"force", "actor"}]
    return Participants(_unique(doers), _unique([*struck]))


def _asked(noun: Token, scene: Scene) -> tuple[Token, ...]:
    """Return who is to act in "the demand that the army leave", or acts "at the request of X"."""
    if noun.dep_ == "obl" and preposition(noun) in _HEEDING and not is_passive(noun.head):
        return tuple(s for s in arguments.of_verb(noun.head).subjects if can_act(s, scene))
    clauses = (c for c in noun.children if c.dep_ in {"acl", "ccomp"} and c.i > noun.i)
    subjects = (s for c in clauses for s in c.children if s.dep_ == "nsubj")
    return tuple(s for s in subjects if s.pos_ != "PRON" and can_act(s, scene))


def _named_in(modifier: Token, scene: Scene) -> Iterator[Token]:
    """Yield who acts by a word before the noun or, in "regime air raids", by a word before that."""
    if names_actor(modifier, scene):
        yield modifier
    elif modifier.pos_ in NOUNS and modifier.dep_ == "compound":
        for child in (c for c in modifier.children if c.i < modifier.i):
            if child.dep_ in arguments.BEFORE:
                yield from _named_in(child, scene)


def names_actor(token: Token, scene: Scene) -> bool:
    """Tell whether a word before a noun names who acts: "Russian", "the regime's", "militant"."""
    found = scene.classes(token)
    if token.tag_ in {"VBN", "VBG"} or found & {"site", "weapon"} or is_means(token):
        return False
    if _is_credit(token, scene):
        return False
    if token.lower_ in _GOVERNING or _is_where_signed(token, scene):
        return token.lower_ in _GOVERNING
    if token.i in scene.places_at and token.tag_ != "JJ":
        return token.dep_ == "nmod:poss" or is_foreign_state(token, scene)
    if (
        token.i in scene.actors_at
        or token.ent_type_ in {"PER", "ORG"}
        or found & {"force", "actor"}
    ):
        return token.lower_ != "military" or token.dep_ == "nmod:poss"
    if token.dep_ == "nmod:poss":
        return can_act(token, scene)
    if token.tag_ in {"JJ", "NNP"} and link(token.text) is not None:
        return True
    proper = token.tag_ in {"JJ", "NNP"} and token.pos_ in {"ADJ", "PROPN"} and _is_name(token)
    return proper and token.i not in scene.times_at


@told_by(_DEALING["signed"])
def _is_where_signed(word: Token, scene: Scene) -> bool:
    """Tell whether a town before an accord is where it was made: "the Pretoria accord"."""
    place = scene.places_at.get(word.i)
    town = place is not None and (place.feature or "").startswith("P")
    return town and word.dep_ == "compound" and word.head.lemma_.lower() in _DEALING["signed"]


@told_by(_BLASTS)
def _is_credit(word: Token, scene: Scene) -> bool:
    """Tell whether a person before a blast only took its picture: "Wire A. Name Blast in Gao"."""
    known = scene.actors_at.get(word.i)
    person = word.dep_ == "compound" and word.ent_type_ == "PER"
    return person and word.head.lemma_.lower() in _BLASTS and not (known and known.id)


def _is_name(token: Token) -> bool:
    """Tell whether a capital letter marks a name and no sentence's or headline's word."""
    before = token.nbor(-1) if token.i else token
    opens = token.is_sent_start or before.is_punct or before.text[:1].isdigit()
    return token.text[:1].isupper() and not opens and token.head.text[:1].islower()


def _does(head: Token, actors: list[Token], scene: Scene) -> bool:
    """Tell whether "of" brings who did it: "bombings of the Syrian warplanes"."""
    if actors or "force" not in scene.classes(head):
        return False
    return head.lemma_.lower() in _PLATFORMS or head.head.lemma_.lower() in MADE


_PLATFORMS: Final = words("movers.csv", "words")["platform"]
_HEEDING: Final = frozenset({"at", "on", "upon"})
_SUSPECTING: Final = _DEALING["suspecting"]
_TWO_BEFORE: Final = 2


def _holder(head: Token) -> tuple[Token, ...]:
    """Return who holds in "opposition-held"; the parse or the word before the hyphen."""
    if head.i > 1 and head.nbor(-1).text == "-":
        return tuple(_halves(head.nbor(-2)))
    holder = [c for c in head.children if c.dep_ in _HOLDERS and c.i < head.i]
    return tuple(holder[-1:])


def _halves(second: Token) -> list[Token]:
    """Return who holds by the word before a hyphen, with the one that shares its participle:
    "rebel- and government-held".
    """
    before = second.doc[max(second.i - _TWO_BEFORE, 0) : second.i]
    if len(before) < _TWO_BEFORE or before[1].lower_ not in {"and", "or"}:
        return [second]
    return [before[0], second] if before[0].text.endswith("-") else [second]


def _outermost(owners: list[Token]) -> list[Token]:
    """Keep one head where several left modifiers name one actor: "Syrian regime bombing"."""
    follow = {o.i for o in owners}
    return [o for o in owners if o.i + 1 not in follow or o.dep_ == "nmod:poss"]


def _others(
    noun: Token, args: arguments.Arguments, owners: list[Token], scene: Scene
) -> list[Token]:
    """Return who does it by the words behind it or, where nobody's it is, by the verb above:
    "accepted the rebels' offer" tells of no other doer.
    """
    agents = [p for a in args.agents for p in parties(a) if not _is_manner(a, scene)]
    if (judged := thanked(noun)) and _is_theirs(noun):
        return [*agents, *judged]
    owned = any(o.dep_ == "nmod:poss" and o.pos_ != "PRON" for o in owners)
    return agents if agents or owned else [*_verb_actors(noun, scene)]


def _is_theirs(noun: Token) -> bool:
    """Tell whether a deed is theirs who are thanked for it: "its help", "help"."""
    before = [c for c in noun.children if c.dep_ == "nmod:poss"]
    return all(c.pos_ == "PRON" for c in before) and not any(doers(noun))


def _is_manner(word: Token, scene: Scene) -> bool:
    """Tell whether a bare noun only says how it was done: "by treachery", "by force"."""
    bare = word.tag_ == "NN" and all(c.dep_ == "case" for c in word.children)
    return bare and not scene.classes(word) and word.i not in scene.actors_at


def _verb_actors(noun: Token, scene: Scene) -> Iterator[Token]:
    """Yield who launches or carries out the event: the subject of the verb that takes it."""
    verb = noun.head
    if preposition(noun) in {"on", "in", "behind"} and any(c.dep_ == "cop" for c in noun.children):
        subjects = (h for c in noun.children if c.dep_ == "nsubj" for h in conjuncts(c))
        yield from acting(subjects, scene)
    if verb.lemma_.lower() in _ABLE and preposition(noun) in {"of", "for"}:
        yield from acting(arguments.of_verb(verb).subjects, scene)
    if is_shared(noun) and not any(doers(noun)):
        yield from acting(_sharers(noun), scene)
    if verb.i == noun.i or verb.pos_ != "VERB" or is_stopped(noun):
        return
    args = arguments.of_verb(verb)
    if verb.lemma_.lower() in _SUSPECTING and preposition(noun) == "of":
        yield from acting(args.objects, scene)  # "accused the militia of the attack"
    if noun.lemma_.lower() in _GROUND and verb.lemma_.lower() not in _HAVING:
        return  # who shells a stronghold does not hold it
    travels = noun.dep_ == "obl" and preposition(noun) == "for" and "talks" in scene.classes(noun)
    if travels or (noun.dep_ == "obj" and is_by_subject(verb)):
        yield from acting(args.subjects, scene)
    elif noun.dep_ == "nsubj:pass" or (noun.dep_ == "obl" and preposition(noun) in _WITHIN):
        dated = {a.i for a in args.agents if a.i in scene.times_at or is_means(a)}
        yield from (a for a in acting(args.agents, scene) if a.i not in {noun.i, *dated})
        harmed = verb.lemma_.lower() in _HITTING and not args.objects
        if noun.dep_ == "obl" and not harmed and verb.lemma_.lower() not in _NOT_WITHIN:
            yield from (s for s in args.subjects if "force" in scene.classes(s))


def _sharers(noun: Token) -> tuple[Token, ...]:
    """Return who has, or denies, a share in an event: "denied Chad's role in the raid"."""
    share = noun.head
    if noun.dep_ != "nmod":
        return arguments.of_verb(share).subjects
    whose = (*doers(share), *arguments.of_noun(share).objects)
    return whose or arguments.of_verb(share.head).subjects


def _aimed_at(noun: Token) -> list[Token]:
    """Return whom a verb aims the event at: "launched strikes against the garrison"."""
    if noun.dep_ != "obj" or noun.head.pos_ != "VERB":
        return []
    return beside(arguments.of_verb(noun.head), ("against",))


def _verb_targets(noun: Token) -> tuple[Token, ...]:
    """Return what a verb hits whose subject is the event: "the raid hit three houses"."""
    verb = noun.head
    hits = verb.pos_ == "VERB" and noun.dep_ == "nsubj" and verb.lemma_.lower() in _HITTING
    return arguments.of_verb(verb).objects if hits and verb.i != noun.i else ()


def _unique(heads: list[Token]) -> tuple[Token, ...]:
    return tuple({h.i: h for h in heads}.values())
