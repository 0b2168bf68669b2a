"""When a claim's event happens: the time expression of its clause, else what the codebook says.

The words of the clause come first. Without any: the words that set the event apart from another
("three days after ..."), the day of the item or of the statement that tells of it, publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from fogline.model import When
from fogline.reading.factuality.forgone import was_being_tried
from fogline.reading.factuality.standing import is_renewed
from fogline.reading.factuality.undone import is_postponed
from fogline.reading.grammar.relations import HAVE, WILL
from fogline.reading.tables import either, words
from fogline.reading.times import asunder, dating, rareness, times
from fogline.reading.times.counted import from_other, up_to_day
from fogline.reading.times.foretold import window
from fogline.reading.times.nearness import (
    begins,
    begins_war,
    helpers,
    is_perfect,
    length,
    number_at,
    ranked,
    verbs_above,
    way_up,
)
from fogline.reading.times.undated import (
    default,
    of_item,
    of_statement,
    set_apart,
    upheld_until,
    within,
)

if TYPE_CHECKING:
    from fogline.model import Entity, Published
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.times.times import Sense
    from fogline.reading.triggers.merging import Candidate

_STANDING: Final = frozenset({"occurred", "ongoing"})
_NEWS: Final = timedelta(days=365 * 5 + 1)  # what ended longer ago is background


def moment(candidate: Candidate, status: str, scene: Scene) -> When:
    """Return the event's time from the clause of the trigger (first) and the words it absorbed.

    Without one: publication for what occurred or goes on; for what lies ahead the window that the
    words before it set, or nothing.
    """
    if (named := _named_by(candidate, scene)) is not None:
        return named
    apart = set_apart(candidate, scene) if status in _STANDING else None
    later = from_other(candidate.head, scene)
    for entity in _by_nearness(candidate, scene):
        if apart and not within(entity, apart.clause, scene):
            break
        if later and within(entity, later.clause, scene):
            continue
        when = _sense(entity, candidate, status, scene)
        if when is not None:
            when = _on_new_day(_since_then(when, entity, candidate, scene), entity, candidate)
            now = scene.published(candidate.head.idx).latest
            return _told_by_now(when, now) if status == "occurred" else when
    if later is not None and apart is None:
        return later.when
    if status not in _STANDING:
        return (status in _COMING and window(candidate.head, scene)) or When()
    return (
        (apart and apart.when)
        or of_item(candidate, scene)
        or (of_statement if status == "occurred" else upheld_until)(candidate, scene)
        or default(scene.published(candidate.head.idx))
    )


def is_background(when: When, published: Published) -> bool:
    """Tell whether an event ended more than five years before publication (codebook section 1)."""
    if when.end is None or published.earliest is None:
        return False
    return date.fromisoformat(when.end) < date.fromisoformat(published.earliest) - _NEWS


# --- an expression that a clause or a noun hangs on ----------------------------------------------


def _named_by(candidate: Candidate, scene: Scene) -> When | None:
    """Return the days of an expression that is told by its event: "since July, when rebels took
    it", "since Friday's clash"; these are no stretch up to now.
    """
    hung = (
        times.named(scene.text, e.start, scene.published(e.start))
        for e in _hung_on(candidate, scene)
    )
    return next((when for when in hung if when is not None), None)


def _hung_on(candidate: Candidate, scene: Scene) -> Iterator[Entity]:
    """Yield the expressions with "since" right before the event's "when", or whose event it is."""
    first = scene.doc[min(candidate.match.tokens)].idx
    start = scene.doc[scene.sentence(candidate.head)[0]].idx
    before = scene.times[number_at(start, scene) : number_at(first, scene)]
    told = [e for e in before if _SINCE.match(e.text) and e.end <= first]
    clauses = way_up(candidate.head, _CLAUSE_BORDERS) if told else []
    whens = {c.idx for t in clauses for c in t.children if c.lower_ == "when" and c.i < t.i}
    for entity in told:
        behind = _WHEN.match(scene.text, entity.end)
        own = _OWN.fullmatch(scene.text, entity.end, first)
        if own or (behind and behind.start("when") in whens and _is_next(entity, first, scene)):
            yield entity


def _is_next(entity: Entity, at: int, scene: Scene) -> bool:
    """Tell whether no other expression stands between one and an offset."""
    return number_at(entity.end, scene) >= number_at(at, scene)


_SINCE: Final = re.compile(r"since\b", re.IGNORECASE)
_WHEN: Final = re.compile(r",? (?P<when>when)\b")
_OWN: Final = re.compile(r"(?:['’]s|(?<=days)) (?:[\w-]+ )?")
_CLAUSE_BORDERS: Final = frozenset({"ccomp", "parataxis", "advcl", "acl", "acl:relcl"})


# --- which expression dates the event -----------------------------------------------------------


def _by_nearness(candidate: Candidate, scene: Scene) -> Iterator[Entity]:
    """Yield the expressions that may date a claim, likeliest first."""
    found = [e for e in ranked(candidate.words, scene) if _may_date(e, candidate)]
    if is_postponed(candidate.head) and (new := [e for e in found if _is_moved_to(e, scene)]):
        yield new[0]
        return
    first = found[0] if found else None
    if first is None or not (_THEN.search(first.text) or _WAR.search(first.text)):
        first = dating.time(first, candidate, scene)
    if first is None:
        return
    yield first
    yield from (e for e in found if e is not first)


def _is_moved_to(entity: Entity, scene: Scene) -> bool:
    """Tell whether an expression stands behind the word for a new day: "slip into January"."""
    return scene.text[max(0, entity.start - _INTO) : entity.start].endswith((" into ", " to "))


def _may_date(entity: Entity, candidate: Candidate) -> bool:
    """Tell whether an expression dates such an event: how long a war has lasted dates its toll."""
    if not _WAR.search(entity.text):
        return True
    toll = candidate.entry.rank == "harm" or candidate.entry.mode == "displace"
    return toll and is_perfect(candidate.head)


_INTO: Final = len(" into ")
_WAR: Final = re.compile(rf"\b{either('times/lasting.csv', 'told')}$")


# --- what it means there ------------------------------------------------------------------------


def _toward(candidate: Candidate, status: str, scene: Scene) -> str | None:
    """Return whether the event lies in the past or ahead of the text, None where that is open."""
    if _is_stock(candidate, scene):
        return "ahead"
    verbs = list(verbs_above(candidate.head))
    if status not in _STANDING:
        was = any(_was_left(v) for v in verbs)
        return "past" if was else "ahead"
    if any(_is_to_come(v) for v in verbs):
        return "ahead"
    told = any(v.tag_.startswith("VB") for v in verbs) or _was_so(candidate.head)
    return "past" if told else None


def _was_so(noun: Token) -> bool:
    """Tell whether a noun says how something was: "it was in rebel hands until Monday"."""
    return any(c.dep_ == "cop" and c.lower_ in {*_WAS, "been"} for c in noun.children)


def _was_left(verb: Token) -> bool:
    """Tell whether what was to be done by then is told, done or not."""
    told = helpers(verb)
    owed = "have" in told and not told.isdisjoint({"should", "ought"})
    return owed or _has_gone_on(verb) or _was_meant(verb) or was_being_tried(verb)


def _has_gone_on(verb: Token) -> bool:
    """Tell whether something was tried up to now: "has been trying for months to take it"."""
    helpers = {c.lower_ for c in verb.children if c.dep_.startswith("aux")}
    return verb.tag_ == "VBG" and "been" in helpers and bool(helpers & {"has", "have", "'ve"})


def _was_meant(verb: Token) -> bool:
    """Tell whether somebody once meant to do something by now: "had hoped to reopen it"."""
    had = verb.tag_ == "VBN" and any(c.lower_ == "had" for c in verb.children)
    return had and verb.lemma_.lower() in _MEANING


def _is_coming(entity: Entity, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether an expression stands by a verb of what is yet to come: "will leave", "is to
    leave", "said that it would leave"; who "was to leave in May", or planned to, may have done so.
    """
    verbs = list(verbs_above(candidate.head))
    if {v.i for v in verbs}.isdisjoint(_verbs_of(entity, scene)):
        return False
    helpers = {c.lower_ for v in verbs for c in v.children if c.dep_.startswith("aux")}
    was = any(v.tag_ == "VBD" for v in verbs) or bool(helpers & _WAS)
    return bool(verbs) and (bool(helpers & (WILL | {"would"})) or not was)


def _verbs_of(entity: Entity, scene: Scene) -> set[int]:
    """Return the verb by which an expression stands, and those that lead to it: "is expected to
    leave in May".
    """
    node = scene.token_at(entity.end - 1)
    while node.pos_ not in {"VERB", "AUX"} and node.head.i != node.i:
        node = node.head
    found = {node.i}
    while node.dep_ == "xcomp":
        node = node.head
        found.add(node.i)
    return found


_COMING: Final = frozenset({"forecast", "threatened"})
_WAS: Final = frozenset({"was", "were", "had"})


def _is_stock(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a clause says how long a supply will last: "has fuel for nine days"."""
    if (candidate.entry.event, candidate.entry.mode) != ("CONDITION", "supply"):
        return False
    words = scene.sentence(candidate.head)
    text = scene.text[scene.doc[words[0]].idx : scene.doc[words[-1]].idx]
    return bool(_STOCK.search(text))


_STOCK: Final = re.compile(
    r"\b(?:has|have|had|with|holds?|left|enough) (?:(?!no\b|without\b|been\b)[\w-]+ ){0,3}?"
    rf"{either('times/lasting.csv', 'stock')} (?:[\w-]+ )?"
    r"for (?:about |another |at most |only )?[\w-]+(?: more)? (?:hour|day|week|month)s?\b",
    re.IGNORECASE,
)


def _is_to_come(verb: Token) -> bool:
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "aux:pass"}}
    return bool(helpers & WILL) and "have" not in helpers


def _sense(entity: Entity, candidate: Candidate, status: str, scene: Scene) -> When | None:
    """Return the days that an expression gives the event, None where it does not date it."""
    if asunder.is_anothers(entity, candidate, status, scene) or _is_ruled_out(entity, scene):
        return None
    told = _told(entity, scene)
    published = scene.published(entity.start)
    spoken = of_statement(candidate, scene) if status not in _STANDING else None
    coming = status in _COMING and _is_coming(entity, candidate, scene)
    toward, lasts = (
        _toward(candidate, status, scene),
        status != "occurred" and _lasts_to(entity, scene),
    )
    found = times.sense(
        scene.text,
        entity.start,
        published,
        toward="ahead" if lasts else toward,
        coming=coming or lasts,
        told=told,
        spoken=spoken,
    )
    if found is None:
        return entity.when
    if found.clock or not _dates(found, entity, candidate, status, scene):
        return None
    if found.when.basis != "none":
        if asunder.is_of_text(entity, candidate, scene):
            return replace(found.when, spoken=True) if status == "occurred" else None
        when = up_to_day(found.when, entity, scene) if found.of else found.when
        return _from_now(when, published) if lasts else when
    return entity.when if times.days_of(published) is None and not found.relative else None


def _lasts_to(entity: Entity, scene: Scene) -> bool:
    """Tell whether an expression says to what day something lasts: "holds to 26 March"."""
    return bool(_LASTING.search(scene.text, max(0, entity.start - _LONGEST), entity.start))


def _from_now(when: When, published: Published) -> When:
    """Return the days from publication to a day that is still to come."""
    now = (published.latest or "")[:10]
    if not now or when.end is None or when.end <= now:
        return when
    offsets = when.offset_days and (0, when.offset_days[1])
    return replace(when, start=now, offset_days=offsets)


def _is_ruled_out(entity: Entity, scene: Scene) -> bool:
    """Tell whether a day is named as one on which it will not be: "but not on 10 March"."""
    return bool(_RULED_OUT.search(scene.text, max(0, entity.start - _LONGEST), entity.start))


_LONGEST: Final = 30
_LASTING: Final = re.compile(
    rf"(?:\b{either('times/lasting.csv', 'until')}(?: on| in force| in place)?) to (?:the )?$"
    r"|\(to (?:the )?$",
    re.IGNORECASE,
)
_RULED_OUT: Final = re.compile(
    r"(?:,|;|\bbut|\bthough)(?: \w+ly| perhaps)? not (?:on |in |at |during )?$", re.IGNORECASE
)


def _dates(found: Sense, entity: Entity, candidate: Candidate, status: str, scene: Scene) -> bool:
    """Tell whether an expression dates the event itself, not how rare or how long something is."""
    if rareness.tells(entity, candidate, scene):
        return False
    if status in _STANDING and (
        _is_deadline(entity, candidate, scene) or _is_ahead(found, candidate, status, scene)
    ):
        return False
    if found.of:
        times_word = scene.token_at(entity.end - 1)
        return any(w.i > times_word.i and w.i - times_word.i < _BESIDE for w in candidate.words)
    if found.measure and candidate.entry.rank == "speech" and status in _STANDING:
        return False
    return not found.lasting or _goes_on(candidate, status)


def _is_deadline(entity: Entity, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether an expression bounds not the deed but what is asked, ordered or set by it:
    "agreed to leave by Friday", "put off until Friday". What goes before the verb, or what "had"
    been allowed, it dates.
    """
    head = candidate.head
    had = any(c.lower_ == "had" for c in head.children)
    if had or entity.start < head.idx or not _UP_TO.match(entity.text):
        return False
    if candidate.entry.event in _ASKING or head.lemma_.lower() in _SETTING:
        return True
    way = takewhile(lambda t: t.i != head.i, way_up(scene.token_at(entity.end - 1), frozenset()))
    return any(t.tag_ == "VB" and any(c.tag_ == "TO" for c in t.children) for t in way)


def _is_ahead(found: Sense, candidate: Candidate, status: str, scene: Scene) -> bool:
    """Tell whether days to come are told of what was said already: "agreed to meet on Monday"; or
    of what has happened, "a day later" than what nobody dated.
    """
    counted = status == "occurred" and found.relative
    if not counted and candidate.entry.rank != "speech" and candidate.entry.event not in _ASKING:
        return False
    now = scene.published(candidate.head.idx).latest
    return bool(now and found.when.start and found.when.start > now[:10])


_UP_TO: Final = re.compile(r"(?:until|till?|by|before|no later than|ahead of)\b", re.IGNORECASE)
_ASKING: Final = frozenset({"AGREE", "CONCEDE", "REQUEST", "THREATEN"})
_SETTING: Final = words("standing.csv", "word")["setting"]
_MEANING: Final = words("standing.csv", "word")["meaning"]
_BESIDE: Final = 5


def _told(entity: Entity, scene: Scene) -> When | None:
    """Return the last day that the text told of before an expression, a few sentences back; what
    is told of "since then" or as a "five-year war" may have taken longer.
    """
    then, war = _THEN.search(entity.text), _WAR.search(entity.text)
    most, far = (_ANY, _REMEMBERED) if then or war else (_SHORT, _FORGOTTEN)
    most = _ANY if _PERIOD.search(entity.text) else most
    for n in range(number_at(entity.start, scene) - 1, -1, -1):
        other = scene.times[n]
        if other.end > entity.start:
            continue
        if entity.start - other.end > far:
            return None
        when = other.when
        near = when and when.start and when.end and length(when) <= most
        if near and not (war and not _begin_alike(when, entity.when)):
            return when
    return None


def _begin_alike(one: When | None, other: When | None) -> bool:
    """Tell whether a time and a stretch begin within a year or so, what began in 2011 is six years
    old, or, where the stretch is shorter, within some days.
    """
    first, second = one and one.start, other and other.start
    if not first or not second or other is None or not other.end:
        return False
    lasted = length(other)
    most = _A_YEAR if lasted >= _LONG else lasted // 4 + 3
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days) <= most


_THEN: Final = re.compile(r"\bsince(?: then| that time)?$", re.IGNORECASE)
_PERIOD: Final = re.compile(r"\b(?:same|that) (?!day|date|night|week)[a-z ]+$", re.IGNORECASE)
_SHORT: Final = 2
_ANY: Final = 100_000
_A_YEAR: Final = 400
_LONG: Final = 365
_FORGOTTEN: Final = 400  # characters
_REMEMBERED: Final = 1000


def _goes_on(candidate: Candidate, status: str) -> bool:
    """Tell whether an event lasts, or has lasted until now: "has been shelled for days", "said that
    no soldier had been seen for days".
    """
    told = helpers(candidate.head)
    if status == "ongoing" or not told.isdisjoint(HAVE):
        return True
    said = any(v.dep_ == "ccomp" for v in verbs_above(candidate.head))
    return said and {"had", "been"} <= told


def _since_then(when: When, entity: Entity, candidate: Candidate, scene: Scene) -> When:
    """Stretch a day to publication where it only tells since when: "fighting that began in May"."""
    published = scene.published(entity.start)
    if when.start is None or published.latest is None or when.start > published.latest:
        return when
    words = {w.i for w in candidate.words}
    above = words | {t.i for w in candidate.words for t in w.ancestors}
    for token in way_up(scene.token_at(entity.start), frozenset()):
        if token.i in above:
            return when
        war = begins_war(token) and token.head.i not in words
        if war or any(rareness.is_since(c) for c in token.children) or begins(token):
            offsets = when.offset_days and (when.offset_days[0], 0)
            return replace(when, end=published.latest[:10], offset_days=offsets)
    return when


def _on_new_day(when: When, entity: Entity, candidate: Candidate) -> When:
    """Return the day to which an event was put off: "until Friday" is not each day up to that."""
    moved = is_renewed(candidate.entry) or is_postponed(candidate.head)
    if not moved or not _UP_TO.match(entity.text):
        return when
    offsets = when.offset_days and (when.offset_days[1], when.offset_days[1])
    return replace(when, start=when.end, offset_days=offsets)


def _told_by_now(when: When, now: str | None) -> When:
    """End a stretch with publication where it reaches beyond: what it tells of has happened."""
    if now is None or when.start is None or when.end is None:
        return when
    if not when.start <= now[:10] < when.end:
        return when
    offsets = when.offset_days and (when.offset_days[0], 0)
    return replace(when, end=now[:10], offset_days=offsets)
