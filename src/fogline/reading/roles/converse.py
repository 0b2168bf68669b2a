"""Predicates whose subject an attack comes to or is met by, and is not made by: "faced an assault",
"ran into an ambush", "was the target of a raid", "repelled the attack".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.ceasing import worded
from fogline.reading.factuality.withheld import forbears
from fogline.reading.grammar.arguments import of_verb
from fogline.reading.grammar.coordination import conjuncts
from fogline.reading.grammar.phrases import case_of, preposition
from fogline.reading.grammar.relations import NOUNS, PATIENTS, SUBJECTS
from fogline.reading.roles.apart import is_apart
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by
from fogline.reading.words.inflections import inflections

if TYPE_CHECKING:
    from fogline.reading.language import Token

# Verbs and nouns of those who only deal with what others do (data: dealing.csv).
_DEALING: Final = words("dealing.csv", "word")
_UNMADE: Final = _DEALING["unmade"]
_UNDERGOING: Final = _DEALING["undergoing"]
_VIEWING: Final = _DEALING["viewing"]
_MEETING: Final = _VIEWING | _DEALING["meeting"]
_REPELLING: Final = _DEALING["repelling"]
_TELLING: Final = _DEALING["telling"] | _DEALING["foiling"]
_REACTING: Final = _DEALING["reacting"]
_SUFFERING: Final = _DEALING["suffering"]
_AFTERMATH: Final = _DEALING["aftermath"]
_TOLD: Final = _DEALING["told"]
_ENDING: Final = _DEALING["ending"]
_COMMITTING: Final = _DEALING["committing"]
_ANSWERING: Final = _DEALING["answering"]
_CAUTIONING: Final = _DEALING["cautioning"]
_HANDLING: Final = frozenset().union(*map(inflections, _DEALING["handling"]))
_CAUSED: Final = frozenset({"for", "to", "over"})
_BESIDE: Final = frozenset({"nmod", "obl", "advcl", "acl"})
_WHOSE: Final = frozenset({"nsubj", "nsubj:pass", "nmod:poss", "compound", "amod"})
_OVER: Final = frozenset({"over", "about", "despite"})
_ASIDE: Final = _OVER | {"after", "before", "since", "in spite of", "amid"}
_TRIED: Final = words("standing.csv", "word")["attempt"]
_REASON: Final = frozenset({"because", "owing", "due"})
_ACCUSING: Final = _DEALING["accusing"]
_ITSELF: Final = frozenset({"it", "they", "he", "she", "we"})
_OWN: Final = frozenset({"conj", "nsubj", "parataxis"})
_LYING: Final = words("negations.csv", "word")["lying"]
_DENYING: Final = _DEALING["denying"]
_HELP: Final = _DEALING["helping"]
_OTHERS: Final = _UNDERGOING | _MEETING | _DEALING["uttering"]
# What one gets into: "ran into an ambush", "was subjected to shelling", "came in for attack".
_INTO: Final = {case: _DEALING[case] for case in ("into", "in", "to", "for")}
_AIMED_AT: Final = _DEALING["aimed"]


def undergoing(noun: Token) -> tuple[Token, ...]:
    """Return whom an attack comes to by the verb that takes it: "the convoy" of "the convoy came
    under attack".
    """
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and not case_of(noun):
        noun = noun.head  # "under shelling and rocket fire"
    if noun.dep_ == "nmod" and noun.head.lemma_.lower() in _AIMED_AT and case_of(noun) == "of":
        return _subjects_of(noun.head)
    if case_of(noun) == "under":
        return _subjects_of(noun)
    verb = noun.head
    if verb.i == noun.i or verb.pos_ != "VERB":
        return ()
    if noun.dep_ == "obj":
        aimed_at = verb.lemma_.lower() in _UNDERGOING or _eludes(verb, noun)
        return of_verb(verb).subjects if aimed_at else ()
    if noun.dep_ == "obl" and verb.lemma_.lower() in _INTO.get(case_of(noun), ()):
        args = of_verb(verb)
        return args.objects or args.subjects
    return ()


@told_by(_DEALING["eluding"])
def _eludes(verb: Token, attempt: Token) -> bool:
    """Tell whether an attempt was made on whoever escapes it: "escaped an attempt on his life"."""
    return verb.lemma_.lower() in _DEALING["eluding"] and attempt.lemma_.lower() == "attempt"


def is_by_subject(verb: Token) -> bool:
    """Tell whether what a verb takes may be made by its subject: not what one faces, repels or
    would see ended.
    """
    elsewhere = verb.lemma_.lower() in _OTHERS
    return not (elsewhere or _meets(verb) or _is_hoped_for(verb))


def _meets(verb: Token) -> bool:
    """Tell whether a verb's subject only meets what others do: "repelled", "held off"."""
    return not (_MEETING.isdisjoint({verb.lemma_.lower(), worded(verb)}) or forbears(verb))


def _is_hoped_for(verb: Token) -> bool:
    """Tell whether somebody would end what another may be doing: "worked to end the siege"; not
    where it is theirs to end, "agreed to end the siege", or another is asked to.
    """
    while verb.dep_ == "conj":
        verb = verb.head
    above = verb.head
    if verb.lemma_.lower() not in _ENDING or verb.tag_ != "VB" or above.i == verb.i:
        return False
    asked = verb.dep_ == "xcomp" and any(c.dep_ in {"obj", "iobj"} for c in above.children)
    hopes = verb.dep_ in {"xcomp", "advcl", "acl"} and above.lemma_.lower() not in _COMMITTING
    return hopes and not asked


def meeting(noun: Token) -> tuple[Token, ...]:
    """Return who only meets an attack or tells of it: "the army" of "the army repelled an
    attack", "the agency received reports of an attack".
    """
    verb = noun.head
    if noun.dep_ in {"nmod", "acl"} and verb.lemma_.lower() in _TOLD and verb.dep_ == "obj":
        return of_verb(verb.head).subjects
    if verb.i == noun.i or verb.pos_ != "VERB":
        return ()
    if not _meets(verb) and not (noun.dep_ == "obj" and _is_hoped_for(verb)):
        return ()
    args = of_verb(verb)
    return args.subjects if noun.dep_ == "obj" else args.agents if _is_met(noun) else ()


@told_by(_REPELLING, otherwise=())
def repelling(noun: Token) -> tuple[Token, ...]:
    """Return who beats off a deed, which is not theirs: "troops repelled their raid"."""
    verb = noun.head
    if noun.dep_ != "obj" or _REPELLING.isdisjoint({verb.lemma_.lower(), worded(verb)}):
        return ()
    return of_verb(verb).subjects


def ending(noun: Token) -> tuple[Token, ...]:
    """Return who would end what others do: "the attempt by rebels to break the siege"."""
    hoped = noun.dep_ == "obj" and noun.head.pos_ == "VERB" and _is_hoped_for(noun.head)
    return of_verb(noun.head).subjects if hoped else ()


def denying(noun: Token) -> tuple[Token, ...]:
    """Return who denies what is told of as a deed: "the army denied the capture of the port"."""
    denied = noun.dep_ == "obj" and noun.head.lemma_.lower() in _DENYING
    return of_verb(noun.head).subjects if denied else ()


@told_by(_HELP)
def helps_against(word: Token, noun: Token) -> bool:
    """Tell whether a word says with whose help an attack was met, which they did not make:
    "repelled the assault with the help of X".
    """
    if noun.dep_ not in PATIENTS or noun.head.lemma_.lower() not in _MEETING:
        return False
    while word.dep_ == "conj":
        word = word.head
    return word.head.lemma_.lower() in _HELP and preposition(word.head) == "with"


def only_tells(word: Token, trigger: Token) -> bool:
    """Tell whether a word is the subject of a verb by which it only tells of what stands below."""
    if answers(word, trigger) or cautions(word, trigger) or is_apart(word, trigger):
        return True
    verb = word.head
    while word.dep_ == "conj" and word.head.pos_ in NOUNS:
        word, verb = word.head, word.head.head
    if _arranges(word, verb, trigger) or pays(word, trigger) or _foils(word, verb, trigger):
        return True
    if word.dep_ not in SUBJECTS or trigger.i == verb.i:
        return False
    if _reacts(verb, trigger) or _looks_on(verb, trigger) or _eludes(verb, trigger):
        return True
    if _says_of_itself(word, verb, trigger) or _denies_of_others(verb, trigger):
        return True
    if word.dep_ != "nsubj" or verb.lemma_.lower() not in _TELLING:
        return False
    told = {"obj", "aux", "aux:pass"}
    if trigger.dep_ == "xcomp" and any(c.dep_ in told for c in trigger.children):
        return False  # "the army reported shelling the camp"
    below = trigger
    while below.head.i not in {verb.i, below.i}:
        below = below.head
    # "condemned the raid, moving troops": the subject does what a participle tells.
    own = _OWN if verb.lemma_.lower() in _ACCUSING else _OWN | {"advcl"}
    return below.head.i == verb.i and below.dep_ not in own


def _says_of_itself(word: Token, verb: Token, trigger: Token) -> bool:
    """Tell whether who speaks only tells of it: "the army said that it had recorded none"."""
    said = (c for c in verb.children if c.dep_ == "ccomp" and c.i != trigger.i)
    own = (c for clause in said for c in clause.children if c.dep_ == "nsubj")
    return any(c.lower_ in _ITSELF and c.i > word.i and only_tells(c, trigger) for c in own)


@told_by(_DENYING, otherwise=False)
def _denies_of_others(verb: Token, trigger: Token) -> bool:
    """Tell whether it is denied of somebody or something named that it did so: "the army denied
    that the town had fallen"; not what had been done, by whomever.
    """
    if verb.lemma_.lower() not in _DENYING or trigger.dep_ != "ccomp" or trigger.head.i != verb.i:
        return False
    return any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in trigger.children)


@told_by(_LYING)
def is_liar(word: Token, trigger: Token) -> bool:
    """Tell whether somebody is said to lie: who says so denies it, "the army's claim is a lie"."""
    if trigger.lemma_.lower() not in _LYING:
        return False
    told = [c for c in trigger.children if c.dep_ in SUBJECTS]
    return any(word.i in (c.i, *(o.i for o in c.children)) for c in told)


@told_by(_UNMADE, _DENYING)
def _arranges(word: Token, verb: Token, trigger: Token) -> bool:
    """Tell whether somebody only brought about what others did: "a truce brokered by the UN"."""
    of_it = verb.dep_ in {"acl", "acl:relcl"} and verb.head.i == trigger.i
    by = word.dep_ in {"obl:agent", "nsubj"} or case_of(word) == "by"
    return of_it and by and verb.lemma_.lower() in _UNMADE | _DENYING


@told_by({"pay"})
def pays(word: Token, trigger: Token) -> bool:
    """Tell whether somebody only pays what others took: "a ransom paid by the emirate"."""
    verb = word.head
    if trigger.lemma_.lower() not in _DEALING["paid"] or verb.lemma_.lower() != "pay":
        return False
    of_it = trigger.head.i == verb.i or verb.head.i == trigger.i
    return of_it and word.dep_ in {"nsubj", "obl:agent"}


@told_by(_TRIED)
def _foils(word: Token, verb: Token, trigger: Token) -> bool:
    """Tell whether somebody foils what others try: "an attempt to take it was foiled by guards"."""
    tried = trigger.head
    if trigger.dep_ != "acl" or tried.lemma_.lower() not in _TRIED or tried.dep_ not in PATIENTS:
        return False
    foils = verb.lemma_.lower() in _DEALING["foiling"] | _MEETING
    return foils and tried.head.i == verb.i and word.dep_ in {"nsubj", "obl:agent"}


@told_by(_DEALING["wide"])
def is_missed(word: Token) -> bool:
    """Tell whether a shell or a raid is said to have missed something: "missed the clinic"."""
    return word.dep_ == "obj" and word.head.lemma_.lower() in _DEALING["wide"]


@told_by(_DEALING["watching"])
def _looks_on(verb: Token, trigger: Token) -> bool:
    """Tell whether a verb's subject only sees another do it: "residents saw them digging in"."""
    below = trigger
    while below.head.i not in {verb.i, below.i}:
        below = below.head
    seen = below.head.i == verb.i and below.dep_ in {"xcomp", "ccomp"}
    return seen and verb.lemma_.lower() in _DEALING["watching"]


@told_by(_ANSWERING, otherwise=None)
def answered(deed: Token) -> Token | None:
    """Return the word of answering that gives a deed as its cause: "revenge" of "vowed revenge for
    the raid", "respond" of "respond with force to any attack".
    """
    while deed.dep_ == "conj" or _is_counted(deed):
        deed = deed.head
    if deed.dep_ not in _BESIDE:
        return None
    above = deed.head
    with_it = above.head if above.dep_ == "obl" else above  # "respond with force to it"
    taken = (c for c in above.children if c.dep_ == "obj")  # "took revenge on them for it"
    found = next((t for t in (above, with_it, *taken) if is_answer(t) and t.i < deed.i), None)
    return found if found is not None and case_of(deed) in _CAUSED else None


def _is_counted(deed: Token) -> bool:
    """Tell whether a noun before it only counts a deed: "a series of strikes"."""
    return deed.dep_ == "nmod" and any(c.lower_ == "of" for c in deed.children if c.dep_ == "case")


def is_answer(word: Token) -> bool:
    """Tell whether a word names an answer to a deed: "retaliation"."""
    return word.lemma_.lower() in _ANSWERING


@told_by(_ANSWERING, otherwise=None)
def cause(word: Token) -> int | None:
    """Return the deed that a word stands in and that is answered, None where it stands in none."""
    return next((t.i for t in (word, *word.ancestors) if answered(t) is not None), None)


@told_by(_ANSWERING)
def answers(word: Token, deed: Token) -> bool:
    """Tell whether a word says who answers a deed, or who vows to: it is another's."""
    answer = answered(deed)
    while word.dep_ == "conj" and word.head.pos_ in NOUNS:
        word = word.head
    if answer is None or word.dep_ not in _WHOSE:
        return False
    return word.head.i in {answer.i, *(t.i for t in answer.ancestors)}


@told_by(_ANSWERING)
def is_of_cause(word: Token, answer: Token) -> bool:
    """Tell whether a word stands within what is answered: nobody there suffers the answer."""
    return any((above := answered(t)) and above.i == answer.i for t in word.ancestors)


@told_by(_CAUTIONING)
def cautions(word: Token, deed: Token) -> bool:
    """Tell whether a word is the subject of a verb by which it warns another against a deed."""
    warning = warned_of(deed)
    return warning is not None and word.dep_ == "nsubj" and word.head.i == warning.i


@told_by(_CAUTIONING, otherwise=None)
def warned_of(deed: Token) -> Token | None:
    """Return the verb that warns against a deed: "warned the army against bombing the camp"."""
    while deed.dep_ == "conj":
        deed = deed.head
    near = {c.lower_ for c in deed.children if c.dep_ in {"mark", "case"}}
    warns = deed.head.lemma_.lower() in _CAUTIONING and deed.dep_ in {"advcl", "obl", "xcomp"}
    return deed.head if warns and "against" in near else None


def is_handled(name: Token) -> bool:
    """Tell whether a name is of somebody by what is done to them: "arrested Machar"."""
    while name.dep_ == "conj" and name.head.pos_ == "PROPN":
        name = name.head
    undergone = name.pos_ == "PROPN" and name.dep_ in PATIENTS
    return undergone and name.head.lower_ in _HANDLING


def is_spared(word: Token, trigger: Token) -> bool:
    """Tell whether a verb's subject only deals with an attack, and is not said to suffer by it."""
    return only_tells(word, trigger) and word.head.lemma_.lower() not in _SUFFERING


def is_aside(word: Token, trigger: Token) -> bool:
    """Tell whether a word stands by a verb that an attack only gives the time or the reason of:
    "schools closed after the shelling".
    """
    while trigger.dep_ == "nmod" and case_of(trigger) == "of":
        trigger = trigger.head  # "after a day of shelling"
    because = _is_reason(trigger)
    if not because and (trigger.dep_ != "obl" or case_of(trigger) not in _ASIDE):
        return False
    while word.dep_ == "conj":
        word = word.head
    told = SUBJECTS if because else {"nsubj"}
    if because and trigger.head.lemma_.lower() not in _DEALING["halted"]:
        return False
    return word.head.i == trigger.head.i and word.dep_ in told


@told_by(_DEALING["prompting"])
def is_driven(word: Token, trigger: Token) -> bool:
    """Tell whether an attack only made somebody do something: "led the agency to suspend
    flights".
    """
    done = word.head
    verb = done.head if word.dep_ == "nsubj" and done.dep_ in {"ccomp", "xcomp"} else done
    if word.dep_ not in {"obj", "nsubj"} or verb.lemma_.lower() not in _DEALING["prompting"]:
        return False
    follows = any(c.dep_ in {"xcomp", "advcl", "ccomp"} and c.i > word.i for c in verb.children)
    return trigger.dep_ == "nsubj" and trigger.head.i == verb.i and (follows or done.i != verb.i)


def _is_reason(trigger: Token) -> bool:
    """Tell whether an attack is only why something is done: "closed because of the fighting"."""
    marks = {c.lower_ for c in trigger.children if c.dep_ in {"case", "mark"}}
    return trigger.dep_ in {"obl", "advcl"} and not marks.isdisjoint(_REASON)


def _reacts(verb: Token, trigger: Token) -> bool:
    """Tell whether a verb's subject only deals with an attack that others made: "responded to the
    raid", "visited the site of the raid", "sued the army over the raid".
    """
    if trigger.dep_ == "obl" and trigger.head.i == verb.i:
        case = case_of(trigger)  # "responded with raids": theirs
        return case in _OVER or (case != "with" and verb.lemma_.lower() in _REACTING)
    noun, about = trigger.head, case_of(trigger) in _OVER
    while noun.lemma_.lower() in _AFTERMATH and noun.dep_ == "nmod":
        noun = noun.head
    about = about or noun.lemma_.lower() in _AFTERMATH
    under = trigger.dep_ == "nmod" and noun.dep_ in {"obj", "obl"}
    return under and about and noun.head.i == verb.i


@told_by(_ACCUSING, otherwise=())
def accusers(trigger: Token) -> tuple[Token, ...]:
    """Return who accuses somebody of an event: "its" of the event never means them."""
    for above in trigger.ancestors:
        if above.lemma_.lower() in _ACCUSING and above.pos_ == "VERB":
            return tuple(s for s in of_verb(above).subjects if only_tells(s, trigger))
    return ()


def viewing(noun: Token) -> tuple[Token, ...]:
    """Return who only looks at a deed or judges it: "the union" of "the union welcomed the
    withdrawal".
    """
    verb = noun.head
    if verb.i == noun.i or verb.pos_ != "VERB" or verb.lemma_.lower() not in _VIEWING:
        return ()
    args = of_verb(verb)
    return args.subjects if noun.dep_ == "obj" else args.agents if _is_met(noun) else ()


def _is_met(noun: Token) -> bool:
    return noun.dep_ == "nsubj:pass"


def senders(noun: Token) -> tuple[Token, ...]:
    """Return from whom or by whom it comes, where the verb has it: "took fire from the ridge"."""
    aimed = noun.head if noun.dep_ == "nmod" else noun
    verb = aimed.head  # of "guarded by troops but the target of raids" none is its
    args = of_verb(verb) if verb.pos_ == "VERB" and aimed.dep_ != "conj" else None
    beside = args.obliques if args is not None else ()
    return (*(h for case, h in beside if case == "from"), *(args.agents if args else ()))


def _subjects_of(noun: Token) -> tuple[Token, ...]:
    """Return the subject of a predicate noun, or that of the verb which it stands by."""
    own = [h for c in noun.children if c.dep_ == "nsubj" for h in conjuncts(c)]
    if own:
        return tuple(own)
    if noun.dep_ in {"acl", "acl:relcl"} or noun.head.pos_ == "NOUN":
        return tuple(conjuncts(noun.head)) if noun.dep_ in {"nmod", "acl"} else ()
    args = of_verb(noun.head)
    return args.subjects or args.objects
