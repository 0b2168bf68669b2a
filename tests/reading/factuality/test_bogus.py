"""False news and lies that somebody spreads: what they tell is denied by who calls them so."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, chain, document


@pytest.mark.parametrize(
    ("text", "polarity", "sources"),
    [
        ("Channels are spreading fabricated news that the army hit the clinic.", "-", []),
        ("Channels spread the canard that the army hit the clinic.", "-", []),
        (
            "The mayor said that channels circulated fakes that the army hit the clinic.",
            "-",
            ["mayor"],
        ),
        (
            "The mayor accused the guild's radio of peddling disinformation that the army had "
            "hit the clinic.",
            "-",
            ["mayor"],
        ),
        ("The radio broadcast a false report that the army hit the clinic.", "-", []),
        ("The army rejected false claims that it had hit the clinic.", "-", ["army"]),
        ("The army's claims that it hit the depot are false, rebels said.", "-", ["rebels"]),
        ("Channels are spreading false rumours that the army hit the clinic.", "-", []),
        ("The army spread lies, officials said, and hit the clinic.", "+", ["officials"]),
    ],
)
def test_false_news_are_denied_by_who_calls_them_false(
    whole: Reader, text: str, polarity: str, sources: list[str]
) -> None:
    """A denial in these words was the denier's own confession, or the liars'."""
    found = at(whole.read(document(text)).claims, "hit")
    assert found.polarity == ("negative" if polarity == "-" else "positive")
    assert found.certainty == "certain"
    assert chain(found) == sources


@pytest.mark.parametrize(
    "text",
    [
        "Disinformation about the army's strike on the port is spreading.",
        "Lies about its strike on the port were spread.",
        "Lies about the strike on the port were spread.",
    ],
)
def test_lies_about_a_known_deed_leave_it_standing(whole: Reader, text: str) -> None:
    assert at(whole.read(document(text)).claims, "strike").polarity == "positive"


@pytest.mark.parametrize(
    "verdict",
    [
        "were mere psychological warfare",
        "are psychological warfare",
        "are nothing but an information operation",
        "were a smear campaign",
        "are a figment of the imagination",
        "are bogus",
        "are premature",
    ],
)
@pytest.mark.parametrize("told", ["of the fall of the base", "that rebels took the base"])
def test_reports_may_be_called_psychological_warfare(
    whole: Reader, told: str, verdict: str
) -> None:
    """The spokesman who calls a fall an invention had told of it."""
    claims = whole.read(document(f"The spokesman said that reports {told} {verdict}.")).claims
    held = [c for c in claims if c.event == "CONTROL"]
    assert [(c.polarity, chain(c)) for c in held] == [("negative", ["spokesman"])]


@pytest.mark.parametrize("lie", ["an invention", "a lie", "a fabrication", "a smear"])
@pytest.mark.parametrize("aim", ["intended to cover up", "meant to justify", "to distract from"])
def test_what_a_lie_is_to_hide_was_done(whole: Reader, lie: str, aim: str) -> None:
    """The deed that an accused lays to another was denied with the one that they deny."""
    text = f"The claim that a convoy was struck is {lie} {aim} the bombing of the clinic by rebels."
    claims = whole.read(document(text)).claims
    assert at(claims, "struck").polarity == "negative"
    assert at(claims, "bombing").polarity == "positive"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The mayor told lies about the raid on the port.", "positive"),
        ("The mayor told lies of a raid on the port.", "negative"),
        ("The army spread lies to justify the raid on the port.", "positive"),
        ("The radio spread false information about the raid on the port.", "positive"),
    ],
)
def test_lies_about_a_raid_deny_no_raid(whole: Reader, text: str, polarity: str) -> None:
    assert at(whole.read(document(text)).claims, "raid").polarity == polarity


@pytest.mark.parametrize(
    "judged",
    ["an allegation that the army dismissed as lies", "a charge rejected by the army"],
)
def test_who_accuses_does_not_tell_of_the_denial(whole: Reader, judged: str) -> None:
    """What X dismissed, in "an allegation that X dismissed", was on the allegation's word."""
    text = f"Residents said that two captives had been shot dead, {judged}."
    denied = [c for c in whole.read(document(text)).claims if c.event == "REJECT"]
    assert [(c.actors[0].text, c.certainty, chain(c)) for c in denied] == [("army", "certain", [])]
