"""Who acts where a clause names several: not whoever does something else beside it."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # Whoever took a town after clashes with another was their other side.
        ("The army took the bridge after clashes with rebels.", "clashes", ["army", "rebels"], []),
        (
            "Rebels took the bridge after weeks of clashes with the army.",
            "clashes",
            ["Rebels", "army"],
            [],
        ),
        ("The mayor fled the town after clashes with rebels.", "clashes", ["rebels"], []),
        # What is told with "with" has a subject of its own.
        (
            "The army advanced on the port, with jets bombing the harbour.",
            "bombing",
            ["jets"],
            ["harbour"],
        ),
        ("Rebels attacked guards with rockets, bombing a mill.", "bombing", ["Rebels"], ["mill"]),
        # A word before the next of several nouns says nothing of those before.
        ("Shelling and Russian air raids hit the mill.", "Shelling", [], ["mill"]),
        ("Shelling and Russian air raids hit the mill.", "raids", ["Russian"], ["mill"]),
    ],
)
def test_who_does_what_beside_another(
    read: Read, text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    found = at(read(text).claims, trigger)
    assert texts(found.actors) == actors
    assert texts(found.recipients) in (recipients, [])


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        # The heads took whoever did something else beside a passive for its doer.
        (
            "Jets are pounding areas held by rebels close to a town liberated from ISIS this week.",
            "liberated",
            [],
        ),
        (
            "The ministry demands that the militia release the 14 soldiers taken captive in May.",
            "captive",
            [],
        ),
        ("At least 50 people died in clashes, suicide bombings and US-led raids.", "suicide", []),
        ("The soldiers were captured by the militia on Monday.", "captured", ["militia"]),
        # Who holds or brokers stands before the participle.
        ("In May a US-Russia brokered ceasefire came into force.", "brokered", ["US-Russia"]),
    ],
)
def test_a_passive_without_a_doer_has_none(
    whole: Reader, text: str, trigger: str, actors: list[str]
) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).actors) == actors


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Rebels captured the town with support from the army.", ["army"], ["Rebels"]),
        ("The army captured the town with support from rebels.", ["rebels"], ["army"]),
        ("With Russian air support, Syrian forces captured it.", ["Russian"], ["Syrian forces"]),
    ],
)
def test_with_whose_support_something_was_done(
    whole: Reader, text: str, actors: list[str], recipients: list[str]
) -> None:
    found = at(whole.read(document(text)).claims, "support")
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)
