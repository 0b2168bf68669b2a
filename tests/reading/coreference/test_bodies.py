"""Bodies meant again: "the army" is the one army named before, whichever side's, whatever it is
called.
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from fogline.model import Mention, Reading, Source
from fogline.reading.reader import Reader
from tests.reading.sentences import Read, at, cited, document, texts

BODIES = (
    "River Front|Northern Army|Lowland Brigade|Hill Division|Harbour Militia|Lowland Police|"
    "Harbour Guard|Eastern Command|Highland Movement|Highland Union|Lowland Council|"
    "Orlan Ministry|Eastern Forces|Lowland Authority|Harbour Navy|Highland Government"
).split("|")
TEXT = (
    "{a} shelled Arkel on Monday. {b} shelled Sarn. {the_b} said on Wednesday that {the_a} had "
    "bombed the clinic. A spokesman for {the_a} said that {the_b} had burned the mill. "
    "Gunmen abducted a driver, {the_a} said. Rebels attacked {the_b} on Tuesday."
)


@pytest.fixture(scope="module")
def read(whole: Reader) -> Read:
    """Read a text as it is read for everybody: two sides must come out alike there."""

    def reads(text: str) -> Reading:
        return whole.read(document(text))

    return reads


def told(a: str, b: str) -> str:
    """Return a text of two bodies, named in full and then by what they are."""
    short = {"the_a": _short(a), "the_b": _short(b)}
    return TEXT.format(a=f"The {a}", b=f"The {b}", **short).replace(". the", ". The")


def _short(name: str) -> str:
    return f"the {name.split()[-1].lower()}"


def name(one: Mention | Source) -> str:
    """Return by which name somebody is known."""
    return one.name or one.text


def roles(read: Read, text: str) -> list[tuple[object, ...]]:
    """Return who does what to whom by whose word, as a text's claims tell it by name."""
    return [
        (
            c.trigger.text,
            c.event,
            c.mode,
            c.polarity,
            c.certainty,
            tuple(map(name, c.actors)),
            tuple(map(name, c.recipients)),
            tuple(map(name, cited(c))),
        )
        for c in read(text).claims
    ]


def swapped(read: list[tuple[object, ...]], a: str, b: str) -> list[tuple[object, ...]]:
    """Return what was read with two bodies' names in each other's place."""
    other = {a: b, b: a}

    def turn(value: object) -> object:
        return tuple(other.get(v, v) for v in value) if isinstance(value, tuple) else value

    return [tuple(turn(value) for value in claim) for claim in read]


@pytest.mark.parametrize(("a", "b"), [*pairwise((*BODIES, BODIES[0]))])
def test_what_is_read_of_two_sides_is_mirrored(read: Read, a: str, b: str) -> None:
    assert roles(read, told(b, a)) == swapped(roles(read, told(a, b)), a, b)


@pytest.mark.parametrize(("a", "b"), [*pairwise((*BODIES, BODIES[0]))])
def test_a_body_is_known_by_what_it_is(read: Read, a: str, b: str) -> None:
    claims = read(told(a, b)).claims
    bombed, burned = at(claims, "bombed"), at(claims, "burned")
    assert [*map(name, bombed.actors)] == [a]
    assert [*map(name, cited(bombed))] == [b]
    assert [*map(name, burned.actors)] == [b]
    assert [*map(name, cited(burned))] == [a]
    assert [*map(name, cited(at(claims, "abducted")))] == [a]
    assert [*map(name, at(claims, "attacked").recipients)] == [b]


@pytest.mark.parametrize("noun", ["Army", "Front", "Police", "Council", "Guard"])
def test_of_two_bodies_named_neither_is_meant(read: Read, noun: str) -> None:
    """One of two armies would be a guess that swapping the names does not bear out."""
    bare = noun.lower()
    claims = read(
        f"The Northern {noun} and the Southern {noun} fought in Arkel. The {bare} said that the "
        f"{bare} had shelled the mill."
    ).claims
    shelled = at(claims, "shelled")
    assert {name(one) for one in (*shelled.actors, *cited(shelled))} == {bare}


def test_a_body_named_later_is_not_meant(read: Read) -> None:
    claims = read("The army shelled Arkel. The Northern Army left on Tuesday.").claims
    assert [*map(name, at(claims, "shelled").actors)] == ["army"]


def test_a_known_states_army_stays_what_it_is(read: Read) -> None:
    claims = read("The Syrian army took Aleppo. The army shelled the market.").claims
    assert [m.id for m in at(claims, "shelled").actors] == ["sy-forces"]


@pytest.mark.parametrize(
    "risen",
    [
        "Lord's Resistance Army",
        "New People's Army",
        "Oromo Liberation Army",
        "National Liberation Army",
        "Orlan Independence Army",
    ],
)
def test_the_army_is_not_the_one_that_it_fights(read: Read, risen: str) -> None:
    """ "the army" that chased the Lord's Resistance Army was linked to that."""
    claims = read(f"The {risen} burned the mill. On Tuesday the army shelled Sarn.").claims
    (army,) = at(claims, "shelled").actors
    assert (army.text, army.name, army.id) == ("army", None, None)


def test_the_army_of_the_country_is_meant_beside_those_that_fight_it(read: Read) -> None:
    text = "The Kachin Independence Army burned the mill. The army shelled Laiza, Myanmar."
    assert [m.id for m in at(read(text).claims, "shelled").actors] == ["mm-forces"]


@pytest.mark.parametrize("whose", ["Northern", "Red", "Hill", "3rd"])
def test_an_army_with_a_name_of_its_own_is_not_the_countrys(read: Read, whose: str) -> None:
    """In a report from Syria the "Northern Army" was linked to Syria's."""
    claims = read(f"The {whose} Army shelled Homs. The Syrian army shelled Hama.").claims
    first, second = claims
    assert [(m.text, m.id) for m in first.actors] == [(f"{whose} Army", None)]
    assert [m.id for m in second.actors] == ["sy-forces"]


@pytest.mark.parametrize("said", ["Army units", "The Regular Army", "The Army"])
def test_a_states_army_in_capitals_is_the_countrys(read: Read, said: str) -> None:
    claim = at(
        read(
            f"{said} shelled the market in Homs. The rebels left Hama, in Syria, for Aleppo."
        ).claims,
        "shelled",
    )
    assert [m.id for m in claim.actors] == ["sy-forces"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "A Lowland Brigade spokeswoman, Mara Tell, said",
            "Lowland Brigade spokeswoman, Mara Tell",
        ),
        ("Lowland Brigade spokeswoman Mara Tell said", "Lowland Brigade spokeswoman Mara Tell"),
        (
            "The spokesman of the Northern Army, Bo Lind, said",
            "spokesman of the Northern Army, Bo Lind",
        ),
    ],
)
def test_who_speaks_for_a_body_is_told_with_it(read: Read, text: str, source: str) -> None:
    claim = at(read(f"{text} that rebels had shelled the market in Arkel.").claims, "shelled")
    (found,) = cited(claim)
    assert found.text == source
    assert found.name == source[-len(found.name or "") :]


@pytest.mark.parametrize(
    ("before", "hit"),
    [
        ("The market burned on Tuesday.", ["market"]),
        ("The bridge at Arkel fell on Tuesday.", ["bridge"]),
    ],
)
@pytest.mark.parametrize(
    ("a", "b"), [("Northern Army", "Lowland Brigade"), ("Lowland Brigade", "Northern Army")]
)
def test_what_was_told_of_is_hit_rather_than_who_tells(
    read: Read, before: str, hit: list[str], a: str, b: str
) -> None:
    claim = at(read(f"{before} The {a} said that the {b} had shelled it.").claims, "shelled")
    assert (texts(claim.actors), texts(claim.recipients)) == ([b], hit)


@pytest.mark.parametrize(
    ("who", "kind"),
    [("Our staff", "witness"), ("Hospital staff", "witness"), ("The general staff", "armed-group")],
)
def test_staff_bear_arms_only_at_an_armys(read: Read, who: str, kind: str) -> None:
    claim = at(read(f"{who} said that rebels had shelled the market.").claims, "shelled")
    assert [s.kind for s in cited(claim)] == [kind]


@pytest.mark.parametrize("again", ["the army", "the military"])
@pytest.mark.parametrize(
    ("before", "body"),
    [
        ("The Israeli army bombed Tyre in Lebanon.", "il-forces"),
        ("The Lebanese army left Tyre. The Israeli army bombed the port.", "il-forces"),
        ("The Israeli army bombed Tyre. The Lebanese army left the port.", "lb-forces"),
        ("Thailand's army shelled a temple in Cambodia.", "th-forces"),
        ("Cambodia's army shelled a temple in Thailand.", "kh-forces"),
    ],
)
def test_an_army_is_the_one_that_was_just_said_to_be_a_states(
    read: Read, before: str, body: str, again: str
) -> None:
    claim = at(read(f"{before} Later {again} said it had hit a depot.").claims, "hit a depot"[:3])
    assert {s.id for s in cited(claim)} == {body}
