"""When a claim's event happens: the time expression of its clause, else what the codebook says.

The words of the clause come first. Without any: the words that set the event apart from another
("three days after ..."), the day of the item or of the statement that tells of it, publication.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from fogline.model import When
from fogline.reading.attribution.attribution import SAYING
from fogline.reading.tables import words
from fogline.reading.times import asunder, dating, rareness, times

if TYPE_CHECKING:
    from fogline.model import Entity, Published
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.times.times import Sense
    from fogline.reading.triggers.merging import Candidate

_STANDING: Final = frozenset({"occurred", "ongoing"})


def moment(candidate: Candidate, status: str, scene: Scene) -> When:
    """Return the event's time from the clause of the trigger (first) and the words it absorbed.

    Without one: publication for what occurred or goes on, nothing for what lies ahead.
    """
    if (named := _named_by(candidate, scene)) is not None:
        return named
    toward = _toward(candidate, status) if not _is_stock(candidate, scene) else "ahead"
    apart = _set_apart(candidate, scene) if status in _STANDING else None
    for entity in _by_nearness(candidate, scene):
        if apart and not _within(entity, apart.clause, scene):
            break
        when = _sense(entity, toward, candidate, status, scene)
        if when is not None:
            when = _since_then(when, entity, candidate, scene)
            now = scene.published(candidate.head.idx).latest
            return _told_by_now(when, now) if status == "occurred" else when
    if status not in _STANDING:
        return When()
    return (
        (apart and apart.when)
        or _of_item(candidate, scene)
        or (_of_statement(candidate, scene) if status == "occurred" else None)
        or default(scene.published(candidate.head.idx))
    )


def default(published: Published) -> When:
    """Return the publication day as an event's time, with basis "default"; only offsets where not
    settled.
    """
    day = published.earliest if published.earliest == published.latest else None
    return When(None, day, day, (0, 0), "default")


def is_background(when: When, published: Published, years: int = 5) -> bool:
    """Tell whether an event ended more than `years` before publication (codebook section 1)."""
    if when.end is None or published.earliest is None:
        return False
    return date.fromisoformat(when.end) < date.fromisoformat(published.earliest) - timedelta(
        days=365 * years + 1
    )


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
    clauses = _up(candidate.head, _CLAUSE_BORDERS)
    whens = {c.idx for t in clauses for c in t.children if c.lower_ == "when" and c.i < t.i}
    first = scene.doc[min(candidate.match.tokens)].idx
    start = scene.doc[scene.sentence(candidate.head)[0]].idx
    for entity in scene.times[_from(start, scene) : _from(first, scene)]:
        if not _SINCE.match(entity.text) or entity.end > first:
            continue
        behind = _WHEN.match(scene.text, entity.end)
        own = _OWN.fullmatch(scene.text, entity.end, first)
        if own or (behind and behind.start("when") in whens and _is_next(entity, first, scene)):
            yield entity


def _is_next(entity: Entity, at: int, scene: Scene) -> bool:
    """Tell whether no other expression stands between one and an offset."""
    return _from(entity.end, scene) >= _from(at, scene)


_SINCE: Final = re.compile(r"since\b", re.IGNORECASE)
_WHEN: Final = re.compile(r",? (?P<when>when)\b")
_OWN: Final = re.compile(r"(?:['’]s|(?<=days)) (?:[\w-]+ )?")
_CLAUSE_BORDERS: Final = frozenset({"ccomp", "parataxis", "advcl", "acl", "acl:relcl"})


# --- which expression dates the event -----------------------------------------------------------


def _by_nearness(candidate: Candidate, scene: Scene) -> Iterator[Entity]:
    """Yield the expressions that may date a claim, likeliest first."""
    found = [e for e in ranked(candidate.words, scene) if _may_date(e, candidate)]
    first = found[0] if found else None
    if first is None or not (_THEN.search(first.text) or _WAR.search(first.text)):
        first = dating.time(first, candidate, scene)
    if first is None:
        return
    yield first
    yield from (e for e in found if e is not first)


def _may_date(entity: Entity, candidate: Candidate) -> bool:
    """Tell whether an expression dates such an event: how long a war has lasted dates its toll."""
    if not _WAR.search(entity.text):
        return True
    toll = candidate.entry.rank == "harm" or candidate.entry.mode == "displace"
    return toll and _is_perfect(candidate.head)


_WAR: Final = re.compile(
    r"\b(?:war|conflict|uprising|insurgency|revolt|rebellion|siege|offensive|campaign|crisis)$"
)


def ranked(words: list[Token], scene: Scene) -> list[Entity]:
    """Return the times within the trigger's clause complex, the closest on the parse first."""
    return scene.once(_ranked, tuple(words)) if scene.times_at else []


def _ranked(words: tuple[Token, ...], scene: Scene) -> list[Entity]:
    found: dict[int, tuple[int, int, Entity]] = {}
    triggers = [(w, {t.i: n for n, t in enumerate(_up(w, _TRIGGER_BORDERS))}) for w in words]
    for i in filter(scene.times_at.__contains__, scene.sentence(words[0])):
        entity = scene.times_at[i]
        if entity.when is None:
            continue
        path = _up(scene.doc[i], _TIME_BORDERS)
        if _begins_war(path[-1]) and _is_perfect(words[0]):
            path += _up(path[-1].head, _TIME_BORDERS)
        distances = (_distance(w, above, path) for w, above in triggers)
        distance = min((d for d in distances if d is not None), default=None)
        if distance is not None:
            at = (distance, i, entity)
            found[entity.start] = min(found.get(entity.start, at), at, key=lambda f: f[:2])
    return [entity for _, _, entity in sorted(found.values(), key=lambda f: f[:2])]


def _distance(trigger: Token, above: dict[int, int], path: list[Token]) -> int | None:
    """Return the steps between a time and a trigger, None where a clause border lies between:
    `above` are the steps from the trigger up, `path` is the way up from the time.

    A time outside a relative or complement clause does not date what happens inside it. One inside
    a relative clause dates the event that the clause describes: "fighting that began on Friday".
    """
    for n, token in enumerate(path):
        if token.i in above:
            return n + above[token.i]
    last = path[-1]
    if last.dep_ == "acl:relcl" and last.head.i == trigger.i and trigger.pos_ == "NOUN":
        return len(path)
    return None


def _begins_war(clause: Token) -> bool:
    """Tell whether a clause says when a war began: "killed in the war that broke out in 2011"."""
    return clause.dep_ in _CLAUSES and clause.lemma_ in _BROKE_OUT and clause.head.lemma_ in _WARS


def _up(token: Token, borders: frozenset[str]) -> list[Token]:
    path = [token]
    while token.head is not token and token.dep_ not in borders and len(path) < _FAR:
        token = token.head
        path.append(token)
    return path


_FAR: Final = 40
_TRIGGER_BORDERS: Final = frozenset({"ccomp", "acl:relcl", "parataxis"})
_OWN_BORDERS: Final = _TRIGGER_BORDERS | {"advcl", "acl", "conj"}
_TIME_BORDERS: Final = frozenset({"acl:relcl", "parataxis", "ccomp"})


# --- what it means there ------------------------------------------------------------------------


def _toward(candidate: Candidate, status: str) -> str | None:
    """Return whether the event lies in the past or ahead of the text, None where that is open."""
    verbs = list(_verbs(candidate.head))
    if status not in _STANDING:
        return "past" if any(_has_gone_on(v) for v in verbs) else "ahead"
    if any(_is_to_come(v) for v in verbs):
        return "ahead"
    return "past" if any(v.tag_.startswith("VB") for v in verbs) else None


def _has_gone_on(verb: Token) -> bool:
    """Tell whether something was tried up to now: "has been trying for months to take it"."""
    helpers = {c.lower_ for c in verb.children if c.dep_.startswith("aux")}
    return verb.tag_ == "VBG" and "been" in helpers and bool(helpers & {"has", "have", "'ve"})


def _is_stock(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a clause says how long a supply will last: "has fuel for nine days"."""
    if (candidate.entry.event, candidate.entry.mode) != ("CONDITION", "supply"):
        return False
    words = scene.sentence(candidate.head)
    text = scene.text[scene.doc[words[0]].idx : scene.doc[words[-1]].idx]
    return bool(_STOCK.search(text))


_STOCK: Final = re.compile(
    r"\b(?:has|have|had|with|holds?|left|enough) (?:(?!no\b|without\b|been\b)[\w-]+ ){0,3}?(?:fuel"
    r"|diesel|petrol|gas|oil|food|flour|bread|grain|wheat|water|rations|provisions|supplies|stocks"
    r"|ammunition|medicines?|oxygen|insulin) (?:[\w-]+ )?for (?:about |another |at most |only )?"
    r"[\w-]+(?: more)? (?:hour|day|week|month)s?\b",
    re.IGNORECASE,
)


def _verbs(head: Token) -> Iterator[Token]:
    """Yield the trigger and the verbs above it within its own clause."""
    for token in _up(head, _OWN_BORDERS):
        if token is head or token.tag_.startswith("VB"):
            yield token


def _is_to_come(verb: Token) -> bool:
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "aux:pass"}}
    return bool(helpers & _WILL) and "have" not in helpers


_WILL: Final = frozenset({"will", "'ll", "’ll", "shall", "wo"})


def _sense(
    entity: Entity, toward: str | None, candidate: Candidate, status: str, scene: Scene
) -> When | None:
    """Return the days that an expression gives the event, None where it does not date it."""
    if asunder.is_anothers(entity, candidate, status, scene):
        return None
    told = _told(entity, scene)
    published = scene.published(entity.start)
    spoken = _of_statement(candidate, scene) if status not in _STANDING else None
    found = times.sense(
        scene.text, entity.start, published, toward=toward, told=told, spoken=spoken
    )
    if found is None:
        return entity.when
    if found.clock or not _dates(found, entity, candidate, status, scene):
        return None
    if found.when.basis != "none":
        return found.when
    return entity.when if times.days_of(published) is None and not found.relative else None


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
    way = takewhile(lambda t: t.i != head.i, _up(scene.token_at(entity.end - 1), frozenset()))
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
_BESIDE: Final = 5


def _told(entity: Entity, scene: Scene) -> When | None:
    """Return the last day that the text told of before an expression, a few sentences back; what
    is told of "since then" or as a "five-year war" may have taken longer.
    """
    then, war = _THEN.search(entity.text), _WAR.search(entity.text)
    most, far = (_ANY, _REMEMBERED) if then or war else (_SHORT, _FORGOTTEN)
    for n in range(_from(entity.start, scene) - 1, -1, -1):
        other = scene.times[n]
        if other.end > entity.start:
            continue
        if entity.start - other.end > far:
            return None
        when = other.when
        near = when and when.start and when.end and _days(when) <= most
        if near and not (war and not _begin_alike(when, entity.when)):
            return when
    return None


def _begin_alike(one: When | None, other: When | None) -> bool:
    """Tell whether two times begin within a year or so: what began in 2011 is six years old."""
    first, second = one and one.start, other and other.start
    if not first or not second:
        return False
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days) <= _A_YEAR


def _from(offset: int, scene: Scene) -> int:
    """Return the number of the first time that begins at an offset or behind it."""
    return bisect_left(scene.times, offset, key=lambda e: e.start)


_THEN: Final = re.compile(r"\bsince(?: then| that time)?$", re.IGNORECASE)
_SHORT: Final = 2
_ANY: Final = 100_000
_A_YEAR: Final = 400
_FORGOTTEN: Final = 400  # characters
_REMEMBERED: Final = 1000


def _days(when: When) -> int:
    start, end = date.fromisoformat(when.start or ""), date.fromisoformat(when.end or "")
    return (end - start).days + 1


def _goes_on(candidate: Candidate, status: str) -> bool:
    """Tell whether an event lasts, or has lasted until now: "has been shelled for days"."""
    if status == "ongoing":
        return True
    return bool(_helpers(candidate.head) & {"has", "have", "'ve", "’ve"})


def _is_perfect(head: Token) -> bool:
    return not _helpers(head).isdisjoint({"has", "have", "had", "'ve", "’ve"})


def _helpers(head: Token) -> set[str]:
    verbs = list(_verbs(head))
    return {c.lower_ for v in verbs for c in v.children if c.dep_.startswith("aux")}


def _since_then(when: When, entity: Entity, candidate: Candidate, scene: Scene) -> When:
    """Stretch a day to publication where it only tells since when: "fighting that began in May"."""
    published = scene.published(entity.start)
    if when.start is None or published.latest is None or when.start > published.latest:
        return when
    words = {w.i for w in candidate.words}
    above = words | {t.i for w in candidate.words for t in w.ancestors}
    for token in _up(scene.token_at(entity.start), frozenset()):
        if token.i in above:
            return when
        war = _begins_war(token) and token.head.i not in words
        if war or any(rareness.is_since(c) for c in token.children) or _begins(token):
            offsets = when.offset_days and (when.offset_days[0], 0)
            return replace(when, end=published.latest[:10], offset_days=offsets)
    return when


def _told_by_now(when: When, now: str | None) -> When:
    """End a stretch with publication where it reaches beyond: what it tells of has happened."""
    if now is None or when.start is None or when.end is None:
        return when
    if not when.start <= now[:10] < when.end:
        return when
    offsets = when.offset_days and (when.offset_days[0], 0)
    return replace(when, end=now[:10], offset_days=offsets)


def _begins(clause: Token) -> bool:
    return clause.dep_ in _CLAUSES and clause.lemma_.lower() in _BEGIN


_CLAUSES: Final = frozenset({"acl", "acl:relcl"})
_BEGIN: Final = frozenset("begin start launch step mount".split())
_BROKE_OUT: Final = _BEGIN | {"erupt", "break"}
_WARS: Final = frozenset(
    "war conflict fighting uprising revolt rebellion insurgency crisis siege offensive operation"
    " campaign battle clash violence unrest hostility intervention occupation".split()
)


# --- without an expression of its own -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Apart:
    """A clause that is told by its distance in time from another: its head, and its days."""

    clause: Token
    when: When


def _set_apart(candidate: Candidate, scene: Scene) -> _Apart | None:
    """Return the time of "three days after it fell" by the time of what it is set apart from."""
    for token in _up(candidate.head, frozenset({"ccomp", "parataxis", "acl:relcl"})):
        for mark in (c for c in token.children if c.lower_ in {"after", "before"}):
            days = times.distance(scene.text[: mark.idx])
            way = days if days is None or mark.lower_ == "before" else (-days[1], -days[0])
            when = times.shifted(_base(token, scene), way) if way else None
            if when is not None:
                return _Apart(token, when)
    return None


def _base(clause: Token, scene: Scene) -> When:
    """Return the time of what a clause hangs on: an expression told beside it, else publication."""
    sentence = scene.sentence(clause)
    inside = {t.i for t in clause.subtree}
    outside = (scene.times_at[i] for i in sentence if i in scene.times_at and i not in inside)
    entity = next((e for e in outside if e.when and e.when.start), None)
    return entity.when if entity and entity.when else default(scene.published(clause.idx))


def _of_item(candidate: Candidate, scene: Scene) -> When | None:
    """Return the date that an item of a list opens with: "26 Feb, Nord: market burned"."""
    start = scene.doc[scene.sentence(candidate.head).start].idx
    at = _from(start, scene)
    for entity in scene.times[at : at + 1]:
        if entity.start > candidate.head.idx or _OPENS.search(scene.text[start : entity.start]):
            return None
        behind = scene.text[entity.end : entity.end + 2]
        dated = entity.when is not None and entity.when.basis == "absolute"
        return entity.when if dated and _AFTER.match(behind) else None
    return None


_OPENS: Final = re.compile(r"\w")
_AFTER: Final = re.compile(r"[.]?[,:–—]| [-–—]")


def _of_statement(candidate: Candidate, scene: Scene) -> When | None:
    """Return the day on which it was said, where only that is told: "said on Sunday that ...".

    It is marked as spoken: it happened on that day at the latest.
    """
    border = next((t for t in _up(candidate.head, _COMPLEMENT) if t.dep_ in _COMPLEMENT), None)
    if border is None or border.head.lemma_.lower() not in SAYING:
        return None
    near = [e for e in ranked([border.head], scene) if not _within(e, border, scene)]
    for entity in near:
        found = times.sense(
            scene.text, entity.start, scene.published(entity.start), toward="past", told=None
        )
        if found and found.when.start and _days(found.when) == 1:
            return replace(found.when, spoken=True)
    return None


def _within(entity: Entity, clause: Token, scene: Scene) -> bool:
    token = scene.token_at(entity.start)
    return token.i == clause.i or any(a.i == clause.i for a in token.ancestors)


_COMPLEMENT: Final = frozenset({"ccomp"})
