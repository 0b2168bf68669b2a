"""Texts that lay traps: names inside words, persons, bodies and namesakes that are no such place.

Each text stands with every place that a reader must find in it, and its country; nothing else.
"""

from __future__ import annotations

import pytest

from tests.reading.sentences import Read

TRAPS: dict[str, dict[str, str | None]] = {
    # a name inside an ordinary word
    "Ambassador Assadi met the ambassador of Norway.": {"Norway": "NO"},
    "The rights of night watchmen were in their thoughts.": {},
    "Reading the statement, he thought that mobile units of a nice battalion came.": {},
    "On May Day, August and June met April.": {},
    "He was born in Hama and died in the custody of Hamas.": {"Hama": "SY"},
    "The humans of the bomb squad, hidden in Homs, were in good humour.": {"Homs": "SY"},
    # namesakes told apart by what stands behind
    "He lives in Paris, Texas, where the rodeo was held.": {"Paris": "US", "Texas": "US"},
    "The talks in Paris, France, ended on Monday.": {"Paris": "FR", "France": "FR"},
    "Lebanon, Pennsylvania, held a parade.": {"Lebanon": "US", "Pennsylvania": "US"},
    "The battle of Tripoli, Lebanon, lasted a week.": {"Tripoli": "LB", "Lebanon": "LB"},
    "Cambridge, Massachusetts, and Cambridge, England, are twinned.": {
        "Cambridge": "GB", "Massachusetts": "US", "England": "GB",
    },
    "They met in Alexandria, Virginia.": {"Alexandria": "US", "Virginia": "US"},
    # a country or a person
    "Jordan said his brother was killed in the raid.": {},
    "Jordan said its air force had struck the convoy.": {"Jordan": "JO"},
    "Michael Jordan scored twice.": {},
    "Chad Wolf spoke to reporters.": {},
    "Soldiers from Chad crossed into Darfur.": {"Chad": "TD", "Darfur": "SD"},
    "Amadou Mali was arrested on Friday.": {},
    "Mali expelled the ambassador.": {"Mali": "ML"},
    "Israel Adesanya won the fight.": {},
    "Victoria said she fled the village.": {},
    "Georgia told the court that she had fled.": {},
    # a capital, a state, a person
    "Washington said the strikes would go on.": {"Washington": "US"},
    "In Washington state, fires burned near Seattle.": {"Washington state": "US", "Seattle": "US"},
    "Denzel Washington arrived on Monday.": {},
    # a country or a state of its name
    "In Georgia, Atlanta's mayor spoke of the storm.": {"Georgia": "US", "Atlanta": "US"},
    "Georgia accused Russia of shelling villages near Tskhinvali.": {
        "Georgia": "GE", "Russia": "RU", "Tskhinvali": "GE",
    },
    # places inside the names of units, bodies, papers and accords
    "The Aleppo Brigade shelled the airport.": {},
    "Fighters of the Damascus Front withdrew.": {},
    "The Idlib Military Council issued a statement.": {},
    "The Donetsk People's Republic claimed the town.": {},
    "The Islamic State of Iraq and Syria claimed the attack.": {},
    "The Free Syrian Army entered Jarabulus.": {"Jarabulus": "SY"},
    "The Kherson Volunteer Battalion left Mykolaiv.": {"Mykolaiv": "UA"},
    "The Washington Post and the New York Times reported it.": {},
    "The Moscow Times reported the blast.": {},
    "The Minsk Agreements and the Geneva Conventions were cited.": {},
    # peoples and adjectives
    "Syrian and Turkish soldiers clashed.": {},
    "The Homs-based activist said nothing.": {},
    "Turkey-backed fighters and Iran-linked militias fought.": {},
    "Bishop Tutu and General Mattis met Marshal Haftar.": {},
    "Police fired on the crowd in the market.": {},
}  # fmt: skip


@pytest.mark.parametrize(("text", "places"), TRAPS.items())
def test_only_the_places_of_a_text_are_its_places(
    read: Read, text: str, places: dict[str, str | None]
) -> None:
    found = {e.text: e.country for e in read(text).document.entities if e.kind == "place"}
    assert found == places


def test_each_of_two_namesakes_is_settled_by_its_own_words(read: Read) -> None:
    text = "Cambridge, Massachusetts, and Cambridge, England, are twinned."
    found = [e.country for e in read(text).document.entities if e.text == "Cambridge"]
    assert found == ["US", "GB"]


def test_washington_is_the_capital_unless_the_state_is_named(read: Read) -> None:
    said = "Washington said the strikes would go on. In Washington state, fires burned."
    found = [e.feature for e in read(said).document.entities if e.kind == "place"]
    assert found == ["PPL", "ADM1"]


def test_at_least_thirty_traps_are_laid() -> None:
    assert len(TRAPS) >= 30
