"""What one tells and another denies in the same sentence: each on the word of who says it."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, chain, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "denial", "by"),
    [
        (
            "Opposition media say police shot five protesters, an accusation rejected by the "
            "government.", "shot", "rejected", ("Opposition media", "government"),
        ),
        (
            "Ukraine says Russia bombed the theatre in Mariupol, an accusation Moscow rejects.",
            "bombed", "rejects", ("Ukraine", "Moscow"),
        ),
        (
            "The army shelled the camp, according to medics, a claim it disputes.",
            "shelled", "disputes", ("medics", "army"),
        ),
        (
            "Israel says Hamas used the hospital as a base, a claim the group rejects.",
            "used", "rejects", ("Israel", "Hamas"),
        ),
    ],
)  # fmt: skip
def test_a_charge_and_who_rejects_it(
    whole: Reader, text: str, trigger: str, denial: str, by: tuple[str, str]
) -> None:
    claims = whole.read(document(text)).claims
    told, denied = at(claims, trigger), at(claims, denial)
    assert (told.polarity, chain(told)) == ("positive", [by[0]])
    assert (denied.mode, texts(denied.actors), chain(denied)) == ("deny", [by[1]], [])
    assert [c.event for c in claims].count("ACCUSE") == 0  # "an accusation" only says it again


@pytest.mark.parametrize(
    ("text", "trigger", "denial"),
    [
        (
            "The claim that the rebels burned the village, denied by their spokesman, was made by "
            "the governor.", "burned", "denied",
        ),
        (
            "A report that the army lost the base, rejected by the ministry, spread on Friday.",
            "lost", "rejected",
        ),
    ],
)  # fmt: skip
def test_who_denies_an_account_is_no_source_of_it(
    whole: Reader, text: str, trigger: str, denial: str
) -> None:
    claims = whole.read(document(text)).claims
    told, denied = at(claims, trigger), at(claims, denial)
    assert told.polarity == "positive"
    assert not set(chain(told)) & set(texts(denied.actors))
    assert (denied.certainty, chain(denied)) == ("certain", [])


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The allegation that police shot a boy, dismissed by the minister, led to protests.", []),
        ("The allegation by the rebels that police shot a boy led to protests.", ["rebels"]),
    ],
)
def test_who_dismisses_an_allegation_does_not_make_it(
    whole: Reader, text: str, actors: list[str]
) -> None:
    claims = [c for c in whole.read(document(text)).claims if c.trigger.text == "allegation"]
    assert [a for c in claims for a in texts(c.actors)] == actors


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("The UN says Rwanda supports the M23 rebels, a charge it denies.", ["Rwanda"]),
        ("Iran is accused of arming the Houthis, an accusation it denies.", ["Iran"]),
        ("Uganda backs the rebels, a charge it denies.", ["Uganda"]),
    ],
)
def test_it_is_no_charge_that_it_denies(whole: Reader, text: str, denier: list[str]) -> None:
    assert texts(at(whole.read(document(text)).claims, "denies").actors) == denier


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Allegations that the army shelled the hospital are being investigated.", "probable"),
        ("Activists repeated the allegation that the army shelled the hospital.", "probable"),
        ("The ministry denied the allegation that the army shelled the hospital.", "certain"),
        ("Medics said that the army shelled the hospital.", "certain"),
    ],
)
def test_what_nobody_is_named_to_allege_is_probable(
    whole: Reader, text: str, certainty: str
) -> None:
    assert at(whole.read(document(text)).claims, "shelled").certainty == certainty
