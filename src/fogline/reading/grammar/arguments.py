"""Who stands where around a verb or noun: subjects, objects, agents, obliques on the UD parse
(data: dealing.csv).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.model.quick import quick
from fogline.reading.factuality.ellipsis import left_out
from fogline.reading.grammar.apart import is_told_apart
from fogline.reading.grammar.coordination import NOMINAL, conjuncts, is_along
from fogline.reading.grammar.names import by_name, name_behind, told_of
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import FINITE, PATIENTS
from fogline.reading.grammar.strayed import has_strayed, strayed
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_DEALING: Final = words("dealing.csv", "word")
_RELATIVE: Final = frozenset({"WDT", "WP", "WP$"})
_RELATIVE_WORDS: Final = frozenset({"who", "which", "that", "whom"})
_BLAMING: Final = _DEALING["blaming"]
_DYING: Final = _DEALING["dying"]
_SPEAKING: Final = words("cues.csv", "cue")["verb"]
_DENIED: Final = _DEALING["denying"]
_LAYING: Final = _DEALING["laying"]
BEFORE: Final = frozenset({"nmod:poss", "compound", "amod"})
_NOT_DOING: Final = _DEALING["unmade"]
_TOGETHER: Final = _DEALING["together"]
_WHY: Final = frozenset({"of", "for", "over"})  # "accused them of cooperation with X"
_OVER_WHAT: Final = frozenset({"for", "of", "from", "with"})
_THEM: Final = frozenset({"him", "her", "them", "me", "us"})
_SPELLS: Final = _DEALING["spell"]
_FOLLOWING: Final = frozenset({"after", "following"})
_DEPTH: Final = 6
_SLAYING: Final = _DEALING["slaying"]
_LIVING: Final = classes.LIVING
_WIELDED: Final = frozenset({"weapon", "attack", "need"})
_TOLD_OF: Final = frozenset({"obj", "iobj", "ccomp", "aux", "obl:agent"})


@quick
@dataclass(frozen=True, slots=True)
class Arguments:
    """Heads of the phrases around a trigger; coordination is already spread out.

    `obliques` are (preposition, head) pairs, `clauses` the heads of what is said or asked,
    `purposes` those of what it is done for.
    """

    subjects: tuple[Token, ...] = ()
    objects: tuple[Token, ...] = ()
    agents: tuple[Token, ...] = ()
    obliques: tuple[tuple[str, Token], ...] = ()
    clauses: tuple[Token, ...] = ()
    purposes: tuple[Token, ...] = ()


def beside(args: Arguments, cases: Iterable[str]) -> list[Token]:
    """Return the oblique heads that stand with one of some prepositions."""
    wanted = frozenset(cases)
    return [head for case, head in args.obliques if case in wanted]


def of_verb(verb: Token) -> Arguments:
    """Return a verb's arguments, those that it shares with or inherits from other verbs
    included.
    """
    return verb.doc.once(_of_verb, verb)


def _of_verb(verb: Token) -> Arguments:
    if (told := left_out(verb)) is not None:
        return of_verb(told)
    subject, patient = _subject(verb, _DEPTH)
    objects = [c for c in verb.children if c.dep_ in {"obj", "iobj"}]
    objects = [_antecedent(o, verb) for o in objects if _lacking(verb, o) is None]
    if patient is not None:
        objects.append(patient)
    elif not objects and (gap := _gap(verb) or _left_above(verb)) is not None:
        objects.append(gap)
    fellows = _fellows(verb, objects[-1]) if objects else []
    agents: list[Token] = []
    obliques: list[tuple[str, Token]] = []
    for child in verb.children:
        if child.dep_ in {"obl", "obl:agent"}:
            case = preposition(child)
            by = child.dep_ == "obl:agent" or (case == "by" and is_passive(verb))
            for head in conjuncts(child):
                acts = by and not _carries(head, verb)
                if not has_strayed(head):
                    (agents.append(head) if acts else obliques.append((case, head)))
    agents += [head for strayed_one in strayed(verb) for head in conjuncts(strayed_one)]
    agents += _companions(verb, agents[0], fellows) if agents else []
    return Arguments(
        _spread([subject, *_companions(verb, subject, fellows)] if subject is not None else []),
        _spread([*objects, *fellows]),
        _spread(agents),
        tuple(obliques),
        tuple(c for c in verb.children if c.dep_ in {"ccomp", "xcomp"}),
        tuple(c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i),
    )


def _carries(means: Token, verb: Token) -> bool:
    """Tell whether a word only says by what somebody was moved: "was evacuated by helicopter"."""
    bare = means.tag_ == "NN" and all(c.dep_ in {"case", "conj", "cc"} for c in means.children)
    return (
        bare and verb.lemma_.lower() in _DEALING["ferrying"] and "craft" in classes.of_word(means)
    )


def of_noun(noun: Token) -> Arguments:
    """Return a nominal trigger's arguments: possessors and modifiers before, "of", "by" ... after.

    Whoever modifies from the left comes as a subject, what "of" brings as an object.
    """
    return noun.doc.once(_of_noun, noun)


def _of_noun(noun: Token) -> Arguments:
    subjects: list[Token] = []
    objects: list[Token] = []
    agents: list[Token] = []
    obliques: list[tuple[str, Token]] = []
    for child in noun.children:
        if child.dep_ in BEFORE and child.i < noun.i:
            subjects += conjuncts(child)
        elif child.dep_ in {"acl", "acl:relcl"}:
            agents += _done_by(child)
        elif child.dep_ in {"nmod", "obl"} and child.i > noun.i:
            case = preposition(child)
            for head in () if has_strayed(child) else conjuncts(child):
                if case == "by":
                    agents.append(head)
                elif case == "of":
                    objects.append(head)
                else:
                    obliques.append((case, head))
        elif child.dep_ == "nmod" and child.i < noun.i:
            subjects += conjuncts(child)
    return Arguments(tuple(subjects), tuple(objects), _spread(agents), tuple(obliques))


def _done_by(clause: Token) -> tuple[Token, ...]:
    """Return by whom the noun above a clause was done: "strikes (believed to be) launched by X",
    "a raid which residents blame on X".
    """
    if clause.lemma_.lower() in _NOT_DOING:
        return ()
    if clause.lemma_.lower() in _LAYING:
        return _laid_on(clause)
    agents = of_verb(clause).agents
    inner = (c for c in clause.children if c.dep_ == "xcomp")
    return agents or next((found for c in inner if (found := _done_by(c))), ())


def _laid_on(clause: Token) -> tuple[Token, ...]:
    """Return to whom a clause lays a deed, also where the parse has it for who blames."""
    beside = [c for c in clause.children if c.dep_ in {"obl", "obl:agent"}]
    return tuple(h for c in beside if preposition(c) in {"on", "to"} for h in conjuncts(c))


def laid_to(noun: Token) -> list[Token]:
    """Return to whom a clause behind a noun lays the deed: "a raid attributed by X to Y"."""
    clauses = (c for c in noun.children if c.dep_ in {"acl", "acl:relcl"})
    return [h for c in clauses if c.lemma_.lower() in _LAYING for h in _laid_on(c)]


def _gap(verb: Token) -> Token | None:
    """Return the noun that a relative clause leaves out as its object: "the town that X took"."""
    if verb.dep_ != "acl:relcl":
        return None
    children = list(verb.children)
    subject = next((c for c in children if c.dep_ == "nsubj"), None)
    relative = subject is not None and subject.lower_ in _RELATIVE_WORDS
    placed = any(c.dep_ in {"obl", "advmod"} and _is_relative(c) for c in children)
    return None if subject is None or relative or placed or is_passive(verb) else verb.head


@told_by(_BLAMING, _DENIED, otherwise=None)
def _lacking(verb: Token, relative: Token) -> Token | None:
    """Return the gerund below a verb whose object a relative pronoun is: "which X denies arming",
    "which X accuses Y of arming".
    """
    if relative.dep_ != "obj" or not _is_relative(relative):
        return None
    if verb.lemma_.lower() not in _BLAMING | _DENIED:
        return None
    named = any(c.dep_ == "obj" and c is not relative for c in verb.children)
    below = (c for c in verb.children if c.dep_ == "xcomp" or (named and c.dep_ == "advcl"))
    bare = (c for c in below if c.tag_ == "VBG" and c.i > verb.i)
    return next((c for c in bare if not any(o.dep_ == "obj" for o in c.children)), None)


def _left_above(verb: Token) -> Token | None:
    """Return what a relative pronoun above a gerund stands for, which is its object."""
    above = verb.head
    if verb.tag_ != "VBG" or above.dep_ != "acl:relcl":
        return None
    whose = (c for c in above.children if c.dep_ == "obj" and _lacking(above, c) == verb)
    return next((_antecedent(c, above) for c in whose), None)


def _is_relative(token: Token) -> bool:
    return token.lower_ in {"where", "when", "why"} or token.tag_ in _RELATIVE


def is_passive(verb: Token) -> bool:
    """Tell whether a verb form is passive: auxiliary, passive subject, or a bare participle."""
    deps = {c.dep_ for c in verb.children}
    if deps & {"aux:pass", "nsubj:pass", "obl:agent"}:
        return True
    # Without an auxiliary a participle is passive, in headlines also beside its subject.
    bare = verb.tag_ == "VBN" and "aux" not in deps and "obj" not in deps
    return (bare and not _shares_have(verb)) or _is_slain(verb)


def _shares_have(verb: Token) -> bool:
    """Tell whether an active verb shares its "have" with one before: "had taken the mill and moved
    into the town".
    """
    first = verb.head
    if verb.dep_ != "conj" or first.tag_ != "VBN" or is_passive(first):
        return False
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in first.children)


def _is_slain(verb: Token) -> bool:
    """Tell whether a verb that always has an object stands without one, a headline's participle
    that was taken for a past tense: "Rebel commander Osman assassinated in Nyala".
    """
    if verb.tag_ != "VBD" or not _slays(verb):
        return False
    joined = [verb, verb.head] if verb.dep_ == "conj" else [verb]
    near = [c for v in joined for c in v.children]
    near += [c for n in near if n.dep_ == "conj" for c in n.children]
    if any(c.dep_ in _TOLD_OF or (c.like_num and c.i > verb.i) for c in near):
        return False  # "shot and killed a nurse"
    return any(c.dep_ == "nsubj" and _is_living(c) for c in verb.children)


def _slays(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in _SLAYING or any(f"{lemma} {c.lower_}" in _SLAYING for c in verb.children)


def _is_living(noun: Token) -> bool:
    found = classes.of_word(noun)
    named = noun.pos_ == "PROPN" or bool(found & _LIVING)
    return named and noun.pos_ != "PRON" and not found & _WIELDED


def _subject(verb: Token, depth: int) -> tuple[Token | None, Token | None]:
    """Return (subject, patient): the patient is what a passive's subject stands for."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            subject = _antecedent(name_behind(child, verb), verb)
            return (None, subject) if is_passive(verb) else (subject, None)
        if child.dep_ == "nsubj:pass":
            return _captor(child, verb), _antecedent(child, verb)
    if depth == 0:
        return None, None
    who = accuser(verb) or _absolute(verb) or _spent(verb) or _dealt_with(verb)
    who = who or _broken_off(verb)
    if who is not None:
        return (None, who) if is_passive(verb) else (who, None)
    return (main, None) if (main := _of_main(verb)) is not None else _inherited(verb, depth)


def _captor(patient: Token, verb: Token) -> Token | None:
    """Return the subject behind what "whose" opens, a relative's object that was taken for a
    passive's subject: "X" of "whose soldiers X captured".
    """
    whose = any(c.tag_ == "WP$" for c in patient.children)
    subjects = (c for c in verb.children if c.dep_ == "nsubj" and c.i > patient.i)
    return next(subjects, None) if whose else None


def _broken_off(verb: Token) -> Token | None:
    """Return the name that a relative clause parted from its verb: "X, which Y arms, holds Z"."""
    noun = verb.head
    if verb.dep_ != "parataxis" or verb.tag_ not in FINITE or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    clauses = (c for c in noun.children if c.dep_ == "acl:relcl" and noun.i < c.i < verb.i)
    parted = noun.dep_ == "root" and noun.i < verb.i and verb.nbor(-1).text == ","
    return noun if parted and next(clauses, None) is not None else None


def _absolute(verb: Token) -> Token | None:
    """Return who does it beside a clause's own subject: "with jets pounding the port"."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "conj"}:
        return None
    before = verb.nbor(-1) if verb.i else verb
    while before.pos_ == "ADV" and before.i:
        before = before.nbor(-1)
    whose = verb.head if verb.dep_ == "conj" else before
    return whose if whose.pos_ != "VERB" and preposition(whose) == "with" else None


@told_by(_BLAMING, otherwise=None)
def accuser(verb: Token) -> Token | None:
    """Return who accuses somebody in saying what cannot: "X said shells hit the port, blaming Y";
    "shells hit the port, X said, blaming Y".
    """
    blames = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.lemma_.lower() in _BLAMING
    if not blames or not verb.i:
        return None
    told, before = verb.head, verb.nbor(-2 if verb.nbor(-1).is_punct and verb.i > 1 else -1)
    said = before if before.dep_ == "parataxis" else told.head if told.dep_ == "ccomp" else verb
    if said.lemma_.lower() not in _SPEAKING or any(map(_is_able, told.children)):
        return None
    return next((c for c in said.children if c.dep_ == "nsubj"), None)


def _is_able(child: Token) -> bool:
    """Tell whether a subject may itself accuse: no jets, and nobody who only suffers."""
    living = _is_living(child) and "platform" not in classes.of_word(child)
    able = child.dep_ == "nsubj" and (living or child.pos_ == "PRON")
    return able and child.head.lemma_.lower() not in _DYING


def _of_main(verb: Token) -> Token | None:
    """Return whose main verb it is that the parse hangs below what they are told by: "fighters
    allied with the army retook the town".
    """
    if verb.dep_ != "advcl" or verb.tag_ not in FINITE:
        return None
    told = verb.head.dep_ == "acl" and verb.head.i < verb.i
    marked = any(c.dep_ in {"mark", "advmod"} for c in verb.children)
    return verb.head.head if told and not marked else None


def _goes_on_from(verb: Token) -> bool:
    """Tell whether a comma alone joins what the same one does next: "Kenya recalls envoy, warns
    its neighbour".
    """
    if verb.dep_ != "parataxis" or verb.i < verb.head.i or verb.tag_ != verb.head.tag_:
        return False
    return verb.tag_ in FINITE and verb.nbor(-1).text == ","


def _inherited(verb: Token, depth: int) -> tuple[Token | None, Token | None]:
    head, passive = verb.head, is_passive(verb)
    if verb.dep_ in {"acl", "amod"}:
        if verb.tag_ == "VB":
            return _controller(head), None
        told = told_of(head) if verb.dep_ == "acl" else head
        return (None, told) if passive else (told, None)
    if verb.dep_ == "acl:relcl":
        return (None, None)
    if head.i == verb.i or head.pos_ not in {"VERB", "AUX", "ADJ", "NOUN"}:
        return None, None
    if _is_laid_to(verb):
        return (None, _spoken_of(head)) if passive else (_spoken_of(head), None)
    if verb.dep_ in {"conj", "advcl", "xcomp"} or _goes_on_from(verb):
        subject, patient = _subject(head, depth - 1)
        if verb.dep_ == "xcomp":
            objects = [c for c in head.children if c.dep_ in {"obj", "iobj"}]
            own = head.lemma_.lower() in _DEALING["promising"]  # "promised Y to leave": X leaves
            controlled = objects[0] if objects and not own else (subject or patient)
            return (None, controlled) if passive else (controlled, None)
        if passive:
            return None, (patient if verb.dep_ == "conj" else None) or (
                subject if verb.dep_ == "advcl" else patient
            )
        if verb.dep_ == "advcl" and patient is not None:
            return None, None
        return subject or patient, None
    return None, None


def _dealt_with(verb: Token) -> Token | None:
    """Return whom the main verb deals with for what they do: "jailed two men for shelling it",
    "praised them for leaving"; who makes amends did it themselves.
    """
    if verb.dep_ != "advcl" or verb.tag_ != "VBG":
        return None
    marked = any(c.dep_ in {"mark", "case"} and c.lower_ in _OVER_WHAT for c in verb.children)
    if not marked or verb.head.lemma_.lower() in _DEALING["atoning"]:
        return None
    dealt = (c for c in verb.head.children if c.dep_ in PATIENTS and c.i < verb.i)
    return next((c for c in dealt if _is_dealt_with(c)), None)


def _is_dealt_with(word: Token) -> bool:
    living = _is_living(word) and "platform" not in classes.of_word(word)
    return living or word.lower_ in _THEM


@told_by(_SPELLS, otherwise=None)
def _spent(verb: Token) -> Token | None:
    """Return who went on with it for a while before what they did: "took the town after days of
    fighting".
    """
    spell = verb.head
    told = verb.dep_ == "acl" and verb.tag_ == "VBG" and spell.dep_ == "obl"
    if not told or spell.lemma_.lower() not in _SPELLS or preposition(spell) not in _FOLLOWING:
        return None
    return _subject(spell.head, 1)[0]


def _is_laid_to(verb: Token) -> bool:
    """Tell whether somebody is accused of it or warned against it: "warned them against firing"."""
    lemma = verb.head.lemma_.lower()
    if verb.dep_ in {"advcl", "xcomp", "obl"} and lemma in _BLAMING:
        return True
    against = any(c.lower_ == "against" and c.dep_ in {"mark", "case"} for c in verb.children)
    return against and lemma in _DEALING["cautioning"]


def _spoken_of(verb: Token) -> Token | None:
    """Return who is accused or warned."""
    told = [c for c in verb.children if c.dep_ in {"obj", "iobj", "nsubj:pass"}]
    told = [c for c in told if _lacking(verb, c) is None]
    return _antecedent(told[0], verb) if told else None


def _controller(noun: Token) -> Token | None:
    """Return who is to act in "the plan by the army to attack", "X's order to leave"."""
    if noun.lemma_.lower() in _DEALING["calling"]:  # who calls for it does not do it
        heard = noun.dep_ == "obj" and noun.head.lemma_.lower() in _DEALING["heeding"]
        return _subject(noun.head, 1)[0] if heard else None
    for child in noun.children:
        if child.dep_ == "nmod:poss" or (child.dep_ == "nmod" and preposition(child) == "by"):
            return child
    if noun.dep_ == "obj" and noun.head.lemma_.lower() not in _NOT_DOING:
        return _subject(noun.head, 1)[0]
    return None


def _antecedent(argument: Token, verb: Token) -> Token:
    """Return what a relative pronoun stands for, or the argument itself."""
    relative = argument.tag_ in _RELATIVE or argument.lower_ in _RELATIVE_WORDS
    if relative and argument.pos_ in {"PRON", "SCONJ", "DET"}:
        clause = verb
        while clause.dep_ in {"conj", "xcomp", "ccomp"} and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep_ in {"acl:relcl", "advcl:relcl"}:
            return told_of(clause.head)
    return argument


@told_by(_TOGETHER, {"along", "alongside"}, otherwise=())
def _companions(verb: Token, subject: Token, fellows: list[Token]) -> list[Token]:
    """Return with whom the subject acts: "together with X", "in cooperation with X"; whom those
    acted on go along with, act no more than they.
    """
    found = []
    shared = verb.head.children if verb.dep_ in {"conj", "advcl"} else ()
    for child in (*verb.children, *shared, *subject.children):
        cases = {c.lower_ for c in child.children if c.dep_ == "case"}
        if child.dep_ == "obl" and ("alongside" in cases or cases == {"along", "with"}):
            found += [child] if child not in fellows else []
        elif child.lower_ in _TOGETHER and preposition(child) not in _WHY:
            found += [c for c in child.children if preposition(c) == "with"]
    return found


def _fellows(verb: Token, other: Token) -> list[Token]:
    """Return who or what suffers it with another of their kind, by words behind both: "five men
    were killed in the raid along with a nurse", or by their number: "was captured with 31 men".
    """
    counted = [c for c in verb.children if _is_captured_with(c, verb, other)]
    if "along" not in verb.doc.words:
        return counted
    with_it = (t.head for t in verb.subtree if t.lower_ == "along" and t.i > max(verb.i, other.i))
    alike = (t for t in with_it if is_along(t) and _is_living(t) == _is_living(other))
    return [*counted, *(t for t in alike if t not in counted and _hangs_on(t, verb))]


def _is_captured_with(word: Token, verb: Token, other: Token) -> bool:
    """Tell whether people are counted with whom somebody was taken or killed."""
    if word.dep_ != "obl" or word.case_ not in {"with", "together with"} or is_told_apart(word):
        return False
    counted = any(c.dep_ == "nummod" for c in word.children)
    both = counted and _is_living(word) and _is_living(other)
    return both and verb.tag_ == "VBN" and is_passive(verb)


def _hangs_on(token: Token, verb: Token) -> bool:
    """Tell whether a phrase stands in a verb's own clause."""
    while token.i != verb.i and token.pos_ in NOMINAL and token.dep_ in {"obl", "nmod", "conj"}:
        token = token.head
    return token.i == verb.i


def _spread(heads: list[Token]) -> tuple[Token, ...]:
    """Return the heads with those joined to them, each by its name where one follows it."""
    seen: dict[int, Token] = {}
    for head in heads:
        for one in (named for joined in conjuncts(head) for named in by_name(joined)):
            seen.setdefault(one.i, one)
    return tuple(seen.values())
