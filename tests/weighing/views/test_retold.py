"""What a page tells again to take it back: it confirms nothing, and counts as set right."""

from __future__ import annotations

import itertools
import tomllib
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest

from fogline.model import Event, Reading
from fogline.weighing.control import timelines
from fogline.weighing.events import events
from fogline.weighing.moments import moment
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.standing import Contents, standing_at
from fogline.weighing.views.retold import retold, told_on
from fogline.weighing.views.views import views
from tests.weighing.newsroom import reading, told

RETOLD = tomllib.loads(
    files("fogline.weighing.views").joinpath("evolution.toml").read_text("utf-8")
)["retold"]
EVENT = "2031-03-04"
HIT = "The bridge at Orlin was hit by shells."
AGAIN = "In our evening edition we wrote that the bridge at Orlin was hit by shells."
TITLE = "Correction: Bridge hit at Orlin"


def page(outlet: str, day: str, sentence: str = HIT, /, **slots: Any) -> Reading:
    filler = " ".join(f"{outlet.lower()[::-1]}{day[-2:]}{n}" for n in range(25))
    made = reading(f"{sentence} {filler}", outlet, day, title=slots.pop("title", None))
    return told(
        made, {"sentence": sentence, "trigger": "hit", "places": ("Orlin",), "day": EVENT} | slots
    )


def event(*pages: Reading) -> Event:
    """Return the one event of all pages, the same in any order."""
    found = events(pages, origins(pages))
    for other in itertools.permutations(pages):
        assert events(other, origins(other)) == found
    (one,) = found
    return one


@pytest.mark.parametrize(
    ("title", "sentence", "state"),
    [
        (TITLE, AGAIN, "corrected"),
        ("Retraction", "We also reported that the bridge was hit.", "withdrawn"),
        ("Clarification", "An earlier version of this article said it was hit.", "corrected"),
        ("Bridge unharmed", f"{AGAIN} That was an error.", "corrected"),
        (
            "Marsh Wire withdraws its report on the bridge",
            "On 4 June we reported that the bridge at Orlin was hit.",
            "withdrawn",
        ),
        (
            "A word to readers",
            "This newspaper reported that the bridge was hit. We have withdrawn the article.",
            "withdrawn",
        ),
        (
            "On the bridge",
            "We reported that the bridge was hit. That report was wrong, and we withdraw it.",
            "withdrawn",
        ),
        (
            "Correction",
            "Our report of 4 June on the raid on Orlin said that the bridge was hit.",
            "corrected",
        ),
        (
            "Correction",
            "In Tuesday's issue of this paper it was stated that the bridge was hit.",
            "corrected",
        ),
        ("Rectification", "In our bulletin of noon we spoke of a bridge hit there.", "corrected"),
        (
            "On Orlin",
            "We wrote that 26 people were hit there. The correct figure is 16.",
            "corrected",
        ),
        ("On Orlin", "The edition stated that 26 were hit. The right number is 16.", "corrected"),
        ("On Orlin", "We wrote that 80 people were hit. It should have been 8.", "corrected"),
        ("On Orlin", "We wrote that 26 people were hit. The figure is likely to rise.", ""),
        ("On Orlin", "The mayor said that 26 people were hit. The correct figure is 16.", ""),
        ("A slip", "We announced that the bridge was hit. It was a slip.", "corrected"),
        (
            "A word to readers",
            "We withdraw our report that the bridge was hit.",
            "withdrawn",
        ),
        # What the report was on, or what only says when, stands where a detail is set right.
        ("Correction", "Our report on the hit on Orlin said that a siren came first.", ""),
        ("Correction", "Our report of 4 June said that the bridge was hit twice.", "corrected"),
        ("Correction", "We reported that the siren came before the hit.", ""),
        # Armies withdraw too, and others' reports are theirs.
        ("Army withdraws", "We said that the bridge was hit. The army withdrew from it.", ""),
        ("Report wrong", "The bridge was hit. The army's report was wrong, we said.", ""),
        # What somebody regrets to have done is no slip of the page's.
        ("War", "“It was a slip,” a colonel said. We announced that the bridge was hit.", ""),
        ("War", "It was a mistake to go. We announced that the bridge was hit.", ""),
        ("War", "We announced that the bridge was hit. It was our mistake.", "corrected"),
        # What a page that takes nothing back has written, and what it now says itself, stands.
        ("Bridge hit", AGAIN, ""),
        (TITLE, HIT, ""),
        (TITLE, "The bridge at Vessa was hit, as we wrote on Monday.", ""),
        (TITLE, "We never wrote that the bridge was hit.", ""),
        (TITLE, "The mayor said that the bridge was hit.", ""),
    ],
)  # fmt: skip
def test_what_is_told_again_to_take_it_back(title: str, sentence: str, state: str) -> None:
    made = page("Vessa Times", "2031-03-05", sentence, title=title)
    assert retold(made.claims[0], made.document, heading=False) == state


@pytest.mark.parametrize(
    ("heading", "state"),
    [
        ("Correction: Bridge at Orlin hit", "corrected"),
        ("Correction: bridge was not hit", ""),
        ("Bridge at Orlin hit", ""),
        ("Vessa Times withdraws its report on the bridge hit at Orlin", "withdrawn"),
        ("Army withdraws its report on the bridge hit at Orlin", ""),
    ],
)
def test_the_heading_of_a_correction_only_names_the_story(heading: str, state: str) -> None:
    made = page("Vessa Times", "2031-03-05", heading, title=heading)
    assert retold(made.claims[0], made.document, heading=True) == state


def test_every_word_is_read_with_which_a_sentence_turns_to_what_is_so_or_a_heading_denies() -> None:
    for word in RETOLD["turned"]:
        sentence = f"We wrote that the mill was shelled, {word} the bridge at Orlin was hit."
        made = page("Vessa Times", "2031-03-05", sentence, title=TITLE)
        assert retold(made.claims[0], made.document, heading=False) == "", word
    for word in RETOLD["denies"]:
        heading = f"Correction: bridge at Orlin {word} hit"
        made = page("Vessa Times", "2031-03-05", heading, title=heading)
        assert retold(made.claims[0], made.document, heading=True) == "", word


def test_it_is_no_origin_and_confirms_nothing() -> None:
    found = event(
        page("Vessa Times", "2031-03-04"), page("Karsk Echo", "2031-03-04", AGAIN, title=TITLE)
    )
    assert (found.origins, found.credibility.grade) == (1, 6)
    alone = event(page("Karsk Echo", "2031-03-04", AGAIN, title=TITLE))
    assert (alone.origins, alone.credibility.grade) == (0, 5)


def test_what_the_publisher_told_before_goes_with_it_and_others_stand() -> None:
    first, back = (
        page("Karsk Echo", "2031-03-04"),
        page("Karsk Echo", "2031-03-05", AGAIN, title=TITLE),
    )
    found = event(first, back)
    assert (found.origins, found.credibility.grade) == (0, 5)
    (conflict,) = found.contradictions
    assert (conflict.type, conflict.state) == ("polarity", "corrected")
    assert [turn.says for turn in conflict.history] == ["asserts it", "takes it back"]
    others = event(first, back, page("Vessa Times", "2031-03-04", f"{HIT} "[:-1]))
    assert (others.origins, others.credibility.grade) == (1, 6)


def test_who_corrects_a_detail_does_not_take_back_that_it_happened() -> None:
    """A correction of how many of the dead were children took back the whole raid."""
    part = "Our report of 4 March said that six of the 11 people hit were children."
    topic = "Our report of 4 March on the hit on Orlin said that a siren came first."
    first = page("Karsk Echo", "2031-03-04", killed=(11, 11))
    other = page("Vessa Times", "2031-03-04", "Shells hit the ford at Orlin.", killed=(11, 11))
    for sentence, killed in ((part, (11, 11)), (topic, None)):
        back = page("Karsk Echo", "2031-03-07", sentence, title=TITLE, killed=killed)
        found = event(first, other, back)
        assert (found.origins, found.credibility.grade, found.contradictions) == (2, 2, ())


def test_who_corrects_a_number_does_not_take_back_that_it_happened() -> None:
    # A newspaper's other number took back all that it had told, whomever it had cited for it.
    first = page("Karsk Echo", "2031-03-04", killed=(14, 14))
    cited = page(
        "Karsk Echo", "2031-03-04", "The bridge at Orlin was hit by shells, the front said."
    )
    wrote = "We wrote that 14 people were killed when the bridge at Orlin was hit by shells."
    back = page("Karsk Echo", "2031-03-05", wrote, title="Correction", killed=(14, 14))
    (conflict,) = event(first, cited, back).contradictions
    assert [turn.claim for turn in conflict.history] == [first.claims[0].id, back.claims[0].id]
    withdrawn = page("Karsk Echo", "2031-03-05", wrote, title="Retraction", killed=(14, 14))
    (conflict,) = event(first, cited, withdrawn).contradictions
    assert len(conflict.history) == 3


def test_it_counts_as_corrected_for_its_publisher() -> None:
    pages = (
        page("Karsk Echo", "2031-03-04"),
        page("Karsk Echo", "2031-03-05", AGAIN, title=TITLE),
        page("Vessa Times", "2031-03-04"),
    )
    for order in itertools.permutations(pages):
        held = standing_at(Contents(order, {}, (), (), {}), moment("2031-12-31"))
        firm = {record.id: record.firm for record in held.records}
        assert firm["outlet:karsk echo"].corrected == firm["outlet:karsk echo"].claimed == 1
        assert firm["outlet:vessa times"].corrected == 0
        assert firm["outlet:vessa times"].corroborated == 0


def test_nobody_holds_a_place_by_it() -> None:
    sentence = "We wrote that the Harrow Brigade had seized Orlin."
    slots = {"trigger": "seized", "event": "CONTROL", "mode": "gain", "actors": ("Harrow Brigade",)}
    made = page("Karsk Echo", "2031-03-05", sentence, title=TITLE, **slots)
    assert not timelines(views([made]), claim_origins([made], origins([made])))


@pytest.mark.parametrize(
    ("sentence", "when", "told"),
    [
        ("On 4 June we reported that the bridge was hit.", "4 June", True),
        ("Our report of 4 June on the raid said the bridge was hit.", "4 June", True),
        ("We reported that on 3 June the bridge was hit.", "3 June", False),
        ("On 3 June the bridge was hit.", "3 June", False),
    ],
)
def test_the_day_of_a_report_is_not_that_of_the_deed(sentence: str, when: str, told: bool) -> None:
    """What was retold stood alone, on the day on which it had been published."""
    made = page("Vessa Times", "2031-06-08", sentence).claims[0]
    assert told_on(replace(made, when=replace(made.when, text=when))) is told


def test_what_is_withdrawn_by_the_day_of_its_report_is_what_was_told() -> None:
    title = "Marsh Wire withdraws its report on the bridge"
    back = "On 5 March we reported that the bridge at Orlin was hit by shells."
    (first, later) = (
        page("Marsh Wire", "2031-03-05"),
        page("Marsh Wire", "2031-03-08", back, title=title, day="2031-03-05"),
    )
    (claim,) = later.claims
    later = replace(later, claims=(replace(claim, when=replace(claim.when, text="5 March")),))
    found = event(first, later)
    assert [(c.type, c.state) for c in found.contradictions] == [("polarity", "withdrawn")]
    assert (found.origins, found.credibility.grade) == (0, 5)


def test_a_number_that_a_page_tells_again_to_set_it_right_contests_nobody() -> None:
    """The line said "open" and "corrected" of one number."""
    many = page("Vessa Times", "2031-03-05", killed=(40, 40))
    again = page("Vessa Times", "2031-03-08", AGAIN, title=TITLE, killed=(40, 40))
    found = event(many, again, page("Karsk Echo", "2031-03-06", killed=(14, 14)))
    assert [(c.type, c.state) for c in found.contradictions] == [("toll", "corrected")]


def test_a_report_that_others_withdrew_is_not_the_pages_own() -> None:
    own = "Our article said that the bridge was hit."
    whole = f"The ministry withdrew its report. {own}"
    page = told(reading(whole, "Echo"), {"sentence": own, "trigger": "hit", "places": ("Orlin",)})
    assert retold(page.claims[0], page.document, heading=False) == ""
