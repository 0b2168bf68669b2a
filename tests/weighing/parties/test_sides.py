"""Who is of one side, as far as it is known: states, followers, names that say so, listed wars."""

from __future__ import annotations

import csv
import tomllib
from datetime import date
from importlib.resources import files
from itertools import permutations
from typing import Any

import pytest

from fogline.model import Mention
from fogline.reading.actors import authority, bodies
from fogline.weighing.occurrence.slots import same_party
from fogline.weighing.parties.holders import apart
from fogline.weighing.parties.sides import (
    at_home,
    relation,
    says_whose,
    scene,
    standing_with,
    surely_two,
)
from fogline.weighing.views.party import Party, party

IN_2016 = scene(date(2016, 11, 12).toordinal(), "SY")


def table() -> dict[str, Any]:
    return tomllib.loads(
        files("fogline.weighing.parties").joinpath("sides.toml").read_text("utf-8")
    )


def named(name: str) -> Party:
    """Return a party, linked where the actor authority has exactly one of that name."""
    found = [actor for actor in authority.everyone() if actor.name == name]
    return party(Mention(name, name=name, id=found[0].id if len(found) == 1 else None))


def linked(key: str) -> Party:
    actor = bodies.of_id(key)
    assert actor
    return party(Mention(actor.name, name=actor.name, id=actor.id))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (linked("sy-forces"), party(Mention("Forces loyal to the Syrian government"))),
        (linked("sy-government"), linked("sy-forces")),
        (linked("sy-forces"), linked("ru-airforce")),
        (linked("hezbollah"), linked("sy-fourth-division")),
        (linked("fsa"), linked("ahrar-al-sham")),
        (linked("tr-forces"), party(Mention("Turkish-backed fighters"))),
        (linked("m23"), party(Mention("Rebels allied with the M23"))),
        (linked("ru-forces"), party(Mention("pro-Russian militia"))),
    ],
)
def test_of_one_side_either_way_round(one: Party, other: Party) -> None:
    assert relation(one, other, IN_2016) == relation(other, one, IN_2016) == "one"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (linked("sy-forces"), linked("ahrar-al-sham")),
        (linked("ru-forces"), linked("sy-rebels")),
        (linked("is"), party(Mention("Forces loyal to the Syrian government"))),
        (party(Mention("rebels")), linked("sy-forces")),
    ],
)
def test_of_two_sides_either_way_round(one: Party, other: Party) -> None:
    assert relation(one, other, IN_2016) == relation(other, one, IN_2016) == "apart"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (party(Mention("Harrow Brigade")), party(Mention("Selwen Guard"))),
        (linked("rw-forces"), linked("m23")),
        (linked("sy-forces"), party(Mention("local council of Orlin"))),
    ],
)
def test_what_nothing_says_is_not_known(one: Party, other: Party) -> None:
    assert relation(one, other, IN_2016) == relation(other, one, IN_2016) == "unknown"


def test_every_word_for_forces_that_are_only_called_loyal_is_read() -> None:
    (row,) = table()["loyal"]
    held = row["example"].split()[0]
    names = [row["example"].replace(held, word.title()) for word in row["words"]]
    assert held.casefold() in row["words"]
    assert all(says_whose(party(Mention(name))) for name in names)
    assert not says_whose(party(Mention("the council loyal to the Syrian government")))


@pytest.mark.parametrize("name", ["the regime", "Government", "army", "state forces"])
def test_a_states_body_of_no_country_is_that_of_the_places_country(name: str) -> None:
    bare = party(Mention(name))
    assert relation(bare, linked("sy-forces"), IN_2016) == "one"
    assert relation(bare, linked("sy-rebels"), IN_2016) == "apart"
    assert at_home(bare, None) == bare
    for loose in ("forces", "troops", "rebels", "Harrow Brigade"):
        assert at_home(party(Mention(loose)), "SY") == party(Mention(loose))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (linked("mndaa"), linked("mm-forces")),
        (linked("adf"), linked("fdlr")),
        (linked("fsa"), linked("sy-forces")),
        (linked("sdf-syria"), party(Mention("Syrian troops"))),
        (party(Mention("Forces loyal to the Syrian government")), linked("fsa")),
    ],
)
def test_who_is_known_is_nobody_else_whatever_the_names_share(one: Party, other: Party) -> None:
    assert surely_two(one, other)
    assert surely_two(other, one)
    assert not same_party(one, other)
    assert apart(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (linked("is"), linked("iswap")),
        (linked("sy-forces"), party(Mention("Syrian troops"))),
        (linked("sy-forces"), linked("sy-fourth-division")),
        (linked("fsa"), party(Mention("fighters of the Free Syrian Army"))),
        (party(Mention("Orlin army")), party(Mention("Orlin Liberation Army"))),
        (party(Mention("Tigrayan fighters")), linked("tdf")),
    ],
)
def test_a_part_and_a_name_of_nobody_known_may_be_one(one: Party, other: Party) -> None:
    assert not surely_two(one, other)
    assert not apart(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Azerbaijan's government forces", "Armenia's government forces"),
        ("Orlin Democratic Front", "Karsk Democratic Front"),
    ],
)
def test_what_many_bodies_are_called_makes_no_two_of_them_one(one: str, other: str) -> None:
    assert apart(party(Mention(one)), party(Mention(other)))


@pytest.mark.parametrize(
    "name",
    ["guerrillas", "Assailants", "unidentified gunmen", "armed bandits", "suspected attackers"],
)
def test_words_for_whoever_bears_arms_are_nobody_in_particular(name: str) -> None:
    assert party(Mention(name)).loose
    assert not apart(party(Mention(name)), linked("fsa"))


def test_a_countrys_militants_are_not_its_states() -> None:
    assert party(Mention("Syrian militants")).state == ""
    assert party(Mention("Syrian soldiers")).state == "SY"


def test_a_side_is_one_of_its_years_and_of_its_war() -> None:
    houthis, saleh = linked("houthis"), linked("saleh-forces")
    together, over = date(2016, 5, 1).toordinal(), date(2018, 5, 1).toordinal()
    assert relation(houthis, saleh, scene(together, "YE")) == "one"
    assert relation(houthis, saleh, scene(over, "YE")) == "unknown"
    assert relation(houthis, saleh, scene(together, "SY")) == "unknown"
    assert relation(houthis, saleh, scene(None, "YE")) == "unknown"


def test_every_war_names_bodies_that_are_known_and_its_example_is_of_two_sides() -> None:
    for war in table()["war"]:
        members = [body for side in war["sides"] for body in side]
        assert all(bodies.of_id(body) for body in members), war["name"]
        assert len(set(members)) == len(members) and len(war["sides"]) > 1
        year, _, month = war["from"].partition("-")
        day = date(int(year), int(month or 12), 28).toordinal()
        for one, other in permutations(map(named, war["example"])):
            assert relation(one, other, scene(day, war["countries"][0])) == "apart", war["name"]


def test_no_body_stands_with_two_sides_of_one_war() -> None:
    for war in table()["war"]:
        for country in war["countries"]:
            for year in range(2004, 2026):
                at = scene(date(year, 6, 1).toordinal(), country)
                for side in war["sides"]:
                    others = {b for other in war["sides"] if other is not side for b in other}
                    held = f"{at.day}"[:4] >= war["from"][:4]
                    until = not war["to"] or f"{at.day}"[:7] <= war["to"]
                    for body in side if held and until else ():
                        assert not standing_with(linked(body), at) & others, (war["name"], body)


def test_every_tie_is_read_in_its_example() -> None:
    for tie in table()["tie"]:
        assert len(standing_with(party(Mention(tie["example"])), IN_2016)) >= 1, tie


def test_the_tables_of_actors_are_those_that_reading_has() -> None:
    folder = files("fogline").joinpath("reading", "lexicon", "actors")
    held = {
        row["id"]
        for entry in folder.iterdir()
        if entry.name.endswith(".csv")
        for row in csv.DictReader(entry.read_text("utf-8").splitlines())
    }
    assert held <= {actor.id for actor in authority.everyone()}


@pytest.mark.parametrize("name", ["convoy of the RDF", "RDF convoy", "convoy of the Rwandan army"])
def test_what_an_armys_own_name_is_said_of_is_that_states(name: str) -> None:
    """Two names of one army made two convoys, and what is denied of one was of others."""
    assert party(Mention(name)).state == "RW"
    assert party(Mention("hospital of the RDF")).state == ""


@pytest.mark.parametrize("name", ["Yemeni Armed Forces", "convoy of the Yemeni Armed Forces"])
def test_a_name_that_rivals_bear_is_on_neithers_side(name: str) -> None:
    """The state's it was, and of no kind with its enemy."""
    either, at = party(Mention(name)), scene(date(2024, 2, 1).toordinal(), "YE")
    for rival in ("ye-government", "houthis", "houthi-forces"):
        assert relation(either, linked(rival), at) == "unknown"
        assert relation(linked(rival), either, at) == "unknown"
    assert relation(party(Mention("Yemeni army")), linked("ye-government"), at) == "one"


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("UPDF convoy", "UG"),
        ("ANSF troops", "AF"),
        ("RDF convoy", "RW"),
        ("PLA convoy", ""),  # armed groups of two other countries are called so too
        ("M23 convoy", ""),
    ],
)
def test_an_armys_convoy_is_its_states_whatever_the_armys_id(name: str, state: str) -> None:
    assert party(Mention(name)).state == state


def test_every_army_of_the_table_is_its_states() -> None:
    rows = tomllib.loads(
        files("fogline.weighing.sources").joinpath("sources.toml").read_text("utf-8")
    )["army"]
    assert {body: linked(body).state for body in rows} == rows
