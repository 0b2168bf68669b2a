"""Slot by slot: does what was told agree with what was asked: same, differs, or it does not say.

`unsaid` is never taken for agreement: a strike by nobody named does not bear out a strike by a
navy. What is asked of nobody or nowhere in particular is met by anybody and anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from fogline.model import ForecastEntry, Place, Rule
from fogline.weighing.measures.amounts import Amount, amounts, as_many
from fogline.weighing.measures.days import Days, appeared_days, ordinal
from fogline.weighing.measures.distance import Spot, kilometres, spot
from fogline.weighing.measures.extents import parts
from fogline.weighing.measures.kinship import kinship, label
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import tokens
from fogline.weighing.parties.sides import surely_two
from fogline.weighing.views.party import Party, party
from fogline.weighing.views.views import View

Verdict = Literal["same", "differs", "unsaid"]
SAME_DEED = 0.6  # kinship from which two categories and modes tell one deed
SAME_KM = 2.0  # between two places of one precision and other names
TURNS = {"hold", "gain"}  # who holds a place on, and who takes it
THEATRE_KM = 200.0  # within which another place is still another place of the same undertaking


@dataclass(frozen=True, slots=True)
class Slots:
    """Who is said to do what to whom, and where; a side that loses a place is turned round."""

    event: str
    mode: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    places: tuple[Place, ...]
    spots: tuple[Spot, ...]
    quantities: tuple[Amount, ...] = ()

    @property
    def who(self) -> tuple[Party, ...]:
        """The actors who are somebody in particular: "jets" and "people" are not."""
        return tuple(party for party in self.actors if not party.anybody)

    @property
    def vague(self) -> bool:
        """Whether nothing would tell its fulfilment from any other deed of the kind: "housing will
        not be a target" names no housing in particular.
        """
        return not (self.spots or self.who or any(map(_is_named, self.recipients)))


def _is_named(party: Party) -> bool:
    return not party.anybody and (party.linked or bool(party.state) or party.name[:1].isupper())


def rule_slots(rule: Rule, words: str) -> Slots:
    """Return the slots of a forecast that was made in these words."""
    actors, recipients = (tuple(map(party, named)) for named in (rule.actors, rule.recipients))
    actors = _doing(actors, rule.event, rule.mode)
    if (rule.event, rule.mode) == ("CONTROL", "lose"):
        actors, recipients = recipients, actors
    spots = tuple(map(spot, rule.places))
    many = amounts((*rule.actors, *rule.recipients), words)
    return Slots(rule.event, _mode(rule), actors, recipients, rule.places, spots, many)


def told_slots(v: View) -> Slots:
    """Return a claim's slots."""
    mode = "gain" if (v.claim.event, v.claim.mode) == ("CONTROL", "lose") else v.claim.mode
    many = amounts((*v.claim.actors, *v.claim.recipients), v.claim.sentence.text)
    actors = _doing(v.actors, v.claim.event, v.claim.mode)
    return Slots(v.claim.event, mode, actors, v.recipients, v.places, v.spots, many)


def _doing(actors: tuple[Party, ...], event: str, mode: str | None) -> tuple[Party, ...]:
    """Return who does it, without what only opens or runs again: "airports are to reopen"."""
    if label((event, mode)) not in _table()["opening"]:
        return actors
    return tuple(who for who in actors if who.linked or not _opens(who.name))


def _opens(name: str) -> bool:
    return not _table()["opens"].isdisjoint(tokens(parts(name)[0])[-1:])


def window_days(entry: ForecastEntry) -> Days:
    """Return the days in which a forecast can come true; its start is when said, unless told."""
    start = ordinal(entry.window.start)
    said = appeared_days(entry.said).start
    return Days(said if start is None else start, ordinal(entry.window.end))


def deed(asked: Slots, told: Slots) -> Verdict | None:
    """Compare category and mode; None where the two have nothing to do with each other."""
    return _deed((asked.event, asked.mode), (told.event, told.mode))


@cache
def _deed(one: tuple[str, str | None], other: tuple[str, str | None]) -> Verdict | None:
    if [label(one), label(other)] in _table()["never"]:
        return None
    if one[0] == other[0] and one[1] and other[1] is None:
        return "unsaid"
    if kinship().between(one, other) >= SAME_DEED:
        return "same"
    also = [label(one), label(other)] in _table()["also"]
    return "differs" if also or one[0] == other[0] else None


def doer(asked: Slots, told: Slots) -> Verdict:
    """Compare who does it; "jets" are met by jets at most in a word, never by a navy."""
    return _parties(asked.who or asked.actors, told.actors)


def target(asked: Slots, told: Slots) -> Verdict:
    """Compare to whom it is done; asked only where the forecast names no place."""
    named = tuple(p for p in asked.recipients if not p.anybody)
    return "same" if asked.spots or not named else _parties(named, told.recipients)


def quantity(asked: Slots, told: Slots) -> Verdict:
    """Compare how many are told of, asked only where the forecast names a number."""
    return as_many(asked.quantities, told.quantities)


def where(asked: Slots, told: Slots) -> Verdict:
    """Compare the places: within the asked one's radius, or coarser, or elsewhere."""
    if not asked.spots:
        return "same"
    found = {lies(a, b) for a in _located(asked) for b in _located(told)}
    if "same" in found:
        return "same"
    return "unsaid" if "unsaid" in found or not found else "differs"


def same_theatre(asked: Slots, told: Slots) -> bool:
    """Say whether another place is near enough, or in the same country, to be meant instead."""
    gaps = [kilometres(a, b) for a in asked.spots for b in told.spots]
    countries = {p.country for p in asked.places} & {p.country for p in told.places} - {None}
    return bool(countries) or any(gap is not None and gap <= THEATRE_KM for gap in gaps)


def in_part(asked: Slots) -> bool:
    """Say whether the deed by somebody else, or elsewhere, is part of what was forecast."""
    return asked.event in _table()["in_part"]


def same_party(one: Party, other: Party) -> bool:
    """Say whether two are one: by entity or state, or where one's words hold the other's.

    Of two that are known to be two the words say nothing: "Arakan Army", "Arakan Liberation Army".
    """
    if one.anybody or other.anybody:
        return one.key == other.key
    if one.key == other.key or (one.state and one.state == other.state):
        return True
    held = one.stems <= other.stems or other.stems <= one.stems
    return bool(one.stems and other.stems) and held and not surely_two(one, other)


def may_be_one(one: Party, other: Party) -> bool:
    """Say whether two parties are one or, as one of them is "rebels", may well be."""
    return same_party(one, other) or _vague(one, other)


def alike(one: Slots, other: Slots, *, one_text: bool) -> bool:
    """Say whether two forecasts of one origin say the same of the future.

    They must share a deed and a place or a doer, or in one text a target. Places may not differ;
    doers may in name, where the place is the same, but not in whose they are.
    """
    if deed(one, other) is None and deed(other, one) is None:
        return False
    places = {where(one, other), where(other, one)} if one.spots and other.spots else set()
    doers = _parties(one.who, other.who) if one.who and other.who else "unsaid"
    if doers != "same" and _kept_and_taken(one, other):
        return False
    if places == {"differs"} or (doers == "differs" and "same" not in places):
        return False
    if doers == "differs" and _states_apart(one.who, other.who):
        return False
    if {one.mode, other.mode} == TURNS and doers != "same":
        return False  # that a town will be held is not said by who sees it lost
    if "same" in places or doers == "same":
        return True
    return (
        one_text and bool(one.recipients) and _parties(one.recipients, other.recipients) == "same"
    )


def _kept_and_taken(one: Slots, other: Slots) -> bool:
    """Say whether by one a place is held and by the other taken: whoever says both of one side says
    the same, and else the contrary.
    """
    of_control = one.event == other.event == "CONTROL"
    return of_control and {one.mode, other.mode} == {"hold", "gain"}


def on_condition(words: str) -> bool:
    """Say whether a sentence states a condition: "if the bridge falls", not "even if"."""
    said = f" {' '.join(tokens(words))} "
    for phrase in _table()["no_condition"]:
        said = said.replace(f" {phrase} ", " ")
    return any(f" {phrase} " in said for phrase in _table()["condition"])


def _states_apart(one: Sequence[Party], other: Sequence[Party]) -> bool:
    """Say whether both name states, and none in common."""
    states, others = ({p.state for p in who if p.state} for who in (one, other))
    return bool(states and others) and not states & others


def _parties(asked: Sequence[Party], told: Sequence[Party]) -> Verdict:
    if not asked:
        return "same"
    if any(same_party(x, y) for x in asked for y in told):
        return "same"
    sure = [(x, y) for x in asked for y in told if not (x.anybody or y.anybody or _vague(x, y))]
    return "differs" if sure and len(sure) == len(asked) * len(told) else "unsaid"


def _vague(one: Party, other: Party) -> bool:
    """Say whether one of them is "rebels" and may be any group, though no state."""
    return (one.loose or other.loose) and not (one.state or other.state)


def _located(slots: Slots) -> list[tuple[Spot, Place]]:
    return list(zip(slots.spots, slots.places, strict=True))


def lies(asked: tuple[Spot, Place], told: tuple[Spot, Place]) -> Verdict:
    """Say whether what is told of one place is told of another, within its radius."""
    (one, there), (other, here) = asked, told
    if one.key == other.key:
        return "same"
    if "country" in (one.precision, other.precision):
        return _in_country(there, here, wanted=one.precision == "country")
    gap = kilometres(one, other)
    if gap is None:
        return "unsaid"
    if other.radius > one.radius:
        return "unsaid" if gap <= other.radius else "differs"
    near = one.radius if other.radius < one.radius else SAME_KM
    return "same" if gap <= near else "differs"


def _in_country(asked: Place, told: Place, *, wanted: bool) -> Verdict:
    if not asked.country or not told.country:
        return "unsaid"
    if asked.country != told.country:
        return "differs"
    return "same" if wanted else "unsaid"


def _mode(rule: Rule) -> str | None:
    return "gain" if (rule.event, rule.mode) == ("CONTROL", "lose") else rule.mode


@cache
def _table() -> dict[str, Any]:
    rows = table(__package__, "fulfilment.toml")
    return {
        "never": [pair["kinds"] for pair in rows["never"]],
        "also": [pair["kinds"] for pair in rows["also"]],
        "in_part": frozenset(rows["in_part"]),
        "opening": frozenset(rows["opening"]),
        "opens": frozenset(rows["opens"]),
        "condition": [row["words"] for row in rows["condition"]],
        "no_condition": [words for row in rows["condition"] for words in row.get("but_not", [])],
    }
