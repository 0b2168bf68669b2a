"""What a row of triggers needs of the words around: whether they meet it ("obj:place")."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality import undone
from fogline.reading.grammar import arguments
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import NOT, NOUNS, PATIENTS, SUBJECTS
from fogline.reading.roles import mines, threats
from fogline.reading.roles.capacities import is_quantifier
from fogline.reading.roles.converse import undergoing
from fogline.reading.roles.nominals import names_actor
from fogline.reading.roles.whose import is_anothers, of_it
from fogline.reading.tables import words
from fogline.reading.triggers import (
    arriving,
    beside,
    bidden,
    dwelling,
    exact,
    kinds,
    leaving,
    triggers,
)
from fogline.reading.triggers.assertions import is_stated
from fogline.reading.triggers.wanted import ACTING, any_is, is_wanted, whole

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.triggers import Entry
_DEALING: Final = words("dealing.csv", "word")
_GETTING: Final = _DEALING["procuring"]
_HAPPENING: Final = words("standing.csv", "word")["happening"]
_SAYING: Final = words("cues.csv", "cue")["verb"]
_BEYOND: Final = frozenset({"out", "outside", "beyond"})  # "out of rebel control"
_HARMING: Final = _DEALING["harming"]
_NO_MORE: Final = NOT | {"longer"}
_STOPPING: Final = words("negations.csv", "word")["ceasing"] | {"unable"}
_ABLE: Final = frozenset({"can", "ca", "could"})
_COMING: Final = frozenset({"will", "shall", "'ll", "wo"})
_CAUSES: Final = words("quantities/causes.csv", "word")
_MISHAPS: Final = _CAUSES["disaster"] | _CAUSES["accident"] | {"sunken", "capsized", "ferry"}
_KILLING: Final = _DEALING["slaying"] | {"kill", "die", "drown", "fall"}
_BACK: Final = 30  # words before a sentence in which what "it" means may stand
_EVERYBODY: Final = frozenset("whoever anyone anybody everyone everybody all any every".split())
_ARTICLES: Final = frozenset("the a an this that these".split())
_MAKING: Final = _DEALING["uttered"]
_FINDING: Final = _DEALING["unearthing"]


def fits(head: Token, entry: Entry, scene: Scene) -> bool:
    """Tell whether a trigger's surroundings meet what its entry needs ("obj:place")."""
    if scene.quiet and entry.kind == "verbs" and not _is_told_of(head):
        return False
    needs = OF[entry.kind]
    return all(needs[slot](head, wanted, scene) for slot, wanted in entry.needs)


def is_idle(head: Token, scene: Scene) -> bool:
    """Tell whether a verb stands in a sense in which it names no event: "met fierce resistance"."""
    senses = triggers.idle().get(head.lower_, ()) if head.pos_ == "VERB" else ()
    needs = OF["verbs"]
    return any(all(needs[slot](head, wanted, scene) for slot, wanted in sense) for sense in senses)


def _is_told_of(head: Token) -> bool:
    """Tell whether a verb names whom it tells of: "the clinic closed", not "we closed", "close!".

    Only asked where nothing else in a document shows a conflict or politics.
    """
    args = arguments.of_verb(head)
    undergoing = args.objects if head.tag_ == "VBN" else ()
    told = (*args.subjects, *args.agents) or undergoing
    return any(word.pos_ != "PRON" for word in told)


# --- what is asked of a verb's surroundings ------------------------------------------------------


def _has_object(verb: Token, wanted: str, scene: Scene) -> bool:
    return any_is(map(whole, arguments.of_verb(verb).objects), wanted, scene)


def _has_subject(verb: Token, wanted: str, scene: Scene) -> bool:
    args = arguments.of_verb(verb)
    told = (*args.subjects, *args.agents) or args.objects
    return any_is(map(whole, told), wanted, scene)


def _has_beside(verb: Token, wanted: str, scene: Scene) -> bool:
    obliques = arguments.of_verb(verb).obliques
    beside = [whole(h) for case, h in obliques if case != "by"]
    return any_is((h for h in beside if not is_quantifier(h)), wanted, scene)


def _has_for(verb: Token, wanted: str, scene: Scene) -> bool:
    beside = [h for case, h in arguments.of_verb(verb).obliques if case == "for"]
    return any_is(map(whole, beside), wanted, scene)


def _has_clause(word: Token, wanted: str, scene: Scene) -> bool:
    return any(_is_clause(c, wanted, scene) for c in _clauses(word))


def _has_no_object(verb: Token, _: str, __: Scene) -> bool:
    return not arguments.of_verb(verb).objects


def _has_no_such_object(verb: Token, wanted: str, scene: Scene) -> bool:
    objects = arguments.of_verb(verb).objects
    return not any_is(map(whole, objects), wanted, scene)


def _has_own(verb: Token, wanted: str, scene: Scene) -> bool:
    own = (o for o in arguments.of_verb(verb).objects if not is_anothers(o))
    return any_is(map(whole, own), wanted, scene)


def _has_bare(verb: Token, wanted: str, scene: Scene) -> bool:
    objects = arguments.of_verb(verb).objects
    bare = (o for o in objects if all(c.lower_ not in _ARTICLES for c in o.children))
    return any_is(bare, wanted, scene)


def _has_anothers(verb: Token, wanted: str, scene: Scene) -> bool:
    theirs = (o for o in arguments.of_verb(verb).objects if is_anothers(o))
    return any_is(map(whole, theirs), wanted, scene)


def _is_undergone(verb: Token, _: str, __: Scene) -> bool:
    """Tell whether a passive names no doer."""
    told = any(c.dep_ == "nsubj:pass" for c in verb.children)
    return told and not arguments.of_verb(verb).agents


def _is_active(verb: Token, _: str, __: Scene) -> bool:
    return verb.tag_ != "VBN" or any(c.dep_ == "aux" for c in verb.children)


def _is_wished(verb: Token, _: str, __: Scene) -> bool:
    return not any(is_stated(c) for c in verb.children)


def _is_given_to(verb: Token, _: str, __: Scene) -> bool:
    """Tell whether somebody gets something, or does not: "denied the enemy a foothold"."""
    return any(c.dep_ == "iobj" for c in verb.children)


def _is_denied(verb: Token, _: str, __: Scene) -> bool:
    """Tell whether it is said that something is not done, or no more."""
    above = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _STOPPING
    return above or any(c.dep_ == "advmod" and c.lower_ in _NO_MORE for c in verb.children)


def _is_able(verb: Token, _: str, __: Scene) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in _ABLE for c in verb.children)


def _is_coming(verb: Token, _: str, __: Scene) -> bool:
    """Tell whether it is said that something will be: "they will pay for this"."""
    return any(c.dep_ == "aux" and c.lower_ in _COMING for c in verb.children)


def _is_unarmed(verb: Token, _: str, scene: Scene) -> bool:
    armed = {"weapon", "arms"}
    return not any(armed & scene.classes(h) for _, h in arguments.of_verb(verb).obliques)


def _is_unaimed(verb: Token, _: str, __: Scene) -> bool:
    return not mines.is_aimed(verb)


def _is_threatening(verb: Token, _: str, __: Scene) -> bool:
    return not threats.is_harmless(verb)


def _is_uncompleted(verb: Token, _: str, __: Scene) -> bool:
    return not any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children)


def _is_uncrowded(verb: Token, _: str, __: Scene) -> bool:
    """Tell whether a verb's subject is no bare number: "thousands marched on the capital"."""
    return not any(map(is_quantifier, arguments.of_verb(verb).subjects))


def _has_any_such(verb: Token, _: str, __: Scene) -> bool:
    return any(map(_is_any_such, verb.children))


def _is_any_such(obj: Token) -> bool:
    """Tell whether something is denied whatever it is: "denied any such delivery"."""
    near = {c.lower_ for c in obj.children}
    return obj.dep_ == "obj" and "such" in near and bool(near & {"any", "no"})


def _is_aimed(warning: Token, _: str, __: Scene) -> bool:
    """Tell whether a warning is to somebody, or the last one: "this is a final warning"."""
    to = any(case == "to" for case, _ in arguments.of_noun(warning).obliques)
    return to or any(c.lower_ in {"last", "final"} for c in warning.children)


def _is_made(threat: Token, _: str, __: Scene) -> bool:
    return threat.dep_ in PATIENTS and threat.head.lemma_.lower() in _MAKING


def _is_said(head: Token, _: str, __: Scene) -> bool:
    """Tell whether a clause is what somebody says: "said that the army must leave"."""
    node = head
    while node.dep_ in {"conj", "ccomp", "parataxis"} and node.head.i != node.i:
        if node.dep_ != "conj" and node.head.lemma_.lower() in _SAYING:
            return True
        node = node.head
    return any(c.dep_ == "parataxis" and c.lemma_.lower() in _SAYING for c in head.children)


def _is_clause(clause: Token, wanted: str, scene: Scene) -> bool:
    infinitive = clause.tag_ == "VB" and any(c.lower_ == "to" for c in clause.children)
    return infinitive if wanted == "to" else not wanted or is_wanted(clause, wanted, scene)


def _clauses(head: Token) -> list[Token]:
    """Return the heads of the infinitives and clauses that a word takes: "ready to talk"."""
    near = [*head.children, *(c for o in head.children if o.dep_ == "obj" for c in o.children)]
    return [c for c in near if c.i > head.i and c.dep_ in {"xcomp", "ccomp", "advcl", "acl"}]


def _has_again(verb: Token, wanted: str, scene: Scene) -> bool:
    """Tell whether "it" is what was last spoken of: "the report was wrong, and we withdraw it"."""
    args = arguments.of_verb(verb)
    if not any(o.lower_ == "it" for o in args.objects):
        return False
    own = {s.i for s in args.subjects}
    first = max(0, verb.sent.start - _BACK)
    before = (t for t in reversed(verb.doc[first : verb.i]) if t.dep_ in SUBJECTS)
    told = next((t for t in before if t.i not in own and t.pos_ in NOUNS), None)
    return told is not None and is_wanted(whole(told), wanted, scene)


# --- what is asked of a noun's surroundings ------------------------------------------------------


def _is_said_of_all(noun: Token, wanted: str, scene: Scene) -> bool:
    """Tell whether a predicate is that of everybody of a kind: "whoever helps them is a target"."""
    said = [c for c in noun.children if c.dep_ in {*SUBJECTS, "csubj", "csubj:outer", "advcl"}]
    near = [t for s in said for t in (s, *s.children)]
    return _is_predicate(noun, wanted, scene) and any(t.lower_ in _EVERYBODY for t in near)


def _has_owner(noun: Token, wanted: str, scene: Scene) -> bool:
    args = arguments.of_noun(noun)
    if wanted == "force" and any(s.lower_ == "civilian" for s in args.subjects):
        return False  # "civilian casualties" weaken no force
    owners = [s for s in args.subjects if s.dep_ == "nmod:poss" or wanted in ACTING]
    if wanted == "place" and of_it(noun):
        return True
    if wanted in ACTING and any(names_actor(s, scene) for s in args.subjects):
        return True
    return any_is((*args.objects, *args.agents, *owners), wanted, scene)


def _has_whom(noun: Token, wanted: str, scene: Scene) -> bool:
    named = [whole(h) for h in arguments.of_noun(noun).objects if h.pos_ != "PRON"]
    return any_is(named, wanted, scene)


def _has_preposition(noun: Token, wanted: str, _: Scene) -> bool:
    return any(case == wanted for case, _ in arguments.of_noun(noun).obliques)


def _is_counted(noun: Token, _: str, __: Scene) -> bool:
    return any(c.dep_ == "nummod" for c in noun.children)


def _is_found(noun: Token, _: str, __: Scene) -> bool:
    """Tell whether somebody comes upon something: "bodies were recovered", "found a body"; not
    upon none, upon the victims of a disaster, or upon those whose killing is told of.
    """
    found = noun.dep_ in PATIENTS and noun.head.lemma_.lower() in _FINDING
    return found and not (
        any(c.lower_ == "no" for c in noun.children)
        or any(t.lemma_.lower() in _MISHAPS for t in noun.sent)
        or any(t.lemma_.lower() in _KILLING for t in noun.subtree)
    )


def _is_under(noun: Token, _: str, __: Scene) -> bool:
    args, case = arguments.of_noun(noun), preposition(noun)
    struck = case == "under" or bool(undergoing(noun)) or (case in _BEYOND and args.subjects)
    return bool(struck or (args.subjects and args.objects))


def _is_harming(noun: Token, _: str, __: Scene) -> bool:
    by = noun.dep_ == "obl:agent" or (noun.dep_ == "obl" and preposition(noun) == "by")
    return (by or noun.dep_ == "nsubj") and noun.head.lemma_.lower() in _HARMING


def _is_predicate(noun: Token, _: str, __: Scene) -> bool:
    return noun.dep_ in {"appos", "root"} or any(c.dep_ == "cop" for c in noun.children)


def _is_by_workers(strike: Token, _: str, __: Scene) -> bool:
    """Tell whether a strike is one of workers: "the teachers' strike", "dockers ended a strike",
    "are on strike", "a strike over pay".
    """
    args = arguments.of_noun(strike)
    whose = [*args.subjects, *args.agents, *args.objects]
    if strike.dep_ == "obj" and strike.head.lemma_.lower() in _DEALING["striking"]:
        whose += arguments.of_verb(strike.head).subjects
    if any(h.lemma_.lower() in _DEALING["workers"] for h in whose):
        return True
    if any(c in {"over", "for"} and h.lemma_.lower() in _DEALING["pay"] for c, h in args.obliques):
        return True
    bare = not any(c.dep_ in {"det", "amod", "compound", "nmod:poss"} for c in strike.children)
    return bare and strike.tag_ == "NN" and strike.i > 0 and strike.nbor(-1).lower_ == "on"


def _is_being(noun: Token, _: str, __: Scene) -> bool:
    return kinds.is_joint(noun)


def _is_led_by(noun: Token, wanted: str, scene: Scene) -> bool:
    """Tell whether somebody makes what a noun names, or owns it: "farmers began a march"."""
    makers = arguments.of_verb(noun.head).subjects if noun.dep_ == "obj" else ()
    return any_is((*arguments.of_noun(noun).subjects, *makers), wanted, scene)


def _is_not_led_by(noun: Token, wanted: str, scene: Scene) -> bool:
    return not any_is((t for t in noun.sent if t.pos_ in NOUNS), wanted, scene)


def _is_happening(noun: Token, _: str, __: Scene) -> bool:
    """Tell whether it is told that something happens; a crossing that "came under" is a place."""
    happens = noun.dep_ == "nsubj" and noun.head.lemma_.lower() in _HAPPENING
    return happens and all(case != "under" for case, _ in arguments.of_verb(noun.head).obliques)


def _is_boding(answer: Token, _: str, scene: Scene) -> bool:
    """Tell whether somebody's answer is foretold as harsh: "our response will be crushing"."""
    foretold = answer.dep_ == "nsubj" and _is_coming(answer.head, "", scene)
    return foretold and kinds.is_harsh(answer.head)


def _is_bare(_: Token, __: str, ___: Scene) -> bool:
    return True


# --- what is asked of a modifier's surroundings --------------------------------------------------


def _is_said_of(modifier: Token, wanted: str, scene: Scene) -> bool:
    return any_is(_said_of(modifier), wanted, scene) or _counted(modifier)


def _is_said_of_some(modifier: Token, wanted: str, scene: Scene) -> bool:
    return any_is(_said_of(modifier), wanted, scene) or _numbered(modifier)


def _said_of(modifier: Token) -> list[Token]:
    return [whole(c) for c in modifier.children if c.dep_ in SUBJECTS]


def _is_hard_to_get(modifier: Token, wanted: str, scene: Scene) -> bool:
    return any_is([whole(o) for o in _sought(modifier)], wanted, scene)


def _describes_place(modifier: Token, _: str, scene: Scene) -> bool:
    hyphened = modifier.i > 1 and modifier.nbor(-1).text == "-"
    return hyphened and _names_place(modifier.head, scene)


def _describes_thing(modifier: Token, _: str, scene: Scene) -> bool:
    found = scene.classes(modifier.head)
    living = "people" in found or ("force" in found and "platform" not in found)
    return "place" not in found and not living


def _sought(head: Token) -> Iterator[Token]:
    """Yield what it is hard or impossible to get: "impossible to find flour"."""
    for clause in head.children:
        if clause.dep_ in {"csubj", "xcomp", "advcl", "ccomp"} and clause.lemma_ in _GETTING:
            yield from (c for c in clause.children if c.dep_ == "obj")


def _counted(head: Token) -> bool:
    """Tell whether an adjective stands for people with their count: "3 dead"."""
    return any(c.dep_ in {"nummod", "det"} for c in head.children) or head.head.like_num


def _numbered(head: Token) -> bool:
    return any(c.dep_ == "nummod" for c in head.children) or head.head.like_num


def _names_place(noun: Token, scene: Scene) -> bool:
    return (
        "place" in scene.classes(noun)
        or "site" in scene.classes(noun)
        or any(c.i in scene.places_at for c in noun.subtree)
    )


Need = Callable[["Token", str, "Scene"], bool]  # the trigger, what is wanted, its part

# By the kind of a row, what each of its needs asks (told in lexicon/triggers/needs.csv).
OF: Final[Mapping[str, Mapping[str, Need]]] = {
    "verbs": {
        "able": _is_able,
        "all": exact.has_all,
        "about": arriving.is_within,
        "active": _is_active,
        "argued": lambda verb, _, __: kinds.is_argued(verb),
        "arriving": arriving.is_entered,
        "again": _has_again,
        "anysuch": _has_any_such,
        "backwards": leaving.is_backwards,
        "beside": beside.is_told,
        "bare": _has_bare,
        "coming": _is_coming,
        "comp": _has_clause,
        "denied": _is_denied,
        "for": _has_for,
        "given": _is_given_to,
        "ground": exact.is_of_ground,
        "held": beside.is_held,
        "landed": beside.is_landed,
        "left": leaving.is_left,
        "menacing": exact.is_menacing,
        "none": _has_no_object,
        "not": _has_no_such_object,
        "numbered": beside.is_numbered,
        "obj": _has_object,
        "obl": _has_beside,
        "own": _has_own,
        "remaining": beside.is_remaining,
        "renewed": undone.has_new_day,
        "said": _is_said,
        "shifted": leaving.is_shifted,
        "subj": _has_subject,
        "staying": lambda verb, _, __: bidden.is_to_stay(verb),
        "sudden": lambda verb, _, __: dwelling.is_sudden(verb),
        "theirs": _has_anothers,
        "threatening": _is_threatening,
        "unaimed": _is_unaimed,
        "unargued": lambda verb, _, __: not kinds.is_argued(verb),
        "unarmed": _is_unarmed,
        "unbeside": beside.is_untold,
        "unbidden": beside.is_unbidden,
        "uncompleted": _is_uncompleted,
        "uncrowded": _is_uncrowded,
        "undergone": _is_undergone,
        "verdict": exact.is_verdict,
        "wished": _is_wished,
        "worn": exact.is_worn,
    },
    "nouns": {
        "aimed": _is_aimed,
        "backwards": leaving.is_backwards,
        "bare": _is_bare,
        "being": _is_being,
        "boding": _is_boding,
        "by": _is_by_workers,
        "counted": _is_counted,
        "everybody": _is_said_of_all,
        "found": _is_found,
        "happening": _is_happening,
        "harming": _is_harming,
        "led": _is_led_by,
        "made": _is_made,
        "obj": _has_preposition,
        "of": _has_owner,
        "pred": _is_predicate,
        "shifted": leaving.is_shifted,
        "under": _is_under,
        "unled": _is_not_led_by,
        "whom": _has_whom,
    },
    "modifiers": {
        "comp": _has_clause,
        "counted": _is_said_of_some,
        "place": _describes_place,
        "sought": _is_hard_to_get,
        "subj": _is_said_of,
        "thing": _describes_thing,
    },
}
