"""Accounts that are called untrue: by what they are held against, and by who sells them."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, chain, document


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The information about the shelling of Arkel does not correspond to reality.", "negative"),
        ("Claims of the shelling of Arkel contradict the facts, the mayor said.", "negative"),
        ("Reports on the shelling of Arkel have nothing to do with reality.", "negative"),
        ("The claim of the shelling of Arkel is far from the truth.", "negative"),
        ("Statements about the shelling of Arkel are at odds with reality.", "negative"),
        ("News of the shelling of Arkel does not reflect the situation.", "negative"),
        ("The information about the shelling of Arkel corresponds to reality.", "positive"),
        ("The information about the shelling of Arkel was confirmed.", "positive"),
    ],
)
def test_what_is_held_against_reality(whole: Reader, text: str, polarity: str) -> None:
    assert at(whole.read(document(text)).claims, "shelling").polarity == polarity


@pytest.mark.parametrize("who", ["rebels", "soldiers"])
@pytest.mark.parametrize(
    ("text", "polarity", "by"),
    [
        ("The mayor denies rumours according to which {who} burned the mill.", "negative", "mayor"),
        ("Rumours on the net according to which {who} burned the mill are false.", "negative", ""),
        ("There are reports according to which {who} burned the mill.", "positive", "reports"),
        ("They met a mayor, according to whom {who} burned the mill.", "positive", "mayor"),
    ],
)
def test_what_is_told_according_to_an_account(
    reader: Reader, text: str, polarity: str, by: str, who: str
) -> None:
    burned = at(reader.read(document(text.format(who=who))).claims, "burned")
    assert burned.polarity == polarity
    assert chain(burned) == [by] * bool(by)


@pytest.mark.parametrize(
    "text",
    [
        "The governor wants you to believe that rebels burned the mill.",
        "The governor would have us believe that rebels burned the mill.",
        "The governor would like the world to think that rebels burned the mill.",
    ],
)
def test_what_one_is_only_to_believe_is_not_so_and_on_nobodys_word(
    whole: Reader, text: str
) -> None:
    burned = at(whole.read(document(text)).claims, "burned")
    assert (burned.polarity, chain(burned)) == ("negative", [])
    assert burned.certainty != "certain"


def test_what_somebody_believes_is_theirs(whole: Reader) -> None:
    burned = at(
        whole.read(document("The governor believes that rebels burned the mill.")).claims, "burned"
    )
    assert (burned.polarity, chain(burned)) == ("positive", ["governor"])


@pytest.mark.parametrize("text", ["The army said that reports of a raid on Arkel were false."])
def test_who_calls_it_untrue_is_not_untrue(whole: Reader, text: str) -> None:
    assert at(whole.read(document(text)).claims, "raid").polarity == "negative"
    dismissed = "The army denied that it shelled Arkel, dismissing the accounts as propaganda."
    claims = whole.read(document(dismissed)).claims
    assert all(c.polarity == "positive" for c in claims if c.event == "REJECT")
