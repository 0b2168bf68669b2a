"""Who is who among a ledger's sources, before an arrival and after it, looked up word by word."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from fogline.weighing.sources.authorities import Authority
from fogline.weighing.sources.registers import CROWD, NAMED, Fact, Facts, Known, Register

if TYPE_CHECKING:
    from fogline.ledger.postings import Postings


_NAMED: Final = json.dumps([NAMED])[:-1]  # how such a fact begins


def registers(postings: Postings, told: Facts) -> tuple[Register, Register]:
    """Return who is who before facts are told, and after; one that goes has a number below 0."""
    before = Known(
        lambda word: {_fact(text): number for text, number in postings.facts(word)},
        cache(lambda word: postings.facts_of(_NAMED, word, CROWD)),
    )
    under: defaultdict[str, Counter[Fact]] = defaultdict(Counter)
    for fact, number in told.items():
        for word in fact.words:
            under[word][fact] += number

    def more(word: str) -> Facts:
        held = before.under(word)
        return _with(held, under[word]) if word in under else held

    def many(word: str) -> int:
        told = under.get(word, Counter())
        names = {fact: n for fact, n in told.items() if fact.kind == NAMED}
        least = CROWD + sum(n < 0 for n in names.values())
        held = postings.facts_of(_NAMED, word, least) if least > CROWD else before.many(word)
        if held > least or held + len(names) <= CROWD:
            return held + len(names)  # whichever of them were there already
        now = more(word)
        return held + sum((f in now) - (f in before.under(word)) for f in names)

    return Register(before), Register(Known(more, many))


def _with(held: Facts, told: Facts) -> Facts:
    """Return facts with more of them, or fewer."""
    found = Counter(held)
    found.update(told)
    return +found


def tell(postings: Postings, told: Facts) -> None:
    """Keep facts."""
    postings.tell(_written(told))


def _written(told: Facts) -> Iterator[tuple[str, int, Iterable[str]]]:
    for fact, number in told.items():
        other = _plain(fact.other) if fact.other else None
        text = json.dumps([fact.kind, _plain(fact.name), other], ensure_ascii=False)
        yield text, number, fact.words


def _plain(name: Authority) -> list[list[str] | str]:
    return [sorted(name.words), name.country]


@lru_cache(maxsize=1 << 14)  # the same ones stand under each of their words
def _fact(text: str) -> Fact:
    """Return a fact as it is kept."""
    kind, (words, country), other = json.loads(text)
    named = Authority(frozenset(other[0]), other[1]) if other else None
    return Fact(kind, Authority(frozenset(words), country), named)
