"""What is prevented in vain has been; what is banned or voted down is not."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, chain, document


@pytest.mark.parametrize(
    ("text", "trigger", "status", "polarity"),
    [
        ("The guards came too late to prevent the massacre in Bunia.", "massacre", "occurred",
         "positive"),
        ("The army did not intervene to prevent the shelling of Kherson.", "shelling", "occurred",
         "positive"),
        ("The guards did nothing to stop the looting of shops in Bunia.", "looting", "occurred",
         "positive"),
        ("The guards prevented a massacre in Bunia.", "massacre", "occurred", "negative"),
        ("The guards acted to prevent a massacre in Bunia.", "massacre", "occurred", "negative"),
        ("A rally in Bunia was forbidden by the governor.", "rally", "forecast", "negative"),
        ("The governor banned a rally planned by teachers for Saturday.", "rally", "forecast",
         "negative"),
        ("The mayor did not ban a rally planned by teachers for Saturday.", "rally", "forecast",
         "positive"),
        ("China vetoed a draft condemning the army's raid on Bunia.", "condemning", "occurred",
         "negative"),
        ("Parliament adopted a motion condemning the army's raid on Bunia.", "condemning",
         "occurred", "positive"),
    ],
)  # fmt: skip
def test_what_is_averted_banned_or_voted_down(
    whole: Reader, text: str, trigger: str, status: str, polarity: str
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.status, found.polarity) == (status, polarity)


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("An attack attributed by Kyiv to Moscow killed an official in Kherson.", "attack",
         ["Kyiv"]),
        ("A raid on Bunia that residents blame on the army killed four.", "raid", ["residents"]),
        ("A raid on Bunia blamed on the army killed four.", "raid", []),
        ("China blocked a statement accusing the junta of bombing Bunia.", "bombing", []),
    ],
)  # fmt: skip
def test_on_whose_word_a_deed_is_laid_to_another(
    whole: Reader, text: str, trigger: str, sources: list[str]
) -> None:
    assert chain(at(whole.read(document(text)).claims, trigger)) == sources
