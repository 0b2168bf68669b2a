"""Whether two claims tell of the same parties, as evidence; who left a place is not who took it."""

from __future__ import annotations

from fogline.weighing.measures.kinship import LEFT
from fogline.weighing.occurrence.evidence import OUT, Evidence
from fogline.weighing.parties.crossing import hit_each_other
from fogline.weighing.parties.parties import ANYBODY, are_apart, known, likeness
from fogline.weighing.views.party import Party, is_guest, is_thing
from fogline.weighing.views.unlike import VIOLENT
from fogline.weighing.views.views import View

Kind = tuple[str, str | None]
OURS = frozenset({"ours", "mine"})
FIRST, TIME = "first", "time"
MOVED = frozenset({"MOBILIZE", "CONDITION"})  # who or what moves or is there is the matter


def actors(a: View, b: View) -> Evidence | None:
    """The same parties acting; who left a place is not who took it, and "ours" is nobody's by name.

    Who fired first is what two sides dispute: that each names the other says nothing of two deeds.
    """
    if not (pair := left_and_held(a, b)):
        if (_is_ours(a) and b.actors) or (_is_ours(b) and a.actors):
            return Evidence(OUT, "whose it is by one is not said")
        found = _parties(a.actors, b.actors, "actor")
        moved = a.denied != b.denied and MOVED.issuperset({a.claim.event, b.claim.event})
        others = moved and (found is None or found.value <= 0) and _things_and_people(a, b)
        if others:
            return Evidence(OUT, "what is denied is that others moved")
        return None if found and found.value < 0 and tells_who_was_first(a, b) else found
    left, held = pair
    if left.actors and all(map(is_guest, left.actors)):
        return Evidence(OUT, "who left it did not hold it")
    if any(likeness(x, y) > ANYBODY for x in left.actors for y in held.actors):
        return Evidence(OUT, "who left it is who took it")
    return _parties(left.recipients, held.actors, "actor")


def tells_who_was_first(a: View, b: View) -> bool:
    """Say whether two claims tell who was the first of two sides to fire."""
    return is_of_the_first(a) and is_of_the_first(b)


def is_of_the_first(v: View) -> bool:
    """Say whether a claim tells of a first blow: "fired first", and not "for the first time"."""
    return v.claim.event in VIOLENT and FIRST in v.words and TIME not in v.words


def _is_ours(v: View) -> bool:
    """Say whether a claim tells whose a place is by "ours" alone, where nobody knows who speaks."""
    return v.claim.trigger.text.casefold() in OURS and not v.actors


def recipients(a: View, b: View) -> Evidence | None:
    """The same parties acted on; who denies what befell one says nothing of what befell another.

    Who left a place is held against who lost it.
    """
    ones, others = a.recipients, b.recipients
    if pair := left_and_held(a, b):
        ones, others = pair[0].actors, pair[1].recipients
    found = _parties(ones, others, "recipient")
    if (found is None or found.value <= 0) and hit_each_other(a, b):
        return Evidence(OUT, "who does it by one is hit by the other")
    told = ones and others and (found is None or found.value <= 0)
    if told and a.denied != b.denied and not any(p.anybody for p in (*ones, *others)):
        return Evidence(OUT, "what is denied befell others")
    return found


def _parties(a: tuple[Party, ...], b: tuple[Party, ...], role: str) -> Evidence | None:
    if not a or not b:
        return None
    value, shared = max((likeness(x, y), min(x.called, y.called)) for x in a for y in b)
    if value:
        return Evidence(value, f"same {role} ({shared})")
    other = [known(x, y) for x in a for y in b if are_apart(x, y)]
    return Evidence(-max(other), f"different {role}s") if other else None


def left_and_held(a: View, b: View) -> tuple[View, View] | None:
    """Return which of two claims tells who left a place, and which who holds it, where they do."""
    if kind_of(a) == LEFT and b.claim.event == "CONTROL":
        return a, b
    return (b, a) if kind_of(b) == LEFT and a.claim.event == "CONTROL" else None


def _things_and_people(a: View, b: View) -> bool:
    """Say whether one tells of things alone that move, the other of people: flights, troops."""
    if not a.actors or not b.actors:
        return False
    things = [{is_thing(party) for party in v.actors} for v in (a, b)]
    people = all(p.anybody or p.loose for v in (a, b) for p in v.actors)
    return people and {True} in things and {False} in things


def kind_of(v: View) -> Kind:
    return v.claim.event, v.claim.mode
