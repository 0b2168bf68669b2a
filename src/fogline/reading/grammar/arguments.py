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
from fogline.reading.grammar.names import by_name
from fogline.reading.grammar.passives import is_living, is_passive
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relatives import antecedent, gap_of, lacking, left_above
from fogline.reading.grammar.strayed import has_strayed, strayed
from fogline.reading.grammar.subjects import subject_of
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_DEALING: Final = words("dealing.csv", "word")
_LAYING: Final = _DEALING["laying"]
BEFORE: Final = frozenset({"nmod:poss", "compound", "amod"})
_NOT_DOING: Final = _DEALING["unmade"]
_TOGETHER: Final = _DEALING["together"]
_WHY: Final = frozenset({"of", "for", "over"})  # "accused them of cooperation with X"
_DEPTH: Final = 6


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
    subject, patient = subject_of(verb, _DEPTH)
    objects = [c for c in verb.children if c.dep_ in {"obj", "iobj"}]
    objects = [antecedent(o, verb) for o in objects if lacking(verb, o) is None]
    if patient is not None:
        objects.append(patient)
    elif not objects and (gap := gap_of(verb) or left_above(verb)) is not None:
        objects.append(gap)
    fellows = _fellows(verb, objects[-1]) if objects else []
    agents, obliques = _around(verb)
    agents += _companions(verb, agents[0], fellows) if agents else []
    return Arguments(
        _spread([subject, *_companions(verb, subject, fellows)] if subject is not None else []),
        _spread([*objects, *fellows]),
        _spread(agents),
        tuple(obliques),
        tuple(c for c in verb.children if c.dep_ in {"ccomp", "xcomp"}),
        tuple(c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i),
    )


def _around(verb: Token) -> tuple[list[Token], list[tuple[str, Token]]]:
    """Return by whom a passive is done, and what else stands with a preposition."""
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
    return agents, obliques


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
    alike = (t for t in with_it if is_along(t) and is_living(t) == is_living(other))
    return [*counted, *(t for t in alike if t not in counted and _hangs_on(t, verb))]


def _is_captured_with(word: Token, verb: Token, other: Token) -> bool:
    """Tell whether people are counted with whom somebody was taken or killed."""
    if word.dep_ != "obl" or word.case_ not in {"with", "together with"} or is_told_apart(word):
        return False
    counted = any(c.dep_ == "nummod" for c in word.children)
    both = counted and is_living(word) and is_living(other)
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
