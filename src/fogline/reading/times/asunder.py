"""Whether an expression of time belongs to another verb than the event's own: to what is said,
charged or ordered above it, to a clause of another tense beside it, to one that tells which place
is meant or what had befallen whom (data: complements.csv, dealing.csv, cues.csv, verbs.csv).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fogline.reading.attribution.sayings import CUES, SAYING
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import HAVE, NOUNS, SUBJECTS, TENSED, VERBAL, WILL
from fogline.reading.grammar.scope import auxiliaries, is_past, predicate
from fogline.reading.tables import rows, words
from fogline.reading.words.calling import told_by
from fogline.reading.words.inflections import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.model import Entity
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate

_ORDERING: Final = words("complements.csv", "words")["uttering"]
_UTTERED: Final = _ORDERING | SAYING
_CONTENTS: Final = frozenset({"xcomp", "ccomp", "obj", "acl", "advcl"})
_DEALING: Final = words("dealing.csv", "word")
_BEGIN: Final = _DEALING["beginning"]  # "in the war that began in 2022"
_ANSWERING_FOR: Final = _DEALING["answering for"]
_CHARGING: Final = CUES["blame"] | _ANSWERING_FOR
_FOR: Final = frozenset({"of", "for"})
_MARKING: Final = frozenset({"mark", "case"})
_BORDERS: Final = frozenset({"acl:relcl", "ccomp", "parataxis"})
_TAKEN: Final = SUBJECTS | {"obj"}
_SENT: Final = _DEALING["sent"]
_BEFALLING: Final = (
    frozenset(
        word
        for row in rows("triggers", "verbs.csv")
        if row["event"] in {"ASSAULT", "COERCE", "CONTROL"}
        for word in row["trigger"].split("|")
    )
    - _SENT
)
_ANSWERING: Final = _DEALING["answer to"]
_AS: Final = frozenset({"in", "as", "by way of"})
_WHAT_FOR: Final = frozenset({"to", "for", "against"})
_DOERS: Final = frozenset({"force", "actor", "people"})
_ENDS: Final = frozenset({",", ";"})
_FAR: Final = 40
_PUT_OFF: Final = words("negations.csv", "word")["postponing"] | {"shift", "carry over"}
_FORMS: Final = sorted(form for verb in _PUT_OFF for form in phrases(verb))
_MOVED: Final = re.compile(rf"\b(?:{'|'.join(_FORMS)}) from (?:the )?$", re.IGNORECASE)
_ONWARDS: Final = re.compile(r"\s+(?:onwards?|on(?!\s+(?:[A-Z\d]|the\b|last\b)))\b")
_TEXTS: Final = words("cues.csv", "cue")["dated"]
_DATED: Final = frozenset({"of", "from", "dated", "published on", "of the"})


def is_anothers(entity: Entity, candidate: Candidate, status: str, scene: Scene) -> bool:
    """Tell whether an expression dates another verb than the event's own."""
    time = scene.token_at(entity.end - 1)
    if _is_moved_from(entity, scene):
        return True
    above = [time, *_above(time)]
    head = candidate.head
    if entity.text[:5].lower() == "since" and _tense(predicate(head)) == "perfect":
        return False
    ahead = status not in {"occurred", "ongoing"}
    if ahead and _is_of_order(entity, above, head):
        return True
    if not ahead and _is_of_charge(entity, above, head):
        return True
    if _tells_which(above, candidate, ahead=ahead) or _had_befallen(above, candidate):
        return True
    if _is_of_answered(time, head, scene):
        return True
    return scene.part.role != "headline" and _is_of_another_tense(above, head)


def _is_moved_from(entity: Entity, scene: Scene) -> bool:
    """Tell whether a day is one from which something was put off: "postponed from Monday"."""
    before = scene.text[max(0, entity.start - _FAR) : entity.start]
    if _ONWARDS.match(scene.text, entity.end):  # "shifted from Sunday onwards"
        return False
    return bool(_MOVED.search(f"{before}from " if entity.text[:5].lower() == "from " else before))


@told_by(_ANSWERING)
def _is_of_answered(time: Token, head: Token, scene: Scene) -> bool:
    """Tell whether a day is that of a deed to which the event is the answer: "struck the port in
    response to the raid on Monday".
    """
    answers = (t for t in time.doc[head.i + 1 : time.i] if t.lemma_.lower() in _ANSWERING)
    answer = next((t for t in answers if t.sent.start == head.sent.start), None)
    if answer is None or preposition(answer) not in _AS or answer.nbor().lower_ not in _WHAT_FOR:
        return False
    if any(scene.classes(c) & _DOERS for c in answer.children if c.dep_ == "nmod"):
        return False  # "in reply to the rebels": that has no day of its own
    return all(t.tag_ not in TENSED and t.text not in _ENDS for t in time.doc[answer.i : time.i])


def is_of_text(entity: Entity, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a day is that of a text which tells of the event: "our report of 4 March on the
    raid", "Tuesday's statement that rebels fled".
    """
    time = scene.token_at(entity.end - 1)
    text = next(
        (t for t in (time, *_above(time)) if t.pos_ in NOUNS and not _is_of(t, entity)), None
    )
    if text is None or text.lemma_.lower() not in _TEXTS:
        return False
    dated = scene.text[text.idx + len(text) : entity.start].strip() in _DATED
    return dated and all(w.i != text.i for w in candidate.words)


def _is_of(token: Token, entity: Entity) -> bool:
    return entity.start <= token.idx < entity.end


def _above(token: Token) -> Iterator[Token]:
    for _ in range(_FAR):
        if token.head is token:
            return
        token = token.head
        yield token


def _is_of_order(entity: Entity, above: list[Token], head: Token) -> bool:
    """Tell whether a day is that of the order, not of what is ordered: "on Wednesday ordered the
    army to leave"; in "ordered it to leave on Friday" that is open.
    """
    way = {t.i for t in above}
    for below in (head, *_above(head)):
        verb = below.head
        if below.i in way or verb is below:
            return False
        told = below.dep_ in _CONTENTS and verb.lemma_.lower() in _UTTERED and is_past(verb)
        if told and verb.i in way:
            return entity.start < below.left_edge.idx
    return False


def _is_of_charge(entity: Entity, above: list[Token], head: Token) -> bool:
    """Tell whether a day before a deed is that of who charges somebody with it, denies or claims
    it: "on Tuesday accused the rebels of shelling it".
    """
    content = charged(head)
    if content is None or content.head.i not in {t.i for t in above}:
        return False
    return entity.start < content.left_edge.idx and not _is_within(above, content)


def charged(head: Token) -> Token | None:
    """Return what somebody is charged with, or denies or claims to have done, that an event stands
    in: "accused X of shelling it", "denied shelling it", "claimed the capture".
    """
    for below in (head, *_above(head)):
        verb = below.head
        if below.dep_ in _BORDERS or verb is below:
            return None
        if verb.lemma_.lower() in _CHARGING and verb.pos_ in VERBAL and _is_charge(below, verb):
            return below
    return None


def _is_charge(below: Token, verb: Token) -> bool:
    if below.dep_ in {"obl", "advcl"}:
        blamed = verb.lemma_.lower() in CUES["blame"]
        return blamed and any(c.lower_ in _FOR for c in below.children if c.dep_ in _MARKING)
    return below.dep_ in {"xcomp", "obj"} and verb.lemma_.lower() in _ANSWERING_FOR


def _is_within(above: list[Token], clause: Token) -> bool:
    return any(t.i == clause.i for t in above)


def _had_befallen(above: list[Token], candidate: Candidate) -> bool:
    """Tell whether a day stands with a participle that tells what befell somebody before: "drivers
    kidnapped on Monday were freed"; what was fired on Monday hit on that day.
    """
    clause = next((t for t in above if t.lemma_ in _BEFALLING and _described(t)), None)
    noun = _described(clause) if clause is not None else None
    if clause is None or noun is None:
        return False
    inside = {noun.i, *(t.i for t in clause.subtree)}
    if any(w.i in inside for w in candidate.words):
        return False
    outer = noun
    while outer.dep_ == "nmod":
        outer = outer.head
    if outer is not noun and outer.i == candidate.head.i:
        return True  # "the bodies of drivers abducted on Monday"
    return outer.dep_ in _TAKEN and outer.head.i == _first(predicate(candidate.head)).i


def _described(participle: Token) -> Token | None:
    """Return the noun that a participle tells of, also where the parse hangs it beside: "freed
    hostages seized in May".
    """
    if participle.tag_ not in {"VBN", "VBD"}:
        return None
    if participle.dep_ in {"acl", "amod"} and participle.i > participle.head.i:
        return participle.head
    before = participle.nbor(-1) if participle.i else participle
    beside = participle.dep_ == "advcl" and before.head.i == participle.head.i
    return before if beside and before.dep_ in _TAKEN and before.pos_ in NOUNS else None


def _tells_which(above: list[Token], candidate: Candidate, *, ahead: bool) -> bool:
    """Tell whether a day stands in a clause that tells which thing is meant, and dates that alone:
    "they hold the port, which they took on Friday", "a march, which he promised on Friday".
    """
    clause = next((t for t in above if t.dep_ == "acl:relcl"), None)
    if clause is None or not clause.tag_.startswith("VB") or clause.lemma_ in _BEGIN:
        return False
    inside = {t.i for t in clause.subtree}
    if any(w.i in inside for w in candidate.words):
        return False
    meant = any(w.i == clause.head.i for w in candidate.words)
    set_for = any(preposition(t) == "for" for t in above[:2])  # "announced for Friday"
    return not meant or (ahead and clause.lemma_.lower() in _UTTERED and not set_for)


def _is_of_another_tense(above: list[Token], head: Token) -> bool:
    """Tell whether a day is that of a clause joined to the event's, where one tells of the past and
    the other does not: "fled on Friday and will return".
    """
    verb = predicate(head)
    dated = next((t for t in above if t.i == verb.i or t.pos_ in VERBAL), None)
    if dated is None:
        return False
    dated = _completed(dated) if dated.i != verb.i else dated
    if dated.i == verb.i or not _are_joined(verb, dated):
        return False
    own, other = _tense(verb), _tense(dated)
    if own is None or other is None or own == other:
        return False
    shared = not any(c.dep_ in SUBJECTS for c in verb.children)
    return not (own == "past" and other == "perfect" and shared)


def _completed(verb: Token) -> Token:
    """Return the verb that a verb completes: "are expected to be flown home"."""
    while verb.dep_ == "xcomp" and verb.head.pos_ in {"VERB", "AUX", "ADJ"}:
        verb = verb.head
    return verb


def _are_joined(one: Token, other: Token) -> bool:
    return _first(one).i == _first(other).i


def _first(verb: Token) -> Token:
    while verb.dep_ == "conj" and verb.head is not verb:
        verb = verb.head
    return verb


def _tense(verb: Token) -> str | None:
    """Return whether a verb tells of the past, the present or the future; None where neither."""
    helpers = {a.lower_ for a in auxiliaries(verb)}
    if helpers & WILL:
        return "future"
    if any(a.tag_ == "MD" for a in auxiliaries(verb)):
        return None
    if helpers & HAVE and verb.tag_ != "VB":
        return "perfect"
    if is_past(verb):
        return "past"
    present = verb.tag_ in {"VBZ", "VBP"} or helpers & {"is", "are", "'s", "'re"}
    return "present" if present else None
