"""How likely a line says that is which it names."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One, Read, chain


@pytest.mark.parametrize(
    ("text", "trigger", "band"),
    [
        ("An army attack on Idlib before spring: 20-30%.", "attack", (0.2, 0.3)),
        ("Fall of Homs by Sunday: 70%.", "Fall", (0.7, 0.7)),
        ("Capture of Goma by M23 within a week: better than even.", "Capture", (0.55, 0.8)),
        ("The truce between Israel and Hezbollah will hold to May: 60%.", "truce", (0.6, 0.6)),
        ("A Thai attack on Siem Reap: remote.", "attack", (0.0, 0.05)),
        ("Hezbollah quits the area south of the Litani: don't hold your breath.", "quits",
         (0.05, 0.45)),
        ("Attack by the RSF on El Fasher next week - don't bet on it.", "Attack", (0.05, 0.45)),
        ("Rebel attack on Homs can't be ruled out; we put it at 15%.", "attack", (0.15, 0.15)),
        ("As for the offensive on Aleppo that the army keeps promising, don't hold your breath.",
         "offensive", (0.05, 0.45)),
    ],
)  # fmt: skip
def test_odds_behind_what_a_line_names_make_it_a_forecast(
    claim: One, text: str, trigger: str, band: tuple[float, float]
) -> None:
    found = claim(text, trigger)
    assert (found.status, found.polarity, found.probability) == ("forecast", "positive", band)


def test_the_words_of_odds_tell_nothing_as_sources(claim: One) -> None:
    assert chain(claim("More raids on Homs before Sunday: bank on it.", "raids")) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Attack on the port of Bara: 12 killed.", "Attack"),
        ("Damage to the hospital after the raid on Homs: 70%.", "raid"),
        ("Destruction of Rafah: 70%.", "Destruction"),
        ("The army attacked the bank in Homs: remote villages were hit.", "attacked"),
        ("Rebels shelled Goma this week: 20%.", "shelled"),
    ],
)
def test_other_figures_and_words_behind_a_colon_are_no_odds(
    read: Read, text: str, trigger: str
) -> None:
    found = next(c for c in read(text).claims if trigger in c.trigger.text)
    assert (found.status, found.certainty) == ("occurred", "certain")
