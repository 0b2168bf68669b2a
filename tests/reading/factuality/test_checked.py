"""What a fact check finds of the claims that it names."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, chain, document

CLAIM = "Claim 2: The army burned the mosque in Goma, several channels reported.\n"


@pytest.mark.parametrize(
    ("verdict", "polarity", "certainty"),
    [
        ("Verdict: FALSE. The mosque stands.", "negative", "certain"),
        ("\nThe post was shared widely.\n\nConclusion: Fake. It stands.", "negative", "certain"),
        ("Our rating: True. The imam confirmed it.", "positive", "certain"),
        ("Verdict: Partly false. The mosque stands.", "positive", "possible"),
        ("The mosque stands.", "positive", "probable"),
    ],
)
def test_a_verdict_stands_for_the_claim_above_it(
    whole: Reader, verdict: str, polarity: str, certainty: str
) -> None:
    found = at(whole.read(document(CLAIM + verdict)).claims, "burned")
    assert (found.polarity, found.certainty) == (polarity, certainty)


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ('"Rebels burned the mosque." Not true.', "negative", "certain"),
        ("“Rebels burned the mosque.” Wrong.", "negative", "certain"),
        ('3. "Rebels burned the mosque." Made up. It stands.', "negative", "certain"),
        ('- "Rebels burned the mosque" — false', "negative", "certain"),
        ('"Rebels burned the mosque." That is not true.', "negative", "certain"),
        ('"Rebels burned the mosque." True. The imam confirmed it.', "positive", "certain"),
        ('"Rebels burned the mosque." Misleading.', "positive", "possible"),
        ('"Rebels burned the mosque." False hopes of a truce died.', "positive", "certain"),
        ("Claim: Rebels burned the mosque. Verdict: False.", "negative", "certain"),
        ("Did rebels burn the mosque? No.", "negative", "certain"),
        ("Have rebels burned the mosque? Not yet.", "negative", "certain"),
        ("Was the mosque burned? Yes. It was hit at dawn.", "positive", "certain"),
        ("Didn't rebels burn the mosque? No, they left.", "negative", "certain"),
        ("Did rebels burn the mosque? No one knows.", "positive", "unknown"),
        ("Did rebels burn the mosque? We do not know.", "positive", "unknown"),
    ],
)
def test_a_quoted_claim_and_a_question_have_their_verdict_at_once(
    whole: Reader, text: str, polarity: str, certainty: str
) -> None:
    """What a list of checks quotes and calls made up was read as having happened."""
    found = at(whole.read(document(text)).claims, "burn")
    assert (found.polarity, found.certainty) == (polarity, certainty)
    assert chain(found) == []


def test_who_answers_a_question_is_its_source(whole: Reader) -> None:
    found = at(
        whole.read(document('"Did we burn the mosque? No," the colonel said.')).claims, "burn"
    )
    assert (found.polarity, chain(found)) == ("negative", ["colonel"])


def test_each_claim_has_its_own_verdict_and_who_spreads_it_denies_nothing(whole: Reader) -> None:
    text = (
        f"{CLAIM}Verdict: False. It stands.\n\n"
        "Claim 3: Rebels shelled Bor.\nVerdict: True. A medic said that rebels shelled it.\n\n"
        "The army left Goma."
    )
    claims = whole.read(document(text)).claims
    burned, left = at(claims, "burned"), at(claims, "left")
    assert (burned.polarity, len(burned.attribution)) == ("negative", 1)
    assert all(c.polarity == "positive" for c in claims if "shelled" in c.trigger.text)
    assert left.polarity == "positive"


def test_a_claim_that_something_did_not_happen_may_be_false_too(whole: Reader) -> None:
    text = "Claim: The army did not burn the mosque.\nVerdict: FALSE. It did."
    assert at(whole.read(document(text)).claims, "burn").polarity == "positive"


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Does the photo depict a tank destroyed near Goma?", "unknown"),
        ("Does the video show a jet shot down near Goma?", "unknown"),
        ("The photo depicts a tank destroyed near Goma.", "certain"),
        ("Did the army shell Goma?\n", "unknown"),
    ],
)
def test_what_is_asked_to_be_shown_is_open(whole: Reader, text: str, certainty: str) -> None:
    (found,) = whole.read(document(text)).claims
    assert found.certainty == certainty


@pytest.mark.parametrize(
    ("text", "attack", "other"),
    [
        ("The claim that the attack on Bor was repelled is false.", "positive", "negative"),
        ("The army's assertion that the attack was repelled is an insult.", "positive", "negative"),
        ("The claim that the strikes were precise is false.", "positive", None),
        ("The claim that the attack was real is false.", "negative", None),
        ("The claim that police foiled an attack on Bor is false.", "negative", None),
    ],
)
def test_a_false_account_of_an_attacks_course_leaves_the_attack(
    whole: Reader, text: str, attack: str, other: str | None
) -> None:
    claims = whole.read(document(text)).claims
    assert [c.polarity for c in claims if c.event == "ASSAULT"] == [attack]
    assert [c.polarity for c in claims if c.event == "CONTROL"] == ([other] if other else [])
    assert all(len(c.attribution) == 1 for c in claims)


@pytest.mark.parametrize(
    "account",
    [
        "claim that the attack was Kenyan",
        "claim that the raid was French or Belgian",
        "report that the attack was the work of the guards",
        "report that the shelling was from Chad",
        "claim that the strike was in Goma",
        "claim that the bombing was on the market",
        "claim that the attack was rebel-led",
    ],
)
def test_who_is_cleared_by_a_false_account_has_not_done_it(whole: Reader, account: str) -> None:
    claims = whole.read(document(f"The {account} is false.")).claims
    assert [c.polarity for c in claims] == ["negative"]
