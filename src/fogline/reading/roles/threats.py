"""Which warnings are threats: "warned that it would shell the town", not "warned of famine"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.attribution.speakers import speaks_for
from fogline.reading.factuality.complements import is_infinitive
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.scope import auxiliaries
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.grammar.scope import Step
    from fogline.reading.language import Token

_GIVING: Final = frozenset({"give", "have", "set", "allow", "grant"})
_TERM: Final = frozenset({"hour", "day", "week", "until", "till", "deadline", "ultimatum", "by"})
_BODING: Final = words("dealing.csv", "word")["boding"]
_WARNING: Final = frozenset({"warn", "caution"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
_SELF: Final = frozenset({"it", "they", "we", "i", "he", "she"})
_OTHERS: Final = frozenset({"they", "you"})
_FIRST: Final = frozenset({"we", "i", "our", "my"})
_NOT: Final = frozenset({"not", "n't", "n’t"})
_WILL: Final = frozenset({"will", "would", "shall", "'ll", "'d", "wo"})
_ARE: Final = frozenset({"are", "am", "'re", "'m", "’re", "’m"})
_OR: Final = frozenset({"or", "otherwise"})
_ANY: Final = frozenset({"any", "anyone", "anybody", "anything", "whoever", "further"})
_CONDITION: Final = frozenset({"if", "unless", "should"})
_BEFORE: Final = frozenset({"of", "about"})


def is_harmless(verb: Token) -> bool:
    """Tell whether a warning only tells what is or may be: nobody is threatened by it."""
    if verb.lemma_.lower() not in _WARNING:
        return False
    if (told := _told(verb)) is not None:
        joined = (told, *(c for c in told.children if c.dep_ == "conj"))
        return not any(_threatens(clause, verb) for clause in joined)
    named = [c for c in verb.children if c.dep_ == "obl" and preposition(c) in _BEFORE]
    return bool(named) and not any(_bodes(n) for n in named)


def is_threatened(step: Step) -> bool:
    """Tell whether a clause is what somebody warns that they will do: "warned that it would close
    the border".
    """
    warns = step.via == "ccomp" and step.token.lemma_.lower() in _WARNING
    return warns and not is_harmless(step.token)


def is_ultimatum(steps: list[Step]) -> bool:
    """Tell whether who speaks will do it where others do not heed them: "if they do not leave, we
    will shell the town", "leave the town or we will shell it", "gave them two days to leave or be
    shelled".
    """
    return any((_speaks(s.token) and _is_else(s.token)) or _is_penalty(s.token) for s in steps)


@told_by(_TERM)
def _is_penalty(verb: Token) -> bool:
    """Tell whether a clause says what comes when a term has run out: "or be shelled"."""
    joined = verb.dep_ == "conj" and any(c.lower_ in _OR for c in verb.children)
    giving = next((t for t in (verb.head, verb.head.head) if t.lemma_.lower() in _GIVING), None)
    if not joined or giving is None:
        return False
    between = verb.doc[giving.i + 1 : verb.i]
    bidden = any(t.tag_ == "VB" and is_infinitive(t) for t in between)
    return bidden and any(t.lemma_.lower() in _TERM for t in between)


def _speaks(verb: Token) -> bool:
    """Tell whether a verb says what "we" will do, or "are coming" or "are going" to do."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    own = subject is not None and {subject.lower_, *(c.lower_ for c in subject.children)} & _FIRST
    helpers = {a.lower_ for a in auxiliaries(verb)}
    return bool(own) and bool(helpers & (_WILL | _ARE if verb.tag_ == "VBG" else _WILL))


def _is_else(verb: Token) -> bool:
    """Tell whether a clause says what comes where others do not do what they are bidden."""
    joined = verb.dep_ == "conj" and any(c.lower_ in _OR for c in verb.children)
    return any(map(_is_unheeded, verb.children)) or (joined and _is_bid(verb.head))


def _is_bid(verb: Token) -> bool:
    """Tell whether a verb bids somebody do it, as what is said too: "“leave it,” he said"."""
    bare = verb.tag_ == "VB" and not is_infinitive(verb) and not auxiliaries(verb)
    return bare and all(c.dep_ not in _SUBJECTS for c in verb.children)


def _is_unheeded(clause: Token) -> bool:
    """Tell whether a clause says what others must not leave undone: "if they do not", "unless"."""
    marks = {c.lower_ for c in clause.children}
    denied = "unless" in marks or ("if" in marks and bool(marks & _NOT))
    others = (c for c in clause.children if c.dep_ in _SUBJECTS)
    return clause.dep_ == "advcl" and denied and all(o.lower_ not in _FIRST for o in others)


def is_told_of(word: Token, verb: Token) -> bool:
    """Tell whether a word is who a warning tells of, and not whom it is given to."""
    told = _told(verb) if verb.lemma_.lower() in _WARNING else None
    return told is not None and word.dep_ == "nsubj" and word.head.i == told.i


def _told(verb: Token) -> Token | None:
    """Return the clause that says what is warned of, also before the verb, "it will, X warned"."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    beside = verb.head if verb.dep_ == "parataxis" and verb.head.pos_ == "VERB" else None
    if not any(c.dep_ == "nsubj" for c in verb.children):
        beside = None  # "expels envoy, warns its neighbour"
    return clause if clause is not None else beside


def _threatens(told: Token, verb: Token) -> bool:
    """Tell whether a clause says what the one who warns will do, or what will come of something."""
    subject = next((c for c in told.children if c.dep_ in _SUBJECTS), None)
    will = any(a.lower_ in _WILL for a in auxiliaries(told))
    addressed = any(c.dep_ in {"obj", "iobj", "nsubj:pass"} for c in verb.children)
    if subject is not None and _is_warner(subject, verb, addressed=addressed):
        return will or told.lower_ in {"going", "ready", "prepared"}
    undergone = will and is_passive(told) and not any(c.dep_ == "obl:agent" for c in told.children)
    return any(_bodes(t) for t in told.subtree) or (
        undergone and (addressed or _is_conditional(told, subject))
    )


def _is_warner(subject: Token, verb: Token, *, addressed: bool) -> bool:
    """Tell whether a clause's subject is who warns or whom they speak for, by name or pronoun;
    "they" may be the others where somebody is addressed.
    """
    if subject.lower_ in _SELF:
        return not (addressed and subject.lower_ in _OTHERS)
    names = {c.lemma_.lower() for c in verb.children if c.dep_ == "nsubj"}
    own = any(c.dep_ == "nmod:poss" and c.pos_ == "PRON" for c in subject.children)
    return subject.lemma_.lower() in names or own or speaks_for(verb, subject)


def _is_conditional(told: Token, subject: Token | None) -> bool:
    clauses = (c for c in told.children if c.dep_ == "advcl")
    if any(g.lower_ in _CONDITION for c in clauses for g in c.children):
        return True
    near = (subject, *subject.children) if subject is not None else ()
    return any(t.lower_ in _ANY for t in near)


def _bodes(word: Token) -> bool:
    return word.lemma_.lower() in _BODING
