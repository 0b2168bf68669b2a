"""The triggers of a sentence that are claims: sense chosen, topics left out, one for each event."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality import complements, ellipsis
from fogline.reading.factuality.ceasing import only_ends
from fogline.reading.grammar import arguments
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.scope import is_partaken, is_shared
from fogline.reading.learned import reconciling
from fogline.reading.quantities import fatal, mortality
from fogline.reading.roles import mines, threats
from fogline.reading.roles.capacities import is_quantifier
from fogline.reading.roles.converse import undergoing
from fogline.reading.roles.nominals import names_actor
from fogline.reading.roles.whose import is_anothers, is_truce, of_it
from fogline.reading.tables import words
from fogline.reading.triggers import doubles, kinds, presence, teasers, triggers, wants
from fogline.reading.triggers.assertions import is_asserted, is_stated, names_topic
from fogline.reading.triggers.labels import is_label
from fogline.reading.triggers.merging import Candidate, merge
from fogline.reading.triggers.silence import is_unsaid
from fogline.reading.triggers.triggers import Match
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.triggers import Entry

_WIDE: Final = {
    "people": frozenset({"people", "force", "person", "post"}),
    "thing": frozenset({"site", "aid", "supply", "weapon", "thing", "route"}),
    "place": frozenset({"place", "site", "share"}),
}
_PREPARING: Final = frozenset("prepare ready gear plan".split())
_LASTING: Final = frozenset({"remain", "stay"})
_GETTING: Final = frozenset("find get buy obtain afford procure".split())
_GIVING: Final = frozenset({"AGREE", "AID", "REQUEST"})
_ANSWERING: Final = frozenset({"REJECT", "CONCEDE"})
_WANTING: Final = frozenset({"need", "lack", "want"})
_ONCE: Final = frozenset(
    {"AID", "CONDITION", "CONSULT", "COERCE", "COOPERATE", "PROTEST", "SANCTION"}
)
_PEOPLED: Final = frozenset({"people", "protester", "labour"})
_NOBODY: Final = frozenset({"god", "allah", "you"})
_UNCOUNTED: Final = frozenset(
    (
        "place hopes ware attack weapon delivery relief assistance talks protest accord restriction"
        " emergency embargo demand appeal ruling intelligence asset compensation tax stance"
        " diplomat inspector envoy border politics yielding yielded protester labour media curfew"
        " need service league homeless located somebody craft"
    ).split()
)
_DONE: Final = frozenset({"obj", "nsubj:pass"})
_COVERING: Final = frozenset({"RETREAT", "ACCUSE", "REJECT", "SUPPORT", "SANCTION"})
_ACTING: Final = frozenset({"actor", "force"})
_HAPPENING: Final = words("standing.csv", "word")["happening"]
_SAYING: Final = words("cues.csv", "cue")["verb"]
_PARTS: Final = frozenset(
    (
        "whole entirety half much remainder some many most several number dozen hundred thousand"
        " all any few group wave series part swathe swath stretch chunk portion bulk majority"
        " ton tonne kilo kilogram kg litre kilometre kilometer km mile metre state"
    ).split()
)
_DONE_BY: Final = frozenset({"nsubj", "nsubj:pass"})
_BEYOND: Final = frozenset({"out", "outside", "beyond"})  # "out of rebel control"
_HARMING: Final = frozenset("kill wound injure maim hurt".split())
_DENYING: Final = words("negations.csv", "word")["denial"]
_MAKING: Final = frozenset("make issue receive deliver send utter".split())
_SHELLS: Final = frozenset("effort process mission programme program".split())
# Needs that the verb tells by itself.
_ALONE: Final = {
    "said": lambda head: _is_said(head),
    "unaimed": lambda head: not mines.is_aimed(head),
    "threatening": lambda head: not threats.is_harmless(head),
    "uncompleted": lambda head: not any(c.dep_ in {"xcomp", "ccomp"} for c in head.children),
    "anysuch": lambda head: any(map(_is_any_such, head.children)),
}

# The same of nouns.
_NOUNS_ALONE: Final[dict[str, Callable[[Token], bool]]] = {
    "aimed": lambda noun: _is_aimed(noun),
    "made": lambda noun: _is_made(noun),
    "happening": lambda noun: noun.dep_ == "nsubj" and noun.head.lemma_.lower() in _HAPPENING,
}


def candidates(matches: list[Match], scene: Scene) -> list[Candidate]:
    """Return a sentence's claims-to-be: each match with its first fitting sense, merged by
    event.
    """
    found = []
    for match in matches:
        if scene.once(_names_no_event, match.head):
            continue
        fitting, asserted = scene.once(_fitting, match)
        entry = reconciling.sense(match, fitting if asserted else None, fitting, scene)
        if entry is not None:
            found.append(Candidate(match, entry))
    found = mortality.apart(found, scene)
    alone = [c for c in found if not _is_told_above(c, found)]
    own = [c for c in alone if reconciling.is_sure(c, scene) or not _is_covered(c, alone)]
    single = merge(doubles.named_once(own, scene), lambda c: reconciling.is_sure(c, scene))
    return [
        c
        for c in single
        if reconciling.is_believed(c, scene)
        or mortality.tells(c)
        or fatal.is_told(c, scene)
        or mines.is_met(c)
        or _is_disowned(c)
        or ellipsis.left_out(c.head) is not None
    ]


def _is_disowned(candidate: Candidate) -> bool:
    """Tell whether somebody denies a share in an attack, whether or not it was told of before."""
    head = candidate.head
    denied = head.dep_ == "nmod" and head.head.head.lemma_.lower() in _DENYING
    return candidate.entry.event == "ASSAULT" and denied and is_shared(head)


def _fitting(match: Match, scene: Scene) -> tuple[Entry | None, bool]:
    """Return a match's first sense that fits, and whether its place makes it a proposition."""
    fitting = next((e for e in match.entries if _fits(match.head, e, scene)), None)
    return fitting, fitting is not None and is_asserted(match.head, fitting)


def _is_covered(candidate: Candidate, others: list[Candidate]) -> bool:
    """Tell whether another claim of the sentence already says it.

    What is prepared is the claim, not the preparing; a halt or a condemnation covers the
    attack that is its bare object.
    """
    head = candidate.head
    if head.lemma_.lower() in _PREPARING:
        return any(o.head.i != head.i and _below(o.head, head) for o in others)
    if candidate.entry.kind != "nouns":
        return _shares_object(candidate, others)
    above = next((o for o in others if o.head.i == head.head.i and o.head.i != head.i), None)
    if above is None:
        return False
    if above.entry.event == "CONCEDE" and head.dep_ == "obj":
        return candidate.entry.event in {"COERCE", "PROTEST"}
    same = above.entry.event == candidate.entry.event and above.entry.event in _ONCE
    return same or (head.dep_ in _DONE and above.entry.event in _COVERING)


def _is_told_above(candidate: Candidate, others: list[Candidate]) -> bool:
    """Tell whether a noun only completes the verb of one event: "imposed sanctions on it"."""
    head, told = candidate.head, (candidate.entry.event, candidate.entry.mode)
    if head.lemma_.lower() in _LASTING:  # "remains in control of the town"
        held = [o.head for o in others if o.entry.event == "CONTROL"]
        return any(h.dep_ in {"obl", "xcomp"} and h.head.i == head.i for h in held)
    if "mine" in classes.of_word(head) and candidate.entry not in candidate.match.entries:
        return any(  # "drove over a mine"
            o.head.i == head.head.i and mines.is_met(o) for o in others
        )
    if told[0] == "ASSAULT" and "weapon" in classes.of_word(head):  # "promised it missiles"
        giving = {o.head.i for o in others if o.entry.event in _GIVING}
        return head.dep_ == "obj" and head.head.i in giving
    if told[0] == "AID" and head.head.lemma_.lower() in _WANTING:
        return head.dep_ == "nmod"
    if told[0] == "REQUEST" and head.dep_ == "obj":  # "resisted calls to leave"
        return any(o.head.i == head.head.i and o.entry.event in _ANSWERING for o in others)
    if head.pos_ != "NOUN" or told[0] not in _ONCE:
        return False
    verbs = (o.head.i for o in others if (o.entry.event, o.entry.mode) == told)
    completes = head.dep_ == "obj" or (head.dep_ == "obl" and not candidate.match.entries)
    return completes and head.head.i in verbs


def _shares_object(candidate: Candidate, others: list[Candidate]) -> bool:
    """Tell whether a verb only doubles the next one: "advising and assisting the army"."""
    head = candidate.head
    if any(c.dep_ in {"obj", "obl", "ccomp", "xcomp", "nsubj:pass"} for c in head.children):
        return False
    following = [o for o in others if o.head.dep_ == "conj" and o.head.head.i == head.i]
    following = [o for o in following if not any(c.dep_ in _DONE_BY for c in o.head.children)]
    return any(o.entry.event == candidate.entry.event for o in following)


def _below(token: Token, above: Token) -> bool:
    node = token
    for _ in range(5):
        if node.head.i == above.i and node.dep_ in {"xcomp", "obj", "obl", "ccomp"}:
            return True
        if node.dep_ in {"acl:relcl", "advcl", "conj"} or node.head.i == node.i:
            return False
        node = node.head
    return False


def _fits(head: Token, entry: Entry, scene: Scene) -> bool:
    """Tell whether a trigger's surroundings meet what its entry needs ("obj:place")."""
    if scene.quiet and entry.kind == "verbs" and not _is_told_of(head):
        return False
    if entry.kind == "modifiers":
        return all(_modifier_need(head, slot, wanted, scene) for slot, wanted in entry.needs)
    if entry.kind == "nouns":
        return all(_noun_need(head, slot, wanted, scene) for slot, wanted in entry.needs)
    args = arguments.of_verb(head)
    return all(_verb_need(head, args, slot, wanted, scene) for slot, wanted in entry.needs)


def _names_no_event(head: Token, scene: Scene) -> bool:
    """Tell whether a word that may trigger stands where it tells of nothing that happens."""
    return (
        complements.is_demanded(head)
        or _is_idle(head, scene)
        or is_unsaid(head)
        or names_topic(head)
        or only_ends(head)  # "gave up attacking" is no surrender
    )


def _is_idle(head: Token, scene: Scene) -> bool:
    """Tell whether a verb stands in a sense in which it names no event: "met fierce resistance"."""
    senses = triggers.idle().get(head.lower_, ()) if head.pos_ == "VERB" else ()
    args = arguments.of_verb(head) if senses else None
    return args is not None and any(
        all(_verb_need(head, args, slot, wanted, scene) for slot, wanted in needs)
        for needs in senses
    )


def _is_told_of(head: Token) -> bool:
    """Tell whether a verb names whom it tells of: "the clinic closed", not "we closed", "close!".

    Only asked where nothing else in a document shows a conflict or politics.
    """
    args = arguments.of_verb(head)
    undergoing = args.objects if head.tag_ == "VBN" else ()
    told = (*args.subjects, *args.agents) or undergoing
    return any(word.pos_ != "PRON" for word in told)


def _verb_need(
    head: Token, args: arguments.Arguments, slot: str, wanted: str, scene: Scene
) -> bool:
    if slot == "comp":
        return any(_is_clause(c, wanted, scene) for c in _clauses(head))
    if slot == "none":
        return not args.objects
    if slot == "undergone":  # a passive that names no doer
        told = any(c.dep_ == "nsubj:pass" for c in head.children)
        return told and not args.agents
    if slot == "wished":
        return not any(is_stated(c) for c in head.children)
    if slot in _ALONE:
        return _ALONE[slot](head)
    if slot == "active":
        return head.tag_ != "VBN" or any(c.dep_ == "aux" for c in head.children)
    if slot == "not":
        return not any(_is(_whole(o), wanted, scene) for o in args.objects)
    if slot in {"own", "theirs"}:
        made = [o for o in args.objects if is_anothers(o) == (slot == "theirs")]
        return any(_is(_whole(o), wanted, scene) for o in made)
    if slot == "obl":
        beside = [h for case, h in args.obliques if case != "by" and not is_quantifier(h)]
        return any(_is(_whole(h), wanted, scene) for h in beside)
    heads = args.objects if slot == "obj" else (*args.subjects, *args.agents) or args.objects
    return any(_is(_whole(head), wanted, scene) for head in heads)


def _is_any_such(obj: Token) -> bool:
    """Tell whether something is denied whatever it is: "denied any such delivery"."""
    near = {c.lower_ for c in obj.children}
    return obj.dep_ == "obj" and "such" in near and bool(near & {"any", "no"})


def _is_aimed(warning: Token) -> bool:
    """Tell whether a warning is to somebody, or the last one: "this is a final warning"."""
    to = any(case == "to" for case, _ in arguments.of_noun(warning).obliques)
    return to or any(c.lower_ in {"last", "final"} for c in warning.children)


def _is_made(threat: Token) -> bool:
    return threat.dep_ in {"obj", "nsubj:pass"} and threat.head.lemma_.lower() in _MAKING


def _is_said(head: Token) -> bool:
    """Tell whether a clause is what somebody says: "said that the army must leave"."""
    node = head
    while node.dep_ in {"conj", "ccomp", "parataxis"} and node.head.i != node.i:
        if node.dep_ != "conj" and node.head.lemma_.lower() in _SAYING:
            return True
        node = node.head
    return any(c.dep_ == "parataxis" and c.lemma_.lower() in _SAYING for c in head.children)


def _is_clause(clause: Token, wanted: str, scene: Scene) -> bool:
    infinitive = clause.tag_ == "VB" and any(c.lower_ == "to" for c in clause.children)
    return infinitive if wanted == "to" else not wanted or _is(clause, wanted, scene)


def _clauses(head: Token) -> list[Token]:
    """Return the heads of the infinitives and clauses that a word takes: "ready to talk"."""
    near = [*head.children, *(c for o in head.children if o.dep_ == "obj" for c in o.children)]
    return [c for c in near if c.i > head.i and c.dep_ in {"xcomp", "ccomp", "advcl", "acl"}]


def _whole(head: Token) -> Token:
    """Return what a part is a part of: "aircraft" for "some of the aircraft"."""
    if head.dep_ == "appos" and "platform" in classes.of_word(head.head):
        return head.head  # "the carrier Shandong"
    if head.like_num:  # "two of the kitchens"
        return next((c for c in head.children if preposition(c) == "of"), head)
    if head.lemma_.lower() in _PARTS:
        return next((c for c in head.children if c.dep_ == "nmod"), head)
    if head.lemma_.lower() in _SHELLS:
        return next((c for c in head.children if c.dep_ in {"compound", "nmod"}), head)
    return head


def _is(head: Token, wanted: str, scene: Scene) -> bool:
    if wanted in mines.NEEDS:
        return mines.suits(head, wanted, scene)
    if wanted == "ceasefire":
        return is_truce(head)
    taken = wanted == "place" and is_partaken(head)  # "took part in the defence"
    return not taken and _is_of_class(head, wanted, scene)


def _is_of_class(head: Token, wanted: str, scene: Scene) -> bool:
    if wanted == "place" and (head.lower_ == "it" or kinds.is_unknown_name(head, scene)):
        return True
    if _is_never(head, wanted, scene):
        return False
    if head.pos_ == "PRON" and "share" not in classes.of_word(head):  # "everything"
        return _may_mean(head, wanted)
    if is_quantifier(head) or head.lower_ in {"both", "one"}:
        return wanted not in _UNCOUNTED and wanted not in triggers.TELLING
    found = scene.classes(head)
    if wanted == "people" and "platform" in found:
        return False
    if wanted == "civilian":
        return "people" in found and "force" not in found and "person" not in found
    if found & _WIDE.get(wanted, frozenset({wanted})):
        return True
    if wanted in _PEOPLED and head.tag_ == "NNPS" and "place" not in found:
        return True
    return kinds.is_loosely(head, wanted, found, scene)


def _is_never(head: Token, wanted: str, scene: Scene) -> bool:
    """Tell whether a word is not of a class whatever its lists say: "the opposition", no
    resistance; anybody at all, where nothing tells of a conflict.
    """
    if wanted == "delivery":  # "an army convoy"
        return any(_is_armed(c, scene) for c in head.children)
    if wanted == "resistance":
        return any(c.dep_ == "det" and c.lower_ != "no" for c in head.children)
    if wanted == "actor" and head.lower_ in _NOBODY:
        return True
    return scene.quiet and wanted in _ACTING and head.pos_ in {"PROPN", "PRON"}


def _is_armed(modifier: Token, scene: Scene) -> bool:
    """Tell whether a word before a noun says that it is a force's: "army", "military"."""
    before = modifier.dep_ in {"compound", "amod", "nmod:poss"}
    return before and (modifier.lower_ == "military" or "force" in scene.classes(modifier))


def _may_mean(pronoun: Token, wanted: str) -> bool:
    """Tell whether a pronoun may stand for a force, for people or for a body."""
    if pronoun.lower_ == "it":
        return wanted in {"actor", "force"}
    living = wanted in {"actor", "force", "people"}
    return living and pronoun.lower_ not in {"that", "this", "what", "which"}


def _noun_need(noun: Token, slot: str, wanted: str, scene: Scene) -> bool:
    args = arguments.of_noun(noun)
    if slot == "of":
        owners = [s for s in args.subjects if s.dep_ == "nmod:poss" or wanted in {"force", "actor"}]
        if wanted == "place" and of_it(noun):
            return True
        named = wanted in {"force", "actor"} and any(names_actor(s, scene) for s in args.subjects)
        return named or any(_is(h, wanted, scene) for h in (*args.objects, *args.agents, *owners))
    if slot == "whom":
        return any(h.pos_ != "PRON" and _is(_whole(h), wanted, scene) for h in args.objects)
    if slot == "counted":
        return any(c.dep_ == "nummod" for c in noun.children)
    if slot == "obj":
        return any(case == wanted for case, _ in args.obliques)
    if slot == "under":
        case = preposition(noun)
        struck = case == "under" or bool(undergoing(noun)) or (case in _BEYOND and args.subjects)
        return bool(struck or (args.subjects and args.objects))
    if slot in _NOUNS_ALONE:
        return _NOUNS_ALONE[slot](noun)
    if slot == "harming":
        by = noun.dep_ == "obl:agent" or (noun.dep_ == "obl" and preposition(noun) == "by")
        return (by or noun.dep_ == "nsubj") and noun.head.lemma_.lower() in _HARMING
    if slot == "pred":
        return noun.dep_ in {"appos", "root"} or any(c.dep_ == "cop" for c in noun.children)
    return slot == "bare"


def _modifier_need(head: Token, slot: str, wanted: str, scene: Scene) -> bool:
    noun = head.head
    if slot == "sought":
        return any(_is(_whole(o), wanted, scene) for o in _sought(head))
    if slot == "subj":
        subjects = [c for c in head.children if c.dep_ in {"nsubj", "nsubj:pass"}]
        return any(_is(_whole(s), wanted, scene) for s in subjects) or _counted(head)
    if slot == "counted":
        subjects = [c for c in head.children if c.dep_ in {"nsubj", "nsubj:pass"}]
        return any(_is(_whole(s), wanted, scene) for s in subjects) or _numbered(head)
    if slot == "comp":
        return any(_is_clause(c, wanted, scene) for c in _clauses(head))
    if slot == "place":
        return head.i > 1 and head.nbor(-1).text == "-" and _names_place(noun, scene)
    if slot == "thing":
        found = scene.classes(noun)
        living = "people" in found or ("force" in found and "platform" not in found)
        return "place" not in found and not living
    return True


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


def matches(scene: Scene) -> list[Match]:
    """Return everything in a part that may be a claim, in text order."""
    found = scene.once(_listed)
    taken = {i for match in found for i in match.tokens} | teasers.tokens(scene)
    told = (m for m in (*found, *reconciling.learned(scene, taken)) if not is_label(m.head, scene))
    return sorted(told, key=lambda m: m.head.i)


def _listed(scene: Scene) -> list[Match]:
    """Return what the lexicon and the rules find that may be a claim."""
    found = triggers.find(scene.doc)
    taken, filled = {i for match in found for i in match.tokens}, teasers.tokens(scene)
    lacking = (*presence.find(scene), *wants.find(scene), *_restored(scene, found))
    more = (m for m in lacking if m.head.i not in taken)
    free = (m for m in (*found, *more) if m.head.i not in filled)
    return [m for m in free if not _is_in_name(m.head, scene)]


def _restored(scene: Scene, found: list[Match]) -> Iterator[Match]:
    """Yield a match for each word that stands for a verb told before: "it has not been"."""
    told = {match.head.i: match for match in found}
    for token in scene.doc.reading(ellipsis.HELPING):
        verb = ellipsis.left_out(token)
        if verb is not None and verb.i in told:
            yield Match(told[verb.i].entries, token, (token.i,))


def _is_in_name(head: Token, scene: Scene) -> bool:
    """Tell whether a word only stands in the name of a known body: "Action Against Hunger"."""
    named = scene.actors_at.get(head.i)
    known = named is not None and named.id is not None and " " in named.text
    return known and head.text[:1].isupper()


def by_sentence(found: list[Match], scene: Scene) -> Iterator[list[Match]]:
    """Yield the matches of each sentence that has any."""
    for _, group in groupby(found, key=lambda m: scene.sentence(m.head).start):
        yield list(group)
