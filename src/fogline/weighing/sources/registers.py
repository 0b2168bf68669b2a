"""Who is who among the sources of a ledger, looked up by the words of their names.

What claims say of sources is kept as facts that are counted: that a name stands there, that it is a
person's, for which body somebody speaks, what a name is linked to. A name is held against those
alone that share its words, so that whoever holds the facts may bring them word by word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from fogline.model import Claim
from fogline.weighing.lately import lately
from fogline.weighing.measures.commonness import rarity
from fogline.weighing.measures.wording import stem
from fogline.weighing.sources.authorities import (
    Authority,
    as_state,
    chain,
    is_meant_again,
    is_of_any_state,
    name_words,
    names_body,
    of_some_country,
    read,
    spoken_for,
    spoken_through,
    spokesmen,
)

ADDED = 4  # words by which a fuller name may be longer; beyond that it is a description
CROWD = 200  # names that hold a word beyond which the word alone means none of them
STEPS = 4  # that may lead from a name to one that changes: fuller, person, body, fuller
NAMED, PERSON, SPEAKS, LINKED, ASKED = "named", "person", "speaks", "linked", "asked"


class Fact(NamedTuple):
    """What a claim says of a source; `other` is the body that it speaks for, or its entity.

    ASKED are names that somebody asks for without a claim's naming them so.
    """

    kind: str
    name: Authority
    other: Authority | None = None

    @property
    def words(self) -> frozenset[str]:
        """The words under which it is looked up, with those under which its names are `at`."""
        named = (self.name, self.other) if self.kind == SPEAKS and self.other else (self.name,)
        return frozenset(word for name in named for word in (*name.words, at(telling(name.words))))


Facts = Mapping[Fact, int]
More = Callable[[str], Facts]  # the facts that stand under a word
Many = Callable[[str], int]  # how many names do at most; of a crowd, any number above CROWD


def facts(claims: Iterable[Claim]) -> Counter[Fact]:
    """Return what claims say of their sources, each with how often."""
    return Counter(fact for claim in claims for fact in _facts(claim))


@lately
def _facts(claim: Claim) -> tuple[Fact, ...]:
    return tuple(_told(claim))


def _told(claim: Claim) -> Iterator[Fact]:
    for source, found in chain(claim):
        yield Fact(NAMED, found)
        if source.kind == "named-person":
            yield Fact(PERSON, found)
    for source in claim.attribution:
        if source.kind in {"named-person", "official"} and not source.id:
            for person, body in spokesmen(source, claim):
                yield Fact(SPEAKS, person, body)
        if source.id and not of_some_country(source):
            for name in (source.text, source.name or source.text):
                whom = None if is_meant_again(name) else read(spoken_for(name_words(name)))
                if whom:
                    yield Fact(LINKED, whom, Authority(frozenset({spoken_through(source.id)})))


@lru_cache(maxsize=1 << 16)
def telling(words: frozenset[str]) -> str:
    """Return the word of a name that the fewest others are likely to have."""
    return max(words, key=lambda word: (rarity(stem(word)), word))


def at(word: str) -> str:
    """Return what stands for a word as the telling one of whole names, of which it has few."""
    return f"={word}"


@dataclass
class Known:
    """Facts on sources. `more` brings those that stand under a word when it is asked for, `many`
    how many names are among them.

    On one page "the army" is the one army that it names; elsewhere it may be any country's.
    """

    more: More
    many: Many
    one_page: bool = False
    _under: dict[str, Facts] = field(default_factory=dict)
    _holding: dict[str, frozenset[Authority]] = field(default_factory=dict)
    _bodies: dict[Authority, Authority | None] = field(default_factory=dict)

    def under(self, word: str) -> Facts:
        """Return the facts that stand under a word."""
        if word not in self._under:
            self._under[word] = self.more(word)
        return self._under[word]

    def holding(self, word: str) -> frozenset[Authority]:
        """Return the names among which the fullest of one is looked for, by a word of theirs."""
        if word not in self._holding:
            found = (self._standing(fact) for fact in self._few(word))
            self._holding[word] = frozenset(name for name in found if name and word in name.words)
        return self._holding[word]

    def _few(self, word: str) -> Facts:
        """Return the facts under a word among whose names one may be meant; none in a crowd."""
        return {} if self.many(word) > CROWD else self.under(word)

    def _standing(self, fact: Fact) -> Authority | None:
        if fact.kind == SPEAKS:
            return fact.other if self.speaks(fact.name) == fact.other else None
        if fact.kind == LINKED:
            return fact.name if self.linked(fact.name) else None
        return None if fact.kind == ASKED else fact.name

    def stands(self, name: Authority) -> bool:
        """Say whether a name is among those."""
        return any(self._standing(fact) == name for fact in self.under(at(telling(name.words))))

    def is_person(self, name: Authority) -> bool:
        """Say whether a name is a person's."""
        return Fact(PERSON, name) in self.under(at(telling(name.words)))

    def speaks(self, person: Authority) -> Authority | None:
        """Return for whom a person speaks: whom most claims name with him, as fully as any does."""
        if person not in self._bodies:
            named = [*self._named_with(person)]
            most = max(named, default=(0, 0, "", None))[3]
            same = (n for n in named if most and (n[3] == most or _fuller(most, n[3])))
            self._bodies[person] = max(same, key=lambda n: n[1:3], default=(0, 0, "", None))[3]
        return self._bodies[person]

    def _named_with(self, person: Authority) -> Iterator[tuple[int, int, str, Authority]]:
        for fact, number in self.under(at(telling(person.words))).items():
            body = fact.other
            if fact.kind == SPEAKS and fact.name == person and body:
                yield number, len(body.words) + bool(body.country), body.name, body

    def speakers(self, words: frozenset[str]) -> set[Authority]:
        """Return the persons who speak for somebody and whose names hold words and more."""
        found = {f.name for f in self._few(telling(words)) if f.kind == SPEAKS}
        return {name for name in found if words < name.words}

    def linked(self, name: Authority) -> Authority | None:
        """Return the one entity that a name is linked to."""
        if not self.one_page and is_of_any_state(name):
            return None
        under = self.under(at(telling(name.words)))
        ids = {f.other for f in under if f.kind == LINKED and f.name == name}
        return ids.pop() if len(ids) == 1 else None

    def within(self, words: Set[str]) -> Iterator[tuple[Authority, Authority]]:
        """Yield linked names of several words that lie within others, with their entities."""
        held = {f.name for word in words for f in self.under(at(word)) if f.kind == LINKED}
        for name in held:
            if 1 < len(name.words) < len(words) and name.words < words:
                entity = self.linked(name)
                if entity:
                    yield name, entity


def known(found: Facts, *, one_page: bool = False) -> Known:
    """Return facts that are all at hand."""
    under: dict[str, dict[Fact, int]] = {}
    for fact, number in found.items():
        for word in fact.words:
            under.setdefault(word, {})[fact] = number
    nothing: Facts = {}
    many = Counter(word for fact in found if fact.kind == NAMED for word in fact.words)
    return Known(lambda word: under.get(word, nothing), many.__getitem__, one_page)


@dataclass
class Register:
    """Who is who: short names are the fullest that they can mean, persons the body they speak for,
    and a name the entity that the same name is linked to elsewhere.
    """

    known: Known
    _who: dict[Authority, Authority] = field(default_factory=dict)
    _full: dict[Authority, Authority] = field(default_factory=dict)

    def who(self, found: Authority) -> Authority:
        """Return one authority for all the names that can only mean it."""
        if found not in self._who:
            self._who[found] = self._worked_out(found)
        return self._who[found]

    def _worked_out(self, found: Authority) -> Authority:
        if entity := self.known.linked(found):
            return entity
        body = self.full(self.body(self.full(found)))
        return self.known.linked(body) or as_state(self.named_in(body))

    def full(self, one: Authority) -> Authority:
        """Return the fullest name of one that stands there, where only one can be meant.

        "Observatory" is the one observatory that is named in full, "Vell" the one Idris Vell;
        "army" stays "army" where the armies of two countries are named, and so does "rebels".
        """
        if one not in self._full:
            self._full[one] = self._fullest(one) if self.known.stands(one) else one
        return self._full[one]

    def _fullest(self, one: Authority) -> Authority:
        if not names_body(one.words) and not self.known.is_person(one):
            return one
        every = self.known.holding(telling(one.words))
        fuller = [o for o in every if o != one and _fuller(one, o)]
        most = max(fuller, key=lambda o: len(o.words), default=one)
        if not all(o.words <= most.words for o in fuller):
            return one
        tops = [o for o in fuller if o.words == most.words]
        placed = [o for o in tops if o.country]
        only = placed if len(tops) > 1 else tops
        return only[0] if len(only) == 1 else one

    def body(self, person: Authority) -> Authority:
        """Return for whom a person speaks, also by surname where one speaker alone bears it."""
        own = self.known.speaks(person)
        if own:
            return own
        bearers = self.known.speakers(person.words)
        own = self.known.speaks(bearers.pop()) if len(bearers) == 1 else None
        return own or person

    def named_in(self, found: Authority) -> Authority:
        """Return the body whose whole name a longer one contains: "head of the X, Idris Vell"."""
        inside = {
            entity.name: entity
            for name, entity in self.known.within(found.words)
            if _same_country(name, found)
        }
        return inside[min(inside)] if len(inside) == 1 else found


@dataclass
class Noting(Register):
    """A register that notes for whom it was asked."""

    asked: set[Authority] = field(default_factory=set)

    def who(self, found: Authority) -> Authority:
        """Return one authority for all the names that can only mean it."""
        self.asked.add(found)
        return super().who(found)


def noting(who: Register) -> Noting:
    """Return a register that notes whom it is asked for, and knows what another has worked out."""
    return Noting(who.known, who._who, who._full)


def register(claims: Iterable[Claim], *, one_page: bool = False) -> Register:
    """Return who is who among the sources of claims; the order of the claims plays no part."""
    return Register(known(facts(claims), one_page=one_page))


def _fuller(one: Authority, other: Authority) -> bool:
    added = len(other.words) - len(one.words)
    return one.words <= other.words and added <= ADDED and _same_country(one, other)


def _same_country(one: Authority, other: Authority) -> bool:
    return not one.country or one.country == other.country


def changed(before: Register, after: Register, told: Facts) -> set[Authority]:
    """Return the names that came to mean another when facts were told."""
    named = {
        fact.name
        for fact in told
        if fact.kind in {NAMED, PERSON, LINKED}
        and fact not in before.known.under(at(telling(fact.name.words)))
    }
    for person in {fact.name for fact in told if fact.kind == SPEAKS}:
        was, now = before.known.speaks(person), after.known.speaks(person)
        if was != now:
            named |= {name for name in (person, was, now) if name}
    beside = {n for name in named for n in (name, *_inside(name, after.known))}
    for name in named:
        if before.known.linked(name) != after.known.linked(name):
            beside |= _around(name, after.known)
    for word in {word for name in named for word in name.words}:
        if before.known.many(word) <= CROWD < after.known.many(word):
            beside |= _named(after.known.under(at(word)))
    reached = {n for n in beside if _steps(n, before) != _steps(n, after)}
    for _ in range(STEPS):
        reached |= {n for name in reached for n in _leading(name, after.known)}
    return {name for name in reached if before.who(name) != after.who(name)}


def _steps(name: Authority, who: Register) -> tuple[Authority | None, ...]:
    return who.known.linked(name), who.full(name), who.body(name), who.named_in(name)


def _around(name: Authority, held: Known) -> set[Authority]:
    """Return the names within which one lies."""
    return {o for o in _named(held.under(telling(name.words))) if name.words <= o.words}


def _inside(name: Authority, held: Known) -> Iterator[Authority]:
    """Yield the names that lie within one."""
    for word in name.words:
        yield from (o for o in _named(held.under(at(word))) if o.words <= name.words)


def _named(found: Iterable[Fact]) -> set[Authority]:
    bodies = {fact.other for fact in found if fact.kind == SPEAKS and fact.other}
    return bodies | {fact.name for fact in found}


def _leading(name: Authority, held: Known) -> Iterator[Authority]:
    """Yield the names of which the next step may lead to one."""
    yield from _inside(name, held)
    for fact in held.under(at(telling(name.words))):
        if fact.kind == SPEAKS and fact.other == name:
            yield fact.name
