"""What stands behind what somebody says and is the author's own; who is meant by few words."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        (
            "An earlier version said that Kabul had recalled its envoy; the envoy remains in Homs.",
            "remains",
            ["author"],
        ),
        (
            "The mayor said rebels had left the town; they had burned the market in Homs.",
            "burned",
            ["author", "mayor"],
        ),
        (
            "The mayor said the army had shelled Homs, a day after rebels captured Hama.",
            "captured",
            ["author"],
        ),
        (
            "The mayor said that rebels captured Hama after the army had shelled it.",
            "shelled",
            ["author", "mayor"],
        ),
        (
            "Rebels shelled the port, the mayor said on Monday, as soldiers entered Hama.",
            "entered",
            ["author"],
        ),
        (
            "The mayor said rebels shelled the port as soldiers entered Hama.",
            "entered",
            ["author", "mayor"],
        ),
        (
            "Rebels shelled the port, the mayor said, as soldiers had entered Hama.",
            "entered",
            ["author", "mayor"],
        ),
        (
            "The governor vowed to keep up the fight following the chemical attack on Homs.",
            "chemical attack",
            ["author"],
        ),
        ("The rebels vowed revenge for Tuesday's strike on Homs.", "strike", ["author"]),
        ("The army denied the shelling of the camp.", "shelling", ["author", "army"]),
        (
            "Activists disputed the account saying the rebels still held the market in Homs.",
            "held",
            ["author", "Activists"],
        ),
        (
            "Rebels hold Kayes, a source close to the army said.",
            "hold",
            ["author", "source close to the army"],
        ),
        (
            "The government would probably attack the districts of Homs next analysts say.",
            "attack",
            ["author", "analysts"],
        ),
    ],
)
def test_who_says_it(whole: Reader, text: str, trigger: str, sources: list[str]) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert [source.text for source in found.attribution] == sources


def test_lines_below_a_speaker_end_with_we(whole: Reader) -> None:
    text = (
        "Minister Alan Whitcombe said:\n\nThe militia lost Homs. Our jets will strike it.\n\n"
        "Some 500 officers are training forces in Erbil.\n"
    )
    claims = whole.read(document(text)).claims
    assert "Alan Whitcombe" in at(claims, "strike").attribution[-1].text
    assert [s.text for s in at(claims, "training").attribution] == ["author"]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("The army shelled Homs and the rebels Hama.", []),
        ("Russia blamed Ukraine for the raid, and Ukraine Russia.", ["Ukraine"]),
        ("The army shelled the rebels and the militia in Homs.", ["rebels", "militia"]),
    ],
)
def test_who_acts_in_a_half_without_a_verb_is_not_acted_on(
    whole: Reader, text: str, recipients: list[str]
) -> None:
    assert texts(whole.read(document(text)).claims[0].recipients) == recipients
