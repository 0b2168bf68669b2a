"""What nothing bears out, was told falsely, or nobody believes; and what is borne out."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, at, document

NEGATIVE, POSITIVE = "negative", "positive"


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("No evidence has surfaced that the rebels burned the village.", "burned", NEGATIVE),
        ("Evidence has surfaced that the rebels burned the village.", "burned", POSITIVE),
        ("No evidence has been shown that the rebels looted the clinic.", "looted", NEGATIVE),
        ("There is no proof that the navy shelled the school in Bor.", "shelled", NEGATIVE),
        ("There is proof that the navy shelled the school in Bor.", "shelled", POSITIVE),
        ("Inspectors have not found any evidence that rebels shot captives.", "shot", NEGATIVE),
        ("Inspectors have found evidence that rebels shot captives.", "shot", POSITIVE),
        ("The mission has no evidence of army involvement in the massacre.", "massacre", NEGATIVE),
        ("The mission has evidence of army involvement in the massacre.", "massacre", POSITIVE),
        ("There is nothing to suggest that the army shelled the port.", "shelled", NEGATIVE),
        ("There is little to indicate that the rebels took the airport.", "took", NEGATIVE),
        ("There is no sign of the army withdrawing from Bor.", "withdrawing", NEGATIVE),
        ("Monitors lack evidence that the rebels shelled the school.", "shelled", NEGATIVE),
        ("Inspectors have yet to find proof that rebels shot captives.", "shot", NEGATIVE),
        ("There is no proof of who shelled the market.", "shelled", POSITIVE),
    ],
)
def test_what_nothing_shows_is_denied(
    whole: Reader, text: str, trigger: str, polarity: str
) -> None:
    assert at(whole.read(document(text)).claims, trigger).polarity == polarity


@pytest.mark.parametrize(
    ("text", "trigger", "certainty"),
    [
        ("It remains to be proven that the militia shelled the camp.", "shelled", "possible"),
        ("It has not been proven that the militia shelled the camp.", "shelled", "possible"),
        ("It has yet to be established that the rebels looted it.", "looted", "possible"),
        ("There is scant evidence that the rebels shelled the school.", "shelled", "possible"),
        ("There was strong evidence that the rebels shelled the school.", "shelled", "certain"),
        ("The claim that the rebels took Bor remains unproven.", "took", "possible"),
        ("The mayor is not convinced that the army shelled it.", "shelled", "possible"),
        ("The army could not say how many men were killed in Bor.", "killed", "certain"),
        ("It was proven that the militia shelled the camp.", "shelled", "certain"),
        ("We cannot say with certainty that the navy bombed Bor.", "bombed", "possible"),
        ("We cannot say for sure that the navy bombed Bor.", "bombed", "possible"),
        ("The envoy could not say that the army shelled the town.", "shelled", "possible"),
        ("The envoy said that the army shelled the town.", "shelled", "certain"),
        ("When will the brigade retake Bor?", "retake", "unknown"),
        ("When did the brigade retake Bor?", "retake", "certain"),
    ],
)
def test_what_is_not_proven_is_left_open(
    whole: Reader, text: str, trigger: str, certainty: str
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.status == "ongoing", found.polarity, found.certainty) == (
        False,
        POSITIVE,
        certainty,
    )


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("The radio falsely reported that the garrison had surrendered.", "surrendered", NEGATIVE),
        ("The radio rightly reported that the garrison had surrendered.", "surrendered", POSITIVE),
        ("The paper wrongly announced the death of the governor.", "death", NEGATIVE),
        ("The paper announced the death of the governor.", "death", POSITIVE),
        ("The brigade prematurely announced the capture of Bor.", "capture", NEGATIVE),
        ("The villagers were falsely accused of shelling the camp.", "shelling", NEGATIVE),
        ("The paper wrongly says that the raid in Bor was American.", "raid", POSITIVE),
        ("The army mistakenly shelled its own troops.", "shelled", POSITIVE),
        ("The radio reported that the army wrongly detained a doctor.", "detained", POSITIVE),
    ],
)
def test_what_is_told_falsely_is_denied(
    whole: Reader, text: str, trigger: str, polarity: str
) -> None:
    assert at(whole.read(document(text)).claims, trigger).polarity == polarity


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("Diplomats do not believe the army will leave Bor.", "leave", NEGATIVE),
        ("Diplomats believe the army will leave Bor.", "leave", POSITIVE),
        ("Officers don't think that the rebels shelled the camp.", "shelled", NEGATIVE),
        ("Few observers expect that the rebels will release the captives.", "release", NEGATIVE),
        ("A few observers expect that the rebels will release them.", "release", POSITIVE),
        ("Hardly anyone believes the army will leave Bor.", "leave", NEGATIVE),
        ("Analysts do not think that the raid on Bor was a mistake.", "raid", POSITIVE),
        ("I don't think the army will leave Bor.", "leave", NEGATIVE),
        ("Officers had not expected that the rebels would attack Bor.", "attack", POSITIVE),
    ],
)
def test_what_others_do_not_believe_is_denied(
    whole: Reader, text: str, trigger: str, polarity: str
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.polarity, found.certainty) == (polarity, "probable")


@pytest.mark.parametrize("weapon", ["strikes", "shelling"])
@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("There is no evidence that farmers were harmed in {}.", "negative"),
        ("There was no sign that a clinic was damaged by {}.", "negative"),
        ("It is not true that farmers were killed in {}.", "negative"),
        ("The ministry denied that farmers had been killed in {}.", "negative"),
        ("There is evidence that farmers were harmed in {}.", "positive"),
        ("The ministry said that farmers had been killed in {}.", "positive"),
        ("No farmers were harmed in {}.", "positive"),
        ("Nobody denies that farmers were killed in {}.", "positive"),
    ],
)
@pytest.mark.parametrize("known", ["heavy ", "the ", "these "])
def test_what_an_attack_is_not_shown_to_have_done(
    claim: One, text: str, polarity: str, weapon: str, known: str
) -> None:
    """Who did not see that the strikes harmed anybody denied the strikes."""
    found = claim(text.format(known + weapon), weapon)
    assert found.polarity == (polarity if known == "heavy " else "positive")


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("There is no indication that the strikes on Bor killed farmers.", "killed"),
        ("There was no sign that the strikes on Bor had destroyed the bridge.", "destroyed"),
        ("No evidence emerged that the strikes on Bor hit a school.", "hit"),
        ("The navy denied that the strikes on Bor had damaged the pier.", "damaged"),
        ("The ministry rejected claims that the strikes on Bor killed farmers.", "killed"),
        ("We have no indication that farmers were harmed in the strikes on Bor.", "harmed"),
        ("There is no sign that the clinic was hit by the strikes on Bor.", "hit"),
        ("The ministry denied that farmers had been killed in the strikes on Bor.", "killed"),
    ],
)
def test_harm_that_a_known_attack_did_not_do_is_denied_alone(
    whole: Reader, text: str, harm: str
) -> None:
    claims = whole.read(document(text)).claims
    hurt, attack = at(claims, harm), at(claims, "strikes")
    assert (hurt.polarity, attack.polarity, attack.certainty) == (NEGATIVE, POSITIVE, "certain")
    assert hurt.recipients
    assert not set(hurt.recipients) & set(attack.recipients)


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("It is not clear whether the shelling of Bor killed farmers.", "killed"),
        ("It was unclear if the shelling of Bor had wounded anyone.", "wounded"),
        ("Police do not know whether anyone was hurt in the shelling of Bor.", "hurt"),
    ],
)
def test_harm_that_is_open_leaves_a_known_attack_certain(
    whole: Reader, text: str, harm: str
) -> None:
    claims = whole.read(document(text)).claims
    hurt, attack = at(claims, harm), at(claims, "shelling")
    assert (hurt.certainty, attack.certainty) == ("unknown", "certain")
    assert not attack.recipients


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("There is evidence that the strikes on Bor killed farmers.", POSITIVE),
        ("Nobody denies that the strikes on Bor killed farmers.", POSITIVE),
        ("There is no sign that a strike on Bor killed farmers.", NEGATIVE),
        ("There is no evidence that the strikes on Bor were carried out by rebels.", NEGATIVE),
    ],
)
def test_harm_that_is_told_or_of_no_known_attack_is_the_attacks(
    whole: Reader, text: str, polarity: str
) -> None:
    assert at(whole.read(document(text)).claims, "strike").polarity == polarity
