"""On whose word a denial is that others only tell of: it was laid to who condemned it."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One, chain


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Rebels accused the army of denying that its jets bombed Goma.", ["Rebels", "army"]),
        ("The mayor said the ministry had denied that its jets bombed Goma.",
         ["mayor", "ministry"]),
        ("The ministry denied that its jets bombed Goma.", ["ministry"]),
    ],
)  # fmt: skip
def test_a_denial_is_the_deniers(claim: One, text: str, sources: list[str]) -> None:
    found = claim(text, "bombed")
    assert (chain(found), found.polarity) == (sources, "negative")


@pytest.mark.parametrize(
    "text",
    [
        "The ministry tried to deny that its jets bombed Goma.",
        "The claims are a desperate attempt to deny that its jets bombed Goma.",
        "The ministry did not deny that its jets bombed Goma.",
    ],
)
def test_an_attempt_to_deny_takes_the_deed_for_done(claim: One, text: str) -> None:
    assert claim(text, "bombed").polarity == "positive"
