"""Senses that a word has not beside what it stands with: "ordered the army to retake the town"
displaces nobody, "escaped an attempt on his life" gives nothing up (data: dealing.csv).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.clearing import clears
from fogline.reading.factuality.complements import is_infinitive
from fogline.reading.factuality.negating import subject_negated
from fogline.reading.factuality.resolve import is_resolve
from fogline.reading.factuality.withheld import forbears
from fogline.reading.grammar.arguments import of_verb
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import PATIENTS, SUBJECTS
from fogline.reading.tables import words
from fogline.reading.triggers.bidden import is_to_stay
from fogline.reading.triggers.everyday import enjoys, is_natural, is_played, trades
from fogline.reading.triggers.flags import is_shown
from fogline.reading.words import classes
from fogline.reading.words.calling import any_of, told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.triggers import Entry

_DEALING: Final = words("dealing.csv", "word")
_SAID: Final = frozenset({"appeal", "statement", "accord", "publication", "talks", "document"})
_TOLD_OF: Final = frozenset({"det", "nummod", "nmod:poss"})
_PRESS: Final = _DEALING["press"]
_RUNNING: Final = _DEALING["running"]
_LANDING: Final = _DEALING["landing"]
_PLANES: Final = frozenset({"aircraft", "flight"})
_NO: Final = frozenset({"no", "any"})
_DEAD: Final = _DEALING["dead"]
_DRIVING: Final = _DEALING["driving"]
_FLARING: Final = frozenset({"flare", "flareup", "flare-up"})
_AS_NOUNS: Final = frozenset({"obl", "nmod", "nsubj", "iobj"})
_NEAR: Final = 8
_GOING: Final = frozenset({"go", "end", "lead", "stop", "get", "come"})
_BARE: Final = SUBJECTS | {"aux", "advmod", "cc", "punct", "mark", "nsubj:pass"}
_PASSING: Final = words("negations.csv", "word")["passing"]
_TRUCES: Final = frozenset(w for w, found in classes.forms().items() if "ceasefire" in found)
_DISPLACING: Final = ("COERCE", "displace")


@told_by({"order"})
def _commands(verb: Token, entry: Entry, scene: Scene) -> bool:
    """Tell whether forces are ordered to do something, which drives nobody out: "ordered his men to
    burn the village", "ordered the mayor to be arrested".
    """
    if (entry.event, entry.mode) != _DISPLACING or verb.lemma_.lower() != "order":
        return False
    bidden = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and is_infinitive(c)]
    if not bidden or any(c.lemma_.lower() in _DEALING["departing"] for c in bidden):
        return False
    passive = all(any(a.dep_ == "aux:pass" for a in c.children) for c in bidden)
    return passive or any("force" in scene.classes(o) or _is_own(o) for o in of_verb(verb).objects)


def _is_own(people: Token) -> bool:
    return any(c.dep_ == "nmod:poss" and c.pos_ == "PRON" for c in people.children)


@told_by(clears)
def _acquits(verb: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether somebody is found not guilty, which no other event tells than the sentence."""
    return clears(verb) and (entry.event, entry.mode) != ("SANCTION", "convict")


@told_by(_DEALING["mending"], _DEALING["harmless"], {"turn"})
def _is_harmless(word: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether only the heads take an everyday word for a deed: "loading", "overruled"."""
    lemma = word.lemma_.lower()
    if entry.example or not word.tag_.startswith("VB"):
        return False
    turned = lemma == "turn" and any(c.lower_ == "on" for c in word.children)
    rebuilt = lemma in _DEALING["mending"] or turned
    return lemma in _DEALING["harmless"] or (rebuilt and entry.event == "CONTROL")


@told_by(_DEALING["replying"])
def _answers(verb: Token, entry: Entry, scene: Scene) -> bool:
    """Tell whether a verb only answers what is said or is done: "has yet to respond to the offer",
    "will answer for it".
    """
    if entry.event != "ASSAULT" or verb.lemma_.lower() not in _DEALING["replying"]:
        return False
    beside = of_verb(verb).obliques
    answers = verb.lemma_.lower() == "answer" and any(case == "for" for case, _ in beside)
    return answers or any(case == "to" and scene.classes(h) & _SAID for case, h in beside)


@told_by(_DEALING["eluding"])
def _escapes(verb: Token, entry: Entry, scene: Scene) -> bool:
    """Tell whether somebody escapes harm, and leaves nothing: "escaped being killed"."""
    if entry.event not in {"RETREAT", "COERCE"} or verb.lemma_.lower() not in _DEALING["eluding"]:
        return False
    harm = (c for c in verb.children if c.dep_ in {"obj", "xcomp", "advcl", "obl"})
    return any(_is_harm(c, scene) for c in harm)


def _is_harm(word: Token, scene: Scene) -> bool:
    passive = any(c.lower_ == "being" for c in word.children)
    direct = word.dep_ == "obj" and "attack" in scene.classes(word)
    return passive or direct or word.lemma_.lower() in _DEALING["escaped"]


@told_by({"displaced"})
def _are_displaced(word: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether a participle stands for people, as a noun does: "2,000 displaced in Tyre"."""
    if (entry.event, entry.mode) != _DISPLACING or word.lower_ != "displaced":
        return False
    if word.dep_ == "csubj" and all(not c.dep_.startswith("aux") for c in word.children):
        return True  # "some 400 displaced arrived"
    clausal = any(c.dep_ in SUBJECTS or c.dep_.startswith("aux") for c in word.children)
    named = any(c.dep_ in _TOLD_OF or c.dep_ == "case" for c in word.children)
    counted = word.dep_ == "acl" and word.head.like_num and word.head.dep_ in _AS_NOUNS
    return not clausal and (named or counted)


@told_by(_DEALING["interring"])
def _inters(verb: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether the dead are only laid to rest: "families buried their dead"; who is buried
    "alive" is killed.
    """
    buries = entry.event == "ASSAULT" and verb.lemma_.lower() in _DEALING["interring"]
    return buries and all(c.lower_ != "alive" for c in verb.children)


@told_by(_DEAD)
def _finds_dead(verb: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether the dead are only brought in, which arrests nobody: "recovered his body"."""
    if entry.event != "COERCE" or verb.lemma_.lower() not in _DEALING["bringing in"]:
        return False
    return any(o.lemma_.lower() in _DEAD for o in of_verb(verb).objects)


@told_by(_DRIVING)
def _is_driven(verb: Token, entry: Entry, scene: Scene) -> bool:
    """Tell whether a tank is only driven somewhere, not a force out: "driven through the town"."""
    if entry.event != "CONTROL" or verb.lemma_.lower() not in _DRIVING:
        return False
    out = any(c.dep_ == "compound:prt" or c.lower_ in {"out", "from", "off"} for c in verb.children)
    objects = of_verb(verb).objects
    return bool(objects) and not out and all("platform" in scene.classes(o) for o in objects)


@told_by(_DEALING["courting"])
def _courts(noun: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether an offensive is one of words: "a charm offensive", "a media campaign"."""
    if entry.event != "ASSAULT" or entry.kind != "nouns":
        return False
    before = (c for c in noun.children if c.dep_ in {"compound", "amod"} and c.i < noun.i)
    return any(c.lower_ in _DEALING["courting"] for c in before)


@told_by(_DEALING["bolstering"])
def _bears_out(verb: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether it is a claim that something supports: "the claim is supported by engineers"."""
    if entry.event not in {"AID", "SUPPORT"} or not verb.tag_.startswith("VB"):
        return False
    held = [c for c in verb.children if c.dep_ in PATIENTS]
    bare = verb.dep_ == "acl" and verb.tag_ == "VBN" and not of_verb(verb).subjects
    held += [verb.head] if bare else []
    backs = verb.lemma_.lower() in _DEALING["bolstering"]
    return backs and any(h.lemma_.lower() in _DEALING["contention"] for h in held)


@told_by({"release"})
def _publishes(noun: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether a release is one of words, which frees nobody: "the army's press release"."""
    before = {c.lower_ for c in noun.children if c.dep_ in {"compound", "amod"}}
    return entry.event == "RETREAT" and noun.pos_ == "NOUN" and not before.isdisjoint(_PRESS)


@told_by({"operation"})
def _does_business(noun: Token, entry: Entry, scene: Scene) -> bool:
    """Tell whether operations are those of a port, an airport or a firm, no attack: "the port
    authority expects to resume operations".
    """
    if entry.event != "ASSAULT" or noun.lemma_.lower() != "operation" or noun.dep_ != "obj":
        return False
    again = noun.head.lemma_.lower() in _RUNNING
    subjects = of_verb(noun.head).subjects
    return again and bool(subjects) and not any(_may_fight(s, scene) for s in subjects)


def _may_fight(subject: Token, scene: Scene) -> bool:
    """Tell whether who does something may be a force, a state or whoever a pronoun means."""
    if subject.pos_ in {"PRON", "PROPN"}:
        return True
    words = (subject, *(c for c in subject.children if c.dep_ in {"compound", "amod"}))
    return any("force" in scene.classes(w) for w in words)


@told_by(_LANDING)
def _only_lands(verb: Token, entry: Entry, scene: Scene) -> bool:
    """Tell whether an aircraft lands, which hits nobody; nor is one of passengers sent to war: "two
    passenger jets landed".
    """
    if verb.lemma_.lower() not in _LANDING:
        return False
    flown = [s for s in of_verb(verb).subjects if scene.classes(s) & _PLANES]
    civil = any(c.lower_ in _DEALING["civil"] for s in flown for c in s.children)
    return bool(flown) and (entry.event == "ASSAULT" or (civil and entry.event == "MOBILIZE"))


@told_by({"toll"})
def _lacks_toll(noun: Token, *_: object) -> bool:
    """Tell whether nobody has a figure of the dead, of whom nothing is said: "had no toll"."""
    return noun.lemma_.lower() == "toll" and any(c.lower_ in _NO for c in noun.children)


@told_by(forbears)
def _leaves_it(verb: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether somebody only leaves a deed for now: "held off on strikes" repels nobody."""
    return entry.event == "CONTROL" and forbears(verb)


@told_by(_DEALING["reply"])
def _goes_unanswered(noun: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether nobody answers, which is no deed: "the lack of any response"."""
    if entry.event != "ASSAULT" or noun.lemma_.lower() not in _DEALING["reply"]:
        return False
    lacking = noun.dep_ == "nmod" and noun.head.lemma_.lower() in _DEALING["lacking"]
    return lacking or any(c.lower_ in _NO for c in noun.children)


@told_by(is_resolve)
def _is_resolve(word: Token, *_: object) -> bool:
    """Tell whether a word only tells of resolve: "stop at nothing", "leave no stone unturned"."""
    return is_resolve(word)


@told_by(_DEALING["wounding"])
def _hurts_nobody(verb: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether nobody was hurt, which adds nothing to the attack (codebook, section 7); that
    nobody will be is a promise.
    """
    if entry.event != "ASSAULT" or verb.lemma_.lower() not in _DEALING["wounding"]:
        return False
    suffers = is_passive(verb) or any(c.dep_ == "cop" for c in verb.children)
    told = suffers and not any(c.tag_ == "MD" for c in verb.children)
    return told and bool(subject_negated(verb)) and not of_verb(verb).agents


@told_by(_DEALING["figure"])
def _tells_of_kind(noun: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether figures are said to differ after such deeds as a rule: "different tolls are
    common after attacks in the region".
    """
    bare = noun.tag_ == "NNS" and all(c.dep_ not in _TOLD_OF for c in noun.children)
    if entry.event != "ASSAULT" or not bare:
        return False
    top = noun
    while top.dep_ == "nmod":
        top = top.head
    says = top.head
    subjects = (c for c in says.children if c.dep_ in SUBJECTS)
    counted = any(s.lemma_.lower() in _DEALING["figure"] for s in subjects)
    often = any(t.lemma_.lower() in _DEALING["recurring"] for t in (says, *says.children))
    return top.dep_ == "obl" and counted and often


@told_by({"assure"})
def _tells_us(verb: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether the author was only told something, by nobody named: "we were assured"."""
    if entry.event != "AGREE" or verb.lemma_.lower() != "assure" or of_verb(verb).agents:
        return False
    return any(c.dep_ == "nsubj:pass" and c.lower_ in {"we", "i"} for c in verb.children)


@told_by({"flare", "flareup", "flare-up"})
def _flares_in(noun: Token, entry: Entry, scene: Scene) -> bool:
    """Tell whether it is said of what there is a flare-up: "of cholera", "in fighting"."""
    if entry.event != "ASSAULT" or noun.pos_ != "NOUN":
        return False
    behind = (c for c in noun.children if c.dep_ == "nmod" and c.i > noun.i)
    return any(preposition(c) in {"of", "in"} and c.i not in scene.places_at for c in behind) and (
        noun.lemma_.lower() in _FLARING or noun.lower_ == "up"
    )


@told_by({"force", "compel"})
def _drives_to(verb: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether people are forced to do something else than to leave: "forced them to pay"."""
    # `told_by` only knows that the sentence has such a word, not that it is this one.
    if (entry.event, entry.mode) != _DISPLACING or verb.lemma_.lower() not in {"force", "compel"}:
        return False
    return is_to_stay(verb)


@told_by({"see"})
def _calls_on(verb: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether somebody would meet another, of whose presence nothing is said: "refused to
    see him".
    """
    seen = entry.mode == "presence" and verb.lemma_.lower() == "see" and not is_passive(verb)
    return seen and verb.dep_ == "xcomp" and is_infinitive(verb)


@told_by({"far", "where"})
def _asks_how_far(verb: Token, *_: object) -> bool:
    """Tell whether it is only asked how far something goes: "how far will the rebels go?"."""
    whole = verb.dep_ in {"acl:relcl", "advcl:relcl"} or any(c.dep_ == "obj" for c in verb.children)
    if verb.lemma_.lower() not in _GOING or whole:
        return False  # "the town where they stopped a convoy"
    asked = (c for c in verb.children if c.dep_ in {"advmod", "obl", "xcomp"} and c.i < verb.i)
    return any(c.lower_ == "where" or _is_how_far(c) for c in asked)


def _is_how_far(word: Token) -> bool:
    return word.lower_ in {"far", "long"} and any(c.lower_ == "how" for c in word.children)


@told_by({"be"})
def _is_left_bare(word: Token, *_: object) -> bool:
    """Tell whether only "be" is left of a verb: "have not been shelled and will not be"."""
    told = word.lower_ == "be" and word.dep_ == "conj" and word.pos_ != "NOUN"
    return told and all(c.dep_ in _BARE for c in word.children)


@told_by({"go", "return", "get", "revert"})
def _returns_to_a_time(verb: Token, *_: object) -> bool:
    """Tell whether somebody goes back to how it was, not to a place: "return to the days of"."""
    if verb.lemma_.lower() not in {"go", "return", "get", "revert"}:
        return False
    below = [c for t in (verb, *verb.children) for c in t.children if c.i > verb.i]
    to = (c for c in below if c.dep_ == "obl" and any(k.lower_ == "to" for k in c.children))
    return any(_is_how_it_was(c) for c in to)


def _is_how_it_was(word: Token) -> bool:
    clause = any(c.dep_ in {"advcl:relcl", "acl:relcl"} for c in word.children)
    bare = all(c.dep_ != "nmod" for c in word.children) or word.tag_ == "NNS"
    was = word.lower_ == "where" and any(c.lower_ in {"were", "was"} for c in word.subtree)
    return (was and clause) or (bare and word.lemma_.lower() in _DEALING["former state"])


@told_by(_DEALING["least"])
def _gives_no_inch(verb: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether it is ground that somebody gives, no arms: "give up so much as a metre"."""
    if entry.mode != "disarm":
        return False
    near = (t for t in verb.doc[verb.i + 1 : verb.i + _NEAR] if t.sent.start == verb.sent.start)
    return any(t.lemma_.lower() in _DEALING["least"] for t in near)


@told_by({"put", "place"})
def _puts_a_figure(verb: Token, *_: object) -> bool:
    """Tell whether somebody only says how many there were: "the ministry puts it at 20"."""
    if verb.lemma_.lower() not in {"put", "place"}:
        return False
    it = any(c.dep_ == "obj" and c.lower_ in {"it", "this", "that"} for c in verb.children)
    at = (c for c in verb.children if c.dep_ == "obl" and preposition(c) == "at")
    return it and any(c.tag_ == "CD" for c in at)


@told_by({"blame"})
def _blames_oneself(verb: Token, *_: object) -> bool:
    """Tell whether it is only said who brings it on himself: "has only himself to blame"."""
    having = verb.head
    owns = verb.lemma_.lower() == "blame" and having.lemma_.lower() == "have"
    return owns and any(c.lower_.endswith(("self", "selves")) for c in having.children)


@told_by({"deadline", "ultimatum"})
def _is_let_pass(noun: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether somebody only let a day go by, which threatens nobody: "missed the deadline"."""
    told = noun.head
    passed = noun.dep_ in PATIENTS and told.lemma_.lower() in _DEALING["letting pass"]
    let = told.head if noun.dep_ in SUBJECTS else told  # "let the deadline lapse"
    below = {told.lemma_.lower(), *(c.lemma_.lower() for c in let.children)}
    lapses = let.lemma_.lower() == "let" and not below.isdisjoint(_PASSING)
    return entry.event == "THREATEN" and (passed or lapses)


@told_by({"summit"})
def _is_peak(noun: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether a summit is a mountain's, where nobody meets: "reached the summit of X"."""
    if entry.event != "CONSULT" or noun.lemma_.lower() != "summit":
        return False
    climbed = noun.dep_ in PATIENTS and noun.head.lemma_.lower() in _DEALING["climbing"]
    return climbed and any(preposition(c) == "of" for c in noun.children)


@told_by({"breach", "violation", "infringement"})
def _breaks_no_truce(noun: Token, entry: Entry, _: Scene) -> bool:
    """Tell whether only the heads take breaches for those of a truce, of which the text says
    nothing: "points that had witnessed breaches".
    """
    learned = (entry.event, entry.mode) == ("RETREAT", "ceasefire") and not entry.example
    return learned and noun.pos_ == "NOUN" and noun.doc.lemmas.isdisjoint(_TRUCES)


is_misread: Final[Callable[[Token, Entry, Scene], bool]] = any_of(
    _commands,
    _acquits,
    _is_harmless,
    _answers,
    _escapes,
    _inters,
    _are_displaced,
    _finds_dead,
    _bears_out,
    _courts,
    _is_driven,
    _lacks_toll,
    _leaves_it,
    _only_lands,
    _goes_unanswered,
    _tells_of_kind,
    _hurts_nobody,
    _is_resolve,
    _publishes,
    _does_business,
    _tells_us,
    _calls_on,
    is_natural,
    is_played,
    _flares_in,
    _drives_to,
    trades,
    enjoys,
    _is_let_pass,
    _blames_oneself,
    _puts_a_figure,
    _gives_no_inch,
    _asks_how_far,
    _is_left_bare,
    _returns_to_a_time,
    _is_peak,
    _breaks_no_truce,
    is_shown,
)
"""Whether a word does not mean what a sense of it says, by what stands beside it."""
