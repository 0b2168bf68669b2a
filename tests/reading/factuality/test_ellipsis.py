"""What is taken back by a verb alone: "the bridge was said to be destroyed. It has not been."."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import chain, document, texts, told


@pytest.mark.parametrize(
    ("text", "event", "actors", "recipients"),
    [
        ("We wrote that the dam had been destroyed. It has not been: it stands.", "ASSAULT", [],
         ["dam"]),
        ("The ministry said that the bridge had been destroyed. It was not.", "ASSAULT", [],
         ["bridge"]),
        ("The militia said that it had captured the fort. It has not.", "CONTROL", ["militia"], []),
        ("The ministry said that the army had withdrawn from the valley. It had not.", "RETREAT",
         ["army"], []),
    ],
)  # fmt: skip
def test_a_correction_denies_what_was_told(
    whole: Reader, text: str, event: str, actors: list[str], recipients: list[str]
) -> None:
    claims = whole.read(document(text)).claims
    assert [(c.event, c.polarity) for c in claims] == [(event, "positive"), (event, "negative")]
    assert texts(claims[1].actors) == actors
    assert texts(claims[1].recipients) == recipients


def test_what_happened_instead_is_another_claim(whole: Reader) -> None:
    text = "We wrote that the dam had been destroyed. It has not been: a blast damaged the road."
    claims = whole.read(document(text)).claims
    assert [c.polarity for c in claims] == ["positive", "negative", "positive"], told(claims)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that the bridge had been destroyed. It was not the first.",
        "The ministry said that the bridge had been destroyed. It has not said when.",
        "The ministry said that the bridge had been destroyed. We have not.",
        "The bridge was destroyed. There was not.",
    ],
)
def test_a_sentence_that_says_more_takes_nothing_back(whole: Reader, text: str) -> None:
    claims = whole.read(document(text)).claims
    assert [c.polarity for c in claims] == ["positive"], told(claims)


@pytest.mark.parametrize(
    ("text", "event", "accused"),
    [
        ("Bor says that Goma bombed the port, Goma says it didn't.", "ASSAULT", "+"),
        ("Bor says the rebels shelled the port, the rebels say they did not.", "ASSAULT", "+"),
        ("Bor said that Goma shelled the port. Goma said it had not.", "ASSAULT", "+"),
        ("The mayor said the army left the port, but the army says it did not.", "RETREAT", "+"),
        ("The army said a drone hit the port; police say that it did not.", "ASSAULT", "?"),
        ("Police said the port was hit by a drone; the mayor says it was not.", "ASSAULT", "+"),
        ("Bor says Goma violated the truce; Goma says it has not.", "RETREAT", "-"),
    ],
)
def test_who_is_accused_says_it_did_not(whole: Reader, text: str, event: str, accused: str) -> None:
    """ "A says B broke the truce, B says it didn't": the denial was lost."""
    claims = [c for c in whole.read(document(text)).claims if c.event == event]
    read = "".join("+" if c.polarity == "positive" else "-" for c in claims)
    assert read == {"+": "+-", "-": "-+", "?": "+"}[accused], told(claims)
    if accused != "?":
        assert chain(claims[0]) != chain(claims[1]) != []


@pytest.mark.parametrize(
    "answer", ["it did", "it didn't know", "it did nothing wrong", "we did not", "that is false"]
)
def test_another_answer_takes_nothing_back(whole: Reader, answer: str) -> None:
    text = f"Bor says that Goma bombed the port, Goma says {answer}."
    claims = [c for c in whole.read(document(text)).claims if c.event == "ASSAULT"]
    assert [c.polarity for c in claims] == ["positive"], told(claims)


@pytest.mark.parametrize(
    ("told_first", "answer"),
    [
        ("Channels say that the mayor was killed in a raid.", "The militia said he is alive."),
        ("Channels say that the mayor was killed in a raid.", 'The militia: "He is alive."'),
        ("The army said it killed the commander.", "The militia says that she is alive and well."),
        (
            "Two captains were killed in a raid, channels say.",
            '"They are alive," the militia says.',
        ),
        ("The army says the leader died in a raid.", "The militia said he was alive."),
    ],
)
def test_who_lives_was_not_killed(whole: Reader, told_first: str, answer: str) -> None:
    """ "He is alive" denied nothing, and the admission next day contradicted nobody."""
    claims = whole.read(document(f"{told_first} {answer}")).claims
    found = next(c for c in claims if c.trigger.text == "alive")
    assert (found.event, found.polarity, found.certainty) == ("ASSAULT", "negative", "certain")
    assert [name.casefold().split()[-1] for name in chain(found)] == ["militia"]
    assert found.recipients


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was wounded in a raid, police said. The hospital said he is alive.",
        "A raid killed the mayor. His brother is alive, the militia said.",
        "A raid killed ten people. Two women were trapped; they are alive, police said.",
        "A blast killed the mayor and wounded a guard. He is alive, doctors said.",
        "A blast killed ten soldiers. He is alive, his mother said.",
        "A blast killed a soldier. He is not alive, police said.",
        "The hostage is alive and well, the militia said.",
    ],
)
def test_others_who_live_deny_no_death(whole: Reader, text: str) -> None:
    claims = whole.read(document(text)).claims
    assert all(c.polarity == "positive" for c in claims if c.event == "ASSAULT"), told(claims)
