"""An event's standing in time: occurred, ongoing, forecast, threatened, hypothetical (data:
standing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading import complements
from fogline.reading.phrases import preposition
from fogline.reading.scope import auxiliaries, governors, is_past, own_time, predicate
from fogline.reading.tables import rows, words

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.triggers import Entry

_TABLE: Final[dict[str, dict[str, str]]] = {}
for _row in rows("standing.csv"):
    for _word in _row["word"].split("|"):
        _TABLE.setdefault(_row["kind"], {}).setdefault(_word, _row["status"])
_MARKS: Final = words("standing.csv", "word")
_AHEAD: Final = frozenset({"will", "shall", "'ll", "must", "should"})
_MAYBE: Final = frozenset({"can", "could", "may", "might", "would"})
_POINTING: Final = frozenset({"the", "this", "these", "its", "their", "our"})
_PRESENT: Final = frozenset({"is", "are", "'s", "'re", "'m", "am", "do", "does"})
_GOVERNED: Final = frozenset(
    {"xcomp", "ccomp", "obj", "acl", "obl", "nsubj", "nsubj:pass", "nmod", "csubj", "advcl"}
)
_CLOSE: Final = frozenset({"xcomp", "conj", "advmod", "nsubj", "nsubj:pass", "obj"})
_ANY: Final = frozenset({"a", "an", "any", "another", "no", "further"})
_BE: Final = frozenset({"is", "are", "was", "were"})
_IS: Final = frozenset({"is", "are", "'s", "'re"})
_DEEDS: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID"})
_SUFFERED: Final = frozenset({"ASSAULT", "COERCE", "CONTROL", "CONDITION", "MOBILIZE"})
_WITHIN: Final = frozenset({"acl:relcl", "advcl", "ccomp", "conj"})
_ALIKE: Final = frozenset({"set", "hit", "beat", "cut", "shut", "put", "hurt"})  # also past
_STATES: Final = {("CONTROL", "hold"), ("CONTROL", "besiege"), ("CONTROL", "contest")}


def status(trigger: Token, entry: Entry, *, headline: bool = False) -> str:
    """Return the event's standing as the innermost source puts it.

    Conditions outrank threats, threats forecasts, forecasts tense.
    """
    steps = governors(trigger)
    if any(is_condition(step.token) for step in steps) or _under_condition(trigger):
        return "hypothetical"
    governed = [_governed(step.via, step.token) for step in steps[1:]]
    modal = next((m for step in own_time(steps) if (m := _modal(step.token))), None)
    if modal is None and entry.kind == "nouns" and _is_open(trigger):
        modal = _modal(trigger.head)
    for wanted in ("threatened", "hypothetical", "forecast"):
        if wanted in governed or modal == wanted:
            return wanted
    if any(is_attempt(step.via, step.token) for step in steps[1:]):
        return "hypothetical"
    if not headline and complements.is_unrealised(trigger):
        return "hypothetical"
    if entry.event != "REQUEST" and complements.is_bound(trigger):
        return "hypothetical"
    main = complements.adjunct_of(trigger)
    if main is not None and (shared := _modal(main)):
        return shared
    described = {_adjective(step.token) for step in steps}
    if "forecast" in described and not _is_over(trigger):
        return "forecast"
    continued = "ongoing" in described or "ongoing" in governed
    return _by_tense(trigger, entry, headline=headline, continued=continued)


def is_attempt(via: str, token: Token) -> bool:
    """Tell whether something is still being tried: "are trying to take it", "the attempt to"; what
    was tried in the past was done.
    """
    if via not in {"xcomp", "acl", "obj"} or token.lemma_.lower() not in _MARKS["attempt"]:
        return False
    helpers = {a.lower_ for a in auxiliaries(token)}
    past = token.tag_ == "VBD" or bool(helpers & {"was", "were", "had"})
    return not past and not helpers & {"will", "would", "'ll"}


def _is_over(trigger: Token) -> bool:
    """Tell whether the past tells what became of a plan: "the planned raid did not take place"."""
    verb = predicate(trigger)
    told = verb.i != trigger.i and verb.lemma_.lower() in _MARKS["happening"]
    return told and (is_past(verb) or any(a.lower_ == "did" for a in auxiliaries(verb)))


def _is_open(noun: Token) -> bool:
    """Tell whether a subject is not yet there: "a strike would follow", not "the strike would"."""
    if noun.dep_ not in {"nsubj", "nsubj:pass"}:
        return False
    return not any(c.dep_ in {"det", "nmod:poss"} and c.lower_ not in _ANY for c in noun.children)


_SEEMING: Final = frozenset("look seem appear sound feel".split())


def is_condition(token: Token) -> bool:
    """Tell whether a clause only names a condition: "if it falls", "should it fall", "once it has
    fallen, they will ...", "all who surrender will ...".
    """
    return token.doc.once(_is_condition, token)


def _is_condition(token: Token) -> bool:
    marks = {c.lower_ for c in token.children if c.dep_ in {"mark", "advmod"}}
    marks |= {f.lower_ for c in token.children if c.dep_ == "mark" for f in c.children}
    seems = "as" in marks and token.head.lemma_.lower() in _SEEMING  # "it looks as if it fell"
    if marks & _MARKS["condition"] and not seems:
        return True
    if token.pos_ in {"VERB", "AUX"} and _inverted(token):
        return True
    if token.dep_ == "conj" and _is_finite(token) and is_condition(token.head):
        return True  # "if it falls and they leave"
    if token.dep_ == "ccomp" and token.head.lower_ in _MARKS["supposing"]:
        return True
    mark = next((c for c in token.children if c.dep_ == "mark"), None)
    if mark is not None and mark.i and token.doc[mark.i - 1].lower_ in _MARKS["supposing"]:
        return True  # "provided that it falls"
    waits = token.dep_ == "acl" and marks & _MARKS["awaiting"]  # "weeks before it falls"
    if not (waits or token.dep_ in {"advcl", "acl:relcl", "advcl:relcl"}):
        return False
    if not (_is_present(token) or (marks & _MARKS["awaiting"] and _is_perfect(token))):
        return False
    soon = token.head.lower_ in {"soon", "long"} and "as" in marks
    if token.dep_ in {"advcl", "acl"}:
        return bool(soon or marks & _MARKS["awaiting"]) and _awaits(token.head, _AHEAD | _MAYBE)
    # "The rebels who hold the town will ..." are there; "rebels who surrender will ..." may be.
    known = token.head.pos_ in {"NOUN", "PROPN"} and _is_pointed_at(token.head)
    return not known and _awaits(token.head, _AHEAD)


def _is_present(verb: Token) -> bool:
    """Tell whether a clause stands in the present, where English speaks of what is to come."""
    told = {a.lower_ for a in auxiliaries(verb)}
    return verb.tag_ in {"VBZ", "VBP"} or (bool(told & _PRESENT) and "would" not in told)


def _is_perfect(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(a.lower_ in {"has", "have", "'ve"} for a in auxiliaries(verb))


def _is_finite(verb: Token) -> bool:
    return any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in (verb, *auxiliaries(verb)))


def _is_pointed_at(noun: Token) -> bool:
    return any(c.lower_ in _POINTING and c.dep_ in {"det", "nmod:poss"} for c in noun.children)


def _awaits(node: Token, helpers: frozenset[str]) -> bool:
    """Tell whether a word, or the verb that it hangs on, lies in the future."""
    for _ in range(3):
        if any(a.lower_ in helpers for a in auxiliaries(node)) or complements.is_imperative(node):
            return True
        if node.lemma_ in {"have", "need"} and node.tag_ in {"VBP", "VBZ"} and _to(node):
            return True
        if node.dep_ not in _CLOSE:
            return False
        node = node.head
    return False


def _inverted(verb: Token) -> bool:
    """Tell whether a clause is conditional by inversion: "should this happen", "had it fallen"."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubj:pass"}), None)
    if subject is None or (verb.dep_ == "root" and verb.sent[-1].text == "?"):
        return False
    return any(
        a.lower_ in {"should", "were", "had"}
        and a.i < subject.left_edge.i
        and (a.is_sent_start or verb.dep_ == "advcl")
        for a in auxiliaries(verb)
    )


def _under_condition(trigger: Token) -> bool:
    """Tell whether the clause is the consequence of a condition ("if X, they would attack")."""
    main = predicate(trigger)
    would = any(
        a.lower_ in {"would", "will", "could", "may", "might", "'ll"} for a in auxiliaries(main)
    )
    return would and any(c.dep_ == "advcl" and is_condition(c) for c in main.children)


def _governed(via: str, token: Token) -> str | None:
    lemma = token.lemma_.lower()
    if via in _GOVERNED:
        if via == "ccomp" and lemma in {"warn", "say", "announce", "order", "likely", "report"}:
            return None
        if via == "ccomp" and lemma == "mean":
            return None
        if via.startswith("nsubj") and lemma in _MARKS["purpose"] and _to(token):
            return None  # "the strikes are intended to limit the advance"
        if via == "advcl" and lemma == "keep":
            return None  # "kept them from leaving"
        if via == "xcomp" and lemma == "be":
            return "forecast"
        return _TABLE["governor"].get(lemma)
    return None


def _modal(token: Token) -> str | None:
    if token.pos_ not in {"VERB", "AUX", "ADJ", "NOUN", "ADV"}:
        return None
    helpers = [a.lower_ for a in auxiliaries(token)]
    if token.tag_ in {"VB", "VBN"} and _BE & set(helpers) and _has_to(token):
        return "hypothetical" if "have" in helpers else "forecast"
    perfect = any(w in {"have", "has", "had", "'ve"} for w in helpers)
    for word in helpers:
        found = _TABLE["modal"].get(word)
        if found == "modal":
            denied = any(c.lower_ in {"not", "n't", "longer"} for c in _first(token).children)
            return None if perfect or denied or token.tag_ == "VBG" else "forecast"
        if word in {"'d", "’d"} and token.tag_ == "VB":
            word = "would"
            found = _TABLE["modal"][word]
        if word == "would" and _is_habit(token):
            return None
        if word == "would" and _reported(token):
            return "forecast"
        if found:
            return found if not (perfect and found == "forecast") else None
    return "forecast" if token.lower_ == "going" and token.tag_ == "VBG" and _to(token) else None


def _first(verb: Token) -> Token:
    """Return the verb whose auxiliaries a coordinated one shares: "could not enter and attack"."""
    while verb.dep_ == "conj" and not any(c.dep_.startswith("aux") for c in verb.children):
        verb = verb.head
    return verb


def _is_habit(verb: Token) -> bool:
    """Tell whether "would" speaks of what used to be done: "they would often shell it"."""
    for child in verb.children:
        times = child.dep_.startswith(("obl", "advmod", "nmod"))
        if times and child.lower_ in _MARKS["habit"]:
            return True
        if times and any(c.lower_ == "every" for c in child.children) and child.i < verb.i:
            return True
    return False


def _reported(verb: Token) -> bool:
    """Tell whether "would" is a future told in the past: "he said that they would attack"."""
    said = verb.dep_ in {"ccomp", "acl"} and verb.head.i != verb.i
    return said and not any(c.dep_ == "advcl" and is_condition(c) for c in verb.children)


def _has_to(verb: Token) -> bool:
    """Tell whether a verb stands with "to": "jets are to strike"."""
    return any(c.lower_ == "to" and c.dep_ in {"mark", "aux"} for c in verb.children)


def _to(token: Token) -> bool:
    return any(c.dep_ == "xcomp" and complements.is_infinitive(c) for c in token.children)


def _adjective(token: Token) -> str | None:
    near = [c.lower_ for c in token.children if c.dep_ in {"amod", "acl"}]
    if token.pos_ in {"ADJ", "ADV"}:
        near.append(token.lower_)
    return next((s for w in near if (s := _TABLE["adjective"].get(w))), None)


def _by_tense(trigger: Token, entry: Entry, *, headline: bool, continued: bool) -> str:
    state = (entry.event, entry.mode) in _STATES and not (
        entry.kind == "verbs" and (entry.frame == "act" or _is_past(trigger))
    )
    described = entry.kind == "modifiers" and entry.event in {"CONTROL", "CONDITION"}
    if continued or state or described or entry.frame == "present":
        return "ongoing"
    if not headline and entry.kind == "nouns" and _goes_on(trigger):
        return "ongoing"
    if entry.kind == "nouns" and (verb := predicate(trigger)).i == trigger.i:
        return "ongoing" if entry.event == "CONDITION" else "occurred"
    verb = predicate(trigger)
    auxiliary = [a.lower_ for a in auxiliaries(verb)]
    if (verb.i != trigger.i and verb.lower_ == "coming" and auxiliary) or (
        _is_arranged(verb) and not headline
    ):
        return "forecast"
    if headline and verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children):
        return "forecast"
    told = verb.tag_ == "VBG" and verb.dep_ == "ccomp" and {"was", "were"} & set(auxiliary)
    if told or "being" in auxiliary or (verb.tag_ == "VBG" and _progressive(verb, auxiliary)):
        return "ongoing"
    if headline:
        return "occurred"
    if not auxiliary and verb.tag_ == "VBN" and verb.dep_ == "acl":
        return "ongoing" if (entry.event, entry.mode) in _STATES or _lasts(entry) else "occurred"
    done = entry.event == "ASSAULT" and entry.mode in {None, "destroy"}
    if verb.tag_ == "VBN" and set(auxiliary) & _IS and entry.event in _SUFFERED and not done:
        return "ongoing"
    # The simple present tells events in headlines and posts, states and habits everywhere else.
    present = verb.tag_ in {"VBZ", "VBP"} and not auxiliary
    state = entry.event in {"CONDITION", "CONTROL"} and (entry.rank == "state" or _lasts(entry))
    deed = entry.event in _DEEDS and entry.kind == "verbs"
    habit = deed and verb.dep_ in _WITHIN and verb.lower_ not in _ALIKE
    return "ongoing" if present and (state or habit) else "occurred"


def _is_arranged(verb: Token) -> bool:
    """Tell whether the present speaks of a later day: "is leaving on Friday", "leaves tomorrow"."""
    if not _is_present(verb) or verb.tag_ == "VBN":
        return False
    for phrase in (c for c in verb.children if c.dep_.startswith("obl") or c.dep_ == "advmod"):
        coming = any(c.lower_ == "next" and c.dep_ == "amod" for c in phrase.children)
        planned = verb.tag_ == "VBG" or verb.lemma_.lower() in _MARKS["timetable"]
        if coming or phrase.lower_ in _MARKS["later"] or (planned and _is_ahead(phrase)):
            return True
    return False


def _is_ahead(phrase: Token) -> bool:
    """Tell whether a stretch of time lies ahead: "is leaving in two days"."""
    counted = any(c.dep_ in {"nummod", "det"} for c in phrase.children)
    return phrase.lemma_.lower() in _MARKS["span"] and preposition(phrase) == "in" and counted


def _is_past(verb: Token) -> bool:
    """Tell whether a state is over: "they held it until noon"; "he said they held it" is not."""
    helpers = [a.lower_ for a in auxiliaries(verb)]
    if verb.tag_ == "VBD" and not helpers:
        return verb.dep_ in {"root", "conj", "advcl", "acl:relcl"}
    return "had" in helpers and verb.tag_ == "VBN"


def _goes_on(noun: Token) -> bool:
    """Tell whether something that lasts is spoken of in the present: "the truce holds"."""
    if noun.lemma_.lower() not in _MARKS["lasting"]:
        return False
    placed = preposition(noun) in {"under", "amid"}
    verb = noun if any(c.dep_ == "cop" for c in noun.children) else noun.head
    helpers = [a.lower_ for a in auxiliaries(verb)]
    now = bool(set(helpers) & _PRESENT) or (verb.tag_ in {"VBZ", "VBP"} and not helpers)
    return now and (placed or (noun.dep_ == "nsubj" and verb.i != noun.i))


def _lasts(entry: Entry) -> bool:
    return entry.event == "CONDITION"


def _progressive(verb: Token, auxiliary: list[str]) -> bool:
    if any(c.lower_ in {"of", "for"} and c.dep_ in {"mark", "case"} for c in verb.children):
        return False
    told = {"is", "are", "am", "'s", "'re", "been", "be"} & set(auxiliary)
    return bool(told) or (not auxiliary and verb.dep_ in {"acl", "root"})
