"""The triggers of a sentence that are claims: sense chosen, topics left out, one for each event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality import complements, ellipsis
from fogline.reading.factuality.ceasing import only_ends
from fogline.reading.factuality.forgone import was_tried
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import PATIENTS, SUBJECTS
from fogline.reading.grammar.scope import BRIDGES, is_shared
from fogline.reading.learned import detecting
from fogline.reading.quantities import fatal, mortality
from fogline.reading.roles import mines
from fogline.reading.roles.capacities import is_state
from fogline.reading.tables import words
from fogline.reading.triggers import arriving, doubles, owned, presence, teasers, triggers, wants
from fogline.reading.triggers.assertions import is_asserted, names_topic
from fogline.reading.triggers.footage import is_from_elsewhere
from fogline.reading.triggers.labels import is_label
from fogline.reading.triggers.merging import Candidate, merge
from fogline.reading.triggers.misread import is_misread
from fogline.reading.triggers.needs import fits, is_idle
from fogline.reading.triggers.silence import is_unsaid, is_unstated
from fogline.reading.triggers.triggers import Match
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.triggers import Entry
_WORDS: Final = words("triggers/kinds.csv", "word")
_GAIN: Final = ("CONTROL", "gain")
_TOWARD: Final = frozenset({"of", "into", "on"})
_GROUND: Final = frozenset({"place", "site", "settlement", "route"})
_EVERYDAY: Final = frozenset({"about", "arriving", "for", "shifted"})
_PREPARING: Final = _WORDS["preparing"]
_LASTING: Final = _WORDS["remaining"]
_GIVING: Final = frozenset({"AGREE", "AID", "REQUEST"})
_ANSWERING: Final = frozenset({"REJECT", "CONCEDE"})
_WANTING: Final = _WORDS["wanting"]
_ONCE: Final = frozenset(
    {"AID", "CONDITION", "CONSULT", "COERCE", "COOPERATE", "PROTEST", "SANCTION"}
)
_COVERING: Final = frozenset({"RETREAT", "ACCUSE", "REJECT", "SUPPORT", "SANCTION"})
_DENYING: Final = words("negations.csv", "word")["denial"]


def candidates(matches: list[Match], scene: Scene) -> list[Candidate]:
    """Return a sentence's claims-to-be: each match with its first fitting sense, merged by
    event.
    """
    found = []
    for match in matches:
        if scene.once(_names_no_event, match.head):
            continue
        fitting, asserted = scene.once(_fitting, match)
        entry = detecting.sense(match, fitting if asserted else None, fitting, scene)
        if entry is not None and not is_misread(match.head, entry, scene):
            found.append(Candidate(match, _as_tried(entry, match.head, scene)))
    found = mortality.apart(found, scene)
    alone = [c for c in found if not _is_told_above(c, found)]
    alone = [c for c in alone if not _only_flies(c, alone, scene)]
    own = [c for c in alone if detecting.is_sure(c, scene) or not _is_covered(c, alone)]
    single = merge(doubles.named_once(own, scene), lambda c: detecting.is_sure(c, scene))
    return [
        c
        for c in single
        if detecting.is_believed(c, scene)
        or mortality.tells(c)
        or fatal.is_told(c, scene)
        or fatal.trails(c, single, scene)
        or mines.is_met(c)
        or _is_disowned(c)
        or ellipsis.left_out(c.head) is not None
    ]


def _as_tried(entry: Entry, head: Token, scene: Scene) -> Entry:
    """Return the sense of a verb; a force that only tried to take a place has attacked it."""
    taking = (entry.event, entry.mode) == _GAIN and not _only_arrives(entry)
    if not (taking and was_tried(head) and _is_fought_for(head, scene)):
        return entry
    return replace(entry, event="ASSAULT", mode="ground")


def _only_arrives(entry: Entry) -> bool:
    return any(slot == "arriving" for slot, _ in entry.needs)


def _is_fought_for(head: Token, scene: Scene) -> bool:
    """Tell whether a force tries to take a place by arms: "tried to retake Goma", not "tried to
    gain control of the ministry" nor "to retake Goma by negotiation".
    """
    below = [t for t in head.subtree if t.i > head.i]
    armed = any(c.dep_ == "nsubj" and _is_armed(c, scene) for c in head.head.children)
    aims = [t for t in below if _is_aim(t, head)]
    ground = any(_is_ground(t, scene) for t in aims)
    bodies = any("actor" in scene.classes(t) and t.i not in scene.places_at for t in aims)
    talked = any("talks" in classes.of_word(t) or t.lower_ == "peacefully" for t in below)
    return armed and ground and not (bodies or talked)


def _is_aim(word: Token, head: Token) -> bool:
    """Tell whether a word is what a deed is aimed at: "take control of the base"."""
    if word.dep_ == "obj":
        return word.head.i == head.i
    return preposition(word) in _TOWARD and head.i in {word.head.i, word.head.head.i}


def _is_armed(who: Token, scene: Scene) -> bool:
    return "force" in scene.classes(who) or is_state(who, scene)


def _is_ground(aim: Token, scene: Scene) -> bool:
    found = classes.of_word(aim)
    named = aim.i in scene.places_at or aim.ent_type_ == "LOC"
    return "actor" not in found and (named or bool(found & _GROUND))


def _is_disowned(candidate: Candidate) -> bool:
    """Tell whether somebody denies a share in an attack, whether or not it was told of before."""
    head = candidate.head
    denied = head.dep_ == "nmod" and head.head.head.lemma_.lower() in _DENYING
    return candidate.entry.event == "ASSAULT" and denied and is_shared(head)


def _fitting(match: Match, scene: Scene) -> tuple[Entry | None, bool]:
    """Return a match's first sense that fits, and whether its place makes it a proposition."""
    fitting = next((e for e in match.entries if fits(match.head, e, scene)), None)
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
    return same or (head.dep_ in PATIENTS and above.entry.event in _COVERING)


def _is_told_above(candidate: Candidate, others: list[Candidate]) -> bool:
    """Tell whether a noun only completes the verb of one event: "imposed sanctions on it"."""
    head, told = candidate.head, (candidate.entry.event, candidate.entry.mode)
    if _is_at_its_state(candidate, others) or _is_of_verb(candidate, others):
        return True
    if _only_finds(candidate, others) or _is_died_of(head, others):
        return True
    if _only_goes_on(candidate, others):
        return True
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


def _only_goes_on(candidate: Candidate, others: list[Candidate]) -> bool:
    """Tell whether a verb only says that its subject's event begins or goes on: "the talks are
    likely to resume".
    """
    verb = candidate.head
    if verb.lemma_.lower() not in BRIDGES["verb"]:
        return False
    above = verb.head if verb.dep_ == "xcomp" else verb
    subjects = {c.i for t in (verb, above) for c in t.children if c.dep_ in SUBJECTS}
    return any(o.head.i in subjects and o.entry.event == candidate.entry.event for o in others)


def _is_of_verb(candidate: Candidate, others: list[Candidate]) -> bool:
    """Tell whether a word is what another's verb sets, ends or cares for: "set a deadline", "lifted
    the curfew", "vaccinated against cholera".
    """
    head, event = candidate.head, candidate.entry.event
    verbs = {o.entry.event for o in others if o.head.i == head.head.i and o.head.i != head.i}
    if event == "THREATEN":
        return head.dep_ == "obj" and event in verbs
    if candidate.entry.mode == "curfew":  # "ended the curfew"
        return head.dep_ in PATIENTS and "CONCEDE" in verbs
    return event == "CONDITION" and "AID" in verbs and preposition(head) == "against"


def _is_at_its_state(candidate: Candidate, others: list[Candidate]) -> bool:
    """Tell whether a word only says how a state is that is told: "its morale is on the floor"."""
    if candidate.entry.event != "CONDITION" or candidate.match.entries:
        return False
    said = {c.i for c in candidate.head.children if c.dep_ == "nsubj"}
    states = (o for o in others if o.entry.event == "CONDITION" and o.entry.frame != "present")
    stated = any(o.head.i in said for o in states)
    return stated and any(c.dep_ == "cop" for c in candidate.head.children)


def _shares_object(candidate: Candidate, others: list[Candidate]) -> bool:
    """Tell whether a verb only doubles the next one: "advising and assisting the army"."""
    head = candidate.head
    if any(c.dep_ in {"obj", "obl", "ccomp", "xcomp", "nsubj:pass"} for c in head.children):
        return False
    following = [o for o in others if o.head.dep_ == "conj" and o.head.head.i == head.i]
    following = [o for o in following if not any(c.dep_ in SUBJECTS for c in o.head.children)]
    return any(o.entry.event == candidate.entry.event for o in following)


def _only_flies(candidate: Candidate, others: list[Candidate], scene: Scene) -> bool:
    """Tell whether a verb only says of jets that they made the raids it names: "flew sorties"."""
    verb = candidate.head
    if candidate.entry.event != "MOBILIZE" or verb.lemma_.lower() != "fly":
        return False
    made = (o for o in others if o.entry.event == "ASSAULT" and o.head.dep_ == "obj")
    return any(o.head.head.i == verb.i and detecting.is_believed(o, scene) for o in made)


def _is_died_of(cause: Token, others: list[Candidate]) -> bool:
    """Tell whether a noun is only what people die of, told as their need: "may die of hunger"."""
    told = cause.dep_ == "obl" and mortality.is_deadly(cause.head)
    return told and any(o.head.i == cause.head.i and o.entry.event == "CONDITION" for o in others)


def _only_finds(candidate: Candidate, others: list[Candidate]) -> bool:
    """Tell whether a verb only finds the dead, whom no one rescues: "recovered thirty bodies"."""
    dead = (o.head for o in others if ("found", "") in o.entry.needs)
    return candidate.entry.event == "AID" and any(d.head.i == candidate.head.i for d in dead)


def _below(token: Token, above: Token) -> bool:
    node = token
    for _ in range(5):
        if node.head.i == above.i and node.dep_ in {"xcomp", "obj", "obl", "ccomp"}:
            return True
        if node.dep_ in {"acl:relcl", "advcl", "conj"} or node.head.i == node.i:
            return False
        node = node.head
    return False


def _names_no_event(head: Token, scene: Scene) -> bool:
    """Tell whether a word that may trigger stands where it tells of nothing that happens."""
    return (
        complements.is_demanded(head)
        or is_idle(head, scene)
        or is_unsaid(head)
        or is_unstated(head)
        or is_from_elsewhere(head)
        or names_topic(head)
        or only_ends(head)  # "gave up attacking" is no surrender
    )


def matches(scene: Scene) -> list[Match]:
    """Return everything in a part that may be a claim, in text order."""
    found = scene.once(_listed)
    taken = {i for match in found for i in match.tokens} | teasers.tokens(scene)
    told = (m for m in (*found, *detecting.learned(scene, taken)) if not is_label(m.head, scene))
    return sorted(told, key=lambda m: m.head.i)


def _listed(scene: Scene) -> list[Match]:
    """Return what the lexicon and the rules find that may be a claim."""
    told = (m for found in triggers.find(scene.doc) for m in _or_apart(found, scene))
    found = [m for m in told if not _is_everyday(m, scene)]
    taken, filled = {i for match in found for i in match.tokens}, teasers.tokens(scene)
    lacking = (*presence.find(scene), *wants.find(scene), *owned.find(scene), *arriving.find(scene))
    lacking += (*_restored(scene, found),)
    found = [_or_present(m, lacking) for m in found]
    more = (m for m in lacking if m.head.i not in taken)
    free = (m for m in (*found, *more) if m.head.i not in filled)
    return [m for m in free if not _is_in_name(m.head, scene)]


def _or_apart(match: Match, scene: Scene) -> list[Match]:
    """Return a match; those of its words where it is an idiom by its words, and not in sense."""
    literal = all(e.idiom for e in match.entries) and not _fits_any(match, scene)
    return triggers.apart(match) if literal else [match]


def _fits_any(match: Match, scene: Scene) -> bool:
    return any(fits(match.head, entry, scene) for entry in match.entries)


def _is_everyday(match: Match, scene: Scene) -> bool:
    """Tell whether a verb is listed for one sense alone, which it has not here: "changed his mind";
    the heads then hear it as one that is not listed.
    """
    if any(_EVERYDAY.isdisjoint(slot for slot, _ in entry.needs) for entry in match.entries):
        return False
    return not _fits_any(match, scene)


def _or_present(match: Match, lacking: tuple[Match, ...]) -> Match:
    """Return a match with the sense of who is there as its last: "Drone over the hospital"."""
    there = [e for m in lacking if m.head.i == match.head.i for e in m.entries]
    return Match((*match.entries, *there), match.head, match.tokens) if there else match


def _restored(scene: Scene, found: list[Match]) -> Iterator[Match]:
    """Yield a match for each word that stands for a verb told before: "it has not been"."""
    told = {match.head.i: match for match in found}
    for token in scene.doc.reading(ellipsis.HELPING | ellipsis.LIVING):
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
