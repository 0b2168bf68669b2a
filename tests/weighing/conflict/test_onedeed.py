"""Two doers of one deed, and deeds of two."""

from __future__ import annotations

from typing import Any

import pytest

from fogline.model import Mention, Reading
from fogline.weighing.conflict.contradictions import contradictions
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.views.views import views
from tests.weighing.newsroom import reading, source, told

DAY = "2016-03-04"
REBELS = {"name": "Syrian rebels", "id": "sy-rebels"}
ONE, OTHER = (
    "The {} shelled a market by the mill, its people said.",
    "It was the {} who shelled it.",
)


def page(outlet: str, sentence: str, doer: str | Mention, **slots: Any) -> Reading:
    words = sentence.format(doer if isinstance(doer, str) else doer.text)
    filler = " ".join(f"{outlet.lower()[::-1].replace(' ', '')}{n}" for n in range(25))
    given = {"sentence": words, "trigger": "shelled", "actors": (doer,), "places": ("Orlin",)}
    return told(reading(f"{words} {filler}", outlet, DAY), given | slots)


def blamed(*pages: Reading) -> bool:
    voices = claim_origins(pages, origins(pages))
    either = [contradictions(views(told), voices) for told in (pages, pages[::-1])]
    assert either[0] == either[1]
    return any(c.type == "blame" for c in either[0])


PAIRS = [("Harrow Brigade", "Selwen Guard"), ("Selwen Guard", "Harrow Brigade")]


@pytest.mark.parametrize(("one", "other"), PAIRS)
@pytest.mark.parametrize(
    ("here", "there", "tied"),
    [
        ({}, {}, True),  # one word and one place
        ({"places": ()}, {"places": ()}, False),  # a word that is said of many deeds
        ({"places": (), "killed": (14, 14)}, {"places": (), "killed": (14, 14)}, True),
        ({"places": (), "killed": (1, 1)}, {"places": (), "killed": (1, 1)}, False),
        ({"killed": (128, 128)}, {"killed": (12, None)}, False),
        ({"killed": (14, 14)}, {"killed": (11, 11)}, True),
        ({"places": (), "recipients": ("market",)}, {"recipients": ("market",)}, True),
        ({"places": (), "recipients": ("12 rebels",)}, {"recipients": ("rebels",)}, False),
        ({"places": ("Nord",)}, {"places": ("Nord",)}, False),  # a region
    ],
)
def test_what_makes_two_doers_deeds_one(
    one: str, other: str, here: dict[str, Any], there: dict[str, Any], tied: bool
) -> None:
    told_of = page("Vessa Times", ONE, one, **here), page("Orlin Post", OTHER, other, **there)
    assert blamed(*told_of) == tied


@pytest.mark.parametrize(
    ("doer", "other", "two"),
    [
        ("Kurds", "Kurdish fighters", False),
        ("Serbs", "Serbian paramilitaries", False),
        ("Kurds", "Turkish army", True),
        ("Suicide bombers", Mention("Islamic State", id="is"), False),
        (Mention("terrorist groups", **REBELS), Mention("IS", id="is"), False),
        (Mention("rebels", **REBELS), Mention("IS", id="is"), True),
        (Mention("militants", **REBELS), Mention("army", id="sy-forces"), True),
    ],
)
def test_who_is_no_other_doer(doer: str | Mention, other: str | Mention, two: bool) -> None:
    assert blamed(page("Vessa Times", ONE, doer), page("Orlin Post", OTHER, other)) == two


@pytest.mark.parametrize("key", ["sohr", "sana", "reuters"])
def test_who_only_tells_of_it_did_not_do_it(key: str) -> None:
    """A monitor, an agency and a photograph's credit were read as doers."""
    teller = Mention("They", name="The Observatory" if key == "sohr" else key, id=key)
    by = (source("The Observatory", "organisation", id=key),)
    told_by = page("Orlin Post", OTHER, teller, by=by)
    assert not blamed(page("Vessa Times", ONE, "Harrow Brigade"), told_by)


def test_an_armed_group_that_owns_to_a_deed_did_it() -> None:
    group = Mention("Islamic State", id="is")
    owns = page("Orlin Post", OTHER, group, by=(source("Islamic State", "armed-group", id="is"),))
    assert blamed(page("Vessa Times", ONE, Mention("army", id="sy-forces")), owns)


def test_who_speaks_and_may_have_done_it_is_no_other() -> None:
    """ "Militants accused them of working with the state and shot them": the state had."""
    both = page(
        "Orlin Post",
        "The militants shelled it and blamed the Selwen Guard.",
        "",
        actors=("militants", "Selwen Guard"),
        by=(source("militants", "armed-group"),),
    )
    assert not blamed(page("Vessa Times", ONE, "armed terrorist group"), both)
