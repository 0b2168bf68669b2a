"""What was meant or tried and not done: called off, put off, only nearly done (data:
negations.csv).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, cast

from fogline.reading.factuality import wagers
from fogline.reading.factuality.ceasing import lasts, worded
from fogline.reading.factuality.dropped import has_lapsed, is_dropped, lapsed
from fogline.reading.factuality.headed import never_comes
from fogline.reading.factuality.mistaken import is_mistaken
from fogline.reading.factuality.naught import is_naught
from fogline.reading.factuality.overdue import is_overdue, missed_its_day
from fogline.reading.factuality.voting import (
    AGAINST,
    MOTION,
    is_decided_against,
    is_told,
    is_voted_down,
)
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import NOT, PATIENTS, SUBJECTS
from fogline.reading.grammar.scope import auxiliaries, governors, is_falling, is_past
from fogline.reading.roles.whose import is_anothers
from fogline.reading.tables import words
from fogline.reading.times.almanac import MONTHS, SEASONS, WEEKDAYS
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_WORDS: Final = words("negations.csv", "word")
_LEFT_OUT: Final = frozenset("did have has had was were will".split())
_BESIDE: Final = frozenset({"advmod", "punct", "cc", "aux"})
_BUT: Final = frozenset({"but", "yet"})
_AHEAD: Final = frozenset({"will", "would", "may", "might", "could", "can", "should", "must"})
_BARE: Final = SUBJECTS | {"aux", "advmod", "punct"}
_CLOSE: Final = _WORDS["near"]
_UP_TO: Final = frozenset({"until", "till", "to", "for"})
_INTO: Final = _UP_TO | {"into"}
_MOVED: Final = _WORDS["moving"]
_SLIPPING: Final = _WORDS["slipping"]
_CALENDAR: Final = {
    *(form for name in (*MONTHS, *WEEKDAYS) for form in name.forms), *SEASONS,
    "week", "month", "year", "tomorrow", "weekend",
}  # fmt: skip
_UNDOING: Final = frozenset().union(
    _WORDS["falling"], _WORDS["cancelling"], MOTION, AGAINST, _BUT, _CLOSE, _WORDS["hair"],
    _WORDS["target"], NOT, ("agree", "far"), _WORDS["planned"], _WORDS["deadline"],
)  # fmt: skip


@told_by(_UNDOING, is_overdue, missed_its_day, is_naught)
def is_undone(trigger: Token) -> bool:
    """Tell whether an event is said not to have come about in words that nothing else moves."""
    return trigger.doc.once(_is_undone, trigger)


def _is_undone(trigger: Token) -> bool:
    return (
        _is_called_off(trigger)
        or is_voted_down(trigger)
        or is_decided_against(trigger)
        or _is_far_from(trigger)
        or taken_back(trigger) is not None
        or _came_close(trigger)
        or is_dropped(trigger)
        or has_lapsed(trigger)
        or _never_was(trigger)
        or never_comes(trigger)
        or is_overdue(trigger)
        or missed_its_day(trigger)
        or is_naught(trigger)
    )


@told_by(_WORDS["falling"], _WORDS["cancelling"])
def _is_called_off(event: Token) -> bool:
    """Tell whether a plan was given up or came to nothing: "scrapped the offensive", "the raid was
    aborted", "the swap collapsed".
    """
    verb = event.head
    if event.dep_ == "nsubj" and event.lemma_.lower() in _WORDS["arranged"]:
        more = any(c.dep_ in {"xcomp", "obl"} for c in verb.children)
        return is_falling(verb) and is_told(verb) and not more
    if event.dep_ not in PATIENTS or lasts(event):
        return False
    return worded(verb) in _WORDS["cancelling"] and is_told(verb)


@told_by(_WORDS["postponing"], _SLIPPING)
def is_postponed(event: Token) -> bool:
    """Tell whether a deed was put off: "postponed its offensive", "the raid has been delayed",
    "slips to May"; whose advance others "delayed" is on its way, and what "was delayed but began"
    has been.
    """
    verb = event.head
    if _slips(event):
        return not _began(verb)
    if event.dep_ not in PATIENTS or worded(verb) not in _WORDS["postponing"]:
        return False
    if lasts(event) or not is_told(verb) or _began(verb):
        return False
    return event.dep_ == "nsubj:pass" or not is_anothers(event)


def _slips(event: Token) -> bool:
    """Tell whether a deed is moved to a month or a day to come: "was pushed back to January"."""
    verb = event.head
    after = f"{verb.lemma_.lower()} {verb.nbor().lower_}" if verb.i + 1 < len(verb.doc) else ""
    moved = verb.lemma_.lower() in _SLIPPING or after in _SLIPPING
    if event.dep_ not in {"nsubj", "nsubj:pass"} or not moved:
        return False
    if any(c.lower_ in NOT for c in verb.children):
        return False
    ends = [c for c in verb.children if c.dep_ == "obl" and preposition(c) in _INTO]
    return any(_names_a_day(c) for c in ends)


def _names_a_day(word: Token) -> bool:
    """Tell whether a word is a month, a weekday or a stretch of the calendar."""
    return bool(_CALENDAR & {word.text, word.lemma_.lower()})


@told_by(_WORDS["postponing"] | _MOVED)
def has_new_day(verb: Token, _: str, scene: Scene) -> bool:
    """Tell whether it is said to what day something was moved: "were put off until Friday"."""
    if any(c.lower_ in NOT for c in verb.children):
        return False
    ends = [c for c in verb.children if c.dep_ == "obl" and preposition(c) in _UP_TO]
    return any(_is_day(c, scene) for c in ends)


def _is_day(word: Token, scene: Scene) -> bool:
    """Tell whether a time stands where a word does, or right before it."""
    return word.i in scene.times_at or "time" in scene.classes(word)


def _began(verb: Token) -> bool:
    """Tell whether what was put off is told to have come about: "was delayed but began"."""
    then = (c for c in verb.children if c.dep_ == "conj")
    return any(c.lemma_.lower() in _WORDS["beginning"] and is_past(c) for c in then)


@told_by({"far"})
def _is_far_from(event: Token) -> bool:
    """Tell whether the opposite is told: "far from retreating, they advanced"."""
    far = event.head.lower_ == "far" and event.head.i < event.i and event.tag_.startswith("VB")
    return far and any(c.lower_ == "from" and c.dep_ in {"mark", "case"} for c in event.children)


@told_by(_BUT, otherwise=None)
def taken_back(trigger: Token) -> Token | None:
    """Return the word at the end of a sentence that says that what was expected was not done:
    "were expected to leave but did not".
    """
    bare = trigger.tag_ == "VB"  # "were due to leave but did not": the verb is the root
    above = [step.token for step in governors(trigger) if bare or step.via]
    return next((c for t in above for c in t.children if _is_denial(c)), None)


def _is_denial(word: Token) -> bool:
    if word.dep_ != "conj" or word.lower_ not in _LEFT_OUT:
        return False
    beside = list(word.children)
    denied = any(c.lower_ in NOT for c in beside) and any(c.lower_ in _BUT for c in beside)
    return denied and all(c.dep_ in _BESIDE or c.dep_ in SUBJECTS for c in beside)


@told_by(NOT)
def is_parted(trigger: Token) -> bool:
    """Tell whether "not" stands before a clause that parts it from its verb: "has not, as they
    claim, fallen".
    """
    doc, at = trigger.doc, trigger.i - 1
    while at > trigger.sent.start and doc[at].lower_ in {"been", "be", "being"}:
        at -= 1
    if doc[at].text != "," or trigger.tag_ not in {"VBN", "VB", "VBG"}:
        return False
    commas = (i for i in range(at - 2, trigger.sent.start + 1, -1) if doc[i].text == ",")
    before = next(commas, None)
    if before is None or doc[before - 1].lower_ not in NOT:
        return False
    return doc[before - 2].pos_ == "AUX" or doc[before - 2].tag_ == "MD"


@told_by(_WORDS["missing"], _CLOSE, _WORDS["hair"], _WORDS["target"])
def is_near_miss(trigger: Token) -> bool:
    """Tell whether something was only nearly done: "almost lost the town"; what is done bit by bit
    goes on, "has almost encircled it".
    """
    nearly = _is_nearly(trigger) and trigger.lemma_.lower() not in _WORDS["gradual"]
    return nearly or _came_close(trigger)


@told_by(_CLOSE, _WORDS["hair"], _WORDS["target"])
def _came_close(gerund: Token) -> bool:
    """Tell whether somebody once was near to doing it: "came close to capturing it", "came within a
    hair of capturing it", "missed its target of capturing it".
    """
    close = gerund.head
    came = close.head if close.lower_ in _CLOSE else None
    near = came is not None and came.lemma_ == "come" and is_past(came)
    return gerund.tag_ == "VBG" and (near or _is_within_a_hair(close) or _is_missed(close))


def _is_within_a_hair(noun: Token) -> bool:
    """Tell whether a word tells by how little something was missed: "came within a hair of"."""
    near = noun.lemma_.lower() in _WORDS["hair"] and preposition(noun) == "within"
    was = any(c.dep_ == "cop" and c.tag_ == "VBD" for c in noun.children)
    return near and (was or (noun.head.lemma_ in {"come", "be"} and is_past(noun.head)))


def _is_missed(aim: Token) -> bool:
    missed = aim.dep_ in PATIENTS and aim.head.lemma_.lower() == "miss" and is_past(aim.head)
    return missed and aim.lemma_.lower() in _WORDS["target"]


@told_by(NOT)
def _never_was(event: Token) -> bool:
    """Tell whether a clause on a deed says that there was none: "the raid that never was", "a truce
    which did not come".
    """
    told = (c for c in event.children if c.dep_ == "acl:relcl" and c.i > event.i)
    return event.pos_ == "NOUN" and any(map(_says_no_more, told))


def _says_no_more(clause: Token) -> bool:
    """Tell whether a clause is no longer than "that never happened"."""
    denied = any(c.lower_ in NOT for c in clause.children)
    plain = all(c.dep_ in _BARE or c.lower_ == "place" for c in clause.children)
    return denied and plain and clause.lemma_.lower() in _WORDS["beginning"] | {"be"}


@told_by(_WORDS["missing"])
def is_nearly_round(trigger: Token) -> bool:
    """Tell whether a ring is not closed yet: "has almost encircled the town"."""
    return _is_nearly(trigger) and trigger.lemma_.lower() in _WORDS["ringing"]


@told_by(_WORDS["missing"])
def _is_nearly(verb: Token) -> bool:
    near = (c for c in verb.children if c.dep_ == "advmod" and c.i < verb.i)
    told = verb.tag_ in {"VBD", "VBN", "VBZ"}
    ahead = any(a.lower_ in _AHEAD for a in auxiliaries(verb))
    return told and not ahead and any(c.lower_ in _WORDS["missing"] for c in near)


@told_by(_WORDS["excluding"])
def is_left_possible(event: Token) -> bool:
    """Tell whether a deed is only not ruled out: "an attack cannot be excluded"; what cannot be
    ruled out to have been is told by a clause.
    """
    verb = event.head
    if event.dep_ not in PATIENTS or event.pos_ != "NOUN" or not _is_unexcluded(verb):
        return False
    known = any(c.dep_ in {"det", "nmod:poss"} and c.lower_ == "the" for c in event.children)
    return not known and all(preposition(c) != "as" for c in verb.children if c.dep_ == "obl")


def _is_unexcluded(verb: Token) -> bool:
    return worded(verb) in _WORDS["excluding"] and any(c.lower_ in NOT for c in verb.children)


@told_by(
    is_postponed, is_left_possible, is_nearly_round, taken_back, is_near_miss, is_dropped, lapsed,
    wagers.wager, is_overdue, missed_its_day, is_mistaken, is_naught,
    otherwise=None,
)  # fmt: skip
def left_undone(trigger: Token) -> str | None:
    """Return the standing of what was put off, only nearly done, not ruled out or would surprise:
    "postponed the raid", "almost encircled it", "did not rule out a raid".
    """
    for rule, standing in _LEFT:
        if said := rule(trigger):
            return standing or cast("str", said)
    return None


@told_by(taken_back, otherwise=None)
def _back(trigger: Token) -> str | None:
    """Return the standing of what was expected and not done: "but did not", "but will not"."""
    said = taken_back(trigger)
    return None if said is None else "forecast" if said.tag_ == "MD" else "occurred"


# What leaves a deed undone, the first that holds, and its standing; None where the rule says it.
_LEFT: Final[tuple[tuple[Callable[[Token], Any], str | None], ...]] = (
    (wagers.status, None),
    (is_postponed, "forecast"),
    (is_dropped, "forecast"),
    (lapsed, None),
    (is_left_possible, "hypothetical"),
    (is_nearly_round, "ongoing"),
    (_back, None),
    (is_near_miss, "occurred"),
    (is_overdue, "occurred"),
    (is_mistaken, "occurred"),
    (is_naught, "occurred"),
    (missed_its_day, "occurred"),
)
