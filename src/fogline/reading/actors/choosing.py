"""Which of the bearers of a name is meant: by the document's country, its day, its other names.

The features stand in a table, the weightiest first; a bearer that an earlier feature favours is
preferred whatever the later ones say. Two that no feature parts are not told apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from fogline.reading.actors.authority import CONTINUED, REPLACED, Actor, has_passed, on_day
from fogline.reading.actors.bodies import at_war, body, is_ministry, is_office, lacking


@dataclass(frozen=True, slots=True)
class Bearer:
    """An actor as one of its names gives it; `shared` where many bodies bear that name.

    `since` and `until` are when the name meant it (ISO 8601 years or months); `by_office` where
    the name is the office's, whoever holds it. `everywhere` is the kind of body that the name
    means in every country ("the army"): who that is, the circumstances say.
    """

    actor: Actor
    shared: bool = False
    since: str | None = None
    until: str | None = None
    by_office: bool = False
    everywhere: str | None = None


ANYBODY: Final = Actor("", "", "official")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a document says beside the name: its country, its day, the ids of actors it names, and
    whether it speaks from other capitals or of other states' bodies: then "the defence ministry"
    may be any of theirs, but that of the capital where it was `filed`, where that tells.
    """

    country: str | None = None
    day: str | None = None
    named: frozenset[str] = field(default=frozenset())
    abroad: frozenset[str] = field(default=frozenset())
    filed: str | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A bearer with its marks, one for each feature, and the reasons in words."""

    bearer: Bearer
    marks: tuple[bool, ...]
    reasons: tuple[str, ...]


def _at_home(bearer: Bearer, where: Circumstances) -> bool:
    return bearer.actor.is_at_home(where.country) and not bearer.everywhere


def _named(bearer: Bearer, where: Circumstances) -> bool:
    return bearer.actor.id in where.named


def _alone(bearer: Bearer, _: Circumstances) -> bool:
    return not bearer.shared


def _stands(bearer: Bearer, where: Circumstances) -> bool:
    day = where.day
    if day is None:
        return bearer.until is None
    early = bool(bearer.since) and day < (bearer.since or "")
    return bearer.actor.stands(day) and not early and not has_passed(bearer.until, day)


def _everywhere(bearer: Bearer, where: Circumstances) -> bool:
    return _at_home(bearer, where) or bearer.actor.country is None


def _in_office(bearer: Bearer, where: Circumstances) -> bool:
    return where.day is not None or is_office(bearer.actor)


Feature = Callable[[Bearer, Circumstances], bool]
FEATURES: Final[tuple[tuple[Feature, str, str], ...]] = (
    (_at_home, "the text is about its country", ""),
    (_alone, "the name is its own", "others bear the name too"),
    (_stands, "bore the name then", "did not bear the name then"),
    (_named, "the text gives its full name", ""),
    (_everywhere, "", "acts elsewhere"),
    (_in_office, "", "no office of a state"),
)


def choose(bearers: Iterable[Bearer], where: Circumstances) -> tuple[Bearer, ...]:
    """Return whom a name means: one bearer where it is told apart, else those left; the actors as
    they were called on the day. None that only shared names give, unless something speaks for it.
    """
    left = _then(bearers, where)
    for favours, _, _ in FEATURES:
        if len(left) == 1:
            break
        left = [b for b in left if favours(b, where)] or left
    return tuple(left)


def is_told_apart(left: tuple[Bearer, ...], where: Circumstances) -> bool:
    """Whether one is left and more than a shared name speaks for it."""
    if len(left) != 1:
        return False
    return not left[0].shared or _at_home(left[0], where) or _named(left[0], where)


def ranked(bearers: Iterable[Bearer], where: Circumstances) -> list[Ranked]:
    """Return the bearers of a name, the likeliest first, with the reasons that part them."""
    left = _then(bearers, where)
    marks = [tuple(favours(b, where) for favours, _, _ in FEATURES) for b in left]
    telling = [
        len(set(column)) > 1 or at < _ALWAYS for at, column in enumerate(zip(*marks, strict=True))
    ]
    found = [Ranked(b, m, tuple(_reasons(m, telling))) for b, m in zip(left, marks, strict=True)]
    return sorted(found, key=lambda r: [not m for m in r.marks])


_ALWAYS: Final = 2


def _reasons(marks: tuple[bool, ...], telling: list[bool]) -> Iterator[str]:
    for mark, tells, (_, yes, no) in zip(marks, telling, FEATURES, strict=True):
        if tells and (word := yes if mark else no):
            yield word


def _then(bearers: Iterable[Bearer], where: Circumstances) -> list[Bearer]:
    """Return the bearers as they were called on the day, each body once."""
    found: dict[str, Bearer] = {}
    for bearer in _expanded(bearers, where):
        actor = bearer.actor
        if where.day is not None and actor.ended(where.day):
            later = on_day(actor, where.day, ways=REPLACED if bearer.by_office else CONTINUED)
            if later.id != actor.id:
                bearer = Bearer(later, bearer.shared)
        kept = found.setdefault(bearer.actor.id, bearer)
        if kept.shared and not bearer.shared:
            found[bearer.actor.id] = bearer
    return list(found.values())


def _expanded(bearers: Iterable[Bearer], where: Circumstances) -> Iterator[Bearer]:
    """Yield the bearers, for "the army" that of the text's country, else those that it names."""
    for bearer in bearers:
        kind = bearer.everywhere
        if kind is None:
            yield bearer
        elif is_ministry(kind):
            yield from _ministries(kind, where)
        elif where.country in at_war():
            if (where.country, kind) in lacking():
                continue  # "the army" in Gaza
            yield Bearer(body(str(where.country), kind), shared=True, by_office=True)
        elif where.country is None:
            for iso in _named_whose(kind, where):
                yield Bearer(body(iso, kind), shared=True, by_office=True)


def _ministries(kind: str, where: Circumstances) -> Iterator[Bearer]:
    """Yield whose "the defence ministry" may be: that which the text names in full, else that of
    the capital where it was filed, else that of its country and of the states from which it
    speaks. Among several none is at home.
    """
    ours = {str(where.country)} & at_war()
    filed = {where.filed} if where.filed else set()
    whose = set(_named_whose(kind, where)) or filed or ours | where.abroad
    one, told = len(whose) == 1, whose == filed
    for iso in sorted(whose):
        yield Bearer(body(iso, kind), not told, by_office=True, everywhere=None if one else kind)


def _named_whose(kind: str, where: Circumstances) -> list[str]:
    """Return the countries whose body of a kind the text names in full."""
    return [actor[:2].upper() for actor in sorted(where.named) if actor[2:] == f"-{kind}"]
