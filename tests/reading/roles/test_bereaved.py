"""Who admits a death among their own, or anybody's, is its source and has not caused it."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts


@pytest.mark.parametrize("who", ["Hamas", "Israel", "The army", "Rebels"])
@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("{who} confirmed the death of a commander in Gaza.", "death"),
        ("{who} announced the deaths of two soldiers in Gaza.", "deaths"),
        ("{who} mourned the death of a commander in Gaza.", "death"),
        ("{who} acknowledged the killing of two of its soldiers.", "killing"),
        ("{who} acknowledged the destruction of its warship.", "destruction"),
    ],
)
def test_who_tells_of_a_death_did_not_cause_it(
    whole: Reader, text: str, trigger: str, who: str
) -> None:
    assert at(whole.read(document(text.format(who=who))).claims, trigger).actors == ()


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Israel admitted the killing of three hostages.", "killing", ["Israel"]),
        ("Israel announced the killing of a Hamas commander in Gaza.", "killing", ["Israel"]),
        ("The ministry confirmed the killing of 12 men by the army.", "killing", ["army"]),
        ("The army caused the death of nine civilians in Homs.", "death", ["army"]),
        ("The army admitted killing three hostages.", "killing", ["army"]),
    ],
)
def test_who_is_told_to_have_done_it_stays(
    whole: Reader, text: str, trigger: str, actors: list[str]
) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).actors) == actors
