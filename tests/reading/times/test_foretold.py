"""The window that a heading or the sentence before sets for a forecast that names none."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, at, document

THREE_DAYS = ("2024-03-06", "2024-03-09")
TWO_DAYS = ("2024-03-06", "2024-03-08")
NONE = (None, None)


@pytest.mark.parametrize(
    ("text", "trigger", "days"),
    [
        ("The next 72 hours will be decisive. The army will storm Idlib.", "storm", THREE_DAYS),
        (
            "The next 72 hours will be decisive, the envoy said. The front will take Goma.",
            "take",
            THREE_DAYS,
        ),
        ("Within 48 hours, everything will change. Jets will bomb Hodeidah.", "bomb", TWO_DAYS),
        (
            "In the next 48 hours the situation will change. The front will fall. The rebels will "
            "take Kupiansk.",
            "take",
            TWO_DAYS,
        ),
        ("The coming week will decide the war. The front will storm Goma on Friday.", "storm",
         ("2024-03-08", "2024-03-08")),
        ("The next 72 hours will not be decisive. The army will storm Idlib.", "storm", NONE),
        ("The next 72 hours will be key for talks. The army will storm Idlib.", "storm", NONE),
        ("The coming week will tell. The army will storm Idlib, the envoy said.", "storm", NONE),
        ("The coming week will tell. The army will never storm Idlib.", "storm", NONE),
        ("The decision comes tomorrow. The army will storm Idlib.", "storm", NONE),
        ("The past week was decisive. The army will storm Idlib.", "storm", NONE),
        (
            "The next 72 hours will be decisive.\n\nElsewhere, the army will storm Idlib.",
            "storm",
            NONE,
        ),
        (
            "The next 72 hours will be decisive. The army stormed Idlib.",
            "stormed",
            ("2024-03-06", "2024-03-06"),
        ),
    ],
)  # fmt: skip
def test_the_sentence_before(
    claim: One, text: str, trigger: str, days: tuple[str | None, str | None]
) -> None:
    when = claim(text, trigger).when
    assert (when.start, when.end) == days


def test_a_heading_over_a_list(whole: Reader) -> None:
    text = (
        "Within 48 hours:\n- Russian forces will storm Kupiansk\n- The navy will strike Odesa\n"
        "- The brigade shelled Izium\n- Rebels will leave Goma on Monday\n\n"
        "The army will enter Bakhmut.\n"
    )
    claims = whole.read(document(text)).claims
    found = {t: at(claims, t).when for t in ("storm", "strike", "shelled", "leave", "enter")}
    assert {t: (w.start, w.end) for t, w in found.items()} == {
        "storm": TWO_DAYS,
        "strike": TWO_DAYS,
        "shelled": ("2024-03-06", "2024-03-06"),
        "leave": ("2024-03-11", "2024-03-11"),
        "enter": NONE,
    }
    assert found["storm"].text == "Within 48 hours"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("In the next 48 hours: jets will fly. The army will storm Idlib.", TWO_DAYS),
        ("Over the next 48 hours:\n\n1. The army will storm Idlib.", TWO_DAYS),
        ("Talks in the next 48 hours:\n- The army will storm Idlib.", NONE),
        ("Within 48 hours: jets will fly. The army will then storm Idlib.", NONE),
        ("In the last 48 hours:\n- The army will storm Idlib.", NONE),
        ("2 January: the army will storm Idlib.", NONE),
        ("What the ministry told every paper within 48 hours:\n- The army will storm Idlib.", NONE),
    ],
)
def test_what_a_colon_leads_in(claim: One, text: str, days: tuple[str | None, str | None]) -> None:
    when = claim(text, "storm").when
    assert (when.start, when.end) == days
