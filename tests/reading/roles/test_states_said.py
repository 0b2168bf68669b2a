"""A state that an adjective alone names goes by its name, people do not."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Russian strikes killed ten people in Idlib.", "strikes", ["Russia"]),
        ("Russian and Syrian raids hit Idlib.", "raids", ["Russia", "Syria"]),
        ("An Ethiopian air strike hit Mekelle.", "air strike", ["Ethiopia"]),
        ("A Palestinian stabbed two soldiers in Hebron.", "stabbed", [None]),
    ],
)
def test_an_adjective_names_its_state(
    claim: One, text: str, trigger: str, names: list[str | None]
) -> None:
    assert [a.name for a in claim(text, trigger).actors] == names


def test_somebody_of_a_state_is_not_the_state(claim: One) -> None:
    (hit,) = claim("Police shot a Palestinian in Jenin.", "shot").recipients
    assert hit.name is None
