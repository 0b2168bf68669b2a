"""Plans that were given up, deadlines that passed, and what resolve is told by."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import DAY, at, document

NEGATIVE, POSITIVE = "negative", "positive"


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("The army abandoned its plan to attack Bor on Monday.", "attack", NEGATIVE),
        ("The government has given up plans to send troops to Mali.", "send", NEGATIVE),
        ("Plans to attack the port on Monday were dropped, officials said.", "attack", NEGATIVE),
        ("The militia dropped its threat to shell the port.", "shell", NEGATIVE),
        ("The army did not drop its plan to attack Goma.", "attack", POSITIVE),
        ("The army has plans to attack Goma on Monday.", "attack", POSITIVE),
    ],
)
def test_a_plan_that_is_dropped_is_off(
    whole: Reader, text: str, trigger: str, polarity: str
) -> None:
    claims = whole.read(document(text)).claims
    assert (at(claims, trigger).status, at(claims, trigger).polarity) == ("forecast", polarity)
    assert not any(c.event == "RETREAT" for c in claims)


@pytest.mark.parametrize(
    ("text", "trigger", "told", "day"),
    [
        (
            "A Friday deadline set by the Front for an assault on Bor passed without incident.",
            "assault",
            ("occurred", NEGATIVE),
            "2024-03-01",
        ),
        (
            "The army's Monday deadline for an attack on Goma came and went.",
            "attack",
            ("occurred", NEGATIVE),
            "2024-03-04",
        ),
        (
            "The militia's threat to shell Goma on Friday came to nothing.",
            "shell",
            ("occurred", NEGATIVE),
            "2024-03-01",
        ),
        (
            "The deadline set by the army for the attack on Goma will pass on Friday.",
            "attack",
            ("forecast", POSITIVE),
            "2024-03-08",
        ),
    ],
)
def test_what_a_deadline_was_for_that_passed(
    whole: Reader, text: str, trigger: str, told: tuple[str, str], day: str
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.status, found.polarity) == told
    assert (found.when.start, found.when.end) == (day, day)


def test_that_a_deadline_passed_leaves_open_what_it_was_for(whole: Reader) -> None:
    text = "The deadline for the withdrawal from Hodeida passed, and the army left on Monday."
    found = at(whole.read(document(text)).claims, "withdrawal")
    assert (found.status, found.polarity) == ("hypothetical", POSITIVE)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The police will spare no effort to dislodge the rebels from Bor.", "dislodge"),
        ("The army spared no effort to retake Goma.", "retake"),
        ("The army said it would stop at nothing to retake Goma.", "retake"),
        ("The rebels will leave no stone unturned to recapture Goma.", "recapture"),
        ("The general said his men would lose no time in retaking Goma.", "retaking"),
        ("Nothing will stop the army from retaking Goma.", "retaking"),
    ],
)
def test_resolve_denies_nothing(whole: Reader, text: str, trigger: str) -> None:
    (found,) = whole.read(document(text)).claims
    assert (found.event, found.polarity) == ("CONTROL", POSITIVE)
    assert found.status != "occurred"
    assert trigger in found.trigger.text


def test_whom_no_time_is_left_does_not_do_it(whole: Reader) -> None:
    text = "The force will leave no time for the rebels to attack."
    assert at(whole.read(document(text)).claims, "attack").polarity == NEGATIVE


def test_that_somebody_is_stopped_still_denies_it(whole: Reader) -> None:
    found = at(whole.read(document("Mud will stop the army from retaking Goma.")).claims, "retak")
    assert found.polarity == NEGATIVE


@pytest.mark.parametrize(
    ("why", "sources"),
    [("security", []), ("safety concerns", []), ("residents", ["residents"])],
)
def test_a_reason_that_is_cited_is_no_source(whole: Reader, why: str, sources: list[str]) -> None:
    text = f"The authority closed the airport in Goma, citing {why}."
    found = at(whole.read(document(text)).claims, "closed")
    assert [s.text for s in found.attribution[1:]] == sources


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("Gunmen attempted to enter Bor on Monday.", "enter", ("ASSAULT", "ground")),
        ("The army tried to retake Goma.", "retake", ("ASSAULT", "ground")),
        ("The army has tried to retake Goma.", "retake", ("ASSAULT", "ground")),
        ("Militants tried to seize the airport, killing two men.", "seize", ("ASSAULT", "ground")),
        ("The army managed to retake Goma.", "retake", ("CONTROL", "gain")),
        ("The army is trying to capture Goma.", "capture", ("CONTROL", "gain")),
        ("The army did not try to capture Goma.", "capture", ("CONTROL", "gain")),
        ("The army has been trying for months to retake Goma.", "retake", ("CONTROL", "gain")),
    ],
)
def test_who_only_tried_to_take_a_place_attacked_it(
    whole: Reader, text: str, trigger: str, told: tuple[str, str]
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.event, found.mode) == told


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The finance minister tried to gain control of the ministry.", "gain control"),
        ("The rebels tried to take control of the council in Goma.", "take control"),
        ("The guards tried to retake Bor by negotiation.", "retake"),
        ("The army tried to retake Goma through talks.", "retake"),
        ("The soldiers tried to march back into Goma.", "march"),
        ("The opposition tried to take over the parliament.", "take over"),
        ("They tried to capture the city.", "capture"),
    ],
)
def test_who_tried_to_gain_control_without_arms_holds_nothing(
    whole: Reader, text: str, trigger: str
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.event, found.mode, found.status) == ("CONTROL", "gain", "hypothetical")


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The guards will leave no time for the militia to attack.", "negative"),
        ("The guards will leave no time for gunmen to attack the port.", "negative"),
        ("The army lost no time in attacking Goma.", "positive"),
        ("The army will spare no effort to attack Goma.", "positive"),
    ],
)
def test_no_time_that_is_left_to_others_is_no_resolve(
    whole: Reader, text: str, polarity: str
) -> None:
    claims = whole.read(document(text)).claims
    assert [c.polarity for c in claims if c.event == "ASSAULT"] == [polarity]


def test_what_was_tried_by_talks_was_tried_before_the_text(whole: Reader) -> None:
    text = "The guards tried to retake Bor by negotiation on Monday."
    assert at(whole.read(document(text)).claims, "retake").when.start == "2024-03-04"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army has tried to storm Goma.", "occurred"),
        ("The army has repeatedly attempted to bomb the bridge.", "occurred"),
        ("The army has been trying to storm Goma.", "hypothetical"),
        ("The army will try to storm Goma.", "forecast"),
    ],
)
def test_what_has_been_tried_was_an_attack(whole: Reader, text: str, status: str) -> None:
    [found] = [c for c in whole.read(document(text)).claims if c.event == "ASSAULT"]
    assert found.status == status


def test_what_was_being_tried_is_of_the_day_before(whole: Reader) -> None:
    text = "Government forces were trying to retake the suburbs of Goma on Monday."
    found = at(whole.read(document(text)).claims, "retake")
    assert found.when.end is not None and found.when.end <= DAY
