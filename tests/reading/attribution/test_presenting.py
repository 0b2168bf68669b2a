"""Who speaks in what a text only presents: an interview, a transcript of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fogline.model import Part
from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, of_parts

if TYPE_CHECKING:
    from fogline.model import Claim, Document

TALK = """Q: Did the army shell Bor on Monday?
A: We never fired a shell. The rebels bombed the market.

Q: Kenya says that rebels took the port.
A: If they attack it, our men will answer.

The envoy of Chad said that troops left Bor."""


def headed(title: str, body: str) -> Document:
    text = f"{title}\n\n{body}"
    start = len(title) + 2
    parts = (Part("p1", "headline", 0, len(title)), Part("p2", "body", start, len(text)))
    return of_parts(text, parts)


def sources(claim: Claim) -> list[str]:
    return [s.text for s in claim.attribution[1:]]


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Interview with the mayor of Bor", "mayor of Bor"),
        ("Interview: “We have shown restraint” - Chad's ambassador in Bonn", "Chad's ambassador"),
        ("General Ade Bello in conversation", "Ade Bello"),
    ],
)
def test_who_answers_is_whom_the_headline_names(whole: Reader, title: str, who: str) -> None:
    claims = whole.read(headed(title, TALK)).claims
    for trigger in ("fired", "bombed", "attack"):
        assert any(who in source for source in sources(at(claims, trigger))), trigger


def test_a_question_leaves_it_open_and_is_not_the_answers(whole: Reader) -> None:
    claims = whole.read(headed("Interview with the mayor of Bor", TALK)).claims
    asked = at(claims, "shell")
    assert (sources(asked), asked.certainty) == (["Q"], "unknown")
    assert sources(at(claims, "took")) == ["Q", "Kenya"]


@pytest.mark.parametrize(
    ("opening", "who"),
    [
        ("Interview by Ada Lindqvist with General Ade Bello", ["Ade Bello"]),
        ("Ada Lindqvist in conversation with Hill Front leader Ade Bello", ["Ade Bello"]),
        ("We asked the mayor of Bor before an interview with Colonel Ade Bello.", ["Ade Bello"]),
        ("Ada Lindqvist interviewed Colonel Ade Bello.", ["Ade Bello"]),
        ("The mayor of Bor said in an interview with Ada Lindqvist on Monday.", ["mayor of Bor"]),
        ("The mayor gave no interview.", []),
        ("The army denied an interview. Colonel Ade Bello was killed.", []),
        ("The mayor said in an interview that it rained.\nWe answer our readers here.", []),
        ("Q&A: the war in Sudan", []),
    ],
)
def test_who_answers_is_who_was_asked_and_no_label(
    whole: Reader, opening: str, who: list[str]
) -> None:
    text = f"{opening}\n\nQ: Who shelled Goma?\nA: The rebels bombed Goma."
    claims = whole.read(document(text)).claims
    assert sources(at(claims, "bombed")) == who
    assert sources(at(claims, "shelled")) == ["Q"]


def test_what_stands_below_an_interview_is_not_in_it(whole: Reader) -> None:
    claims = whole.read(headed("Interview with the mayor of Bor", TALK)).claims
    assert sources(at(claims, "left")) == ["envoy of Chad"]


@pytest.mark.parametrize(
    ("opening", "who"),
    [
        ("Transcript of an audio message by Ade Bello, spokesman of the Hill Front.", "Ade Bello"),
        ("The voice is that of Ade Bello, who calls himself its spokesman.", "Ade Bello"),
        ("A message by a commander of the Hill Front went round.", "commander of the Hill Front"),
    ],
)
def test_a_quotation_is_whose_message_is_presented(whole: Reader, opening: str, who: str) -> None:
    text = f"{opening}\n\n“We never burned it. We left Bor on Monday.”\n\nThe army shelled Bor."
    claims = whole.read(document(text)).claims
    assert sources(at(claims, "burned")) == sources(at(claims, "left")) == [who]
    assert sources(at(claims, "shelled")) == []


def test_who_is_said_to_have_spoken_goes_before_whose_recording_it_is(whole: Reader) -> None:
    text = "A recording of the attack was shown.\n\n“The army killed ten people,” a nurse said."
    assert sources(at(whole.read(document(text)).claims, "killed")) == ["nurse"]


def test_who_signs_a_quotation_speaks_in_it_and_dates_no_page(whole: Reader) -> None:
    own, signed = "I put this up uncut.", "- Ada Lindqvist, Harbour Voice, 1 March"
    quoted = "We left Bor. The army shelled the market."
    text = f"{own}\n\n{quoted}\n\n{signed}"
    at_ = len(own) + 2
    parts = (
        Part("p1", "body", 0, len(own)),
        Part("p2", "quotation", at_, at_ + len(quoted), author="Ada Lindqvist"),
        Part("p3", "boilerplate", at_ + len(quoted) + 2, len(text)),
    )
    found = whole.read(of_parts(text, parts))
    assert sources(at(found.claims, "shelled")) == ["Ada Lindqvist"]
    assert found.document.published.earliest == "2024-03-06"
