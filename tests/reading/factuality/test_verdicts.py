"""What a heading says the odds of, steps are taken for or hallmarks tell: none is told as done for
sure.
"""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, at, document


@pytest.mark.parametrize(
    ("text", "trigger", "certainty", "band"),
    [
        ("A rebel attack on the port: likely.", "attack", "probable", (0.55, 0.80)),
        ("A rebel attack on the port: highly likely.", "attack", "probable", (0.80, 0.95)),
        ("- A rebel attack on the port: unlikely.", "attack", "possible", (0.20, 0.45)),
        ("A raid on the port: remote chance.", "raid", "possible", (0.01, 0.05)),
        ("A truce in Goma: even chance.", "truce", "possible", (0.45, 0.55)),
    ],
)
def test_what_a_heading_says_the_odds_of_lies_ahead(
    whole: Reader, text: str, trigger: str, certainty: str, band: tuple[float, float]
) -> None:
    """An estimate in a list had occurred."""
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.status, found.certainty) == ("forecast", certainty)
    assert found.probability == band


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "All dispositions have been taken so that Goma is retaken in the coming days.",
            "forecast",
        ),
        ("Everything is being done so that Goma is retaken soon.", "forecast"),
        ("The rebels fled so that Goma was retaken on Monday.", "occurred"),
    ],
)
def test_what_steps_are_taken_for_lies_ahead(whole: Reader, text: str, status: str) -> None:
    """What all had been done for was going on, and no forecast."""
    assert at(whole.read(document(text)).claims, "retaken").status == status


@pytest.mark.parametrize("who", ["Wagner", "Hezbollah", "ISIS"])
@pytest.mark.parametrize(
    ("look", "certainty"),
    [
        ("bore the hallmarks of", "probable"),
        ("bears the signature of", "probable"),
        ("was typical of", "probable"),
        ("was consistent with the tactics of", "probable"),
        ("was claimed by", "certain"),
        ("killed ten men of", "certain"),
    ],
)
def test_hallmarks_make_a_doer_no_more_than_probable(
    whole: Reader, who: str, look: str, certainty: str
) -> None:
    """An attack by its hallmarks was somebody's for certain."""
    text = f"The attack on the port {look} {who}, officials said."
    assert at(whole.read(document(text)).claims, "attack").certainty == certainty


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("It is likely that rebels will capture Goma in a week (about 70 percent).", (0.70, 0.70)),
        ("Rebels will probably capture Goma within two weeks (60-70%).", (0.60, 0.70)),
        ("Rebels are unlikely to capture Goma within two weeks (15 percent).", (0.15, 0.15)),
        ("It is likely that rebels will capture most of Goma (30 percent).", (0.55, 0.80)),
        ("It is likely that rebels will capture Goma (70 percent held) soon.", (0.55, 0.80)),
    ],
)
def test_a_figure_at_the_end_is_the_band(
    whole: Reader, text: str, band: tuple[float, float]
) -> None:
    """The figure of an estimate was read only right behind the word."""
    found = at(whole.read(document(text)).claims, "capture")
    assert found.probability == band


@pytest.mark.parametrize(
    ("told", "certainty"),
    [
        ("was consistent with international law", "certain"),
        ("was typical of the war", "certain"),
        ("was characteristic of the region", "certain"),
        ("was typical of the militia", "probable"),
        ("was consistent with the tactics of the rebels", "probable"),
        ("was consistent with the group's methods", "probable"),
    ],
)
def test_only_what_is_like_somebody_tells_of_them(claim: One, told: str, certainty: str) -> None:
    """A strike "consistent with the law" was one for certain."""
    assert claim(f"The raid on Kutum {told}.", "raid").certainty == certainty


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Shelling of Kutum: a health risk.", "Shelling", "occurred"),
        ("Airstrike on Kutum: death certain.", "Airstrike", "occurred"),
        ("Attack on Kutum: highly likely.", "Attack", "forecast"),
        ("Attack on Kutum: roughly even chance.", "Attack", "forecast"),
    ],
)
def test_a_heading_of_something_else_is_no_verdict(
    claim: One, text: str, trigger: str, status: str
) -> None:
    assert claim(text, trigger).status == status
