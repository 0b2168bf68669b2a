"""How many left their homes, by who is told to have left or to have been driven out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from fogline.reading.grammar import arguments
from fogline.reading.quantities.counts import THINGS, counts, number
from fogline.reading.roles.capacities import is_bare_number, is_quantifier, whole

if TYPE_CHECKING:
    from fogline.model import Range
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate


def counted(candidate: Candidate, people: Iterable[Token], scene: Scene) -> Range | None:
    """Return how many left, by the phrase that counts them, be it a bare number: "more than 26,000
    people", "some 10,000 have crossed".
    """
    for head in people:
        first = _counting(head).left_edge
        if whole(head).lower_ in THINGS:  # "200 families" are not 200 people
            continue
        last = _thousands(head)
        phrase = scene.text[first.idx : last.idx + len(last)]
        if next(counts(phrase, 0, len(phrase)), None) is not None:
            return number(phrase)
    bare = next(filter(is_bare_number, _parties(candidate)), None)
    return number(scene.text[bare.left_edge.idx : bare.idx + len(bare)]) if bare else None


def _counting(people: Token) -> Token:
    """Return the noun that counts people: "thousands" of "thousands of residents"."""
    above = people.head
    return above if people.dep_ == "nmod" and is_quantifier(above) else people


def _thousands(count: Token) -> Token:
    """Return the last word of a count: "thousands" of "tens of thousands of farmers"."""
    within = (c for c in count.children if c.dep_ == "nmod" and is_quantifier(c))
    return next(within, count)


def _parties(candidate: Candidate) -> Iterator[Token]:
    """Yield who is made to leave, and who leaves: candidates for a bare number."""
    if candidate.entry.kind == "verbs":
        told = arguments.of_verb(candidate.head)
        yield from (*told.objects, *told.subjects)
