"""Polarity: whether the text says that it happened or that it did not."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from fogline.reading.tables import rows
from tests.reading.sentences import One, Read, at, chain, document, told

NEGATIONS = list(rows("negations.csv"))


@pytest.mark.parametrize("row", NEGATIONS, ids=lambda row: row["kind"])
def test_a_negation_is_read_as_its_row_says(read: Read, row: dict[str, str]) -> None:
    claims = read(f"{row['example']}.").claims
    assert "negative" in {claim.polarity for claim in claims}, told(claims)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army did not shell the town.", "shell"),
        ("The army has never shelled the town.", "shelled"),
        ("No troops entered the town.", "entered"),
        ("None of the rebels surrendered.", "surrendered"),
        ("The rebels failed to capture the town.", "capture"),
        ("The army was unable to retake the airport.", "retake"),
        ("The ministry denied that its jets had bombed the clinic.", "bombed"),
        ("The absence of bombing surprised the residents.", "bombing"),
        ("The army refused to withdraw from the town.", "withdraw"),
        ("The offensive has not yet begun.", "offensive"),
        ("The town was not captured.", "captured"),
        ("The army will not attack the town.", "attack"),
        ("The claim that the army shelled the town is untrue.", "shelled"),
        ("The claim that the army shelled the town is without foundation.", "shelled"),
        ("The mayor is not aware of any attack on the town.", "attack"),
        ("Nobody in the town knew of any raid on the clinic.", "raid"),
        ("The mayor rejected the lie that his men shelled the town.", "shelled"),
        ("The army dismissed the report that it had shelled the town.", "shelled"),
        ("No villager is thought to have been hurt.", "hurt"),
        ("The garrison would die rather than surrender the fort.", "surrender"),
        ("The militia refrained from firing on the convoy.", "firing"),
        ("The truce collapsed on Monday.", "truce"),
        ("The army nearly captured the town.", "captured"),
        ("The army kept the rebels from entering the town.", "entering"),
        ("The army stopped the rebels from entering the town.", "entering"),
        ("The army could not enter the town and attack the rebels.", "attack"),
        ("Had the rebels attacked, the army would have left the town.", "attacked"),
        ("The army would have shelled the town if the rebels had attacked.", "shelled"),
        ("The planned attack on the town was called off.", "attack"),
        ("Reports that the rebels shelled the town were false.", "shelled"),
        ("Reports that the army shelled the town turned out to be false.", "shelled"),
        ("None of this means that the town has fallen.", "fallen"),
        ("The army shelled no town.", "shelled"),
        ("Not one soldier was killed.", "killed"),
        ("Hardly any aid was delivered to the town.", "delivered"),
        ("We found no proof for the claim that the army shelled the town.", "shelled"),
        ("Nothing supports the claim that the army shelled the town.", "shelled"),
        ("We found nothing that supports the report that the army shelled the town.", "shelled"),
        ("Observers have found no proof that the army shelled the town.", "shelled"),
        ("The hills remain out of rebel control.", "control"),
        ("The visit of the envoy fell through.", "visit"),
        ("Contrary to reports that the rebels fled, the army left the town.", "fled"),
        ("Had the garrison not surrendered, the city would have been destroyed.", "destroyed"),
        ("An official dismissed as lies claims that a bridge had been destroyed.", "destroyed"),
        ("The ministry rejected as baseless reports that troops had entered Goma.", "entered"),
        ("Ankara dismissed as propaganda claims that its jets had bombed a school.", "bombed"),
        ("The governor described as false the claim that the army shelled Homs.", "shelled"),
        ("The army denies that any crossing took place.", "crossing"),
        ("Ankara denied that the flight had taken place.", "flight"),
        ("The mayor said that the footage of killings in Homs was staged.", "killings"),
        ("The ministry said that the pictures of the raid on Homs were fake.", "raid"),
        ("The raid on Homs was an invention of the enemy, the ministry said.", "raid"),
        ("The garrison said that the massacre in Homs had been staged.", "massacre"),
        ("Peru rejected as baseless the allegation that its troops are in the camp.", "troops"),
        ("The map no longer shows the town as controlled by the army.", "controlled"),
        ("The garrison gave up the fort without a shot being fired.", "fired"),
        ("The convoy crossed the valley without being attacked.", "attacked"),
        ("There was no army shelling in the town.", "shelling"),
        ("The bombers stayed away from the city.", "stayed"),
        ("The army has kept away from the border.", "kept"),
        ("The militia promised to keep out of the port.", "keep"),
    ],
)
def test_what_did_not_happen_is_negative(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).polarity == "negative"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army shelled the town.", "shelled"),
        ("The raid on Homs was no hoax.", "raid"),
        ("The bombers stayed in the city.", "stayed"),
        ("The bombers did not stay away from the city.", "stay"),
        ("The mayor said that the massacre in Homs was not staged.", "massacre"),
        ("The attack on Homs was staged from the port.", "attack"),
        ("The map shows the town as controlled by the army.", "controlled"),
        ("The rebels will not leave the fort without shelling the port.", "shelling"),
        ("The army did not fail to capture the town.", "capture"),
        ("The ministry did not deny that its jets had bombed the clinic.", "bombed"),
        ("It is not clear whether the rebels captured the town.", "captured"),
        ("The army shelled the town but did not enter it.", "shelled"),
        ("The army foiled an attack on the town.", "attack"),
        ("The claim that the army shelled the town is not false.", "shelled"),
        ("The rebels came not to talk but to attack the town.", "attack"),
        ("The army not only shelled the town but burned the school.", "shelled"),
        ("It is as likely as not that the rebels captured the town.", "captured"),
        ("The town, which has no hospital, was shelled.", "shelled"),
        ("Instead, the rebels attacked the town.", "attacked"),
        ("The army would rather attack the town.", "attack"),
        ("The mayor had no idea that the rebels had attacked the town.", "attacked"),
        ("There is no doubt that the rebels attacked the town.", "attacked"),
        ("The strike could not be independently verified.", "strike"),
        ("The capture of the town was not confirmed by the army.", "capture"),
        ("Officers found evidence that the army shelled the town.", "shelled"),
        ("Pictures support the claim that the army shelled the town.", "shelled"),
        ("The shells nearly destroyed the town.", "destroyed"),
        ("The mayor confirmed as accurate reports that troops had entered Goma.", "entered"),
        ("The governor described as credible the claim that the army shelled Homs.", "shelled"),
        ("A rebel dismissed as commander claims that the army shelled the town.", "shelled"),
        ("The mayor, who did not give his name, said the army shelled the town.", "shelled"),
    ],
)
def test_what_happened_is_positive(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).polarity == "positive"


def test_a_denial_is_two_claims(read: Read) -> None:
    claims = read("The ministry denied that its aircraft had bombed the clinic.").claims
    told_so = [(c.event, c.mode, c.polarity) for c in claims]
    assert told_so == [("REJECT", "deny", "positive"), ("ASSAULT", "aerial", "negative")]
    assert [s.text for s in claims[1].attribution[1:]] == ["ministry"], "attributed to the denier"


def test_who_dismisses_an_account_as_something_is_its_only_source(read: Read) -> None:
    text = "Ankara dismissed as propaganda claims that its jets had bombed a school."
    assert chain(at(read(text).claims, "bombed")) == ["Ankara"]


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("The offensive on the town has yet to start.", "offensive", "negative"),
        ("The withdrawal is yet to begin.", "withdrawal", "negative"),
        ("The promised talks have yet to take place.", "talks", "negative"),
        ("The assault on the town failed to materialise.", "assault", "negative"),
        ("The assault failed to take the town.", "assault", "positive"),
        ("The army stopped short of shelling the town.", "shelling", "negative"),
        ("The army stopped short of an assault on the town.", "assault", "negative"),
        ("Short of ammunition, the army shelled the town.", "shelled", "positive"),
        ("The planned offensive was shelved.", "offensive", "negative"),
        ("The convoy has yet to be attacked.", "attacked", "negative"),
    ],
)
def test_what_has_not_begun_is_negative(claim: One, text: str, trigger: str, polarity: str) -> None:
    assert claim(text, trigger).polarity == polarity


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The ministry said that it had foiled an attack on the port.", "attack"),
        ("The ambush near the bridge was thwarted.", "ambush"),
        ("An attempt to storm the base was foiled.", "storm"),
    ],
)
def test_what_was_foiled_was_tried(whole: Reader, text: str, trigger: str) -> None:
    """It is the claim, and that it was foiled adds none (codebook, section 7)."""
    claims = whole.read(document(text)).claims
    found = at(claims, trigger)
    assert (found.status, found.polarity) == ("occurred", "positive")
    assert len(claims) == 1


def test_a_toll_that_is_called_wrong_is_denied(whole: Reader) -> None:
    claims = whole.read(document("The figure of 11 dead was wrong, the ministry said.")).claims
    assert at(claims, "dead").polarity == "negative"
