"""To deny somebody a thing or a chance is no denial of a report, and says nothing."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, at, document


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The navy denied the smugglers the use of the bay.", "smugglers"),
        ("The general denied the rebels the chance to attack the town.", "rebels"),
        ("The rebels denied the army the chance to attack the town.", "army"),
        ("The ministry denied journalists access to the site.", "journalists"),
    ],
)
def test_what_is_kept_from_somebody_is_restricted(read: Read, text: str, whom: str) -> None:
    claims = read(text).claims
    kept = at(claims, "denied")
    assert (kept.event, kept.mode) == ("COERCE", "restrict")
    assert kept.recipients[0].text == whom
    assert all(len(c.attribution) == 1 for c in claims)  # who keeps it from them says nothing


@pytest.mark.parametrize(
    "text",
    [
        "The coalition struck the camp to deny the enemy (Daesh) the ability to move.",
        "Ukraine destroyed the bridge to deny Russian forces the ability to resupply.",
        "Russia destroyed the bridge to deny Ukrainian forces the ability to resupply.",
        "The coalition struck the camp in order to deny ISIS the use of the oil field.",
    ],
)
def test_a_purpose_denies_no_report(whole: Reader, text: str) -> None:
    claims = whole.read(document(text)).claims
    assert "REJECT" not in {c.event for c in claims}
    assert all(len(c.attribution) == 1 for c in claims)


@pytest.mark.parametrize(
    "text",
    [
        "The army denied killing nine civilians.",
        "The governor denied reports that rebels had taken the town.",
        "The ministry denied that its jets had bombed the clinic.",
    ],
)
def test_a_report_is_denied(read: Read, text: str) -> None:
    told = at(read(text).claims, "denied")
    assert (told.event, told.mode) == ("REJECT", "deny")
