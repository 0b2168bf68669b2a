"""Some of many: parts of those told of are no further recipients."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One, texts


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Nine farmers, among them two boys, were killed in raids on Marib.", "raids",
         ["Nine farmers"]),
        ("Nine farmers among them two boys were killed in raids on Marib.", "raids",
         ["Nine farmers"]),
        ("Strikes on the camp killed 25 herders six of them women a monitor said.", "Strikes",
         ["camp", "25 herders"]),
        ("Two medics were among 31 people killed in the shelling of Goma.", "shelling",
         ["31 people"]),
        ("Two medics were among the dead in the shelling of Goma.", "shelling", ["Two medics"]),
        ("Two medics were among the 31 killed in the shelling of Goma.", "shelling",
         ["Two medics"]),
        ("Shells hit two guns a tanker and a radar.", "hit", ["two guns", "tanker", "radar"]),
    ],
)  # fmt: skip
def test_who_is_only_some_of_those_told_is_told_with_them(
    claim: One, text: str, trigger: str, recipients: list[str]
) -> None:
    assert texts(claim(text, trigger).recipients) == recipients
