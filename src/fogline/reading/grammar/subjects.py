"""Who does what a verb tells, where another word says so: its own subject, who accuses, is jailed
for it, promised or was ordered to (data: dealing.csv, cues.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.names import name_behind, told_of
from fogline.reading.grammar.passives import is_living, is_passive
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import FINITE, PATIENTS
from fogline.reading.grammar.relatives import BLAMING, antecedent, lacking
from fogline.reading.tables import words
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_DEALING: Final = words("dealing.csv", "word")
_DYING: Final = _DEALING["dying"]
_SPEAKING: Final = words("cues.csv", "cue")["verb"]
_OVER_WHAT: Final = frozenset({"for", "of", "from", "with"})
_THEM: Final = frozenset({"him", "her", "them", "me", "us"})
_SPELLS: Final = _DEALING["spell"]
_FOLLOWING: Final = frozenset({"after", "following"})


def subject_of(verb: Token, depth: int) -> tuple[Token | None, Token | None]:
    """Return (subject, patient): the patient is what a passive's subject stands for."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            subject = antecedent(name_behind(child, verb), verb)
            return (None, subject) if is_passive(verb) else (subject, None)
        if child.dep_ == "nsubj:pass":
            return _captor(child, verb), antecedent(child, verb)
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


@told_by(BLAMING, otherwise=None)
def accuser(verb: Token) -> Token | None:
    """Return who accuses somebody in saying what cannot: "X said shells hit the port, blaming Y";
    "shells hit the port, X said, blaming Y".
    """
    blames = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.lemma_.lower() in BLAMING
    if not blames or not verb.i:
        return None
    told, before = verb.head, verb.nbor(-2 if verb.nbor(-1).is_punct and verb.i > 1 else -1)
    said = before if before.dep_ == "parataxis" else told.head if told.dep_ == "ccomp" else verb
    if said.lemma_.lower() not in _SPEAKING or any(map(_is_able, told.children)):
        return None
    return next((c for c in said.children if c.dep_ == "nsubj"), None)


def _is_able(child: Token) -> bool:
    """Tell whether a subject may itself accuse: no jets, and nobody who only suffers."""
    living = is_living(child) and "platform" not in classes.of_word(child)
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
        subject, patient = subject_of(head, depth - 1)
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
    living = is_living(word) and "platform" not in classes.of_word(word)
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
    return subject_of(spell.head, 1)[0]


def _is_laid_to(verb: Token) -> bool:
    """Tell whether somebody is accused of it or warned against it: "warned them against firing"."""
    lemma = verb.head.lemma_.lower()
    if verb.dep_ in {"advcl", "xcomp", "obl"} and lemma in BLAMING:
        return True
    against = any(c.lower_ == "against" and c.dep_ in {"mark", "case"} for c in verb.children)
    return against and lemma in _DEALING["cautioning"]


def _spoken_of(verb: Token) -> Token | None:
    """Return who is accused or warned."""
    told = [c for c in verb.children if c.dep_ in {"obj", "iobj", "nsubj:pass"}]
    told = [c for c in told if lacking(verb, c) is None]
    return antecedent(told[0], verb) if told else None


def _controller(noun: Token) -> Token | None:
    """Return who is to act in "the plan by the army to attack", "X's order to leave"."""
    if noun.lemma_.lower() in _DEALING["calling"]:  # who calls for it does not do it
        heard = noun.dep_ == "obj" and noun.head.lemma_.lower() in _DEALING["heeding"]
        return subject_of(noun.head, 1)[0] if heard else None
    for child in noun.children:
        if child.dep_ == "nmod:poss" or (child.dep_ == "nmod" and preposition(child) == "by"):
            return child
    if noun.dep_ == "obj" and noun.head.lemma_.lower() not in _DEALING["unmade"]:
        return subject_of(noun.head, 1)[0]
    return None
