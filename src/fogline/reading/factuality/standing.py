"""An event's standing in time: occurred, ongoing, forecast, threatened, hypothetical (data:
standing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality import complements, forgone
from fogline.reading.factuality.conditions import (
    AHEAD,
    is_condition,
    is_due,
    is_present,
    only_bounds,
)
from fogline.reading.factuality.ending import concluded
from fogline.reading.factuality.expected import is_expected
from fogline.reading.factuality.odds import is_weighed
from fogline.reading.factuality.polarity import is_foiled
from fogline.reading.factuality.tenses import (
    by_tense,
    first_joined,
    has_been,
    is_content,
    is_habit,
)
from fogline.reading.factuality.undone import left_undone
from fogline.reading.factuality.unreal import is_unreal
from fogline.reading.grammar.phrases import is_definite, preposition
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.grammar.scope import Step, auxiliaries, governors, is_past, own_time, predicate
from fogline.reading.roles.apart import is_offer, is_spurned, offered
from fogline.reading.roles.averting import is_banned
from fogline.reading.roles.converse import answered, warned_of
from fogline.reading.roles.threats import is_threatened, is_ultimatum
from fogline.reading.tables import rows, words
from fogline.reading.words.calling import any_of, told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.triggers.triggers import Entry

_TABLE: Final[dict[str, dict[str, str]]] = {}
for _row in rows("standing.csv"):
    for _word in _row["word"].split("|"):
        _TABLE.setdefault(_row["kind"], {}).setdefault(_word, _row["status"])
_PRIOR: Final = {f" {phrase}": found for phrase, found in _TABLE["prior"].items()}
_PRIORS: Final = tuple(_PRIOR)
_MARKS: Final = words("standing.csv", "word")
_GOVERNED: Final = frozenset(
    {"xcomp", "ccomp", "obj", "acl", "obl", "nsubj", "nsubj:pass", "nmod", "csubj", "advcl"}
)
_ANY: Final = frozenset({"a", "an", "any", "another", "no", "further"})
_BE: Final = frozenset({"is", "are", "was", "were"})
_LEADING: Final = frozenset({"det", "amod", "compound", "nummod", "nmod:poss"})
_REACHED: Final = frozenset({"AGREE", "RETREAT", "CONCEDE", "SUPPORT"})
_FORCE: Final = frozenset({"ASSAULT", "CONTROL", "MOBILIZE", "SANCTION"})
_PRESSING: Final = _FORCE | {"COERCE", "PROTEST", "THREATEN"}
_LONGEST: Final = 4  # words of a phrase of the kind "prior"
_WILL: Final = frozenset({"will", "shall", "'ll", "’ll"})
_PERHAPS: Final = frozenset({"would", "will", "could", "may", "might", "'ll"})
_SET: Final = _MARKS["set"]  # "looked set to leave"
_AHEAD: Final = frozenset({"forecast", "hypothetical"})
_GAINED: Final = frozenset({"CONTROL", "RETREAT", "AGREE"})


def status(trigger: Token, entry: Entry, *, headline: bool = False) -> str:
    """Return the event's standing as the innermost source puts it.

    Conditions outrank threats, threats forecasts, forecasts tense.
    """
    steps = governors(trigger)
    if (outright := _outright(trigger, entry, steps)) is not None:
        return outright
    if _under_condition(trigger):
        return "threatened" if _is_warned(steps, entry) else "hypothetical"
    governed = [_lies_ahead(trigger, entry), *(_governed(s.via, s.token) for s in steps[1:])]
    modal = _modality(trigger, entry)
    for wanted in ("threatened", "hypothetical", "forecast"):
        if wanted in governed or modal == wanted:
            return wanted
    if any(is_attempt(step.via, step.token) for step in steps[1:]):
        return "hypothetical"
    if complements.is_announced(trigger):
        return "forecast"
    bound = entry.event != "REQUEST" and complements.is_bound(trigger)
    if bound or (not headline and complements.is_unrealised(trigger)):
        return "hypothetical"
    main = complements.adjunct_of(trigger)
    if main is not None and (shared := _modal(main)):
        return shared
    described = {_adjective(step.token) for step in steps}
    if is_weighed(trigger) or ("forecast" in described and not _is_over(trigger)):
        return "forecast"
    continued = "ongoing" in described or "ongoing" in governed or _is_under_way(trigger)
    return by_tense(trigger, entry, headline=headline, continued=continued)


def is_renewed(entry: Entry) -> bool:
    """Tell whether a row tells of what has a new day: "the talks were put off until Friday"."""
    return ("renewed", "") in entry.needs


def is_outright(trigger: Token, status: str, other: str) -> bool:
    """Tell whether what is to come is told in so many words: "will leave", a headline's "to leave",
    "readies a strike".
    """
    if status == "threatened":
        steps = governors(trigger)
        return any(map(is_threatened, steps)) or is_ultimatum(steps)
    if _is_told_so(trigger, status):
        return True
    if status not in {"forecast", "hypothetical"}:
        return status == "occurred" and other == "ongoing" and has_been(trigger)
    unbegun = is_banned(trigger) or _is_unbegun(trigger) or offered(trigger) is not None
    if unbegun or complements.is_announced(trigger) or is_unreal(trigger) or is_braced_for(trigger):
        return True
    if other not in {"occurred", "ongoing"} or status != "forecast":
        return False
    timed = [s.token for s in own_time(governors(trigger))]
    if any(t.lower_ in _SET for t in timed[1:]):
        return True
    return any(not _WILL.isdisjoint(a.lower_ for a in auxiliaries(t)) for t in timed)


@told_by({"brace"})
def is_braced_for(event: Token) -> bool:
    """Tell whether somebody only expects a deed: "the town braces for renewed bombardment"."""
    return event.head.lemma_.lower() == "brace" and preposition(event) == "for"


def _is_told_so(trigger: Token, status: str) -> bool:
    """Tell whether what became of a deed is told in words that settle it: "ordered them to burn
    it", "postponed the raid", "the attempt failed".
    """
    if is_expected(trigger) and status == "forecast":
        return True
    if left_undone(trigger) == status or (_is_supposed(trigger) and status in _AHEAD):
        return True
    if concluded(trigger) is not None or _is_foiled_so(trigger, status):
        return True
    return _is_tried_or_bidden(trigger)


@told_by({"hesitate"})
def _is_dared(trigger: Token) -> bool:
    """Tell whether a deed is one that somebody hesitates to do, or does without: its standing is
    that of the hesitation.
    """
    return trigger.dep_ == "xcomp" and trigger.head.lemma_ == "hesitate"


_is_tried_or_bidden: Final = any_of(
    _is_dared, forgone.failed_attempt, forgone.is_ordered, forgone.is_regretted
)


@told_by(is_foiled)
def _is_foiled_so(trigger: Token, status: str) -> bool:
    """Tell whether a foiled deed stands as the words say: one that was tried, "foiled an attack",
    or what was only planned, "foiled a plot to attack".
    """
    return is_foiled(trigger) and (status == "occurred" or trigger.tag_ == "VB")


def _is_unbegun(noun: Token) -> bool:
    """Tell whether somebody only plans or weighs a deed: "readies a strike"; or one is still to
    come: "strikes hours away", "a strike seems imminent".
    """
    weighed = noun.dep_ == "obj" and noun.head.lemma_.lower() in _MARKS["contemplating"] | {
        "accept"
    }
    if weighed and not is_offer(noun):  # an offer that is accepted has been made
        return True
    told = [noun.head, *(c for c in noun.head.children if c.dep_ == "xcomp")]
    if noun.dep_ == "nsubj" and any(_adjective(t) == "forecast" for t in told):
        return True
    away = any(c.lower_ == "away" for c in noun.children) and _adjective(noun) == "forecast"
    return away or _prior(noun) == "forecast"


def is_sought(noun: Token, entry: Entry) -> bool:
    """Tell whether a deed is only what something is offered, issued or voted for: "a reward for the
    capture", "a warrant for the arrest", "ordered the arrest".
    """
    above = noun.head.lemma_.lower()
    if noun.dep_ in {"nmod", "obl"} and preposition(noun) == "for":
        return above in _MARKS["sought"]
    harm = entry.event == "ASSAULT" or entry.mode == "arrest"
    return noun.dep_ == "obj" and above == "order" and harm


def _outright(trigger: Token, entry: Entry, steps: list[Step]) -> str | None:
    """Return the standing that no other word moves: of what is only due or a condition, of what
    somebody is warned against, is offered something for, or answers, "will respond to the raid", or
    of what is said to be over.
    """
    if entry.frame == "due" or is_renewed(entry) or is_banned(trigger):
        return "forecast"
    if is_expected(trigger) or any(is_due(step.token) for step in steps):
        return "forecast"
    if (undone := left_undone(trigger)) is not None:
        return undone
    aimed = is_sought(trigger, entry) or warned_of(trigger) is not None
    if aimed or is_unreal(trigger) or any(is_condition(step.token) for step in steps):
        return "hypothetical"
    if any(map(is_threatened, steps[1:])) or (entry.event in _PRESSING and is_ultimatum(steps)):
        return "threatened"
    if (left := _forgone(trigger, entry)) is not None:
        return left
    if (tool := complements.tool_of(trigger)) is not None and not complements.is_infinitive(tool):
        return _modal(tool) or ("ongoing" if is_present(tool) else "occurred")
    if (done := concluded(trigger)) is not None:
        return "occurred" if done else "ongoing"
    if (offer := offered(trigger)) is not None:
        return "hypothetical" if is_spurned(offer) else "forecast"
    return "occurred" if answered(trigger) is not None and is_definite(trigger) else None


@told_by(
    forgone.failed_attempt, forgone.is_ordered, forgone.is_regretted, forgone.is_obeyed,
    forgone.was_tried, otherwise=None,
)  # fmt: skip
def _forgone(trigger: Token, entry: Entry) -> str | None:
    """Return the standing of what was tried in vain, ordered, regretted or done as ordered."""
    if forgone.failed_attempt(trigger) or forgone.is_untaken(trigger, entry):  # none was taken
        return "occurred" if entry.event == "ASSAULT" else "hypothetical"
    if forgone.is_ordered(trigger):
        return "forecast"
    done = forgone.is_regretted(trigger) or forgone.is_obeyed(trigger)
    return "occurred" if done else None


def _modality(trigger: Token, entry: Entry) -> str | None:
    """Return what the modal verbs over a trigger make of it, those of which it is the subject where
    it only comes about by them.
    """
    if entry.kind == "nouns" and _is_judged(trigger):
        return None
    modal = next((m for s in own_time(governors(trigger)) if (m := _modal(s.token))), None)
    if modal is None and entry.kind == "nouns":
        staged = _is_open(trigger) or _is_staged(trigger, entry)
        return _modal(trigger.head) if staged else None
    return modal


def _is_judged(noun: Token) -> bool:
    """Tell whether something only may be what it is called: "the advance could be fatal"."""
    judged = noun.dep_ == "nsubj" and noun.head.tag_.startswith("JJ") and not _is_open(noun)
    coming = noun.head.lower_ in _TABLE["adjective"] or noun.head.lower_ in _MARKS["coming"]
    return judged and not coming and any(a.tag_ == "MD" for a in auxiliaries(noun.head))


def is_attempt(via: str, token: Token) -> bool:
    """Tell whether something is still being tried: "are trying to take it", "the attempt to"; what
    was tried in the past was done.
    """
    if via not in {"xcomp", "acl", "obj"} or token.lemma_.lower() not in _MARKS["attempt"]:
        return False
    helpers = {a.lower_ for a in auxiliaries(token)}
    past = token.tag_ in {"VBD", "VBN"} or bool(helpers & {"was", "were", "had"})
    return not past and not helpers & {"will", "would", "'ll"}


def _lies_ahead(trigger: Token, entry: Entry) -> str | None:
    """Return the standing of a noun that what is done looks ahead to: "ahead of an offensive", "in
    the event of an attack", "close to a deal".
    """
    if entry.kind != "nouns" and trigger.tag_ != "VBG":
        return None
    if (found := _prior(trigger)) is not None:
        return found
    nearing = trigger.dep_ == "obl" and trigger.head.lemma_.lower() in {"close", "closer", "near"}
    accepted = trigger.dep_ == "obj" and trigger.head.lemma_.lower() == "accept"
    return "forecast" if (nearing or accepted) and entry.event in _REACHED else None


def _prior(trigger: Token) -> str | None:
    """Return the standing that the words right before something give it: "on the point of"."""
    start = min([trigger.i, *(c.i for c in trigger.children if c.dep_ in _LEADING)])
    before = trigger.doc[max(start - _LONGEST, trigger.sent.start) : start]
    said = " ".join(["", *(t.lower_ for t in before)])
    if not said.endswith(_PRIORS):
        return None
    return next(found for phrase, found in _PRIOR.items() if said.endswith(phrase))


def _is_over(trigger: Token) -> bool:
    """Tell whether the past tells what became of a plan: "the planned raid did not take place"."""
    verb = predicate(trigger)
    told = verb.i != trigger.i and verb.lemma_.lower() in _MARKS["happening"]
    return told and (is_past(verb) or any(a.lower_ == "did" for a in auxiliaries(verb)))


def _is_open(noun: Token) -> bool:
    """Tell whether a subject is not yet there: "a strike would follow", not "the strike would"."""
    if noun.dep_ not in SUBJECTS:
        return False
    return not any(c.dep_ in {"det", "nmod:poss"} and c.lower_ not in _ANY for c in noun.children)


def _is_staged(noun: Token, entry: Entry) -> bool:
    """Tell whether a subject only comes about by what will be: "the liberation will begin", "the
    capture will require"; "the raid will anger them" has been.
    """
    if entry.event not in _GAINED:
        return False
    staged = noun.dep_ in SUBJECTS and noun.head.lemma_.lower() in _MARKS["staging"]
    return staged or _is_supposed(noun)


def _is_supposed(noun: Token) -> bool:
    """Tell whether only its outcome is spoken of: "the fall of the town would open the road"."""
    if noun.dep_ != "nsubj" or noun.lemma_.lower() not in _MARKS["turning"]:
        return False
    helpers = {a.lower_ for a in auxiliaries(noun.head)}
    return bool(helpers & {"would", "might"}) and "have" not in helpers


@told_by(_PERHAPS)
def _under_condition(trigger: Token) -> bool:
    """Tell whether the clause is the consequence of a condition ("if X, they would attack")."""
    main = predicate(trigger)
    while main.dep_ == "xcomp" and complements.is_infinitive(main):
        main = main.head  # "if it falls, they will be able to shell the port"
    clauses = [c for c in main.children if c.dep_ == "advcl" and is_condition(c)]
    would = any(a.lower_ in _PERHAPS for a in auxiliaries(main))
    return would and not all(only_bounds(c, main) for c in clauses)


def _is_warned(steps: list[Step], entry: Entry) -> bool:
    """Tell whether somebody warns of force: "warned that if they fire, the army will answer"."""
    warned = any(s.via == "ccomp" and s.token.lemma_.lower() in _MARKS["warning"] for s in steps)
    return warned and entry.event in _FORCE


def _is_courtesy(verb: Token) -> bool:
    """Tell whether a wish only opens what is said: "wishes to state that it fell"."""
    wished = verb.lemma_.lower() in _MARKS["wishing"]
    said = (c for c in verb.children if c.dep_ == "xcomp" and complements.is_infinitive(c))
    return wished and any(c.dep_ == "ccomp" for word in said for c in word.children)


def _deemed(verb: Token) -> Token | None:
    """Return what something is considered to be: "considers a raid a possibility"."""
    return next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "NOUN"), None)


def _governed(via: str, token: Token) -> str | None:
    lemma = token.lemma_.lower()
    if lemma == "consider" and (deemed := _deemed(token)):
        return "forecast" if deemed.lemma_.lower() in _MARKS["outlook"] else None
    if via in _GOVERNED and not (via == "xcomp" and _is_courtesy(token)):
        if via == "ccomp" and lemma in _MARKS["saying"]:
            return None
        if (
            via.startswith("nsubj")
            and lemma in _MARKS["purpose"]
            and complements.governs_infinitive(token)
        ):
            return None  # "the strikes are intended to limit the advance"
        if lemma == "remain" and complements.governs_infinitive(token):
            return None  # "it remains to be proven that"
        if via == "advcl" and lemma == "keep":
            return None  # "kept them from leaving"
        if (via == "xcomp" and lemma == "be") or (via == "nsubj" and lemma in _MARKS["outlook"]):
            return "forecast"
        if lemma in _MARKS["bargaining"] and via == "obj":
            return None if is_past(token) else "hypothetical"
        opened = lemma in _MARKS["opening"] and via in {"obj", "obl", "nmod"} and not is_past(token)
        return "forecast" if opened else _TABLE["governor"].get(lemma)
    return None


def _modal(token: Token) -> str | None:
    if token.pos_ not in {"VERB", "AUX", "ADJ", "NOUN", "ADV"}:
        return None
    helpers = [a.lower_ for a in auxiliaries(token)]
    if token.lemma_.lower() in _MARKS["sensed"] and token.tag_ == "VBN" and "could" in helpers:
        return None  # "shots could be heard"
    if token.tag_ in {"VB", "VBN"} and _has_to(token) and (_BE & set(helpers) or _is_set(token)):
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
        if word == "would" and is_habit(token):
            return None
        if word == "would" and _reported(token):
            return "forecast"
        if found:
            done = perfect and found == "forecast" and word not in AHEAD - {"must", "should"}
            return None if done else found
    return (
        "forecast"
        if token.lower_ == "going" and token.tag_ == "VBG" and complements.governs_infinitive(token)
        else None
    )


def _is_set(verb: Token) -> bool:
    """Tell whether a verb is parsed as what somebody "is": "are to take up", "was due to leave"."""
    return any(c.lower_ in _BE and c.dep_ in {"cop", "mark"} for c in verb.children if c.i < verb.i)


def _first(verb: Token) -> Token:
    """Return the verb whose auxiliaries a coordinated one shares: "could not enter and attack"."""
    while verb.dep_ == "conj" and not any(c.dep_.startswith("aux") for c in verb.children):
        verb = verb.head
    return verb


def _reported(verb: Token) -> bool:
    """Tell whether "would" is a future told in the past: "he said that they would attack"."""
    if any(c.dep_ == "advcl" and is_condition(c) for c in verb.children):
        return False
    return is_content(verb) and not any(
        c.dep_ == "advcl" and is_condition(c) for c in first_joined(verb).children
    )


def _has_to(verb: Token) -> bool:
    """Tell whether a verb stands with "to": "jets are to strike"."""
    marks = [c for c in verb.children if c.dep_ in {"mark", "aux"}]
    return any(c.lower_ == "to" or c.lower_ == "due" for c in marks)


def _adjective(token: Token) -> str | None:
    near = [c.lower_ for c in token.children if c.dep_ in {"amod", "acl"}]
    if token.pos_ in {"ADJ", "ADV"}:
        near.append(token.lower_)
    for away in (token, *token.children):
        if away.lower_ == "away":
            near += [f"{c.lower_} away" for c in away.children if c.dep_ == "obl:unmarked"]
    return next((s for w in near if (s := _TABLE["adjective"].get(w))), None)


def _is_under_way(noun: Token) -> bool:
    """Tell whether the text says that something goes on: "clashes were under way"."""
    if noun.dep_ != "nsubj":
        return False
    verb = noun.head
    way = verb.lower_ == "way" and preposition(verb) == "under"
    on = verb.lemma_.lower() in _MARKS["going"] and any(c.lower_ == "on" for c in verb.children)
    return (
        way
        or (on and verb.tag_ in {"VBZ", "VBP", "VBG"})
        or _TABLE["adjective"].get(verb.lower_) == "ongoing"
    )
