"""What a correction says that an earlier version of the same text told."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import document


@pytest.mark.parametrize(
    "text",
    [
        "Correction: Thursday's report on Homs spoke of nine dead. There were only six.",
        "In an earlier report we said that 12 people were killed in Homs. The correct number is 9.",
        "An earlier version of this article said that the army shelled Goma.",
        "In an earlier version of this list we called the raid on Goma a bombing.",
    ],
)
def test_what_the_text_takes_back_is_no_claim(whole: Reader, text: str) -> None:
    assert not whole.read(document(text)).claims


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("An earlier version of this story said the army shelled Goma; M23 shelled it.", "shelled"),
        ("Correction: The army shelled Goma on Monday, not on Sunday.", "shelled"),
        ("Correction: the army said in its report that it shelled Goma.", "shelled"),
        ("An earlier report by the UN said that rebels shelled Goma.", "shelled"),
        (
            "In an earlier report we said that rebels shelled Goma. They shelled Sake too.",
            "shelled",
        ),
        ("The original version of the law banned the party in Goma.", "banned"),
    ],
)
def test_what_others_told_or_it_tells_now_is_one(whole: Reader, text: str, trigger: str) -> None:
    assert any(trigger in c.trigger.text for c in whole.read(document(text)).claims)
