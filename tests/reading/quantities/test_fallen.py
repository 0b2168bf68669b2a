"""Losses in the language of those who bear them, and what is counted as none."""

from __future__ import annotations

import pytest

from fogline.model import Range
from fogline.reading.reader import Reader
from tests.reading.sentences import at, document


@pytest.mark.parametrize(
    ("text", "trigger", "killed"),
    [
        ("19 members of the brigade sacrificed their lives for the country.", "sacrificed", 19),
        ("Five soldiers laid down their lives at Kutum.", "laid", 5),
        ("Twelve of our fighters have fallen in Kutum, the militia said.", "fallen", 12),
        ("Eleven of our own have fallen in Kutum.", "fallen", 11),
    ],
)
def test_who_fell_is_counted(whole: Reader, text: str, trigger: str, killed: int) -> None:
    """The fallen were told as attackers, or not counted."""
    claim = at(whole.read(document(text)).claims, trigger)
    assert claim.casualties.killed is not None
    assert (claim.casualties.killed.min, claim.casualties.killed.max) == (killed, killed)
    assert claim.recipients and not claim.actors


@pytest.mark.parametrize(
    "text",
    [
        "The measures stay in place as long as the FDLR has not been neutralised.",
        "Ten of the towns have fallen.",
        "The town has fallen to the rebels.",
    ],
)
def test_a_body_or_a_town_is_nobody_killed(whole: Reader, text: str) -> None:
    assert all(c.casualties.killed is None for c in whole.read(document(text)).claims)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("0 aid flights to Walikale since 1 March.", "flights"),
        ("Zero trucks entered Gaza on Monday.", "entered"),
        ("0 aid convoys reached Kutum in March.", "reached"),
    ],
)
def test_what_is_counted_as_none_did_not_happen(whole: Reader, text: str, trigger: str) -> None:
    assert at(whole.read(document(text)).claims, trigger).polarity == "negative"


@pytest.mark.parametrize(
    ("text", "recipients", "killed"),
    [
        ("The commander was killed with five of his men.", ["commander", "five of his men"], 6),
        ("The commander was captured with 31 men at Momauk.", ["commander", "31 men"], None),
        ("A soldier was shot dead with a pistol.", ["soldier"], 1),
    ],
)
def test_with_whom_somebody_was_taken_or_killed(
    whole: Reader, text: str, recipients: list[str], killed: int | None
) -> None:
    (claim,) = whole.read(document(text)).claims
    assert [r.text for r in claim.recipients] == recipients
    assert (claim.casualties.killed and claim.casualties.killed.min) == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two soldiers were killed with five others wounded in Kutum.", 2),
        ("Ten people were killed with six people injured in Kutum.", 10),
        ("Two guards were killed with five others still missing in Kutum.", 2),
        ("Nine people were killed with three children among the dead in Kutum.", 9),
        ("A commander was killed with five of his men wounded in Kutum.", 1),
        ("Two soldiers were killed with five guards in Kutum.", 7),
    ],
)
def test_who_met_with_something_else_is_not_killed(whole: Reader, text: str, killed: int) -> None:
    """The wounded "with" the dead were added to them, and whoever is of them counted twice."""
    claim = at(whole.read(document(text)).claims, "killed")
    assert claim.casualties.killed is not None
    assert claim.casualties.killed.min == killed


def test_the_injured_beside_the_dead_are_no_recipients_of_the_killing(whole: Reader) -> None:
    claims = whole.read(document("Ten guards were killed with six people injured in Kutum.")).claims
    assert [r.text for r in at(claims, "killed").recipients] == ["Ten guards"]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("More than 15 gunmen were mortally wounded in clashes.", (15, None), None),
        ("Two medics were fatally shot and four wounded in Aleppo.", (2, 2), (4, 4)),
        ("A shell hit Homs, fatally wounding two men and injuring three.", (2, 2), (3, 3)),
        ("Three soldiers were seriously wounded in a raid on Homs.", None, (3, 3)),
        ("The army mourned the loss of two (2) officers in a raid on Homs.", (2, 2), None),
        ("The army mourned the loss of two (2) tanks in a raid on Homs.", None, None),
        ("The bodies of 17 people, two police officers among them, lay in Homs.", (17, 17), None),
        ("The bodies of 17 people and two police officers lay in Homs.", (19, 19), None),
    ],
)
def test_a_wound_that_kills_is_a_death(
    whole: Reader,
    text: str,
    killed: tuple[int, int | None] | None,
    injured: tuple[int, int] | None,
) -> None:
    """The mortally wounded were injured, and a figure in brackets hid who was lost."""
    told = [c.casualties for c in whole.read(document(text)).claims]
    counted = [[(n.min, n.max) for n in side if n] for side in (
        [c.killed for c in told], [c.injured for c in told]
    )]  # fmt: skip
    assert counted == [[killed] if killed else [], [injured] if injured else []]


@pytest.mark.parametrize(
    ("text", "missing", "killed"),
    [
        ("Two sources in the police said that he is missing in Homs.", (1, 1), None),
        ("Three witnesses said that she was killed in Homs.", None, (1, 1)),
        ("Three people, a witness said, were killed in Homs.", None, (3, 3)),
    ],
)
def test_who_tells_of_one_is_not_counted(
    whole: Reader, text: str, missing: tuple[int, int] | None, killed: tuple[int, int] | None
) -> None:
    """Two sources were missing where they told of one who is."""
    (claim,) = whole.read(document(text)).claims
    many = [n and (n.min, n.max) for n in (claim.casualties.missing, claim.casualties.killed)]
    assert many == [missing, killed]


@pytest.mark.parametrize(
    ("text", "harm", "killed"),
    [
        ("Militants seized the air base on Sunday, killing nine soldiers.", "killing", 9),
        ("Police broke up the protest, killing two people.", "killing", 2),
        ("Fighters entered the market and seized cattle, killing three herders.", "killing", 3),
    ],
)
def test_whom_a_deed_killed_that_is_no_attack_is_told(
    whole: Reader, text: str, harm: str, killed: int
) -> None:
    claims = whole.read(document(text)).claims
    assert at(claims, harm).casualties.killed == Range(killed, killed)
    people = at(claims, harm).recipients[0].text
    assert all(
        people not in {r.text for r in c.recipients} for c in claims if c.trigger.text != harm
    )


@pytest.mark.parametrize(
    "text",
    [
        "The flood swept through the camp, killing three people.",
        "A bus overturned near Goma, injuring nine passengers.",
    ],
)
def test_an_accident_is_no_attack(whole: Reader, text: str) -> None:
    assert not whole.read(document(text)).claims
