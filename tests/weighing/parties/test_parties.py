"""How alike two names are: what every state has is nobody's in particular."""

from __future__ import annotations

import pytest

from fogline.model import Mention
from fogline.weighing.parties.holders import apart
from fogline.weighing.parties.parties import are_apart, likeness
from fogline.weighing.parties.sides import at_home
from fogline.weighing.views.party import party

BARE = ["security forces", "the police", "the coast guard", "Border guards", "the army", "police"]


@pytest.mark.parametrize("name", BARE)
def test_what_every_state_has_is_never_one_party_by_its_name(name: str) -> None:
    """The "security forces" of two states' pages counted as one doer of the same name."""
    one, other = party(Mention(name)), party(Mention(name))
    assert likeness(one, other) < 0.5
    assert not are_apart(one, other)  # and may be one


@pytest.mark.parametrize("name", ["security forces", "the military", "the army"])
def test_where_it_is_told_of_it_is_that_countrys(name: str) -> None:
    here, there = at_home(party(Mention(name)), "SY"), at_home(party(Mention(name)), "JO")
    assert (here.state, there.state) == ("SY", "JO")
    assert likeness(here, at_home(party(Mention("the Syrian army")), "SY")) > 0.5


@pytest.mark.parametrize("name", ["Selwen Guard", "Orlin Police", "the National Guard", "Guard"])
def test_a_name_of_its_own_stays_one(name: str) -> None:
    one = party(Mention(name))
    assert likeness(one, party(Mention(name))) == 1.0
    assert not one.anybody


def test_two_states_forces_by_name_stay_two() -> None:
    one, other = party(Mention("Syrian police")), party(Mention("Jordanian police"))
    assert (one.state, other.state) == ("SY", "JO")
    assert likeness(one, other) == 0
    assert apart(one, other)
