"""Who is told to their face that they broke something, or must do it, is who did or owes it."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("France told Turkey that it had violated the ceasefire.", "violated", ["Turkey"]),
        ("Turkey told France that it had violated the ceasefire.", "violated", ["France"]),
        ("France told Israel that it was in breach of the truce.", "breach", ["Israel"]),
        ("Qatar told Hamas that it had broken the ceasefire.", "broken", ["Hamas"]),
        ("Jordan warned Syria that it had crossed the border.", "crossed", ["Syria"]),
        ("The UN reminded Rwanda that it had promised to leave Goma.", "promised", ["Rwanda"]),
        ("Egypt told Israel it should end its siege of Gaza.", "siege", ["Israel"]),
        ("Washington warned Ethiopia that it must halt its offensive.", "offensive", ["Ethiopia"]),
    ],
)
def test_who_is_reproached_has_done_it(
    whole: Reader, text: str, trigger: str, actors: list[str]
) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).actors) == actors


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Israel told Egypt that it had bombed a convoy.", "bombed", ["Israel"]),
        ("Turkey informed Russia that it had bombed Idlib by mistake.", "bombed", ["Turkey"]),
        ("Turkey told Syria that it had crossed the border in error.", "crossed", ["Turkey"]),
        ("Russia warned Ukraine that it would bomb Kyiv.", "bomb", ["Russia"]),
        ("Israel told Egypt that it would end its siege of Gaza.", "siege", ["Israel"]),
        ("Rwanda was told by the UN that it had broken the truce.", "broken", ["Rwanda"]),
    ],
)
def test_who_tells_of_themselves_has_done_it(
    whole: Reader, text: str, trigger: str, actors: list[str]
) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).actors) == actors
