"""What is stopped happens no longer; what somebody only asks to stop, goes on."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, Read, at, document, told


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Peruvian jets have stopped bombing the valley.", "bombing"),
        ("The militia stopped firing mortars at the port.", "firing"),
        ("The kingdom has stopped supplying rifles to the junta.", "supplying"),
        ("The guards stopped arresting students.", "arresting"),
        ("The rebels have given up shelling the district.", "shelling"),
        ("The army quit shelling the port.", "shelling"),
        ("The army will stop shelling the port.", "shelling"),
    ],
)
def test_what_is_stopped_is_negative(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).polarity == "negative"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army has not stopped shelling the port.", "shelling"),
        ("The rebels refused to stop shelling the port.", "shelling"),
        ("The mayor told the rebels to stop shelling the port.", "shelling"),
        ("The rebels must stop shelling the port.", "shelling"),
        ("The army ended up shelling the port.", "shelling"),
        ("The shelling of the port has not stopped.", "shelling"),
        ("The shelling of the port ended on Monday.", "shelling"),
        ("The truce did not end the shelling of the port.", "shelling"),
    ],
)
def test_what_goes_on_or_has_been_is_positive(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).polarity == "positive"


def test_who_gives_up_attacking_does_not_surrender(read: Read) -> None:
    claims = read("The militia has given up kidnapping teachers.").claims
    assert [(c.event, c.polarity) for c in claims] == [("ASSAULT", "negative")], told(claims)
    claims = read("The militia has given up its rifles.").claims
    assert [(c.event, c.mode) for c in claims] == [("RETREAT", "disarm")], told(claims)


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("Peru ended its bombing of the valley.", "bombing", "negative"),
        ("Peru suspended its air strikes on the valley.", "strikes", "negative"),
        ("The general ended his visit to the capital.", "visit", "positive"),
        ("The guards stopped to search the houses.", "search", "positive"),
        # Two negations stay cancelled, whatever the heads say.
        ("The army has not stopped bombing the valley.", "bombing", "positive"),
        ("The army did not violate the ceasefire.", "violate", "positive"),
    ],
)
def test_the_heads_leave_what_is_stopped(
    whole: Reader, text: str, trigger: str, polarity: str
) -> None:
    assert at(whole.read(document(text)).claims, trigger).polarity == polarity
