"""What was meant, tried or nearly done and was not; and what was."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document

NEGATIVE, POSITIVE = "negative", "positive"


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("The brigade almost lost Bor on Friday.", "lost", NEGATIVE),
        ("The brigade lost Bor on Friday.", "lost", POSITIVE),
        ("The navy nearly shot down a drone near Bor.", "shot down", NEGATIVE),
        ("The governor was nearly killed in Bor.", "killed", NEGATIVE),
        ("The army came close to capturing the bridge.", "capturing", NEGATIVE),
        ("The rebels almost certainly captured the bridge.", "captured", POSITIVE),
        ("Almost 20 soldiers were killed in Bor.", "killed", POSITIVE),
    ],
)
def test_a_near_miss_did_not_happen(whole: Reader, text: str, trigger: str, polarity: str) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.status, found.polarity) == ("occurred", polarity)


def test_a_ring_that_is_nearly_closed_is_not_yet(whole: Reader) -> None:
    claims = whole.read(document("The rebels have almost surrounded Bor.")).claims
    assert at(claims, "surrounded").status == "ongoing"


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("The army scrapped its planned offensive on Bor.", "offensive", NEGATIVE),
        ("The army launched its planned offensive on Bor.", "offensive", POSITIVE),
        ("The drone strike planned against Bor was aborted.", "drone strike", NEGATIVE),
        ("The army did not cancel its offensive on Bor.", "offensive", POSITIVE),
        ("The council failed to adopt a motion condemning the raid.", "condemning", NEGATIVE),
        ("The council adopted a motion condemning the raid.", "condemning", POSITIVE),
        ("Russia vetoes a resolution condemning the raid.", "condemning", NEGATIVE),
        ("The council could not agree on a statement condemning it.", "condemning", NEGATIVE),
        ("The assembly voted against sending troops to Bor.", "sending", NEGATIVE),
        ("The assembly voted for sending troops to Bor.", "sending", POSITIVE),
        ("The council decided against sanctions on the rebels.", "sanctions", NEGATIVE),
        ("The council failed to agree sanctions on the rebels.", "sanctions", NEGATIVE),
        ("The council agreed sanctions on the rebels.", "sanctions", POSITIVE),
        ("The prisoner swap planned for Friday collapsed.", "prisoner swap", NEGATIVE),
        ("Far from surrendering, the rebels attacked the fort.", "surrendering", NEGATIVE),
        ("Far from surrendering, the rebels attacked the fort.", "attacked", POSITIVE),
        ("The rebels rejected a proposal ending the siege of Bor.", "siege", POSITIVE),
        ("Bor has not, as the mayor claims, been captured.", "captured", NEGATIVE),
        ("Bor has, as the mayor claims, been captured.", "captured", POSITIVE),
        ("Bor has not, despite the claims, fallen.", "fallen", NEGATIVE),
        ("The truce has not, so far, been broken.", "broken", POSITIVE),
        ("The army did not conduct assault operations in Bor.", "assault", NEGATIVE),
        ("The army conducted assault operations in Bor.", "assault", POSITIVE),
    ],
)
def test_what_was_given_up_did_not_happen(
    whole: Reader, text: str, trigger: str, polarity: str
) -> None:
    assert at(whole.read(document(text)).claims, trigger).polarity == polarity


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The planned storming of the fort has been put off.", "storming", "forecast"),
        ("The assault on Bor has been postponed until after the rains.", "assault", "forecast"),
        ("The push on Bor has been delayed.", "push", "forecast"),
        ("The offensive was delayed but began on Friday.", "offensive", "occurred"),
        ("The rebels delayed the army's advance on Bor.", "advance", "occurred"),
        ("The fall of Bor would open the road to Juba.", "fall", "hypothetical"),
        ("The fall of Bor has opened the road to Juba.", "fall", "occurred"),
        ("A raid on Bor cannot be excluded.", "raid", "hypothetical"),
        ("The army does not rule out a rebel attack.", "attack", "hypothetical"),
        ("We cannot rule out that the army shelled the town.", "shelled", "occurred"),
        ("The rebels have little chance of retaking Bor.", "retaking", "hypothetical"),
    ],
)
def test_what_is_put_off_or_only_thought_of_has_not_been(
    whole: Reader, text: str, trigger: str, status: str
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.status, found.polarity) == (status, POSITIVE)


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("The rebels had been expected to leave Bor but did not.", "leave", NEGATIVE),
        ("The troops were due to withdraw from Bor but have not.", "withdraw", NEGATIVE),
        ("The rebels were expected to leave Bor, but they did not.", "leave", NEGATIVE),
        ("The rebels had been expected to leave Bor and did.", "leave", POSITIVE),
    ],
)
def test_what_was_awaited_may_be_taken_back(
    whole: Reader, text: str, trigger: str, polarity: str
) -> None:
    assert at(whole.read(document(text)).claims, trigger).polarity == polarity


@pytest.mark.parametrize(
    ("text", "event", "polarity"),
    [
        ("Both armies ignored the truce in Bor.", "RETREAT", NEGATIVE),
        ("The army did not ignore the truce in Bor.", "RETREAT", POSITIVE),
        ("The army ignored calls for a truce in Bor.", "REJECT", POSITIVE),
    ],
)
def test_a_truce_that_is_ignored_is_not_kept(
    whole: Reader, text: str, event: str, polarity: str
) -> None:
    found = at(whole.read(document(text)).claims, "ignore")
    assert (found.event, found.polarity) == (event, polarity)


def test_a_truce_that_is_only_negotiated_is_no_claim(whole: Reader) -> None:
    claims = whole.read(document("Negotiations on a truce in Bor have stalled.")).claims
    assert all(claim.event != "RETREAT" for claim in claims)
