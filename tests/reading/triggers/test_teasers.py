"""Teasers, tags and credits that ran into a text: nothing is read in them, and what follows is."""

from __future__ import annotations

import pytest

from tests.reading.sentences import Read, told


@pytest.mark.parametrize(
    "run_in",
    [
        "READ MORE Army Shells Rebel Town in the North ",
        "Related News Rebels Attack Convoy Near Border - Ministry ",
        "AP Photo A. Reporter Air Strikes Kill Nine in Northern Town ",
        "Tags Northland civilian casualties air strike truce ",
    ],
)
def test_what_ran_in_is_left_out(read: Read, run_in: str) -> None:
    claims = read(f"{run_in}At least six people were killed in shelling on Friday.").claims
    assert [c.trigger.text for c in claims] == ["shelling"], told(claims)


@pytest.mark.parametrize(
    "text",
    [
        "Related attacks killed two soldiers.",
        "Tags on the bodies showed that troops had shelled the village.",
        "Watch towers were shelled by rebels.",
    ],
)
def test_a_sentence_that_only_begins_so_is_read(read: Read, text: str) -> None:
    assert read(text).claims


def test_a_headline_is_read_though_it_is_a_title(read: Read) -> None:
    assert read("Watch Tower Near Northern Town Shelled by Rebels", role="headline").claims
