"""Who is who among a ledger's sources, before an arrival and after it, looked up word by word."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from fogline.weighing.authorities import Authority
from fogline.weighing.registers import Fact, Facts, Known, Register

if TYPE_CHECKING:
    from fogline.ledger.postings import Postings


def registers(postings: Postings, told: Facts) -> tuple[Register, Register]:
    """Return who is who before facts are told, and after."""
    before = Known(lambda word: dict(map(_read, postings.facts(word))))

    def more(word: str) -> Facts:
        found = dict(before.under(word))
        for fact, number in told.items():
            if word in fact.words:
                found[fact] = found.get(fact, 0) + number
        return found

    return Register(before), Register(Known(more))


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


def _read(row: tuple[str, int]) -> tuple[Fact, int]:
    text, number = row
    kind, (words, country), other = json.loads(text)
    named = Authority(frozenset(other[0]), other[1]) if other else None
    return Fact(kind, Authority(frozenset(words), country), named), number
