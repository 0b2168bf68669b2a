"""An event's standing in time: occurred, ongoing, forecast, threatened, hypothetical (data:
standing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.scope import auxiliaries, governors, predicate
from fogline.reading.tables import rows

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.triggers import Entry

_TABLE: Final[dict[str, dict[str, str]]] = {}
for _row in rows("standing.csv"):
    for _word in _row["word"].split("|"):
        _TABLE.setdefault(_row["kind"], {}).setdefault(_word, _row["status"])
_STATES: Final = {("CONTROL", "hold"), ("CONTROL", "besiege"), ("CONTROL", "contest")}


def status(trigger: Token, entry: Entry, *, headline: bool = False) -> str:
    """Return the event's standing as the innermost source puts it.

    Conditions outrank threats, threats forecasts, forecasts tense.
    """
    steps = governors(trigger)
    if any(_conditional(step.token) for step in steps) or _under_condition(trigger):
        return "hypothetical"
    governed = [_governed(step.via, step.token) for step in steps[1:]]
    modal = next((m for step in steps if (m := _modal(step.token))), None)
    for wanted in ("threatened", "hypothetical", "forecast"):
        if wanted in governed or modal == wanted:
            return wanted
    if any(_adjective(step.token) == "forecast" for step in steps):
        return "forecast"
    return _by_tense(trigger, entry, headline=headline, continued="ongoing" in governed)


def _conditional(token: Token) -> bool:
    return any(
        c.dep_ == "mark" and c.lower_ in {"if", "unless", "lest"} for c in token.children
    ) or (token.pos_ in {"VERB", "AUX"} and _inverted(token))


def _inverted(verb: Token) -> bool:
    """Tell whether a clause is conditional by inversion: "Should this happen, ..."."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubj:pass"}), None)
    if subject is None:
        return False
    return any(
        a.lower_ in {"should", "were", "had"} and a.i < subject.i and a.is_sent_start
        for a in auxiliaries(verb)
    )


def _under_condition(trigger: Token) -> bool:
    """Tell whether the clause is the consequence of a condition ("if X, they would attack")."""
    main = predicate(trigger)
    would = any(
        a.lower_ in {"would", "will", "could", "may", "might", "'ll"} for a in auxiliaries(main)
    )
    return would and any(c.dep_ == "advcl" and _conditional(c) for c in main.children)


def _governed(via: str, token: Token) -> str | None:
    lemma = token.lemma_.lower()
    if via in {"xcomp", "ccomp", "obj", "acl", "obl", "nsubj", "nsubj:pass", "nmod", "csubj"}:
        if via == "ccomp" and lemma in {"warn", "say", "announce", "order", "likely", "report"}:
            return None
        if via == "xcomp" and lemma == "be":
            return "forecast"
        return _TABLE["governor"].get(lemma)
    return None


def _modal(token: Token) -> str | None:
    if token.pos_ not in {"VERB", "AUX", "ADJ", "NOUN", "ADV"}:
        return None
    words = [a.lower_ for a in auxiliaries(token)]
    if token.tag_ == "VB" and {"is", "are"} & set(words) and _has_to(token):
        return "forecast"
    perfect = any(w in {"have", "has", "had", "'ve"} for w in words)
    for word in words:
        found = _TABLE["modal"].get(word)
        if found == "modal":
            denied = any(c.lower_ in {"not", "n't", "longer"} for c in token.children)
            return None if perfect or denied or token.tag_ == "VBG" else "forecast"
        if word == "would" and _reported(token):
            return "forecast"
        if found:
            return found if not (perfect and found == "forecast") else None
    return "forecast" if token.lower_ == "going" and token.tag_ == "VBG" and _to(token) else None


def _reported(verb: Token) -> bool:
    """Tell whether "would" is a future told in the past: "he said that they would attack"."""
    said = verb.dep_ in {"ccomp", "acl"} and verb.head.i != verb.i
    return said and not any(c.dep_ == "advcl" and _conditional(c) for c in verb.children)


def _has_to(verb: Token) -> bool:
    """Tell whether a verb stands with "to": "jets are to strike"."""
    return any(c.lower_ == "to" and c.dep_ in {"mark", "aux"} for c in verb.children)


def _to(token: Token) -> bool:
    return any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in token.children)


def _adjective(token: Token) -> str | None:
    words = [c.lower_ for c in token.children if c.dep_ in {"amod", "acl"}]
    if token.pos_ == "ADJ":
        words.append(token.lower_)
    return next((s for w in words if (s := _TABLE["adjective"].get(w))), None)


def _by_tense(trigger: Token, entry: Entry, *, headline: bool, continued: bool) -> str:
    state = (entry.event, entry.mode) in _STATES and not (
        entry.kind == "verbs" and entry.frame == "act"
    )
    described = entry.kind == "modifiers" and entry.event in {"CONTROL", "CONDITION"}
    if continued or state or described or entry.frame == "present":
        return "ongoing"
    if entry.kind == "nouns" and (verb := predicate(trigger)).i == trigger.i:
        return "ongoing" if entry.event == "CONDITION" else "occurred"
    verb = predicate(trigger)
    auxiliary = [a.lower_ for a in auxiliaries(verb)]
    if verb.i != trigger.i and verb.lower_ == "coming" and auxiliary:
        return "forecast"
    if headline and verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children):
        return "forecast"
    if "being" in auxiliary or (verb.tag_ == "VBG" and _progressive(verb, auxiliary)):
        return "ongoing"
    # The simple present tells events in headlines and posts, states everywhere else.
    present = verb.tag_ in {"VBZ", "VBP"} and not auxiliary and not headline
    lasting = entry.event in {"CONDITION", "CONTROL"} and entry.rank == "state"
    return "ongoing" if present and (lasting or entry.event == "CONDITION") else "occurred"


def _progressive(verb: Token, auxiliary: list[str]) -> bool:
    if any(c.lower_ in {"of", "for"} and c.dep_ in {"mark", "case"} for c in verb.children):
        return False
    told = {"is", "are", "am", "'s", "'re", "been", "be"} & set(auxiliary)
    return bool(told) or (not auxiliary and verb.dep_ in {"acl", "root"})
