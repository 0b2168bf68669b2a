"""Whose "the army", "the government" is where the words around it say so: that of the state that
orders or sends it ("Russia's minister ordered the army ..."), that "its" means, or in whose capital
it sits ("the government in Moscow") or the report was filed ("MOSCOW, May 29. The ministry").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.actors import bodies
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import PATIENTS
from fogline.reading.tables import rows, words

if TYPE_CHECKING:
    from fogline.reading.language import Token

Country = Callable[[int, int], str | None]

_COMMANDING: Final = words("dealing.csv", "word")["commanding"]
_GIVEN: Final = frozenset({"obj", "iobj"})
_DOING: Final = frozenset({"nsubj", "obl:agent"})
_OWN: Final = frozenset({"its", "their", "his", "her"})
_THEY: Final = frozenset({"he", "she", "it", "they"})
_RELATIVE: Final = frozenset({"which", "who", "that"})
_BELOW: Final = frozenset({"ccomp", "xcomp", "advcl", "conj"})
_UP: Final = 4  # clauses


def state(head: Token, kind: str, country: Country) -> str | None:
    """Return the country (ISO) whose body of a kind a bare name means by the words around it; None
    where they do not say. `country` tells that of what a stretch of the text names.
    """
    return _seat(head, country) or _whose(head, kind, country) or _beat(head, kind, country)


def filed(text: str) -> str | None:
    """Return the country (ISO) in whose capital a report was filed, None where it names none; those
    where agencies write of their neighbours' wars tell nothing.
    """
    line = _FILED.match(text)
    found = bodies.capitals().get(line[1].title()) if line else ()
    return next((iso for iso in found if iso not in _BUREAUS), None)


_FILED: Final = re.compile(
    r"\s*([A-Z][A-Z'’ -]{2,25}[A-Z])"
    r"(?: \(| [-–—] |,? [^\n.]{0,12}\d[^\n.]{0,12}(?:[.:]| [-–—]| ?\())"
)
_BUREAUS: Final = frozenset(row["iso"] for row in rows("states", "bureaus.csv"))


def _seat(head: Token, country: Country) -> str | None:
    """Return in whose capital a body is said to sit."""
    seated = (c for c in head.children if c.dep_ == "nmod" and preposition(c) == "in")
    said = ((c.idx, c.idx + len(c)) for c in seated)
    return next((country(*at) for at in said if _is_capital(head.doc.text[slice(*at)])), None)


def _beat(head: Token, kind: str, country: Country) -> str | None:
    """Return the country where police act, and whose they are: "In Kampala, the police shot"."""
    if kind != "police" or head.dep_ not in _DOING:
        return None
    where = (c for c in head.head.children if c.dep_ == "obl" and preposition(c) == "in")
    return next((iso for c in where if (iso := country(c.idx, c.idx + len(c)))), None)


def _is_capital(name: str) -> bool:
    return bool(bodies.capitals().get(name))


def _whose(head: Token, kind: str, country: Country) -> str | None:
    """Return the country of whoever commands a body, or whose own it is called."""
    own = any(c.lower_ in _OWN and c.dep_ == "nmod:poss" for c in head.children)
    verb = head.head
    ordered = kind != "government" and head.dep_ in PATIENTS and verb.lemma_.lower() in _COMMANDING
    # "Iran sent the army drones"
    ordered = ordered and not any(c.dep_ in _GIVEN for c in verb.children if c is not head)
    if not (own or ordered):
        return None
    doers = (who for who in _doers(verb) if who is not head)
    return next((iso for who in doers if (iso := _of(who, country))), None)


def _doers(verb: Token) -> Iterator[Token]:
    """Yield who does what a verb tells, as far up as the clauses above it leave that open."""
    for _ in range(_UP):
        doing = [_antecedent(c) for c in verb.children if c.dep_ in _DOING]
        yield from doing
        told = any(c.lower_ not in _THEY for c in doing)
        if told or verb.dep_ not in _BELOW:
            return
        verb = verb.head


def _antecedent(doer: Token) -> Token:
    """Return whom a relative clause tells of: "Turkey, which sent its army"."""
    verb = doer.head
    return verb.head if doer.lower_ in _RELATIVE and verb.dep_ == "acl:relcl" else doer


def _of(who: Token, country: Country) -> str | None:
    """Return the country of who acts, by the words up to its head and the capital it sits in."""
    return _seat(who, country) or country(who.left_edge.idx, who.idx + len(who))
