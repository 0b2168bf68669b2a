"""Who speaks and who acts where clauses meet; listed names that the parse takes apart."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, Read, at, chain, document, texts, told


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        # The heads took who is told of in the relative clause for who speaks in it.
        ("Rwanda, which Congo accuses of backing the M23, denied it.", "backing", ["Congo"]),
        ("Congo, which Rwanda accuses of backing the FDLR, denied it.", "backing", ["Rwanda"]),
        ("Iran, which Israel accuses of arming Hezbollah, denied it.", "arming", ["Israel"]),
        ("The Houthis, whom Riyadh accuses of shelling Marib, fled.", "shelling", ["Riyadh"]),
        (
            "The ministry, which said rebels shelled Goma, vowed to respond.",
            "shelled",
            ["ministry"],
        ),
        ("Residents, who said that soldiers burned the market, fled.", "burned", ["Residents"]),
    ],
)
def test_who_is_told_of_in_a_relative_clause_does_not_speak_there(
    whole: Reader, text: str, trigger: str, sources: list[str]
) -> None:
    assert chain(at(whole.read(document(text)).claims, trigger)) == sources


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "sources"),
    [
        # A past tense was joined to the infinitive that was asked for: Armenia withdrew, by Russia.
        ("Russia urged Armenia to sign and withdrew its guards.", "withdrew", ["Russia"], []),
        ("Armenia urged Russia to sign and withdrew its guards.", "withdrew", ["Armenia"], []),
        ("Turkey told Sweden to act and expelled its envoy.", "expelled", ["Turkey"], []),
        ("Rwanda promised to help and closed the border.", "closed", ["Rwanda"], []),
        ("France called on Niger to yield and sent troops.", "sent", ["France"], []),
        (
            "A minister said Russia had urged Armenia to sign and withdrew its guards.",
            "withdrew",
            ["Russia"],
            ["minister"],
        ),
        ("Turkey said Sweden fled and expelled its envoy.", "expelled", ["Sweden"], ["Turkey"]),
        ("Rebels vowed to attack and capture the town.", "capture", ["Rebels"], ["Rebels"]),
    ],
)
def test_what_follows_what_was_asked_is_the_askers_own_deed(
    whole: Reader, text: str, trigger: str, actors: list[str], sources: list[str]
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (texts(found.actors), chain(found)) == (actors, sources)


@pytest.mark.parametrize(
    "name",
    [
        "Doctors Without Borders",
        "Save the Children",
        "Reporters Without Borders",
        "Committee to Protect Journalists",
        "Action Against Hunger",
    ],
)
def test_a_listed_name_is_told_whole_and_holds_no_event(read: Read, name: str) -> None:
    claims = read(f"{name} said that the army shelled a clinic in Goma.").claims
    assert [c.trigger.text for c in claims] == ["shelled"], told(claims)
    assert chain(claims[0]) == [name]


def test_a_listed_name_is_told_whole_within_a_phrase(claim: One) -> None:
    found = claim("The army shelled a clinic of Doctors Without Borders in Goma.", "shelled")
    assert texts(found.recipients) == ["clinic of Doctors Without Borders"]


def test_the_words_of_a_name_mean_what_they_say_elsewhere(read: Read) -> None:
    claims = read("Hunger spread in the camp, where doctors without borders stayed.").claims
    assert "CONDITION" in {c.event for c in claims}


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Four people were killed in the province of Idlib activists said.", ["activists"]),
        ("Four people were killed in Kidal region army officials said.", ["army officials"]),
        ("Four people were killed north of the city of Azaz witnesses said.", ["witnesses"]),
        ("Four were killed in the city of Aleppo his spokesman said on Monday.", ["spokesman"]),
        ("Four people were killed on Sunday state media said.", ["state media"]),
        ("Four people were killed, doctors in the city of Homs said.", ["doctors in the city of"]),
        ("Four were killed, the governor of Homs province said.", ["governor of Homs province"]),
    ],
)
def test_where_a_source_begins_when_its_comma_is_lost(
    claim: One, text: str, sources: list[str]
) -> None:
    found = chain(claim(text, "killed"))
    assert [f[: len(s)] for f, s in zip(found, sources, strict=True)] == sources


@pytest.mark.parametrize("verb", ["boasted of", "bragged about", "spoke of", "had boasted of"])
def test_who_boasts_of_a_deed_says_that_it_was_done(read: Read, verb: str) -> None:
    found = at(read(f"Nine drivers said that a warlord {verb} burning the mill.").claims, "burning")
    assert chain(found) == ["Nine drivers", "warlord"]
    assert texts(found.actors) == ["warlord"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Rebels raided Goma; nine bodies were found there, according to the mayor.", []),
        ("Rebels raided Goma, and nine guests were killed, according to the mayor.", ["mayor"]),
        ("According to the mayor, rebels raided Goma; nine bodies were found there.", ["mayor"]),
    ],
)
def test_who_is_named_behind_a_later_statement_tells_that_alone(
    read: Read, text: str, sources: list[str]
) -> None:
    assert chain(at(read(text).claims, "raided")) == sources
